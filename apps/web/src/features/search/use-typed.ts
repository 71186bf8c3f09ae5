import { useEffect, useRef, useState } from 'react';
import { readText } from '../../ui/url-state.ts';
import { useUrlState } from '../../ui/use-url-state.ts';

/** Milliseconds without a key before what was typed goes into the address. */
const PAUSE = 300;

/** What is typed into a field, at once, and in the address a little later; an address opened otherwise fills the field. */
export function useTyped(name: string): [string, (text: string) => void] {
  const { params, change } = useUrlState();
  const inAddress = readText(params, name) ?? '';
  const [typed, setTyped] = useState(inAddress);
  const written = useRef(inAddress);
  useEffect(() => {
    if (inAddress === written.current) return;
    written.current = inAddress;
    setTyped(inAddress);
  }, [inAddress]);
  useEffect(() => {
    const text = typed.trim();
    if (text === written.current) return;
    const timer = setTimeout(() => {
      // Cleared or opened otherwise in the meantime, before it was drawn: that counts.
      const now = readText(new URLSearchParams(window.location.search), name) ?? '';
      if (now !== written.current) return;
      written.current = text;
      change({ [name]: text }, true);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [typed, name, change]);
  return [typed, setTyped];
}
