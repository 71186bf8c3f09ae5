import type { ShapeCorrections, SheetFacts } from '@dabiao/domain/corrections';
import type { SheetSaid } from './correct-table.ts';
import type { Hints } from './hints.ts';
import { likenessOf, type SheetShape } from './sheet-shape.ts';

/** The corrections a sheet is read with, and where they come from. */
export interface ChosenCorrections {
  from: 'given' | 'remembered' | 'alike';
  said: SheetSaid;
}

/** Share of names that a sheet of nearly the same shape has in common with it; with few names all must be the same. */
const MIN_ALIKE = 0.6;
const MIN_NAMES = 4;

function findAlike(shape: SheetShape, remembered: readonly ShapeCorrections[]): ShapeCorrections | null {
  if (shape.names.length < MIN_NAMES) return null;
  const scored = remembered
    .filter(({ names }) => names.length >= MIN_NAMES)
    .map((own) => ({ own, score: likenessOf(shape.names, own.names) }))
    .filter(({ score }) => score >= MIN_ALIKE)
    .sort((a, b) => b.score - a.score);
  return scored[0]?.own ?? null;
}

function findShape(shape: SheetShape, hints: Hints): { from: ChosenCorrections['from']; own: ShapeCorrections } | null {
  const given = hints.corrections?.shapes.find(({ shape: key }) => key === shape.key);
  if (given) return { from: 'given', own: given };
  const remembered = hints.remembered ?? [];
  const same = remembered.find(({ shape: key }) => key === shape.key);
  if (same) return { from: 'remembered', own: same };
  const alike = findAlike(shape, remembered);
  return alike ? { from: 'alike', own: alike } : null;
}

/** Chooses the corrections for a sheet: those given with the file, else remembered ones of its shape or nearly so. */
export function chooseCorrections(sheet: string, shape: SheetShape, hints: Hints): ChosenCorrections | null {
  const facts: SheetFacts | null = hints.corrections?.sheets.find((own) => own.sheet === sheet) ?? null;
  const found = findShape(shape, hints);
  if (found) return { from: found.from, said: { shape: found.own, facts, found: new Set() } };
  const nothing: ShapeCorrections = { shape: shape.key, names: shape.names };
  return facts ? { from: 'given', said: { shape: nothing, facts, found: new Set() } } : null;
}
