import type { Catalogue } from '@dabiao/domain/catalogue';
import { isNarrative } from '@dabiao/domain/target';

/** One more of everything, in regions and documents of its own. */
function copyOf(catalogue: Catalogue, turn: number): Catalogue {
  const mark = (id: string): string => `${id}-${turn}`;
  const code = (region: string): string => String(Number(region) + turn * 10_000);
  const inDocument = <T extends { document: string }>(item: T): T => ({ ...item, document: mark(item.document) });
  return {
    indicators: [],
    measures: [],
    regions: catalogue.regions.map((region) => ({
      ...region,
      code: code(region.code),
      name: `${region.name}${turn}`,
      parent: region.parent && code(region.parent),
      aliases: [],
    })),
    documents: catalogue.documents.map((document) => ({
      ...document,
      id: mark(document.id),
      region: code(document.region),
      shortTitle: `${document.shortTitle}（${turn}）`,
    })),
    clauses: catalogue.clauses.map(inDocument),
    targets: catalogue.targets.map((target) => ({
      ...inDocument(target),
      id: mark(target.id),
      region: code(target.region),
      restates: target.restates && mark(target.restates),
    })),
    figures: catalogue.figures.map((figure) => ({ ...figure, region: code(figure.region) })),
  };
}

/** The catalogue as often as it takes to list `atLeast` targets, each copy in other regions with the same figures. */
export function largeCatalogue(catalogue: Catalogue, atLeast: number): Catalogue {
  const turns = Math.ceil(atLeast / catalogue.targets.filter((target) => !isNarrative(target)).length);
  const all = [catalogue, ...Array.from({ length: turns - 1 }, (_, turn) => copyOf(catalogue, turn + 1))];
  return {
    regions: all.flatMap((one) => one.regions),
    indicators: catalogue.indicators,
    documents: all.flatMap((one) => one.documents),
    clauses: all.flatMap((one) => one.clauses),
    targets: all.flatMap((one) => one.targets),
    measures: catalogue.measures,
    figures: all.flatMap((one) => one.figures),
  };
}
