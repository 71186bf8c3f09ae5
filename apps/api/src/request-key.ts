import type { FastifyRequest } from 'fastify';

/** The Idempotency-Key of a request; null where it has none. */
export function keyOf(request: FastifyRequest): string | null {
  const header = request.headers['idempotency-key'];
  return typeof header === 'string' && header !== '' ? header.slice(0, 200) : null;
}
