import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PDF, rgb } from '@libpdf/core'
import { missing } from '../../test/installed-software.ts'
import type { Mark } from './marks.ts'
import { readPdf, withEvidence } from './pades.ts'
import { findBlock } from './page-text.ts'
import {
  AGENCY,
  agency,
  NAME,
  objectIn,
  onePage,
  person,
  remade,
  run,
  samplePaper,
  seal,
  signature,
  signPdf,
  startOf,
  streamOf,
  updated,
} from './pdf.fixture.ts'
import { PdfBytes, PdfFile } from './pdf-file.ts'
import { write } from './pdf-objects.ts'

const noPdfsig = missing('pdfsig', ['-v'])
const noQpdf = missing('qpdf', ['--version'])
const box = { page: 1, x: 300, y: 100, width: 120, height: 60 }
const mark: Mark = { kind: 'person', picture: signature, at: box }

/** Signed once: 1 catalog, 3 page, 4 content, 5 font, 6 and more by the signature. */
const signed = await signPdf(
  onePage('/Annots 8 0 R', '/AcroForm 6 0 R/Metadata 7 0 R', [
    '<</Fields[9 0 R]>>',
    streamOf('<x/>', '/Type/Metadata/Subtype/XML'),
    '[9 0 R 10 0 R]',
    '<</Type/Annot/Subtype/Widget/FT/Tx/T(o)/V(cu)/Rect[10 10 90 30]/P 3 0 R/AP<</N 11 0 R>>>>',
    '<</Type/Annot/Subtype/Square/Rect[10 40 90 60]/C[1 0 0]>>',
    streamOf('', '/Type/XObject/Subtype/Form/BBox[0 0 80 20]'),
  ]),
  person,
  mark,
)
const numberOf = (pattern: RegExp) => {
  const found = [
    ...Buffer.from(signed)
      .toString('latin1')
      .matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g),
  ]
  return Number(found.findLast(([, , text]) => pattern.test(text!))![1])
}
const widget = numberOf(/\/FT \/Sig/)
const value = numberOf(/\/Type\/Sig/)
const appearance = numberOf(/\/Subtype \/Form \/BBox/)

const first = (pdf: Uint8Array) => readPdf(pdf).signatures.find(({ field }) => field === 'Signature1')!
const found = (pdf: Uint8Array) => first(pdf).changes.map(({ code, weight }) => `${weight} ${code}`)
const faults = (pdf: Uint8Array) => first(pdf).findings.map(({ code }) => code)
const written = (...objects: [number, string][]) => updated(signed, new Map(objects))
const edited = (num: number, from: string | RegExp, to: string): [number, string] => {
  const text = objectIn(signed, num)
  const made = text.replace(from, to)
  assert.notEqual(made, text)
  return [num, made]
}

test('nothing written after it: nothing found', () => {
  assert.deepEqual(found(signed), [])
  assert.deepEqual(faults(signed), [])
})

const PAGE = objectIn(signed, 3)
const CATALOG = objectIn(signed, 1)
const FORM = objectIn(signed, 6)

