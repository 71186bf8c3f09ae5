import { useEffect, useRef, useState } from 'react';
import { recall, remember } from '../tab-memory.ts';
import { type EntryRow, emptyRows } from './entry-rows.ts';
import type { EntryDefaults } from './typed-row.ts';

/** What was typed and not yet sent, with the rows of before the last paste, clearing or deletion. */
export interface EntryDraft {
  rows: EntryRow[];
  defaults: EntryDefaults;
  before: EntryRow[] | null;
}

/** One draft for each user of a tab. */
const nameOf = (user: string): string => `entry.${user}`;
const SAVE_AFTER_MS = 300;

const freshDraft = (region: string): EntryDraft => ({
  rows: emptyRows(),
  defaults: { region, year: '', status: '' },
  before: null,
});

/** Puts rows into the draft in place of what is there; the way back is kept. */
export function putIntoDraft(user: string, rows: EntryRow[]): void {
  const known = recall<EntryDraft>(nameOf(user));
  const defaults = { region: '', year: '', status: '' };
  remember(nameOf(user), { rows, defaults, before: known?.rows ?? null });
}

/**
 * The draft of a user, kept in the tab shortly after every change and when the page goes away.
 * @param region name of the region that stands for empty cells at first
 */
export function useEntryDraft(user: string, region: string) {
  const [draft, setDraft] = useState(() => recall<EntryDraft>(nameOf(user)) ?? freshDraft(region));
  const latest = useRef<EntryDraft | null>(draft);
  useEffect(() => {
    latest.current = draft;
    const timer = setTimeout(() => remember(nameOf(user), latest.current), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [user, draft]);
  useEffect(() => {
    const save = () => remember(nameOf(user), latest.current);
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [user]);
  const forget = () => {
    latest.current = null;
    remember(nameOf(user), null);
  };
  return { draft, setDraft, forget };
}
