import { type Running, upload } from './running-app.ts';

export const HEADER = '地区,指标,年份,数值,单位,状态\n';
export const GOOD = `${HEADER}济南市,5G基站数,2025,6.05,万个,年报\n`;

/** One row of Jinan's base stations in 2025, in the long layout. */
export const stationsFile = (value: number | string, more = ''): string =>
  `${HEADER}济南市,5G基站数,2025,${value},个,年报\n${more}`;

/** Hands in a file. */
export const send = (
  running: Running,
  cookie: string,
  content: string | Uint8Array,
  more: { name?: string; headers?: Record<string, string>; query?: string } = {},
) => {
  const { headers, payload } = upload(content, more.name ?? 'figures.csv');
  return running.app.inject({
    method: 'POST',
    url: `/api/v1/submissions${more.query ?? ''}`,
    headers: { ...headers, cookie, ...more.headers },
    payload,
  });
};

/** Moves a submission. */
export const step = (running: Running, cookie: string, id: string, verb: string, payload: object = {}) =>
  running.app.inject({ method: 'POST', url: `/api/v1/submissions/${id}/${verb}`, headers: { cookie }, payload });

/** Reads an address as the owner of a cookie. */
export const look = (running: Running, cookie: string, path: string) =>
  running.app.inject({ url: `/api/v1${path}`, headers: { cookie } });

/** Jinan's base stations of 2025 as readers see them. */
export const stationsOf = async (running: Running): Promise<{ value: number; version: number; indicator: string }[]> =>
  (await running.app.inject('/api/v1/figures?region=370100&from=2025'))
    .json()
    .items.filter(({ indicator }: { indicator: string }) => indicator.includes('5g'));
