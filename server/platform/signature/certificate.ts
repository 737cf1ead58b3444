/** X.509 certificates (RFC 5280), read. */
import { createPublicKey, hash, type KeyObject } from 'node:crypto'
import { isSignedBy, type Scheme, schemeOf } from './algorithms.ts'
import { isSame, readDer, TAG, toHex, Unreadable, type Value } from './der.ts'
import { type Name, nameOf, OID } from './names.ts'
import type { Holder } from './verdict.ts'

const MAX_CERTIFICATE = 64 * 1024
const MAX_ADDRESSES = 10
const MAX_MODULUS = 8192
const MAX_EXPONENT = 0xffff_ffffn

/** A read certificate. The same bytes give the same object for as long as they are kept, so what is known of it is too. */
export interface Certificate {
  bytes: Uint8Array
  /** SHA-256 of the bytes, hexadecimal. */
  fingerprint: string
  /** Hexadecimal, as the bytes of the integer. */
  serial: string
  subject: Name
  issuer: Name
  notBefore: Date
  notAfter: Date
  scheme: Scheme | null
  /** What the issuer signed, and its signature. */
  signed: Uint8Array
  signature: Uint8Array
  /** The bits of the public key, of which OCSP takes the hash. */
  keyBits: Uint8Array
  /** `SubjectPublicKeyInfo`. */
  keyInfo: Uint8Array
  /** Null if the extension is absent, which allows everything. */
  keyUsage: KeyUsage | null
  /** Purposes by identifier; null if the extension is absent. */
  purposes: { identifiers: readonly string[]; isCritical: boolean } | null
  isAuthority: boolean
  /** How many authorities may stand between this one and the holder at the end; null if unlimited. */
  pathLength: number | null
  subjectKeyId: string | null
  authorityKeyId: string | null
  crlUrls: readonly string[]
  ocspUrls: readonly string[]
  /** Where the issuer's certificate lies. */
  issuerUrls: readonly string[]
  /** Identifiers of critical extensions that are not understood here. */
  unknownCritical: readonly string[]
  /** Of an OCSP responder: its own revocation need not be asked. */
  hasNoCheck: boolean
}

export interface KeyUsage {
  digitalSignature: boolean
  nonRepudiation: boolean
  keyCertSign: boolean
  crlSign: boolean
}

/** Certificates come again and again: three of ten thousand documents are the issuer's. */
const kept = new Map<string, Certificate>()
const MAX_KEPT = 500

/** Reads a certificate from DER. @throws Unreadable */
export function readCertificate(bytes: Uint8Array): Certificate {
  if (bytes.length > MAX_CERTIFICATE)
    throw new Unreadable('certificate.unreadable', `certificate of ${bytes.length} bytes`)
  const fingerprint = hash('sha256', bytes, 'hex')
  const known = kept.get(fingerprint)
  if (known !== undefined) return known
  // Its own bytes: those given may be a small part of a large file that must not be kept.
  const certificate = parsed(Uint8Array.from(bytes), fingerprint)
  if (kept.size >= MAX_KEPT) kept.delete(kept.keys().next().value!)
  kept.set(fingerprint, certificate)
  return certificate
}

function parsed(bytes: Uint8Array, fingerprint: string): Certificate {
  const outer = readDer(bytes).as(TAG.sequence)
  const toBeSigned = outer.at(0).as(TAG.sequence)
  const fields = [...toBeSigned.children]
  if (fields[0]?.tag === 0xa0) fields.shift()
  const [serial, algorithm, issuer, validity, subject, keyInfo] = fields
  if (keyInfo === undefined) throw new Unreadable('certificate.unreadable', 'certificate without a public key')
  if (!isSame(algorithm!.bytes, outer.at(1).bytes))
    throw new Unreadable('certificate.unreadable', 'two different signature algorithms')
  const certificate: Certificate = {
    bytes,
    fingerprint,
    serial: serial!.integerHex(),
    subject: nameOf(subject!),
    issuer: nameOf(issuer!),
    notBefore: validity!.at(0).time(),
    notAfter: validity!.at(1).time(),
    scheme: schemeOrNull(algorithm!),
    signed: toBeSigned.bytes,
    signature: outer.at(2).bits(),
    keyBits: keyInfo.at(1).bits(),
    keyInfo: keyInfo.bytes,
    keyUsage: null,
    purposes: null,
    isAuthority: false,
    pathLength: null,
    subjectKeyId: null,
    authorityKeyId: null,
    crlUrls: [],
    ocspUrls: [],
    issuerUrls: [],
    unknownCritical: [],
    hasNoCheck: false,
  }
  const list = fields.slice(6).find(({ tag }) => tag === 0xa3)
  if (list !== undefined) addExtensions(certificate, list.at(0))
  return certificate
}

function schemeOrNull(algorithm: Value): Scheme | null {
  try {
    return schemeOf(algorithm)
  } catch {
    return null
  }
}

export interface Extension {
  identifier: string
  isCritical: boolean
  /** The value inside its octet string. */
  bytes: Uint8Array
}

/** `Extensions`, as certificates, CRLs, their entries and OCSP answers have them. An identifier twice is an error. */
export function extensionsOf(list: Value): Extension[] {
  const extensions: Extension[] = []
  const seen = new Set<string>()
  for (const extension of list.as(TAG.sequence).children) {
    const identifier = extension.at(0).oid()
    if (seen.has(identifier)) throw new Unreadable('certificate.unreadable', `extension ${identifier} twice`)
    seen.add(identifier)
    const isCritical = extension.at(1).tag === TAG.boolean && extension.at(1).boolean()
    extensions.push({ identifier, isCritical, bytes: extension.children.at(-1)!.octets() })
  }
  return extensions
}

