import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './faults.ts';
import { freePort, startProvider } from './provider-process.ts';
import { seatWorkers } from './review-desk.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { openBrowser } from './system-browser.ts';

let provider: Awaited<ReturnType<typeof startProvider>>;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  const port = await freePort();
  const home = `http://127.0.0.1:${port}`;
  provider = await startProvider(home);
  [server, browser] = [
    await startServer({
      PORT: String(port),
      PUBLIC_ADDRESS: home,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: 'dabiao',
      OIDC_CLIENT_SECRET: 'a-secret-of-the-client-32-characters',
      OIDC_LABEL: '政务统一认证',
    }),
    await openBrowser(),
  ];
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await provider?.stop();
});

describe('signing in at a provider', () => {
  it('is connected on the account page, and then a click on the sign-in page', async () => {
    const [worker] = await seatWorkers(server, browser, [{ name: '小李', roles: ['viewer'], region: null }]);
    if (!worker) throw new Error('nobody is there');
    const { page } = worker;
    await page.goto(`${server.address}/account`);
    const part = page.locator('section', { has: page.getByRole('heading', { name: '政务统一认证' }) });
    await part.getByText('未关联').waitFor();
    await part.getByLabel('请再输一次密码').fill('Stone-Bridge-7');
    await part.getByRole('button', { name: '关联政务统一认证' }).click();
    await page.getByLabel('工号').fill('p-1001');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('已关联政务统一认证').waitFor();
    await part.getByText('p-1001@example.gov.cn').waitFor();
    expect(await faultsOf(page)).toEqual([]);

    const other = await (
      await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } })
    ).newPage();
    await other.goto(`${server.address}/sign-in?next=${encodeURIComponent('/targets')}`);
    await other.getByRole('button', { name: '用政务统一认证登录' }).waitFor();
    expect(await faultsOf(other)).toEqual([]);
    await other.getByRole('button', { name: '用政务统一认证登录' }).click();
    await other.getByLabel('工号').fill('p-1001');
    await other.getByRole('button', { name: '登录', exact: true }).click();
    await other.waitForURL(`${server.address}/targets**`);
    await other.getByRole('link', { name: '小李' }).waitFor();
    await other.context().close();
  });

  it('tells whoever is not known here what to tell the administrator', async () => {
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(`${server.address}/sign-in?lang=en`);
    await page.getByRole('button', { name: 'Sign in with 政务统一认证' }).click();
    await page.getByLabel('工号').fill('p-2002');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('This identity is not connected to an account here').waitFor();
    await page.getByText('p-2002', { exact: true }).waitFor();
    expect(new URL(page.url()).origin).toBe(server.address);
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  });
});
