import { blocksOfRules } from './articles.ts';
import { bindsAims, clauseFacts } from './clause-facts.ts';
import { confidenceOf } from './confidence.ts';
import { DepartmentBook } from './department-book.ts';
import { type DepartmentMark, findDepartments } from './departments.ts';
import { readDocumentData } from './document-data.ts';
import { mayQuantify } from './find-quantities.ts';
import { MeasureGathering } from './gather-measures.ts';
import { endOf } from './horizon.ts';
import { type Found, joinYears, linkRestated } from './link.ts';
import { readParagraphs, trimmed } from './normal-text.ts';
import { type Block, type Clause, clausePath, readOutline } from './outline.ts';
import type { Reading } from './reading.ts';
import { readSentence, type SentenceReading } from './sentence-demands.ts';
import { viewSentence } from './sentence-view.ts';
import { cutSentences, type Sentence } from './sentences.ts';
import { toCandidate } from './table-candidates.ts';
import type { TableValue } from './table-row.ts';
import type { RowFacts } from './table-work.ts';
import { readTables } from './tables.ts';
import { findTimes, type Time } from './time.ts';

/** The time that a sentence leaves standing: its last year, and all it named at once (到2022年和2030年). */
interface Left {
  year: number;
  years?: readonly number[];
}

interface Carried extends Left {
  from: string;
  /** What follows as a list, or in the clauses below, is part of the same statement. */
  leads?: boolean;
  /** The time stood at the head of its sentence. */
  scene?: boolean;
}

/** A lead-in ends with a colon, or is short and says little more than the time: nothing is demanded in it. */
const leadsOn = (text: string, from: number, demands: boolean): boolean =>
  /：$/.test(text) || (text.length - from < 40 && !demands);
/**
 * A time at the head of a sentence sets the scene for all that is said until another one is set, as topics do in
 * Chinese; a time inside a sentence is only that of its own verb (2020年底前完成).
 */
const SETS_SCENE =
  /^(?:——|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?(?:[^，。；：]{1,16}[。：])?(?:力争|争取|确保|计划|预计|规划|通过[^，]{1,16}，|经过[^，]{1,16}，)*(?:到|至|“?十|20\d\d|[一二]〇|未来|今后|用)/;
const LISTED = /^(?:——|—|[●■★◆▲▪○□•·]|（\d{1,2}）|\d{1,2}[.．、)）]|[①-⑳]|[一二三四五六七八九十]是)/;

const AIMED = /(?:^|[，。；：])(?:力争|争取|确保)?(?:到|至)(20\d\d)年/g;
/** No plan is made for less than this many years and speaks of what was three years before its first aim as coming. */
const AHEAD = 2;

/**
 * The year before which years are over in a document that bears no date: what it aims at lies ahead of it, so that a
 * bare year well before its first aim tells what was (2019年，产值突破90亿元。到2025年，达到120亿元).
 */
function yearsOver(blocks: readonly Block[]): number | null {
  const aims = blocks.flatMap(({ paragraph }) => [...paragraph.text.matchAll(AIMED)].map(([, year]) => Number(year)));
  return aims.length === 0 ? null : Math.min(...aims) - AHEAD;
}

/** What one pass over the blocks gathers. */
class Gathering {
  readonly reading: Reading;
  readonly found: Found[] = [];
  readonly book = new DepartmentBook();
  readonly measures: MeasureGathering;
  private readonly carried = new Map<Clause, Carried>();
  private readonly clauses = new Map<Clause, ReturnType<typeof clauseFacts>>();

  private readonly text: string;
  private readonly review: Clause | null;
  private readonly document: ReturnType<typeof readDocumentData>;

  /** Whether a report has come to what it aims at, though no heading parted that from its review. */
  private aims = false;
  /** What stands in a body of rules. */
  private readonly rules: ReadonlySet<Block>;
  /** Years before it were over when the document was made. */
  private readonly pastBefore: number | null;
  /** Where the document's own period begins. */
  private readonly firstYear: number | null;
  private readonly planned: boolean;

