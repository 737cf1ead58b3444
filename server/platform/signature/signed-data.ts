/** `SignedData` of CMS (RFC 5652), which signatures and time stamps have in common: its parts, written and read. */
import { hash as hashData } from 'node:crypto'
import {
  type Hash,
  hashAlgorithm,
  hashAlgorithmOf,
  isHashSignedBy,
  isSignedBy,
  type Scheme,
  schemeOf,
} from './algorithms.ts'
import { type Certificate, publicKeyOf, readCertificate } from './certificate.ts'
import {
  context,
  derOf,
  integer,
  isSame,
  listOf,
  NULL,
  octetString,
  oid,
  readDer,
  sequence,
  setOf,
  TAG,
  toHex,
  Unreadable,
  type Value,
} from './der.ts'
import { type Name, nameOf, OID } from './names.ts'
import { hashOf, type SignatureAlgorithm } from './signer.ts'
import type { Finding } from './verdict.ts'

const MAX_CERTIFICATES = 200
const MAX_SIGNERS = 16
const MAX_ATTRIBUTES = 100

// Writing

/** An attribute with one value. */
export const attribute = (type: string, value: Uint8Array): Uint8Array => sequence(oid(type), setOf([value]))

export interface AttributesToSign {
  contentType: string
  contentHash: Uint8Array
  /** DER of the signer's certificate. */
  certificate: Uint8Array
  signingTime?: Uint8Array
}

/** DER `SET OF Attribute` with signing-certificate-v2 (RFC 5035), whose hash is the default one, SHA-256. */
export function signedAttributesDer({
  contentType,
  contentHash,
  certificate,
  signingTime,
}: AttributesToSign): Uint8Array {
  const certificateId = sequence(octetString(hashData('sha256', certificate, 'buffer')))
  const attributes = [
    attribute(OID.contentType, oid(contentType)),
    attribute(OID.messageDigest, octetString(contentHash)),
    attribute(OID.signingCertificateV2, sequence(sequence(certificateId))),
  ]
  if (signingTime !== undefined) attributes.push(attribute(OID.signingTime, signingTime))
  return setOf(attributes)
}

export interface SignerToWrite {
  certificate: Certificate
  algorithm: SignatureAlgorithm
  /** As `signedAttributesDer` gives them. */
  signedAttributes: Uint8Array
  signature: Uint8Array
  unsignedAttributes?: readonly Uint8Array[]
}

export function signerInfoDer(signer: SignerToWrite): Uint8Array {
  const { certificate, algorithm, signedAttributes, signature, unsignedAttributes = [] } = signer
  // CMS names the kind of key here; the hash stands beside it.
  const scheme =
    algorithm === 'rsa-sha256'
      ? sequence(oid(OID.rsaEncryption), NULL)
      : sequence(oid(algorithm === 'ecdsa-sha256' ? OID.ecdsaWithSha256 : OID.ecdsaWithSha384))
  const implicit = Uint8Array.from(signedAttributes)
  implicit[0] = 0xa0
  return sequence(
    integer(1),
    sequence(certificate.issuer.bytes, integer(Buffer.from(certificate.serial, 'hex'))),
    hashAlgorithm(hashOf(algorithm)),
    implicit,
    scheme,
    octetString(signature),
    ...(unsignedAttributes.length === 0 ? [] : [setOf(unsignedAttributes, 0xa1)]),
  )
}

export interface SignedDataToWrite {
  algorithm: SignatureAlgorithm
  contentType: string
  /** Left out where the content lies elsewhere. */
  content?: Uint8Array
  certificates: readonly Uint8Array[]
  signer: Uint8Array
}

/** `ContentInfo` around `SignedData` of one signer. */
export function signedDataDer({
  algorithm,
  contentType,
  content,
  certificates,
  signer,
}: SignedDataToWrite): Uint8Array {
  const encapsulated = content === undefined ? [] : [context(0, octetString(content))]
  return contentInfo([
    integer(contentType === OID.data ? 1 : 3),
    setOf([hashAlgorithm(hashOf(algorithm))]),
    sequence(oid(contentType), ...encapsulated),
    ...(certificates.length === 0 ? [] : [setOf(certificates, 0xa0)]),
    setOf([signer]),
  ])
}

export const contentInfo = (signedData: readonly Uint8Array[]): Uint8Array =>
  sequence(oid(OID.signedData), context(0, sequence(...signedData)))

// Reading

/** The values of attributes by type. */
export type Attributes = ReadonlyMap<string, readonly Value[]>

export interface Signer {
  /** The certificate is named by its issuer and serial, or by its key. */
  issuer: Name | null
  serial: string | null
  keyId: string | null
  hash: Hash
  scheme: Scheme
  /** Null if there are none: then the content itself is signed. */
  signedAttributes: Attributes | null
  /** What may have been signed: the attributes as they stand, and, if that is different, in the order of DER. */
  signedForms: readonly Uint8Array[]
  signature: Uint8Array
  unsignedAttributes: Attributes
}

