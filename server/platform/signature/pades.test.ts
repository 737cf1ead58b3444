import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { missing, printedByOffice } from '../../test/installed-software.ts'
import type { Mark } from './marks.ts'
import { finishPdf, prepareDocumentTimeStamp, preparePdf, readPdf, roomFor, withEvidence } from './pades.ts'
import { findBlock } from './page-text.ts'
import {
  AGENCY,
  AT,
  agency,
  authority,
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
  streamOf,
} from './pdf.fixture.ts'
import { PdfError } from './pdf-objects.ts'

const noPdfsig = missing('pdfsig', ['-v'])
const noQpdf = missing('qpdf', ['--version'])
const noOpenssl = missing('openssl', ['version'])
const noPdftotext = missing('pdftotext', ['-v'])
const noPdftoppm = missing('pdftoppm', ['-v'])
/** One start of the office application is enough to know whether it prints, and to have what it prints. */
const byOffice = printedByOffice(Buffer.from(`Báo cáo mẫu\n\nCHỦ NHIỆM\n\n\n\n\n${NAME}\n`), 'mau.txt')
const noWriter = byOffice ? undefined : 'no office application that prints a text is on this machine'

/** As the platform signs a paper: the leader, the seal, a certified copy. */
async function threeTimes(pdf: Uint8Array): Promise<Uint8Array> {
  const block = findBlock(pdf, NAME)
  const byPerson = await signPdf(pdf, person, { kind: 'person', picture: signature, at: block })
  const sealed = await signPdf(byPerson, agency, {
    kind: 'agency',
    picture: seal,
    widthMm: 36,
    agency: AGENCY,
    at: block,
  })
  return signPdf(sealed, agency, { kind: 'copy', form: 'SAO Y', agency: AGENCY })
}

const valid = (pdf: Uint8Array) =>
  run('pdfsig', (path) => ['-nocert', path], pdf).split('Signature is Valid').length - 1
const isClean = (pdf: Uint8Array) => {
  const output = run('qpdf', (path) => ['--check', path], pdf)
  assert.match(output, /No syntax or stream encoding errors found/)
  assert.doesNotMatch(output, /WARNING/)
}
const box = { page: 1, x: 300, y: 100, width: 120, height: 60 }
const mark: Mark = { kind: 'person', picture: signature, at: box }

test('three visible signatures lie on one paper, each an update that leaves every earlier byte as it was', async () => {
  const pdf = await samplePaper()
  const signed = await threeTimes(pdf)
  assert.deepEqual(Buffer.from(signed.subarray(0, pdf.length)), Buffer.from(pdf))
  const { signatures } = readPdf(signed)
  assert.deepEqual(
    signatures.map(({ field, isWhole, findings, changes }) => ({
      field,
      isWhole,
      findings,
      changes: changes.map(({ code, weight }) => `${weight} ${code}`),
    })),
    [
      {
        field: 'Signature1',
        isWhole: false,
        findings: [],
        changes: ['note pdf.signed_again', 'note pdf.signed_again'],
      },
      { field: 'Signature2', isWhole: false, findings: [], changes: ['note pdf.signed_again'] },
      { field: 'Signature3', isWhole: true, findings: [], changes: [] },
    ],
  )
  assert.equal(signatures[0]!.claimedAt!.toISOString(), AT.toISOString())
  assert.equal(signatures[0]!.name, NAME)
  const [byPerson, bySeal, copy] = signatures.map(({ marks }) => marks[0]!)
  assert.ok(bySeal!.x < byPerson!.x, 'the seal lies to the left of the signature')
  const sealRight = bySeal!.x + (36 * 72) / 25.4
  const covered = (sealRight - byPerson!.x) / byPerson!.width
  assert.ok(Math.abs(covered - 1 / 3) < 0.01, `the seal covers a third of the signature: ${covered}`)
  assert.ok(copy!.x > 300 && copy!.y > 842 - 57, 'the mark of the copy is at the top right, above the text')
})

test('pdfsig holds all three signatures for valid', { skip: noPdfsig }, async () => {
  assert.equal(valid(await threeTimes(await samplePaper())), 3)
})

test('qpdf finds nothing wrong with a signed paper', { skip: noQpdf }, async () => {
  isClean(await threeTimes(await samplePaper()))
})

