import assert from 'node:assert/strict'
import test from 'node:test'
import { newAuthority } from './authority.ts'
import { NO_EVIDENCE } from './chain.ts'
import { opensslFolder, pem, withoutOpenssl } from './openssl.fixture.ts'
import { found, listsOf, NOW, SIGNED_AT, STAMPED_AT, tokenFor, trustIn } from './signed.fixture.ts'
import type { SignatureAlgorithm } from './signer.ts'
import { finishXml, NotSignable, prepareDetached, prepareEnveloped, prepareEnveloping, stampedOf } from './xades.ts'
import {
  archiveStampedBytes,
  stampedBytes,
  wantedForXml,
  withArchiveTimeStamp,
  withXmlEvidence,
  withXmlTimeStamp,
} from './xades-levels.ts'
import { finished, MESSAGE, optionsOf, signedMessage, verifying, withoutXmlsec, xmlsec } from './xml-signed.fixture.ts'
import { judgeXml } from './xml-verdict.ts'

const ALGORITHMS: readonly SignatureAlgorithm[] = ['rsa-sha256', 'ecdsa-sha256', 'ecdsa-sha384']
const ca = newAuthority({ algorithm: 'ecdsa-sha256' })
const person = ca.issue({ name: 'Nguyễn Văn Mẫu', organization: 'Bộ MẪU', usage: 'person' })
const trust = { ...trustIn(ca), fetched: listsOf(ca, NOW) }

for (const algorithm of ALGORITHMS)
  test(`xmlsec1 verifies what ${algorithm} signs, and refuses one changed byte`, { skip: withoutXmlsec }, async (t) => {
    const ca = newAuthority({ algorithm })
    const who = ca.issue({ name: 'Nguyễn Văn Mẫu', usage: 'person', algorithm })
    const options = optionsOf(who)
    const file = Buffer.from('Công văn MẪU')
    const made = {
      'enveloped.xml': prepareEnveloped(Buffer.from(MESSAGE), options),
      'bare.xml': prepareEnveloped(Buffer.from(MESSAGE), { ...options, isBare: true }),
      'part.xml': prepareEnveloped(Buffer.from(MESSAGE), { ...options, over: 'envelope' }),
      'inside.xml': prepareEnveloped(Buffer.from(MESSAGE), { ...options, over: 'envelope', into: 'envelope' }),
      'empty.xml': prepareEnveloped(Buffer.from('<a/>'), options),
      'detached.xml': prepareDetached([{ name: 'cong-van.txt', bytes: file, mimeType: 'text/plain' }], options),
      'text.xml': prepareEnveloping({ text: 'Văn bản <MẪU> & "phụ lục"', mimeType: 'text/plain' }, options),
      'around.xml': prepareEnveloping({ xml: Buffer.from(MESSAGE), mimeType: 'text/xml' }, options),
    }
    const files: Record<string, Uint8Array> = { 'root.der': ca.root.certificate, 'cong-van.txt': file }
    for (const [name, prepared] of Object.entries(made)) {
      // Between the two steps may lie a device: what it waits with is plain data.
      const kept = JSON.parse(JSON.stringify(prepared, (_, value) => value)) as typeof prepared
      const bytes = (value: unknown) =>
        Uint8Array.from(Object.values((value as { data?: object }).data ?? (value as object)))
      const again = { ...kept, hash: bytes(kept.hash), chain: kept.chain.map(bytes) }
      assert.deepEqual(again.hash, Uint8Array.from(prepared.hash))
      files[name] = await finished(who, again)
      const text = Buffer.from(files[name]!).toString('utf8')
      files[`changed-${name}`] = Buffer.from(
        text.replace(/nhiệm vụ|phụ lục|<a>/, (found) => (found === '<a>' ? '<a> ' : 'nhiệm  vụ')),
      )
    }
    const run = xmlsec(t, files)
    for (const name of Object.keys(made)) {
      const { isDone, said } = run(...verifying('root.der', name))
      assert.ok(isDone, `${name}: ${said}`)
      const verdicts = judgeXml(files[name]!, trustIn(ca, listsOf(ca, NOW)), { files: (name) => files[name] ?? null })
      assert.equal(verdicts.length, 1)
      assert.deepEqual(
        found(verdicts[0]!),
        name === 'part.xml' || name === 'inside.xml' ? ['xml.not_covered'] : [],
        name,
      )
      assert.equal(verdicts[0]!.level, name === 'bare.xml' ? null : 'B-B')
      if (name === 'detached.xml') continue
      assert.ok(!run(...verifying('root.der', `changed-${name}`)).isDone, `changed-${name}`)
      const [changed] = judgeXml(files[`changed-${name}`]!, trustIn(ca, listsOf(ca, NOW)))
      assert.equal(changed!.state, 'invalid')
      assert.ok(
        found(changed!).some((code) => /^xml\.(document|content)_changed$/.test(code)),
        name,
      )
      assert.deepEqual(changed!.covers, [])
    }
  })

