import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { newAuthority } from './authority.ts'
import { canonical } from './canonical.ts'
import { found, listsOf, NOW, STAMPED_AT, tokenFor, trustIn } from './signed.fixture.ts'
import { WORDS_XML } from './words-xml.ts'
import { stampedBytes, withXmlTimeStamp } from './xades-levels.ts'
import { processorSeconds, seeded } from './xml-random.fixture.ts'
import { signedMessage } from './xml-signed.fixture.ts'
import { childrenOf, readXmlTree, type XmlElement, XmlUnreadable } from './xml-tree.ts'
import { judgeXml } from './xml-verdict.ts'

const ca = newAuthority({ algorithm: 'ecdsa-sha256' })
const person = ca.issue({ name: 'Nguyễn Văn Mẫu', organization: 'Bộ MẪU', usage: 'person' })
const trust = { ...trustIn(ca), fetched: listsOf(ca, NOW) }
const EDXML = 'http://mau.test/edxml'
const envelopeOf = (root: XmlElement) => childrenOf(root, EDXML, 'edXMLEnvelope')
const judge = (xml: string | Uint8Array, expected?: (root: XmlElement) => readonly XmlElement[]) =>
  judgeXml(Buffer.from(xml), trust, expected && { expected })[0]!
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')
const signatureIn = (xml: string) => xml.slice(xml.indexOf('<ds:Signature '), xml.indexOf('</ds:Signature>') + 15)

test('an element with the same Id as the signed one', async () => {
  const signed = text(await signedMessage(person, { over: 'envelope' }))
  assert.equal(judge(signed, envelopeOf).state, 'valid')
  for (const name of ['Id', 'ID', 'id', 'xml:id']) {
    const two = signed.replace('</edXML:edXML>', `<edXML:Fake ${name}="envelope"/></edXML:edXML>`)
    assert.deepEqual([judge(two, envelopeOf).state, found(judge(two, envelopeOf))[0]], ['invalid', 'xml.id_twice'])
  }
  // An Id that no signature names may stand twice: it may be the number of something.
  const others = signed.replace('</edXML:edXML>', '<edXML:a id="1"/><edXML:a id="1"/></edXML:edXML>')
  assert.equal(judge(others, envelopeOf).state, 'valid')
})

test('the signed element moved away, and another put where it is read', async () => {
  const signed = text(await signedMessage(person, { over: 'envelope' }))
  const envelope = signed.slice(signed.indexOf('<edXML:edXMLEnvelope'), signed.indexOf('</edXML:edXMLEnvelope>') + 22)
  const fake = envelope.replace('Id="envelope"', 'Id="fake"').replace('nhiệm vụ', 'việc khác')
  const beside = signed.replace(envelope, `${fake}<edXML:Old>${envelope}</edXML:Old>`)
  const inside = signed
    .replace(envelope, fake)
    .replace('</ds:Signature>', `<ds:Object>${envelope}</ds:Object></ds:Signature>`)
  for (const xml of [beside, inside]) {
    const verdict = judge(xml, envelopeOf)
    assert.deepEqual([verdict.state, found(verdict)], ['invalid', ['xml.not_covered']])
    assert.equal(verdict.isWhole, false)
    assert.notEqual(judge(xml).state, 'valid')
  }
  const all = text(await signedMessage(person))
  const start = all.indexOf('<edXML:edXML ')
  const wrapped = `<edXML:edXML xmlns:edXML="${EDXML}">${all.slice(start).replace(signatureIn(all), '')}${signatureIn(all)}</edXML:edXML>`
  assert.deepEqual(found(judge(wrapped)), ['xml.document_changed'])
})

test('a caller reads what was verified, not what it looks like', async () => {
  const signed = text(await signedMessage(person, { over: 'envelope' }))
  const commented = signed.replace('nhiệm vụ', 'nhiệm <!-- không -->vụ')
  const [covered] = judge(commented, envelopeOf).covers
  assert.equal(covered!.element?.local, 'edXMLEnvelope')
  assert.match(text(covered!.bytes()), /thực hiện nhiệm vụ MẪU/)
})

