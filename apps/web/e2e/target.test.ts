import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startDemo } from './demo.ts';

const demo = startDemo();

async function open(path: string): Promise<Page> {
  const page = await demo.browser.newPage({ locale: 'zh-CN', viewport: { width: 1440, height: 1000 } });
  await page.goto(`${demo.server.address}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Machines that run tests are busy: the drawing library may take its time. */
const SLOW = { timeout: 20_000 };

/** What the large chart says in words. */
const chartText = (page: Page) => page.locator('.target-chart svg').textContent();

describe('the page of a target', () => {
  it('tries a figure without storing or sending it', async () => {
    const page = await open('/targets/linyi-industrial-output?year=2025');
    await page.locator('.target-chart svg text').first().waitFor();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
    const field = page.getByLabel(/假如2026年/);
    await field.fill('１０，５００');
    const answer = page.locator('.what-if [role=status]');
    await expect.poll(() => answer.textContent(), SLOW).toContain('已实现');
    await expect.poll(() => chartText(page), SLOW).toContain('试算 10,500亿元');
    await field.fill('9000');
    await expect.poll(() => answer.textContent(), SLOW).toContain('未实现');
    await field.fill('很多');
    await expect.poll(() => answer.textContent(), SLOW).toContain('请输入数字');
    await page.getByRole('button', { name: '清除' }).click();
    await expect.poll(() => chartText(page), SLOW).not.toContain('试算');
    expect(sent.filter((line) => line.includes('/api/'))).toEqual([]);
    await page.reload();
    await page.locator('.target-chart svg text').first().waitFor();
    expect(await chartText(page)).not.toContain('试算');
    await page.close();
  });

  it('draws the forecast, or says why there is none', async () => {
    const page = await open('/targets/linyi-industrial-output?year=2024');
    await expect.poll(() => chartText(page), SLOW).toContain('预测');
    const ahead = page.getByRole('region', { name: '展望' });
    expect(await ahead.textContent()).toMatch(/2026年预测值为.*80%预测区间.*概率/);
    await page.close();
    const few = await open('/targets/linyi-quality-enterprises-output-growth-2026?year=2025');
    await few.locator('.target-chart svg text').first().waitFor();
    expect(await few.getByRole('region', { name: '展望' }).textContent()).toContain(
      '不作趋势外推：可用数据不足4个年份',
    );
    expect(await chartText(few)).not.toContain('预测');
    await few.close();
  });

  it('explains its verdict and what other methods would say, and leads to earlier years', async () => {
    const page = await open('/targets/linyi-industrial-output?year=2025');
    const how = page.getByRole('region', { name: '怎样研判' });
    const said = (await how.textContent()) ?? '';
    for (const words of ['所需速度法', '比值 R = a ÷ |r|', 'R ≥ 1.05', '换一种方法', '路径法', '序时进度法']) {
      expect(said).toContain(words);
    }
    await page.getByRole('region', { name: '逐年研判' }).getByRole('link', { name: /2023/ }).click();
    await page.waitForURL((url) => url.searchParams.get('year') === '2023');
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent(), SLOW).toContain('2023年');
    await page.close();
  });

  it('leads from the quoted words to their clause, and to related targets', async () => {
    const page = await open('/targets/linyi-5g-base-stations?year=2025');
    const related = page.getByRole('region', { name: '相关目标' });
    expect(await related.getByRole('link').first().getAttribute('href')).toContain('/targets/jinan-5g-base-stations');
    const quote = page.getByRole('region', { name: '出处' });
    const words = (await quote.locator('blockquote').textContent()) ?? '';
    expect(words).toContain('5G');
    await quote.getByRole('link', { name: /数字赋能/ }).click();
    await page.waitForURL((url) => url.pathname === '/documents/linyi' && url.searchParams.has('clause'));
    await page.getByRole('heading', { name: /数字赋能/ }).waitFor();
    expect(await page.locator('.clause-table').textContent()).toContain(words);
    await page.close();
  });
});
