/** OCSP (RFC 6960): the question, and what an answer says. */
import { hash as hashData } from 'node:crypto'
import { type Hash, hashAlgorithm, hashAlgorithmOf, isSignedBy, type Scheme, schemeOf } from './algorithms.ts'
import { type Certificate, extensionsOf, isIssuedBy, publicKeyOf, readCertificate } from './certificate.ts'
import {
  context,
  integer,
  isSame,
  octetString,
  oid,
  readDer,
  sequence,
  TAG,
  toHex,
  Unreadable,
  type Value,
} from './der.ts'
import { nameOf, OID } from './names.ts'
import { readableCertificates } from './signed-data.ts'

const MAX_ANSWER = 1024 * 1024
const MAX_SINGLES = 100

/** What an answer says of one certificate. */
export interface OcspStatus {
  hash: Hash
  issuerNameHash: Uint8Array
  issuerKeyHash: Uint8Array
  serial: string
  status: 'good' | 'revoked' | 'unknown'
  revokedAt: Date | null
  reason: number | null
  thisUpdate: Date
  nextUpdate: Date | null
  /** From when on ended certificates are still reported as revoked. */
  archiveCutoff: Date | null
}

export interface OcspAnswer {
  producedAt: Date
  /** The responder calls itself by one of the two. */
  responderName: string | null
  responderKeyHash: Uint8Array | null
  statuses: readonly OcspStatus[]
  nonce: Uint8Array | null
  certificates: readonly Certificate[]
  scheme: Scheme
  signed: Uint8Array
  signature: Uint8Array
}

/** `CertID` by SHA-1: the only form that every responder knows (RFC 5019 2.1.1). Nothing rests on its strength. */
export function certificateId(serial: string, issuer: Certificate): Uint8Array {
  return sequence(
    hashAlgorithm('sha1'),
    octetString(hashData('sha1', issuer.subject.bytes, 'buffer')),
    octetString(hashData('sha1', issuer.keyBits, 'buffer')),
    integer(Buffer.from(serial, 'hex')),
  )
}

/**
 * The question after one certificate.
 * @param nonce 16 to 32 random bytes, which many responders leave out of their answer
 * @throws Unreadable if a certificate cannot be read
 */
export function ocspRequest(certificate: Uint8Array, issuer: Uint8Array, nonce?: Uint8Array): Uint8Array {
  const id = certificateId(readCertificate(certificate).serial, readCertificate(issuer))
  const extensions =
    nonce === undefined ? [] : [context(2, sequence(sequence(oid(OID.ocspNonce), octetString(octetString(nonce)))))]
  return sequence(sequence(sequence(sequence(id)), ...extensions))
}

const RESPONSE_STATUS: Readonly<Record<number, string>> = {
  1: 'malformedRequest',
  2: 'internalError',
  3: 'tryLater',
  5: 'sigRequired',
  6: 'unauthorized',
}

const answers = new WeakMap<Uint8Array, OcspAnswer>()

/** Reads an `OCSPResponse`, or the `BasicOCSPResponse` inside alone, as some put it into signatures. @throws Unreadable */
export function readOcsp(bytes: Uint8Array): OcspAnswer {
  const known = answers.get(bytes)
  if (known !== undefined) return known
  if (bytes.length > MAX_ANSWER) throw new Unreadable('ocsp.unreadable', `OCSP answer of ${bytes.length} bytes`)
  const outer = readDer(bytes).as(TAG.sequence)
  const answer = basicOf(outer.at(0).tag === TAG.enumerated ? insideOf(outer) : outer)
  answers.set(bytes, answer)
  return answer
}

function insideOf(response: Value): Value {
  const status = response.at(0).small()
  if (status !== 0) throw new Unreadable('ocsp.refused', RESPONSE_STATUS[status] ?? `status ${status}`)
  const body = response.at(1).as(0xa0).at(0)
  const type = body.at(0).oid()
  if (type !== OID.ocspBasic) throw new Unreadable('ocsp.unreadable', `OCSP answer of type ${type}`)
  return readDer(body.at(1).octets()).as(TAG.sequence)
}

function basicOf(basic: Value): OcspAnswer {
  const data = basic.at(0).as(TAG.sequence)
  const [algorithm, signature, certificates] = basic.children.slice(1)
  if (signature === undefined) throw new Unreadable('ocsp.unreadable', 'OCSP answer without a signature')
  const fields = [...data.children]
  if (fields[0]?.tag === 0xa0) fields.shift()
  const [responder, producedAt, list, ...rest] = fields
  if (list === undefined) throw new Unreadable('ocsp.unreadable', 'OCSP answer without a list')
  const singles = list.as(TAG.sequence).children
  if (singles.length > MAX_SINGLES)
    throw new Unreadable('ocsp.unreadable', `${singles.length} certificates in one answer`)
  const extensions = rest.find(({ tag }) => tag === 0xa1)
  const nonce = extensions && extensionsOf(extensions.at(0)).find(({ identifier }) => identifier === OID.ocspNonce)
  return {
    producedAt: producedAt!.time(),
    responderName: responder!.tag === 0xa1 ? nameOf(responder!.at(0)).key : null,
    responderKeyHash: responder!.tag === 0xa2 ? responder!.at(0).octets() : null,
    statuses: singles.map(statusOf),
    nonce: nonce === undefined ? null : nonceIn(nonce.bytes),
    certificates: readableCertificates((certificates?.as(0xa0).at(0).children ?? []).map(({ bytes }) => bytes)),
    scheme: schemeOf(algorithm!),
    signed: data.bytes,
    signature: signature.bits(),
  }
}

