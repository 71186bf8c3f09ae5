import { Misuse } from './exit.ts';

/** A year given as an option: four digits, 1949 to 2200. @throws Misuse */
export function readYear(text: string): number {
  const year = Number(text);
  if (!/^\d{4}$/.test(text) || year < 1949 || year > 2200)
    throw new Misuse(`--year ${text}：须为四位年份 (not a year)`);
  return year;
}
