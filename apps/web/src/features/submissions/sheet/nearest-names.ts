/** A name of the catalogue that a label may stand for. */
export interface Choice {
  id: string;
  name: string;
  /** Told beside the name: a unit, a code. */
  more?: string;
  /** Searched as well, and not shown: an English name. */
  also?: string | null;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/**
 * Names to choose from: those that hold what was typed, the suggested ones first, names that begin with it before
 * others; before anything is typed the suggested ones alone.
 */
export function nearestNames(
  choices: readonly Choice[],
  suggested: readonly { id: string }[],
  typed: string,
  most: number,
): Choice[] {
  const near = suggested.flatMap(({ id }) => choices.find((own) => own.id === id) ?? []);
  const wanted = plain(typed);
  if (wanted === '') return near.slice(0, most);
  const found = choices.filter(({ id, name, more, also }) => plain([name, more, also, id].join(' ')).includes(wanted));
  const begins = (own: Choice) => Number(plain(own.name).startsWith(wanted));
  const first = (own: Choice) => Number(near.includes(own));
  return found.sort((a, b) => first(b) - first(a) || begins(b) - begins(a)).slice(0, most);
}
