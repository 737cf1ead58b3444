import assert from 'node:assert/strict'
import { test } from 'node:test'
import { historyOf } from '../platform/audit.ts'
import { upload } from '../test/app.ts'
import { changedOnce } from '../test/once.ts'
import {
  act,
  draftAt,
  editOf,
  look,
  makeReady,
  openDesk,
  type Refusal,
  SAMPLE,
  takeIn,
  WITHOUT_TASKS,
} from '../test/review-desk.ts'
import type { Confirmed, DirectiveText, DraftsChanged } from './shapes.ts'

test('two reviewers cannot overwrite each other, and the second learns who was first', async (t) => {
  const desk = await openDesk(t)
  const other = await desk.as('followUp', { name: 'Phạm Văn Đến Sau' })
  const directive = await takeIn(desk)
  const draft = draftAt(directive, 'II.1.a')
  const first = await act(desk.reviewer, directive, draft, '', { ...editOf(draft), title: 'Tên của người đến trước' })
  assert.equal(first.version, directive.version + 1)

  const url = `/api/directives/${directive.id}/drafts/${draft.id}`
  const late = { body: { ...editOf(draft), title: 'Tên của người đến sau' }, ifMatch: draft.version }
  const refused = await other.send('PUT', url, late)
  const refusal = refused.body as Refusal
  assert.deepEqual([refused.status, refusal.code, refusal.changedBy], [409, 'request.stale', 'Lê Thị Rà Soát'])
  assert.match(refusal.detail, /Lê Thị Rà Soát đã sửa lúc \d\d:\d\d ngày/)
  assert.ok(!Number.isNaN(Date.parse(refusal.changedAt!)))
  assert.equal(draftAt(await look(other, directive.id), 'II.1.a').title, 'Tên của người đến trước')
  for (const act of ['/drop', '/split']) {
    const stale = await other.send('POST', `${url}${act}`, {
      ifMatch: draft.version,
      body: act === '/split' ? { at: 9 } : undefined,
    })
    assert.equal(stale.status, 409, act)
  }
  // Without a version nothing changes.
  assert.equal((await other.send('PUT', url, { body: editOf(draft) })).status, 428)
  // Changes of different drafts do not conflict.
  await act(other, directive, draftAt(directive, 'II.2.a'), '/drop')
})

test('a change repeated under its key is made once, and a file is recognised by its bytes', async (t) => {
  const desk = await openDesk(t)
  const file = upload('ke-hoach-mau.txt', SAMPLE)
  const { id } = (await changedOnce(desk.reviewer, 'POST', '/api/directives', file)).body as { id: number }
  const other = await desk.reviewer.send('POST', '/api/directives', {
    ...upload('ke-hoach-mau.txt', Buffer.from(`${SAMPLE} `)),
    key: 'once /api/directives',
  })
  assert.deepEqual([other.status, (other.body as Refusal).code], [409, 'request.idempotency_key_reused'])
  await desk.drain()
  const url = `/api/directives/${id}`
  const { version, drafts } = await look(desk.reviewer, id)
  await changedOnce(desk.reviewer, 'PATCH', url, { body: { subject: 'Trích yếu khác' }, ifMatch: version })
  const draft = drafts[0]!
  const dropped = await changedOnce(desk.reviewer, 'POST', `${url}/drafts/${draft.id}/drop`, { ifMatch: draft.version })
  assert.equal(dropped.headers.etag, undefined, 'the returned version is the directive’s')
  const seen = await look(desk.reviewer, id)
  const gone = await desk.reviewer.send('DELETE', url, { ifMatch: seen.version, key: 'bo' })
  const again = await desk.reviewer.send('DELETE', url, { ifMatch: seen.version, key: 'bo' })
  assert.deepEqual([gone.status, again.status], [204, 204])
})

test('confirming requires having seen the last change of every draft', async (t) => {
  const desk = await openDesk(t)
  const other = await desk.as('followUp')
  const { id } = await takeIn(desk)
  const seen = await makeReady(desk, id)
  const draft = draftAt(seen, 'II.1.a')
  await act(desk.reviewer, seen, draft, '', { ...editOf(draft), title: 'Đổi tên' })
  const confirm = (version: number) =>
    other.send('POST', `/api/directives/${id}/confirm`, { body: {}, ifMatch: version })
  const stale = await confirm(seen.version)
  assert.deepEqual([stale.status, (stale.body as Refusal).changedBy], [409, 'Lê Thị Rà Soát'])

  // Both confirm concurrently: one creates, the other gets the same answer.
  const { version } = await look(other, id)
  const answers = await Promise.all([
    confirm(version),
    desk.reviewer.send('POST', `/api/directives/${id}/confirm`, { body: {}, ifMatch: version }),
  ])
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200],
  )
  assert.deepEqual(answers[0]!.body, answers[1]!.body)
  assert.equal((answers[0]!.body as Confirmed).created, 4)
  assert.equal((await desk.db.selectFrom('tasks.task').select('task_id').execute()).length, 4)
})

