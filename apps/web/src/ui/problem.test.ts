import { describe, expect, it } from 'vitest';
import { offlineProblem, RequestProblem, toProblem, worthRetrying } from './problem.ts';
import { parseJson } from './request.ts';

describe('problems of requests', () => {
  it('are read from problem+json', () => {
    const problem = toProblem(422, {
      type: 'about:blank',
      title: '文件无法读取',
      status: 422,
      code: 'file_refused',
      detail: '请另存为 xlsx',
      errors: [{ field: 'Sheet1!B3', message: '不是数字' }, { field: 3 }, null],
    });
    expect(problem).toBeInstanceOf(RequestProblem);
    expect(problem).toMatchObject({
      code: 'file_refused',
      status: 422,
      message: '文件无法读取',
      detail: '请另存为 xlsx',
    });
    expect(problem.errors).toEqual([{ field: 'Sheet1!B3', message: '不是数字' }]);
  });

  it.each([[null], ['<html>502</html>'], [42], [{}], [{ code: 7, title: null, errors: 'many' }]])(
    'survive a body that is none: %j',
    (body) => {
      expect(toProblem(502, body)).toMatchObject({
        code: 'unreadable',
        status: 502,
        message: '',
        detail: null,
        errors: [],
      });
    },
  );

  it('are worth another try where the fault may pass', () => {
    expect(worthRetrying(offlineProblem())).toBe(true);
    expect(worthRetrying(toProblem(503, null))).toBe(true);
    expect(worthRetrying(toProblem(429, null))).toBe(true);
    expect(worthRetrying(toProblem(404, null))).toBe(false);
    expect(worthRetrying(toProblem(401, null))).toBe(false);
    expect(worthRetrying(new Error('a fault of ours'))).toBe(false);
  });

  it('JSON that is none is null', () => {
    expect(parseJson('')).toBeNull();
    expect(parseJson('{')).toBeNull();
    expect(parseJson('{"a":1}')).toEqual({ a: 1 });
  });
});
