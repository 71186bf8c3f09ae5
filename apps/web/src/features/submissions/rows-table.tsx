import type { Submission } from '@dabiao/contract/submission';
import { FIGURE_STATUS_WORDS } from '@dabiao/domain/figure';
import { formatValue } from '@dabiao/domain/number-text';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { differenceText } from './difference.ts';

type Row = Submission['figures'][number];

const PAGE = 50;

/** The rows that were understood: published value → new value, and the difference. */
export function RowsTable({ figures }: { figures: Submission['figures'] }) {
  const { t } = useTranslation();
  const lang = useLang();
  const columns: TableColumnsType<Row> = [
    { title: t('submit.column.indicator'), dataIndex: 'indicatorName' },
    { title: t('submit.column.region'), dataIndex: 'regionName' },
    { title: t('how.year'), dataIndex: 'year', width: 72 },
    {
      title: t('submit.column.earlier'),
      align: 'right',
      render: (_, { earlier, unit }) => (earlier ? formatValue(earlier.value, earlier.decimals, unit, lang) : '—'),
    },
    {
      title: t('submit.column.new'),
      align: 'right',
      render: (_, { value, decimals, unit }) => <b>{formatValue(value, decimals, unit, lang)}</b>,
    },
    {
      title: t('submit.column.difference'),
      align: 'right',
      render: (_, row) => differenceText(row, lang) ?? t('submit.firstFigure'),
    },
    { title: t('figure.status'), render: (_, { status }) => FIGURE_STATUS_WORDS[status][lang] },
    {
      title: t('submit.column.place'),
      render: (_, { sheet, cell, raw, rawUnit }) => (
        <span className="note">
          {sheet}!{cell} {t('submit.asWritten', { raw: `${raw}${rawUnit ?? ''}` })}
        </span>
      ),
    },
  ];
  return (
    <section aria-labelledby="rows">
      <h2 id="rows">{t('submit.rows', { n: figures.length })}</h2>
      <Table<Row>
        rowKey={({ sheet, cell }) => `${sheet}!${cell}`}
        columns={columns}
        dataSource={[...figures]}
        size="small"
        scroll={{ x: 'max-content' }}
        pagination={figures.length > PAGE ? { pageSize: PAGE, showSizeChanger: false } : false}
        locale={{ emptyText: t('submit.noRows') }}
      />
    </section>
  );
}
