import type { Indicator } from '@dabiao/domain/indicator';
import type { Region } from '@dabiao/domain/region';
import { chinesePart, normaliseName, splitUnit, stripMarkers, withoutFootnote } from './label.ts';

/** Names of one kind of thing, each leading to what it names. */
export interface NameBook<T> {
  /**
   * The thing of exactly this name (spaces, width, case, quotation marks, 其中：, numbering and unit aside); null where
   * there is none or the name is that of several.
   */
  find(label: string): T | null;
  /** All things of this name. */
  all(label: string): readonly T[];
  /** The things with the closest names, nearest first; for a message only. */
  nearest(label: string): readonly T[];
  /** The name of the nearest; null where none is near. */
  suggest(label: string): string | null;
}

/** Things that a message offers for a name it does not know. */
const MAX_NEAREST = 3;

const LEGAL_SUFFIX = /(?:特别行政区|(?:维吾尔|壮族|回族)?自治区|自治州|自治县|省|市|区|县)$/;

/** Letters of the longest label that can be a name. */
const MAX_NAME = 300;

/** Spellings under which a label is looked up, the fullest first. */
function formsOf(label: string): string[] {
  if (label.length > MAX_NAME) return [];
  const forms = [label, withoutFootnote(label), chinesePart(label)];
  const bare = forms.flatMap((form) => [form, stripMarkers(form)]);
  const all = bare.flatMap((form) => [form, splitUnit(form).name]).map(normaliseName);
  return [...new Set(all)].filter((form) => form !== '');
}

function pairs(text: string): Set<string> {
  const letters = [...text];
  return new Set(letters.length < 2 ? letters : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

/** Dice coefficient of the letter pairs, 0 … 1. */
function likeness(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size || 1);
}

/** Least likeness of a name that is offered. */
const MIN_LIKENESS = 0.35;

function closest<T>(names: readonly { thing: T; pairs: Set<string> }[], label: string): T[] {
  const wanted = pairs(formsOf(label).at(-1) ?? '');
  const best = new Map<T, number>();
  for (const { thing, pairs: own } of names) {
    const score = likeness(wanted, own);
    if (score > MIN_LIKENESS && score > (best.get(thing) ?? 0)) best.set(thing, score);
  }
  const sorted = [...best].sort((a, b) => b[1] - a[1]);
  return sorted.slice(0, MAX_NEAREST).map(([thing]) => thing);
}

/** A column says the same label thousands of times. */
export function remember<T>(look: (label: string) => T): (label: string) => T {
  const answers = new Map<string, { answer: T }>();
  return (label) => {
    const known = answers.get(label) ?? { answer: look(label) };
    answers.set(label, known);
    return known.answer;
  };
}

interface Entry<T> {
  key: string;
  thing: T;
}

function makeBook<T extends { name: string }>(entries: readonly Entry<T>[]): NameBook<T> {
  const byName = new Map<string, T[]>();
  for (const { key, thing } of entries) {
    const known = byName.get(key) ?? [];
    if (!known.includes(thing)) byName.set(key, [...known, thing]);
  }
  const all = remember((label: string): readonly T[] => {
    const form = formsOf(label).find((spelling) => byName.has(spelling));
    return form === undefined ? [] : (byName.get(form) ?? []);
  });
  const find = (label: string): T | null => {
    const things = all(label);
    return things.length === 1 ? (things[0] ?? null) : null;
  };
  let names: { thing: T; pairs: Set<string> }[] | null = null;
  const nearest = (label: string): readonly T[] => {
    names ??= entries.map(({ key, thing }) => ({ thing, pairs: pairs(key) }));
    return closest(names, label);
  };
  const suggest = (label: string) => nearest(label)[0]?.name ?? null;
  return { find, all, nearest: remember(nearest), suggest };
}

/** Names and aliases of indicators, and their ids. */
export function bookOfIndicators(indicators: readonly Indicator[]): NameBook<Indicator> {
  return makeBook(
    indicators.flatMap((thing) =>
      [thing.name, ...thing.aliases, thing.id, ...(thing.nameEn === null ? [] : [thing.nameEn])]
        .map((name) => ({ key: normaliseName(name), thing }))
        .filter(({ key }) => key !== ''),
    ),
  );
}

/** The names of a region from the widest it may be written with: 山东省临沂市罗庄区, 临沂市罗庄区, 罗庄区. */
function fullNames(region: Region, byCode: ReadonlyMap<string, Region>): string[] {
  const names = [region.name];
  let parent = region.parent === null ? undefined : byCode.get(region.parent);
  for (let depth = 0; parent && depth < 6; depth += 1) {
    names.push(`${parent.name}${names.at(-1)}`);
    parent = parent.parent === null ? undefined : byCode.get(parent.parent);
  }
  return names;
}

/**
 * Codes, names, aliases and names with their parents' before them; also 罗庄 for 罗庄区 where no other region of
 * the catalogue is called so.
 */
export function bookOfRegions(regions: readonly Region[]): NameBook<Region> {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  return makeBook(
    regions.flatMap((thing) => {
      const short = thing.name.replace(LEGAL_SUFFIX, '');
      const names = [thing.code, ...fullNames(thing, byCode), ...thing.aliases, ...(short.length >= 2 ? [short] : [])];
      return [...new Set(names.map(normaliseName))].filter((key) => key !== '').map((key) => ({ key, thing }));
    }),
  );
}

/** The one region a title is about: of those it names in full, the one that lies in all the others; else null. */
export function regionInTitle(title: string, regions: readonly Region[]): Region | null {
  const plain = normaliseName(title);
  const named = regions.filter(({ name }) => name.length >= 2 && plain.includes(normaliseName(name)));
  const outer = new Set(named.flatMap(({ parent }) => parent ?? []));
  const innermost = named.filter(({ code }) => !outer.has(code));
  const [only] = innermost;
  return innermost.length === 1 && only ? only : null;
}
