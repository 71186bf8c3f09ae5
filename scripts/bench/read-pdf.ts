// PDFs of 200 pages, read whole with all limits on, beside bare pdfjs taking the words out in a process of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFileText } from '@dabiao/reader/read-file';
import { readPolicy } from '@dabiao/reader/read-policy';
import { shown, timed } from './measure.ts';
import { pdfOf } from './pdf-of.ts';
import { watchChildren } from './peak-memory.ts';

const PAGES = 200;
const LIMIT_MS = 10_000;
const BARE = fileURLToPath(new URL('./bare-pdfjs.ts', import.meta.url));

async function bare(file: string): Promise<void> {
  const child = spawn(process.execPath, [BARE, file], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error('bare pdfjs failed');
}

async function compare(look: 'official' | 'dense', folder: string): Promise<void> {
  const { bytes, letters } = pdfOf(look, PAGES);
  const file = join(folder, `${look}.pdf`);
  writeFileSync(file, bytes);
  let [told, pages, targets] = [0, 0, 0];
  let text = '';
  const ours = async () => {
    const answer = await readFileText(bytes, (_, all) => {
      told += 1;
      pages = all;
    });
    if ('refusal' in answer) throw new Error(answer.refusal.message);
    text = answer.text;
  };
  const policy = () => {
    targets = readPolicy(text).candidates.length;
  };
  const took: Record<'ours' | 'policy' | 'bare', number[]> = { ours: [], policy: [], bare: [] };
  let peak = 0;
  for (let round = 0; round < 2; round += 1) {
    peak = Math.max(peak, await watchChildren(async () => took.ours.push(await timed(ours))));
    took.policy.push(await timed(policy));
    took.bare.push(await timed(() => bare(file)));
  }
  const [mine, targeted, theirs] = [Math.min(...took.ours), Math.min(...took.policy), Math.min(...took.bare)];
  console.log(
    `  ${look.padEnd(9)} ${pages} pages, ${letters} letters, ${(bytes.byteLength / 1e6).toFixed(1)} MB: text ${shown(mine / 1000)} s ` +
      `and its ${targets} targets ${shown(targeted / 1000)} s; bare pdfjs ${shown(theirs / 1000)} s, ratio of the text ${shown(mine / theirs)}; ` +
      `told of progress ${told / took.ours.length} times; ${peak.toFixed(0)} MB a process`,
  );
  if (mine + targeted > LIMIT_MS) process.exitCode = 1;
}

const folder = mkdtempSync(join(tmpdir(), 'dabiao-bench-'));
try {
  await compare('official', folder);
  await compare('dense', folder);
} finally {
  rmSync(folder, { recursive: true });
}
