import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withCodes } from './search-code.ts'

test('a code is found however its signs are typed; other words stay as they are', () => {
  const entries = ['đa', 'da']
  for (const [typed, read] of [
    ['ĐA-2025-0186', 'ĐA-2025-0186'],
    ['da20250186', 'da-2025-0186'],
    ['đa 2025 / 0186 đất đai', 'đa-2025-0186 đất đai'],
    ['da 2025', 'da 2025'],
    ['bda20250186', 'bda20250186'],
    ['nv20250186', 'nv20250186'],
  ] as const)
    assert.equal(withCodes(typed, entries), read)
  assert.equal(withCodes('da20250186', []), 'da20250186')
})
