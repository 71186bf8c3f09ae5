import { escapeXml } from '@dabiao/charts/escape-xml';
import { textWidth } from '@dabiao/charts/text-width';
import { THEMES } from '@dabiao/charts/theme';

/** What a chart must carry when it leaves its page. */
export interface PictureWords {
  title: string;
  subtitle: string;
  /** Source, status, date of judgement, method. */
  foot: string;
}

const WIDTH = 1200;
const MARGIN = 32;
const TITLE = { size: 28, line: 36 };
const SMALL = { size: 16, line: 24 };

export const PICTURE_CHART = { width: WIDTH - 2 * MARGIN, height: 520 };

/** Marks that may not begin a line (GB/T 15834). */
const NOT_FIRST = '，。；：、）》”？！%,.;:)';

/** Lines of at most `width` pixels; breaks between any two characters but before a closing mark. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.match(/[A-Za-z0-9.,%+\-−]+|./gu) ?? []) {
    if (line !== '' && textWidth(line + part, size) > width && !NOT_FIRST.includes(part)) {
      lines.push(line.trimEnd());
      line = part.trimStart();
    } else line += part;
  }
  return line === '' ? lines : [...lines, line];
}

/**
 * The chart as an SVG document of its own, on white paper: title, subtitle, chart, foot.
 * @param chart the chart drawn at `PICTURE_CHART` size
 */
export function chartPicture(chart: string, { title, subtitle, foot }: PictureWords): { svg: string; height: number } {
  const theme = THEMES.light;
  const inner = WIDTH - 2 * MARGIN;
  let y = MARGIN;
  const block = (text: string, { size, line }: typeof TITLE, colour: string, bold = false): string =>
    wrapText(text, bold ? size * 1.06 : size, inner)
      .map((words) => {
        y += line;
        const weight = bold ? ' font-weight="700"' : '';
        return `<text x="${MARGIN}" y="${y}" font-size="${size}" fill="${colour}"${weight}>${escapeXml(words)}</text>`;
      })
      .join('');
  const head = block(title, TITLE, theme.ink, true) + block(subtitle, SMALL, theme.soft);
  const top = y + 16;
  y = top + PICTURE_CHART.height;
  const below = block(foot, SMALL, theme.soft);
  const height = y + MARGIN;
  const placed = chart.replace('<svg ', `<svg x="${MARGIN}" y="${top}" `);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${escapeXml(theme.font)}"><rect width="100%" height="100%" fill="${theme.paper}"/>${head}${placed}${below}</svg>`;
  return { svg, height };
}

/** An SVG document as PNG, twice as fine. @throws where the browser cannot draw it */
export async function toPng(svg: string, height: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [WIDTH * 2, height * 2];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture'))), 'image/png'),
  );
}

/** Lets the reader save a file made here. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  [link.href, link.download] = [address, name];
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
