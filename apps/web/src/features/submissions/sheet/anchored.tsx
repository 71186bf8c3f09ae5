import { type CSSProperties, type ReactNode, type RefObject, useLayoutEffect, useState } from 'react';
import { type GridPlace, placeText } from './grid-place.ts';

interface AnchoredProps {
  /** What scrolls under the box, and holds the place. */
  scroller: RefObject<HTMLElement | null>;
  place: GridPlace;
  children: ReactNode;
}

const GAP = 4;
const WIDTH = 340;

/** Below the place where there is room to its right or left; follows it while the sheet is scrolled. */
function offsetOf(scroller: HTMLElement, place: GridPlace): { left: number; top: number } {
  const frame = scroller.getBoundingClientRect();
  const cell = scroller.querySelector(`[data-place="${placeText(place)}"]`)?.getBoundingClientRect();
  if (!cell) return { left: 0, top: 0 };
  const left = Math.max(0, Math.min(cell.left - frame.left, frame.width - WIDTH));
  const top = Math.max(0, Math.min(cell.bottom - frame.top, frame.height)) + GAP;
  return { left, top };
}

/** For the style sheet, which on narrow screens puts the box elsewhere. */
const styleOf = ({ left, top }: { left: number; top: number }) =>
  ({ '--left': `${left}px`, '--top': `${top}px` }) as CSSProperties;

/** A box that stands by a place of the sheet; on narrow screens it lies along the lower edge (sheet.css). */
export function Anchored({ scroller, place, children }: AnchoredProps) {
  const [offset, setOffset] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const settle = () => setOffset(offsetOf(element, place));
    settle();
    element.addEventListener('scroll', settle, { passive: true });
    window.addEventListener('resize', settle);
    return () => {
      element.removeEventListener('scroll', settle);
      window.removeEventListener('resize', settle);
    };
  }, [scroller, place]);
  return (
    <div className="place-menu" style={styleOf(offset)}>
      {children}
    </div>
  );
}
