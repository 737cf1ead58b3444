/** Signatures in XML, raised: time stamps and evidence added to properties that no signature covers. */
import { type ToWrite, writeXml } from './canonical.ts'
import type { Evidence, Trust } from './chain.ts'
import { type Wanted, wantedOf } from './cms.ts'
import { toHex, Unreadable } from './der.ts'
import { certificateOf, readableCertificates, readSignedData, type SignedData } from './signed-data.ts'
import { handOf } from './standing.ts'
import {
  EXCLUSIVE_FORM,
  forbidBreaking,
  NotSignable,
  timeStampText,
  unsignedProperties,
  XML_NAMESPACES,
} from './xades.ts'
import { archivedBytes, isNamed, type Properties, propertiesOf } from './xades-properties.ts'
import { readXmlTree, type XmlDocument } from './xml-tree.ts'
import { checkReferences, type FileNamed, signaturesOf, Work, type XmlSignature } from './xmldsig.ts'

interface Found {
  document: XmlDocument
  signature: XmlSignature
  properties: Properties
}

/** @throws XmlUnreadable, NotSignable */
function find(xml: Uint8Array, id?: string): Found {
  const document = readXmlTree(xml)
  if (document.encoding !== 'utf-8') throw new NotSignable('encoding', 'UTF-16 is read and not written')
  const all = signaturesOf(document)
  const [signature, ...others] = id === undefined ? all : all.filter((each) => each.id === id)
  if (signature === undefined || others.length > 0)
    throw new NotSignable('no_signature', `not exactly one signature${id === undefined ? '' : ` with the Id ${id}`}`)
  const properties = propertiesOf(signature)
  if (properties === null) throw new NotSignable('level', 'the signature has no properties of XAdES')
  return { document, signature, properties }
}

/**
 * The bytes of a signed document that a signature time stamp is about.
 * @param id of the signature, where there are several
 * @throws XmlUnreadable, NotSignable
 */
export function stampedBytes(xml: Uint8Array, id?: string): Uint8Array {
  const { signature } = find(xml, id)
  return Buffer.from(new Work().canonical(signature.parts!.valueElement, EXCLUSIVE_FORM), 'utf8')
}

/** Raises to B-T. @throws XmlUnreadable, NotSignable, also where another signature covers this one */
export function withXmlTimeStamp(xml: Uint8Array, token: Uint8Array, id?: string): Uint8Array {
  return added(find(xml, id), [timeStampText('xades:SignatureTimeStamp', token)])
}

/**
 * What is missing for a signature and its time stamps to be judged as of now, and raised to B-LT.
 * @throws XmlUnreadable, NotSignable
 */
export function wantedForXml(xml: Uint8Array, trust: Trust, id?: string): Wanted {
  const { signature, properties } = find(xml, id)
  return wantedOfXml(signature, properties, trust)
}

/** The same of a signature that was read; a bare one has no properties. */
export function wantedOfXml(signature: XmlSignature, properties: Properties | null, trust: Trust): Wanted {
  const stamps = properties === null ? [] : [...properties.signatureStamps, ...properties.archiveStamps]
  const tokens = stamps.flatMap(({ token }) => readableToken(token))
  const { certificates = [], crls = [], ocsps = [] } = properties?.evidence ?? {}
  const hand = handOf(trust, tokens, { crls, ocsps, certificates: [...signature.certificates, ...certificates] })
  const own = readableCertificates(signature.certificates)
  const named = properties === null ? undefined : own.find((each) => isNamed(properties, each))
  const signer = named ?? own[0]
  const stampers = tokens
    .flatMap(({ signers }) => signers)
    .map((each) => certificateOf(each, hand.all.certificates))
    .filter((certificate) => certificate !== null)
  return wantedOf([...(signer ? [signer] : []), ...stampers], trust, hand)
}

/** A token that cannot be read proves nothing, whatever is fetched for it. */
function readableToken(token: Uint8Array): SignedData[] {
  try {
    return [readSignedData(token)]
  } catch (error) {
    if (error instanceof Unreadable) return []
    throw error
  }
}

/** Raises to B-LT: certificates, CRL and OCSP answers; what is there already is not added again. @throws as `withXmlTimeStamp` */
export function withXmlEvidence(xml: Uint8Array, evidence: Evidence, id?: string): Uint8Array {
  const found = find(xml, id)
  const { properties, signature } = found
  const { certificates, crls, ocsps } = properties.evidence
  const isFirst = certificates.length + crls.length + ocsps.length === 0
  const known = new Set([...signature.certificates, ...certificates, ...crls, ...ocsps].map(toHex))
  const fresh = (name: string, list: readonly Uint8Array[]): ToWrite[] =>
    list
      .filter((each) => !known.has(toHex(each)) && known.add(toHex(each)))
      .map((each) => [name, null, Buffer.from(each).toString('base64')])
  const list = (name: string, values: readonly ToWrite[]): ToWrite[] =>
    values.length === 0 ? [] : [[name, null, ...values]]
  const values = [
    ...list('xades:CertificateValues', fresh('xades:EncapsulatedX509Certificate', evidence.certificates)),
    ...list('xades:RevocationValues', [
      ...list('xades:CRLValues', fresh('xades:EncapsulatedCRLValue', evidence.crls)),
      ...list('xades:OCSPValues', fresh('xades:EncapsulatedOCSPValue', evidence.ocsps)),
    ]),
  ]
  // The schema allows each kind of values once; later ones belong to the time stamps (EN 319 132-1 5.5.1).
  const written: ToWrite[] = isFirst ? values : list('xades141:TimeStampValidationData', values)
  return written.length === 0
    ? xml
    : added(
        found,
        written.map((each) => writeXml(each, XML_NAMESPACES)),
      )
}

/**
 * The bytes that the next archive time stamp is about.
 * @param files the files that a detached signature covers
 * @throws XmlUnreadable; NotSignable, also where what is signed was changed or is not there
 */
export function archiveStampedBytes(xml: Uint8Array, files?: FileNamed, id?: string): Uint8Array {
  const { document, signature, properties } = find(xml, id)
  const work = new Work()
  const { covered } = checkReferences(document, signature, work, files)
  if (signature.parts === null || covered.length !== signature.parts.references.length)
    throw new NotSignable('level', 'what is signed was changed or is not there')
  return archivedBytes(signature, properties, covered, EXCLUSIVE_FORM, null, work)
}

/** Raises to B-LTA, or renews it. @throws as `withXmlTimeStamp` */
export function withArchiveTimeStamp(xml: Uint8Array, token: Uint8Array, id?: string): Uint8Array {
  return added(find(xml, id), [timeStampText('xades141:ArchiveTimeStamp', token)])
}

/** The document with unsigned properties behind all others; every other byte stays. */
function added({ document, signature, properties }: Found, written: readonly string[]): Uint8Array {
  const { source } = document
  const { unsigned, qualifying } = properties
  forbidBreaking(document, unsigned ?? qualifying, signature.element)
  const place = unsigned ?? qualifying
  const text = unsigned ? written.join('') : unsignedProperties(written)
  const isEmpty = source.charCodeAt(place.end - 2) === 0x2f && place.contentEnd === place.end
  const all = isEmpty
    ? `${source.slice(0, place.end - 2)}>${text}</${place.name}>${source.slice(place.end)}`
    : `${source.slice(0, place.contentEnd)}${text}${source.slice(place.contentEnd)}`
  return Buffer.from(all, 'utf8')
}
