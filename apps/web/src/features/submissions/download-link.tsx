import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { offlineProblem, toProblem } from '../../ui/problem.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { API, parseJson, requestHeaders } from '../../ui/request.ts';

/** Name of a file as its answer gives it (RFC 6266); null where it gives none. */
function nameIn(disposition: string): string | null {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? [];
  if (encoded === undefined) return null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}

/** Fetches a file and hands it to the browser to be saved. @throws RequestProblem */
async function save(path: string, name: string): Promise<void> {
  const answer = await fetch(API + path, { headers: requestHeaders('GET', false), credentials: 'same-origin' }).catch(
    () => {
      throw offlineProblem();
    },
  );
  if (!answer.ok) throw toProblem(answer.status, parseJson(await answer.text()));
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = nameIn(answer.headers.get('content-disposition') ?? '') ?? name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

interface DownloadLinkProps {
  /** Below `/api/v1`. */
  path: string;
  /** What the file is called where the server does not say. */
  name: string;
  children: ReactNode;
}

/** A link to a file that takes a while to make: says so, and says what went wrong instead of saving an error. */
export function DownloadLink({ path, name, children }: DownloadLinkProps) {
  const { t } = useTranslation();
  const saving = useMutation({ mutationFn: () => save(path, name) });
  return (
    <span className="download">
      <a
        className="button"
        href={API + path}
        download={name}
        aria-disabled={saving.isPending || undefined}
        onClick={(event) => {
          event.preventDefault();
          if (!saving.isPending) saving.mutate();
        }}
      >
        {children}
      </a>
      <span role="status" className="note">
        {saving.isPending ? t('submit.making') : ''}
      </span>
      {saving.error ? <ProblemMessage error={saving.error} /> : null}
    </span>
  );
}
