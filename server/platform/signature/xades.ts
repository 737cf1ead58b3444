/** Signatures in XML, written: XAdES baseline (ETSI EN 319 132-1), or XML signatures without its properties. */
import { hash as hashed, randomBytes } from 'node:crypto'
import { type CanonicalForm, canonical, type ToWrite, writeXml } from './canonical.ts'
import { publicKeyOf, readCertificate } from './certificate.ts'
import { readDer, TAG } from './der.ts'
import { hashOf, type SignatureAlgorithm } from './signer.ts'
import { attributeOf, isWithin, readXmlTree, type XmlDocument, type XmlElement } from './xml-tree.ts'
import { DS, ENVELOPED, EXCLUSIVE, HASH_ADDRESS, SCHEME_ADDRESS, signaturesOf, targetOf } from './xmldsig.ts'

export const XADES = 'http://uri.etsi.org/01903/v1.3.2#'
export const XADES_141 = 'http://uri.etsi.org/01903/v1.4.1#'
export const SIGNED_PROPERTIES = 'http://uri.etsi.org/01903#SignedProperties'
export const XML_NAMESPACES = { ds: DS, xades: XADES, xades141: XADES_141 }
export const EXCLUSIVE_FORM: CanonicalForm = { isExclusive: true, hasComments: false }

/** Why an XML document is not signed, or a signature not raised, as it was asked. Words: `xml.not_signable_CODE`. */
export class NotSignable extends Error {
  readonly code: 'encoding' | 'breaks_signature' | 'id' | 'no_signature' | 'level' | 'name'
  constructor(code: NotSignable['code'], message: string) {
    super(message)
    this.code = code
  }
}

export interface ToSignXml {
  /** DER; the signer's own first. */
  chain: readonly Uint8Array[]
  algorithm: SignatureAlgorithm
  signedAt: Date
  /** Without XAdES' properties, and so without a time or level, for readers that know the bare signature only. */
  isBare?: boolean
}

/** Between the two steps. Plain data: it survives JSON with base64. */
export interface PreparedXml {
  /** What `SigningKey.sign` takes. */
  hash: Uint8Array
  algorithm: SignatureAlgorithm
  chain: readonly Uint8Array[]
  /** Id of the signature. */
  id: string
  /** Text around the signature; its SignedInfo; and what follows its KeyInfo. */
  before: string
  signedInfo: string
  objects: string
  after: string
}

interface Reference {
  uri: string
  mimeType: string | null
  transforms: readonly string[]
  digest: Uint8Array
}

/**
 * Signs a document, or the element of an Id, from within: the signature becomes the last child of the root or of `into`.
 * The bytes of the document stay as they are.
 *
 * @param xml UTF-8
 * @throws XmlUnreadable where `xml` is none; NotSignable where it is not UTF-8, an Id names no or several elements, or another
 * signature covers the place: that one would no longer be valid. Sign the element of an Id instead, into a place outside.
 */
export function prepareEnveloped(
  xml: Uint8Array,
  options: ToSignXml & { over?: string; into?: string; mimeType?: string },
): PreparedXml {
  const document = readXmlTree(xml)
  if (document.encoding !== 'utf-8') throw new NotSignable('encoding', 'UTF-16 is read and not signed')
  const over = options.over === undefined ? document.root : withId(document, options.over)
  const into = options.into === undefined ? document.root : withId(document, options.into)
  forbidBreaking(document, into)
  const isInside = isWithin(into, over)
  const isAll = options.over === undefined
  const content = canonical(isAll ? document : over, EXCLUSIVE_FORM)
  const hash = hashOf(options.algorithm)
  const { source } = document
  const isEmpty = source.charCodeAt(into.end - 2) === 0x2f && into.contentEnd === into.end
  const [before, after] = isEmpty
    ? [`${source.slice(0, into.end - 2)}>`, `</${into.name}>${source.slice(into.end)}`]
    : [source.slice(0, into.contentEnd), source.slice(into.contentEnd)]
  const reference: Reference = {
    uri: isAll ? '' : `#${options.over}`,
    mimeType: options.mimeType ?? 'text/xml',
    transforms: isInside ? [ENVELOPED, EXCLUSIVE] : [EXCLUSIVE],
    digest: hashed(hash, content, 'buffer'),
  }
  return prepared([reference], options, { before, after, content: null })
}

/**
 * Signs the whole of a document that `writeXml` wrote, from within, without reading it: it is its own canonical form.
 *
 * @param before the root up to the place of the signature; `after`: the rest
 */
export function prepareCanonical(before: string, after: string, options: ToSignXml): PreparedXml {
  const digest = hashed(hashOf(options.algorithm), before + after, 'buffer')
  const reference: Reference = { uri: '', mimeType: 'text/xml', transforms: [ENVELOPED, EXCLUSIVE], digest }
  return prepared([reference], options, { before: DECLARATION + before, after, content: null })
}

