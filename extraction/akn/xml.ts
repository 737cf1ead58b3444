/** A node of an XML document being built. */
export interface XmlNode {
  name: string
  attributes: Record<string, string>
  children: (XmlNode | string)[]
}

export function node(
  name: string,
  attributes: Record<string, string | number | null | undefined> = {},
  children: (XmlNode | string | null)[] = [],
): XmlNode {
  const known = Object.entries(attributes).filter((entry): entry is [string, string | number] => entry[1] != null)
  return {
    name,
    attributes: Object.fromEntries(known.map(([key, value]) => [key, String(value)])),
    children: children.filter((child) => child !== null),
  }
}

/** Elements whose white space is significant. */
const INLINE = new Set(['p', 'num', 'heading'])

/** Writes a document; elements without own text are indented, the others are on one line. */
export function written(root: XmlNode): string {
  const chunks = ['<?xml version="1.0" encoding="UTF-8"?>\n']
  write(root, 0, chunks)
  chunks.push('\n')
  return chunks.join('')
}

function write(element: XmlNode, depth: number, chunks: string[]): void {
  const attributes = Object.entries(element.attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  if (element.children.length === 0) {
    chunks.push(`<${element.name}${attributes.join('')}/>`)
    return
  }
  chunks.push(`<${element.name}${attributes.join('')}>`)
  const mixed = INLINE.has(element.name) || element.children.some((child) => typeof child === 'string')
  for (const child of element.children) {
    if (!mixed) chunks.push(`\n${'  '.repeat(Math.min(depth + 1, 40))}`)
    if (typeof child === 'string') chunks.push(escaped(child))
    else write(child, depth + 1, chunks)
  }
  if (!mixed) chunks.push(`\n${'  '.repeat(Math.min(depth, 40))}`)
  chunks.push(`</${element.name}>`)
}

/** Escapes text for XML; characters not allowed in XML 1.0 are left out. */
function escaped(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}

/** A slug for addresses and identifiers: plain letters, digits and hyphens. */
export function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
