import type { Marked, SearchHit } from '@dabiao/contract/search';
import type { JudgedState } from '@dabiao/store/assessments';
import type { Found } from './find.ts';
import type { Span } from './sounds.ts';
import { marksOf, type Term } from './term.ts';

/** A passage longer than this is cut around what was found in it. */
const MAX_PASSAGE = 64;
/** What is left standing before the first mark. */
const LEAD = 16;

/** The stretch of a text that shows its first mark, with … where something was left out. */
function cut(text: string, marks: readonly Span[]): Marked {
  if (text.length <= MAX_PASSAGE) return { text, marks: [...marks] };
  const from = Math.max(0, Math.min((marks[0]?.from ?? 0) - LEAD, text.length - MAX_PASSAGE));
  const to = from + MAX_PASSAGE;
  const [before, after] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  const shift = before.length - from;
  const inside = marks.filter((mark) => mark.from >= from && mark.to <= to);
  return {
    text: before + text.slice(from, to) + after,
    marks: inside.map((mark) => ({ from: mark.from + shift, to: mark.to + shift })),
  };
}

const marked = (term: Term, { words }: Found): Marked => ({ text: term.text, marks: marksOf(term, words) });

/** The other name that the words are found in, where the title has none of them. */
function aliasOf(title: Marked, found: Found): Marked | null {
  if (title.marks.length > 0) return null;
  const names = [...found.entry.titles.slice(1), ...found.entry.aliases].map((term) => marked(term, found));
  return names.find(({ marks }) => marks.length > 0) ?? null;
}

/** An entry as it is shown in a language, with the verdict of a target where there is one. */
export function toHit(found: Found, lang: 'zh' | 'en', state: JudgedState | undefined): SearchHit {
  const { kind, id, titles, passages, document, region, clause, targets } = found.entry;
  const shown = (lang === 'en' && titles[1]) || titles[0];
  const whole = shown ? marked(shown, found) : { text: id, marks: [] };
  const title = kind === 'goal' ? cut(whole.text, whole.marks) : whole;
  const [passage] = kind === 'target' ? passages : [];
  const { verdict, early, provisional } = state?.assessment ?? {};
  return {
    id,
    title,
    alias: aliasOf(whole, found),
    quote: passage ? cut(passage.text, marksOf(passage, found.words)) : null,
    document,
    region,
    clause: [...clause],
    targets,
    verdict:
      kind === 'target' && verdict !== undefined
        ? { verdict, early: early ?? false, provisional: provisional ?? false }
        : null,
  };
}
