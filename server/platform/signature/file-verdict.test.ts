/** Files of every kind that carries signatures, made by tools that we did not write where these exist. */
import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { newContainer, prepareContainer } from './asic.ts'
import { type Issued, newAuthority } from './authority.ts'
import { pairsOf, prepareBeside } from './beside.ts'
import { finishCms } from './cms.ts'
import { type FileForm, fileFormOf } from './file-forms.ts'
import { type FileToJudge, judgeFile, sentenceOf, verdictOf } from './file-verdict.ts'
import { wantingOf } from './file-wanted.ts'
import { opensslFolder, pem, withoutOpenssl } from './openssl.fixture.ts'
import { samplePaper, signPdf } from './pdf.fixture.ts'
import { CONTENT, found, listsOf, NOW, SIGNED_AT, trustIn } from './signed.fixture.ts'
import { WORDS_FILE } from './words-file.ts'
import { finished, MESSAGE, optionsOf, signedMessage, withoutXmlsec, xmlsec } from './xml-signed.fixture.ts'

const ca = newAuthority()
const person = ca.issue({ name: 'Nguyễn Văn Mẫu', organization: 'Bộ MẪU', usage: 'person' })
const trust = { ...trustIn(ca), fetched: listsOf(ca, NOW) }
const judge = (file: FileToJudge | Uint8Array) => judgeFile('bytes' in file ? file : { bytes: file }, trust)
const text = (words: string) => Buffer.from(words)
const codes = (findings: Parameters<typeof found>[0]['findings']) => found({ findings })

/** Files of `openssl`, with the key and certificates of a person and `content`. */
function withKey(t: TestContext, who: Issued = person) {
  const files = opensslFolder(t)
  files.put('person.pem', pem('CERTIFICATE', who.certificate))
  files.put('chain.pem', pem('CERTIFICATE', ca.issuing.certificate))
  files.put('person.key', who.key.export({ format: 'pem', type: 'pkcs8' }) as string)
  files.put('content', CONTENT)
  return {
    ...files,
    sign(...args: string[]): Uint8Array {
      const fixed = ['-in', 'content', '-signer', 'person.pem', '-inkey', 'person.key', '-certfile', 'chain.pem']
      const done = files.run('cms', '-sign', '-binary', '-md', 'sha256', ...fixed, ...args, '-out', 'out')
      assert.ok(done.isDone, done.said)
      return files.read('out')
    },
  }
}

async function besideOf(file: Uint8Array, who = person): Promise<Uint8Array> {
  const prepared = prepareBeside(file, { ...optionsOf(who), signedAt: SIGNED_AT })
  const [signature] = await who.signingKey.sign([prepared.hash])
  return finishCms(prepared, signature!)
}

async function containerOf(files: { name: string; bytes: Uint8Array }[]): Promise<Uint8Array> {
  const typed = files.map((each) => ({ ...each, mimeType: 'application/octet-stream' }))
  return newContainer(typed, await finished(person, prepareContainer(typed, optionsOf(person))))
}

test('a signature by openssl beside a file, in DER and as text, says who signed, and fails after one changed byte', {
  skip: withoutOpenssl,
}, async (t) => {
  const files = withKey(t)
  for (const [form, made] of [
    ['DER', files.sign('-outform', 'DER', '-cades')],
    ['PEM', files.sign('-outform', 'PEM', '-cades')],
  ] as const) {
    const beside = [{ name: 'cong-van.docx.p7s', bytes: made }]
    const { state, signatures } = await judge({ bytes: CONTENT, name: 'cong-van.docx', beside })
    assert.deepEqual(
      [
        state,
        signatures.map(({ format, holder, lies, covers }) => [
          format,
          holder?.name,
          holder?.organization,
          lies,
          covers,
        ]),
      ],
      ['valid', [['CAdES', 'Nguyễn Văn Mẫu', 'Bộ MẪU', 'cong-van.docx.p7s', []]]],
      form,
    )
    const changed = await judge({ bytes: Buffer.concat([CONTENT, text('.')]), name: 'cong-van.docx', beside })
    assert.deepEqual(
      [changed.state, codes(changed.signatures[0]!.findings)],
      ['invalid', ['cms.content_changed']],
      form,
    )
    // Alone: who and when is said, and that the file is missing.
    const alone = await judge({ bytes: made, name: 'cong-van.docx.p7s' })
    assert.deepEqual(
      [alone.state, alone.signatures[0]!.holder?.name, codes(alone.signatures[0]!.findings)],
      ['unverifiable', 'Nguyễn Văn Mẫu', ['file.signature_alone']],
      form,
    )
  }
  // The old form, without attributes, says nothing without its file, and all with it.
  const old = files.sign('-outform', 'DER', '-noattr')
  assert.deepEqual(codes((await judge({ bytes: old })).findings), ['file.signature_alone'])
  assert.equal((await judge({ bytes: CONTENT, beside: [{ name: 'a.p7s', bytes: old }] })).state, 'valid')
})

