import { useTranslation } from 'react-i18next';
import type { Said } from './use-entry.ts';

/** What became of a pasted block, or that there is nothing to send, in words. */
export function EntrySaid({ said }: { said: Said }) {
  const { t } = useTranslation();
  if (said === null) return null;
  if (said === 'nothing') return t('entry.nothing');
  const { laid, left } = said;
  const { how, dropped, empty } = laid;
  return (
    <>
      {t(`entry.pasted.${how}`, { n: laid.rows.length - left })}
      {dropped.length > 0 ? t('entry.pasted.dropped', { columns: dropped.join(t('sheet.and')) }) : ''}
      {empty > 0 ? t('entry.pasted.empty', { n: empty }) : ''}
      {left > 0 ? t('entry.pasted.left', { n: left }) : ''}
    </>
  );
}
