import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { runningApp } from './running-app.ts';

const PATH = '/api/v1/targets/jinan-5g-base-stations/figures';

describe('the numbers behind a chart', () => {
  it('as CSV, with a name in any script', async () => {
    const { app } = await runningApp();
    const answer = await app.inject(`${PATH}.csv?year=2024`);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const named = String(answer.headers['content-disposition']);
    expect(decodeURIComponent(named.split("filename*=UTF-8''")[1] ?? '')).toBe('济南市_5G基站数_2024.csv');
    const [head = '', ...lines] = answer.body.replace('\ufeff', '').trim().split('\r\n');
    expect(head.split(',').slice(0, 5)).toEqual(['年份', '指标', '地区', '数值', '单位']);
    const of = (year: number) => lines.find((line) => line.startsWith(`${year},`))?.split(',') ?? [];
    expect(of(2024).slice(3, 5)).toEqual(['49000', '个']);
    expect(of(2025)[7]).toBe('60000');
  });

  it('as XLSX, the same numbers', async () => {
    const { app } = await runningApp();
    const answer = await app.inject(`${PATH}.xlsx?year=2024`);
    const book = new exceljs.Workbook();
    await book.xlsx.load(answer.rawPayload as unknown as ArrayBuffer);
    const sheet = book.worksheets[0];
    const rows = Array.from({ length: sheet?.rowCount ?? 0 }, (_, at) => sheet?.getRow(at + 1).values as unknown[]);
    expect(rows.find((row) => row[1] === 2024)?.[4]).toBe(49_000);
  });

  it.each([
    ['/api/v1/targets/nowhere/figures.csv', 404],
    [`${PATH}.exe`, 400],
    [`${PATH}.csv?year=abc`, 400],
  ])('%s: %i', async (url, status) => {
    const { app } = await runningApp();
    const answer = await app.inject(url);
    expect(answer.statusCode).toBe(status);
  });
});
