import { PROBLEMS, type ProblemCode } from '@dabiao/contract/problems';
import { toStoreError } from '@dabiao/store/store-error';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, saidIn } from '../problem.ts';

/** The language a request asks for by Accept-Language; Chinese where it does not. */
export function requestLanguage(request: FastifyRequest): 'zh' | 'en' {
  return /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';
}

/** Codes of errors that Fastify and its plugins throw. */
const BY_STATUS: Record<number, ProblemCode> = {
  400: 'body_invalid',
  403: 'not_found',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'too_large',
  415: 'media_type_unsupported',
  429: 'too_many_requests',
  503: 'busy',
};

type Validation = NonNullable<FastifyError['validation']>[number];

/** Where in the body or query, as a path: milestones.0.year; an unknown field is named. */
function fieldOf(fault: Validation): string {
  const path = fault.instancePath.replace(/^\//, '').replaceAll('/', '.');
  const extra = fault.params.additionalProperty ?? fault.params.missingProperty;
  return [path, extra].filter((part) => typeof part === 'string' && part !== '').join('.');
}

function toProblem(error: FastifyError): Problem {
  if (error instanceof Problem) return error;
  if (error.validation) {
    const code = error.validationContext === 'body' ? 'body_invalid' : 'query_invalid';
    const errors = error.validation.map((fault) => ({
      field: fieldOf(fault),
      message: fault.message ?? fault.keyword,
    }));
    return new Problem(code, null, errors);
  }
  // A full disk or a read-only folder: nothing was stored, and it works again when the cause is gone.
  const said = toStoreError(error, '数据目录');
  if (said) return new Problem('store_unavailable', said.message);
  const status = error.statusCode ?? 500;
  return new Problem(BY_STATUS[status] ?? (status < 500 ? 'query_invalid' : 'internal'));
}

/** After how long somebody who was put off may try again. */
const RETRY_SECONDS = 10;

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const known = PROBLEMS[problem.code];
  const lang = requestLanguage(request);
  const errors = problem.errors?.map(({ field, message }) => ({ field, message: saidIn(lang, message) }));
  if (known.status === 503) reply.header('retry-after', RETRY_SECONDS);
  return reply
    .code(known.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({
      type: `urn:dabiao:problem:${problem.code}`,
      title: known[lang],
      status: known.status,
      code: problem.code,
      detail: problem.detail === null ? null : saidIn(lang, problem.detail),
      instance: request.id,
      ...(errors ? { errors } : {}),
    });
}

/** Writes every error as RFC 9457 problem+json; what is not foreseen is logged and told without its inside. */
export function installProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = toProblem(error);
    if (problem.code === 'internal' || problem.code === 'store_unavailable')
      request.log.error({ err: error }, 'unforeseen error');
    return sendProblem(request, reply, problem);
  });
}