test('a signature by openssl around a file names it, and looks inside', { skip: withoutOpenssl }, async (t) => {
  const files = withKey(t)
  const around = files.sign('-outform', 'DER', '-cades', '-nodetach')
  const good = await judge({ bytes: around, name: 'cong-van.docx.p7m' })
  assert.deepEqual(
    [good.state, good.signatures.map(({ covers, lies, isWhole }) => [covers, lies, isWhole])],
    ['valid', [[['cong-van.docx'], null, true]]],
  )
  const at = Buffer.from(around).indexOf('MẪU số')
  const changed = Buffer.from(around)
  changed[at] = changed[at]! ^ 1
  assert.equal((await judge({ bytes: changed, name: 'cong-van.docx.p7m' })).state, 'invalid')
  // A signed PDF that was changed, in a sound wrapping.
  const pdf = Buffer.from(await signPdf(await samplePaper(), person, null))
  pdf[pdf.indexOf('/MediaBox') + 12] = 0x31
  files.put('content', pdf)
  const wrapped = await judge({ bytes: files.sign('-outform', 'DER', '-nodetach'), name: 'a.pdf.p7m' })
  assert.deepEqual(
    [wrapped.state, wrapped.signatures.map(({ format, state, lies }) => [format, state, lies])],
    [
      'invalid',
      [
        ['CAdES', 'valid', null],
        ['PAdES', 'invalid', 'a.pdf'],
      ],
    ],
  )
  files.put('content', files.sign('-outform', 'DER', '-nodetach'))
  files.put('content', files.sign('-outform', 'DER', '-nodetach'))
  const deep = await judge({ bytes: files.sign('-outform', 'DER', '-nodetach'), name: 'a.p7m' })
  assert.ok(
    deep.findings.some(({ params }) => params?.of === 'file.nested'),
    JSON.stringify(deep.findings),
  )
  assert.equal(deep.state, 'unverifiable')
})

test('a document signed by xmlsec1 is judged by its bytes, whatever its name', { skip: withoutXmlsec }, async (t) => {
  const unsigned = `<?xml version="1.0"?>
<a:a xmlns:a="http://mau.test/a">Văn bản MẪU
  <Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo>
    <CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/><SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>
    <Reference URI=""><Transforms><Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/></Transforms><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue/></Reference>
  </SignedInfo><SignatureValue/><KeyInfo><X509Data><X509Certificate/></X509Data></KeyInfo></Signature></a:a>`
  const run = xmlsec(t, {
    'a.xml': unsigned,
    'key.pem': person.key.export({ format: 'pem', type: 'pkcs8' }) as string,
  })
  const made = run('--sign', '--privkey-pem', 'key.pem', 'a.xml')
  assert.ok(made.isDone, made.said)
  const certificate = Buffer.from(person.certificate).toString('base64')
  const chain = Buffer.from(ca.issuing.certificate).toString('base64')
  const whole = Buffer.from(made.out)
    .toString('utf8')
    .replace(
      /<X509Data>[\s\S]*<\/X509Data>/,
      `<X509Data><X509Certificate>${certificate}</X509Certificate><X509Certificate>${chain}</X509Certificate></X509Data>`,
    )
  const good = await judge({ bytes: text(whole), name: 'van-ban.bin' })
  assert.deepEqual(
    [good.state, good.signatures.map(({ format, holder, isWhole, covers }) => [format, holder?.name, isWhole, covers])],
    ['valid', [['XMLDSig', 'Nguyễn Văn Mẫu', true, []]]],
    JSON.stringify(good),
  )
  const bad = await judge(
    text(whole.replace('<a:a xmlns:a="http://mau.test/a">V', '<a:a xmlns:a="http://mau.test/a">v')),
  )
  assert.deepEqual([bad.state, codes(bad.signatures[0]!.findings)], ['invalid', ['xml.document_changed']])
})

