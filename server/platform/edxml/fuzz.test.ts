/** Bytes of nobody in particular: a message is read, or refused with a reason, and none that was changed is valid. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newAuthority } from '../signature/authority.ts'
import { listsOf, NOW, SIGNED_AT, trustIn } from '../signature/signed.fixture.ts'
import { finishXml } from '../signature/xades.ts'
import { attached, document, file, listed, PDF, status, typed } from './edxml.fixture.ts'
import { readOpened } from './read.ts'
import { judgeOpened, prepareMessage } from './sign.ts'
import { openMessage } from './tree.ts'
import { EdxmlUnreadable } from './unreadable.ts'

const ca = newAuthority({ algorithm: 'ecdsa-sha256' })
const office = ca.issue({ name: 'Văn phòng MẪU', usage: 'agency', algorithm: 'ecdsa-sha256' })
const trust = trustIn(ca, listsOf(ca, NOW))
const { chain, algorithm } = office

const prepared = prepareMessage(document({ attachments: [file('a.pdf'), file('b.docx')] }), {
  chain,
  algorithm,
  signedAt: SIGNED_AT,
  write: { packing: 'zip' },
})
const [signature] = await office.signingKey.sign([prepared.hash])
const SIGNED = Buffer.from(finishXml(prepared, signature!))
const TYPED = [
  typed({ references: listed('a.pdf'), attachments: attached('a.pdf', PDF.toString('base64')) }),
  typed({ prefix: '', before: '12' }),
  JSON.stringify(status(), (_, value) => (value instanceof Temporal.Instant ? value.toString() : value)),
].map((text) => Buffer.from(text))

const PIECES = [
  '<',
  '>',
  '</edXML>',
  '<edXML:From>',
  '<Signature>',
  '<!DOCTYPE a>',
  '<![CDATA[',
  '<!--',
  '&#0;',
  '&amp',
  ' xmlns:edXML="x"',
  ' Id="a"',
  'xlink:href="',
  '\0',
  '\u00ff',
  'N/A',
  '99/99/9999',
]
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.integer({ min: 0, max: 40 }),
  put: fc.oneof(fc.constantFrom(...PIECES), fc.constant('')),
})

function changed(bytes: Buffer, changes: readonly { at: number; drop: number; put: string }[]): Buffer {
  let now = bytes
  for (const { at, drop, put } of changes) {
    const place = Math.floor(at * now.length)
    now = Buffer.concat([now.subarray(0, place), Buffer.from(put, 'latin1'), now.subarray(place + drop)])
  }
  return now
}

/** The verdict, or the code of the refusal. Anything else thrown fails the test. */
function met(bytes: Uint8Array): string {
  try {
    const opened = openMessage(bytes)
    readOpened(opened)
    return judgeOpened(opened, trust).state
  } catch (error) {
    if (!(error instanceof EdxmlUnreadable)) throw error
    return error.code
  }
}

test('the message itself is valid', () => assert.equal(met(SIGNED), 'valid'))

test('changed anywhere, a signed message is never valid', () => {
  // Behind and before the root nothing is of the message, and names inside the signature are signed by nobody.
  const messageIn = (bytes: Buffer) => {
    const text = bytes.toString('utf8')
    const root = text.slice(text.indexOf('<edXML'), text.lastIndexOf('</edXML>') + '</edXML>'.length)
    return root.replace(/<ds:Signature[\s\S]*<\/ds:Signature\s*>/, '')
  }
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const bytes = changed(SIGNED, changes)
      if (met(bytes) === 'valid') assert.equal(messageIn(bytes), messageIn(SIGNED))
    }),
    { numRuns: 1_500 },
  )
})

test('whatever comes, it is read or refused with a reason', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TYPED), fc.array(change, { maxLength: 5 }), (bytes, changes) => {
      met(changed(bytes, changes))
    }),
    { numRuns: 1_500 },
  )
})

test('bytes of no message at all are refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) =>
      assert.ok(['xml', 'encoding', 'doctype', 'other_format'].includes(met(bytes))),
    ),
  )
})
