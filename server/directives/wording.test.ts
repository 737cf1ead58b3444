import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftAt, editOf, openDesk, takeIn } from '../test/review-desk.ts'
import { doubtsOf } from './draft.ts'
import { type ProblemCode, problemIn } from './problems.ts'
import type { Directive, DirectiveList, DraftsChanged, Problem, Warning } from './shapes.ts'
import { worded } from './wording.ts'

const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu
const IN_ENGLISH = { headers: { 'accept-language': 'en-GB,en;q=0.9,vi;q=0.5' } }

const TEXT = [
  'VĂN PHÒNG CHÍNH PHỦ\nSố: 902/KH-VPCP\nHà Nội, ngày 15 tháng 01 năm 2021\n',
  'KẾ HOẠCH\nVề việc lập hồ sơ (MẪU)\n',
  '1. Vụ Tổng hợp chủ trì xây dựng kế hoạch, trình trước ngày 31/02/2021.\n',
  '2. Vụ Mẫu Không Có chủ trì xây dựng 2 đề án trong tháng 3.\n',
].join('\n')

/** Words of a doubt without what it quotes. */
const own = ({ message }: Warning) => message.replace(/“[^”]*”/g, '')

test('doubts are said in the language asked for, Vietnamese by default', async (t) => {
  const desk = await openDesk(t)
  const directive = await takeIn(desk, TEXT, 'ke-hoach.pdf')
  const all = ({ warnings, drafts }: Directive) => [...warnings, ...drafts.flatMap((draft) => draft.warnings)]
  assert.deepEqual(directive.warnings[0], {
    code: 'name_mismatch',
    message:
      'Tệp có đuôi .pdf nhưng nội dung là văn bản thuần (TXT); đã đọc theo nội dung. Nên đổi lại đuôi tệp cho đúng.',
    values: { extension: 'pdf', format: 'txt' },
  })
  const url = `/api/directives/${directive.id}`
  const answer = await desk.reviewer.send('GET', url, IN_ENGLISH)
  assert.equal(answer.headers['content-language'], 'en')
  assert.match(String(answer.headers.vary), /accept-language/)
  const english = answer.body as Directive
  assert.deepEqual(
    all(english).map(({ code, span }) => [code, span]),
    all(directive).map(({ code, span }) => [code, span]),
  )
  assert.ok(all(english).some(({ code }) => code === 'deadline_unread'))
  for (const doubt of all(english)) assert.doesNotMatch(own(doubt), VIETNAMESE, doubt.code)
  const french = await desk.reviewer.send('GET', url, { headers: { 'accept-language': 'fr' } })
  assert.equal(french.headers['content-language'], 'vi')
  assert.deepEqual((french.body as Directive).warnings, directive.warnings)
})

test('acts answer in the language of each caller, a repeated one too, and a refusal passes unchanged', async (t) => {
  const desk = await openDesk(t)
  const directive = await takeIn(desk)
  const draft = draftAt(directive, 'II.1.a')
  const [deadline] = draft.deadlines
  const body = { ...editOf(draft), deadlines: [{ ...deadline!, dueOn: '2020-12-31' }] }
  const url = `/api/directives/${directive.id}/drafts/${draft.id}`
  const once = { body, ifMatch: draft.version, key: 'one-edit' }
  const inEnglish = await desk.reviewer.send('PUT', url, { ...once, ...IN_ENGLISH })
  const doubtIn = ({ drafts }: DraftsChanged) =>
    drafts[0]!.warnings.find(({ code }) => code === 'due_before_assigned')!.message
  assert.equal(
    doubtIn(inEnglish.body as DraftsChanged),
    'The deadline 31/12/2020 is before the day of assignment, 15/01/2021. Check the days.',
  )
  const repeated = await desk.reviewer.send('PUT', url, once)
  assert.match(doubtIn(repeated.body as DraftsChanged), /^Hạn 31\/12\/2020 sớm hơn ngày giao 15\/01\/2021\./)
  const stale = await desk.reviewer.send('PUT', url, { body, ifMatch: draft.version, ...IN_ENGLISH })
  assert.deepEqual([stale.status, (stale.body as { code: string }).code], [409, 'request.stale'])
})

test('every doubt about a draft as it is now is in both languages', () => {
  const draft = {
    parties: [{ accountable: true, collective: true, name: 'Các Vụ, Cục', agencyName: 'Vụ Mẫu', span: null }],
    deadlines: [{ dueOn: '2020-12-31', span: { start: 1, end: 2 } }],
    isDropped: false,
  } as unknown as Parameters<typeof doubtsOf>[0]
  const doubts = doubtsOf(draft, '2021-01-15')
  assert.deepEqual(
    doubts.map((doubt) => worded(doubt, 'en').message),
    [
      'The deadline 31/12/2020 is before the day of assignment, 15/01/2021. Check the days.',
      '“Các Vụ, Cục” stands for several agencies; Vụ Mẫu is accountable until a particular unit is chosen.',
    ],
  )
  assert.deepEqual(
    doubts.map((doubt) => worded(doubt, 'vi')),
    doubts,
  )
})

