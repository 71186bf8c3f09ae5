import type { Reading } from '@dabiao/contract/reading';
import { memo, type RefObject, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Paragraph, type Run, toParagraphs } from './text-runs.ts';

interface TextPaneProps {
  reading: Reading;
  current: number | null;
  pane: RefObject<HTMLElement | null>;
  onPick: (candidate: number) => void;
}

/** The document with its highlights; a click on one picks its candidate. */
export function TextPane({ reading, current, pane, onPick }: TextPaneProps) {
  const { t } = useTranslation();
  const { text, outline, beside, candidates, measures } = reading;
  const paragraphs = useMemo(
    () => toParagraphs({ text, outline, beside, candidates, measures }),
    [text, outline, beside, candidates, measures],
  );
  useEffect(() => {
    const element = pane.current;
    const pick = ({ target }: Event) => {
      const mark = target instanceof Element ? target.closest<HTMLElement>('[data-candidate]') : null;
      if (mark && window.getSelection()?.isCollapsed !== false) onPick(Number(mark.dataset.candidate));
    };
    element?.addEventListener('click', pick);
    return () => element?.removeEventListener('click', pick);
  }, [pane, onPick]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="read-text" aria-label={t('read.text')} ref={pane} tabIndex={0}>
      {paragraphs.map((paragraph) => (
        <Drawn
          key={paragraph.start}
          paragraph={paragraph}
          current={
            paragraph.runs.some(({ candidates: own }) => current !== null && own.includes(current)) ? current : null
          }
        />
      ))}
    </section>
  );
}

/** Drawn anew only where its own marks changed. */
const Drawn = memo(
  function Drawn({ paragraph, current }: { paragraph: Paragraph; current: number | null }) {
    return (
      <p className={paragraph.heading ? 'read-text__heading' : undefined}>
        {paragraph.runs.map((run) => (
          <Piece key={run.start} run={run} current={current !== null && run.candidates.includes(current)} />
        ))}
      </p>
    );
  },
  (before, after) =>
    before.current === after.current && JSON.stringify(before.paragraph) === JSON.stringify(after.paragraph),
);

function Piece({ run, current }: { run: Run; current: boolean }) {
  const { t } = useTranslation();
  if (run.kind === null) return <span data-start={run.start}>{run.text}</span>;
  const words = [
    `read-mark read-mark--${run.kind}`,
    run.state ? `read-mark--${run.state}` : '',
    current ? 'is-current' : '',
  ];
  const title = run.kind === 'left_out' ? t('read.leftOut', { reason: run.reason }) : t(`read.mark.${run.kind}`);
  return (
    <mark
      className={words.filter(Boolean).join(' ')}
      title={title}
      data-start={run.start}
      data-candidate={run.candidates[0]}
    >
      {run.text}
    </mark>
  );
}
