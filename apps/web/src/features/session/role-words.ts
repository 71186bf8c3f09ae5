import { ROLE_WORDS, type Role } from '@dabiao/contract/session';
import type { Lang } from '../../ui/url-state.ts';

/** A role's name. */
export const roleWord = (role: Role, lang: Lang): string => ROLE_WORDS[role][lang];
