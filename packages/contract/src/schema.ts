import Type, { type Static, type TSchema } from 'typebox';

/** `schema` or null, written so that serializers need no branch test for plain types. */
export function Nullable<T extends TSchema>(schema: T) {
  const plain = schema as T & { type?: unknown; enum?: unknown[] };
  if (typeof plain.type === 'string' && plain.type !== 'object' && plain.type !== 'array' && !plain.enum) {
    return Type.Unsafe<Static<T> | null>({ ...schema, type: [plain.type, 'null'] });
  }
  return Type.Union([schema, Type.Null()]) as unknown as ReturnType<typeof Type.Unsafe<Static<T> | null>>;
}

/** One of the words of a list, e.g. the verdicts. */
export function OneOf<const T extends readonly string[]>(words: T) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...words] });
}

/** An object that knows no other fields. */
export function Shape<T extends Record<string, TSchema>>(properties: T) {
  return Type.Object(properties, { additionalProperties: false });
}

/** A list with the cursor of its next page; `total` counts all pages. */
export function Page<T extends TSchema>(item: T) {
  return Shape({ items: Type.Array(item), next: Nullable(Type.String()), total: Type.Integer() });
}

export const Year = Type.Integer({ minimum: 1949, maximum: 2200, description: '年份' });
export const RegionCode = Type.String({ pattern: '^[0-9]{6}$', description: 'GB/T 2260' });
/** As of when: the year judged, and the figures known at a time. */
export const AsOfQuery = {
  year: Type.Optional(Year),
  known_at: Type.Optional(Type.String({ maxLength: 40, description: 'ISO 8601; with the figures known at that time' })),
};
/** Ids and names in query strings: short, no control characters. */
export const Word = Type.String({ minLength: 1, maxLength: 200 });
export const YearValue = Shape({ year: Type.Integer(), value: Type.Number() });
export const Bilingual = Shape({ zh: Type.String(), en: Type.String() });

export const PageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
};
