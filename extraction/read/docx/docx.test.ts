import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import type { Reading } from '../../shapes.ts'
import { readDocx } from './docx.ts'

const part = (root: string, body: string): string =>
  `<?xml version="1.0"?><w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${body}</w:${root}>`

interface Parts {
  body: string
  numbering?: string
  styles?: string
  header?: string
  footnotes?: string
}

function readParts({ body, numbering, styles, header, footnotes }: Parts): Reading {
  const files: Record<string, Uint8Array> = {
    'word/document.xml': strToU8(part('document', `<w:body>${body}</w:body>`)),
  }
  if (numbering) files['word/numbering.xml'] = strToU8(part('numbering', numbering))
  if (styles) files['word/styles.xml'] = strToU8(part('styles', styles))
  if (header) files['word/header1.xml'] = strToU8(part('hdr', header))
  if (footnotes) files['word/footnotes.xml'] = strToU8(part('footnotes', footnotes))
  return readDocx(zipSync(files), 'mau.docx')
}

const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
const p = (text: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`
const item = (text: string, list: number, level = 0): string =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
const level = (number: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${number}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
const abstract = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
const num = (id: number, abstractId: number, override = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${override}</w:num>`
const lines = (reading: Reading): string[] => reading.text.split('\n')

const OUTLINE = abstract(
  0,
  level(0, 'decimal', 'Điều %1.'),
  level(1, 'decimal', '%2.'),
  level(2, 'lowerLetter', '%3)'),
  level(3, 'bullet', ''),
)

it('rows typed with tabs are a table; a signature moved to the right with tabs is none', () => {
  const tab = '<w:r><w:tab/></w:r>'
  const row = (...cells: string[]): string => `<w:p>${cells.map((cell) => run(cell)).join(tab)}</w:p>`
  const reading = readParts({
    body: [
      p('Phân công trực như sau:'),
      row('STT', 'Nội dung', 'Người phụ trách', 'Thời gian'),
      row('1', 'Trực điện thoại', 'Văn phòng', '14/02/2026'),
      `<w:p>${run('2')}${tab}${run('Tuần tra')}${tab}${run('Công an xã', '<w:strike/>')}${tab}${run('15/02/2026')}</w:p>`,
      row('', '', 'KT. CHỦ TỊCH'),
      row('', '', 'PHÓ CHỦ TỊCH'),
    ].join(''),
  })
  assert.deepEqual(
    reading.blocks.map(({ kind, span }) => [kind, reading.text.slice(span.start, span.end)]),
    [
      ['paragraph', 'Phân công trực như sau:'],
      [
        'table',
        'STT | Nội dung | Người phụ trách | Thời gian\n1 | Trực điện thoại | Văn phòng | 14/02/2026\n2 | Tuần tra |  | 15/02/2026',
      ],
      ['paragraph', 'KT. CHỦ TỊCH'],
      ['paragraph', 'PHÓ CHỦ TỊCH'],
    ],
  )
  assert.deepEqual(
    reading.warnings.map(({ code }) => code),
    ['struck_text'],
  )
})

describe('automatic numbers', () => {
  it('count as Word counts: deeper levels restart, the list continues after other text', () => {
    const reading = readParts({
      numbering: OUTLINE + num(1, 0),
      body: [
        item('một', 1, 0),
        item('một một', 1, 1),
        item('a', 1, 2),
        item('b', 1, 2),
        item('gạch', 1, 3),
        item('một hai', 1, 1),
        item('a', 1, 2),
        p('đoạn xen giữa'),
        item('hai', 1, 0),
        item('hai một', 1, 1),
      ].join(''),
    })
    assert.deepEqual(lines(reading), [
      'Điều 1. một',
      '1. một một',
      'a) a',
      'b) b',
      '+ gạch',
      '2. một hai',
      'a) a',
      'đoạn xen giữa',
      'Điều 2. hai',
      '1. hai một',
    ])
    assert.deepEqual([...new Set(reading.blocks.map((block) => block.kind))], ['item', 'paragraph'])
  })

  it('lists that share a definition continue counting, unless one restarts', () => {
    const body = [item('a', 1), item('b', 2), item('c', 3), item('d', 3)].join('')
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    const numbering = abstract(0, level(0, 'upperRoman', '%1.')) + num(1, 0) + num(2, 0) + num(3, 0, restart)
    assert.deepEqual(lines(readParts({ numbering, body })), ['I. a', 'II. b', 'V. c', 'VI. d'])
  })

  it('compound and legal numbers include every level', () => {
    const numbering =
      abstract(
        0,
        level(0, 'upperRoman', '%1.'),
        level(1, 'decimal', '%1.%2.'),
        level(2, 'decimal', '%1.%2.%3.', '<w:isLgl/>'),
      ) + num(1, 0)
    const body = [item('a', 1, 0), item('b', 1, 1), item('c', 1, 2)].join('')
    assert.deepEqual(lines(readParts({ numbering, body })), ['I. a', 'I.1. b', '1.1.1. c'])
  })

  it('come from styles too, and a style without number removes them', () => {
    const styles = [
      '<w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="Khoan"><w:basedOn w:val="Dieu"/></w:style>',
    ].join('')
    const numbering =
      abstract(
        0,
        level(0, 'decimal', 'Điều %1.', '<w:pStyle w:val="Dieu"/>'),
        level(1, 'decimal', '%2.', '<w:pStyle w:val="Khoan"/>'),
      ) + num(1, 0)
    const style = (id: string, more = ''): string => `<w:pStyle w:val="${id}"/>${more}`
    const body = [
      p('a', style('Dieu')),
      p('b', style('Khoan')),
      p('c', style('Khoan')),
      p('không số', style('Dieu', '<w:numPr><w:numId w:val="0"/></w:numPr>')),
      p('d', style('Dieu')),
    ].join('')
    assert.deepEqual(lines(readParts({ styles, numbering, body })), [
      'Điều 1. a',
      '1. b',
      '2. c',
      'không số',
      'Điều 2. d',
    ])
  })

  it('number rows in an empty cell, but create no item for an empty paragraph', () => {
    const numbering = abstract(0, level(0, 'decimal', '%1')) + num(1, 0)
    const row = (text: string): string => `<w:tr><w:tc>${item('', 1)}</w:tc><w:tc>${p(text)}</w:tc></w:tr>`
    const body = `${p('trước')}${item('', 1)}<w:tbl>${row('Việc thứ nhất')}${row('Việc thứ hai')}</w:tbl>`
    assert.deepEqual(lines(readParts({ numbering, body })), ['trước', '2 | Việc thứ nhất', '3 | Việc thứ hai'])
  })
})

describe('what a Word document shows', () => {
  it('deleted and hidden text is left out, inserted text kept', () => {
    const reading = readParts({
      body: `<w:p>${run('Giao ')}<w:del>${run('Bộ A')}</w:del><w:ins>${run('Bộ B')}</w:ins>${run(' mật', '<w:vanish/>')}${run(' chủ trì')}</w:p>`,
    })
    assert.equal(reading.text, 'Giao Bộ B chủ trì')
  })

  it('letters of old fonts become Unicode, capital fonts capitals', () => {
    const font = (name: string): string => `<w:rFonts w:ascii="${name}"/>`
    const reading = readParts({
      body: `<w:p>${run('Thñ t\u00adíng ', font('.VnTime'))}${run('chÝnh phñ', font('.VnTimeH'))}</w:p>`,
    })
    assert.equal(reading.text, 'Thủ tướng CHÍNH PHỦ')
  })

  it('capitals by format are capitals; headings have their level', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
    const reading = readParts({
      styles,
      body: `<w:p><w:pPr><w:pStyle w:val="H2"/></w:pPr>${run('nhiệm vụ', '<w:caps/>')}</w:p>`,
    })
    assert.equal(reading.text, 'NHIỆM VỤ')
    assert.deepEqual(
      reading.blocks.map(({ kind, level: depth }) => [kind, depth]),
      [['heading', 2]],
    )
  })

  it('a stamp in a text box or in the running header is read; a page number alone is not', () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><wps:txbx><w:txbxContent>${p('MẬT')}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('MẬT')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const reading = readParts({ header: p('KHẨN') + p('2'), body: `<w:p>${run('Số: 1/QĐ')}${box}</w:p>` })
    assert.deepEqual(lines(reading), ['KHẨN', 'Số: 1/QĐ', 'MẬT'])
    assert.equal(reading.blocks[0]?.kind, 'header')
  })

  it('notes come last, in the order they are referenced', () => {
    const note = (id: number, text: string): string => `<w:footnote w:id="${id}">${p(text)}</w:footnote>`
    const reading = readParts({
      footnotes: note(1, 'ghi chú một') + note(2, 'ghi chú hai') + note(3, 'không ai nhắc'),
      body: `<w:p>${run('Câu')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`,
    })
    assert.deepEqual(lines(reading), ['Câu', 'ghi chú hai', 'ghi chú một'])
  })

  it('merged cells appear once, with their extent', () => {
    const tc = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
    const body = `<w:tbl>
      <w:tr><w:trPr><w:tblHeader/></w:trPr>${tc('TT')}${tc('Cơ quan', '<w:gridSpan w:val="2"/>')}</w:tr>
      <w:tr>${tc('1', '<w:vMerge w:val="restart"/>')}${tc('A')}${tc('B')}</w:tr>
      <w:tr>${tc('', '<w:vMerge/>')}${tc('C')}${tc('D')}</w:tr></w:tbl>`
    const reading = readParts({ body })
    assert.deepEqual(lines(reading), ['TT | Cơ quan', '1 | A | B', 'C | D'])
    const [table] = reading.blocks
    assert.equal(table?.headerRows, 1)
    assert.deepEqual(
      table?.cells?.map(({ row, column, rowSpan, columnSpan }) => [row, column, rowSpan, columnSpan]),
      [
        [0, 0, 1, 1],
        [0, 1, 1, 2],
        [1, 0, 2, 1],
        [1, 1, 1, 1],
        [1, 2, 1, 1],
        [2, 1, 1, 1],
        [2, 2, 1, 1],
      ],
    )
  })
})
