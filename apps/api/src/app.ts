import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import underPressure from '@fastify/under-pressure';
import Fastify from 'fastify';
import type { Config } from './config.ts';
import type { Deps } from './deps.ts';
import { installPages } from './plugins/pages.ts';
import { installProblems, sendProblem } from './plugins/problems.ts';
import { revalidate } from './plugins/revalidate.ts';
import { installSignIn, mayRead } from './plugins/sign-in.ts';
import { installValidators } from './plugins/validators.ts';
import { Problem } from './problem.ts';
import { ProgressBoard } from './progress.ts';
import { installReleases } from './release-timer.ts';
import { auditRoutes } from './routes/audit.ts';
import { briefingRoutes } from './routes/briefings.ts';
import { completenessRoutes } from './routes/completeness.ts';
import { documentRoutes } from './routes/documents.ts';
import { figureCorrectionRoutes } from './routes/figure-corrections.ts';
import { figureHistoryRoutes } from './routes/figure-history.ts';
import { figureRoutes } from './routes/figures.ts';
import { healthRoutes } from './routes/health.ts';
import { indicatorRoutes } from './routes/indicators.ts';
import { measureRoutes } from './routes/measures.ts';
import { overviewRoutes } from './routes/overview.ts';
import type { App } from './routes/routes.ts';
import { searchRoutes } from './routes/search.ts';
import { sessionRoutes } from './routes/session.ts';
import { submissionDecisionRoutes } from './routes/submission-decisions.ts';
import { submissionEffectRoutes } from './routes/submission-effects.ts';
import { submissionFileRoutes } from './routes/submission-files.ts';
import { submissionSheetRoutes } from './routes/submission-sheets.ts';
import { submissionRoutes } from './routes/submissions.ts';
import { targetFileRoutes } from './routes/target-files.ts';
import { targetRoutes } from './routes/targets.ts';
import { templateRoutes } from './routes/templates.ts';
import { userRoutes } from './routes/users.ts';

/** Greatest upload; a yearbook of a province has under 2 MB. */
const MAX_UPLOAD = 20 * 1024 * 1024;

const RELEASED = [
  overviewRoutes,
  documentRoutes,
  targetRoutes,
  targetFileRoutes,
  indicatorRoutes,
  figureRoutes,
  figureHistoryRoutes,
  measureRoutes,
  searchRoutes,
];
const PERSONAL = [
  sessionRoutes,
  templateRoutes,
  submissionRoutes,
  submissionDecisionRoutes,
  submissionEffectRoutes,
  submissionFileRoutes,
  submissionSheetRoutes,
  figureCorrectionRoutes,
  completenessRoutes,
  briefingRoutes,
  userRoutes,
  auditRoutes,
];

const CSP = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  // Ant Design writes its styles at run time.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'self'"],
  upgradeInsecureRequests: null,
};

async function installPlugins(app: App): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CSP },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  // An embedded target may stand in another office's page.
  app.addHook('onSend', async (request, reply) => {
    if (!request.url.startsWith('/embed/')) return;
    const policy = String(reply.getHeader('content-security-policy') ?? '');
    reply.header('content-security-policy', policy.replace("frame-ancestors 'self'", 'frame-ancestors *'));
    reply.removeHeader('x-frame-options');
  });
  await app.register(cookie);
  await app.register(compress, { threshold: 1024 });
  await app.register(multipart, { limits: { fileSize: MAX_UPLOAD, files: 2, fields: 5, parts: 10 } });
  await app.register(rateLimit, { global: false, errorResponseBuilder: () => new Problem('too_many_requests') });
  await app.register(underPressure, {
    maxEventLoopDelay: 3000,
    exposeStatusRoute: false,
    pressureHandler: () => {
      throw new Problem('busy');
    },
  });
}

async function installDescription(app: App, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      info: { title: '达标 Dabiao', version, description: '政策目标研判 · policy targets, judged' },
      servers: [{ url: '/' }],
    },
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: true,
    // The plugin's own policy names outside hosts and asks browsers to use https, which a closed network may not have.
    transformStaticCSP: () =>
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; frame-ancestors 'self'",
    uiConfig: { validatorUrl: null },
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}

/** The one application: the server, the tests and the bench all run this. */
export async function buildApp(config: Config, deps: Deps): Promise<App> {
  const app: App = Fastify({
    logger: { level: config.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    bodyLimit: 1024 * 1024,
    requestTimeout: 30_000,
    http: { headersTimeout: 5_000, connectionsCheckingInterval: 2_000 },
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (_error, request, reply) => sendProblem(request, reply, new Problem('not_found')),
    return503OnClosing: true,
  }).withTypeProvider<TypeBoxTypeProvider>();
  installProblems(app);
  installValidators(app);
  await installPlugins(app);
  installSignIn(app, deps.store);
  app.decorate('progress', new ProgressBoard());
  installReleases(app, deps);
  await installDescription(app, deps.version);
  healthRoutes(app, deps);
  await app.register(
    async (scope) => {
      scope.addHook('onRequest', mayRead(config));
      scope.addHook('preHandler', revalidate(deps));
      for (const routes of RELEASED) routes(scope as App, deps, config);
    },
    { prefix: '/api/v1' },
  );
  await app.register(
    async (scope) => {
      for (const routes of PERSONAL) routes(scope as App, deps, config);
    },
    { prefix: '/api/v1' },
  );
  await installPages(app, deps.pagesDir);
  return app;
}