  constructor(text: string, document: ReturnType<typeof readDocumentData>, blocks: readonly Block[]) {
    this.text = text;
    this.measures = new MeasureGathering(text);
    const report = /工作报告/.test(document.title ?? '');
    this.review = report ? (blocks.find(({ clause }) => clause.level > 0 && clause.level <= 1)?.clause ?? null) : null;
    this.document = document;
    this.rules = blocksOfRules(blocks);
    const { period, madeIn } = document;
    const begun = period && period.from < period.to ? period.from : null;
    this.firstYear = begun ?? madeIn;
    this.planned = begun !== null;
    this.pastBefore = madeIn ?? begun ?? yearsOver(blocks);
    const { madeIn: _, ...data } = document;
    this.reading = { document: data, outline: [], candidates: [], measures: [], leftOut: [] };
  }

  /** @param row what the columns of a table say of the row that the block is; null where it is none */
  readBlock(block: Block, row: RowFacts | null): void {
    const { clause, paragraph } = block;
    if (this.review !== null && AIMS_OF_YEAR.test(paragraph.text)) this.aims = true;
    const marks = findDepartments(paragraph.text);
    for (const mark of marks) this.book.add(clause, paragraph.places[mark.start] ?? 0, mark.departments);
    if (block.bare || marks[0]?.start === 0) return;
    let standing: Carried | null = row?.year ? { year: row.year, from: '完成时限' } : null;
    const isBeside = ({ start, text }: Sentence) =>
      row?.cells.some((cell) => start <= cell.start && cell.end <= start + text.length) ?? false;
    const first = this.found.length;
    const before = this.found.length + this.reading.leftOut.length;
    const readable = withoutMarks(paragraph.text, marks);
    for (const sentence of cutSentences(readable, block.from)) {
      if (isBeside(sentence)) continue;
      const said = this.readSentence(sentence, block, standing);
      this.measures.readSentence(sentence, block, (one) => this.facts(one));
      const scene = SETS_SCENE.test(sentence.text);
      if (
        said &&
        (scene ||
          !(
            this.isAside(said.year) ||
            this.isDeadline(sentence.text, said.year) ||
            isOfOneVerb(sentence.text, said.year)
          ))
      )
        standing = { ...said, from: '前文', scene };
    }
    if (row) {
      for (const one of this.found.slice(first)) one.departments = row.departments;
      return;
    }
    const demands = this.found.length + this.reading.leftOut.length > before;
    const leads = leadsOn(readable, block.from, demands);
    if (standing) this.carried.set(clause, { ...standing, from: '本节上文', leads });
  }

  /** A row of a table: its quote runs from the name to the value. */
  addTableValue(value: TableValue): void {
    const { clause, paragraph } = value.from.block;
    const now = this.document.madeIn ?? this.firstYear;
    const isAhead = ({ year }: { year: number }) => year >= (now ?? 0);
    if (!value.milestones.some(isAhead)) return;
    if (this.facts(clause).lookingBack && !value.milestones.some(({ year }) => now !== null && year > now)) return;
    const last = value.to.block.paragraph;
    const [from, to] = [paragraph.places[value.from.start] ?? 0, (last.places[value.to.end - 1] ?? 0) + 1];
    this.found.push({
      ...toCandidate({ ...value, milestones: value.milestones.filter(isAhead) }),
      ...trimmed(this.text, from, to),
      departments: value.departments ?? [],
      clause: this.facts(clause).path,
    });
    this.book.note(this.found.length - 1, clause);
  }

  private facts(clause: Clause): ReturnType<typeof clauseFacts> {
    const known = this.clauses.get(clause) ?? clauseFacts(clause, this.review, this.firstYear);
    this.clauses.set(clause, known);
    return known;
  }

  /** Year of the lead-in, of the heading, of those over it; nearest first. */
  private carriedFor(clause: Clause, text: string): Carried | null {
    for (let one: Clause | null = clause; one; one = one.parent) {
      // what stands before the first heading leads its own paragraphs, none under the headings
      const carried = one.level > 0 || one === clause ? this.carried.get(one) : undefined;
      if (carried && this.binds(carried, one === clause ? text : null, one)) return carried;
      const { year } = this.facts(one);
      if (year) return year;
    }
    return null;
  }

