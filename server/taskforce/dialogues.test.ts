import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { linesOf } from '../notifications/notifications.fixture.ts'
import type { LandingRow } from '../platform/landing.ts'
import type { Reached } from '../platform/live/channel.ts'
import type { Visitor } from '../test/app.ts'
import type { AssessmentRows, FixedAssessment } from './assess-shapes.ts'
import { taskforceAudiences } from './audiences.ts'
import { DIALOGUE_COUNTS, type Dialogue, type DialogueList, type QuestionList, type Sorted } from './dialogue-shapes.ts'
import { base, codeOf, fieldOf, forceWorld, type World } from './taskforce.fixture.ts'

async function session(world: World, heldOn: string, title = 'Đối thoại MẪU'): Promise<number> {
  const { id } = await world.ok<{ id: number }>(world.keeper, 'POST', `${base}/dialogues`, {
    taskForceId: world.forceId,
    title,
    form: 'mixed',
    partner: 'Hội đồng tư vấn MẪU',
    heldOn,
  })
  return id
}
const asking = (count: number) => ({
  questions: Array.from({ length: count }, (_, n) => ({
    asker: `Doanh nghiệp Mẫu ${n + 1}`,
    askerKind: 'firm',
    words: `Thủ tục số ${n + 1} vướng ở đâu?`,
  })),
})

test('all questions of a session that were not sent can be chosen and sent in one request, loaded or not', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, officer, agencies } = world
  const id = await session(world, '2021-03-01')
  const url = `${base}/dialogues/${id}`
  await ok(keeper, 'POST', `${url}/questions`, asking(103))
  const list = (query = '', who = keeper) =>
    ok<QuestionList>(who, 'GET', `${base}/questions?dialogueId=${id}&limit=20${query}`)
  const first = await list()
  assert.deepEqual([first.rows.length, first.toSort?.length], [20, 103])
  const later = await list(`&cursor=${first.nextCursor}`)
  assert.deepEqual([later.rows.length, later.toSort], [20, null])
  assert.deepEqual((await list('&search=so 103 vuong')).toSort?.length, 1, 'of the list as it is filtered')
  assert.deepEqual((await list('', officer)).toSort, null)
  assert.deepEqual((await ok<QuestionList>(keeper, 'GET', `${base}/questions`)).toSort, null)
  const questions = first.toSort!.map((one) => ({
    ...one,
    class: 'clear',
    agencyId: agencies.finance,
    dueOn: '2021-03-15',
  }))
  const done = await ok<Sorted>(keeper, 'POST', `${url}/sort`, { questions })
  assert.deepEqual(done, { classed: 103, sent: 103, agencies: 1 })
  assert.deepEqual((await list()).toSort, [])
})

