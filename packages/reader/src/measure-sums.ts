import type { Measure, Money } from '@dabiao/domain/measure';
import { type Grant, nameIn } from './giving.ts';
import { headOf, type PaymentRow } from './measure-rows.ts';
import type { Quantity } from './quantity.ts';
import type { SentenceView } from './sentence-view.ts';

/** As the document writes it: 0.5亿元, 300万元; what is paid per 亩 is still money. */
export function moneyOf({ value, valueMax, magnitude, unit }: Quantity): Money {
  const currency = /^(?:元|美元|欧元|港元)/.exec(unit)?.[0] ?? '元';
  return { value: valueMax ?? value, unit: `${magnitude}${currency}` };
}

/** 按保费的30%, 按照设备投资额最高不超过10%. */
const BY = /(?:按照?|参照|依据|根据|以)(?<of>[^，\d]{1,60}?)(?:的|，)?(?:(?:最高)?不(?:超过|高于))?$/;
/** 按照保险政策给予20%, 按照最高不超过10%: what stands between is no base. */
const GIVEN_INSIDE = /给予|予以|最高$|^(?:最高|不超过)/;
/** 在省级奖励基础上; 在享受…基础上 names what comes besides, not what is reckoned by. */
const ON = /在(?<of>(?:(?!享受|获得)[^，；。在]){2,40})基础上[^；。]*$/;

/** What a share is taken of: 按企业实际获得市级财政资金的30%, 在省级奖励基础上. */
export function baseOf(view: SentenceView, { head, sums }: PaymentRow, grant: Grant): string | null {
  const first = sums[0]?.quantity.start ?? head;
  const said = BY.exec(view.masked.slice(head, first));
  const of = said?.groups?.of ?? '';
  if (said && !GIVEN_INSIDE.test(of)) {
    const at = first - said[0].length + said[0].indexOf(of);
    return view.text.slice(at, at + of.length).replace(/的$/, '') || null;
  }
  const before = view.text.slice(0, first);
  const on = ON.exec(before)?.groups?.of;
  return on ?? /(?:根据|按照?)(?<of>[^，]{2,60})，[^，]*$/.exec(before.slice(grant.start))?.groups?.of ?? null;
}

/** What a ceiling is the ceiling of, in the document's words; 补助 where they name nothing. */
export function limitedBy(view: SentenceView, row: PaymentRow, grant: Grant): string {
  if (row.name !== '') return row.name;
  const words = view.masked.slice(row.segment.start, row.sums[0]?.quantity.start);
  const subject =
    headOf(words) < 0
      ? /^(?!最|不|上限)(?<of>[^，]{2,30}?)(?:累计|合计|总计)?(?:不(?:得)?(?:超过|高于|多于)|最高|最多|上限)/.exec(
          words,
        )
      : null;
  if (subject && nameIn(subject.groups?.of ?? '') !== '')
    return view.text.slice(row.segment.start, row.segment.start + (subject.groups?.of ?? '').length);
  return (
    nameIn(view.masked.slice(grant.start, row.sums[0]?.quantity.start)) ||
    nameIn(view.masked.slice(grant.start, grant.end)) ||
    grant.called
  );
}

const YEARS =
  /(?:自第(?<from>[一二三四五])年起)?[^；。]{0,3}连续(?:发放|补助|补贴|奖励|给予)?(?<count>[一二两三四五六七八九\d])年/;
const DIGITS = '零一二三四五六七八九';
const digit = (word: string): number => (word === '两' ? 2 : Math.max(DIGITS.indexOf(word), Number(word) || 0));

export function yearsOf(words: string): Measure['years'] {
  const { from, count } = YEARS.exec(words)?.groups ?? {};
  return count ? { from: from ? digit(from) : 1, count: digit(count) } : null;
}
