import assert from 'node:assert/strict'
import test from 'node:test'
import { crc32 } from 'node:zlib'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { judgeContainer, newContainer, prepareContainer, readContainer, withSignature, writeContainer } from './asic.ts'
import { newAuthority } from './authority.ts'
import { bundleOf, judgeBeside, judgeBundle, judgePairs, prepareBeside } from './beside.ts'
import { finishCms } from './cms.ts'
import { opensslFolder, pem, withoutOpenssl } from './openssl.fixture.ts'
import { found, listsOf, NOW, SIGNED_AT, STAMPED_AT, tokenFor, trustIn } from './signed.fixture.ts'
import { finishXml, NotSignable, stampedOf } from './xades.ts'
import { processorSeconds, seeded } from './xml-random.fixture.ts'
import { finished, optionsOf, verifying, withoutXmlsec, xmlsec } from './xml-signed.fixture.ts'
import { ContainerUnreadable, readZip, writeZip } from './zip-file.ts'

const ca = newAuthority({ algorithm: 'ecdsa-sha256' })
const person = ca.issue({ name: 'Nguyễn Văn Mẫu', organization: 'Bộ MẪU', usage: 'person' })
const second = ca.issue({ name: 'Trần Thị Mẫu', usage: 'person' })
const trust = { ...trustIn(ca), fetched: listsOf(ca, NOW) }
const FILES = [
  { name: 'Công văn số 12 (MẪU).docx', bytes: Buffer.from('PK công văn MẪU'), mimeType: 'application/msword' },
  { name: 'phu-luc/bang.xlsx', bytes: Buffer.from('bảng MẪU '.repeat(500)), mimeType: 'application/vnd.ms-excel' },
  { name: '2026', bytes: Buffer.alloc(0), mimeType: 'text/plain' },
]
const container = async (files = FILES, who = person) =>
  newContainer(files, await finished(who, prepareContainer(files, optionsOf(who))))

test('a container opened by another tool is verified by xmlsec1, and no more after one changed byte', {
  skip: withoutXmlsec,
}, async (t) => {
  const bytes = await container()
  assert.equal(Buffer.from(bytes.subarray(30, 38 + 31)).toString('latin1'), 'mimetypeapplication/vnd.etsi.asic-e+zip')
  const opened = unzipSync(bytes)
  assert.deepEqual(Object.keys(opened).sort(), [
    '2026',
    'Công văn số 12 (MẪU).docx',
    'META-INF/manifest.xml',
    'META-INF/signatures001.xml',
    'mimetype',
    'phu-luc/bang.xlsx',
  ])
  const files = { ...opened, 'root.der': ca.root.certificate }
  const good = xmlsec(t, files)(...verifying('root.der', 'META-INF/signatures001.xml'))
  assert.ok(good.isDone, good.said)
  // Three files and the properties.
  assert.match(good.said, /SignedInfo References \(ok\/all\): 4\/4/)
  const changed = Buffer.from(opened['phu-luc/bang.xlsx']!).fill('x', 7, 8)
  const bad = xmlsec(t, { ...files, 'phu-luc/bang.xlsx': changed })
  assert.ok(!bad(...verifying('root.der', 'META-INF/signatures001.xml')).isDone)
})

test('each file of a container is said to be signed, and by whom', async () => {
  const bytes = await container()
  const verdict = judgeContainer(bytes, trust)
  assert.equal(verdict.state, 'valid', JSON.stringify(verdict.findings))
  assert.deepEqual(
    verdict.files.map(({ name, signedBy }) => [name, signedBy]),
    FILES.map(({ name }) => [name, [0]]),
  )
  assert.deepEqual(
    [verdict.signatures[0]!.isWhole, verdict.signatures[0]!.level, verdict.signatures[0]!.holder?.name],
    [true, 'B-B', 'Nguyễn Văn Mẫu'],
  )

  const prepared = prepareContainer(FILES.slice(0, 1), optionsOf(second))
  const [signature] = await second.signingKey.sign([prepared.hash])
  const more = finishXml(prepared, signature!, tokenFor(ca, stampedOf(prepared, signature!), STAMPED_AT))
  const both = judgeContainer(writeContainer(withSignature(readContainer(bytes), more)), trust)
  assert.equal(both.state, 'valid')
  assert.deepEqual(
    both.files.map(({ signedBy }) => signedBy),
    [[0, 1], [0], [0]],
  )
  assert.deepEqual(
    both.signatures.map(({ file, isWhole }) => [file, isWhole]),
    [
      ['META-INF/signatures001.xml', true],
      ['META-INF/signatures002.xml', false],
    ],
  )
  assert.deepEqual(found(both.signatures[1]!, ['warning']), ['asic.not_covered', 'asic.not_covered'])
  assert.deepEqual([both.signatures[1]!.level, both.signatures[1]!.provenAt], ['B-T', STAMPED_AT.toISOString()])
})

