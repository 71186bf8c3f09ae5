import type { ProposedDocument } from '@dabiao/domain/proposal';
import { findDocument } from '@dabiao/store/documents';
import type { Db } from '@dabiao/store/open';
import { soundOf } from './search/sounds.ts';

/** A name as it is spelt in pinyin, without tones: 临沂 is linyi. */
const spelling = (name: string): string => [...name].map((letter) => soundOf(letter).spellings[0] ?? '').join('');

/** A short name that no document has yet: the place, and the year it was issued or begins to count. */
export async function freeDocumentName(
  db: Db,
  document: Pick<ProposedDocument, 'issuedOn' | 'period'>,
  place: string | null,
): Promise<string> {
  const short = (place ?? '').replace(/(?:特别行政区|自治区|自治州|自治县|省|市|区|县)$/, '');
  const year = document.issuedOn?.slice(0, 4) ?? document.period?.from ?? null;
  const name = [spelling(short).slice(0, 40) || 'document', year].filter((part) => part !== null).join('-');
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${name}-${number}`;
    if (!(await findDocument(db, free))) return free;
  }
}