test('signatures that xmlsec1 made are judged', { skip: withoutXmlsec }, async (t) => {
  const ca = newAuthority({ algorithm: 'rsa-sha256' })
  const who = ca.issue({ name: 'Trần Thị Mẫu', usage: 'person' })
  const template = (
    signatureMethod: string,
    digestMethod: string,
    form: string,
    transform: string,
  ) => `<?xml version="1.0"?>
<a:a xmlns:a="http://mau.test/a" xmlns:b="http://mau.test/b"><a:b Id="b" b:c="1">Văn bản <!-- note --> MẪU</a:b>
  <Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo>
    <CanonicalizationMethod Algorithm="${form}"/><SignatureMethod Algorithm="${signatureMethod}"/>
    <Reference URI=""><Transforms><Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>${transform}</Transforms><DigestMethod Algorithm="${digestMethod}"/><DigestValue/></Reference>
  </SignedInfo><SignatureValue/><KeyInfo><X509Data><X509Certificate/></X509Data></KeyInfo></Signature></a:a>`
  const inclusive = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
  const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#'
  const more = 'http://www.w3.org/2001/04/xmldsig-more#'
  const ds = 'http://www.w3.org/2000/09/xmldsig#'
  const enc = 'http://www.w3.org/2001/04/xmlenc#'
  const prefixes = `<Transform Algorithm="${exclusive}"><ec:InclusiveNamespaces xmlns:ec="${exclusive}" PrefixList="b #default"/></Transform>`
  const cases: Record<string, [string, string[]]> = {
    'inclusive.xml': [template(`${more}rsa-sha256`, `${enc}sha256`, inclusive, ''), []],
    'comments.xml': [
      template(
        `${more}rsa-sha384`,
        `${more}sha384`,
        `${inclusive}#WithComments`,
        `<Transform Algorithm="${inclusive}#WithComments"/>`,
      ),
      [],
    ],
    'exclusive.xml': [template(`${more}rsa-sha512`, `${enc}sha512`, exclusive, prefixes), []],
    'eleven.xml': [template(`${more}rsa-sha256`, `${enc}sha256`, 'http://www.w3.org/2006/12/xml-c14n11', ''), []],
    'time.xml': [
      template(`${more}rsa-sha256`, `${enc}sha256`, inclusive, '')
        .replace(
          '</SignedInfo>',
          `<Reference URI="#time"><DigestMethod Algorithm="${enc}sha256"/><DigestValue/></Reference></SignedInfo>`,
        )
        .replace(
          '</Signature>',
          '<Object Id="time"><SignatureProperties xmlns=""><SignatureProperty Target="#s"><SigningTime>2026-11-20T10:00:00</SigningTime></SignatureProperty></SignatureProperties></Object></Signature>',
        ),
      [],
    ],
    'sha1.xml': [template(`${ds}rsa-sha1`, `${ds}sha1`, exclusive, ''), ['xml.hash_weak', 'cms.weak_hash']],
    'xpath.xml': [
      template(
        `${more}rsa-sha256`,
        `${enc}sha256`,
        exclusive,
        '<Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><XPath>1=1</XPath></Transform>',
      ),
      ['xml.transform_unknown', 'xml.not_covered'],
    ],
  }
  const files: Record<string, Uint8Array | string> = {
    'key.pem': who.key.export({ type: 'pkcs8', format: 'pem' }) as string,
    'certificate.der': who.certificate,
    'certificate.pem': pem('CERTIFICATE', who.certificate),
    'issuer.pem': pem('CERTIFICATE', who.chain[1]!),
  }
  for (const name in cases) files[name] = cases[name]![0]
  const run = xmlsec(t, files)
  for (const name in cases) {
    const { isDone, said, out } = run(
      '--sign',
      '--privkey-pem',
      'key.pem,certificate.pem',
      '--id-attr:Id',
      'Object',
      name,
    )
    assert.ok(isDone, `${name}: ${said}`)
    const evidence = { ...listsOf(ca, NOW), certificates: [who.chain[1]!] }
    const [verdict] = judgeXml(out, trustIn(ca, evidence))
    assert.deepEqual(found(verdict!), cases[name]![1], name)
    assert.equal(verdict!.format, 'XMLDSig')
    assert.equal(verdict!.holder?.name, 'Trần Thị Mẫu')
    assert.equal(verdict!.claimedAt, name === 'time.xml' ? SIGNED_AT.toISOString() : null)
    // Only comments are not signed.
    const commented = Buffer.from(out.toString().replace('<!-- note -->', ''))
    assert.deepEqual(found(judgeXml(commented, trustIn(ca, evidence))[0]!), cases[name]![1], name)
  }
})

