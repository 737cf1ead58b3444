import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Passage, passageOf } from './passage.ts'
import { hasPhrase, isOneOf, lexicon, longestAt, opensPhrase, phraseAt, wordAt, wordList, wordsOf } from './words.ts'

const passage = (text: string): Passage => passageOf(text, [{ start: 0, end: text.length }])

const BODIES = lexicon(['ban', 'ban quản lý', 'ban quản lý dự án', 'sở'], (phrase) => (phrase === 'sở' ? 4 : 0))

describe('words', () => {
  it('are split with their places, their capitals and the single spaces before them', () => {
    const words = wordsOf(passage('Sở  Mẫu, HĐND&UBND ộ Ⅳ'))
    const lines = words.map(({ lower, start, end, capital, joined }) => ({ lower, start, end, capital, joined }))
    assert.deepEqual(lines, [
      { lower: 'sở', start: 0, end: 2, capital: true, joined: false },
      { lower: 'mẫu', start: 3, end: 6, capital: true, joined: true },
      { lower: 'hđnd&ubnd', start: 8, end: 17, capital: true, joined: false },
      { lower: 'ộ', start: 18, end: 19, capital: false, joined: true },
      { lower: 'ⅳ', start: 20, end: 21, capital: true, joined: true },
    ])
  })
  it('that are in a list have one number wherever they stand, and others have none', () => {
    const [first, , second, other] = wordsOf(passage('Ban và ban zzz'))
    assert.ok(first!.known > 0)
    assert.equal(first!.known, second!.known)
    assert.equal(other!.known, 0)
  })
  it('begin the longest phrase of a list that stands there', () => {
    const text = passage('Ban Quản lý dự án, ban quản, lý')
    const words = wordsOf(text)
    assert.equal(longestAt(words, 0, BODIES)?.text, 'ban quản lý dự án')
    assert.equal(phraseAt(words, wordAt(words, 19), BODIES), 1)
    assert.equal(phraseAt(words, 1, BODIES), 0)
    assert.equal(phraseAt(words, words.length, BODIES), 0)
    assert.ok(hasPhrase(words, 0, BODIES, 3))
    assert.ok(!hasPhrase(words, 0, BODIES, 2))
  })
  it('keep what a list says of a phrase', () => {
    const text = passage('sở, ban')
    assert.equal(longestAt(wordsOf(text), 0, BODIES)?.traits, 4)
    assert.equal(longestAt(wordsOf(text), 1, BODIES)?.traits, 0)
  })
  it('are in a list of single words or not', () => {
    const list = wordList(['sở'])
    const [one, two, three] = wordsOf(passage('Sở ban xã'))
    assert.deepEqual(
      [one, two, three].map((word) => isOneOf(word!, list)),
      [true, false, false],
    )
    assert.deepEqual(
      [one, two, three].map((word) => opensPhrase(word!, BODIES)),
      [true, true, false],
    )
  })
  it('of a list are single: a phrase in it would never be found', () => {
    assert.throws(() => wordList(['sở', 'ban quản lý']), { message: 'No single word: ban quản lý' })
  })
})
