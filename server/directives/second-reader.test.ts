import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { startLanguageModel } from '../../extraction/second-reader/language-model.fixture.ts'
import { historyOf } from '../platform/audit.ts'
import { readSecondReader } from '../platform/second-reader-settings.ts'
import { act, draftAt, editOf, look, openDesk, SECRET, send, takeIn } from '../test/review-desk.ts'
import { readDirective } from './jobs.ts'
import type { Accuracy, OutcomeList } from './outcome-shapes.ts'
import type { Directive } from './shapes.ts'

const PLAN = readFileSync(join(import.meta.dirname, '../../extraction/second-reader/plan.fixture.txt'), 'utf8')
const GOOD = [
  {
    when: 'Tập huấn nhân viên y tế xã',
    tasks: [
      {
        lead: ['Trung tâm Kiểm soát bệnh tật'],
        coordinating: ['Phòng Tổ chức cán bộ'],
        deadlines: ['trong quý II năm 2026'],
        targets: [],
      },
    ],
  },
  {
    when: 'Kinh phí lấy từ nguồn sự nghiệp',
    tasks: [
      {
        content: 'trước ngày 15 tháng 02 năm 2026 phải có dự toán chi tiết',
        lead: ['Phòng Kế hoạch - Tài chính'],
        coordinating: [],
        deadlines: ['trước ngày 15 tháng 02 năm 2026'],
        targets: [],
      },
    ],
  },
]
const refsOf = ({ drafts }: Directive) => drafts.map(({ ref }) => ref)
const warningsOf = ({ warnings }: Pick<Directive, 'warnings'>) => warnings.map(({ code }) => code)

async function openWith(t: TestContext, model: string, env: Record<string, string> = {}, script = GOOD) {
  const desk = await openDesk(t)
  const languageModel = await startLanguageModel(t, script)
  desk.config.secondReader = readSecondReader({
    SECOND_READER_URL: languageModel.url,
    SECOND_READER_MODEL: model,
    SECOND_READER_KEY: 'khoa-cua-may-doc',
    ...env,
  })
  return { ...desk, languageModel }
}
const kept = (desk: Awaited<ReturnType<typeof openWith>>, id: number) =>
  desk.db
    .selectFrom('directives.second_reading')
    .select(['ref', 'model', 'outcome', 'accepted', 'absent', 'unread', 'span_start', 'span_end', 'milliseconds'])
    .where('directive_id', '=', id)
    .orderBy('second_reading_id')
    .execute()

test('off by default: nothing is sent, nothing is kept', async (t) => {
  const desk = await openWith(t, 'well')
  desk.config.secondReader = undefined
  const directive = await takeIn(desk, PLAN, 'mau.txt')
  assert.deepEqual([refsOf(directive), directive.secondReading], [['II.1', 'II.2'], null])
  assert.deepEqual(await desk.languageModel.received(), [])
  assert.deepEqual(await kept(desk, directive.id), [])
})

test('suggestions are shown as the second reader’s beside the rules’ result, and what was asked is kept', async (t) => {
  const desk = await openWith(t, 'well')
  const directive = await takeIn(desk, PLAN, 'mau.txt')
  assert.deepEqual(refsOf(directive), ['II.1', 'II.2', 'GY.1'])
  assert.deepEqual(directive.secondReading, { model: 'well', asked: 2, answered: 2, accepted: 2, dropped: 0 })
  assert.deepEqual(
    draftAt(directive, 'II.2').parties.map(({ role, name, by }) => [role, name, by]),
    [
      ['lead', 'Trung tâm Kiểm soát bệnh tật', 'secondReader'],
      ['coordinating', 'Phòng Tổ chức cán bộ', 'secondReader'],
    ],
  )
  assert.deepEqual(
    draftAt(directive, 'II.2').deadlines.map(({ dueOn, by }) => [dueOn, by]),
    [['2026-06-30', 'secondReader']],
  )
  assert.ok(draftAt(directive, 'II.1').parties.every(({ by }) => by === undefined))
  assert.ok(warningsOf(draftAt(directive, 'GY.1')).includes('second_reader_task'))
  assert.ok(warningsOf(draftAt(directive, 'II.2')).includes('second_reader_fields'))

  const [first, second] = await desk.languageModel.received()
  assert.deepEqual([first!.path, first!.authorization], ['/v1/chat/completions', 'Bearer khoa-cua-may-doc'])
  assert.ok(!JSON.stringify([first, second]).includes('Hoàn thiện quy chế'), 'only what is doubtful leaves')
  const rows = await kept(desk, directive.id)
  assert.deepEqual(
    rows.map(({ ref, model, outcome, accepted, absent }) => [ref, model, outcome, accepted, absent]),
    [
      ['II.2', 'well', 'answered', 1, 0],
      [null, 'well', 'answered', 1, 0],
    ],
  )
  assert.match(PLAN.slice(rows[1]!.span_start, rows[1]!.span_end), /^Kinh phí lấy từ nguồn sự nghiệp/)
  await assert.rejects(sql`delete from directives.second_reading`.execute(desk.db), /permission denied/)
  await assert.rejects(sql`update directives.second_reading set accepted = 9`.execute(desk.db), /permission denied/)
})

