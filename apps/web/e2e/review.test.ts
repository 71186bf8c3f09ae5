import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HandedIn, seatWorkers, type Worker } from './review-desk.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { openBrowser } from './system-browser.ts';

let server: RunningServer;
let browser: Browser;
let maker: Worker;
let reviewer: Worker;
/** Statistician and reviewer in one. */
let both: Worker;
/** The other reviewer of all regions. */
let colleague: Worker;

beforeAll(async () => {
  [server, browser] = [await startServer({ REVIEW: 'required' }), await openBrowser()];
  const people = [
    { name: '小李', roles: ['statistician'], region: '370100' },
    { name: '老王', roles: ['reviewer'], region: null },
    { name: '小张', roles: ['statistician', 'reviewer'], region: '371300' },
    { name: '老赵', roles: ['reviewer'], region: null },
  ];
  const seated = await seatWorkers(server, browser, people);
  [maker, reviewer, both, colleague] = seated as [Worker, Worker, Worker, Worker];
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const open = (page: Page, { id }: HandedIn) => page.goto(`${server.address}/review?submission=${id}`);
const dialog = (page: Page) => page.getByRole('dialog');
const asMaker = async ({ id }: HandedIn) => (await maker.call('get', `/submissions/${id}?rows=0`)).body as HandedIn;

/** The day a month from now, as the form takes it and as the page says it. */
function inAMonth(): { day: string; said: string } {
  const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const [year, month, date] = day.split('-').map(Number);
  return { day, said: `${year}年${month}月${date}日 09:00（北京时间）发布` };
}

describe('a reviewer', () => {
  it('sees old and new, verdicts before and after, approves, and the figure has its history', async () => {
    const { page } = reviewer;
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await maker.handIn(
      '济南上报.csv',
      ['济南市,5G基站数,2024,61234,个,年报', '济南市,5G基站数,2023,五万,个,年报'],
      '核定数',
    );

    await page.goto(`${server.address}/review`);
    await page.getByRole('heading', { level: 1, name: '1份填报待审核' }).waitFor();
    await page.getByRole('link', { name: '济南上报.csv' }).click();
    await page.getByRole('heading', { level: 1, name: /更改1项，1项目标研判将改变/ }).waitFor();
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain('核定数');
    expect(text).toMatch(/49,000个.*61,234个.*\+12,234个.*\+25\.0%/);
    expect(text).toContain('变动较大');
    expect(text).toMatch(/未读入D3/);
    await page.getByRole('button', { name: /显示判断依据/ }).click();
    await page.getByText('发布后', { exact: true }).waitFor();

    await page.getByRole('button', { name: '通过…' }).click();
    await dialog(page).getByText('发布后所有读者可见').waitFor();
    await dialog(page).getByRole('button', { name: '通过并发布' }).click();
    await page.getByText('已发布。').waitFor();
    await page.getByRole('heading', { level: 1, name: /已发布（1项）/ }).waitFor();

    await page.goto(`${server.address}/targets/jinan-5g-base-stations`);
    await page.getByRole('link', { name: '2024年数据的历史' }).click();
    await page.getByRole('heading', { level: 1, name: /济南市2024年5G基站数：61,234个，第2版，年报/ }).waitFor();
    const history = (await page.locator('main').textContent()) ?? '';
    for (const fact of ['填报：小李', '发布：老王', '核定数', '济南上报.csv', 'D2', '+12,234个', '目录载入']) {
      expect(history).toContain(fact);
    }
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载文件' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('济南上报.csv');
    expect(errors).toEqual([]);
  });

  it('returns with a comment, and not without', async () => {
    const { page } = reviewer;
    const sent = await maker.handIn('再报.csv', ['济南市,5G基站数,2024,62000,个,修订'], '补报');
    await open(page, sent);
    await page.getByRole('button', { name: '退回…' }).click();
    await dialog(page).getByRole('button', { name: '退回', exact: true }).click();
    await dialog(page).getByText('请写明原因').waitFor();
    expect((await asMaker(sent)).state).toBe('submitted');
    await dialog(page).getByLabel(/原因/).fill('请附依据文件');
    await dialog(page).getByRole('button', { name: '退回', exact: true }).click();
    await page.getByText('已退回填报人。').waitFor();
    expect(await asMaker(sent)).toMatchObject({ state: 'returned', reason: '请附依据文件' });
    expect(await page.getByRole('button', { name: '通过…' }).count()).toBe(0);
  });

  it('sets a time in China, sees it said plainly, changes it to at once', async () => {
    const { page } = reviewer;
    const sent = await maker.handIn('定时.csv', ['济南市,数字经济占GDP比重,2023,49.8,%,年报'], '年报');
    const { day, said } = inAMonth();
    await open(page, sent);
    await page.getByRole('button', { name: '通过…' }).click();
    await dialog(page).getByLabel('定时发布').check();
    await dialog(page).getByLabel('日期（北京时间）').fill('2020-01-01');
    await dialog(page).getByText('须晚于现在').waitFor();
    await dialog(page).getByLabel('日期（北京时间）').fill(day);
    await dialog(page).getByText(said).waitFor();
    await dialog(page).getByRole('button', { name: '通过，定时发布' }).click();
    await page.getByText(`已通过，${said}`).waitFor();

    const figures = `${server.address}/api/v1/figures?indicator=digital-economy-gdp-share&region=370100&from=2023&to=2023`;
    const published = async () => ((await (await fetch(figures)).json()) as { total: number }).total;
    expect(await published()).toBe(0);
    await page.goto(`${server.address}/review?stage=scheduled`);
    await page.getByRole('link', { name: '定时.csv' }).click();
    await page.getByRole('button', { name: '更改发布时间…' }).click();
    expect(await dialog(page).getByLabel('日期（北京时间）').inputValue()).toBe(day);
    await dialog(page).getByLabel('不再等待，立即发布').check();
    await dialog(page).getByRole('button', { name: '确定' }).click();
    await page.getByText('已发布。').waitFor();
    expect(await published()).toBe(1);
  });

  it('sees what was released by the clock', async () => {
    const sent = await maker.handIn('到点.csv', ['济南市,数字经济占GDP比重,2021,46.1,%,年报'], '年报');
    const releaseAt = new Date(Date.now() + 3000).toISOString();
    expect((await reviewer.call('post', `/submissions/${sent.id}/approve`, { releaseAt })).status).toBe(200);
    await expect.poll(async () => (await asMaker(sent)).releasedAt, { timeout: 15_000 }).not.toBeNull();
    await open(reviewer.page, sent);
    await reviewer.page.getByText('按时发布').waitFor();
  });

  it('is told when somebody was quicker, and sees the newest state', async () => {
    const { page } = reviewer;
    const sent = await maker.handIn('抢先.csv', ['济南市,5G基站数,2022,36000,个,年报'], '年报');
    await open(page, sent);
    await page.getByRole('button', { name: '通过…' }).click();
    expect((await colleague.call('post', `/submissions/${sent.id}/return`, { reason: '我先退回' })).status).toBe(200);
    await dialog(page).getByRole('button', { name: '通过并发布' }).click();
    await page.getByText('未执行：填报已有变化').waitFor();
    await page.getByText('说明：我先退回').waitFor();
    expect((await asMaker(sent)).state).toBe('returned');
  });

  it('cannot approve what they handed in themselves, and is told so', async () => {
    const { page } = both;
    const sent = await both.handIn('自报.csv', ['临沂市,5G基站数,2024,19000,个,快报'], '快报');
    await open(page, sent);
    await page.getByText('这是您本人提交的，须由另一位审核员审核').waitFor();
    expect(await page.getByRole('button', { name: '通过…' }).count()).toBe(0);
    expect((await both.call('post', `/submissions/${sent.id}/approve`)).status).toBe(403);
    await open(reviewer.page, sent);
    await reviewer.page.getByRole('button', { name: '通过…' }).waitFor();
  });

  it('is told who else has the same figures', async () => {
    const sent = await maker.handIn('甲.csv', ['济南市,5G基站数,2020,15500,个,修订'], '修订');
    const other = await maker.handIn('乙.csv', ['济南市,5G基站数,2020,15600,个,修订'], '修订');
    await open(reviewer.page, sent);
    const link = reviewer.page.getByRole('link', { name: /小李的一份填报（待审核）含其中1项/ });
    expect(await link.getAttribute('href')).toContain(other.id);
  });
});

describe('a published figure', () => {
  const address = () => `${server.address}/figures/5g-base-stations/370100/2019`;

  it('is corrected by a statistician of the region with a reason, through the review', async () => {
    const { page } = maker;
    await page.goto(address());
    await page.getByLabel('新数值（个）').fill('6,100');
    await page.getByText('6,025个 → 6,100个（+75个）').waitFor();
    await page.getByRole('button', { name: '提交更正' }).click();
    await page.getByText('请写明原因').waitFor();
    await page.getByLabel(/原因/).fill('漏计微站');
    await page.getByRole('button', { name: '提交更正' }).click();
    await page.getByText('已提交，等待审核。').waitFor();

    await reviewer.page.goto(`${server.address}/review?kind=correction`);
    await reviewer.page.getByRole('link', { name: '更正数据' }).click();
    await reviewer.page.getByRole('button', { name: '通过…' }).click();
    await dialog(reviewer.page).getByRole('button', { name: '通过并发布' }).click();
    await reviewer.page.getByText('已发布。').waitFor();
    await page.goto(address());
    await page.getByRole('heading', { level: 1, name: /6,100个，第2版，修订/ }).waitFor();
    expect(await page.locator('main').textContent()).toContain('漏计微站');
  });

  it('is not mended by somebody of another region', async () => {
    await both.page.goto(address());
    await both.page.getByText('您的角色或地区不能更正这项数据').waitFor();
  });
});

describe('the completeness page', () => {
  it('counts, marks what is overdue, and leads to what there is', async () => {
    const { page } = reviewer;
    await page.goto(`${server.address}/completeness?year=2024&region=370100`);
    await page.getByRole('heading', { level: 1, name: /济南市2024年应报\d+项，已发布\d+项，未报\d+项/ }).waitFor();
    await page.getByText('查看和设定截止日期').click();
    await page.getByRole('button', { name: '设定' }).click();
    await page.getByText('请选择日期').waitFor();
    await page.getByLabel('截止日期（当日仍可报）').fill('2025-03-31');
    await page.getByRole('button', { name: '设定' }).click();
    await page.getByText('已设定：全部指标 · 全部地区，2025年3月31日。').waitFor();
    await page.getByRole('heading', { level: 1, name: /已发布\d+项，逾期\d+项/ }).waitFor();
    await page.getByLabel('状态').selectOption({ label: '已发布' });
    await page.getByRole('link', { name: /5G基站数 年报，第2版/ }).click();
    await page.getByRole('heading', { level: 1, name: /济南市2024年5G基站数/ }).waitFor();
  });

  it('shows a statistician the own region only, and no form', async () => {
    const { page } = maker;
    await page.goto(`${server.address}/completeness?year=2024`);
    await page.getByRole('heading', { level: 1, name: /2024年应报/ }).waitFor();
    await page.getByText('查看截止日期').waitFor();
    expect(await page.locator('main').textContent()).not.toContain('临沂市2');
    expect(await page.getByRole('button', { name: '罗庄区' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '济南市' }).count()).toBe(1);
    expect(await page.getByRole('button', { name: '设定' }).count()).toBe(0);
  });
});

describe.each([
  ['1440 light', { width: 1440, height: 900 }, 'light'],
  ['390 dark', { width: 390, height: 844 }, 'dark'],
] as const)('the desk, %s', (_look, viewport, colorScheme) => {
  let page: Page;
  let sent: HandedIn;
  beforeAll(async () => {
    const rows = ['济南市,5G基站数,2024,70000,个,修订', '济南市,5G基站数,2018,某,个,'];
    sent = await maker.handIn(`看${viewport.width}.csv`, rows, '修订');
    page = await reviewer.context.newPage();
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
  });
  afterAll(() => page?.close());

  const violations = async (within: string) =>
    (await new AxeBuilder({ page }).include(within).analyze()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`,
    );

  it.each([
    '/review',
    '/review?stage=all&q=csv',
    '/review?submission=SENT',
    '/review?submission=nowhere',
    '/completeness?year=2024&region=370300&view=matrix',
    '/completeness?year=2024&region=370300&lang=en',
    '/completeness?year=2013',
    '/figures/5g-base-stations/370100/2024',
    '/figures/5g-base-stations/370100/1999',
  ])('%s is accessible and keeps its width', async (path) => {
    await page.goto(`${server.address}${path.replace('SENT', sent.id)}`, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await violations('body')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });

  it('has an accessible dialog that a key closes', async () => {
    await open(page, sent);
    await page.getByRole('button', { name: '通过…' }).press('Enter');
    await dialog(page).getByLabel('定时发布').check();
    expect(await violations('[role=dialog]')).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    await expect
      .poll(() => page.getByRole('button', { name: '通过…' }).evaluate((button) => button === document.activeElement))
      .toBe(true);
  });
});
