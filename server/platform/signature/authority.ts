/**
 * A certificate authority for samples and tests: a root, an issuing authority, and what it issues. Nobody may trust it:
 * its names say MẪU. With the same keys and options it issues the same certificates.
 */
import { createPublicKey, generateKeyPairSync, hash, type KeyObject, sign } from 'node:crypto'
import { hashAlgorithmOf, signatureAlgorithm, signHash } from './algorithms.ts'
import { readCertificate } from './certificate.ts'
import {
  bitString,
  boolean,
  context,
  contextPrimitive,
  integer,
  isSame,
  listOf,
  NULL,
  octetString,
  oid,
  readDer,
  sequence,
  TAG,
  time,
  tlv,
  utf8,
} from './der.ts'
import { nameDer, OID } from './names.ts'
import { certificateId } from './ocsp.ts'
import { signedAttributesDer, signedDataDer, signerInfoDer } from './signed-data.ts'
import { hashOf, type SignatureAlgorithm, type SigningKey } from './signer.ts'

export type Usage = 'person' | 'agency' | 'timeStamp' | 'ocsp' | 'tls'

export interface AuthorityOptions {
  /** Of the keys of the two authorities, and of what they issue unless told otherwise. */
  algorithm?: SignatureAlgorithm
  /** Between the names of the two authorities. */
  organization?: string
  notBefore?: Date
  notAfter?: Date
  /** Private keys of the two authorities, for certificates that are the same each time. */
  keys?: { root: KeyObject; issuing: KeyObject }
  /** Where the root says its list of revoked certificates lies. */
  rootCrlUrl?: string
}

export interface IssueOptions {
  name: string
  organization?: string
  units?: readonly string[]
  /** `CCCD:000000000000`, `MST:0000000000`. */
  identifier?: string
  notBefore?: Date
  notAfter?: Date
  usage: Usage
  algorithm?: SignatureAlgorithm
  ocspUrl?: string
  crlUrl?: string
  /** A private key; a new one is drawn without it. */
  key?: KeyObject
  /** Further extensions, DER. */
  extensions?: readonly Uint8Array[]
}

export interface Issued {
  /** DER. */
  certificate: Uint8Array
  /** Hexadecimal. */
  serial: string
  key: KeyObject
  algorithm: SignatureAlgorithm
  /** DER: the holder's own, then the issuing authority's. The root is known to whoever trusts it. */
  chain: readonly Uint8Array[]
  signingKey: SigningKey
}

export interface Authority {
  /** Self-signed: what goes into a list of anchors. */
  root: Issued
  issuing: Issued
  issue(options: IssueOptions): Issued
  /** A list of revoked certificates: of the issuing authority, or of the root. */
  crl(options: CrlOptions): Uint8Array
  /**
   * An `OCSPResponse` to a request, or about a serial number (hexadecimal) of the issuing authority, by a responder that it
   * appointed. About the issuing authority itself the root answers.
   */
  ocsp(asked: Uint8Array | string, options: OcspOptions): Uint8Array
  /** A `TimeStampResp` to a request: granted, or refused where the request cannot be read. */
  timeStamp(request: Uint8Array, at: Date, by?: Issued): Uint8Array
}

export interface Revoked {
  /** Hexadecimal. */
  serial: string
  at: Date
  /** `CRLReason` (RFC 5280 5.3.1): 1 key lost, 4 replaced, 6 on hold. */
  reason?: number
  invalidFrom?: Date
}

export interface CrlOptions {
  revoked?: readonly Revoked[]
  at: Date
  /** Seven days later without it. */
  nextAt?: Date
  by?: 'issuing' | 'root'
  number?: number
  /** Further extensions, DER. */
  extensions?: readonly Uint8Array[]
}

export interface OcspOptions {
  status?: 'good' | 'revoked' | 'unknown'
  revokedAt?: Date
  reason?: number
  at: Date
  /** One day later without it; null leaves it out. */
  nextAt?: Date | null
  by?: Issued
}

/** Long enough for samples; both may be given. */
const NOT_BEFORE = new Date('2020-01-01T00:00:00Z')
const NOT_AFTER = new Date('2045-01-01T00:00:00Z')