test('a file that is added, changed, renamed or taken away shows with its name', async () => {
  const opened = readContainer(await container())
  const judge = (change: (files: typeof opened.files) => typeof opened.files) =>
    judgeContainer(writeContainer({ ...opened, files: change(opened.files) }), trust)
  const added = judge((files) => [...files, { name: 'them.docx', bytes: Buffer.from('MẪU') }])
  assert.deepEqual(
    [added.state, added.findings],
    ['invalid', [{ code: 'asic.not_signed', weight: 'error', params: { name: 'them.docx' } }]],
  )
  assert.deepEqual(
    [added.signatures[0]!.state, added.signatures[0]!.isWhole, added.files[3]!.signedBy],
    ['valid', false, []],
  )
  const changed = judge(([first, ...rest]) => [{ ...first!, bytes: Buffer.from('khác') }, ...rest])
  assert.deepEqual([changed.state, found(changed.signatures[0]!)], ['invalid', ['xml.content_changed']])
  const renamed = judge(([first, ...rest]) => [{ ...first!, name: 'khac.docx' }, ...rest])
  assert.deepEqual([renamed.state, found(renamed.signatures[0]!)], ['invalid', ['xml.file_absent']])
  const gone = judge(([, ...rest]) => rest)
  assert.deepEqual([gone.state, found(gone.signatures[0]!)], ['unverifiable', ['xml.file_absent']])
  const none = judgeContainer(writeContainer({ ...opened, signatures: [] }), trust)
  assert.deepEqual([none.state, found(none)], ['unverifiable', ['asic.no_signature']])
  const other = judgeContainer(
    writeContainer({
      ...opened,
      mimeType: 'application/zip',
      others: [{ name: 'META-INF/signature.p7s', bytes: Buffer.from('x') }],
    }),
    trust,
  )
  assert.deepEqual(
    [other.state, other.findings.map(({ code }) => code)],
    ['unverifiable', ['asic.mime_type', 'asic.other_signature']],
  )
  const broken = judgeContainer(
    writeContainer({
      ...opened,
      signatures: [{ name: 'META-INF/signatures.xml', bytes: Buffer.from('<!DOCTYPE a><a/>') }],
    }),
    trust,
  )
  assert.deepEqual(
    [broken.signatures[0]!.state, found(broken.signatures[0]!)],
    ['unverifiable', ['xml.unreadable_doctype']],
  )
})

const refused = (what: () => unknown) => {
  try {
    what()
    return 'read'
  } catch (error) {
    assert.ok(error instanceof ContainerUnreadable, String(error))
    return error.code
  }
}

test('containers that two readers could see differently, or that never end, are refused', async () => {
  const bytes = Buffer.from(await container())
  const edit = (change: (copy: Buffer) => void) => {
    const copy = Buffer.from(bytes)
    change(copy)
    return refused(() => readZip(copy))
  }
  const directory = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
  assert.equal(
    refused(() => readZip(bytes)),
    'read',
  )
  assert.equal(
    refused(() => readZip(Buffer.from(zipSync({ 'a.txt': strToU8('a'), 'b/c.txt': strToU8('b'.repeat(99)) })))),
    'read',
  )
  assert.equal(
    edit((copy) => copy.write('mimetypo', 30)),
    'headers',
  )
  assert.equal(
    edit((copy) => copy.writeUInt16LE(8, 8)),
    'headers',
  )
  assert.equal(
    edit((copy) => copy.writeUInt32LE(1, 18)),
    'headers',
  )
  assert.equal(
    edit((copy) => copy.writeUInt32LE(7, 14)),
    'headers',
  )
  assert.equal(
    edit((copy) => copy.write('x', 40)),
    'damaged',
  )
  assert.equal(
    edit((copy) => copy.writeUInt32LE(40, directory + 42)),
    'headers',
  )
  assert.equal(
    edit((copy) => copy.writeUInt16LE(1, directory + 8)),
    'headers',
  )
  const ending = bytes.length - 22
  const shifted = Buffer.concat([bytes.subarray(0, directory), Buffer.from('xxxx'), bytes.subarray(directory)])
  shifted.writeUInt32LE(directory + 4, ending + 4 + 16)
  assert.equal(
    refused(() => readZip(shifted)),
    'headers',
  )
  for (const name of [
    '../a',
    '/a',
    'a/../b',
    'C:a',
    'a\\b',
    'a//b',
    './a',
    'a\u202etxt.exe',
    'a\n',
    '',
    'a.',
    'con\0',
  ]) {
    assert.equal(
      refused(() => writeZip([{ name, bytes: Buffer.from('a') }], new Set())),
      'name',
      JSON.stringify(name),
    )
    if (name !== '')
      assert.equal(
        refused(() => readZip(zipSync({ [name]: strToU8('a') }))),
        'name',
        JSON.stringify(name),
      )
  }
  assert.equal(
    refused(() =>
      writeZip(
        [
          { name: 'a', bytes: bytes },
          { name: 'A', bytes },
        ],
        new Set(),
      ),
    ),
    'name_twice',
  )
  assert.equal(
    refused(() => readZip(zipSync({ Văn: strToU8('a'), ['Văn'.normalize('NFD')]: strToU8('b') }))),
    'name_twice',
  )
  assert.equal(
    refused(() =>
      readZip(zipSync(Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`f${index}`, strToU8('')])))),
    ),
    'count',
  )
  const bomb = writeZip([{ name: 'a', bytes: Buffer.alloc(60_000_000) }], new Set())
  const lying = Buffer.from(bomb)
  for (const at of [22, lying.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24]) lying.writeUInt32LE(10, at)
  const seconds = processorSeconds(() => {
    assert.equal(
      refused(() => readZip(bomb)),
      'bomb',
    )
    assert.equal(
      refused(() => readZip(lying)),
      'bomb',
    )
  })
  assert.ok(seconds < 2, `${seconds} s`)
  assert.equal(
    refused(() => readZip(Buffer.from('MẪU'))),
    'damaged',
  )
  assert.equal(crc32(Buffer.from('a')), 0xe8b7be43)
  await assert.rejects(container([{ ...FILES[0]!, name: '../a' }]), NotSignable)
})

