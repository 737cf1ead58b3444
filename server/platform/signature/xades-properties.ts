/** The properties of XAdES (ETSI EN 319 132-1) of a signature, read. */
import { hash as hashed } from 'node:crypto'
import type { CanonicalForm } from './canonical.ts'
import type { Certificate } from './certificate.ts'
import type { Evidence } from './chain.ts'
import { isSame } from './der.ts'
import { XADES, XADES_141 } from './xades.ts'
import { attributeOf, childrenOf, elementsOf, textOf, type XmlElement } from './xml-tree.ts'
import { base64, type Covered, formOf, HASHES, type Work, type XmlSignature } from './xmldsig.ts'

const MAX_STAMPS = 10
const MAX_VALUES = 500

export interface PropertyStamp {
  element: XmlElement
  token: Uint8Array
  form: CanonicalForm
}

export interface Properties {
  qualifying: XmlElement
  /** It counts only if a reference covers it. */
  signed: XmlElement | null
  claimedAt: Date | null
  /** Hashes of the certificate that was signed with; null if no property names it. */
  certificate: { hash: string | null; digest: Uint8Array | null } | null
  unsigned: XmlElement | null
  signatureStamps: readonly PropertyStamp[]
  archiveStamps: readonly PropertyStamp[]
  evidence: Evidence
}

/** Null if there are none, or more than one set of them: then none can be believed. */
export function propertiesOf({ parts }: XmlSignature): Properties | null {
  const found = (parts?.objects ?? []).flatMap((object) => childrenOf(object, XADES, 'QualifyingProperties'))
  const [qualifying] = found
  if (qualifying === undefined || found.length > 1) return null
  const one = (element: XmlElement | null, name: string) =>
    element === null ? null : (childrenOf(element, XADES, name)[0] ?? null)
  const signed = one(qualifying, 'SignedProperties')
  const ofSignature = one(signed, 'SignedSignatureProperties')
  const unsigned = one(one(qualifying, 'UnsignedProperties'), 'UnsignedSignatureProperties')
  const time = one(ofSignature, 'SigningTime')
  const named = one(ofSignature, 'SigningCertificateV2') ?? one(ofSignature, 'SigningCertificate')
  const digest = one(one(named, 'Cert'), 'CertDigest')
  const inside = unsigned === null ? [] : elementsOf(unsigned)
  const stamps = (isKind: (element: XmlElement) => boolean) =>
    inside.filter(isKind).slice(0, MAX_STAMPS).flatMap(stampsIn)
  return {
    qualifying,
    signed,
    claimedAt: time === null ? null : timeOf(textOf(time)),
    certificate: named && namedCertificate(digest),
    unsigned,
    signatureStamps: stamps((each) => each.local === 'SignatureTimeStamp' && each.namespace === XADES),
    archiveStamps: stamps((each) => each.local === 'ArchiveTimeStamp' && each.namespace === XADES_141),
    evidence: evidenceIn(inside),
  }
}

/** `xs:dateTime`; null if it is none. A time without a zone is taken as that of Viet Nam. */
function timeOf(text: string): Date | null {
  const [whole, , zone] = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/.exec(text.trim()) ?? []
  const at = new Date(zone === undefined ? `${whole}+07:00` : whole!)
  return Number.isNaN(at.getTime()) ? null : at
}

/**
 * The time of signing that a bare signature says in a signed `Object`, as Vietnamese tax and invoice systems write it
 * (`SignatureProperties`/`SignatureProperty`/`SigningTime`).
 */
export function plainTimeOf({ parts }: XmlSignature, covered: readonly Covered[]): Date | null {
  const inside = (elements: readonly XmlElement[], name: string) =>
    elements.flatMap((element) => elementsOf(element).filter(({ local }) => local === name))
  const signed = (parts?.objects ?? []).filter((object) => covered.some(({ element }) => element === object))
  const property = inside(inside(signed, 'SignatureProperties'), 'SignatureProperty')
  const [time, ...others] = inside(property, 'SigningTime')
  return time === undefined || others.length > 0 ? null : timeOf(textOf(time))
}

function namedCertificate(digest: XmlElement | null): Properties['certificate'] {
  const inside = digest === null ? [] : elementsOf(digest)
  const method = inside.find(({ local }) => local === 'DigestMethod')
  const value = inside.find(({ local }) => local === 'DigestValue')
  return {
    hash: (method && HASHES[attributeOf(method, 'Algorithm') ?? '']) ?? null,
    digest: value ? base64(textOf(value)) : null,
  }
}

/** Whether the properties name this certificate as the signer's. */
export function isNamed({ certificate: named }: Properties, { bytes }: Certificate): boolean {
  return named?.hash != null && named.digest !== null && isSame(hashed(named.hash, bytes, 'buffer'), named.digest)
}

function stampsIn(element: XmlElement): PropertyStamp[] {
  const inside = elementsOf(element)
  const method = inside.find(({ local }) => local === 'CanonicalizationMethod')
  const form: CanonicalForm | null = method ? formOf(method) : { isExclusive: false, hasComments: false }
  // Includes would say that something else is stamped.
  if (form === null || inside.some(({ local }) => local === 'Include')) return []
  return inside
    .filter(({ local }) => local === 'EncapsulatedTimeStamp')
    .slice(0, 1)
    .flatMap((each) => {
      const token = base64(textOf(each))
      return token === null ? [] : [{ element, token, form }]
    })
}

function evidenceIn(properties: readonly XmlElement[]): Evidence {
  const certificates: Uint8Array[] = []
  const crls: Uint8Array[] = []
  const ocsps: Uint8Array[] = []
  const lists: Readonly<Record<string, Uint8Array[]>> = {
    EncapsulatedX509Certificate: certificates,
    EncapsulatedCRLValue: crls,
    EncapsulatedOCSPValue: ocsps,
  }
  const waiting = properties.filter(
    ({ local, namespace }) =>
      (namespace === XADES && (local === 'CertificateValues' || local === 'RevocationValues')) ||
      (namespace === XADES_141 && local === 'TimeStampValidationData'),
  )
  for (let at = 0; at < waiting.length; at++) {
    const element = waiting[at]!
    const list = Object.hasOwn(lists, element.local) ? lists[element.local] : undefined
    if (list === undefined) waiting.push(...elementsOf(element).slice(0, MAX_VALUES))
    else if (list.length < MAX_VALUES) {
      const bytes = base64(textOf(element))
      if (bytes !== null) list.push(bytes)
    }
  }
  return { certificates, crls, ocsps }
}

/**
 * The bytes that an archive time stamp is about (EN 319 132-1 5.5.2.2): what is signed, the signature, and every unsigned
 * property before the stamp.
 *
 * @param stamp null for one that is to be added behind all others
 */
export function archivedBytes(
  { parts }: XmlSignature,
  properties: Properties,
  covered: readonly Covered[],
  form: CanonicalForm,
  stamp: XmlElement | null,
  work: Work,
): Uint8Array {
  const { signedInfo, valueElement, keyInfo, objects } = parts!
  const unsigned = properties.unsigned === null ? [] : elementsOf(properties.unsigned)
  const before = stamp === null ? unsigned : unsigned.slice(0, unsigned.indexOf(stamp))
  const others = objects.filter((object) => object !== properties.qualifying.parent)
  const elements = [signedInfo, valueElement, ...(keyInfo ? [keyInfo] : []), ...before, ...others]
  for (const { element } of covered) work.add(element === null ? 0 : element.end - element.start)
  return Buffer.concat([
    ...covered.map((each) => each.bytes()),
    ...elements.map((element) => Buffer.from(work.canonical(element, form), 'utf8')),
  ])
}
