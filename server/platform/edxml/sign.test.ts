/** Signatures of messages: written, judged, attacked; `xmlsec1` is the verifier that we did not write. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newAuthority } from '../signature/authority.ts'
import { listsOf, NOW, SIGNED_AT, trustIn } from '../signature/signed.fixture.ts'
import { finishXml } from '../signature/xades.ts'
import { verifying, withoutXmlsec, xmlsec } from '../signature/xml-signed.fixture.ts'
import { document, file, status, typed } from './edxml.fixture.ts'
import type { Message } from './message.ts'
import { readMessage } from './read.ts'
import { judgeMessage, prepareMessage } from './sign.ts'

const ca = newAuthority({ algorithm: 'rsa-sha256' })
const office = ca.issue({ name: 'Văn phòng MẪU', usage: 'agency', algorithm: 'rsa-sha256' })
const trust = trustIn(ca, listsOf(ca, NOW))

async function signed(message: Message): Promise<Buffer> {
  const { chain, algorithm } = office
  const prepared = prepareMessage(message, { chain, algorithm, signedAt: SIGNED_AT, write: { packing: 'zip' } })
  const [signature] = await office.signingKey.sign([prepared.hash])
  return Buffer.from(finishXml(prepared, signature!))
}
const stateOf = (bytes: Uint8Array) => judgeMessage(bytes, trust).state
const changed = (bytes: Buffer, from: string | RegExp, to: string) => {
  const text = bytes.toString('utf8')
  const again = text.replace(from, to)
  assert.ok(again !== text, `${from} is not there`)
  return Buffer.from(again)
}

test('what we write and sign is valid, here and for xmlsec1, and stays the message it was', {
  skip: withoutXmlsec,
}, async (t) => {
  const large = document({ attachments: [file('lon.pdf', Buffer.alloc(2_000_000, 7))] })
  const files: Record<string, Buffer> = {}
  for (const [name, message] of Object.entries({ document: document(), status: status(), large }))
    files[`${name}.xml`] = await signed(message)
  const run = xmlsec(t, { 'root.der': ca.root.certificate, ...files })
  for (const [name, bytes] of Object.entries(files)) {
    assert.ok(run(...verifying('root.der', name)).isDone, name)
    const verdict = judgeMessage(bytes, trust)
    assert.equal(verdict.state, 'valid', JSON.stringify(verdict.signatures.map(({ findings }) => findings)))
    assert.equal(readMessage(bytes).isMended, false)
    assert.ok(bytes.includes('</ds:Signature></edXML:edXMLHeader>'), 'where readers of the axis look for it')
  }
})

test('what xmlsec1 refuses we refuse: one letter, one space, other lines', { skip: withoutXmlsec }, async (t) => {
  const good = await signed(document())
  const bad: Record<string, Buffer> = {
    'letter.xml': changed(good, 'Quảng Ninh', 'Quảng Nam'),
    'space.xml': changed(good, '><edXML:To>', '> <edXML:To>'),
    'indented.xml': changed(good, /></g, '>\n  <'),
    'attachment.xml': changed(good, /(<ContentTransferEncoded>)(.)/, '$1 $2'),
    'value.xml': changed(good, /(<ds:SignatureValue[^>]*>)(.{4})/, '$1AAAA'),
    'digest.xml': changed(good, /(<ds:DigestValue>)(.{4})/, '$1AAAA'),
  }
  const run = xmlsec(t, { 'root.der': ca.root.certificate, ...bad })
  for (const [name, bytes] of Object.entries(bad)) {
    assert.equal(run(...verifying('root.der', name)).isDone, false, name)
    assert.equal(stateOf(bytes), 'invalid', name)
    // Its content is read all the same, and the bytes are what is kept.
    assert.equal(readMessage(bytes).message.kind, 'document')
  }
})

test('white space outside the root is not signed, and changes nothing', async () =>
  assert.equal(stateOf(Buffer.concat([await signed(status()), Buffer.from('\n\n')])), 'valid'))

test('bytes before the declaration, an undeclared prefix: nothing can be said, and that is not invalid', async () => {
  const good = await signed(document())
  const { state, findings } = judgeMessage(Buffer.concat([Buffer.from('1212'), good]), trust)
  assert.deepEqual([state, findings.map(({ code }) => code)], ['unverifiable', ['edxml.mended']])
  const { signatures } = judgeMessage(
    changed(good, ' xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016"', ''),
    trust,
  )
  assert.equal(signatures.length, 1)
})

test('the children of a signature in the namespace of edXML: nobody can verify it, and that is not invalid', () => {
  const signature = '<Signature><SignedInfo/><SignatureValue/></Signature>'
  assert.equal(stateOf(Buffer.from(typed({ signature }))), 'unverifiable')
  assert.equal(stateOf(Buffer.from(typed())), 'none')
})

test('wrapping: a signature over a part, or over a message that was moved aside, counts for nothing', async () => {
  const good = (await signed(document())).toString('utf8')
  const [declaration, root] = [good.slice(0, good.indexOf('<edXML')), good.slice(good.indexOf('<edXML'))]
  // The signed message lies inside another root, whose own parts come first.
  const around = `${declaration}<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016"><edXML:edXMLEnvelope xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016"/>${root}</edXML>`
  assert.equal(stateOf(Buffer.from(around)), 'invalid')
  // The reference names a part by an Id of its own.
  const part = good.replace('<edXML:MessageHeader>', '<edXML:MessageHeader Id="a">').replace('URI=""', 'URI="#a"')
  assert.equal(stateOf(Buffer.from(part)), 'invalid')
})

test('two signatures: a second one over all of it breaks the first, and both are judged', async () => {
  const once = await signed(document())
  const [signature] = /<ds:Signature[\s\S]*<\/ds:Signature>/.exec(once.toString('utf8'))!
  const twice = changed(once, '</edXML:edXMLHeader>', `${signature}</edXML:edXMLHeader>`)
  const verdict = judgeMessage(twice, trust)
  assert.deepEqual([verdict.state, verdict.signatures.length], ['invalid', 2])
})