export function newAuthority(options: AuthorityOptions = {}): Authority {
  const { algorithm = 'rsa-sha256', organization = 'MẪU', notBefore = NOT_BEFORE, notAfter = NOT_AFTER } = options
  const names = [`${organization} - Tổ chức chứng thực gốc`, `${organization} - Tổ chức chứng thực`] as const
  const [rootName, issuingName] = names.map((name) => authorityName(organization, name)) as [Uint8Array, Uint8Array]
  const rootKey = options.keys?.root ?? newKey(algorithm)
  const issuingKey = options.keys?.issuing ?? newKey(algorithm)
  const validity = { notBefore, notAfter }
  const byRoot = { issuer: rootName, issuerKey: rootKey, issuerAlgorithm: algorithm, algorithm }
  const crlUrls = options.rootCrlUrl === undefined ? [] : [crlPoints(options.rootCrlUrl)]
  const root = certify(
    { ...byRoot, ...validity, subject: rootName, key: rootKey, extensions: [authorityConstraints(), authorityUsage()] },
    [],
  )
  const issuing = certify(
    {
      ...byRoot,
      ...validity,
      subject: issuingName,
      key: issuingKey,
      extensions: [authorityConstraints(0), authorityUsage(), ...crlUrls],
    },
    [],
  )
  const issue = (asked: IssueOptions) => {
    const holderAlgorithm = asked.algorithm ?? algorithm
    return certify(
      {
        issuer: issuingName,
        issuerKey: issuingKey,
        issuerAlgorithm: algorithm,
        algorithm: holderAlgorithm,
        notBefore: asked.notBefore ?? notBefore,
        notAfter: asked.notAfter ?? notAfter,
        subject: holderName(asked),
        key: asked.key ?? newKey(holderAlgorithm),
        extensions: [...holderExtensions(asked), ...(asked.extensions ?? [])],
      },
      [issuing.certificate],
    )
  }
  let responder: Issued | undefined
  let stamper: Issued | undefined
  return {
    root,
    issuing,
    issue,
    crl: (asked) => crlDer(asked.by === 'root' ? root : issuing, asked),
    ocsp: (asked, how) => {
      responder ??= issue({ name: 'MẪU - OCSP', organization, usage: 'ocsp' })
      return ocspDer(asked, how, { root, issuing, responder: how.by ?? responder })
    },
    timeStamp: (request, at, by) => {
      if (by !== undefined) return timeStampDer(request, at, by)
      stamper ??= issue({ name: 'MẪU - Dấu thời gian', organization, usage: 'timeStamp' })
      return timeStampDer(request, at, stamper)
    },
  }
}

/** A new private key for an algorithm: RSA of 2048 bits, P-256 or P-384. */
export function newKey(algorithm: SignatureAlgorithm): KeyObject {
  if (algorithm === 'rsa-sha256') return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  return generateKeyPairSync('ec', { namedCurve: algorithm === 'ecdsa-sha256' ? 'P-256' : 'P-384' }).privateKey
}

const authorityName = (organization: string, name: string) =>
  nameDer([
    [OID.country, 'VN'],
    [OID.organization, organization],
    [OID.commonName, name],
  ])

function holderName({ name, organization, units = [], identifier }: IssueOptions): Uint8Array {
  return nameDer([
    [OID.country, 'VN'],
    ...(organization === undefined ? [] : [[OID.organization, organization] as const]),
    ...units.map((unit) => [OID.organizationalUnit, unit] as const),
    [OID.commonName, name],
    ...(identifier === undefined ? [] : [[OID.userId, identifier] as const]),
  ])
}

// Extensions

export const extension = (identifier: string, value: Uint8Array, isCritical = false): Uint8Array =>
  sequence(oid(identifier), ...(isCritical ? [boolean(true)] : []), octetString(value))

/** Bits of `KeyUsage` from the first; the zeros at the end are not written. */
function keyUsage(...bits: readonly number[]): Uint8Array {
  const last = Math.max(...bits)
  const byte = bits.reduce((sum, bit) => sum | (0x80 >> bit), 0)
  return extension(OID.keyUsage, bitString(Uint8Array.of(byte), 7 - last), true)
}

export const authorityUsage = () => keyUsage(5, 6)

export const authorityConstraints = (pathLength?: number) =>
  extension(
    OID.basicConstraints,
    sequence(boolean(true), ...(pathLength === undefined ? [] : [integer(pathLength)])),
    true,
  )

const purposes = (isCritical: boolean, ...identifiers: readonly string[]) =>
  extension(OID.extendedKeyUsage, sequence(...identifiers.map(oid)), isCritical)

const url = (address: string) => tlv(0x86, Buffer.from(address, 'latin1'))

const crlPoints = (address: string) =>
  extension(OID.crlDistributionPoints, sequence(sequence(context(0, context(0, url(address))))))

