import type { Submission } from '@dabiao/contract/submission';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chinaTime } from '../../ui/china-time.ts';
import { KeepLink } from '../../ui/keep-link.tsx';
import { useLang } from '../../ui/lang.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { ApproveDialog } from './approve-dialog.tsx';
import type { Consequences } from './consequences.ts';
import { stageOf } from './list-filter.ts';
import { isOvertaken, type Move, progressQuery, type useReviewMove } from './queries.ts';
import { ReasonDialog } from './reason-dialog.tsx';

const VERBS = ['approve', 'return', 'withdraw'] as const;
type Verb = (typeof VERBS)[number];

interface DecisionBarProps {
  submission: Submission;
  consequences: Consequences | null;
  /** Held above, so that what came of a step stays when the page changes with it. */
  move: ReturnType<typeof useReviewMove>;
}

/** The reviewer's buttons, as far as the rights go, always in sight; and what came of the last one. */
export function DecisionBar({ submission, consequences, move }: DecisionBarProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Verb | null>(null);
  const bar = useRef<HTMLElement>(null);
  // A dialog that is gone leaves the keyboard nowhere: it goes back to the button, after a step to what came of it.
  const focus = useRef<HTMLElement | null>(null);
  const { isIdle } = move;
  useEffect(() => {
    if (asked === null) (focus.current ?? (isIdle ? null : bar.current))?.focus();
  }, [asked, isIdle]);
  const take = (next: Move) => {
    focus.current = bar.current;
    setAsked(null);
    move.mutate(next);
  };
  const verbs = VERBS.filter((verb) => submission.may.includes(verb));
  const close = () => setAsked(null);
  return (
    <section ref={bar} className="decision-bar" aria-label={t('review.bar')} tabIndex={-1}>
      <Outcome submission={submission} move={move} />
      {verbs.length > 0 ? (
        <p className="decision-bar__buttons">
          {verbs.map((verb) => (
            <Button
              key={verb}
              type={verb === 'approve' ? 'primary' : 'default'}
              disabled={move.isPending}
              onClick={(event) => {
                focus.current = event.currentTarget;
                setAsked(verb);
              }}
            >
              {t(verb === 'approve' && stageOf(submission) === 'scheduled' ? 'review.reschedule' : `review.${verb}`)}
            </Button>
          ))}
        </p>
      ) : null}
      <Reason submission={submission} verbs={verbs} />
      {asked === 'approve' ? (
        <ApproveDialog submission={submission} consequences={consequences} onMove={take} onClose={close} />
      ) : null}
      {asked === 'return' || asked === 'withdraw' ? (
        <ReasonDialog verb={asked} submission={submission} onMove={take} onClose={close} />
      ) : null}
    </section>
  );
}

/** Why there is no button, where there is none. */
function Reason({ submission, verbs }: { submission: Submission; verbs: readonly Verb[] }) {
  const { t } = useTranslation();
  if (submission.own && submission.state === 'submitted' && !verbs.includes('approve')) {
    return <p>{t('review.own')}</p>;
  }
  return verbs.length > 0 ? null : <p>{t(`review.noMoves.${submission.state}`)}</p>;
}

function Outcome({ submission, move }: Pick<DecisionBarProps, 'submission' | 'move'>) {
  const { t } = useTranslation();
  const lang = useLang();
  if (move.isPending) return <Running id={submission.id} />;
  if (move.error) {
    return isOvertaken(move.error) ? <Overtaken error={move.error} /> : <ProblemMessage error={move.error} />;
  }
  if (!move.data) return null;
  const { releaseAt } = move.data;
  const waits = stageOf(move.data) === 'scheduled' && releaseAt !== null;
  const { verb } = move.variables;
  return (
    <p role="status" className="decision-bar__done">
      <b>
        {verb === 'approve' && waits
          ? t('review.done.schedule', { time: chinaTime(releaseAt, lang) })
          : t(`review.done.${verb}`)}
      </b>{' '}
      <KeepLink to="/review">{t('review.nextWaiting')}</KeepLink>
    </p>
  );
}

/** Refused because somebody was quicker: what the server says, and that the page shows the newest. */
function Overtaken({ error }: { error: Error & { detail?: string | null } }) {
  const { t } = useTranslation();
  const said = [error.message, error.detail].filter((part) => part && part !== '').join(t('review.join'));
  return (
    <div role="alert" className="decision-bar__refused">
      <p>
        <b>✕ {t('review.overtakenTitle')}</b>
      </p>
      <p>{said}</p>
      <p>{t('review.overtakenHint')}</p>
    </div>
  );
}

/** How far a publication of many figures is. */
function Running({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(progressQuery(id, true));
  if (!data) return <p role="status">{t('state.pending')}</p>;
  const step = t(`review.progress.${data.step}`);
  return (
    <p role="status">
      {data.done === null || data.total === null
        ? step
        : t('review.progressOf', { step, done: data.done, total: data.total })}
    </p>
  );
}