test('a reviewer takes a suggestion over by saving it, or drops it: people confirm', async (t) => {
  const desk = await openWith(t, 'well')
  const directive = await takeIn(desk, PLAN, 'mau.txt')
  const edit = editOf(draftAt(directive, 'II.2'))
  assert.equal(edit.deadlines[0]!.by, 'secondReader')
  edit.parties[0]!.agencyId = await desk.agency('vpcp-vu-tong-hop')
  const { drafts } = await act(desk.reviewer, directive, draftAt(directive, 'II.2'), '', edit)
  assert.ok([...drafts[0]!.parties, ...drafts[0]!.deadlines].every(({ by }) => by === undefined))
  assert.deepEqual(warningsOf(drafts[0]!).includes('second_reader_fields'), false)
  assert.ok(warningsOf(drafts[0]!).includes('lead_missing'), 'the doubt of the rules stays')
  const edited = (await historyOf(desk.db, 'directive', directive.id)).find(
    ({ event }) => event === 'directive.draftEdited',
  )
  assert.deepEqual(edited!.detail, { draftId: drafts[0]!.id, tookOver: true })

  await act(desk.reviewer, directive, draftAt(directive, 'GY.1'), '/drop')
  const plain = editOf(draftAt(directive, 'II.1'))
  plain.parties[0]!.agencyId = await desk.agency('vpcp-vu-tong-hop')
  await act(desk.reviewer, directive, draftAt(directive, 'II.1'), '', plain)
  const ready = await look(desk.reviewer, directive.id)
  desk.clock.set('2026-02-01')
  const confirmed = await desk.reviewer.send('POST', `/api/directives/${directive.id}/confirm`, {
    body: {},
    ifMatch: ready.version,
  })
  assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body))
  const tasks = await desk.db.selectFrom('tasks.task').select(['source_ref', 'due_on']).orderBy('task_id').execute()
  assert.deepEqual(tasks, [
    { source_ref: 'II.1', due_on: '2026-04-30' },
    { source_ref: 'II.2', due_on: '2026-06-30' },
  ])

  // Its suggestions are judged apart: the rules are judged as if they had read alone, and missed what was taken over.
  const outcomes = async (query: string) => {
    const url = `/api/directives/outcomes?from=2026-01&to=2026-12${query}`
    const { rows } = (await desk.reviewer.send('GET', url)).body as OutcomeList
    return rows.map(({ ref, field, verdict, model }) => `${ref} ${field} ${verdict} ${model}`).sort()
  }
  assert.deepEqual(await outcomes('&reader=secondReader'), [
    'GY.1 task dropped well',
    'II.2 coordinating right well',
    'II.2 deadline right well',
    'II.2 lead changed well',
  ])
  assert.equal((await outcomes('&reader=secondReader&model=well')).length, 4)
  assert.deepEqual(await outcomes('&reader=secondReader&model='), [])
  const byRules = await outcomes('')
  for (const missed of ['II.2 coordinating added null', 'II.2 deadline added null', 'II.2 lead added null'])
    assert.ok(byRules.includes(missed), byRules.join('\n'))
  assert.ok(!byRules.some((row) => row.startsWith('GY.1')))
  const figures = async (query: string) =>
    (await desk.reviewer.send('GET', `/api/directives/accuracy?from=2026-01&to=2026-12${query}`)).body as Accuracy
  const { byReader, byField } = await figures('&reader=secondReader')
  assert.deepEqual(byReader[1], { reader: 'secondReader', model: 'well', right: 2, changed: 1, added: 0, dropped: 1 })
  assert.deepEqual([byReader.length, byReader[0]?.reader, byReader[0]?.model], [2, 'rules', null])
  assert.deepEqual(
    byField.map(({ field, right, changed, dropped }) => [field, right, changed, dropped]),
    [
      ['task', 0, 0, 1],
      ['lead', 0, 1, 0],
      ['coordinating', 1, 0, 0],
      ['deadline', 1, 0, 0],
    ],
  )
  const { dropped } = (await figures('')).byField.find(({ field }) => field === 'task')!
  assert.equal(dropped, 0)
  assert.equal((await desk.reviewer.send('GET', '/api/directives/accuracy?reader=x')).status, 400)
})

