import { expect, it } from 'vitest';
import { writeTables } from '../src/table.ts';
import { formulasOf, opened } from './opened.ts';

const TABLES = [
  { name: '一览', columns: ['指标', '值'], rows: [['=1+1', 3.5]] },
  { name: '一览', columns: ['注'], rows: [['@x'], [null]] },
];

it('writes several tables as sheets of their own, typed, with the same bytes each time', async () => {
  const bytes = await writeTables(TABLES, '2026-06-30');
  const book = opened(bytes);
  expect(book.SheetNames).toHaveLength(2);
  expect(formulasOf(book)).toEqual([]);
  expect(book.Sheets[book.SheetNames[0] ?? '']?.B2).toMatchObject({ t: 'n', v: 3.5 });
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(Buffer.from(await writeTables(TABLES, '2026-06-30')).equals(Buffer.from(bytes))).toBe(true);
  expect(Buffer.from(await writeTables(TABLES, '2026-07-01')).equals(Buffer.from(bytes))).toBe(false);
});
