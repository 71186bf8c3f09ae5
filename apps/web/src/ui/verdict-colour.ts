import type { Verdict } from '@dabiao/domain/verdict';

/** The verdict's colour as a reference to its design token. */
export function verdictColour(verdict: Verdict): string {
  return `var(--verdict-${verdict.replaceAll('_', '-')})`;
}
