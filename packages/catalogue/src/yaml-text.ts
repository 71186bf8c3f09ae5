import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument } from 'yaml';
import { type CatalogueProblem, type CatalogueProblemCode, fieldPath } from './problem.ts';

/** A text file of the catalogue with its path below the seeds folder, separated by `/`. */
export interface CatalogueFile {
  path: string;
  text: string;
}

export type Path = readonly (string | number)[];

/** YAML read: plain values, and for every field its line and the text it was written as. */
export interface YamlText {
  value: unknown;
  /** 1-based line of the field, or of the nearest field around it that is there. */
  lineOf(path: Path): number;
  /** A scalar as written ("38.0"); null where there is none. */
  sourceOf(path: Path): string | null;
}

/** Far above any catalogue a person would write, far below what would hold up the process. */
export const MAX_FILE_CHARACTERS = 400_000;
const MAX_DEPTH = 16;
/** More than a person reads at once; the first ones are enough to go on with. */
const MAX_YAML_PROBLEMS = 50;

type Report = (offset: number, path: Path, code: CatalogueProblemCode, message: string) => void;

/** Errors of the YAML parser in our words; the rest is told by its place alone. */
const SYNTAX_WORDS: Record<string, string> = {
  BAD_INDENT: '缩进有误',
  TAB_AS_INDENT: '缩进用了制表符，应改用空格',
  MISSING_CHAR: '缺少标点（引号、括号、冒号或逗号）',
  BLOCK_AS_IMPLICIT_KEY: '一行里出现两个“键: 值”，含冒号的文字应加引号',
  MULTILINE_IMPLICIT_KEY: '键不能跨行，请检查上一行是否缺少冒号或引号',
  UNEXPECTED_TOKEN: '出现意外的符号，含特殊符号的文字应加引号',
  BAD_SCALAR_START: '文字以保留符号开头，应加引号',
  BAD_DQ_ESCAPE: '双引号内的转义符有误',
  MULTIPLE_DOCS: '一个文件只能有一份 YAML，不能有第二个“---”',
};

/**
 * Parses YAML text and keeps positions. Anchors, aliases and tags are refused, so a small file cannot become a
 * large value; keys must be plain words and stand once.
 * @returns the text read, or null with at least one problem.
 */
export function readYaml(file: CatalogueFile): { yaml: YamlText | null; problems: CatalogueProblem[] } {
  const problems: CatalogueProblem[] = [];
  const lines = new LineCounter();
  const lineAt = (offset: number) => Math.max(1, lines.linePos(Math.max(0, offset)).line);
  const report: Report = (offset, path, code, message) => {
    if (problems.length >= MAX_YAML_PROBLEMS) return;
    problems.push({ code, file: file.path, line: lineAt(offset), field: fieldPath(path), message });
  };
  if (file.text.length > MAX_FILE_CHARACTERS) {
    report(0, [], 'file_too_large', `文件超过${MAX_FILE_CHARACTERS / 10_000}万字，请拆分`);
    return { yaml: null, problems };
  }
  const root = parse(file.text, lines, report);
  if (root === 'unreadable' || problems.length > 0) return { yaml: null, problems };
  if (root) inspect(root, [], report);
  if (problems.length > 0) return { yaml: null, problems };
  return { yaml: { value: toPlain(root), ...positions(root, lineAt) }, problems };
}

function parse(text: string, lines: LineCounter, report: Report): ParsedNode | null | 'unreadable' {
  try {
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
    for (const error of document.errors) {
      report(error.pos[0], [], 'yaml_syntax', `YAML 写法有误：${SYNTAX_WORDS[error.code] ?? '无法解析'}`);
    }
    for (const warning of document.warnings) {
      report(warning.pos[0], [], 'yaml_tag', '不支持 YAML 标签或指令，请直接写值');
    }
    return document.contents;
  } catch {
    // The parser recurses: nesting by the thousand ends in a RangeError.
    report(0, [], 'yaml_syntax', 'YAML 写法有误：嵌套过深或无法解析');
    return 'unreadable';
  }
}

/** Refuses what a catalogue never needs and what could make it more than it seems. */
function inspect(node: unknown, path: Path, report: Report): void {
  if (!isNode(node)) return;
  const offset = node.range?.[0] ?? 0;
  const refusal = refusalOf(node, path.length);
  if (refusal) {
    report(offset, path, ...refusal);
    return;
  }
  if (isSeq(node)) node.items.forEach((item, index) => void inspect(item, [...path, index], report));
  if (isMap(node)) inspectKeys(node.items, path, report);
}

function refusalOf(node: Node, depth: number): [CatalogueProblemCode, string] | null {
  if (depth > MAX_DEPTH) return ['yaml_too_deep', `嵌套超过${MAX_DEPTH}层`];
  if (isAlias(node) || node.anchor !== undefined) {
    return ['yaml_alias', '不支持锚点（&）和引用（*），请直接写出内容；文字以 & 或 * 开头时应加引号'];
  }
  return node.tag !== undefined ? ['yaml_tag', '不支持 YAML 标签（!），请直接写值'] : null;
}

function inspectKeys(pairs: readonly { key: unknown; value: unknown }[], path: Path, report: Report): void {
  const seen = new Set<string>();
  for (const pair of pairs) {
    const offset = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
    if (!isScalar(pair.key) || typeof pair.key.value !== 'string') {
      report(offset, path, 'yaml_syntax', '字段名应为文字');
      continue;
    }
    const name = pair.key.value;
    const here = [...path, name];
    if (seen.has(name)) report(offset, here, 'duplicate_field', `字段“${name}”重复，只能出现一次`);
    seen.add(name);
    inspect(pair.key, here, report);
    inspect(pair.value, here, report);
  }
}

/** Own conversion: objects without prototype keys of their own meaning, no merge keys, no dates. */
function toPlain(node: unknown): unknown {
  if (isSeq(node)) return node.items.map(toPlain);
  if (isScalar(node)) return node.value;
  if (!isMap(node)) return null;
  const plain: Record<string, unknown> = {};
  for (const pair of node.items) {
    const name = isScalar(pair.key) ? String(pair.key.value) : '';
    Object.defineProperty(plain, name, {
      value: toPlain(pair.value),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return plain;
}

function positions(root: unknown, lineAt: (offset: number) => number): Pick<YamlText, 'lineOf' | 'sourceOf'> {
  return {
    lineOf(path) {
      let node: unknown = root;
      let offset = isNode(root) ? (root.range?.[0] ?? 0) : 0;
      for (const step of path) {
        const next = stepInto(node, step);
        if (!next) break;
        offset = next.offset;
        node = next.value;
      }
      return lineAt(offset);
    },
    sourceOf(path) {
      let node: unknown = root;
      for (const step of path) node = stepInto(node, step)?.value;
      return isScalar(node) ? (node.source ?? null) : null;
    },
  };
}

/** One step down: the value there and where it begins (the key, for a field). */
function stepInto(node: unknown, step: string | number): { value: unknown; offset: number } | null {
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step];
    return isNode(item) ? { value: item, offset: item.range?.[0] ?? 0 } : null;
  }
  if (!isMap(node)) return null;
  const pair = node.items.find((candidate) => isScalar(candidate.key) && candidate.key.value === step);
  return pair && isNode(pair.key) ? { value: pair.value, offset: pair.key.range?.[0] ?? 0 } : null;
}
