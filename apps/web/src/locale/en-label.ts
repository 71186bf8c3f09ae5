import type { zhLabel } from './zh-label.ts';

export const enLabel: typeof zhLabel = {
  label: {
    title: 'Label',
    tab: 'Labels',
    hint: 'Every document, and the figures, submissions, documents being read and briefings that are internal or sensitive; names only, no values. A change counts at once and is written to the audit.',
    filter: 'Find',
    nothing: 'Nothing fits',
    kind: {
      document: 'Document',
      figure: 'Figure',
      submission: 'Submission',
      reading: 'Document being read',
      briefing: 'Briefing',
    },
    column: { kind: 'Kind', name: 'Name', label: 'Label' },
    set: 'Change to',
    reason: 'Reason (optional)',
    save: 'Set label',
    saved: 'Now labelled {{label}}',
    raiseHint: 'Whoever has a lower clearance no longer sees it. Only the security administrator lowers a label.',
    sure: 'Label “{{name}}” {{label}}?',
    handIn: 'Label',
    handInHint:
      'What is internal or sensitive is seen only by those cleared for it; its figures keep the label when released.',
    clearance: 'Clearance',
    clearanceOf: 'Change the clearance of {{name}} to {{label}}?',
    own: 'Your own is set by another security administrator',
    figure: 'Label a figure',
    figureHint: 'Indicator, region code and year, as in the address of the figure’s page',
    indicator: 'Indicator (short name)',
    region: 'Region code',
    year: 'Year',
  },
};
