import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gatherBriefing } from '@dabiao/briefing/gather';
import type { BriefingModel } from '@dabiao/briefing/model';
import type { BriefingForm } from '@dabiao/briefing/options';
import { Press } from '@dabiao/briefing/press';
import { zipFiles } from '@dabiao/briefing/settled-zip';
import { briefingTables } from '@dabiao/briefing/tables';
import { BRIEFING_SECTIONS, type BriefingSection, SHORT_SECTIONS } from '@dabiao/domain/briefing-section';
import { type BriefingSubjectQuery, findBriefingData, findBriefingSubjects } from '@dabiao/store/briefing-data';
import type { Store } from '@dabiao/store/open';
import { Command } from 'commander';
import { InputProblem, Misuse } from '../exit.ts';
import { print, printJson, writeOutput } from '../output.ts';
import { dataDir, isDemo, thisYear, today, withStore } from '../workspace.ts';
import { readYear } from '../year.ts';

interface Options {
  document?: string;
  region?: string;
  department?: string;
  indicator?: string;
  targets?: string;
  all?: boolean;
  by?: string;
  year?: string;
  lang?: string;
  form?: string;
  short?: boolean;
  sections?: string;
  landscape?: boolean;
  number?: string;
  issuer?: string;
  out: string;
  json?: boolean;
}

const ENDINGS = ['pdf', 'docx', 'xlsx'] as const;
type Ending = (typeof ENDINGS)[number];

/** @throws Misuse where the word is none of those allowed. */
function wordOf<const T extends readonly string[]>(option: string, value: string | undefined, words: T): T[number] {
  const found = words.find((word) => word === (value ?? words[0]));
  if (found === undefined) throw new Misuse(`--${option} ${value}：只能是 ${words.join('、')}`);
  return found;
}

function subjectOf(options: Options): BriefingSubjectQuery | null {
  const { document, region, department, indicator, targets, all } = options;
  const asked: BriefingSubjectQuery[] = [];
  if (document !== undefined) asked.push({ scope: 'document', value: document });
  if (region !== undefined) asked.push({ scope: 'region', value: region });
  if (department !== undefined) asked.push({ scope: 'department', value: department });
  if (indicator !== undefined) asked.push({ scope: 'indicator', value: indicator });
  if (targets !== undefined) asked.push({ scope: 'targets', ids: targets.split(',') });
  if (all) asked.push({ scope: 'whole' });
  if (asked.length === (options.by === undefined ? 1 : 0)) return asked[0] ?? null;
  throw new Misuse(
    '请用 --document、--region、--department、--indicator、--targets、--all、--by 之一 (give exactly one of them)',
  );
}

function formOf(options: Options): BriefingForm {
  const wanted = options.sections?.split(',').map((word) => wordOf('sections', word, BRIEFING_SECTIONS));
  const sections: readonly BriefingSection[] = wanted ?? (options.short ? SHORT_SECTIONS : BRIEFING_SECTIONS);
  return {
    form: wordOf('form', options.form, ['official', 'modern']),
    sections,
    landscape: options.landscape ?? false,
    number: options.number ?? null,
    issuer: options.issuer ?? null,
  };
}

async function modelOf(store: Store, subject: BriefingSubjectQuery, options: Options): Promise<BriefingModel> {
  const year = options.year === undefined ? thisYear() - 1 : readYear(options.year);
  const data = await findBriefingData(store.read, subject, year);
  const asked = 'value' in subject ? subject.value : subject.scope;
  if (!data) {
    const { documents, regions } = await findBriefingSubjects(store.read);
    const choice = [...documents, ...regions].map(({ value, label }) => `${value} ${label}`).join('\n');
    throw new InputProblem(`${asked}：没有找到，已有 (not found; there are)：\n${choice}`);
  }
  if (data.targets.length === 0) throw new InputProblem(`${asked}：没有可写入简报的目标 (no targets)`);
  const lang = wordOf('lang', options.lang, ['zh', 'en']);
  const demo = await isDemo(store);
  return gatherBriefing({ ...data, generatedOn: today(), demo, draft: false, lang, form: formOf(options) });
}

