/**
 * 安全标记 of a document or a figure, and 许可 (clearance) of a reader: 公开, 内部, 敏感, each above the one before.
 * These are labels of an office for its own papers, not the classes of state secrets.
 */
export const LABELS = ['public', 'internal', 'sensitive'] as const;
export type Label = (typeof LABELS)[number];

/** Place of a label in that order, as it is stored: 0, 1, 2. */
export type Level = 0 | 1 | 2;

export const LABEL_WORDS: Record<Label, { zh: string; en: string }> = {
  public: { zh: '公开', en: 'Public' },
  internal: { zh: '内部', en: 'Internal' },
  sensitive: { zh: '敏感', en: 'Sensitive' },
};

export const levelOf = (label: Label): Level => LABELS.indexOf(label) as Level;

/** The label of a stored level. */
export const labelAt = (level: number): Label => LABELS[level] ?? 'sensitive';

/** The highest of some labels; public where there are none. */
export function highestLabel(labels: Iterable<Label>): Label {
  let highest: Level = 0;
  for (const label of labels) highest = Math.max(highest, levelOf(label)) as Level;
  return labelAt(highest);
}
