import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningServer, signInAsSecurityAdmin, startServer } from './running-server.ts';
import { openBrowser } from './system-browser.ts';

let server: RunningServer;
let browser: Browser;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), 'dabiao-briefings-'));
const errors: string[] = [];

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
  const [name = '', value = ''] = (await signInAsSecurityAdmin(server)).split('=');
  await context.addCookies([{ name, value, url: server.address }]);
  page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true });
});

const shot = async (name: string) => {
  const kept = process.env.SHOTS;
  if (kept) await page.screenshot({ path: join(kept, `${name}.png`) });
};

const objections = async () => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
};

it('is settled in a dialog that shows its pages, made in the queue, found in the archive and downloaded', async () => {
  await page.goto(`${server.address}/briefings?year=2024`);
  await page.getByRole('button', { name: '新建简报' }).click();
  const dialog = page.getByRole('dialog', { name: '新建简报' });
  await dialog.getByRole('combobox').nth(1).selectOption({ index: 2 });
  await dialog.getByLabel('期号').fill('2026年第9期');
  await dialog.getByLabel('版式').selectOption({ label: '简洁' });
  const first = dialog.getByRole('img', { name: '第1页' });
  await first.waitFor({ timeout: 30_000 });
  await dialog.getByText(/共\d+页/).waitFor();
  await expect.poll(() => first.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(500);
  await shot('dialog');
  expect(await objections()).toEqual([]);
  // The address has all of it: loaded anew it stands as it was.
  await page.reload();
  expect(await dialog.getByLabel('期号').inputValue()).toBe('2026年第9期');
  await dialog.getByRole('button', { name: '生成简报' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const row = page.getByRole('row', { name: /2026年第9期/ });
  await row.waitFor({ timeout: 30_000 });
  await shot('archive');
  expect(await row.textContent()).toMatch(/简洁 · \d+页.*2024年.*security-admin.*\d+个数据/s);
  for (const ending of ['PDF', 'DOCX', 'XLSX']) {
    const link = row.getByRole('link', { name: new RegExp(`^${ending}`) });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const file = join(folder, `briefing.${ending.toLowerCase()}`);
    await download.saveAs(file);
    if (ending === 'PDF') expect(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })).toContain('第 9 期');
  }
});

it('makes one for each region in one go and packs them', async () => {
  await page.goto(`${server.address}/briefings?year=2024&new=byRegion&sections=short`);
  const dialog = page.getByRole('dialog', { name: '新建简报' });
  await dialog.getByText('共5份，打包为 ZIP').waitFor();
  await dialog.getByRole('button', { name: '生成简报' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const zip = page.getByRole('link', { name: '下载 ZIP' });
  await zip.waitFor({ timeout: 60_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), zip.click()]);
  expect(download.suggestedFilename()).toBe('简报_2024年_5份.zip');
  await page.getByLabel('范围').selectOption({ label: '一个地区' });
  await expect.poll(() => page.getByRole('row').count()).toBe(6);
  await shot('batch');
  expect(await objections()).toEqual([]);
  expect(errors).toEqual([]);
});

it('fits a phone in the dark, with its dialog', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const path of ['/briefings', '/briefings?new=targets', '/briefings?new=document&sections=own,table&lang=en']) {
    await page.goto(server.address + path, { waitUntil: 'networkidle' });
    await shot(`phone${path.length}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect([path, overflow]).toEqual([path, 0]);
    expect([path, await objections()]).toEqual([path, []]);
  }
});
