import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plain } from '../language/fold.ts'
import { FORMS } from './forms/forms.ts'
import { firsts, Needed, signsIn } from './signs.ts'

/** Where a search for a form begins in a text; -1 if it is not looked for. */
function searchFrom(form: string, text: string): number {
  const first = firsts()
  const signs = signsIn(plain(text), first)
  const needed = new Needed(form)
  return needed.isIn(signs) ? needed.searchFrom(signs, first) : -1
}

const isLookedFor = (form: string, text: string): boolean => searchFrom(form, text) >= 0

const LONG = 'Sở Mẫu chủ trì, phối hợp với Ủy ban nhân dân các xã rà soát hồ sơ của người dân và doanh nghiệp'

describe('the signs of a stretch', () => {
  it('let a form be looked for wherever one of its examples stands', () => {
    for (const { name, examples } of FORMS)
      for (const example of examples)
        for (const text of [example, `Sở Mẫu báo cáo (${example}).`, `xong ${example}; trình`])
          assert.ok(isLookedFor(name, text), `${name}: ${text}`)
  })
  it('let the search begin before every match, however late in a text', () => {
    for (const { name, examples, pattern } of FORMS)
      for (const example of examples)
        for (const text of [example, `${LONG} ${example}`, `${LONG}, ${LONG} (${example}), ${LONG}`]) {
          const hits = [...plain(text).matchAll(pattern)].map(({ index }) => index)
          for (const index of hits) assert.ok(searchFrom(name, text) <= index, `${name}: ${text}`)
          assert.ok(hits.length === 0 || name === 'bareYear' || isLookedFor(name, text), `${name}: ${text}`)
        }
  })
  it('pass over what is far before the signs of a form', () => {
    const text = `${LONG} trước ngày 15/6/2026`
    assert.ok(searchFrom('day', text) > LONG.length - 30)
    assert.equal(searchFrom('citedAct', text), 0)
  })
  it('pass over sentences that have none of the words and digits of a form', () => {
    assert.ok(!isLookedFor('day', 'Sở Mẫu chủ trì, phối hợp với các xã Bản Mới rà soát hồ sơ.'))
    assert.ok(!isLookedFor('standing', 'Ủy ban nhân dân xã Suối Mẫu rà soát 12 điểm dân cư.'))
    assert.ok(!isLookedFor('weekOfMonth', 'trình trước ngày 15/6/2026'))
  })
  it('are not those of frequent words that only share their place in the table', () => {
    const frequent =
      'thủ tục hành chính, công bố, hoàn thiện, đôn đốc, cụ thể, kỹ thuật, tài chính, hạ tầng, tham gia, tuyên truyền, tình hình'
    for (const words of frequent.split(', '))
      for (const { name } of FORMS)
        assert.equal(isLookedFor(name, words), isLookedFor(name, 'Sở Mẫu'), `${name}: ${words}`)
  })
  it('see digits apart from the sign after them, and years', () => {
    assert.ok(isLookedFor('day', 'ngày 05 / 6 / 2026'))
    assert.ok(!isLookedFor('shortDayOfYear', '12 điểm, 5 xã'))
    assert.ok(isLookedFor('bareYear', 'kế hoạch 2026'))
    assert.ok(!isLookedFor('bareYear', 'kế hoạch 202'))
    assert.ok(isLookedFor('brokenYear', 'ngày 15/6/206'))
    assert.ok(!isLookedFor('brokenYear', 'ngày 15/6/2026'))
  })
  it('see which words stand side by side', () => {
    assert.ok(isLookedFor('standing', 'kiểm tra liên tục'))
    assert.ok(!isLookedFor('standing', 'liên quan đến thủ tục'))
    assert.ok(isLookedFor('every', 'báo cáo các tháng'))
    assert.ok(!isLookedFor('every', 'các xã báo cáo trong tháng'))
    assert.ok(!isLookedFor('quarter', 'theo quy định tại Quy chế 5'))
    assert.ok(isLookedFor('duration', 'trong mười tư ngày'))
    assert.ok(!isLookedFor('duration', 'từ ngày ký đến hết tháng'))
  })
  it('see that a part of a day is left out, or dots for it', () => {
    for (const text of ['ngày … tháng 6', 'ngày tháng 6', 'ngày ../6', 'tháng . năm 2026', 'năm 20..', 'ngày /6/2026'])
      assert.ok(isLookedFor('blankDay', text), text)
    assert.ok(!isLookedFor('blankDay', 'ngày 15 tháng 6 năm 2026. Sở Mẫu báo cáo.'))
  })
})
