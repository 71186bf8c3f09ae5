/** Points to the millimetre. */
export const MM = 72 / 25.4;

export interface Word {
  text: string;
  x: number;
  y: number;
  right: number;
  bottom: number;
}

/** Words of each page with their boxes in points, from `pdftotext -bbox`. */
export function wordsByPage(html: string): Word[][] {
  const pattern = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;
  return html
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(pattern)].map(([, x, y, right, bottom, text]) => ({
        text: text ?? '',
        ...{ x: Number(x), y: Number(y), right: Number(right), bottom: Number(bottom) },
      })),
    );
}

/** Words that stand on one line, as a text with its edges; from the top down. */
export function linesOf(words: readonly Word[]): Word[] {
  const lines = new Map<number, Word[]>();
  for (const word of words) {
    const y = Math.round(word.y * 2) / 2;
    lines.set(y, [...(lines.get(y) ?? []), word]);
  }
  return [...lines.values()]
    .map((line) => {
      const sorted = line.toSorted((a, b) => a.x - b.x);
      return {
        text: sorted.map(({ text }) => text).join(''),
        x: Math.min(...line.map(({ x }) => x)),
        y: Math.min(...line.map(({ y }) => y)),
        right: Math.max(...line.map(({ right }) => right)),
        bottom: Math.max(...line.map(({ bottom }) => bottom)),
      };
    })
    .toSorted((a, b) => a.y - b.y);
}