function holderExtensions({ usage, ocspUrl, crlUrl }: IssueOptions): Uint8Array[] {
  const extensions = [extension(OID.basicConstraints, sequence())]
  switch (usage) {
    case 'person':
    case 'agency':
      extensions.push(keyUsage(0, 1), purposes(false, OID.emailProtection, OID.documentSigning))
      break
    case 'timeStamp':
      extensions.push(keyUsage(0, 1), purposes(true, OID.timeStamping))
      break
    case 'ocsp':
      extensions.push(keyUsage(0), purposes(false, OID.ocspSigning))
      // Where it names no list of its own, nobody could look it up.
      if (crlUrl === undefined) extensions.push(extension(OID.ocspNoCheck, NULL))
      break
    case 'tls':
      extensions.push(keyUsage(0, 2), purposes(false, OID.serverAuth))
  }
  if (ocspUrl !== undefined)
    extensions.push(extension(OID.authorityInfoAccess, sequence(sequence(oid(OID.ocsp), url(ocspUrl)))))
  if (crlUrl !== undefined) extensions.push(crlPoints(crlUrl))
  return extensions
}

// Certificates

export interface ToIssue {
  issuer: Uint8Array
  issuerKey: KeyObject
  issuerAlgorithm: SignatureAlgorithm
  subject: Uint8Array
  key: KeyObject
  algorithm: SignatureAlgorithm
  notBefore: Date
  notAfter: Date
  extensions: readonly Uint8Array[]
}

/** Any certificate at all, right or wrong: what `issue` is made of. */
export function certify(asked: ToIssue, above: readonly Uint8Array[] = []): Issued {
  const { issuer, issuerKey, issuerAlgorithm, subject, key, algorithm, notBefore, notAfter } = asked
  const keyInfo = createPublicKey(key).export({ format: 'der', type: 'spki' })
  const validity = sequence(time(notBefore), time(notAfter))
  // Unique for what is certified, and the same for the same; positive, and not so long that anyone refuses it.
  const serial = hash(
    'sha256',
    Buffer.concat([issuer, subject, keyInfo, validity, ...asked.extensions]),
    'buffer',
  ).subarray(0, 16)
  serial[0] = 0x40 | (serial[0]! & 0x3f)
  const toBeSigned = sequence(
    context(0, integer(2)),
    integer(serial),
    signatureAlgorithm(issuerAlgorithm),
    issuer,
    validity,
    subject,
    keyInfo,
    context(
      3,
      sequence(
        extension(OID.subjectKeyId, octetString(keyId(key))),
        extension(OID.authorityKeyId, sequence(contextPrimitive(0, keyId(issuerKey)))),
        ...asked.extensions,
      ),
    ),
  )
  const certificate = signedBy(issuerKey, issuerAlgorithm, toBeSigned)
  const chain = [certificate, ...above]
  return {
    certificate,
    serial: serial.toString('hex'),
    key,
    algorithm,
    chain,
    signingKey: {
      chain,
      algorithm,
      sign: async (hashes) => hashes.map((each) => signHash(key, algorithm, each)),
    },
  }
}

/** SHA-1 of the bits of the public key: method 1 of RFC 5280 4.2.1.2. */
function keyId(key: KeyObject): Uint8Array {
  const keyInfo = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return hash('sha1', readDer(keyInfo).at(1).bits(), 'buffer')
}

/** What X.509 calls SIGNED: data, algorithm, signature. */
function signedBy(key: KeyObject, algorithm: SignatureAlgorithm, toBeSigned: Uint8Array): Uint8Array {
  return sequence(toBeSigned, signatureAlgorithm(algorithm), bitString(sign(hashOf(algorithm), toBeSigned, key)))
}

// What an authority answers

const DAY = 24 * 3600 * 1000

function crlDer(issuer: Issued, { revoked = [], at, nextAt, number = 1, extensions = [] }: CrlOptions): Uint8Array {
  const entries = revoked.map(({ serial, at: revokedAt, reason, invalidFrom }) => {
    const details = [
      ...(reason === undefined ? [] : [extension(OID.reasonCode, integer(reason, TAG.enumerated))]),
      ...(invalidFrom === undefined ? [] : [extension(OID.invalidityDate, time(invalidFrom, 'generalized'))]),
    ]
    return sequence(
      integer(Buffer.from(serial, 'hex')),
      time(revokedAt),
      ...(details.length === 0 ? [] : [sequence(...details)]),
    )
  })
  const { subject } = readCertificate(issuer.certificate)
  const toBeSigned = sequence(
    integer(1),
    signatureAlgorithm(issuer.algorithm),
    subject.bytes,
    time(at),
    time(nextAt ?? new Date(at.getTime() + 7 * DAY)),
    ...(entries.length === 0 ? [] : [listOf(TAG.sequence, entries)]),
    context(
      0,
      sequence(
        extension(OID.authorityKeyId, sequence(contextPrimitive(0, keyId(issuer.key)))),
        extension(OID.crlNumber, integer(number)),
        ...extensions,
      ),
    ),
  )
  return signedBy(issuer.key, issuer.algorithm, toBeSigned)
}

