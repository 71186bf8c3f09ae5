/**
 * The header that names a file to be saved (RFC 6266, RFC 8187): in any script for programs that read it, in plain
 * letters for the others.
 * @param plain file name in Latin letters, digits and -_.
 */
export function attachment(name: string, plain: string): string {
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
