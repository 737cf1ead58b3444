/** Time stamps (RFC 3161, RFC 5816): asked for, taken from an answer, judged. */
import { hash as hashData } from 'node:crypto'
import { type Hash, hashAlgorithm, hashAlgorithmOf, isWeakHash } from './algorithms.ts'
import { holderOf } from './certificate.ts'
import { mayNotStamp, type Trust } from './chain.ts'
import { boolean, integer, isSame, octetString, readDer, sequence, TAG, toHex, Unreadable } from './der.ts'
import { OID } from './names.ts'
import { certificateOf, checkSigner, readSignedData, type SignedData } from './signed-data.ts'
import { handOf, standingOf } from './standing.ts'
import { type Finding, type Holder, stateOf, type VerdictState } from './verdict.ts'

/** What an authority vouches for: these bytes existed then. */
export interface TimeStamp {
  data: SignedData
  policy: string
  hash: Hash
  imprint: Uint8Array
  serial: string
  at: Date
  nonce: Uint8Array | null
}

/**
 * `TimeStampReq`, which asks for the authority's certificate too.
 * @param hash by `algorithm`
 * @param nonce 8 to 16 random bytes
 */
export function timeStampRequest(
  hash: Uint8Array,
  nonce: Uint8Array,
  algorithm: 'sha256' | 'sha384' | 'sha512' = 'sha256',
): Uint8Array {
  return sequence(integer(1), sequence(hashAlgorithm(algorithm), octetString(hash)), integer(nonce), boolean(true))
}

const STATUS: Readonly<Record<number, string>> = {
  2: 'rejection',
  3: 'waiting',
  4: 'revocationWarning',
  5: 'revocationNotification',
}
const FAILURE: Readonly<Record<number, string>> = {
  0: 'badAlg',
  2: 'badRequest',
  5: 'badDataFormat',
  14: 'timeNotAvailable',
  15: 'unacceptedPolicy',
  16: 'unacceptedExtension',
  17: 'addInfoNotAvailable',
  25: 'systemFailure',
}

/**
 * The token in an authority's answer.
 * @throws Unreadable `time_stamp.refused` with the authority's words, or if the token is of another hash or nonce
 */
export function tokenOf(response: Uint8Array, asked: { hash: Uint8Array; nonce: Uint8Array }): Uint8Array {
  const [info, token] = readDer(response, 'ber').as(TAG.sequence).children
  const status = info?.as(TAG.sequence).at(0).small()
  if (status !== 0 && status !== 1) throw new Unreadable('time_stamp.refused', refusal(status ?? -1, info!.children))
  if (token === undefined) throw new Unreadable('time_stamp.unreadable', 'granted, but without a token')
  const stamp = readToken(token.bytes)
  if (!isSame(stamp.imprint, asked.hash)) throw new Unreadable('time_stamp.other', 'the token is of another hash')
  if (stamp.nonce !== null && !isSame(trimmed(stamp.nonce), trimmed(asked.nonce)))
    throw new Unreadable('time_stamp.other', `the token answers another request (nonce ${toHex(stamp.nonce)})`)
  if (stamp.nonce === null) throw new Unreadable('time_stamp.other', 'the token does not repeat the nonce')
  return token.bytes
}

/** A nonce is a number: leading zeros say nothing. */
function trimmed(nonce: Uint8Array): Uint8Array {
  let from = 0
  while (from < nonce.length - 1 && nonce[from] === 0) from++
  return nonce.subarray(from)
}

function refusal(status: number, info: ReturnType<typeof readDer>['children']): string {
  const words = info
    .filter(({ tag }) => tag === TAG.sequence)
    .flatMap((each) => each.children.map((text) => text.text()))
  const flags = info.find(({ tag }) => tag === TAG.bitString)?.flags() ?? []
  const failures = flags.flatMap((isSet, bit) => (isSet ? [FAILURE[bit] ?? `failure ${bit}`] : []))
  return [STATUS[status] ?? `status ${status}`, ...failures, ...words].join(': ').slice(0, 500)
}

