import { isUtf8 } from 'node:buffer'

/** Bounds of an XML document from a stranger. An edXML message of 50 MB of attachments is 68 MB of base64. */
export const XML_LIMITS = {
  bytes: 80_000_000,
  depth: 200,
  nodes: 400_000,
  attributes: 256,
  /** In scope at one element, and declared in the whole document: canonical forms copy the scope where it changes. */
  namespaces: 256,
  declarations: 50_000,
  name: 1_000,
} as const

export type XmlUnreadableCode =
  | 'size'
  | 'encoding'
  | 'doctype'
  | 'entity'
  | 'prefix'
  | 'character'
  | 'malformed'
  | 'depth'
  | 'count'

/** Why bytes are no XML that is read here. `at` counts UTF-16 units from the start. Words: `xml.unreadable_CODE`. */
export class XmlUnreadable extends Error {
  readonly code: XmlUnreadableCode
  readonly at: number
  constructor(code: XmlUnreadableCode, message: string, at = 0) {
    super(`${message} (at ${at})`)
    this.code = code
    this.at = at
  }
}

export interface XmlAttribute {
  name: string
  prefix: string
  local: string
  namespace: string
  value: string
}
export interface XmlElement {
  kind: 'element'
  name: string
  prefix: string
  local: string
  /** Empty if it is in none. */
  namespace: string
  attributes: readonly XmlAttribute[]
  /** Namespaces that this element declares: prefix (empty for the default) and address. */
  declarations: readonly (readonly [string, string])[]
  /** All namespaces in scope, `xml` apart. Shared with the parent where nothing is declared. */
  scope: ReadonlyMap<string, string>
  parent: XmlElement | null
  children: XmlNode[]
  /** Where it begins in `XmlDocument.source`, where its content ends, and where it ends. */
  start: number
  contentEnd: number
  end: number
}
export interface XmlComment {
  kind: 'comment'
  text: string
}
export interface XmlInstruction {
  kind: 'instruction'
  target: string
  text: string
}
/** Text is a string; two strings may follow each other where a CDATA section was. */
export type XmlNode = string | XmlElement | XmlComment | XmlInstruction

export interface XmlDocument {
  source: string
  /** UTF-16 is read, and not written. */
  encoding: 'utf-8' | 'utf-16'
  root: XmlElement
  before: (XmlComment | XmlInstruction)[]
  after: (XmlComment | XmlInstruction)[]
  /** Where the Id attributes stand: two elements for one Id are a wrapping attack or a fault. */
  ids: ReadonlyMap<string, readonly XmlElement[]>
}

export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'
const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/'
const NO_NAMESPACES: ReadonlyMap<string, string> = new Map()

// XML 1.0 fifth edition, productions 4 and 4a, and Namespaces 1.0: a name with at most one colon inside.
const FIRST =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}'
const PART = `${FIRST}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040`
const NAME = new RegExp(`([${FIRST}][${PART}]*)(?::([${FIRST}][${PART}]*))?`, 'uy')
/** Of the signs of ASCII, those that names and a colon are made of. */
const IS_NAME_SIGN = Uint8Array.from({ length: 128 }, (_, code) => (/[\w.:-]/.test(String.fromCharCode(code)) ? 1 : 0))
const DECLARATION =
  /<\?xml[\t\n\r ]+version[\t\n\r ]*=[\t\n\r ]*(?:"1\.0"|'1\.0')(?:[\t\n\r ]+encoding[\t\n\r ]*=[\t\n\r ]*(?:"([A-Za-z][\w.-]*)"|'([A-Za-z][\w.-]*)'))?(?:[\t\n\r ]+standalone[\t\n\r ]*=[\t\n\r ]*(?:"(?:yes|no)"|'(?:yes|no)'))?[\t\n\r ]*\?>/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those that XML 1.0 forbids (production 2).
const FORBIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/
const ID_NAMES = new Set(['Id', 'ID', 'id', 'xml:id'])
/** SOAP's own Id attribute (WS-Security). */
const WSU_NAMESPACE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd'
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Whether a text may stand in XML 1.0: no control characters, no half of a surrogate pair. */
export function isXmlText(text: string): boolean {
  return !FORBIDDEN.test(text) && text.isWellFormed()
}

