import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv';
import fastJsonStringify from 'fast-json-stringify';
import type { FastifyInstance } from 'fastify';

/** A check that is compiled when it is first needed: most of a start would go into schemas that nobody asks for. */
function compiledLater(compile: () => ValidateFunction) {
  let compiled: ValidateFunction | undefined;
  const check = (data: unknown): boolean => {
    compiled ??= compile();
    const right = compiled(data) as boolean;
    check.errors = compiled.errors ?? null;
    return right;
  };
  check.errors = null as ErrorObject[] | null;
  return check;
}

/**
 * Bodies are never coerced: a null where a number belongs, a string "12" or an unknown field is an error, not a zero.
 * Query strings and path parameters are text by nature and are coerced to the types of their schema. Answers are
 * written by their schema, so that no field leaves that the contract does not name.
 */
export function installValidators(app: FastifyInstance): void {
  const common: Options = { allErrors: true, removeAdditional: false, useDefaults: true, strict: false };
  const strict = new Ajv({ ...common, coerceTypes: false });
  const coercing = new Ajv({ ...common, coerceTypes: true });
  app.setValidatorCompiler(({ schema, httpPart }) =>
    compiledLater(() => (httpPart === 'body' ? strict : coercing).compile(schema as object)),
  );
  app.setSerializerCompiler(({ schema }) => {
    let write: ((data: unknown) => string) | undefined;
    return (data) => {
      write ??= fastJsonStringify(schema as object) as (data: unknown) => string;
      return write(data);
    };
  });
}