  /** Whether a year said before holds: for a paragraph beside it (`text`), or for the clauses under it (null). */
  private binds(carried: Carried, text: string | null, { heading }: Clause): boolean {
    if (carried.leads) return true;
    if (text === null) return bindsAims(heading);
    return LISTED.test(text) || (carried.scene === true && !this.isOver(carried.year));
  }

  /** A plan or report of one year names a later year inside a sentence for one work alone (2028年建成潍宿高铁). */
  private isAside(year: number): boolean {
    const { period } = this.document;
    return period !== null && period.from === period.to && year > period.to;
  }

  /** 2017年底前完成改造 inside a sentence of a plan to 2020 says by when that one work is done. */
  private isDeadline(text: string, year: number): boolean {
    const end = this.document.period?.to ?? null;
    return end !== null && year < end && new RegExp(`${year}年(?:年)?(?:底|末)?(?:之|以)?前`).test(text);
  }

  private isOver(year: number): boolean {
    return this.pastBefore !== null && year < this.pastBefore;
  }

  private readSentence(sentence: Sentence, block: Block, standing: Carried | null, subject = ''): Left | null {
    if (!mayQuantify(sentence.text))
      return /\d|五”?[末时期]|年/.test(sentence.text)
        ? this.yearLeft(findTimes(sentence.text, this.document.madeIn), sentence.text)
        : null;
    const view = viewSentence(sentence.text, this.document.madeIn);
    const facts = this.facts(block.clause);
    if (view.quantities.length === 0) return this.yearLeft(view.times, view.text);
    const { period } = this.document;
    const ahead = this.aims && topOf(block.clause) === this.review;
    const found = standing ?? this.carriedFor(block.clause, block.paragraph.text);
    const carried = ahead && found?.from === '标题' ? null : found;
    const setting = {
      horizon: {
        carried,
        documentYear: period?.to ?? null,
        firstYear: this.firstYear,
        planned: this.planned,
        annual: period !== null && period.from === period.to,
      },
      lookingBack: facts.lookingBack && !ahead,
      ruled: this.rules.has(block),
      criteria: facts.criteria,
      madeIn: this.pastBefore,
      subject,
    };
    const reading = readSentence(view, setting);
    const place = (at: number): number => block.paragraph.places[sentence.start + at] ?? 0;
    const endPlace = (at: number): number => place(at - 1) + 1;
    for (const { wordingSpan: _, start, end, ...demand } of reading.demands) {
      const candidate = {
        ...demand,
        ...trimmed(this.text, place(start), endPlace(end)),
        departments: [],
        clause: facts.path,
      };
      this.found.push({ ...candidate, confidence: confidenceOf(candidate) });
      this.book.note(this.found.length - 1, block.clause);
    }
    for (const one of reading.leftOut)
      this.reading.leftOut.push({ ...one, start: place(one.start), end: endPlace(one.end) });
    if (reading.demands.length > 0) this.readAsides(sentence, block, reading);
    return reading.demands.length > 0 ? this.leftBy(reading.said) : this.yearLeft(view.times, view.text);
  }

  /** （其中高技能人才15万人）, （省级5家）: what a demand contains is demanded for the same time. */
  private readAsides(sentence: Sentence, block: Block, { said, demands }: SentenceReading): void {
    for (const { index, groups } of sentence.text.matchAll(ASIDE)) {
      const words = groups?.words ?? '';
      const start = sentence.start + index + 1;
      const whole = demands.findLast(({ wordingSpan }) => wordingSpan[1] <= index);
      const year = whole?.milestones.at(-1)?.year ?? this.yearOf(said);
      const standing = year === null ? null : { year, from: '本句' };
      this.readSentence({ start, text: words }, block, standing, whole?.indicator);
    }
  }

