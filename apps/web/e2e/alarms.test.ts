import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './faults.ts';
import { seatWorkers, type Worker } from './review-desk.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { openBrowser } from './system-browser.ts';

let server: RunningServer;
let browser: Browser;
let auditor: Worker;

beforeAll(async () => {
  [server, browser] = [await startServer(), await openBrowser()];
  [auditor] = (await seatWorkers(server, browser, [{ name: '老赵', roles: ['auditor'], region: null }])) as [Worker];
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const fail = () =>
  fetch(`${server.address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'nobody', password: 'wrong' }),
  });

async function securityAdmin(): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await page.goto(`${server.address}/sign-in`);
  await page.getByLabel('用户名').fill('security-admin');
  await page.getByLabel('密码', { exact: true }).fill('Granite-Lake-9');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  return page;
}

describe('an alarm', () => {
  it('is seen on the tab, told of, and acknowledged; the auditor sees who did', async () => {
    const page = await securityAdmin();
    await page.goto(`${server.address}/admin?tab=alarms`);
    await page.getByText('没有告警').waitFor();
    for (let time = 0; time < 10; time += 1) await fail();
    await page.reload();
    await page.getByRole('link', { name: '告警（1）' }).waitFor();
    await page.getByText('10次登录失败').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${server.address}/admin?tab=alarms&theme=dark`);
    await page.getByText('10次登录失败').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await auditor.page.goto(`${server.address}/admin?tab=alarms`);
    await auditor.page.getByText('10次登录失败').waitFor();
    expect(await auditor.page.getByRole('button', { name: '已处理' }).count()).toBe(0);
    await page.getByLabel('处理说明').fill('已核实，为密码遗忘');
    await page.getByRole('button', { name: '已处理' }).click();
    await page.getByText(/security-admin已处理.*已核实，为密码遗忘/).waitFor();
    await page.getByRole('link', { name: '告警', exact: true }).waitFor();
    await auditor.page.reload();
    await auditor.page.getByText(/security-admin已处理/).waitFor();
  });

  it('comes with a token for collecting, which an auditor makes', async () => {
    const { page } = auditor;
    await page.goto(`${server.address}/account`);
    await page.getByLabel('用途').fill('日志平台');
    expect(await page.getByLabel('权限').locator('option').allTextContents()).toEqual(['收集审计记录']);
    await page.getByRole('button', { name: '生成令牌' }).click();
    const secret = await page.locator('code', { hasText: 'dbt_' }).textContent();
    const answer = await fetch(`${server.address}/api/v1/audit.jsonl?after=0`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect((await answer.text()).split('\n')[0]).toContain('"seq":1,');
  });
});
