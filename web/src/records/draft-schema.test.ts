import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Parts, schema, toDoc, toParts } from './draft-schema.ts'

const WHOLE: Parts = [
  { kind: 'heading', level: 1, text: 'I. SỰ CẦN THIẾT' },
  { kind: 'heading', level: 2, text: '1. Căn cứ' },
  {
    kind: 'paragraph',
    runs: [
      { text: 'Căn cứ ' },
      { text: 'Luật', bold: true },
      { text: ' số 01', bold: true, italic: true },
      { text: '.' },
    ],
  },
  { kind: 'centred', text: 'QUYẾT ĐỊNH:' },
  {
    kind: 'table',
    columns: [
      { title: 'TT', width: 80, align: 'center' },
      { title: 'Nội dung', width: 560, align: 'left' },
    ],
    rows: [
      [{ text: '1' }, { text: 'Tổng', bold: true }],
      [{ text: '' }, { text: 'ghi chú', italic: true }],
    ],
  },
]

test('parts come back from the editor as they went in', () => {
  const doc = toDoc(WHOLE)
  doc.check()
  assert.deepEqual(toParts(doc), WHOLE)
  assert.deepEqual(toParts(toDoc(toParts(doc))), WHOLE)
})

test('a draft without words is one empty paragraph, and no part', () => {
  assert.equal(toDoc([]).childCount, 1)
  assert.deepEqual(toParts(toDoc([])), [])
  assert.deepEqual(toParts(toDoc([{ kind: 'paragraph', runs: [{ text: '   ' }] }])), [])
})

test('a cell over two places keeps the number of cells of its row', () => {
  const cell = (type: 'table_header' | 'table_cell', text: string, colspan = 1) =>
    schema.nodes[type]!.create({ colspan }, schema.nodes.paragraph!.create(null, schema.text(text)))
  const row = (...cells: ReturnType<typeof cell>[]) => schema.nodes.table_row!.create(null, cells)
  const table = schema.nodes.table!.create(null, [
    row(cell('table_header', 'A'), cell('table_header', 'B')),
    row(cell('table_cell', 'cả dòng', 2)),
  ])
  const [part] = toParts(schema.nodes.doc!.create(null, table))
  assert.deepEqual(part?.kind === 'table' && part.rows, [[{ text: 'cả dòng' }, { text: '' }]])
})
