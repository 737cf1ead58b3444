import assert from 'node:assert/strict'
import { it } from 'node:test'
import { unitsLike } from './letters.ts'

it('a table of units answers as its pattern does, at the first look and at the next', () => {
  const pattern = /[\s,;:–-]/
  const isSign = unitsLike(pattern)
  for (let look = 0; look < 2; look++)
    for (const unit of ' \u00a0,;:–-aĐ.…0') assert.equal(isSign(unit.charCodeAt(0)), pattern.test(unit), unit)
})
