import type { UploadProblemCode } from '@dabiao/domain/problem';
import { MAX_COLUMNS, MAX_ROWS } from './grid.ts';

/** Why a file as a whole is not read: a stable code and one Chinese sentence that says what to do. */
export interface Refusal {
  code: Extract<UploadProblemCode, 'file_unreadable' | 'file_type' | 'file_too_large' | 'file_encrypted'>;
  message: string;
}

export const PASSWORD: Refusal = {
  code: 'file_encrypted',
  message: '文件设有密码，无法读取；请取消密码后再上传。',
};

export const TOO_COMPLEX: Refusal = {
  code: 'file_too_large',
  message: '文件过大或过于复杂，未能在限定的时间和内存内读完；请只保留数据所在的工作表，或拆分后上传。',
};

/** A zip file that inflates to too much, or in too many parts. */
export const TOO_LARGE: Refusal = {
  code: 'file_too_large',
  message: '文件解压后过大或压缩异常，不予读取；请用表格软件打开后另存为新的 .xlsx 再上传。',
};

/** Sheets a workbook may have. */
export const MAX_SHEETS = 300;

/** A workbook of more sheets than anyone looks through. */
export const TOO_MANY: Refusal = {
  code: 'file_too_large',
  message: `文件的工作表或部件过多（最多 ${MAX_SHEETS} 张工作表），没有读入；请只保留数据所在的工作表，或拆分后上传。`,
};

/** Links by which a file would have another program act. */
export const LINKED: Refusal = {
  code: 'file_type',
  message: '文件含有动态数据交换（DDE）或对象链接，不予接收；请断开链接后另存为新的 .xlsx 再上传。',
};

/** Nothing is read of a sheet beyond the limits: a part of it could be taken for the whole. */
export const TOO_LONG: Refusal = {
  code: 'file_too_large',
  message: `工作表超过 ${MAX_ROWS.toLocaleString('en')} 行或 ${MAX_COLUMNS} 列，或单元格过多，整个文件没有读入；请拆分后上传，远处有零星内容的，请先删除。`,
};

/** The file is damaged or not what its name says. */
export function unreadable(
  message = '文件已损坏或格式不符，无法读取；请用表格软件打开后另存为 .xlsx 再上传。',
): Refusal {
  return { code: 'file_unreadable', message };
}
