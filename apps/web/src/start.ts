import './ui/tokens.css';
import './ui/base.css';
import './ui/states.css';
import './app/frame.css';
import { askEarly } from './ui/asked-early.ts';

/** Milliseconds after which the program starts although nothing was painted. */
const PATIENCE = 1000;

const { pathname, search } = window.location;
const params = new URLSearchParams(search);
const theme = params.get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
document.documentElement.lang = params.get('lang') === 'en' ? 'en' : 'zh-CN';
if (pathname !== '/wall' && !pathname.startsWith('/embed/')) askEarly('/session');
if (pathname === '/' && !params.has('year') && !params.has('region')) askEarly('/overview');

/** Done when the empty page stands, so that a slow machine shows it before it works on the program. */
const painted = new Promise<void>((done) => {
  requestAnimationFrame(() => setTimeout(done));
  // A tab in the background paints nothing.
  setTimeout(done, document.visibilityState === 'hidden' ? 0 : PATIENCE);
});
void painted.then(() => import('./main.tsx'));
