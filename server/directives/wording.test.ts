import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftAt, editOf, openDesk, takeIn } from '../test/review-desk.ts'
import { doubtsOf } from './draft.ts'
import type { Directive, DraftsChanged, Warning } from './shapes.ts'
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
