import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isSyllable, splitSyllables } from '../language/syllable.ts'
import { Unreadable } from '../shapes.ts'
import { decode, fromTcvn3, fromVni } from './decode.ts'

const SENTENCE =
  'quyết định của thủ tướng chính phủ về việc phê duyệt đề án; giao bộ nội vụ chủ trì, phối hợp với các bộ'

/** The bytes of text that is given as seen through windows-1252. */
const western = (text: string): Uint8Array => Uint8Array.from([...text].map((sign) => sign.charCodeAt(0)))

// Written by hand from the TCVN 5712:1993 and VNI tables, not by inverting our own tables.
const TCVN3 = 'quyÕt ®Þnh cña thñ t\u00adíng chÝnh phñ vÒ viÖc phª duyÖt ®Ò ¸n'
const VNI = 'quyeát ñònh cuûa thuû töôùng chính phuû veà vieäc pheâ duyeät ñeà aùn'
const UNICODE = 'quyết định của thủ tướng chính phủ về việc phê duyệt đề án'

describe('encodings of Vietnamese text', () => {
  it('TCVN3 and VNI are distinguished and read', () => {
    assert.equal(fromTcvn3(TCVN3), UNICODE)
    assert.equal(fromVni(VNI), UNICODE)
    assert.deepEqual(decode(western(TCVN3)), { text: UNICODE, encoding: 'tcvn3', lost: 0 })
    assert.deepEqual(decode(western(VNI)), { text: UNICODE, encoding: 'vni', lost: 0 })
  })

  it('VNI keeps capitals', () => {
    assert.equal(fromVni('ÑIEÀU 1. THUÛ TÖÔÙNG CHÍNH PHUÛ'), 'ĐIỀU 1. THỦ TƯỚNG CHÍNH PHỦ')
  })

  it('UTF-8 needs no guess', () => {
    assert.equal(decode(new TextEncoder().encode(SENTENCE)).encoding, 'utf-8')
    assert.equal(decode(new TextEncoder().encode('chi la chu thuong')).encoding, 'utf-8')
  })

  it('Western text that is not Vietnamese is refused', () => {
    assert.throws(() => decode(western('El señor Núñez visitó Zürich; naïve façade. '.repeat(5))), Unreadable)
  })
})

describe('syllables', () => {
  it('are distinguished from other words', () => {
    for (const word of SENTENCE.split(/[ ,;]+/)) assert.ok(isSyllable(word), word)
    for (const word of ['nguyễn', 'khuỷu', 'ngoằn', 'giếng', 'quốc', 'yêu', 'oanh']) assert.ok(isSyllable(word), word)
    for (const word of ['phủphủ', 'zờ', 'brạ', 'đđi', 'tếế']) assert.ok(!isSyllable(word), word)
  })

  it('are split when run together, and other words are not', () => {
    for (const [run, split] of [
      ['Phátthanh', 'Phát thanh'],
      ['Hạtầng', 'Hạ tầng'],
      ['Thểthaovà', 'Thể thao và'],
      ['đấtđaicho.', 'đất đai cho.'],
      ['Tháng9', 'Tháng 9'],
      ['Chínhphủ,', 'Chính phủ,'],
    ] as const) {
      assert.equal(splitSyllables(run), split)
    }
    for (const whole of ['Internet', 'Nghị', 'QĐ-TTg', 'Đắk', 'VNeID', 'covid19', '45/QĐ-UBND']) {
      assert.equal(splitSyllables(whole), whole)
    }
  })
})
