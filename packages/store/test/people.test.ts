import { describe, expect, it } from 'vitest';
import { findAudit, firstBrokenAuditLine, insertAudit } from '../src/audit.ts';
import { hashPassword, passwordFault, verifyPassword } from '../src/password.ts';
import { deleteSession, findSession, insertSession } from '../src/sessions.ts';
import { countFailedSignIn, findCredentials, insertUser, setDisabled, setPassword } from '../src/users.ts';
import { seededStore } from './fresh-store.ts';

const LI = { name: 'Li Wei', displayName: '李伟', roles: ['statistician'], region: '990100', createdBy: null };

describe('users', () => {
  it('takes names that look alike for one', async () => {
    const store = await seededStore();
    const add = (name: string) => store.transact((trx) => insertUser(trx, { ...LI, name }));
    expect(await add('Li Wei')).not.toBeNull();
    for (const name of ['li wei', ' LIWEI ', 'ｌｉｗｅｉ']) expect(await add(name)).toBeNull();
    expect((await findCredentials(store.read, 'LIWEI'))?.user).toMatchObject({
      name: 'Li Wei',
      mustChangePassword: true,
    });
  });

  it('locks a name after five wrong passwords', async () => {
    const store = await seededStore();
    const made = await store.transact((trx) => insertUser(trx, LI));
    for (let time = 0; time < 5; time += 1) await store.transact((trx) => countFailedSignIn(trx, made?.id ?? ''));
    expect((await findCredentials(store.read, 'liwei'))?.lockedUntil).not.toBeNull();
  });
});

describe('passwords', () => {
  it('are hashed with Argon2id and checked whole', async () => {
    const long = 'x'.repeat(127);
    const stored = await hashPassword(`${long}a`);
    expect(stored).toMatch(/^\$argon2id\$/);
    expect(await verifyPassword(stored, `${long}a`)).toBe(true);
    expect(await verifyPassword(stored, `${long}b`)).toBe(false);
    expect(await verifyPassword('no hash', long)).toBe(false);
  });

  it.each([
    ['Abc12345', 'too_short'],
    ['abcdefghijkl', 'too_plain'],
    ['Liwei-2026-x', 'holds_name'],
    ['Stone-Bridge-7', null],
    ['临沂的秋天-2026', null],
  ])('%s: %s', (password, fault) => {
    expect(passwordFault(password, 'liwei')).toBe(fault);
  });
});

describe('sessions', () => {
  it('know their user until they end', async () => {
    const store = await seededStore();
    const made = await store.transact((trx) => insertUser(trx, LI));
    const user = made?.id ?? '';
    const secret = await store.transact((trx) => insertSession(trx, user, null));
    const held = await findSession(store.read, secret);
    expect(held?.user.name).toBe('Li Wei');
    expect(held?.session).not.toBe(secret);
    await store.transact((trx) => deleteSession(trx, held?.session ?? ''));
    expect(await findSession(store.read, secret)).toBeNull();
  });

  it('end when the user is disabled or gets another password', async () => {
    const store = await seededStore();
    const made = await store.transact((trx) => insertUser(trx, LI));
    const user = made?.id ?? '';
    const open = () => store.transact((trx) => insertSession(trx, user, null));
    const first = await open();
    await store.transact((trx) => setPassword(trx, user, 'Stone-Bridge-7', false));
    expect(await findSession(store.read, first)).toBeNull();
    const second = await open();
    await store.transact((trx) => setDisabled(trx, user, true));
    expect(await findSession(store.read, second)).toBeNull();
  });
});

describe('the audit', () => {
  const written = async () => {
    const store = await seededStore();
    for (const object of ['a', 'b\r\n\u001b[31m', 'c']) {
      await store.transact((trx) => insertAudit(trx, { user: 'li', action: 'test', object }));
    }
    return store;
  };

  it('is one chain', async () => {
    const store = await written();
    expect(await firstBrokenAuditLine(store.read)).toBeNull();
    expect((await findAudit(store.read, 2)).map(({ object }) => object)).toEqual(['c', 'b\r\n\u001b[31m']);
  });

  it.each([
    ['altered', (line: number) => ({ line, set: true })],
    ['missing', (line: number) => ({ line, set: false })],
  ] as const)('shows a line that was %s', async (_how, at) => {
    const store = await written();
    const { line, set } = at(3);
    await store.transact(async (trx) => {
      if (set) await trx.updateTable('audit').set({ user: 'wang' }).where('seq', '=', line).execute();
      else await trx.deleteFrom('audit').where('seq', '=', line).execute();
    });
    expect(await firstBrokenAuditLine(store.read)).toBe(set ? 3 : 4);
  });
});
