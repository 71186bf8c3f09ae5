import { type RefObject, useEffect } from 'react';

/** How long after a wheel, touch or key a pane's scrolling is the person's own. */
const OWN_MS = 400;

/** The candidate whose element stands nearest to the top of a pane, of those that begin below it. */
function topCandidate(pane: HTMLElement, selector: string, numberOf: (element: HTMLElement) => number): number | null {
  const top = pane.getBoundingClientRect().top;
  for (const element of pane.querySelectorAll<HTMLElement>(selector)) {
    if (element.getBoundingClientRect().bottom > top + 8) return numberOf(element);
  }
  return null;
}

/** Scrolls only the pane, never the page around it. */
function bring(pane: HTMLElement, element: Element | null, share: number): void {
  if (!element) return;
  const [outer, inner] = [pane.getBoundingClientRect(), element.getBoundingClientRect()];
  pane.scrollTop += inner.top - outer.top - outer.height * share;
}

const markOf = (number: number) => `[data-candidate="${number}"]`;
const cardOf = (number: number) => `#candidate-${number}`;

/** Text and candidates scroll together: each follows the other, and both show what is looked at. */
export function useScrollTogether(
  text: RefObject<HTMLElement | null>,
  cards: RefObject<HTMLElement | null>,
  current: number | null,
): void {
  useEffect(() => {
    const [left, right] = [text.current, cards.current];
    if (!left || !right || current === null) return;
    bring(left, left.querySelector(markOf(current)), 0.3);
    bring(right, right.querySelector(cardOf(current)), 0.1);
  }, [text, cards, current]);
  useEffect(() => {
    const [left, right] = [text.current, cards.current];
    if (!left || !right) return;
    const follow = (
      from: HTMLElement,
      to: HTMLElement,
      selector: string,
      numberOf: (one: HTMLElement) => number,
      find: (number: number) => string,
    ) => {
      let own = 0;
      const mine = () => {
        own = performance.now();
      };
      const scrolled = () => {
        if (performance.now() - own > OWN_MS) return;
        const number = topCandidate(from, selector, numberOf);
        if (number !== null) bring(to, to.querySelector(find(number)), 0);
      };
      const signs = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;
      for (const sign of signs) from.addEventListener(sign, mine, { passive: true });
      from.addEventListener('scroll', scrolled, { passive: true });
      return () => {
        for (const sign of signs) from.removeEventListener(sign, mine);
        from.removeEventListener('scroll', scrolled);
      };
    };
    const ends = [
      follow(left, right, '[data-candidate]', (one) => Number(one.dataset.candidate), cardOf),
      follow(right, left, '.read-card', (one) => Number(one.id.replace('candidate-', '')), markOf),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [text, cards]);
}
