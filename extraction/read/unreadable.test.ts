import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { deflateSync } from 'node:zlib'
import { createCanvas } from '@napi-rs/canvas'
import { strToU8, zipSync } from 'fflate'
import { checkSize, read, Unreadable, type UnreadableCode } from '../index.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))

const wordDocument = (body: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const docx = (xml: string): Uint8Array => zipSync({ 'word/document.xml': strToU8(xml) })

/** A PDF of the given objects; the first is the catalogue. */
function pdf(objects: (string | Buffer)[], trailer = ''): Buffer {
  const parts = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let length = parts[0]!.length
  objects.forEach((object, index) => {
    offsets.push(length)
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')])
    parts.push(part)
    length += part.length
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>'
const onePage = (content: Buffer): Buffer =>
  pdf([
    CATALOGUE,
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>',
    Buffer.concat([
      Buffer.from(`<< /Filter /FlateDecode /Length ${content.length} >>\nstream\n`),
      content,
      Buffer.from('\nendstream'),
    ]),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ])

/** Renames a stream of a compound file in its directory. */
function renamedStream(bytes: Buffer, from: string, to: string): Buffer {
  const changed = Buffer.from(bytes)
  const at = changed.indexOf(Buffer.from(`${from}\0`, 'utf16le'))
  assert.ok(at > 0)
  changed.fill(0, at, at + 64)
  changed.write(to, at, 'utf16le')
  changed.writeUInt16LE((to.length + 1) * 2, at + 64)
  return changed
}

function withFlag(bytes: Buffer, flag: number): Buffer {
  const changed = Buffer.from(bytes)
  let at = 512
  while (changed.readUInt16LE(at) !== 0xa5ec) at += 512
  changed.writeUInt16LE(changed.readUInt16LE(at + 10) | flag, at + 10)
  return changed
}

/** A picture with shapes and no letters. */
function catPicture(): Buffer {
  const canvas = createCanvas(600, 400)
  const context = canvas.getContext('2d')
  const sky = context.createLinearGradient(0, 0, 600, 400)
  sky.addColorStop(0, '#a0c0ff')
  sky.addColorStop(1, '#305010')
  context.fillStyle = sky
  context.fillRect(0, 0, 600, 400)
  context.fillStyle = '#402010'
  context.beginPath()
  context.ellipse(300, 250, 150, 100, 0, 0, 7)
  context.ellipse(300, 130, 70, 60, 0, 0, 7)
  context.fill()
  return canvas.toBuffer('image/jpeg')
}

/** Each refusal: its code, a word its sentence must contain, the bytes, and its time limit in milliseconds. */
const REFUSALS: [string, UnreadableCode, RegExp, () => Uint8Array, string, number?][] = [
  ['an empty file', 'empty', /Tệp rỗng/, () => new Uint8Array(), 'a.pdf'],
  ['a file of white space', 'empty', /khoảng trắng/, () => Buffer.from(' \r\n\t\n'), 'a.txt'],
  ['random bytes', 'unknown_format', /Không nhận ra định dạng/, () => randomBytes(50_000), 'a.docx'],
  ['zero bytes', 'unknown_format', /Không nhận ra định dạng/, () => Buffer.alloc(5_000), 'a.txt'],
  ['an RTF file', 'unknown_format', /RTF/, () => Buffer.from('{\\rtf1 Xin}'), 'a.doc'],
  ['a ZIP of other files', 'unknown_format', /tệp nén ZIP/, () => zipSync({ 'a.txt': strToU8('x') }), 'a.zip'],
  [
    'an Excel file',
    'unknown_format',
    /Excel/,
    () =>
      zipSync({
        '_rels/.rels': strToU8(
          '<Relationships><Relationship Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        ),
        'xl/workbook.xml': strToU8('<workbook/>'),
      }),
    'a.docx',
  ],
  [
    'a PDF without pages',
    'no_pages',
    /không có trang nào/,
    () => pdf([CATALOGUE, '<< /Type /Pages /Count 0 /Kids [] >>']),
    'a.pdf',
  ],
  ['a PDF of a blank page', 'no_text', /không có chữ đọc được/, () => onePage(deflateSync(Buffer.from(' '))), 'a.pdf'],
  [
    'a PDF whose page tree loops',
    'damaged',
    /hỏng/,
    () => pdf([CATALOGUE, '<< /Type /Pages /Count 5 /Kids [2 0 R 2 0 R] >>']),
    'a.pdf',
  ],
  [
    'a PDF whose page tree loops through a second node',
    'damaged',
    /hỏng/,
    () =>
      pdf([
        CATALOGUE,
        '<< /Type /Pages /Count 900000 /Kids [3 0 R] >>',
        '<< /Type /Pages /Parent 2 0 R /Count 900000 /Kids [2 0 R] >>',
      ]),
    'a.pdf',
  ],
  [
    'a PDF of 20,000 pages',
    'too_large',
    /20000 trang/,
    () =>
      pdf([
        CATALOGUE,
        `<< /Type /Pages /Count 20000 /Kids [${'3 0 R '.repeat(20_000)}] >>`,
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
      ]),
    'a.pdf',
  ],
  [
    'a PDF with a password',
    'encrypted',
    /mật khẩu/,
    () =>
      pdf(
        [
          CATALOGUE,
          '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
          '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
          `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
        ],
        `/Encrypt 4 0 R /ID [<${'43'.repeat(16)}> <${'43'.repeat(16)}>] `,
      ),
    'a.pdf',
  ],
  ['a truncated PDF', 'damaged', /hỏng/, () => fixture('quyet-dinh-mau.pdf').subarray(0, 30_000), 'a.pdf'],
  [
    'a PDF page that expands to a gigabyte',
    'bomb',
    /bộ nhớ/,
    () => onePage(deflateSync(Buffer.alloc(1_000_000_000, 32), { level: 1 })),
    'a.pdf',
    20_000,
  ],
  ['a truncated DOCX', 'damaged', /hỏng/, () => fixture('quyet-dinh-mau.docx').subarray(0, 8_000), 'a.docx'],
  [
    'a DOCX with truncated text',
    'damaged',
    /hỏng/,
    () => docx(wordDocument(paragraph('Xin chào')).slice(0, -30)),
    'a.docx',
  ],
  ['a DOCX without text', 'empty', /không có nội dung/, () => docx(wordDocument('')), 'a.docx'],
  [
    'a DOCX that is a zip bomb',
    'bomb',
    /phình to/,
    () => docx(wordDocument(paragraph('a'.repeat(100_000_000)))),
    'a.docx',
  ],
  [
    'a zip bomb that lies about its size',
    'bomb',
    /phình to/,
    () => {
      const bytes = Buffer.from(docx(wordDocument(paragraph('a'.repeat(100_000_000)))))
      const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
      bytes.writeUInt32LE(1_000, directory + 24)
      return bytes
    },
    'a.docx',
  ],
  [
    'a ZIP of too many entries',
    'bomb',
    /phình to/,
    () => zipSync(Object.fromEntries(Array.from({ length: 6_000 }, (_, index) => [`f${index}`, new Uint8Array()]))),
    'a.docx',
  ],
  [
    'XML with entities',
    'bomb',
    /thực thể/,
    () => docx(`<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${wordDocument(paragraph('&b;'))}`),
    'a.docx',
  ],
  [
    'XML nested without end',
    'bomb',
    /lồng nhau/,
    () => docx(wordDocument('<w:sdt><w:sdtContent>'.repeat(100_000))),
    'a.docx',
  ],
  [
    'an encrypted DOCX',
    'encrypted',
    /mật khẩu/,
    () => renamedStream(fixture('quyet-dinh-mau.doc'), 'WordDocument', 'EncryptedPackage'),
    'a.docx',
  ],
  ['an encrypted DOC', 'encrypted', /mật khẩu/, () => withFlag(fixture('quyet-dinh-mau.doc'), 0x0100), 'a.doc'],
  ['a truncated DOC', 'damaged', /hỏng/, () => fixture('quyet-dinh-mau.doc').subarray(0, 15_000), 'a.doc'],
  [
    'an XLS file',
    'unknown_format',
    /Excel/,
    () => renamedStream(fixture('quyet-dinh-mau.doc'), 'WordDocument', 'Workbook'),
    'a.doc',
  ],
  [
    'HTML of a million nested elements',
    'bomb',
    /lồng nhau/,
    () => Buffer.from(`<html>${'<div>'.repeat(1_000_000)}`),
    'a.html',
    3_000,
  ],
  [
    'an HTML table of a billion places',
    'damaged',
    /số ô bất thường/,
    () => Buffer.from(`<html><table>${'<tr><td rowspan=60000 colspan=60000>x'.repeat(50)}`),
    'a.html',
  ],
  [
    'a Markdown table of two million cells',
    'damaged',
    /số ô bất thường/,
    () => Buffer.from(`${'|'.repeat(1_000_000)}\n|---|\n${'|'.repeat(1_000_000)}`),
    'a.md',
    5_000,
  ],
  [
    '40 MB of text',
    'too_large',
    /quá dài/,
    () => Buffer.from('Bộ Nội vụ chủ trì thực hiện. '.repeat(1_100_000)),
    'a.txt',
  ],
  ['a picture without words', 'no_text', /Ảnh không có chữ đọc được/, catPicture, 'meo.jpg', 30_000],
  [
    'a picture of 60,000 by 60,000 pixels',
    'too_large',
    /Ảnh quá lớn/,
    () => {
      const head = Buffer.alloc(64)
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(head)
      head.writeUInt32BE(60_000, 16)
      head.writeUInt32BE(60_000, 20)
      return head
    },
    'a.png',
  ],
  [
    'a truncated picture',
    'damaged',
    /ảnh bị hỏng/,
    () => createCanvas(300, 300).toBuffer('image/png').subarray(0, 100),
    'a.png',
  ],
  ['a TIFF scan', 'unknown_format', /TIFF/, () => Buffer.from('49492a0008000000', 'hex'), 'a.tif'],
]

describe('files that are refused', () => {
  for (const [what, code, sentence, make, name, within = 10_000] of REFUSALS) {
    it(`${what}: ${code}`, async () => {
      const bytes = make()
      const begun = performance.now()
      await assert.rejects(read(bytes, name), (error) => {
        assert.ok(error instanceof Unreadable, String(error))
        assert.equal(error.code, code)
        assert.match(error.message, sentence)
        assert.match(error.message, /\. .*(?:nộp|gửi)/, 'the sentence ends with what to do')
        return true
      })
      const took = performance.now() - begun
      assert.ok(took < within, `took ${Math.round(took)} ms`)
    })
  }

  it('a file over the limit, which the sentence names', async () => {
    await assert.rejects(read(Buffer.alloc(3_000_000), 'a.pdf', { maxBytes: 1024 * 1024 }), (error) => {
      assert.ok(error instanceof Unreadable && error.code === 'too_large')
      assert.match(error.message, /2,9 MB, quá giới hạn 1 MB/)
      return true
    })
    assert.throws(() => checkSize(200 * 1024 * 1024), /200 MB, quá giới hạn 50 MB/)
    assert.doesNotThrow(() => checkSize(50 * 1024 * 1024))
  })

  it('the same bytes in correct form are not refused', async () => {
    assert.equal((await read(docx(wordDocument(paragraph('Xin chào'))), 'a.docx')).text, 'Xin chào')
    const content = deflateSync(Buffer.from('BT /F 12 Tf 72 700 Td (Quyet dinh ban hanh ke hoach nam) Tj ET'))
    assert.equal((await read(onePage(content), 'a.pdf')).text, 'Quyet dinh ban hanh ke hoach nam')
  })
})

describe('bytes of any kind', () => {
  it('are read or refused, never anything else', async () => {
    const whole = ['docx', 'doc', 'pdf', 'html'].map((suffix) => [suffix, fixture(`quyet-dinh-mau.${suffix}`)] as const)
    for (const [suffix, bytes] of whole) {
      for (let turn = 0; turn < 6; turn++) {
        const broken = Buffer.from(bytes)
        for (let hit = 0; hit < 40; hit++)
          broken[(hit * 7_919 + turn * 104_729) % broken.length]! ^= 1 << ((hit + turn) % 8)
        await read(broken, `a.${suffix}`).catch((error) => assert.ok(error instanceof Unreadable, String(error)))
      }
    }
  })
})
