import type { Verdict } from '@dabiao/domain/verdict';

/** The verdict's colour as a reference to its design token. */
export function verdictColour(verdict: Verdict): string {
  return `var(--verdict-${verdict.replaceAll('_', '-')})`;
}

/**
 * How an area of the verdict is filled: plain colour; hatched where nothing could be judged, pale where nothing is due,
 * so that areas without a verdict never outweigh those with one.
 */
export function verdictFill(verdict: Verdict): string {
  const colour = verdictColour(verdict);
  if (verdict === 'unassessable') return `repeating-linear-gradient(135deg, ${colour} 0 1.5px, var(--paper) 1.5px 6px)`;
  return verdict === 'not_due' ? 'var(--line)' : colour;
}
