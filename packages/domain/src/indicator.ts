/** Whether a larger or a smaller value is the better one. */
export type Direction = 'more' | 'less';

/**
 * How values of an indicator add up over time: a `stock` stands at year-end (5G基站数), a `flow` is made in
 * the year (营业收入), a `share` is a ratio in % , a `rate` is a growth rate in %, an `index` has no unit.
 */
export type Measure = 'stock' | 'flow' | 'share' | 'rate' | 'index';

/** 指标: a measured quantity, independent of any document, so that documents and regions can be compared. */
export interface Indicator {
  id: string;
  name: string;
  nameEn: string | null;
  /** Unit of every stored value of this indicator, a name known to `unit.ts`. */
  unit: string;
  direction: Direction;
  measure: Measure;
  definition: string | null;
  /** Other names of the same quantity, for reading workbooks. */
  aliases: string[];
  /** Greatest possible value in the indicator's unit (100 for shares); null where there is none. */
  naturalLimit: number | null;
}

/**
 * What narrative targets (走在前列) stand on, so that every target has an indicator: nothing is measured by it, it has
 * no unit and no figures, and lists of indicators leave it out.
 */
export const NARRATIVE_INDICATOR: Indicator = {
  id: 'narrative',
  name: '定性目标',
  nameEn: 'Qualitative goal',
  unit: '',
  direction: 'more',
  measure: 'index',
  definition: '文件中没有数值、也没有可度量指标的目标，只列原文，不作研判。',
  aliases: [],
  naturalLimit: null,
};