  /**
   * The year that a sentence with no quantity leaves standing for what follows: the last one it aims at
   * (到2025年，实现以下目标。), or a time that is over (“十四五”时期，发展极不平凡。).
   */
  private yearLeft(times: readonly Time[], text: string): Left | null {
    const isOver = ({ years }: Time) => years.length > 0 && this.isOver(years.at(-1) ?? 0);
    const aims = /(?:目标|任务|指标)(?:是|为|如下|有)?：?$/.test(text)
      ? /^(?:by|several|length|span|in)$/
      : /^(?:by|several|length)$/;
    return this.leftBy(
      times
        .filter((one) => !(one.isOfThing && /日$|^[去上]年/.test(one.wording)) && (aims.test(one.sort) || isOver(one)))
        .at(-1) ?? null,
    );
  }

  private leftBy(time: Time | null): Left | null {
    const year = this.yearOf(time);
    if (year === null) return null;
    return time?.sort === 'several' ? { year, years: time.years } : { year };
  }

  private yearOf(time: Time | null): number | null {
    if (time?.sort !== 'length') return time?.years.at(-1) ?? null;
    const documentYear = this.document.period?.to ?? null;
    return time.length ? endOf(time, { firstYear: this.firstYear, documentYear, planned: this.planned }) : null;
  }
}

/** Where a report passes from its review to what is to come. */
const AIMS_OF_YEAR = /(?:今年|20\d\d年)[^。；]{0,30}(?:主要|总体)?(?:预期)?目标(?:任务)?(?:是|为|如下|：)/;

function topOf(clause: Clause): Clause {
  let top = clause;
  while (top.parent && top.parent.level > 0) top = top.parent;
  return top;
}

/** Before a year that holds for what follows it: a pause, or a word that aims. */
const PAUSE = '(?:^|[，；：。、（“—]|力争|争取|确保|计划|预计|并|[到至])';

/** …占比2022年底达到100%: a year between a subject and its verb is that of this verb alone. */
const isOfOneVerb = (text: string, year: number): boolean =>
  text.includes(String(year)) && !new RegExp(`${PAUSE}(?:20\\d\\d年?[—、和至到-])*${year}`).test(text);

/** What is part of what stands before the bracket; （含3万元） only says that a bound is one itself. */
const ASIDE =
  /（(?<words>(?:其中|(?:包?含|包括)(?=[\u4e00-\u9fa5]{2})|(?:国家|省|市|县|区)级[^（）\d]{0,12}(?=\d+[个家项所座名户]))[^（）]*\d[^（）]*)）/g;

/** Departments in brackets say nothing of targets; blanks keep the places. */
function withoutMarks(text: string, marks: readonly DepartmentMark[]): string {
  let rest = text;
  for (const { start, end } of marks) rest = rest.slice(0, start) + '。'.repeat(end - start) + rest.slice(end);
  return rest;
}

/**
 * Reads a policy document: the targets it sets, its measures, and what it says of itself. Deterministic; the same
 * text gives the same answer. Places are UTF-16 places in `text`.
 */
export function readPolicy(text: string): Reading {
  const paragraphs = readParagraphs(text);
  const document = readDocumentData(paragraphs);
  const blocks = readOutline(paragraphs, text);
  const gathering = new Gathering(text, document, blocks);
  const tables = readTables(blocks, {
    madeIn: document.madeIn,
    from: document.period?.from ?? null,
    due: document.period?.to ?? null,
  });
  for (const value of tables.values) gathering.addTableValue(value);
  for (const block of blocks) if (!tables.used.has(block)) gathering.readBlock(block, tables.told.get(block) ?? null);
  const { reading, found, book } = gathering;
  const clauses = new Set(blocks.map(({ clause }) => clause).filter(({ level }) => level > 0));
  reading.outline.push(...[...clauses].map(clausePath));
  const named = found.map((one, index) => ({
    ...one,
    departments: one.departments.length > 0 ? one.departments : book.departmentsOf(index, one.start),
  }));
  const joined = joinYears(named, (start, end) => text.slice(start, end));
  const measures = gathering.measures.measures(book);
  return { ...reading, measures, candidates: linkRestated(joined.sort((a, b) => a.start - b.start || a.end - b.end)) };
}
