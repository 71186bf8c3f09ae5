import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startDemo } from './demo.ts';

const demo = startDemo();

const field = (page: Page) => page.getByRole('combobox', { name: /^(搜索|Search)/ });
const option = (page: Page) => page.getByRole('dialog').getByRole('option');
const chosen = (page: Page) => page.getByRole('dialog').getByRole('option', { selected: true });

describe('the search', () => {
  it('opens by key from everywhere, finds by initials, and goes there by keys alone', async () => {
    const page = await demo.open('/documents/linyi?year=2024');
    await page.keyboard.press('/');
    await field(page).waitFor();
    expect(await field(page).evaluate((node) => node === document.activeElement)).toBe(true);
    await page.keyboard.type('lsgc');
    await chosen(page).waitFor();
    await page.getByRole('group', { name: /^目标/ }).waitFor();
    await page.getByRole('group', { name: /^指标/ }).waitFor();
    const first = (await chosen(page).textContent()) ?? '';
    expect(first).toContain('绿色工厂');
    expect(first).toMatch(/已实现|快于预期|符合预期|滞后|背离|未实现|未到期|无法判断/);
    expect(await chosen(page).locator('svg').count()).toBe(1);
    expect(await chosen(page).locator('mark').allTextContents()).toContain('绿色工厂');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => option(page).nth(1).getAttribute('aria-selected')).toBe('true');
    const id = await option(page).nth(1).getAttribute('id');
    expect(await field(page).getAttribute('aria-activedescendant')).toBe(id);
    const href = (await option(page).nth(1).getAttribute('href')) ?? '';
    expect(href).toContain('year=2024');
    expect(page.url()).not.toContain('lsgc');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname.startsWith('/targets/'));
    expect(page.url()).toContain(href);
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('takes Enter that comes before the hits for what was typed', async () => {
    const page = await demo.open('/');
    await page.keyboard.press('Control+k');
    await field(page).fill('绿色工厂');
    await chosen(page).waitFor();
    await field(page).fill('5gjizhan');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname.includes('5g'));
    await page.context().close();
  });

  it('leaves keys to fields, closes by Esc, and gives the focus back', async () => {
    const page = await demo.open('/measures');
    const search = page.getByLabel('查找');
    await search.focus();
    await page.keyboard.press('/');
    expect([await search.inputValue(), await page.locator('dialog').count()]).toEqual(['/', 0]);
    await page.keyboard.press('Control+k');
    await field(page).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await search.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.context().close();
  });

  it('leaves Enter to the input method while it offers characters', async () => {
    const page = await demo.open('/');
    await page.getByRole('button', { name: '搜索' }).click();
    await field(page).fill('5g');
    await chosen(page).waitFor();
    await field(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    await page.waitForTimeout(200);
    expect([await page.locator('dialog').count(), new URL(page.url()).pathname]).toEqual([1, '/']);
    await page.context().close();
  });

  it('has a key that can be turned off', async () => {
    const page = await demo.open('/');
    await page.keyboard.press('/');
    await page.getByLabel(/按 \/ 键/).uncheck();
    await page.keyboard.press('Escape');
    await page.reload({ waitUntil: 'networkidle' });
    await page.keyboard.press('/');
    await page.waitForTimeout(300);
    expect(await page.locator('dialog').count()).toBe(0);
    await page.keyboard.press('Control+k');
    await page.getByLabel(/按 \/ 键/).check();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    await field(page).waitFor();
    await page.context().close();
  });

  it('says when there is nothing, when it failed, and tries again', async () => {
    const page = await demo.open('/');
    await page.keyboard.press('/');
    await field(page).fill("' OR 1=1 -- 😀");
    await page.getByText('没有找到').waitFor();
    await page.route('**/api/v1/search?*', (route) => route.fulfill({ status: 400, body: 'broken' }));
    await field(page).fill('lsgc');
    await page.getByRole('alert').waitFor();
    await page.unroute('**/api/v1/search?*');
    await page.getByRole('button', { name: '重试' }).click();
    await chosen(page).waitFor();
    await page.context().close();
  });

  it('shows more of a kind, and all targets in their list, found by the same text', async () => {
    const page = await demo.open('/');
    await page.keyboard.press('/');
    await field(page).fill('gongye');
    const all = page.getByRole('option', { name: /在目标列表中查看全部/ });
    await all.waitFor();
    const total = /\d+/.exec((await all.textContent()) ?? '')?.[0];
    const before = await option(page).count();
    await page.getByRole('option', { name: /显示更多指标/ }).click();
    await expect.poll(() => option(page).count(), { timeout: 20_000 }).toBeGreaterThan(before);
    expect(await field(page).evaluate((node) => node === document.activeElement)).toBe(true);
    await page.getByRole('group', { name: /^目标/ }).getByRole('option').last().click();
    await page.waitForURL((url) => url.pathname === '/targets' && url.searchParams.get('q') === 'gongye');
    await expect
      .poll(() => page.locator('.target-table caption').textContent(), { timeout: 20_000 })
      .toMatch(new RegExp(`^${total}项目标`));
    await page.context().close();
  });

  it('leads to clauses and departments', async () => {
    const page = await demo.open('/');
    await page.keyboard.press('/');
    await field(page).fill('数字赋能 临沂');
    await page.getByRole('group', { name: /^条款/ }).getByRole('option').first().click();
    await page.waitForURL((url) => url.pathname === '/documents/linyi');
    await page.getByRole('heading', { name: /数字赋能/ }).waitFor();
    await page.keyboard.press('/');
    await field(page).fill('gongyehexinxihuaju');
    await page
      .getByRole('group', { name: /^责任单位/ })
      .getByRole('option')
      .first()
      .click();
    await page.waitForURL((url) => url.searchParams.get('department')?.includes('工业和信息化局') ?? false);
    await page.context().close();
  });

  it.each([
    ['1280 light', '', {}],
    ['360 dark', '', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
    ['360 English', '?lang=en', { viewport: { width: 360, height: 740 } }],
  ] as [string, string, BrowserContextOptions][])(
    'is accessible and keeps its width, %s',
    async (_, query, options) => {
      const page = await demo.open(`/${query}`, options);
      await page.getByRole('button', { name: /^(搜索|Search)$/ }).click();
      for (const text of ['', 'gongye', '没有这个']) {
        await field(page).fill(text);
        await page.locator('.search-hints, [role=option], .empty').first().waitFor();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect([text, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)]).toEqual([text, []]);
        const overflow = await page.locator('dialog').evaluate((node) => node.scrollWidth - node.clientWidth);
        expect([text, overflow]).toEqual([text, 0]);
      }
      await page.context().close();
    },
  );
});