test('a second SignedInfo, another certificate, another value, properties that are not signed', async () => {
  const signed = text(await signedMessage(person))
  const info = signed.slice(signed.indexOf('<ds:SignedInfo>'), signed.indexOf('</ds:SignedInfo>') + 16)
  assert.deepEqual(found(judge(signed.replace(info, info + info))), ['xml.signature_structure'])
  assert.equal(judge(signed.replace(info, info + info)).state, 'unverifiable')
  const other = ca.issue({ name: 'Kẻ Giả Mạo', usage: 'person' })
  const own = Buffer.from(person.certificate).toString('base64')
  const swapped = signed.replace(own, Buffer.from(other.certificate).toString('base64'))
  assert.deepEqual(found(judge(swapped)).slice(0, 2), ['xml.signature_wrong', 'xml.other_certificate'])
  const bad = text(await signedMessage(other))
  const value = (xml: string) => /<ds:SignatureValue[^>]*>([^<]*)/.exec(xml)![1]!
  assert.deepEqual(found(judge(signed.replace(value(signed), value(bad)))), ['xml.signature_wrong'])
  for (const broken of ['AAAA', 'A', '', '!!!!', value(signed).slice(4)])
    assert.notEqual(judge(signed.replace(value(signed), broken)).state, 'valid')
  const time = signed.replace('T10:00:00+07:00', 'T09:00:00+07:00')
  assert.notEqual(time, signed)
  assert.deepEqual([judge(time).state, judge(time).claimedAt], ['invalid', null])
  const bare = text(await signedMessage(person, { isBare: true }))
  const claimed = `<ds:Object><xades:QualifyingProperties xmlns:xades="http://uri.etsi.org/01903/v1.3.2#"><xades:SignedProperties><xades:SignedSignatureProperties><xades:SigningTime>2020-01-01T00:00:00Z</xades:SigningTime></xades:SignedSignatureProperties></xades:SignedProperties></xades:QualifyingProperties></ds:Object></ds:Signature>`
  const verdict = judge(bare.replace('</ds:Signature>', claimed))
  assert.deepEqual([verdict.format, verdict.claimedAt, verdict.state], ['XMLDSig', null, 'valid'])
  assert.ok(verdict.findings.some(({ code }) => code === 'xml.properties_unsigned'))
  const none = signed.replace(/<ds:KeyInfo>.*<\/ds:KeyInfo>/, '')
  assert.deepEqual([judge(none).state, found(judge(none))], ['unverifiable', ['cms.no_certificate']])
})

test('a signature in a wrong namespace cannot be verified, which is not invalid', async () => {
  const signed = text(await signedMessage(person))
  const children = signed.replaceAll(/(<\/?)ds:(SignedInfo|SignatureValue|KeyInfo)/g, '$1edXML:$2')
  const whole = signed.replaceAll(/(<\/?)ds:/g, '$1edXML:')
  for (const xml of [children, whole]) {
    assert.deepEqual(
      [judge(xml).state, found(judge(xml)), judge(xml).level],
      ['unverifiable', ['xml.signature_namespace'], null],
    )
    assert.deepEqual(judge(xml).covers, [])
  }
})

test('indented anew: invalid, and the reason says how', async () => {
  const signed = text(await signedMessage(person))
  const verdict = judge(signed.replace('  <edXML:edXMLEnvelope', '\t<edXML:edXMLEnvelope'))
  assert.deepEqual([verdict.state, found(verdict)], ['invalid', ['xml.document_changed']])
})

