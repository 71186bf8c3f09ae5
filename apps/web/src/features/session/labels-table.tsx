import type { LabelRow } from '@dabiao/contract/label';
import { LABEL_WORDS, LABELS, type Label } from '@dabiao/domain/label';
import { useQuery } from '@tanstack/react-query';
import { Input, Popconfirm, Radio, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../ui/answer.tsx';
import { useLang } from '../../ui/lang.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { labelsQuery, usePutLabel } from './admin-queries.ts';

/** Documents and what else bears a label, for the administrator of labels: names without values. */
export function LabelsTable() {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const put = usePutLabel();
  const query = useQuery(labelsQuery());
  return (
    <>
      <p className="note">{t('label.hint')}</p>
      <Input.Search
        aria-label={t('label.filter')}
        placeholder={t('label.filter')}
        allowClear
        style={{ maxWidth: '24rem', marginBottom: 12 }}
        onChange={({ target }) => setWords(target.value.trim())}
      />
      {put.error ? <ProblemMessage error={put.error} /> : null}
      <Answer query={query}>
        {({ items }) => (
          <Table
            rowKey={({ kind, id }) => `${kind} ${id}`}
            size="small"
            dataSource={items.filter(({ name, id }) => name.includes(words) || id.includes(words))}
            scroll={{ x: true }}
            pagination={{ pageSize: 50, hideOnSinglePage: true }}
            locale={{ emptyText: t('label.nothing') }}
            columns={[
              { title: t('label.column.kind'), render: (_, { kind }) => t(`label.kind.${kind}`) },
              { title: t('label.column.name'), dataIndex: 'name' },
              {
                title: t('label.column.label'),
                render: (_, row) => (
                  <Choice row={row} onPut={(label) => put.mutate({ kind: row.kind, id: row.id, label })} />
                ),
              },
            ]}
          />
        )}
      </Answer>
    </>
  );
}

/** The label of a row; another one is asked about once more. */
function Choice({ row, onPut }: { row: LabelRow; onPut: (label: Label) => void }) {
  const { t } = useTranslation();
  const lang = useLang();
  const [wanted, setWanted] = useState<Label | null>(null);
  const end = () => setWanted(null);
  return (
    <Popconfirm
      open={wanted !== null}
      title={t('label.sure', { name: row.name, label: LABEL_WORDS[wanted ?? row.label][lang] })}
      okText={t('people.yes')}
      cancelText={t('people.no')}
      onCancel={end}
      onConfirm={() => {
        if (wanted) onPut(wanted);
        end();
      }}
    >
      <Radio.Group
        size="small"
        optionType="button"
        aria-label={`${t('label.title')} ${row.name}`}
        value={row.label}
        onChange={({ target }) => setWanted(target.value as Label)}
        options={LABELS.map((label) => ({ value: label, label: LABEL_WORDS[label][lang] }))}
      />
    </Popconfirm>
  );
}
