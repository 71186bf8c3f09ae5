import type { Briefing, BriefingBody } from '@dabiao/contract/briefing';
import type { BriefingReader, StoredBriefing } from '@dabiao/store/briefings';
import type { User } from '@dabiao/store/users';

/** Whose eyes: drafts are for their makers and for those who review. */
export const readerOf = (user: User | null): BriefingReader => ({
  user: user?.id ?? null,
  reviews: user?.roles.includes('reviewer') ?? false,
});

/** A kept briefing as it is shown. */
export function shownBriefing(stored: StoredBriefing): Briefing {
  const { options, submission, engine: _, pdfHash: __, ...same } = stored;
  const { form = 'official', number = null } = JSON.parse(options) as BriefingBody;
  return { ...same, form, number, draft: submission !== null };
}
