/** Reading what we write, and what real senders write: each fault is written by hand in the manner in which it was seen. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { writeZip } from '../signature/zip-file.ts'
import { attached, DOC, document, file, listed, PDF, status, type Typed, typed } from './edxml.fixture.ts'
import type { DocumentMessage } from './message.ts'
import { readMessage } from './read.ts'
import { EdxmlUnreadable, type NoteCode } from './unreadable.ts'
import { NOTE_WORDS, sentence, UNREADABLE_WORDS } from './words.ts'
import { writeMessage } from './write.ts'

const utf8 = (text: string) => Buffer.from(text, 'utf8')
const read = (given: Typed | string | Uint8Array) => {
  const bytes = typeof given === 'string' ? utf8(given) : given instanceof Uint8Array ? given : utf8(typed(given))
  const { message, notes, isMended } = readMessage(bytes)
  return { message: message as DocumentMessage, codes: notes.map(({ code }) => code), notes, isMended }
}
/** The code and what it names. */
const refusal = (given: Parameters<typeof read>[0]): [string, ...string[]] => {
  try {
    read(given)
  } catch (error) {
    assert.ok(error instanceof EdxmlUnreadable, String(error))
    const { reason, remedy } = UNREADABLE_WORDS[error.code]
    for (const words of [reason, remedy])
      for (const said of Object.values(sentence(words, error.params))) assert.ok(!/[{}]/.test(said), said)
    return [error.code, ...Object.values(error.params)]
  }
  return ['read']
}
const zip = (name: string, bytes: Uint8Array) => Buffer.from(writeZip([{ name, bytes }], new Set())).toString('base64')

describe('what we write we read', () => {
  for (const packing of ['zip', 'plain'] as const)
    test(`a document with two files, ${packing}`, () => {
      const message = document()
      const { message: again, codes, isMended } = read(writeMessage(message, { packing }))
      assert.equal(isMended, false)
      assert.deepEqual(codes, packing === 'zip' ? ['attachment_packed', 'attachment_packed'] : [])
      const contentTypes =
        packing === 'zip' ? ['application/zip', 'application/zip'] : ['application/pdf', 'application/msword']
      assert.deepEqual(
        again.attachments.map(({ bytes, name, contentType }) => [name, Buffer.from(bytes), contentType]),
        message.attachments.map(({ bytes, name }, place) => [name, Buffer.from(bytes), contentTypes[place]]),
      )
      const { attachments: _, content, business, ...rest } = again
      const { attachments: __, content: ___, business: own, ...expected } = message
      assert.deepEqual(rest, expected)
      assert.equal(content, message.subject, 'the standard wants a content')
      assert.deepEqual(business, { ...own, reason: 'Văn bản điện tử mới' })
    })

  test('the same message gives the same bytes', () =>
    assert.deepEqual(writeMessage(document(), { packing: 'zip' }), writeMessage(document(), { packing: 'zip' })))

  test('a status', () => {
    const { message, notes } = readMessage(writeMessage(status(), { packing: 'zip' }))
    assert.deepEqual([message, notes], [status(), []])
  })

  test('a revocation, an update and a replacement act on the documents they name', () => {
    const about = document().answers
    const { documentId } = about[0]!
    const business = { ...document().business, reason: 'Sai nội dung', about }
    const again = (more: Partial<DocumentMessage['business']>, answers: DocumentMessage['answers'] = []) =>
      read(
        writeMessage(document({ documentId: documentId!, answers, business: { ...business, ...more } }), {
          packing: 'plain',
        }),
      ).message.business
    assert.deepEqual(again({ kind: 'revoke' }).about, about)
    const changes = { document: true, receivers: [{ organId: '000.00.00.H49', kind: 0 }] }
    assert.deepEqual(
      [again({ kind: 'update', changes }).about, again({ kind: 'update', changes }).changes],
      [about, changes],
    )
    const replaces = [{ documentId: documentId!, organIds: ['000.00.00.H49', '000.00.00.G09'] }]
    const replaced = again({ kind: 'replace', replaces })
    assert.deepEqual([replaced.about, replaced.replaces, replaced.reason], [about, replaces, 'Sai nội dung'])
  })

  test('a character that XML forbids is refused when it is written', () =>
    assert.throws(() => writeMessage(document({ subject: 'a\u0001b' }), { packing: 'zip' }), /forbids/))
})

