/** Fields in braces that stand in a draft or a template: shown as such, each with its place. */
import type { Node as Doc } from 'prosemirror-model'
import { type Command, Plugin, TextSelection } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

const FIELD = /\{([^{}\n]*)\}/g

export interface Placeholder {
  name: string
  from: number
  to: number
}

/** The fields in the order of the text. A field may be partly bold: its letters are read together. */
export function placeholdersIn(doc: Doc): Placeholder[] {
  const found: Placeholder[] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    for (const match of node.textContent.matchAll(FIELD))
      found.push({
        name: match[1]!.trim(),
        from: pos + 1 + match.index,
        to: pos + 1 + match.index + match[0].length,
      })
    return false
  })
  return found
}

/** Marks the fields of a text; one that is not in the list of those known stands out as a mistake. */
export function showPlaceholders(known: ReadonlySet<string> | undefined): Plugin {
  const marks = (doc: Doc) =>
    DecorationSet.create(
      doc,
      placeholdersIn(doc).map(({ name, from, to }) =>
        Decoration.inline(from, to, {
          class: known && !known.has(name) ? 'draft-field draft-field-unknown' : 'draft-field',
        }),
      ),
    )
  return new Plugin({
    state: {
      init: (_, { doc }) => marks(doc),
      apply: (tr, before) => (tr.docChanged ? marks(tr.doc) : before),
    },
    props: {
      decorations(state) {
        return this.getState(state)
      },
    },
  })
}

/** Selects the next field after the cursor, so that what is typed takes its place; after the last, the first. */
export const nextPlaceholder: Command = (state, dispatch) => {
  const all = placeholdersIn(state.doc)
  const next = all.find(({ from }) => from >= state.selection.to) ?? all[0]
  if (!next) return false
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, next.from, next.to)).scrollIntoView())
  return true
}
