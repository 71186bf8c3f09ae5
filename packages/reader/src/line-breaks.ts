import { ORDINAL } from './chinese-number.ts';
import { UNIT_PATTERN } from './unit-words.ts';

/** What the lines of a text have in common: whether a column width broke them, and which. */
export interface LineFacts {
  /** Width in Chinese letters at which lines were broken; 0 where paragraphs stand on one line each. */
  width: number;
  /** Each paragraph is set in from the left, so that a row that is not goes on. */
  indents: boolean;
  /** There are lines enough to know that no width broke them: each is a paragraph, an item or a cell. */
  whole: boolean;
}

/** A line of text with what is known of its row on the page. */
export interface PageRow {
  text: string;
  /** How wide the row is that the line belongs to, in Chinese letters. */
  width: number;
  /** It is set in from the left by as much as a paragraph is. */
  indented: boolean;
}

/** Page numbers and running heads as they come out of a PDF or a word processor. */
const FURNITURE = [
  /^[-—–·•\s]+\d{1,4}[-—–·•\s]+$/,
  /^第\d{1,4}页(?:[，、/\s]*共\d{1,4}页)?$/,
  /^\d{1,4}\/\d{1,4}$/,
  /^[-:\t]{3,}$/,
  /^(?:Page|page)\s*\d+(?:\s*of\s*\d+)?$/,
];

/** Whether a line belongs to the page and not to the text. */
export const isFurniture = (line: string): boolean => FURNITURE.some((pattern) => pattern.test(line));

/**
 * How a new paragraph begins: a heading's or a list's number, a dash, the label of a line of departments. GB/T 9704
 * numbers headings 一、 （一） 1. （1）.
 */
const BEGINS = new RegExp(
  `^(?:${ORDINAL}[、.．]|（${ORDINAL}）|第[一二三四五六七八九十百\\d]+[章节条部篇]|\\d{1,3}[.．、](?!\\d)|（\\d{1,3}）|\\d{1,3}）|` +
    '[①-⑳❶-❿]|——|[●■★◆▲▪○□•·]|专栏|附件|附表|附录|表\\d|图\\d|' +
    '（?(?:责任|牵头|配合|主办|承办|主责)(?:单位|部门|（)|[一二三四五六七八九十]是|[一二三四五六七八九十]要)',
);

/** A cell of a table on a line of its own: a word of its head, or nothing but a unit. */
const CELL = new RegExp(
  `^(?:类别|类型|分类|领域|序号|指标(?:名称)?|单位|属性|预期性|约束性|(?:万亿|亿|万|千)?${UNIT_PATTERN}(?:/[\\u4e00-\\u9fa5]{1,4})?)$`,
);

/** Whether a line begins a paragraph of its own. */
export const beginsParagraph = (line: string): boolean => BEGINS.test(line);

const NUMBERED_HEADING = new RegExp(
  `^(?:${ORDINAL}、|（${ORDINAL}）|第[一二三四五六七八九十百\\d]+[章节部篇]|\\d{1,3}[.．、](?!\\d))`,
);

/** Parts of a document that stand over numbered ones where their headings bear no number: 2026年重点工作. */
export const PART =
  /^(?=.{4,36}$)[^。，；：！？]*?(?:回顾|发展成就|主要成就|发展现状|面临形势|形势任务|主要目标|预期目标|发展目标|目标任务|重点工作|主要任务|重点任务|工作安排|工作任务|工作部署|工作建议|总体要求|总体思路|指导思想|基本原则|保障措施|组织保障|组织实施|名词解释|名词说明|(?:20\d\d|今)年(?:政府|主要|重点)?工作)(?:安排|建议|安排建议|打算|考虑)?$/;
/** Items of a list that stand on a line each, without a mark at the end, begin with what is to be done. */
const BEGINS_ITEM =
  /^(?:新增|新建|新改建|新组建|新推广|改建|改造|扩建|建设|建成|完成|实施|推进|推动|推出|打造|打通|培育|引进|开展|开办|开工|开通|举办|组织|交付|帮助|为|全年|力争|支持|创建|争创|发展|提升|完善|优化|加快|加强|构建|一体)/;