test('questions are classed, sent, answered, returned and judged; those answered by the next session are counted', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, officer, stranger, agencies } = world
  const id = await session(world, '2021-03-01')
  const url = `${base}/dialogues/${id}`
  await ok(keeper, 'POST', `${url}/questions`, asking(5))
  await ok(keeper, 'POST', `${url}/hold`, { heldOn: '2021-03-01', participants: '30 doanh nghiệp' }, 1)
  const { rows } = await ok<QuestionList>(keeper, 'GET', `${base}/questions?dialogueId=${id}`)
  assert.deepEqual(
    rows.map(({ position, state }) => `${position} ${state}`),
    ['1 asked', '2 asked', '3 asked', '4 asked', '5 asked'],
  )
  assert.deepEqual((await ok<QuestionList>(officer, 'GET', `${base}/questions`)).rows, [])

  const to = { class: 'clear', agencyId: agencies.finance, dueOn: '2021-03-15' }
  const sort = rows
    .slice(0, 4)
    .map(({ id: question, version }, n) =>
      n < 3 ? { id: question, version, ...to } : { id: question, version, class: 'outside' },
    )
  const bad = await keeper.send('POST', `${url}/sort`, {
    body: { questions: [{ ...sort[0], dueOn: '2021-02-01' }, sort[1]] },
  })
  assert.deepEqual([...codeOf(bad), fieldOf(bad)], [400, 'question.due_in_past', 'questions.0.dueOn'])
  const half = await keeper.send('POST', `${url}/sort`, {
    body: { questions: [sort[1], { id: rows[0]!.id, version: 1, class: 'rule', agencyId: agencies.finance }] },
  })
  assert.deepEqual([...codeOf(half), fieldOf(half)], [400, 'question.agency_and_day', 'questions.1.dueOn'])
  const done = await ok<Sorted>(keeper, 'POST', `${url}/sort`, { questions: sort })
  assert.deepEqual(done, { classed: 4, sent: 3, agencies: 1 })
  const stale = await keeper.send('POST', `${url}/sort`, { body: { questions: sort } })
  assert.deepEqual([...codeOf(stale), fieldOf(stale)], [409, 'question.stale', 'questions.0.version'])
  // Told once, with how many, and not of each question.
  const line = (await linesOf(officer)).find(({ event }) => event === 'dialogue.sorted')!
  assert.match(line.rows[0]!.title, /3 câu hỏi gửi cơ quan bạn/)

  const own = (await ok<QuestionList>(officer, 'GET', `${base}/questions?state=sent`)).rows
  assert.deepEqual(
    own.map(({ may }) => may),
    [
      ['answer', 'return'],
      ['answer', 'return'],
      ['answer', 'return'],
    ],
  )
  assert.deepEqual(
    codeOf(
      await stranger.send('POST', `${base}/questions/${own[0]!.id}/answer`, {
        ifMatch: 2,
        body: { words: 'x', on: '2021-03-01' },
      }),
    ),
    [404, 'question.not_found'],
  )
  await ok(
    officer,
    'POST',
    `${base}/questions/${rows[0]!.id}/answer`,
    { words: 'Theo Nghị định MẪU.', on: '2021-03-01' },
    2,
  )
  await ok(officer, 'POST', `${base}/questions/${rows[1]!.id}/return`, { reason: 'Thuộc Bộ Nội vụ' }, 2)
  await ok(
    keeper,
    'POST',
    `${base}/questions/${rows[4]!.id}/answer-here`,
    { words: 'Trả lời ngay', on: '2021-03-01', class: 'clear' },
    1,
  )
  await ok(keeper, 'POST', `${base}/questions/${rows[0]!.id}/judge`, { isSatisfied: false, words: 'Chưa rõ' }, 3)
  const again = await keeper.send('POST', `${base}/questions/${rows[0]!.id}/answer-here`, {
    ifMatch: 4,
    body: { words: 'x', on: '2021-03-01' },
  })
  assert.deepEqual(codeOf(again), [409, 'question.wrong_state'])
  assert.ok((await linesOf(keeper)).some(({ event }) => event === 'question.returned'))

  world.clock.set('2021-04-01')
  await ok(officer, 'POST', `${base}/questions/${rows[2]!.id}/answer`, { words: 'Muộn', on: '2021-04-01' }, 2)
  const next = await session(world, '2021-03-31', 'Đối thoại sau')
  const before = (await ok<DialogueList>(keeper, 'GET', `${base}/dialogues`)).rows.find((row) => row.id === id)!
  assert.deepEqual(
    [before.nextOn, before.answeredByNext, before.questions, before.answered],
    ['2021-03-31', null, 5, 3],
  )
  await ok(keeper, 'POST', `${base}/dialogues/${next}/hold`, { heldOn: '2021-03-31', participants: 'Đủ' }, 1)
  const shown = await ok<Dialogue>(keeper, 'GET', url)
  assert.equal(shown.answeredByNext, 2)
  assert.deepEqual(
    [shown.counts.onTheSpot, shown.counts.inTerm, shown.counts.late, shown.counts.unsatisfied, shown.counts.classed],
    [1, 1, 1, 1, 2],
  )
  for (const name of DIALOGUE_COUNTS) {
    const counted = await ok<QuestionList>(keeper, 'GET', `${base}/questions?dialogueId=${id}&counted=${name}`)
    assert.equal(counted.rows.length, shown.counts[name], `${name} opens its rows`)
  }
  const later = await ok<Dialogue>(keeper, 'GET', `${base}/dialogues/${next}`)
  assert.deepEqual(later.before && [later.before.id, later.before.questions, later.before.answered], [id, 5, 2])
  assert.deepEqual(codeOf(await officer.send('GET', url)), [404, 'dialogue.not_found'])
  const cancel = await keeper.send('POST', `${url}/cancel`, { ifMatch: 2, body: { reason: 'x' } })
  assert.deepEqual(codeOf(cancel), [409, 'dialogue.wrong_state'])
})

