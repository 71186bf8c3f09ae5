import { MAGNITUDES, type Magnitude } from '@dabiao/domain/magnitude';
import { VERDICTS, type Verdict } from '@dabiao/domain/verdict';

export type Lang = 'zh' | 'en';
/** `auto` follows the reader's system. */
export type ThemeChoice = 'auto' | 'light' | 'dark';

/** Parameters that a link inside the product carries along: how things are shown, and as of which year. */
const CARRIED = ['lang', 'theme', 'numbers', 'year'] as const;

/** The reading language; Chinese unless `lang=en`. */
export function readLang(params: URLSearchParams): Lang {
  return params.get('lang') === 'en' ? 'en' : 'zh';
}

/** The asked theme; `auto` unless it is `light` or `dark`. */
export function readTheme(params: URLSearchParams): ThemeChoice {
  const theme = params.get('theme');
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}

/** How numbers are written; `auto` unless the URL names another way. */
export function readMagnitude(params: URLSearchParams): Magnitude {
  return MAGNITUDES.find((magnitude) => magnitude === params.get('numbers')) ?? 'auto';
}

/** A year between 1949 and 2200, else null: what the server would refuse is not asked for. */
export function readYear(params: URLSearchParams): number | null {
  const text = params.get('year') ?? '';
  const year = /^\d{4}$/.test(text) ? Number(text) : Number.NaN;
  return year >= 1949 && year <= 2200 ? year : null;
}

/** A six-digit GB/T 2260 code, else null. */
export function readRegion(params: URLSearchParams): string | null {
  const code = params.get('region') ?? '';
  return /^\d{6}$/.test(code) ? code : null;
}

/** A known verdict, else null. */
export function readVerdict(params: URLSearchParams): Verdict | null {
  return VERDICTS.find((verdict) => verdict === params.get('verdict')) ?? null;
}

/** Free text of at most 200 characters, else null. */
export function readText(params: URLSearchParams, name: string): string | null {
  const text = (params.get(name) ?? '').trim();
  return text.length > 0 && text.length <= 200 ? text : null;
}

/** A copy with some parameters set; null takes one away. */
export function withParams(
  params: URLSearchParams,
  changes: Readonly<Record<string, string | number | null>>,
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, String(value));
  }
  return next;
}

/** The search part of a link to another page (with `?`, or empty): what is carried along, then the page's own. */
export function carriedSearch(
  params: URLSearchParams,
  own: Readonly<Record<string, string | number | null>> = {},
): string {
  const kept = new URLSearchParams();
  for (const name of CARRIED) {
    const value = params.get(name);
    if (value !== null) kept.set(name, value);
  }
  const text = withParams(kept, own).toString();
  return text === '' ? '' : `?${text}`;
}

/** Query string of a request (with `?`, or empty); null and undefined are left out. */
export function queryString(values: Readonly<Record<string, string | number | null | undefined>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
