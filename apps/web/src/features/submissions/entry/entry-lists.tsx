import { FIGURE_STATUS_WORDS, FIGURE_STATUSES } from '@dabiao/domain/figure';
import { useLang } from '../../../ui/lang.ts';
import { useCatalogueNames } from '../catalogue-names.tsx';
import { LISTS } from './entry-row-cells.tsx';

/** The names that the fields of the grid suggest while they are typed into. */
export function EntryLists() {
  const lang = useLang();
  const { indicators, regions } = useCatalogueNames();
  return (
    <>
      <datalist id={LISTS.indicator}>
        {indicators.map(({ id, name, unit }) => (
          <option key={id} value={name} label={unit} />
        ))}
      </datalist>
      <datalist id={LISTS.region}>
        {regions.map(({ code, name }) => (
          <option key={code} value={name} />
        ))}
      </datalist>
      <datalist id={LISTS.status}>
        {FIGURE_STATUSES.map((status) => (
          <option key={status} value={FIGURE_STATUS_WORDS[status][lang]} />
        ))}
      </datalist>
    </>
  );
}
