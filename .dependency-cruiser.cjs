/** Who may import whom; the picture is in docs/architecture.md and scripts/test/directions.test.ts breaks it on purpose. */
const packages = {
  domain: [],
  contract: ['domain'],
  catalogue: ['domain'],
  ingest: ['domain'],
  reader: ['domain'],
  charts: ['domain'],
  store: ['domain'],
  workbook: ['domain'],
  briefing: ['domain', 'charts'],
};

const packageRules = Object.entries(packages).map(([name, allowed]) => ({
  name: `packages-${name}`,
  comment: `packages/${name} may import ${allowed.length > 0 ? allowed.join(', ') : 'no other package'}`,
  severity: 'error',
  from: { path: `^packages/${name}/src` },
  to: { path: '^(packages|apps|scripts)/', pathNot: `^packages/(${[name, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...packageRules,
    {
      name: 'domain-is-pure',
      comment: 'domain: no I/O, no clock, nothing but the decimal library',
      severity: 'error',
      from: { path: '^packages/domain/src' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'],
        pathNot: 'node_modules/decimal\\.js',
      },
    },
    {
      name: 'only-store-knows-sql',
      severity: 'error',
      from: { pathNot: '^packages/store/' },
      to: { path: 'node_modules/(better-sqlite3|kysely|pg)/' },
    },
    {
      name: 'web-imports',
      comment: 'the pages import contract, domain and charts only',
      severity: 'error',
      from: { path: '^apps/web/src' },
      to: { path: '^(packages|apps|scripts)/', pathNot: '^(packages/(contract|domain|charts)|apps/web/src)/' },
    },
    {
      name: 'web-features-apart',
      comment: 'features never import each other',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'web-downwards',
      comment: 'app -> features -> ui',
      severity: 'error',
      from: { path: '^apps/web/src/(features|ui)/' },
      to: { path: '^apps/web/src/app/' },
    },
    {
      name: 'web-ui-is-dumb',
      severity: 'error',
      from: { path: '^apps/web/src/ui/' },
      to: { path: '^apps/web/src/features/' },
    },
    {
      name: 'workbench-apart',
      comment: 'antd is loaded with the workbench pages only',
      severity: 'error',
      from: {
        path: '^apps/web/src',
        pathNot: '^apps/web/src/(features/(submissions|session|review|completeness)|app/workbench)',
      },
      to: { path: 'node_modules/(antd|@ant-design)/' },
    },
    {
      name: 'apps-apart',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src' },
      to: { path: '^(apps|scripts)/', pathNot: '^apps/$1/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache|\\.runtime)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
