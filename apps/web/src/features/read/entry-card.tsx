import type { CandidateBody } from '@dabiao/contract/reading';
import { CandidateCard } from './candidate-card.tsx';
import { EditForm, type KnownIndicator } from './edit-form.tsx';
import type { Entry } from './entries.ts';
import { MeasureCard } from './measure-card.tsx';
import { MeasureForm } from './measure-form.tsx';
import { SplitForm } from './split-form.tsx';
import type { useDesk } from './use-desk.ts';

interface EntryCardProps {
  entry: Entry;
  desk: ReturnType<typeof useDesk>;
  /** What is chosen in the text. */
  place: number | null;
  outline: readonly string[][];
  indicators: readonly KnownIndicator[];
}

/** A target or a policy measure in the list, or the form to edit it. */
export function EntryCard({ entry, desk, place, outline, indicators }: EntryCardProps) {
  const current = entry.number === desk.current;
  const shared = {
    current,
    able: desk.able,
    onPick: () => desk.pick(entry.number),
    onAct: desk.act,
  };
  const opened = current ? desk.opened : null;
  const forms = {
    outline,
    busy: desk.pending,
    onSave: (body: CandidateBody) => desk.send({ method: 'PATCH', path: `/${entry.number}`, body }, desk.stop),
    onCancel: desk.stop,
  };
  if (entry.sort === 'measure') {
    const form = opened === 'edit' ? <MeasureForm measure={entry} {...forms} /> : null;
    return <MeasureCard measure={entry} {...shared} form={form} />;
  }
  const form = {
    edit: <EditForm candidate={entry} indicators={indicators} {...forms} />,
    split: <SplitForm candidate={entry} busy={desk.pending} onSplit={desk.splitAt} onCancel={desk.stop} />,
  };
  return <CandidateCard candidate={entry} place={place} {...shared} form={opened && form[opened]} />;
}
