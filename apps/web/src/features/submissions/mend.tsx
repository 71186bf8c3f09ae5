import type { Submission } from '@dabiao/contract/submission';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { putIntoDraft } from './entry/entry-draft.ts';
import { toEntryRows } from './entry/typed-row.ts';
import { typedRowsQuery } from './queries.ts';

interface MendProps {
  submission: Submission;
  /** Id of the user, whose grid the rows go into. */
  user: string;
  onFile: () => void;
  onEntry: () => void;
}

/** The ways to mend what was handed in: another file, or the rows back in the grid. */
export function Mend({ submission, user, onFile, onEntry }: MendProps) {
  const { t } = useTranslation();
  const lang = useLang();
  const isTyped = submission.kind === 'rows';
  const { data } = useQuery({ ...typedRowsQuery(submission.id), enabled: isTyped });
  if (!isTyped) return <Button onClick={onFile}>{t('submit.again')}</Button>;
  const edit = () => {
    putIntoDraft(user, toEntryRows(data?.rows ?? [], lang));
    onEntry();
  };
  return (
    <Button disabled={!data} onClick={edit}>
      {t('submit.editRows')}
    </Button>
  );
}
