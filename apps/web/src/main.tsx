import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/providers.tsx';
import { askAhead } from './app/query-client.ts';
import { loadPage } from './app/router.tsx';
import { startLocale } from './locale/start.ts';
import { readLang } from './ui/url-state.ts';

const root = document.getElementById('root');
await Promise.all([
  askAhead(window.location),
  startLocale(readLang(new URLSearchParams(window.location.search))),
  loadPage(window.location.pathname),
]);
// As a transition, React lets the browser breathe between pieces of the first drawing.
if (root) startTransition(() => createRoot(root).render(<Providers />));
