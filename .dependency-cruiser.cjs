// Who may import whom. The reasons are in the design; a planted violation of each rule is in test/architecture/dependencies.test.ts.

const MODULE = '^src/([^/]+)/';
const INDEX = '^src/[^/]+/index\\.tsx?$';
const PLATFORM = '^src/platform/';
const ADAPTERS = '^src/[^/]+/adapters/';
const PAGES = '^src/[^/]+/pages/';
const STANDARDS = '^src/(?:hsds|fhir|cds-hooks|smart)/';
const NOT_DOMAIN = '(?:platform|design|commands|hsds|fhir|cds-hooks|smart)';
const DOMAIN_PAGES = `^src/((?!${NOT_DOMAIN}/)[^/]+)/pages/`;
const TEST_FILES = ['\\.test\\.tsx?$', '\\.e2e\\.ts$', '^src/[^/]+/testing/'];
const TESTS = [...TEST_FILES, '^(?:test|e2e)/'];

// A core decides, and does nothing. It is any .ts file directly in a domain module, or in its core/, that has no other part to play.
// In insight/, where every file may query, only core/ is core.
const CORE_NAME = '(?!(?:store|index|may)\\.ts$)(?![^/]*\\.test\\.ts$)[^/]+\\.ts$';
const CORE = [`^src/((?!${NOT_DOMAIN}/|insight/)[^/]+)/(?:core/)?${CORE_NAME}`, `^src/(insight)/core/${CORE_NAME}`];
const OWN_CORE = `^src/(?!insight/[^/]+$)$1/(?:core/)?${CORE_NAME}`;
const PURE_PLATFORM = '^src/platform/(?:result|calendar|reference)\\.ts$';
const PURE_PACKAGES = 'node_modules/(?:pure-rand|rrule|simple-statistics|@stdlib)/';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('no-circular', 'two files that need each other are one idea, or three', {}, { circular: true }),
    forbid('no-unresolvable', 'an import that leads nowhere hides from every other rule', {}, { couldNotResolve: true }),

    forbid(
      'modules-meet-only-at-their-index',
      'a module is free to change whatever its index does not promise',
      { path: MODULE, pathNot: [STANDARDS, DOMAIN_PAGES] },
      { path: MODULE, pathNot: ['^src/$1/', INDEX, PLATFORM, STANDARDS, ADAPTERS] },
    ),
    forbid(
      'composers-open-only-doors',
      'app, main and cli put modules together by their indexes and their pages',
      { path: '^src/[^/]+$', pathNot: TEST_FILES },
      { path: MODULE, pathNot: [INDEX, PLATFORM, PAGES, ADAPTERS] },
    ),
    forbid(
      'platform-knows-no-domain',
      'platform could serve another product',
      { path: PLATFORM },
      { path: '^src/(?!(?:platform|design)/)' },
    ),
    forbid(
      'design-knows-no-domain',
      'a component draws what it is given',
      { path: '^src/design/' },
      { path: '^src/(?!(?:platform|design)/)' },
    ),

    forbid(
      'the-core-is-pure',
      'a core imports only fellow cores, the types of other modules, platform/result, platform/calendar and pure packages',
      { path: CORE },
      { pathNot: [OWN_CORE, '^src/(?!$1/)[^/]+/index\\.tsx?$', PURE_PLATFORM, PURE_PACKAGES] },
    ),
    forbid(
      'cores-know-other-modules-by-type',
      'what another module does is for the index to ask',
      { path: CORE },
      { path: INDEX, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'pages-are-thin-doors',
      'a page asks its module, and draws; it has no way to the tables',
      { path: DOMAIN_PAGES, pathNot: TEST_FILES },
      {
        pathNot: [
          OWN_CORE,
          '^src/$1/(?:pages/|may\\.ts$)',
          INDEX,
          PLATFORM,
          '^locales/',
          'node_modules/(?:hono|@hono|zod|preact|preact-render-to-string)/',
        ],
      },
    ),

    forbid(
      'only-stores-speak-sql',
      'one file of SQL for each module, and the questions of insight',
      { pathNot: ['^src/[^/]+/store(?:\\.ts$|/)', '^src/insight/', PLATFORM, '\\.(?:either-)?db\\.test\\.tsx?$', '^test/support/'] },
      { path: 'node_modules/kysely/' },
    ),
    forbid(
      'only-platform-holds-drivers',
      'one place knows which database it is',
      { pathNot: [PLATFORM, '^test/support/', '^bench/'] },
      { path: 'node_modules/(?:pg|@types/pg|pg-boss|@electric-sql)/' },
    ),
    forbid(
      'only-composers-import-adapters',
      'a port is filled where the program is put together',
      { pathNot: ['^src/(?:main|cli)\\.ts$', ADAPTERS, ...TESTS] },
      { path: ADAPTERS },
    ),

    forbid(
      'standards-only-map-and-route',
      'a standard translates what the modules offer',
      { path: '^src/(hsds|fhir|cds-hooks|smart)/', pathNot: TEST_FILES },
      { path: '^(?:src|locales)/', pathNot: ['^src/$1/', INDEX, PLATFORM] },
    ),
    forbid(
      'only-the-app-serves-standards',
      'no rule of ours depends on a format of others',
      { pathNot: ['^src/app\\.ts$', STANDARDS] },
      { path: STANDARDS },
    ),

    forbid('locales-stand-alone', 'words are data', { path: '^locales/', pathNot: TEST_FILES }, { pathNot: '^locales/' }),
    forbid(
      'demo-and-bench-use-the-front-doors',
      'what they make can be made by anybody',
      { path: '^(?:demo|bench)/' },
      { path: '^src/', pathNot: [INDEX, PLATFORM] },
    ),
    forbid(
      'product-needs-no-demo',
      'only composers load it',
      { path: '^src/', pathNot: '^src/(?:main|cli)\\.ts$' },
      { path: '^(?:demo|bench)/' },
    ),
    forbid('only-tests-import-tests', 'what helps tests stays out of the product', { pathNot: TESTS }, { path: TESTS }),
    forbid(
      'tests-enter-by-the-doors',
      'a test outside a module sees what other modules see; one that needs more lives in that module',
      { path: '^(?:test|e2e)/' },
      { path: MODULE, pathNot: [INDEX, PLATFORM, ADAPTERS] },
    ),
    forbid(
      'product-runs-on-dependencies',
      'npm ci --omit=dev leaves development packages out',
      { path: '^(?:src|locales|demo)/', pathNot: TESTS },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.d.ts', '.json'],
    },
  },
};
