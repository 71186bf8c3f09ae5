import { beginsParagraph } from './line-breaks.ts';
import type { Paragraph } from './normal-text.ts';
import type { DocumentData } from './reading.ts';
import { planEnd } from './time.ts';

const NUMBER = /^[^\s，。；]{0,4}?(?<number>[\u4e00-\u9fa5]{1,12}(?:〔|\[|（)(?:19|20)\d{2}(?:〕|\]|）)\d{1,4}号)/;
const TITLE_END =
  /(?:意见|行动计划|工作计划|计划|规划|纲要|方案|报告|通知|决定|办法|措施|要点|规定|细则|政策|条例|指南|清单|战略|目标|行动|实事|实事项目|工作安排|工作部署|工作任务|重点任务|重点工作)(?:（[^）]{1,20}）)*$/;
/** 2021年4月26日, and as pages of the web write it: 2021-04-26. */
const DAY =
  /(?<year>(?:19|20)\d{2})(?:年|[-/.])(?<month>1[0-2]|0?[1-9])(?:月|[-/.])(?<day>[12]\d|3[01]|0?[1-9])(?!\d)日?/;
/** 发布日期：2021-04-26, anywhere in the head of a page. */
const LABELLED_DAY = new RegExp(`(?:发布|成文|印发|公布|公开)(?:日期|时间)[*：\\s]{0,6}${DAY.source}`);
const ISSUER =
  /^(?:中共)?[\u4e00-\u9fa5]{2,40}(?:人民政府|政府|委员会|委|厅|局|办公室|办公厅|部|国务院|管委会|领导小组|省委|市委|区委|县委)(?:办公室|办公厅)?$/;
/** Five of the provinces are also called without what they are. */
const PLACE =
  /(?<place>(?:内蒙古|广西|西藏|宁夏|新疆)(?:[\u4e00-\u9fa5]{0,3}自治区)?(?![\u4e00-\u9fa5]{1,8}(?:市|县|旗|州|盟))|[\u4e00-\u9fa5]{2,10}?(?:省|自治区|特别行政区|市|自治州|盟|地区|新区|自治县|自治旗|县|旗|区))/;
/** What is done or made of a place is none: 推进新型工业化加快建设工业强市, 建设示范区. */
const NO_PLACE =
  /推进|推动|加快|建设|发展|促进|实施|打造|创建|关于|产业|工业|深入|全面|加强|进一步|[强大名新]市$|(?:示范|先行|试验|合作|保税|开放|功能|产业|园|景|社|城|小|片|灾|山|林|牧|库|校|厂|矿|特|专|辖|校园|老旧小)区$/;
const HEAD = 30;
const TAIL = 8;

const iso = (groups: Record<string, string | undefined>): string =>
  `${groups.year}-${(groups.month ?? '').padStart(2, '0')}-${(groups.day ?? '').padStart(2, '0')}`;

/** A date that stands alone in a line, as under a title or a signature. */
function dateLine(text: string): string | null {
  const bare = text.replace(/^[（(]|[）)]$/g, '');
  const match = DAY.exec(bare);
  return match?.groups && match[0].length >= bare.length - 2 ? iso(match.groups) : null;
}

/** The head: lines before the first heading or long paragraph. */
function headLines(lines: readonly string[]): string[] {
  const end = lines.findIndex((line) => (beginsParagraph(line) && !/^——|^附件/.test(line)) || line.length > 90);
  return lines.slice(0, Math.min(end < 0 ? lines.length : end, HEAD));
}

function findTitle(head: readonly string[]): string | null {
  for (let count = 1; count <= 4; count += 1) {
    for (let start = 0; start + count <= Math.min(head.length, 24); start += 1) {
      const parts = head.slice(start, start + count);
      const joined = parts.join('');
      if (parts.some((part) => part.length > 60 || /[。；]|^各.*：$|各位代表|：$/.test(part) || NUMBER.test(part)))
        continue;
      if (joined.length >= 6 && joined.length <= 100 && TITLE_END.test(joined))
        return extendTitle(head, start, start + count);
    }
  }
  return null;
}

