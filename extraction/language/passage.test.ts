import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Passage, passageOf } from './passage.ts'

/** Each character of a passage must stand in the source where the passage says; a space may stand for any white space. */
function assertPlaces(passage: Passage): void {
  for (const [place, sign] of [...passage.text].entries())
    if (sign !== ' ') assert.equal(passage.source.charAt(passage.offsetOf(place)), sign, `${passage.text} at ${place}`)
}

describe('the places of a passage', () => {
  const source = 'Sở  Mẫu **chủ trì**,\n  xong trước  \n30/6\u00ad/2026. Hết'
  const [first, second] = [
    { start: 0, end: 20 },
    { start: 23, end: source.length - 4 },
  ] as const
  it('are those of the source, across folded spaces, emphasis and lines', () => {
    const whole = passageOf(source, [first, second])
    assert.equal(whole.text, 'Sở Mẫu chủ trì, xong trước 30/6/2026.')
    assertPlaces(whole)
    assert.equal(whole.printed(7, 14), 'chủ trì')
    assert.deepEqual(whole.span(), { start: 0, end: source.length - 4 })
    assert.deepEqual(whole.span(3, 3), { start: 4, end: 4 })
  })
  it('stay the same where two passages are joined', () => {
    const joined = passageOf(source, [first]).joinedTo(passageOf(source, [second]))
    assert.equal(joined.text, 'Sở Mẫu chủ trì, xong trước 30/6/2026.')
    assertPlaces(joined)
    assert.deepEqual(joined.span(16, 20), { start: 23, end: 27 })
    assert.deepEqual(joined.span(), { start: 0, end: source.length - 4 })
  })
  it('of one run need no breaks, and an empty passage is nowhere', () => {
    const run = passageOf(source, [{ start: 23, end: 33 }])
    assert.equal(run.text, 'xong trước')
    assertPlaces(run)
    assert.deepEqual(passageOf(source, []).span(), { start: 0, end: 0 })
  })
})
