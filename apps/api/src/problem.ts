import { PROBLEMS, type ProblemCode } from '@dabiao/contract/problems';

/** Thrown anywhere in a request; written once, as problem+json, by the problems plugin. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly detail: string | null;
  readonly errors: { field: string; message: string }[] | undefined;

  constructor(code: ProblemCode, detail: string | null = null, errors?: { field: string; message: string }[]) {
    super(`${code}: ${detail ?? PROBLEMS[code].en}`);
    this.code = code;
    this.detail = detail;
    this.errors = errors;
  }
}