test('the same question of the same asker is entered once in a session, all or none', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper } = world
  const url = `${base}/dialogues/${await session(world, '2021-03-01')}/questions`
  const question = { asker: 'Công ty Mẫu', askerKind: 'firm', words: 'Nộp ở đâu?' }
  const again = { ...question, asker: 'công  ty Mẫu ' }
  const refused = await keeper.send('POST', url, { body: { questions: [question, again] } })
  assert.deepEqual([...codeOf(refused), fieldOf(refused)], [400, 'question.asked_twice', 'questions.1'])
  await ok(keeper, 'POST', url, { questions: [question, { ...question, asker: 'Hiệp hội Mẫu' }] })
  const later = await keeper.send('POST', url, { body: { questions: [again] } })
  assert.deepEqual([...codeOf(later), fieldOf(later)], [400, 'question.asked_twice', 'questions.0'])
})

test('a session of a thousand questions is classed and sent in less than ten seconds', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, officer, agencies } = world
  const id = await session(world, '2021-03-01')
  const url = `${base}/dialogues/${id}`
  await ok(keeper, 'POST', `${url}/questions`, asking(1000))
  const { rows } = await ok<QuestionList>(keeper, 'GET', `${base}/questions?dialogueId=${id}&limit=1000`)
  const began = performance.now()
  const targets = [agencies.finance, agencies.home, agencies.planning]
  const questions = rows.map(({ id: question, version }, n) => ({
    id: question,
    version,
    class: 'clear',
    agencyId: targets[n % 3],
    dueOn: '2021-03-31',
  }))
  const done = await ok<Sorted>(keeper, 'POST', `${url}/sort`, { questions })
  const seconds = (performance.now() - began) / 1000
  assert.deepEqual(done, { classed: 1000, sent: 1000, agencies: 3 })
  assert.ok(seconds < 10, `${seconds} s`)
  assert.equal((await linesOf(officer)).filter(({ event }) => event === 'dialogue.sorted').length, 1)
})

