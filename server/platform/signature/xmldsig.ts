/** XML signatures (XML Signature Syntax and Processing 1.1): reading, and checking what they refer to. */
import { hash as hashed } from 'node:crypto'
import type { Hash, Scheme } from './algorithms.ts'
import { type CanonicalForm, canonical } from './canonical.ts'
import type { Finding } from './verdict.ts'
import {
  attributeOf,
  childrenOf,
  elementsOf,
  isWithin,
  readXmlTree,
  textOf,
  type XmlDocument,
  type XmlElement,
  XmlUnreadable,
} from './xml-tree.ts'

export const DS = 'http://www.w3.org/2000/09/xmldsig#'
export const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#'
export const ENVELOPED = `${DS}enveloped-signature`
const INCLUSIVE = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
const INCLUSIVE_1_1 = 'http://www.w3.org/2006/12/xml-c14n11'
const MORE = 'http://www.w3.org/2001/04/xmldsig-more#'
const ENCRYPTION = 'http://www.w3.org/2001/04/xmlenc#'

const SCHEMES: Readonly<Record<string, Scheme>> = {
  [`${DS}rsa-sha1`]: { kind: 'rsa', hash: 'sha1' },
  [`${MORE}rsa-sha256`]: { kind: 'rsa', hash: 'sha256' },
  [`${MORE}rsa-sha384`]: { kind: 'rsa', hash: 'sha384' },
  [`${MORE}rsa-sha512`]: { kind: 'rsa', hash: 'sha512' },
  [`${MORE}ecdsa-sha1`]: { kind: 'ecdsa', hash: 'sha1' },
  [`${MORE}ecdsa-sha256`]: { kind: 'ecdsa', hash: 'sha256' },
  [`${MORE}ecdsa-sha384`]: { kind: 'ecdsa', hash: 'sha384' },
  [`${MORE}ecdsa-sha512`]: { kind: 'ecdsa', hash: 'sha512' },
}
export const HASHES: Readonly<Record<string, Hash>> = {
  [`${DS}sha1`]: 'sha1',
  [`${ENCRYPTION}sha256`]: 'sha256',
  [`${MORE}sha384`]: 'sha384',
  [`${ENCRYPTION}sha512`]: 'sha512',
}
/** The address of a hash, for what is written. */
export const HASH_ADDRESS = {
  sha256: `${ENCRYPTION}sha256`,
  sha384: `${MORE}sha384`,
  sha512: `${ENCRYPTION}sha512`,
} as const
export const SCHEME_ADDRESS = {
  'rsa-sha256': `${MORE}rsa-sha256`,
  'ecdsa-sha256': `${MORE}ecdsa-sha256`,
  'ecdsa-sha384': `${MORE}ecdsa-sha384`,
} as const

/** Bounds of what signatures may ask for. `work` counts UTF-16 units that are brought into canonical form, in all. */
export const SIGNATURE_LIMITS = { signatures: 100, references: 1_000, transforms: 4, prefixes: 64, work: 300_000_000 }

export interface XmlReference {
  /** Null if there is no URI: then only the sender knows what is meant. */
  uri: string | null
  id: string | null
  type: string | null
  transforms: readonly XmlElement[]
  hash: Hash | null
  hashAddress: string
  digest: Uint8Array | null
}

export interface XmlSignature {
  element: XmlElement
  id: string | null
  /** Null where the signature has no form that could be verified; `findings` say why. */
  parts: {
    signedInfo: XmlElement
    form: CanonicalForm
    scheme: Scheme
    value: Uint8Array
    valueElement: XmlElement
    keyInfo: XmlElement | null
    objects: readonly XmlElement[]
    references: readonly XmlReference[]
  } | null
  /** DER, as they stand in KeyInfo, at most twenty. */
  certificates: readonly Uint8Array[]
  findings: readonly Finding[]
}

/** What one reference covers, as it was verified. */
export interface Covered {
  reference: XmlReference
  /** Of this document; null for a file. */
  element: XmlElement | null
  /** Left out of `element`: the signature itself. */
  without: XmlElement | null
  /** The name of a file beside the signature; null for a part of this document. */
  file: string | null
  /** The very bytes whose hash was signed: canonical XML, or the file. */
  bytes(): Uint8Array
}

/** Files that lie beside a signature, by the name in its reference. Null: there is none. */
export type FileNamed = (name: string) => Uint8Array | null