/** Lines over and under what ends like a title belong to it: the issuer's name above, （征求意见稿） below. */
function extendTitle(head: readonly string[], start: number, end: number): string {
  let from = start;
  while (from > 0 && isTitlePart(head[from - 1] ?? '')) from -= 1;
  let to = end;
  while (/^（[^）]{2,20}）$/.test(head[to] ?? '') && !DAY.test(head[to] ?? '')) to += 1;
  return head.slice(from, to).join('');
}

const isTitlePart = (line: string): boolean =>
  line.length <= 40 &&
  !/[。：；]|\d{4}年\d|号$/.test(line) &&
  (ISSUER.test(line) ||
    /关于(?:印发|发布|公布|下达)?[^，]{2,}$/.test(line) ||
    /^(?:关于|深入|全面|加快|推进|推动)/.test(line) ||
    /^[\u4e00-\u9fa5“”]{4,40}$/.test(line)) &&
  !/^(?:附件|下载|打印|索引|来源)/.test(line);

function findIssuer(head: readonly string[], tail: readonly string[], title: string | null): string | null {
  const signed = tail.findLast((line) => ISSUER.test(line) && line.length <= 40);
  if (signed) return signed;
  const heading =
    /^(?<issuer>国务院(?:办公厅)?|.{2,40}?(?:人民政府|委员会|办公室|办公厅|厅|局|区委|市委|县委|省委))(?=关于|印发)/.exec(
      title ?? '',
    )?.groups?.issuer;
  return heading ?? head.find((line) => ISSUER.test(line)) ?? null;
}

