/**
 * One letter for another, place by place: full-width ASCII to half-width, ASCII marks between Chinese words to the
 * Chinese marks (a document mixes both), other quotation marks and dashes to the usual ones.
 */
const TABLE = new Uint16Array(65_536);
for (let code = 0; code < TABLE.length; code += 1) TABLE[code] = code;
for (let code = 0xff01; code <= 0xff5e; code += 1) TABLE[code] = code - 0xfee0;
const PAIRS: Record<string, string> = {
  '，': '，',
  '：': '：',
  '；': '；',
  '（': '（',
  '）': '）',
  '！': '！',
  '？': '？',
  ',': '，',
  ':': '：',
  ';': '；',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
  '﹪': '%',
  '﹒': '.',
  '﹐': '，',
  '﹑': '、',
  '﹔': '；',
  '﹕': '：',
  '﹙': '（',
  '﹚': '）',
  '\u00b5': 'μ',
  '〜': '~',
  '∼': '~',
  '〈': '《',
  '〉': '》',
  '「': '“',
  '」': '”',
  '『': '“',
  '』': '”',
  '〝': '“',
  '〞': '”',
  '―': '—',
  '─': '—',
  '‐': '-',
  '‑': '-',
  '﹣': '-',
  '−': '-',
  '［': '〔',
  '］': '〕',
  '【': '【',
  '㎡': '㎡',
};
for (const [from, to] of Object.entries(PAIRS)) TABLE[from.charCodeAt(0)] = to.charCodeAt(0);

/** Code of the letter that `code` is read as. */
export const letterFor = (code: number): number => TABLE[code] ?? code;

const NOTHING = new Set([0xfeff, 0x200b, 0x200c, 0x200d, 0x2060, 0x00ad, 0x200e, 0x200f]);

/** Letters that take no room in reading: byte order mark, zero-width spaces, soft hyphen. */
export const isNothing = (code: number): boolean => NOTHING.has(code);

/** Spaces of any width but the tab, which keeps the cells of a table apart. */
export const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f;