test('openssl verifies each CMS against the bytes its range covers, with the CAdES check', {
  skip: noOpenssl,
}, async () => {
  const signed = await threeTimes(await samplePaper())
  for (const { cms, byteRange } of readPdf(signed).signatures) {
    const [, hole, after, rest] = byteRange!
    const content = Buffer.concat([signed.subarray(0, hole), signed.subarray(after, after + rest)])
    const output = run(
      'openssl',
      (_, folder) => {
        const root = Buffer.from(authority.root.certificate).toString('base64')
        writeFileSync(join(folder, 'content'), content)
        writeFileSync(join(folder, 'cms'), cms!)
        writeFileSync(join(folder, 'root'), `-----BEGIN CERTIFICATE-----\n${root}\n-----END CERTIFICATE-----\n`)
        const files = ['-in', join(folder, 'cms'), '-content', join(folder, 'content'), '-CAfile', join(folder, 'root')]
        return [
          'cms',
          '-verify',
          '-cades',
          '-binary',
          '-inform',
          'DER',
          '-purpose',
          'any',
          '-out',
          '/dev/null',
          ...files,
        ]
      },
      signed,
    )
    assert.match(output, /CAdES Verification successful/)
  }
})

test('the words of marks are text that can be taken out again', { skip: noPdftotext }, async () => {
  const letters = 'ỦY BAN NHÂN DÂN ĐẶC KHU MẪU ẰẲẴẮẶ ỜỞỠỚỢ ỪỬỮỨỰ ỲỶỸÝỴ ềểễếệ'
  const pdf = await signPdf(onePage(), agency, { kind: 'copy', form: 'TRÍCH SAO', agency: letters })
  const output = run('pdftotext', (path) => ['-layout', path, '-'], pdf).normalize('NFC')
  for (const word of ['TRÍCH SAO', ...letters.split(' '), '2021-01-12T16:20:33+07:00'])
    assert.ok(output.includes(word), word)
  const annex = await signPdf(onePage(), agency, { kind: 'annex', number: '12/BC-VPM' })
  assert.match(
    run('pdftotext', (path) => [path, '-'], annex),
    /12\/BC-VPM\n2021-01-12T16:20:33\+07:00/,
  )
  const fonts = remade('sh', (from, to) => ['-c', `pdffonts ${from} > ${to}`], annex)
  assert.match(Buffer.from(fonts).toString(), /\+Tinos-Regular +CID TrueType +Identity-H +yes yes yes/)
})

test('a letter that the face lacks is refused by name', async () => {
  await assert.rejects(
    preparePdf(onePage(), { mark: { kind: 'annex', number: '12漢' }, signedAt: AT, algorithm: 'rsa-sha256' }),
    (error: PdfError) => error.code === 'pdf.letter_unknown' && error.params.letter === '漢',
  )
})

const OTHERS: [string, () => Uint8Array | Promise<Uint8Array>, string | undefined][] = [
  [
    'of this platform, linearised',
    async () => remade('qpdf', (a, b) => ['--linearize', a, b], await samplePaper()),
    noQpdf,
  ],
  [
    'of this platform, with object streams',
    async () => remade('qpdf', (a, b) => ['--object-streams=generate', a, b], await samplePaper()),
    noQpdf,
  ],
  ['of an office suite', () => byOffice!, noWriter],
  [
    'with a form, its fields in a list of their own',
    () =>
      onePage('/Annots[7 0 R]', '/AcroForm 6 0 R', [
        '<</Fields 8 0 R/NeedAppearances true/DA(/Helv 0 Tf 0 g)>>',
        '<</Type/Annot/Subtype/Widget/FT/Tx/T(o)/V(gia tri)/Rect[10 10 90 30]/P 3 0 R>>',
        '[7 0 R]',
      ]),
    undefined,
  ],
  ['with annotations in a list of their own', () => onePage('/Annots 6 0 R', '', ['[]']), undefined],
  ['with the placeholder in its own content', () => placeholders(), undefined],
  ['hybrid: a table with a stream beside it', () => hybrid(), undefined],
]

const placeholders = () =>
  onePage('/Contents [4 0 R 6 0 R]', '', [
    streamOf(`% /ByteRange[0 ${' '.repeat(32)}]/Contents<${'0'.repeat(40_000)}>\n% /Contents <0000>`),
  ])

