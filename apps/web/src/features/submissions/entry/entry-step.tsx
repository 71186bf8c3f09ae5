import type { GridBody } from '@dabiao/contract/grid-rows';
import type { Label } from '@dabiao/domain/label';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { HandInProblem } from '../hand-in-problem.tsx';
import { useHandIn } from '../queries.ts';
import { RunProgress } from '../run-progress.tsx';
import { type Attempt, newAttempt } from '../upload.ts';
import { EntryDefaultsForm } from './entry-defaults.tsx';
import { EntryFaults } from './entry-faults.tsx';
import { EntryLists } from './entry-lists.tsx';
import { isEmptyRow } from './entry-rows.ts';
import { EntrySaid } from './entry-said.tsx';
import { EntryTable, type EntryTableHandle } from './entry-table.tsx';
import { type Entry, useEntry } from './use-entry.ts';
import './entry.css';

interface EntryStepProps {
  /** Who may see what is handed in. */
  label: Label;
  /** Id of the user, whose draft it is. */
  user: string;
  /** Name of the user's region; empty for all. */
  region: string;
  onRead: (id: string) => void;
}

/** Typing figures in, or pasting them from a spreadsheet; nothing is sent before it is asked for. */
export function EntryStep({ label, user, region, onRead }: EntryStepProps) {
  const { t } = useTranslation();
  const entry = useEntry(user, region);
  const table = useRef<EntryTableHandle>(null);
  const sending = useSendRows(label, entry.forget, onRead);
  const { rows, defaults, faults } = entry;
  const busy = sending.handIn.isPending;
  return (
    <section aria-labelledby="entry" className="entry">
      <h2 id="entry">{t('entry.title')}</h2>
      <p className="small">{t('entry.how')}</p>
      <EntryLists />
      <EntryDefaultsForm defaults={defaults} disabled={busy} onChange={entry.setDefaults} />
      <EntryTable
        {...{ ref: table, rows, defaults, faults, disabled: busy }}
        onCell={entry.type}
        onPaste={entry.paste}
        onDelete={entry.remove}
      />
      <p role="status" className="small">
        <EntrySaid said={entry.said} />
      </p>
      <EntryFaults faults={faults} onJump={(fault) => table.current?.focus(fault)} />
      <Buttons entry={entry} busy={busy} onSend={sending.send} />
      <Sending sending={sending} />
    </section>
  );
}

function Buttons({ entry, busy, onSend }: { entry: Entry; busy: boolean; onSend: (body: GridBody) => void }) {
  const { t } = useTranslation();
  const filled = entry.rows.filter((row) => !isEmptyRow(row)).length;
  const send = () => {
    const body = entry.made();
    if (body) onSend(body);
  };
  return (
    <p className="entry__buttons">
      <Button type="primary" loading={busy} onClick={send}>
        {t('entry.send', { n: filled })}
      </Button>
      <Button disabled={busy} onClick={entry.grow}>
        {t('entry.moreRows')}
      </Button>
      <Button disabled={busy || filled === 0} onClick={entry.clear}>
        {t('entry.clear')}
      </Button>
      {entry.undo ? (
        <Button disabled={busy} onClick={entry.undo}>
          {t('entry.undo')}
        </Button>
      ) : null}
    </p>
  );
}

/** Sends rows; the same rows again go under the same key, so that they cannot be handed in twice. */
function useSendRows(label: Label, onSent: () => void, onRead: (id: string) => void) {
  const { t } = useTranslation();
  const handIn = useHandIn(() => {});
  const go = (attempt: Attempt) =>
    handIn.mutate(attempt, {
      onSuccess: ({ id }) => {
        onSent();
        onRead(id);
      },
    });
  const send = (body: GridBody) => {
    const last = handIn.variables;
    const same = last !== undefined && JSON.stringify(last.what) === JSON.stringify(body) && last.label === label;
    go(same ? last : newAttempt(t('entry.name'), body, label));
  };
  return { handIn, go, send };
}

/** How far the rows are, or why they did not arrive. */
function Sending({ sending: { handIn, go } }: { sending: ReturnType<typeof useSendRows> }) {
  const { variables, isPending, error } = handIn;
  if (!variables) return null;
  return (
    <>
      {isPending ? <RunProgress runKey={variables.key} of="handIn" /> : null}
      {error ? <HandInProblem error={error} attempt={variables} onAgain={go} /> : null}
    </>
  );
}