test('a signature is raised from B-B to B-LTA, and what it says in the end rests on what lies in it', {
  skip: withoutOpenssl,
}, async (t) => {
  const at = new Date('2026-11-20T04:00:00Z')
  const first = await signedMessage(person)
  const verdict = (xml: Uint8Array, now = NOW, evidence = NO_EVIDENCE) => judgeXml(xml, trustIn(ca, evidence, now))[0]!
  assert.deepEqual([verdict(first).level, verdict(first).state], ['B-B', 'unverifiable'])
  assert.deepEqual([...new Set(found(verdict(first)))], ['revocation.none_offered'])
  assert.equal(verdict(first).claimedAt, SIGNED_AT.toISOString())

  const token = tokenFor(ca, stampedBytes(first), STAMPED_AT)
  const stamped = withXmlTimeStamp(first, token)
  const known = judgeXml(stamped, trust)[0]!
  assert.deepEqual([known.level, known.state, known.provenAt], ['B-T', 'valid', STAMPED_AT.toISOString()])
  const folder = opensslFolder(t)
  folder.put('token', token)
  folder.put('root.pem', pem('CERTIFICATE', ca.root.certificate))
  folder.put('issuing.pem', pem('CERTIFICATE', ca.issuing.certificate))
  folder.put('stamped', stampedBytes(stamped))
  const { said } = folder.run(
    'ts',
    '-verify',
    '-token_in',
    '-in',
    'token',
    '-data',
    'stamped',
    '-CAfile',
    'root.pem',
    '-untrusted',
    'issuing.pem',
  )
  assert.match(said, /Verification: OK/)

  const wanted = (xml: Uint8Array) =>
    wantedForXml(xml, trustIn(ca)).revocation.map((each) => each.certificate.subject.commonName)
  assert.equal(wanted(first)[0], 'Nguyễn Văn Mẫu')
  assert.ok(wanted(stamped).length > wanted(first).length, String(wanted(stamped)))

  const lasting = withXmlEvidence(stamped, { ...listsOf(ca, at), certificates: [ca.issuing.certificate] })
  assert.deepEqual([verdict(lasting).level, verdict(lasting).state], ['B-LT', 'valid'])
  assert.deepEqual(wantedForXml(lasting, trustIn(ca, NO_EVIDENCE, at)), { revocation: [], issuerUrls: [] })
  assert.equal(withXmlEvidence(lasting, { ...NO_EVIDENCE, certificates: [ca.issuing.certificate] }), lasting)

  const archived = withArchiveTimeStamp(lasting, tokenFor(ca, archiveStampedBytes(lasting), at))
  assert.deepEqual([verdict(archived).level, verdict(archived).state], ['B-LTA', 'valid'])
  const renewed = withArchiveTimeStamp(
    withXmlEvidence(archived, listsOf(ca, NOW)),
    tokenFor(ca, archiveStampedBytes(withXmlEvidence(archived, listsOf(ca, NOW))), NOW),
  )
  assert.deepEqual(
    [verdict(renewed).level, verdict(renewed).state],
    ['B-LTA', 'valid'],
    JSON.stringify(verdict(renewed).findings),
  )

  // What came before the archive time stamp cannot be changed under it.
  const changed = Buffer.from(
    Buffer.from(archived)
      .toString()
      .replace(/(<xades:EncapsulatedCRLValue>.{60})(.)/, (_, start, sign) => `${start}${sign === 'A' ? 'B' : 'A'}`),
  )
  assert.ok(verdict(changed).findings.some(({ code }) => code === 'time_stamp.invalid'))
  assert.notEqual(verdict(changed).level, 'B-LTA')
})

