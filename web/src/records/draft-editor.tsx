import { Button, Dropdown } from 'antd'
import { baseKeymap, chainCommands, setBlockType, toggleMark } from 'prosemirror-commands'
import { closeHistory, history, redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { type Node as Doc, Fragment, type NodeType, Slice } from 'prosemirror-model'
import { type Command, EditorState, type Plugin, TextSelection } from 'prosemirror-state'
import {
  addColumnAfter,
  addRowAfter,
  columnResizing,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  tableEditing,
} from 'prosemirror-tables'
import { EditorView } from 'prosemirror-view'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../shell/language.tsx'
import { asList, isList, nextLine } from './draft-lists.ts'
import { type Part, partsOfPaste } from './draft-pasted.ts'
import { nextPlaceholder, placeholdersIn, showPlaceholders } from './draft-placeholders.ts'
import { blockOf, marks, nodes, toDoc, toParts } from './draft-schema.ts'

const { paragraph, heading, centred } = nodes as Record<'paragraph' | 'heading' | 'centred', NodeType>
const strong = marks.strong!
const em = marks.em!

const EMPTY_TABLE: Part = {
  kind: 'table',
  columns: [
    { title: 'TT', width: 1, align: 'center' },
    { title: 'Nội dung', width: 6, align: 'left' },
    { title: 'Ghi chú', width: 3, align: 'left' },
  ],
  rows: [0, 1].map(() => [{ text: '' }, { text: '' }, { text: '' }]),
}

/** A new table after the block the cursor is in, with the cursor in its first free cell. */
const insertTable: Command = (state, dispatch) => {
  if (isInTable(state)) return false
  const at = state.selection.$to.after(1)
  if (dispatch) {
    const table = blockOf(EMPTY_TABLE)
    const next = [table, ...(at === state.doc.content.size ? [paragraph.create()] : [])]
    const tr = closeHistory(state.tr).insert(at, next)
    // Past the table and its row of titles, into the first cell and its paragraph.
    const cell = at + 1 + table.firstChild!.nodeSize + 3
    dispatch(tr.setSelection(TextSelection.create(tr.doc, cell)).scrollIntoView())
  }
  return true
}
/** The row with the cursor; with the titles goes the table. */
const removeRow: Command = (state, dispatch) => {
  if (!isInTable(state)) return false
  const { $from } = state.selection
  const isTitles = $from.index(1) === 0
  return isTitles ? deleteTable(state, dispatch) : deleteRow(state, dispatch)
}
/** To the next cell; after the last into a new row. */
const nextCell: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false
  if (goToNextCell(1)(state, dispatch)) return true
  return addRowAfter(state, (tr) => {
    dispatch?.(tr)
    if (view) goToNextCell(1)(view.state, view.dispatch)
  })
}
const insertField =
  (name: string): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.insertText(`{${name}}`).scrollIntoView())
    return true
  }
/** Outside tables, whose cells hold plain paragraphs. */
const asBlock =
  (type: NodeType, attrs?: object): Command =>
  (state, dispatch) =>
    !isInTable(state) && setBlockType(type, attrs as never)(state, dispatch)

const TOOLS = {
  undo,
  redo,
  bold: toggleMark(strong),
  italic: toggleMark(em),
  paragraph: asBlock(paragraph),
  heading1: asBlock(heading, { level: 1 }),
  heading2: asBlock(heading, { level: 2 }),
  centred: asBlock(centred),
  dashes: asList('dashes'),
  numbers: asList('numbers'),
  table: insertTable,
  row: addRowAfter,
  column: addColumnAfter,
  removeRow,
  removeColumn: deleteColumn,
} as const satisfies Record<string, Command>
type Tool = keyof typeof TOOLS
/** Tools of a table are shown where the cursor is in one. */
const OF_TABLE: readonly Tool[] = ['row', 'column', 'removeRow', 'removeColumn']
const KEYS: Partial<Record<Tool, string>> = {
  undo: 'Mod-z',
  redo: 'Mod-y',
  bold: 'Mod-b',
  italic: 'Mod-i',
  paragraph: 'Mod-Alt-0',
  heading1: 'Mod-Alt-1',
  heading2: 'Mod-Alt-2',
  centred: 'Mod-e',
  dashes: 'Mod-Shift-8',
  numbers: 'Mod-Shift-7',
}
const named = (key: string) =>
  key
    .replace('Mod', 'Ctrl')
    .replaceAll('-', '+')
    .toUpperCase()
    .replace('CTRL', 'Ctrl')
    .replace('ALT', 'Alt')
    .replace('SHIFT', 'Shift')

const pluginsFor = (known: ReadonlySet<string> | undefined): Plugin[] => [
  history(),
  keymap({
    ...Object.fromEntries(Object.entries(KEYS).map(([tool, key]) => [key, TOOLS[tool as Tool]])),
    'Mod-Shift-z': redo,
    Tab: nextCell,
    'Shift-Tab': goToNextCell(-1),
    // A cell is one paragraph: Enter goes on to the next. A list goes on with its mark.
    Enter: chainCommands(nextCell, nextLine),
  }),
  keymap(baseKeymap),
  columnResizing({ cellMinWidth: 32 }),
  tableEditing(),
  showPlaceholders(known),
]

