import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './faults.ts';
import { seatWorkers, type Worker } from './review-desk.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { openBrowser } from './system-browser.ts';

const TITLE = '“先进工业强市”实施意见';
const DOCUMENT = 'linyi';
const TARGET = 'linyi-5g-base-stations';

let server: RunningServer;
let browser: Browser;
let admin: Page;
let without: Worker;
let cleared: Worker;

beforeAll(async () => {
  [server, browser] = [await startServer(), await openBrowser()];
  [without, cleared] = (await seatWorkers(server, browser, [
    { name: '小孙', roles: ['viewer'], region: null },
    { name: '老钱', roles: ['viewer'], region: null },
  ])) as [Worker, Worker];
  admin = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })).newPage();
  await admin.goto(`${server.address}/sign-in?next=/admin`);
  await admin.getByLabel('用户名').fill('security-admin');
  await admin.getByLabel('密码', { exact: true }).fill('Granite-Lake-9');
  await admin.getByRole('button', { name: '登录', exact: true }).click();
  await admin.getByRole('heading', { name: '管理' }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const confirm = () => admin.getByRole('button', { name: /^确\s?定$/ }).last();

/** Opens a page and waits until it has all it asks for. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${server.address}${path}`);
  await page.locator('main h1, main [role=alert], main .problem').first().waitFor();
  await page.waitForLoadState('networkidle');
}

/** What a page says or links to of the document. */
async function traces(page: Page): Promise<string[]> {
  const words = (await page.locator('body').textContent())?.includes(TITLE) ? [TITLE] : [];
  const links = await page
    .locator(`a[href*="/documents/${DOCUMENT}"], a[href*="/targets/${DOCUMENT}-"], [href*="document=${DOCUMENT}"]`)
    .count();
  return links > 0 ? [...words, 'links'] : words;
}

/** What the search finds for some words. */
async function found(page: Page, words: string): Promise<string> {
  await open(page, '/');
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: /^搜索/ }).fill(words);
  const answer = page.waitForResponse((one) => one.url().includes('/search?'));
  await page.getByRole('combobox', { name: /^搜索/ }).fill(words.slice(0, -1));
  await answer;
  await page.waitForLoadState('networkidle');
  return (await page.getByRole('dialog').textContent()) ?? '';
}

/** Pages on which the document stands for whoever may see it. */
const PLACES = ['/', '/targets', '/indicators/5g-base-stations'];

describe('a label', () => {
  it('is given by the administrator, as the clearance that reaches it is', async () => {
    for (const { page } of [without, cleared]) {
      await open(page, `/documents/${DOCUMENT}`);
      await page.getByRole('heading', { name: TITLE }).waitFor();
      expect(await page.locator('.label-mark').count()).toBe(0);
    }
    const row = admin.getByRole('row', { name: /老钱/ });
    await row.locator('.ant-select', { has: admin.getByLabel('许可 老钱') }).click();
    await admin.locator('.ant-select-item-option', { hasText: '敏感' }).click();
    await admin.getByText('将老钱的许可改为敏感？').waitFor();
    await confirm().click();
    await expect.poll(() => row.locator('.ant-select').first().textContent()).toContain('敏感');

    await admin.goto(`${server.address}/admin?tab=labels`);
    await admin.getByLabel('查找').fill('先进工业强市');
    const choice = admin.getByRole('row', { name: new RegExp(TITLE) });
    await choice.getByText('敏感', { exact: true }).click();
    await admin.getByText(`将“${TITLE}”标记为敏感？`).waitFor();
    await confirm().click();
    await expect.poll(() => choice.getByRole('radio', { name: '敏感' }).isChecked()).toBe(true);
    await expect.poll(() => admin.locator('.ant-popover:visible').count()).toBe(0);
    expect(await faultsOf(admin)).toEqual([]);
  });

  it('hides a document from a reader without the clearance, wherever it stood', async () => {
    const { page } = without;
    for (const path of PLACES) {
      await open(page, path);
      expect([path, await traces(page)]).toEqual([path, []]);
    }
    const nowhere = async (path: string) => {
      await open(page, path);
      return (await page.locator('main').textContent())?.replace(/[0-9a-z-]*req-[0-9a-z-]+/g, '');
    };
    const unknown = await nowhere('/documents/nothing-of-this-name');
    expect(unknown).toContain('没有找到');
    expect(await nowhere(`/documents/${DOCUMENT}`)).toBe(unknown);
    expect(await nowhere(`/targets/${TARGET}`)).toContain('没有找到');
    for (const words of ['先进工业强市', '临沂先进', 'linyi']) {
      expect([words, await found(page, words)]).not.toEqual([words, expect.stringContaining('先进工业强市')]);
    }
    await open(page, `/targets?document=${DOCUMENT}`);
    expect(await page.locator('.target-row').count()).toBe(0);
  });

  it('is shown with the document to a reader with the clearance', async () => {
    const { page } = cleared;
    for (const path of PLACES) {
      await open(page, path);
      expect([path, (await traces(page)).length > 0]).toEqual([path, true]);
    }
    await open(page, `/documents/${DOCUMENT}`);
    await page.locator('.document-head .label-mark', { hasText: '敏感' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await open(page, `/targets/${TARGET}`);
    await page.locator('.label-mark', { hasText: '敏感' }).first().waitFor();
    expect(await found(page, '先进工业强市')).toContain(TITLE);
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, `/documents/${DOCUMENT}?theme=dark`);
    await page.locator('.document-head .label-mark', { hasText: '敏感' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('counts without the document for the one and with it for the other', async () => {
    const sentence = async ({ page }: Worker) => {
      await open(page, '/');
      return (await page.locator('main').textContent()) ?? '';
    };
    expect(await sentence(without)).toMatch(/四份文件\d+项目标/);
    expect(await sentence(cleared)).toMatch(/五份文件\d+项目标/);
    const total = async ({ call }: Worker) => ((await call('get', '/targets?limit=1')).body as { total: number }).total;
    expect(await total(without)).toBeLessThan(await total(cleared));
  });
});
