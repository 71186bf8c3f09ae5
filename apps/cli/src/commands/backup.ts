import { basename, resolve } from 'node:path';
import { insertAudit } from '@dabiao/store/audit';
import { addAnchor, anchorFile } from '@dabiao/store/audit-anchor';
import { type BackupHead, restoreBackup, writeBackup } from '@dabiao/store/backup';
import { isWhole, type Verification, verifyStore } from '@dabiao/store/verify';
import { Command } from 'commander';
import { InputProblem } from '../exit.ts';
import { print, printJson } from '../output.ts';
import { type Remade, remakeBriefings } from '../remake-briefings.ts';
import { dataDir, withStore } from '../workspace.ts';

interface Options {
  json?: boolean;
}

const CLI = { user: null, detail: { by: 'command line' } };

const tell = (said: string, head: BackupHead): void =>
  print(`${said}\n审计记录至第 ${head.audit.seq} 行 (audit up to line ${head.audit.seq})：${head.audit.hash}`);

const backup = (file: string, options: Options): Promise<void> =>
  withStore(async (store) => {
    const made = await writeBackup(dataDir(), file);
    await store.transact((trx) => insertAudit(trx, { ...CLI, action: 'backup.add', object: basename(file) }));
    await addAnchor(store.read, anchorFile(dataDir()));
    if (options.json) printJson({ file: resolve(file), ...made });
    else tell(`已备份，${made.bytes} 字节 (backed up, ${made.bytes} bytes)：${resolve(file)}`, made);
  });

async function restore(file: string, options: Options): Promise<void> {
  const head = await restoreBackup(resolve(file), dataDir());
  if (options.json) printJson({ folder: dataDir(), madeAt: head.madeAt, audit: head.audit });
  else tell(`已恢复到 ${dataDir()} (restored)，备份时间 ${head.madeAt}`, head);
}

/** What is wrong, one sentence each. */
function sentences({ database, audit, anchor, files }: Verification): string[] {
  return [
    ...database.map((word) => `数据库 (database)：${word}`),
    ...(audit === null
      ? []
      : [`审计记录从第 ${audit} 行起被改动、缺失或调换 (the audit does not hold from line ${audit})`]),
    ...(anchor === null
      ? []
      : [`审计记录与 ${anchor.at} 的存证不符，第 ${anchor.seq} 行 (line ${anchor.seq} is not what was noted outside)`]),
    ...files.map(({ file, what }) => `${file}：${what === 'missing' ? '缺失 (missing)' : '被改动 (altered)'}`),
  ];
}

/** What became of the kept briefings when they were made again. */
function remadeSentence({ same, otherEngine }: Remade): string {
  const other =
    otherEngine > 0 ? `，${otherEngine} 份由其他版本或字体生成，只核对文件 (${otherEngine} by another program)` : '';
  return `${same} 份简报按所存数据重新生成，逐字节相同 (${same} briefings remade, the same bytes)${other}`;
}

const verify = (options: Options & { anchors?: string; remake: boolean }): Promise<void> =>
  withStore(async (store) => {
    const found = await verifyStore(store.read, dataDir(), options.anchors ?? anchorFile(dataDir()));
    const briefings = options.remake ? await remakeBriefings(store.read, dataDir()) : null;
    const different = (briefings?.different ?? []).map(
      (id) => `briefings/${id}.json：重新生成的简报与所存的不同 (gives another briefing)`,
    );
    const whole = isWhole(found) && different.length === 0;
    if (options.json) printJson({ whole, ...found, briefings });
    else if (whole) {
      print(`完好：数据库、${found.lines} 行审计记录、所存文件 (whole: database, audit, files)`);
      if (briefings) print(remadeSentence(briefings));
    }
    if (!whole) throw new InputProblem([...sentences(found), ...different].join('\n'));
  });

export const backupCommand = (): Command =>
  new Command('backup')
    .description('在线备份为一个文件 (online backup into one file)')
    .argument('<file>', '.tar.gz')
    .option('--json', 'JSON')
    .action(backup);

export const restoreCommand = (): Command =>
  new Command('restore')
    .description('恢复到空的 DATA_DIR (restore into an empty DATA_DIR)')
    .argument('<file>')
    .option('--json', 'JSON')
    .action(restore);

export const verifyCommand = (): Command =>
  new Command('verify')
    .description('核验数据库、审计记录和所存文件 (check database, audit and kept files)')
    .option('--anchors <file>', '审计存证文件，默认在 DATA_DIR (file of anchors kept elsewhere)')
    .option('--no-remake', '不重新生成简报 (do not make the briefings again)')
    .option('--json', 'JSON')
    .action(verify);
