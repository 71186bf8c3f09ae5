import { siftFigures } from '@dabiao/domain/check-figures';
import { highestLabel, type Label, levelOf } from '@dabiao/domain/label';
import { needsReason, type ReadFigure, type UploadProblem } from '@dabiao/domain/problem';
import { readWorkbook } from '@dabiao/ingest/read-workbook';
import { insertAudit } from '@dabiao/store/audit';
import { publishedFigures, seriesLabel } from '@dabiao/store/figures';
import { findIndicators } from '@dabiao/store/indicators';
import { sha256 } from '@dabiao/store/key';
import { findLayouts } from '@dabiao/store/layouts';
import type { Db, Store, Trx } from '@dabiao/store/open';
import { publishSubmission } from '@dabiao/store/publish-submission';
import { findRegions } from '@dabiao/store/regions';
import { findRivals, type RivalSubmission } from '@dabiao/store/rivals';
import { findSameFile } from '@dabiao/store/same-file';
import { insertSubmission, restageSubmission, type StagedRows } from '@dabiao/store/stage-submission';
import { moveSubmission } from '@dabiao/store/submission-steps';
import type { ReadingHints } from '@dabiao/store/submission-tables';
import { findSubmission } from '@dabiao/store/submissions';
import { keepUpload } from '@dabiao/store/uploads';
import { commandLineUser } from '@dabiao/store/users';
import { Command } from 'commander';
import { InputProblem, Misuse } from '../exit.ts';
import { readInput, workbookName } from '../input.ts';
import { LABEL_HELP, readLabel } from '../label.ts';
import { print, printJson } from '../output.ts';
import { dataDir, thisYear, withStore } from '../workspace.ts';
import { readYear } from '../year.ts';

interface Options {
  region?: string;
  year?: string;
  label?: string;
  check?: boolean;
  publish?: boolean;
  reason?: string;
  json?: boolean;
}

