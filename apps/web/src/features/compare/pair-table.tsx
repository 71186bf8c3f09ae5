import type { TargetRow } from '@dabiao/contract/target';
import { decimalsOf } from '@dabiao/domain/decimal';
import { formatPercent } from '@dabiao/domain/number-text';
import { verdictWord } from '@dabiao/domain/verdict';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { computedText, demandAmount, figureText, plainText } from '../../ui/value-text.ts';
import type { Pair } from './match.ts';

interface PairTableProps {
  pairs: readonly Pair[];
  names: { a: string; b: string };
}

const COLUMNS = [
  'indicator',
  'side',
  'base',
  'previous',
  'latest',
  'path',
  'milestones',
  'completion',
  'verdict',
] as const;

/** The numbers of all small pictures, two rows an indicator. */
export function PairTable({ pairs, names }: PairTableProps) {
  const { t } = useTranslation();
  return (
    <details className="compare-twin">
      <summary>{t('chart.asTable')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section aria-label={t('chart.asTable')} className="compare-twin__wide" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`compare.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pairs.flatMap(({ indicator, a, b }) => [
              <PairLine key={`${indicator.id}-a`} row={a} name={names.a} />,
              <PairLine key={`${indicator.id}-b`} row={b} name={names.b} />,
            ])}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function PairLine({ row, name }: { row: TargetRow; name: string }) {
  const lang = useLang();
  const { assessment, judgedUnit: unit, previous, pathNow, milestones } = row;
  const { base, latest, completion, verdict, early } = assessment;
  const dated = (known: { year: number; value: number } | null) =>
    known ? `${plainText(known.value, unit, lang)} (${known.year})` : '—';
  const decimals = Math.max(latest?.decimals ?? 0, ...milestones.map((due) => decimalsOf(due.value)));
  const demands = milestones.map(
    (due) => `${demandAmount(row.comparator, due, unit, lang)}${due.year === null ? '' : ` (${due.year})`}`,
  );
  return (
    <tr>
      <th scope="row">{(lang === 'en' && row.indicator.nameEn) || row.indicator.name}</th>
      <td>{name}</td>
      <td>{dated(base)}</td>
      <td>{dated(previous)}</td>
      <td>{latest ? `${figureText(latest, unit, lang)} (${latest.year})` : '—'}</td>
      <td>{latest && pathNow !== null ? `${computedText(pathNow, decimals, unit, lang)} (${latest.year})` : '—'}</td>
      <td>{demands.length > 0 ? demands.join('; ') : (row.qualifier ?? '—')}</td>
      <td>{completion === null ? '—' : formatPercent(completion)}</td>
      <td>{verdictWord(verdict, lang, early)}</td>
    </tr>
  );
}
