import { readText } from '../../ui/url-state.ts';

/** What the audit is searched for; all of it stands in the address of the page. */
export interface AuditFilter {
  user: string | null;
  action: string | null;
  outcome: string | null;
  /** First and last day, YYYY-MM-DD, in China's time; sent as moments. */
  from: string | null;
  to: string | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** The moment a day begins in China (UTC+8), as the server writes times. */
const beginOf = (day: string, later = 0): string => new Date(Date.parse(`${day}T00:00:00+08:00`) + later).toISOString();

/** The filter as the server takes it: the last day is meant whole; what is no day or word is left out. */
export function readAuditFilter(params: URLSearchParams): AuditFilter {
  const [from, to] = [readText(params, 'from'), readText(params, 'to')];
  const action = readText(params, 'action');
  const outcome = readText(params, 'outcome');
  return {
    user: readText(params, 'user'),
    action: action !== null && /^[a-z-]{1,40}(\.[a-z-]{1,40})?$/.test(action) ? action : null,
    outcome: outcome !== null && ['done', 'refused', 'failed'].includes(outcome) ? outcome : null,
    from: from !== null && DAY.test(from) ? beginOf(from) : null,
    to: to !== null && DAY.test(to) ? beginOf(to, DAY_MS) : null,
  };
}