test('XML without a signature is unsigned, with one that cannot be read it is unverifiable', async () => {
  assert.equal((await judge(text(MESSAGE))).state, 'unsigned')
  assert.equal((await judge(text('<!doctype html><p>Trang <b>MẪU'))).state, 'unsigned')
  const signed = Buffer.from(await signedMessage(person)).toString('utf8')
  assert.equal((await judge(text(signed))).state, 'valid')
  const declared = await judge(text(signed.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')))
  assert.deepEqual([declared.state, declared.problem?.code], ['unverifiable', 'xml.unreadable_doctype'])
  assert.equal((await judge(Buffer.from(`\ufeff${signed.replace('UTF-8', 'UTF-16')}`, 'utf16le'))).signatures.length, 1)
})

test('a container says which files are signed, and a signed file inside is looked into', async () => {
  const pdf = await signPdf(await samplePaper(), person, null)
  const bytes = await containerOf([
    { name: 'cong-van.pdf', bytes: pdf },
    { name: 'phu-luc.txt', bytes: text('phụ lục MẪU') },
  ])
  const good = await judge(bytes)
  assert.deepEqual(
    [good.state, good.signatures.map(({ format, lies, covers, state }) => [format, lies, covers, state])],
    [
      'valid',
      [
        ['XAdES', 'META-INF/signatures001.xml', ['cong-van.pdf', 'phu-luc.txt'], 'valid'],
        ['PAdES', 'cong-van.pdf', ['cong-van.pdf'], 'valid'],
      ],
    ],
  )
  const broken = Buffer.from(bytes)
  broken[60] = broken[60]! ^ 1
  const damaged = await judge({ bytes: broken, name: 'a.asice' })
  assert.equal(damaged.state, 'unverifiable')
  assert.ok(damaged.problem?.code.startsWith('asic.unreadable_'), JSON.stringify(damaged.problem))
})

test('files packed with a signature beside each: one without is invalid, by name', async () => {
  const file = text('nội dung MẪU')
  const p7s = await besideOf(file)
  const pack = (files: Record<string, Uint8Array>) => judge(zipSync(files, { level: 0 }))
  const good = await pack({ 'a.docx': file, 'a.docx.p7s': p7s })
  assert.deepEqual(
    [good.state, good.signatures.map(({ lies, covers }) => [lies, covers])],
    ['valid', [['a.docx.p7s', ['a.docx']]]],
  )
  const bad = await pack({ 'a.docx': file, 'a.docx.p7s': p7s, 'b.docx': file, 'c.docx.p7s': p7s })
  assert.deepEqual(
    [bad.state, bad.findings.map(({ code, params }) => [code, params?.name])],
    [
      'invalid',
      [
        ['beside.not_signed', 'b.docx'],
        ['beside.no_file', 'c.docx.p7s'],
      ],
    ],
  )
})

test('what carries no signature is unsigned; what holds a kind that is not judged is not passed over', async () => {
  const office = (more: Record<string, Uint8Array>) => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), ...more })
  for (const bytes of [text('chữ'), Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(0), office({})])
    assert.equal((await judge(bytes)).state, 'unsigned')
  const signed = await judge(office({ '_xmlsignatures/sig1.xml': strToU8('<Signature/>') }))
  assert.deepEqual([signed.state, codes(signed.findings)], ['unverifiable', ['file.office_signature']])
  for (const [bytes, name, form] of [
    [text('%PDF-1.7'), 'a.xml', 'pdf'],
    [text('  <a/>'), 'a.pdf', 'xml'],
    [Buffer.from('\ufeff<a/>', 'utf16le'), 'a', 'xml'],
    [text('không phải'), 'a.P7S', 'cms'],
    [zipSync({ a: text('b') }), 'a.zip', 'other'],
    [zipSync({ 'META-INF/signatures1.xml': text('b') }), 'a.zip', 'container'],
  ] as [Uint8Array, string, FileForm][])
    assert.equal(fileFormOf(bytes, name), form, name)
})

