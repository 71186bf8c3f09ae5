import { SettingError, wholeNumber } from '../setting-values.ts';

/** The virus scanner every uploaded file is shown to. */
export interface ScanSettings {
  program: string;
  /** Arguments before the path of the file. */
  args: string[];
  /** How long one file may take. */
  seconds: number;
}

/** A program and its arguments: words between spaces; "double quotes" keep spaces inside a word. */
function wordsOf(text: string): string[] | null {
  const words: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const [whole = '', quoted, plain] = /^(?:"([^"]*)"|([^\s"]+))(?=\s|$)/.exec(rest) ?? [];
    if (whole === '') return null;
    words.push(quoted ?? plain ?? '');
    rest = rest.slice(whole.length).trimStart();
  }
  return words;
}

/** @throws SettingError naming the variable. */
export function readScanSettings(env: NodeJS.ProcessEnv): ScanSettings | null {
  const seconds = wholeNumber(env, 'SCAN_SECONDS', { usual: 30, from: 1, to: 300 });
  if (env.SCAN_COMMAND === undefined) return null;
  const [program = '', ...args] = wordsOf(env.SCAN_COMMAND) ?? [];
  if (program === '' || /\p{Cc}/u.test(env.SCAN_COMMAND)) {
    throw new SettingError(
      'SCAN_COMMAND：须为程序和参数，以空格分隔，含空格的用双引号 (must be a program and its arguments; double quotes around words with spaces)',
    );
  }
  return { program, args, seconds };
}