function findDates(
  lines: readonly string[],
  all: string,
): Pick<DocumentData, 'issuedOn' | 'effectiveFrom' | 'validTo'> {
  const head =
    headLines(lines)
      .map(dateLine)
      .find((date) => date !== null) ?? null;
  const tail =
    lines
      .slice(-TAIL)
      .map(dateLine)
      .findLast((date) => date !== null) ?? null;
  const spoken = headLines(lines)
    .map((line) => DAY.exec(line)?.groups)
    .find((groups) => groups !== undefined);
  const labelled = LABELLED_DAY.exec(all.slice(0, 1_500))?.groups;
  const said = labelled ?? spoken;
  const issuedOn = tail ?? head ?? (said ? iso(said) : null);
  const from = /自(?<date>(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|印发之日|发布之日|公布之日)起(?:施行|实施|执行)/.exec(all)
    ?.groups?.date;
  const to = /有效期(?:限)?(?:至|到|截至)(?<date>(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)/.exec(all)?.groups?.date;
  const day = (text: string | undefined) => {
    const match = DAY.exec(text ?? '');
    return match?.groups ? iso(match.groups) : null;
  };
  return { issuedOn, effectiveFrom: from && !/\d/.test(from) ? issuedOn : day(from), validTo: day(to) };
}

const LENGTHS: Record<string, number> = { 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 十: 10 };

/** 2023—2025年 or 2025年 or “十四五” in the title. */
function titlePeriod(title: string): DocumentData['period'] {
  const span = /((?:19|20)\d{2})年?[—~\-－–至到]+((?:19|20)\d{2})/.exec(title);
  if (span) return { from: Number(span[1]), to: Number(span[2]) };
  const plan = /“?(十[一二三四五六])五”?/.exec(title)?.[1] ?? /第(十[一二三四五六])个五年/.exec(title)?.[1];
  if (plan) return { from: planEnd(plan) - 4, to: planEnd(plan) };
  const onward = /(20\d{2})年(?:及|和|与)(?:今后|未来)([两三四五十])年/.exec(title);
  if (onward) return { from: Number(onward[1]), to: Number(onward[1]) + (LENGTHS[onward[2] ?? ''] ?? 1) - 1 };
  // 2020年计划执行情况与2021年计划草案: what was carried out comes first
  const year =
    [...title.matchAll(/(20\d{2})年(?!\d{1,2}月)/g)].at(-1)?.[1] ?? /^(20\d{2})(?=[\u4e00-\u9fa5])/.exec(title)?.[1];
  return year ? { from: Number(year), to: Number(year) } : null;
}

/** A line of the head that names a year and what is to be done in it, where no line ends like a title. */
const yearedLine = (head: readonly string[]): string =>
  head
    .slice(0, 6)
    .find(
      (line) =>
        line.length <= 40 && /20\d\d年(?!\d)[^，。]*(?:实事|计划|工作|任务|目标|要点|项目|规划|方案)/.test(line),
    ) ?? '';

/** 规划期限为2022—2035年, 2021年起5年内: the plan says itself how long it runs. */
function termOf(all: string): DocumentData['period'] {
  const term = /规划期(?:限)?(?:为|：)(?:从|自)?(20\d{2})年?[—~\-－–至到]+(20\d{2})年/.exec(all);
  if (term) return { from: Number(term[1]), to: Number(term[2]) };
  const begun =
    /(20\d{2})年(?:起|开始)，?(?:用|力争用?|通过|利用|未来|今后)?([两三四五六十]|\d{1,2})年(?:内|时间|左右)/.exec(all);
  const length = LENGTHS[begun?.[2] ?? ''] ?? Number(begun?.[2]);
  return begun && length > 0 ? { from: Number(begun[1]), to: Number(begun[1]) + length - 1 } : null;
}

/** The title of the plan that a notice sends out stands below its own. */
function headPeriod(head: string): DocumentData['period'] {
  const span = /[（(]?((?:19|20)\d{2})年?[—~\-－–至到]+((?:19|20)\d{2})年?[)）]?/.exec(head);
  return span ? { from: Number(span[1]), to: Number(span[2]) } : null;
}

const BY = /(?:到|至)(20\d{2})年|“?(十[一二三四五])五”?末|(20\d{2})年(?:底|末)/g;

/** The year most demands are bound to: the first of those named most often. */
export function commonYear(all: string, made: number | null): number | null {
  const counts = new Map<number, number>();
  const coming = (year: number) => made === null || year >= made;
  for (const [, by, plan, end] of all.matchAll(BY)) {
    const year = plan ? planEnd(plan) : Number(by ?? end);
    if (coming(year)) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function findPeriod(title: string, head: string, all: string, made: number | null): DocumentData['period'] {
  const said =
    titlePeriod(
      title || (/《[^》]{0,60}(?:20\d\d|十[一二三四五六]五)[^》]{1,60}》/.exec(all.slice(0, 400))?.[0] ?? ''),
    ) ??
    termOf(all) ??
    headPeriod(head);
  if (said) return said;
  const common = commonYear(all, made);
  const length =
    LENGTHS[/([两三四五十])年(?:行动|滚动|攻坚|倍增|提升|规划|计划)/.exec(title || all.slice(0, 400))?.[1] ?? ''];
  if (common !== null) return { from: length ? common - length + 1 : Math.min(made ?? common, common), to: common };
  const ranges = /(20\d{2})年?(?:到|至|—|-)(20\d{2})年/.exec(all);
  if (ranges) return { from: Number(ranges[1]), to: Number(ranges[2]) };
  if (made !== null && (OF_A_YEAR.test(title) || yearSpoken(all) === made)) return { from: made, to: made };
  const only = title === '' && made === null ? onlyYear(all) : null;
  return only === null ? null : { from: only, to: only };
}

/** A piece of a document without its head that names one year alone is of that year. */
function onlyYear(all: string): number | null {
  const years = new Set([...all.matchAll(/(?<![〔[\d])(20\d{2})(?:年|[-./]\d)/g)].map(([, year]) => Number(year)));
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

/** Documents made for the year they bear, though their title may not name it; an opinion or a rule is for no year. */
const OF_A_YEAR = /^$|报告|要点|实事|年度|工作安排|工作任务|重点工作|清单|计划/;

const LATEST_REFERENCE = /[〔[]((?:19|20)\d{2})[〕\]]/g;

/** 2024年主要工作安排, 2019年…主要预期目标: the year a report or list without a title of its own is for. */
function yearSpoken(all: string): number | null {
  const spoken = [
    ...all.matchAll(
      /(?<![到至—-])(20\d{2})年(?:的)?(?:[^，。；：\d]{0,14}(?:预期目标|主要目标|民办实事|民生实事|工作安排|工作任务)|(?:重点|主要)?工作)/g,
    ),
  ];
  if (spoken.length === 0) return null;
  const year = Math.max(...spoken.map(([, one]) => Number(one)));
  // 2025年主要目标 in a plan that also aims at 2023 is one of its aims
  return [...all.matchAll(/[到至](20\d{2})年/g)].some(([, aim]) => Number(aim) < year) ? null : year;
}

/** A page dated after all that its text strives for, and after the plan it is called by, shows an older document. */
function isReprint(issued: number, all: string): boolean {
  const aims = [
    ...all.matchAll(/(?:力争|争取|计划|确保)[^。，；]{0,12}?[到至](20\d{2})年/g),
    ...all.slice(0, 800).matchAll(/20\d{2}年?[—~－–\-至到](20\d{2})年?）/g),
  ];
  return aims.length > 0 && Math.max(...aims.map(([, year]) => Number(year))) < issued;
}

/** The year the document was made: its date, its number, or the newest document it names. */
export function yearMade(data: Pick<DocumentData, 'issuedOn' | 'number' | 'title'>, all: string): number | null {
  const issued = data.issuedOn ? Number(data.issuedOn.slice(0, 4)) : null;
  if (issued !== null && !isReprint(issued, all)) return issued;
  const own = /(?:19|20)\d{2}/.exec(data.number ?? '')?.[0];
  if (own) return Number(own);
  const report = /(20\d{2})年?[^—\-－–至到前].{0,22}?(?:工作报告|计划|要点|任务|安排|实事|清单|工作指导意见)/.exec(
    data.title ?? '',
  )?.[1];
  if (report) return Number(report);
  const span = titlePeriod(data.title ?? '');
  const annual = span && span.from < span.to ? null : yearSpoken(all);
  if (annual !== null) return annual;
  const named = [...all.matchAll(LATEST_REFERENCE)].map((match) => Number(match[1]));
  return named.length > 0 ? Math.max(...named) : null;
}

/** What the block over a document on a government's page says under a label (发文机关：国务院办公厅). */
function labelled(head: string, labels: RegExp): string | null {
  const found = new RegExp(`(?:^|[\\t\\n])(?:${labels.source})：[\\t ]*([^\\t\\n]{2,100})`).exec(head);
  return found?.[1]?.trim() ?? null;
}

/** The place a title or an issuer's name begins with (关于印发《临沂市…》的通知 too); null where there is none. */
function placeIn(words: string): string | null {
  const name = words.replace(/^(?:关于)?(?:印发|发布|公布)?《?(?:中共|中国共产党)?(?:\d{4}年)?/, '');
  let found: string | null = null;
  // 山东省青禾市: the place is the last of those that lie in one another
  for (let rest = name; ; rest = rest.slice(found.length)) {
    const place = PLACE.exec(rest)?.groups?.place;
    if (place === undefined || !rest.startsWith(place) || /^[委政人]/.test(place) || NO_PLACE.test(place)) return found;
    found = place;
  }
}

/** Reads what a document says of itself from its first and last lines. */
export function readDocumentData(paragraphs: readonly Paragraph[]): DocumentData & { madeIn: number | null } {
  const lines = paragraphs.map(({ text }) => text.trim());
  const all = lines.join('\n');
  const head = headLines(lines);
  const block = lines.slice(0, HEAD).join('\n');
  const title = labelled(block, /标题|名称|文件名称/) ?? findTitle(head);
  const number =
    NUMBER.exec(labelled(block, /发文字号|文号|文件编号/) ?? '')?.groups?.number ??
    head.map((line) => NUMBER.exec(line)?.groups?.number).find((one) => one !== undefined) ??
    null;
  const tail = lines.slice(-TAIL).filter((line) => !beginsParagraph(line));
  const issuer = labelled(block, /发文机关|发布机构|制发机关|发布单位/) ?? findIssuer(head, tail, title);
  const dates = findDates(lines, all);
  const from = dates.effectiveFrom ? Number(dates.effectiveFrom.slice(0, 4)) : null;
  const madeIn = yearMade({ issuedOn: dates.issuedOn, number, title: title ?? yearedLine(head) }, all) ?? from;
  const place = placeIn(issuer ?? title ?? '');
  const valid = dates.validTo ? Number(dates.validTo.slice(0, 4)) : null;
  const period =
    findPeriod(title ?? yearedLine(head), head.join('\n'), all, madeIn) ??
    (valid === null ? null : { from: madeIn ?? valid, to: valid });
  const draft = /征求意见稿|草案|讨论稿|送审稿/.test(title ?? head.join(''));
  return { title, number, issuer, ...dates, region: place, period, draft, madeIn };
}
