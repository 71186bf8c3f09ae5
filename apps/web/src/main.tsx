import { createRoot } from 'react-dom/client';
import { Providers } from './app/providers.tsx';
import { startLocale } from './locale/start.ts';
import './ui/tokens.css';
import './ui/base.css';
import { readLang, readTheme } from './ui/url-state.ts';

const params = new URLSearchParams(window.location.search);
const root = document.getElementById('root');
const theme = readTheme(params);
if (theme !== 'auto') document.documentElement.dataset.theme = theme;
await startLocale(readLang(params));
if (root) createRoot(root).render(<Providers />);