export function isXmlName(name: string): boolean {
  NAME.lastIndex = 0
  return name.length <= XML_LIMITS.name && NAME.exec(name)?.[0] === name
}

/**
 * Reads XML 1.0 with namespaces, UTF-8 or UTF-16 with its mark, without a DOCTYPE: so there is no entity but the five of the
 * language, no default attribute, no file and no network. Time and memory grow with the size and stay within `XML_LIMITS`.
 * Ours rather than a library's, because libxml2's canonical form takes quadratic time with attributes and namespaces and
 * breaks its whole instance at a depth of 2,000; its tests compare the two.
 *
 * @throws XmlUnreadable
 */
export function readXmlTree(bytes: Uint8Array): XmlDocument {
  if (bytes.length > XML_LIMITS.bytes) throw new XmlUnreadable('size', `more than ${XML_LIMITS.bytes} bytes`)
  const { source, encoding } = decode(bytes)
  const forbidden = FORBIDDEN.exec(source)
  if (forbidden) throw new XmlUnreadable('character', 'a character that XML forbids', forbidden.index)
  return new Reader(source, encoding).document()
}

function decode(bytes: Uint8Array): Pick<XmlDocument, 'source' | 'encoding'> {
  const mark = (bytes[0]! << 8) | bytes[1]!
  if (mark === 0xfeff || mark === 0xfffe) {
    try {
      const decoder = new TextDecoder(mark === 0xfeff ? 'utf-16be' : 'utf-16le', { fatal: true, ignoreBOM: true })
      return { source: decoder.decode(bytes), encoding: 'utf-16' }
    } catch {
      throw new XmlUnreadable('encoding', 'not UTF-16, though its mark says so')
    }
  }
  if (!isUtf8(bytes)) throw new XmlUnreadable('encoding', 'neither UTF-8 nor UTF-16 with its mark')
  return {
    source: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'),
    encoding: 'utf-8',
  }
}

class Reader {
  readonly #source: string
  readonly #encoding: XmlDocument['encoding']
  readonly #hasReturns: boolean
  readonly #ids = new Map<string, XmlElement[]>()
  readonly #names = new Map<string, readonly [string, string, string]>()
  #at = 0
  #nodes = 0
  #declarations = 0

  constructor(source: string, encoding: XmlDocument['encoding']) {
    this.#source = source
    this.#encoding = encoding
    this.#hasReturns = source.includes('\r')
  }

