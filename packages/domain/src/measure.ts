import type { TargetDepartment } from './target.ts';

export const MEASURE_FORMS = ['grant', 'subsidy', 'matching', 'insurance', 'interest', 'relief', 'other'] as const;
export type MeasureForm = (typeof MEASURE_FORMS)[number];

/** By the document's own word: 奖励, 补助 or 补贴, 配套, 保险补偿, 贴息, 减免; everything else it calls support. */
export const MEASURE_FORM_WORDS: Record<MeasureForm, { zh: string; en: string }> = {
  grant: { zh: '奖励', en: 'Reward' },
  subsidy: { zh: '补助', en: 'Subsidy' },
  matching: { zh: '配套', en: 'Matching' },
  insurance: { zh: '保险补偿', en: 'Insurance' },
  interest: { zh: '贴息', en: 'Interest subsidy' },
  relief: { zh: '减免', en: 'Relief' },
  other: { zh: '其他扶持', en: 'Other support' },
};

export const MEASURE_TIMES = ['once', 'year', 'enterprise', 'standard'] as const;
/** For what the payment is made each time: 一次性, 每年, 每家企业, 每项标准. */
export type MeasureTime = (typeof MEASURE_TIMES)[number];

export const MEASURE_TIME_WORDS: Record<MeasureTime, { zh: string; en: string }> = {
  once: { zh: '一次性', en: 'once' },
  year: { zh: '每年', en: 'every year' },
  enterprise: { zh: '每家企业', en: 'each enterprise' },
  standard: { zh: '每项标准', en: 'each standard' },
};

/** Money as the document writes it: 50 万元. */
export interface Money {
  value: number;
  unit: string;
}

/** 政策措施: what a document promises to whoever does something. Null where the text does not say. */
export interface Measure {
  id: string;
  document: string;
  /** Heading path, outermost first. */
  clause: string[];
  /** Who receives it. */
  beneficiary: string;
  /** For what. */
  purpose: string;
  form: MeasureForm;
  /** A fixed amount; a greatest amount is a `ceiling`. */
  amount: Money | null;
  /** Percent of something; `atMost` where the text gives only the greatest (不超过20%). */
  share: { percent: number; of: string | null; atMost: boolean } | null;
  /** The greatest amount, and of what: 一次性奖励, 同一企业年度奖励金额. */
  ceiling: (Money & { of: string }) | null;
  per: MeasureTime | null;
  /** Paid in `count` years in a row, the first of them the `from`th: 自第二年起，连续三年 is { from: 2, count: 3 }. */
  years: { from: number; count: number } | null;
  /** 国家级, 省级, 市级: the recognition that is rewarded. */
  level: string | null;
  /** Verbatim words of the document. */
  quote: string;
  departments: TargetDepartment[];
  notes: string | null;
}

/** A measure that is proposed out of a text, before it belongs to any catalogue. */
export type ProposedMeasure = Omit<Measure, 'id' | 'document'>;
