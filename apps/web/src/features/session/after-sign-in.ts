/**
 * Where to go after signing in: an address of this product as asked for by `then`, else the overview. Addresses of
 * other sites (`//host`, `/\host`, `https:`) are not followed.
 */
export function afterSignIn(params: URLSearchParams): string {
  const then = params.get('then') ?? '/';
  const inside = /^\/(?![/\\])/.test(then) && !then.startsWith('/sign-in');
  return inside ? then : '/';
}