/** All signatures of a document in their order, also those in a wrong namespace, which nobody can verify. */
export function signaturesOf(document: XmlDocument): readonly XmlSignature[] {
  const found: XmlSignature[] = []
  const waiting: XmlElement[] = [document.root]
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (element.local === 'Signature') {
      if (element.namespace === DS) found.push(readSignature(element))
      else if (elementsOf(element).some(({ local }) => local === 'SignedInfo')) found.push(ofWrongNamespace(element))
      if (found.length > SIGNATURE_LIMITS.signatures) throw new XmlUnreadable('count', 'too many signatures')
    }
    const inside = elementsOf(element)
    for (let index = inside.length - 1; index >= 0; index--) waiting.push(inside[index]!)
  }
  return found
}

const doubt = (code: string, params?: Finding['params']): Finding => ({
  code,
  weight: 'doubt',
  ...(params && { params }),
})
const fault = (code: string, params?: Finding['params']): Finding => ({
  code,
  weight: 'error',
  ...(params && { params }),
})
/** An address or a name in a finding: enough to know it by. */
const short = (text: string) => (text.length > 200 ? `${text.slice(0, 199)}…` : text)

const ofWrongNamespace = (element: XmlElement): XmlSignature => ({
  element,
  id: attributeOf(element, 'Id'),
  parts: null,
  certificates: [],
  findings: [doubt('xml.signature_namespace', { namespace: short(element.namespace) })],
})

function readSignature(element: XmlElement): XmlSignature {
  const id = attributeOf(element, 'Id')
  const inside = elementsOf(element)
  const stray = inside.find((child) => child.namespace !== DS)
  if (stray)
    return {
      element,
      id,
      parts: null,
      certificates: [],
      findings: [doubt('xml.signature_namespace', { namespace: short(stray.namespace) })],
    }
  const keyInfo = inside.find(({ local }) => local === 'KeyInfo') ?? null
  const certificates = keyInfo === null ? [] : certificatesOf(keyInfo)
  const findings: Finding[] = []
  const parts = partsOf(inside, findings)
  return { element, id, parts, certificates, findings }
}

function partsOf(inside: readonly XmlElement[], findings: Finding[]): XmlSignature['parts'] {
  const structure = (what: string) => {
    findings.push(doubt('xml.signature_structure', { what }))
    return null
  }
  // The schema's order, each once: a second SignedInfo or SignatureValue is a way to show one and verify the other.
  const order = inside.map(({ local }) => local).join(' ')
  if (!/^SignedInfo SignatureValue( KeyInfo)?( Object)*$/.test(order)) return structure(short(order))
  const [signedInfo, valueElement] = inside as [XmlElement, XmlElement]
  const infos = elementsOf(signedInfo)
  const [method, algorithm, ...references] = infos
  const isInOrder =
    infos.every(({ namespace }) => namespace === DS) &&
    method?.local === 'CanonicalizationMethod' &&
    algorithm?.local === 'SignatureMethod' &&
    references.length > 0 &&
    references.every(({ local }) => local === 'Reference')
  if (!isInOrder) return structure('SignedInfo')
  if (references.length > SIGNATURE_LIMITS.references) return structure('Reference')
  const value = base64(textOf(valueElement))
  if (value === null) return structure('SignatureValue')
  const form = formOf(method)
  if (form === null) {
    findings.push(doubt('xml.canonical_unknown', { algorithm: short(algorithmOf(method)) }))
    return null
  }
  const scheme = SCHEMES[algorithmOf(algorithm)]
  // Parameters, like the length to which a code is truncated, are of algorithms that are not read here.
  if (scheme === undefined || elementsOf(algorithm).length > 0) {
    findings.push(doubt('xml.algorithm_unknown', { algorithm: short(algorithmOf(algorithm)) }))
    return null
  }
  return {
    signedInfo,
    form,
    scheme,
    value,
    valueElement,
    keyInfo: inside.find(({ local }) => local === 'KeyInfo') ?? null,
    objects: inside.filter(({ local }) => local === 'Object'),
    references: references.map(readReference),
  }
}

