import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startDemo } from './demo.ts';

const demo = startDemo({ viewport: { width: 390, height: 844 } });

const top = (page: Page) => page.evaluate(() => Math.round(window.scrollY));
const scrollTo = async (page: Page, place: number) => {
  await page.evaluate((y) => window.scrollTo(0, y), place);
  await page.waitForFunction((y) => Math.abs(window.scrollY - y) < 2, place);
  // the event that tells of it comes with the next frame
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
};

describe('where a page stands', () => {
  it('is its top when a link opens it, and where it was left when one comes back', async () => {
    const page = await demo.open('/documents/linyi');
    await scrollTo(page, 1400);
    // not by the mouse, which would scroll to it
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('.document-body a[href^="/targets/linyi-5g-base-stations"]')?.click(),
    );
    await page.locator('.target-chart svg').first().waitFor();
    expect(await top(page)).toBe(0);
    await scrollTo(page, 500);
    await page.goBack();
    await page.locator('.document-body .target-row').first().waitFor();
    await expect.poll(() => top(page)).toBe(1400);
    await page.goForward();
    await page.locator('.target-chart svg').first().waitFor();
    await expect.poll(() => top(page)).toBe(500);
    await page.context().close();
  });

  it('is kept when the page is loaded again, and when only its address changes', async () => {
    const page = await demo.open('/documents/linyi');
    await scrollTo(page, 900);
    await page.reload({ waitUntil: 'networkidle' });
    await expect.poll(() => top(page)).toBe(900);
    await page.evaluate(() => document.querySelector<HTMLButtonElement>('.frame-foot button')?.click());
    expect(await top(page)).toBe(900);
    await page.context().close();
  });

  it('is the whole overview for who comes back to it, far down as it was', async () => {
    const page = await demo.open('/');
    await scrollTo(page, 2300);
    await page.reload({ waitUntil: 'networkidle' });
    await expect.poll(() => top(page)).toBe(2300);
    await page.context().close();
  });
});
