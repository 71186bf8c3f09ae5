import { FIGURE_STATUS_WORDS } from '@dabiao/domain/figure';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../../ui/lang.ts';
import { useCatalogueNames } from '../catalogue-names.tsx';
import type { CellMeaning } from './cell-meaning.ts';

/** What a cell was taken for, in words: 数值：5G基站数 · 济南市 · 2024年 · 个. */
export function MeaningLine({ meaning: { mark, says } }: { meaning: CellMeaning }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { indicatorName, regionName } = useCatalogueNames();
  if (!mark) return <p className="note">{t('sheet.notRead')}</p>;
  const of = mark.role === 'value' ? says : mark;
  const parts = [
    of.indicator ? indicatorName(of.indicator) : '',
    of.region ? regionName(of.region) : '',
    of.year === undefined ? '' : t('picker.year', { year: of.year }),
    of.unit ?? '',
    of.status === undefined ? '' : FIGURE_STATUS_WORDS[of.status][lang],
  ].filter(Boolean);
  const role = t(`sheet.role.${mark.role}`);
  return (
    <p className="note">
      {parts.length > 0 ? t('sheet.takenFor', { role, parts: parts.join(' · ') }) : t('sheet.takenForRole', { role })}
    </p>
  );
}
