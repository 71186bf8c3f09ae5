import { ROLES } from '@dabiao/contract/session';
import type { Store } from '@dabiao/store/open';
import { needs } from '../plugins/sign-in.ts';

/** Making a briefing writes: it needs a role, and the auditor writes nothing. */
export const briefingGuard = (store: Store) => needs(store, ...ROLES.filter((role) => role !== 'auditor'));
