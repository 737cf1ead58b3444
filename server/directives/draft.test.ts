import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsOf, titleOf, withOneAccountable } from './draft.ts'
import type { DraftContent } from './drafts.ts'
import { joined } from './merge.ts'
import { freeRef, refOfAdded, refOfMerged, refsOfParts } from './ref.ts'
import type { DraftDeadline, DraftParty, DraftTarget } from './shapes.ts'
import { cut } from './split.ts'

const TODAY = '2021-03-01'

const party = (name: string, more: Partial<DraftParty> = {}): DraftParty => ({
  role: 'lead',
  name,
  scope: null,
  collective: false,
  span: null,
  confidence: 1,
  accountable: false,
  agencyId: null,
  agencyName: null,
  outcome: 'unknown',
  candidates: [],
  members: null,
  ...more,
})
const deadline = (text: string, more: Partial<DraftDeadline> = {}): DraftDeadline => ({
  kind: 'date',
  text,
  dueOn: '2021-06-30',
  strict: false,
  recurs: null,
  milestone: false,
  rule: null,
  inherited: false,
  span: null,
  confidence: 1,
  ...more,
})
const target = (text: string, more: Partial<DraftTarget> = {}): DraftTarget => ({
  text,
  measure: text,
  comparator: '=',
  value: 30,
  max: null,
  unit: '%',
  baseline: null,
  scope: null,
  byWhen: null,
  span: null,
  confidence: 1,
  ...more,
})
const draft = (more: Partial<DraftContent> = {}): DraftContent & { isDropped: boolean } => ({
  groupTitle: null,
  title: 'Việc',
  content: 'Làm việc.',
  product: null,
  implements: [],
  parties: [party('Bộ A', { agencyId: 1 })],
  deadlines: [],
  targets: [],
  span: null,
  contentSpan: null,
  isDropped: false,
  ...more,
})

test('a target whose number cannot be stored exactly blocks the draft; a long name is quoted in part', () => {
  const huge = draft({ targets: [target('đạt 10^32', { value: 1e32 })], parties: [party('Vụ '.repeat(300))] })
  const [parties, value] = problemsOf(huge, TODAY)
  assert.deepEqual([parties?.field, value?.field], ['parties', 'targets.0.value'])
  assert.ok(parties!.message.length < 260, parties!.message)
})

test('a value longer than allowed blocks the draft, naming the field', () => {
  const long = draft({
    product: 'x'.repeat(2001),
    groupTitle: 'y'.repeat(801),
    parties: [party('Bộ A', { agencyId: 1, scope: 'z'.repeat(1001) })],
    deadlines: [deadline('31/3/0201', { dueOn: '0201-03-31' })],
  })
  const problems = problemsOf(long, TODAY)
  assert.deepEqual(problems.map(({ field }) => field).sort(), [
    'deadlines.0.dueOn',
    'groupTitle',
    'parties.0.scope',
    'product',
  ])
  assert.match(problems.find(({ field }) => field === 'product')!.message, /^Sản phẩm: .*2000 ký tự/)
  assert.deepEqual(problemsOf({ ...long, isDropped: true }, TODAY), [])
})

test('problems that block a draft', () => {
  const rows: [Partial<DraftContent> & { isDropped?: boolean }, string[]][] = [
    [{}, []],
    [{ title: ' ' }, ['title']],
    [{ content: ' ' }, ['content']],
    [{ parties: [] }, ['parties']],
    [{ parties: [party('Trung tâm B')] }, ['parties']],
    [{ parties: [party('Trung tâm B'), party('Bộ A', { agencyId: 1 })] }, []],
    [{ parties: [party('Bộ A', { agencyId: 1, role: 'coordinating' })] }, ['parties']],
    [{ deadlines: [deadline('trước ngày 30/6')] }, []],
    [{ deadlines: [deadline('trong 06 tháng', { dueOn: null })] }, ['deadlines.0.dueOn']],
    [{ deadlines: [deadline('thường xuyên', { kind: 'standing', dueOn: null })] }, []],
    [{ deadlines: [deadline('thường xuyên', { kind: 'standing' })] }, ['deadlines.0.dueOn']],
    [{ deadlines: [deadline('lần 1', { kind: 'none', dueOn: null, milestone: true })] }, ['deadlines.0.dueOn']],
    [{ deadlines: [deadline('trước ngày 31/12/9999', { dueOn: '9999-12-31' })] }, ['deadlines.0.dueOn']],
    [{ targets: [target('30%')] }, []],
    [{ targets: [target('10-15%', { comparator: 'range', value: 10, max: 15 })] }, []],
    [{ targets: [target('15-10%', { comparator: 'range', value: 15, max: 10 })] }, ['targets.0.max']],
    [{ targets: [target('30%', { max: 40 })] }, ['targets.0.max']],
    [{ parties: [], title: '', isDropped: true }, []],
  ]
  for (const [change, fields] of rows) {
    const found = problemsOf({ ...draft(change), isDropped: change.isDropped ?? false }, TODAY)
    assert.deepEqual(
      found.map(({ field }) => field),
      fields,
      JSON.stringify(change),
    )
    for (const { message } of found) assert.match(message, /\p{Lu}.+\.$/u)
  }
})

