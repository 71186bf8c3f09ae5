/** Parts a briefing may have, in their order on paper; the summary is always there. */
export const BRIEFING_SECTIONS = [
  'verdicts',
  'slipping',
  'needed',
  'achieved',
  'groups',
  'table',
  'missing',
  'notes',
] as const;
export type BriefingSection = (typeof BRIEFING_SECTIONS)[number];

/** Parts of the short form; the long one has all. */
export const SHORT_SECTIONS: readonly BriefingSection[] = ['verdicts', 'slipping', 'needed', 'notes'];
