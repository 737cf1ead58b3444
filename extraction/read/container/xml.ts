import { Parser } from 'htmlparser2'
import { Unreadable } from '../../shapes.ts'
import { MAX_DEPTH, MAX_ELEMENTS } from '../limits.ts'

const CHUNK = 1 << 20

/** An element with its prefix kept ("w:p"); text between elements is kept as strings. */
export interface Element {
  name: string
  attributes: Record<string, string>
  children: (Element | string)[]
}

/**
 * Parses XML and passes on each element whose parent is named `within` as soon as it is complete, so that a long document
 * is never in memory as a whole. With `within` null the root is passed on.
 * A document type declaration is refused: Office files have none, and it allows entities that multiply.
 *
 * @throws Unreadable `bomb` for a declaration, too deep nesting or too many elements; `damaged` when it ends too early.
 */
export function parseXml(bytes: Uint8Array, within: string | null, onElement: (element: Element) => void): void {
  const open: Element[] = []
  let elements = 0
  let collecting = within === null
  let depthOfParent = within === null ? 0 : -1
  let closedRoot = false
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++elements > MAX_ELEMENTS || open.length >= MAX_DEPTH) throw hostileXml()
        const element = { name, attributes, children: [] }
        if (collecting && open.length > depthOfParent) open.at(-1)?.children.push(element)
        open.push(element)
        if (!collecting && name === within) {
          collecting = true
          depthOfParent = open.length
        }
      },
      ontext(text) {
        if (collecting && open.length > depthOfParent) open.at(-1)?.children.push(text)
      },
      onclosetag(name) {
        const element = open.pop()
        if (!element || element.name !== name) throw brokenXml()
        if (collecting && open.length === depthOfParent) {
          onElement(element)
        } else if (collecting && open.length < depthOfParent) {
          collecting = false
        }
        if (open.length === 0) closedRoot = true
      },
      onprocessinginstruction(name) {
        if (name.toLowerCase() === '!doctype' || name.toLowerCase() === '!entity') throw hostileXml()
      },
      onerror(error) {
        throw error
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  for (const chunk of decodeXml(bytes)) parser.write(chunk)
  // htmlparser2 closes open elements at the end, so a truncated file must be detected before that.
  if (!closedRoot || open.length > 0) throw brokenXml()
  parser.end()
}

/** Parses a small part into one tree. */
export function xmlTree(bytes: Uint8Array): Element {
  let root: Element | null = null
  parseXml(bytes, null, (element) => {
    root = element
  })
  if (!root) throw brokenXml()
  return root
}

export function childrenOf(element: Element | undefined, name: string): Element[] {
  return (element?.children ?? []).filter((child): child is Element => typeof child !== 'string' && child.name === name)
}

export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((found): found is Element => typeof found !== 'string' && found.name === name)
}

/** The `w:val` of a child, the form in which WordprocessingML states most properties. */
export function val(element: Element | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val']
}

/** A property such as `<w:b/>`: on if present, unless its value says otherwise. */
export function isOn(element: Element | undefined): boolean {
  return element !== undefined && !/^(?:0|false|off|none)$/.test(element.attributes['w:val'] ?? '1')
}

/** In chunks, because a long part as one string would be in memory in addition to its tree. */
function* decodeXml(bytes: Uint8Array): Generator<string> {
  const [a, b] = bytes
  const decoder = new TextDecoder(
    a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8',
  )
  for (let at = 0; at < bytes.length; at += CHUNK) {
    yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: at + CHUNK < bytes.length })
  }
}

function hostileXml(): Unreadable {
  return new Unreadable(
    'bomb',
    'Nội dung XML trong tệp bất thường (có khai báo thực thể hoặc lồng nhau quá sâu, dấu hiệu tệp phá hoại). Hãy mở bằng Word, lưu thành tệp mới rồi nộp lại.',
  )
}

function brokenXml(): Unreadable {
  return new Unreadable(
    'damaged',
    'Tệp bị hỏng: phần nội dung bên trong không trọn vẹn. Hãy tải lại tệp, hoặc mở bằng Word và lưu lại, rồi nộp lại.',
  )
}
