/** How long a screen stays where the URL does not say. */
export const USUAL_SECONDS = 12;
/** The least and the most that the URL may say. */
const SECONDS = { least: 3, most: 600 };

/** Seconds a screen stays: `?seconds=`, kept within 3 … 600; 12 where there is none; 0 where the wall begins paused. */
export function readSeconds(params: URLSearchParams): number {
  const text = params.get('seconds') ?? '';
  if (!/^\d{1,4}$/.test(text)) return USUAL_SECONDS;
  const asked = Number(text);
  return asked === 0 ? 0 : Math.min(SECONDS.most, Math.max(SECONDS.least, asked));
}

export type WallAction = 'next' | 'previous' | 'first' | 'last' | 'toggle' | 'fullscreen';

const KEYS: Record<string, WallAction> = {
  ' ': 'toggle',
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  f: 'fullscreen',
};

/** What a key asks for; null for keys that are the browser's (up and down scroll on a phone) or a focused control's own. */
export function actionOfKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
  onControl: boolean,
): WallAction | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  if (onControl && event.key === ' ') return null;
  return KEYS[event.key] ?? null;
}

/** Pixels a finger must move sideways, and how much more than up or down, to turn the page. */
const SWIPE = { least: 50, steeper: 1.5 };

/** What a swipe asks for: leftwards the next screen, rightwards the one before. Distances in pixels. */
export function actionOfSwipe(across: number, down: number): WallAction | null {
  if (Math.abs(across) < SWIPE.least || Math.abs(across) < Math.abs(down) * SWIPE.steeper) return null;
  return across < 0 ? 'next' : 'previous';
}

/** The place after an action, round and round. */
export function placeAfter(action: WallAction, place: number, count: number): number {
  if (action === 'first') return 0;
  if (action === 'last') return count - 1;
  const step = action === 'next' ? 1 : action === 'previous' ? -1 : 0;
  return (place + step + count) % count;
}
