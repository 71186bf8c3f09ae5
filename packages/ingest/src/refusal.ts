import type { UploadProblemCode } from '@dabiao/domain/problem';
import type { Wording } from '@dabiao/domain/wording';
import { MAX_COLUMNS, MAX_ROWS } from './grid.ts';

/** Why a file as a whole is not read: a stable code and one sentence, in Chinese and in English, that says what to do. */
export interface Refusal {
  code: Extract<UploadProblemCode, 'file_unreadable' | 'file_type' | 'file_too_large' | 'file_encrypted'>;
  message: string;
  messageEn: string;
}

export const PASSWORD: Refusal = {
  code: 'file_encrypted',
  message: '文件设有密码，无法读取；请取消密码后再上传。',
  messageEn: 'The file has a password and cannot be read; remove the password and upload it again.',
};

export const TOO_COMPLEX: Refusal = {
  code: 'file_too_large',
  message: '文件过大或过于复杂，未能在限定的时间和内存内读完；请只保留数据所在的工作表，或拆分后上传。',
  messageEn:
    'The file is too large or too complex to be read in the time and memory there is; keep only the sheets with the figures, or upload it in parts.',
};

/** A zip file that inflates to too much, or in too many parts. */
export const TOO_LARGE: Refusal = {
  code: 'file_too_large',
  message: '文件解压后过大或压缩异常，不予读取；请用表格软件打开后另存为新的 .xlsx 再上传。',
  messageEn:
    'The file is too large when unpacked, or oddly packed, and is not read; open it in a spreadsheet program, save it as a new .xlsx and upload that.',
};

/** Sheets a workbook may have. */
export const MAX_SHEETS = 300;

/** A workbook of more sheets than anyone looks through. */
export const TOO_MANY: Refusal = {
  code: 'file_too_large',
  message: `文件的工作表或部件过多（最多 ${MAX_SHEETS} 张工作表），没有读入；请只保留数据所在的工作表，或拆分后上传。`,
  messageEn: `The file has too many sheets or parts (${MAX_SHEETS} sheets at most) and was not read; keep only the sheets with the figures, or upload it in parts.`,
};

/** Links by which a file would have another program act. */
export const LINKED: Refusal = {
  code: 'file_type',
  message: '文件含有动态数据交换（DDE）或对象链接，不予接收；请断开链接后另存为新的 .xlsx 再上传。',
  messageEn:
    'The file has links to other programs (DDE or linked objects) and is not accepted; break the links, save it as a new .xlsx and upload that.',
};

/** Nothing is read of a sheet beyond the limits: a part of it could be taken for the whole. */
export const TOO_LONG: Refusal = {
  code: 'file_too_large',
  message: `工作表超过 ${MAX_ROWS.toLocaleString('en')} 行或 ${MAX_COLUMNS} 列，或单元格过多，整个文件没有读入；请拆分后上传，远处有零星内容的，请先删除。`,
  messageEn: `A sheet has more than ${MAX_ROWS.toLocaleString('en')} rows or ${MAX_COLUMNS} columns, or too many cells, and nothing of the file was read; upload it in parts, and delete stray cells far away first.`,
};

/** Why a file is not read, in words of its own. */
export function refusal(code: Refusal['code'], { zh, en }: Wording): Refusal {
  return { code, message: zh, messageEn: en };
}

/** The file is damaged or not what its name says. */
const DAMAGED: Wording = {
  zh: '文件已损坏或格式不符，无法读取；请用表格软件打开后另存为 .xlsx 再上传。',
  en: 'The file is damaged or not in the format its name says and cannot be read; open it in a spreadsheet program, save it as .xlsx and upload that.',
};

export const unreadable = (said = DAMAGED): Refusal => refusal('file_unreadable', said);
