import { child, type Element, val } from '../container/xml.ts'
import { fromTcvn3, fromVni } from '../decode.ts'
import { type Style, type Styles, withRun } from './styles.ts'

/** Wrappers that add nothing to their content. */
const TRANSPARENT = new Set([
  'w:hyperlink',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:sdt',
  'w:sdtContent',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'mc:AlternateContent',
  'mc:Choice',
  'w:pict',
  'w:object',
  'w:drawing',
])

export interface RunContent {
  text: string
  /** Boxes and stamps attached to this paragraph: `w:txbxContent` elements. */
  boxes: Element[]
  notes: { kind: 'footnote' | 'endnote'; id: string }[]
  /** True for text that is only a page-number field. */
  pageField: boolean
}

/**
 * The visible text of a paragraph: without tracked deletions and hidden text, with tracked insertions, as the document
 * prints.
 */
export function runsOf(paragraph: Element, style: Style, styles: Styles): RunContent {
  const content: RunContent = { text: '', boxes: [], notes: [], pageField: false }
  walk(paragraph, style, styles, content)
  return content
}

function walk(parent: Element, style: Style, styles: Styles, content: RunContent): void {
  for (const part of parent.children) {
    if (typeof part === 'string') continue
    if (part.name === 'w:r') run(part, style, styles, content)
    else if (part.name === 'w:txbxContent') content.boxes.push(part)
    else if (TRANSPARENT.has(part.name)) {
      if (part.name === 'w:fldSimple' && isPageField(part.attributes['w:instr'])) content.pageField = true
      walk(part, style, styles, content)
    } else if (/^(?:wp|a|wps|wpg|v|o|w10|pic):/.test(part.name)) walk(part, style, styles, content)
  }
}

function run(element: Element, paragraph: Style, styles: Styles, content: RunContent): void {
  const properties = child(element, 'w:rPr')
  const style = withRun(styles.ofRun(val(properties, 'w:rStyle'), paragraph), properties)
  let text = ''
  for (const part of element.children) {
    if (typeof part === 'string') continue
    switch (part.name) {
      case 'w:t':
        text += inner(part)
        break
      case 'w:tab':
      case 'w:ptab':
        text += '\t'
        break
      case 'w:br':
      case 'w:cr':
        text += '\n'
        break
      case 'w:noBreakHyphen':
        text += '-'
        break
      case 'w:instrText':
        if (isPageField(inner(part))) content.pageField = true
        break
      case 'w:footnoteReference':
        content.notes.push({ kind: 'footnote', id: part.attributes['w:id'] ?? '' })
        break
      case 'w:endnoteReference':
        content.notes.push({ kind: 'endnote', id: part.attributes['w:id'] ?? '' })
        break
      case 'mc:AlternateContent':
      case 'w:pict':
      case 'w:drawing':
      case 'w:object':
        walk(part, paragraph, styles, content)
        break
    }
  }
  if (!style.hidden) content.text += shown(text, style)
}

function inner(element: Element): string {
  return element.children.filter((part) => typeof part === 'string').join('')
}

/**
 * The letters as the font shows them. Fonts from before Unicode (".VnTime", "VNI-Times") draw Vietnamese letters in
 * place of Western ones; the capital variants of TCVN3 fonts have names that end in H.
 */
function shown(text: string, style: Style): string {
  let letters = text
  if (/^\.Vn/i.test(style.font)) {
    letters = fromTcvn3(letters)
    if (/H$/.test(style.font)) letters = letters.toUpperCase()
  } else if (/^VNI-/i.test(style.font)) {
    letters = fromVni(letters)
  }
  return style.capitals ? letters.toUpperCase() : letters
}

function isPageField(instruction: string | undefined): boolean {
  return /^\s*(?:PAGE|NUMPAGES)\b/.test(instruction ?? '')
}
