import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { readCertificate } from './certificate.ts'
import { finishPdf, judgePdf, preparePdf, readPdf } from './pades.ts'
import { findBlock } from './page-text.ts'
import {
  AT,
  authority,
  NAME,
  onePage,
  person,
  rawPdf,
  samplePaper,
  signature,
  signPdf,
  startOf,
  streamOf,
  updated,
} from './pdf.fixture.ts'
import { PdfError } from './pdf-objects.ts'

const MOST_MS = 2000
const trust = {
  anchors: [readCertificate(authority.root.certificate)],
  evidence: { certificates: [], crls: [authority.crl({ at: AT }), authority.crl({ at: AT, by: 'root' })], ocsps: [] },
  now: new Date(AT.getTime() + 60_000),
}

/** Milliseconds that this process has worked: other work on the machine does not count. */
const worked = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Read, judged, prepared, searched: each ends soon, with an answer or with an error of this folder. Returns the codes. */
async function met(pdf: Uint8Array): Promise<string[]> {
  const codes: string[] = []
  for (const work of [
    () => readPdf(pdf),
    () => judgePdf(pdf, trust),
    () => preparePdf(pdf, { mark: null, signedAt: AT, algorithm: 'rsa-sha256' }),
    () => findBlock(pdf, NAME),
  ]) {
    const begun = worked()
    try {
      await work()
      codes.push('')
    } catch (error) {
      if (!(error instanceof PdfError)) throw error
      codes.push(error.code)
    }
    const took = worked() - begun
    assert.ok(took < MOST_MS, `worked for ${Math.round(took)} ms`)
  }
  return codes
}

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const text = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')
const plain = onePage()
/** A file whose only table is a stream with these rows and entries. */
const tableStream = (entries: string, rows: Uint8Array, before = '') => {
  const head = `%PDF-1.7\n${before}`
  const stream = `9 0 obj\n<</Type/XRef/Root 1 0 R${entries}/Length ${rows.length}>>\nstream\n${text(rows)}\nendstream\nendobj\n`
  return latin1(`${head}${stream}startxref\n${head.length}\n%%EOF\n`)
}
const packed = (dict: string, data: Uint8Array) => {
  const bytes = deflateSync(data, { level: 9 })
  return `<<${dict}/Filter/FlateDecode/Length ${bytes.length}>>\nstream\n${text(bytes)}\nendstream`
}
const BOMB = Buffer.alloc(100 * 1024 * 1024, ' ')

/** Objects packed into a stream, and a table in the form of a stream that says so. */
function inStream(
  stream: string,
  entries: readonly (readonly [num: number, kind: number, where: number, gen: number])[],
  more: readonly string[] = [],
) {
  let front = '%PDF-1.7\n'
  const offsets = new Map<number, number>()
  ;[stream, ...more].forEach((object, place) => {
    offsets.set(10 + place, front.length)
    front += `${10 + place} 0 obj\n${object}\nendobj\n`
  })
  const rows = [...entries, ...[...offsets].map(([num, at]) => [num, 1, at, 0] as const)]
  const data = Buffer.concat(
    rows.map(([, kind, where, gen]) => {
      const row = Buffer.alloc(9)
      row.writeUInt8(kind, 0)
      row.writeUInt32BE(where, 1)
      row.writeUInt32BE(gen, 5)
      return row
    }),
  )
  const index = rows.map(([num]) => `${num} 1`).join(' ')
  const table = `99 0 obj\n<</Type/XRef/Root 1 0 R/Size 100/W[1 4 4]/Index[${index}]/Length ${data.length}>>\nstream\n${text(data)}\nendstream\nendobj\n`
  return latin1(`${front}${table}startxref\n${front.length}\n%%EOF\n`)
}

