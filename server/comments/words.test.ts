import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '../platform/errors.ts'
import { asWritten, keptWords, LONGEST, type Mention } from './words.ts'

const names = new Map([
  [1, 'Phạm Dung Mẫu'],
  [2, 'Lê Chi Mẫu'],
])
const keep = (body: string, mentions: Mention[] = []) =>
  keptWords(body, mentions, ({ personId }) => names.get(personId)!)
const codeOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
  return ''
}

test('a text is kept plain: composed letters, one kind of line break, nothing that cannot be seen', () => {
  const rows: [string, string][] = [
    ['  Đề nghị gửi số liệu \n', 'Đề nghị gửi số liệu'],
    ['một\r\nhai\rba\u2028bốn', 'một\nhai\nba\nbốn'],
    ['e\u0302\u0301', 'ế'],
    ['baocao\u202Efdp.exe\u200B', 'baocaofdp.exe'],
    ['a\u0000\u0007b\tc', 'ab c'],
    ['<b>đậm</b>', '<b>đậm</b>'],
    ['hỏng \uD800 ký tự', 'hỏng \uFFFD ký tự'],
    ['\u2764\uFE0F', '\u2764\uFE0F'],
  ]
  for (const [typed, kept] of rows) assert.equal(keep(typed).body, kept)
})

test('a mention keeps its place when the text around it is cleaned, and names the person meant', () => {
  const body = ' \u202Ee\u0302 @Phạm nhé, @ai đó xem'
  const first = body.indexOf('@')
  const second = body.lastIndexOf('@')
  const { body: kept, mentions } = keep(body, [
    { personId: 2, start: second, end: second + '@ai đó'.length },
    { personId: 1, start: first, end: first + '@Phạm'.length },
  ])
  assert.equal(kept, 'ê @Phạm Dung Mẫu nhé, @Lê Chi Mẫu xem')
  assert.deepEqual(
    mentions.map(({ start, end, personId }) => [personId, kept.slice(start, end)]),
    [
      [1, '@Phạm Dung Mẫu'],
      [2, '@Lê Chi Mẫu'],
    ],
  )
  assert.equal(keep('@x', [{ personId: 1, start: 0, end: 2 }]).body, '@Phạm Dung Mẫu')
})

test('refused: nothing to read, too long, a place that is none', () => {
  for (const nothing of ['', ' \n ', '\u200B\u202E', '\u0300'])
    assert.equal(
      codeOf(() => keep(nothing)),
      'comment.empty',
    )
  assert.equal(
    codeOf(() => keep('a'.repeat(LONGEST + 1))),
    'comment.too_long',
  )
  assert.equal(keep('😀'.repeat(LONGEST)).body.length, 2 * LONGEST)
  const places: Mention[][] = [
    [{ personId: 1, start: 1, end: 3 }],
    [{ personId: 1, start: 0, end: 0 }],
    [{ personId: 1, start: 0, end: 99 }],
    [
      { personId: 1, start: 0, end: 3 },
      { personId: 2, start: 2, end: 4 },
    ],
  ]
  for (const mentions of places)
    assert.equal(
      codeOf(() => keep('@ab cd', mentions)),
      'comment.mention_place',
    )
  assert.equal(asWritten('Gửi @Phạm Dung nhé', { personId: 9, start: 4, end: 14 }), 'Phạm Dung')
})