test('two copies of one document confirmed concurrently: one is the first edition, the other is refused', async (t) => {
  const desk = await openDesk(t)
  const first = await makeReady(desk, (await takeIn(desk)).id)
  const second = await makeReady(desk, (await takeIn(desk, `${SAMPLE}\n`, 'ban-sao.txt')).id)
  const answers = await Promise.all(
    [first, second].map(({ id, version }) =>
      desk.reviewer.send('POST', `/api/directives/${id}/confirm`, { body: {}, ifMatch: version }),
    ),
  )
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409])
  assert.equal((await desk.db.selectFrom('tasks.task').select('task_id').execute()).length, 4)
})

test('an edit keeps existing matches, looks new names up, and is in the log', async (t) => {
  const desk = await openDesk(t)
  const directive = await takeIn(desk)
  const draft = draftAt(directive, 'II.1.b')
  const edit = editOf(draft)
  edit.title = '  Báo cáo hằng tháng '
  edit.parties.push({ role: 'coordinating', name: 'Bộ Công Thương', accountable: false, agencyId: null })
  edit.parties.push({
    role: 'coordinating',
    name: 'Bộ Công an',
    accountable: false,
    agencyId: await desk.agency('bo-tai-chinh'),
  })
  const { drafts } = await act(desk.reviewer, directive, draft, '', edit)
  const saved = drafts[0]!
  assert.equal(saved.title, 'Báo cáo hằng tháng')
  assert.deepEqual(
    saved.parties.map(({ agencyName, outcome, accountable }) => [agencyName, outcome, accountable]),
    [
      ['Cổng Thông tin điện tử Chính phủ', 'likely', true],
      [null, 'collective', false],
      ['Bộ Công Thương', 'certain', false],
      ['Bộ Tài chính', 'chosen', false],
    ],
  )
  const entry = (await historyOf(desk.db, 'directive', directive.id)).at(-1)!
  assert.deepEqual([entry.event, entry.actorName], ['directive.draftEdited', 'Lê Thị Rà Soát'])
  assert.equal((entry.before as { title: string }).title, draft.title)
  assert.equal((entry.after as { title: string }).title, 'Báo cáo hằng tháng')
})

test('an invalid edit is refused with its field', async (t) => {
  const desk = await openDesk(t)
  const directive = await takeIn(desk)
  const draft = draftAt(directive, 'II.1.a')
  const refuse = async (change: object) => {
    const url = `/api/directives/${directive.id}/drafts/${draft.id}`
    const answer = await desk.reviewer.send('PUT', url, {
      body: { ...editOf(draft), ...change },
      ifMatch: draft.version,
    })
    const { code, fields } = answer.body as Refusal
    return [answer.status, code, fields?.[0]?.path]
  }
  const lead = editOf(draft).parties[0]!
  assert.deepEqual(await refuse({ title: '   ' }), [400, 'directive.empty_words', 'title'])
  assert.deepEqual(await refuse({ span: { start: 0, end: 9_999_999 } }), [400, 'directive.span_outside', 'span'])
  assert.deepEqual(await refuse({ parties: [lead, { ...lead, name: 'Bộ Y tế' }] }), [
    400,
    'directive.one_accountable',
    'parties.0.accountable',
  ])
  assert.deepEqual(await refuse({ parties: [{ ...lead, role: 'coordinating' }] }), [
    400,
    'directive.accountable_leads',
    'parties.0.accountable',
  ])
  // Bộ Dân tộc và Tôn giáo was founded in 2025; the document is of 2021.
  assert.deepEqual(await refuse({ parties: [{ ...lead, agencyId: await desk.agency('bo-dan-toc-va-ton-giao') }] }), [
    400,
    'directive.agency_not_there',
    'parties.0.agencyId',
  ])
  assert.equal((await refuse({ agencyName: 'x' }))[0], 400)
  const problems = async (change: object) => {
    const now = draftAt(await look(desk.reviewer, directive.id), 'II.1.a')
    const saved = await act(desk.reviewer, directive, now, '', { ...editOf(draft), ...change })
    return saved.drafts[0]!.problems.map(({ field }) => field)
  }
  const [deadline] = draft.deadlines
  const [target] = draft.targets
  assert.deepEqual(await problems({ deadlines: [{ ...deadline, dueOn: null }] }), ['deadlines.0.dueOn'])
  assert.deepEqual(await problems({ deadlines: [{ ...deadline, kind: 'standing' }] }), ['deadlines.0.dueOn'])
  assert.deepEqual(await problems({ targets: [{ ...target, comparator: 'range' }] }), ['targets.0.max'])
  assert.deepEqual(await problems({ parties: [] }), ['parties'])
  assert.deepEqual(await problems({}), [])
})

