import type { Label } from '@dabiao/domain/label';
import { Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExpectedLayouts } from './expected-layouts.tsx';
import { HandInProblem } from './hand-in-problem.tsx';
import { useHandIn } from './queries.ts';
import { RunProgress } from './run-progress.tsx';
import { type Attempt, newAttempt } from './upload.ts';

/** Drop or choose a file; it is read at once and nothing is published. */
export function UploadStep({ label, onRead }: { label: Label; onRead: (id: string) => void }) {
  const { t } = useTranslation();
  const [sent, setSent] = useState(0);
  const upload = useHandIn(setSent);
  const send = (attempt: Attempt) => {
    setSent(0);
    upload.mutate(attempt, { onSuccess: ({ id }) => onRead(id) });
  };
  const start = (file: File) => {
    send(newAttempt(file.name, file, label));
    return false;
  };
  return (
    <section aria-labelledby="upload">
      <h2 id="upload">{t('submit.ownFile')}</h2>
      <Upload.Dragger
        accept=".xlsx,.xls,.et,.csv,.txt"
        multiple={false}
        showUploadList={false}
        disabled={upload.isPending}
        beforeUpload={start}
      >
        <p className="upload__title">{t('submit.drop')}</p>
        <p className="note">{t('submit.formats')}</p>
      </Upload.Dragger>
      {upload.isPending ? (
        <>
          <p className="upload__name">{upload.variables.name}</p>
          <RunProgress runKey={upload.variables.key} of="handIn" sent={sent} />
        </>
      ) : null}
      {upload.error && upload.variables ? (
        <HandInProblem error={upload.error} attempt={upload.variables} onAgain={send} />
      ) : null}
      <ExpectedLayouts />
    </section>
  );
}
