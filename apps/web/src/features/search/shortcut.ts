/** Where typing belongs to what has the focus. */
const TYPING =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="grid"], [role="textbox"]';

const STORED = 'dabiao.slash';

/** Whether the key / opens the search: a single key is in the way of those who speak to their machine (WCAG 2.1.4). */
export function slashWanted(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}

/** Remembers on this machine whether / opens the search. */
export function wantSlash(wanted: boolean): void {
  try {
    if (wanted) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, 'off');
  } catch {
    // Storage that is turned off forgets; the key then stays on.
  }
}

/** Whether a key pressed anywhere asks for the search: Ctrl or ⌘ with K, or / outside of fields. */
export function asksForSearch(event: KeyboardEvent, slash = slashWanted()): boolean {
  if (event.defaultPrevented || event.isComposing || event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'k' && !event.shiftKey;
  const typing = event.target instanceof Element && event.target.closest(TYPING) !== null;
  return event.key === '/' && slash && !typing;
}
