import type { Catalogue } from '@dabiao/domain/catalogue';
import { NARRATIVE_INDICATOR } from '@dabiao/domain/indicator';
import { isNarrative } from '@dabiao/domain/target';
import { type CheckedFile, shapeReader } from './check-shape.ts';
import { DocumentFile, FiguresFile, IndicatorsFile, RegionsFile } from './file-shapes.ts';
import type { Known } from './known.ts';
import { MeasuresFile } from './measure-shapes.ts';
import type { CatalogueProblem } from './problem.ts';
import { type ReadDocument, readDocument } from './read-document.ts';
import { figureKey, readFigures } from './read-figures.ts';
import { readIndicators } from './read-indicators.ts';
import { readMeasures } from './read-measures.ts';
import { readRegions } from './read-regions.ts';
import type { CatalogueFile } from './yaml-text.ts';

const checkRegionsFile = shapeReader(RegionsFile);
const checkIndicatorsFile = shapeReader(IndicatorsFile);
const checkDocumentFile = shapeReader(DocumentFile);
const checkFiguresFile = shapeReader(FiguresFile);
const checkMeasuresFile = shapeReader(MeasuresFile);

/**
 * Reads the catalogue from the texts of its files: `regions.yaml`, `indicators.yaml`, `documents/<id>.yaml`,
 * `measures/<document>.yaml`, `figures/<name>.yaml`. Pure: no I/O, and the same files give the same answer in whatever order they come.
 * @returns the catalogue, or null with every problem found (file, line, field, what is expected).
 */
export function readCatalogue(files: readonly CatalogueFile[]): {
  catalogue: Catalogue | null;
  problems: CatalogueProblem[];
} {
  const problems: CatalogueProblem[] = [];
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  reportPaths(sorted, problems);
  const one = (path: string) => sorted.find((file) => file.path === path);
  const [regionsText, indicatorsText] = [one('regions.yaml'), one('indicators.yaml')];
  const regionsFile = regionsText ? checkRegionsFile(regionsText, problems) : null;
  const indicatorsFile = indicatorsText ? checkIndicatorsFile(indicatorsText, problems) : null;
  const regions = regionsFile ? readRegions(regionsFile) : null;
  const indicators = indicatorsFile ? readIndicators(indicatorsFile) : null;
  const known: Known = {
    regions: regions && new Set(regions.map((region) => region.code)),
    indicators: indicators && new Map(indicators.map((indicator) => [indicator.id, indicator])),
  };
  const documentFiles = checked(sorted, DOCUMENT_PATH, checkDocumentFile, problems);
  const documents = documentFiles.map((file) => readDocument(file, known));
  reportTargets(documentFiles, documents);
  const outlines = outlinesOf(sorted, documents);
  const measures = checked(sorted, MEASURES_PATH, checkMeasuresFile, problems).map((file) =>
    readMeasures(file, outlines),
  );
  const figureFiles = checked(sorted, FIGURES_PATH, checkFiguresFile, problems);
  const figures = figureFiles.map((file) => readFigures(file, known));
  reportFiguresAcross(figureFiles);
  problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
  if (problems.length > 0 || !regions || !indicators) return { catalogue: null, problems };
  const targets = documents.flatMap((read) => read.targets);
  const catalogue: Catalogue = {
    regions,
    indicators: targets.some(isNarrative) ? [...indicators, NARRATIVE_INDICATOR] : indicators,
    documents: documents.map((read) => read.document),
    clauses: documents.flatMap((read) => read.clauses),
    targets,
    measures: measures.flat(),
    figures: figures.flat(),
  };
  return { catalogue, problems };
}

const DOCUMENT_PATH = /^documents\/[^/]+\.yaml$/;
const MEASURES_PATH = /^measures\/[^/]+\.yaml$/;
const FIGURES_PATH = /^figures\/[^/]+\.yaml$/;

