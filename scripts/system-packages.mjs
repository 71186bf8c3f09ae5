import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Programs that the tests use, with the Debian package that brings each. */
const PROGRAMS = [
  { found: () => chromiumPath() !== null, package: 'chromium' },
  { found: () => has('pdftotext') && has('pdffonts') && has('pdftoppm'), package: 'poppler-utils' },
  { found: () => spawnSync('fc-list', [':lang=zh']).stdout?.length > 0, package: 'fonts-noto-cjk' },
];

const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** A Chromium of the system; CHROMIUM names another. */
export function chromiumPath() {
  const paths = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return paths.find((path) => path && existsSync(path)) ?? null;
}

/** Installs what is missing through apt where it may; otherwise says exactly what to install. @returns success. */
export function installSystemPackages() {
  const wanted = () => PROGRAMS.filter(({ found }) => !found()).map((program) => program.package);
  const missing = wanted();
  if (missing.length === 0) return true;
  const command = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const may = has('apt-get') && process.getuid?.() === 0;
  if (may) {
    console.log(`installing ${missing.join(', ')} …`);
    spawnSync('sh', ['-c', `(${command}) >&2`], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  const still = wanted();
  if (still.length > 0) console.error(`测试还需要这些程序，请先安装 (install first): sudo sh -c '${command}'`);
  return still.length === 0;
}
