import type { ReadFigure } from '@dabiao/domain/problem';

/**
 * Figures column by column, for the way from the reading process: words by their place in a list, numbers as they are.
 * A hundred thousand figures written one by one are thirty megabytes of the same words.
 */
export interface FigureColumns {
  words: string[];
  /** Six places in `words` for each figure: indicator, region, unit, status, sheet, column of the cell. */
  named: number[];
  /** Four numbers for each figure: year, value, decimals, row. */
  numbers: number[];
  /** Place in `words` of what the cell says; −1 where it says the value as it is. */
  raw: number[];
  /** Place in `words`; −1 for null. */
  rawUnit: number[];
}

const NAMED = 6;
const NUMBERS = 4;
const COLUMN = /^[A-Z]+/;

class WordList {
  readonly words: string[] = [];
  readonly #places = new Map<string, number>();

  place(word: string): number {
    const known = this.#places.get(word);
    if (known !== undefined) return known;
    this.#places.set(word, this.words.length);
    return this.words.push(word) - 1;
  }
}

/** Takes figures apart into columns. */
export function packFigures(figures: readonly ReadFigure[]): FigureColumns {
  const list = new WordList();
  const packed: FigureColumns = { words: list.words, named: [], numbers: [], raw: [], rawUnit: [] };
  for (const figure of figures) {
    const { indicator, region, unit, status, sheet, cell } = figure;
    const column = COLUMN.exec(cell)?.[0] ?? '';
    for (const word of [indicator, region, unit, status, sheet, column]) packed.named.push(list.place(word));
    packed.numbers.push(figure.year, figure.value, figure.decimals, figure.row);
    packed.raw.push(figure.raw === String(figure.value) ? -1 : list.place(figure.raw));
    packed.rawUnit.push(figure.rawUnit === null ? -1 : list.place(figure.rawUnit));
  }
  return packed;
}

/** Puts figures together again; the inverse of packFigures. */
export function unpackFigures({ words, named, numbers, raw, rawUnit }: FigureColumns): ReadFigure[] {
  const word = (place: number | undefined): string => words[place ?? -1] ?? '';
  return raw.map((rawPlace, index) => {
    const [names, counts] = [index * NAMED, index * NUMBERS];
    const value = numbers[counts + 1] ?? 0;
    const row = numbers[counts + 3] ?? 0;
    const unitPlace = rawUnit[index] ?? -1;
    return {
      indicator: word(named[names]),
      region: word(named[names + 1]),
      year: numbers[counts] ?? 0,
      value,
      decimals: numbers[counts + 2] ?? 0,
      unit: word(named[names + 2]),
      status: word(named[names + 3]) as ReadFigure['status'],
      sheet: word(named[names + 4]),
      cell: `${word(named[names + 5])}${row}`,
      row,
      raw: rawPlace < 0 ? String(value) : word(rawPlace),
      rawUnit: unitPlace < 0 ? null : word(unitPlace),
    };
  });
}
