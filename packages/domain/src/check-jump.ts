import { type Check, type Checked, type KnownValue, shown } from './check-finding.ts';
import { formatNumber } from './number-text.ts';
import type { Wording } from './wording.ts';

/** More than this many times the value before (or less than its inverse) smells of a wrong unit, whatever came before. */
const JUMP = 10;
/** Changes from one known value to the next that a series must have for its own changes to be the measure. */
const MIN_CHANGES = 4;
/** A change is out of the ordinary beyond so many robust deviations from the usual one … */
const DEVIATIONS = 6;
/** … and beyond this in any case: a third more or less than usual, or so many points of a percentage. */
const MIN_LOG = Math.log(4 / 3);
const MIN_POINTS = { share: 10, rate: 30 };
/** With fewer changes: three times as much, or three times the greatest change so far. */
const SHORT_LOG = Math.log(3);
const SHORT_TIMES = 3;
/** Median absolute deviation of a normal distribution, to its standard deviation. */
const MAD_TO_SIGMA = 1.4826;

/** Mistaken magnitudes: 万 for one or 亿 for 万, 亿 for one; a hundred where a share is typed as a fraction. */
const MAGNITUDES = [
  { log: 4, size: { zh: '1万', en: '10,000' } },
  { log: 8, size: { zh: '1亿', en: '100 million' } },
] as const;
/** How near, in powers of ten, a ratio is to a mistaken magnitude: within a factor of three. */
const NEAR_MAGNITUDE = 0.48;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Changes a year: logarithms of ratios, or differences where the values are percentages. */
function changesOf(history: readonly KnownValue[], change: (from: KnownValue, to: KnownValue) => number): number[] {
  return history.slice(1).flatMap((to, index) => {
    const from = history[index];
    return from ? [change(from, to)] : [];
  });
}

const logChange = (from: KnownValue, to: KnownValue): number =>
  Math.log(to.value / from.value) / Math.max(1, to.year - from.year);
const pointChange = (from: KnownValue, to: KnownValue): number => to.value - from.value;

/** The usual changes of a series: their middle, and how far one may be from it without being out of the ordinary. */
function usualChanges(changes: readonly number[], least: number): { middle: number; range: number } {
  const middle = median(changes);
  const spread = median(changes.map((change) => Math.abs(change - middle))) * MAD_TO_SIGMA;
  return { middle, range: Math.max(DEVIATIONS * spread, least) };
}

function percent(ratio: number): Wording {
  const change = (ratio - 1) * 100;
  const size = `${formatNumber(Math.abs(change), 1)}%`;
  return { zh: `${change >= 0 ? '增长' : '下降'}${size}`, en: `${size} ${change >= 0 ? 'more' : 'less'}` };
}

function ratioWords(value: number, before: number): Wording {
  if (value > before * JUMP) {
    const times = formatNumber(value / before, 1);
    return { zh: `是它的${times}倍`, en: `${times} times as much` };
  }
  if (value * JUMP < before) return { zh: `不足它的1/${JUMP}`, en: `less than 1/${JUMP} of it` };
  const { zh, en } = percent(value / before);
  return { zh: `比它${zh}`, en };
}

const ADVICE: Wording = {
  zh: '请核对数值和单位；确认无误请说明原因。',
  en: 'check the value and the unit; if they are right, give the reason.',
};

/** Per cent of a change given as the logarithm of a ratio. */
const percentOf = (log: number): string => `${formatNumber((Math.exp(log) - 1) * 100, 1)}%`;

/** The changes of the years before; nothing where there are none. */
function usualText(changes: readonly number[]): Wording {
  if (changes.length === 0) return { zh: '', en: '' };
  const [least, most] = [percentOf(Math.min(...changes)), percentOf(Math.max(...changes))];
  return {
    zh: `此前各年变化在${least}至${most}之间，`,
    en: `earlier yearly changes lay between ${least} and ${most}; `,
  };
}

function jumpText({ figure }: Checked, before: KnownValue, changes: readonly number[]): Wording {
  const [now, then] = [shown(figure, figure.unit), shown(before, figure.unit)];
  const [ratio, usual] = [ratioWords(figure.value, before.value), usualText(changes)];
  return {
    zh: `${figure.year}年为${now.zh}，${before.year}年为${then.zh}，${ratio.zh}；${usual.zh}${ADVICE.zh}`,
    en: `${now.en} in ${figure.year}, after ${then.en} in ${before.year}: ${ratio.en}; ${usual.en}${ADVICE.en}`,
  };
}

function pointsText({ figure }: Checked, before: KnownValue, changes: readonly number[]): Wording {
  const [now, then] = [shown(figure, figure.unit), shown(before, figure.unit)];
  const change = figure.value - before.value;
  const [least, most] = [Math.min(...changes), Math.max(...changes)].map((points) => formatNumber(points, 1));
  const by = formatNumber(Math.abs(change), 1);
  const moved = change >= 0 ? { zh: '上升', en: 'more' } : { zh: '下降', en: 'less' };
  return {
    zh: `${figure.year}年为${now.zh}，比${before.year}年的${then.zh}${moved.zh}${by}个百分点；此前各年变化在${least}至${most}个百分点之间，${ADVICE.zh}`,
    en: `${now.en} in ${figure.year}, ${by} percentage points ${moved.en} than the ${then.en} of ${before.year}; earlier yearly changes lay between ${least} and ${most} percentage points; ${ADVICE.en}`,
  };
}

