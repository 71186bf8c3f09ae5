/** What went wrong with a request: a problem of the server (RFC 9457), or `offline` where none came back. */
export class RequestProblem extends Error {
  readonly code: string;
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
  readonly detail: string | null;
  readonly errors: readonly { field: string; message: string }[];

  constructor(facts: {
    code: string;
    status: number;
    title: string;
    detail: string | null;
    errors?: readonly { field: string; message: string }[];
  }) {
    super(facts.title);
    this.name = 'RequestProblem';
    this.code = facts.code;
    this.status = facts.status;
    this.detail = facts.detail;
    this.errors = facts.errors ?? [];
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function readErrors(value: unknown): { field: string; message: string }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown) => {
    const { field, message } = (each ?? {}) as { field?: unknown; message?: unknown };
    return typeof field === 'string' && typeof message === 'string' ? [{ field, message }] : [];
  });
}

/**
 * An answer that is not 2xx as a problem. A body that is not problem+json (a proxy's error page) gives the code
 * `unreadable` and no title.
 */
export function toProblem(status: number, body: unknown): RequestProblem {
  const { code, title, detail, errors } = (typeof body === 'object' && body !== null ? body : {}) as Record<
    string,
    unknown
  >;
  return new RequestProblem({
    code: text(code) ?? 'unreadable',
    status,
    title: text(title) ?? '',
    detail: text(detail),
    errors: readErrors(errors),
  });
}

/** The problem of a request that got no answer at all. */
export function offlineProblem(): RequestProblem {
  return new RequestProblem({ code: 'offline', status: 0, title: '', detail: null });
}

/** Whether trying the same request again can help: no answer, overload, or a fault of the server. */
export function worthRetrying(error: unknown): boolean {
  if (!(error instanceof RequestProblem)) return false;
  return error.status === 0 || error.status === 429 || error.status >= 500;
}
