import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { missingPackages, refuseFullDisk, whyNpmFailed } from './install.mjs'
import { Refusal } from './terminal.mjs'

const otherSystem = process.platform === 'darwin' ? 'linux' : 'darwin'
const locked = {
  '': { version: '1.0.0' },
  web: { version: '1.0.0' },
  'node_modules/plain': { version: '2.0.0' },
  'node_modules/plain/node_modules/nested': { version: '1.1.0' },
  'node_modules/for-here': { version: '1.0.0', optional: true, os: process.platform, cpu: [process.arch] },
  'node_modules/for-there': { version: '1.0.0', optional: true, os: [otherSystem], cpu: [process.arch] },
  'node_modules/not-for-here': { version: '1.0.0', optional: true, os: [`!${process.platform}`], cpu: [process.arch] },
  'node_modules/needed-there-only': { version: '1.0.0', optional: true },
}
const belongHere = ['node_modules/plain', 'node_modules/plain/node_modules/nested', 'node_modules/for-here']

/** A tree with that lock, in which npm has installed `present`. */
function tree(present: Record<string, { version?: string }> | undefined): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'install-'))
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: locked }))
  if (!present) return folder
  for (const place of Object.keys(present)) mkdirSync(path.join(folder, place), { recursive: true })
  writeFileSync(path.join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: present }))
  return folder
}

test('in a fresh clone every package for this machine is missing, and nothing else', (t) => {
  const folder = tree(undefined)
  t.after(() => rmSync(folder, { recursive: true }))
  assert.deepEqual(missingPackages(folder), belongHere)
})

test('after an installation nothing is missing; what is removed or of another version is', (t) => {
  const folder = tree(Object.fromEntries(Object.entries(locked).filter(([place]) => belongHere.includes(place))))
  t.after(() => rmSync(folder, { recursive: true }))
  assert.deepEqual(missingPackages(folder), [])
  rmSync(path.join(folder, 'node_modules/for-here'), { recursive: true })
  assert.deepEqual(missingPackages(folder), ['node_modules/for-here'])

  const older = tree({ ...Object.fromEntries(belongHere.map((place) => [place, { version: '1.1.0' }])) })
  t.after(() => rmSync(older, { recursive: true }))
  assert.deepEqual(missingPackages(older), ['node_modules/plain', 'node_modules/for-here'])
})

test('each kind of npm failure has its own message in both languages', () => {
  const outputs = [
    'npm error code ENOSPC\nnpm error nospc ENOSPC: no space left on device, write',
    'npm error code ECONNREFUSED\nnpm error FetchError: request to … failed',
    'npm error code EACCES\nnpm error Error: EACCES: permission denied, mkdir',
    'npm error code EUSAGE\nnpm error `npm ci` can only install packages when your package.json and package-lock.json are in sync',
    'npm error code ETARGET\nnpm error notarget No matching version found for left@9.9.9.',
  ]
  for (const language of ['vi', 'en'] as const) {
    const sentences = outputs.map((output) => whyNpmFailed(output, language))
    assert.equal(new Set(sentences).size, outputs.length)
    for (const sentence of sentences) assert.doesNotMatch(sentence, /\n/)
    assert.match(sentences.at(-1)!, /No matching version found for left@9\.9\.9/)
  }
  assert.match(whyNpmFailed(outputs[1]!, 'en'), /registry cannot be reached/)
  assert.match(whyNpmFailed(outputs[0]!, 'vi'), /Ổ đĩa đã đầy/)
})

test('a disk without enough space is refused, one with enough is not', async () => {
  await refuseFullDisk(tmpdir(), 1, 'en')
  await assert.rejects(refuseFullDisk(tmpdir(), Number.MAX_SAFE_INTEGER, 'en'), Refusal)
})
