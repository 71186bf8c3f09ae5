import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../features/session/queries.ts';

/** On every page of a demonstration workspace, on paper too: these are no real statistics. */
export function DemoBand() {
  const { t } = useTranslation();
  const { data } = useQuery(sessionQuery());
  if (!data?.workspace.demo) return null;
  return (
    <section className="demo-band" aria-label={t('frame.demoLabel')}>
      {t('frame.demo')}
    </section>
  );
}