/** The font lies in an object stream that only the stream beside the table names. */
function hybrid(): Uint8Array {
  const plain = Buffer.from(onePage()).toString('latin1')
  const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
  const front = plain.slice(0, plain.indexOf('5 0 obj'))
  const packed = `6 0 obj\n${streamOf(`5 0 ${font}`, '/Type/ObjStm/N 1/First 4')}\nendobj\n`
  const at = front.length + packed.length
  const flat = `7 0 obj\n${streamOf('\x02\x00\x06\x00', '/Type/XRef/W[1 2 1]/Index[5 1]/Size 8')}\nendobj\n`
  const offset = (num: number) => String(front.indexOf(`${num} 0 obj`)).padStart(10, '0')
  const table = [1, 2, 3, 4].map((num) => `${offset(num)} 00000 n \n`).join('')
  const sixth = String(front.length).padStart(10, '0')
  const text = `${front}${packed}${flat}xref\n0 7\n0000000000 65535 f \n${table}0000000000 00000 f \n${sixth} 00000 n \ntrailer\n<</Size 8/Root 1 0 R/XRefStm ${at}>>\nstartxref\n${at + flat.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

for (const [what, make, skip] of OTHERS) {
  test(`a PDF ${what} is signed twice, and keeps its bytes`, { skip: skip ?? noPdfsig ?? noQpdf }, async () => {
    const pdf = await make()
    const once = await signPdf(pdf, person, mark)
    const twice = await signPdf(once, agency, { kind: 'copy', form: 'SAO LỤC', agency: AGENCY })
    assert.deepEqual(Buffer.from(twice.subarray(0, pdf.length)), Buffer.from(pdf))
    const { signatures } = readPdf(twice)
    assert.deepEqual(
      signatures.flatMap(({ findings }) => findings),
      [],
    )
    assert.deepEqual(
      signatures.flatMap(({ changes }) => changes.map(({ code }) => code)),
      ['pdf.signed_again'],
    )
    assert.equal(valid(twice), 2)
    isClean(twice)
  })
}

test('a paper of an office suite also gives the place of its signature block', { skip: noWriter }, () => {
  const pdf = byOffice!
  const { page, office, name } = findBlock(pdf, NAME)
  assert.equal(page, 1)
  assert.ok(office - name > 20, `${office} ${name}`)
  assert.throws(() => findBlock(pdf, 'Trần Văn Mẫu'), { code: 'pdf.no_signature_block' })
})

test('what a form asks of its readers is left as it is', async () => {
  const pdf = onePage('', '/AcroForm 6 0 R', ['<</Fields[]/NeedAppearances true>>'])
  const signed = await signPdf(pdf, person, mark)
  assert.match(objectIn(signed, 6), /\/NeedAppearances true/)
  assert.match(objectIn(signed, 6), /\/SigFlags 3/)
})

test('a mark is upright where it was placed on turned and cropped pages', { skip: noPdftoppm }, async () => {
  for (const turn of [0, 90, 180, 270]) {
    const pdf = onePage(`/Rotate ${turn}/CropBox[100 50 500 650]/MediaBox[50 0 595 842]`)
    const place = { page: 1, x: 40, y: 30, width: 120, height: 60 }
    const signed = await signPdf(pdf, person, { kind: 'person', picture: signature, at: place })
    const picture = await loadImage(Buffer.from(rendered(signed)))
    const [wide, high] = turn % 180 === 0 ? [400, 600] : [600, 400]
    assert.deepEqual([picture.width, picture.height], [wide, high])
    const { left, right, top, bottom } = blueOf(picture)
    assert.ok(left >= 39 && right <= 161, `turned by ${turn}: from ${left} to ${right}`)
    assert.ok(top >= high - 91 && bottom <= high - 29, `turned by ${turn}: from ${top} to ${bottom}`)
    assert.ok(right - left > bottom - top, `upright though turned by ${turn}`)
  }
})

const rendered = (pdf: Uint8Array): Uint8Array =>
  remade('sh', (from, to) => ['-c', `pdftoppm -r 72 -png -cropbox ${from} > ${to}`], pdf)

function blueOf(picture: Awaited<ReturnType<typeof loadImage>>) {
  const canvas = createCanvas(picture.width, picture.height)
  const pen = canvas.getContext('2d')
  pen.drawImage(picture, 0, 0)
  const { data } = pen.getImageData(0, 0, picture.width, picture.height)
  const found = { left: Number.POSITIVE_INFINITY, right: 0, top: Number.POSITIVE_INFINITY, bottom: 0 }
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 2]! - data[at]! < 80) continue
    const [x, y] = [(at / 4) % picture.width, Math.floor(at / 4 / picture.width)]
    found.left = Math.min(found.left, x)
    found.right = Math.max(found.right, x)
    found.top = Math.min(found.top, y)
    found.bottom = Math.max(found.bottom, y)
  }
  return found
}

test('a signature without a mark leaves the page as it looked', async () => {
  const signed = await signPdf(onePage(), person, null)
  const [only] = readPdf(signed).signatures
  assert.deepEqual([only!.field, only!.marks, only!.isWhole, only!.findings], ['Signature1', [], true, []])
})

const refused = (code: string) => (error: unknown) => error instanceof PdfError && error.code === code
const options = { mark: null, signedAt: AT, algorithm: 'rsa-sha256' as const }

test('a signature larger than its hole is refused, and the prepared file stays as it was', async () => {
  const prepared = await preparePdf(onePage(), { ...options, room: 100 })
  const before = createHash('sha256').update(prepared.bytes).digest('hex')
  assert.throws(
    () => finishPdf(prepared, new Uint8Array(101)),
    (error: PdfError) =>
      refused('pdf.hole_too_small')(error) && error.params.bytes === 101 && error.params.room === 100,
  )
  finishPdf(prepared, new Uint8Array(100).fill(7))
  assert.equal(createHash('sha256').update(prepared.bytes).digest('hex'), before)
  assert.ok(roomFor(person.chain) > 12_000)
})

test('an encrypted PDF, a page that is not there, a place outside the page are refused', { skip: noQpdf }, async () => {
  const encrypted = remade('qpdf', (a, b) => ['--encrypt', '', 'x', '256', '--', a, b], onePage())
  await assert.rejects(preparePdf(encrypted, options), refused('pdf.encrypted'))
  assert.throws(() => readPdf(encrypted), refused('pdf.encrypted'))
  const at = (place: object): Mark => ({ kind: 'person', picture: signature, at: { ...box, ...place } })
  await assert.rejects(preparePdf(onePage(), { ...options, mark: at({ page: 2 }) }), refused('pdf.no_such_page'))
  await assert.rejects(preparePdf(onePage(), { ...options, mark: at({ x: 500 }) }), refused('pdf.place_outside'))
  await assert.rejects(preparePdf(Buffer.from('xin chào'), options), refused('pdf.not_pdf'))
})

test('a document that its certifier closed, or whose fields are locked, is not signed again', async () => {
  const certified = (parms: string, method = 'DocMDP') =>
    onePage('', '/AcroForm<</Fields[6 0 R]/SigFlags 3>>/Perms<</DocMDP 7 0 R>>', [
      '<</FT/Sig/T(Certified)/V 7 0 R/Type/Annot/Subtype/Widget/Rect[0 0 0 0]/P 3 0 R>>',
      `<</Type/Sig/Filter/Adobe.PPKLite/Reference[<</Type/SigRef/TransformMethod/${method}/TransformParams<<${parms}>>>>]>>`,
    ])
  await assert.rejects(preparePdf(certified('/P 1'), options), refused('pdf.certified_closed'))
  await preparePdf(certified('/P 2'), options)
  await assert.rejects(preparePdf(certified('/Action/All', 'FieldMDP'), options), refused('pdf.fields_locked'))
  await preparePdf(certified('/Action/Include/Fields[(o)]', 'FieldMDP'), options)
  await assert.rejects(
    preparePdf(certified('/Action/Exclude/Fields[(o)]', 'FieldMDP'), options),
    refused('pdf.fields_locked'),
  )
  await prepareDocumentTimeStamp(certified('/P 1'))
})

test('evidence is added once, and signatures stay as they were', { skip: noPdfsig }, async () => {
  const signed = await signPdf(await samplePaper(), person, mark)
  const evidence = {
    certificates: [person.certificate, authority.issuing.certificate],
    crls: [new Uint8Array([48, 0])],
    ocsps: [],
  }
  const more = await withEvidence(signed, evidence)
  assert.equal(await withEvidence(more, evidence), more)
  const later = await withEvidence(more, { ...evidence, ocsps: [new Uint8Array([48, 1, 0])] })
  const read = readPdf(later)
  assert.deepEqual(
    [read.evidence.certificates.length, read.evidence.crls.length, read.evidence.ocsps.length],
    [2, 1, 1],
  )
  assert.deepEqual(read.signatures[0]!.changes, [{ code: 'pdf.evidence_added', weight: 'note' }])
  assert.equal(valid(later), 1)
})

test('a document time stamp covers all before it, and a second one the first', async () => {
  let pdf = await signPdf(onePage(), person, mark)
  for (let turn = 0; turn < 2; turn++) {
    const prepared = await prepareDocumentTimeStamp(pdf)
    assert.equal(prepared.contentHash.length, 32)
    pdf = finishPdf(prepared, new Uint8Array([0x30, 0x02, 0x05, 0x00]))
  }
  const { signatures } = readPdf(pdf)
  assert.deepEqual(
    signatures.map(({ kind, isWhole }) => [kind, isWhole]),
    [
      ['signature', false],
      ['timeStamp', false],
      ['timeStamp', true],
    ],
  )
  assert.deepEqual(
    signatures[0]!.changes.map(({ code }) => code),
    ['pdf.time_stamped', 'pdf.time_stamped'],
  )
})

test('a table in the form of a stream is followed by one, a plain table by a plain one', { skip: noQpdf }, async () => {
  const streams = remade('qpdf', (a, b) => ['--object-streams=generate', a, b], onePage())
  const tail = async (pdf: Uint8Array) =>
    Buffer.from((await signPdf(pdf, person, null)).subarray(pdf.length)).toString('latin1')
  assert.match(await tail(streams), /\/Type \/XRef/)
  assert.doesNotMatch(await tail(streams), /\nxref\n/)
  assert.match(await tail(onePage()), /\nxref\n/)
})
