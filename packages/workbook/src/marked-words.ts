import type { UploadProblem } from '@dabiao/domain/problem';

/** The language the copy speaks; the cells stay as they are. */
export type CopyLang = 'zh' | 'en';

interface CopyWords {
  /** Name of the sheet that lists the problems. */
  list: string;
  severity: Record<UploadProblem['severity'], string>;
  /** Between the severity and what is said. */
  colon: string;
  title: (errors: number, warnings: number) => string;
  file: (name: string) => string;
  instructions: string;
  /** Heads of the list: number, severity, sheet, cell, problem. */
  columns: readonly [string, string, string, string, string];
  wholeFile: string;
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** What the copy says itself. */
export const COPY_WORDS: Record<CopyLang, CopyWords> = {
  zh: {
    list: '问题清单',
    severity: { error: '错误', warning: '提醒' },
    colon: '：',
    title: (errors, warnings) => `问题清单：${errors}处错误，${warnings}处提醒`,
    file: (name) => `文件：${name}`,
    instructions:
      '错误须改正，提醒请核对。点“单元格”一栏可跳到原处：红底双线框是错误，黄底虚线框是提醒，原因写在批注里。这是按读到的内容另制的副本，公式和格式没有保留，请在原文件中改正后重新上传。',
    columns: ['序号', '性质', '工作表', '单元格', '问题和处理办法'],
    wholeFile: '整个文件',
  },
  en: {
    list: 'Problems',
    severity: { error: 'Error', warning: 'Warning' },
    colon: ': ',
    title: (errors, warnings) => `Problems: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`,
    file: (name) => `File: ${name}`,
    instructions:
      'Correct the errors, check the warnings. The column “Cell” leads to each place: errors are red with a double frame, warnings yellow with a dashed one, the reasons are in the notes. This is a copy made from what was read, without formulas and formats: make the corrections in the file itself and upload that again.',
    columns: ['No.', 'Kind', 'Sheet', 'Cell', 'Problem and what to do'],
    wholeFile: 'Whole file',
  },
};

/** The sentence without sheet and cell in front of it, for where these are told already; in Chinese where it has no other. */
export function bareMessage(
  { message, messageEn }: Pick<UploadProblem, 'message' | 'messageEn'>,
  lang: CopyLang,
): string {
  if (lang === 'en' && messageEn !== null) return messageEn.replace(/^Sheet “[^”]*”(?:, cell [A-Z]{1,3}\d+)?: /u, '');
  return message.replace(/^工作表“[^”]*”\s*(?:单元格)?(?:[A-Z]{1,3}\d+)?：/u, '');
}