export interface SignedData {
  contentType: string
  content: Uint8Array | null
  certificates: readonly Certificate[]
  crls: readonly Uint8Array[]
  ocsps: readonly Uint8Array[]
  signers: readonly Signer[]
}

/** The parts of `SignedData` as they stand, for whoever writes it anew with one part more. */
export interface SignedDataParts {
  version: Value
  hashes: Value
  encapsulated: Value
  certificates: Value | null
  crls: Value | null
  signers: Value
}

/** @throws Unreadable */
export function signedDataParts(cms: Uint8Array): SignedDataParts {
  const outer = readDer(cms, 'ber').as(TAG.sequence)
  const type = outer.at(0).oid()
  if (type !== OID.signedData) throw new Unreadable('cms.unreadable', `content ${type} is no SignedData`)
  const [version, hashes, encapsulated, ...rest] = outer.at(1).as(0xa0).at(0).as(TAG.sequence).children
  const signers = rest.at(-1)
  if (signers?.tag !== TAG.set) throw new Unreadable('cms.unreadable', 'SignedData without signers')
  const part = (tag: number) => rest.find((each) => each.tag === tag) ?? null
  return {
    version: version!,
    hashes: hashes!,
    encapsulated: encapsulated!,
    certificates: part(0xa0),
    crls: part(0xa1),
    signers,
  }
}

/** @throws Unreadable */
export function readSignedData(cms: Uint8Array): SignedData {
  const parts = signedDataParts(cms)
  const [type, content] = parts.encapsulated.as(TAG.sequence).children
  if (type === undefined) throw new Unreadable('cms.unreadable', 'SignedData without a type of content')
  const signers = parts.signers.children
  if (signers.length > MAX_SIGNERS) throw new Unreadable('cms.too_many', `${signers.length} signers`)
  return {
    contentType: type.oid(),
    content: content === undefined ? null : content.as(0xa0).at(0).octets(),
    certificates: certificatesIn(parts.certificates),
    ...revocationIn(parts.crls),
    signers: signers.map(signerOf),
  }
}

/** Those that can be read: a bundle with one broken certificate still names the others. */
function certificatesIn(list: Value | null): Certificate[] {
  const values = (list?.children ?? []).filter(({ tag }) => tag === TAG.sequence)
  if (values.length > MAX_CERTIFICATES) throw new Unreadable('cms.too_many', `${values.length} certificates`)
  return readableCertificates(values.map(({ bytes }) => bytes))
}

/** The certificates among these that can be read. */
export function readableCertificates(list: readonly Uint8Array[]): Certificate[] {
  return list.flatMap((bytes) => {
    try {
      return [readCertificate(bytes)]
    } catch (error) {
      if (error instanceof Unreadable) return []
      throw error
    }
  })
}

/** `RevocationInfoChoices`: CRLs as they are, OCSP answers in the form of RFC 5940. */
function revocationIn(list: Value | null): { crls: Uint8Array[]; ocsps: Uint8Array[] } {
  const crls: Uint8Array[] = []
  const ocsps: Uint8Array[] = []
  for (const choice of list?.children ?? []) {
    if (choice.tag === TAG.sequence) crls.push(choice.bytes)
    else if (choice.tag === 0xa1 && choice.at(0).oid() === OID.ocspInCms) ocsps.push(choice.at(1).bytes)
  }
  return { crls, ocsps }
}

function signerOf(info: Value): Signer {
  const [, named, digest, ...rest] = info.as(TAG.sequence).children
  if (digest === undefined) throw new Unreadable('cms.unreadable', 'signer without a hash algorithm')
  const signed = rest[0]?.tag === 0xa0 ? rest.shift()! : null
  const [algorithm, signature, unsigned] = rest
  if (signature === undefined) throw new Unreadable('cms.unreadable', 'signer without a signature')
  const isByName = named!.tag === TAG.sequence
  const hash = hashAlgorithmOf(digest)
  return {
    issuer: isByName ? nameOf(named!.at(0)) : null,
    serial: isByName ? named!.at(1).integerHex() : null,
    keyId: isByName ? null : toHex(named!.content),
    hash,
    scheme: schemeOf(algorithm!, hash),
    signedAttributes: signed === null ? null : attributesOf(signed),
    signedForms: signed === null ? [] : formsOf(signed),
    signature: signature.octets(),
    unsignedAttributes: unsigned === undefined ? new Map() : attributesOf(unsigned.as(0xa1)),
  }
}

/** An attribute twice among those that are signed says two things, so neither; unsigned ones are added again and again. */
function attributesOf(list: Value): Attributes {
  const attributes = new Map<string, readonly Value[]>()
  const { children, tag } = list
  if (children.length > MAX_ATTRIBUTES) throw new Unreadable('cms.too_many', `${children.length} attributes`)
  for (const each of children) {
    const type = each.at(0).oid()
    const before = attributes.get(type) ?? []
    if (tag === 0xa0 && before.length > 0) throw new Unreadable('cms.unreadable', `attribute ${type} twice`)
    attributes.set(type, [...before, ...each.at(1).as(TAG.set).children])
  }
  return attributes
}

