import { textWidth } from '@dabiao/charts/text-width';
import type { TrajectorySeries } from '@dabiao/charts/trajectory-series';
import type { TargetRow } from '@dabiao/contract/target';
import { useTranslation } from 'react-i18next';
import { AssessmentMark } from '../../ui/assessment-mark.tsx';
import { Clauses } from '../../ui/clauses.tsx';
import { useLang } from '../../ui/lang.ts';
import { WallChart } from './wall-chart.tsx';

/** One target in words and as a picture; `series` is null while it is awaited and where there is nothing to draw. */
export interface SlipWords {
  finding: string;
  measure: string;
  source: string | null;
  series: TrajectorySeries | null;
}

/** Ems beyond which a finding takes more than two lines of the largest type. */
const LONG = 66;
const isLong = (finding: string): boolean => textWidth(finding, 1) > LONG;

interface SlipScreenProps {
  row: TargetRow;
  rank: number;
  of: number;
  words: SlipWords;
}

/** One slipping target: verdict, finding, its trajectory, whose it is, where the figure comes from. */
export function SlipScreen({ row, rank, of, words }: SlipScreenProps) {
  const { t } = useTranslation();
  const lang = useLang();
  const whose = row.departments.map(({ name }) => name).join(lang === 'zh' ? '、' : ', ');
  return (
    <>
      <p className="wall-slip__head">
        <AssessmentMark assessment={row.assessment} large />
        <span className="note">{t('wall.slip', { rank, of })}</span>
      </p>
      <h1 className={isLong(words.finding) ? 'wall-slip__finding wall-slip__finding--long' : 'wall-slip__finding'}>
        <Clauses sentence={words.finding} />
      </h1>
      <p className="wall-slip__measure">{words.measure}</p>
      {words.series ? <WallChart series={words.series} label={words.finding} /> : <div className="wall-chart" />}
      <p className="note wall-slip__foot">
        {whose === '' ? null : (
          <span>
            {t('target.whose')}
            {lang === 'en' ? ` ${whose}` : whose}
          </span>
        )}
        <span>{words.source}</span>
      </p>
    </>
  );
}
