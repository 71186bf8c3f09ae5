import type { ReactNode } from 'react';
import { createContext, use, useMemo } from 'react';
import { useLang } from '../../ui/lang.ts';

/** The indicators and regions that names in a file may stand for. */
export interface CatalogueLists {
  indicators: readonly { id: string; name: string; nameEn: string | null; unit: string }[];
  regions: readonly { code: string; name: string }[];
}

export interface CatalogueNames extends CatalogueLists {
  /** Name of an indicator in the language of the page; its id where it is unknown. */
  indicatorName: (id: string) => string;
  regionName: (code: string) => string;
}

const Names = createContext<CatalogueNames>({
  indicators: [],
  regions: [],
  indicatorName: (id) => id,
  regionName: (code) => code,
});

/** Gives the names of the catalogue to everything inside. */
export function CatalogueNamesProvider({ indicators, regions, children }: CatalogueLists & { children: ReactNode }) {
  const lang = useLang();
  const names = useMemo(() => {
    const byId = new Map(indicators.map(({ id, name, nameEn }) => [id, (lang === 'en' && nameEn) || name]));
    const byCode = new Map(regions.map(({ code, name }) => [code, name]));
    return {
      indicators,
      regions,
      indicatorName: (id: string) => byId.get(id) ?? id,
      regionName: (code: string) => byCode.get(code) ?? code,
    };
  }, [indicators, regions, lang]);
  return <Names value={names}>{children}</Names>;
}

export const useCatalogueNames = (): CatalogueNames => use(Names);