test('a draft is split where the reviewer chooses, each part keeps its content, and merging restores the whole', async (t) => {
  const desk = await openDesk(t)
  const directive = await takeIn(desk)
  const { text } = (await desk.reviewer.send('GET', `/api/directives/${directive.id}/text`)).body as DirectiveText
  const draft = draftAt(directive, 'II.1.a')
  const at = draft.content.indexOf('hướng dẫn các bộ')
  const { drafts } = await act(desk.reviewer, directive, draft, '/split', { at })
  const [first, second] = drafts
  assert.deepEqual([first!.ref, second!.ref], ['II.1.a/1', 'II.1.a/2'])
  assert.equal(first!.content, 'Hoàn thiện tài liệu kỹ thuật kết nối hệ thống báo cáo;')
  assert.equal(text.slice(first!.contentSpan!.start, first!.contentSpan!.end), first!.content)
  assert.ok(text.slice(second!.contentSpan!.start).startsWith('hướng dẫn các bộ, ngành, địa phương kết nối'))
  assert.deepEqual([first!.targets.length, second!.targets.length], [0, 1])
  for (const part of drafts) {
    assert.deepEqual(part.problems, [])
    assert.deepEqual([part.parties.length, part.deadlines[0]!.dueOn], [3, '2021-09-30'])
  }
  const now = await look(desk.reviewer, directive.id)
  assert.deepEqual(
    now.drafts.map(({ ref }) => ref),
    ['II.1.a/1', 'II.1.a/2', 'II.1.b', 'II.2.a', 'II.2.b'],
  )
  const atEnd = await desk.reviewer.send('POST', `/api/directives/${directive.id}/drafts/${first!.id}/split`, {
    ifMatch: first!.version,
    body: { at: first!.content.length },
  })
  assert.deepEqual([atEnd.status, (atEnd.body as Refusal).code], [400, 'directive.split_place'])

  const merge = (chosen: { id: number; version: number }[]) =>
    desk.reviewer.send('POST', `/api/directives/${directive.id}/drafts/merge`, {
      body: { drafts: chosen.map(({ id, version }) => ({ id, version })) },
    })
  assert.equal((await merge([first!, { ...second!, version: second!.version + 1 }])).status, 409)
  const merged = await merge([second!, first!])
  assert.equal(merged.status, 200)
  const whole = draftAt(await look(desk.reviewer, directive.id), 'II.1.a')
  assert.deepEqual([whole.content, whole.targets.length, whole.parties.length], [draft.content, 1, 3])
  assert.deepEqual([whole.contentSpan, whole.deadlines.length], [draft.contentSpan, 1])
  assert.deepEqual(whole.problems, [])
})

test('merging joins different tasks: contents in order, leads first, no duplicates', async (t) => {
  const desk = await openDesk(t)
  const directive = await takeIn(desk)
  const [a, b] = [draftAt(directive, 'II.1.a'), draftAt(directive, 'II.2.a')]
  const answer = await desk.reviewer.send('POST', `/api/directives/${directive.id}/drafts/merge`, {
    body: { drafts: [b, a].map(({ id, version }) => ({ id, version })) },
  })
  const { drafts } = answer.body as DraftsChanged
  assert.deepEqual(
    drafts.map(({ ref, isDropped }) => [ref, isDropped]),
    [
      ['II.1.a', false],
      ['II.2.a', true],
    ],
  )
  const whole = drafts[0]!
  assert.equal(whole.content, `${a.content} ${b.content}`)
  assert.deepEqual(
    whole.parties.filter(({ role }) => role === 'lead').map(({ agencyName, accountable }) => [agencyName, accountable]),
    [
      ['Cục Kiểm soát thủ tục hành chính', true],
      ['Bộ Tài chính', false],
    ],
  )
  assert.deepEqual([whole.deadlines.length, whole.targets.length], [2, 2])
})

test('a doubted draft that is right is checked once, with who did it, until its content changes', async (t) => {
  const desk = await openDesk(t)
  const directive = await takeIn(desk)
  const doubted = directive.drafts.find(({ problems }) => problems.length === 0)!
  const checked = (await act(desk.reviewer, directive, doubted, '/check')).drafts[0]!
  assert.deepEqual([checked.checkedBy, checked.warnings], ['Lê Thị Rà Soát', doubted.warnings])
  assert.ok(!Number.isNaN(Date.parse(checked.checkedAt!)))
  const url = `/api/directives/${directive.id}/drafts`
  const late = await desk.reviewer.send('POST', `${url}/${doubted.id}/check`, { ifMatch: doubted.version })
  assert.deepEqual([late.status, (late.body as Refusal).code], [409, 'request.stale'])

  const now = await look(desk.reviewer, directive.id)
  const edited = (await act(desk.reviewer, now, checked, '', { ...editOf(checked), title: 'Tên mới' })).drafts[0]!
  assert.deepEqual([edited.checkedBy, edited.checkedAt], [null, null])

  const stopped = directive.drafts.find(({ problems }) => problems.length > 0)!
  const refused = await desk.reviewer.send('POST', `${url}/${stopped.id}/check`, { ifMatch: stopped.version })
  assert.deepEqual([refused.status, (refused.body as Refusal).code], [409, 'draft.not_ready'])
})

