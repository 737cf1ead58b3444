import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Command, EditorState, TextSelection } from 'prosemirror-state'
import { asList, isList, markAfter, markOf, nextLine } from './draft-lists.ts'
import { nextPlaceholder, placeholdersIn } from './draft-placeholders.ts'
import { toDoc } from './draft-schema.ts'

const lines = (...texts: string[]) => toDoc(texts.map((text) => ({ kind: 'paragraph', runs: [{ text }] })))
/** The lines after a command, with the cursor at the end of the text, or over all of it. */
function after(command: Command, doc: ReturnType<typeof lines>, isAll = false) {
  const end = TextSelection.atEnd(doc)
  const selection = isAll ? TextSelection.between(TextSelection.atStart(doc).$from, end.$to) : end
  let state = EditorState.create({ doc, selection })
  const did = command(state, (tr) => {
    state = state.apply(tr)
  })
  const texts: string[] = []
  state.doc.forEach((node) => {
    texts.push(node.textContent)
  })
  return { did, texts, state }
}

test('the next line of a list has the next mark; points are counted as the decree counts them', () => {
  const next: [string, string | undefined][] = [
    ['- ', '- '],
    ['+ ', '+ '],
    ['1. ', '2. '],
    ['9) ', '10) '],
    ['d) ', 'đ) '],
    ['đ) ', 'e) '],
    ['e) ', 'g) '],
    ['y) ', undefined],
  ]
  for (const [mark, expected] of next) assert.equal(markAfter(mark), expected, mark)
  for (const text of ['Điều 1. Phạm vi', '30/2020/NĐ-CP', '-5 độ', 'ab) x', '1.500 đồng'])
    assert.equal(markOf(text), undefined, text)
})

test('Enter goes on with a list, and ends it in an empty line', () => {
  assert.deepEqual(after(nextLine, lines('a) Một')).texts, ['a) Một', 'b) '])
  const ended = after(nextLine, lines('a) Một', 'b) '))
  assert.deepEqual(ended.texts, ['a) Một', ''])
  assert.equal(after(nextLine, lines('Đoạn thường')).did, false)
  const heading = toDoc([{ kind: 'heading', level: 1, text: '1. Đề mục' }])
  assert.equal(after(nextLine, heading).did, false)
})

test('lines become a list, another list, and paragraphs again', () => {
  const dashes = after(asList('dashes'), lines('Một', '2. Hai', 'Ba'), true)
  assert.deepEqual(dashes.texts, ['- Một', '- Hai', '- Ba'])
  assert.equal(isList('dashes', dashes.state), true)
  const numbers = after(asList('numbers'), dashes.state.doc, true)
  assert.deepEqual(numbers.texts, ['1. Một', '2. Hai', '3. Ba'])
  assert.deepEqual(after(asList('numbers'), numbers.state.doc, true).texts, ['Một', 'Hai', 'Ba'])
  const one = after(asList('numbers'), lines('- Một'))
  assert.deepEqual([one.texts, one.state.selection.from], [['1. Một'], one.state.doc.content.size - 1])
})

test('fields are found in bold halves and in tables, and the next one is chosen', () => {
  const doc = toDoc([
    { kind: 'paragraph', runs: [{ text: 'Theo {incoming.' }, { text: 'notation}', bold: true }, { text: ' ngày' }] },
    { kind: 'table', columns: [{ title: '{today}', width: 1, align: 'left' }], rows: [[{ text: 'không {' }]] },
  ])
  const found = placeholdersIn(doc)
  assert.deepEqual(
    found.map(({ name }) => name),
    ['incoming.notation', 'today'],
  )
  for (const { from, to, name } of found) assert.equal(doc.textBetween(from, to), `{${name}}`)
  const { state } = after(nextPlaceholder, doc)
  assert.deepEqual([state.selection.from, state.selection.to], [found[0]!.from, found[0]!.to])
  assert.equal(after(nextPlaceholder, lines('không có')).did, false)
})
