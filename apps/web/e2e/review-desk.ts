import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { type RunningServer, signInAsSecurityAdmin } from './running-server.ts';

/** What the server answers about a submission, as far as the journeys look at it. */
export interface HandedIn {
  id: string;
  state: string;
  revision: number;
  reason: string | null;
  releasedAt: string | null;
}

const PASSWORD = 'Stone-Bridge-7';

/** Somebody who works here: a browser of their own, signed in by the form. */
export interface Worker {
  context: BrowserContext;
  page: Page;
  /** Calls the server as this person. */
  call: (method: 'get' | 'post' | 'put', path: string, data?: object) => Promise<{ status: number; body: unknown }>;
  /** Hands figures in as a CSV file and hands them on with a reason. */
  handIn: (name: string, rows: readonly string[], reason: string) => Promise<HandedIn>;
}

interface Person {
  name: string;
  roles: string[];
  region: string | null;
}

async function addPerson(server: RunningServer, admin: string, person: Person): Promise<void> {
  const write = async (method: string, path: string, body: object, cookie: string) => {
    const headers = { 'content-type': 'application/json', cookie };
    const answer = await fetch(`${server.address}/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
    return answer;
  };
  const made = await write('POST', '/users', { displayName: person.name, ...person }, admin);
  const { password } = (await made.json()) as { password: string };
  const first = await write('POST', '/session', { name: person.name, password }, '');
  const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  await write('PUT', '/session/password', { current: password, next: PASSWORD }, cookie);
}

async function signIn(page: Page, server: RunningServer, name: string): Promise<void> {
  await page.goto(`${server.address}/sign-in`);
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Makes these people and signs each in. */
export async function seatWorkers(
  server: RunningServer,
  browser: Browser,
  people: readonly Person[],
  look: BrowserContextOptions = {},
): Promise<Worker[]> {
  const admin = await signInAsSecurityAdmin(server);
  const workers: Worker[] = [];
  for (const person of people) {
    await addPerson(server, admin, person);
    const context = await browser.newContext({ locale: 'zh-CN', ...look });
    const page = await context.newPage();
    await signIn(page, server, person.name);
    workers.push(workerIn(server, context, page));
  }
  return workers;
}

function workerIn(server: RunningServer, context: BrowserContext, page: Page): Worker {
  const call: Worker['call'] = async (method, path, data) => {
    const answer = await context.request[method](`${server.address}/api/v1${path}`, data ? { data } : {});
    return { status: answer.status(), body: await answer.json() };
  };
  const handIn: Worker['handIn'] = async (name, rows, reason) => {
    const buffer = Buffer.from(['地区,指标,年份,数值,单位,状态', ...rows].join('\n'));
    const sent = await context.request.post(`${server.address}/api/v1/submissions`, {
      multipart: { file: { name, mimeType: 'text/csv', buffer } },
    });
    const { id } = (await sent.json()) as HandedIn;
    const { status, body } = await call('post', `/submissions/${id}/submit`, { reason, problems: 'skip' });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as HandedIn;
  };
  return { context, page, call, handIn };
}
