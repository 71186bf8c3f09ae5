import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { carriedSearch } from '../../ui/url-state.ts';
import { HitLines } from './hit-lines.tsx';
import type { OptionGroup, Place, SearchOption } from './options.ts';

interface SearchResultsProps {
  id: string;
  groups: readonly OptionGroup[];
  /** Id of the option that Enter opens; null while the hits shown are not yet those of the text. */
  active: string | null;
  onMore: () => void;
}

/** Hits by kind as one list to choose from (WAI-ARIA listbox with groups). */
export function SearchResults({ id, groups, active, onMore }: SearchResultsProps) {
  const { t } = useTranslation();
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      tabIndex={-1}
      aria-label={t('search.results')}
      className="search-results"
      // The focus stays in the field, whatever is pressed here.
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map(({ kind, total, options }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox
        <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
          <div id={`${id}-${kind}`} className="search-results__kind" role="presentation">
            {t(`search.kind.${kind}`)} <span className="search-results__total">{total}</span>
          </div>
          {options.map((option) => (
            <Choice
              key={option.id}
              id={`${id}-${option.id}`}
              option={option}
              kind={kind}
              total={total}
              active={option.id === active}
              onMore={onMore}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface ChoiceProps extends Pick<SearchResultsProps, 'onMore'>, Pick<OptionGroup, 'kind' | 'total'> {
  id: string;
  option: SearchOption;
  active: boolean;
}

/** One option. The focus stays in the field, so that none of them is in the order of the Tab key. */
function Choice({ id, option, kind, total, active, onMore }: ChoiceProps) {
  const { t } = useTranslation();
  const name = option.type === 'hit' ? `search-hit search-hit--${kind}` : 'search-hit search-hit--more';
  const common = { id, role: 'option', tabIndex: -1, 'aria-selected': active, className: name } as const;
  const word = t(`search.kind.${kind}`);
  if (option.type === 'more') {
    return (
      <button type="button" {...common} onClick={onMore}>
        {t('search.more', { kind: word, n: total })}
      </button>
    );
  }
  return (
    <PlaceLink place={option.place} common={common}>
      {option.type === 'hit' ? <HitLines kind={kind} hit={option.hit} /> : t('search.all', { n: total })}
    </PlaceLink>
  );
}

interface PlaceLinkProps {
  place: Place;
  common: Readonly<Record<string, unknown>>;
  children: ReactNode;
}

function PlaceLink({ place, common, children }: PlaceLinkProps) {
  const [params] = useSearchParams();
  return (
    <Link to={{ pathname: place.to, search: carriedSearch(params, place.search) }} {...common}>
      {children}
    </Link>
  );
}
