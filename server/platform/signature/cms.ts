/** Detached signatures of CMS at the baseline levels of CAdES and PAdES (ETSI EN 319 122-1, 319 142-1): made, raised, judged. */
import { hash as hashData } from 'node:crypto'
import type { Hash } from './algorithms.ts'
import { assess } from './assessment.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import type { Evidence, Trust } from './chain.ts'
import { integer, isSame, listOf, oid, setOf, TAG, time, tlv, toHex, Unreadable, type Value } from './der.ts'
import { OID } from './names.ts'
import {
  attribute,
  certificateOf,
  checkSigner,
  contentInfo,
  readSignedData,
  type SignedData,
  type SignedDataParts,
  type Signer,
  signedAttributesDer,
  signedDataDer,
  signedDataParts,
  signerInfoDer,
  single,
} from './signed-data.ts'
import { hashOf, type SignatureAlgorithm } from './signer.ts'
import { type Hand, handOf, standingOf, type Unanswered } from './standing.ts'
import { judgeToken, readToken } from './time-stamp.ts'
import { type Finding, type SignatureVerdict, stateOf } from './verdict.ts'

export interface ToSign {
  /** Hash, by `hashOf(algorithm)`, of the content that is signed. */
  contentHash: Uint8Array
  /** DER; the signer's own first. */
  chain: readonly Uint8Array[]
  algorithm: SignatureAlgorithm
  /** Left out for PAdES, whose time is in the dictionary. */
  claimedAt?: Date
}

/** Between the two steps. Plain data: it survives JSON with base64. */
export interface PreparedCms {
  /** What `SigningKey.sign` takes. */
  hash: Uint8Array
  /** DER `SET OF Attribute`: what the hash is of. */
  signedAttributes: Uint8Array
  chain: readonly Uint8Array[]
  algorithm: SignatureAlgorithm
}

/** @throws Unreadable if the signer's certificate cannot be read; RangeError if the hash has another length */
export function prepareCms({ contentHash, chain, algorithm, claimedAt }: ToSign): PreparedCms {
  const name = hashOf(algorithm)
  if (contentHash.length !== (name === 'sha256' ? 32 : 48))
    throw new RangeError(`a ${name} hash does not have ${contentHash.length} bytes`)
  const signedAttributes = signedAttributesDer({
    contentType: OID.data,
    contentHash,
    certificate: signersOwn(chain).bytes,
    signingTime: claimedAt && time(claimedAt),
  })
  return { hash: hashData(name, signedAttributes, 'buffer'), signedAttributes, chain, algorithm }
}

/**
 * DER `ContentInfo`, detached.
 * @param signature as `SigningKey.sign` gives it
 * @param timeStampToken of the hash of `signature`
 */
export function finishCms(prepared: PreparedCms, signature: Uint8Array, timeStampToken?: Uint8Array): Uint8Array {
  const { signedAttributes, chain, algorithm } = prepared
  const signer = signerInfoDer({
    certificate: signersOwn(chain),
    algorithm,
    signedAttributes,
    signature,
    unsignedAttributes: timeStampToken && [attribute(OID.timeStampToken, timeStampToken)],
  })
  return signedDataDer({ algorithm, contentType: OID.data, certificates: chain, signer })
}

function signersOwn(chain: readonly Uint8Array[]) {
  if (chain[0] === undefined) throw new RangeError('a signature needs the certificate of its signer')
  return readCertificate(chain[0])
}

/**
 * A signature with one time stamp more, as an unsigned attribute of the signer whose signature it is of.
 * @throws Unreadable if either cannot be read, or the token is of none of the signatures
 */
export function withTimeStamp(cms: Uint8Array, token: Uint8Array): Uint8Array {
  const parts = signedDataParts(cms)
  const { hash, imprint } = readToken(token)
  const { signers } = readSignedData(cms)
  const place = signers.findIndex(({ signature }) => isSame(imprint, hashData(hash, signature, 'buffer')))
  if (place === -1) throw new Unreadable('time_stamp.other', 'the token is of none of the signatures')
  const written = parts.signers.children.map((signer, index) => {
    if (index !== place) return signer.bytes
    const fields = [...signer.children]
    const unsigned = fields.at(-1)!.tag === 0xa1 ? fields.pop()!.children : []
    const attributes = [...unsigned.map(({ bytes }) => bytes), attribute(OID.timeStampToken, token)]
    return listOf(TAG.sequence, [...fields.map(({ bytes }) => bytes), setOf(attributes, 0xa1)])
  })
  return rewritten(parts, { signers: written })
}

/**
 * A signature with the certificates, CRLs and OCSP answers to check it later (B-LT), in the places of `SignedData` that no
 * signature covers (EN 319 122-1 6.3: certificates and crls). What is there already is not added again.
 * @throws Unreadable
 */
