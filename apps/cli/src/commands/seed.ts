import { Command } from 'commander';
import { print, printJson } from '../output.ts';
import { seedStore } from '../workspace.ts';

/** `dabiao seed`: loads or refreshes the catalogue; idempotent. */
export const seedCommand = (): Command =>
  new Command('seed')
    .description('装入或更新目录 (load or refresh the catalogue)')
    .option('--from <folder>', '目录所在文件夹 (folder of the catalogue)')
    .option('--json', 'JSON')
    .action(async (options: { from?: string; json?: boolean }) => {
      const done = await seedStore(options.from);
      if (options.json) printJson(done);
      else print(`目标 ${done.targets} 项，新增数据 ${done.figures} 条 (targets, new figure versions)`);
    });
