/**
 * Lists of official documents: lines that begin with a dash, a number or a letter (Nghị định 30/2020/NĐ-CP, Phụ lục I: khoản, điểm).
 * On paper they are paragraphs, so they are paragraphs here; the editor writes their marks.
 */
import type { Node as Doc } from 'prosemirror-model'
import { type Command, type EditorState, TextSelection } from 'prosemirror-state'
import { isInTable } from 'prosemirror-tables'
import { nodes } from './draft-schema.ts'

/** Letters that name points, in the order in which the decree counts. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy'
const MARK = /^(?:(-|\+)|(\d{1,3})(\.|\))|([a-zđ])\))[ \u00a0]+/

export type ListKind = 'dashes' | 'numbers'

/** The mark at the beginning of a line, with the space after it; none: undefined. */
export const markOf = (text: string): string | undefined => MARK.exec(text)?.[0]

/** The mark of the line after one with this mark; none after the last letter. */
export function markAfter(mark: string): string | undefined {
  const [, dash, number, end, letter] = MARK.exec(mark) ?? []
  if (dash) return `${dash} `
  if (number) return `${Number(number) + 1}${end} `
  const next = letter && LETTERS[LETTERS.indexOf(letter) + 1]
  return next ? `${next}) ` : undefined
}

/** Enter in a line of a list begins its next line; in an empty one it ends the list. */
export const nextLine: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const line = $from.parent
  if (!empty || line.type !== nodes.paragraph || isInTable(state)) return false
  const mark = markOf(line.textContent)
  if (mark === undefined || $from.parentOffset < mark.length) return false
  if (line.textContent.length === mark.length) {
    dispatch?.(state.tr.delete($from.start(), $from.start() + mark.length))
    return true
  }
  const next = markAfter(mark)
  if (next === undefined) return false
  if (dispatch) {
    const split = state.tr.split($from.pos)
    dispatch(split.insertText(next, split.selection.from).scrollIntoView())
  }
  return true
}

/** The paragraphs that the selection touches, each with the position of its text. */
function linesIn(state: EditorState): { at: number; node: Doc }[] {
  const lines: { at: number; node: Doc }[] = []
  state.doc.nodesBetween(state.selection.from, state.selection.to, (node, pos, parent) => {
    if (node.type === nodes.paragraph && parent === state.doc) lines.push({ at: pos + 1, node })
    return !node.isTextblock
  })
  return lines
}
const isOf = (kind: ListKind, { node }: { node: Doc }) => {
  const [, dash, number] = MARK.exec(node.textContent) ?? []
  return kind === 'dashes' ? dash !== undefined : number !== undefined
}

/** Whether all lines of the selection are of a list of this kind. */
export function isList(kind: ListKind, state: EditorState): boolean {
  const lines = linesIn(state)
  return lines.length > 0 && lines.every((line) => isOf(kind, line))
}

/** Makes the lines of the selection a list, or takes its marks away. Another mark gives way. */
export const asList =
  (kind: ListKind): Command =>
  (state, dispatch) => {
    const lines = linesIn(state)
    if (lines.length === 0) return false
    if (!dispatch) return true
    const isOn = isList(kind, state)
    const { tr } = state
    for (const [place, { at, node }] of lines.entries()) {
      const from = tr.mapping.map(at, -1)
      const mark = markOf(node.textContent)
      if (mark !== undefined) tr.delete(from, from + mark.length)
      if (!isOn) tr.insertText(kind === 'dashes' ? '- ' : `${place + 1}. `, from)
    }
    // The cursor stays behind the mark.
    if (state.selection.empty && !isOn) {
      const [{ at, node }] = lines as [(typeof lines)[number]]
      const typed = state.selection.from - at - (markOf(node.textContent)?.length ?? 0)
      const made = kind === 'dashes' ? 2 : 3
      tr.setSelection(TextSelection.create(tr.doc, at + made + Math.max(0, typed)))
    }
    dispatch(tr.scrollIntoView())
    return true
  }
