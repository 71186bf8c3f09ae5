import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningServer, startServer } from './running-server.ts';
import { openBrowser } from './system-browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'dabiao-journey-'));
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = [await startServer(), await openBrowser()];
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function signIn(page: Page, name: string, oneTime: string, own: string): Promise<void> {
  await page.goto(`${server.address}/sign-in`);
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('密码', { exact: true }).fill(oneTime);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByLabel('原密码').fill(oneTime);
  await page.getByLabel('新密码', { exact: true }).fill(own);
  await page.getByLabel('再输一次新密码').fill(own);
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** The security administrator makes a statistician. @returns the one-time password. */
async function addStatistician(page: Page): Promise<string> {
  await page.goto(`${server.address}/admin`);
  const form = page.getByRole('region', { name: '添加用户' });
  await form.getByLabel('用户名').fill('tongji');
  await form.getByLabel('姓名').fill('统计员小李');
  await form.getByLabel('统计员').check();
  await form.getByRole('combobox').click();
  await page.locator('.ant-select-item-option').filter({ hasText: '济南市' }).click();
  await form.getByRole('button', { name: /添\s*加/ }).click();
  return (await form.locator('code.one-time').textContent()) ?? '';
}

async function workbook(rows: (string | number)[][]): Promise<string> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('上报');
  sheet.addRow(['地区', '指标', '年份', '数值', '单位', '状态']);
  for (const row of rows) sheet.addRow(row);
  const file = join(folder, '济南2025.xlsx');
  await book.xlsx.writeFile(file);
  return file;
}

it('signs in, hands in, sees the chart change, and downloads the briefing', async () => {
  const admin = await browser.newContext({ locale: 'zh-CN' });
  const office = await admin.newPage();
  await signIn(office, 'security-admin', server.passwords['security-admin'] ?? '', 'Granite-Lake-9');
  const oneTime = await addStatistician(office);
  await admin.close();

  const context = await browser.newContext({ locale: 'zh-CN', acceptDownloads: true });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await signIn(page, 'tongji', oneTime, 'Stone-Bridge-7');

  const target = `${server.address}/targets/jinan-5g-base-stations`;
  await page.goto(target);
  await page.locator('main svg').first().waitFor();
  expect(await page.locator('main').textContent()).not.toContain('61,234');

  // One good row, one bad cell: nothing is published before the sender decides.
  await page.goto(`${server.address}/submit`);
  const file = await workbook([
    ['济南市', '5G基站数', 2025, 61_234, '个', '年报'],
    ['济南市', '5G基站数', 2023, '三万多', '个', '年报'],
  ]);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('D3').first().waitFor();
  await page.getByRole('button', { name: /下一步/ }).click();
  await page.getByRole('button', { name: /提交并发布/ }).click();
  await page.getByText('请选择跳过有错误的行').waitFor();
  await page.reload();
  await page.getByLabel(/跳过有错误的行/).check();
  await page.getByRole('button', { name: '提交并发布1个数据' }).click();
  await page.getByText('已发布1个数据').waitFor();

  // The chart, the verdict, the table and its source.
  await page.goto(target);
  await page.locator('main svg').first().waitFor();
  await expect
    .poll(async () => (await page.locator('main svg').allTextContents()).join(' '))
    .toMatch(/61,?234|6\.1234万/);
  const text = (await page.locator('main').textContent()) ?? '';
  expect(text).toContain('已实现');
  expect(text).toContain('济南2025.xlsx');

  // The briefing, and its text.
  await page.goto(`${server.address}/documents/jinan`);
  await page.getByRole('button', { name: '生成简报' }).click();
  const link = page.getByRole('link', { name: /下载 ?PDF/ });
  await link.waitFor({ timeout: 60_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const pdf = join(folder, 'briefing.pdf');
  await download.saveAs(pdf);
  const printed = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replace(/\s/g, '');
  expect(printed).toMatch(/61,?234|6\.1234万/);
  const fonts = execFileSync('pdffonts', [pdf], { encoding: 'utf8' }).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatch(/ yes +yes +(yes|no) +\d+ +\d+$/);

  await page.getByRole('button', { name: '退出' }).click();
  await page.getByRole('link', { name: '登录', exact: true }).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});
