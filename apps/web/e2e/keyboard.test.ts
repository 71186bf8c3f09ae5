import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ADDRESSES } from './addresses.ts';
import { startDemo } from './demo.ts';

const demo = startDemo();

/** Numbers everything a mouse can work on the page. @returns how each is called, in that order */
const controlsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const selector = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"]';
    const groups = new Set<string>();
    const controls = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.matches(':disabled')) return false;
      if (element.tabIndex < 0) return false;
      // of radio buttons that belong together Tab reaches one, the arrows the others
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
      const known = groups.has(element.name);
      groups.add(element.name);
      return !known || element.checked;
    });
    for (const [index, element] of controls.entries()) element.dataset.control = String(index);
    return controls.map((element) => element.outerHTML.slice(0, 160));
  });

/** What looks as if it could be clicked but is no control, nor in one, nor the label of one. */
const clickableOnly = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const inside = 'a[href], button, input, select, textarea, summary, label, option, [tabindex], [role="option"]';
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => getComputedStyle(element).cursor === 'pointer' && element.checkVisibility())
      .filter((element) => element.closest(inside) === null)
      .map((element) => element.outerHTML.slice(0, 160));
  });

/** A long list draws its further rows, with a link each, as one goes through it. */
const ROWS_TO_COME = 400;

interface Reached {
  /** Number of the control; null where the focus is on something else. */
  control: number | null;
  seen: boolean;
}

/** Presses Tab and says where the focus is, and whether it shows. */
async function pressTab(page: Page): Promise<Reached> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return { control: null, seen: true };
    const shows = (node: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(node);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    };
    const { control } = element.dataset;
    // a field may show it by the frame around it
    const seen = shows(element) || (element.parentElement !== null && shows(element.parentElement));
    return { control: control === undefined ? null : Number(control), seen };
  });
}

describe('by keyboard alone', () => {
  it.each(ADDRESSES)('reaches everything, and shows where one is: %s', async (address) => {
    const page = await demo.open(address);
    expect.soft(await clickableOnly(page)).toEqual([]);
    const controls = await controlsOf(page);
    const reached = new Set<number>();
    const unseen = new Set<string>();
    for (let press = 0; press < controls.length + ROWS_TO_COME && reached.size < controls.length; press += 1) {
      const { control, seen } = await pressTab(page);
      if (control === null) continue;
      reached.add(control);
      if (!seen) unseen.add(controls[control] ?? '');
    }
    expect.soft(controls.filter((_, index) => !reached.has(index))).toEqual([]);
    expect.soft([...unseen]).toEqual([]);
    await page.context().close();
  });
});
