import { TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './faults.ts';
import { seatWorkers, type Worker } from './review-desk.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { openBrowser } from './system-browser.ts';

const PASSWORD = 'Stone-Bridge-7';
const NEXT = 'Granite-Harbour-8';

let server: RunningServer;
let browser: Browser;
let li: Worker;
let password = PASSWORD;

beforeAll(async () => {
  [server, browser] = [await startServer(), await openBrowser()];
  [li] = (await seatWorkers(server, browser, [{ name: '小李', roles: ['statistician'], region: '370100' }])) as [
    Worker,
  ];
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const part = (page: Page, name: string) =>
  page.locator('section', { has: page.getByRole('heading', { name, exact: true }) });

async function signIn(page: Page): Promise<void> {
  await page.goto(`${server.address}/sign-in`);
  await page.getByLabel('用户名').fill('小李');
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** Signed in a second time, as on another machine. */
async function elsewhere(): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await signIn(page);
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  return page;
}

const isSignedIn = async (page: Page): Promise<boolean> => {
  await page.goto(`${server.address}/account`);
  await page
    .getByRole('link', { name: /小李|登录/ })
    .first()
    .waitFor();
  return (await page.getByRole('button', { name: '退出', exact: true }).count()) > 0;
};

describe('one’s own account', () => {
  it('shows where one is signed in, and signs out there, one by one or all at once', async () => {
    const { page } = li;
    const [second, third] = [await elsewhere(), await elsewhere()];
    await page.goto(`${server.address}/account`);
    const sessions = part(page, '登录');
    // These three, and the one in which the first password was set.
    await expect.poll(() => sessions.getByRole('listitem').count()).toBe(4);
    expect(await sessions.getByRole('listitem').filter({ hasText: '本次登录' }).count()).toBe(1);
    await sessions.getByRole('button', { name: '退出', exact: true }).first().click();
    await expect.poll(() => sessions.getByRole('listitem').count()).toBe(3);
    // The one last seen came first: the third.
    expect([await isSignedIn(second), await isSignedIn(third)]).toEqual([true, false]);
    await sessions.getByRole('button', { name: '退出其他所有登录' }).click();
    await sessions.getByText('已退出其他2处登录').waitFor();
    expect([await isSignedIn(second), await isSignedIn(page)]).toEqual([false, true]);
    await second.context().close();
    await third.context().close();
  });

  it('changes the password, with what is wrong said beside it', async () => {
    const { page } = li;
    await page.goto(`${server.address}/account`);
    const form = part(page, '修改密码');
    const fill = async (current: string, next: string, again = next) => {
      await form.getByLabel('原密码').fill(current);
      await form.getByLabel('新密码', { exact: true }).fill(next);
      await form.getByLabel('再输一次新密码').fill(again);
      await form.getByRole('button', { name: '修改密码' }).click();
    };
    await fill(PASSWORD, NEXT, 'Granite-Harbour-9');
    await form.getByText('两次输入的新密码不一致').waitFor();
    await fill('wrong', NEXT);
    await form.getByText('用户名或密码不正确').waitFor();
    await fill(PASSWORD, 'Dashboard2026');
    await form.getByText('这个密码太常见').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await fill(PASSWORD, NEXT);
    await form.getByText('密码已修改').waitFor();
    password = NEXT;
    const again = await elsewhere();
    await again.context().close();
  });

  it('makes a token, shows it once and takes it back', async () => {
    const { page } = li;
    await page.goto(`${server.address}/account`);
    const tokens = part(page, '程序令牌');
    await tokens.getByLabel('用途').fill('报送程序');
    await tokens.getByLabel('权限').selectOption('submit');
    await tokens.getByRole('button', { name: '生成令牌' }).click();
    const secret = (await tokens.locator('code').textContent()) ?? '';
    expect(secret).toMatch(/^dbt_\S{40,}$/);
    const ask = () => fetch(`${server.address}/api/v1/submissions`, { headers: { authorization: `Bearer ${secret}` } });
    expect((await ask()).status).toBe(200);
    await page.reload();
    await tokens.getByText('报送程序').waitFor();
    expect(await page.content()).not.toContain(secret);
    await tokens.getByRole('button', { name: '收回' }).click();
    await expect.poll(() => tokens.getByText('报送程序').count()).toBe(0);
    expect((await ask()).status).toBe(401);
  });

  it('sets up a second factor by its picture, and then asks for its codes', async () => {
    const { page } = li;
    await page.goto(`${server.address}/account`);
    const factor = part(page, '动态验证码');
    await factor.getByLabel('请再输一次密码').fill(password);
    await factor.getByRole('button', { name: '开始设置' }).click();
    await factor.getByRole('img', { name: '验证器二维码' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const secret = (await factor.locator('code').textContent()) ?? '';
    const totp = new TOTP({ secret });
    await factor.getByLabel('动态验证码（6位）').fill('000000');
    await factor.getByRole('button', { name: '启用' }).click();
    await factor.getByText('验证码不正确或已使用').waitFor();
    await factor.getByLabel('动态验证码（6位）').fill(totp.generate());
    await factor.getByRole('button', { name: '启用' }).click();
    await factor.getByText('已启用').waitFor();
    const other = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
    await signIn(other);
    await other.getByLabel('动态验证码（6位）').fill(totp.generate({ timestamp: Date.now() + 30_000 }));
    expect(await faultsOf(other)).toEqual([]);
    await other.getByRole('button', { name: '登录', exact: true }).click();
    await other.waitForURL((url) => url.pathname !== '/sign-in');
    await other.context().close();
  });

  it('makes recovery codes, and lets in by one of them once', async () => {
    const { page } = li;
    await page.goto(`${server.address}/account`);
    const recovery = part(page, '恢复码').last();
    await recovery.getByText('没有可用的恢复码').waitFor();
    await recovery.getByLabel('请再输一次密码').fill(password);
    await recovery.getByRole('button', { name: '生成恢复码' }).click();
    await expect.poll(() => recovery.getByRole('listitem').count()).toBe(10);
    expect(await faultsOf(page)).toEqual([]);
    const code = (await recovery.locator('code').first().textContent()) ?? '';
    const other = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
    for (const isIn of [true, false]) {
      await signIn(other);
      await other.getByRole('button', { name: /改用恢复码/ }).click();
      await other.getByLabel('恢复码（24位）').fill(code);
      if (isIn) expect(await faultsOf(other)).toEqual([]);
      await other.getByRole('button', { name: '登录', exact: true }).click();
      if (isIn) await other.waitForURL((url) => url.pathname !== '/sign-in');
      else await other.getByText('用户名或密码不正确').waitFor();
      await other.context().clearCookies();
    }
    await other.context().close();
    await page.reload();
    await recovery.getByText('还有9个恢复码可用').waitFor();
  });

  it('stands on a phone', async () => {
    const { page } = li;
    await page.setViewportSize({ width: 390, height: 844 });
    for (const theme of ['light', 'dark']) {
      await page.goto(`${server.address}/account?theme=${theme}`);
      await part(page, '登录').getByText('本次登录').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    }
  });
});