/** The certificates asked after, as `CertID`, and the nonce's extension. */
function ocspAsked(request: Uint8Array): { ids: Uint8Array[]; nonce: Uint8Array | null } {
  const { children } = readDer(request).at(0)
  const list = children.find(({ tag }) => tag === TAG.sequence)
  const extensions = children.find(({ tag }) => tag === 0xa2)?.at(0).children ?? []
  const nonce = extensions.find((each) => each.at(0).oid() === OID.ocspNonce)
  return { ids: (list?.children ?? []).map((each) => each.at(0).bytes), nonce: nonce?.bytes ?? null }
}

function ocspDer(
  asked: Uint8Array | string,
  { status = 'good', revokedAt, reason, at, nextAt = new Date(at.getTime() + DAY), by }: OcspOptions,
  { root, issuing, responder }: { root: Issued; issuing: Issued; responder: Issued },
): Uint8Array {
  const issuer = readCertificate(issuing.certificate)
  const { ids, nonce } =
    typeof asked === 'string' ? { ids: [certificateId(asked, issuer)], nonce: null } : ocspAsked(asked)
  const rootKeyHash = keyId(root.key)
  const isOfRoot = ids.some((id) => isSame(readDer(id).at(2).octets(), rootKeyHash))
  const author = by ?? (isOfRoot ? root : responder)
  const state = {
    good: contextPrimitive(0, new Uint8Array()),
    unknown: contextPrimitive(2, new Uint8Array()),
    revoked: context(
      1,
      time(revokedAt ?? at, 'generalized'),
      ...(reason === undefined ? [] : [context(0, integer(reason, TAG.enumerated))]),
    ),
  }[status]
  const times = [time(at, 'generalized'), ...(nextAt === null ? [] : [context(0, time(nextAt, 'generalized'))])]
  const data = sequence(
    context(2, octetString(keyId(author.key))),
    time(at, 'generalized'),
    sequence(...ids.map((id) => sequence(id, state, ...times))),
    ...(nonce === null ? [] : [context(1, sequence(nonce))]),
  )
  const basic = sequence(
    data,
    signatureAlgorithm(author.algorithm),
    bitString(sign(hashOf(author.algorithm), data, author.key)),
    context(0, sequence(author.certificate)),
  )
  return sequence(integer(0, TAG.enumerated), context(0, sequence(oid(OID.ocspBasic), octetString(basic))))
}

/** Of no authority's: the arc of examples. */
const POLICY = '2.999.1'

function timeStampDer(request: Uint8Array, at: Date, by: Issued): Uint8Array {
  let imprint: Uint8Array
  let nonce: Uint8Array | undefined
  let wantsCertificate = false
  try {
    const fields = readDer(request).as(TAG.sequence).children
    imprint = fields[1]!.bytes
    hashAlgorithmOf(fields[1]!.at(0))
    nonce = fields.slice(2).find(({ tag }) => tag === TAG.integer)?.bytes
    wantsCertificate = fields.find(({ tag }) => tag === TAG.boolean)?.boolean() ?? false
  } catch {
    // rejection, badDataFormat
    return sequence(sequence(integer(2), sequence(utf8('request cannot be read')), bitString(Uint8Array.of(0x04), 2)))
  }
  const information = sequence(
    integer(1),
    oid(POLICY),
    imprint,
    integer(hash('sha256', Buffer.concat([request, Buffer.from(at.toISOString())]), 'buffer').subarray(0, 8)),
    time(at, 'generalized'),
    ...(nonce === undefined ? [] : [nonce]),
  )
  const { algorithm, certificate } = by
  const signedAttributes = signedAttributesDer({
    contentType: OID.tstInfo,
    contentHash: hash(hashOf(algorithm), information, 'buffer'),
    certificate,
    signingTime: time(at),
  })
  const signature = sign(hashOf(algorithm), signedAttributes, by.key)
  const signer = signerInfoDer({ certificate: readCertificate(certificate), algorithm, signedAttributes, signature })
  const token = signedDataDer({
    algorithm,
    contentType: OID.tstInfo,
    content: information,
    certificates: wantsCertificate ? by.chain : [],
    signer,
  })
  return sequence(sequence(integer(0)), token)
}
