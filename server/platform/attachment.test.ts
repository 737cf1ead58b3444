import assert from 'node:assert/strict'
import { validateHeaderValue } from 'node:http'
import { test } from 'node:test'
import { disposition } from './attachment.ts'

test('a name is sent in ASCII and in UTF-8', () => {
  assert.equal(
    disposition('Báo cáo 15-BC-TĐTTg.pdf'),
    `attachment; filename="Bao cao 15-BC-TDTTg.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%2015-BC-T%C4%90TTg.pdf`,
  )
  assert.match(disposition('a.html', 'inline'), /^inline; /)
})

for (const name of [
  'a"b.txt',
  'a\r\nX-Evil: 1',
  "o'brien (1)*.txt",
  '😀.txt',
  '\ud800.txt',
  'a;filename=b.txt',
  'a\\b',
]) {
  test(`nothing in ${JSON.stringify(name)} leaves its place in the header`, () => {
    const value = disposition(name)
    assert.doesNotThrow(() => validateHeaderValue('content-disposition', value))
    const [, plain, exact] = /^attachment; filename="([\w .()-]*)"; filename\*=UTF-8''([\w.%!~-]*)$/.exec(value) ?? []
    assert.ok(plain !== undefined && exact !== undefined, value)
    assert.equal(decodeURIComponent(exact), name.toWellFormed())
  })
}
