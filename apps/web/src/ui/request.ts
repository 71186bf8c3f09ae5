import { offlineProblem, toProblem } from './problem.ts';

export const API = '/api/v1';

interface RequestSettings {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  /** Beside those of every request. */
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
}

/** Headers of every request: the language of messages, and on writes the mark that no foreign page can set. */
export function requestHeaders(method: string, json: boolean): Record<string, string> {
  return {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': document.documentElement.lang.startsWith('en') ? 'en' : 'zh-CN',
    ...(method === 'GET' ? {} : { 'X-Requested-With': 'dabiao' }),
    ...(json ? { 'Content-Type': 'application/json' } : {}),
  };
}

/**
 * Asks the server at `/api/v1` + `path`; resolves to its JSON (null for 204).
 * @throws RequestProblem for every other answer, and where none came.
 */
export async function request<T>(path: string, settings: RequestSettings = {}): Promise<T> {
  const { method = 'GET', body, headers, signal } = settings;
  const response = await fetch(API + path, {
    method,
    headers: { ...requestHeaders(method, body !== undefined), ...headers },
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
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
