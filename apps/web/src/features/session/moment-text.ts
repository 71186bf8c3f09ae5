import { chinaClock } from '../../ui/china-time.ts';

/** A moment (ISO 8601) as day and time in China: 2026-11-22 19:09. */
export function momentText(moment: string): string {
  const clock = chinaClock(moment);
  return clock ? `${clock.day} ${clock.time}` : moment;
}
