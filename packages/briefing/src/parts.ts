import type { BriefingSection } from '@dabiao/domain/briefing-section';
import type { Verdict } from '@dabiao/domain/verdict';
import { chooseOverviewCharts, tellingTargets, trajectoryChart, type Unnumbered } from './chart-choice.ts';
import { type Grouped, toGroups } from './grouping.ts';
import { goingItem, missingItem, neededItem, slippingItem } from './items.ts';
import type { BriefedTarget, BriefingChart, BriefingInput, BriefingPart, TargetGroup } from './model.ts';
import { neededText } from './needed.ts';
import { type Notes, standingText, toNotes } from './source-notes.ts';
import { countedText, indicatorName, slippingTargets, summarise } from './summary.ts';
import { toTable } from './target-table.ts';
import { toVerdictTable } from './verdict-table.ts';
import { briefingWords } from './words.ts';

const GOING: readonly Verdict[] = ['achieved', 'ahead', 'on_track'];
const UNJUDGED: readonly Verdict[] = ['unassessable', 'not_due'];
const NAMED = 3;

const among = (targets: readonly BriefedTarget[], verdicts: readonly Verdict[]): BriefedTarget[] =>
  verdicts.flatMap((verdict) => targets.filter(({ assessment }) => assessment.verdict === verdict));

/** What the parts are made with: the input, its groups and sources, and the running numbers of charts and tables. */
class PartMaker {
  readonly #input: BriefingInput;
  readonly #words;
  readonly #groups: Grouped<BriefedTarget>[];
  readonly #notes: Notes;
  #charts = 0;
  #tables = 0;

  constructor(input: BriefingInput) {
    this.#input = input;
    this.#words = briefingWords(input.lang);
    this.#groups = toGroups(input.targets, input.subject, this.#words.noClause);
    this.#notes = toNotes(input.targets, input.year, input.lang);
  }

  #chart(chart: Unnumbered): BriefingChart {
    this.#charts += 1;
    return { ...chart, number: this.#charts, caption: this.#words.figure(this.#charts, chart.caption) };
  }

  #tableCaption(caption: string): string {
    this.#tables += 1;
    return this.#words.tableCaption(this.#tables, caption);
  }

  summary(wanted: boolean): BriefingPart {
    const table = wanted ? toVerdictTable(this.#groups, this.#input) : null;
    return {
      kind: 'summary',
      heading: this.#words.summary,
      paragraphs: summarise(this.#input),
      verdicts: table && { ...table, caption: this.#tableCaption(table.caption) },
      charts: wanted ? chooseOverviewCharts(this.#input).map((chart) => this.#chart(chart)) : [],
    };
  }

  slipping(): BriefingPart | null {
    const items = slippingTargets(this.#input.targets).map((each) => slippingItem(each, this.#input.lang));
    const intro = this.#words.slippingIntro(items.length);
    return items.length === 0 ? null : { kind: 'items', heading: this.#words.slipping, intro, items };
  }

  needed(): BriefingPart | null {
    const { lang, targets } = this.#input;
    const slipping = slippingTargets(targets);
    const items = slipping.flatMap((each) => {
      const text = neededText(each, lang);
      return text === null ? [] : [neededItem(each, text, lang)];
    });
    const intro = this.#words.takingIntro(items.length, slipping.length - items.length);
    return items.length === 0 ? null : { kind: 'items', heading: this.#words.taking, intro, items };
  }

  achieved(): BriefingPart | null {
    const items = among(this.#input.targets, GOING).map((each) => goingItem(each, this.#input.lang));
    const intro = this.#words.goingIntro(items.length);
    return items.length === 0 ? null : { kind: 'items', heading: this.#words.going, intro, items };
  }

  groups(): BriefingPart | null {
    if (this.#groups.length === 0) return null;
    const headings = new Map(this.#groups.flatMap(({ heading, members }) => members.map((each) => [each, heading])));
    const telling = tellingTargets(this.#input, (each) => headings.get(each) ?? '', this.#charts);
    const groups = this.#groups.map((group, index) => this.#group(group, index + 1, telling));
    return { kind: 'groups', heading: this.#words.groups, groups };
  }

  #group({ heading, members }: Grouped<BriefedTarget>, index: number, telling: Set<BriefedTarget>): TargetGroup {
    const { lang } = this.#input;
    const words = this.#words;
    const slipping = slippingTargets(members);
    const names = slipping.slice(0, NAMED).map((each) => indicatorName(each, lang));
    const more = slipping.length > NAMED ? words.listed : '';
    const worst = names.length > 0 ? words.groupWorst(`${names.join(words.listSeparator)}${more}`) : '';
    return {
      heading: words.groupHeading(index, heading),
      text: words.groupText(members.length, countedText(members, lang), worst),
      charts: members
        .filter((each) => telling.has(each))
        .map((each) => this.#chart(trajectoryChart(each, this.#input, this.#notes))),
    };
  }

  table(): BriefingPart | null {
    if (this.#groups.length === 0) return null;
    return {
      kind: 'table',
      heading: this.#words.table,
      caption: this.#tableCaption(this.#words.table),
      columns: this.#words.columns,
      wideColumns: this.#words.wideColumns,
      groups: toTable(this.#groups, this.#notes, this.#input),
    };
  }

  missing(): BriefingPart | null {
    const items = among(this.#input.targets, UNJUDGED).map((each) => missingItem(each, this.#input.lang));
    return items.length === 0 ? null : { kind: 'missing', heading: this.#words.missing, items };
  }

  notes(): BriefingPart {
    const { method, notes: heading } = this.#words;
    const standing = standingText(this.#input.targets, this.#input.year, this.#input.lang);
    return { kind: 'notes', heading, notes: this.#notes.notes, standing, method };
  }
}

/** The parts of the paper in their order, those that would be empty left out, each with its numbered heading. */
export function toParts(input: BriefingInput): BriefingPart[] {
  const { sections } = input.form;
  const maker = new PartMaker(input);
  const has = (section: BriefingSection) => sections.includes(section);
  // The order of these calls is the order of the parts on paper, and of the numbers of charts and tables.
  const parts = [
    maker.summary(has('verdicts')),
    has('slipping') ? maker.slipping() : null,
    has('needed') ? maker.needed() : null,
    has('achieved') ? maker.achieved() : null,
    has('groups') ? maker.groups() : null,
    has('table') ? maker.table() : null,
    has('missing') ? maker.missing() : null,
    has('notes') ? maker.notes() : null,
  ].filter((part) => part !== null);
  const words = briefingWords(input.lang);
  return parts.map((part, index) => ({ ...part, heading: words.heading(index + 1, part.heading) }));
}
