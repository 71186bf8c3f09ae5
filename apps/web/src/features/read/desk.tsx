import type { Reading, SelectionBody } from '@dabiao/contract/reading';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/empty.tsx';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { DeskHead } from './desk-head.tsx';
import type { KnownIndicator } from './edit-form.tsx';
import { entriesOf } from './entries.ts';
import { EntryCard } from './entry-card.tsx';
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

/** A document beside the targets and policy measures proposed out of it. */
export function Desk({ reading, indicators, onPublished, onDropped }: DeskProps) {
  const { t } = useTranslation();
  const [text, cards] = [useRef<HTMLElement>(null), useRef<HTMLElement>(null)];
  const place = usePlace(text);
  const desk = useDesk(reading, place);
  useKeys(desk.act);
  useScrollTogether(text, cards, desk.current);
  const entries = entriesOf(reading);
  const make = (span: SelectionBody) =>
    desk.send({ method: 'POST', path: '', body: span }, ({ candidates, measures }) =>
      desk.pick((candidates[0] ?? measures[0])?.number ?? null),
    );
  return (
    <>
      <DeskHead reading={reading} onPublished={onPublished} onDropped={onDropped} />
      <KeyLegend />
      <MakeTarget pane={text} able={desk.able} onMake={make} />
      {desk.error ? <ProblemMessage error={desk.error} /> : null}
      <div className="read-desk">
        <TextPane reading={reading} current={desk.current} pane={text} onPick={desk.pick} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
        <section className="read-cards" aria-label={t('read.candidates')} ref={cards} tabIndex={0}>
          {entries.length === 0 ? <Empty title={t('read.none')}>{t('read.noneHint')}</Empty> : null}
          <ol>
            {entries.map((entry) => (
              <EntryCard
                key={entry.number}
                entry={entry}
                desk={desk}
                place={place}
                outline={reading.outline}
                indicators={indicators}
              />
            ))}
          </ol>
        </section>
      </div>
      <Log reading={reading} />
    </>
  );
}
