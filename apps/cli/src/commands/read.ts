import { clauseLine } from '@dabiao/domain/document';
import { readFileText } from '@dabiao/reader/read-file';
import { readPolicy } from '@dabiao/reader/read-policy';
import type { Candidate, Reading } from '@dabiao/reader/reading';
import { Command } from 'commander';
import { InputProblem } from '../exit.ts';
import { readInput } from '../input.ts';
import { print, printJson } from '../output.ts';
import { reviewDraft } from '../review-draft.ts';

/** A candidate as `--json` prints it; the keys are fixed. */
function toJson(one: Candidate) {
  return {
    indicator: one.indicator,
    unit: one.unit,
    comparator: one.comparator,
    kind: one.kind,
    milestones: one.milestones.map(({ year, value, valueMax }) => ({
      year,
      value,
      ...(valueMax === undefined ? {} : { value_max: valueMax }),
    })),
    every_year: one.everyYear,
    ...(one.baseline ? { baseline: one.baseline } : {}),
    departments: one.departments,
    clause: clauseLine(one.clause),
    quote: one.quote,
    start: one.start,
    end: one.end,
    qualifier: one.qualifier,
    confidence: one.confidence,
    reasons: one.reasons,
    ...(one.restates === undefined ? {} : { restates: one.restates }),
  };
}

function printTable({ candidates, measures, document }: Reading): void {
  print(
    `${document.title ?? '（无标题）'}  ${document.number ?? ''}  ${document.issuer ?? ''}  ${document.issuedOn ?? ''}`,
  );
  for (const one of candidates) {
    const due = one.milestones.map(
      ({ year, value, valueMax }) => `${year ?? '每年'}：${value}${valueMax === undefined ? '' : `—${valueMax}`}`,
    );
    print(
      [
        one.indicator,
        one.comparator,
        `${due.join('，')}${one.unit}`,
        clauseLine(one.clause),
        one.quote.replace(/\s+/g, ' '),
      ].join('\t'),
    );
  }
  print(`目标${candidates.length}项，政策措施${measures.length}条`);
}

/** Says on a terminal how far a PDF is read, on one line that goes when it is done. */
function tellPages(done: number, all: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(done < all ? `\r第${done}/${all}页 (page ${done} of ${all})` : '\r\u001b[K');
}

/** `dabiao read FILE`: the targets proposed out of a policy document. */
export const readCommand = (): Command =>
  new Command('read')
    .description('从政策文件中读出目标 (candidate targets of a policy document: TXT, DOCX, PDF, HTML)')
    .argument('<file>')
    .option('--json', 'JSON')
    .option('--review', 'YAML 草稿，逐条附依据 (a draft for seeds/documents)')
    .action(async (file: string, options: { json?: boolean; review?: boolean }) => {
      const answer = await readFileText(await readInput(file), tellPages);
      if ('refusal' in answer) throw new InputProblem(`${file}：${answer.refusal.message}`);
      const reading = readPolicy(answer.text);
      if (options.json) printJson(reading.candidates.map(toJson));
      else if (options.review) print(await reviewDraft(reading));
      else printTable(reading);
    });
