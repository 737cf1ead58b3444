import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import {
  EXCEPTIONS,
  type Exception,
  type Lock,
  licencesPage,
  packagesOf,
  REMEDY,
  readLock,
  wrongLicences,
} from './licences.ts'

const root = path.dirname(import.meta.dirname)
const lock = readLock(root)

test('every package that is installed has a licence we accept', () => {
  assert.ok(packagesOf(lock).length > 100, 'the lock is read')
  assert.deepEqual(wrongLicences(lock), [], REMEDY)
})

test('an exception is what the package itself says', () => {
  for (const { package: name, version, file, words } of EXCEPTIONS) {
    const places = packagesOf(lock).filter((one) => one.name === name && one.version === version)
    const present = places.filter(({ place }) => existsSync(path.join(root, place)))
    assert.ok(present.length > 0, `${name} ${version} is not in node_modules`)
    for (const { place } of present) assert.ok(readFileSync(path.join(root, place, file), 'utf8').includes(words), name)
  }
})

/** What is wrong in a lock with one package. */
const wrongIn = (license: unknown, more: Lock['packages'][string] = {}, exceptions: readonly Exception[] = []) =>
  wrongLicences({ packages: { 'node_modules/@made/up': { version: '1.0.0', license, ...more } } }, exceptions)

test('a package without a licence is reported by its name', () => {
  for (const nothing of [undefined, '', ' ', null, { type: 'MIT' }]) {
    assert.deepEqual(wrongIn(nothing), ['@made/up 1.0.0 (run): names no licence'])
  }
  assert.deepEqual(wrongIn(undefined, { name: 'other' }), ['other 1.0.0 (run): names no licence'])
})

test('a licence that is not one, or not accepted, is reported', () => {
  for (const text of ['BSD', 'MIT/X11', 'UNLICENSED', 'SEE LICENSE IN file']) {
    assert.deepEqual(wrongIn(text), [`@made/up 1.0.0 (run): “${text}” is not an SPDX expression`])
  }
  for (const licence of ['GPL-3.0-only', 'AGPL-3.0-or-later', 'BUSL-1.1', 'LicenseRef-ours', 'MPL-2.0']) {
    assert.deepEqual(wrongIn(licence), [`@made/up 1.0.0 (run): ${licence} is not accepted`])
  }
})

test('of a choice one licence is enough, of a combination all are needed', () => {
  assert.deepEqual(wrongIn('(MIT OR GPL-3.0-or-later)'), [])
  assert.equal(wrongIn('MIT AND GPL-3.0-or-later').length, 1)
  assert.deepEqual(wrongIn('MIT AND (GPL-2.0-only OR Zlib)'), [])
  assert.deepEqual(wrongIn('Apache-2.0 WITH LLVM-exception'), [])
})

test('a tool for development may have a licence that what runs may not', () => {
  assert.deepEqual(wrongIn('MPL-2.0', { dev: true }), [])
  assert.equal(wrongIn('GPL-3.0-only', { dev: true }).length, 1)
  assert.equal(wrongIn(undefined, { dev: true }).length, 1)
})

test('an exception applies to one version, and must apply', () => {
  const exception = { package: '@made/up', version: '1.0.0', licence: 'MIT', readOn: '2026-11-29', file: '', words: '' }
  assert.deepEqual(wrongIn(undefined, {}, [exception]), [])
  assert.deepEqual(wrongIn(undefined, { version: '1.0.1' }, [exception]), [
    '@made/up 1.0.1 (run): names no licence',
    '@made/up 1.0.0: not installed, remove its exception',
  ])
})

test('the page names each package once for each licence and use', () => {
  const page = licencesPage({
    packages: {
      '': { version: '1.0.0', license: 'Apache-2.0' },
      'node_modules/ours': { link: true },
      'node_modules/b': { version: '2.0.0', license: 'MIT' },
      'node_modules/a': { version: '1.1.0', license: 'ISC', dev: true },
      'node_modules/b/node_modules/a': { version: '1.0.0', license: 'ISC', dev: true },
      'node_modules/alias': { name: 'c', version: '3.0.0', license: 'MIT' },
    },
  })
  const rows = page.split('\n').filter((line) => /^\| [abc] /.test(line))
  assert.deepEqual(rows, [
    '| a | 1.0.0, 1.1.0 | ISC | development |',
    '| b | 2.0.0 | MIT | run |',
    '| c | 3.0.0 | MIT | run |',
  ])
  assert.match(page, /^\| MIT \| 2 \| 0 \|$/m)
})
