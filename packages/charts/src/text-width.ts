/**
 * Width of a line of text in pixels at `size`, by classes of characters: hanzi and full-width forms one em, digits
 * 0.58, capitals 0.68, other Latin 0.55. Works without a font, alike on page and server; measured against Noto Sans SC
 * it errs on the wide side by a few per cent.
 */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const char of text) ems += charWidth(char);
  return ems * size;
}

/** The text, or as much of its beginning as fits into `width` pixels with an ellipsis. */
export function fitText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let fitted = '';
  for (const char of text) {
    if (textWidth(`${fitted}${char}…`, size) > width) break;
    fitted += char;
  }
  return `${fitted}…`;
}

function charWidth(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code >= 0x2e80 || (code >= 0x2010 && code <= 0x27ff)) return 1;
  if (/[0-9]/.test(char)) return 0.58;
  if (/[A-Z%@&]/.test(char)) return char === '%' || char === '@' ? 0.93 : 0.68;
  if (/[ .,:;'|!ilj]/.test(char)) return 0.3;
  return 0.58;
}