function withId(document: XmlDocument, id: string): XmlElement {
  const { element } = targetOf(document, `#${id}`)
  if (element === null) throw new NotSignable('id', `not exactly one element has the Id ${id}`)
  return element
}

/** @throws NotSignable where something in `place` could not change without breaking a signature that covers it. */
export function forbidBreaking(document: XmlDocument, place: XmlElement, own: XmlElement | null = null): void {
  for (const { element, parts } of signaturesOf(document)) {
    if (element === own) continue
    for (const { uri } of parts?.references ?? []) {
      if (uri === null || (uri !== '' && !uri.startsWith('#'))) continue
      const target = targetOf(document, uri).element
      const isOutside = target === null || !isWithin(place, target) || isWithin(place, element)
      if (!isOutside)
        throw new NotSignable('breaks_signature', `the signature ${attributeOf(element, 'Id')} covers the place`)
    }
  }
}

export interface FileToSign {
  /** As the reference names it: a path with `/`. */
  name: string
  bytes: Uint8Array
  mimeType: string
}

/** Signs files that lie beside the signature. `around` is put around it; without it the signature is the root. */
export function prepareDetached(
  files: readonly FileToSign[],
  options: ToSignXml,
  around: { before: string; after: string } = { before: '', after: '' },
): PreparedXml {
  const hash = hashOf(options.algorithm)
  const references = files.map(({ name, bytes, mimeType }): Reference => {
    const isName = name !== '' && !name.startsWith('/') && name.isWellFormed()
    if (!isName || name.split('/').some((part) => part === '..' || part === '.'))
      throw new NotSignable('name', `${JSON.stringify(name)} names no file`)
    const uri = name.normalize('NFC').split('/').map(encodeURIComponent).join('/')
    return { uri, mimeType, transforms: [], digest: hashed(hash, bytes, 'buffer') }
  })
  const { before, after } = around
  return prepared(references, options, { before: `${DECLARATION}${before}`, after, content: null })
}

