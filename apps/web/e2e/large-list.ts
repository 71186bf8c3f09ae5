import { setTimeout } from 'node:timers/promises';
import type { TargetRow, TargetsPage } from '@dabiao/contract/target';
import type { Page } from 'playwright-core';

/** `count` targets made of the shipped ones, each round of them in regions of its own. */
async function manyTargets(address: string, count: number): Promise<TargetRow[]> {
  const ask = () => fetch(`${address}/api/v1/targets?limit=500`);
  let answer = await ask();
  // a server that has just been worked hard says so until it has caught its breath
  for (let again = 0; answer.status === 503 && again < 20; again += 1) {
    await setTimeout(500);
    answer = await ask();
  }
  const { items } = (await answer.json()) as TargetsPage;
  return Array.from({ length: count }, (_, at) => {
    const row = items[at % items.length] as TargetRow;
    const round = Math.floor(at / items.length);
    const region = { code: String(Number(row.region.code) + round * 10_000), name: `${row.region.name}${round}` };
    return { ...row, id: `${row.id}-${round}`, region };
  });
}

/** Has a page see `count` targets, in pages as the server gives them. @returns the pages that were asked for. */
export async function serveMany(page: Page, address: string, count: number): Promise<{ limit: number }[]> {
  const all = await manyTargets(address, count);
  const asked: { limit: number }[] = [];
  await page.route('**/api/v1/targets?*', async (route) => {
    const { searchParams } = new URL(route.request().url());
    const [limit, cursor] = [Number(searchParams.get('limit')), searchParams.get('cursor')];
    asked.push({ limit });
    const from = cursor === null ? 0 : all.findIndex(({ id }) => id === cursor) + 1;
    const items = all.slice(from, from + limit);
    const next = from + limit < all.length ? (items.at(-1)?.id ?? null) : null;
    await route.fulfill({ json: { items, next, total: all.length } satisfies TargetsPage });
  });
  return asked;
}

/** Milliseconds between the frames drawn while the wheel is turned `turns` times by `pixels`. */
export async function framesOfScroll(page: Page, turns: number, pixels: number): Promise<number[]> {
  await page.mouse.move(400, 500);
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const look = (now: number) => {
      frames.push(now - last);
      last = now;
      if ('framesOfScroll' in window) requestAnimationFrame(look);
    };
    Object.assign(window, { framesOfScroll: frames });
    requestAnimationFrame(look);
  });
  for (let turn = 0; turn < turns; turn += 1) {
    await page.mouse.wheel(0, pixels);
    await page.waitForTimeout(16);
  }
  return page.evaluate(() => {
    const { framesOfScroll: frames } = window as unknown as { framesOfScroll: number[] };
    Reflect.deleteProperty(window, 'framesOfScroll');
    return frames.slice(1);
  });
}

/** Milliseconds from a text being typed into the field of the list to the frame that shows what passes. */
export async function timeOfFilter(page: Page, text: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const field = document.querySelector<HTMLInputElement>('.list-filters input');
    const caption = () => document.querySelector('.target-table caption')?.textContent;
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    if (!field || !setValue) throw new Error('there is no field');
    const before = caption();
    const began = performance.now();
    setValue.call(field, wanted);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    while (caption() === before) {
      if (performance.now() - began > 5000) throw new Error(`${wanted}: the list did not change`);
      await new Promise((next) => requestAnimationFrame(next));
    }
    await new Promise((next) => requestAnimationFrame(next));
    return performance.now() - began;
  }, text);
}
