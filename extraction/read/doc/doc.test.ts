import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { readDoc } from './doc.ts'

const fixture = readFileSync(new URL('../../fixtures/quyet-dinh-mau.doc', import.meta.url))

/** The fixture with every occurrence of some bytes replaced by as many others. */
function changed(from: Buffer, to: Buffer): Buffer {
  const bytes = Buffer.from(fixture)
  let found = 0
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + from.length)) {
    to.copy(bytes, at)
    found++
  }
  assert.ok(found > 0 && from.length === to.length)
  return bytes
}

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')
/** The property "italic", which the fixture has for the place and date, and the properties put in its stead. */
const ITALIC = Buffer.from([0x36, 0x08, 0x01])
const read = (bytes: Buffer) => readDoc(bytes, 'mau.doc')

describe('a binary Word document', () => {
  const plain = read(fixture)
  const date = plain.text.split('\n').find((line) => /, ngày \d/.test(line))!

  it('has no warnings and its date when nothing is struck', () => {
    assert.deepEqual(plain.warnings, [])
    assert.ok(date)
  })

  for (const [what, code, property] of [
    ['struck', 'struck_text', [0x37, 0x08, 0x01]],
    ['deleted', 'deleted_text', [0x00, 0x08, 0x01]],
  ] as const) {
    it(`leaves out ${what} words and tells them`, () => {
      const reading = read(changed(ITALIC, Buffer.from(property)))
      assert.ok(!reading.text.includes(date))
      assert.ok(reading.warnings.some((warning) => warning.code === code && warning.message.includes(date)))
    })
  }

  it('goes on after a soft break and after a page break in the middle of a sentence', () => {
    const sentence = plain.blocks
      .map(({ span }) => plain.text.slice(span.start, span.end))
      .find((text) => / chủ trì, /.test(text) && !text.includes('|'))!
    assert.ok(sentence)
    for (const sign of ['\u000b', '\f']) {
      const reading = read(changed(wide(' chủ trì, '), wide(` chủ trì,${sign}`)))
      assert.ok(reading.text.split('\n').includes(sentence), JSON.stringify(sign))
    }
  })
})
