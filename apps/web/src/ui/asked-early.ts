import { API, requestHeaders } from './request-headers.ts';

const asked = new Map<string, Promise<Response>>();

/** Asks for what a page is going to ask, while its program is still on its way. */
export function askEarly(path: string): void {
  const answer = fetch(API + path, { headers: requestHeaders('GET', false), credentials: 'same-origin' });
  answer.catch(() => asked.delete(path));
  asked.set(path, answer);
}

/** The answer already asked for, once: whoever asks again wants a fresh one. */
export function takeEarly(path: string): Promise<Response> | undefined {
  const answer = asked.get(path);
  asked.delete(path);
  return answer;
}
