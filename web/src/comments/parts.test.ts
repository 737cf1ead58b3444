import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partsOf } from './parts.ts'

const shown = (body: string, mentions: { start: number; end: number }[] = []) =>
  partsOf(body, mentions).map(({ kind, text }) => (kind === 'text' ? text : [kind, text]))

test('addresses of the web are links without the sentence around them; anything else stays text', () => {
  assert.deepEqual(shown('Xem https://mau.example/a?b=1, và (http://mau.example).'), [
    'Xem ',
    ['link', 'https://mau.example/a?b=1'],
    ', và (',
    ['link', 'http://mau.example'],
    ').',
  ])
  for (const text of ['javascript:alert(1)', '<a href="x">y</a>', 'ftp://mau.example', 'https://', '']) {
    assert.equal(
      partsOf(text, []).every(({ kind }) => kind === 'text'),
      true,
      text,
    )
  }
})

test('mentions are cut out at their places, and the whole text is there', () => {
  const body = 'Nhờ @An Mẫu xem https://mau.example\n@Bình'
  const places = [
    { start: 4, end: 11 },
    { start: 36, end: 41 },
  ]
  assert.deepEqual(shown(body, places), [
    'Nhờ ',
    ['mention', '@An Mẫu'],
    ' xem ',
    ['link', 'https://mau.example'],
    '\n',
    ['mention', '@Bình'],
  ])
  assert.equal(
    partsOf(body, places)
      .map(({ text }) => text)
      .join(''),
    body,
  )
})
