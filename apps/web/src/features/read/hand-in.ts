import type { Reading } from '@dabiao/contract/reading';
import type { Label } from '@dabiao/domain/label';
import { newKey } from '../../ui/idempotency-key.ts';
import { offlineProblem, toProblem } from '../../ui/problem.ts';
import { API, parseJson } from '../../ui/request.ts';
import { requestHeaders } from '../../ui/request-headers.ts';

/** A file or pasted text on its way, with the key under which its progress is asked for. */
export interface TextAttempt {
  key: string;
  name: string;
  what: File | string;
  /** Who may see it. */
  label: Label;
}

export const newTextAttempt = (name: string, what: TextAttempt['what'], label: Label): TextAttempt => ({
  key: newKey(),
  name,
  what,
  label,
});

/**
 * Hands a document in to be read.
 * @throws RequestProblem
 */
export async function sendDocument({ key, name, what, label }: TextAttempt): Promise<Reading> {
  let body: FormData | string;
  if (what instanceof File) {
    body = new FormData();
    body.append('file', what);
  } else body = JSON.stringify({ text: what, name });
  const headers = { ...requestHeaders('POST', typeof body === 'string'), 'Idempotency-Key': key };
  const answer = await fetch(`${API}/readings?label=${label}`, {
    method: 'POST',
    headers,
    body,
    credentials: 'same-origin',
  }).catch(() => {
    throw offlineProblem();
  });
  const read = parseJson(await answer.text());
  if (!answer.ok) throw toProblem(answer.status, read);
  return read as Reading;
}
