const path = require('node:path')
const { steps } = require('./extraction/steps.cjs')
const { rooms } = require('./server/rooms.cjs')
const { features, foundations } = require('./scripts/features.cjs')

const names = Object.keys(rooms)
const anyRoom = `^server/(${names.join('|')})/`
/** Tests, and what they share, stand outside the rules of their room: they start the whole application. */
const tests = '\\.(test|fixture)\\.tsx?$|^server/test/'

/** One rule per room: where it may not go. */
const roomRules = names.map((name) => {
  const closed = names.filter((other) => other !== name && !rooms[name].includes(other))
  return {
    name: `${name}-enters-only-its-table`,
    comment: `${name} may enter: ${rooms[name].join(', ') || 'no other room'} (server/rooms.cjs).`,
    severity: 'error',
    from: { path: `^server/${name}/`, pathNot: tests },
    to: { path: `^server/(${closed.join('|')})/` },
  }
})

/** One rule per step of extraction: no later one. */
const stepRules = steps.slice(0, -1).map((name, position) => ({
  name: `extraction-${name}-knows-no-later-step`,
  comment: `${name} may use: ${steps.slice(0, position).join(', ') || 'no other folder'} (extraction/steps.cjs).`,
  severity: 'error',
  from: { path: `^extraction/${name}/`, pathNot: tests },
  to: { path: `^extraction/(${steps.slice(position + 1).join('|')})/` },
}))

const featureNames = Object.keys(features)
const anyFeature = `^web/src/(${featureNames.join('|')})/`

/** One rule per feature: which others it may not use. */
const featureRules = featureNames.map((name) => {
  const closed = featureNames.filter((other) => other !== name && !features[name].includes(other))
  return {
    name: `console-${name}-uses-only-its-table`,
    comment: `${name} may use: ${features[name].join(', ') || 'no other feature'} (scripts/features.cjs).`,
    severity: 'error',
    from: { path: `^web/src/${name}/` },
    to: { path: `^web/src/(${closed.join('|')})/` },
  }
})

/** One rule per foundation: nothing that stands on it. */
const foundationRules = foundations.map((name, position) => ({
  name: `console-${name}-knows-nothing-above`,
  comment: `${name} may use: ${foundations.slice(0, position).join(', ') || 'no other folder'} (scripts/features.cjs).`,
  severity: 'error',
  from: { path: `^web/src/${name}/` },
  to: { path: `^web/src/(${[...foundations.slice(position + 1), ...featureNames].join('|')})/` },
}))

module.exports = {
  forbidden: [
    ...roomRules,
    ...stepRules,
    ...featureRules,
    ...foundationRules,
    {
      name: 'through-the-door',
      comment: "A room is entered through its index.ts only, by other rooms and by the application's own files alike.",
      severity: 'error',
      from: { path: '^server/([^/]+)', pathNot: tests },
      to: { path: anyRoom, pathNot: [`${anyRoom}index\\.ts$`, '^server/$1/'] },
    },
    {
      name: 'inside-does-not-use-its-door',
      comment: 'Files of a room import each other; its index.ts is for those outside.',
      severity: 'error',
      from: { path: anyRoom, pathNot: [tests, '/index\\.ts$'] },
      to: { path: '^server/$1/index\\.ts$' },
    },
    {
      name: 'platform-knows-no-room',
      severity: 'error',
      from: { path: '^server/platform/', pathNot: tests },
      to: { path: anyRoom },
    },
    {
      name: 'rooms-know-no-application',
      comment:
        'What joins the rooms (app, modules, main …) and what tests them stands above them. The generated database types are read through platform/db.ts.',
      severity: 'error',
      from: { path: [anyRoom, '^server/platform/'], pathNot: tests },
      to: { path: '^server/([^/]+\\.ts$|test/|sample/)', pathNot: '^server/database\\.gen\\.ts$' },
    },
    {
      name: 'database-types-through-platform',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/platform/db\\.ts$' },
      to: { path: '^server/database\\.gen\\.ts$' },
    },
    {
      name: 'clients-speak-http',
      comment: 'The console, the command line and the browser tests reach the server over HTTP.',
      severity: 'error',
      from: { path: '^(web|cli|client|e2e)/' },
      to: { path: '^server/' },
    },
    {
      name: 'server-knows-no-client',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(web|cli|client|e2e)/' },
    },
    {
      name: 'extraction-stands-alone',
      comment: 'A library of its own: publishable, and the same in the server and on the command line.',
      severity: 'error',
      from: { path: '^extraction/' },
      to: { path: '^(server|client|cli|web|e2e|bench|scripts)/' },
    },
    {
      name: 'extraction-touches-nothing',
      comment: 'Bytes in, tasks out: no disk, network, process or database.',
      severity: 'error',
      from: { path: '^extraction/', pathNot: tests },
      to: {
        path: [
          '^(node:)?(fs|fs/promises|net|tls|http|https|http2|dgram|dns|child_process|sqlite)$',
          'node_modules/(pg|kysely|undici)/',
        ],
      },
    },
    {
      name: 'client-stands-alone',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^(server|extraction|cli|web|e2e|bench|scripts)/' },
    },
    {
      name: 'cli-depends-on-client-and-extraction',
      severity: 'error',
      from: { path: '^cli/' },
      to: { path: '^(web|e2e|bench|scripts)/' },
    },
    {
      name: 'web-depends-on-client',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(extraction|cli|e2e|bench|scripts)/' },
    },
    {
      name: 'feature-through-its-index',
      comment: 'Features use of each other what stands in index.ts. Files of web/src itself load pages by their file.',
      severity: 'error',
      from: { path: '^web/src/([^/]+)/' },
      to: { path: anyFeature, pathNot: [`${anyFeature}index\\.ts$`, '^web/src/$1/'] },
    },
    {
      name: 'inside-does-not-use-its-index',
      comment: 'Files of a feature import each other; its index.ts is for those outside.',
      severity: 'error',
      from: { path: anyFeature, pathNot: '/index\\.ts$' },
      to: { path: '^web/src/$1/index\\.ts$' },
    },
    {
      name: 'features-know-no-page-loader',
      comment: 'What joins the features (routes, main, one-person …) stands above them.',
      severity: 'error',
      from: { path: '^web/src/[^/]+/' },
      to: { path: '^web/src/[^/]+\\.tsx?$' },
    },
    {
      name: 'ui-knows-only-looks',
      comment: 'No router, no query, no client.',
      severity: 'error',
      from: { path: '^web/src/ui/' },
      to: { path: ['^client/', 'node_modules/@tanstack/'] },
    },
    {
      name: 'no-cycles',
      comment: 'Types count as well: a file can be read before those that use it.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-package',
      comment: "A package that is used is named in the workspace's own package.json.",
      severity: 'error',
      from: { path: '^(extraction|server|client|cli|web)/', pathNot: [tests, 'vite\\.config\\.ts$'] },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    // Younger than dependency-cruiser's own list.
    builtInModules: { add: ['ffi', 'node:ffi'] },
    // Type-only imports cross borders as well.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: path.join(__dirname, 'tsconfig.json') },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
}
