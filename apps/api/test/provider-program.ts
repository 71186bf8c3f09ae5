import { generateKeyPairSync, type JsonWebKey, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export const CLIENT = { id: 'dabiao', secret: 'a-secret-of-the-client-32-characters' };

/** An ID token taken apart; what a test changes in it is signed again with the provider's own key. */
export interface Token {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
}

export interface ProviderProgram {
  issuer: string;
  /** Changes the ID token on its way out of the token endpoint; a text is sent as it is. */
  tamper: ((token: Token, signed: string) => Token | string) | null;
  /** What the provider says of how people proved who they are. */
  claims: { acr?: string; amr?: string[] };
  stop: () => Promise<void>;
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const decode = (part = ''): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString());

/** What the sign-in page of the provider looks like: a name, and nothing asked for besides. */
const page = (uid: string): string =>
  `<!doctype html><html lang="zh-CN"><title>统一身份认证</title><h1>统一身份认证</h1><form method="post" action="/interaction/${uid}"><label>工号 <input name="login"></label><button>登录</button></form></html>`;

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return new URLSearchParams(text);
}

/**
 * An OpenID Connect provider on loopback: the program `oidc-provider`, with a sign-in page where whoever types a name is
 * that person. Its name cards are `name@example.gov.cn`, so that a match by name or mail address would show.
 */
export async function startProvider(callback: string, port = 0): Promise<ProviderProgram> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk: JsonWebKey = privateKey.export({ format: 'jwk' });
  let serve: (request: IncomingMessage, response: ServerResponse) => void = () => {};
  const server = createServer((request, response) => serve(request, response)).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const program: ProviderProgram = {
    issuer,
    tamper: null,
    claims: {},
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [callback],
        post_logout_redirect_uris: [new URL('/', callback).href],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [{ ...jwk, kid: 'one', alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['cookie-key-of-the-test'] },
    claims: { openid: ['sub', 'acr', 'amr'], profile: ['preferred_username'] },
    acrValues: ['urn:level:2', 'urn:level:1'],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: `${id}@example.gov.cn` }),
    }),
  });
  const answer = provider.callback();

  const interact = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { uid, params } = await provider.interactionDetails(request, response);
    if (request.method === 'GET') {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(page(uid));
      return;
    }
    const accountId = (await bodyOf(request)).get('login') ?? '';
    if (accountId === 'cancel') {
      await provider.interactionFinished(request, response, { error: 'access_denied' });
      return;
    }
    const grant = new provider.Grant({ accountId, clientId: params.client_id ?? '' });
    grant.addOIDCScope(params.scope ?? 'openid');
    const result = { login: { accountId, ...program.claims }, consent: { grantId: await grant.save() } };
    await provider.interactionFinished(request, response, result);
  };

  /** Puts the changed token into the answer of the token endpoint. */
  const tampered = (text: string): string => {
    const body = JSON.parse(text) as { id_token?: string };
    if (!program.tamper || body.id_token === undefined) return text;
    const [header, claims] = body.id_token.split('.');
    const changed = program.tamper({ header: decode(header), claims: decode(claims) }, body.id_token);
    if (typeof changed === 'string') return JSON.stringify({ ...body, id_token: changed });
    const inside = `${encode(changed.header)}.${encode(changed.claims)}`;
    const signature = sign('RSA-SHA256', Buffer.from(inside), privateKey).toString('base64url');
    return JSON.stringify({ ...body, id_token: `${inside}.${signature}` });
  };

  serve = (request, response) => {
    if (request.url?.startsWith('/interaction/')) {
      interact(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
      return;
    }
    if (request.url === '/token') {
      const end = response.end.bind(response);
      response.end = ((chunk: unknown) => {
        const text = tampered(String(chunk));
        response.setHeader('content-length', Buffer.byteLength(text));
        return end(text);
      }) as typeof response.end;
    }
    answer(request, response);
  };
  return program;
}
