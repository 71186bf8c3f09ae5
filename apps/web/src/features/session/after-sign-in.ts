/**
 * Where to go after signing in: an address of this product as asked for by `next`, else the overview. Addresses of
 * other sites (`//host`, `/\host`, `https:`) are not followed.
 */
export function afterSignIn(params: URLSearchParams): string {
  const next = params.get('next') ?? '/';
  const inside = /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in');
  return inside ? next : '/';
}
