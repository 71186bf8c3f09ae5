import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startDemo } from './demo.ts';

const LOOKS: [string, BrowserContextOptions][] = [
  ['1440 light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
  ['390 dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
];
const PAIRS = ['?a=jinan&b=linyi', '?of=regions&a=370000&b=371300', '?a=linzi&b=zibo&lang=en'];

const demo = startDemo();

async function open(search: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await demo.browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  await page.goto(`${demo.server.address}/compare${search}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const titleOf = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
const left = (page: Page) => page.getByRole('combobox', { name: '左', exact: true });
const asked = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

describe('comparing', () => {
  it('says who stands better, and agrees with what each side’s own pages say', async () => {
    const page = await open('?a=jinan&b=linyi&year=2025');
    const title = (await titleOf(page)) ?? '';
    expect(title).toMatch(/^共有3项相同指标：/);
    const better = await page.locator('.pair__finding').allTextContents();
    for (const place of ['济南市', '临沂市']) {
      const said = Number(new RegExp(`${place}(\\d+)项`).exec(title)?.[1] ?? 0);
      expect([place, said]).toEqual([place, better.filter((line) => line === `${place}进展更好`).length]);
    }
    const { document } = (await (await fetch(`${demo.server.address}/api/v1/documents/jinan?year=2025`)).json()) as {
      document: { total: number; score: number };
    };
    const totals = (await page.getByRole('region', { name: '总体' }).textContent()) ?? '';
    expect(totals).toContain(`${document.total}项`);
    expect(totals).toContain(document.score.toFixed(2));
    const only = page.getByRole('region', { name: /仅济南市提出/ }).getByRole('listitem');
    expect(await only.count()).toBe(document.total - 3);
    await page.context().close();
  });

  it('keeps sides, swap and year in the URL, and comes back', async () => {
    const page = await open('');
    await left(page).selectOption('linzi');
    await expect.poll(() => asked(page)).toEqual({ of: 'documents', a: 'linzi', b: 'linyi' });
    await page.getByRole('button', { name: '左右互换' }).click();
    await expect.poll(() => asked(page)).toEqual({ of: 'documents', a: 'linyi', b: 'linzi' });
    // Two clicks before anything is drawn anew.
    await page.getByRole('button', { name: '左右互换' }).evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
    });
    await expect.poll(() => asked(page)).toEqual({ of: 'documents', a: 'linyi', b: 'linzi' });
    await left(page).selectOption('linzi');
    await expect.poll(() => asked(page)).toEqual({ of: 'documents', a: 'linzi', b: 'linyi' });
    await page.getByRole('combobox', { name: '截至' }).selectOption('2023');
    await expect.poll(() => page.locator('.compare__about').textContent()).toContain('截至2023年末');
    await page.goBack();
    await expect.poll(() => page.locator('.compare__about').textContent()).not.toContain('2023');
    await page.getByRole('link', { name: '地区' }).click();
    await expect.poll(() => titleOf(page)).toContain('济南市');
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '对比' }).waitFor();
    await page.context().close();
  });

  it('shows the numbers of its pictures as a table', async () => {
    const page = await open('?a=jinan&b=linyi&year=2025');
    await page.getByText('以表格显示图中数据').click();
    const table = page.locator('.compare-twin table');
    expect(await table.locator('tbody tr').count()).toBe(2 * (await page.locator('.pair').count()));
    const shown = await page.locator('.pair__numbers b').allTextContents();
    const text = (await table.textContent()) ?? '';
    for (const number of shown) expect(text).toContain(number);
    await page.context().close();
  });

  it('loads neither the charts nor the workbench', async () => {
    const page = await demo.browser.newPage();
    const sizes: number[] = [];
    page.on('response', async (response) => {
      if (!response.url().endsWith('.js')) return;
      sizes.push((await response.request().sizes()).responseBodySize);
    });
    await page.goto(`${demo.server.address}/compare`, { waitUntil: 'networkidle' });
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((all, size) => all + size, 0)).toBeLessThan(210_000);
    await page.close();
  });

  it('says what is missing, and offers another try', async () => {
    const page = await open('?of=regions&a=370000&b=371300');
    expect(await titleOf(page)).toBe('山东省没有可对比的目标');
    await page.route('**/api/v1/targets*', (route) => route.abort());
    await left(page).selectOption('370100');
    await page.getByRole('button', { name: '重试' }).waitFor({ timeout: 20_000 });
    await page.unroute('**/api/v1/targets*');
    await page.getByRole('button', { name: '重试' }).click();
    await expect.poll(() => titleOf(page)).toMatch(/^共有\d+项相同指标/);
    await page.context().close();
  });
});

describe.each(LOOKS)('the comparison, %s', (_look, options) => {
  it.each(PAIRS)('is accessible: %s', async (pair) => {
    const page = await open(pair, options);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
    await page.context().close();
  });
});

it('keeps its width from 360 to 1920 pixels', async () => {
  const page = await open('?a=jinan&b=linyi&year=2018');
  for (const width of [360, 560, 720, 861, 1024, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    expect([width, await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)]).toEqual([
      width,
      0,
    ]);
  }
  await page.context().close();
});
