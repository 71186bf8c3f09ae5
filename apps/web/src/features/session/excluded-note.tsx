import { ROLES, type Role } from '@dabiao/contract/session';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { roleWord } from './role-words.ts';

/** Why some roles cannot be chosen; nothing where all can. */
export function ExcludedNote({ barred }: { barred: ReadonlySet<Role> }) {
  const { t } = useTranslation();
  const lang = useLang();
  const words = ROLES.filter((role) => barred.has(role)).map((role) => roleWord(role, lang));
  return (
    <p className="note" role="status">
      {words.length > 0 ? t('people.excluded', { roles: words.join(lang === 'zh' ? '、' : ', ') }) : ''}
    </p>
  );
}
