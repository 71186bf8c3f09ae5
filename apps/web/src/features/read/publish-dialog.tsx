import type { Reading, ReadingCheck } from '@dabiao/contract/reading';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../ui/answer.tsx';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { DocumentForm } from './document-form.tsx';
import { entryNames } from './entries.ts';
import { checkQuery, usePublish, useSaveDocument } from './queries.ts';

interface PublishDialogProps {
  reading: Reading;
  onClose: () => void;
  onPublished: (document: string) => void;
}

/** The document's own data, what publishing would add or what is in its way, and publishing itself. */
export function PublishDialog({ reading, onClose, onPublished }: PublishDialogProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [document, setDocument] = useState(reading.document);
  const save = useSaveDocument(reading.id);
  const publish = usePublish(reading.id);
  const check = useQuery(checkQuery(reading.id, reading.revision));
  useEffect(() => dialog.current?.showModal(), []);
  const saved = JSON.stringify(document) === JSON.stringify(reading.document);
  const ready =
    saved &&
    reading.counts.open === 0 &&
    check.data?.problems.length === 0 &&
    check.data.targets + check.data.measures > 0;
  const go = () => publish.mutate(reading.revision, { onSuccess: (done) => onPublished(done.document) });
  return (
    <dialog ref={dialog} className="read-dialog" aria-labelledby="read-publish" onClose={onClose}>
      <h2 id="read-publish">{t('read.publishTitle')}</h2>
      <DocumentForm document={document} set={(change) => setDocument((old) => ({ ...old, ...change }))} />
      <p className="note">{t('read.regionHint')}</p>
      {reading.counts.open > 0 ? (
        <p className="read-dialog__stop">{t('read.stillOpen', { n: reading.counts.open })}</p>
      ) : null}
      {saved ? (
        <Answer query={check} lines={2}>
          {(found) => <Found reading={reading} check={found} />}
        </Answer>
      ) : null}
      {save.error ? <ProblemMessage error={save.error} /> : null}
      {publish.error ? <ProblemMessage error={publish.error} /> : null}
      {reading.rights.includes('publish') ? null : <p className="read-dialog__stop">{t('read.notYours')}</p>}
      <p className="read-card__actions">
        {saved ? null : (
          <button
            type="button"
            className="button button--main"
            disabled={save.isPending}
            onClick={() => save.mutate(document)}
          >
            {t('read.saveAndCheck')}
          </button>
        )}
        <button
          type="button"
          className={saved ? 'button button--main' : 'button'}
          disabled={!ready || !reading.rights.includes('publish') || publish.isPending}
          onClick={go}
        >
          {t('read.publishDo')}
        </button>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {t('read.cancel')}
        </button>
      </p>
    </dialog>
  );
}

function Found({ reading, check }: { reading: Reading; check: ReadingCheck }) {
  const { t } = useTranslation();
  const names = entryNames(reading);
  const added = check.added.map(({ name, unit }) => `${name}（${unit}）`).join('、');
  if (check.targets + check.measures === 0) return <p className="read-dialog__stop">{t('read.noneAccepted')}</p>;
  return (
    <>
      <p>{t('read.willAdd', { n: check.targets, measures: check.measures })}</p>
      {added ? <p className="note">{t('read.willAddIndicators', { names: added })}</p> : null}
      {check.problems.length > 0 ? (
        <ul className="read-form__faults">
          {check.problems.map(({ candidate, field, message }) => (
            <li key={`${candidate}${field}${message}`}>
              {candidate === null ? '' : `#${candidate + 1} ${names.get(candidate) ?? ''}：`}
              {message}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
