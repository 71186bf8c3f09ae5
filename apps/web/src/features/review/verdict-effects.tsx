import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/empty.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { useLang } from '../../ui/lang.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import {
  groupTargets,
  MOVES,
  shownYears,
  type TargetEffect,
  type TargetMove,
  type YearRun,
} from './verdict-changes.ts';

/** What releasing the figures does to verdicts: those that change stand open, the others are a click away. */
export function VerdictEffects({ targets }: { targets: readonly TargetEffect[] }) {
  const { t } = useTranslation();
  const groups = groupTargets(targets);
  return (
    <section aria-labelledby="verdict-effects">
      <h2 id="verdict-effects">{t('review.verdicts')}</h2>
      {targets.length === 0 ? <Empty title={t('review.noTargets')} /> : null}
      {targets.length > 0 && groups.verdict.length === 0 ? <p>{t('review.noVerdictMoves')}</p> : null}
      {MOVES.map((move) => (groups[move].length > 0 ? <Group key={move} move={move} targets={groups[move]} /> : null))}
    </section>
  );
}

/** How many targets of a group are drawn before somebody asks for more. */
const FIRST = 10;

function Group({ move, targets }: { move: TargetMove; targets: readonly TargetEffect[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(move === 'verdict');
  const [all, setAll] = useState(false);
  return (
    <div className="verdict-group">
      <h3>
        {t(`review.verdictGroup.${move}`, { n: targets.length })}{' '}
        <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'review.hideGroup' : 'review.showGroup')}
        </button>
      </h3>
      {open ? (
        <ul>
          {targets.slice(0, all ? undefined : FIRST).map((target) => (
            <TargetLine key={target.id} target={target} />
          ))}
        </ul>
      ) : null}
      {open && !all && targets.length > FIRST ? (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t('review.moreTargets', { n: targets.length - FIRST })}
        </button>
      ) : null}
    </div>
  );
}

function TargetLine({ target }: { target: TargetEffect }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { id, region, indicator, document } = target;
  return (
    <li className="verdict-effect">
      <p className="verdict-effect__target">
        <KeepLink to={`/targets/${encodeURIComponent(id)}`}>
          {region.name} {indicator.name}
        </KeepLink>{' '}
        <span className="note">{document.shortTitle}</span>
      </p>
      <ul className="verdict-effect__years">
        {shownYears(target).map((run) => (
          <Judged key={run.from} run={run} open={open} />
        ))}
      </ul>
      <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'review.hideSentences' : 'review.showSentences')}
        <span className="unseen"> {indicator.name}</span>
      </button>
    </li>
  );
}

function Judged({ run, open }: { run: YearRun; open: boolean }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { year, before, after } = run.last;
  return (
    <li>
      <span className="verdict-effect__year">
        {run.from === year ? t('review.inYear', { year }) : t('review.inYears', { from: run.from, to: year })}
      </span>
      <VerdictMark verdict={before.verdict} />
      {before.verdict === after.verdict ? null : (
        <>
          <span aria-hidden="true">→</span>
          <span className="unseen">{t('review.becomes')}</span>
          <VerdictMark verdict={after.verdict} />
        </>
      )}
      {open ? (
        <dl className="verdict-effect__why">
          <dt>{t('review.nowSays')}</dt>
          <dd>{before.sentence[lang]}</dd>
          <dt>{t('review.thenSays')}</dt>
          <dd>{after.sentence[lang]}</dd>
        </dl>
      ) : null}
    </li>
  );
}
