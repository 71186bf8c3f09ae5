import { Checkbox, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../ui/search-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import { CHANGES, type Change, type RowFilter, SORTS } from './effect-rows.ts';

interface RowToolbarProps {
  filter: RowFilter;
  /** How many rows there are of each change. */
  counts: Readonly<Record<Change, number>>;
}

/** Which rows are shown and in what order, kept in the URL. */
export function RowToolbar({ filter, counts }: RowToolbarProps) {
  const { t } = useTranslation();
  const { change } = useUrlState();
  const kinds = CHANGES.filter((kind) => counts[kind] > 0 || kind === filter.change);
  return (
    <search className="review-filters">
      {kinds.length > 1 || filter.change !== null ? (
        <Radio.Group
          aria-label={t('review.changeLabel')}
          value={filter.change ?? ''}
          onChange={(event) => change({ change: event.target.value as string, page: null })}
          optionType="button"
          options={[
            { value: '', label: t('review.change.all') },
            ...kinds.map((kind) => ({ value: kind as string, label: `${t(`review.change.${kind}`)} ${counts[kind]}` })),
          ]}
        />
      ) : null}
      <SelectField
        label={t('review.sortLabel')}
        value={filter.sort}
        options={SORTS.map((sort) => ({ value: sort, label: t(`review.sort.${sort}`) }))}
        onChange={(sort) => change({ sort: sort === 'difference' ? '-difference' : sort, page: null })}
      />
      <SearchField name="find" label={t('review.find')} />
      <Checkbox
        checked={filter.marked}
        onChange={(event) => change({ marked: event.target.checked ? '1' : null, page: null })}
      >
        {t('review.onlyMarked')}
      </Checkbox>
    </search>
  );
}
