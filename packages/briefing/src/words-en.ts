import type { BriefingWords } from './word-list.ts';

export const EN: BriefingWords = {
  briefing: 'Briefing',
  title: (of, year) => [of, `Progress on targets, ${year}`],
  picked: (count) => `${count} chosen targets`,
  everything: 'All documents',
  whose: ({ scope, number }, title) => {
    if (scope === 'document') return `of ${title}${number ? ` (${number})` : ''}`;
    if (scope === 'region') return `of the documents of ${title}`;
    if (scope === 'department') return `that ${title} answers for`;
    if (scope === 'indicator') return `set for ${title}`;
    return scope === 'targets' ? 'chosen' : 'of all documents';
  },
  titleLine: (lines) => lines.join(': '),
  subtitle: (year) => `As of the end of ${year}`,
  heading: (index, text) => `${index}. ${text}`,
  summary: 'Summary',
  going: 'Targets met or on course',
  slipping: 'Targets that need attention',
  slippingIntro: (count) => `${count} targets are lagging, far behind, reversing or missed; gravest first.`,
  goingIntro: (count) => `${count} targets are met, ahead or on track.`,
  taking: 'What it would take',
  takingIntro: (count, left) =>
    `For ${count} slipping targets the pace needed from now on can be reckoned${left > 0 ? `; ${left} others are past their year or lack figures` : ''}.`,
  needed: (year, demand, years, pace, fall, gap) =>
    `To ${demand} by ${year}${gap === null ? '' : `, a gap of ${gap}`}, it must ${fall ? 'fall' : 'rise'} by ${pace} a year for ${years} ${years === 1 ? 'year' : 'years'}.`,
  groups: 'By group',
  groupHeading: (index, text) => `(${index}) ${text}`,
  groupText: (total, counts, worst) => `${total} targets: ${counts}.${worst === '' ? '' : ` ${worst}`}`,
  groupWorst: (names) => `To watch: ${names}.`,
  table: 'All targets',
  missing: 'Targets without figures or not due',
  notes: 'Sources and method',
  columns: ['Indicator', 'Target', 'Latest figure', 'Completion', 'Verdict', 'Responsible'],
  wideColumns: [
    'Indicator',
    'Base',
    'Target',
    'Latest figure',
    'Completion',
    'Gap',
    'Off path',
    'Needed a year',
    'Verdict',
    'Responsible',
  ],
  verdictTable: {
    caption: (year) => `Verdicts at the end of ${year} (number of targets)`,
    group: 'Group',
    total: 'All',
    sum: 'All',
  },
  tableCaption: (number, caption) => `Table ${number}. ${caption}`,
  overview: (year, whose, total, counts) =>
    `At the end of ${year}, of the ${total} quantified targets ${whose}: ${counts}.`,
  count: (word, count, early) => `${count} ${word.toLowerCase()}${early > 0 ? ` (${early} of them early)` : ''}`,
  achieved: (names, more) => `Achieved: ${names}${more > 0 ? ` (${more} in all)` : ''}.`,
  worst: (count, list) => `${count} need attention: ${list}.`,
  worstItem: (name, completion, gap) => {
    const said = [completion === null ? null : `${completion} of the target`, gap === null ? null : `gap ${gap}`];
    const words = said.filter((each) => each !== null).join(', ');
    return words === '' ? name : `${name} (${words})`;
  },
  noneSlipping: 'No target is lagging, reversing or missed.',
  unknown: (count) =>
    `${count} were not judged, for want of figures or because they are not due; they are listed at the end.`,
  listed: ' and others',
  listSeparator: ', ',
  verdictsCaption: (year) => `Verdicts at the end of ${year} (number of targets)`,
  completionCaption: 'Completion of the targets',
  completionNote: (left) => `Gravest verdict first${left > 0 ? `; ${left} more in the table` : ''}.`,
  figure: (number, caption) => `Figure ${number}. ${caption}`,
  standing: (total, counts) => `${total} figures were used: ${counts}.`,
  standingCount: (word, count) => `${count} ${word.toLowerCase()}`,
  sourcesNote: (numbers) => `Sources: notes ${numbers.map((each) => `[${each}]`).join(' ')}.`,
  marks: {
    hollow: 'hollow points are preliminary or estimated',
    square: 'squares are not year-end or of another scope',
    triangle: 'triangles are bounds',
  },
  year: (year) => String(year),
  departments: (names, more) => (more > 0 ? `${names} and others (${more})` : names),
  noDepartment: '—',
  answers: (names) => ` Responsible: ${names}.`,
  noClause: 'Other',
  wanted: (demand, year, reason) => `To ${demand} by ${year}. ${reason}.`,
  quoted: (title) => title,
  method: [
    'Verdicts are computed from target, figures and year; nothing is rated by hand. Completion is the latest figure over the target, the inverse where less is better.',
    'By default the compound yearly change since the base is divided by the one required: ahead from 1.05, on track from 0.95, lagging from 0.60, far behind below, reversing where the direction is wrong; missed where the year is past.',
    'The latest published version of each figure counts; preliminary, estimated and part-year figures may be revised, and verdicts with them.',
  ],
  demoNotice: 'Demonstration data, not real statistics',
  draftNotice: 'Draft for approval: contains unreleased figures',
};
