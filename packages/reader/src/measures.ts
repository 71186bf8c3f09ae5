import { calledIn, type Grant, type GrantedMeasure, paidWords } from './giving.ts';
import { conditionsOf, conditionWords } from './measure-condition.ts';
import { reasonsOf, sureness } from './measure-reasons.ts';
import { headOf, isForWhom, type PaymentRow, paymentsIn } from './measure-rows.ts';
import { baseOf, limitedBy, moneyOf, yearsOf } from './measure-sums.ts';
import { unpaidIn } from './measure-unpaid.ts';
import { EACH, formOf, GIVE, MAY_GRANT, NOT_GIVEN, PAID, timeOf } from './measure-words.ts';
import type { SentenceView } from './sentence-view.ts';
import { cutSegments, type Segment } from './sentences.ts';

/** Whether a sentence may grant anything; asked first, since most grant nothing. */
export const mayGrant = (text: string): boolean => MAY_GRANT.test(text);

/** 给予承接方最高500万元: who gets it is said after the verb. */
const GIVEN_TO = /给予(?<to>[^，。\d]{1,12}?(?:方|单位|企业|机构|个人|团队|家庭|农户))(?=最高|一次性|每|不超过|\d)/;

/** The measures of one giving: one for each sum of its longest list. */
function measuresOf(view: SentenceView, grant: Grant): GrantedMeasure[] {
  const { rows, start, end } = grant;
  const longest = rows.reduce((most, row) => Math.max(most, row.sums.length), 1);
  const labels = rows.find(({ sums }) => sums.length === longest)?.sums.map(({ label }) => label) ?? [''];
  const { conditions, sure } = conditionsOf(grant.condition, labels, grant.before);
  const words = view.text.slice(grant.said, end);
  const named = calledIn(view, grant);
  const paid = paidWords(view, grant);
  const to = GIVEN_TO.exec(paid)?.groups?.to;
  const each = timeOf(paid) === null ? EACH.exec(paid)?.[0] : undefined;
  return conditions.map((condition, index) => {
    const money = (role: PaymentRow['role']) => {
      const row = rows.find((one) => one.role === role);
      const one = row && (row.sums[index] ?? row.sums[0])?.quantity;
      return row && one ? { row, one } : null;
    };
    const [amount, share, ceiling] = [money('amount'), money('share'), money('ceiling')];
    const range = amount && amount.one.valueMax !== null ? amount : null;
    const most = ceiling ?? range;
    const measure = {
      ...condition,
      ...(to ? { beneficiary: to } : {}),
      form: formOf(named),
      amount: amount && !range ? moneyOf(amount.one) : null,
      share: share && { percent: share.one.value, of: baseOf(view, share.row, grant), atMost: share.row.atMost },
      ceiling: most && { ...moneyOf(most.one), of: limitedBy(view, most.row, grant) },
      per: timeOf(paid),
      years: yearsOf(words),
      notes: range ? `原文为${range.one.wording}` : each ? `按“${each}”计` : null,
    };
    return {
      ...measure,
      start,
      end,
      confidence: sureness(measure, grant, sure),
      reasons: reasonsOf(measure, named, sure),
    };
  });
}

/** Parts of the sentence between semicolons, each with its segments. */
function chunksOf(segments: readonly Segment[]): Segment[][] {
  const chunks: Segment[][] = [];
  for (const segment of segments) {
    if (segment.fresh || chunks.length === 0) chunks.push([segment]);
    else chunks.at(-1)?.push(segment);
  }
  return chunks;
}

/** The giving that a row goes on with: a limit, or what the one before has not said yet. */
function belongsTo(grant: Grant | undefined, row: PaymentRow, words: string): boolean {
  if (!grant) return false;
  const has = (role: PaymentRow['role']) => grant.rows.some((one) => one.role === role);
  if (has(row.role)) return false;
  if (row.role === 'ceiling') return true;
  return row.segment === grant.rows[0]?.segment || !/对|的，|的(?:企业|单位|项目)，/.test(words);
}

/** What stands before a giving in its part of the sentence. */
interface Before {
  /** Where its own words begin. */
  from: number;
  /** Where the first giving verb since then stands. */
  head: number;
  last: Grant | null;
  /** The condition of the part of the sentence before. */
  condition: string;
}

/** A giving with its own condition, or with that of the one before where it names none. */
function newGrant(view: SentenceView, row: PaymentRow, { from, head, last, condition: before }: Before): Grant {
  const own = conditionWords(view.text.slice(from, head));
  const standing = last?.condition ?? before;
  const more = { end: row.end, rows: [row], called: last ? calledIn(view, last) : '' };
  if (own.length <= 3 || /^自第|^连续/.test(own)) {
    return { condition: standing, start: last?.start ?? head, said: from, before: '', ...more };
  }
  const start = Math.max(from, view.text.lastIndexOf(own, head));
  return { condition: own, start, said: start + own.length, before: standing, ...more };
}

function grantsIn(view: SentenceView, segments: readonly Segment[], condition: string): Grant[] {
  const grants: Grant[] = [];
  let from = segments[0]?.start ?? 0;
  let begun: number | null = null;
  for (const segment of segments) {
    const words = view.masked.slice(segment.start, segment.end);
    const head = isForWhom(words) ? -1 : headOf(words);
    if (head >= 0) begun ??= segment.start + head;
    for (const row of paymentsIn(view.masked, segment, view.quantities, {
      given: grants.length > 0 || begun !== null,
      gives: GIVE.test(view.masked.slice(segment.end, segments.at(-1)?.end)),
    })) {
      const last = grants.at(-1) ?? null;
      const at = Math.min(begun ?? row.head, row.head);
      if (last && belongsTo(last, row, view.text.slice(from, row.head))) {
        last.rows.push(row);
        last.end = row.end;
      } else grants.push(newGrant(view, row, { from, head: at, last, condition }));
      from = row.end;
      begun = null;
    }
  }
  return grants;
}

/** The measures that one sentence grants. Places are places in the sentence. */
export function readGrants(view: SentenceView): GrantedMeasure[] {
  if (PAID.test(view.masked) || NOT_GIVEN.test(view.masked)) return [];
  const found: GrantedMeasure[] = [];
  let before = '';
  for (const segments of chunksOf(cutSegments(view.masked))) {
    const grants = grantsIn(view, segments, before);
    before = grants.at(-1)?.condition ?? before;
    found.push(...grants.flatMap((grant) => measuresOf(view, grant)));
    if (grants.length > 0) continue;
    const one = unpaidIn(view, { start: segments[0]?.start ?? 0, end: segments.at(-1)?.end ?? 0, fresh: true });
    if (one) found.push(one);
  }
  return found;
}
