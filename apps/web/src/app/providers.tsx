import { QueryClientProvider } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LangContext } from '../ui/lang.ts';
import { queryClient } from './query-client.ts';
import { Router } from './router.tsx';

/** What every page stands in: the cache of answers, the language and the router. */
export function Providers() {
  const { i18n } = useTranslation();
  return (
    <QueryClientProvider client={queryClient}>
      <LangContext value={i18n.language === 'en' ? 'en' : 'zh'}>
        <Router />
      </LangContext>
    </QueryClientProvider>
  );
}
