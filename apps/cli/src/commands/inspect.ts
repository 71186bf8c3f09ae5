import { inspectWorkbook } from '@dabiao/ingest/read-workbook';
import { Command } from 'commander';
import { InputProblem } from '../exit.ts';
import { readInput, workbookName } from '../input.ts';
import { print, printJson } from '../output.ts';

/** `dabiao inspect FILE`: what was understood of any workbook or CSV, catalogue or not. */
export const inspectCommand = (): Command =>
  new Command('inspect')
    .description('看看一个工作簿被读成什么 (what was understood of a workbook or CSV)')
    .argument('<file>')
    .option('--json', 'JSON')
    .action(async (file: string, options: { json?: boolean }) => {
      const bytes = await readInput(file);
      const { tables, refusal } = await inspectWorkbook(bytes, workbookName(file, bytes));
      if (options.json) printJson({ tables });
      else {
        for (const table of tables) {
          print(`${table.sheet}  ${table.title ?? ''}  ${table.observations.length}`);
          for (const one of table.observations) {
            print(
              [one.cell, one.region, one.indicator, one.year, one.value ?? one.missing, one.unit]
                .map((part) => part ?? '')
                .join('\t'),
            );
          }
        }
      }
      if (tables.length === 0)
        throw new InputProblem(refusal?.message ?? `${file}：没有读到任何表格 (no table was found)`);
    });
