import { setTimeout } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startDemo } from './demo.ts';

const FULL_HD = { width: 1920, height: 1080 };
const SIZES = [
  { ...FULL_HD, lang: 'zh' },
  { ...FULL_HD, lang: 'en' },
  { width: 1366, height: 768, lang: 'zh' },
  { width: 3840, height: 2160, lang: 'zh' },
  { width: 1080, height: 1920, lang: 'zh' },
];

const demo = startDemo();

/** Opens the wall; its clock is ours where `stopped`, so that minutes pass in no time. */
async function open(search: string, settings: { size?: typeof FULL_HD; stopped?: boolean } = {}): Promise<Page> {
  const context = await demo.browser.newContext({
    viewport: settings.size ?? FULL_HD,
    locale: 'zh-CN',
    colorScheme: 'light',
  });
  const page = await context.newPage();
  if (settings.stopped) await page.clock.install();
  await page.goto(`${demo.server.address}/wall${search}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const screenOf = (page: Page) => new URL(page.url()).searchParams.get('screen');
const titleOf = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
const headOf = (page: Page) => page.getByRole('banner').textContent();

/** Lets time pass second by second until something is so: what is asked for in between answers in real time. */
async function passUntil(page: Page, seconds: number, isSo: () => Promise<boolean>): Promise<void> {
  for (let second = 0; second < seconds && !(await isSo()); second += 1) {
    await page.clock.runFor(1000);
    await setTimeout(30);
  }
  expect(await isSo()).toBe(true);
}

/** Screens of the wall, by going round once. */
async function everyScreen(page: Page): Promise<string[]> {
  const seen: string[] = [];
  for (;;) {
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => screenOf(page)).not.toBe(seen.at(-1) ?? null);
    const screen = screenOf(page) ?? '';
    if (seen.includes(screen)) return seen;
    seen.push(screen);
  }
}

describe('the wall', () => {
  it('turns its pages by itself, dark whatever the system asks, and says what its figures are', async () => {
    const page = await open('', { stopped: true });
    expect(await titleOf(page)).toMatch(/^五份文件\d+项目标：/);
    await page.clock.runFor(11_000);
    expect(screenOf(page)).toBeNull();
    await page.clock.runFor(2_000);
    await expect.poll(() => screenOf(page)).toBe('documents');
    await passUntil(page, 60, async () => screenOf(page)?.startsWith('target-') ?? false);
    expect(
      await page.evaluate(() => getComputedStyle(document.querySelector('.wall') ?? document.body).backgroundColor),
    ).toBe('rgb(17, 22, 28)');
    expect(await page.locator('body').textContent()).toContain('演示数据，非真实统计');
    expect(await page.getByRole('navigation').count()).toBe(0);
    await page.context().close();
  });

  it('is paused and stepped by keys, buttons and fingers, and keeps its place in the URL', async () => {
    const page = await open('?seconds=5', { stopped: true });
    await page.keyboard.press(' ');
    await page.clock.runFor(60_000);
    expect(screenOf(page)).toBeNull();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => screenOf(page)).toBe('due');
    await page.getByRole('button', { name: '上一屏' }).click();
    await expect.poll(() => screenOf(page)).toBe('achieved');
    await expect.poll(() => titleOf(page)).toMatch(/^已实现\d+项目标/);
    await page.reload();
    await expect.poll(() => titleOf(page), { timeout: 15_000 }).toMatch(/^已实现\d+项目标/);
    await passUntil(page, 30, async () => screenOf(page) === 'due');
    await page.getByRole('button', { name: '暂停轮播' }).click();
    await page.locator('.wall').evaluate((wall) => {
      const touch = (type: string, clientX: number) =>
        wall.dispatchEvent(new PointerEvent(type, { pointerType: 'touch', clientX, clientY: 500, bubbles: true }));
      touch('pointerdown', 400);
      touch('pointerup', 900);
    });
    await expect.poll(() => screenOf(page)).toBe('achieved');
    await page.clock.runFor(60_000);
    expect(screenOf(page)).toBe('achieved');
    await page.context().close();
  });

  it('rests while it is not seen, and then gives the screen its whole time', async () => {
    const page = await open('', { stopped: true });
    const show = (state: string) =>
      page.evaluate((now) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      }, state);
    let asked = 0;
    page.on('request', (request) => {
      asked += request.url().includes('/api/') ? 1 : 0;
    });
    await show('hidden');
    await page.clock.runFor(600_000);
    expect([screenOf(page), asked]).toEqual([null, 0]);
    await show('visible');
    await expect.poll(() => asked).toBeGreaterThan(2);
    await page.clock.runFor(11_000);
    expect(screenOf(page)).toBeNull();
    await page.clock.runFor(2_000);
    await expect.poll(() => screenOf(page)).toBe('documents');
    await page.context().close();
  });

  it('keeps its last data over a lost network, says since when, and recovers by itself', async () => {
    const page = await open('?seconds=0', { stopped: true });
    await page.waitForLoadState('networkidle');
    expect(await headOf(page)).toMatch(/更新于 \d{4}-\d\d-\d\d \d\d:\d\d/);
    await page.route('**/api/**', (route) => route.abort());
    await passUntil(page, 240, async () => /\d\d:\d\d 起未能更新，以下为当时数据/.test((await headOf(page)) ?? ''));
    for (const screen of ['documents', 'target']) {
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => screenOf(page)).toContain(screen);
    }
    await passUntil(page, 10, async () => (await page.locator('.wall-chart svg text').count()) > 4);
    await page.unroute('**/api/**');
    await passUntil(page, 60, async () => /更新于/.test((await headOf(page)) ?? ''));
    await page.context().close();
  });

  it('asks again by itself where the server was away from the beginning', async () => {
    const context = await demo.browser.newContext({ viewport: FULL_HD, locale: 'zh-CN' });
    const page = await context.newPage();
    await page.clock.install();
    await page.route('**/api/**', (route) => route.abort());
    await page.goto(`${demo.server.address}/wall`);
    const said = async (words: string) => ((await page.locator('main').textContent()) ?? '').includes(words);
    await passUntil(page, 20, () => said('正在自动重试'));
    await page.unroute('**/api/**');
    await passUntil(page, 60, () => said('五份文件'));
    await context.close();
  });

  it('tells of one document or region, and says where there is nothing', async () => {
    const one = await open('?document=linyi&seconds=0');
    expect(await titleOf(one)).toMatch(/^一份文件\d+项目标/);
    expect(await everyScreen(one)).not.toContain('documents');
    await one.context().close();
    const region = await open('?region=371311&year=2018&seconds=0');
    expect(await headOf(region)).toContain('罗庄区，截至2018年末');
    await region.context().close();
    const none = await open('?document=nowhere');
    expect(await titleOf(none)).toBe('还没有可研判的目标');
    await none.context().close();
  });
});

/** Smallest type in pixels on the screen, charts included, and by how much the screen overflows. */
const measured = (page: Page) =>
  page.evaluate(() => {
    let least = Number.POSITIVE_INFINITY;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!element?.closest('.wall') || element.closest('.unseen') || !walker.currentNode.textContent?.trim()) continue;
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
      least = Math.min(least, Number.parseFloat(getComputedStyle(element).fontSize) * scale);
    }
    const main = document.querySelector('main');
    const [over, wide] = main ? [main.scrollHeight - main.clientHeight, main.scrollWidth - main.clientWidth] : [1, 1];
    return { least, over, wide };
  });

describe('every screen of the wall', () => {
  it.each(SIZES)(
    'fits into $width × $height without scrolling, in readable type ($lang)',
    async ({ lang, ...size }) => {
      const page = await open(`?seconds=0&lang=${lang}`, { size });
      const unit = Math.min(Math.min(size.width, size.height) / 1080, Math.max(size.width, size.height) / 1920);
      for (const screen of await everyScreen(page)) {
        await page.goto(`${demo.server.address}/wall?seconds=0&lang=${lang}&screen=${screen}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        if (screen.startsWith('target-')) await page.locator('.wall-chart svg text').first().waitFor();
        const { least, over, wide } = await measured(page);
        expect([screen, over <= 0, wide <= 0, least >= 24 * unit - 0.2]).toEqual([screen, true, true, true]);
      }
      await page.context().close();
    },
  );

  it('is accessible, on the large screen and on a phone', async () => {
    for (const size of [FULL_HD, { width: 390, height: 844 }]) {
      const page = await open('?seconds=0', { size });
      const screens = await everyScreen(page);
      for (const kind of ['stand', 'documents', 'target-', 'achieved', 'due']) {
        const screen = screens.find((each) => each.startsWith(kind));
        await page.goto(`${demo.server.address}/wall?seconds=0&screen=${screen}`, { waitUntil: 'networkidle' });
        await page.getByRole('heading', { level: 1 }).waitFor();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect([screen, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)]).toEqual([screen, []]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect([screen, overflow]).toEqual([screen, 0]);
      }
      await page.context().close();
    }
  });
});

/** Nodes, listeners and bytes in use after the garbage is gone. */
async function inUse(session: CDPSession): Promise<Record<string, number>> {
  const least: Record<string, number> = {};
  // what one collection lets go, the next one frees: the least of a few is what is held
  for (let turn = 0; turn < 4; turn += 1) {
    await setTimeout(200);
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    for (const { name, value } of metrics) least[name] = Math.min(least[name] ?? value, value);
  }
  return least;
}

describe('a week on the wall', () => {
  it('takes no more memory after many rounds than after a few', async () => {
    const page = await open('?seconds=0');
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const rounds = async (count: number) => {
      for (let round = 0; round < count; round += 1) await everyScreen(page);
      return inUse(session);
    };
    const before = await rounds(3);
    const after = await rounds(12);
    expect(after.Nodes).toBeLessThan((before.Nodes ?? 0) * 1.2 + 200);
    expect(after.JSEventListeners).toBeLessThan((before.JSEventListeners ?? 0) + 20);
    expect(after.JSHeapUsedSize).toBeLessThan((before.JSHeapUsedSize ?? 0) * 1.15 + 1_000_000);
    await page.context().close();
  });
});
