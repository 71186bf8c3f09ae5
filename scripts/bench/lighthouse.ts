import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './seeded-store.ts';

/** Fetched when first asked for, not with the packages: 114 packages, 176 MB, for this bench alone. */
const VERSION = '13.5.0';
const FOLDER = join(ROOT, '.runtime/lighthouse');
const PACKAGE = join(FOLDER, 'node_modules/lighthouse');
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;

interface Report {
  categories: Record<(typeof CATEGORIES)[number], { score: number | null }>;
  audits: Record<string, { numericValue?: number }>;
  environment: { benchmarkIndex: number };
}

export interface Rating {
  /** 0 … 100 each. */
  scores: Record<(typeof CATEGORIES)[number], number>;
  /** Milliseconds, as simulated for a phone on a slow network. */
  firstPaint: number;
  largestPaint: number;
  blocked: number;
  /** How fast this machine was; the preset means a desktop of about 1500 and slows it down fourfold. */
  machine: number;
}

type Lighthouse = (address: string, flags: object) => Promise<{ lhr: Report } | undefined>;

/** @returns why Lighthouse cannot be had, or null where it is there. */
export function fetchLighthouse(): string | null {
  const known = join(PACKAGE, 'package.json');
  if (existsSync(known) && JSON.parse(readFileSync(known, 'utf8')).version === VERSION) return null;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'package.json'), '{"private":true}\n');
  const settings = ['--no-save', '--ignore-scripts', '--no-package-lock'];
  const args = ['install', '--prefix', FOLDER, ...settings, `lighthouse@${VERSION}`];
  const { status, stderr, error } = spawnSync('npm', args, { encoding: 'utf8' });
  return status === 0 ? null : `npm ${args.join(' ')}: ${error?.message ?? stderr.trim().split('\n').at(-1)}`;
}

/** Lighthouse's mobile preset on an address, in the browser that listens on `port`. */
export async function rate(address: string, port: number): Promise<Rating> {
  const { default: lighthouse } = (await import(pathToFileURL(join(PACKAGE, 'core/index.js')).href)) as {
    default: Lighthouse;
  };
  const result = await lighthouse(address, { port, onlyCategories: [...CATEGORIES], logLevel: 'error' });
  if (!result) throw new Error(`${address}: no report`);
  const { categories, audits, environment } = result.lhr;
  const score = (name: (typeof CATEGORIES)[number]) => Math.round(100 * (categories[name].score ?? Number.NaN));
  const value = (name: string) => audits[name]?.numericValue ?? Number.NaN;
  return {
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
    },
    firstPaint: value('first-contentful-paint'),
    largestPaint: value('largest-contentful-paint'),
    blocked: value('total-blocking-time'),
    machine: environment.benchmarkIndex,
  };
}