test('a signature is matched to the file it lies beside, by name', () => {
  const names = [
    'Công văn.docx',
    'CÔNG VĂN.DOCX.P7S'.normalize('NFD'),
    'b.pdf',
    'b.p7s',
    'c.pdf',
    'c.docx',
    'c.p7s',
    'd.p7m',
    'e.pdf',
  ]
  assert.deepEqual(
    [...pairsOf(names)].map(([place, of]) => [names[place]!.normalize('NFC'), of === null ? null : names[of]]),
    [
      ['CÔNG VĂN.DOCX.P7S', 'Công văn.docx'],
      ['b.p7s', 'b.pdf'],
      ['c.p7s', null],
      ['d.p7m', null],
    ],
  )
})

test('hostile files end soon, with words in both languages', async (t) => {
  const pdf = Buffer.from(await signPdf(await samplePaper(), person, null))
  const cms = pdf.indexOf('3082', pdf.indexOf('/Contents <'))
  pdf.fill('f', cms + 40, cms + 400)
  const many = Object.fromEntries(Array.from({ length: 900 }, (_, place) => [`${place}.pdf`, text('%PDF-1.7 hỏng')]))
  const files: Record<string, Uint8Array> = {
    'a signature that is no DER': pdf,
    'XML of many elements': text(`<a>${'<b/>'.repeat(390_000)}<SignedInfo/></a>`),
    'XML that is deep': text(`${'<a>'.repeat(100_000)}SignedInfo`),
    'a large text': text(`<${'a '.repeat(1_000_000)}`),
    'CMS that is cut off': Buffer.concat([
      Buffer.from('3084ffffffff06092a864886f70d010702a084ffffffff', 'hex'),
      Buffer.alloc(2_000_000, 0x30),
    ]),
    'base64 that is large': text(`MII${'A'.repeat(4_000_000)}`),
    'a container of many files': zipSync({ ...many, '0.pdf.p7s': text('x') }, { level: 0 }),
    'a bomb': zipSync({ 'a.pdf.p7s': text('x'), 'a.pdf': Buffer.alloc(20_000_000) }, { level: 1 }),
    'a container in a container': await containerOf([
      { name: 'b.asice', bytes: await containerOf([{ name: 'a', bytes: CONTENT }]) },
    ]),
  }
  for (const [what, bytes] of Object.entries(files)) {
    const begun = process.cpuUsage()
    wantingOf({ bytes })
    const { state, signatures, findings, problem } = await judge({ bytes })
    const { user, system } = process.cpuUsage(begun)
    const took = (user + system) / 1e6
    t.diagnostic(`${what}: ${took.toFixed(2)} s, ${state}`)
    assert.ok(took < 8, `${what}: ${took.toFixed(1)} s`)
    assert.notEqual(state, 'valid', what)
    const all = [
      ...findings,
      ...(problem ? [problem] : []),
      ...signatures.flatMap((each) => [...each.findings, ...each.changes]),
    ]
    for (const finding of all)
      for (const language of ['vi', 'en'] as const) assert.doesNotMatch(sentenceOf(finding, language), /[{}]/, what)
  }
})

test('the worst decides, and a warning decides nothing', () => {
  const finding = (weight: 'error' | 'doubt' | 'warning' | 'note') => ({ code: 'x', weight })
  assert.equal(verdictOf([], [finding('warning')], null).state, 'unsigned')
  assert.equal(verdictOf([], [finding('note'), finding('error')], finding('doubt')).state, 'invalid')
  for (const { vi, en } of Object.values(WORDS_FILE)) {
    const params = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
    assert.deepEqual(params(vi), params(en))
  }
})
