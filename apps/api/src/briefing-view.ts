import type { Briefing, BriefingBody } from '@dabiao/contract/briefing';
import type { BriefingReader, StoredBriefing } from '@dabiao/store/briefings';
import type { Db } from '@dabiao/store/open';
import type { User } from '@dabiao/store/users';

import { grantedRegions } from './region-rights.ts';

/** Whose eyes: drafts are for their makers and for those who review what they are made of. */
export async function readerOf(db: Db, user: User | null): Promise<BriefingReader> {
  const reviews = user?.roles.includes('reviewer') ?? false;
  const granted = user && reviews ? await grantedRegions(db, user) : null;
  return { user: user?.id ?? null, reviews, regions: granted && [...granted] };
}

/** A kept briefing as it is shown. */
export function shownBriefing(stored: StoredBriefing): Briefing {
  const { options, submission, engine: _, pdfHash: __, ...same } = stored;
  const { form = 'official', number = null } = JSON.parse(options) as BriefingBody;
  return { ...same, form, number, draft: submission !== null };
}
