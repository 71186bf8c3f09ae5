import { PROBLEMS, type ProblemCode } from '@dabiao/contract/problems';
import type { Wording } from '@dabiao/domain/wording';

/** A sentence in both languages; or words of another place (a field, a path), the same in both. */
export type Said = string | Wording;

/** What is said, in the language asked for. */
export const saidIn = (lang: 'zh' | 'en', said: Said): string => (typeof said === 'string' ? said : said[lang]);

export interface FieldFault {
  field: string;
  message: Said;
}

/** Thrown anywhere in a request; written once, as problem+json, by the problems plugin. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly detail: Said | null;
  readonly errors: FieldFault[] | undefined;

  constructor(code: ProblemCode, detail: Said | null = null, errors?: FieldFault[]) {
    super(`${code}: ${saidIn('en', detail ?? PROBLEMS[code])}`);
    this.code = code;
    this.detail = detail;
    this.errors = errors;
  }
}
