import type { SearchHit, SearchKind } from '@dabiao/contract/search';
import type { Clause, PolicyDocument } from '@dabiao/domain/document';
import { type Indicator, NARRATIVE_INDICATOR } from '@dabiao/domain/indicator';
import type { Region } from '@dabiao/domain/region';
import { isCounted, isNarrative, type Target } from '@dabiao/domain/target';
import { nameTerm, passageTerm, type Term } from './term.ts';

/** What the index is built from. */
export interface SearchSource {
  regions: readonly Region[];
  indicators: ReadonlyMap<string, Indicator>;
  documents: readonly PolicyDocument[];
  clauses: readonly Clause[];
  targets: readonly Target[];
}

/** Something that can be found, with the texts it is found by. */
export interface Entry {
  kind: SearchKind;
  id: string;
  /** Its names: in Chinese and, where it has one, in English. */
  titles: readonly Term[];
  /** Other names. */
  aliases: readonly Term[];
  /** What stands around it: region, document, departments. */
  around: readonly Term[];
  /** The words of the document or of its definition. */
  passages: readonly Term[];
  document: SearchHit['document'];
  region: SearchHit['region'];
  clause: readonly string[];
  targets: number | null;
}

/** Terms by text, so that what a thousand targets share is made ready, and searched, once. */
class Terms {
  readonly #names = new Map<string, Term>();
  readonly #passages = new Map<string, Term>();