test('a time stamp may come with the signature; a wrong one proves nothing and takes nothing', async () => {
  const prepared = prepareEnveloped(Buffer.from(MESSAGE), optionsOf(person))
  const [signature] = await person.signingKey.sign([prepared.hash])
  const good = finishXml(prepared, signature!, tokenFor(ca, stampedOf(prepared, signature!), STAMPED_AT))
  assert.deepEqual([judgeXml(good, trust)[0]!.level, judgeXml(good, trust)[0]!.state], ['B-T', 'valid'])
  assert.deepEqual(Buffer.from(stampedBytes(good)), Buffer.from(stampedOf(prepared, signature!)))
  const other = finishXml(prepared, signature!, tokenFor(ca, Buffer.from('another'), STAMPED_AT))
  const [verdict] = judgeXml(other, trust)
  assert.deepEqual([verdict!.state, verdict!.level, verdict!.provenAt], ['valid', 'B-B', null])
  assert.ok(verdict!.findings.some(({ code }) => code === 'time_stamp.invalid'))
  const bare = prepareEnveloped(Buffer.from(MESSAGE), { ...optionsOf(person), isBare: true })
  const [value] = await person.signingKey.sign([bare.hash])
  assert.throws(() => finishXml(bare, value!, Buffer.from('token')), NotSignable)
})

test('several sign one document: the next by Id beside the first, and never so that the first would break', async () => {
  const second = ca.issue({ name: 'Lê Văn Mẫu', usage: 'person' })
  const first = await signedMessage(person, { over: 'envelope' })
  const both = await finished(second, prepareEnveloped(first, { ...optionsOf(second), over: 'envelope' }))
  const expected = (root: Parameters<NonNullable<Parameters<typeof judgeXml>[2]>['expected'] & object>[0]) =>
    root.children.filter(
      (child) => typeof child === 'object' && child.kind === 'element' && child.local === 'edXMLEnvelope',
    ) as never[]
  const verdicts = judgeXml(both, trust, { expected })
  assert.deepEqual(
    verdicts.map(({ state, holder }) => [state, holder?.name]),
    [
      ['valid', 'Nguyễn Văn Mẫu'],
      ['valid', 'Lê Văn Mẫu'],
    ],
  )
  assert.ok(verdicts.every(({ covers }) => covers.length === 1 && covers[0]!.element?.local === 'edXMLEnvelope'))
  // A last one may cover all that is there; after that nothing can be added.
  const all = await finished(second, prepareEnveloped(both, optionsOf(second)))
  assert.deepEqual(
    judgeXml(all, trust, { expected }).map(({ state }) => state),
    ['valid', 'valid', 'valid'],
  )
  const code = (what: () => unknown) => {
    try {
      what()
      return 'done'
    } catch (error) {
      assert.ok(error instanceof NotSignable, String(error))
      return error.code
    }
  }
  const add = (xml: Uint8Array, more = {}) => code(() => prepareEnveloped(xml, { ...optionsOf(second), ...more }))
  assert.equal(add(all), 'breaks_signature')
  assert.equal(add(all, { over: 'envelope' }), 'breaks_signature')
  assert.equal(add(first, { over: 'envelope', into: 'envelope' }), 'breaks_signature')
  assert.equal(add(first, { over: 'nothing' }), 'id')
  const id = judgeXml(all, trust)[0]!.id!
  assert.equal(
    code(() => withXmlTimeStamp(all, tokenFor(ca, stampedBytes(all, id), STAMPED_AT), id)),
    'breaks_signature',
  )
  assert.equal(
    code(() => stampedBytes(all)),
    'no_signature',
  )
  assert.equal(
    code(() => stampedBytes(Buffer.from(MESSAGE))),
    'no_signature',
  )
  assert.equal(
    code(() => prepareDetached([{ name: '../a', bytes: first, mimeType: 'text/xml' }], optionsOf(second))),
    'name',
  )
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<a/>', 'utf16le')])
  assert.equal(add(utf16), 'encoding')
})

test('signing leaves every byte of the document as it was', async () => {
  const text = '\ufeff<?xml version="1.0"?>\r\n<!-- first --><a  b = \'1\'\r\n>Văn bản<![CDATA[<x>]]>&#65;</a><?end?>'
  const signed = Buffer.from(await signedMessage(person, {}, text)).toString('utf8')
  const start = signed.indexOf('<ds:Signature')
  const end = signed.indexOf('</ds:Signature>') + '</ds:Signature>'.length
  assert.equal(signed.slice(0, start) + signed.slice(end), text)
  assert.equal(judgeXml(Buffer.from(signed), trust)[0]!.state, 'valid')
})
