import type { ClauseFacts } from './clause-facts.ts';
import type { DepartmentBook } from './department-book.ts';
import { mayGrant, readGrants } from './measures.ts';
import { trimmed } from './normal-text.ts';
import type { Block, Clause } from './outline.ts';
import type { ReadMeasure } from './reading.ts';
import { viewSentence } from './sentence-view.ts';
import type { Sentence } from './sentences.ts';

/** What the sentences of a document grant, in the order they are shown to it. */
export class MeasureGathering {
  private readonly found: { measure: ReadMeasure; clause: Clause }[] = [];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** What a sentence grants, unless its part of the document tells of the past. */
  readSentence(sentence: Sentence, { clause, paragraph }: Block, factsOf: (clause: Clause) => ClauseFacts): void {
    if (!mayGrant(sentence.text)) return;
    const facts = factsOf(clause);
    if (facts.lookingBack) return;
    const place = (at: number): number => paragraph.places[sentence.start + at] ?? 0;
    for (const one of readGrants(viewSentence(sentence.text, null))) {
      const span = trimmed(this.text, place(one.start), place(one.end - 1) + 1);
      this.found.push({ measure: { ...one, ...span, clause: facts.path, departments: [] }, clause });
    }
  }

  /** The measures in the order of the text, each with the departments of its clause. */
  measures(book: DepartmentBook): ReadMeasure[] {
    return this.found
      .map(({ measure, clause }) => ({ ...measure, departments: book.departmentsAt(clause, measure.start) }))
      .sort((a, b) => a.start - b.start);
  }
}
