import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, signInAsSecurityAdmin, startServer } from './running-server.ts';
import { openBrowser } from './system-browser.ts';

const DEMO_WORDS = '演示数据，非真实统计';
const PAGES = [
  '/',
  '/?year=2018&region=371300',
  '/documents/linyi',
  '/documents/luozhuang?year=2018',
  '/targets/jinan-5g-base-stations?year=2024',
  '/targets/linyi-5g-base-stations',
  '/indicators',
  '/indicators/5g-base-stations',
  '/departments',
  '/measures',
  '/measures?document=linzi&q=省级',
  '/briefings',
  '/submit',
  '/sign-in',
  '/targets/nowhere',
  '/nowhere',
];
const LOOKS: [string, BrowserContextOptions][] = [
  ['1440 light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
  ['390 dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
];

let demo: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [demo, browser] = [await startServer({ DEMO: '1' }), await openBrowser()];
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

describe.each(LOOKS)('every page, %s', (_look, options) => {
  it('is accessible, keeps its width, and says that its figures are made up', async () => {
    const context = await browser.newContext({ ...options, locale: 'zh-CN' });
    for (const path of PAGES) {
      const page = await context.newPage();
      await page.goto(`${demo.address}${path}`, { waitUntil: 'networkidle' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
      expect([path, found]).toEqual([path, []]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([path, overflow <= 0]).toEqual([path, true]);
      expect([path, await page.locator('body').textContent()]).toEqual([path, expect.stringContaining(DEMO_WORDS)]);
      await page.close();
    }
    await context.close();
  });
});

describe('a light page', () => {
  it('loads neither the charts nor the workbench', async () => {
    const page = await browser.newPage();
    const sizes: number[] = [];
    page.on('response', async (response) => {
      if (!response.url().endsWith('.js')) return;
      const { responseBodySize } = await response.request().sizes();
      sizes.push(responseBodySize);
    });
    await page.goto(demo.address, { waitUntil: 'networkidle' });
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((all, size) => all + size, 0)).toBeLessThan(200_000);
    await page.close();
  });

  it('speaks English when asked', async () => {
    const page = await browser.newPage();
    await page.goto(`${demo.address}/?lang=en`, { waitUntil: 'networkidle' });
    expect(await page.locator('html').getAttribute('lang')).toMatch(/^en/);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/[A-Za-z]{3}/);
    await page.close();
  });
});

describe('a briefing of made-up figures', () => {
  it('says so on every page of the PDF', async () => {
    const made = await fetch(`${demo.address}/api/v1/briefings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: await signInAsSecurityAdmin(demo) },
      body: JSON.stringify({ document: 'linyi', year: 2025 }),
    });
    const { id } = (await made.json()) as { id: string };
    const pdf = join(demo.folder, 'briefings', `${id}.pdf`);
    const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page.replace(/\s/g, '')).toContain(DEMO_WORDS);
  });
});
