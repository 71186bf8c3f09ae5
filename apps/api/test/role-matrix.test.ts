import { ROLES, type Role } from '@dabiao/contract/session';
import { describe, expect, it } from 'vitest';
import { type Running, runningApp } from './running-app.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const ANYONE = 'anyone';
const SIGNED_IN = 'signed in';
type Allowed = readonly Role[] | typeof ANYONE | typeof SIGNED_IN;

const STAFF: Role[] = ['statistician', 'reviewer'];
const FILES: Role[] = [...STAFF, 'auditor'];
const COMPLETENESS: Role[] = ['viewer', 'statistician', 'reviewer', 'system_admin'];
const TOKENS: Role[] = ['viewer', 'statistician', 'auditor'];
const SECURITY: Role[] = ['security_admin'];
const BRIEFERS: Role[] = ['viewer', 'statistician', 'reviewer', 'system_admin', 'security_admin'];

/**
 * Who may pass each route, by hand: a route that is added without a line here fails the test. Released data is for
 * anyone; where it is not, VIEW=signed-in asks for a session.
 */
const TABLE: Record<string, Allowed> = {
  'GET /session': ANYONE,
  'POST /session': ANYONE,
  'DELETE /session': ANYONE,
  'PUT /session/password': SIGNED_IN,
  'DELETE /session/others': SIGNED_IN,
  'POST /session/second-factor': SIGNED_IN,
  'PUT /session/second-factor': SIGNED_IN,
  'DELETE /session/second-factor': SIGNED_IN,
  'POST /session/recovery-codes': SIGNED_IN,
  'GET /sessions': SIGNED_IN,
  'DELETE /sessions/:id': SIGNED_IN,
  'GET /session/provider': ANYONE,
  'POST /session/provider': ANYONE,
  'POST /session/provider/link': SIGNED_IN,
  'GET /session/provider/callback': ANYONE,
  'POST /session/provider/code': ANYONE,
  'DELETE /session/identity': SIGNED_IN,
  'GET /tokens': TOKENS,
  'POST /tokens': TOKENS,
  'DELETE /tokens/:id': TOKENS,
  'GET /submissions': STAFF,
  'POST /submissions': ['statistician'],
  'GET /submissions/:id': STAFF,
  'GET /submissions/:id/figures': STAFF,
  'GET /submissions/:id/effects': STAFF,
  'GET /submissions/:id/sheets': STAFF,
  'GET /submissions/:id/file': FILES,
  'GET /submissions/:id/marked.xlsx': FILES,
  'POST /submissions/:id/submit': ['statistician'],
  'POST /submissions/:id/withdraw': STAFF,
  'POST /submissions/:id/corrections': ['statistician'],
  'POST /submissions/:id/recheck': ['statistician'],
  'POST /submissions/:id/approve': ['reviewer'],
  'POST /submissions/:id/return': ['reviewer'],
  'GET /submissions/progress/:key': STAFF,
  'POST /figures/corrections': ['statistician'],
  'GET /layouts': ['statistician'],
  'DELETE /layouts/:shape': ['statistician'],
  'GET /completeness': COMPLETENESS,
  'GET /completeness/due-dates': COMPLETENESS,
  'PUT /completeness/due-dates': ['reviewer', 'system_admin'],
  'POST /briefings': BRIEFERS,
  'PATCH /readings/:id': STAFF,
  'PATCH /readings/:id/candidates/:number': STAFF,
  'POST /readings/:id/candidates': STAFF,
  'POST /readings/:id/candidates/:number/split': STAFF,
  'POST /readings/:id/candidates/:number/merge': STAFF,
  'POST /readings/:id/publish': ['reviewer'],
  'POST /readings/:id/correct': ['reviewer'],
  'POST /readings/:id/abandon': ['reviewer'],
  'POST /readings/:id/drop': STAFF,
  'POST /readings': STAFF,
  'GET /readings': STAFF,
  'GET /readings/:id': STAFF,
  'GET /readings/:id/steps': STAFF,
  'GET /readings/:id/check': STAFF,
  'GET /readings/:id/draft.yaml': STAFF,
  'POST /briefings/batches': BRIEFERS,
  'POST /briefings/previews': BRIEFERS,
  'GET /briefings/jobs': BRIEFERS,
  'GET /users': SECURITY,
  'POST /users': SECURITY,
  'PUT /users/:id/roles': SECURITY,
  'PUT /users/:id/clearance': SECURITY,
  'GET /labels': SECURITY,
  'PUT /labels': ['statistician', 'reviewer', 'security_admin'],
  'POST /users/:id/password': SECURITY,
  'POST /users/:id/disable': SECURITY,
  'POST /users/:id/enable': SECURITY,
  'POST /users/:id/unlock': SECURITY,
  'POST /users/:id/remove-code': SECURITY,
  'PUT /users/:id/identity': SECURITY,
  'DELETE /users/:id/identity': SECURITY,
  'GET /security-policy': SECURITY,
  'PUT /security-policy': SECURITY,
  'GET /alarms': ['security_admin', 'auditor'],
  'POST /alarms/:id/acknowledge': SECURITY,
  'GET /audit.jsonl': ['auditor'],
  'GET /audit': ['auditor'],
  'GET /audit.csv': ['auditor'],
  'GET /status': ['system_admin', 'security_admin'],
  'POST /backups': ['system_admin'],
};