function hintsOf(options: Options): ReadingHints {
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

/**
 * Reads a file as everyone who may hand in for all regions would, with the layouts they have put right before. It gets at
 * least the label of the series it adds to, and is compared with figures of no higher one.
 */
async function read(
  db: Db,
  bytes: Buffer,
  file: string,
  of: { hints: ReadingHints; label: Label },
): Promise<LabelledRows> {
  const [indicators, regions] = [await findIndicators(db), await findRegions(db)];
  const remembered = (await findLayouts(db, null)).map(({ corrections }) => corrections);
  const name = workbookName(file, bytes);
  const found = await readWorkbook(bytes, name, { indicators, regions }, { ...of.hints, remembered });
  const label = highestLabel([of.label, await seriesLabel(db, found.figures)]);
  const context = {
    indicators,
    regions: null,
    catalogueRegions: regions,
    earlier: await publishedFigures(
      db,
      found.figures.map(({ indicator }) => indicator),
      levelOf(label),
    ),
  };
  return { ...siftFigures(found, context, thisYear()), sheets: found.sheets, label };
}

type LabelledRows = StagedRows & { label: Label };

interface File {
  name: string;
  hash: string;
  hints: ReadingHints;
  /** The label it is handed in with. */
  label: Label;
}

interface Stored {
  id: string;
  label: Label;
  appended: number;
  /** The same file had been handed in before; nothing was stored. */
  repeated: boolean;
  /** Open submissions of others with some of the same figures. */
  others: RivalSubmission[];
}

async function publish(trx: Trx, id: string, user: string, reason: string | null): Promise<number> {
  await moveSubmission(trx, id, { from: ['draft'], to: 'approved', action: 'submit', by: user, reason });
  return (await publishSubmission(trx, id, { by: user, thisYear: thisYear() })).appended;
}

/** Stages what was read; a draft of the same file that was left lying is taken up again. */
async function stage(trx: Trx, file: File, found: LabelledRows, user: string, draft: string | null): Promise<string> {
  if (draft !== null && (await restageSubmission(trx, draft, found, { user, corrections: null }))) return draft;
  return insertSubmission(trx, {
    ...found,
    fileName: file.name,
    fileHash: file.hash,
    hints: file.hints,
    idempotencyKey: null,
    createdBy: user,
  });
}

/** Stages a file's figures, and publishes them where asked; a file that was handed in before stores nothing. */
async function store(to: Store, file: File, read: LabelledRows, options: Options): Promise<Stored> {
  const reason = options.reason?.trim() || null;
  return to.transact(async (trx) => {
    const user = await commandLineUser(trx);
    const same = await findSameFile(trx, { ...file, user, region: null });
    const draft = same?.state === 'draft' && same.createdBy === user && options.publish ? same.id : null;
    const before = same && (await findSubmission(trx, same.id))?.label;
    if (same && draft === null)
      return { id: same.id, label: before ?? 'public', appended: 0, repeated: true, others: [] };
    // A draft that somebody has labelled meanwhile is not lowered by taking it up again.
    const found = { ...read, label: highestLabel([read.label, before ?? 'public']) };
    const id = await stage(trx, file, found, user, draft);
    const others = (await findRivals(trx, id, 0)).submissions;
    const appended = options.publish ? await publish(trx, id, user, reason) : 0;
    await insertAudit(trx, {
      user: null,
      action: options.publish ? 'submission.approve' : 'submission.add',
      object: id,
      detail: {
        by: 'command line',
        hash: file.hash,
        label: found.label,
        appended,
        ...(reason === null ? {} : { reason }),
      },
    });
    return { id, label: found.label, appended, repeated: false, others };
  });
}

const problemLine = ({ severity, message }: UploadProblem): string =>
  `${severity === 'error' ? '错误' : '提醒'}  ${message}`;

/** Warnings that keep a file from being published, because nobody has given a reason. */
function unconfirmed(problems: readonly UploadProblem[], { publish, reason }: Options): number {
  return publish && !reason?.trim() ? problems.filter(needsReason).length : 0;
}

function tell(found: StagedRows, figures: Awaited<ReturnType<typeof shown>>, stored: Stored | null, json: boolean) {
  if (json) {
    const outcome = stored && {
      submission: stored.id,
      label: stored.label,
      published: stored.appended,
      ...(stored.repeated ? { repeated: true } : {}),
      ...(stored.others.length > 0 ? { others: stored.others } : {}),
    };
    const problems = found.problems.map(({ messageEn, ...problem }) => problem);
    printJson({ figures, problems, ...outcome });
    return;
  }
  for (const one of figures)
    print([one.cell, one.region, one.indicator, one.year, one.value, one.unit, one.status].join('\t'));
  for (const problem of found.problems) print(problemLine(problem));
  for (const { by, submission, figures: n } of stored?.others ?? [])
    print(`提醒  ${by} 的填报批次 ${submission} 中也有其中 ${n} 条数据，尚未发布 (also in an open submission)`);
  const errors = found.problems.filter(({ severity }) => severity === 'error').length;
  if (!stored) print(`${figures.length} 条可用，${errors} 个错误；没有写入 (nothing stored)`);
  else if (stored.repeated) print(`同一文件已提交过，填报批次 ${stored.id}；没有写入 (handed in before)`);
  else print(`填报批次 ${stored.id}：${figures.length} 条，发布 ${stored.appended} 条`);
}

async function importFile(name: string, options: Options): Promise<void> {
  if (options.check && options.publish) throw new Misuse('--check 与 --publish 不能同时使用');
  const [hints, label] = [hintsOf(options), readLabel(options.label)];
  const bytes = await readInput(name);
  await withStore(async (open) => {
    const found = await read(open.read, bytes, name, { hints, label });
    const errors = found.problems.filter(({ severity }) => severity === 'error').length;
    const warnings = unconfirmed(found.problems, options);
    const stores = !options.check && errors === 0 && warnings === 0 && found.figures.length > 0;
    if (stores) await keepUpload(dataDir(), bytes);
    const file = { name: workbookName(name, bytes), hash: sha256(bytes), hints, label };
    const stored = stores ? await store(open, file, found, options) : null;
    tell(found, await shown(open.read, found.figures), stored, options.json ?? false);
    if (errors > 0) throw new InputProblem(`${errors} 个错误 (errors)`);
    if (found.figures.length === 0) throw new InputProblem('没有读到数据 (no figures found)');
    if (warnings > 0) {
      throw new InputProblem(
        `${warnings} 条提醒须核对：确认无误后用 --reason 说明再发布 (${warnings} warnings: confirm them with --reason)`,
      );
    }
  });
}

/** `dabiao import FILE`: figures from a workbook or CSV; nothing is stored from a file with errors. */
export const importCommand = (): Command =>
  new Command('import')
    .description('从工作簿或 CSV 读入数据 (figures from XLSX, XLS or CSV)')
    .argument('<file>', '- : 标准输入 (standard input)')
    .option('--region <code>', '表中没有地区时 (where the table names no region)')
    .option('--year <year>', '表中没有年份时 (where the table names no year)')
    .option('--label <label>', `安全标记 (label)：${LABEL_HELP}`, 'public')
    .option('--check', '只检查，不写入 (store nothing)')
    .option('--publish', '直接发布 (publish at once)')
    .option('--reason <text>', '对提醒的说明，随数据保存 (confirms warnings; kept with the figures)')
    .option('--json', 'JSON')
    .action(importFile);
