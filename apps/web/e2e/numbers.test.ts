import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startDemo } from './demo.ts';

const demo = startDemo({ viewport: { width: 1440, height: 900 } });

const choose = (page: Page, words: string) => page.getByLabel('数字单位').selectOption({ label: words });
const textOf = async (page: Page, selector: string) => (await page.locator(selector).allTextContents()).join('\n');

describe('numbers in 万 or 亿', () => {
  it('follow the choice in title, chart, table and sentence, and it goes along to other pages', async () => {
    const page = await demo.open('/targets/linyi-5g-base-stations?year=2025');
    await page.locator('.target-chart svg text').first().waitFor();
    expect(await textOf(page, 'main')).toContain('18,155个');
    await choose(page, '万');
    for (const part of ['h1', '.target-chart', '.how__sentence', '.twin']) {
      await expect.poll(() => textOf(page, part), { message: part }).toContain('1.8155万个');
      expect([part, await textOf(page, part)]).toEqual([part, expect.not.stringContaining('18,155个')]);
    }
    // The words of the document are left as they are.
    expect(await textOf(page, 'blockquote')).toContain('20000个');
    await page.getByRole('link', { name: '目标', exact: true }).click();
    await page.waitForURL((url) => url.pathname === '/targets' && url.searchParams.get('numbers') === 'wan');
    await expect.poll(() => textOf(page, '.target-table')).toContain('100,390,000万元');
    await choose(page, '自动');
    await expect.poll(() => textOf(page, '.target-table')).toContain('10,039亿元');
    expect(new URL(page.url()).searchParams.has('numbers')).toBe(false);
    await page.context().close();
  });

  it('are as the address says when it is opened, and not asked for in English', async () => {
    const page = await demo.open('/documents/linyi?year=2025&numbers=wan');
    expect(await textOf(page, '.target-row__actualAndTarget')).toContain('100,000,000万元');
    await page.context().close();
    const english = await demo.open('/documents/linyi?year=2025&numbers=wan&lang=en');
    expect(await textOf(english, '.target-row__actualAndTarget')).toContain('1,000 billion yuan');
    expect(await english.getByLabel('Numbers in').count()).toBe(0);
    await english.close();
  });
});
