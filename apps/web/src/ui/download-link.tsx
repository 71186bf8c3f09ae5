import { type MouseEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offlineProblem, toProblem } from './problem.ts';
import { ProblemMessage } from './problem-message.tsx';
import { API, parseJson, requestHeaders } from './request.ts';

interface DownloadLinkProps {
  /** Below `/api/v1`. */
  path: string;
  /** Drawn as a button. */
  button?: boolean;
  children: ReactNode;
}

/** The name a server gives a file (RFC 6266), null where it gives none. */
export function fileNameIn(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  const plain = /filename="([^"]*)"/i.exec(disposition ?? '')?.[1];
  try {
    return encoded === undefined ? (plain ?? null) : decodeURIComponent(encoded);
  } catch {
    return plain ?? null;
  }
}

/** @throws RequestProblem */
async function save(path: string): Promise<void> {
  const answer = await fetch(API + path, { headers: requestHeaders('GET', false), credentials: 'same-origin' }).catch(
    () => {
      throw offlineProblem();
    },
  );
  if (!answer.ok) throw toProblem(answer.status, parseJson(await answer.text()));
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileNameIn(answer.headers.get('content-disposition')) ?? 'download';
  link.click();
  // The browser has the file before its address goes.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A file of the server to be saved: says that it is being made, and why it cannot be had. */
export function DownloadLink({ path, button = false, children }: DownloadLinkProps) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const start = async (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(null);
    await save(path).catch(setError);
    setBusy(false);
  };
  return (
    <span className="download">
      <a
        href={API + path}
        className={button ? 'button' : undefined}
        download
        aria-disabled={busy || undefined}
        onClick={(event) => void start(event)}
      >
        {children}
      </a>
      <span role="status" className="note">
        {busy ? t('state.making') : ''}
      </span>
      {error ? <ProblemMessage error={error} /> : null}
    </span>
  );
}