/** A value beside the one before that is about a magnitude larger or smaller. */
function magnitudeText({ figure }: Checked, before: KnownValue, size: Wording): Wording {
  const [now, then] = [shown(figure, figure.unit), shown(before, figure.unit)];
  const ratio =
    figure.value > before.value
      ? { zh: `的约${size.zh}倍`, en: `about ${size.en} times the` }
      : { zh: `的约1/${size.zh}`, en: `about 1/${size.en} of the` };
  return {
    zh: `${figure.year}年为${now.zh}，是${before.year}年${then.zh}${ratio.zh}，很可能弄错了“万”“亿”等数量级，${ADVICE.zh}`,
    en: `${now.en} in ${figure.year}, ${ratio.en} ${then.en} of ${before.year}: the magnitude (“万”, “亿”) is probably mistaken; ${ADVICE.en}`,
  };
}

function fractionText({ figure }: Checked, before: KnownValue): Wording {
  const [now, then] = [shown(figure, figure.unit), shown(before, figure.unit)];
  const meant = `${formatNumber(figure.value * 100, 1)}%`;
  return {
    zh: `${figure.year}年为${now.zh}，${before.year}年为${then.zh}，像是把百分数填成了小数（应为${meant}？）；${ADVICE.zh}`,
    en: `${now.en} in ${figure.year}, after ${then.en} in ${before.year}: it looks like a percentage typed as a fraction (should it be ${meant}?); ${ADVICE.en}`,
  };
}

/** A value a thousand or a hundred million times too large or too small beside the one before. */
function magnitudeMistaken(value: number, before: number): (typeof MAGNITUDES)[number] | null {
  const log = Math.abs(Math.log10(value / before));
  return MAGNITUDES.find((own) => Math.abs(log - own.log) < NEAR_MAGNITUDE) ?? null;
}

const WITHOUT_MAGNITUDE = new Set(['%', '‰', '个百分点', '百分点', '倍', '指数', '分', '']);

/** A level beside those of the years before, all of them positive. */
function checkLevel(checked: Checked, before: KnownValue): ReturnType<Check> {
  const { figure } = checked;
  const mistaken = WITHOUT_MAGNITUDE.has(figure.unit) ? null : magnitudeMistaken(figure.value, before.value);
  if (mistaken) {
    const text = () => magnitudeText(checked, before, mistaken.size);
    return { severity: 'warning', code: 'unit_suspect', text };
  }
  const log = Math.abs(logChange(before, { ...figure }));
  if (log <= MIN_LOG) return null;
  const history = checked.history().filter(({ value }) => value > 0);
  const changes = changesOf(history, logChange);
  if (!isOutOfRange(logChange(before, { ...figure }), changes)) return null;
  return { severity: 'warning', code: 'value_jump', text: () => jumpText(checked, before, changes) };
}

function isOutOfRange(change: number, changes: readonly number[]): boolean {
  if (changes.length === 0) return Math.abs(change) > Math.log(JUMP);
  if (changes.length < MIN_CHANGES) {
    const greatest = Math.max(...changes.map(Math.abs));
    return Math.abs(change) > Math.max(SHORT_LOG, SHORT_TIMES * greatest);
  }
  const { middle, range } = usualChanges(changes, MIN_LOG);
  return Math.abs(change - middle) > range;
}

/** A percentage beside those of the years before: by points, as 0.5 % to 12 % growth is no jump of 24 times. */
function checkPoints(checked: Checked, before: KnownValue, measure: 'share' | 'rate'): ReturnType<Check> {
  const { figure } = checked;
  if (measure === 'share' && isFraction(figure.value, before.value)) {
    return { severity: 'warning', code: 'unit_suspect', text: () => fractionText(checked, before) };
  }
  if (Math.abs(figure.value - before.value) <= MIN_POINTS[measure]) return null;
  const changes = changesOf(checked.history(), pointChange);
  if (changes.length < MIN_CHANGES) return null;
  const { middle, range } = usualChanges(changes, MIN_POINTS[measure]);
  if (Math.abs(figure.value - before.value - middle) <= range) return null;
  return { severity: 'warning', code: 'value_jump', text: () => pointsText(checked, before, changes) };
}

/** 0.38 after 36.5: a share typed as a fraction under %. */
function isFraction(value: number, before: number): boolean {
  return value > 0 && value <= 1 && before > 3 && Math.abs(value * 100 - before) < before / 2;
}

/**
 * A value out of line with its own series. The measure is the series itself: the median of its yearly changes (as
 * logarithms) and their median absolute deviation, which a single outlier does not move (Hampel, "The Influence Curve
 * and Its Role in Robust Estimation", JASA 69, 1974); with too few changes, a multiple.
 */
export const checkJump: Check = (checked) => {
  const { figure, indicator, before } = checked;
  if (!before) return null;
  const measure = indicator?.measure;
  if (measure === 'share' || measure === 'rate') return checkPoints(checked, before, measure);
  return figure.value > 0 && before.value > 0 ? checkLevel(checked, before) : null;
};