async function bytesOf(press: Press, model: BriefingModel, ending: Ending): Promise<Uint8Array> {
  if (ending === 'xlsx') {
    const { writeTables } = await import('@dabiao/workbook/table');
    return writeTables(briefingTables(model), model.date);
  }
  const fonts = join(dataDir(), 'fonts');
  return (await press.draw({ model, kind: ending, fontsDir: existsSync(fonts) ? fonts : null })).bytes;
}

/** One briefing for each region or department, as an archive. */
async function makeBatch(press: Press, options: Options): Promise<{ bytes: Uint8Array; briefings: number }> {
  const by = wordOf('by', options.by, ['region', 'department']);
  const models = await withStore(async (store) => {
    const subjects = await findBriefingSubjects(store.read);
    const made: BriefingModel[] = [];
    for (const { value } of subjects[by === 'region' ? 'regions' : 'departments'])
      made.push(await modelOf(store, { scope: by, value }, options));
    return made;
  });
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const [index, model] of models.entries()) {
    const name = `${String(index + 1).padStart(2, '0')} ${model.title.replace(/[\\/:*?"<>|]+/g, ' ')}.pdf`;
    files.push({ name, bytes: await bytesOf(press, model, 'pdf') });
  }
  return { bytes: zipFiles(files, { packed: false }), briefings: files.length };
}

async function makeOne(press: Press, subject: BriefingSubjectQuery, options: Options): Promise<Uint8Array> {
  const ending = extname(options.out).slice(1).toLowerCase();
  const model = await withStore((store) => modelOf(store, subject, options));
  return bytesOf(press, model, ENDINGS.find((one) => one === ending) ?? 'pdf');
}

async function makeBriefing(options: Options): Promise<void> {
  const subject = subjectOf(options);
  wordOf('lang', options.lang, ['zh', 'en']);
  formOf(options);
  const press = new Press();
  try {
    const made = subject
      ? { bytes: await makeOne(press, subject, options), briefings: 1 }
      : await makeBatch(press, options);
    await writeOutput(made.bytes, options.out);
    if (options.out === '-') return;
    const { briefings } = made;
    if (options.json) printJson({ briefings, bytes: made.bytes.length, out: options.out });
    else print(`${options.out}  ${made.bytes.length} bytes`);
  } finally {
    press.close();
  }
}

/** `dabiao briefing --document ID --out FILE.pdf`. */
export const briefingCommand = (): Command =>
  new Command('briefing')
    .description('生成简报 PDF、DOCX 或 XLSX (a briefing)')
    .option('--document <id>', '文件短名 (short name of the document)')
    .option('--region <code>', '地区及其下级 (region and those below it)')
    .option('--department <name>', '责任单位 (department)')
    .option('--indicator <id>', '指标 (indicator)')
    .option('--targets <ids>', '选定目标，逗号分隔 (ids of targets)')
    .option('--all', '全部文件 (everything)')
    .option('--by <what>', 'region | department：各出一份，存为 ZIP (one each, as ZIP)')
    .option('--year <year>', '截至哪一年 (as of; default: last year)')
    .option('--lang <lang>', 'zh | en')
    .option('--form <form>', 'official | modern')
    .option('--short', '短稿 (the short form)')
    .option('--sections <list>', `${BRIEFING_SECTIONS.join(',')}`)
    .option('--landscape', '目标一览横排 (the table of targets on wide pages)')
    .option('--number <text>', '期号，如 2026年第3期 (its number)')
    .option('--issuer <text>', '编印单位 (who issues it)')
    .requiredOption('--out <file>', '.pdf | .docx | .xlsx | .zip')
    .option('--json', 'JSON')
    .action(makeBriefing);
