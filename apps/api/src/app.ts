import { findSecurityPolicy } from '@dabiao/store/security-policy';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyRequest } from 'fastify';
import { installBackups } from './backups.ts';
import type { Config } from './config.ts';
import type { Deps } from './deps.ts';
import { installAlarms } from './plugins/alarms.ts';
import { installAudit } from './plugins/audit.ts';
import { installBriefings } from './plugins/briefings.ts';
import { installClearance, narrowed } from './plugins/clearance.ts';
import { rememberMethods } from './plugins/methods.ts';
import { installPages } from './plugins/pages.ts';
import { installProblems, sendProblem } from './plugins/problems.ts';
import { installProvider } from './plugins/provider.ts';
import { installRevalidation } from './plugins/revalidate.ts';
import { installScanning } from './plugins/scanning.ts';
import { installShield } from './plugins/shield.ts';
import { installSignIn, mayRead } from './plugins/sign-in.ts';
import { installTransport } from './plugins/transport.ts';
import { installValidators } from './plugins/validators.ts';
import { Problem } from './problem.ts';
import { ProgressBoard } from './progress.ts';
import { CALLBACK_PATH } from './provider-settings.ts';
import { installReleases } from './release-timer.ts';
import { accountRoutes } from './routes/account.ts';
import { alarmRoutes } from './routes/alarms.ts';
import { auditRoutes } from './routes/audit.ts';
import { briefingBatchRoutes } from './routes/briefing-batches.ts';
import { briefingFileRoutes } from './routes/briefing-files.ts';
import { briefingPreviewRoutes } from './routes/briefing-previews.ts';
import { briefingRoutes } from './routes/briefings.ts';
import { completenessRoutes } from './routes/completeness.ts';
import { documentRoutes } from './routes/documents.ts';
import { figureCorrectionRoutes } from './routes/figure-corrections.ts';
import { figureHistoryRoutes } from './routes/figure-history.ts';
import { figureRoutes } from './routes/figures.ts';
import { healthRoutes } from './routes/health.ts';
import { indicatorRoutes } from './routes/indicators.ts';
import { labelRoutes } from './routes/labels.ts';
import { measureRoutes } from './routes/measures.ts';
import { overviewRoutes } from './routes/overview.ts';
import { providerRoutes } from './routes/provider.ts';
import { readingDecisionRoutes } from './routes/reading-decisions.ts';
import { readingEndRoutes } from './routes/reading-ends.ts';
import { readingRoutes } from './routes/readings.ts';
import type { App } from './routes/routes.ts';
import { searchRoutes } from './routes/search.ts';
import { secondFactorRoutes } from './routes/second-factor.ts';
import { securityPolicyRoutes } from './routes/security-policy.ts';
import { sessionRoutes } from './routes/session.ts';
import { statusRoutes } from './routes/status.ts';
import { submissionDecisionRoutes } from './routes/submission-decisions.ts';
import { submissionEffectRoutes } from './routes/submission-effects.ts';
import { submissionFileRoutes } from './routes/submission-files.ts';
import { submissionSheetRoutes } from './routes/submission-sheets.ts';
import { submissionRoutes } from './routes/submissions.ts';
import { targetFileRoutes } from './routes/target-files.ts';
import { targetRoutes } from './routes/targets.ts';
import { templateRoutes } from './routes/templates.ts';
import { tokenRoutes } from './routes/tokens.ts';
import { userIdentityRoutes } from './routes/user-identities.ts';
import { userRoutes } from './routes/users.ts';
import { applyPolicy } from './security-policy.ts';

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
  accountRoutes,
  secondFactorRoutes,
  providerRoutes,
  tokenRoutes,
  templateRoutes,
  submissionRoutes,
  submissionDecisionRoutes,
  submissionEffectRoutes,
  submissionFileRoutes,
  submissionSheetRoutes,
  figureCorrectionRoutes,
  completenessRoutes,
  readingRoutes,
  readingDecisionRoutes,
  readingEndRoutes,
  briefingRoutes,
  briefingFileRoutes,
  briefingBatchRoutes,
  briefingPreviewRoutes,
  userRoutes,
  userIdentityRoutes,
  auditRoutes,
  alarmRoutes,
  securityPolicyRoutes,
  statusRoutes,
];

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

/** A request as the log shows it: without the query of the address that a provider sends its code to. */
const loggedRequest = (request: FastifyRequest) => ({
  method: request.method,
  url: request.url.startsWith(CALLBACK_PATH) ? CALLBACK_PATH : request.url,
  host: request.host,
  remoteAddress: request.ip,
});

/** TLS 1.2 and 1.3, with forward secrecy and authenticated ciphers only, the strongest the browser has first. */
const TLS = {
  minVersion: 'TLSv1.2' as const,
  honorCipherOrder: true,
  ciphers: [
    'TLS_AES_256_GCM_SHA384',
    'TLS_CHACHA20_POLY1305_SHA256',
    'TLS_AES_128_GCM_SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305',
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
  ].join(':'),
};

/** The one application: the server, the tests and the bench all run this. */
export async function buildApp(config: Config, whole: Deps): Promise<App> {
  // What a route reads passes the clearance of whoever asks; only what runs without anybody sees all.
  const deps = narrowed(whole);
  const decided = await findSecurityPolicy(deps.store.read);
  if (decided) applyPolicy(config, decided);
  const app: App = Fastify({
    logger: {
      level: config.logLevel,
      redact: ['req.headers.cookie', 'req.headers.authorization'],
      serializers: { req: loggedRequest },
    },
    bodyLimit: 1024 * 1024,
    requestTimeout: 30_000,
    http: { headersTimeout: 5_000, connectionsCheckingInterval: 2_000 },
    routerOptions: { maxParamLength: 300 },
    trustProxy: config.trustProxy ?? false,
    ...(config.tls ? { https: { ...config.tls, ...TLS } } : {}),
    frameworkErrors: (_error, request, reply) => sendProblem(request, reply, new Problem('not_found')),
    return503OnClosing: true,
  }).withTypeProvider<TypeBoxTypeProvider>();
  installProblems(app);
  installValidators(app);
  const methodsOf = rememberMethods(app);
  await installShield(app, config);
  installSignIn(app, deps.store, config);
  installClearance(app);
  installAudit(app, deps);
  installAlarms(app, deps);
  installScanning(app, deps, config);
  installTransport(app, config);
  installProvider(app, config);
  app.decorate('progress', new ProgressBoard());
  installReleases(app, whole);
  installBriefings(app, deps, config);
  installBackups(app, whole, config);
  await installDescription(app, deps.version);
  healthRoutes(app, deps, config);
  await app.register(
    async (scope) => {
      scope.addHook('onRequest', mayRead(config));
      installRevalidation(scope as App, deps);
      for (const routes of RELEASED) routes(scope as App, deps, config);
    },
    { prefix: '/api/v1' },
  );
  await app.register(
    async (scope) => {
      for (const routes of PERSONAL) routes(scope as App, deps, config);
      labelRoutes(scope as App, whole, config);
    },
    { prefix: '/api/v1' },
  );
  await installPages(app, deps.pagesDir, methodsOf);
  return app;
}
