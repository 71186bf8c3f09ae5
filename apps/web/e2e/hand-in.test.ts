import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import exceljs from 'exceljs';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningServer, signInAsSecurityAdmin, startServer } from './running-server.ts';
import { openBrowser } from './system-browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'dabiao-hand-in-'));
const PASSWORD = 'Stone-Bridge-7';
let server: RunningServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let faults: string[];

/** A statistician of 济南市 who has set a password. */
async function addStatistician(): Promise<void> {
  const cookie = await signInAsSecurityAdmin(server);
  const headers = { 'content-type': 'application/json', cookie };
  const send = async (path: string, method: string, body: object, as = headers) => {
    const answer = await fetch(`${server.address}/api/v1${path}`, { method, headers: as, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer;
  };
  const user = { name: 'tongji', displayName: '统计员小李', roles: ['statistician'], region: '370100' };
  const { password } = (await (await send('/users', 'POST', user)).json()) as { password: string };
  const session = await send('/session', 'POST', { name: user.name, password });
  const own = session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  await send('/session/password', 'PUT', { current: password, next: PASSWORD }, { ...headers, cookie: own });
}

beforeAll(async () => {
  [server, browser] = [await startServer(), await openBrowser()];
  await addStatistician();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
  });
  page = await context.newPage();
  faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${server.address}/sign-in?next=/submit`);
  await page.getByLabel('用户名').fill('tongji');
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: '填报', level: 1 }).waitFor();
});
afterEach(async () => {
  expect(faults).toEqual([]);
  await context.close();
});

/** Hands in a file through the page. */
async function upload(file: string): Promise<void> {
  await page.goto(`${server.address}/submit`);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.waitForURL(/submission=/);
}

function csv(name: string, ...lines: string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

const finding = () => page.locator('.check-head h2');
const said = (text: string | RegExp) => page.getByText(text).first().waitFor();

async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
}

/** Types a value into the template's row of an indicator, as a person would. */
async function fillTemplate(file: string, values: Record<string, [number, string]>): Promise<void> {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(file);
  const sheet = book.worksheets[0];
  let columns: { value: number; status: number } | null = null;
  sheet?.eachRow((row) => {
    const texts = Array.from({ length: row.cellCount + 1 }, (_, column) =>
      String(row.getCell(column || 1).value ?? ''),
    );
    const value = texts.findIndex((text, column) => column > 0 && /^\d{4}年值$/.test(text));
    if (value > 0) columns = { value, status: texts.indexOf('状态') };
    const typed = values[texts[1] ?? ''];
    if (!typed || !columns) return;
    row.getCell(columns.value).value = typed[0];
    row.getCell(columns.status).value = typed[1];
  });
  await book.xlsx.writeFile(file);
}

describe('what is wrong with a file', () => {
  it('is said in English on an English page, in the list and at its cell', async () => {
    const file = csv(
      'english.csv',
      '地区,指标,年份,数值,单位,状态',
      '济南市,5G基站数,2021,若干,个,年报',
      '济南市,5G基站数,2022,109000,个,年报',
      '月球市,5G基站数,2022,10.5,个,年报',
      '济南市,5G基站数,2099,1,个,年报',
    );
    await page.goto(`${server.address}/submit?lang=en`);
    await page.locator('input[type=file]').setInputFiles(file);
    await page.waitForURL(/submission=/);
    const problems = page.locator('.problem-list .listed-problem');
    await problems.first().waitFor();
    const sentences = await problems.allInnerTexts();
    expect(sentences.length).toBeGreaterThanOrEqual(3);
    expect(sentences.map((sentence) => sentence.replace(/“[^”]*”/g, '')).join('\n')).not.toMatch(/\p{Script=Han}/u);
    expect(sentences).toContainEqual(expect.stringMatching(/^Sheet “english”, cell D5: The year 2099 is not within/));
    expect(await page.locator('.problem-list [lang=zh-CN]').count()).toBe(0);
    await problems.filter({ hasText: '“若干” is not a number' }).click();
    await page.locator('.place-menu__problems').getByText('“若干” is not a number').waitFor();
    await expectAccessible();
  });
});

describe('the template', () => {
  it('is downloaded, filled in, handed in and published', async () => {
    await page.getByLabel('年份').selectOption('2025');
    const link = page.getByRole('link', { name: /下载填报表/ });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toContain('济南市');
    const file = join(folder, 'template.xlsx');
    await download.saveAs(file);
    await fillTemplate(file, { '5G基站数': [61_234, '年报'], 规模以上工业营业收入: [10_800.5, '快报'] });

    await upload(file);
    await expect.poll(() => finding().textContent()).toContain('读出2个数据');
    await page.getByRole('button', { name: '读出的数据' }).click();
    await said('61,234个');
    await said(/上?原文“61234个?”/);
    await page.getByRole('button', { name: /下一步/ }).click();
    await said('提交后立即发布');
    const reason = page.getByLabel('说明（必填）');
    if (await reason.isVisible()) await reason.fill('年报数');
    await page.getByRole('button', { name: '提交并发布2个数据' }).click();
    await said('已发布2个数据');
    await said(/\d+项目标已重新研判/);
    await expectAccessible();

    await page.goto(`${server.address}/targets/jinan-5g-base-stations`);
    await page.locator('main svg').first().waitFor();
    expect(await page.locator('main').textContent()).toContain('template.xlsx');
  });
});

describe('a sheet that is misread', () => {
  const lines = (year: number, a: number, b: number) => [
    '地区,指标,年份,报数,单位,状态',
    `济南市,5G基站数,${year},${a},个,年报`,
    `济南市,数字经济规模占GDP比重,${year},${b},%,年报`,
  ];

  it('is put right by two clicks, which the next file of its shape remembers, and taken back', async () => {
    await upload(csv('first.csv', ...lines(2018, 1_200, 36.1)));
    await expect.poll(() => finding().textContent()).toContain('没有读出数据');
    await page.getByRole('button', { name: /^D/ }).click();
    await page.getByRole('dialog', { name: 'D列' }).getByRole('button', { name: '数值', exact: true }).click();
    await said(/已重新读取：读出2个数据（原0个）.*已记住/);
    await expect.poll(() => finding().textContent()).toContain('读出2个数据');

    // The same over a reload; then another year's file without a word.
    await page.reload();
    await said('按您的更正读取');
    await upload(csv('second.csv', ...lines(2017, 1_100, 35.2)));
    await said('按上次记住的读法读取（同样版式）');
    await expect.poll(() => finding().textContent()).toContain('读出2个数据');

    // A further correction: an indicator left out, and back again.
    await page.getByRole('gridcell', { name: /数字经济规模占GDP比重/ }).click();
    await page.getByRole('button', { name: '不读这一项' }).click();
    await said(/读出1个数据（原2个）/);
    await page.getByRole('button', { name: '撤销上一次更正' }).click();
    await said(/已撤销上一次更正：读出2个数据（原1个）/);
  });

  it('leads from a problem to its cell and from the cell to its cure', async () => {
    await upload(
      csv(
        'names.csv',
        '地区,指标,年份,数值,单位,状态',
        '济南市,5G基站,2016,900,个,年报',
        '济南市,5G基站数,2015,若干,个,年报',
      ),
    );
    await expect.poll(() => finding().textContent()).toContain('错误');
    await page.getByRole('button', { name: /若干/ }).click();
    expect(new URL(page.url()).searchParams.get('cell')).toBe('D3');
    const menu = page.getByRole('dialog', { name: 'D3' });
    await menu.waitFor();
    expect(await menu.textContent()).toMatch(/应填数字/);
    await expectAccessible();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-place'))).toBe('2:3');

    // With the keyboard alone: up two rows is the header, left two columns the name.
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog', { name: 'B2' })
      .getByLabel(/是哪个指标/)
      .fill('5G基站');
    await page
      .getByRole('button', { name: /5G基站数/ })
      .first()
      .click();
    await said(/已重新读取/);
    expect(
      await page
        .getByRole('gridcell', { name: /5G基站/ })
        .first()
        .textContent(),
    ).toContain('5G基站数');

    // Errors block until their rows are left out on purpose.
    await page.getByRole('button', { name: /下一步/ }).click();
    await page.getByRole('button', { name: /提交并发布/ }).click();
    await said('请选择跳过有错误的行，或返回改正。');
    await page.reload();
    await page.getByLabel(/跳过有错误的行/).check();
    const reason = page.getByLabel('说明（必填）');
    if (await reason.isVisible()) await reason.fill('按旧口径');
    await page.getByRole('button', { name: /提交并发布/ }).click();
    await said(/已发布\d+个数据/);
  });

  it('comes back as a marked copy, and as it was', async () => {
    const file = csv('marked.csv', '地区,指标,年份,数值,单位', '济南市,5G基站数,2014,很多,个');
    await upload(file);
    const save = async (name: string) => {
      const link = page.getByRole('link', { name });
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      const saved = join(folder, `saved-${download.suggestedFilename()}`);
      await download.saveAs(saved);
      return saved;
    };
    expect(readFileSync(await save('下载原始文件'))).toEqual(readFileSync(file));
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(await save('下载标注副本'));
    const cell = book.getWorksheet('marked')?.getCell('D2');
    expect(cell?.text).toBe('很多');
    expect(JSON.stringify(cell?.note ?? null)).toContain('应填数字');
  });
});

describe('typing and pasting', () => {
  /** Puts a block on a field as Excel does. */
  const paste = (label: string, text: string) =>
    page.getByLabel(label, { exact: true }).evaluate((field: HTMLElement, block) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', block);
      field.focus();
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);

  it('takes a block from a spreadsheet, survives a reload, and publishes', async () => {
    await page.getByRole('button', { name: '直接填写或粘贴' }).click();
    await paste(
      '第1行指标',
      '指标名称\t计量单位\t２０１２年\t2013年\t备注\r\n5G基站数\t个\t１，２３４\t\t无\r\n"数字经济\n规模占GDP比重"\t%\t31.5\t32.0\t\r\n',
    );
    await said('已按年份展开，放入3行。');
    await said(/没有放入的列：备注/);
    await page.reload();
    expect(await page.getByLabel('第1行数值', { exact: true }).inputValue()).toBe('１，２３４');

    // A row begun and not finished keeps the rest back, and says where.
    await page.getByLabel('第4行指标', { exact: true }).focus();
    await page.keyboard.type('5G基站数');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('2011');
    await page.keyboard.press('Tab');
    await page.keyboard.type('…');
    await page.getByRole('button', { name: '送去核对（4行）' }).click();
    await page.getByRole('button', { name: '第4行数值' }).click();
    await expectAccessible();
    await page.keyboard.type('1,000');
    await page.getByRole('button', { name: '送去核对（4行）' }).click();
    await page.waitForURL(/submission=/);
    await expect.poll(() => finding().textContent()).toContain('读出4个数据');
    await expect.poll(() => page.getByRole('gridcell', { name: '1234', exact: true }).count()).toBe(1);

    // Back into the grid to mend a value; then on.
    await page.getByRole('button', { name: '修改填写的数据' }).click();
    await page.getByLabel('第3行数值', { exact: true }).fill('32.1');
    await page.getByRole('button', { name: '送去核对（4行）' }).click();
    await page.waitForURL(/submission=/);
    await page.getByRole('button', { name: '读出的数据' }).click();
    await said('32.1%');
    await page.getByRole('button', { name: /下一步/ }).click();
    const reason = page.getByLabel('说明（必填）');
    if (await reason.isVisible()) await reason.fill('补报往年数');
    await page.getByRole('button', { name: '提交并发布4个数据' }).click();
    await said('已发布4个数据');
  });
});

describe('a broken connection', () => {
  /** The server gets the file whole; its answer is lost. (A route's own body has no bytes of files.) */
  const loseAnswer = async (route: Route, file: string) => {
    const { 'content-type': _type, 'content-length': _length, ...headers } = await route.request().allHeaders();
    const multipart = { file: { name: basename(file), mimeType: 'text/csv', buffer: readFileSync(file) } };
    const answer = await page.request.fetch(route.request().url(), { method: 'POST', headers, multipart });
    expect(answer.status()).toBe(201);
    await route.abort('connectionreset');
  };

  const count = async () => {
    const { total } = await page.evaluate(async () => (await fetch('/api/v1/submissions?limit=1')).json());
    return total as number;
  };

  it('is told, and trying again hands in nothing twice', async () => {
    const file = csv('broken.csv', '地区,指标,年份,数值,单位,状态', '济南市,5G基站数,2010,10,个,年报');
    const before = await count();
    const keys: (string | undefined)[] = [];
    await page.route('**/api/v1/submissions?*', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length > 1) return route.fallback();
      return loseAnswer(route, file);
    });
    await page.locator('input[type=file]').setInputFiles(file);
    await said(/连接中断/);
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.waitForURL(/submission=/);
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(keys[0]);
    expect(await count()).toBe(before + 1);
  });

  it('is found again after a reload in the middle', async () => {
    const file = csv('left.csv', '地区,指标,年份,数值,单位,状态', '济南市,5G基站数,2009,9,个,年报');
    await page.route('**/api/v1/submissions?*', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      return loseAnswer(route, file);
    });
    await page.locator('input[type=file]').setInputFiles(file);
    await said(/连接中断/);
    await page.reload();
    await page.waitForURL(/submission=/);
    await expect.poll(() => finding().textContent()).toContain('读出1个数据');
    await page.goto(`${server.address}/submit`);
    await said('历次填报');
    expect(await page.getByText(/left.csv.*重新选择/).count()).toBe(0);
  });
});