test('a dropped draft becomes no task, and is restored under a free reference', async (t) => {
  const desk = await openDesk(t)
  const directive = await takeIn(desk)
  const { drafts } = await act(desk.reviewer, directive, draftAt(directive, 'II.2.b'), '/drop')
  const dropped = drafts[0]!
  assert.deepEqual([dropped.isDropped, dropped.problems], [true, []])
  const twice = await desk.reviewer.send('POST', `/api/directives/${directive.id}/drafts/${dropped.id}/drop`, {
    ifMatch: dropped.version,
  })
  assert.deepEqual([twice.status, (twice.body as Refusal).code], [409, 'draft.dropped'])
  const ready = await look(desk.reviewer, directive.id)
  const back = (await act(desk.reviewer, ready, dropped, '/restore')).drafts[0]!
  assert.deepEqual([back.ref, back.isDropped, back.problems.length], ['II.2.b', false, 1])
  await act(desk.reviewer, ready, back, '/drop')
  const { version } = await look(desk.reviewer, directive.id)
  const answer = await desk.reviewer.send('POST', `/api/directives/${directive.id}/confirm`, {
    body: {},
    ifMatch: version,
  })
  assert.equal((answer.body as Confirmed).created, 3)
})

test('a task added by hand takes the position of the chosen words, and shows them as its sentence', async (t) => {
  const desk = await openDesk(t)
  const directive = await takeIn(desk)
  const { text } = (await desk.reviewer.send('GET', `/api/directives/${directive.id}/text`)).body as DirectiveText
  const words = 'Dữ liệu báo cáo được cập nhật một lần, dùng nhiều nơi.'
  const span = { start: text.indexOf(words), end: text.indexOf(words) + words.length }
  const body = {
    groupTitle: null,
    title: 'Cập nhật dữ liệu báo cáo',
    content: words,
    product: null,
    implements: [],
    parties: [{ role: 'lead', name: 'Bộ Tài chính', accountable: true, agencyId: null }],
    deadlines: [],
    targets: [],
  }
  const add = (extra: object, key?: string) =>
    desk.reviewer.send('POST', `/api/directives/${directive.id}/drafts`, { body: { ...body, ...extra }, key })
  const first = await add({ span }, 'mot')
  assert.equal(first.status, 201)
  assert.deepEqual((await add({ span }, 'mot')).body, first.body)
  await add({})
  const now = await look(desk.reviewer, directive.id)
  assert.deepEqual(
    now.drafts.map(({ ref }) => ref),
    ['BS.1', 'II.1.a', 'II.1.b', 'II.2.a', 'II.2.b', 'BS.2'],
  )
  const ready = await makeReady(desk, directive.id)
  await desk.reviewer.send('POST', `/api/directives/${directive.id}/confirm`, { body: {}, ifMatch: ready.version })
  const task = await desk.db
    .selectFrom('tasks.task')
    .select(['source_sentence', 'deadline_kind'])
    .where('source_ref', '=', 'BS.1')
    .executeTakeFirstOrThrow()
  assert.deepEqual(task, { source_sentence: words, deadline_kind: 'none' })
})

test('a document in which nothing was found can be processed by hand', async (t) => {
  const desk = await openDesk(t)
  const directive = await takeIn(desk, WITHOUT_TASKS, 'thong-bao.txt')
  await desk.reviewer.send('POST', `/api/directives/${directive.id}/drafts`, {
    body: {
      groupTitle: null,
      title: 'Mở cửa đúng giờ',
      content: 'Mở cửa trụ sở đúng giờ.',
      product: null,
      implements: [],
      parties: [{ role: 'lead', name: 'Vụ Tổng hợp', accountable: true, agencyId: null }],
      deadlines: [],
      targets: [],
    },
  })
  const { version, drafts } = await look(desk.reviewer, directive.id)
  assert.equal(drafts[0]!.parties[0]!.agencyName, 'Vụ Tổng hợp')
  const answer = await desk.reviewer.send('POST', `/api/directives/${directive.id}/confirm`, {
    body: {},
    ifMatch: version,
  })
  assert.equal((answer.body as Confirmed).created, 1)
})