/** 建设充电桩800个: an item is complete with the amount at its end. */
const AMOUNT_LAST = new RegExp(`\\d[万亿]{0,2}${UNIT_PATTERN}(?:以上|以内|左右)?$`);

const POINT = /^[●■★◆▲▪○□•·]/;

/** A heading's number with nothing behind it. */
const BARE_NUMBER = new RegExp(`^(?:${ORDINAL}、|（${ORDINAL}）|\\d{1,3}[.．、]|（\\d{1,3}）)$`);

/** A sentence is over after these, where a closing bracket or quotation mark may follow, and who is to do it is said. */
const ENDS = /(?:[。！？；：!?][”’）】》]?|(?:负责|配合|牵头|落实|参与)）)$/;

/** What documents are called: a line that ends so and is not broken off is a title. */
const TITLE = /(?:通知|意见|方案|规划|计划|办法|决定|公告|批复|报告|纲要|措施|细则|要点)$/;

/** 国办发〔2019〕6号: a line of its own under a title. */
const DOCUMENT_NUMBER = /^[\u4e00-\u9fa5]{1,12}[〔[（(]20\d\d[〕\])）]\d{1,4}号$/;

/** 承保规模不|低于500亿美元: no line of its own ends so, */
const BREAKS_OFF = /[\u4e00-\u9fa5](?:不|较|比|约|近|超|至|将|由|从)$/;
/** none begins so, nor does a cell: …化解|率100%; */
const MID_WORD = /^[率性度量额数](?=[\d达不超突提降保稳])/;
/** and no line of a column: …总额|突破1500亿元. */
const RUNS_ON = /^(?:突破|达到|达|低于|不低于|不少于|不超过|超过|高于)\d/;

/** …平均降低|0.255元/立方米: a verb of change waits for its number. */
const CHANGES = /(?:降低|下降|增长|提高|达到|突破|不低于|不少于|不超过|控制在|压缩[至到]|提高[至到]|降[至到])$/;

/** A line that ends with a date or a time of day stamps a page. */
const STAMP = /(?:20\d{2}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[:：]\d{2})$/;

/** How wide a line is in Chinese letters; digits and Latin letters take half of one. */
const extent = (line: string): number => line.length - (line.match(/[!-~]/g)?.length ?? 0) / 2;

/** A paragraph, an item of a list or a clause ends so; a line that a width broke ends anywhere. */
const MARKED = /[，、。；：！？”》）\d]$/;
const FEWEST_ROWS = 6;

/**
 * Looks for a column width: many lines of nearly the greatest length. Prose broken at a width has two lines in
 * five or more that fill it; paragraphs on one line each have lengths of all kinds. Where rows came out torn, fewer
 * fill it, but of the lines that end without a mark, which else are headings alone, one in five or more does. A list
 * of things to be done may have lines of one length, but hardly a full stop.
 */
export function lineFacts(lines: readonly string[], indented = 0): LineFacts {
  const indents = indented >= lines.length * 0.05 && indented <= lines.length * 0.6;
  const long = lines.filter((line) => line.length > 8);
  if (long.length < FEWEST_ROWS) return { width: 0, whole: false, indents };
  const extents = new Map(long.map((line) => [line, extent(line)]));
  const width = [...extents.values()].toSorted((a, b) => a - b)[Math.floor(extents.size * 0.9)] ?? 0;
  const isFull = (line: string) => (extents.get(line) ?? 0) >= width - 4 && (extents.get(line) ?? 0) <= width + 3;
  const full = long.filter(isFull).length;
  const open = long.filter((line) => !MARKED.test(line));
  const cut = open.filter(isFull).length;
  const torn = full >= long.length * 0.15 && cut >= FEWEST_ROWS && cut >= open.length * 0.2;
  const prose = long.filter((line) => /[。；]/.test(line)).length >= long.length * 0.1;
  const broken = prose && width <= 80 && (full >= long.length * 0.3 || torn);
  return { width: broken ? width : 0, whole: !broken, indents };
}

/** A page's row may be torn behind these marks, and before these, where a font changes. */
const TORN_BEHIND = /[，、；：。”》]$/;
const TORN_BEFORE = /^[“《（]/;