function formsOf(signed: Value): Uint8Array[] {
  const members = signed.children.map(derOf)
  const written = listOf(TAG.set, members)
  const ordered = setOf(members)
  return isSame(written, ordered) ? [ordered] : [ordered, written]
}

/** The certificate that the signer names; of several with this name the first that signed is not asked for here. */
export function certificateOf(signer: Signer, certificates: readonly Certificate[]): Certificate | null {
  return (
    certificates.find((each) =>
      signer.keyId !== null
        ? each.subjectKeyId === signer.keyId
        : each.serial === signer.serial && each.issuer.key === signer.issuer?.key,
    ) ?? null
  )
}

export interface SignerCheck {
  findings: Finding[]
  /** Whether a signing-certificate attribute names the certificate, as all baseline levels need. */
  namesCertificate: boolean
}

/**
 * Checks all that the signer's own bytes say: the hash of the content, the signature, and that the certificate is the one
 * that was signed with. Of the certificate's own worth it says nothing.
 */
export function checkSigner(
  signer: Signer,
  certificate: Certificate,
  contentType: string,
  contentHash: (algorithm: Hash) => Uint8Array,
): SignerCheck {
  const findings: Finding[] = []
  const { signedAttributes, hash, scheme } = signer
  const key = publicKeyOf(certificate)
  const error = (code: string) => findings.push({ code, weight: 'error' })
  const doubt = (code: string, params?: Finding['params']) => findings.push({ code, weight: 'doubt', params })
  if (key === null) doubt('cms.key_unknown')
  if (scheme.hash !== hash) doubt('cms.hashes_differ', { one: hash, other: scheme.hash })
  if (scheme.hash === 'sha1' || scheme.hash === 'md5') doubt('cms.weak_hash', { hash: scheme.hash })
  if (signedAttributes === null) {
    const answer = key === null ? true : isHashSignedBy(key, scheme, contentHash(scheme.hash), signer.signature)
    if (answer === false) error('cms.signature_wrong')
    else if (answer === null) doubt('cms.no_signed_attributes')
    findings.push({ code: 'cms.no_signing_certificate', weight: 'warning' })
    return { findings, namesCertificate: false }
  }
  const digest = single(signedAttributes, OID.messageDigest)?.octets()
  if (digest === undefined) error('cms.no_message_digest')
  else if (!isSame(digest, contentHash(hash))) error('cms.content_changed')
  const signedType = single(signedAttributes, OID.contentType)?.oid()
  if (signedType !== contentType) error('cms.content_type')
  if (key !== null) {
    const form = signer.signedForms.findIndex((each) => isSignedBy(key, scheme, each, signer.signature))
    if (form === -1) error('cms.signature_wrong')
    else if (form > 0) findings.push({ code: 'cms.attributes_unordered', weight: 'warning' })
  }
  const protection = single(signedAttributes, OID.algorithmProtection)
  if (protection !== null && hashAlgorithmOf(protection.at(0)) !== hash) error('cms.algorithm_changed')
  const named = namedCertificate(signedAttributes, certificate)
  if (named === null) findings.push({ code: 'cms.no_signing_certificate', weight: 'warning' })
  else if (!named.isThis) error('cms.other_certificate')
  else if (named.hash === 'sha1') findings.push({ code: 'cms.signing_certificate_sha1', weight: 'note' })
  return { findings, namesCertificate: named?.isThis === true }
}

/** The value of an attribute that must have one; null if it is absent. */
export function single(attributes: Attributes, type: string): Value | null {
  const values = attributes.get(type)
  if (values === undefined) return null
  if (values.length !== 1) throw new Unreadable('cms.unreadable', `attribute ${type} with ${values.length} values`)
  return values[0]!
}

/** The first certificate that signing-certificate (RFC 2634, SHA-1) and its second version (RFC 5035) name is the signer's. */
function namedCertificate(attributes: Attributes, certificate: Certificate): { isThis: boolean; hash: Hash } | null {
  const second = single(attributes, OID.signingCertificateV2)
  if (second !== null) {
    const parts = second.at(0).at(0).children
    const algorithm = parts[0]?.tag === TAG.sequence ? parts[0] : null
    const hash = algorithm === null ? 'sha256' : hashAlgorithmOf(algorithm)
    const named = parts[algorithm === null ? 0 : 1]
    if (named === undefined) throw new Unreadable('cms.unreadable', 'signing certificate without a hash')
    return { isThis: isSame(named.octets(), fingerprintOf(certificate, hash)), hash }
  }
  const first = single(attributes, OID.signingCertificate)
  if (first === null) return null
  return { isThis: isSame(first.at(0).at(0).at(0).octets(), fingerprintOf(certificate, 'sha1')), hash: 'sha1' }
}

const fingerprintOf = (certificate: Certificate, algorithm: Hash): Uint8Array =>
  algorithm === 'sha256'
    ? Buffer.from(certificate.fingerprint, 'hex')
    : hashData(algorithm, certificate.bytes, 'buffer')
