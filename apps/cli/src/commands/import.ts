import { siftFigures } from '@dabiao/domain/check-figures';
import type { ReadFigure, UploadProblem } from '@dabiao/domain/problem';
import { readWorkbook } from '@dabiao/ingest/read-workbook';
import { insertAudit } from '@dabiao/store/audit';
import { publishedFigures } from '@dabiao/store/figures';
import { findIndicators } from '@dabiao/store/indicators';
import { sha256 } from '@dabiao/store/key';
import type { Db, Store } from '@dabiao/store/open';
import { publishSubmission } from '@dabiao/store/publish-submission';
import { findRegions } from '@dabiao/store/regions';
import { findSubmission, insertSubmission, moveSubmission } from '@dabiao/store/submissions';
import { commandLineUser } from '@dabiao/store/users';
import { Command } from 'commander';
import { InputProblem, Misuse } from '../exit.ts';
import { readInput, workbookName } from '../input.ts';
import { print, printJson } from '../output.ts';
import { thisYear, withStore } from '../workspace.ts';
import { readYear } from '../year.ts';

interface Options {
  region?: string;
  year?: string;
  check?: boolean;
  publish?: boolean;
  json?: boolean;
}

function hintsOf(options: Options): { region?: string; year?: number } {
  const { region, year } = options;
  if (region !== undefined && !/^\d{6}$/.test(region)) throw new Misuse(`--region ${region}：须为六位行政区划代码`);
  return { ...(region ? { region } : {}), ...(year === undefined ? {} : { year: readYear(year) }) };
}

/** What was read, with the names the file is likely to use beside the ids. */
async function shown(db: Db, figures: readonly ReadFigure[]) {
  const names = new Map((await findIndicators(db)).map(({ id, name }) => [id, name]));
  return figures.map((figure) => ({
    indicator: names.get(figure.indicator) ?? figure.indicator,
    indicator_id: figure.indicator,
    region: figure.region,
    year: figure.year,
    value: figure.value,
    unit: figure.unit,
    status: figure.status,
    sheet: figure.sheet,
    cell: figure.cell,
  }));
}

async function read(db: Db, bytes: Buffer, file: string, options: Options) {
  const [indicators, regions] = [await findIndicators(db), await findRegions(db)];
  const found = await readWorkbook(bytes, workbookName(file, bytes), { indicators, regions }, hintsOf(options));
  const context = {
    indicators,
    regions: null,
    earlier: await publishedFigures(
      db,
      found.figures.map(({ indicator }) => indicator),
    ),
  };
  return siftFigures(found, context, thisYear());
}

/** Stages a file's figures, and publishes them where asked; a file with errors stores nothing. */
async function store(
  to: Store,
  file: { name: string; hash: string },
  found: { figures: ReadFigure[]; problems: UploadProblem[] },
  publish: boolean,
): Promise<{ id: string; appended: number }> {
  return to.transact(async (trx) => {
    const user = await commandLineUser(trx);
    const id = await insertSubmission(trx, {
      ...found,
      fileName: file.name,
      fileHash: file.hash,
      idempotencyKey: null,
      createdBy: user,
    });
    const staged = publish ? await findSubmission(trx, id) : null;
    if (staged) await moveSubmission(trx, id, ['draft'], 'approved', { user, reason: null });
    const appended = staged ? (await publishSubmission(trx, staged, user, thisYear())).appended : 0;
    const action = publish ? 'submission.approve' : 'submission.add';
    await insertAudit(trx, {
      user: null,
      action,
      object: id,
      detail: { by: 'command line', hash: file.hash, appended },
    });
    return { id, appended };
  });
}

const problemLine = ({ severity, message }: UploadProblem): string =>
  `${severity === 'error' ? '错误' : '提醒'}  ${message}`;

async function importFile(file: string, options: Options): Promise<void> {
  if (options.check && options.publish) throw new Misuse('--check 与 --publish 不能同时使用');
  const bytes = await readInput(file);
  await withStore(async (open) => {
    const found = await read(open.read, bytes, file, options);
    const errors = found.problems.filter(({ severity }) => severity === 'error');
    const stored =
      options.check || errors.length > 0 || found.figures.length === 0
        ? null
        : await store(open, { name: workbookName(file, bytes), hash: sha256(bytes) }, found, options.publish ?? false);
    const figures = await shown(open.read, found.figures);
    if (options.json)
      printJson({
        figures,
        problems: found.problems,
        ...(stored ? { submission: stored.id, published: stored.appended } : {}),
      });
    else {
      for (const one of figures)
        print([one.cell, one.region, one.indicator, one.year, one.value, one.unit, one.status].join('\t'));
      for (const problem of found.problems) print(problemLine(problem));
      print(
        stored
          ? `填报批次 ${stored.id}：${figures.length} 条，发布 ${stored.appended} 条`
          : `${figures.length} 条可用，${errors.length} 个错误；没有写入 (nothing stored)`,
      );
    }
    if (errors.length > 0) throw new InputProblem(`${errors.length} 个错误 (errors)`);
    if (figures.length === 0) throw new InputProblem('没有读到数据 (no figures found)');
  });
}

/** `dabiao import FILE`: figures from a workbook or CSV; nothing is stored from a file with errors. */
export const importCommand = (): Command =>
  new Command('import')
    .description('从工作簿或 CSV 读入数据 (figures from XLSX, XLS or CSV)')
    .argument('<file>', '- : 标准输入 (standard input)')
    .option('--region <code>', '表中没有地区时 (where the table names no region)')
    .option('--year <year>', '表中没有年份时 (where the table names no year)')
    .option('--check', '只检查，不写入 (store nothing)')
    .option('--publish', '直接发布 (publish at once)')
    .option('--json', 'JSON')
    .action(importFile);
