import {
  isXmlName,
  isXmlText,
  XML_NAMESPACE,
  type XmlAttribute,
  type XmlComment,
  type XmlDocument,
  type XmlElement,
  type XmlInstruction,
} from './xml-tree.ts'

/** Canonical XML 1.0 or exclusive, with or without comments; `prefixes` are the InclusiveNamespaces of the exclusive form. */
export interface CanonicalForm {
  isExclusive: boolean
  hasComments: boolean
  prefixes?: readonly string[]
}

type Rendered = ReadonlyMap<string, string>

/**
 * The canonical form of a document, or of an element with what it holds (Canonical XML 1.0, Exclusive XML Canonicalization 1.0).
 * `without` is left out with what it holds: the enveloped signature. Hash its UTF-8.
 */
export function canonical(
  node: XmlDocument | XmlElement,
  form: CanonicalForm,
  without: XmlElement | null = null,
): string {
  const writer = new Canonicalizer(form, without)
  return 'root' in node ? writer.document(node) : writer.apex(node)
}

class Canonicalizer {
  readonly #form: CanonicalForm
  readonly #without: XmlElement | null
  readonly #prefixes: readonly string[]

  constructor(form: CanonicalForm, without: XmlElement | null) {
    this.#form = form
    this.#without = without
    this.#prefixes = (form.prefixes ?? []).map((prefix) => (prefix === '#default' ? '' : prefix))
  }

  document({ before, root, after }: XmlDocument): string {
    let out = ''
    for (const node of before) {
      const text = this.#beside(node)
      if (text !== '') out += `${text}\n`
    }
    if (root !== this.#without) out += this.apex(root)
    for (const node of after) {
      const text = this.#beside(node)
      if (text !== '') out += `\n${text}`
    }
    return out
  }

  apex(element: XmlElement): string {
    // The `xml:` attributes of those around it belong to the inclusive form of a part (Canonical XML 1.0, 2.4).
    const inherited = new Map<string, XmlAttribute>()
    if (!this.#form.isExclusive) {
      for (let at = element.parent; at; at = at.parent)
        for (const attribute of at.attributes)
          if (attribute.namespace === XML_NAMESPACE && !inherited.has(attribute.local))
            inherited.set(attribute.local, attribute)
      for (const { namespace, local } of element.attributes) if (namespace === XML_NAMESPACE) inherited.delete(local)
    }
    return this.#element(element, new Map(), true, [...inherited.values()])
  }

  #beside(node: XmlComment | XmlInstruction): string {
    if (node.kind === 'comment') return this.#form.hasComments ? `<!--${node.text.replaceAll('\r', '&#xD;')}-->` : ''
    return `<?${node.target}${node.text === '' ? '' : ` ${node.text.replaceAll('\r', '&#xD;')}`}?>`
  }