interface OpenApi {
  paths: Record<string, Record<string, unknown>>;
}

/** Every route the program describes, as `GET /submissions/:id`. */
async function describedRoutes(running: Running): Promise<string[]> {
  const { paths } = (await running.app.inject({ url: '/api/openapi.json' })).json() as OpenApi;
  return Object.entries(paths).flatMap(([path, methods]) => {
    const pattern = path.replace(/^\/api\/v1/, '').replace(/\{(\w+)\}/g, ':$1');
    return Object.keys(methods).map((method) => `${method.toUpperCase()} ${pattern}`);
  });
}

const ask = (running: Running, route: string, headers: Record<string, string>) => {
  const [method = '', pattern = ''] = route.split(' ');
  const url = `/api/v1${pattern.replace(/:\w+/g, 'x')}`;
  const body = method === 'GET' ? {} : { payload: {} };
  return running.app.inject({ method: method as Method, url, headers, ...body });
};

const REFUSED = ['role_missing', 'sign_in_needed', 'scope_missing'];
const isRefused = ({ statusCode, body }: { statusCode: number; body: string }): boolean =>
  statusCode >= 400 && REFUSED.includes((JSON.parse(body) as { code?: string }).code ?? '');

describe('every route', () => {
  it('that changes something or shows what is not released stands in the table', async () => {
    const running = await runningApp();
    const routes = await describedRoutes(running);
    expect(routes.length).toBeGreaterThan(50);
    const closed = await runningApp({ VIEW: 'signed-in' });
    const unlisted = [];
    for (const route of routes.filter((one) => !(one in TABLE))) {
      // What is not in the table must be reading of released data: open to anyone, and only by GET.
      const isOpen = !isRefused(await ask(running, route, {}));
      const isReading = route.startsWith('GET ') && isOpen && isRefused(await ask(closed, route, {}));
      if (!isReading) unlisted.push(route);
    }
    expect(unlisted).toEqual([]);
    const gone = Object.keys(TABLE).filter((route) => !routes.includes(route));
    expect(gone).toEqual([]);
  });

  it('lets in exactly the roles of the table', { timeout: 120_000 }, async () => {
    const running = await runningApp();
    const wrong = [];
    for (const role of [null, ...ROLES]) {
      const name = `who-${role}`;
      let headers: Record<string, string> = role ? await running.signIn(name, [role], '370100') : {};
      for (const [route, allowed] of Object.entries(TABLE)) {
        const refused = isRefused(await ask(running, route, headers));
        const passes = allowed === ANYONE || (role !== null && (allowed === SIGNED_IN || allowed.includes(role)));
        if (refused === passes) wrong.push([role, route]);
        // Signing out is in the table as well.
        if (role && route === 'DELETE /session') headers = await running.signIn(`${name}-again`, [role], '370100');
      }
    }
    expect(wrong).toEqual([]);
  });
});
