import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extract, read, Unreadable } from '../../index.ts'

const PAGE =
  '<html><head><title>x</title></head><body><p>UBND TỈNH MẪU</p><p>Số: 21/CT-UBND</p><p>Mẫu, ngày 05 tháng 3 năm 2026</p><p>CHỈ THỊ</p><p>Về dọn bờ kè (MẪU)</p><p>1. Sở Xây dựng phát quang bờ kè trước ngày 30/6/2026.</p></body></html>'

function quotedPrintable(bytes: Buffer): string {
  const signs = [...bytes].map((byte) =>
    byte === 61 || byte > 126 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
  )
  let text = ''
  for (let at = 0; at < signs.length; at += 24) text += `${signs.slice(at, at + 24).join('')}=\r\n`
  return text
}

const part = (type: string, encoding: string, body: string): string =>
  `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`
const multipart = (...parts: string[]): string =>
  `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=_Ranh"; type="text/html"\r\n\r\nTrang lưu một tệp\r\n${parts
    .map((each) => `------=_Ranh\r\n${each}`)
    .join('')}------=_Ranh--\r\n`
const picture = part('image/png', 'base64', 'iVBORw0KGgo=')

describe('a web page saved as one file', () => {
  const files: [string, string][] = [
    [
      'in quoted-printable, with a picture before it',
      multipart(picture, part('text/html; charset="utf-8"', 'quoted-printable', quotedPrintable(Buffer.from(PAGE)))),
    ],
    ['in base64', multipart(part('text/html; charset=UTF-8', 'base64', Buffer.from(PAGE).toString('base64')), picture)],
    [
      'in UTF-16, which it states',
      multipart(part('text/html; charset="utf-16le"', 'base64', Buffer.from(PAGE, 'utf16le').toString('base64'))),
    ],
    [
      'as a mail message without parts, with headers before the version',
      `From: <Saved by Word>\r\nSubject: x\r\nMIME-Version: 1.0\r\n${part('text/html;\r\n charset=utf-8', 'quoted-printable', quotedPrintable(Buffer.from(PAGE)))}`,
    ],
    [
      'within an alternative',
      multipart(
        `Content-Type: multipart/alternative; boundary=B\r\n\r\n--B\r\n${part('text/html; charset=utf-8', '8bit', Buffer.from(PAGE).toString('latin1'))}--B--\r\n`,
      ),
    ],
  ]
  for (const [what, file] of files) {
    it(what, async () => {
      const reading = await read(Buffer.from(file, 'latin1'), 'chi-thi.doc')
      assert.equal(reading.format, 'html')
      const { document, tasks } = extract(reading)
      assert.equal(document.number, '21/CT-UBND')
      assert.deepEqual(
        tasks.map(({ lead, deadlines }) => [lead, deadlines.map(({ dueOn }) => dueOn)]),
        [[['Sở Xây dựng'], ['2026-06-30']]],
      )
    })
  }

  it('without a page is refused by name', async () => {
    await assert.rejects(read(Buffer.from(multipart(picture)), 'a.mht'), (error) => {
      assert.ok(error instanceof Unreadable && error.code === 'unknown_format')
      assert.match(error.message, /MHTML.*DOCX/)
      return true
    })
  })

  it('text that only mentions such headers stays text', async () => {
    const reading = await read(
      Buffer.from('Kính gửi: Sở A\nMIME-Version: 1.0\nContent-Type: text/html\n\nNội dung'),
      'a.txt',
    )
    assert.equal(reading.format, 'txt')
  })
})

it('Word XML under ".doc" is refused by name, with what to do', async () => {
  const heads = [
    '<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="x"/>',
    '\ufeff<?xml version="1.0"?><w:wordDocument xmlns:w="x"/>',
    '<?xml version="1.0" standalone="yes"?><pkg:package xmlns:pkg="x"/>',
  ]
  for (const head of heads) {
    await assert.rejects(read(Buffer.from(head), 'a.doc'), (error) => {
      assert.ok(error instanceof Unreadable && error.code === 'unknown_format')
      assert.match(error.message, /Word lưu dạng XML.*DOCX/)
      return true
    })
  }
})
