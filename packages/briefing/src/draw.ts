import type { BriefingModel } from './model.ts';
import { Press } from './press.ts';
import type { PdfStandard } from './typesetter.ts';

/** Where further fonts are, and to which standard the PDF is written (PDF/A-2a unless said otherwise). */
export interface DrawingOptions {
  fontsDir?: string | null;
  standard?: PdfStandard;
}

/**
 * Draws one briefing as PDF (PDF/A-2a, tagged, fonts embedded), in a process that ends with it. Equal models give equal
 * bytes. Whoever draws several keeps a press.
 * @throws Error with the typesetter's message where it fails, warns of fonts or takes more than a minute.
 */
export async function drawBriefing(model: BriefingModel, options: DrawingOptions = {}): Promise<Uint8Array> {
  const press = new Press();
  try {
    const { fontsDir = null, standard = 'a-2a' } = options;
    return (await press.draw({ model, kind: 'pdf', standard, fontsDir })).bytes;
  } finally {
    press.close();
  }
}
