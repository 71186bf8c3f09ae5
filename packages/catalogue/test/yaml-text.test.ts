import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../src/catalogue.ts';
import { MAX_FILE_CHARACTERS, readYaml } from '../src/yaml-text.ts';
import { smallCatalogue } from './small-catalogue.ts';

const read = (text: string) => readYaml({ path: 'x.yaml', text });
const codes = (text: string) => read(text).problems.map((problem) => problem.code);

describe('readYaml', () => {
  it('keeps lines and the text of scalars', () => {
    const { yaml } = read('# head\na:\n  - b: 38.0\n    c: x\n');
    expect(yaml?.value).toEqual({ a: [{ b: 38, c: 'x' }] });
    expect(yaml?.lineOf(['a', 0, 'c'])).toBe(4);
    expect(yaml?.lineOf(['a', 0, 'missing'])).toBe(3);
    expect(yaml?.lineOf(['nowhere'])).toBe(2);
    expect(yaml?.sourceOf(['a', 0, 'b'])).toBe('38.0');
    expect(yaml?.sourceOf(['a', 1, 'b'])).toBeNull();
  });

  it('reads Windows lines and a byte order mark', () => {
    const { yaml, problems } = read('\uFEFFa: 1\r\nb:\r\n  c: 2\r\n');
    expect(problems).toEqual([]);
    expect(yaml?.value).toEqual({ a: 1, b: { c: 2 } });
    expect(yaml?.lineOf(['b', 'c'])).toBe(3);
  });

  it('names the line of a mistake in the YAML itself', () => {
    const { problems } = read('a: 1\nb: "open\n');
    expect(problems[0]).toMatchObject({ code: 'yaml_syntax', file: 'x.yaml' });
    expect(problems[0]?.line).toBeGreaterThanOrEqual(2);
    expect(read('a: 1\nb: x: y\n').problems[0]).toMatchObject({ code: 'yaml_syntax', line: 2 });
    expect(read('a: 1\n\tb: 2\n').problems[0]).toMatchObject({ code: 'yaml_syntax', line: 2 });
    expect(codes('a: 1\n---\nb: 2\n')).toEqual(['yaml_syntax']);
  });

  it('does not take keys for what they are called', () => {
    const { yaml } = read('__proto__: { polluted: true }\nconstructor: 1\ntoString: 2\n');
    expect(Object.keys(yaml?.value ?? {})).toEqual(['__proto__', 'constructor', 'toString']);
    expect(Object.getPrototypeOf(yaml?.value)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
  });

  it('refuses what makes a small file large or strange', () => {
    const bomb = ['a0: &a0 [x, x]', ...Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`)];
    expect(codes(bomb.join('\n'))[0]).toBe('yaml_alias');
    expect(codes('a: *b')[0]).toMatch(/^yaml_/);
    expect(codes('a: !!binary aGVsbG8=')).toContain('yaml_tag');
    expect(codes('a: !js/function "x"')).toContain('yaml_tag');
    expect(codes('? [a, b]\n: 1')).toEqual(['yaml_syntax']);
    expect(codes('1: a')).toEqual(['yaml_syntax']);
    expect(codes('a: 1\nb: 2\na: 3')).toEqual(['duplicate_field']);
  });

  it('answers, whatever the size', () => {
    expect(codes('x'.repeat(MAX_FILE_CHARACTERS + 1))).toEqual(['file_too_large']);
    expect(codes('['.repeat(200_000)).length).toBeGreaterThan(0);
    expect(codes(`a: ${'['.repeat(40)}${']'.repeat(40)}`)).toEqual(['yaml_too_deep']);
    const manyKeys = Array.from({ length: 20_000 }, (_, n) => `k${n}: ${n}`).join('\n');
    expect(codes(manyKeys)).toEqual([]);
  });
});

describe('readCatalogue on anything', () => {
  const paths = fc.constantFrom('regions.yaml', 'indicators.yaml', 'documents/xicheng.yaml', 'figures/published.yaml');

  it('never throws, and gives a catalogue exactly where there is no problem', () => {
    fc.assert(
      fc.property(paths, fc.string({ unit: 'binary', maxLength: 200 }), (path, text) => {
        const files = smallCatalogue().map((file) => (file.path === path ? { path, text } : file));
        const { catalogue, problems } = readCatalogue(files);
        expect(catalogue === null).toBe(problems.length > 0);
      }),
      { numRuns: 100 },
    );
  });

  it('survives any one stretch being cut out or doubled', () => {
    fc.assert(
      fc.property(paths, fc.nat(), fc.nat(60), fc.boolean(), (path, at, length, doubled) => {
        const files = smallCatalogue().map((file) => {
          if (file.path !== path) return file;
          const start = at % file.text.length;
          const end = doubled ? start : start + length;
          return { path, text: file.text.slice(0, start + (doubled ? length : 0)) + file.text.slice(end) };
        });
        const { catalogue, problems } = readCatalogue(files);
        expect(catalogue === null).toBe(problems.length > 0);
        for (const problem of problems) expect(problem.line).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });
});
