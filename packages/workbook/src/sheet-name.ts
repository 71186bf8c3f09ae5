import { writableText } from './cell-text.ts';

/** Letters of the longest sheet name. */
const MAX_NAME = 31;

/** A name that a sheet may have: no []:*?/\, 31 letters, never empty; ' and ! would end it within a link. */
function legalName(wanted: string): string {
  const plain = writableText(wanted)
    .replaceAll("'", '’')
    .replaceAll('!', '！')
    .replace(/[[\]:*?/\\\s]+/g, ' ')
    .slice(0, MAX_NAME)
    .replace(/\p{Cs}$/u, '')
    .trim();
  // Excel keeps this one for itself
  return plain === '' || plain.toLowerCase() === 'history' ? `表${plain}` : plain;
}

/**
 * Names for the sheets of a workbook, in the order of those wanted: what a sheet may not be called is mended, and of
 * names that differ by case only each gets its number.
 */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((own) => {
    const legal = legalName(own);
    let name = legal;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      const tail = ` (${number})`;
      name = `${legal.slice(0, MAX_NAME - tail.length).replace(/\p{Cs}$/u, '')}${tail}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