function readReference(element: XmlElement): XmlReference {
  const [transforms] = childrenOf(element, DS, 'Transforms')
  const [method] = childrenOf(element, DS, 'DigestMethod')
  const values = childrenOf(element, DS, 'DigestValue')
  const hashAddress = method ? algorithmOf(method) : ''
  return {
    uri: attributeOf(element, 'URI'),
    id: attributeOf(element, 'Id'),
    type: attributeOf(element, 'Type'),
    transforms: transforms ? elementsOf(transforms) : [],
    hash: HASHES[hashAddress] ?? null,
    hashAddress,
    digest: values.length === 1 ? base64(textOf(values[0]!)) : null,
  }
}

const algorithmOf = (element: XmlElement) => attributeOf(element, 'Algorithm') ?? ''

/** The canonical form that an element names; null if it is none that is read here. */
export function formOf(element: XmlElement): CanonicalForm | null {
  const algorithm = algorithmOf(element)
  const hasComments = algorithm.endsWith('WithComments')
  const address = hasComments ? algorithm.slice(0, algorithm.lastIndexOf('#') + 1) : algorithm
  if (address === EXCLUSIVE) {
    const [listed] = childrenOf(element, EXCLUSIVE, 'InclusiveNamespaces')
    const list = listed === undefined ? '' : (attributeOf(listed, 'PrefixList') ?? '').trim()
    const prefixes = list === '' ? [] : list.split(/\s+/)
    return prefixes.length > SIGNATURE_LIMITS.prefixes ? null : { isExclusive: true, hasComments, prefixes }
  }
  const plain = address.endsWith('#') ? address.slice(0, -1) : address
  return plain === INCLUSIVE || plain === INCLUSIVE_1_1
    ? { isExclusive: false, hasComments, ...(plain === INCLUSIVE_1_1 && { isVersion11: true }) }
    : null
}

/** Bytes of base64 with white space; null if it is none. */
export function base64(text: string): Uint8Array | null {
  const packed = text.replace(/[\t\n\r ]+/g, '')
  if (packed.length % 4 !== 0 || packed === '') return null
  const bytes = Buffer.from(packed, 'base64')
  return bytes.toString('base64') === packed ? bytes : null
}

function certificatesOf(keyInfo: XmlElement): Uint8Array[] {
  return childrenOf(keyInfo, DS, 'X509Data')
    .flatMap((data) => childrenOf(data, DS, 'X509Certificate'))
    .slice(0, 20)
    .map((certificate) => base64(textOf(certificate)))
    .filter((bytes) => bytes !== null)
}

/** Signatures of one document that ask for more work than `SIGNATURE_LIMITS`: no finding, because none of them is judged. */
export class TooMuchWork extends XmlUnreadable {
  constructor() {
    super('count', 'signatures that ask for too much work')
  }
}

/** Counts what is brought into canonical form for one document, so that many references to all of it come to an end. */
export class Work {
  #done = 0

  /** @throws TooMuchWork */
  canonical(element: XmlElement, form: CanonicalForm): string {
    this.add(element.end - element.start)
    return canonical(element, form)
  }

