/** What can be wrong with a file of the catalogue. Codes are stable. */
export const CATALOGUE_PROBLEM_CODES = [
  'file_missing',
  'file_unknown',
  'file_twice',
  'file_too_large',
  'yaml_syntax',
  'yaml_alias',
  'yaml_tag',
  'yaml_too_deep',
  'unknown_field',
  'duplicate_field',
  'missing_field',
  'wrong_type',
  'unknown_word',
  'empty',
  'bad_format',
  'out_of_range',
  'too_many_problems',
  'duplicate_id',
  'duplicate_item',
  'id_prefix',
  'bad_date',
  'period_order',
  'unknown_region',
  'region_cycle',
  'unknown_unit',
  'unknown_indicator',
  'unknown_target',
  'unknown_document',
  'restates_chain',
  'clause_not_in_outline',
  'milestone_outside_period',
  'milestone_order',
  'milestone_without_year',
  'direction_unclear',
  'range_without_max',
  'range_order',
  'max_without_range',
  'share_without_percent',
  'unit_mismatch',
  'quantity_unreadable',
  'quantity_mismatch',
  'value_too_precise',
  'wording_not_in_quote',
  'qualifier_not_in_quote',
  'baseline_missing',
  'baseline_order',
  'above_limit',
  'caveat_without_note',
  'final_with_caveat',
  'cut_order',
] as const;
export type CatalogueProblemCode = (typeof CATALOGUE_PROBLEM_CODES)[number];

/** One thing wrong in one file, with its place. */
export interface CatalogueProblem {
  code: CatalogueProblemCode;
  /** Path of the file as it was given, e.g. documents/linyi.yaml. */
  file: string;
  /** 1-based line of the field; 1 where the problem is of the whole file. */
  line: number;
  /** Path of the field, list places from 0: targets[2].milestones[0].value; '' for the whole file. */
  field: string;
  /** Chinese, one sentence: what is wrong and what is expected. */
  message: string;
}

/** The problem as one line of text: `documents/linyi.yaml:42 targets[2].kind：…`. */
export function problemLine(problem: CatalogueProblem): string {
  const field = problem.field === '' ? '' : ` ${problem.field}`;
  return `${problem.file}:${problem.line}${field}：${problem.message}`;
}

/** A path of field names and list places as one word: ['targets', 2, 'kind'] is targets[2].kind. */
export function fieldPath(path: readonly (string | number)[]): string {
  return path
    .map((step, depth) => (typeof step === 'number' ? `[${step}]` : `${depth === 0 ? '' : '.'}${step}`))
    .join('');
}
