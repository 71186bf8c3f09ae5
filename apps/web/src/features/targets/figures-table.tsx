import type { FigureVersion } from '@dabiao/contract/figure';
import { FIGURE_STATUS_WORDS } from '@dabiao/domain/figure';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/empty.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { LabelMark } from '../../ui/label-mark.tsx';
import { useLang } from '../../ui/lang.ts';
import { figureText } from '../../ui/value-text.ts';

/** Every version of every figure, the newest version of a year first; earlier ones stay readable. */
export function FiguresTable({ figures }: { figures: readonly FigureVersion[] }) {
  const { t } = useTranslation();
  const ordered = [...figures].sort((a, b) => b.year - a.year || b.version - a.version);
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{t('figure.title')}</h2>
      {ordered.length === 0 ? (
        <Empty title={t('figure.empty')}>
          <KeepLink to="/submit">{t('figure.emptyHint')}</KeepLink>
        </Empty>
      ) : (
        <table className="figures-table">
          <caption>{t('figure.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('how.year')}</th>
              <th scope="col" className="number">
                {t('how.value')}
              </th>
              <th scope="col">{t('figure.status')}</th>
              <th scope="col">{t('figure.source')}</th>
              <th scope="col" className="number">
                {t('figure.version')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ordered.map((figure, index) => (
              <FigureLine key={figure.id} figure={figure} replaced={ordered[index - 1]?.year === figure.year} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function FigureLine({ figure, replaced }: { figure: FigureVersion; replaced: boolean }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { source } = figure;
  const facts = [source.publisher, source.date].filter((fact) => fact !== null);
  return (
    <tr className={replaced ? 'figures-table__replaced' : undefined}>
      <th scope="row">{figure.year}</th>
      <td className="number" data-label={t('how.value')}>
        {figureText(figure, figure.unit, lang, figure.note)}
      </td>
      <td className="figures-table__status" data-label={t('figure.status')}>
        <LabelMark label={figure.label} />
        {FIGURE_STATUS_WORDS[figure.status][lang]}
        {figure.withdrawn ? <span className="note"> {t('figure.withdrawn')}</span> : null}
        {replaced ? <span className="note"> {t('figure.replaced')}</span> : null}
        {figure.reason ? <span className="note figures-table__note">{figure.reason}</span> : null}
      </td>
      <td data-label={t('figure.source')} className="figures-table__source">
        {source.address ? (
          <a href={source.address} rel="noreferrer">
            {source.title}
          </a>
        ) : (
          source.title
        )}
        {facts.length > 0 ? <span className="note"> {facts.join(' · ')}</span> : null}
        {figure.note && figure.note !== source.title ? (
          <span className="note figures-table__note">{figure.note}</span>
        ) : null}
      </td>
      <td className="number" data-label={t('figure.version')}>
        {figure.version}
        <span className="note"> {figure.recordedAt.slice(0, 10)}</span>
        {replaced ? null : (
          <KeepLink
            to={`/figures/${encodeURIComponent(figure.indicator)}/${figure.region}/${figure.year}`}
            label={t('history.linkLabel', { year: figure.year })}
            className="figures-table__note"
          >
            {t('history.link')}
          </KeepLink>
        )}
      </td>
    </tr>
  );
}
