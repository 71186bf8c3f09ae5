import { describe, expect, it } from 'vitest';
import { writeTable } from '../src/table.ts';
import { formulasOf, opened, partOf } from './opened.ts';

describe('a table', () => {
  it('keeps numbers numbers, text text, and nothing nothing', async () => {
    const rows = [
      ['=1+1', -3.2, null],
      ['-3.2', 0, ''],
      ['@x', 1e-7, '_x000d_'],
    ];
    const book = opened(await writeTable({ columns: ['name', 'value', '=note'], rows }, 'targets'));
    const sheet = book.Sheets.targets ?? {};
    expect(formulasOf(book)).toEqual([]);
    expect(sheet.A2).toMatchObject({ t: 's', v: '=1+1', z: '@' });
    expect(sheet.B2).toMatchObject({ t: 'n', v: -3.2 });
    expect(sheet.C2).toBeUndefined();
    expect(sheet.A3).toMatchObject({ t: 's', v: '-3.2' });
    expect(sheet.B3).toMatchObject({ t: 'n', v: 0 });
    expect(sheet.B4).toMatchObject({ t: 'n', v: 1e-7 });
    expect(sheet.C4).toMatchObject({ t: 's', v: '_x000d_' });
    expect(sheet.C1).toMatchObject({ t: 's', v: '=note' });
  });

  it('keeps its head in sight, and names the program that wrote it', async () => {
    const bytes = await writeTable({ columns: ['a'], rows: [] }, 'a/b');
    expect(partOf(bytes, 'sheet1.xml')).toContain('ySplit="1"');
    expect(partOf(bytes, 'core.xml')).toContain('达标');
    expect(opened(bytes).SheetNames).toEqual(['a b']);
  });
});
