import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADDRESSES } from './addresses.ts';
import { type RunningServer, signInAsSecurityAdmin, startServer } from './running-server.ts';
import { openBrowser } from './system-browser.ts';

const DEMO_WORDS = '演示数据，非真实统计';
const LOOKS: [string, BrowserContextOptions][] = [
  ['1440 light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
  ['390 dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
];
/** 720 px is a screen of 1440 px at 200 % zoom; 360 px is the narrowest phone. */
const WIDTHS = [720, 360];

/** What axe objects to; with `rules`, by these only. */
async function violationsIn(page: Page, rules?: string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  const { violations } = await (rules ? builder.withRules(rules) : builder).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

/** The innermost elements for which a reader would have to scroll sideways; none where the page keeps its width. */
const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= window.innerWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > window.innerWidth + 1,
    );
    return wide.slice(-3).map((element) => `${element.getAttribute('class')}: ${element.textContent?.slice(0, 40)}`);
  });

let demo: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [demo, browser] = [await startServer({ DEMO: '1' }), await openBrowser()];
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

describe.each(LOOKS)(
  'accessible in both themes, no wider than the window, made-up figures named: %s',
  (_look, options) => {
    it.each(ADDRESSES)('%s', async (path) => {
      const context = await browser.newContext({ ...options, locale: 'zh-CN' });
      const page = await context.newPage();
      await page.goto(`${demo.address}${path}`, { waitUntil: 'networkidle' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.early').waitFor({ state: 'detached' });
      // What is folded away is looked at too: table twins, embed codes.
      await page.evaluate(() => {
        for (const folded of document.querySelectorAll('details')) folded.open = true;
      });
      expect.soft(await violationsIn(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: options.colorScheme === 'dark' ? 'light' : 'dark' });
      expect.soft(await violationsIn(page, ['color-contrast'])).toEqual([]);
      expect.soft(await page.locator('body').textContent()).toContain(DEMO_WORDS);
      for (const width of [options.viewport?.width ?? 0, ...WIDTHS]) {
        await page.setViewportSize({ width, height: 800 });
        await expect.poll(() => sticksOut(page), { message: `${width} px`, timeout: 10_000 }).toEqual([]);
      }
      await context.close();
    });
  },
);

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
