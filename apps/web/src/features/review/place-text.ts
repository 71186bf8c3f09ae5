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

/** What a problem says in either language, without the place in front of it, which stands beside it. */
export function withoutPlace(sentence: string, cell: string | null): string {
  if (cell === null) return sentence;
  return sentence.startsWith('Sheet “') ? withoutEnglishPlace(sentence, cell) : withoutChinesePlace(sentence, cell);
}

function withoutEnglishPlace(sentence: string, cell: string): string {
  const place = `, cell ${cell}: `;
  const at = sentence.indexOf(place);
  return at < 0 ? sentence : sentence.slice(at + place.length);
}

function withoutChinesePlace(sentence: string, cell: string): string {
  const colon = sentence.indexOf('：');
  const place = sentence.slice(0, colon).trimEnd();
  if (colon < 0 || !place.endsWith(cell)) return sentence;
  return /[A-Z0-9]$/.test(place.slice(0, -cell.length)) ? sentence : sentence.slice(colon + 1);
}
