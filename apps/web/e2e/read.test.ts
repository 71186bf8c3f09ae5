import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seatWorkers, type Worker } from './review-desk.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { openBrowser } from './system-browser.ts';

/** A made-up document: four demands, one of two years, one said again, and an aim that has no number. */
const TEXT = `青禾市现代物流业发展行动计划（2025—2027年）

一、发展目标
到2027年，全市A级物流企业达到120家以上，社会物流总费用占生产总值比重控制在12.5%以内。

二、重点任务
（一）建设枢纽
到2026年、2027年，冷库容量分别达到30万立方米、45万立方米。
（二）便民服务
建成一批社区配送站，让群众更方便。
`;

let server: RunningServer;
let browser: Browser;
let maker: Worker;
let reviewer: Worker;

beforeAll(async () => {
  [server, browser] = [await startServer({ REVIEW: 'required' }), await openBrowser()];
  const people = [
    { name: '小李', roles: ['statistician'], region: '370100' },
    { name: '老王', roles: ['reviewer'], region: null },
  ];
  [maker, reviewer] = (await seatWorkers(server, browser, people)) as [Worker, Worker];
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const card = (page: Page, name: string) => page.locator('.read-card', { hasText: name });
const count = (page: Page) => page.locator('.read-head__count');

/** Counter and picked card, once an answer has come. */
const counted = (page: Page) => expect.poll(() => count(page).textContent(), { timeout: 15_000 });
const picked = (page: Page) =>
  expect.poll(() => page.locator('.read-card[aria-current]').textContent(), { timeout: 15_000 });

/** Selects words of the text as a mouse would. */
async function select(page: Page, words: string): Promise<void> {
  await page.locator('.read-text').evaluate((pane, wanted) => {
    const run = [...pane.querySelectorAll('[data-start]')].find((one) => one.textContent?.includes(wanted));
    const node = run?.firstChild;
    if (!node) throw new Error(`${wanted} is not there`);
    const from = node.textContent?.indexOf(wanted) ?? 0;
    window.getSelection()?.setBaseAndExtent(node, from, node, from + wanted.length);
  }, words);
}

/** Clicks with the mouse just before words of the text. */
async function clickBefore(page: Page, words: string): Promise<void> {
  const { x, y } = await page.locator('.read-text').evaluate((pane, wanted) => {
    const run = [...pane.querySelectorAll('[data-start]')].find((one) => one.textContent?.includes(wanted));
    const node = run?.firstChild;
    if (!node) throw new Error(`${wanted} is not there`);
    run.scrollIntoView({ block: 'center' });
    const range = document.createRange();
    range.setStart(node, node.textContent?.indexOf(wanted) ?? 0);
    const box = range.getBoundingClientRect();
    return { x: box.left + 1, y: box.top + box.height / 2 };
  }, words);
  await page.mouse.click(x, y);
}

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`),
    ...(overflow > 0 ? [`wider than the window by ${overflow}`] : []),
  ];
}

describe('a policy document', () => {
  let address = '';

  it('is pasted, read, and decided on by keys, with the text and the targets at the same place', async () => {
    const { page } = maker;
    await page.goto(`${server.address}/read`);
    await page.getByText('还没有读过文件').waitFor();
    await page.getByLabel('或粘贴正文').fill(TEXT);
    await page.getByRole('button', { name: '读取' }).click();
    await page.getByRole('heading', { level: 1, name: /青禾市现代物流业/ }).waitFor();
    address = page.url();
    expect(await count(page).textContent()).toContain('3项待定');

    await page.keyboard.press('a');
    await counted(page).toBe('2项待定，已接受1项，已剔除0项');
    expect(await page.locator('.read-card[aria-current]').textContent()).toContain('社会物流总费用');
    expect(await page.locator('.read-mark.is-current').textContent()).toContain('社会物流总费用');
    await page.keyboard.press('r');
    await counted(page).toBe('1项待定，已接受1项，已剔除1项');
    await page.keyboard.press('k');
    await page.keyboard.press('r');
    await counted(page).toBe('2项待定，已接受1项，已剔除0项');

    await page.locator('.read-mark', { hasText: '冷库容量' }).click();
    await picked(page).toContain('冷库容量');
    await page.keyboard.press('s');
    await counted(page).toContain('3项待定');
    await page.keyboard.press('m');
    await counted(page).toContain('2项待定');
    expect(await card(page, '冷库容量').textContent()).toMatch(/2026年 ≥30万立方米.*2027年 ≥45万立方米/);
  });

  it('is split where somebody clicked, by key or button, and joined again', async () => {
    const { page } = maker;
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await picked(page).toContain('A级物流企业');
    const cut = card(page, 'A级物流企业').getByRole('button', { name: /处拆开/ });
    await cut.getByText(/选处拆开/).waitFor();
    await clickBefore(page, '120家');
    await picked(page).toContain('A级物流企业');
    await cut.getByText(/“流企业达到｜120家以”/).waitFor();
    await page.keyboard.press('x');
    await counted(page).toBe('4项待定，已接受0项，已剔除0项');
    expect(await page.locator('.read-card', { hasText: 'A级物流企业' }).count()).toBe(2);
    await page.keyboard.press('m');
    await counted(page).toContain('3项待定');
    await clickBefore(page, '120家');
    await cut.click();
    await counted(page).toContain('4项待定');
    await page.keyboard.press('m');
    await counted(page).toContain('3项待定');
    expect(await card(page, 'A级物流企业').textContent()).toContain('≥120家');
    await page.keyboard.press('a');
    await counted(page).toBe('2项待定，已接受1项，已剔除0项');
    await page.keyboard.press('j');
    await picked(page).toContain('冷库容量');
  });

  it('is split at a place chosen by keys alone', async () => {
    const { page } = maker;
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await picked(page).toContain('A级物流企业');
    await page.keyboard.press('x');
    const place = page.getByRole('slider', { name: /拆开之处/ });
    const said = async () => (await place.getAttribute('aria-valuetext')) ?? '';
    await place.press('Escape');
    await expect.poll(() => place.count()).toBe(0);
    await card(page, 'A级物流企业')
      .getByRole('button', { name: /选处拆开/ })
      .click();
    await place.press('Home');
    expect(await said()).toMatch(/^在“.｜/);
    for (let word = 0; word < 30 && !/达到｜120家/.test(await said()); word += 1)
      await place.press('Control+ArrowRight');
    expect(await said()).toMatch(/达到｜120家/);
    await place.press('ArrowRight');
    expect(await said()).toMatch(/达到1｜20家/);
    await place.press('ArrowLeft');
    await place.press('Enter');
    await counted(page).toContain('4项待定，已接受0项');
    expect(await page.locator('.read-card', { hasText: 'A级物流企业' }).count()).toBe(2);
    await page.keyboard.press('m');
    await counted(page).toContain('3项待定');
    await page.keyboard.press('a');
    await counted(page).toContain('2项待定，已接受1项');
    await page.keyboard.press('j');
    await picked(page).toContain('冷库容量');
  });

  it('has a target edited in a form, and words without a number made one', async () => {
    const { page } = maker;
    await page.keyboard.press('e');
    const form = page.getByRole('form', { name: '编辑目标' });
    await form.getByLabel('指标名称').fill('公共冷库容量');
    await form.getByLabel('牵头单位').fill('市商务局、市发展改革委');
    await form.getByLabel('年份').first().fill('26');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('年份应为四位数字').waitFor();
    await form.getByLabel('年份').first().fill('2026');
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });
    expect(await card(page, '公共冷库容量').textContent()).toMatch(/已改.*市商务局、市发展改革委/);

    await select(page, '社区配送站');
    await page.getByRole('button', { name: '把选中的5字立为目标' }).click();
    await counted(page).toContain('3项待定');
    await page.keyboard.press('a');
    await page.getByText('这项目标还不完整，请先编辑').waitFor();
    await page.keyboard.press('r');
    await counted(page).toContain('2项待定');
    await page.getByText('经过', { exact: true }).click();
    await page
      .locator('.read-log')
      .getByText(/从正文选取/)
      .waitFor();
    expect(await page.locator('.read-log').textContent()).toContain('指标名称：冷库容量 → 公共冷库容量');
  });

  it.each([
    ['light', 1440],
    ['dark', 390],
  ] as const)('is accessible and keeps its width, %s at %i', async (colorScheme, width) => {
    const { page } = maker;
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address, { waitUntil: 'networkidle' });
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('e');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '发布…' }).click();
    await page.getByText('须由审核员发布').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${server.address}/read`, { waitUntil: 'networkidle' });
    expect(await faultsOf(page)).toEqual([]);
  });

  it('prints whole, both the text and the targets', async () => {
    const { page } = maker;
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.emulateMedia({ media: 'print' });
    for (const pane of ['.read-text', '.read-cards']) {
      const hidden = await page
        .locator(pane)
        .evaluate((one) => [getComputedStyle(one).overflowY, one.scrollHeight - one.clientHeight]);
      expect([pane, ...hidden]).toEqual([pane, 'visible', 0]);
    }
    await page.emulateMedia({ media: null });
  });

  it('is published by a reviewer once nothing is open, and stands among the documents', async () => {
    const { page } = reviewer;
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${server.address}/read`);
    await page.getByRole('link', { name: /青禾市现代物流业/ }).click();
    await page.getByRole('button', { name: '发布…' }).click();
    await page.getByText('还有2项待定').waitFor();
    expect(await page.getByRole('button', { name: '发布', exact: true }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    for (const left of ['1项待定', '0项待定']) {
      const open = page.locator('.read-card--open').first();
      await open.getByRole('button').first().click();
      await page.keyboard.press('a');
      await counted(page).toContain(left);
    }
    await page.getByRole('button', { name: '发布…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('请填写文件所属地区的行政区划代码').waitFor();
    await dialog.getByLabel('行政区划代码').fill('376500');
    await dialog.getByRole('button', { name: '保存并检查' }).click();
    await dialog.getByText('将发布3项目标、0条奖补政策。').waitFor();
    await dialog.getByRole('button', { name: '发布', exact: true }).click();
    await page.waitForURL(/\/documents\/qinghe-2025/);
    await page.getByText('公共冷库容量').first().waitFor();
    await page.goto(`${server.address}/targets?q=公共冷库`);
    await page.getByText('公共冷库容量').first().waitFor();
    await page.goto(address);
    await page.getByText('已发布').first().waitFor();
    expect(errors).toEqual([]);
  });

  it('is corrected afterwards with a reason, and replaced when it is published anew', async () => {
    const { page } = reviewer;
    await page.setViewportSize({ width: 390, height: 900 });
    await page.getByRole('button', { name: '更正…' }).click();
    expect(await page.getByRole('button', { name: '开始更正' }).isDisabled()).toBe(true);
    await page.getByLabel('更正理由').fill('比较词写错');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '开始更正' }).click();
    await page.getByText('正在更正已发布的文件').waitFor();
    await page.setViewportSize({ width: 1440, height: 900 });
    await card(page, '公共冷库容量').getByRole('button').first().click();
    await page.keyboard.press('e');
    const form = page.getByRole('form', { name: '编辑目标' });
    await form.getByLabel('指标名称').waitFor();
    await form.getByLabel('比较').selectOption('approx');
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '发布…' }).click();
    await page.getByRole('dialog').getByText('将发布3项目标、0条奖补政策。').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
    await page.waitForURL(/\/documents\/qinghe-2025/);
    await page.goto(address);
    await page.getByText('经过', { exact: true }).click();
    await page
      .locator('.read-log')
      .getByText(/更正已发布的文件/)
      .waitFor();
    expect(await page.locator('.read-log').textContent()).toContain('比较词写错');
  });

  it('has a correction abandoned after asking once more, not where somebody changed something meanwhile', async () => {
    const [{ page }, other] = [reviewer, await reviewer.context.newPage()];
    const before = await page.locator('.read-cards').innerText();
    await page.getByRole('button', { name: '更正…' }).click();
    await page.getByLabel('更正理由').fill('再核一遍');
    await page.getByRole('button', { name: '开始更正' }).click();
    await page.getByText('正在更正已发布的文件').waitFor();
    const begin = (on: Page) => on.getByRole('button', { name: '放弃更正…' });
    const go = (on: Page) => on.getByRole('button', { name: '确定放弃更正' });
    for (const on of [page, other]) {
      await on.goto(address, { waitUntil: 'networkidle' });
      await begin(on).click();
    }
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('继续更正');
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [1440, 390]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        expect(await faultsOf(page)).toEqual([]);
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.keyboard.press('Enter');
    await begin(page).waitFor();
    await card(page, '公共冷库容量').getByRole('button').first().click();
    await page.keyboard.press('r');
    await counted(page).toContain('已剔除2项');

    await go(other).click();
    await other.getByText('更正中又有了新的改动').waitFor();
    await counted(other).toContain('已剔除2项');
    await begin(page).click();
    await begin(other).click();
    await go(page).click();
    await page.getByText('已放弃更正，已发布的文件没有变化').waitFor();
    await page.getByText('已发布', { exact: true }).waitFor();
    await go(other).click();
    await other.getByText('没有正在进行的更正').waitFor();
    await other.getByRole('button', { name: '更正…' }).waitFor();
    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.locator('.read-cards').innerText()).toBe(before);
    await page.getByText('经过', { exact: true }).click();
    await page
      .locator('.read-log')
      .getByText(/放弃更正，文件保持发布时的样子/)
      .waitFor();
    await page.goto(`${server.address}/documents/qinghe-2025`);
    await page.getByText('公共冷库容量').first().waitFor();
  });
});