describe('what real senders get wrong', () => {
  const same: [string, Typed, NoteCode[], boolean][] = [
    ['nothing', {}, [], false],
    ['bytes before the declaration', { before: '1212' }, ['bytes_before'], true],
    ['a line before the declaration', { before: '\r\n' }, ['bytes_before'], true],
    ['a byte order mark', { before: '\ufeff' }, [], false],
    ['a prefix that nobody declares', { prefix: '' }, ['prefix_undeclared'], true],
    [
      'a prefix outside the element that declares it',
      { attachments: '<edXML:Attachments/>' },
      ['prefix_undeclared'],
      true,
    ],
    ['bytes before and a prefix', { before: '12', prefix: '' }, ['bytes_before', 'prefix_undeclared'], true],
    ['no namespace at the root', { rootDeclares: '' }, [], false],
  ]
  for (const [what, given, codes, isMended] of same)
    test(`${what}: read all the same`, () => {
      const found = read(given)
      assert.deepEqual(
        found.codes.filter((code) => code !== 'placeholder'),
        codes,
      )
      assert.equal(found.isMended, isMended)
      const { message } = found
      assert.deepEqual(
        [message.from.name, message.from.fax, message.subject, message.signedOn, message.dueOn, message.business.kind],
        ['Văn phòng Chính phủ', null, 'V/v MẪU', '2021-03-01', null, 'new'],
      )
    })

  test('“N/A” in a required field is nothing; in the subject that is refused', () => {
    const { message, notes } = read({})
    assert.equal(message.from.fax, null)
    assert.deepEqual(notes, [{ code: 'placeholder', params: { field: 'Fax' } }])
    assert.deepEqual(refusal(typed().replace('V/v MẪU', 'N/A')), ['missing', 'Subject'])
  })

  test('a text without end is cut, which is said', () => {
    const { message, notes } = read(typed().replace('V/v MẪU', 'dài '.repeat(10_000)))
    assert.equal(message.subject.length, 20_000)
    assert.ok(notes.some(({ code, params }) => code === 'text_cut' && params.field === 'Subject'))
  })

  test('UTF-16 with its mark is read', () => {
    const text = typed().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    const { message, codes } = read(Buffer.from(`\ufeff${text}`, 'utf16le'))
    assert.deepEqual([message.place, codes.includes('utf16')], ['Hà Nội', true])
  })

  test('decomposed Vietnamese is composed', () => {
    const { message, codes } = read(typed().normalize('NFD'))
    assert.deepEqual([message.place, message.type.name, codes.includes('decomposed')], ['Hà Nội', 'Công văn', true])
  })

  for (const [said, on, code] of [
    ['2021/03/01', '2021-03-01', null],
    ['2021-03-01', '2021-03-01', 'day_shape'],
    ['01/03/2021', '2021-03-01', 'day_shape'],
    ['1/3/2021', '2021-03-01', 'day_shape'],
    ['2023/03/14 17:19:16', '2023-03-14', 'day_shape'],
    ['2023-03-14T17:19:16+07:00', '2023-03-14', 'day_shape'],
    ['2014/02/30', null, 'day_wrong'],
    ['13/13/2021', null, 'day_wrong'],
    ['hôm nay', null, 'day_wrong'],
    ['0001/01/01', null, 'day_wrong'],
  ] as const)
    test(`the day “${said}”`, () => {
      const { message, codes } = read({ date: said })
      assert.deepEqual(
        [message.signedOn, codes.filter((each) => each !== 'placeholder')],
        [on, code === null ? [] : [code]],
      )
    })

  test('several recipients, one of them twice', () => {
    const { message, codes } = read({ to: ['000.00.00.H49', 'vxp.saas.99', '000.00.00.H49'] })
    assert.deepEqual(
      [message.to.map(({ organId }) => organId), codes.includes('recipient_twice')],
      [['000.00.00.H49', 'vxp.saas.99'], true],
    )
  })

  test('a revocation whose two places name two documents has both, for a person to decide', () => {
    const head =
      '<edXML:ResponseFor><edXML:DocumentId>000.00.00.G22,2021/02/02,99/VPCP-TH</edXML:DocumentId></edXML:ResponseFor>'
    const business =
      '<edXML:BussinessDocType>1</edXML:BussinessDocType><edXML:BussinessDocReason>Sai số</edXML:BussinessDocReason>'
    const { message, codes } = read({ head, business })
    assert.deepEqual(
      message.business.about.map(({ documentId, on }) => [documentId, on]),
      [
        ['000.00.00.G22,2021/02/02,99/VPCP-TH', '2021-02-02'],
        ['000.00.00.G22,2021/03/01,1234/VPCP-KSTT', '2021-03-01'],
      ],
    )
    assert.ok(codes.includes('ids_differ'))
    const alike = read({ head: head.replace('2021/02/02,99/VPCP-TH', '2021/03/01,1234/VPCP-KSTT'), business })
    assert.deepEqual([alike.message.business.about.length, alike.codes.includes('ids_differ')], [1, false])
  })

  test('a replacement that names one document twice names it once, for all the bodies of both', () => {
    const info = (organs: string) =>
      `<edXML:ReplacementInfo><edXML:DocumentId>a,2021/01/01,1/X</edXML:DocumentId><edXML:OrganIdList>${organs}</edXML:OrganIdList></edXML:ReplacementInfo>`
    const organ = (id: string) => `<edXML:OrganId>${id}</edXML:OrganId>`
    const business = (other: string) =>
      `<edXML:BussinessDocType>3</edXML:BussinessDocType><edXML:ReplacementInfoList>${info(organ('000.00.00.H49'))}${info(other)}</edXML:ReplacementInfoList>`
    const { message, codes } = read({ business: business(organ('000.00.00.H01')) })
    assert.deepEqual(message.business.replaces, [
      { documentId: 'a,2021/01/01,1/X', organIds: ['000.00.00.H49', '000.00.00.H01'] },
    ])
    assert.ok(codes.includes('document_twice'))
    assert.deepEqual(read({ business: business('') }).message.business.replaces[0]!.organIds, [], 'for all')
  })

  test('an empty ResponseFor answers nothing', () =>
    assert.deepEqual(
      read({ head: '<edXML:ResponseFor/><edXML:ResponseFor><edXML:OrganId/></edXML:ResponseFor>' }).message.answers,
      [],
    ))
})