test('problems are said in the language asked for, with the same codes and fields', async (t) => {
  const desk = await openDesk(t)
  const directive = await takeIn(desk, TEXT.replace('Số: 902/KH-VPCP', ''))
  const all = ({ problems, drafts }: Directive) => [...problems, ...drafts.flatMap((draft) => draft.problems)]
  const url = `/api/directives/${directive.id}`
  const english = (await desk.reviewer.send('GET', url, IN_ENGLISH)).body as Directive
  assert.deepEqual(
    all(english).map(({ message: _, ...rest }) => rest),
    all(directive).map(({ message: _, ...rest }) => rest),
  )
  assert.deepEqual(
    english.problems.find(({ code }) => code === 'number_missing'),
    { field: 'number', code: 'number_missing', message: 'The number of the document is missing. Enter it.' },
  )
  assert.deepEqual(all(english).find(({ code }) => code === 'lead_unknown')?.values, { names: ['Vụ Mẫu Không Có'] })
  for (const one of all(english)) assert.doesNotMatch(one.message.replace(/“[^”]*”/g, ''), VIETNAMESE, one.code)
  const draft = english.drafts[0]!
  const body = { ...editOf(draft), parties: [] }
  const saved = await desk.reviewer.send('PUT', `${url}/drafts/${draft.id}`, {
    body,
    ifMatch: draft.version,
    ...IN_ENGLISH,
  })
  assert.equal((saved.body as DraftsChanged).drafts[0]!.problems[0]!.message, 'There is no lead unit. Add one.')
})

test('why a file was refused is said in the language asked for, on its page and in the list', async (t) => {
  const desk = await openDesk(t)
  const directive = await takeIn(desk, '{\\rtf1 MẪU}', 'cong-van.rtf')
  assert.deepEqual([directive.state, directive.failureCode], ['failed', 'unknown_format'])
  assert.match(directive.failure!, /^Đây là tệp RTF/)
  const one = (await desk.reviewer.send('GET', `/api/directives/${directive.id}`, IN_ENGLISH)).body as Directive
  assert.equal(
    one.failure,
    'This file type is not supported. Upload DOCX, PDF, DOC, HTML, Markdown, TXT or a scanned picture (PNG, JPEG).',
  )
  const list = await desk.reviewer.send('GET', '/api/directives', IN_ENGLISH)
  assert.equal(list.headers['content-language'], 'en')
  assert.equal((list.body as DirectiveList).rows.find(({ id }) => id === directive.id)!.failure, one.failure)
  const first = (await desk.reviewer.send('GET', '/api/directives')).body as DirectiveList
  assert.equal(first.rows.find(({ id }) => id === directive.id)!.failure, directive.failure)
})

test('every problem of a draft is in both languages', () => {
  const codes: [ProblemCode, Problem['values']][] = [
    ['undated_has_day', { text: '', day: '2021-03-01' }],
    ['last_day_missing', { text: 'quý I' }],
    ['due_too_far', { day: '9999-12-31' }],
    ['lead_collective', { names: ['Các Bộ', 'Các tỉnh'] }],
    ['too_long', { part: 'product', limit: 2000 }],
    ['too_many', { part: 'targets', limit: 200 }],
    ['wrong_form', { part: 'deadlines' }],
    ['assigned_ahead', { day: '2021-03-01' }],
  ]
  const words = codes.map(([code, values]) => problemIn({ field: 'x', code, message: 'x', values }, 'en').message)
  assert.deepEqual(words, [
    'The deadline is of a kind that has no day but gives 01/03/2021. Remove the day or change the kind.',
    'The deadline “quý I” has no last day. Enter the day, or choose a kind that has no day.',
    'The deadline 31/12/9999 is too far ahead. Check the year.',
    'The lead “Các Bộ”, “Các tỉnh” stands for several agencies. Give it to each of them, or choose the one agency that is accountable.',
    'Product: 2000 characters at most. Shorten it.',
    'Targets: 200 entries at most. Remove some.',
    'Deadlines: not in the right form. Correct it.',
    'The day of assignment, 01/03/2021, is after today. Correct the day.',
  ])
  const strange = { field: 'x', code: 'of_a_later_version', message: 'Chưa rõ.' }
  assert.deepEqual(problemIn(strange, 'en'), strange)
})

test('a doubt kept before its values were noted keeps its words', async (t) => {
  const desk = await openDesk(t)
  const directive = await takeIn(desk)
  const { id } = directive.drafts[0]!
  const message = 'Thời hạn “quý II” không ghi năm; năm được suy từ ngày ban hành văn bản.'
  await desk.db
    .updateTable('directives.draft')
    .set({ warnings: JSON.stringify([{ code: 'deadline_year', message }]) as never })
    .where('draft_id', '=', id)
    .execute()
  const answer = await desk.reviewer.send('GET', `/api/directives/${directive.id}`, IN_ENGLISH)
  assert.deepEqual((answer.body as Directive).drafts[0]!.warnings, [{ code: 'deadline_year', message }])
})
