/**
 * What a tab keeps over a reload, as JSON. A browser that forbids it (or has no room) only loses that comfort.
 * @returns null where nothing is kept or it cannot be read
 */
export function recall<T>(name: string): T | null {
  try {
    return JSON.parse(sessionStorage.getItem(`dabiao.${name}`) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

/** Keeps a value in this tab until it is closed; null forgets it. */
export function remember(name: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(`dabiao.${name}`);
    else sessionStorage.setItem(`dabiao.${name}`, JSON.stringify(value));
  } catch {
    // Full or forbidden: the page works without.
  }
}
