import type { Drawing, DrawingAnswer, DrawingJob } from './draw-job.ts';
import { Typesetter } from './typesetter.ts';

// Started by the press; jobs come as messages, one at a time, and each is answered. It ends with its parent.

const setters = new Map<string | null, Typesetter>();

function setterFor(fontsDir: string | null): Typesetter {
  const setter = setters.get(fontsDir) ?? new Typesetter(fontsDir);
  setters.set(fontsDir, setter);
  return setter;
}

async function draw({ model, kind, standard, fontsDir }: DrawingJob): Promise<Drawing> {
  if (kind === 'pdf') return setterFor(fontsDir).pdf(model, standard);
  if (kind === 'picture') {
    const { svg, pages } = setterFor(fontsDir).picture(model);
    return { bytes: Buffer.from(svg), pages };
  }
  const { writeDocx } = await import('./write-docx.ts');
  return { bytes: await writeDocx(model), pages: null };
}

process.on('message', async (job: DrawingJob) => {
  let answer: DrawingAnswer;
  try {
    answer = { drawing: await draw(job) };
  } catch (error) {
    answer = { complaint: error instanceof Error ? error.message : String(error) };
  }
  process.send?.(answer);
});
process.on('disconnect', () => process.exit());