/** Signs content inside the signature: a text, or the root of an XML document. */
export function prepareEnveloping(
  content: { text: string; mimeType: string } | { xml: Uint8Array; mimeType: string },
  options: ToSignXml,
): PreparedXml {
  const id = newId('O')
  const inside = 'text' in content ? content.text : canonical(readXmlTree(content.xml).root, EXCLUSIVE_FORM)
  const start = `<ds:Object xmlns:ds="${DS}" Id="${id}">`
  const object =
    'text' in content ? writeXml(['ds:Object', { Id: id }, inside], XML_NAMESPACES) : `${start}${inside}</ds:Object>`
  const hash = hashOf(options.algorithm)
  // A prefix ds of the document would be redeclared by its own root, so the text inside is canonical where it stands.
  const digest = hashed(
    hash,
    'text' in content ? object : canonical(readXmlTree(Buffer.from(object)).root, EXCLUSIVE_FORM),
    'buffer',
  )
  const reference: Reference = { uri: `#${id}`, mimeType: content.mimeType, transforms: [EXCLUSIVE], digest }
  return prepared([reference], options, { before: DECLARATION, after: '', content: object })
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

const newId = (kind: string) => `${kind}-${randomBytes(8).toString('hex')}`

/** ISO 8601 in Viet Nam's time, to the second. */
function timeText(at: Date): string {
  return `${new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`
}

function prepared(
  references: readonly Reference[],
  { chain, algorithm, signedAt, isBare }: ToSignXml,
  around: { before: string; after: string; content: string | null },
): PreparedXml {
  if (chain[0] === undefined) throw new RangeError('a signature needs the certificate of its signer')
  const hash = hashOf(algorithm)
  const id = newId('S')
  const digestOf = (digest: Uint8Array): ToWrite[] => [
    ['ds:DigestMethod', { Algorithm: HASH_ADDRESS[hash] }],
    ['ds:DigestValue', null, Buffer.from(digest).toString('base64')],
  ]
  const written = references.map(({ uri, transforms, digest }, place): ToWrite => {
    const list = transforms.map((algorithm): ToWrite => ['ds:Transform', { Algorithm: algorithm }])
    return [
      'ds:Reference',
      { Id: `R${place + 1}-${id}`, URI: uri },
      list.length > 0 ? ['ds:Transforms', null, ...list] : null,
      ...digestOf(digest),
    ]
  })
  let objects = around.content ?? ''
  if (!isBare) {
    const properties = writeXml(
      [
        'xades:SignedProperties',
        { Id: `P-${id}` },
        [
          'xades:SignedSignatureProperties',
          null,
          ['xades:SigningTime', null, timeText(signedAt)],
          [
            'xades:SigningCertificateV2',
            null,
            ['xades:Cert', null, ['xades:CertDigest', null, ...digestOf(hashed(hash, chain[0], 'buffer'))]],
          ],
        ],
        [
          'xades:SignedDataObjectProperties',
          null,
          ...references.map(
            ({ mimeType }, place): ToWrite => [
              'xades:DataObjectFormat',
              { ObjectReference: `#R${place + 1}-${id}` },
              ['xades:MimeType', null, mimeType ?? 'application/octet-stream'],
            ],
          ),
        ],
      ],
      XML_NAMESPACES,
    )
    written.push([
      'ds:Reference',
      { Type: SIGNED_PROPERTIES, URI: `#P-${id}` },
      ['ds:Transforms', null, ['ds:Transform', { Algorithm: EXCLUSIVE }]],
      ...digestOf(hashed(hash, properties, 'buffer')),
    ])
    objects += `<ds:Object><xades:QualifyingProperties xmlns:xades="${XADES}" Target="#${id}">${properties}</xades:QualifyingProperties></ds:Object>`
  }
  const signedInfo = writeXml(
    [
      'ds:SignedInfo',
      null,
      ['ds:CanonicalizationMethod', { Algorithm: EXCLUSIVE }],
      ['ds:SignatureMethod', { Algorithm: SCHEME_ADDRESS[algorithm] }],
      ...written,
    ],
    XML_NAMESPACES,
  )
  const { before, after } = around
  return { hash: hashed(hash, signedInfo, 'buffer'), algorithm, chain, id, before, signedInfo, objects, after }
}

/**
 * The signed document, UTF-8.
 * @param signature as `SigningKey.sign` gives it
 * @param timeStampToken of the hash of `stampedOf(prepared, signature)`
 */
export function finishXml(prepared: PreparedXml, signature: Uint8Array, timeStampToken?: Uint8Array): Uint8Array {
  const { id, before, signedInfo, objects, after, chain } = prepared
  const certificates = chain.map((each) => `<ds:X509Certificate>${toBase64(each)}</ds:X509Certificate>`).join('')
  let properties = objects
  if (timeStampToken !== undefined) {
    const end = objects.lastIndexOf('</xades:QualifyingProperties>')
    if (end === -1) throw new NotSignable('level', 'a bare signature has no place for a time stamp')
    properties = `${objects.slice(0, end)}${unsignedProperties([timeStampText('xades:SignatureTimeStamp', timeStampToken)])}${objects.slice(end)}`
  }
  const value = valueText(prepared, signature).replace(` xmlns:ds="${DS}"`, '')
  const text = `${before}<ds:Signature xmlns:ds="${DS}" Id="${id}">${signedInfo.replace(` xmlns:ds="${DS}"`, '')}${value}<ds:KeyInfo><ds:X509Data>${certificates}</ds:X509Data></ds:KeyInfo>${properties}</ds:Signature>${after}`
  return Buffer.from(text, 'utf8')
}

const toBase64 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')

/** The bytes that a signature time stamp is about: the canonical form of SignatureValue. */
export function stampedOf(prepared: PreparedXml, signature: Uint8Array): Uint8Array {
  return Buffer.from(valueText(prepared, signature), 'utf8')
}

function valueText({ algorithm, chain, id }: PreparedXml, signature: Uint8Array): string {
  const value = algorithm === 'rsa-sha256' ? signature : rawOf(signature, coordinateBytes(chain[0]!))
  return writeXml(['ds:SignatureValue', { Id: `V-${id}` }, toBase64(value)], XML_NAMESPACES)
}

export function unsignedProperties(properties: readonly string[]): string {
  return `<xades:UnsignedProperties xmlns:xades="${XADES}"><xades:UnsignedSignatureProperties>${properties.join('')}</xades:UnsignedSignatureProperties></xades:UnsignedProperties>`
}

/** A time stamp over what its kind says, brought into exclusive form. */
export function timeStampText(
  name: 'xades:SignatureTimeStamp' | 'xades141:ArchiveTimeStamp',
  token: Uint8Array,
): string {
  return writeXml(
    [
      name,
      { Id: newId('T') },
      ['ds:CanonicalizationMethod', { Algorithm: EXCLUSIVE }],
      ['xades:EncapsulatedTimeStamp', null, toBase64(token)],
    ],
    XML_NAMESPACES,
  )
}

/** Of the signer's curve. */
function coordinateBytes(certificate: Uint8Array): number {
  const curve = publicKeyOf(readCertificate(certificate))?.asymmetricKeyDetails?.namedCurve
  return curve === 'secp521r1' ? 66 : curve === 'secp384r1' ? 48 : 32
}

/** XML signatures hold r and s beside each other, at the length of the curve (XML Signature 1.1, 6.4.3). */
function rawOf(signature: Uint8Array, bytes: number): Uint8Array {
  const raw = new Uint8Array(2 * bytes)
  readDer(signature)
    .as(TAG.sequence)
    .children.slice(0, 2)
    .forEach((number, place) => {
      const significant = Buffer.from(number.integerHex(), 'hex')
      const trimmed = significant.subarray(Math.max(0, significant.length - bytes))
      raw.set(trimmed, (place + 1) * bytes - trimmed.length)
    })
  return raw
}
