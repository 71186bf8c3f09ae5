import type { Progress } from '@dabiao/contract/submission';
import { formatNumber } from '@dabiao/domain/number-text';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { progressQuery } from './queries.ts';

type Step = 'sending' | 'reading' | 'checking' | 'staging' | 'publishing' | 'judging';

/** The steps of handing in, of reading again, and of publishing. */
const STEPS = {
  handIn: ['sending', 'reading', 'checking', 'staging'],
  reread: ['reading', 'checking', 'staging'],
  publish: ['publishing', 'judging'],
} as const satisfies Record<string, readonly Step[]>;

/** Small files are done by then, and the server knows of the others. */
const ASK_AFTER_MS = 800;

interface RunProgressProps {
  /** Idempotency-Key of the upload, or the submission that is worked on. */
  runKey: string;
  of: keyof typeof STEPS;
  /** Share of the bytes sent, 0 … 1, while they are on their way. */
  sent?: number;
}

/** How far the server is, step by step, with how many rows; said aloud once a step. */
export function RunProgress({ runKey, of, sent = 1 }: RunProgressProps) {
  const { t } = useTranslation();
  const begun = useDelay(ASK_AFTER_MS);
  const { data } = useQuery({ ...progressQuery(runKey), enabled: sent >= 1 && begun });
  const steps: readonly Step[] = STEPS[of];
  const now = nowOf(steps, sent, data ?? null);
  const at = steps.indexOf(now);
  return (
    <div className="run">
      <p className="unseen" role="status">
        {t(`submit.run.${now}`)}
      </p>
      <ol className="run__steps">
        {steps.map((step, index) => (
          <li key={step} className="run__step" aria-current={step === now ? 'step' : undefined}>
            <span aria-hidden="true">{index < at ? '✓' : index === at ? '▸' : '·'}</span> {t(`submit.run.${step}`)}{' '}
            {step === now ? <Count sent={sent} progress={data ?? null} step={step} /> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** False at first, true after so many milliseconds. */
function useDelay(ms: number): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return over;
}

function nowOf(steps: readonly Step[], sent: number, progress: Progress | null): Step {
  if (sent < 1 && steps.includes('sending')) return 'sending';
  const begun = steps.find((step) => step !== 'sending') ?? 'reading';
  return steps.find((step) => step === progress?.step) ?? begun;
}

/** Rows done of all, as words and as a bar. */
function Count({ sent, progress, step }: { sent: number; progress: Progress | null; step: Step }) {
  const { t } = useTranslation();
  const done = step === 'sending' ? Math.round(sent * 100) : (progress?.done ?? null);
  const total = step === 'sending' ? 100 : (progress?.total ?? null);
  if (done === null || total === null || total === 0) return null;
  const words =
    step === 'sending'
      ? `${done}%`
      : t('submit.run.of', { done: formatNumber(done, 0), total: formatNumber(total, 0) });
  return (
    <>
      <span className="note">{words}</span> <progress max={total} value={done} aria-label={t(`submit.run.${step}`)} />
    </>
  );
}