test('a question sent again keeps its first addressee, day and term; the silence counts for the one who was silent', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, officer, stranger, agencies } = world
  const health = stranger.actor.agencyId
  const id = await session(world, '2021-03-01')
  const url = `${base}/dialogues/${id}`
  await ok(keeper, 'POST', `${url}/questions`, asking(2))
  const { rows } = await ok<QuestionList>(keeper, 'GET', `${base}/questions?dialogueId=${id}`)
  const [silent, quick] = rows.map((row) => row.id)
  const send = (question: number | undefined, version: number, agencyId: number, dueOn: string) =>
    ok<Sorted>(keeper, 'POST', `${url}/sort`, {
      questions: [{ id: question, version, class: 'clear', agencyId, dueOn }],
    })
  await send(silent, 1, agencies.finance, '2021-03-10')
  await send(quick, 1, agencies.finance, '2021-03-10')
  await ok(officer, 'POST', `${base}/questions/${quick}/return`, { reason: 'Thuộc Bộ Y tế' }, 2)
  const returned = taskforceAudiences.question!
  assert.ok(typeof returned === 'function')
  assert.deepEqual(((await returned(world.db, [quick!], '2021-03-01')).get(quick!) as Reached).agencies, [
    agencies.finance,
  ])
  world.clock.set('2021-03-20')
  await send(silent, 2, health, '2021-03-31')
  await send(quick, 3, health, '2021-03-31')
  const of = async (who: Visitor, question: number | undefined) =>
    (await ok<QuestionList>(who, 'GET', `${base}/questions?dialogueId=${id}`)).rows
      .find((row) => row.id === question)
      ?.sendings.map((one) => [one.agency.id, one.sentOn, one.dueOn, one.endedOn, one.ending, one.isLate])
  const first = [agencies.finance, '2021-03-01', '2021-03-10', '2021-03-20', 'sentAgain', true]
  const second = [health, '2021-03-20', '2021-03-31', null, null, false]
  assert.deepEqual(await of(keeper, silent), [first, second])
  assert.deepEqual(await of(keeper, quick), [
    [agencies.finance, '2021-03-01', '2021-03-10', '2021-03-01', 'returned', false],
    second,
  ])
  // Whoever was silent opens what counts against it, and has nothing more to answer.
  assert.deepEqual(await of(officer, silent), [first, second])
  assert.deepEqual((await ok<QuestionList>(officer, 'GET', `${base}/questions?state=sent`)).rows, [])
  const late = await officer.send('POST', `${base}/questions/${silent}/answer`, {
    ifMatch: 3,
    body: { words: 'x', on: '2021-03-20' },
  })
  assert.deepEqual(codeOf(late), [404, 'question.not_found'])
  await ok(stranger, 'POST', `${base}/questions/${silent}/answer`, { words: 'Trả lời', on: '2021-03-20' }, 3)
  await ok(stranger, 'POST', `${base}/questions/${quick}/answer`, { words: 'Trả lời', on: '2021-03-20' }, 4)
  const { counts } = await ok<Dialogue>(keeper, 'GET', url)
  assert.deepEqual([counts.inTerm, counts.late], [1, 1])
  // The page marks the question that its session counts.
  const marked = (await ok<QuestionList>(keeper, 'GET', `${base}/questions?dialogueId=${id}`)).rows
  assert.deepEqual(
    marked.map((row) => [row.id, row.isLate]),
    [
      [silent, true],
      [quick, false],
    ],
  )
  for (const [kind, of] of [
    ['question', silent],
    ['dialogue', id],
  ] as const) {
    const audience = taskforceAudiences[kind]!
    assert.ok(typeof audience === 'function')
    const { agencies: reached } = (await audience(world.db, [of!], '2021-03-01')).get(of!) as Reached
    assert.deepEqual([...reached].sort(), [agencies.finance, health].sort(), kind)
  }
  const against = async (agencyId: number) =>
    (
      await ok<AssessmentRows>(keeper, 'GET', `${base}/assessment/${agencyId}?from=2021-01-01&part=answerDays`)
    ).rows.map((row) => [row.title, row.dueOn, row.doneOn, row.counts, row.isAgainst])
  const [ofSilent, ofQuick] = rows.map((row) => row.words)
  assert.deepEqual(await against(agencies.finance), [[ofSilent, '2021-03-10', '2021-03-20', 19, true]])
  assert.deepEqual(await against(health), [
    [ofSilent, '2021-03-31', '2021-03-20', 0, false],
    [ofQuick, '2021-03-31', '2021-03-20', 0, false],
  ])
  await assert.rejects(
    sql`update taskforce.question_sending set due_on = '2021-12-31' where question_id = ${silent}`.execute(world.db),
    /never changed/,
  )
})

