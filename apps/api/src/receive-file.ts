import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';

/**
 * The one file of a multipart request, once the virus scanner has let it in: every upload comes through here.
 * @throws Problem where there is none, or more, or it breaks off, or it is not let in
 */
export async function receiveFile(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  if (!request.isMultipart())
    throw new Problem('media_type_unsupported', {
      zh: '请以 multipart/form-data 上传文件',
      en: 'Send the file as multipart/form-data',
    });
  let file: { name: string; bytes: Buffer } | null = null;
  try {
    for await (const part of request.parts()) {
      if (part.type !== 'file') continue;
      if (file) throw new Problem('body_invalid', { zh: '一次只能上传一个文件', en: 'One file at a time' });
      file = { name: part.filename, bytes: await part.toBuffer() };
    }
  } catch (error) {
    // A body that breaks off, or has no boundary: the parser's errors bear no status.
    if (error instanceof Problem || (error as { statusCode?: number }).statusCode) throw error;
    throw new Problem('body_invalid', {
      zh: '上传的内容不完整，请重新上传',
      en: 'The upload is not complete; send it again',
    });
  }
  if (!file) throw new Problem('file_missing');
  await request.server.scanning.letIn(request, file.bytes);
  return file;
}
