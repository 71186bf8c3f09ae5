import { Ajv, type ErrorObject } from 'ajv';
import type { Static, TSchema } from 'typebox';
import { type CatalogueProblem, type CatalogueProblemCode, fieldPath } from './problem.ts';
import { type CatalogueFile, type Path, readYaml } from './yaml-text.ts';

/** A file of the right shape, and the means to say where something in it is wrong. */
export interface CheckedFile<Shape> {
  path: string;
  value: Shape;
  /** Adds a problem at a field of this file. */
  report(field: Path, code: CatalogueProblemCode, message: string): void;
  /** A scalar as written ("38.0"), null where there is none. */
  sourceOf(field: Path): string | null;
}

const MAX_PROBLEMS_PER_FILE = 100;
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strict: true });

/** Makes a reader of files of one shape; problems of syntax and shape are added to `problems`, in Chinese. */
export function shapeReader<Schema extends TSchema>(
  schema: Schema,
): (file: CatalogueFile, problems: CatalogueProblem[]) => CheckedFile<Static<Schema>> | null {
  const matches = ajv.compile<Static<Schema>>(schema);
  return (file, problems) => {
    const read = readYaml(file);
    problems.push(...read.problems);
    const yaml = read.yaml;
    if (!yaml) return null;
    const report = (field: Path, code: CatalogueProblemCode, message: string) => {
      problems.push({ code, file: file.path, line: yaml.lineOf(field), field: fieldPath(field), message });
    };
    const value = yaml.value;
    if (matches(value)) return { path: file.path, value, report, sourceOf: yaml.sourceOf };
    const errors = matches.errors ?? [];
    for (const error of errors.slice(0, MAX_PROBLEMS_PER_FILE)) {
      const { field, code, message } = inWords(error, value);
      report(field, code, message);
    }
    if (errors.length > MAX_PROBLEMS_PER_FILE) {
      report(
        [],
        'too_many_problems',
        `本文件还有${errors.length - MAX_PROBLEMS_PER_FILE}处问题未列出，请先改正以上各处`,
      );
    }
    return null;
  };
}

const TYPE_WORDS: Record<string, string> = {
  string: '文字（数字样的文字要加引号）',
  number: '数字',
  integer: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组字段',
  null: 'null',
};

const PATTERN_WORDS: [start: string, words: string][] = [
  ['^[a-z0-9]', '应为小写英文字母、数字和连字符，如 linyi-5g-base-stations'],
  ['^\\d{6}', '应为六位行政区划代码，并加引号，如 "371300"'],
  ['^\\d{4}-', '应为日期，如 2021-03-25'],
  ['^\\d{4}(', '应为日期、年月或年份，如 2021-03-25、2021-03、"2021"'],
  ['^https', '应为 http:// 或 https:// 开头的网址；没有网址时写 null'],
  ['^[^\\s', '首尾不能有空格，不能含换行等控制字符'],
];

interface Worded {
  field: Path;
  code: CatalogueProblemCode;
  message: string;
}

/** A validator's error as a problem a person can act on. */
function inWords(error: ErrorObject, root: unknown): Worded {
  const field = pointerSteps(error.instancePath, root);
  const params: Record<string, unknown> = error.params;
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = String(params.additionalProperty);
      return { field: [...field, name], code: 'unknown_field', message: `没有“${name}”这个字段，请删去或检查拼写` };
    }
    case 'required': {
      const name = String(params.missingProperty);
      return { field: [...field, name], code: 'missing_field', message: `缺少字段“${name}”` };
    }
    case 'type': {
      const types = Array.isArray(params.type) ? params.type : [params.type];
      const words = types.map((type) => TYPE_WORDS[String(type)] ?? String(type)).join('或 ');
      return { field, code: 'wrong_type', message: `类型不对，应为${words}` };
    }
    case 'enum': {
      const allowed = Array.isArray(params.allowedValues) ? params.allowedValues.join('、') : '';
      return { field, code: 'unknown_word', message: `不认识这个取值，应为以下之一：${allowed}` };
    }
    default:
      return { field, ...limitInWords(error.keyword, params) };
  }
}

function limitInWords(keyword: string, params: Record<string, unknown>): Omit<Worded, 'field'> {
  const limit = String(params.limit);
  if (keyword === 'minLength' || keyword === 'minItems') {
    return { code: 'empty', message: keyword === 'minItems' ? `至少要有${limit}项` : '不能为空' };
  }
  if (keyword === 'pattern') {
    const pattern = String(params.pattern);
    const words = PATTERN_WORDS.find(([start]) => pattern.startsWith(start))?.[1] ?? '写法不对';
    return { code: 'bad_format', message: words };
  }
  if (keyword === 'uniqueItems') return { code: 'duplicate_item', message: '列表中有重复项' };
  if (keyword === 'exclusiveMinimum') return { code: 'out_of_range', message: `超出范围，应大于${limit}` };
  const sign = keyword === 'minimum' ? '不小于' : keyword === 'maximum' ? '不大于' : '长度或项数不超过';
  return { code: 'out_of_range', message: `超出范围，应${sign}${limit}` };
}

/** Steps of a JSON pointer; a step into a list is a number. */
function pointerSteps(pointer: string, root: unknown): (string | number)[] {
  let here: unknown = root;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(here) ? Number(name) : name;
      here = typeof here === 'object' && here !== null ? Reflect.get(here, step) : undefined;
      return step;
    });
}

/** Reports a problem at a field of one target. */
export type ReportAt = (field: Path, code: Parameters<CheckedFile<unknown>['report']>[1], message: string) => void;
