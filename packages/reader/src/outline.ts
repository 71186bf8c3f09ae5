import { ORDINAL } from './chinese-number.ts';
import { beginsParagraph, PART } from './line-breaks.ts';
import type { Paragraph } from './normal-text.ts';
import { UNIT_PATTERN } from './unit-words.ts';

/** A heading with its place among the headings; the root has none. */
export interface Clause {
  heading: string;
  /** 0 root, 1 一、 2 （一） 3 1. 4 （1） 5 row of a box. */
  level: number;
  parent: Clause | null;
}

/** A piece of a paragraph under its heading. */
export interface Block {
  clause: Clause;
  paragraph: Paragraph;
  /** Where the body begins in the paragraph: after the heading that leads it. */
  from: number;
  /** A paragraph that is nothing but its heading. */
  bare: boolean;
}

const LEVELS: readonly [pattern: RegExp, level: number][] = [
  [/^第[一二三四五六七八九十百\d]+[章部篇]/, 1],
  [new RegExp(`^${ORDINAL}[、.．]`), 1],
  [/^第[一二三四五六七八九十百\d]+节/, 2],
  [new RegExp(`^（${ORDINAL}）`), 2],
  [/^\d{1,3}(?:[.．、](?!\d)|\.(?=[^\d]))/, 3],
  [/^\d{1,2}\.\d{1,2}\.\d{1,2}\s?(?=[“\u4e00-\u9fa5])/, 3.6],
  // 1.1 准确把握, but not 2.69 万亿元
  [
    new RegExp(
      `^\\d{1,2}\\.\\d{1,2}(?!\\s?(?:[万亿%‰]|以上|以下|以内|左右|${UNIT_PATTERN}))\\s?(?=[“\\u4e00-\\u9fa5])`,
    ),
    3.3,
  ],
  [/^（\d{1,3}）|^\d{1,3}）|^[①-⑳]/, 4],
  [/^专栏\d*/, 4],
];

const LONGEST = 60;

/** Level of the heading a line begins with; 0 where it begins none. */
export const headingLevel = (line: string): number => LEVELS.find(([pattern]) => pattern.test(line))?.[1] ?? 0;

/** A sentence that demands something is no heading even where a number leads it. */
const DEMANDS = new RegExp(
  `\\d[多余]?(?:[万亿]|${UNIT_PATTERN})|压[缩减]一半|分之[一二三]|翻[一两]?番|[到至]20\\d\\d年|全部(?:开通|完成|实现|纳入|达到|建成|接入)|全覆盖|清零|(?:达到?|缩小[到至]|[降提][高低]?[到至]|控制在|保持在|超过|突破|不低于)\\d`,
);

/**
 * End of the heading in a numbered paragraph: the whole line where no sentence ends in it, otherwise its first
 * sentence where that is short, says no figure and more follows (（一）产业链群聚合行动。突出…).
 * @returns 0 where the paragraph begins with text
 */
function headingEnd(text: string): number {
  const stop = text.search(/[。！]/);
  if (stop < 0) return text.length <= LONGEST && !/[；]/.test(text) && !endsOpen(text) ? text.length : colonEnd(text);
  const first = text.slice(0, stop);
  if (first.length <= LONGEST && !DEMANDS.test(first.replace(/^\S{1,5}?[、.）]/, ''))) return stop;
  return colonEnd(text);
}

/**
 * Title of a box: the whole line, or, where the box came out of its page as one line, what stands before its first
 * number or colon.
 */
function boxEnd(text: string): number {
  if (text.length <= LONGEST) return text.length;
  const end = text.slice(4, LONGEST).search(/（[一二三四五六七八九十]）|\d[.．、]|[：。]/);
  return end < 0 ? text.length : end + 4;
}

const endsOpen = (text: string): boolean =>
  /[，、：]$/.test(text) || DEMANDS.test(text.replace(/^[^、.）]{1,4}[、.）]/, ''));

/** A heading may end with a colon or a space where its paragraph is one long sentence. */
function colonEnd(text: string): number {
  const colon = text.search(/[：]/);
  return colon > 2 && colon <= 24 && !DEMANDS.test(text.slice(0, colon)) ? colon : 0;
}

/** Above the first numbered level. */
const PART_LEVEL = 0.5;

/** An annex is a document of its own: nothing said in the headings before holds for it. */
const ANNEX = /^附(?:件|表|录)\s?[\d一二三四五六七八九十]{0,3}[：:]?$/;
const ANNEX_LEVEL = 0.25;
/** The title of an annex on the line after its number. */
const isTitle = (text: string): boolean => text.length <= 40 && !/[。，；]/.test(text) && headingLevel(text) === 0;

/** A short line in a box that is neither a sentence nor a list: the name of a row (智能装备). */
const isRowName = (text: string): boolean => text.length <= 16 && !/[。，；：、\d]/.test(text);

/** Puts every paragraph under its heading; headings nest by the kind of their numbers. */
export function readOutline(paragraphs: readonly Paragraph[], source: string): Block[] {
  const root: Clause = { heading: '', level: 0, parent: null };
  let clause = root;
  const blocks: Block[] = [];
  const open = (heading: string, level: number) => {
    let parent = clause;
    while (parent.level >= level && parent.parent) parent = parent.parent;
    clause = { heading, level, parent };
  };
  for (const paragraph of paragraphs) {
    const text = paragraph.text;
    const level = headingLevel(text);
    let from = 0;
    if (level > 0) from = text.startsWith('专栏') ? boxEnd(text) : headingEnd(text);
    else if (clause.level > 0 && ANNEX.test(text)) from = text.length;
    else if (clause.level === ANNEX_LEVEL && ANNEX.test(clause.heading) && isTitle(text)) from = text.length;
    else if (PART.test(text)) from = text.length;
    else if (inBox(clause) && isRowName(text) && !beginsParagraph(text)) from = text.length;
    if (from === 0 && (level === 1 || level === 2)) open(label(text), level);
    if (from > 0) open(verbatim(source, paragraph, from), level || unnumbered(text, clause));
    const rest = /^[。：！]/.test(text.slice(from)) ? from + 1 : from;
    blocks.push({ clause, paragraph, from: rest, bare: rest >= text.length });
  }
  return blocks;
}

function unnumbered(text: string, clause: Clause): number {
  if (ANNEX.test(text) || ANNEX.test(clause.heading)) return ANNEX_LEVEL;
  return PART.test(text) ? PART_LEVEL : 5;
}

/** The first words of a numbered paragraph that has no heading: 五、政府采购面向中小企业预留份额不低于40%，… */
const label = (text: string): string => (/^[^，。；：]{1,24}/.exec(text)?.[0] ?? text.slice(0, 24)).trim();

/** A heading as it stands in the text, without the breaks and blanks a page put into it. */
function verbatim(source: string, { places }: Paragraph, end: number): string {
  const words = source.slice(places[0], (places[end - 1] ?? 0) + 1);
  return words
    .replace(/[\r\n\f\u3000\t]+|(?<=[\u4e00-\u9fa5、，“”])[ \u00a0]+(?=[\u4e00-\u9fa5、，“”])/g, '')
    .replace(/[。：:]$/, '')
    .trim();
}

function inBox(clause: Clause): boolean {
  return (
    clause.heading.startsWith('专栏') || (clause.level === 5 && clause.parent?.heading.startsWith('专栏') === true)
  );
}

/** Headings from the outermost to this one. */
export function clausePath(clause: Clause): string[] {
  const path: string[] = [];
  for (let one: Clause | null = clause; one?.parent; one = one.parent) path.unshift(one.heading);
  return path;
}
