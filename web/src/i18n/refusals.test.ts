/** Every refusal of the server has an English text: its own sentences are Vietnamese. The codes are read from its source. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { en } from './en.ts'

const server = path.join(import.meta.dirname, '..', '..', '..', 'server')
const MADE = /\bnew (?:NotFound|Conflict|Forbidden|Invalid|Problem)\(\s*(?:\d{3},\s*)?'([\w.]+)'/g

async function refusals(): Promise<Map<string, string>> {
  const codes = new Map<string, string>()
  for await (const file of glob('**/*.ts', { cwd: server })) {
    if (/\.test\.ts$|\.fixture\.ts$|^test\//.test(file)) continue
    for (const [, code] of readFileSync(path.join(server, file), 'utf8').matchAll(MADE)) codes.set(code!, file)
  }
  return codes
}

test('every refusal of the server has an English text', async () => {
  const codes = await refusals()
  assert.ok(codes.size > 300, `only ${codes.size} codes were found`)
  for (const known of ['assessment.not_found', 'task.request_open', 'blob.purged']) assert.ok(codes.has(known), known)
  const texts: Record<string, string> = en.errors
  const wordless = [...codes].filter(([code]) => texts[code.replaceAll('.', '_')] === undefined)
  assert.deepEqual(wordless.map(([code, file]) => `${code} (${file})`).sort(), [])
})
