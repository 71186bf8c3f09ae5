import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './faults.ts';
import { type RunningServer, signInAsSecurityAdmin, startServer } from './running-server.ts';
import { openBrowser } from './system-browser.ts';

let server: RunningServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [server, browser] = [await startServer(), await openBrowser()];
  await signInAsSecurityAdmin(server);
  page = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(`${server.address}/sign-in?next=/admin`);
  await page.getByLabel('用户名').fill('security-admin');
  await page.getByLabel('密码', { exact: true }).fill('Granite-Lake-9');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '管理' }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
const confirm = () => page.getByRole('button', { name: /^确\s?定$/ }).last();
const signInAs = (name: string, password: string) =>
  fetch(`${server.address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });

describe('the security administrator', () => {
  let password = '';

  it('adds somebody, is told which roles exclude each other, and sees the one-time password once', async () => {
    const form = page.locator('form', { has: page.getByRole('button', { name: /^添\s?加$/ }) });
    await form.getByLabel('用户名').fill('li');
    await form.getByLabel('姓名').fill('李明');
    await form.getByLabel('统计员').check();
    expect(await form.getByLabel('审计管理员').isDisabled()).toBe(true);
    expect(await form.getByLabel('审核员').isDisabled()).toBe(false);
    await form.getByText('系统管理员、安全管理员、审计管理员不能与已选角色由同一人担任').waitFor();
    await form.getByRole('button', { name: /^添\s?加$/ }).click();
    // A statistician is one of a region.
    await form.locator('.ant-form-item-explain-error').waitFor();
    await form.getByRole('combobox').click();
    await page.locator('.ant-select-item-option', { hasText: '济南市' }).click();
    await expect.poll(() => form.locator('.ant-form-item-explain-error').count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await form.getByRole('button', { name: /^添\s?加$/ }).click();
    const shown = page.locator('code.one-time');
    await shown.waitFor();
    password = (await shown.textContent()) ?? '';
    expect(password).toHaveLength(22);
    await row('李明').getByText('济南市').waitFor();
    expect((await (await signInAs('li', password)).json()).user.mustChangePassword).toBe(true);
    await page.reload();
    await row('李明').waitFor();
    expect(await page.content()).not.toContain(password);
  });

  it('sees who is locked and unlocks them', async () => {
    for (let time = 0; time < 5; time += 1) await signInAs('li', 'wrong');
    expect((await signInAs('li', password)).status).toBe(429);
    await page.reload();
    await row('李明').getByText('已锁定').waitFor();
    await row('李明').getByRole('button', { name: '解锁' }).click();
    await confirm().click();
    await expect.poll(() => row('李明').getByText('已锁定').count()).toBe(0);
    expect((await signInAs('li', password)).status).toBe(200);
  });

  it('gives other roles, disables and lets in again', async () => {
    await row('李明').getByRole('button', { name: '更改角色' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('审核员').check();
    expect(await dialog.getByLabel('系统管理员').isDisabled()).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: /^保\s?存$/ }).click();
    await row('李明').getByText('统计员、审核员').waitFor();
    await row('李明')
      .getByRole('button', { name: /^停\s?用$/ })
      .click();
    await confirm().click();
    await row('李明')
      .getByRole('button', { name: /^启\s?用$/ })
      .waitFor();
    expect((await signInAs('li', password)).status).toBe(401);
    await row('李明')
      .getByRole('button', { name: /^启\s?用$/ })
      .click();
    await confirm().click();
    await row('李明')
      .getByRole('button', { name: /^停\s?用$/ })
      .waitFor();
    expect((await signInAs('li', password)).status).toBe(200);
    // Nobody changes their own account: nothing is offered.
    expect(await row('security-admin').getByRole('button').count()).toBe(0);
  });

  it('sets the security policy within its bounds', async () => {
    await page.goto(`${server.address}/admin?tab=policy`);
    const idle = page.getByLabel(/无操作自动退出/);
    await idle.waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await idle.fill('4');
    await page.getByRole('button', { name: '保存策略' }).click();
    expect(await idle.evaluate((field: HTMLInputElement) => field.validity.rangeUnderflow)).toBe(true);
    await idle.fill('10');
    await page.getByLabel('密码规则').selectOption('nist');
    await page.getByRole('button', { name: '保存策略' }).click();
    await page.getByText('已保存，现在生效').waitFor();
    await page.reload();
    await page.getByText('由安全管理员设定').waitFor();
    expect([await idle.inputValue(), await page.getByLabel('密码规则').inputValue()]).toEqual(['10', 'nist']);
    await page.goto(`${server.address}/account`);
    await page.getByText('至少15个字符').waitFor();
  });

  it('finds the same on a phone, with all that can be done', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const theme of ['light', 'dark']) {
      await page.goto(`${server.address}/admin?theme=${theme}`);
      await row('李明').getByText('统计员、审核员 · 济南市 · 启用').waitFor();
      const box = await row('李明').getByRole('button', { name: '更改角色' }).boundingBox();
      expect(box && box.x + box.width).toBeLessThanOrEqual(390);
      expect(await faultsOf(page)).toEqual([]);
      await page.goto(`${server.address}/admin?tab=system&theme=${theme}`);
      await page.getByText('审计记录').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.goto(`${server.address}/admin?tab=policy&theme=${theme}`);
      await page.getByLabel('密码规则').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    }
  });
});
