/** Hostile bytes end in a named error or a value, in bounded time; what pkijs reads too, it reads as we do. */
import assert from 'node:assert/strict'
import { hash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { fromBER } from 'asn1js'
import * as pkijs from 'pkijs'
import { newAuthority } from './authority.ts'
import { readCertificate } from './certificate.ts'
import { judgeSigners, withEvidence, withTimeStamp } from './cms.ts'
import { entryOf, readCrl } from './crl.ts'
import { derOf, readDer, Unreadable } from './der.ts'
import { mutated, randomFrom } from './fuzz.fixture.ts'
import { OID } from './names.ts'
import { readOcsp } from './ocsp.ts'
import { CONTENT, listsOf, NOW, SIGNED_AT, STAMPED_AT, signed, stamped, tokenFor, trustIn } from './signed.fixture.ts'
import { readSignedData } from './signed-data.ts'
import { judgeToken, readToken, timeStampRequest, tokenOf } from './time-stamp.ts'
import type { SignatureVerdict } from './verdict.ts'
import { WORDS_CORE } from './words-core.ts'
import { KEY_WORDS } from './words-keys.ts'

const SEED = Number(process.env.FUZZ_SEED ?? 20261130)
const TIMES = Number(process.env.FUZZ_TIMES ?? 3000)

const authority = newAuthority({ algorithm: 'ecdsa-sha256' })
const person = authority.issue({
  name: 'Nguyễn Văn Mẫu',
  organization: 'Cơ quan MẪU',
  units: ['Văn phòng'],
  identifier: 'CCCD:001099000000',
  usage: 'person',
  ocspUrl: 'http://ocsp.mau.example/',
  crlUrl: 'http://crl.mau.example/ca.crl',
})
const REVOKED = [
  { serial: person.serial, at: STAMPED_AT, reason: 1, invalidFrom: SIGNED_AT },
  { serial: '0102', at: SIGNED_AT },
]
const crl = authority.crl({ at: NOW, revoked: REVOKED })
const ocsp = authority.ocsp(person.serial, { at: NOW, status: 'revoked', revokedAt: STAMPED_AT, reason: 4 })
const asked = { hash: hash('sha256', CONTENT, 'buffer'), nonce: randomBytes(8) }
const response = authority.timeStamp(timeStampRequest(asked.hash, asked.nonce), STAMPED_AT)
const token = tokenFor(authority, CONTENT, STAMPED_AT)
const bare = await signed(person)
const full = withEvidence(stamped(authority, bare), { ...listsOf(authority, NOW), ocsps: [ocsp] })
const corpus = [person.certificate, authority.root.certificate, crl, ocsp, response, token, bare, full]
const trust = trustIn(authority, listsOf(authority, NOW))
const contentHash = (algorithm: string) => hash(algorithm, CONTENT, 'buffer')

/** Runs over many changed forms; an error that is not ours, or a form that takes long, is reported with its bytes. */
function overMutations(of: readonly Uint8Array[], read: (bytes: Uint8Array) => unknown, times = TIMES): number {
  const random = randomFrom(SEED)
  let values = 0
  for (let turn = 0; turn < times; turn++) {
    const bytes = mutated(of[turn % of.length]!, corpus, random)
    const started = performance.now()
    try {
      read(bytes)
      values++
    } catch (error) {
      if (!(error instanceof Unreadable))
        throw new Error(`seed ${SEED}, turn ${turn}: ${Buffer.from(bytes).toString('base64')}`, { cause: error })
      if (!(error.code in WORDS_CORE)) throw new Error(`${error.code} has no sentence`)
    }
    const took = performance.now() - started
    assert.ok(took < 1000, `seed ${SEED}, turn ${turn} took ${took} ms`)
  }
  return values
}

function readsAnyValue(bytes: Uint8Array): void {
  const visit = (value: ReturnType<typeof readDer>) => {
    if (value.tag & 0x20) value.children.forEach(visit)
  }
  const value = readDer(bytes, 'ber')
  visit(value)
  derOf(value)
}

test('values', () => {
  assert.ok(overMutations(corpus, readsAnyValue) > TIMES / 20)
})

test('certificates', () => {
  assert.ok(overMutations([person.certificate, authority.issuing.certificate], readCertificate) > TIMES / 20)
})

test('lists of revoked certificates', () => {
  const read = (bytes: Uint8Array) => entryOf(readCrl(bytes), 'ffff')
  assert.ok(overMutations([crl], read) > TIMES / 20)
})

test('OCSP answers', () => {
  assert.ok(overMutations([ocsp], readOcsp) > TIMES / 20)
})

test('answers of time-stamp authorities', () => {
  assert.ok(overMutations([response], (bytes) => tokenOf(bytes, asked)) > TIMES / 100)
})

test('adding to a signature', () => {
  const read = (bytes: Uint8Array) =>
    withEvidence(
      withTimeStamp(bytes, tokenFor(authority, readSignedData(bytes).signers[0]!.signature, NOW)),
      trust.evidence,
    )
  assert.ok(
    overMutations([bare], (bytes) => (readSignedData(bytes).signers.length === 0 ? null : read(bytes)), TIMES / 10) > 0,
  )
})

const hasSentences = (findings: SignatureVerdict['findings']) => {
  for (const { code } of findings) assert.ok(code in WORDS_CORE, `${code} has no sentence`)
}

/** Where a signature could be changed without anybody seeing it: what is not signed, by design. */
test('verdicts: never an error, and never valid for other signed bytes', () => {
  const original = judgeSigners(bare, contentHash, trust)[0]!
  assert.equal(original.state, 'valid')
  const before = readSignedData(bare).signers[0]!
  let valid = 0
  overMutations([bare, full], (bytes) => {
    for (const verdict of judgeSigners(bytes, contentHash, trust)) {
      hasSentences(verdict.findings)
      if (verdict.state !== 'valid') continue
      valid++
      assert.equal(verdict.holder?.serial, person.serial)
      assert.equal(verdict.claimedAt, SIGNED_AT.toISOString())
      assert.ok(verdict.provenAt === null || verdict.provenAt === STAMPED_AT.toISOString())
      const { signedForms } = readSignedData(bytes).signers[0]!
      assert.deepEqual(signedForms[0], before.signedForms[0])
    }
  })
  assert.ok(valid > 0)
})

test('verdicts of time stamps', () => {
  overMutations([token], (bytes) => {
    const verdict = judgeToken(bytes, contentHash, trust)
    hasSentences(verdict.findings)
    if (verdict.state === 'valid') assert.equal(verdict.at, STAMPED_AT.toISOString())
  })
})

// What pkijs reads

const theirs = <T>(bytes: Uint8Array, read: (schema: ReturnType<typeof fromBER>['result']) => T): T | null => {
  try {
    const { result, offset } = fromBER(Uint8Array.from(bytes))
    return offset === bytes.length ? read(result) : null
  } catch {
    return null
  }
}
const ours = <T>(read: () => T): T | null => {
  try {
    return read()
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}
const hex = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as Uint8Array).toString('hex')

/** The fields of both, for originals and changed forms; returns how many both could read. */
function agree(
  of: readonly Uint8Array[],
  our: (bytes: Uint8Array) => unknown,
  their: (bytes: Uint8Array) => unknown,
): number {
  const random = randomFrom(SEED + 1)
  let both = 0
  for (let turn = 0; turn < TIMES / 3; turn++) {
    const original = of[turn % of.length]!
    const bytes = turn < of.length ? original : mutated(original, corpus, random)
    const mine = ours(() => our(bytes))
    // It takes the years before 100 for those after 1900.
    if (mine === null || /"00\d\d-/.test(JSON.stringify(mine))) continue
    const yours = their(bytes)
    if (yours === null) continue
    both++
    assert.deepEqual(mine, yours, `seed ${SEED + 1}, turn ${turn}: ${Buffer.from(bytes).toString('base64')}`)
  }
  return both
}

test('certificates, as pkijs reads them', () => {
  const our = (bytes: Uint8Array) => {
    const each = readCertificate(bytes)
    return {
      serial: each.serial,
      issuer: hex(each.issuer.bytes),
      subject: hex(each.subject.bytes),
      from: each.notBefore,
      until: each.notAfter,
      key: hex(each.keyBits),
      signature: hex(each.signature),
      signed: hex(each.signed),
    }
  }
  const their = (bytes: Uint8Array) =>
    theirs(bytes, (schema) => {
      const each = new pkijs.Certificate({ schema })
      return {
        serial: hex(each.serialNumber.valueBlock.valueHexView),
        issuer: hex(each.issuer.valueBeforeDecode),
        subject: hex(each.subject.valueBeforeDecode),
        from: each.notBefore.value,
        until: each.notAfter.value,
        key: hex(each.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView),
        signature: hex(each.signatureValue.valueBlock.valueHexView),
        signed: hex(each.tbsView),
      }
    })
  const both = agree([person.certificate, authority.root.certificate], our, their)
  assert.ok(both > TIMES / 100, `${both} were read by both`)
})

test('lists, as pkijs reads them', () => {
  const serials = REVOKED.map(({ serial }) => serial)
  const our = (bytes: Uint8Array) => {
    // We pass over entries of others unread; it reads them, and a value that is longer than its entry swallows the next.
    readsAnyValue(bytes)
    const list = readCrl(bytes)
    const entries = serials.map((serial) => entryOf(list, serial)?.at ?? null)
    return {
      issuer: hex(list.issuer.bytes),
      this: list.thisUpdate,
      next: list.nextUpdate,
      signed: hex(list.signed),
      entries,
    }
  }
  const their = (bytes: Uint8Array) =>
    theirs(bytes, (schema) => {
      const list = new pkijs.CertificateRevocationList({ schema })
      const entryFor = (serial: string) =>
        list.revokedCertificates?.find((each) => hex(each.userCertificate.valueBlock.valueHexView) === serial)
      return {
        issuer: hex(list.issuer.valueBeforeDecode),
        this: list.thisUpdate.value,
        next: list.nextUpdate?.value ?? null,
        signed: hex(list.tbsView),
        entries: serials.map((serial) => entryFor(serial)?.revocationDate.value ?? null),
      }
    })
  assert.ok(agree([crl], our, their) > TIMES / 100)
})

test('OCSP answers, as pkijs reads them', () => {
  const our = (bytes: Uint8Array) => {
    const { producedAt, statuses, signed: data, signature } = readOcsp(bytes)
    const said = statuses.map(({ serial, status, thisUpdate, nextUpdate }) => [serial, status, thisUpdate, nextUpdate])
    return { producedAt, said, signed: hex(data), signature: hex(signature) }
  }
  const names = ['good', 'revoked', 'unknown']
  const their = (bytes: Uint8Array) =>
    theirs(bytes, (schema) => {
      const outer = new pkijs.OCSPResponse({ schema })
      const inner = fromBER(Uint8Array.from(outer.responseBytes!.response.valueBlock.valueHexView)).result
      const basic = new pkijs.BasicOCSPResponse({ schema: inner })
      const said = basic.tbsResponseData.responses.map((each) => [
        hex(each.certID.serialNumber.valueBlock.valueHexView),
        names[each.certStatus.idBlock.tagNumber],
        each.thisUpdate,
        each.nextUpdate ?? null,
      ])
      return {
        producedAt: basic.tbsResponseData.producedAt,
        said,
        signed: hex(basic.tbsResponseData.tbsView),
        signature: hex(basic.signature.valueBlock.valueHexView),
      }
    })
  assert.ok(agree([ocsp], our, their) > TIMES / 100)
})

test('signatures and time stamps, as pkijs reads them', () => {
  const our = (bytes: Uint8Array) => {
    const { contentType, signers, crls, ocsps } = readSignedData(bytes)
    return {
      contentType,
      answers: crls.length + ocsps.length,
      signers: signers.map(({ serial, signature, signedForms }) => [serial, hex(signature), hex(signedForms.at(-1)!)]),
    }
  }
  const their = (bytes: Uint8Array) =>
    theirs(bytes, (schema) => {
      const data = new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema }).content })
      return {
        contentType: data.encapContentInfo.eContentType,
        answers:
          data.crls?.filter((each) => !('otherRevInfoFormat' in each) || each.otherRevInfoFormat === OID.ocspInCms)
            .length ?? 0,
        signers: data.signerInfos.map((each) => [
          hex((each.sid as pkijs.IssuerAndSerialNumber).serialNumber.valueBlock.valueHexView),
          hex(each.signature.valueBlock.valueHexView),
          hex(each.signedAttrs!.encodedValue),
        ]),
      }
    })
  assert.ok(agree([bare, token, full], our, their) > TIMES / 100)
  const ourTime = (bytes: Uint8Array) => {
    const { at, imprint, policy, serial } = readToken(bytes)
    return { at, imprint: hex(imprint), policy, serial }
  }
  const theirTime = (bytes: Uint8Array) =>
    theirs(bytes, (schema) => {
      const data = new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema }).content })
      const content = new Uint8Array(data.encapContentInfo.eContent!.getValue())
      const info = pkijs.TSTInfo.fromBER(content)
      return {
        at: info.genTime,
        imprint: hex(info.messageImprint.hashedMessage.valueBlock.valueHexView),
        policy: info.policy,
        serial: hex(info.serialNumber.valueBlock.valueHexView),
      }
    })
  assert.ok(agree([token], ourTime, theirTime) > TIMES / 100)
})

test('every finding and error that the code names has a sentence in both languages, and none is left over', () => {
  const sources = readdirSync(import.meta.dirname).filter(
    (name) => name.endsWith('.ts') && !/words|test|fixture/.test(name),
  )
  const text = sources.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')).join('')
  const named = new Set(
    [...text.matchAll(/'((?:der|algorithm|certificate|chain|revocation|ocsp|crl|time_stamp|cms)\.[a-z_0-9]+)'/g)].map(
      ([, code]) => code!,
    ),
  )
  // Made of the state of the stamp.
  for (const state of ['invalid', 'unverifiable']) named.add(`time_stamp.${state}`)
  // What a key refuses has its words beside the keys.
  const ofKeys = (code: string) => code in KEY_WORDS && !(code in WORDS_CORE)
  assert.deepEqual([...named].filter((code) => !ofKeys(code)).sort(), Object.keys(WORDS_CORE).sort())
  for (const [code, { vi, en }] of Object.entries(WORDS_CORE)) {
    const params = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
    assert.deepEqual(params(vi), params(en), code)
  }
})