/** An octet string in the extension's own; old responders give the bytes alone. */
function nonceIn(bytes: Uint8Array): Uint8Array {
  try {
    return readDer(bytes).octets()
  } catch {
    return bytes
  }
}

function statusOf(single: Value): OcspStatus {
  const [id, status, thisUpdate, ...rest] = single.as(TAG.sequence).children
  if (thisUpdate === undefined) throw new Unreadable('ocsp.unreadable', 'status without a time')
  const isRevoked = status!.tag === 0xa1
  if (!isRevoked && status!.tag !== 0x80 && status!.tag !== 0x82)
    throw new Unreadable('ocsp.unreadable', `${status}: is no status`)
  const reason = isRevoked ? status!.children[1] : undefined
  const nextUpdate = rest.find(({ tag }) => tag === 0xa0)
  const extensions = rest.find(({ tag }) => tag === 0xa1)
  const cutoff =
    extensions && extensionsOf(extensions.at(0)).find(({ identifier }) => identifier === OID.ocspArchiveCutoff)
  return {
    hash: hashAlgorithmOf(id!.at(0)),
    issuerNameHash: id!.at(1).octets(),
    issuerKeyHash: id!.at(2).octets(),
    serial: id!.at(3).integerHex(),
    status: isRevoked ? 'revoked' : status!.tag === 0x80 ? 'good' : 'unknown',
    revokedAt: isRevoked ? status!.at(0).time() : null,
    reason: reason === undefined ? null : reason.at(0).small(),
    thisUpdate: thisUpdate.time(),
    nextUpdate: nextUpdate === undefined ? null : nextUpdate.at(0).time(),
    archiveCutoff: cutoff === undefined ? null : readDer(cutoff.bytes).time(),
  }
}

/** What the answer says of a certificate of this issuer; undefined if it is about others. */
export function statusFor(answer: OcspAnswer, certificate: Certificate, issuer: Certificate): OcspStatus | undefined {
  return answer.statuses.find(
    ({ hash, serial, issuerKeyHash, issuerNameHash }) =>
      serial === certificate.serial &&
      isSame(issuerKeyHash, hashData(hash, issuer.keyBits, 'buffer')) &&
      // The name as the issuer writes it, or as the certificate writes it: they may differ in the types of their texts.
      [issuer.subject, certificate.issuer].some(({ bytes }) => isSame(issuerNameHash, hashData(hash, bytes, 'buffer'))),
  )
}

const authors = new WeakMap<OcspAnswer, WeakMap<Certificate, Certificate | null>>()

/**
 * Whose signature the answer bears: the issuer's, or that of a responder which the issuer itself appointed (RFC 6960
 * 4.2.2.2) and whose certificate was good when it answered. Null if of neither.
 * @param others further certificates that the responder's may be among
 */
export function authorOf(answer: OcspAnswer, issuer: Certificate, others: readonly Certificate[]): Certificate | null {
  const known = authors.get(answer)?.get(issuer)
  if (known) return known
  const author = [issuer, ...answer.certificates, ...others].find(
    (each) =>
      isCalled(answer, each) && (each === issuer || isAppointed(each, issuer, answer.producedAt)) && isBy(answer, each),
  )
  if (author === undefined) return null
  if (!authors.has(answer)) authors.set(answer, new WeakMap())
  authors.get(answer)!.set(issuer, author)
  return author
}

function isCalled({ responderName, responderKeyHash }: OcspAnswer, certificate: Certificate): boolean {
  if (responderName !== null) return responderName === certificate.subject.key
  return responderKeyHash !== null && isSame(responderKeyHash, hashData('sha1', certificate.keyBits, 'buffer'))
}

const isAppointed = (responder: Certificate, issuer: Certificate, at: Date) =>
  responder.purposes?.identifiers.includes(OID.ocspSigning) === true &&
  responder.issuer.key === issuer.subject.key &&
  responder.notBefore <= at &&
  at <= responder.notAfter &&
  isIssuedBy(responder, issuer)

function isBy({ scheme, signed, signature }: OcspAnswer, certificate: Certificate): boolean {
  const key = publicKeyOf(certificate)
  return key !== null && isSignedBy(key, scheme, signed, signature)
}

/**
 * Reads an answer that was just fetched, and checks that it is the one that was asked for.
 * @throws Unreadable if it is a refusal, about another certificate, or bears another nonce
 */
export function answerOf(
  response: Uint8Array,
  asked: { certificate: Uint8Array; issuer: Uint8Array; nonce?: Uint8Array },
): OcspAnswer {
  const answer = readOcsp(response)
  const [certificate, issuer] = [readCertificate(asked.certificate), readCertificate(asked.issuer)]
  if (statusFor(answer, certificate, issuer) === undefined)
    throw new Unreadable('ocsp.other', `the answer is not about certificate ${certificate.serial}`)
  if (asked.nonce !== undefined && answer.nonce !== null && !isSame(asked.nonce, answer.nonce))
    throw new Unreadable('ocsp.nonce', `nonce ${toHex(answer.nonce)} was not asked with`)
  return answer
}