/** @throws Unreadable */
export function readToken(token: Uint8Array): TimeStamp {
  const data = readSignedData(token)
  if (data.contentType !== OID.tstInfo || data.content === null)
    throw new Unreadable('time_stamp.unreadable', 'signed data that is no time stamp')
  const [, policy, imprint, serial, at, ...rest] = readDer(data.content, 'ber').as(TAG.sequence).children
  if (at === undefined) throw new Unreadable('time_stamp.unreadable', 'time stamp without a time')
  return {
    data,
    policy: policy!.oid(),
    hash: hashAlgorithmOf(imprint!.at(0)),
    imprint: imprint!.at(1).octets(),
    serial: serial!.integerHex(),
    at: at.time(),
    nonce: rest.find(({ tag }) => tag === TAG.integer)?.content ?? null,
  }
}

export interface TimeStampVerdict {
  state: VerdictState
  /** What the authority vouches for, ISO 8601; it counts only if the state is valid. */
  at: string | null
  authority: Holder | null
  findings: readonly Finding[]
  /** All that is needed to check it came with the file. */
  isSelfContained: boolean
}

const CLOCKS_APART = 5 * 60_000
/** Reasons after which what was stamped before stays good (RFC 3161 4): moved, replaced, closed. */
const HARMLESS: readonly (number | null)[] = [0, 3, 4, 5]

/**
 * Judges a token of the bytes whose hash is given. Never throws for what the token holds.
 * @param hash of the stamped bytes, by an algorithm as `node:crypto` names it
 */
export function judgeToken(token: Uint8Array, hash: (algorithm: string) => Uint8Array, trust: Trust): TimeStampVerdict {
  try {
    return judged(readToken(token), hash, trust)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const findings: Finding[] = [{ code: error.code, weight: 'doubt', params: { detail: error.message } }]
    return { state: 'unverifiable', at: null, authority: null, findings, isSelfContained: false }
  }
}

function judged(stamp: TimeStamp, hash: (algorithm: string) => Uint8Array, trust: Trust): TimeStampVerdict {
  const { data, at } = stamp
  const findings: Finding[] = []
  if (!isSame(stamp.imprint, hash(stamp.hash))) findings.push({ code: 'time_stamp.other_imprint', weight: 'error' })
  if (isWeakHash(stamp.hash)) findings.push({ code: 'cms.weak_hash', weight: 'doubt', params: { hash: stamp.hash } })
  if (at.getTime() > trust.now.getTime() + CLOCKS_APART)
    findings.push({ code: 'time_stamp.in_future', weight: 'doubt', params: { at: at.toISOString() } })
  const result = (authority: Holder | null, isSelfContained: boolean): TimeStampVerdict => ({
    state: stateOf(findings),
    at: at.toISOString(),
    authority,
    findings,
    isSelfContained,
  })
  const [signer, ...more] = data.signers
  if (signer === undefined || more.length > 0) throw new Unreadable('time_stamp.unreadable', 'not one signer')
  const hand = handOf(trust, [data])
  const certificate = certificateOf(signer, hand.all.certificates)
  if (certificate === null) {
    findings.push({ code: 'time_stamp.no_certificate', weight: 'doubt' })
    return result(null, false)
  }
  const check = checkSigner(signer, certificate, OID.tstInfo, (algorithm) =>
    hashData(algorithm, data.content!, 'buffer'),
  )
  findings.push(...check.findings, ...mayNotStamp(certificate))
  if (!check.namesCertificate) findings.push({ code: 'time_stamp.certificate_not_named', weight: 'doubt' })
  if (at < certificate.notBefore || at > certificate.notAfter)
    findings.push({ code: 'time_stamp.outside_validity', weight: 'error' })
  else if ((trust.existedAt ?? trust.now) > certificate.notAfter)
    findings.push({
      code: 'time_stamp.authority_ended',
      weight: 'warning',
      params: { at: certificate.notAfter.toISOString() },
    })
  const standing = standingOf(certificate, { at, isProven: true, claimedAt: null }, trust, hand)
  findings.push(...standing.findings)
  // Whoever has its key can write any time: what is revoked after counts too, unless the token is known to be older.
  const revoked = standing.revocation?.state === 'good' ? standing.revocation.revoked : null
  const isOlder = revoked !== null && trust.existedAt !== undefined && trust.existedAt < revoked.at
  if (revoked !== null && !isOlder && !HARMLESS.includes(revoked.reason))
    findings.push({ code: 'time_stamp.authority_revoked', weight: 'doubt', params: { at: revoked.at.toISOString() } })
  return result(holderOf(certificate), standing.isSelfContained)
}