/** Letters by which a row that fills the width may fall short of it, */
const SHORT_BY = 5;
/** and by which one put together of several lines may differ: marks at the end hang over or are set narrow. */
const RAGGED = 2.5;

/**
 * How long the rows of the page are that lines belong to. Where a PDF changes its font, mostly at a mark, a row comes
 * out in several lines (…达2.5件，⏎累计有⏎效注册商标…): lines torn so that fill the width together are one row.
 * @returns the width by line in Chinese letters, the line's own where it is a row by itself
 */
export function rowWidths(lines: readonly string[], { width }: LineFacts): number[] {
  const widths = lines.map(extent);
  if (width === 0) return widths;
  // what stands behind a full stop alone may be a heading, but hardly where rows are torn all over
  const rows = tornRows(lines, widths, width, false);
  const all = rows.length >= FEWEST_ROWS && rows.length >= lines.length * 0.02;
  for (const [from, to] of all ? tornRows(lines, widths, width, true) : rows) widths.fill(width, from, to + 1);
  return widths;
}

/**
 * First and last lines of the rows that came out in several.
 * @param stops a row may be torn at full stops alone
 */
function tornRows(
  lines: readonly string[],
  widths: readonly number[],
  width: number,
  stops: boolean,
): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (let from = 0; from < lines.length; from += 1) {
    let [end, sum, inside] = [from, widths[from] ?? 0, stops];
    for (let at = from + 1; at < lines.length; at += 1) {
      const [before = '', line = ''] = [lines[at - 1], lines[at]];
      sum += widths[at] ?? 0;
      if (sum > width + RAGGED || beginsParagraph(line)) break;
      if (!TORN_BEHIND.test(before) && !TORN_BEFORE.test(line)) break;
      if (before.endsWith('。') && PART.test(line)) break;
      inside ||= !before.endsWith('。');
      if (inside && sum >= width - SHORT_BY + 1) end = at;
    }
    if (end > from) found.push([from, end]);
    from = end;
  }
  return found;
}

/**
 * Whether a sentence's end is the end of its paragraph: not where it fills its row and prose goes on below, which is
 * several times as likely as a paragraph whose last row is full.
 */
function isInside(line: PageRow, next: PageRow, { width, indents }: LineFacts): boolean {
  if (width === 0 || line.width < width - 1.5 || !/[。；：！？]$/.test(line.text)) return false;
  if (beginsParagraph(next.text) || next.text.includes('\t')) return false;
  return indents ? !next.indented : next.width >= width - SHORT_BY || /[，。；]/.test(next.text);
}

/**
 * Whether a line runs on into the next one: its sentence is not over, the next begins nothing new, and it is too
 * long to be a title, a heading or a cell, which end without a mark.
 * @param first the first line of the paragraph so far
 */
export function joinsNext(row: PageRow, below: PageRow, first: string, facts: LineFacts): boolean {
  const [{ text: line }, { text: next }, { width, whole, indents }] = [row, below, facts];
  if (ENDS.test(line)) return isInside(row, below, facts);
  if (STAMP.test(line) || line.includes('\t') || next.includes('\t')) return false;
  // 单位：亿元 over a table
  if (/^（?(?:计量)?单位：.{1,12}$/.test(next)) return false;
  if (CELL.test(next) && !/[\d，；。]/.test(line.slice(8))) return false;
  if (DOCUMENT_NUMBER.test(next) || (TITLE.test(line) && line.length < width - SHORT_BY)) return false;
  // 二、 alone, its heading on the next line; 全球第 before 二
  if (width > 0 && BARE_NUMBER.test(line) && !beginsParagraph(next)) return true;
  if (width > 0 && /第$/.test(line) && /^[一二三四五六七八九十\d]/.test(next)) return true;
  if (/^[，。、；：）”》]/.test(next) || (/^%/.test(next) && /\d$/.test(line))) return true;
  if (beginsParagraph(next) || /^（\d{4}年/.test(next)) return false;
  if (width > 0 && CHANGES.test(line) && /^\d/.test(next)) return true;
  const long = line.length >= 8 || first !== line;
  if (/[，、—和与及的]$/.test(line) && long) return true;
  // the rows below the first of a point are set in as well
  if (width > 0 && indents && below.indented && !POINT.test(first)) return false;
  if (/[\d.]$/.test(line) && /^[\d.万亿%个家年]/.test(next) && long) return true;
  if (/[^\d.]\d{1,6}\.$/.test(line) && /^\d/.test(next)) return true;
  if (MID_WORD.test(next) && /[\u4e00-\u9fa5]$/.test(line)) return true;
  if (width > 0 && (row.width >= width - SHORT_BY || (BREAKS_OFF.test(line) && line.length >= 4) || RUNS_ON.test(next)))
    return true;
  if (BEGINS_ITEM.test(first) && BEGINS_ITEM.test(next)) return false;
  if (whole && AMOUNT_LAST.test(line) && !/^(?:以|左右|及|和|的)/.test(next)) return false;
  if (whole && (BEGINS_ITEM.test(next) || line === next || (TITLE.test(line) && line.length <= 60))) return false;
  if (NUMBERED_HEADING.test(first) && !first.includes('。') && first === line) return width === 0 && line.length > 45;
  return line.length >= 30 || (line.length >= 18 && /[，；、：。]/.test(line));
}

