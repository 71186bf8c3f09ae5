/** How a page begins: the paper, with its size. */
const PAPER = /^ {4}<path class="typst-shape" fill="#ffffff" fill-rule="nonzero" d="M 0 0v ([\d.]+) h ([\d.]+) /;
const SYMBOL = /<symbol id="([^"]+)"[\s\S]*?<\/symbol>/g;
const HEAD = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

/**
 * The typesetter's picture of a whole document, cut into pictures of its pages, each with the glyphs it needs.
 * @param most pages to be cut out, from the first on
 */
export function pagePictures(svg: string, most: number): string[] {
  const cut = svg.indexOf('\n    <defs');
  const glyphs = new Map([...svg.slice(cut).matchAll(SYMBOL)].map(([symbol, id]) => [id, symbol]));
  const lines = svg.slice(0, cut).split('\n');
  const pages: { width: string; height: string; lines: string[] }[] = [];
  for (const line of lines) {
    const [, height, width] = PAPER.exec(line) ?? [];
    if (height !== undefined && width !== undefined) {
      if (pages.length === most) break;
      pages.push({ width, height, lines: [] });
    } else {
      // Where the page stands below the others is of no use here.
      pages.at(-1)?.lines.push(line.replace(/^ {4}<g transform="matrix\([^)]*\)">/, '    <g>'));
    }
  }
  return pages.map(({ width, height, lines: drawn }) => {
    const body = drawn.join('\n');
    const used = new Set([...body.matchAll(/xlink:href="#([^"]+)"/g)].map(([, id]) => id ?? ''));
    const defs = [...used].map((id) => glyphs.get(id) ?? '').join('');
    return `<svg ${HEAD} viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#fff"/>${body}<defs>${defs}</defs></svg>`;
  });
}
