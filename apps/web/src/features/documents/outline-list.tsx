import { useTranslation } from 'react-i18next';
import { VerdictBar } from '../../ui/verdict-bar.tsx';
import type { OutlineEntry } from './outline.ts';

/** The document's own outline; headings without targets are set back. */
export function OutlineList({ entries }: { entries: readonly OutlineEntry[] }) {
  const { t } = useTranslation();
  return (
    <nav className="outline no-print" aria-label={t('document.outline')}>
      <ol>
        {entries.map((entry) => (
          <li key={entry.anchor} className={`outline__entry outline__entry--${Math.min(entry.depth, 2)}`}>
            {entry.counts.length > 0 || entry.targets.length > 0 ? (
              <>
                {entry.targets.length > 0 ? (
                  <a href={`#${entry.anchor}`}>{entry.heading}</a>
                ) : (
                  <span>{entry.heading}</span>
                )}
                {entry.counts.length > 0 ? <VerdictBar counts={entry.counts} size="small" /> : null}
              </>
            ) : (
              <span className="outline__bare">{entry.heading}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