  readonly name = (text: string): Term => kept(this.#names, text, nameTerm);
  readonly passage = (text: string): Term => kept(this.#passages, text, passageTerm);
}

function kept(terms: Map<string, Term>, text: string, make: (text: string) => Term): Term {
  const term = terms.get(text) ?? make(text);
  terms.set(text, term);
  return term;
}

/** The texts there are, each once. */
const given = (texts: readonly (string | null)[]): string[] => [
  ...new Set(texts.filter((text): text is string => text !== null && text !== '')),
];

const count = (targets: readonly Target[] = []): number => targets.filter(isCounted).length;

const clauseKey = (document: string, path: readonly string[]): string => JSON.stringify([document, path]);

/** What entries say about where they belong, looked up once. */
interface Lookup {
  terms: Terms;
  regions: ReadonlyMap<string, Region>;
  documents: ReadonlyMap<string, PolicyDocument>;
}

const regionNames = ({ regions }: Lookup, code: string): string[] => {
  const region = regions.get(code);
  return region ? [region.name, ...region.aliases] : [];
};

const documentNames = ({ documents }: Lookup, id: string): string[] => {
  const document = documents.get(id);
  return document ? given([document.shortTitle, document.title]) : [];
};

const regionOf = ({ regions }: Lookup, code: string): SearchHit['region'] => ({
  code,
  name: regions.get(code)?.name ?? code,
});

const documentOf = ({ documents }: Lookup, id: string): SearchHit['document'] => ({
  id,
  shortTitle: documents.get(id)?.shortTitle ?? id,
});

function targetEntry(lookup: Lookup, target: Target, indicator: Indicator): Entry {
  const { name, passage } = lookup.terms;
  const around = [
    ...regionNames(lookup, target.region),
    ...documentNames(lookup, target.document),
    ...target.departments.map((department) => department.name),
    ...target.clause,
  ];
  const goal = isNarrative(target);
  return {
    kind: goal ? 'goal' : 'target',
    id: target.id,
    titles: goal ? [passage(target.quote)] : given([indicator.name, indicator.nameEn]).map(name),
    aliases: goal ? [] : indicator.aliases.map(name),
    around: given(around).map(name),
    passages: goal ? [] : [passage(target.quote)],
    document: documentOf(lookup, target.document),
    region: regionOf(lookup, target.region),
    clause: target.clause,
    targets: null,
  };
}

function indicatorEntry({ terms }: Lookup, indicator: Indicator, targets: number): Entry {
  return {
    kind: 'indicator',
    id: indicator.id,
    titles: given([indicator.name, indicator.nameEn]).map(terms.name),
    aliases: indicator.aliases.map(terms.name),
    around: [],
    passages: given([indicator.definition]).map(terms.passage),
    document: null,
    region: null,
    clause: [],
    targets,
  };
}

function documentEntry(lookup: Lookup, document: PolicyDocument, targets: number): Entry {
  const { name } = lookup.terms;
  return {
    kind: 'document',
    id: document.id,
    titles: given([document.shortTitle]).map(name),
    aliases: given([document.title, document.number]).map(name),
    around: given([...regionNames(lookup, document.region), document.issuer]).map(name),
    passages: [],
    document: null,
    region: regionOf(lookup, document.region),
    clause: [],
    targets,
  };
}

function clauseEntry(lookup: Lookup, { document, path, position }: Clause, targets: number): Entry {
  const { name } = lookup.terms;
  const region = lookup.documents.get(document)?.region;
  return {
    kind: 'clause',
    id: `${document}#${position}`,
    titles: given([path.at(-1) ?? null]).map(name),
    aliases: [],
    around: given([...documentNames(lookup, document), ...(region ? regionNames(lookup, region) : [])]).map(name),
    passages: [],
    document: documentOf(lookup, document),
    region: region ? regionOf(lookup, region) : null,
    clause: path,
    targets,
  };
}

function departmentEntry(lookup: Lookup, department: string, own: readonly Target[]): Entry {
  const { name } = lookup.terms;
  const codes = [...new Set(own.map(({ region }) => region))];
  const [only] = codes;
  return {
    kind: 'department',
    id: department,
    titles: [name(department)],
    aliases: [],
    around: given(codes.flatMap((code) => regionNames(lookup, code))).map(name),
    passages: [],
    document: null,
    region: only !== undefined && codes.length === 1 ? regionOf(lookup, only) : null,
    clause: [],
    targets: count(own),
  };
}

/** Items of a list by a key that each may have several of. */
function groupedBy<T>(items: readonly T[], keys: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keys(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/** Clauses of a target: its own and every heading above it. */
const clausesOf = ({ document, clause }: Target): string[] =>
  clause.map((_, depth) => clauseKey(document, clause.slice(0, depth + 1)));

/** Everything that can be found, in the order in which equally good hits stand. */
export function toEntries(source: SearchSource): Entry[] {
  const lookup: Lookup = {
    terms: new Terms(),
    regions: new Map(source.regions.map((region) => [region.code, region])),
    documents: new Map(source.documents.map((document) => [document.id, document])),
  };
  const listed = source.targets.filter((target) => !isNarrative(target));
  const byIndicator = groupedBy(listed, ({ indicator }) => [indicator]);
  const byDocument = groupedBy(listed, ({ document }) => [document]);
  const byClause = groupedBy(listed, clausesOf);
  const byDepartment = groupedBy(listed, ({ departments }) => departments.map((department) => department.name));
  // Where a sentence says a target again, the first saying of it comes first.
  const targets = [...source.targets].sort((a, b) => Number(a.restates !== null) - Number(b.restates !== null));
  return [
    ...targets.flatMap((target) => {
      const indicator = source.indicators.get(target.indicator);
      return indicator ? [targetEntry(lookup, target, indicator)] : [];
    }),
    ...[...source.indicators.values()]
      .filter(({ id }) => id !== NARRATIVE_INDICATOR.id)
      .map((one) => indicatorEntry(lookup, one, count(byIndicator.get(one.id)))),
    ...source.documents.map((one) => documentEntry(lookup, one, count(byDocument.get(one.id)))),
    ...source.clauses.map((one) => clauseEntry(lookup, one, count(byClause.get(clauseKey(one.document, one.path))))),
    ...[...byDepartment].map(([department, own]) => departmentEntry(lookup, department, own)),
  ];
}