/** Critical extensions that are met by what is checked here, or that only say more about the holder. */
const KNOWN: ReadonlySet<string> = new Set([
  OID.subjectAltName,
  OID.issuerAltName,
  OID.certificatePolicies,
  OID.qcStatements,
])

function addExtensions(certificate: Certificate, list: Value): void {
  const unknown: string[] = []
  for (const { identifier, isCritical, bytes } of extensionsOf(list)) {
    switch (identifier) {
      case OID.keyUsage: {
        const flags = readDer(bytes).flags()
        const [digitalSignature = false, nonRepudiation = false] = flags
        certificate.keyUsage = {
          digitalSignature,
          nonRepudiation,
          keyCertSign: flags[5] === true,
          crlSign: flags[6] === true,
        }
        break
      }
      case OID.extendedKeyUsage:
        certificate.purposes = { identifiers: readDer(bytes).children.map((purpose) => purpose.oid()), isCritical }
        break
      case OID.basicConstraints: {
        const parts = readDer(bytes).as(TAG.sequence).children
        const flag = parts.find(({ tag }) => tag === TAG.boolean)
        certificate.isAuthority = flag?.boolean() ?? false
        certificate.pathLength = parts.find(({ tag }) => tag === TAG.integer)?.small() ?? null
        break
      }
      case OID.subjectKeyId:
        certificate.subjectKeyId = toHex(readDer(bytes).octets())
        break
      case OID.authorityKeyId: {
        const keyId = readDer(bytes).children.find(({ tag }) => tag === 0x80)
        certificate.authorityKeyId = keyId === undefined ? null : toHex(keyId.content)
        break
      }
      case OID.crlDistributionPoints:
        certificate.crlUrls = crlUrlsOf(readDer(bytes))
        break
      case OID.authorityInfoAccess: {
        const { ocsp, issuers } = accessUrlsOf(readDer(bytes))
        certificate.ocspUrls = ocsp
        certificate.issuerUrls = issuers
        break
      }
      case OID.ocspNoCheck:
        certificate.hasNoCheck = true
        break
      default:
        if (isCritical && !KNOWN.has(identifier)) unknown.push(identifier)
    }
  }
  certificate.unknownCritical = unknown
}

/** Addresses by HTTP among `GeneralNames`; others (LDAP) are of directories that nobody reaches from outside. */
export function urlsOf(names: readonly Value[]): string[] {
  return names
    .filter(({ tag }) => tag === 0x86)
    .map(({ content }) => Buffer.from(content).toString('latin1'))
    .filter((url) => url.length <= 2000 && /^https?:\/\//i.test(url))
    .slice(0, MAX_ADDRESSES)
}

function crlUrlsOf(points: Value): string[] {
  const names = points.children.flatMap((point) =>
    point.children
      .filter(({ tag }) => tag === 0xa0)
      .flatMap((name) => name.children.filter(({ tag }) => tag === 0xa0).flatMap(({ children }) => children)),
  )
  return urlsOf(names)
}

function accessUrlsOf(descriptions: Value): { ocsp: string[]; issuers: string[] } {
  const at = (method: string) =>
    urlsOf(descriptions.children.filter((each) => each.at(0).oid() === method).map((each) => each.at(1)))
  return { ocsp: at(OID.ocsp), issuers: at(OID.caIssuers) }
}

const keys = new WeakMap<Certificate, KeyObject | null>()

/** The public key; null if its kind is not known here, or if it is far too long. */
export function publicKeyOf(certificate: Certificate): KeyObject | null {
  let key = keys.get(certificate)
  if (key === undefined) {
    try {
      key = createPublicKey({ key: Buffer.from(certificate.keyInfo), format: 'der', type: 'spki' })
      // Verifying takes the longer the longer they are: nobody issues such, but anybody may send them.
      const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {}
      if (modulusLength > MAX_MODULUS || publicExponent > MAX_EXPONENT) key = null
    } catch {
      key = null
    }
    keys.set(certificate, key)
  }
  return key
}

/** Whether the key is shorter than anybody should trust today: RSA below 2048 bits, curves below 256. */
export function isWeakKey(key: KeyObject): boolean {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {}
  if (modulusLength !== undefined) return modulusLength < 2048
  return namedCurve === undefined || !['prime256v1', 'secp384r1', 'secp521r1'].includes(namedCurve)
}

const issued = new WeakMap<Certificate, WeakMap<Certificate, boolean>>()

/** Whether the issuer's key signed this certificate. Asked once for each pair: the answer cannot change. */
export function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  let answers = issued.get(certificate)
  if (answers === undefined) {
    answers = new WeakMap()
    issued.set(certificate, answers)
  }
  let answer = answers.get(issuer)
  if (answer === undefined) {
    const key = publicKeyOf(issuer)
    const { scheme, signed, signature } = certificate
    answer = key !== null && scheme !== null && isSignedBy(key, scheme, signed, signature)
    answers.set(issuer, answer)
  }
  return answer
}

export const isSelfIssued = (certificate: Certificate): boolean => certificate.subject.key === certificate.issuer.key

/** Name to show: the common name, or else the narrowest part there is. */
export function holderOf(certificate: Certificate): Holder {
  const { subject, issuer } = certificate
  return {
    name: subject.commonName ?? subject.units.at(-1) ?? subject.organization ?? subject.text,
    organization: subject.organization,
    serial: certificate.serial,
    issuer: issuer.commonName ?? issuer.organization ?? issuer.text,
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
  }
}
