import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startDemo } from './demo.ts';
import { serveMany } from './large-list.ts';

const MANY = 5000;

const demo = startDemo();

async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await demo.browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  return context.newPage();
}

const caption = (page: Page) => page.locator('.target-table caption').textContent();
const rows = (page: Page) => page.locator('.target-row');

async function openMany(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await newPage(options);
  await serveMany(page, demo.server.address, MANY);
  await page.goto(`${demo.server.address}/targets`);
  await expect.poll(() => caption(page), { timeout: 60_000 }).toBe(`共${MANY}项目标`);
  return page;
}

/** Number of the row in the middle of the window; 0 where there is none. */
const rowInTheMiddle = (page: Page) =>
  page.evaluate(() => {
    const at = document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 2);
    return Number(at?.closest('tr')?.getAttribute('aria-rowindex') ?? 0);
  });

const SLOW = { timeout: 20_000 };

describe(`a list of ${MANY} targets`, () => {
  it('shows what has come while the rest is on its way', async () => {
    const page = await newPage();
    const asked = await serveMany(page, demo.server.address, MANY);
    let release = (): void => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    await page.route('**/api/v1/targets?*cursor=*', async (route) => {
      await held;
      await route.fallback();
    });
    await page.goto(`${demo.server.address}/targets`);
    await rows(page).first().waitFor();
    expect(await caption(page)).toContain(`100项目标，共${MANY}项`);
    await page.getByRole('progressbar').waitFor();
    release();
    await expect.poll(() => caption(page), { timeout: 60_000 }).toBe(`共${MANY}项目标`);
    expect(await page.getByRole('progressbar').count()).toBe(0);
    expect(asked.length).toBe(1 + Math.ceil((MANY - 100) / 500));
    await page.context().close();
  });

  it('draws only the rows in sight, and says how many there are and which these are', async () => {
    const page = await openMany();
    expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe(String(MANY + 1));
    expect(await rows(page).count()).toBeLessThan(60);
    expect(await rows(page).first().getAttribute('aria-rowindex')).toBe('2');
    await page.keyboard.press('End');
    await expect.poll(() => rows(page).last().getAttribute('aria-rowindex'), SLOW).toBe(String(MANY + 1));
    expect(await rows(page).count()).toBeLessThan(60);
    expect(await page.locator('thead th').first().isVisible()).toBe(true);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.context().close();
  });

  it('never shows an empty stretch, however far it is scrolled at once', async () => {
    const page = await openMany();
    for (const share of [0.2, 0.9, 0.5]) {
      await page.evaluate((part) => window.scrollTo(0, document.documentElement.scrollHeight * part), share);
      await expect.poll(() => rowInTheMiddle(page), SLOW).toBeGreaterThan(share * MANY * 0.8);
    }
    await page.context().close();
  });

  it('keeps the row that has the focus and its neighbours, and follows the Tab key', async () => {
    const page = await openMany();
    const link = rows(page).first().getByRole('link');
    await link.focus();
    await page.mouse.move(400, 500);
    await page.mouse.wheel(0, 20_000);
    await expect
      .poll(async () => Number(await rows(page).nth(2).getAttribute('aria-rowindex')), SLOW)
      .toBeGreaterThan(50);
    expect(await link.evaluate((node) => node === document.activeElement)).toBe(true);
    for (let turn = 0; turn < 40; turn += 1) await page.keyboard.press('Tab');
    const place = () => page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex'));
    expect(await place()).toBe('42');
    await page.context().close();
  });

  it('gives paper every row', async () => {
    const page = await openMany();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await rows(page).count()).toBe(MANY);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect.poll(() => rows(page).count(), SLOW).toBeLessThan(60);
    await page.context().close();
  });

  it('becomes cards on a phone', async () => {
    const page = await openMany({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.evaluate(() => window.scrollTo(0, 40_000));
    await expect
      .poll(async () => Number(await rows(page).last().getAttribute('aria-rowindex')), SLOW)
      .toBeGreaterThan(100);
    const [first, second] = await rows(page).evaluateAll((all) => all.map((row) => row.getBoundingClientRect()));
    expect(second?.top).toBeGreaterThanOrEqual((first?.bottom ?? Number.NaN) - 1);
    expect(first?.width).toBeGreaterThan(300);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});

describe('the list of targets', () => {
  it('keeps its filters in the address', async () => {
    const page = await newPage();
    await page.goto(`${demo.server.address}/targets`, { waitUntil: 'networkidle' });
    const all = await caption(page);
    await page.getByLabel('地区').selectOption({ label: '临沂市' });
    await page.getByLabel('到期年份').selectOption('2026');
    await page.getByLabel('查找').fill('lsgc');
    await expect.poll(() => caption(page), SLOW).toMatch(/^1项目标/);
    await page.waitForURL((url) => url.searchParams.get('q') === 'lsgc');
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('region'), searchParams.get('due')]).toEqual(['371300', '2026']);
    await page.reload();
    await expect.poll(() => caption(page), SLOW).toMatch(/^1项目标/);
    expect(await page.getByLabel('查找').inputValue()).toBe('lsgc');
    await page.getByLabel('查找').fill('没有这样的目标');
    await page.getByRole('button', { name: '清除筛选' }).click();
    await expect.poll(() => caption(page), SLOW).toBe(all);
    await expect.poll(() => new URL(page.url()).search, SLOW).toBe('');
    expect(await page.getByLabel('查找').inputValue()).toBe('');
    await page.goBack();
    await expect.poll(() => page.getByLabel('地区').inputValue(), SLOW).toBe('371300');
    await page.context().close();
  });

  it('names a region that no target is of', async () => {
    const page = await newPage();
    await page.goto(`${demo.server.address}/targets?region=370000`, { waitUntil: 'networkidle' });
    const shown = () =>
      page.getByLabel('地区').evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.textContent);
    await expect.poll(shown, SLOW).toBe('山东省');
    await page.context().close();
  });

  it('prints whole, although only a part of it is drawn', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dabiao-print-'));
    const page = await newPage();
    await page.goto(`${demo.server.address}/targets`, { waitUntil: 'networkidle' });
    const total = Number(/\d+/.exec((await caption(page)) ?? '')?.[0]);
    expect(await rows(page).count()).toBeLessThan(total);
    const file = join(folder, 'list.pdf');
    writeFileSync(file, await page.pdf({ format: 'A4', landscape: true }));
    const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
    const { items } = (await (await fetch(`${demo.server.address}/api/v1/targets?limit=500`)).json()) as {
      items: { quote: string; indicator: { name: string } }[];
    };
    const printed = text.replace(/\s/g, '');
    const missing = items.filter(({ indicator }) => !printed.includes(indicator.name.replace(/\s/g, '')));
    expect([items.length, missing.map(({ indicator }) => indicator.name)]).toEqual([total, []]);
    rmSync(folder, { recursive: true });
    await page.context().close();
  });
});