  add(units: number): void {
    this.#done += 1_000 + units
    if (this.#done > SIGNATURE_LIMITS.work) throw new TooMuchWork()
  }
}

/**
 * Checks the hash of everything a signature refers to, and says what it covers: use that, not another element of the same
 * name or Id.
 *
 * @param files files beside the document; left out where there are none
 * @throws TooMuchWork
 */
export function checkReferences(
  document: XmlDocument,
  signature: XmlSignature,
  work: Work,
  files: FileNamed = () => null,
): { covered: readonly Covered[]; findings: readonly Finding[] } {
  const covered: Covered[] = []
  const findings: Finding[] = []
  for (const reference of signature.parts?.references ?? []) {
    const what = { name: short(reference.uri ?? '') }
    if (reference.hash === null || reference.digest === null) {
      findings.push(doubt('xml.hash_unknown', { ...what, algorithm: short(reference.hashAddress) }))
      continue
    }
    if (reference.hash === 'sha1') findings.push(doubt('xml.hash_weak', what))
    const result = dereference(document, signature, reference, work, files)
    if ('code' in result) {
      findings.push(result)
      continue
    }
    const { content, ...place } = result
    const digest = hashed(reference.hash, content(), 'buffer')
    if (!digest.equals(reference.digest))
      findings.push(isOfAll(document, place) ? fault('xml.document_changed') : fault('xml.content_changed', what))
    else covered.push({ reference, ...place, bytes: () => asBytes(content()) })
  }
  return { covered, findings }
}

/** `content` makes the bytes anew each time: a document of many references is not kept many times. */
type Content = Pick<Covered, 'element' | 'without' | 'file'> & { content: () => string | Uint8Array }

const asBytes = (content: string | Uint8Array) => (typeof content === 'string' ? Buffer.from(content, 'utf8') : content)

function dereference(
  document: XmlDocument,
  signature: XmlSignature,
  { uri, transforms }: XmlReference,
  work: Work,
  files: FileNamed,
): Content | Finding {
  if (uri === null) return doubt('xml.reference_unknown', { name: '' })
  if (transforms.length > SIGNATURE_LIMITS.transforms)
    return doubt('xml.transform_unknown', { name: short(uri), algorithm: String(transforms.length) })
  if (uri !== '' && !uri.startsWith('#')) return fileContent(uri, transforms, work, files)
  const target = targetOf(document, uri)
  if (target.element === null) return target.finding
  const { element } = target
  let without: XmlElement | null = null
  let form: CanonicalForm | null = null
  for (const transform of transforms) {
    const algorithm = algorithmOf(transform)
    const next = formOf(transform)
    const isUnknown = transform.namespace !== DS || (algorithm !== ENVELOPED && next === null)
    // A transform after the canonical form would have to read it again.
    if (isUnknown || form !== null)
      return doubt('xml.transform_unknown', { name: short(uri), algorithm: short(algorithm) })
    if (algorithm === ENVELOPED) without = isWithin(signature.element, element) ? signature.element : null
    else form = next
  }
  if (form !== null && !isPlain(form, element)) return doubt('xml.canonical_unknown', { algorithm: INCLUSIVE_1_1 })
  // A reference within the document leaves comments out, whatever the transform says (4.4.3.3).
  const used: CanonicalForm = { ...(form ?? { isExclusive: false }), hasComments: false }
  const node = uri === '' ? document : element
  work.add(uri === '' ? document.source.length : element.end - element.start)
  return { element, without, file: null, content: () => canonical(node, used, without) }
}

/** The name of a part would say nothing where the part is everything. */
const isOfAll = ({ root }: XmlDocument, { element }: Pick<Covered, 'element'>) => element === root

/** Canonical XML 1.1 differs from 1.0 only in the `xml:` attributes that a part inherits. */
function isPlain(form: CanonicalForm & { isVersion11?: boolean }, element: XmlElement): boolean {
  if (!form.isVersion11) return true
  for (let at = element.parent; at; at = at.parent)
    if (at.attributes.some(({ prefix }) => prefix === 'xml')) return false
  return true
}

/** The one element that a reference within the document names. */
export function targetOf(
  document: XmlDocument,
  uri: string,
): { element: XmlElement } | { element: null; finding: Finding } {
  if (uri === '') return { element: document.root }
  const id = uri.slice(1)
  const found = document.ids.get(id) ?? []
  if (found.length === 1) return { element: found[0]! }
  if (found.length > 1) return { element: null, finding: fault('xml.id_twice', { id: short(id) }) }
  return { element: null, finding: doubt('xml.reference_missing', { name: short(uri) }) }
}

function fileContent(uri: string, transforms: readonly XmlElement[], work: Work, files: FileNamed): Content | Finding {
  const name = fileNameOf(uri)
  const bytes = name === null ? null : files(name)
  if (name === null || bytes === null) return doubt('xml.file_absent', { name: short(name ?? uri) })
  if (transforms.length === 0) return { element: null, without: null, file: name, content: () => bytes }
  const form = formOf(transforms[0]!)
  if (form === null || transforms.length > 1)
    return doubt('xml.transform_unknown', { name: short(uri), algorithm: short(algorithmOf(transforms.at(-1)!)) })
  try {
    work.add(bytes.length)
    const document = readXmlTree(bytes)
    return { element: null, without: null, file: name, content: () => canonical(document, form) }
  } catch (error) {
    if (!(error instanceof XmlUnreadable) || error instanceof TooMuchWork) throw error
    return doubt('xml.file_unreadable', { name: short(name) })
  }
}

/** The name of a file in a reference; null if the reference is an address somewhere else, which is never fetched. */
export function fileNameOf(uri: string): string | null {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:|^\/|[#?]/.test(uri)) return null
  try {
    return decodeURIComponent(uri).normalize('NFC')
  } catch {
    return null
  }
}
