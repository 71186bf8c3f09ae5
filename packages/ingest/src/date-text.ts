const DAY = 86_400_000;
/** Day 0 of the two calendars of workbooks; the first takes 1900 for a leap year, so that it is right from March on. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_SERIAL = 2_958_466;

const TOKEN = /"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.|(am\/pm|上午\/下午|[ymdhs]+)|([^;])/gi;

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/** One part of a date format, m after h being minutes. */
function partText(token: string, date: Date, afterHour: boolean): string {
  const length = Math.min(token.length, 2);
  const initial = token.charAt(0).toLowerCase();
  if (initial === 'y') return String(date.getUTCFullYear());
  if (initial === 'm') return pad(afterHour ? date.getUTCMinutes() : date.getUTCMonth() + 1, length);
  if (initial === 'd') return pad(date.getUTCDate(), length);
  if (initial === 'h') return pad(date.getUTCHours(), length);
  return initial === 's' ? pad(date.getUTCSeconds(), length) : '';
}

/**
 * A stored date as its format shows it, years always with four digits: 45291 with yyyy"年"m"月" is 2023年12月.
 * @param from1904 the workbook counts days from 1904
 * @returns the number itself where it is no day of the calendar
 */
export function dateText(serial: number, format: string, from1904: boolean): string {
  if (!(serial >= 0 && serial < LAST_SERIAL)) return String(serial);
  const date = new Date(Math.round((from1904 ? EPOCH_1904 : EPOCH_1900) + serial * DAY));
  let afterHour = false;
  return format
    .replace(TOKEN, (_, quoted?: string, escaped?: string, token?: string, other?: string) => {
      if (token === undefined) return quoted ?? escaped ?? other ?? '';
      const text = partText(token, date, afterHour);
      afterHour = /^h/i.test(token) || (afterHour && /^m/i.test(token));
      return text;
    })
    .trim();
}
