/** From bytes to the tree of a message, with what real senders get wrong put up with. */

import { readXmlTree, type XmlDocument, XmlUnreadable } from '../signature/xml-tree.ts'
import { DS } from '../signature/xmldsig.ts'
import { EDXML } from './codes.ts'
import { EdxmlUnreadable, type Note, Notes } from './unreadable.ts'

/** Prefixes that senders use without declaring them, or outside the element that declares them. */
const KNOWN_PREFIXES: Readonly<Record<string, string>> = {
  edXML: EDXML,
  edxml: EDXML,
  xlink: 'http://www.w3.org/1999/xlink',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  xsd: 'http://www.w3.org/2001/XMLSchema',
  ds: DS,
}
/** Stray bytes before the first `<` are cut off where they are fewer. */
const MOST_BEFORE = 1_000

/** A message whose bytes are XML: for `readOpened` and `judgeOpened`, which take what it is apart once. */
export interface OpenedMessage {
  document: XmlDocument
  /** The bytes were no XML as they came: nothing about a signature can be said. */
  isMended: boolean
  /** What had to be put up with so far. */
  notes: readonly Note[]
}

/** @throws EdxmlUnreadable; a DOCTYPE is refused whatever it says */
export function openMessage(bytes: Uint8Array): OpenedMessage {
  const notes = new Notes()
  let read: XmlDocument | XmlUnreadable = attempt(bytes)
  let current = bytes
  let isMended = false
  for (const mend of [withoutStart, withPrefixes]) {
    if (!(read instanceof XmlUnreadable)) break
    const mended = mend(current, read, notes)
    if (mended === null) continue
    current = mended
    isMended = true
    read = attempt(current)
  }
  if (read instanceof XmlUnreadable) throw refusalOf(read)
  if (read.encoding === 'utf-16') notes.add('utf16')
  return { document: read, isMended, notes: notes.all }
}

function attempt(bytes: Uint8Array): XmlDocument | XmlUnreadable {
  try {
    return readXmlTree(bytes)
  } catch (error) {
    if (error instanceof XmlUnreadable) return error
    throw error
  }
}

function refusalOf(error: XmlUnreadable): EdxmlUnreadable {
  const { code, at } = error
  if (code === 'doctype' || code === 'entity') return new EdxmlUnreadable('doctype', {}, { cause: error })
  if (code === 'size' || code === 'encoding') return new EdxmlUnreadable(code, {}, { cause: error })
  return new EdxmlUnreadable('xml', { at: String(at) }, { cause: error })
}

function withoutStart(bytes: Uint8Array, _: XmlUnreadable, notes: Notes): Uint8Array | null {
  const start = bytes.indexOf(0x3c)
  const isMark = start === 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  // UTF-16 has zeros around its first sign: it is read as it is.
  if (start <= 0 || start > MOST_BEFORE || isMark || bytes.subarray(0, start + 2).includes(0)) return null
  notes.add('bytes_before', { count: String(start) })
  return bytes.subarray(start)
}

function withPrefixes(bytes: Uint8Array, { code }: XmlUnreadable, notes: Notes): Uint8Array | null {
  if (code !== 'prefix') return null
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Names and declarations are ASCII: as Latin-1 each byte keeps its place, whatever the words are.
  const text = source.toString('latin1')
  const root = /<[A-Za-z_][^\s/>]*/.exec(text)
  if (!root) return null
  const head = text.slice(root.index, text.indexOf('>', root.index))
  const used = new Set<string>()
  for (const [, prefix] of text.matchAll(/<\/?([A-Za-z_][\w.-]*):/g)) used.add(prefix!)
  for (const [, prefix] of text.matchAll(/\s([A-Za-z_][\w.-]*):[A-Za-z_][\w.-]*\s*=\s*["']/g)) used.add(prefix!)
  let declared = ''
  for (const prefix of used) {
    const namespace = Object.hasOwn(KNOWN_PREFIXES, prefix) ? KNOWN_PREFIXES[prefix] : undefined
    if (namespace === undefined || new RegExp(`\\sxmlns:${prefix}\\s*=`).test(head)) continue
    declared += ` xmlns:${prefix}="${namespace}"`
    notes.add('prefix_undeclared', { prefix })
  }
  if (declared === '') return null
  const place = root.index + root[0].length
  return Buffer.concat([source.subarray(0, place), Buffer.from(declared, 'latin1'), source.subarray(place)])
}