  /** Calls itself once per level, which the reader bounds (`XML_LIMITS.depth`). */
  #element(element: XmlElement, above: Rendered, isApex: boolean, inherited: readonly XmlAttribute[]): string {
    const { name, scope } = element
    let rendered = above
    let out = `<${name}`
    if (this.#form.isExclusive || isApex || element.declarations.length > 0) {
      const wanted = this.#wanted(element, isApex)
      let changed: Map<string, string> | null = null
      for (const prefix of wanted) {
        const namespace = scope.get(prefix) ?? ''
        if ((rendered.get(prefix) ?? '') === namespace) continue
        changed ??= new Map(above)
        rendered = changed.set(prefix, namespace)
        out += `${prefix === '' ? ' xmlns="' : ` xmlns:${prefix}="`}${escapeValue(namespace)}"`
      }
    }
    const attributes =
      inherited.length > 0 ? [...element.attributes, ...inherited] : (element.attributes as XmlAttribute[])
    for (const { name, value } of attributes.length > 1 ? [...attributes].sort(attributeOrder) : attributes)
      out += ` ${name}="${escapeValue(value)}"`
    out += '>'
    for (const child of element.children) {
      if (typeof child === 'string') out += escapeText(child)
      else if (child.kind !== 'element') out += this.#beside(child)
      else if (child !== this.#without) out += this.#element(child, rendered, false, [])
    }
    return `${out}</${name}>`
  }

  /** The prefixes whose namespace has to stand here unless it already does, in order. */
  #wanted(element: XmlElement, isApex: boolean): readonly string[] {
    const { scope, declarations, attributes, prefix } = element
    if (!this.#form.isExclusive) {
      if (!isApex && declarations.length === 1) return [declarations[0]![0]].filter((prefix) => prefix !== 'xml')
      const prefixes = isApex ? [...scope.keys()] : declarations.map(([prefix]) => prefix)
      return prefixes.filter((prefix) => prefix !== 'xml').sort(codePointOrder)
    }
    const isOwnOnly = this.#prefixes.length === 0 && attributes.every((attribute) => attribute.prefix === '')
    if (isOwnOnly) return prefix === 'xml' ? [] : [prefix]
    const wanted = new Set([prefix])
    for (const attribute of attributes) if (attribute.prefix !== '') wanted.add(attribute.prefix)
    for (const prefix of this.#prefixes) if (scope.has(prefix)) wanted.add(prefix)
    wanted.delete('xml')
    return [...wanted].sort(codePointOrder)
  }
}

/** By namespace, then by name, as code points: those of no namespace come first. */
function attributeOrder(a: XmlAttribute, b: XmlAttribute): number {
  return a.namespace === b.namespace ? codePointOrder(a.local, b.local) : codePointOrder(a.namespace, b.namespace)
}

/** Order of code points, which is not that of UTF-16 where surrogates meet U+E000 to U+FFFF. */
export function codePointOrder(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) {
    let x = a.charCodeAt(index)
    let y = b.charCodeAt(index)
    if (x === y) continue
    if (x >= 0xd800 && y >= 0xd800) {
      if (x < 0xe000) x += 0x10000
      if (y < 0xe000) y += 0x10000
    }
    return x - y
  }
  return a.length - b.length
}

export function escapeText(text: string): string {
  if (!/[&<>\r]/.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;')
}

export function escapeValue(value: string): string {
  if (!/[&<"\t\n\r]/.test(value)) return value
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#x9;')
    .replaceAll('\n', '&#xA;')
    .replaceAll('\r', '&#xD;')
}

/** An element to be written. Names have a prefix of the writer's table, or none; null children are left out. */
export type ToWrite = readonly [
  name: string,
  attributes: Readonly<Record<string, string>> | null,
  ...children: (ToWrite | string | null)[],
]

/** A name or a text that XML cannot hold. */
export class NotXml extends Error {}

/**
 * Writes an element so that the bytes are already its canonical form, inclusive and exclusive alike: each namespace is
 * declared where it is first used, attributes stand in order, nothing is indented. So its hash is the hash of its UTF-8.
 *
 * @param namespaces addresses by prefix; that of '' is the default namespace.
 * @throws NotXml where a text has a character that XML forbids, or a name is none.
 */
export function writeXml(element: ToWrite, namespaces: Readonly<Record<string, string>>): string {
  return writeElement(element, namespaces, new Set())
}

function writeElement(
  [name, attributes, ...children]: ToWrite,
  namespaces: Readonly<Record<string, string>>,
  above: ReadonlySet<string>,
): string {
  let declared = above
  const wanted = [prefixOf(name)]
  const written: { name: string; value: string; local: string; namespace: string }[] = []
  for (const name in attributes) {
    const prefix = prefixOf(name)
    if (prefix !== '' && !wanted.includes(prefix)) wanted.push(prefix)
    const namespace = prefix === '' ? '' : prefix === 'xml' ? XML_NAMESPACE : (namespaces[prefix] ?? '')
    written.push({ name, value: checked(attributes[name]!), local: name.slice(name.indexOf(':') + 1), namespace })
  }
  let out = `<${name}`
  for (const prefix of wanted.sort(codePointOrder)) {
    if (prefix === 'xml' || declared.has(prefix)) continue
    const namespace = namespaces[prefix]
    if (namespace === undefined && prefix === '') continue
    if (namespace === undefined) throw new NotXml(`The prefix ${prefix} has no namespace`)
    declared = new Set(declared).add(prefix)
    out += `${prefix === '' ? ' xmlns="' : ` xmlns:${prefix}="`}${escapeValue(namespace)}"`
  }
  written.sort((a, b) =>
    a.namespace === b.namespace ? codePointOrder(a.local, b.local) : codePointOrder(a.namespace, b.namespace),
  )
  for (const { name, value } of written) out += ` ${name}="${escapeValue(value)}"`
  out += '>'
  for (const child of children) {
    if (typeof child === 'string') out += escapeText(checked(child))
    else if (child) out += writeElement(child, namespaces, declared)
  }
  return `${out}</${name}>`
}

const knownNames = new Map<string, string>()

/** The prefix of a name, and whether it is one, kept: the names that are written are few. */
function prefixOf(name: string): string {
  let prefix = knownNames.get(name)
  if (prefix === undefined) {
    if (!isXmlName(name)) throw new NotXml(`${JSON.stringify(name.slice(0, 100))} is no name of XML`)
    prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : ''
    if (knownNames.size < 10_000) knownNames.set(name, prefix)
  }
  return prefix
}

function checked(text: string): string {
  if (!isXmlText(text))
    throw new NotXml(`A text holds a character that XML forbids: ${JSON.stringify(text.slice(0, 100))}`)
  return text
}