export function withEvidence(cms: Uint8Array, evidence: Evidence): Uint8Array {
  const parts = signedDataParts(cms)
  const answers = evidence.ocsps.map((answer) => tlv(0xa1, oid(OID.ocspInCms), answer))
  return rewritten(parts, {
    certificates: distinct([...bytesOf(parts.certificates), ...evidence.certificates]),
    crls: distinct([...bytesOf(parts.crls), ...evidence.crls, ...answers]),
  })
}

const bytesOf = (list: Value | null) => (list?.children ?? []).map(({ bytes }) => bytes)

const distinct = (list: readonly Uint8Array[]) => [...new Map(list.map((each) => [toHex(each), each])).values()]

/** The same with some parts replaced; all others keep their bytes, because others signed or stamped them. */
function rewritten(
  parts: SignedDataParts,
  changed: { certificates?: readonly Uint8Array[]; crls?: readonly Uint8Array[]; signers?: readonly Uint8Array[] },
): Uint8Array {
  const certificates = changed.certificates ?? bytesOf(parts.certificates)
  const crls = changed.crls ?? bytesOf(parts.crls)
  // RFC 5652 5.1: version 5 where `crls` holds more than CRLs.
  const version = crls.some((each) => each[0] !== TAG.sequence) ? integer(5) : parts.version.bytes
  return contentInfo([
    version,
    parts.hashes.bytes,
    parts.encapsulated.bytes,
    ...(certificates.length === 0 ? [] : [setOf(certificates, 0xa0)]),
    ...(crls.length === 0 ? [] : [setOf(crls, 0xa1)]),
    setOf(changed.signers ?? bytesOf(parts.signers)),
  ])
}

/** The signature of the first signer: what a signature time stamp is about. @throws Unreadable */
export function signatureValueOf(cms: Uint8Array): Uint8Array {
  const [signer] = readSignedData(cms).signers
  if (signer === undefined) throw new Unreadable('cms.unreadable', 'SignedData without a signer')
  return signer.signature
}

/** What to fetch before a signature can be judged, and raised to B-LT. */
export interface Wanted {
  /** Each to be asked after by OCSP, at the addresses in `certificate`, or looked up in a CRL. */
  revocation: readonly Unanswered[]
  /** Where certificates lie that are missing between one of the file and an anchor. */
  issuerUrls: readonly string[]
}

/**
 * What is missing for a signature and its time stamps, or for a token alone, to be judged as of now.
 * @throws Unreadable
 */
export function wantedFor(cms: Uint8Array, trust: Trust): Wanted {
  const data = readSignedData(cms)
  const tokens = data.signers.flatMap(({ unsignedAttributes }) =>
    (unsignedAttributes.get(OID.timeStampToken) ?? []).slice(0, MAX_STAMPS),
  )
  const all = [data, ...tokens.map(({ bytes }) => readSignedData(bytes))]
  const hand = handOf(trust, all)
  const certificates = all
    .flatMap(({ signers }) => signers)
    .map((signer) => certificateOf(signer, hand.all.certificates))
    .filter((certificate) => certificate !== null)
  return wantedOf(certificates, trust, hand)
}

/** What is missing for these certificates to be judged as of now. */
export function wantedOf(certificates: readonly Certificate[], trust: Trust, hand: Hand): Wanted {
  const instant = { at: trust.now, isProven: false, claimedAt: null }
  const revocation = new Map<string, Unanswered>()
  const issuerUrls = new Set<string>()
  for (const certificate of certificates) {
    const { chain, unanswered } = standingOf(certificate, instant, trust, hand)
    for (const each of unanswered) revocation.set(each.certificate.fingerprint, each)
    if (!chain.isAnchored) for (const url of chain.certificates.at(-1)!.issuerUrls) issuerUrls.add(url)
  }
  return { revocation: [...revocation.values()], issuerUrls: [...issuerUrls] }
}

// Judging

/**
 * Judges a detached signature. Never throws for what the signature holds.
 * @param contentHash hash of the signed content by an algorithm as `node:crypto` names it
 * @param claimedAt the time that the container gives, if it is not in the signature itself
 */
export function judgeCms(
  cms: Uint8Array,
  contentHash: (algorithm: string) => Uint8Array,
  trust: Trust,
  claimedAt: Date | null = null,
): SignatureVerdict {
  const verdicts = judgeSigners(cms, contentHash, trust, claimedAt)
  const [first, ...others] = verdicts
  if (first === undefined) return unreadable(new Unreadable('cms.no_signer', 'nobody signed'))
  if (others.length === 0) return first
  // One statement for all: as good as the worst, with everything that was found.
  const findings = [...verdicts.flatMap((each) => each.findings), severalSigners(verdicts.length)]
  const levels = verdicts.map(({ level }) => level)
  const level = levels.includes(null) ? null : (levels.sort()[0] ?? null)
  return { ...first, state: stateOf(findings), level, findings }
}

