/** What came of signing in at the provider, as the page finds it in its address. */
export const PROVIDER_OUTCOMES = [
  'linked',
  'code',
  'unlinked',
  'taken',
  'disabled',
  'locked',
  'denied',
  'stale',
  'unreachable',
  'failed',
] as const;
export type ProviderOutcome = (typeof PROVIDER_OUTCOMES)[number];
