import { useEffect } from 'react';

/**
 * Keeps the screen awake while the page is seen, where the browser can (secure addresses only); elsewhere nothing
 * happens. The lock is lost with every hiding of the page and asked for again afterwards.
 */
export function useWakeLock(visible: boolean): void {
  useEffect(() => {
    if (!visible || !('wakeLock' in navigator)) return;
    // Refused for an empty battery or by policy: the wall goes on without.
    const asked = navigator.wakeLock.request('screen').catch(() => null);
    return () => void asked.then((lock) => lock?.release()).catch(() => null);
  }, [visible]);
}
