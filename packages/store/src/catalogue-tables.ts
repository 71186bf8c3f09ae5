import type { Direction, Measure } from '@dabiao/domain/indicator';
import type { Level } from '@dabiao/domain/label';
import type { MeasureForm, MeasureTime } from '@dabiao/domain/measure';
import type { Comparator, Method, PathShape, TargetDepartment, TargetKind } from '@dabiao/domain/target';
import type { Generated } from 'kysely';
import type { Bit, DecimalText, JsonText } from './column-types.ts';

/** Regions, documents, indicators, targets and policy measures. */
export interface CatalogueTables {
  region: { code: string; name: string; parent: string | null; aliases: JsonText<string[]> };
  department: { id: string; region: string; name: string };
  document: {
    id: string;
    title: string;
    short_title: string;
    number: string | null;
    issuer: string | null;
    region: string;
    issued_on: string | null;
    effective_from: string | null;
    valid_to: string | null;
    period_from: number;
    period_to: number;
    draft: Bit;
    notes: string | null;
    position: number;
    schedule_yellow: DecimalText | null;
    schedule_red: DecimalText | null;
    label: Generated<Level>;
  };
  clause: { id: string; document: string; position: number; path: JsonText<string[]> };
  indicator: {
    id: string;
    name: string;
    name_en: string | null;
    unit: string;
    direction: Direction;
    measure: Measure;
    definition: string | null;
    aliases: JsonText<string[]>;
    natural_limit: DecimalText | null;
  };
  target: {
    id: string;
    document: string;
    region: string;
    indicator: string;
    clause: string;
    position: number;
    kind: TargetKind;
    comparator: Comparator;
    qualifier: string | null;
    every_year: Bit;
    period_from: number;
    period_to: number;
    baseline_year: number | null;
    baseline_value: DecimalText | null;
    quote: string;
    notes: string | null;
    restates: string | null;
    method: Method | null;
    tolerance: DecimalText | null;
    path_shape: PathShape | null;
  };
  milestone: {
    id: string;
    target: string;
    position: number;
    year: number | null;
    value: DecimalText;
    value_max: DecimalText | null;
    wording: string | null;
    year_inferred: Bit;
  };
  target_department: {
    target: string;
    department: string;
    role: 'lead' | 'responsible';
    position: number;
  };
  measure: {
    id: string;
    document: string;
    clause: string;
    position: number;
    beneficiary: string;
    purpose: string;
    form: MeasureForm;
    amount: DecimalText | null;
    amount_unit: string | null;
    share: DecimalText | null;
    share_of: string | null;
    share_at_most: Bit;
    ceiling: DecimalText | null;
    ceiling_unit: string | null;
    ceiling_of: string | null;
    per: MeasureTime | null;
    years_from: number | null;
    years_count: number | null;
    level: string | null;
    quote: string;
    departments: JsonText<TargetDepartment[]>;
    notes: string | null;
  };
}
