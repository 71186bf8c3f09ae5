import { Parser } from 'htmlparser2';
import { HtmlTables } from './html-rows.ts';

const BLOCKS = new Set(
  'address article aside blockquote body br caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table tbody tfoot thead title tr ul'.split(
    ' ',
  ),
);

const CELLS = new Set(['td', 'th']);
const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'nav',
  'select',
  'button',
  'iframe',
  'object',
  'textarea',
]);

/** No page nests its tags deeper than this. */
const MAX_DEPTH = 2_000;

/** Thrown by a page made to exhaust whoever reads it. */
export class TooDeep extends Error {}

/**
 * The text of a page: blocks on lines of their own, cells of a row apart by tabs. htmlparser2 reads the page as a
 * stream of tags and keeps no tree.
 * @throws TooDeep where tags nest beyond any page's need
 */
export function htmlText(html: string): string {
  const parts: string[] = [];
  let skipped = 0;
  const tables = new HtmlTables();
  let cell = 0;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > MAX_DEPTH) throw new TooDeep();
        if (SKIPPED.has(name)) skipped += 1;
        if (skipped > 0) return;
        parts.push(tables.open(name, attributes));
        if (CELLS.has(name)) cell += 1;
        else if (BLOCKS.has(name)) parts.push(cell > 0 ? ' ' : '\n');
      },
      onclosetag(name) {
        depth -= 1;
        if (skipped === 0) tables.close(name);
        if (SKIPPED.has(name)) skipped = Math.max(0, skipped - 1);
        else if (skipped === 0 && CELLS.has(name)) cell = Math.max(0, cell - 1);
        else if (skipped === 0 && BLOCKS.has(name) && name !== 'br') parts.push(cell > 0 ? ' ' : '\n');
      },
      ontext(text) {
        if (skipped === 0) parts.push(text.replace(/[\r\n\t ]+/g, ' '));
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return parts
    .join('')
    .replace(/ *\n */g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** The encoding an HTML page names in its head, for pages not in UTF-8. */
export const namedEncoding = (head: string): string | null =>
  /charset\s*=\s*["']?(?<name>[\w-]+)/i.exec(head)?.groups?.name ?? null;
