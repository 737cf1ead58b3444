import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { missing } from '../test/installed-software.ts'
import { inventSecret, signatureOf } from './signature.ts'

const GUIDE = readFileSync(join(import.meta.dirname, '../../docs/webhooks.md'), 'utf8')

/** The guide's example in one language, verbatim. */
function example(language: string): string {
  const found = new RegExp(`\`\`\`${language}\\n([\\s\\S]+?)\`\`\``).exec(GUIDE)?.[1]
  assert.ok(found, `the guide has an example in ${language}`)
  return found
}

const body = JSON.stringify({ id: 1, sequence: 1, data: { task: { title: 'Trình Nghị định về đất đai' } } })
const now = Math.floor(Date.now() / 1000)
const [secret, former] = [inventSecret(), inventSecret()]

/** Inputs, and the result a receiver must get. */
const CASES = [
  ['the body under its secret', signatureOf([secret], now, body), body, true],
  ['during an overlap', signatureOf([inventSecret(), secret], now, body), body, true],
  ['another secret', signatureOf([former], now, body), body, false],
  ['another body', signatureOf([secret], now, body), `${body} `, false],
  ['long ago', signatureOf([secret], now - 600, body), body, false],
  ['another time', signatureOf([secret], now, body).replace(`t=${now}`, `t=${now - 1}`), body, false],
  ['no signature', `t=${now}`, body, false],
  ['rubbish', 'xyz', body, false],
] as const

test('the Node.js example of the guide works', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'dieuhanh-example-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'example.mjs')
  writeFileSync(file, example('js'))
  const { isFromDieuHanh } = (await import(pathToFileURL(file).href)) as {
    isFromDieuHanh: (header: string, body: string, secret: string) => boolean
  }
  for (const [what, header, given, expected] of CASES) {
    assert.equal(isFromDieuHanh(header, given, secret), expected, what)
  }
})

test('the Python example of the guide works', {
  skip: missing('python3', ['-c', 'import hashlib, hmac, json']),
}, () => {
  const script = `${example('python')}
import json, sys
print(json.dumps([is_from_dieu_hanh(h, b.encode(), s) for h, b, s in json.load(sys.stdin)]))`
  const input = JSON.stringify(CASES.map(([, header, given]) => [header, given, secret]))
  const results = JSON.parse(execFileSync('python3', ['-c', script], { input, encoding: 'utf8' })) as boolean[]
  assert.deepEqual(
    results,
    CASES.map(([, , , expected]) => expected),
  )
})
