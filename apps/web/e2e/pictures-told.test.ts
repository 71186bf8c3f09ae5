import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ADDRESSES } from './addresses.ts';
import { startDemo } from './demo.ts';

const demo = startDemo();

/** Drawings that are neither said in words nor declared to be mere decoration. */
const untold = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('svg, canvas, [role="img"]')]
      .filter((picture) => picture.checkVisibility())
      .filter((picture) => {
        const said = picture.closest('[role="img"]')?.getAttribute('aria-label') ?? '';
        return said.trim().length < 2 && picture.closest('[aria-hidden="true"]') === null;
      })
      .map((picture) => picture.outerHTML.slice(0, 160)),
  );

/** Numbers in what is said of the pictures of a chart that no table of the page has. */
const missingInTables = (page: Page, charts: string): Promise<{ said: number; missing: string[] }> =>
  page.evaluate((selector) => {
    const plain = (text: string) => text.replace(/[\s,，]/g, '');
    const tables = [...document.querySelectorAll('table')].map((table) => plain(table.textContent ?? '')).join('|');
    const said = [...document.querySelectorAll(selector)].flatMap(
      (picture) =>
        (picture.getAttribute('aria-label') ?? '')
          .replace(/(?:差|缺|少|相差)\s*[\d,.]+/g, '')
          .replaceAll(',', '')
          .match(/\d+(?:\.\d+)?/g) ?? [],
    );
    return { said: said.length, missing: [...new Set(said)].filter((number) => !tables.includes(number)) };
  }, charts);

describe('every picture', () => {
  it.each(ADDRESSES)('is said in words: %s', async (address) => {
    const page = await demo.open(address);
    expect(await untold(page)).toEqual([]);
    await page.context().close();
  });

  it('is said with the digits of what it compares', async () => {
    const page = await demo.open('/documents/linyi');
    const said = await page.locator('.bullet').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    expect(said.filter((words) => /路径/.test(words ?? '')).length).toBeGreaterThan(3);
    expect(said.filter((words) => /\.\d{4}/.test(words ?? ''))).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['/targets/linyi-5g-base-stations', '.chart__box'],
    ['/targets/jinan-5g-base-stations?year=2024', '.chart__box'],
    ['/embed/targets/jinan-5g-base-stations?year=2024', '.chart__box'],
    ['/indicators/5g-base-stations', '.region-line svg'],
    ['/compare?a=jinan&b=linyi', '.pair-drawing'],
  ])('has its numbers in a table too: %s', async (address, charts) => {
    const page = await demo.open(address);
    const { said, missing } = await missingInTables(page, charts);
    expect(said).toBeGreaterThan(2);
    expect(missing).toEqual([]);
    await page.context().close();
  });
});
