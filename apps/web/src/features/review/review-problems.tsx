import type { Submission } from '@dabiao/contract/submission';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemSentence } from '../../ui/problem-sentence.tsx';
import type { Problem } from './effect-rows.ts';
import { onOneSheet, placeText, withoutPlace } from './place-text.ts';

/** How many problems are listed before somebody asks for more. */
const FIRST = 5;

type Rank = 'mustSay' | 'hint' | 'leftOut';
const RANKS: readonly Rank[] = ['mustSay', 'leftOut', 'hint'];
const rankOf = ({ severity, needsReason }: Problem): Rank =>
  severity === 'error' ? 'leftOut' : needsReason ? 'mustSay' : 'hint';

/** 3条提醒须说明，1条提示，1行因错误未读入: only what there is. */
function problemsText({ toConfirm, warnings, errors }: Submission['counts'], t: TFunction): string {
  return [
    ...(toConfirm > 0 ? [t('review.problemPart.mustSay', { n: toConfirm })] : []),
    ...(errors > 0 ? [t('review.problemPart.leftOut', { n: errors })] : []),
    ...(warnings > toConfirm ? [t('review.problemPart.hint', { n: warnings - toConfirm })] : []),
  ].join(t('review.join'));
}

/** What the maker said when handing the figures on, last. */
function reasonOfMaker(steps: Submission['steps']): string | null {
  return steps.findLast(({ action }) => action === 'submit')?.reason ?? null;
}

/** What was found when the figures were checked, worst first, and what the maker said to it. */
export function ReviewProblems({ submission }: { submission: Submission }) {
  const { t } = useTranslation();
  const { problems, counts, steps } = submission;
  const [all, setAll] = useState(false);
  if (problems.length === 0) return <p className="note">{t('review.noProblems')}</p>;
  const ordered = RANKS.flatMap((rank) => problems.filter((problem) => rankOf(problem) === rank));
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">{problemsText(counts, t)}</h2>
      <Said reason={reasonOfMaker(steps)} needed={counts.toConfirm > 0} />
      <ul className="review-problems">
        {ordered.slice(0, all ? undefined : FIRST).map((problem) => (
          <ProblemLine
            key={`${problem.sheet}${problem.cell}${problem.code}${problem.message}`}
            problem={problem}
            oneSheet={onOneSheet(problems)}
          />
        ))}
      </ul>
      {ordered.length > FIRST ? (
        <button type="button" className="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('review.hideOthers') : t('review.showOthers', { n: ordered.length - FIRST })}
        </button>
      ) : null}
    </section>
  );
}

function Said({ reason, needed }: { reason: string | null; needed: boolean }) {
  const { t } = useTranslation();
  if (reason === null) return needed ? <p className="note">{t('review.noReasonOfMaker')}</p> : null;
  return (
    <figure className="review-said">
      <figcaption>{t('review.reasonOfMaker')}</figcaption>
      <blockquote>{reason}</blockquote>
    </figure>
  );
}

function ProblemLine({ problem, oneSheet }: { problem: Problem; oneSheet: boolean }) {
  const { t } = useTranslation();
  const rank = rankOf(problem);
  return (
    <li className={`review-problem review-problem--${rank}`}>
      <span className="review-problem__rank">
        <span aria-hidden="true">{rank === 'leftOut' ? '✕' : rank === 'mustSay' ? '◆' : '·'}</span>{' '}
        {t(`review.${rank}`)}
      </span>
      <span className="review-problem__place">{placeText(problem, oneSheet) ?? t('review.wholeFile')}</span>
      <span>
        <ProblemSentence problem={problem} shorten={(sentence) => withoutPlace(sentence, problem.cell)} />
      </span>
    </li>
  );
}