test('a container changed anywhere is never valid with other files', async () => {
  const next = seeded(7)
  const bytes = Buffer.from(await container())
  const files = new Map(readContainer(bytes).files.map((file) => [file.name, Buffer.from(file.bytes).toString('hex')]))
  const states: Record<string, number> = {}
  for (let count = 0; count < 1_500; count++) {
    const copy = Buffer.from(bytes)
    for (let changes = 1 + next(3); changes > 0; changes--) copy[next(copy.length)] = next(256)
    let state = 'refused'
    try {
      const verdict = judgeContainer(copy, trust)
      state = verdict.state
      if (state === 'valid')
        assert.deepEqual(
          new Map(readContainer(copy).files.map((file) => [file.name, Buffer.from(file.bytes).toString('hex')])),
          files,
        )
    } catch (error) {
      assert.ok(error instanceof ContainerUnreadable, String(error))
    }
    states[state] = (states[state] ?? 0) + 1
  }
  assert.ok(states.refused! > 500, JSON.stringify(states))
})

test('a document and the signature beside it', { skip: withoutOpenssl }, async (t) => {
  const file = Buffer.from('PK nội dung DOCX MẪU')
  const prepared = prepareBeside(file, optionsOf(person))
  const [signature] = await person.signingKey.sign([prepared.hash])
  const p7s = finishCms(prepared, signature!)
  const folder = opensslFolder(t)
  folder.put('root.pem', pem('CERTIFICATE', ca.root.certificate))
  folder.put('cong-van.docx', file)
  folder.put('cong-van.docx.p7s', p7s)
  const verify = [
    'cms',
    '-verify',
    '-binary',
    '-cades',
    '-inform',
    'DER',
    '-in',
    'cong-van.docx.p7s',
    '-content',
    'cong-van.docx',
    '-CAfile',
    'root.pem',
    '-out',
    'out',
  ]
  assert.match(folder.run(...verify).said, /Verification successful/)
  for (const form of [p7s, pem('CMS', p7s), pem('PKCS7', p7s), Buffer.from(p7s).toString('base64')]) {
    const [verdict] = judgeBeside(file, Buffer.from(form as Uint8Array), trust)
    assert.deepEqual(
      [verdict!.state, verdict!.holder?.name, verdict!.claimedAt],
      ['valid', 'Nguyễn Văn Mẫu', SIGNED_AT.toISOString()],
    )
  }
  assert.deepEqual(
    judgeBeside(Buffer.from('khác'), p7s, trust).map(({ state }) => state),
    ['invalid'],
  )
  assert.deepEqual(
    judgeBeside(file, Buffer.from('không phải chữ ký'), trust).map(({ state }) => state),
    ['unverifiable'],
  )

  const bundle = judgeBundle(bundleOf('cong-van.docx', file, p7s), trust)
  assert.deepEqual(
    [bundle.state, bundle.files.map(({ name, signatures }) => [name, signatures.length])],
    ['valid', [['cong-van.docx', 1]]],
  )
  const pairs = judgePairs(
    [
      { name: 'a.docx', bytes: file },
      { name: 'A.docx.P7S', bytes: p7s },
      { name: 'b.docx', bytes: file },
      { name: 'c.docx.p7s', bytes: p7s },
    ],
    trust,
  )
  assert.deepEqual(
    [pairs.state, pairs.findings.map(({ code, params }) => [code, params?.name])],
    [
      'invalid',
      [
        ['beside.not_signed', 'b.docx'],
        ['beside.no_file', 'c.docx.p7s'],
      ],
    ],
  )
  assert.equal(judgePairs([{ name: 'b.docx', bytes: file }], trust).state, 'unverifiable')
  assert.equal(
    refused(() => bundleOf('../a', file, p7s)),
    'name',
  )
})
