import { onOneLine } from './draft-wording.ts';

/** Name a person replaces by the document's short name. */
export const PLACEHOLDER = 'draft';
/** What a document without any heading is put under. */
const BODY = '正文';
/** Levels of headings a catalogue knows. */
const LEVELS = 5;

/** A heading path as a catalogue has it. */
export const clauseOf = (path: readonly string[]): string[] => {
  const clean = path.map((part) => onOneLine(part, 200)).filter((part) => part !== '');
  return clean.length > 0 ? clean.slice(0, LEVELS) : [BODY];
};
