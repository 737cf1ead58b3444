import type { LeftOut } from '../compose.ts'
import { child, childrenOf, type Element, isOn, val } from '../container/xml.ts'
import { fromTcvn3, fromVni } from '../decode.ts'
import { isNoteMark } from '../raised.ts'
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

interface RunContent {
  text: string
  /** Boxes and stamps attached to this paragraph: `w:txbxContent` elements. */
  boxes: Element[]
  notes: { kind: 'footnote' | 'endnote'; id: string }[]
  /** True for text that is only a page-number field. */
  pageField: boolean
  /** Struck words and tracked deletions of this paragraph. */
  leftOut: LeftOut[]
  /** Length of the text when something was last left out. */
  leftAt: number
  /** Whether it begins with the raised mark of a note typed by hand. */
  isNote: boolean
  /** Fields that are open, innermost last: true while their code runs, false in their result. */
  fields: boolean[]
}

/**
 * The text of a paragraph that holds: without struck words, tracked deletions and hidden text, with tracked insertions and
 * filled form fields.
 */
export function runsOf(paragraph: Element, style: Style, styles: Styles): RunContent {
  const content: RunContent = {
    text: '',
    boxes: [],
    notes: [],
    pageField: false,
    leftOut: [],
    leftAt: -1,
    isNote: false,
    fields: [],
  }
  walk(paragraph, style, styles, content)
  return content
}

function walk(parent: Element, style: Style, styles: Styles, content: RunContent): void {
  for (const part of parent.children) {
    if (typeof part === 'string') continue
    if (part.name === 'w:r') run(part, style, styles, content)
    else if (part.name === 'w:txbxContent') content.boxes.push(part)
    else if (part.name === 'w:del' || part.name === 'w:moveFrom') leave(content, 'deleted', deletedWords(part))
    else if (part.name === 'w:sdt' && showsPlaceholder(part)) continue
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
        // The result of a field inside the code of another is not printed.
        if (!content.fields.includes(true)) text += inner(part)
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
      case 'w:softHyphen':
        break
      case 'w:instrText':
        if (isPageField(inner(part))) content.pageField = true
        break
      case 'w:fldChar':
        text += fieldMark(part, content.fields)
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
  if (style.hidden) return
  if (style.struck) leave(content, 'struck', shown(text, style))
  else if (style.raised && isNoteMark(content.text, text)) content.isNote ||= content.text.trim() === ''
  else content.text += shown(text, style)
}

/** Words next to each other that were left out the same way are told as one. */
function leave(content: RunContent, how: LeftOut['how'], words: string): void {
  const last = content.leftOut.at(-1)
  if (words === '') return
  if (last?.how === how && content.text.length === content.leftAt) last.words += words
  else content.leftOut.push({ how, words })
  content.leftAt = content.text.length
}

function deletedWords(element: Element): string {
  let words = ''
  for (const part of element.children) {
    if (typeof part === 'string') continue
    if (part.name === 'w:delText' || part.name === 'w:t') words += inner(part)
    else if (part.name === 'w:tab' || part.name === 'w:br') words += ' '
    else words += deletedWords(part)
  }
  return words
}

/** The begin, middle or end of a field; what a form field shows without text of its own. */
function fieldMark(mark: Element, fields: boolean[]): string {
  const type = mark.attributes['w:fldCharType']
  if (type === 'separate') fields.splice(-1, 1, false)
  else if (type === 'end') fields.pop()
  else if (type === 'begin') {
    const data = child(mark, 'w:ffData')
    const shownAs = formField(data)
    fields.push(true)
    return shownAs
  }
  return ''
}

/** A check box is drawn by Word itself, and the choice of a list stands only in its data (ECMA-376 part 1, 17.16). */
function formField(data: Element | undefined): string {
  const box = child(data, 'w:checkBox')
  if (box) return isOn(child(box, 'w:checked') ?? child(box, 'w:default')) ? '☒' : '☐'
  const list = child(data, 'w:ddList')
  if (!list) return ''
  const chosen = Number(val(list, 'w:result') ?? val(list, 'w:default') ?? 0)
  return childrenOf(list, 'w:listEntry')[chosen]?.attributes['w:val'] ?? ''
}

/** A content control that nobody filled in prints only its prompt. */
function showsPlaceholder(control: Element): boolean {
  return isOn(child(child(control, 'w:sdtPr'), 'w:showingPlcHdr'))
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
