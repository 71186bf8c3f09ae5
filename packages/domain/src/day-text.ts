import type { Lang } from './number-text.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A day (ISO 8601) in words: 2026年12月1日, 1 December 2026. The text as it is where it is no day. */
export function dayText(day: string, lang: Lang): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (year === undefined) return day;
  const name = MONTHS[Number(month) - 1] ?? month;
  return lang === 'zh' ? `${year}年${Number(month)}月${Number(date)}日` : `${Number(date)} ${name} ${year}`;
}
