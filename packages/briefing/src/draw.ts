import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BriefingModel } from './model.ts';

/** What the drawing process is given on its standard input, as JSON. */
export interface DrawingJob {
  model: BriefingModel;
  /** Folder with further fonts (仿宋_GB2312, 小标宋); they are used before the own ones where the names are known. */
  fontsDir: string | null;
}

const TIME_LIMIT_MS = 60_000;

/**
 * Draws the briefing as PDF (PDF/A-2a, tagged, fonts embedded). Equal models give equal bytes. It runs in a process of
 * its own, which ends with the drawing: the typesetter keeps its memory for ever.
 * @throws Error with the typesetter's message where it fails, warns of fonts or takes more than a minute.
 */
export function drawBriefing(model: BriefingModel, { fontsDir }: { fontsDir?: string } = {}): Promise<Uint8Array> {
  const job: DrawingJob = { model, fontsDir: fontsDir ?? null };
  const program = fileURLToPath(new URL('./draw-process.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program], { env: {}, timeout: TIME_LIMIT_MS, killSignal: 'SIGKILL' });
    const pdf: Buffer[] = [];
    const complaints: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => pdf.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(new Uint8Array(Buffer.concat(pdf)));
      else
        reject(
          new Error(
            `the briefing could not be drawn (${signal ?? code}): ${Buffer.concat(complaints).toString('utf8').trim()}`,
          ),
        );
    });
    // A process that ends early closes its input; what it had to say is on its error output.
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify(job));
  });
}
