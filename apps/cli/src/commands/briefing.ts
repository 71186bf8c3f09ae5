import { drawBriefing } from '@dabiao/briefing/draw';
import { gatherBriefing } from '@dabiao/briefing/gather';
import { findDocuments } from '@dabiao/store/documents';
import { findDossier } from '@dabiao/store/dossier';
import { Command } from 'commander';
import { InputProblem, Misuse } from '../exit.ts';
import { print, printJson, writeOutput } from '../output.ts';
import { isDemo, thisYear, today, withStore } from '../workspace.ts';
import { readYear } from '../year.ts';

interface Options {
  document?: string;
  region?: string;
  year?: string;
  out: string;
  lang?: string;
  json?: boolean;
}

/** The documents asked for: the one named, or the one of the region. */
async function documentOf(options: Options): Promise<string> {
  if ((options.document === undefined) === (options.region === undefined)) {
    throw new Misuse('请用 --document 或 --region 之一 (give --document or --region)');
  }
  return withStore(async (store) => {
    const documents = await findDocuments(store.read);
    const found = documents.filter(({ id, region }) => id === options.document || region === options.region);
    const [only] = found;
    if (only && found.length === 1) return only.id;
    const choice = (found.length > 1 ? found : documents).map(({ id, title }) => `${id} ${title}`).join('\n');
    throw new InputProblem(`${found.length > 1 ? '请用 --document 选一份' : '没有这份文件，已有'}：\n${choice}`);
  });
}

async function makeBriefing(options: Options): Promise<void> {
  const year = options.year === undefined ? thisYear() - 1 : readYear(options.year);
  const lang = (['zh', 'en'] as const).find((one) => one === (options.lang ?? 'zh'));
  if (!lang) throw new Misuse(`--lang ${options.lang}：只能是 zh、en`);
  const document = await documentOf(options);
  const [dossier, demo] = await withStore(
    async (store) => [await findDossier(store.read, document, year), await isDemo(store)] as const,
  );
  if (!dossier || dossier.targets.length === 0)
    throw new InputProblem(`${document}：没有可写入简报的目标 (no targets)`);
  const pdf = await drawBriefing(gatherBriefing({ ...dossier, generatedOn: today(), demo, lang }));
  await writeOutput(pdf, options.out);
  if (options.out === '-') return;
  if (options.json) printJson({ document, year, bytes: pdf.length, out: options.out });
  else print(`${options.out}  ${pdf.length} bytes`);
}

/** `dabiao briefing --document ID --out FILE.pdf`. */
export const briefingCommand = (): Command =>
  new Command('briefing')
    .description('生成简报 PDF (a briefing as PDF)')
    .option('--document <id>', '文件短名 (short name of the document)')
    .option('--region <code>', '地区，只有一份文件时 (region, where it has one document)')
    .option('--year <year>', '截至哪一年 (as of; default: last year)')
    .option('--lang <lang>', 'zh | en')
    .requiredOption('--out <file>', 'PDF')
    .option('--json', 'JSON')
    .action(makeBriefing);
