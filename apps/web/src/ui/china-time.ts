import { dayText } from '@dabiao/domain/day-text';
import type { Lang } from './url-state.ts';

/** China has one time, UTC+8, without summer time; releases are set in it wherever the reader sits. */
const OFFSET = 8 * 3_600_000;
const DAY = 86_400_000;
/** How far ahead the server takes a time of release. */
const FARTHEST = 730 * DAY;

/** Day (2026-12-01) and time (09:00) in China of a moment (ISO 8601); null where the text is none. */
export function chinaClock(moment: string): { day: string; time: string } | null {
  const time = Date.parse(moment);
  if (Number.isNaN(time)) return null;
  const [day = '', rest = ''] = new Date(time + OFFSET).toISOString().split('T');
  return { day, time: rest.slice(0, 5) };
}

/** A moment as it is said in China: 2026年12月1日 09:00（北京时间）. The text as it is where it is no moment. */
export function chinaTime(moment: string, lang: Lang): string {
  const clock = chinaClock(moment);
  if (!clock) return moment;
  const day = dayText(clock.day, lang);
  return lang === 'zh' ? `${day} ${clock.time}（北京时间）` : `${day}, ${clock.time} (China time)`;
}

/** The same at a glance, for lists: 2026-12-01 09:00. */
export function chinaMoment(moment: string): string {
  const clock = chinaClock(moment);
  return clock ? `${clock.day} ${clock.time}` : moment;
}

export type ReleaseFault = 'incomplete' | 'past' | 'far';

/**
 * A day and a time in China as a moment with its offset, as the server takes it for a release.
 * @param now milliseconds since 1970
 * @returns the moment, or why it cannot be one: not all typed in, not after now, more than two years away
 */
export function releaseMoment(day: string, time: string, now: number): { moment: string } | { fault: ReleaseFault } {
  const moment = `${day}T${time.slice(0, 5)}:00+08:00`;
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00\+08:00$/.test(moment) ? Date.parse(moment) : Number.NaN;
  if (Number.isNaN(at)) return { fault: 'incomplete' };
  if (at <= now) return { fault: 'past' };
  return at > now + FARTHEST ? { fault: 'far' } : { moment };
}

/** The day after, in China, of a time in milliseconds since 1970. */
export const dayAfter = (now: number): string => new Date(now + OFFSET + DAY).toISOString().slice(0, 10);
