import { wordAfter } from './comparator.ts';
import type { Quantity } from './quantity.ts';
import type { Segment } from './sentences.ts';
import { AND } from './words.ts';

/** Quantities that stand in a row with nothing but 、 and 和 between them: 300家、50家、30家以上. */
export type Row = Quantity[];

/** A part of a segment that says one thing: one row, with those that only describe what it counts. */
export interface Item {
  start: number;
  end: number;
  rows: Row[];
  /** Place among the items of its segment: a later one shares the verb of the first. */
  order: number;
}

const JOINT = /^(?:、|和|及|与|以及|或|到|至)$/;

/** 总产、规模化率分别达8万吨、80%: what belongs to each in turn need not be of one kind. */
const EACH_OWN = /分别[^，、；\d]{0,5}$/;

/** 压缩到10个、5个工作日: 个 is the beginning of the unit that the last of the row has in full. */
export const cutShort = (one: Quantity, last: Quantity): boolean => one.unit === '个' && /^个./.test(last.unit);

function rowsOf(masked: string, quantities: readonly Quantity[]): Row[] {
  const rows: Row[] = [];
  for (const quantity of quantities) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last) {
      // 1200亿级、800亿级: the grade stands behind each
      const between = masked.slice(last.end, quantity.start).replace(/^级(?=[、和及与])/, '');
      const after = wordAfter(between);
      const alike =
        (last.sort === quantity.sort &&
          (quantity.manner === 'bare-magnitude') === (last.manner === 'bare-magnitude')) ||
        (last.unit === '' && last.magnitude === '') ||
        cutShort(last, quantity);
      if ((alike || EACH_OWN.test(masked.slice(0, row[0]?.start))) && JOINT.test(between.slice(after?.length ?? 0))) {
        row.push(quantity);
        continue;
      }
    }
    rows.push([quantity]);
  }
  return rows;
}

const SEPARATORS = new RegExp(`${AND}|与(?!会)|[+＋](?=\\d|$)|并(?!网|购|轨)|或`, 'g');

/**
 * Where one item ends and the next begins between two rows; -1 where nothing parts them, so that the first row only
 * describes what the second counts (过30亿元的18家).
 */
function cutBetween(between: string): number {
  const rest = between.slice(wordAfter(between)?.length ?? 0);
  const offset = between.length - rest.length;
  if (/^(?:、|和|及|与|以及|并|或)/.test(rest)) return offset;
  // 将70%的降雨就地消纳和利用的土地面积达到20%: two deeds under one 的 part nothing
  if (/^的[^、，]{2,12}(?:和|及)[^的、，\d]{1,8}的/.test(rest)) return -1;
  const found = [...rest.matchAll(SEPARATORS)];
  const enumerating = found.filter((match) => match[0] === '、');
  const last = (enumerating.length > 0 ? enumerating : found).at(-1);
  return last ? offset + last.index : -1;
}

/** 投资250亿元建设4个园区: what is spent is one thing, what is made of it another. */
const isSpent = (row: Row, left: string, between: string): boolean =>
  row.at(-1)?.sort === 'money' &&
  /(?:投资|投入|安排|筹集|筹措)(?:资金)?(?:超过?|约|近|不少于)?$/.test(left) &&
  /^(?:建设|新建|改造|实施|办好|开展|推进|完成|打造|用于)/.test(between);

/** 改造小区716个26.95万户: two counts of the same, one right behind the other. */
const isCountedAgain = (row: Row, next: Row | undefined, left: string, rest: string): boolean =>
  row.at(-1)?.sort === 'count' &&
  !/每$/.test(left) &&
  (next?.[0]?.sort === 'count' || next?.[0]?.sort === 'measure') &&
  next[0].manner === undefined &&
  row.at(-1)?.end === next[0].start &&
  /^(?:以上|左右)?(?:$|[，。；、])/.test(rest);

/** Cuts one segment of a sentence into items; none where it holds no quantity. */
export function itemsOf(masked: string, segment: Segment, quantities: readonly Quantity[]): Item[] {
  const own = quantities.filter(({ start, end }) => start >= segment.start && end <= segment.end);
  const items: Item[] = [];
  let start = segment.start;
  let rows: Row[] = [];
  const all = rowsOf(masked, own);
  all.forEach((row, index) => {
    rows.push(row);
    const [from, next] = [row.at(-1)?.end ?? 0, all[index + 1]?.[0]?.start];
    const between = masked.slice(from, next);
    const left = masked.slice(start, row[0]?.start);
    const apart =
      isSpent(row, left, between) ||
      isCountedAgain(row, all[index + 1], left, masked.slice(all[index + 1]?.at(-1)?.end, segment.end));
    const cut = next === undefined ? -1 : apart ? 0 : cutBetween(between);
    if (next !== undefined && cut < 0) return;
    const end = next === undefined ? segment.end : from + cut;
    items.push({ start, end, rows, order: items.length });
    [start, rows] = [end, []];
  });
  return items;
}