describe('files', () => {
  const one = (name: string, base64: string, more: Typed = {}) =>
    read({ references: listed(name), attachments: attached(name, base64), ...more })

  test('a zip under a .doc name is unpacked, whatever its file is called inside', () => {
    const { message, codes } = one('1896_QD-TTg.doc', zip('32da2890.edxml', DOC))
    const [got] = message.attachments
    assert.deepEqual([got!.name, Buffer.from(got!.bytes), got!.contentId], ['1896_QD-TTg.doc', DOC, '1'])
    assert.ok(codes.includes('attachment_packed'))
  })

  test('a file as it is, with and without cid: and with lines in its base64', () => {
    const lines = PDF.toString('base64').replace(/(.{20})/g, '$1\r\n  ')
    const { message, codes } = one('a.pdf', lines, { references: listed('a.pdf', '1') })
    assert.deepEqual([Buffer.from(message.attachments[0]!.bytes), codes], [PDF, ['placeholder']])
  })

  test('a .docx that is a zip itself stays one, and comes out of a zip of its own', () => {
    const docx = writeZip([{ name: '[Content_Types].xml', bytes: utf8('<Types/>') }], new Set())
    for (const base64 of [Buffer.from(docx).toString('base64'), zip('a.docx', docx)])
      assert.deepEqual(Buffer.from(one('a.docx', base64).message.attachments[0]!.bytes), Buffer.from(docx))
  })

  test('a zip of several files is kept as one, and said', () => {
    const several = writeZip(
      [
        { name: 'a.pdf', bytes: PDF },
        { name: 'b.pdf', bytes: PDF },
      ],
      new Set(),
    )
    const { message, notes } = one('a.doc', Buffer.from(several).toString('base64'))
    assert.deepEqual(Buffer.from(message.attachments[0]!.bytes), Buffer.from(several))
    assert.ok(notes.some(({ code, params }) => code === 'attachment_several' && params.count === '2'))
  })

  test('what the manifest lists and what came differ: each is said, nothing is lost', () => {
    const { message, codes } = read({
      references: listed('a.pdf') + listed('b.pdf', 'cid:2'),
      attachments:
        attached('c.pdf', PDF.toString('base64'), 'cid:3') + attached('x.pdf', PDF.toString('base64'), 'cid:1'),
    })
    assert.deepEqual(
      message.attachments.map(({ name }) => name),
      ['x.pdf', 'c.pdf'],
    )
    for (const code of ['attachment_unlisted', 'attachment_name', 'attachment_missing'] as const)
      assert.ok(codes.includes(code), code)
    for (const code of codes) assert.ok(NOTE_WORDS[code])
  })

  test('broken base64, an empty file, a damaged zip, one with a wrong check sum: refused by name', () => {
    const packed = Buffer.from(zip('a', DOC), 'base64')
    const cut = packed.subarray(0, packed.length - 30)
    const sum = Buffer.from(packed)
    for (const at of [14, sum.indexOf('PK\u0001\u0002', 0, 'latin1') + 16]) sum[at]! ^= 1
    for (const [base64, code] of [
      ['JVBERi0*', 'attachment_base64'],
      ['JVBERi0', 'attachment_base64'],
      ['', 'attachment_base64'],
      [cut.toString('base64'), 'attachment_zip'],
      [sum.toString('base64'), 'attachment_zip'],
    ] as const)
      assert.deepEqual(
        refusal({ references: listed('a.doc'), attachments: attached('a.doc', base64) }),
        [code, 'a.doc'],
        base64.slice(0, 20),
      )
  })

  test('50 MB is taken, more is not, and a bomb is refused before it takes memory', () => {
    const most = Buffer.alloc(50 * 1024 * 1024, 1)
    const message = (bytes: Uint8Array, packing: 'plain' | 'zip') =>
      writeMessage(document({ attachments: [file('lon.pdf', bytes)] }), { packing })
    assert.equal(read(message(most, 'plain')).message.attachments[0]!.bytes.length, most.length)
    const more = Buffer.alloc(50 * 1024 * 1024 + 1, 1)
    assert.deepEqual(refusal(message(more, 'plain')), ['attachment_size', 'lon.pdf'])
    const before = process.memoryUsage().arrayBuffers
    assert.deepEqual(refusal(message(Buffer.alloc(400 * 1024 * 1024), 'zip')), ['attachment_size', 'lon.pdf'])
    assert.ok(process.memoryUsage().arrayBuffers - before < 500 * 1024 * 1024)
  })
})

