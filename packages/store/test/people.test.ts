import { describe, expect, it } from 'vitest';
import { clearFailures, countTry, findLocked } from '../src/failed-sign-ins.ts';
import { hashPassword, isOutdatedHash, verifyPassword } from '../src/password.ts';
import { wasUsedBefore } from '../src/password-history.ts';
import { PASSWORD_POLICIES, passwordFault } from '../src/password-policy.ts';
import { deleteSession, deleteSessions, findSession, insertSession } from '../src/sessions.ts';
import { findCredentials, insertUser, setDisabled, setPassword } from '../src/users.ts';
import { seededStore } from './fresh-store.ts';

const LIMITS = { idleMinutes: 30, hours: 8 };
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

  it('are locked by name after five tries, whether or not somebody has the name', async () => {
    const store = await seededStore();
    await store.transact((trx) => insertUser(trx, LI));
    for (const name of ['Li Wei', 'nobody']) {
      const tries = [];
      for (let time = 0; time < 6; time += 1) tries.push(await store.transact((trx) => countTry(trx, name)));
      expect(tries.map(({ locked }) => locked)).toEqual([false, false, false, false, false, true]);
      expect(tries.map(({ justLocked }) => justLocked)).toEqual([false, false, false, false, true, false]);
    }
    expect(await findLocked(store.read, ['LIWEI', 'wang'])).toEqual(new Set(['LIWEI']));
    await store.transact((trx) => clearFailures(trx, 'li wei'));
    expect((await store.transact((trx) => countTry(trx, 'Li Wei'))).locked).toBe(false);
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

  it('hashed at a lower cost are known as such', async () => {
    expect(isOutdatedHash('$argon2id$v=19$m=4096,t=3,p=1$c2FsdHNhbHQ$aGFzaA')).toBe(true);
    expect(isOutdatedHash(await hashPassword('x'))).toBe(false);
  });

  it('are not taken again while they are among the last five', async () => {
    const store = await seededStore();
    const made = await store.transact((trx) => insertUser(trx, { ...LI, password: 'first' }));
    const user = made?.id ?? '';
    for (const next of ['second', 'third', 'fourth', 'fifth']) {
      await store.transact((trx) => setPassword(trx, user, next, false));
    }
    expect(await wasUsedBefore(store.read, user, 'first', 5)).toBe(true);
    expect(await wasUsedBefore(store.read, user, 'fifth', 1)).toBe(true);
    expect(await wasUsedBefore(store.read, user, 'sixth', 5)).toBe(false);
    await store.transact((trx) => setPassword(trx, user, 'sixth', false));
    expect(await wasUsedBefore(store.read, user, 'first', 5)).toBe(false);
  });

  it.each([
    ['Abc12345', 'too_short'],
    ['abcdefghijkl', 'too_plain'],
    ['Liwei-2026-x', 'holds_name'],
    ['Dashboard2026', 'too_common'],
    ['Password123!', 'too_common'],
    ['P@ssw0rd2026', 'too_common'],
    ['Dabiao-2026!', 'too_common'],
    [`Aa1${'x'.repeat(300)}`, 'too_long'],
    ['Stone-Bridge-7', null],
    ['临沂的秋天-2026', null],
    [`Aa1 ${'😀'.repeat(124)}`, null],
  ])('under dengbao, %s: %s', async (password, fault) => {
    expect(await passwordFault(password, 'liwei', PASSWORD_POLICIES.dengbao)).toBe(fault);
  });

  it.each([
    ['Stone-Bridge-7', 'too_short'],
    ['aaaaaaaaaaaaaaaaa', 'too_common'],
    ['abcdefghijklmnopq', 'too_common'],
    ['correct horse battery staple', null],
  ])('under nist, %s: %s', async (password, fault) => {
    expect(await passwordFault(password, 'liwei', PASSWORD_POLICIES.nist)).toBe(fault);
  });
});

describe('sessions', () => {
  it('know their user until they end', async () => {
    const store = await seededStore();
    const made = await store.transact((trx) => insertUser(trx, LI));
    const user = made?.id ?? '';
    const secret = await store.transact((trx) => insertSession(trx, user, null, LIMITS));
    const held = await findSession(store.read, secret, LIMITS);
    expect(held?.user.name).toBe('Li Wei');
    expect(held?.session).not.toBe(secret);
    await store.transact((trx) => deleteSession(trx, held?.session ?? ''));
    expect(await findSession(store.read, secret, LIMITS)).toBeNull();
  });

  it('end after idle minutes and after hours in any case', async () => {
    const store = await seededStore();
    const made = await store.transact((trx) => insertUser(trx, LI));
    const secret = await store.transact((trx) => insertSession(trx, made?.id ?? '', null, LIMITS));
    const alive = async () => (await findSession(store.read, secret, LIMITS)) !== null;
    const shift = (column: 'last_seen_at' | 'expires_at', minutes: number) =>
      store.transact((trx) =>
        trx
          .updateTable('session')
          .set({ [column]: new Date(Date.now() - minutes * 60_000).toISOString() })
          .execute(),
      );
    await shift('last_seen_at', 29);
    expect(await alive()).toBe(true);
    await shift('last_seen_at', 31);
    expect(await alive()).toBe(false);
    await shift('last_seen_at', 0);
    await shift('expires_at', 1);
    expect(await alive()).toBe(false);
  });

  it('end elsewhere when their user asks for it', async () => {
    const store = await seededStore();
    const made = await store.transact((trx) => insertUser(trx, LI));
    const user = made?.id ?? '';
    const open = () => store.transact((trx) => insertSession(trx, user, null, LIMITS));
    const [one, other] = [await open(), await open()];
    const here = (await findSession(store.read, one, LIMITS))?.session ?? null;
    expect(await store.transact((trx) => deleteSessions(trx, user, here))).toBe(1);
    expect(await findSession(store.read, one, LIMITS)).not.toBeNull();
    expect(await findSession(store.read, other, LIMITS)).toBeNull();
  });

  it('end when the user is disabled or gets another password', async () => {
    const store = await seededStore();
    const made = await store.transact((trx) => insertUser(trx, LI));
    const user = made?.id ?? '';
    const open = () => store.transact((trx) => insertSession(trx, user, null, LIMITS));
    const first = await open();
    await store.transact((trx) => setPassword(trx, user, 'Stone-Bridge-7', false));
    expect(await findSession(store.read, first, LIMITS)).toBeNull();
    const second = await open();
    await store.transact((trx) => setDisabled(trx, user, true));
    expect(await findSession(store.read, second, LIMITS)).toBeNull();
  });
});
