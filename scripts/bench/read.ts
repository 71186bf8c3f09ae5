// Policy documents read, against the catalogue of the documents; speed on the same text again and again.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DocumentFile } from '@dabiao/catalogue/file-shapes';
import { readPolicy } from '@dabiao/reader/read-policy';
import { parse } from 'yaml';
import { printMeasures } from './read-measures.ts';
import { rates, type Score, scoreOf, sumOf } from './read-score.ts';

const root = resolve(import.meta.dirname, '../..');
const DOCUMENTS = ['linzi', 'zibo', 'linyi', 'luozhuang', 'jinan'];

/** Folder of the documents' texts, which are not part of the repository: named as an argument of the environment. */
const texts = process.env.POLICY_TEXTS ?? '';
const verbose = process.env.VERBOSE === '1';

const percent = (value: number): string => `${(100 * value).toFixed(1)}%`.padStart(7);

function line(name: string, score: Score): string {
  const { precision, recall, f1 } = rates(score);
  const of = (value: number) => percent(score.found === 0 ? 1 : value / score.found);
  return `  ${name.padEnd(10)} ${String(score.expected).padStart(4)} ${String(score.proposed).padStart(4)} ${percent(precision)} ${percent(recall)} ${percent(f1)}  year${of(score.yearRight)} comparator${of(score.comparatorRight)} unit${of(score.unitRight)} kind${of(score.kindRight)} departments${of(score.departmentsRight)}`;
}

function scoreDocuments(files: readonly string[]): Score {
  console.log('  document   list read precision recall      F1  of those found:');
  const scores = files.map((file, index) => {
    const name = DOCUMENTS[index] ?? '';
    const shape = parse(readFileSync(join(root, `seeds/documents/${name}.yaml`), 'utf8')) as DocumentFile;
    const expected = shape.targets.filter(({ milestones }) => milestones.length > 0);
    const { candidates, measures } = readPolicy(readFileSync(file, 'utf8'));
    const score = scoreOf(expected, candidates);
    console.log(line(name, score));
    printMeasures(join(root, `seeds/measures/${name}.yaml`), measures);
    if (verbose) {
      for (const one of score.missing) console.log(`    missing ${one}`);
      for (const one of score.extra) console.log(`    extra   ${one}`);
      for (const one of score.wrong) console.log(`    differs ${one}`);
    }
    return score;
  });
  const total = sumOf(scores);
  console.log(line('all', total));
  return total;
}

function speed(files: readonly string[]): void {
  const all = files.map((file) => readFileSync(file, 'utf8'));
  const megabytes = all.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const rounds: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    const start = performance.now();
    for (const text of all) readPolicy(text);
    rounds.push(performance.now() - start);
  }
  const median = rounds.slice(2).toSorted((a, b) => a - b)[5] ?? Number.NaN;
  console.log(`  speed      ${(megabytes / (median / 1000)).toFixed(2)} MB/s of UTF-8 text`);
}

if (texts === '' || !existsSync(texts)) {
  console.log('  POLICY_TEXTS is not set: the folder with the five texts (000_….txt … 004_….txt)');
} else {
  const files = readdirSync(texts)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => join(texts, name));
  const total = scoreDocuments(files);
  speed(files);
  if (rates(total).f1 < 0.97) process.exitCode = 1;
}
