import type { UploadProblemCode } from '@dabiao/domain/problem';

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

/** The file is damaged or not what its name says. */
export function unreadable(
  message = '文件已损坏或格式不符，无法读取；请用表格软件打开后另存为 .xlsx 再上传。',
): Refusal {
  return { code: 'file_unreadable', message };
}