const severalSigners = (count: number): Finding => ({ code: 'cms.several_signers', weight: 'note', params: { count } })

/** As `judgeCms`, one verdict for each signer. */
export function judgeSigners(
  cms: Uint8Array,
  contentHash: (algorithm: string) => Uint8Array,
  trust: Trust,
  claimedAt: Date | null = null,
): SignatureVerdict[] {
  try {
    const data = readSignedData(cms)
    const hashes = new Map<string, Uint8Array>()
    const hashOnce = (algorithm: string) => {
      const known = hashes.get(algorithm) ?? contentHash(algorithm)
      hashes.set(algorithm, known)
      return known
    }
    return data.signers.map((signer) => {
      try {
        return judgeSigner(signer, data, hashOnce, trust, claimedAt)
      } catch (error) {
        return unreadable(error)
      }
    })
  } catch (error) {
    return [unreadable(error)]
  }
}

const NOTHING = { format: 'CAdES', kind: 'signature', isWhole: true } as const

function unreadable(error: unknown): SignatureVerdict {
  if (!(error instanceof Unreadable)) throw error
  const findings: Finding[] = [{ code: error.code, weight: 'doubt', params: { detail: error.message } }]
  return { ...NOTHING, state: 'unverifiable', level: null, holder: null, claimedAt: null, provenAt: null, findings }
}

function judgeSigner(
  signer: Signer,
  data: SignedData,
  contentHash: (algorithm: string) => Uint8Array,
  trust: Trust,
  claimedByContainer: Date | null,
): SignatureVerdict {
  const { signature, signedAttributes, unsignedAttributes } = signer
  const values = valuesOf(signer)
  const hand = handOf(trust, [data], values)
  const signedTime = signedAttributes && single(signedAttributes, OID.signingTime)
  const claimedAt = signedTime?.time() ?? claimedByContainer
  const beside = trustBeside(trust, data, values)
  const stamps = (unsignedAttributes.get(OID.timeStampToken) ?? [])
    .slice(0, MAX_STAMPS)
    .map(({ bytes }) => judgeToken(bytes, (algorithm) => hashData(algorithm, signature, 'buffer'), beside))
  const certificate = certificateOf(signer, hand.all.certificates)
  const check = certificate && checkSigner(signer, certificate, data.contentType, signedHash(data, contentHash))
  if (check && isHashInside(data, contentHash))
    check.findings.push({ code: 'cms.weak_hash', weight: 'doubt', params: { hash: 'sha1' } })
  return { ...NOTHING, ...assess({ certificate, check, stamps, claimedAt }, trust, hand) }
}

const MAX_STAMPS = 5

/** A stamp may be checked with what lies in the signature beside it. */
function trustBeside(trust: Trust, { certificates, crls, ocsps }: SignedData, values: Evidence): Trust {
  const { evidence } = trust
  return {
    ...trust,
    evidence: {
      certificates: [...evidence.certificates, ...certificates.map(({ bytes }) => bytes), ...values.certificates],
      crls: [...evidence.crls, ...crls, ...values.crls],
      ocsps: [...evidence.ocsps, ...ocsps, ...values.ocsps],
    },
  }
}

/** Old PDF signatures (adbe.pkcs7.sha1) sign the SHA-1 hash of the file as if it were the file. */
function isHashInside({ content }: SignedData, contentHash: (algorithm: string) => Uint8Array): boolean {
  return content !== null && content.length === 20 && isSame(content, contentHash('sha1'))
}

function signedHash(data: SignedData, contentHash: (algorithm: string) => Uint8Array): (algorithm: Hash) => Uint8Array {
  return isHashInside(data, contentHash) ? (algorithm) => hashData(algorithm, data.content!, 'buffer') : contentHash
}

/** Certificates, CRLs and OCSP answers among the attributes: of older CAdES, unsigned, and of Adobe, signed. */
function valuesOf({ signedAttributes, unsignedAttributes }: Signer): Evidence {
  const crls: Uint8Array[] = []
  const ocsps: Uint8Array[] = []
  const take = (values: Value | null) => {
    for (const part of values?.children ?? []) {
      const list = part.tag === 0xa0 ? crls : part.tag === 0xa1 ? ocsps : null
      if (list !== null) for (const { bytes } of part.at(0).children) list.push(bytes)
    }
  }
  take(single(unsignedAttributes, OID.revocationValues))
  if (signedAttributes !== null) take(single(signedAttributes, OID.adobeRevocation))
  return { certificates: bytesOf(single(unsignedAttributes, OID.certificateValues)), crls, ocsps }
}
