import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { toTrajectoryOption } from '@dabiao/charts/trajectory';
import { heightFor } from '@dabiao/charts/trajectory-frame';
import type { TargetDetail } from '@dabiao/contract/target';
import type { Browser, Page } from 'playwright-core';
import { trajectoryOf } from '../src/features/targets/trajectory-of.ts';

const PHONE = { width: 412, height: 823 };
const DESK = { width: 1440, height: 900 };

/** Bytes of JavaScript, each file gzipped: needed until the heading stands, and all that follows by itself. */
export async function scriptBytes(browser: Browser, address: string): Promise<{ first: number; all: number }> {
  const page = await browser.newPage({ viewport: PHONE, locale: 'zh-CN' });
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  const sum = async () => (await Promise.all(sizes)).reduce((total, size) => total + size, 0);
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const first = await sum();
  await page.waitForLoadState('networkidle');
  const all = await sum();
  await page.close();
  return { first, all };
}

/** Sum of all layout shifts while a page is opened, on a phone and on a desk: the worse one. */
export async function layoutShift(browser: Browser, address: string): Promise<number> {
  const shifts: number[] = [];
  for (const viewport of [PHONE, DESK]) {
    const page = await browser.newPage({ viewport, locale: 'zh-CN' });
    await page.addInitScript(() => {
      Object.assign(window, { shifted: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
          (window as unknown as { shifted: number }).shifted += entry.value;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.waitForTimeout(500);
    shifts.push(await page.evaluate(() => (window as unknown as { shifted: number }).shifted));
    await page.close();
  }
  return Math.max(...shifts);
}

/** Milliseconds from a click on `link` to the frame in which `chart` stands. Both are CSS selectors. */
async function clickToChart(page: Page, link: string, chart: string): Promise<number> {
  await page.locator(link).first().waitFor();
  return page.evaluate(
    async ([wanted, awaited]) => {
      const frame = () => new Promise((next) => requestAnimationFrame(next));
      await frame();
      const began = performance.now();
      document.querySelector<HTMLElement>(wanted ?? '')?.click();
      while (!document.querySelector(awaited ?? '')) {
        if (performance.now() - began > 10_000) throw new Error(`${wanted} leads to no ${awaited}`);
        await frame();
      }
      await frame();
      return performance.now() - began;
    },
    [link, chart],
  );
}

/** Milliseconds of each of `rounds` clicks after a first one that loads program and answers. */
export async function clicksToChart(page: Page, link: string, chart: string, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const took = await clickToChart(page, link, chart);
    if (round > 0) times.push(took);
    await page.goBack();
    await page.locator(chart).first().waitFor({ state: 'detached' });
  }
  return times;
}

interface BareECharts {
  init: (
    element: HTMLElement | null,
    theme: null,
    box: object,
  ) => { setOption: (option: unknown) => void; dispose: () => void };
}

const ECHARTS = createRequire(import.meta.url).resolve('echarts/dist/echarts.min.js');

/** Milliseconds ECharts alone takes to draw the large chart of a target on an empty page, `rounds` times. */
export async function bareDrawings(browser: Browser, detail: TargetDetail, rounds: number): Promise<number[]> {
  const page = await browser.newPage({ viewport: DESK });
  await page.setContent('<div id="chart"></div>');
  await page.addScriptTag({ path: ECHARTS });
  const size = { width: 1120, height: heightFor(1120) };
  const option = JSON.stringify(
    toTrajectoryOption(trajectoryOf(detail), { lang: 'zh', theme: 'light', width: size.width, compact: false }),
  );
  const times = await page.evaluate(
    async ([text, box, count]) => {
      const { echarts } = window as unknown as { echarts: BareECharts };
      const frame = () => new Promise((next) => requestAnimationFrame(next));
      const found: number[] = [];
      for (let round = 0; round <= count; round += 1) {
        await frame();
        const began = performance.now();
        const chart = echarts.init(document.getElementById('chart'), null, { renderer: 'svg', ...box });
        chart.setOption(JSON.parse(text));
        await frame();
        await frame();
        if (round > 0) found.push(performance.now() - began);
        chart.dispose();
      }
      return found;
    },
    [option, size, rounds] as const,
  );
  await page.close();
  return times;
}
