import type { Submission } from '@dabiao/contract/submission';
import { useQuery } from '@tanstack/react-query';
import { sheetsQuery } from './queries.ts';

/** A place in what was handed in. */
export interface Place {
  sheet: string | null;
  cell: string | null;
}

/** Changes of the page's address that lead to a place; null takes a parameter away. */
export type PlaceChanges = Record<'step' | 'look' | 'cell', string | null> & { sheet: number | null };

/** Leads to a cell of what was handed in: its sheet is found by name and shown. */
export function useJump({ id, kind }: Submission, onChange: (changes: PlaceChanges) => void): (place: Place) => void {
  const { data } = useQuery({ ...sheetsQuery(id), enabled: kind === 'file' });
  return ({ sheet, cell }) => {
    const index = data?.items.findIndex((view) => view.sheet === sheet) ?? 0;
    onChange({ step: null, look: null, sheet: index > 0 ? index : null, cell });
  };
}