/** A page's number that lost the break behind it, before the first words of the next page. */
const GLUED = /^\d{1,3}(?=[\u4e00-\u9fa5“《（])/;
const FEWEST_PAGES = 5;
/** No page is shorter, so that the numbers of a list, one a line, are none of pages. */
const LINES_OF_PAGE = 8;

interface PageNumber {
  line: number;
  page: number;
  /** How many pages lead up to it one by one. */
  run: number;
  before: PageNumber | null;
}

/** The longest run of numbers that go up by one or two: what pages are numbered by, and how many lines they have. */
function longestRun(lines: readonly string[], number: RegExp): { run: PageNumber[]; apart: number } {
  const last = new Map<number, PageNumber>();
  let longest: PageNumber | null = null;
  for (const [line, text] of lines.entries()) {
    const page = Number(number.exec(text)?.[0] ?? 0);
    if (page === 0) continue;
    const [one, two] = [last.get(page - 1), last.get(page - 2)];
    const before = (one?.run ?? 0) >= (two?.run ?? 0) ? (one ?? null) : (two ?? null);
    const found = { line, page, run: (before?.run ?? 0) + 1, before };
    last.set(page, found);
    if (found.run > (longest?.run ?? 0)) longest = found;
  }
  const run: PageNumber[] = [];
  for (let one = longest; one; one = one.before) run.push(one);
  return { run, apart: ((run[0]?.line ?? 0) - (run.at(-1)?.line ?? 0)) / Math.max(run.length - 1, 1) };
}

/**
 * Which lines begin with the number of the page before, as pages read one by one and put together leave it
 * (…经济增速基⏎12本一致): such numbers run on by one or two, a page apart, and most stand inside a sentence.
 * @returns how many letters the number has, by line
 */
export function gluedPages(lines: readonly string[]): ReadonlyMap<number, number> {
  const { run, apart } = longestRun(lines, GLUED);
  const broken = run.filter(({ line }) => /[^。；：！？]$/.test(lines[line - 1] ?? '。')).length;
  if (run.length < FEWEST_PAGES || apart < LINES_OF_PAGE || broken * 2 < run.length) return new Map();
  return new Map(run.map(({ line, page }) => [line, String(page).length]));
}

const BARE = /^\d{1,4}$/;
const FEWEST_BARE = 3;

/**
 * Which lines are nothing but a page's number: they run on a page apart, and a full row or the end of a sentence stands
 * before most of them, which it does not before the numbers of a table's rows.
 */
export function barePages(lines: readonly string[]): ReadonlySet<number> {
  const { run, apart } = longestRun(lines, BARE);
  if (run.length < FEWEST_BARE || apart < LINES_OF_PAGE) return new Set();
  const { width } = lineFacts(lines);
  const ends = (line: string): boolean => ENDS.test(line) || (width > 0 && line.length >= width - SHORT_BY);
  const full = run.filter(({ line }) => ends(lines[line - 1] ?? '')).length;
  return full * 2 < run.length ? new Set() : new Set(run.map(({ line }) => line));
}
