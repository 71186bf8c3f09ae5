import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HandInProblem } from '../hand-in-problem.tsx';
import { useHandIn } from '../queries.ts';
import { RunProgress } from '../run-progress.tsx';
import { type Attempt, newAttempt } from '../upload.ts';
import { EntryDefaultsForm } from './entry-defaults.tsx';
import { useEntryDraft } from './entry-draft.ts';
import { EntryFaults } from './entry-faults.tsx';
import { EntryLists } from './entry-lists.tsx';
import type { EntryPlace } from './entry-place.ts';
import { emptyRows, isEmptyRow, layRows, withCell, withRoom } from './entry-rows.ts';
import { EntryTable, type EntryTableHandle } from './entry-table.tsx';
import { type LaidBlock, layBlock } from './lay-block.ts';
import { isBlock, parseBlock } from './paste-block.ts';
import { type EntryFault, toGridRows } from './typed-row.ts';
import './entry.css';

interface EntryStepProps {
  /** Id of the user, whose draft it is. */
  user: string;
  /** Name of the user's region; empty for all. */
  region: string;
  onRead: (id: string) => void;
}

type Said = { laid: LaidBlock; left: number } | 'nothing' | null;

/** Empty rows that are always left below. */
const ROOM = 5;
const MORE = 20;

/** Typing figures in, or pasting them from a spreadsheet; nothing is sent before it is asked for. */
export function EntryStep({ user, region, onRead }: EntryStepProps) {
  const { t } = useTranslation();
  const { draft, setDraft, forget } = useEntryDraft(user, region);
  const { rows, defaults, before } = draft;
  const [faults, setFaults] = useState<EntryFault[]>([]);
  const [said, setSaid] = useState<Said>(null);
  const table = useRef<EntryTableHandle>(null);
  const sending = useSendRows(() => forget(), onRead);
  const put = (next: typeof rows, past: typeof before = before) => {
    setFaults([]);
    setDraft((now) => ({ ...now, rows: withRoom(next, ROOM), before: past }));
  };
  const paste = (place: EntryPlace, text: string) => {
    if (!isBlock(text)) return false;
    const laid = layBlock(parseBlock(text), place.column);
    const { rows: next, left } = layRows(rows, place.row, laid.rows);
    put(next, rows);
    setSaid({ laid, left });
    return true;
  };
  const send = () => {
    const made = toGridRows(rows, defaults);
    setFaults(made.faults);
    setSaid(made.rows.length === 0 && made.faults.length === 0 ? 'nothing' : null);
    if (made.rows.length > 0) sending.send({ rows: made.rows });
  };
  const filled = rows.filter((row) => !isEmptyRow(row)).length;
  const busy = sending.isPending;
  return (
    <section aria-labelledby="entry" className="entry">
      <h2 id="entry">{t('entry.title')}</h2>
      <p className="small">{t('entry.how')}</p>
      <EntryLists />
      <EntryDefaultsForm
        defaults={defaults}
        disabled={busy}
        onChange={(next) => setDraft((now) => ({ ...now, defaults: next }))}
      />
      <EntryTable
        ref={table}
        rows={rows}
        defaults={defaults}
        faults={faults}
        disabled={busy}
        onCell={(at, column, text) => put(withCell(rows, at, column, text))}
        onPaste={paste}
        onDelete={(at) =>
          put(
            rows.filter((_, index) => index !== at),
            rows,
          )
        }
      />
      <p role="status" className="small">
        <Said said={said} />
      </p>
      <EntryFaults faults={faults} onJump={(fault) => table.current?.focus(fault)} />
      <p className="entry__buttons">
        <Button type="primary" loading={busy} onClick={send}>
          {t('entry.send', { n: filled })}
        </Button>
        <Button disabled={busy} onClick={() => setDraft((now) => ({ ...now, rows: withRoom(now.rows, MORE) }))}>
          {t('entry.moreRows')}
        </Button>
        <Button disabled={busy || filled === 0} onClick={() => put(emptyRows(), rows)}>
          {t('entry.clear')}
        </Button>
        {before ? (
          <Button disabled={busy} onClick={() => put(before, null)}>
            {t('entry.undo')}
          </Button>
        ) : null}
      </p>
      {sending.view}
    </section>
  );
}

/** Sends rows; the same rows again go under the same key, so that they cannot be handed in twice. */
function useSendRows(onSent: () => void, onRead: (id: string) => void) {
  const handIn = useHandIn(() => {});
  const { t } = useTranslation();
  const go = (attempt: Attempt) =>
    handIn.mutate(attempt, {
      onSuccess: ({ id }) => {
        onSent();
        onRead(id);
      },
    });
  const send = (what: Exclude<Attempt['what'], File>) => {
    const last = handIn.variables;
    const same = last !== undefined && JSON.stringify(last.what) === JSON.stringify(what);
    go(same ? last : newAttempt(t('entry.name'), what));
  };
  const { variables, isPending, error } = handIn;
  const view = (
    <>
      {isPending && variables ? <RunProgress runKey={variables.key} of="handIn" /> : null}
      {error && variables ? <HandInProblem error={error} attempt={variables} onAgain={go} /> : null}
    </>
  );
  return { send, isPending, view };
}

/** What became of a pasted block, or that there is nothing to send. */
function Said({ said }: { said: Said }) {
  const { t } = useTranslation();
  if (said === null) return null;
  if (said === 'nothing') return t('entry.nothing');
  const { laid, left } = said;
  const { how, dropped, empty } = laid;
  return (
    <>
      {t(`entry.pasted.${how}`, { n: laid.rows.length - left })}
      {dropped.length > 0 ? t('entry.pasted.dropped', { columns: dropped.join(t('sheet.and')) }) : ''}
      {empty > 0 ? t('entry.pasted.empty', { n: empty }) : ''}
      {left > 0 ? t('entry.pasted.left', { n: left }) : ''}
    </>
  );
}