test('one lead is accountable: the marked one, else the first matched by its own name, else the one accountable for a phrase', () => {
  const names = (parties: DraftParty[]) =>
    withOneAccountable(parties).flatMap(({ name, accountable }) => (accountable ? name : []))
  const a = party('A', { agencyId: 1 })
  const phrase = party('các Vụ', { agencyId: 9, collective: true })
  assert.deepEqual(names([party('?'), a, party('B', { agencyId: 2 })]), ['A'])
  assert.deepEqual(names([a, party('B', { agencyId: 2, accountable: true })]), ['B'])
  assert.deepEqual(names([party('?', { accountable: true }), a]), ['A'])
  assert.deepEqual(names([phrase, a]), ['A'])
  assert.deepEqual(names([phrase]), ['các Vụ'])
  assert.deepEqual(names([party('C', { agencyId: 3, role: 'coordinating', accountable: true })]), [])
})

test('references of parts', () => {
  assert.deepEqual(refsOfParts('II.1.a', new Set()), ['II.1.a/1', 'II.1.a/2'])
  assert.deepEqual(refsOfParts('II.1.a', new Set(['II.1.a/2'])), ['II.1.a/1', 'II.1.a/3'])
  assert.equal(freeRef('II.1.a/2', new Set(['II.1.a/2', 'II.1.a/3'])), 'II.1.a/4')
  assert.equal(freeRef('II.1.a', new Set(['II.1.a'])), 'II.1.a/2')
  assert.equal(refOfMerged(['II.1.a/1', 'II.1.a/2'], new Set(['II.1.b'])), 'II.1.a')
  assert.equal(refOfMerged(['II.1.a/1', 'II.1.a/2'], new Set(['II.1.a/3'])), 'II.1.a/1')
  assert.equal(refOfMerged(['II.1.a/1', 'II.1.b'], new Set()), 'II.1.a/1')
  assert.equal(refOfMerged(['II.1.a', 'II.1.b'], new Set()), 'II.1.a')
  assert.equal(refOfAdded(new Set(['BS.1', 'BS.2'])), 'BS.3')
})

const TEXT = 'a) Rà soát hồ sơ đạt 30%;\n   báo cáo đạt\n100% trước ngày 30/6. Đơn vị chủ trì: Bộ A.'
const spanOf = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const whole = draft({
  content: 'Rà soát hồ sơ đạt 30%; báo cáo đạt 100% trước ngày 30/6.',
  contentSpan: { start: 3, end: TEXT.indexOf(' Đơn vị') },
  span: { start: 0, end: TEXT.length },
  parties: [party('Bộ A', { agencyId: 1, span: spanOf('Bộ A') })],
  deadlines: [deadline('trước ngày 30/6', { span: spanOf('trước ngày 30/6') })],
  targets: [target('đạt 30%', { span: spanOf('đạt 30%') }), target('đạt\n100%', { span: spanOf('đạt\n100%') })],
})

test('a split finds its place in the document despite folded white space', () => {
  const [first, second] = cut(whole, whole.content.indexOf('báo cáo'), TEXT)
  assert.deepEqual([first.content, second.content], ['Rà soát hồ sơ đạt 30%;', 'báo cáo đạt 100% trước ngày 30/6.'])
  assert.equal(TEXT.slice(first.contentSpan!.start, first.contentSpan!.end), 'Rà soát hồ sơ đạt 30%;')
  assert.equal(TEXT.slice(second.contentSpan!.start, second.contentSpan!.end), 'báo cáo đạt\n100% trước ngày 30/6.')
  assert.deepEqual([first.targets.length, second.targets.length], [1, 1])
  // The label is outside the content: it leads both parts. The part without a deadline gets the only one.
  assert.deepEqual([first.parties.length, second.parties.length], [1, 1])
  assert.deepEqual([first.deadlines.length, second.deadlines.length], [1, 1])
  assert.deepEqual([first.title, second.title], [titleOf(first.content), 'báo cáo đạt 100% trước ngày 30/6'])
})

test('rewritten content is split by its words', () => {
  const rewritten = { ...whole, content: 'Viết lại khác hẳn, đạt 30%; báo cáo đạt 100%.' }
  const [first, second] = cut(rewritten, rewritten.content.indexOf('báo cáo'), TEXT)
  assert.deepEqual(
    [first.targets, second.targets].map((targets) => targets.map(({ text }) => text)),
    [['đạt 30%'], ['đạt\n100%']],
  )
  assert.deepEqual([first.contentSpan, second.contentSpan], [whole.contentSpan, whole.contentSpan])
})

test('no split leaves a part empty or cuts a character', () => {
  for (const at of [0, 1_000, whole.content.length])
    assert.throws(() => cut(whole, at, TEXT), { code: 'directive.split_place' })
  const pair = draft({ content: 'A \u{1F4C4} B' })
  assert.throws(() => cut(pair, 3, ''), { code: 'directive.split_place' })
})

test('merging the parts of a split restores the whole', () => {
  for (let at = 1; at < whole.content.length; at++) {
    const parts = cut(whole, at, TEXT)
    const back = joined(parts)
    assert.deepEqual([back.parties.length, back.deadlines.length, back.targets.length], [1, 1, 2], `at ${at}`)
    assert.deepEqual(back.contentSpan, whole.contentSpan)
  }
})
