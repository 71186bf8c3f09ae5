import { type AssessCase, assessCase } from '@dabiao/domain/assess-case';
import { Command } from 'commander';
import { InputProblem } from '../exit.ts';
import { readInput } from '../input.ts';
import { printJson } from '../output.ts';

/** `dabiao assess FILE`: judges cases from a JSON array, without any database. */
export const assessCommand = (): Command =>
  new Command('assess')
    .description('研判 JSON 数组中的案例 (judge the cases of a JSON array)')
    .argument('<file>', 'JSON, - : 标准输入 (standard input)')
    .option('--json', 'JSON')
    .action(async (file: string) => {
      const text = (await readInput(file)).toString('utf8').replace(/^\ufeff/, '');
      let cases: unknown;
      try {
        cases = JSON.parse(text);
      } catch (error) {
        throw new InputProblem(`${file}：不是 JSON (not JSON): ${(error as Error).message}`);
      }
      if (!Array.isArray(cases)) throw new InputProblem(`${file}：须为 JSON 数组 (must be a JSON array)`);
      printJson(cases.map((one) => assessCase(one as AssessCase)));
    });
