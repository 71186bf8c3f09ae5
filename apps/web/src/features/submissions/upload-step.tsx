import { Progress, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { useUpload } from './queries.ts';
import { newAttempt } from './upload.ts';

/** Drop or choose a file; it is read at once and nothing is published. */
export function UploadStep({ onRead }: { onRead: (id: string) => void }) {
  const { t } = useTranslation();
  const [share, setShare] = useState(0);
  const upload = useUpload(setShare);
  const start = (file: File) => {
    setShare(0);
    upload.mutate(newAttempt(file), { onSuccess: ({ id }) => onRead(id) });
    return false;
  };
  return (
    <>
      <Upload.Dragger
        accept=".xlsx,.xls,.csv"
        multiple={false}
        showUploadList={false}
        disabled={upload.isPending}
        beforeUpload={start}
      >
        <p className="upload__title">{t('submit.drop')}</p>
        <p className="note">{t('submit.formats')}</p>
      </Upload.Dragger>
      <div aria-live="polite">
        {upload.isPending ? (
          <p className="upload__progress">
            {t(share < 1 ? 'submit.sending' : 'submit.reading', { name: upload.variables.file.name })}
            <Progress percent={Math.round(share * 100)} aria-label={t('submit.progress')} />
          </p>
        ) : null}
      </div>
      {upload.error ? <ProblemMessage error={upload.error} /> : null}
      <ExpectedColumns />
    </>
  );
}

/** The two layouts that are read, each as a small example. */
function ExpectedColumns() {
  const { t } = useTranslation();
  const head = t('submit.columns', { returnObjects: true });
  const long = t('submit.longExample', { returnObjects: true });
  const wide = t('submit.wideHead', { returnObjects: true });
  const wideRow = t('submit.wideExample', { returnObjects: true });
  return (
    <section aria-labelledby="expected" className="expected">
      <h2 id="expected">{t('submit.expected')}</h2>
      <div className="expected__layouts">
        <Example caption={t('submit.long')} head={head} row={long} />
        <Example caption={t('submit.wide')} head={wide} row={wideRow} />
      </div>
      <p className="note">{t('submit.expectedNote')}</p>
    </section>
  );
}

function Example({ caption, head, row }: { caption: string; head: readonly string[]; row: readonly string[] }) {
  return (
    <table className="expected__example">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {row.map((cell, index) => (
            <td key={head[index]}>{cell}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
