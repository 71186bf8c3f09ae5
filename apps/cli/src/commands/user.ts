import { EXCLUSIVE_ROLES, ROLES, type Role, USER_NAME } from '@dabiao/contract/session';
import { insertAudit } from '@dabiao/store/audit';
import { clearFailures } from '@dabiao/store/failed-sign-ins';
import { newSecret } from '@dabiao/store/key';
import { findRegions } from '@dabiao/store/regions';
import { findCredentials, insertUser, setDisabled, setPassword } from '@dabiao/store/users';
import { Command } from 'commander';
import { InputProblem, Misuse } from '../exit.ts';
import { print, printJson } from '../output.ts';
import { withStore } from '../workspace.ts';

interface Added {
  role: string[];
  region?: string;
  display?: string;
  json?: boolean;
}

const CLI = { user: null, detail: { by: 'command line' } };

function checkedRoles(words: readonly string[], region: string | undefined): Role[] {
  const roles = words.map((word) => {
    const role = ROLES.find((one) => one === word);
    if (!role) throw new Misuse(`--role ${word}：只能是 ${ROLES.join('、')}`);
    return role;
  });
  const clash = EXCLUSIVE_ROLES.find(([one, other]) => roles.includes(one) && roles.includes(other));
  if (clash) throw new InputProblem(`${clash.join(' + ')}：这些角色不能由同一人担任 (these roles exclude each other)`);
  if (roles.includes('statistician') && region === undefined)
    throw new Misuse('统计员须用 --region 指定地区 (a statistician needs --region)');
  return roles;
}

function tell(name: string, password: string, json: boolean | undefined): void {
  if (json) printJson({ name, password });
  else print(`${name}  ${password}\n一次性密码，首次登录须修改 (one-time password, to be changed at first sign-in)`);
}

const add = (name: string, options: Added): Promise<void> => {
  if (!new RegExp(USER_NAME, 'u').test(name))
    throw new Misuse(`${JSON.stringify(name)}：用户名须为 2 至 60 个字母、汉字、数字或 . - _ (not a user name)`);
  const roles = checkedRoles(options.role, options.region);
  return withStore(async (store) => {
    const regions = await findRegions(store.read);
    const region = options.region ?? null;
    if (region !== null && !regions.some(({ code }) => code === region)) {
      throw new InputProblem(
        `--region ${region}：没有这个地区，已有 ${regions.map((one) => `${one.code} ${one.name}`).join('、')}`,
      );
    }
    const made = await store.transact(async (trx) => {
      const inserted = await insertUser(trx, {
        name,
        displayName: options.display ?? name,
        roles,
        region,
        createdBy: null,
      });
      if (inserted)
        await insertAudit(trx, { ...CLI, action: 'user.add', object: name, detail: { ...CLI.detail, roles, region } });
      return inserted;
    });
    if (!made) throw new InputProblem(`${name}：用户名已存在 (the user name exists)`);
    tell(name, made.password, options.json);
  });
};

const passwd = (name: string, options: { json?: boolean }): Promise<void> =>
  withStore(async (store) => {
    const known = await findCredentials(store.read, name);
    if (!known) throw new InputProblem(`${name}：没有这个用户 (no such user)`);
    const password = newSecret(16);
    await store.transact(async (trx) => {
      await setPassword(trx, known.user.id, password, true);
      await insertAudit(trx, { ...CLI, action: 'user.password', object: known.user.name });
    });
    tell(known.user.name, password, options.json);
  });

const enable = (name: string): Promise<void> =>
  withStore(async (store) => {
    const known = await findCredentials(store.read, name);
    if (!known) throw new InputProblem(`${name}：没有这个用户 (no such user)`);
    await store.transact(async (trx) => {
      await setDisabled(trx, known.user.id, false);
      await clearFailures(trx, known.user.name);
      await insertAudit(trx, { ...CLI, action: 'user.enable', object: known.user.name });
    });
    print(`${known.user.name}：已启用 (enabled)`);
  });

const disable = (name: string): Promise<void> =>
  withStore(async (store) => {
    const known = await findCredentials(store.read, name);
    if (!known) throw new InputProblem(`${name}：没有这个用户 (no such user)`);
    await store.transact(async (trx) => {
      await setDisabled(trx, known.user.id, true);
      await insertAudit(trx, { ...CLI, action: 'user.disable', object: known.user.name });
    });
    print(`${known.user.name}：已停用 (disabled)`);
  });

/** `dabiao user add|passwd|enable|disable`. */
export function userCommand(): Command {
  const collect = (role: string, roles: string[] = []) => [...roles, ...role.split(',')];
  const user = new Command('user').description('用户 (users)');
  user
    .command('add')
    .argument('<name>')
    .requiredOption('--role <role>', `角色，可多次 (repeatable): ${ROLES.join(', ')}`, collect)
    .option('--region <code>', 'GB/T 2260')
    .option('--display <name>', '显示名 (display name)')
    .option('--json', 'JSON')
    .action(add);
  user.command('passwd').argument('<name>').option('--json', 'JSON').action(passwd);
  user.command('enable').argument('<name>').action(enable);
  user.command('disable').argument('<name>').action(disable);
  for (const one of user.commands) one.exitOverride();
  return user;
}
