import type { Db } from '@dabiao/store/open';
import { csvText } from '@dabiao/workbook/csv';
import { type Table, writeTable } from '@dabiao/workbook/table';
import { Argument, Command, Option } from 'commander';
import { Misuse } from '../exit.ts';
import { assessmentTable } from '../export/assessments.ts';
import { figureSdmx, figureTable } from '../export/figures.ts';
import { measureObjects, measureTable } from '../export/measures.ts';
import { targetObjects, targetTable } from '../export/targets.ts';
import { writeOutput } from '../output.ts';
import { thisYear, withStore } from '../workspace.ts';
import { readYear } from '../year.ts';

type Noun = 'targets' | 'figures' | 'assessments' | 'measures';
type Format = 'csv' | 'xlsx' | 'json' | 'sdmx-csv';

interface Options {
  format: Format;
  out?: string;
  year?: string;
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The rows of a table as objects of its column names. */
const objects = ({ columns, rows }: Table) =>
  rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));

const TABLES: Record<Noun, (db: Db, year: number) => Promise<Table>> = {
  targets: targetTable,
  figures: figureTable,
  assessments: assessmentTable,
  measures: measureTable,
};

/** Where JSON says more than the rows of the table. */
const OBJECTS: Partial<Record<Noun, (db: Db) => Promise<unknown>>> = {
  targets: targetObjects,
  measures: measureObjects,
};

async function exportNoun(noun: Noun, options: Options): Promise<void> {
  if (options.format === 'sdmx-csv' && noun !== 'figures') throw new Misuse('sdmx-csv 只用于 figures');
  const year = options.year === undefined ? thisYear() - 1 : readYear(options.year);
  const content = await withStore(async ({ read }) => {
    if (options.format === 'sdmx-csv') return csvText(await figureSdmx(read), { mark: false });
    const whole = options.format === 'json' ? OBJECTS[noun] : undefined;
    if (whole) return jsonText(await whole(read));
    const table = await TABLES[noun](read, year);
    if (options.format === 'json') return jsonText(objects(table));
    return options.format === 'xlsx' ? writeTable(table, noun) : csvText(table, { mark: true });
  });
  await writeOutput(content, options.out);
}

/** `dabiao export (targets|figures|assessments|measures)`. */
export const exportCommand = (): Command =>
  new Command('export')
    .description('导出 (export)')
    .addArgument(new Argument('<what>').choices(['targets', 'figures', 'assessments', 'measures']))
    .addOption(new Option('--format <format>').choices(['csv', 'xlsx', 'json', 'sdmx-csv']).default('csv'))
    .option('--year <year>', 'assessments：截至哪一年 (as of; default: last year)')
    .option('--out <file>', '默认标准输出 (default: standard output)')
    .action(exportNoun);