test('a question sent twice to one agency is two rows of its assessment, which can be fixed and corrected', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, head, officer, agencies } = world
  const id = await session(world, '2021-03-01')
  const url = `${base}/dialogues/${id}`
  await ok(keeper, 'POST', `${url}/questions`, asking(1))
  const [question] = (await ok<QuestionList>(keeper, 'GET', `${base}/questions?dialogueId=${id}`)).rows
  const send = (version: number, dueOn: string) =>
    ok<Sorted>(keeper, 'POST', `${url}/sort`, {
      questions: [{ id: question!.id, version, class: 'clear', agencyId: agencies.finance, dueOn }],
    })
  await send(1, '2021-03-10')
  world.clock.set('2021-03-20')
  await send(2, '2021-03-25')
  world.clock.set('2021-04-01')
  const period = { from: '2021-01-01', asOf: '2021-03-31' }
  const fixed = await ok<{ id: number }>(head, 'POST', `${base}/fixed-assessments`, period)
  const rowsOf = async (of: number) =>
    (
      await ok<AssessmentRows>(
        officer,
        'GET',
        `${base}/fixed-assessments/${of}/rows?agencyId=${agencies.finance}&part=answerDays`,
      )
    ).rows.map((row) => [row.title, row.dueOn, row.doneOn, row.isAgainst])
  const [first, second] = [
    [question!.words, '2021-03-10', '2021-03-20', true],
    [question!.words, '2021-03-25', null, true],
  ]
  assert.deepEqual(await rowsOf(fixed.id), [first, second])

  // The answer was given in time and its day is confirmed later: the correction changes the second row alone.
  await ok(officer, 'POST', `${base}/questions/${question!.id}/answer`, { words: 'Đã trả lời', on: '2021-03-22' }, 3)
  await ok(keeper, 'POST', `${base}/questions/${question!.id}/confirm-day`, { words: 'Sổ văn bản' }, 4)
  assert.ok((await linesOf(officer)).some(({ event }) => event === 'question.dayConfirmed'))
  const correct = `${base}/fixed-assessments/${fixed.id}/correct`
  const made = await ok<{ id: number }>(head, 'POST', correct, { reason: 'Xác nhận ngày trả lời' })
  assert.deepEqual(await rowsOf(made.id), [first, [question!.words, '2021-03-25', '2021-03-22', false]])
  const { changedRows } = await ok<FixedAssessment>(officer, 'GET', `${base}/fixed-assessments/${made.id}`)
  assert.deepEqual(
    changedRows.map(({ before, after }) => [before?.dueOn, before?.doneOn, after?.doneOn]),
    [['2021-03-25', null, '2021-03-22']],
  )
})

test('an officer who also sits in the task force is counted the questions of the own agency alone, and opens as many', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, officer, agencies, forceId } = world
  const id = await session(world, '2021-03-01')
  await ok(keeper, 'POST', `${base}/dialogues/${id}/questions`, asking(3))
  await ok(keeper, 'POST', `${base}/dialogues/${id}/hold`, { heldOn: '2021-03-01', participants: '30 doanh nghiệp' }, 1)
  const { rows } = await ok<QuestionList>(keeper, 'GET', `${base}/questions?dialogueId=${id}`)
  const to = (agencyId: number) => ({ class: 'clear', agencyId, dueOn: '2021-03-15' })
  const [one, two, three] = rows.map(({ id: question, version }) => ({ id: question, version }))
  await ok(keeper, 'POST', `${base}/dialogues/${id}/sort`, {
    questions: [
      { ...one, ...to(agencies.finance) },
      { ...two, ...to(agencies.home) },
      { ...three, ...to(agencies.home) },
    ],
  })
  await ok(keeper, 'POST', `${base}/task-forces/${forceId}/members`, {
    personId: officer.actor.personId,
    fullName: officer.actor.name,
    office: 'Vụ trưởng',
    role: 'member',
    fromOn: '2021-02-01',
    act: '3/QĐ-MẪU',
  })
  const { rows: landing } = await ok<{ rows: LandingRow[] }>(officer, 'GET', '/api/landing')
  const line = landing.find(({ to: opens }) => opens.includes('toAnswer='))!
  assert.deepEqual([line.count, new URL(line.to, 'http://x').searchParams.get('toAnswer')], [1, 'true'])
  const opened = async (query: string) => (await ok<QuestionList>(officer, 'GET', `${base}/questions?${query}`)).rows
  assert.deepEqual(
    (await opened('toAnswer=true')).map((row) => row.id),
    [one!.id],
  )
  assert.equal((await opened('state=sent')).length, 3, 'a member reads what waits with others')
})
