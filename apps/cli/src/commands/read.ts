import { clauseLine } from '@dabiao/domain/document';
import { MEASURE_FORM_WORDS } from '@dabiao/domain/measure';
import { readFileText } from '@dabiao/reader/read-file';
import { readPolicy } from '@dabiao/reader/read-policy';
import type { Candidate, Reading, ReadMeasure } from '@dabiao/reader/reading';
import { Command } from 'commander';
import { InputProblem } from '../exit.ts';
import { readInput } from '../input.ts';
import { print, printJson } from '../output.ts';
import { measuresDraft, reviewDraft } from '../review-draft.ts';

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

/** A policy measure as `--measures --json` prints it, in the words of `seeds/measures`; what is null is not said. */
function measureJson({ share, clause, ...one }: ReadMeasure) {
  return {
    beneficiary: one.beneficiary,
    purpose: one.purpose,
    form: one.form,
    amount: one.amount,
    share: share && { percent: share.percent, of: share.of, at_most: share.atMost },
    ceiling: one.ceiling,
    per: one.per,
    years: one.years,
    level: one.level,
    departments: one.departments,
    clause: clauseLine(clause),
    quote: one.quote,
    start: one.start,
    end: one.end,
    notes: one.notes,
    confidence: one.confidence,
    reasons: one.reasons,
  };
}

function measureLine({ form, amount, share, ceiling, beneficiary, purpose, clause, quote }: ReadMeasure): string {
  const sums = [
    ...(amount ? [`${amount.value}${amount.unit}`] : []),
    ...(share ? [`${share.atMost ? '最高' : ''}${share.percent}%${share.of === null ? '' : `（${share.of}）`}`] : []),
    ...(ceiling ? [`最高${ceiling.value}${ceiling.unit}`] : []),
  ];
  const words = [beneficiary, purpose, MEASURE_FORM_WORDS[form].zh, sums.join('，'), clauseLine(clause)];
  return [...words, quote.replace(/\s+/g, ' ')].join('\t');
}

interface ReadOptions {
  json?: boolean;
  review?: boolean;
  measures?: boolean;
}

async function printMeasures(reading: Reading, { json, review }: ReadOptions): Promise<void> {
  if (json) printJson(reading.measures.map(measureJson));
  else if (review) print(await measuresDraft(reading));
  else for (const one of reading.measures) print(measureLine(one));
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
    .description(
      '从政策文件中读出目标和政策措施 (candidate targets and measures of a policy document: TXT, DOCX, PDF, HTML)',
    )
    .argument('<file>')
    .option('--json', 'JSON')
    .option('--review', 'YAML 草稿，逐条附依据 (a draft for seeds/documents)')
    .option(
      '--measures',
      '只给政策措施，可与 --json 或 --review 同用 (policy measures in place of targets; a draft for seeds/measures)',
    )
    .action(async (file: string, options: ReadOptions) => {
      const answer = await readFileText(await readInput(file), tellPages);
      if ('refusal' in answer) throw new InputProblem(`${file}：${answer.refusal.message}`);
      const reading = readPolicy(answer.text);
      if (options.measures) await printMeasures(reading, options);
      else if (options.json) printJson(reading.candidates.map(toJson));
      else if (options.review) print(await reviewDraft(reading));
      else printTable(reading);
    });
