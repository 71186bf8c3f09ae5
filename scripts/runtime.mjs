// Plain JavaScript for any Node >= 20.19: finds or fetches the Node that runs everything else, and installs packages.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

/** The first release that runs TypeScript files as they are, and the one fetched where the machine's is older. */
const NEEDED = [22, 18];
const FETCHED = '24.21.0';

const say = (text) => process.stderr.write(`${text}\n`);

function fail(text) {
  say(text);
  process.exit(1);
}

function newEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/** npm as it was started, or the one on PATH. */
function runNpm(args, env, quiet) {
  const own = process.env.npm_execpath;
  const node = env.DABIAO_NODE ?? process.execPath;
  const [command, first] = own?.endsWith('.js')
    ? [node, [own]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  return spawnSync(command, [...first, ...args], {
    cwd: root,
    env,
    // What npm prints goes to the error stream: the output of `dabiao` commands is for programs.
    stdio: ['ignore', quiet ? 'ignore' : 2, 2],
    shell: command.endsWith('.cmd'),
  }).status;
}

/** The path of a Node that runs this product: this one, one fetched before, or one fetched through npm now. */
export function findNode() {
  if (newEnough(process.versions.node)) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const binary = join(root, '.runtime/node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const version = join(root, '.runtime/node_modules', name, 'package.json');
  if (existsSync(binary) && JSON.parse(readFileSync(version, 'utf8')).version === FETCHED) return binary;
  say(`Node ${process.versions.node} → 正在通过 npm 获取 Node ${FETCHED} (fetching Node ${FETCHED} through npm) …`);
  mkdirSync(join(root, '.runtime'), { recursive: true });
  writeFileSync(join(root, '.runtime/package.json'), '{"private":true}\n');
  const status = runNpm(
    [
      'install',
      '--prefix',
      join(root, '.runtime'),
      '--no-save',
      '--ignore-scripts',
      '--no-package-lock',
      `${name}@${FETCHED}`,
    ],
    process.env,
    true,
  );
  if (status !== 0 || !existsSync(binary)) {
    fail(
      `没有取到 Node ${FETCHED}：请检查 npm 源，或自行安装 Node 22.18 以上 (could not fetch Node; install Node >= 22.18)`,
    );
  }
  return binary;
}

/** The environment in which everything runs: the right Node first on PATH. */
export function nodeEnvironment(node) {
  const path = [dirname(node), process.env.PATH].filter(Boolean).join(delimiter);
  const cache = join(root, '.cache/compiled');
  return { ...process.env, PATH: path, DABIAO_NODE: node, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? cache };
}

const digest = (...files) => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
};

/**
 * Installs the packages where they are missing or the lock file has changed. Every native package ships its binary, so no install
 * script is run: they would want a compiler, or download something.
 */
export function installPackages(env) {
  const stamp = join(root, 'node_modules/.dabiao-installed');
  const wanted = `${digest('package-lock.json')} ${env.DABIAO_NODE}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('正在安装依赖 (installing packages) …');
  if (runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], env, false) !== 0) {
    fail('依赖没有装好：请检查 npm 源后重试 (npm ci failed; check the npm registry and try again)');
  }
  writeFileSync(stamp, wanted);
}

/** Brings Node and the packages. @returns the environment for everything that follows. */
export function prepare() {
  const node = findNode();
  const env = nodeEnvironment(node);
  installPackages(env);
  return env;
}

/** Runs a program to its end in front of the user. @returns its exit code. */
export function run(command, args, env) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('error', (error) => {
      say(String(error));
      done(1);
    });
    // Stopping a server from the keyboard is no failure; any other signal (out of memory) is.
    child.on('exit', (code, signal) => done(signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : (code ?? 1)));
  });
}

/** Runs one of the packages' own programs, e.g. run of vitest. */
export const runTool = (tool, args, env) => run(env.DABIAO_NODE, [join(root, 'node_modules', tool), ...args], env);
