import type { Problem } from './effect-rows.ts';

interface Place {
  sheet: string | null;
  cell: string | null;
}

/** Whether all places are on one sheet, whose name then says nothing. */
export function onOneSheet(places: readonly Place[]): boolean {
  return new Set(places.flatMap(({ sheet }) => sheet ?? [])).size <= 1;
}

/** 表1!D5, or D5 where there is one sheet only; null for the whole file. */
export function placeText({ sheet, cell }: Place, oneSheet: boolean): string | null {
  if (oneSheet && cell !== null) return cell;
  return [sheet, cell].filter((part) => part !== null).join('!') || null;
}

/** What a problem says, without the place that stands beside it. */
export function messageText({ message, cell }: Pick<Problem, 'message' | 'cell'>): string {
  const colon = message.indexOf('：');
  const place = message.slice(0, colon).trimEnd();
  if (cell === null || colon < 0 || !place.endsWith(cell)) return message;
  return /[A-Z0-9]$/.test(place.slice(0, -cell.length)) ? message : message.slice(colon + 1);
}