  document(): XmlDocument {
    const source = this.#source
    if (source.charCodeAt(0) === 0xfeff) this.#at = 1
    this.#declaration()
    const before = this.#beside()
    if (source.charCodeAt(this.#at) !== 0x3c) this.#fail('malformed', 'no root element')
    const root = this.#root()
    const after = this.#beside()
    if (this.#at !== source.length) this.#fail('malformed', 'something follows the root element')
    return { source, encoding: this.#encoding, root, before, after, ids: this.#ids }
  }

  #fail(code: XmlUnreadableCode, message: string, at = this.#at): never {
    throw new XmlUnreadable(code, message, at)
  }

  #declaration(): void {
    if (!this.#source.startsWith('<?xml', this.#at) || /[\w.:-]/.test(this.#source[this.#at + 5] ?? '')) return
    DECLARATION.lastIndex = this.#at
    const found = DECLARATION.exec(this.#source)
    if (!found) this.#fail('malformed', 'an XML declaration that is not of XML 1.0')
    const encoding = (found[1] ?? found[2] ?? this.#encoding).toLowerCase()
    const known = this.#encoding === 'utf-8' ? ['utf-8', 'us-ascii', 'ascii'] : ['utf-16', 'utf-16le', 'utf-16be']
    if (!known.includes(encoding)) this.#fail('encoding', `declares ${encoding.slice(0, 40)}, is ${this.#encoding}`)
    this.#at = DECLARATION.lastIndex
  }

  /** Comments and instructions before or after the root. */
  #beside(): (XmlComment | XmlInstruction)[] {
    const source = this.#source
    const found: (XmlComment | XmlInstruction)[] = []
    for (;;) {
      this.#space()
      if (source.startsWith('<!--', this.#at)) found.push(this.#comment())
      else if (source.startsWith('<?', this.#at)) found.push(this.#instruction())
      else if (source.startsWith('<!DOCTYPE', this.#at)) this.#fail('doctype', 'has a DOCTYPE')
      else return found
    }
  }

  #root(): XmlElement {
    const source = this.#source
    const root = this.#startTag(null)
    let open: XmlElement | null = root.contentEnd === -1 ? root : null
    let depth = 1
    while (open) {
      const next = source.indexOf('<', this.#at)
      if (next === -1) this.#fail('malformed', `${open.name} does not end`, source.length)
      if (next > this.#at) {
        this.#count()
        open.children.push(this.#text(this.#at, next))
        this.#at = next
      }
      const sign = source.charCodeAt(next + 1)
      if (sign === 0x2f) {
        this.#endTag(open)
        open = open.parent
        depth--
      } else if (sign === 0x21) {
        open.children.push(this.#marked())
      } else if (sign === 0x3f) {
        open.children.push(this.#instruction())
      } else {
        const child = this.#startTag(open)
        open.children.push(child)
        if (child.contentEnd === -1) {
          open = child
          if (++depth > XML_LIMITS.depth)
            this.#fail('depth', `more than ${XML_LIMITS.depth} elements inside each other`)
        }
      }
    }
    return root
  }

  #count(): void {
    if (++this.#nodes > XML_LIMITS.nodes) this.#fail('count', `more than ${XML_LIMITS.nodes} elements and texts`)
  }

  #space(): boolean {
    const start = this.#at
    for (;;) {
      const sign = this.#source.charCodeAt(this.#at)
      if (sign !== 0x20 && sign !== 0x0a && sign !== 0x09 && sign !== 0x0d) return this.#at > start
      this.#at++
    }
  }

  /** The name here: whole, prefix, local. */
  #name(): readonly [string, string, string] {
    const source = this.#source
    // Nearly all names are of ASCII and come again; the expression is for all others.
    let end = this.#at
    while (source.charCodeAt(end) < 128 && IS_NAME_SIGN[source.charCodeAt(end)] === 1) end++
    if (end > this.#at && !(source.charCodeAt(end) >= 128)) {
      const name = source.slice(this.#at, end)
      const known = this.#names.get(name)
      if (known !== undefined) {
        this.#at = end
        return known
      }
    }
    NAME.lastIndex = this.#at
    const found = NAME.exec(source)
    if (!found) this.#fail('malformed', 'no name')
    if (found[0].length > XML_LIMITS.name) this.#fail('count', `a name of more than ${XML_LIMITS.name} characters`)
    this.#at = NAME.lastIndex
    if (source.charCodeAt(this.#at) === 0x3a) this.#fail('malformed', 'a name with a stray colon')
    const name =
      found[2] === undefined ? ([found[0], '', found[0]] as const) : ([found[0], found[1]!, found[2]] as const)
    if (this.#names.size < 1_000) this.#names.set(name[0], name)
    return name
  }

  /** An element's start tag; `contentEnd` is −1 if content follows. */
  #startTag(parent: XmlElement | null): XmlElement {
    this.#count()
    const source = this.#source
    const start = this.#at++
    const [name, prefix, local] = this.#name()
    const attributes: XmlAttribute[] = []
    const declarations: [string, string][] = []
    let isEmpty = false
    for (;;) {
      const spaced = this.#space()
      const sign = source.charCodeAt(this.#at)
      if (sign === 0x3e) break
      if (sign === 0x2f && source.charCodeAt(this.#at + 1) === 0x3e) {
        isEmpty = true
        this.#at++
        break
      }
      if (!spaced) this.#fail('malformed', `a fault in the start of ${name}`)
      this.#attribute(attributes, declarations)
    }
    this.#at++
    const scope = declarations.length > 0 ? this.#scope(parent, declarations) : (parent?.scope ?? NO_NAMESPACES)
    const element: XmlElement = {
      kind: 'element',
      name,
      prefix,
      local,
      namespace: this.#namespace(prefix, scope, start),
      attributes,
      declarations,
      scope,
      parent,
      children: [],
      start,
      contentEnd: isEmpty ? this.#at : -1,
      end: this.#at,
    }
    if (attributes.length > 0) this.#finishAttributes(element)
    return element
  }

  #attribute(attributes: XmlAttribute[], declarations: [string, string][]): void {
    const source = this.#source
    const [name, prefix, local] = this.#name()
    this.#space()
    if (source.charCodeAt(this.#at) !== 0x3d) this.#fail('malformed', `the attribute ${name} has no value`)
    this.#at++
    this.#space()
    const quote = source[this.#at]
    if (quote !== '"' && quote !== "'") this.#fail('malformed', `the value of ${name} has no quotation marks`)
    const end = source.indexOf(quote, this.#at + 1)
    if (end === -1) this.#fail('malformed', `the value of ${name} does not end`)
    const value = this.#value(this.#at + 1, end)
    this.#at = end + 1
    if (name === 'xmlns' || prefix === 'xmlns') declarations.push([name === 'xmlns' ? '' : local, value])
    else attributes.push({ name, prefix, local, namespace: '', value })
    if (attributes.length > XML_LIMITS.attributes || declarations.length > XML_LIMITS.namespaces)
      this.#fail('count', `more than ${XML_LIMITS.attributes} attributes in one element`)
  }

  #finishAttributes(element: XmlElement): void {
    const seen = element.attributes.length > 1 ? new Set<string>() : null
    for (const attribute of element.attributes) {
      if (attribute.prefix !== '') attribute.namespace = this.#namespace(attribute.prefix, element.scope, element.start)
      const key = attribute.namespace === '' ? attribute.local : `${attribute.namespace}\n${attribute.local}`
      if (seen?.has(key)) this.#fail('malformed', `the attribute ${attribute.name} stands twice`, element.start)
      seen?.add(key)
      if (ID_NAMES.has(attribute.name) || (attribute.local === 'Id' && attribute.namespace === WSU_NAMESPACE)) {
        const others = this.#ids.get(attribute.value)
        if (!others) this.#ids.set(attribute.value, [element])
        else if (others.at(-1) !== element) others.push(element)
      }
    }
  }

  #namespace(prefix: string, scope: ReadonlyMap<string, string>, at: number): string {
    if (prefix === 'xml') return XML_NAMESPACE
    const found = scope.get(prefix)
    if (found === undefined && prefix !== '') this.#fail('prefix', `the prefix ${prefix} is not declared`, at)
    return found ?? ''
  }

  #scope(parent: XmlElement | null, declarations: readonly [string, string][]): ReadonlyMap<string, string> {
    const scope = new Map(parent?.scope)
    const own = new Set<string>()
    for (const [prefix, namespace] of declarations) {
      if (own.has(prefix)) this.#fail('malformed', `the namespace ${prefix} is declared twice`)
      own.add(prefix)
      const isReserved = namespace === XML_NAMESPACE || namespace === XMLNS_NAMESPACE
      if (prefix === 'xml' && namespace === XML_NAMESPACE) continue
      if (prefix === 'xml' || prefix === 'xmlns' || isReserved || (prefix !== '' && namespace === ''))
        this.#fail('malformed', `the namespace ${prefix} cannot be declared so`)
      scope.set(prefix, namespace)
    }
    this.#declarations += declarations.length
    if (scope.size > XML_LIMITS.namespaces || this.#declarations > XML_LIMITS.declarations)
      this.#fail('count', 'too many namespaces')
    return scope
  }

  #endTag(open: XmlElement): void {
    const source = this.#source
    open.contentEnd = this.#at
    if (!source.startsWith(open.name, this.#at + 2)) this.#fail('malformed', `another end than that of ${open.name}`)
    this.#at += 2 + open.name.length
    this.#space()
    if (source.charCodeAt(this.#at) !== 0x3e) this.#fail('malformed', `another end than that of ${open.name}`)
    open.end = ++this.#at
  }

  /** A comment or a CDATA section. */
  #marked(): XmlNode {
    const source = this.#source
    if (source.startsWith('<!--', this.#at)) return this.#comment()
    if (!source.startsWith('<![CDATA[', this.#at)) this.#fail('malformed', 'a declaration inside the root')
    this.#count()
    const end = source.indexOf(']]>', this.#at + 9)
    if (end === -1) this.#fail('malformed', 'a CDATA section that does not end')
    const text = this.#lines(source.slice(this.#at + 9, end))
    this.#at = end + 3
    return text
  }

  #comment(): XmlComment {
    this.#count()
    const end = this.#source.indexOf('--', this.#at + 4)
    if (end === -1 || this.#source.charCodeAt(end + 2) !== 0x3e) this.#fail('malformed', 'a comment with two hyphens')
    const text = this.#lines(this.#source.slice(this.#at + 4, end))
    this.#at = end + 3
    return { kind: 'comment', text }
  }

  #instruction(): XmlInstruction {
    this.#count()
    const source = this.#source
    this.#at += 2
    const [target, prefix] = this.#name()
    if (prefix !== '' || target.toLowerCase() === 'xml') this.#fail('malformed', 'an XML declaration not at the start')
    const end = source.indexOf('?>', this.#at)
    if (end === -1) this.#fail('malformed', `the instruction ${target} does not end`)
    if (!this.#space() && this.#at !== end) this.#fail('malformed', `a fault in the instruction ${target}`)
    const text = this.#lines(source.slice(Math.min(this.#at, end), end))
    this.#at = end + 2
    return { kind: 'instruction', target, text }
  }

  #lines(text: string): string {
    return this.#hasReturns && text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  }

  #text(start: number, end: number): string {
    const text = this.#lines(this.#source.slice(start, end))
    if (text.includes(']]>')) this.#fail('malformed', ']]> in a text', start)
    return text.includes('&') ? this.#references(text, start) : text
  }

  /** An attribute's value: white space becomes a space, character references stay what they say (XML 1.0, 3.3.3). */
  #value(start: number, end: number): string {
    const raw = this.#source.slice(start, end)
    if (raw.includes('<')) this.#fail('malformed', '< in the value of an attribute', start)
    const value = /[\t\n\r]/.test(raw) ? raw.replace(/\r\n|[\t\n\r]/g, ' ') : raw
    return value.includes('&') ? this.#references(value, start) : value
  }

  #references(text: string, start: number): string {
    let result = ''
    let from = 0
    for (let sign = text.indexOf('&'); sign !== -1; sign = text.indexOf('&', from)) {
      // The longest is a number with leading zeros: more than sixteen is nobody's.
      const end = text.slice(sign, sign + 18).indexOf(';')
      if (end === -1) this.#fail('malformed', 'an & that begins no reference', start)
      result += text.slice(from, sign) + this.#reference(text.slice(sign + 1, sign + end), start)
      from = sign + end + 1
    }
    return result + text.slice(from)
  }

  #reference(name: string, start: number): string {
    if (Object.hasOwn(ENTITIES, name)) return ENTITIES[name]!
    const number = /^#(?:x([0-9A-Fa-f]+)|([0-9]+))$/.exec(name)
    if (!number) this.#fail('entity', 'an entity that is not of the language', start)
    const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16)
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || FORBIDDEN.test(String.fromCodePoint(code)))
      this.#fail('character', 'a reference to a character that XML forbids', start)
    return String.fromCodePoint(code)
  }
}

/** The text of an element and of those inside it, comments left out. */
export function textOf(element: XmlElement): string {
  let text = ''
  for (const child of element.children) {
    if (typeof child === 'string') text += child
    else if (child.kind === 'element') text += textOf(child)
  }
  return text
}

export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child === 'object' && child.kind === 'element')
}

/** The children of that name in that namespace. */
export function childrenOf(element: XmlElement, namespace: string, local: string): XmlElement[] {
  return elementsOf(element).filter((child) => child.local === local && child.namespace === namespace)
}

export function attributeOf(element: XmlElement, name: string): string | null {
  return element.attributes.find((attribute) => attribute.name === name)?.value ?? null
}

/** Whether `inner` is `outer` or stands inside it. */
export function isWithin(inner: XmlElement, outer: XmlElement): boolean {
  for (let at: XmlElement | null = inner; at; at = at.parent) if (at === outer) return true
  return false
}
