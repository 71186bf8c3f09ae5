import { useTranslation } from 'react-i18next';

/** Two layouts that are read without a question, each as a small example; others are put right while checking. */
export function ExpectedLayouts() {
  const { t } = useTranslation();
  const head = t('submit.columns', { returnObjects: true });
  const long = t('submit.longExample', { returnObjects: true });
  const wide = t('submit.wideHead', { returnObjects: true });
  const wideRow = t('submit.wideExample', { returnObjects: true });
  return (
    <details className="expected">
      <summary>{t('submit.expected')}</summary>
      <div className="expected__layouts">
        <Example caption={t('submit.long')} head={head} row={long} />
        <Example caption={t('submit.wide')} head={wide} row={wideRow} />
      </div>
      <p className="note">{t('submit.expectedNote')}</p>
    </details>
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
