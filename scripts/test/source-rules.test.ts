import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './small-tree.ts';

interface Source {
  path: string;
  text: string;
}

const read = (patterns: string[]): Source[] =>
  globSync(patterns, { cwd: ROOT, exclude: ['**/*.test.*'] })
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

/** What runs on the machine of the operator, and what runs in browsers. */
const SERVER = read(['apps/{api,cli}/src/**/*.ts', 'packages/*/src/**/*.ts']);
const PAGES = read(['apps/web/src/**/*.{ts,tsx}', 'packages/{charts,contract,domain}/src/**/*.ts']);

/** Files in which something stands. */
const having = (sources: readonly Source[], what: RegExp): string[] =>
  sources.filter(({ text }) => what.test(text)).map(({ path }) => path);

/** All that a pattern's first group catches. */
const caught = (sources: readonly Source[], what: RegExp): string[] =>
  sources.flatMap(({ text }) => [...text.matchAll(what)].map(([, word = '']) => word));

describe('the source of what ships', () => {
  it('is found', () => {
    expect(SERVER.length).toBeGreaterThan(300);
    expect(PAGES.length).toBeGreaterThan(200);
  });

  it('starts programs in these places, by path and list of arguments, and never through a shell', () => {
    expect(having(SERVER, /node:child_process/)).toEqual([
      'apps/api/src/backups.ts',
      'apps/api/src/scan/run-scanner.ts',
      'packages/briefing/src/press.ts',
      'packages/ingest/src/reading-process.ts',
      'packages/reader/src/reading-process.ts',
    ]);
    const imported = caught(SERVER, /import \{([^}]*)\} from 'node:child_process'/g).flatMap((names) =>
      names.split(',').map((name) => name.trim()),
    );
    const allowed = ['execFile', 'spawn', 'fork', 'type ChildProcess', 'type ChildProcessByStdio'];
    expect(imported.filter((name) => !allowed.includes(name))).toEqual([]);
    expect(having(SERVER, /\bshell\s*:/)).toEqual([]);
  });

  it('loads programs only by names written in it', () => {
    expect(having(SERVER, /\bimport\((?!['"])/)).toEqual([]);
    // Of what was installed with it, these two read a version.
    const asked = caught(SERVER, /\brequire\(([^)]*)\)/g);
    expect(asked.filter((name) => !/^[`'][^)]*\/package\.json[`']$/.test(name))).toEqual([]);
    expect(having(SERVER, /\beval\(|new Function\(|node:vm/)).toEqual([]);
  });

  it('uses these methods of cryptography and no others, as docs/security.md lists them', () => {
    const called = /create(?:Hash|Hmac|Cipheriv|Decipheriv|Sign|Verify)\(\s*'([^']+)'/g;
    expect([...new Set(caught(SERVER, called))].sort()).toEqual(['aes-256-gcm', 'sha256']);
    const named = /create(?:Hash|Hmac|Cipheriv|Decipheriv|Sign|Verify)\(/;
    expect(having(SERVER, named)).toEqual(having(SERVER, new RegExp(called.source)));
    expect(having(SERVER, /pbkdf2|scrypt|hkdf|\bcrypto\.hash\(|Math\.random\(\)\.toString/)).toEqual([]);
    expect(having(SERVER, /@node-rs\/argon2/)).toEqual(['packages/store/src/password.ts']);
    expect(having(SERVER, /from 'otpauth'/)).toEqual(['packages/store/src/second-factor.ts']);
    const libraries = read(['{apps,packages}/*/package.json']).flatMap(({ text }) =>
      Object.keys((JSON.parse(text) as { dependencies?: Record<string, string> }).dependencies ?? {}),
    );
    const crypto = /argon|bcrypt|crypt|otp|jose|jwt|jsonwebtoken|openid|oidc|forge|nacl|sodium|noble/;
    expect(libraries.filter((name) => crypto.test(name)).sort()).toEqual([
      '@node-rs/argon2',
      'openid-client',
      'otpauth',
    ]);
  });

  it('asks nobody outside but the sign-in provider', () => {
    expect(having(SERVER, /\bfetch\(|from 'node:(https|tls|dgram|http2)'|undici|WebSocket|nodemailer/)).toEqual([]);
    expect(having(SERVER, /http\.(request|get)\(|net\.(connect|createConnection)\(/)).toEqual([]);
    expect(having(SERVER, /openid-client/)).toEqual(['apps/api/src/identity-provider.ts']);
  });

  it('logs to standard output and nowhere else', () => {
    expect(having(SERVER, /transport\s*:\s*\{|pino\.destination|\bstream:\s|appendFile|createWriteStream/)).toEqual([
      // files of their own: the anchors of the audit, and backups
      'packages/store/src/archive.ts',
      'packages/store/src/audit-anchor.ts',
    ]);
  });

  it('of the pages makes no HTML of text', () => {
    const ways = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcDoc|createContextualFragment|DOMParser/;
    expect(having(PAGES, ways)).toEqual([]);
  });

  it('takes in no Markdown, templates or styles of users: there is no program for it', () => {
    const libraries = read(['{apps,packages}/*/package.json']).flatMap(({ text }) =>
      Object.keys((JSON.parse(text) as { dependencies?: Record<string, string> }).dependencies ?? {}),
    );
    expect(libraries.length).toBeGreaterThan(30);
    const such = /markdown|marked|remark|handlebars|mustache|nunjucks|ejs|pug|liquid|bbcode|postcss|less$|sass/;
    expect(libraries.filter((name) => such.test(name))).toEqual([]);
  });

  it('of the pages keeps things in the browser in these places only', () => {
    expect(having(PAGES, /sessionStorage|localStorage|indexedDB|document\.cookie|caches\.open|serviceWorker/)).toEqual([
      'apps/web/src/app/use-scroll-memory.ts',
      'apps/web/src/features/search/shortcut.ts',
      'apps/web/src/features/submissions/tab-memory.ts',
    ]);
  });

  it('of the pages masks every password and lets managers fill it in', () => {
    const fields = PAGES.flatMap(({ path, text }) =>
      [...text.matchAll(/<(?:input|Input)\b(?:[^>]|=>)*?>/g)].map(([tag]) => ({ path, tag })),
    ).filter(({ tag }) => /name="[^"]*(password|current|again)"/.test(tag));
    expect(fields.length).toBeGreaterThanOrEqual(6);
    const wrong = fields.filter(
      ({ tag }) => !/type="password"/.test(tag) || !/autoComplete="(current|new)-password"/.test(tag),
    );
    expect(wrong).toEqual([]);
    // Cells of the grid take pasted tables; nothing else minds what is pasted.
    expect(having(PAGES, /onPaste|onBeforeInput/).filter((path) => !path.includes('/entry/'))).toEqual([]);
  });
});
