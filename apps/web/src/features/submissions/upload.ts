import type { GridBody } from '@dabiao/contract/grid-rows';
import type { Submission } from '@dabiao/contract/submission';
import type { Label } from '@dabiao/domain/label';
import { offlineProblem, toProblem } from '../../ui/problem.ts';
import { API, parseJson, requestHeaders } from '../../ui/request.ts';

/** Something on its way, with the key under which a second try is known to be the same. */
export interface Attempt {
  key: string;
  /** What it is called on the page. */
  name: string;
  what: File | GridBody;
  /** Who may see it. */
  label: Label;
}

/** A new attempt. Works on plain-HTTP intranets, where randomUUID does not exist. */
export function newAttempt(name: string, what: Attempt['what'], label: Label): Attempt {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return { key: [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''), name, what, label };
}

/** What is sent: a file as a form, rows as JSON. */
function bodyOf(what: Attempt['what']): FormData | string {
  if (!(what instanceof File)) return JSON.stringify(what);
  const form = new FormData();
  form.append('file', what);
  return form;
}

/**
 * Sends a file or rows to be read; the answer holds no figures.
 * @param onSent called with the share sent, 0 … 1
 * @throws RequestProblem
 */
export function sendAttempt({ what, key, label }: Attempt, onSent: (share: number) => void): Promise<Submission> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', `${API}/submissions?rows=0&label=${label}`);
    const headers = requestHeaders('POST', !(what instanceof File));
    for (const [name, value] of Object.entries(headers)) sending.setRequestHeader(name, value);
    sending.setRequestHeader('Idempotency-Key', key);
    sending.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    sending.upload.onload = () => onSent(1);
    sending.onerror = () => reject(offlineProblem());
    sending.onload = () => {
      const answer = parseJson(sending.responseText);
      if (sending.status >= 200 && sending.status < 300) resolve(answer as Submission);
      else reject(toProblem(sending.status, answer));
    };
    sending.send(bodyOf(what));
  });
}