/** What is written behind the signature, and what is found. */
const CASES: [string, () => Uint8Array, string[]][] = [
  [
    'a page drawn over',
    () => written([4, streamOf('BT /F1 12 Tf 72 700 Td (Khac) Tj ET')]),
    ['error pdf.page_changed'],
  ],
  [
    'content added to the page',
    () => written([3, PAGE.replace('/Contents 4 0 R', '/Contents[4 0 R 90 0 R]')], [90, streamOf('0 0 9 9 re f')]),
    ['error pdf.page_changed'],
  ],
  ['a page cropped', () => written([3, PAGE.replace('>>', '/CropBox[0 0 300 300]>>')]), ['error pdf.page_changed']],
  [
    'a page turned by what it inherits',
    () => written(edited(2, '/Count 1', '/Count 1/Rotate 90')),
    ['error pdf.page_changed'],
  ],
  [
    'the box changed by what it inherits',
    () => written(edited(2, '[0 0 595 842]', '[0 0 595 400]')),
    ['error pdf.page_changed'],
  ],
  ['a font replaced', () => written([5, '<</Type/Font/Subtype/Type1/BaseFont/Symbol>>']), ['error pdf.font_changed']],
  [
    'a font replaced by what the page inherits',
    () => written(edited(2, '5 0 R', '90 0 R'), [90, '<</Type/Font/Subtype/Type1/BaseFont/Symbol>>']),
    ['error pdf.font_changed'],
  ],
  [
    'resources given to the page itself',
    () => written([3, PAGE.replace('>>', '/Resources<</Font<</F1 5 0 R>>/XObject<</X 4 0 R>>>>>>')]),
    ['error pdf.resources_changed'],
  ],
  [
    'a page added',
    () =>
      written(edited(2, '/Kids[3 0 R]/Count 1', '/Kids[90 0 R 3 0 R]/Count 2'), [
        90,
        '<</Type/Page/Parent 2 0 R/Contents 4 0 R>>',
      ]),
    ['error pdf.page_added'],
  ],
  [
    'a page replaced by one that looks the same',
    () => written(edited(2, '[3 0 R]', '[90 0 R]'), [90, PAGE]),
    ['error pdf.page_removed', 'error pdf.page_added'],
  ],
  [
    'the page tree built again over the same pages',
    () =>
      written(
        [2, '<</Type/Pages/Kids[90 0 R]/Count 1>>'],
        [90, '<</Type/Pages/Parent 2 0 R/Kids[3 0 R]/Count 1/Resources<</Font<</F1 5 0 R>>>>/MediaBox[0 0 595 842]>>'],
      ),
    ['warning pdf.page_tree_changed'],
  ],
  [
    'a stamp put on the page',
    () =>
      written(
        edited(8, ']', ' 90 0 R]'),
        [90, '<</Type/Annot/Subtype/Stamp/Rect[72 690 300 720]/AP<</N 91 0 R>>>>'],
        [91, streamOf('1 g 0 0 228 30 re f', '/Type/XObject/Subtype/Form/BBox[0 0 228 30]')],
      ),
    ['error pdf.annotation_added'],
  ],
  [
    'a comment beside the text',
    () =>
      written(edited(8, ']', ' 90 0 R]'), [90, '<</Type/Annot/Subtype/Text/Rect[10 700 30 720]/Contents(hay xem)>>']),
    ['warning pdf.comment_written'],
  ],
  [
    'a comment whose sign covers the page',
    () =>
      written(
        edited(8, ']', ' 90 0 R]'),
        [90, '<</Type/Annot/Subtype/Text/Rect[0 0 595 842]/AP<</N 91 0 R>>>>'],
        [91, streamOf('', '/Type/XObject/Subtype/Form/BBox[0 0 1 1]')],
      ),
    ['error pdf.annotation_added'],
  ],
  [
    'a drawing changed',
    () => written([10, '<</Type/Annot/Subtype/Square/Rect[10 40 400 800]/IC[1 1 1]>>']),
    ['error pdf.annotation_changed'],
  ],
  ['a drawing taken away', () => written(edited(8, '10 0 R', '')), ['error pdf.annotation_removed']],
  ['a field filled in', () => written(edited(9, '(cu)', '(moi)')), ['error pdf.form_filled']],
  [
    'the look of a field changed',
    () => written([11, streamOf('BT ET', '/Type/XObject/Subtype/Form/BBox[0 0 80 20]')]),
    ['error pdf.form_filled'],
  ],
  [
    'a field added',
    () =>
      written([6, FORM.replace(/Fields ?\[/, 'Fields[90 0 R ')], edited(8, ']', ' 90 0 R]'), [
        90,
        '<</Type/Annot/Subtype/Widget/FT/Tx/T(p)/V(x)/Rect[72 690 300 720]/P 3 0 R>>',
      ]),
    ['error pdf.field_added', 'error pdf.annotation_added'],
  ],
  [
    'a picture shown as a field that waits for a signature',
    () =>
      written([6, FORM.replace(/Fields ?\[/, 'Fields[90 0 R ')], edited(8, ']', ' 90 0 R]'), [
        90,
        '<</Type/Annot/Subtype/Widget/FT/Sig/T(p)/Rect[72 690 300 720]/P 3 0 R/AP<</N 11 0 R>>>>',
      ]),
    ['warning pdf.field_added', 'error pdf.annotation_added'],
  ],
  [
    'a picture shown as a time stamp, and one that runs a script',
    () =>
      written([6, FORM.replace(/Fields ?\[/, 'Fields[90 0 R ')], edited(8, ']', ' 90 0 R]'), [
        90,
        '<</Type/Annot/Subtype/Widget/FT/Sig/T(p)/Rect[400 690 500 720]/P 3 0 R/V<</Type/DocTimeStamp>>/AP<</N 11 0 R>>/AA<<>>>>',
      ]),
    ['note pdf.time_stamped', 'error pdf.action_added', 'error pdf.annotation_added'],
  ],
  [
    'a link that starts an application',
    () =>
      written(edited(8, ']', ' 90 0 R]'), [
        90,
        '<</Type/Annot/Subtype/Link/Rect[72 690 300 720]/A<</S/Launch/F(x)>>>>',
      ]),
    ['error pdf.action_added', 'warning pdf.comment_written'],
  ],
  ...(
    [
      ['a window of a note that brings a picture', '/Popup/Rect[72 300 500 600]/AP<</N 11 0 R>>'],
      ['a link that brings a picture', '/Link/Rect[72 300 500 600]/AP<</N 11 0 R>>/A<</S/URI/URI(https://x.example)>>'],
      ['a link whose frame hides what is below', '/Link/Rect[72 300 500 600]/Border[0 0 200]'],
      ['a link whose frame hides what is below, as a style', '/Link/Rect[72 300 500 600]/BS<</W 200>>'],
      ['a link whose frame cannot be read', '/Link/Rect[72 300 500 600]/Border(x)'],
    ] as const
  ).map(([name, drawn]): [string, () => Uint8Array, string[]] => [
    name,
    () => written(edited(8, ']', ' 90 0 R]'), [90, `<</Type/Annot/Subtype${drawn}>>`]),
    ['error pdf.annotation_added'],
  ]),
  [
    'a link with the frame of every link',
    () => written(edited(8, ']', ' 90 0 R]'), [90, '<</Type/Annot/Subtype/Link/Rect[72 690 300 720]/Border[0 0 1]>>']),
    ['warning pdf.comment_written'],
  ],
  ['a field taken away', () => written([6, FORM.replace('9 0 R', '')]), ['error pdf.field_removed']],
  [
    'readers that are to draw the form again',
    () => written([6, FORM.replace('>>', '/NeedAppearances true>>')]),
    ['error pdf.form_changed'],
  ],
  [
    'the mark of the signature redrawn',
    () => written([appearance, streamOf('', '/Type/XObject/Subtype/Form/BBox[0 0 1 1]')]),
    ['error pdf.signature_field_changed'],
  ],
  [
    'the mark of the signature moved',
    () => written(edited(widget, /\/Rect ?\[[^\]]*\]/, '/Rect[0 0 10 10]')),
    ['error pdf.signature_field_changed'],
  ],
  ['an unknown entry of the form', () => written([6, FORM.replace('>>', '/X 1>>')]), ['error pdf.form_changed']],
  [
    'an action on opening',
    () => written([1, CATALOG.replace('>>', '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>')]),
    ['error pdf.action_added'],
  ],
  [
    'a script',
    () => written([1, CATALOG.replace('>>', '/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(1)>>]>>>>>>')]),
    ['error pdf.action_added'],
  ],
  [
    'an action of the page',
    () => written([3, PAGE.replace('>>', '/AA<</O<</S/JavaScript/JS(1)>>>>>>')]),
    ['error pdf.action_added'],
  ],
  [
    'an attached file',
    () => written([1, CATALOG.replace('>>', '/Names<</EmbeddedFiles<</Names[(a)<</F(a)>>]>>>>>>')]),
    ['error pdf.file_attached'],
  ],
  [
    'layers that hide',
    () => written([1, CATALOG.replace('>>', '/OCProperties<</OCGs[]>>>>')]),
    ['error pdf.layers_changed'],
  ],
  [
    'an unknown entry of the catalog',
    () => written([1, CATALOG.replace('>>', '/Foo 1>>')]),
    ['error pdf.catalog_changed'],
  ],
  [
    'the way it opens',
    () => written([1, CATALOG.replace('>>', '/PageMode/UseOutlines>>')]),
    ['warning pdf.view_changed'],
  ],
  ['metadata alone', () => written([7, streamOf('<y/>', '/Type/Metadata/Subtype/XML')]), ['note pdf.metadata_changed']],
  [
    'information alone',
    () => updated(signed, new Map([[90, '<</Title(Moi)>>']]), { trailer: '/Info 90 0 R' }),
    ['note pdf.metadata_changed'],
  ],
  ['an object that nothing refers to', () => written([90, '(x)']), []],
  ['the same object written again', () => written([4, objectIn(signed, 4)]), []],
]
for (const [what, make, expected] of CASES)
  test(`after the signature: ${what}`, () => {
    assert.deepEqual(found(make()), expected)
  })

test('the number of a deleted object used again, and an object under another generation, are changes', () => {
  const freed = Buffer.from(written([90, 'null'])).toString('latin1')
  const table = freed.replace(/90 1\n(\d{10}) 00000 n/, '4 1\n0000000000 00001 f')
  assert.notEqual(table, freed)
  assert.deepEqual(
    found(Buffer.from(table, 'latin1')).filter((one) => one.startsWith('error')),
    ['error pdf.bytes_unread', 'error pdf.page_changed'],
  )
  const other = Buffer.from(written([4, objectIn(signed, 4)])).toString('latin1')
  const from = other.lastIndexOf('\n4 0 obj') + 1
  const again = `${other.slice(0, from)}4 1 obj${other.slice(from + 7)}`.replace(/(4 1\n\d{10}) 00000 n/, '$1 00001 n')
  assert.deepEqual(found(Buffer.from(again, 'latin1')), ['error pdf.page_changed'])
})

test('a page hidden in an object stream of an update is found', { skip: noQpdf }, () => {
  const font = '<</Type/Font/Subtype/Type1/BaseFont/Symbol>>'
  const stream = streamOf(`5 0 ${font}`, '/Type/ObjStm/N 1/First 4')
  const text = Buffer.from(signed).toString('latin1')
  const at = text.length
  const holder = `90 0 obj\n${stream}\nendobj\n`
  const big = (value: number, width: number) =>
    Buffer.from(value.toString(16).padStart(width * 2, '0'), 'hex').toString('latin1')
  const rows = [`\x02${big(90, 4)}\x00`, `\x01${big(at, 4)}\x00`, `\x01${big(at + holder.length, 4)}\x00`].join('')
  const table = `91 0 obj\n${streamOf(rows, `/Type/XRef/W[1 4 1]/Index[5 1 90 2]/Size 92/Root 1 0 R/Prev ${startOf(signed)}`)}\nendobj\n`
  const pdf = Buffer.from(`${text}${holder}${table}startxref\n${at + holder.length}\n%%EOF\n`, 'latin1')
  assert.deepEqual(found(pdf), ['error pdf.font_changed'])
})

test('bytes before the file, or behind it, are not passed over', () => {
  assert.throws(() => readPdf(Buffer.concat([Buffer.from('x\n'), signed])), { code: 'pdf.damaged' })
  assert.deepEqual(found(Buffer.concat([signed, Buffer.from('\n\n')])), [])
  assert.equal(readPdf(Buffer.concat([signed, Buffer.from('\n')])).signatures[0]!.isWhole, false)
  assert.deepEqual(found(Buffer.concat([signed, Buffer.from('%Writer 1.0\r\n')])), [])
  assert.deepEqual(found(Buffer.concat([signed, Buffer.from('%\n4 0 obj\n')])), ['error pdf.bytes_unread'])
  assert.deepEqual(found(Buffer.concat([signed, Buffer.from('%4 0 obj<<>>endobj\n')])), ['error pdf.bytes_unread'])
  // Another object without a table: readers that repair a file would show it.
  const hidden = Buffer.concat([signed, Buffer.from('4 0 obj\n<<>>\nendobj\n')])
  assert.deepEqual(found(hidden), ['error pdf.bytes_unread'])
})

test('incremental saving attack: with a bogus table, without a table, without a trailer, with a new catalog', () => {
  const attack = `4 0 obj\n${streamOf('BT /F1 12 Tf 72 700 Td (Khac) Tj ET')}\nendobj\n`
  const text = Buffer.from(signed).toString('latin1')
  const start = startOf(signed)
  const file = (more: string) => Buffer.from(text + attack + more, 'latin1')
  const bogus = `xref\n4 1\n${String(text.length + 7).padStart(10, '0')} 00000 n \ntrailer\n<</Size 99/Root 1 0 R/Prev ${start}>>\nstartxref\n${text.length + attack.length}\n%%EOF\n`
  assert.ok(
    found(file(bogus)).some((one) => one.startsWith('error')),
    'bogus table',
  )
  assert.deepEqual(found(file('')), ['error pdf.bytes_unread'], 'no table')
  assert.deepEqual(found(file(`startxref\n${start}\n%%EOF\n`)), ['error pdf.bytes_unread'], 'the old table again')
  assert.deepEqual(found(file(`trailer\n<</Root 1 0 R/Size 99>>\nstartxref\n${start}\n%%EOF\n`)), [
    'error pdf.bytes_unread',
  ])
  assert.throws(
    () => readPdf(file(`xref\n4 1\n${'0'.repeat(10)} 00000 n \nstartxref\n${text.length + attack.length}\n%%EOF\n`)),
    {
      code: 'pdf.damaged',
    },
  )
  const catalog = updated(
    signed,
    new Map([
      [90, '<</Type/Catalog/Pages 91 0 R/AcroForm 6 0 R/Metadata 7 0 R>>'],
      [91, '<</Type/Pages/Kids[92 0 R]/Count 1/MediaBox[0 0 595 842]>>'],
      [92, '<</Type/Page/Parent 91 0 R/Annots 8 0 R>>'],
    ]),
    { root: '90 0 R' },
  )
  assert.deepEqual(
    found(catalog).filter((one) => one.startsWith('error')),
    ['error pdf.page_removed', 'error pdf.page_added'],
  )
  const bare = updated(signed, new Map([[90, '<</Type/Catalog/Pages 2 0 R>>']]), { root: '90 0 R' })
  assert.deepEqual(
    readPdf(bare).signatures.map(({ field, findings }) => [field, findings[0]!.code]),
    [[null, 'pdf.signature_removed']],
  )
})

test('universal forgery: a signature without contents or range, or with bogus ones, is invalid', () => {
  const forged = (from: string | RegExp, to: string) => {
    const text = objectIn(signed, value)
    const made = text.replace(from, to)
    assert.notEqual(made, text)
    return written([value, made])
  }
  const contents = /\/Contents<[0-9a-f]*>/
  const range = /\/ByteRange\[[^\]]*\]/
  for (const [from, to, code] of [
    [contents, '', 'pdf.contents_missing'],
    [contents, '/Contents null', 'pdf.contents_missing'],
    [contents, '/Contents<>', 'pdf.contents_missing'],
    [contents, '/Contents<00>', 'pdf.contents_missing'],
    [contents, '/Contents(0)', 'pdf.contents_missing'],
    [range, '', 'pdf.range_missing'],
    [range, '/ByteRange null', 'pdf.range_missing'],
    [range, '/ByteRange[]', 'pdf.range_missing'],
    [range, '/ByteRange[0 -1 2 3]', 'pdf.range_missing'],
    [range, '/ByteRange[0 0.5 2 3]', 'pdf.range_missing'],
    [range, '/ByteRange[0 10 10 99999999]', 'pdf.range_wrong'],
    [range, '/ByteRange[1 10 20 30]', 'pdf.range_wrong'],
  ] as const) {
    const pdf = forged(from, to)
    const found = readPdf(pdf).signatures.find(({ field }) => field !== null)!
    assert.ok(
      found.findings.some((one) => one.code === code && one.weight === 'error'),
      `${to}: ${JSON.stringify(found.findings)}`,
    )
  }
  const gone = written([widget, objectIn(signed, widget).replace(`/V ${value} 0 R`, '/V null')])
  assert.ok(readPdf(gone).signatures.every(({ findings }) => findings.some(({ weight }) => weight === 'error')))
})

test('wrapping: the second range moved, so that other bytes lie in a larger hole', () => {
  const text = Buffer.from(signed).toString('latin1')
  const [from, hole, after, rest] = readPdf(signed).signatures[0]!.byteRange!
  assert.equal(from, 0)
  const injected = `4 0 obj\n${streamOf('BT (Khac) Tj ET')}\nendobj\n`
  const moved = `[0 ${String(hole).padEnd(10)} ${String(after + injected.length).padEnd(10)} ${String(rest).padEnd(10)}]`
  const wrapped = Buffer.from(
    text.slice(0, after).replace(/\[0 \d+ +\d+ +\d+ +\]/, moved) + injected + text.slice(after),
    'latin1',
  )
  try {
    assert.ok(faults(wrapped).includes('pdf.range_wrong'))
  } catch (error) {
    assert.equal((error as { code: string }).code, 'pdf.damaged')
  }
  // The same with a table of its own that knows where all lies now.
  const remadeTable = updated(wrapped, new Map([[4, streamOf('')]]), { prev: startOf(signed) })
  assert.throws(() => readPdf(remadeTable), { code: 'pdf.damaged' })
})

test('wrapping: the signature copied to a new object whose range is the old one', () => {
  const old = objectIn(signed, value)
  const pdf = written([90, old], edited(widget, `/V ${value} 0 R`, '/V 90 0 R'), [4, streamOf('BT (Khac) Tj ET')])
  const { signatures } = readPdf(pdf)
  assert.ok(signatures.every(({ findings }) => findings.some(({ weight }) => weight === 'error')))
})

test('wrapping: the signature shown by a second field', () => {
  const pdf = written([6, FORM.replace(/Fields ?\[/, 'Fields[90 0 R ')], edited(8, ']', ' 90 0 R]'), [
    90,
    `<</Type/Annot/Subtype/Widget/FT/Sig/T(Hai)/V ${value} 0 R/Rect[400 400 500 450]/P 3 0 R/AP<</N 11 0 R>>>>`,
  ])
  const found = readPdf(pdf).signatures.map(({ field, findings }) => [field, findings.map(({ code }) => code)])
  assert.deepEqual(found, [
    ['Hai', ['pdf.wrapped']],
    ['Signature1', []],
  ])
})

test('a stream of objects replaced by another with the same number', { skip: noQpdf }, async () => {
  const packed = await signPdf(
    remade('qpdf', (a, b) => ['--object-streams=generate', a, b], onePage()),
    person,
    null,
  )
  const text = Buffer.from(packed).toString('latin1')
  const [, num] = /\n(\d+) 0 obj\n<<[^\n]*\/Type \/ObjStm/.exec(text)!
  const inside = new PdfFile(new PdfBytes(packed))
  const entries = [...inside.sections.at(-1)!.entries].filter(([, { kind }]) => kind === 'in')
  const bodies = entries.map(([one]) => write(inside.object(one)).replace('Helvetica', 'Symbol'))
  let at = 0
  const head = entries.map(([one], place) => {
    const pair = `${one} ${at} `
    at += bodies[place]!.length + 1
    return pair
  })
  const replaced = updated(
    packed,
    new Map([
      [
        Number(num),
        streamOf(head.join('') + bodies.join(' '), `/Type/ObjStm/N ${entries.length}/First ${head.join('').length}`),
      ],
    ]),
    { root: write(inside.trailer.get('Root')!) },
  )
  assert.deepEqual(found(replaced), ['error pdf.font_changed'])
})

test('a key that is twice in the dictionary of a signature is refused', async () => {
  const pdf = await signPdf(onePage(), person, null)
  const doubled = Buffer.from(pdf).toString('latin1').replace('/Filter/Adobe.PPKLite', '/Type/DocTimeStamp   ')
  assert.equal(doubled.length, pdf.length)
  assert.deepEqual(faults(Buffer.from(doubled, 'latin1')), ['pdf.ambiguous'])
})

test('an overdrawn page after the seal is red, though pdfsig says valid', { skip: noPdfsig }, async () => {
  const paper = await samplePaper()
  const block = findBlock(paper, NAME)
  const one = await signPdf(paper, person, { kind: 'person', picture: signature, at: block })
  const sealed = await signPdf(one, agency, { kind: 'agency', picture: seal, widthMm: 36, agency: AGENCY, at: block })
  const pdf = await PDF.load(sealed)
  pdf.getPage(0)!.drawRectangle({ x: 90, y: 560, width: 460, height: 30, color: rgb(1, 1, 1) })
  const overdrawn = await pdf.save({ incremental: true })
  assert.deepEqual(Buffer.from(overdrawn.subarray(0, sealed.length)), Buffer.from(sealed))
  const report = run('pdfsig', (path) => ['-nocert', path], overdrawn)
  assert.equal(report.split('Signature is Valid').length - 1, 2)
  for (const place of [0, 1]) {
    const errors = readPdf(overdrawn).signatures[place]!.changes.filter(({ weight }) => weight === 'error')
    assert.ok(
      errors.some(({ code, params }) => code === 'pdf.page_changed' && params!.pages === '1'),
      JSON.stringify(errors),
    )
  }
})

test('linearised after signing: the range no longer fits, and that is found', { skip: noQpdf }, () => {
  const pdf = remade('qpdf', (a, b) => ['--linearize', a, b], signed)
  assert.ok(faults(pdf).includes('pdf.range_wrong') || faults(pdf).includes('pdf.contents_missing'), faults(pdf).join())
})

test('evidence and later seals of the same block are no changes of the page', async () => {
  const paper = await samplePaper()
  const block = findBlock(paper, NAME)
  const one = await signPdf(paper, person, { kind: 'person', picture: signature, at: block })
  const two = await signPdf(one, agency, { kind: 'agency', picture: seal, widthMm: 36, agency: AGENCY, at: block })
  const three = await withEvidence(two, { certificates: [person.certificate], crls: [], ocsps: [] })
  const four = await signPdf(three, agency, { kind: 'copy', form: 'SAO Y', agency: AGENCY })
  assert.deepEqual(found(four), ['note pdf.evidence_added', 'note pdf.signed_again', 'note pdf.signed_again'])
})

test('a later mark over the text, or over much of the page, is worth a warning', async () => {
  const paper = await samplePaper()
  const one = await signPdf(paper, person, { kind: 'person', picture: signature, at: findBlock(paper, NAME) })
  const over = (at: object) =>
    signPdf(one, agency, {
      kind: 'person',
      picture: seal,
      at: { page: 1, x: 90, y: 520, width: 80, height: 80, ...at },
    })
  assert.deepEqual(found(await over({})), ['note pdf.signed_again', 'warning pdf.mark_over_text'])
  assert.deepEqual(found(await over({ width: 450, height: 300 })), [
    'note pdf.signed_again',
    'warning pdf.mark_large',
    'warning pdf.mark_over_text',
  ])
  const free = await signPdf(one, agency, {
    kind: 'person',
    picture: seal,
    at: { page: 1, x: 90, y: 60, width: 80, height: 80 },
  })
  assert.deepEqual(found(free), ['note pdf.signed_again'])
})

test('a signature put into a field that waited for it is a signature, unless the field was moved', async () => {
  const waiting = await signPdf(
    onePage('/Annots[6 0 R]', '/AcroForm<</Fields[6 0 R]>>', [
      '<</Type/Annot/Subtype/Widget/FT/Sig/T(Cho)/Rect[300 300 400 350]/P 3 0 R/F 4>>',
    ]),
    person,
    null,
  )
  const filled = (rect: string) =>
    updated(
      waiting,
      new Map([
        [6, `<</Type/Annot/Subtype/Widget/FT/Sig/T(Cho)/Rect[${rect}]/P 3 0 R/F 4/V 90 0 R>>`],
        [90, '<</Type/Sig/Contents<30020500>/ByteRange[0 1 2 3]>>'],
      ]),
    )
  assert.deepEqual(found(filled('300 300 400 350')), ['note pdf.signed_again'])
  assert.deepEqual(found(filled('0 0 595 842')), ['error pdf.form_changed', 'note pdf.signed_again'])
})

test('after a signature that closed the document, another signature is an error', async () => {
  const once = await signPdf(onePage(), person, mark)
  const text = Buffer.from(once).toString('latin1')
  const closing = '/Reference[<</TransformMethod/DocMDP/TransformParams<</P 1>>>>]'
  // Written over the zeros at the end of the hole would be no dictionary: the hole is made shorter instead.
  const made = text.replace(/(0{400})>\/M/, (_, zeros: string) => `${zeros.slice(closing.length)}>${closing}/M`)
  const [, hole, after, rest] = readPdf(once).signatures[0]!.byteRange!
  const range = (from: number, length: number) =>
    `[0 ${String(hole).padEnd(10)} ${String(from).padEnd(10)} ${String(length).padEnd(10)}]`
  const closed = Buffer.from(
    made.replace(range(after, rest), range(after - closing.length, rest + closing.length)),
    'latin1',
  )
  assert.deepEqual(faults(closed), [])
  await assert.rejects(signPdf(closed, agency, null), { code: 'pdf.certified_closed' })
  const forced = updated(
    closed,
    new Map([
      [90, '<</FT/Sig/T(Sau)/V 91 0 R>>'],
      [91, '<</Type/Sig/Contents<30020500>/ByteRange[0 1 2 3]>>'],
      [1, objectIn(closed, 1).replace(/Fields ?\[/, 'Fields[90 0 R ')],
    ]),
  )
  assert.deepEqual(found(forced), ['error pdf.signed_though_closed'])
})
