import { Ajv, type Options } from 'ajv';
import type { FastifyInstance } from 'fastify';

/**
 * Bodies are never coerced: a null where a number belongs, a string "12" or an unknown field is an error, not a zero.
 * Query strings and path parameters are text by nature and are coerced to the types of their schema.
 */
export function installValidators(app: FastifyInstance): void {
  const common: Options = { allErrors: true, removeAdditional: false, useDefaults: true, strict: false };
  const strict = new Ajv({ ...common, coerceTypes: false });
  const coercing = new Ajv({ ...common, coerceTypes: true });
  app.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? strict : coercing).compile(schema as object),
  );
}
