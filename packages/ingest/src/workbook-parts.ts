import { OddFile, XmlCursor } from './xml-cursor.ts';
import type { ZipParts } from './zip-parts.ts';

/** A sheet as the workbook lists it, with the part that holds its cells. */
export interface ListedSheet {
  name: string;
  hidden: boolean;
  part: string;
}

/** What a workbook says of itself: its sheets in their order, and from which year its days count. */
export interface WorkbookParts {
  sheets: ListedSheet[];
  from1904: boolean;
  strings: string | null;
  styles: string | null;
}

interface Relation {
  kind: string;
  part: string;
}

/** The path of a part that a relation of `base` names: worksheets/sheet1.xml, /xl/worksheets/sheet1.xml, ../x.xml. */
function partPath(base: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `${base}${target}`;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** The parts a part refers to, by their ids; those outside the file are never looked at. */
function readRelations(parts: ZipParts, of: string): Map<string, Relation> {
  const base = of.slice(0, of.lastIndexOf('/') + 1);
  const xml = parts.read(`${base}_rels/${of.slice(base.length)}.rels`);
  const relations = new Map<string, Relation>();
  if (!xml) return relations;
  const cursor = new XmlCursor(xml);
  while (cursor.next()) {
    if (!cursor.is('Relationship') || cursor.isClosing || cursor.attribute('TargetMode') === 'External') continue;
    const kind = (cursor.attribute('Type') ?? '').split('/').at(-1) ?? '';
    relations.set(cursor.attribute('Id') ?? '', { kind, part: partPath(base, cursor.attribute('Target') ?? '') });
  }
  return relations;
}

function findWorkbook(parts: ZipParts): string {
  const main = [...readRelations(parts, '').values()].find(({ kind }) => kind === 'officeDocument');
  return main?.part ?? 'xl/workbook.xml';
}

/** Reads which sheets a workbook has and where they are. @throws OddFile where it is none. */
export function readWorkbookParts(parts: ZipParts): WorkbookParts {
  const path = findWorkbook(parts);
  const xml = parts.read(path);
  if (!xml) throw new OddFile('no workbook');
  const relations = readRelations(parts, path);
  const cursor = new XmlCursor(xml);
  const sheets: ListedSheet[] = [];
  let from1904 = false;
  while (cursor.next()) {
    if (cursor.isClosing) continue;
    if (cursor.is('workbookPr')) from1904 = /^(?:1|true)$/.test(cursor.attribute('date1904') ?? '');
    if (!cursor.is('sheet')) continue;
    const relation = relations.get(cursor.attribute('id') ?? '');
    const state = cursor.attribute('state');
    const hidden = state === 'hidden' || state === 'veryHidden';
    if (relation?.kind === 'worksheet')
      sheets.push({ name: cursor.attribute('name') ?? '', hidden, part: relation.part });
  }
  if (sheets.length === 0) throw new OddFile('no sheets');
  const partOf = (kind: string) => [...relations.values()].find((own) => own.kind === kind)?.part ?? null;
  return { sheets, from1904, strings: partOf('sharedStrings'), styles: partOf('styles') };
}
