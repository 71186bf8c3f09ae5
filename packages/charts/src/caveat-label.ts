import { CAVEAT_WORDS, type CaveatKind, FIGURE_STATUS_WORDS, type FigureStatus } from '@dabiao/domain/figure';
import type { Lang } from '@dabiao/domain/number-text';

const SHORT: Partial<Record<CaveatKind, { zh: string; en: string }>> = {
  at_least: { zh: '下限', en: 'at least' },
  at_most: { zh: '上限', en: 'at most' },
  expected: { zh: '预计', en: 'expected' },
  about: { zh: '约数', en: 'approx.' },
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * The caveats of a figure in the few words a chart has room for: 截至9月, 下限, 预计. The month is taken from the
 * source's note (截至2024年9月, 上半年, 前三季度); without one a part-year figure is 非年末数.
 * @returns '' for a plain figure.
 */
export function caveatLabel(caveats: readonly CaveatKind[], note: string | null, lang: Lang): string {
  const words = caveats.map((kind) => {
    const month = kind === 'part_year' ? monthOf(note) : null;
    if (month !== null) return lang === 'zh' ? `截至${month}月` : `to ${MONTHS[month - 1] ?? month}`;
    return (SHORT[kind] ?? CAVEAT_WORDS[kind])[lang];
  });
  return words.join(lang === 'zh' ? '、' : ', ');
}

/** The words for a figure that is not a plain final one: 快报，截至9月. '' for a plain one. */
export function figureNote(
  status: FigureStatus,
  caveats: readonly CaveatKind[],
  note: string | null,
  lang: Lang,
): string {
  const words = [status === 'final' ? '' : FIGURE_STATUS_WORDS[status][lang], caveatLabel(caveats, note, lang)];
  return words.filter((word) => word !== '').join(lang === 'zh' ? '，' : ', ');
}

function monthOf(note: string | null): number | null {
  const text = (note ?? '').normalize('NFKC');
  const written = /(?:截至|截止|到)[^,，;；。]{0,8}?(\d{1,2})月/.exec(text)?.[1];
  if (written !== undefined) return Number(written) >= 1 && Number(written) <= 12 ? Number(written) : null;
  if (/上半年/.test(text)) return 6;
  if (/前三季度/.test(text)) return 9;
  return /一季度/.test(text) ? 3 : null;
}