function checked<Shape>(
  files: readonly CatalogueFile[],
  path: RegExp,
  check: (file: CatalogueFile, problems: CatalogueProblem[]) => CheckedFile<Shape> | null,
  problems: CatalogueProblem[],
): CheckedFile<Shape>[] {
  return files
    .filter((file) => path.test(file.path))
    .map((file) => check(file, problems))
    .filter((file) => file !== null);
}

/** Headings of every document there is; null for one whose own file could not be read. */
function outlinesOf(
  files: readonly CatalogueFile[],
  documents: readonly ReadDocument[],
): ReadonlyMap<string, ReadonlySet<string> | null> {
  const outlines = new Map<string, Set<string> | null>();
  for (const { path } of files.filter((file) => DOCUMENT_PATH.test(file.path))) {
    outlines.set(path.replace(/^documents\/|\.yaml$/g, ''), null);
  }
  for (const { document, clauses } of documents) {
    outlines.set(document.id, new Set(clauses.map(({ path }) => JSON.stringify(path))));
  }
  return outlines;
}

/** Required files must be there, and every file must be one this folder knows. */
function reportPaths(files: readonly CatalogueFile[], problems: CatalogueProblem[]): void {
  const whole = (code: CatalogueProblem['code'], file: string, message: string) => {
    problems.push({ code, file, line: 1, field: '', message });
  };
  const seen = new Set<string>();
  for (const { path } of files) {
    if (seen.has(path)) whole('file_twice', path, '同一文件给出了两次');
    seen.add(path);
    const known = path === 'regions.yaml' || path === 'indicators.yaml';
    if (!known && ![DOCUMENT_PATH, MEASURES_PATH, FIGURES_PATH].some((one) => one.test(path))) {
      whole(
        'file_unknown',
        path,
        '目录中只应有 regions.yaml、indicators.yaml、documents/*.yaml、measures/*.yaml 和 figures/*.yaml',
      );
    }
  }
  for (const path of ['regions.yaml', 'indicators.yaml']) {
    if (!seen.has(path)) whole('file_missing', path, '缺少这个文件');
  }
}

/** Ids of targets and goals stand once in the whole catalogue; a restatement names a target that stands for itself. */
function reportTargets(files: readonly CheckedFile<DocumentFile>[], documents: readonly ReadDocument[]): void {
  const byId = new Map(documents.flatMap((read) => read.targets).map((target) => [target.id, target]));
  const seen = new Set<string>();
  files.forEach((file) => {
    const claim = (id: string, field: (string | number)[]) => {
      if (seen.has(id)) file.report(field, 'duplicate_id', `目标编号“${id}”重复`);
      seen.add(id);
    };
    file.value.narratives?.forEach(({ id }, index) => {
      claim(id, ['narratives', index, 'id']);
    });
    file.value.targets.forEach((target, index) => {
      const field = (name: string) => ['targets', index, name];
      claim(target.id, field('id'));
      if (target.restates === undefined) return;
      const original = byId.get(target.restates);
      if (!original || target.restates === target.id) {
        file.report(field('restates'), 'unknown_target', `没有可供重述的目标“${target.restates}”`);
      } else if (original.restates !== null) {
        file.report(field('restates'), 'restates_chain', `“${target.restates}”本身是重述，应指向最初的目标`);
      } else if (original.indicator !== target.indicator) {
        file.report(field('restates'), 'restates_chain', `“${target.restates}”是另一指标的目标，不是重述`);
      }
    });
  });
}

/** The same point in two figure files; within one file it has been reported already. */
function reportFiguresAcross(files: readonly CheckedFile<FiguresFile>[]): void {
  const owners = new Map<string, string>();
  for (const file of files) {
    file.value.figures.forEach((figure, index) => {
      const key = figureKey(figure);
      const owner = owners.get(key);
      if (owner !== undefined && owner !== file.path) {
        file.report(['figures', index], 'duplicate_id', `“${key}”在 ${owner} 中已有数据`);
      }
      owners.set(key, file.path);
    });
  }
}