const FILES: [string, () => Uint8Array, string][] = [
  ['nothing', () => new Uint8Array(), 'pdf.not_pdf'],
  ['a header alone', () => latin1('%PDF-1.7\n'), 'pdf.damaged'],
  [
    'a table that leads to itself',
    () => latin1(text(plain).replace('/Root 1 0 R', `/Root 1 0 R/Prev ${startOf(plain)}`)),
    'pdf.damaged',
  ],
  [
    'two tables that lead to each other',
    () => {
      const second = updated(plain, new Map([[6, '(x)']]))
      const at = String(startOf(second))
      return latin1(
        text(second)
          .replace('/Root 1 0 R>>', `/Root 1 0 R/Prev ${at}>>`)
          .replace(/startxref\n\d+\n%%EOF\n$/, (tail) => tail),
      )
    },
    'pdf.damaged',
  ],
  [
    'a stream beside the table that is the table',
    () => latin1(text(plain).replace('/Root 1 0 R', `/Root 1 0 R/XRefStm ${startOf(plain)}`)),
    'pdf.damaged',
  ],
  [
    'a table outside the file',
    () => latin1(text(plain).replace(/startxref\n\d+/, 'startxref\n99999999')),
    'pdf.damaged',
  ],
  [
    'a table at a number too long',
    () => latin1(text(plain).replace(/startxref\n\d+/, `startxref\n${'9'.repeat(400)}`)),
    'pdf.damaged',
  ],
  [
    'a table that claims a million objects',
    () => latin1(text(plain).replace('xref\n0 6', 'xref\n0 1000000')),
    'pdf.damaged',
  ],
  [
    'a table that claims objects of high numbers',
    () => latin1(text(plain).replace('xref\n0 6', 'xref\n999999999999 6')),
    'pdf.damaged',
  ],
  [
    'a stream of a table that claims a million',
    () => tableStream('/Size 1000000/W[1 4 1]', Buffer.alloc(60)),
    'pdf.damaged',
  ],
  [
    'a table of free objects without end',
    () => tableStream('/Size 3000000/W[0 1 0]/Filter/FlateDecode', deflateSync(Buffer.alloc(3_000_000))),
    'pdf.too_much',
  ],
  ['widths of a table that are none', () => tableStream('/Size 1/W[0 0 0]', Buffer.alloc(60)), 'pdf.damaged'],
  ['widths of a table too large', () => tableStream('/Size 1/W[9 9 9]', Buffer.alloc(60)), 'pdf.damaged'],
  [
    'a table that is a bomb',
    () => tableStream('/Size 10/W[1 4 1]/Filter/FlateDecode', deflateSync(BOMB)),
    'pdf.too_much',
  ],
  [
    'the page tree in a circle',
    () => rawPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Kids[2 0 R]/Count 1>>']),
    'pdf.damaged',
  ],
  [
    'the page tree in a large circle',
    () => rawPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Kids[3 0 R]>>', '<</Kids[4 0 R]>>', '<</Kids[2 0 R]>>']),
    'pdf.damaged',
  ],
  [
    'a page tree twenty thousand deep',
    () =>
      rawPdf([
        '<</Type/Catalog/Pages 2 0 R>>',
        ...Array.from({ length: 20_000 }, (_, place) => `<</Kids[${place + 3} 0 R]>>`),
        '<</Type/Page>>',
      ]),
    '',
  ],
  [
    'one page a hundred thousand times',
    () => rawPdf(['<</Type/Catalog/Pages 2 0 R>>', `<</Kids[${'3 0 R '.repeat(100_000)}]>>`, '<</Type/Page>>']),
    'pdf.damaged',
  ],
  ['pages that are missing', () => rawPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Kids[7 0 R 8 0 R]>>']), 'pdf.damaged'],
  ['no catalog', () => rawPdf(['(x)']), 'pdf.damaged'],
  [
    'arrays a hundred thousand deep',
    () => rawPdf([`<</Type/Catalog/Pages 2 0 R/A ${'['.repeat(100_000)}>>`]),
    'pdf.too_much',
  ],
  [
    'dictionaries a hundred thousand deep',
    () => rawPdf([`<</Type/Catalog/Pages 2 0 R/A ${'<</A '.repeat(100_000)}>>`]),
    'pdf.too_much',
  ],
  [
    'two million values in one',
    () => rawPdf([`<</Type/Catalog/Pages 2 0 R/A[${'0 '.repeat(2_000_000)}]>>`]),
    'pdf.too_much',
  ],
  ['references in a circle', () => rawPdf(['<</Type/Catalog/Pages 2 0 R>>', '3 0 R', '2 0 R']), 'pdf.damaged'],
  ['a string that does not end', () => latin1(text(plain).replace('/Type/Catalog', '/Type/Catalog/A(')), 'pdf.damaged'],
  [
    'a number of a thousand digits',
    () => latin1(text(plain).replace('/Count 1', `/Count 1.${'1'.repeat(1000)}`)),
    'pdf.damaged',
  ],
  [
    'objects that are not where the table says',
    () => latin1(text(plain).replace('%PDF-1.7\n', '%PDF-1.7\n\n\n\n')),
    'pdf.damaged',
  ],
  [
    'an object stream that holds itself',
    () =>
      inStream(
        streamOf('10 0 <<>>', '/Type/ObjStm/N 1/First 5'),
        [
          [1, 2, 10, 0],
          [10, 2, 10, 0],
        ].slice(0, 1) as never,
      ),
    'pdf.damaged',
  ],
  [
    'an object stream within an object stream',
    () =>
      inStream(streamOf('11 0 <<>>', '/Type/ObjStm/N 1/First 5'), [
        [1, 2, 11, 0],
        [11, 2, 10, 0],
      ]),
    'pdf.damaged',
  ],
  [
    'an object stream that is a bomb',
    () => inStream(packed('/Type/ObjStm/N 1/First 4', BOMB), [[1, 2, 10, 0]]),
    'pdf.too_much',
  ],
  [
    'many object streams that are bombs together',
    () => {
      const half = packed(
        '/Type/ObjStm/N 1/First 6',
        Buffer.concat([latin1('1 0   <<'), BOMB.subarray(0, 50 * 1024 * 1024), latin1('>>')]),
      )
      return inStream(
        half,
        Array.from({ length: 9 }, (_, place) => [place + 1, 2, 10 + place, 0] as const),
        Array.from({ length: 8 }, () => half),
      )
    },
    'pdf.too_much',
  ],
  [
    'an object stream that claims more than it has',
    () => inStream(streamOf('1 0 <<>>', '/Type/ObjStm/N 99999999/First 4'), [[1, 2, 10, 0]]),
    'pdf.damaged',
  ],
  [
    'the length of an object stream inside it',
    () => inStream(`<</Type/ObjStm/N 1/First 4/Length 1 0 R>>\nstream\n1 0 5\nendstream`, [[1, 2, 10, 0]]),
    'pdf.damaged',
  ],
  [
    'a length of more than the file',
    () =>
      latin1(text(plain).replace(/\/Length \d+>>/, (all) => '/Length 9999999>>'.slice(0, Math.max(all.length, 17)))),
    '',
  ],
  [
    'fields in a circle',
    () => onePage('', '/AcroForm<</Fields[6 0 R]>>', ['<</T(a)/Kids[7 0 R]>>', '<</T(b)/Kids[6 0 R]>>']),
    '',
  ],
  [
    'fields a hundred thousand deep',
    () =>
      onePage(
        '',
        '/AcroForm<</Fields[6 0 R]>>',
        Array.from({ length: 50_000 }, (_, place) => `<</T(a)/Kids[${place + 7} 0 R]>>`),
      ),
    'pdf.too_much',
  ],
  [
    'three hundred signatures of nothing',
    () =>
      onePage('', `/AcroForm<</Fields[${Array.from({ length: 300 }, (_, place) => `${place + 6} 0 R`).join(' ')}]>>`, [
        ...Array.from(
          { length: 300 },
          (_, place) => `<</FT/Sig/T(s${place})/V<</Type/Sig/Contents<3000>/ByteRange[0 1 2 3]>>>>`,
        ),
      ]),
    'pdf.too_much',
  ],
  [
    'fifty thousand objects that begin inside each other',
    () => {
      const count = 50_000
      const front = `%PDF-1.7\n${'1 0 obj['.repeat(count)}`
      const table = Array.from(
        { length: count },
        (_, place) => `${String(9 + place * 8).padStart(10, '0')} 00000 n \n`,
      ).join('')
      return latin1(
        `${front}xref\n1 ${count}\n${table}trailer\n<</Root 1 0 R/Size 9>>\nstartxref\n${front.length}\n%%EOF\n`,
      )
    },
    '',
  ],
]

for (const [what, make, code] of FILES)
  test(`hostile: ${what}`, async () => {
    const codes = await met(make())
    if (code !== '') assert.deepEqual(codes.slice(0, 2), [code, code])
  })

test('hostile: a page whose content is a bomb, or draws itself forever', async () => {
  const bomb = onePage('/Contents 6 0 R', '', [packed('', BOMB)])
  assert.deepEqual(await met(bomb), ['', '', '', 'pdf.too_much'])
  const itself = onePage('/Contents 6 0 R/Resources<</XObject<</X 7 0 R>>>>', '', [
    streamOf('/X Do '.repeat(1000)),
    streamOf('/X Do '.repeat(1000), '/Subtype/Form'),
  ])
  assert.deepEqual(await met(itself), ['', '', '', 'pdf.no_signature_block'])
  const nested = onePage('/Contents 6 0 R', '', [streamOf('[['.repeat(100_000))])
  await met(nested)
})

test('hostile: a file cut off anywhere', async () => {
  const signed = await signPdf(await samplePaper(), person, null)
  for (let part = 1; part < 40; part++) {
    const cut = signed.subarray(0, Math.floor((signed.length * part) / 40))
    const codes = await met(cut)
    assert.ok(codes[0] === 'pdf.damaged' || codes[0] === 'pdf.not_pdf' || cut.length >= 34_000, codes.join())
  }
})

test('a hundred signatures are read, each with what came after it', async () => {
  let pdf: Uint8Array = onePage()
  for (let turn = 0; turn < 100; turn++) {
    const prepared = await preparePdf(pdf, { mark: null, signedAt: AT, algorithm: 'rsa-sha256', room: 64 })
    pdf = finishPdf(prepared, new Uint8Array([0x30, 0x00]))
  }
  const begun = worked()
  const { signatures } = readPdf(pdf)
  assert.ok(worked() - begun < MOST_MS)
  assert.equal(signatures.length, 100)
  assert.deepEqual(
    signatures.flatMap(({ findings }) => findings),
    [],
  )
  assert.ok(signatures.every(({ changes }, place) => changes.length === Math.min(99 - place, 100)))
})

/** The same each time. */
function drawn(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const PARTS = [
  '<<',
  '>>',
  '[',
  ']',
  ' 0 R',
  '/Length 9',
  '/ByteRange',
  'endobj',
  'stream\n',
  'xref',
  '%%EOF',
  '(',
  '<',
  '\0',
  '99999999',
  '-1',
  'trailer',
  '/Kids',
  '/Prev 9',
]

test('six hundred mutations of signed papers end soon, and none is held for valid', async () => {
  const paper = await samplePaper()
  const once = await signPdf(onePage(), person, {
    kind: 'person',
    picture: signature,
    at: { page: 1, x: 300, y: 100, width: 100, height: 50 },
  })
  const twice = await signPdf(await signPdf(paper, person, null), person, {
    kind: 'copy',
    form: 'SAO Y',
    agency: 'MẪU',
  })
  const random = drawn(20_210_112)
  let sound = 0
  for (let turn = 0; turn < 600; turn++) {
    const from = turn % 2 === 0 ? once : twice
    let bytes = Buffer.from(from)
    for (let change = Math.ceil(random() * 3); change > 0; change--) {
      // Half of them where the structure is dense: behind the last hole, in tables and trailers.
      const at = Math.floor(random() < 0.5 ? random() * bytes.length : bytes.length - random() * 2000)
      const kind = random()
      if (kind < 0.5) {
        bytes[at] = Math.floor(random() * 256)
        continue
      }
      const part = latin1(PARTS[Math.floor(random() * PARTS.length)]!)
      const skip = kind < 0.75 ? part.length : Math.floor(random() * 40)
      bytes = Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at + skip)])
    }
    const codes = await met(bytes)
    if (codes[1] !== '') continue
    const holes = readPdf(from).signatures.map(({ byteRange }) => byteRange!)
    for (const { state, field } of await judgePdf(bytes, trust)) {
      if (state !== 'valid') continue
      // Valid may only be what covers no byte that differs, and then what differs must be white space behind it, or its own hole.
      const [, hole, after, rest] = holes[Number(field!.slice('Signature'.length)) - 1]!
      const isSame = (low: number, high: number) =>
        bytes.subarray(low, high).equals(Buffer.from(from.subarray(low, high)))
      assert.ok(isSame(0, hole) && isSame(after, after + rest), `mutation ${turn} is held for valid`)
      sound++
    }
  }
  assert.ok(sound < 30, `${sound} are still valid`)
})

test('memory stays within bounds through all of this', () => {
  const peak = process.resourceUsage().maxRSS / 1000
  assert.ok(peak < 1500, `${Math.round(peak)} MB`)
})