describe('what is not read', () => {
  const refused: [string, string | Uint8Array, string[]][] = [
    ['a DOCTYPE', typed().replace('?>\n', '?>\n<!DOCTYPE edXML [<!ENTITY a "b">]>\n'), ['doctype']],
    [
      'another format',
      '<EdXMLEnvelope xmlns="http://www.go.vn/eDoc"/>',
      ['other_format', 'EdXMLEnvelope', 'http://www.go.vn/eDoc'],
    ],
    ['no XML', 'Kính gửi: Quý cơ quan', ['xml', '0']],
    ['nothing', '', ['xml', '0']],
    ['no recipient', typed({ to: [] }), ['missing', 'To']],
    ['a recipient without identifier', typed({ to: [''] }), ['missing', 'To/OrganId']],
    ['no DocumentId', typed({ documentId: 'N/A' }), ['missing', 'DocumentId']],
    [
      'two senders',
      typed().replace('<edXML:From>', '<edXML:From><edXML:OrganId>G01</edXML:OrganId></edXML:From><edXML:From>'),
      ['twice', 'From'],
    ],
    [
      'two heads',
      typed().replace('<edXML:MessageHeader>', '<MessageHeader/><edXML:MessageHeader>'),
      ['twice', 'MessageHeader'],
    ],
    [
      'a business type that is none',
      typed({ business: '<edXML:BussinessDocType>7</edXML:BussinessDocType>' }),
      ['business_unknown', '7'],
    ],
  ]
  for (const [what, bytes, expected] of refused)
    test(what, () => {
      const found = refusal(typeof bytes === 'string' ? bytes : bytes)
      if (found[0] === 'xml') assert.equal(expected[0], 'xml')
      else assert.deepEqual(found, expected)
    })

  test('a status without its document, and one that is no code', () => {
    const said = (head: string) => typed({ head })
    assert.deepEqual(refusal(said('<edXML:StatusCode>03</edXML:StatusCode>')), ['missing', 'ResponseFor'])
    const about = '<edXML:ResponseFor><edXML:DocumentId>a</edXML:DocumentId></edXML:ResponseFor>'
    assert.deepEqual(refusal(said(`${about}<edXML:StatusCode>xong</edXML:StatusCode>`)), ['status_unknown', 'xong'])
    const { message } = readMessage(utf8(said(`${about}<edXML:StatusCode>3</edXML:StatusCode>`)))
    assert.equal(message.kind === 'status' && message.code, '03')
  })
})