/** Pasted from elsewhere: the same parts that a draft has. What was copied in the editor itself stays as it is. */
function paste(view: EditorView, event: ClipboardEvent): boolean {
  const html = event.clipboardData?.getData('text/html') ?? ''
  const plain = event.clipboardData?.getData('text/plain') ?? ''
  if (html.includes('data-pm-slice')) return false
  if (isInTable(view.state)) {
    if (!html.includes('<table')) view.dispatch(view.state.tr.insertText(plain.replace(/\s+/g, ' ').trim()))
    return !html.includes('<table')
  }
  const parts = partsOfPaste(html, plain)
  if (parts.length === 0) return true
  const blocks = parts.map(blockOf)
  const open = (block: Doc | undefined) => (block?.type === paragraph ? 1 : 0)
  const slice = new Slice(Fragment.from(blocks), open(blocks[0]), open(blocks.at(-1)))
  view.dispatch(closeHistory(view.state.tr).replaceSelection(slice).scrollIntoView())
  return true
}

/** Whether the cursor stands in what a tool makes. */
function isOn(tool: Tool, state: EditorState): boolean {
  const { from, to, empty, $from } = state.selection
  const type = tool === 'bold' ? strong : tool === 'italic' ? em : undefined
  if (type)
    return empty
      ? type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
      : state.doc.rangeHasMark(from, to, type)
  const block = $from.parent
  if (tool === 'heading1' || tool === 'heading2')
    return block.type === heading && block.attrs.level === (tool === 'heading1' ? 1 : 2)
  if (tool === 'centred') return block.type === centred
  if (tool === 'dashes' || tool === 'numbers') return isList(tool, state)
  return false
}

/**
 * The text of a draft, typed as on the page. Its schema holds the parts of an official document and nothing else, so what is seen
 * here is what is printed, and every step can be undone.
 */
export function DraftEditor({
  initial,
  onChange,
  onSave,
  label,
  fields,
}: {
  /** Read once; another `key` begins with another text. */
  initial: readonly Part[]
  onChange: (parts: Part[]) => void
  onSave: () => void
  label: string
  /** Of a template, read once: what may be named in braces. */
  fields?: readonly { name: string; meaning: string; meaningEn: string }[]
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const begun = useRef({ parts: initial, fields })
  const latest = useRef({ onChange, onSave, label })
  latest.current = { onChange, onSave, label }
  const [state, setState] = useState<EditorState>()
  useEffect(() => {
    const made = new EditorView(box.current, {
      state: EditorState.create({
        doc: toDoc([...begun.current.parts]),
        plugins: pluginsFor(begun.current.fields && new Set(begun.current.fields.map(({ name }) => name))),
      }),
      attributes: () => ({
        class: 'draft-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': latest.current.label,
        lang: 'vi',
        spellcheck: 'false',
        'data-testid': 'draft-text',
      }),
      handlePaste: paste,
      handleKeyDown: (_, event) => {
        if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyS') return false
        event.preventDefault()
        latest.current.onSave()
        return true
      },
      dispatchTransaction(tr) {
        made.updateState(made.state.apply(tr))
        setState(made.state)
        if (tr.docChanged) latest.current.onChange(toParts(made.state.doc))
      },
    })
    view.current = made
    setState(made.state)
    return () => made.destroy()
  }, [])
  const run = (command: Command) => {
    const at = view.current
    if (!at) return
    command(at.state, at.dispatch, at)
    at.focus()
  }
  const toFill = fields === undefined && state ? placeholdersIn(state.doc).length : 0
  const shown = (Object.keys(TOOLS) as Tool[]).filter(
    (tool) => !OF_TABLE.includes(tool) || (state !== undefined && isInTable(state)),
  )
  return (
    <div className="draft-editor">
      <div className="row draft-tools" role="toolbar" aria-label={t('outgoing.editor.tools')}>
        {shown.map((tool) => (
          <Button
            key={tool}
            size="small"
            type={state && isOn(tool, state) ? 'primary' : 'default'}
            disabled={!state || !TOOLS[tool](state)}
            // The selection stays in the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run(TOOLS[tool])}
            {...(KEYS[tool] ? { title: named(KEYS[tool]) } : {})}
            {...(state && (tool === 'bold' || tool === 'italic') ? { 'aria-pressed': isOn(tool, state) } : {})}
            className={`draft-tool-${tool}`}
            data-testid={`tool-${tool}`}
          >
            {t(`outgoing.editor.${tool}`)}
          </Button>
        ))}
        {fields ? (
          <Dropdown
            trigger={['click']}
            menu={{
              items: fields.map(({ name, meaning, meaningEn }) => ({
                key: name,
                label: `${language === 'vi' ? meaning : meaningEn} {${name}}`,
              })),
              onClick: ({ key }) => run(insertField(key)),
              className: 'draft-field-menu',
            }}
          >
            <Button size="small" onMouseDown={(event) => event.preventDefault()} data-testid="insert-field">
              {t('outgoing.editor.field')}
            </Button>
          </Dropdown>
        ) : null}
        {toFill > 0 ? (
          <Button
            size="small"
            className="draft-to-fill"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run(nextPlaceholder)}
            data-testid="next-field"
          >
            {t('outgoing.editor.toFill', { count: toFill })}
          </Button>
        ) : null}
      </div>
      <div ref={box} />
    </div>
  )
}
