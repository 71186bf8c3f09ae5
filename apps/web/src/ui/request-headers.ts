export const API = '/api/v1';

/** Headers of every request: the language of messages, and on writes the mark that no foreign page can set. */
export function requestHeaders(method: string, json: boolean): Record<string, string> {
  return {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': document.documentElement.lang.startsWith('en') ? 'en' : 'zh-CN',
    ...(method === 'GET' ? {} : { 'X-Requested-With': 'dabiao' }),
    ...(json ? { 'Content-Type': 'application/json' } : {}),
  };
}
