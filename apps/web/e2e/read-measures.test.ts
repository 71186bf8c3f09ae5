import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seatWorkers, type Worker } from './review-desk.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { openBrowser } from './system-browser.ts';

/** A made-up document: one target, and three favours, one of two levels. */
const TEXT = `白杨市茶产业发展行动计划（2025—2027年）

一、发展目标
到2027年，全市生态茶园达到60个以上。

二、政策支持
（一）改造茶园
对改造老茶园的合作社，按投资额的15%给予补助，最高不超过40万元。（责任单位：市农业农村局）
（二）培育品牌
对新认定的国家级、省级示范茶园，分别给予一次性80万元、30万元奖励。
`;

let server: RunningServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [server, browser] = [await startServer(), await openBrowser()];
  const people = [{ name: '老王', roles: ['statistician', 'reviewer'], region: '370100' }];
  const [worker] = (await seatWorkers(server, browser, people)) as [Worker];
  page = worker.page;
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The measure that says these words. */
const card = (words: string) => page.locator('.read-card--measure', { hasText: words });
const cards = () => page.locator('.read-card--measure');
const counted = () => expect.poll(() => page.locator('.read-head__count').textContent(), { timeout: 15_000 });
const picked = () => expect.poll(() => page.locator('.read-card[aria-current]').textContent(), { timeout: 15_000 });

async function faults(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`),
    ...(overflow > 0 ? [`wider than the window by ${overflow}`] : []),
  ];
}

describe('policy measures in a document', () => {
  let address = '';

  it('stand among the targets, told apart, and are accepted, rejected and taken back by one key', async () => {
    await page.goto(`${server.address}/read`);
    await page.getByLabel('或粘贴正文').fill(TEXT);
    await page.getByRole('button', { name: '读取' }).click();
    await page.getByRole('heading', { level: 1, name: /白杨市茶产业/ }).waitFor();
    address = page.url();
    await counted().toContain('4项待定');
    expect(await cards().count()).toBe(3);
    await page.keyboard.press('a');
    await picked().toMatch(/奖补政策.*合作社.*改造老茶园.*投资额的15%.*最高40万元（补助）/);
    expect(await page.locator('.read-mark.is-current').textContent()).toContain('按投资额的15%给予补助');
    await page.keyboard.press('s');
    await page.keyboard.press('r');
    await counted().toBe('2项待定，已接受1项，已剔除1项');
    await page.keyboard.press('k');
    await page.keyboard.press('r');
    await counted().toBe('3项待定，已接受1项，已剔除0项');
    await page.locator('.read-mark--measure', { hasText: '国家级、省级' }).click();
    await picked().toMatch(/国家级示范茶园.*80万元/);
  });

  it('are edited in a form that says what it wants, and made of selected words', async () => {
    await cards().first().getByRole('button').first().click();
    await page.keyboard.press('e');
    const form = page.getByRole('form', { name: '编辑奖补政策' });
    await form.getByLabel('谁').fill('茶叶合作社');
    await form.getByLabel('比例（%）').fill('150');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('比例应为大于零、不超过100的数字').waitFor();
    await form.getByLabel('比例（%）').fill('15');
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });
    expect(await cards().first().textContent()).toMatch(/已改.*茶叶合作社.*市农业农村局/);

    await page.locator('.read-text').evaluate((pane) => {
      const run = [...pane.querySelectorAll('[data-start]')].find((one) => one.textContent?.includes('生态茶园'));
      if (run?.firstChild) window.getSelection()?.selectAllChildren(run);
    });
    await page.getByRole('button', { name: '立为奖补政策' }).click();
    await counted().toContain('4项待定');
    await page.keyboard.press('a');
    await page.getByText('这项目标还不完整，请先编辑').waitFor();
    await page.keyboard.press('r');
    await counted().toContain('3项待定，已接受1项，已剔除1项');
  });

  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 390],
    ['dark', 390],
  ] as const)('are accessible and keep their width, %s at %i', async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address, { waitUntil: 'networkidle' });
    await card('改造老茶园').getByRole('button').first().click();
    expect(await faults()).toEqual([]);
    await page.keyboard.press('e');
    await page.getByRole('form', { name: '编辑奖补政策' }).waitFor();
    expect(await faults()).toEqual([]);
  });

  it('are told in English too', async () => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1440, height: 900 });
    const english = new URL(address);
    english.searchParams.set('lang', 'en');
    await page.goto(english.href, { waitUntil: 'networkidle' });
    const text = (await card('改造老茶园').textContent()) ?? '';
    expect(text).toContain('Policy measure');
    expect(text).toMatch(/15% of 投资额.*at most 400,000 yuan.*Subsidy/);
    await page.goto(address, { waitUntil: 'networkidle' });
  });

  it('are published with the document, those accepted only, and stand in the list under their clause', async () => {
    for (const left of ['2项待定', '1项待定', '0项待定']) {
      await page.locator('.read-card--open').first().getByRole('button').first().click();
      await page.keyboard.press('a');
      await counted().toContain(left);
    }
    await card('30万元').getByRole('button').first().click();
    await page.keyboard.press('r');
    await counted().toContain('已剔除2项');
    await page.getByRole('button', { name: '发布…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('行政区划代码').fill('370199');
    await dialog.getByLabel('地区名称').fill('白杨市');
    await dialog.getByRole('button', { name: '保存并检查' }).click();
    await dialog.getByText('将发布1项目标、2条奖补政策。').waitFor();
    await dialog.getByRole('button', { name: '发布', exact: true }).click();
    await page.waitForURL(/\/documents\//);
    const id = page.url().split('/documents/')[1]?.split('?')[0] ?? '';
    await page.goto(`${server.address}/measures?document=${id}`, { waitUntil: 'networkidle' });
    const list = (await page.locator('.measures').textContent()) ?? '';
    expect(list).toMatch(/奖补政策2条/);
    expect(list).toMatch(
      /二、政策支持（一）改造茶园.*茶叶合作社.*投资额的15%.*最高40万元（补助）.*（二）培育品牌.*国家级示范茶园.*80万元/,
    );
    expect(list).not.toContain('省级示范茶园30万元');
  });
});
