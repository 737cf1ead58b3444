import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { Invalid } from '../platform/errors.ts'
import { evidenceType } from './evidence-kind.ts'

const { strToU8, zipSync } = createRequire(import.meta.url)('fflate') as typeof import('fflate')
const container = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])))

test('the parts of a container decide its type; archives and macros are refused', () => {
  assert.match(evidenceType(container('[Content_Types].xml', 'word/document.xml')), /wordprocessingml\.document$/)
  assert.match(evidenceType(container('[Content_Types].xml', 'xl/workbook.xml')), /spreadsheetml\.sheet$/)
  for (const bytes of [
    container('a.txt'),
    container('word/document.xml'),
    container('[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin'),
    container('[Content_Types].xml', 'word/document.xml', 'word/VBAPROJECT.BIN'),
    container('[Content_Types].xml', 'word/document.xml').subarray(0, 150),
    container(...Array.from({ length: 6_000 }, (_, place) => `f${place}`), '[Content_Types].xml', 'word/document.xml'),
  ]) {
    assert.throws(
      () => evidenceType(bytes),
      (error) => error instanceof Invalid && error.fields?.[0]?.code === 'evidence.refused_type',
    )
  }
})
