import type { Store, Trx } from '@dabiao/store/open';
import { ReadingMovedOn } from '@dabiao/store/readings';
import type { User } from '@dabiao/store/users';
import { Problem } from './problem.ts';
import { neededReading } from './reading-view.ts';

/** @throws Problem role_missing */
export function notYourRegion(): never {
  throw new Problem('role_missing', {
    zh: '这份文件所属地区不在您的权限范围内',
    en: 'The region of this document is outside your rights',
  });
}

/** One transaction on a reading. @throws Problem reading_changed where it is no longer open, or not as it was looked at */
export async function changeReading<T>(store: Store, work: (trx: Trx) => Promise<T>): Promise<T> {
  try {
    return await store.transact(work);
  } catch (error) {
    if (error instanceof ReadingMovedOn) throw new Problem('reading_changed');
    throw error;
  }
}

/** Nobody gives a document away to a region whose documents they do not see. @throws Problem role_missing */
export async function checkStillSeen(trx: Trx, reading: string, user: User): Promise<void> {
  await neededReading(trx, reading, user).catch((error: unknown) => {
    if (error instanceof Problem) notYourRegion();
    throw error;
  });
}
