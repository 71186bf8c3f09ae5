import type { Submission } from '@dabiao/contract/submission';
import { offlineProblem, toProblem } from '../../ui/problem.ts';
import { API, parseJson, requestHeaders } from '../../ui/request.ts';

/** A file on its way, with the key under which a second try is known to be the same. */
export interface UploadAttempt {
  file: File;
  key: string;
}

/** A new attempt for a file. Works on plain-HTTP intranets, where randomUUID does not exist. */
export function newAttempt(file: File): UploadAttempt {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return { file, key: [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
}

/**
 * Sends a file to be read.
 * @param onProgress called with the share sent, 0 … 1
 * @throws RequestProblem
 */
export function uploadFile({ file, key }: UploadAttempt, onProgress: (share: number) => void): Promise<Submission> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', `${API}/submissions`);
    for (const [name, value] of Object.entries(requestHeaders('POST', false))) sending.setRequestHeader(name, value);
    sending.setRequestHeader('Idempotency-Key', key);
    sending.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    sending.onerror = () => reject(offlineProblem());
    sending.onload = () => {
      const answer = parseJson(sending.responseText);
      if (sending.status >= 200 && sending.status < 300) resolve(answer as Submission);
      else reject(toProblem(sending.status, answer));
    };
    const body = new FormData();
    body.append('file', file);
    sending.send(body);
  });
}
