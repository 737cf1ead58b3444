import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plain } from '../language/fold.ts'
import { FORMS } from './forms/forms.ts'
import { neededFor, signsIn } from './signs.ts'

const isLookedFor = (form: string, text: string): boolean =>
  neededFor(form).every((bits) => (signsIn(plain(text)) & bits) !== 0)

describe('the signs of a stretch', () => {
  it('let a form be looked for wherever one of its examples stands', () => {
    for (const { name, examples } of FORMS)
      for (const example of examples)
        for (const text of [example, `Sở Mẫu báo cáo (${example}).`, `xong ${example}; trình`])
          assert.ok(isLookedFor(name, text), `${name}: ${text}`)
  })
  it('pass over sentences that have none of the words and digits of a form', () => {
    assert.ok(!isLookedFor('day', 'Sở Mẫu chủ trì, phối hợp với các xã Bản Mới rà soát hồ sơ.'))
    assert.ok(!isLookedFor('standing', 'Ủy ban nhân dân xã Suối Mẫu rà soát 12 điểm dân cư.'))
    assert.ok(!isLookedFor('weekOfMonth', 'trình trước ngày 15/6/2026'))
  })
  it('see digits apart from the sign after them, and years', () => {
    assert.ok(isLookedFor('day', 'ngày 05 / 6 / 2026'))
    assert.ok(!isLookedFor('shortDayOfYear', '12 điểm, 5 xã'))
    assert.ok(isLookedFor('bareYear', 'kế hoạch 2026'))
    assert.ok(!isLookedFor('bareYear', 'kế hoạch 202'))
  })
})