test('what is asked beyond what is read here is unverifiable', async () => {
  const signed = text(await signedMessage(person))
  const changed = (from: string | RegExp, to: string) => judge(signed.replace(from, to))
  const cases: [string | RegExp, string, string][] = [
    ['xmldsig-more#ecdsa-sha256', 'xmldsig-more#hmac-sha256', 'xml.algorithm_unknown'],
    [/CanonicalizationMethod Algorithm="[^"]*"/, 'CanonicalizationMethod Algorithm="urn:x"', 'xml.canonical_unknown'],
    ['xmldsig#enveloped-signature', 'xmldsig#base64', 'xml.transform_unknown'],
    [/xmlenc#sha256"><\/ds:DigestMethod>/, 'xmlenc#ripemd160"></ds:DigestMethod>', 'xml.hash_unknown'],
    ['URI=""', 'URI="#nothing"', 'xml.reference_missing'],
    ['URI=""', 'URI="http://mau.test/a"', 'xml.file_absent'],
    ['URI=""', 'URI="file:///etc/passwd"', 'xml.file_absent'],
    ['URI=""', 'URI="../../etc/passwd"', 'xml.file_absent'],
    [' URI=""', '', 'xml.reference_unknown'],
    ['URI=""', 'URI="#xpointer(/)"', 'xml.reference_missing'],
  ]
  for (const [from, to, code] of cases) {
    assert.notEqual(signed.replace(from, to), signed, to)
    assert.ok(found(changed(from, to)).includes(code), `${to}: ${found(changed(from, to))}`)
    assert.notEqual(changed(from, to).state, 'valid')
  }
})

test('signatures that ask for endless work come to an end', async () => {
  const signed = text(await signedMessage(person))
  const signature = signatureIn(signed)
  const reference = /<ds:Reference Id.*?<\/ds:Reference>/.exec(signed)![0]
  const big = `<a>${'<b>Văn bản</b>'.repeat(30_000)}`
  const seconds = processorSeconds(() => {
    assert.throws(() => judgeXml(Buffer.from(`${big}${signature.repeat(101)}</a>`), trust), XmlUnreadable)
    assert.throws(
      () => judgeXml(Buffer.from(`${big}${signature.replace(reference, reference.repeat(999)).repeat(50)}</a>`), trust),
      XmlUnreadable,
    )
    assert.equal(judge(signed.replace(reference, reference.repeat(2_000))).state, 'unverifiable')
    assert.equal(
      judge(
        signed.replace(
          /<ds:Transform /g,
          `${'<ds:Transform Algorithm="urn:x"></ds:Transform>'.repeat(50)}<ds:Transform `,
        ),
      ).state,
      'invalid',
    )
    const nested = `${'<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:Object>'.repeat(90)}${'</ds:Object></ds:Signature>'.repeat(90)}`
    assert.equal(judgeXml(Buffer.from(nested), trust).length, 90)
  })
  assert.ok(seconds < 15, `${seconds} s`)
})

test('a signed document changed anywhere is never valid unless what is signed is the same', async () => {
  const next = seeded(12)
  const plain = await signedMessage(person)
  const stamped = withXmlTimeStamp(plain, tokenFor(ca, stampedBytes(plain), STAMPED_AT))
  const form = { isExclusive: true, hasComments: false }
  const signedPart = (xml: Uint8Array) => {
    const document = readXmlTree(xml)
    const signature = document.root.children.find(
      (child) => typeof child === 'object' && child.kind === 'element' && child.local === 'Signature',
    )
    return canonical(document, form, signature as XmlElement)
  }
  const original = signedPart(plain)
  const states: Record<string, number> = {}
  for (let count = 0; count < 1_500; count++) {
    const bytes = Buffer.from(count % 2 === 0 ? plain : stamped)
    const at = next(bytes.length)
    const length = 1 + next(next(10) === 0 ? 400 : 4)
    const other = next(bytes.length)
    const part = bytes.subarray(other, other + length)
    const changed = [
      () => Buffer.concat([bytes.subarray(0, at), Buffer.from([next(256)]), bytes.subarray(at + 1)]),
      () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]),
      () => Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at)]),
      () => Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at + length)]),
      () => Buffer.concat([bytes.subarray(0, at), Buffer.from('"&<>/ =#A'.charAt(next(9))), bytes.subarray(at + 1)]),
    ][next(5)]!()
    let state = 'refused'
    try {
      const verdicts = judgeXml(changed, trust)
      state = verdicts[0]?.state ?? 'none'
      if (verdicts.some((each) => each.state === 'valid')) assert.equal(signedPart(changed), original)
    } catch (error) {
      assert.ok(error instanceof XmlUnreadable, String(error))
    }
    states[state] = (states[state] ?? 0) + 1
  }
  for (const state of ['invalid', 'unverifiable', 'refused']) assert.ok(states[state]! > 20, JSON.stringify(states))
})

test('every finding and error of XML has its words in both languages', () => {
  const codes = new Set<string>()
  for (const file of readdirSync(import.meta.dirname)) {
    if (!/^(x[am]|asic|beside|zip-file|canonical).*\.ts$/.test(file) || /\.(test|fixture)\.ts$/.test(file)) continue
    const source = readFileSync(join(import.meta.dirname, file), 'utf8')
    for (const [, code] of source.matchAll(/'((?:xml|asic|beside)\.[a-z_]+)'/g)) codes.add(code!)
    for (const [, code] of source.matchAll(/(?:XmlUnreadable|#fail)\('([a-z]+)'/g)) codes.add(`xml.unreadable_${code}`)
    for (const [, code] of source.matchAll(/ContainerUnreadable\(\s*'([a-z_]+)'/g)) codes.add(`asic.unreadable_${code}`)
    if (file === 'zip-file.ts')
      for (const code of ['bomb', 'encrypted', 'damaged', 'headers']) codes.add(`asic.unreadable_${code}`)
    for (const [, code] of source.matchAll(/NotSignable\('([a-z_]+)'/g)) codes.add(`xml.not_signable_${code}`)
  }
  assert.ok(codes.size > 30)
  assert.deepEqual(
    [...codes].filter((code) => WORDS_XML[code] === undefined),
    [],
  )
  for (const [code, { vi, en }] of Object.entries(WORDS_XML)) {
    const params = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
    assert.deepEqual(params(vi), params(en), code)
    assert.ok(codes.has(code), `${code} is used nowhere`)
  }
})
