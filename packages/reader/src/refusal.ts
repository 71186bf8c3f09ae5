/** Why a file as a whole is not read: a stable code and one sentence, in Chinese and in English, that says what to do. */
export interface Refusal {
  code: 'file_unreadable' | 'file_type' | 'file_too_large' | 'file_encrypted' | 'file_empty';
  message: string;
  messageEn: string;
}

/** Greatest size of a file; a text of this size is some forty books. */
export const MAX_FILE_BYTES = 30 * 1024 * 1024;
/** Greatest length of a text, in letters. */
export const MAX_LETTERS = 6_000_000;

export const TOO_LARGE: Refusal = {
  code: 'file_too_large',
  message: `文件过大（最大${MAX_FILE_BYTES / 1024 / 1024}MB，正文最多${MAX_LETTERS / 10_000}万字），没有读取；请只保留正文，或拆分后再读。`,
  messageEn: `The file is too large (${MAX_FILE_BYTES / 1024 / 1024} MB at most, its text ${MAX_LETTERS} letters) and was not read; keep only the body, or read it in parts.`,
};
export const TOO_COMPLEX: Refusal = {
  code: 'file_too_large',
  message: '文件过大或过于复杂，未能在限定的时间和内存内读完；请只保留正文，或另存为TXT后再读。',
  messageEn:
    'The file is too large or too complex to be read in the time and memory there is; keep only the body, or save it as TXT.',
};
export const BOMB: Refusal = {
  code: 'file_too_large',
  message: '文件解压后过大或压缩异常，不予读取；请用文字处理软件打开后另存为新的.docx再读。',
  messageEn:
    'The file is too large when unpacked, or oddly packed, and is not read; open it in a word processor and save it as a new .docx.',
};
export const PASSWORD: Refusal = {
  code: 'file_encrypted',
  message: '文件设有密码，无法读取；请取消密码后再读。',
  messageEn: 'The file has a password and cannot be read; take the password away first.',
};
export const NOT_TEXT: Refusal = {
  code: 'file_type',
  message: '文件不是TXT、DOCX、PDF或HTML（旧版.doc、.wps请另存为.docx），没有读取。',
  messageEn: 'The file is not TXT, DOCX, PDF or HTML (save .doc and .wps as .docx) and was not read.',
};
export const NO_TEXT: Refusal = {
  code: 'file_empty',
  message: '文件中没有文字（可能是扫描件）；请先做文字识别，或另存为TXT后再读。',
  messageEn: 'There is no text in the file (it may be a scan); recognise its letters first, or save it as TXT.',
};
export const UNREADABLE: Refusal = {
  code: 'file_unreadable',
  message: '文件已损坏或不完整，无法读取；请重新下载或另存后再读。',
  messageEn: 'The file is damaged or incomplete and cannot be read; fetch or save it again.',
};
