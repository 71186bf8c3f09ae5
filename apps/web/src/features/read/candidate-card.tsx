import type { ReadingCandidate } from '@dabiao/contract/reading';
import { clauseLine } from '@dabiao/domain/document';
import { TARGET_KIND_WORDS } from '@dabiao/domain/target';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { demandAmount } from '../../ui/value-text.ts';
import { CardFrame, type CardState } from './card-frame.tsx';
import { markKindOf } from './mark-kind.ts';
import { SplitHere } from './split-here.tsx';
import { Why } from './why.tsx';

interface CandidateCardProps extends CardState {
  candidate: ReadingCandidate;
  /** What is chosen in the text. */
  place: number | null;
}

const ACTIONS = ['accept', 'reject', 'edit', 'split', 'merge'] as const;

/** A proposed target: what was understood, why, and what can be done with it. */
export function CandidateCard({ candidate, place, ...card }: CandidateCardProps) {
  const { fields } = candidate;
  const { able, onAct } = card;
  const split = <SplitHere candidate={candidate} place={place} able={able} onSplit={() => onAct('splitHere')} />;
  return (
    <CardFrame
      entry={candidate}
      mark={markKindOf(fields.kind)}
      name={fields.indicator}
      actions={ACTIONS}
      more={split}
      {...card}
    >
      <Facts candidate={candidate} />
    </CardFrame>
  );
}

function Facts({ candidate }: { candidate: ReadingCandidate }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { fields, restates, reasons, confidence } = candidate;
  const departments = fields.departments.map(({ name }) => name).join('、');
  return (
    <>
      <p className="read-card__demand">
        {fields.milestones.map((milestone) => {
          const { year, wording } = milestone;
          return (
            <span key={`${year} ${wording}`} className="read-card__milestone">
              {year === null ? '' : t('read.inYear', { year })}
              <strong>{demandAmount(fields.comparator, milestone, fields.unit, lang)}</strong>
              {milestone.yearInferred ? <span className="note"> {t('read.inferred')}</span> : null}
            </span>
          );
        })}
        {fields.milestones.length === 0 ? <span className="note">{t('read.noValue')}</span> : null}
      </p>
      <p className="note">
        {TARGET_KIND_WORDS[fields.kind][lang]}
        {fields.everyYear ? ` · ${t('read.everyYear')}` : ''}
        {fields.baseline ? ` · ${t('read.since', { year: fields.baseline.year })}` : ''}
        {departments ? ` · ${departments}` : ''}
      </p>
      {fields.clause.length > 0 ? <p className="note">{clauseLine(fields.clause)}</p> : null}
      <MatchLine candidate={candidate} />
      {restates === null ? null : <p className="note">{t('read.restates')}</p>}
      <Why reasons={reasons} confidence={confidence} />
    </>
  );
}

/** Which indicator it would stand on; the nearest names where it would be a new one. */
function MatchLine({ candidate: { fields, nearest } }: { candidate: ReadingCandidate }) {
  const { t } = useTranslation();
  const known = nearest.find(({ id }) => id === fields.match);
  if (fields.match !== null) return <p className="note">{t('read.matched', { name: known?.name ?? fields.match })}</p>;
  const names = nearest.map(({ name, unit }) => `${name}（${unit}）`).join('、');
  return <p className="note">{names ? t('read.newNear', { names }) : t('read.newIndicator')}</p>;
}
