import { REASON_WORDS } from '@dabiao/domain/assessment';
import { targetFinding } from '@dabiao/domain/finding';
import { type Verdict, verdictWord } from '@dabiao/domain/verdict';
import { chooseOverviewCharts, chooseTargetCharts } from './chart-choice.ts';
import type {
  BriefedTarget,
  BriefingChart,
  BriefingInput,
  BriefingItem,
  BriefingModel,
  BriefingSection,
} from './model.ts';
import { toNotes } from './source-notes.ts';
import { indicatorName, slippingTargets, summarise } from './summary.ts';
import { demandOfTarget, departmentLine, toTable } from './target-table.ts';
import { type BriefingWords, briefingWords } from './words.ts';

const GOING: readonly Verdict[] = ['achieved', 'ahead', 'on_track'];
/** Characters of the title type that fit across the page. */
const ONE_LINE = 20;
const UNJUDGED: readonly Verdict[] = ['unassessable', 'not_due'];

/**
 * Everything a briefing prints, from judged data: pure, the same input gives the same model. Restated targets are to
 * be left out by the caller.
 * @throws RangeError where `generatedOn` is not an ISO date.
 */
export function gatherBriefing(input: BriefingInput): BriefingModel {
  const { document, region, year, targets, generatedOn, demo, lang } = input;
  const words = briefingWords(lang);
  const titleLines = words.title(document.shortTitle, year);
  const notes = toNotes(targets, year, lang);
  const overviewCharts = chooseOverviewCharts(input);
  const targetCharts = chooseTargetCharts(input, notes, overviewCharts.length);
  const sections = toSections(input, words);
  const missing = UNJUDGED.flatMap((verdict) => targets.filter(({ assessment }) => assessment.verdict === verdict));
  const heading = numbering(words);
  // The order of these calls is the order of the parts on paper.
  const summaryHeading = heading(words.summary);
  const numbered = sections.map((section) => ({ ...section, heading: heading(section.heading) }));
  const headings = {
    summary: summaryHeading,
    charts: targetCharts.length > 0 ? heading(words.charts) : words.charts,
    table: heading(words.table),
    missing: missing.length > 0 ? heading(words.missing) : words.missing,
    notes: heading(words.notes),
  };
  return {
    lang,
    demo,
    title: words.titleLine(titleLines),
    titleLines: titleLines.join('').length > ONE_LINE ? titleLines : [words.titleLine(titleLines)],
    subtitle: words.subtitle(year),
    date: generatedOn,
    dateWords: dateWords(generatedOn, words),
    region,
    headings,
    columns: words.columns,
    summary: summarise(input),
    sections: numbered,
    overviewCharts: captioned(overviewCharts, 0, words),
    targetCharts: captioned(targetCharts, overviewCharts.length, words),
    table: toTable(targets, notes, lang),
    missing: missing.map((briefed) => missingItem(briefed, input, words)),
    notes: notes.notes,
    method: words.method,
    demoNotice: words.demoNotice,
  };
}

function numbering({ numerals, heading }: BriefingWords): (text: string) => string {
  let used = 0;
  return (text) => {
    used += 1;
    return heading(numerals[used - 1] ?? String(used), text);
  };
}

function captioned(charts: readonly BriefingChart[], before: number, { figure }: BriefingWords): BriefingChart[] {
  return charts.map((chart, index) => ({ ...chart, caption: figure(before + index + 1, chart.caption) }));
}

function toSections({ targets, lang }: BriefingInput, words: BriefingWords): BriefingSection[] {
  const going = GOING.flatMap((verdict) => targets.filter(({ assessment }) => assessment.verdict === verdict));
  const slipping = slippingTargets(targets);
  const toItem = (briefed: BriefedTarget): BriefingItem => {
    const names = departmentLine(briefed, lang);
    return {
      ...itemOf(briefed, lang),
      text: briefed.assessment.sentence[lang],
      departments: names === null ? null : words.answers(names),
    };
  };
  return [
    { heading: words.slipping, items: slipping.map(toItem) },
    {
      heading: words.going,
      items: going.map((each) => ({ ...itemOf(each, lang), text: shortFinding(each, lang), departments: null })),
    },
  ].filter(({ items }) => items.length > 0);
}

/** What was found, in one line: 省级以上绿色工厂：2024年44家，提前1年达到40家。 */
function shortFinding({ target, indicator, assessment }: BriefedTarget, lang: BriefingInput['lang']): string {
  const found = targetFinding('', target, indicator, assessment, lang).replace(/^, /, '');
  return `${found}${lang === 'zh' ? '。' : '.'}`;
}

function itemOf(briefed: BriefedTarget, lang: BriefingInput['lang']): Omit<BriefingItem, 'text' | 'departments'> {
  const { verdict, early } = briefed.assessment;
  return { verdict, word: verdictWord(verdict, lang, early), indicator: indicatorName(briefed, lang) };
}

function missingItem(briefed: BriefedTarget, { lang }: BriefingInput, words: BriefingWords): BriefingItem {
  const { reason } = briefed.assessment;
  const demand = demandOfTarget(briefed, lang);
  const said = reason === null ? verdictWord(briefed.assessment.verdict, lang) : REASON_WORDS[reason][lang];
  const names = departmentLine(briefed, lang);
  return {
    ...itemOf(briefed, lang),
    text: demand ? words.wanted(demand.text, demand.year, said) : `${said}${lang === 'zh' ? '。' : '.'}`,
    departments: names === null ? null : words.answers(names),
  };
}

function dateWords(iso: string, words: BriefingWords): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match || Number.isNaN(Date.parse(iso))) throw new RangeError(`generatedOn must be an ISO date, not ${iso}`);
  return words.date(Number(match[1]), Number(match[2]), Number(match[3]));
}
