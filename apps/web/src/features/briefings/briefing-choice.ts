import type { BriefingBatchBody, BriefingBody, BriefingChoices } from '@dabiao/contract/briefing';
import { BRIEFING_SECTIONS, type BriefingSection, SHORT_SECTIONS } from '@dabiao/domain/briefing-section';
import type { Lang } from '../../ui/url-state.ts';

export const CHOICE_SCOPES = [
  'document',
  'region',
  'department',
  'indicator',
  'targets',
  'whole',
  'byRegion',
  'byDepartment',
] as const;
export type ChoiceScope = (typeof CHOICE_SCOPES)[number];
export type ChoiceLength = 'long' | 'short' | 'own';

/** What the dialog has been set to; the address has it all. */
export interface BriefingChoice {
  scope: ChoiceScope;
  /** Short name, code, name or id of what it is of; '' where none is chosen. */
  of: string;
  targets: string[];
  length: ChoiceLength;
  sections: readonly BriefingSection[];
  form: 'official' | 'modern';
  landscape: boolean;
  number: string;
  issuer: string;
  /** Submission whose unreleased figures count; '' for the published ones alone. */
  submission: string;
}

/** The parameters of the address that are the dialog's. */
export const CHOICE_PARAMS = ['new', 'of', 'sections', 'form', 'landscape', 'number', 'issuer', 'submission'] as const;

function readSections(text: string | null): Pick<BriefingChoice, 'length' | 'sections'> {
  if (text === null) return { length: 'long', sections: BRIEFING_SECTIONS };
  if (text === 'short') return { length: 'short', sections: SHORT_SECTIONS };
  const words = text.split(',');
  return { length: 'own', sections: BRIEFING_SECTIONS.filter((section) => words.includes(section)) };
}

/** What the address says; null where the dialog is not open. */
export function readChoice(params: URLSearchParams): BriefingChoice | null {
  const scope = CHOICE_SCOPES.find((one) => one === params.get('new'));
  if (!scope) return null;
  const of = params.get('of') ?? '';
  return {
    scope,
    of: scope === 'targets' ? '' : of,
    targets: scope === 'targets' && of !== '' ? of.split(',') : [],
    ...readSections(params.get('sections')),
    form: params.get('form') === 'modern' ? 'modern' : 'official',
    landscape: params.get('landscape') === '1',
    number: (params.get('number') ?? '').slice(0, 60),
    issuer: (params.get('issuer') ?? '').slice(0, 60),
    submission: (params.get('submission') ?? '').slice(0, 60),
  };
}

/** How a choice of parts stands in the address; null where it is the long form. */
export function sectionsParam(length: ChoiceLength, sections: readonly BriefingSection[]): string | null {
  if (length === 'long') return null;
  return length === 'short' ? 'short' : `own,${sections.join(',')}`;
}

/** Which list of the choices a scope chooses from. */
const LISTS = {
  document: 'documents',
  region: 'regions',
  department: 'departments',
  indicator: 'indicators',
} as const;
export type ListedScope = keyof typeof LISTS;

export const isListed = (scope: ChoiceScope): scope is ListedScope => scope in LISTS;

/** What can be chosen in a scope. */
export const listOf = (scope: ListedScope, choices: BriefingChoices): BriefingChoices['documents'] =>
  choices[LISTS[scope]];

/** How many briefings a batch makes; null for a single one. */
export function batchSize({ scope }: Pick<BriefingChoice, 'scope'>, choices: BriefingChoices): number | null {
  if (scope === 'byRegion') return choices.regions.length;
  return scope === 'byDepartment' ? choices.departments.length : null;
}

function formOf({ length, sections, form, landscape, number, issuer }: BriefingChoice, year: number, lang: Lang) {
  return {
    year,
    lang,
    ...(length === 'own' ? { sections: [...sections] } : { length }),
    form,
    landscape,
    ...(number.trim() === '' ? {} : { number: number.trim() }),
    ...(issuer.trim() === '' ? {} : { issuer: issuer.trim() }),
  };
}

/** What a batch is asked with; null where it is none. */
export function toBatchBody(choice: BriefingChoice, year: number, lang: Lang): BriefingBatchBody | null {
  if (choice.scope === 'byRegion') return { by: 'region', ...formOf(choice, year, lang) };
  return choice.scope === 'byDepartment' ? { by: 'department', ...formOf(choice, year, lang) } : null;
}

/** What one briefing is asked with, of a batch its first; null where nothing is chosen. */
export function toBody(
  choice: BriefingChoice,
  choices: BriefingChoices,
  year: number,
  lang: Lang,
): BriefingBody | null {
  const { scope, of, targets, submission } = choice;
  const form = { ...formOf(choice, year, lang), ...(submission === '' ? {} : { submission }) };
  if (scope === 'whole') return form;
  if (scope === 'targets') return targets.length === 0 ? null : { ...form, targets };
  const listed = scope === 'byRegion' ? 'region' : scope === 'byDepartment' ? 'department' : scope;
  const list = listOf(listed, choices);
  const value = list.find((one) => one.value === of)?.value ?? list[0]?.value;
  return value === undefined ? null : { ...form, [listed]: value };
}
