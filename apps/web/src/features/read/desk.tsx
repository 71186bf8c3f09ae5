import type { Reading } from '@dabiao/contract/reading';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/empty.tsx';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { CandidateCard } from './candidate-card.tsx';
import { DeskHead } from './desk-head.tsx';
import { EditForm, type KnownIndicator } from './edit-form.tsx';
import { KeyLegend } from './key-legend.tsx';
import { Log } from './log.tsx';
import { MakeTarget } from './make-target.tsx';
import { TextPane } from './text-pane.tsx';
import { useDesk } from './use-desk.ts';
import { useKeys } from './use-keys.ts';
import { usePlace } from './use-place.ts';
import { useScrollTogether } from './use-scroll-together.ts';
import './read.css';

interface DeskProps {
  reading: Reading;
  indicators: readonly KnownIndicator[];
  onPublished: (document: string) => void;
  onDropped: () => void;
}

/** A document beside the targets proposed out of it. */
export function Desk({ reading, indicators, onPublished, onDropped }: DeskProps) {
  const { t } = useTranslation();
  const [text, cards] = [useRef<HTMLElement>(null), useRef<HTMLElement>(null)];
  const place = usePlace(text);
  const desk = useDesk(reading, place);
  useKeys(desk.act);
  useScrollTogether(text, cards, desk.current);
  const { candidates } = reading;
  return (
    <>
      <DeskHead reading={reading} onPublished={onPublished} onDropped={onDropped} />
      <KeyLegend />
      <MakeTarget
        pane={text}
        able={desk.able}
        onMake={(span) =>
          desk.send({ method: 'POST', path: '', body: span }, ({ candidates: made }) =>
            desk.pick(made[0]?.number ?? null),
          )
        }
      />
      {desk.error ? <ProblemMessage error={desk.error} /> : null}
      <div className="read-desk">
        <TextPane reading={reading} current={desk.current} pane={text} onPick={desk.pick} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
        <section className="read-cards" aria-label={t('read.candidates')} ref={cards} tabIndex={0}>
          {candidates.length === 0 ? <Empty title={t('read.none')}>{t('read.noneHint')}</Empty> : null}
          <ol>
            {candidates.map((candidate) => (
              <CandidateCard
                key={candidate.number}
                candidate={candidate}
                current={candidate.number === desk.current}
                able={desk.able}
                place={place}
                onPick={() => desk.pick(candidate.number)}
                onAct={desk.act}
                form={
                  desk.editing && candidate.number === desk.current ? (
                    <EditForm
                      candidate={candidate}
                      outline={reading.outline}
                      indicators={indicators}
                      busy={desk.pending}
                      onSave={(body) => desk.send({ method: 'PATCH', path: `/${candidate.number}`, body }, desk.stop)}
                      onCancel={desk.stop}
                    />
                  ) : null
                }
              />
            ))}
          </ol>
        </section>
      </div>
      <Log reading={reading} />
    </>
  );
}