test('a reader that answers badly, late or never leaves the rules’ result, with a warning on the directive', async (t) => {
  const desk = await openWith(t, 'well', { SECOND_READER_SECONDS: '1' })
  for (const [model, outcome] of [
    ['html', 'unusable'],
    ['huge', 'unusable'],
    ['error', 'refused'],
    ['redirect', 'refused'],
    ['hangs-up', 'unreachable'],
    ['late', 'late'],
    ['never', 'late'],
  ] as const) {
    desk.config.secondReader!.model = model
    const directive = await takeIn(desk, PLAN.replace('(VĂN BẢN MẪU)', `(VĂN BẢN MẪU: ${model})`), `${model}.txt`)
    assert.deepEqual([directive.state, refsOf(directive)], ['review', ['II.1', 'II.2']], model)
    assert.equal(warningsOf(directive).at(-1), 'second_reader_silent', model)
    assert.deepEqual(draftAt(directive, 'II.2').parties, [], model)
    const rows = await kept(desk, directive.id)
    assert.deepEqual(new Set(rows.map((row) => row.outcome)), new Set([outcome]), model)
    assert.ok(rows.every(({ milliseconds }) => milliseconds < 3_000))
  }
  assert.ok((await desk.languageModel.received()).every(({ path }) => path === '/v1/chat/completions'))
})

test('a suggestion with a word that is not in the document is dropped, and the reviewer sees it', async (t) => {
  const invented = GOOD.map(({ when, tasks }) => ({
    when,
    tasks: tasks.map((task) => ({ ...task, lead: ['Sở Tài chính'] })),
  }))
  const desk = await openWith(t, 'well', {}, invented)
  const directive = await takeIn(desk, PLAN, 'mau.txt')
  assert.deepEqual(refsOf(directive), ['II.1', 'II.2'])
  assert.deepEqual(directive.secondReading, { model: 'well', asked: 2, answered: 2, accepted: 0, dropped: 2 })
  assert.match(directive.warnings.at(-1)!.message, /Đã bỏ 2 gợi ý của máy đọc thứ hai/)
})

test('nothing is sent for a secret document, nor to a public address without encryption', async (t) => {
  const desk = await openWith(t, 'well')
  const secret = await takeIn(desk, SECRET, 'mat.txt')
  assert.deepEqual([secret.state, secret.failureCode], ['failed', 'secret'])
  assert.deepEqual(await desk.languageModel.received(), [])
  assert.deepEqual(await kept(desk, secret.id), [])

  desk.config.secondReader = readSecondReader({ SECOND_READER_URL: 'http://8.8.8.8:9/v1' })
  const directive = await takeIn(desk, PLAN, 'mau.txt')
  const rows = await kept(desk, directive.id)
  assert.deepEqual(
    rows.map(({ outcome, milliseconds }) => [outcome, milliseconds < 200]),
    [
      ['unreachable', true],
      ['unreachable', true],
    ],
  )
})

test('a server that stops while the reader is asked leaves the directive to be read, and asked about, again', async (t) => {
  const desk = await openWith(t, 'never', { SECOND_READER_SECONDS: '60' })
  const id = await send(desk.reviewer, 'mau.txt', PLAN)
  const stop = new AbortController()
  const reading = readDirective(id, {
    ...desk,
    log: { info: () => {} } as never,
    last: false,
    signal: stop.signal,
    secondReader: desk.config.secondReader,
  })
  while ((await desk.languageModel.received()).length === 0) await new Promise((later) => setTimeout(later, 20))
  stop.abort()
  await assert.rejects(reading, /stopped while reading/)
  const waiting = await look(desk.reviewer, id)
  assert.deepEqual([waiting.state, waiting.drafts], ['reading', []])
  assert.deepEqual(await kept(desk, id), [])
  desk.config.secondReader!.model = 'well'
  await desk.drain()
  assert.deepEqual(refsOf(await look(desk.reviewer, id)), ['II.1', 'II.2', 'GY.1'])
})
