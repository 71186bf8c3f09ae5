import { takeEarly } from './asked-early.ts';
import { offlineProblem, toProblem } from './problem.ts';
import { API, requestHeaders } from './request-headers.ts';

export { API, requestHeaders };

interface RequestSettings {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  /** Beside those of every request. */
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
}

/**
 * Asks the server at `/api/v1` + `path`; resolves to its JSON (null for 204).
 * @throws RequestProblem for every other answer, and where none came.
 */
export async function request<T>(path: string, settings: RequestSettings = {}): Promise<T> {
  const { method = 'GET', body, headers, signal } = settings;
  const early = method === 'GET' ? takeEarly(path) : undefined;
  const answered =
    early ??
    fetch(API + path, {
      method,
      headers: { ...requestHeaders(method, body !== undefined), ...headers },
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  const response = await answered.catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw offlineProblem();
  });
  const text = await response.text();
  const answer = parseJson(text);
  if (!response.ok) throw toProblem(response.status, answer);
  return answer as T;
}

/** JSON read, null where the text is none. */
export function parseJson(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
