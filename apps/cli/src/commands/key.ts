import { rotateKey } from '@dabiao/store/rotate-key';
import { Command } from 'commander';
import { InputProblem } from '../exit.ts';
import { print, printJson } from '../output.ts';
import { keyPath, withStore } from '../workspace.ts';

const rotate = (options: { json?: boolean }): Promise<void> =>
  withStore(async (store) => {
    const done = await rotateKey(store, keyPath(), { by: 'command line' });
    if (!done)
      throw new InputProblem('还没有密钥：没有人设置过双因素 (there is no key yet: nobody has a second factor)');
    if (options.json) printJson({ file: keyPath(), ...done });
    else {
      print(
        `已换用新密钥，${done.secrets} 个双因素已重新加密 (new key, ${done.secrets} second factors sealed anew)：${keyPath()}`,
      );
      print(
        `旧密钥留作恢复此前的备份之用，不再需要时请删除 (the former key, for backups made before; remove it when they are gone)：${done.former}`,
      );
    }
  });

/** `dabiao key rotate`: another key for what is stored encrypted; the server may be running. */
export function keyCommand(): Command {
  const key = new Command('key').description('双因素密钥 (the key of second factors)');
  key
    .command('rotate')
    .description('换用新密钥并重新加密 (make a new key and seal everything with it)')
    .option('--json', 'JSON')
    .action(rotate);
  for (const one of key.commands) one.exitOverride();
  return key;
}
