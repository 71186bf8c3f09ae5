import Type, { type Static } from 'typebox';
import { Nullable, OneOf, Shape } from './schema.ts';

/** An address inside the product: no scheme, no host, no sign that a browser would drop on the way to one. */
const INSIDE = '^/(?![/\\\\])[^\\\\\\s]*$';

/** Begins to sign in at the provider; `next` is where to go afterwards. */
export const ProviderBody = Shape({
  next: Type.String({ pattern: INSIDE, maxLength: 2000 }),
  lang: OneOf(['zh', 'en'] as const),
});
/** Begins to tie one's own account to an identity at the provider; the password is asked for again. */
export const ProviderLinkBody = Shape({
  password: Type.String({ minLength: 1, maxLength: 1024 }),
  lang: OneOf(['zh', 'en'] as const),
});
/** Where the browser is to go: an address of the provider. */
export const ProviderAddress = Shape({ address: Type.String() });
export type ProviderAddress = Static<typeof ProviderAddress>;

/** Whom the provider named, for a browser that is half-way in: who is to be told to an administrator, or owes a code. */
export const ProviderStep = Shape({
  step: Nullable(OneOf(['code', 'unlinked'] as const)),
  subject: Nullable(Type.String()),
  shown: Nullable(Type.String()),
});
export type ProviderStep = Static<typeof ProviderStep>;

/** The identity an account is to be tied to by an administrator. */
export const IdentityBody = Shape({ subject: Type.String({ minLength: 1, maxLength: 255, pattern: '^\\S.*$' }) });
