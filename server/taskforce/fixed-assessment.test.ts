import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { eventsOf, linesOf } from '../notifications/notifications.fixture.ts'
import { aTask } from '../tasks/task.fixture.ts'
import type { Assessment, AssessmentRows, FixedAssessment, FixedList } from './assess-shapes.ts'
import { differences } from './assessment.ts'
import { A_FINDING, base, codeOf, decided, fieldOf, forceWorld, held, inspectionOf } from './taskforce.fixture.ts'

const fixed = `${base}/fixed-assessments`
const PERIOD = { from: '2021-01-01', asOf: '2021-03-01' }

test('differences: what is the same is not named; a new agency, one that is gone, and another rank are', () => {
  const part = { part: 'onTime' as const, numerator: 1, denominator: 2, points: 50 }
  const one = { agency: { id: 1, name: 'Một' }, rank: 1, sum: 50, parts: [part] }
  const two = { ...one, agency: { id: 2, name: 'Hai' }, rank: 2 }
  assert.deepEqual(differences([one, two], [{ ...one }, two]), [])
  const found = differences([one, two], [{ ...two, rank: 1 }])
  assert.deepEqual(
    found.map(({ agency, before, after }) => [agency.id, before?.rank, after?.rank]),
    [
      [2, 2, 1],
      [1, 1, undefined],
    ],
  )
  assert.equal(differences([one], [{ ...one, parts: [{ ...part, denominator: 3 }] }]).length, 1)
})

test('an assessment is fixed as it is known: later acts do not move it, today’s reading stands beside it', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, head, officer, stranger, agencies, act } = world
  const ids = await world.give(
    ...Array.from({ length: 11 }, (_, n) => aTask(`II.${n}`, agencies.finance, '2021-02-19')),
    aTask('III.1', agencies.home, '2021-02-15'),
  )
  const live = await ok<Assessment>(keeper, 'GET', `${base}/assessment?from=2021-01-01&asOf=2021-03-01`)

  // Only whoever leads; only a period that is over; only once.
  assert.deepEqual(codeOf(await keeper.send('POST', fixed, { body: PERIOD })), [403, 'assessment.may_not_fix'])
  const ahead = await head.send('POST', fixed, { body: { ...PERIOD, asOf: '2021-03-02' } })
  assert.deepEqual([...codeOf(ahead), fieldOf(ahead)], [400, 'assessment.in_future', 'asOf'])
  const empty = await head.send('POST', fixed, { body: { from: '2019-01-01', asOf: '2019-01-02' } })
  assert.deepEqual(codeOf(empty), [409, 'assessment.nothing'])
  const { id } = await ok<{ id: number }>(head, 'POST', fixed, PERIOD)
  assert.deepEqual(codeOf(await head.send('POST', fixed, { body: PERIOD })), [409, 'assessment.fixed'])
  assert.equal((await ok<FixedList>(head, 'GET', fixed)).rows.length, 1, 'what was refused left nothing')

  const first = await ok<FixedAssessment>(head, 'GET', `${fixed}/${id}`)
  assert.deepEqual(first.rows, live.rows)
  assert.deepEqual([first.method.weights.length, first.edition, first.now, first.changes], [6, 1, [], []])
  assert.deepEqual([first.may, (await ok<FixedAssessment>(keeper, 'GET', `${fixed}/${id}`)).may], [['correct'], []])

  // The agency is told once, sees itself alone, and every row that counted against it.
  assert.deepEqual(
    (await eventsOf(officer)).filter((event) => event.startsWith('assessment')),
    ['assessment.fixed'],
  )
  assert.equal(
    (await linesOf(officer)).find(({ event }) => event === 'assessment.fixed')!.rows[0]!.to,
    `/to-cong-tac/danh-gia/${id}`,
  )
  assert.deepEqual(
    (await eventsOf(stranger)).filter((event) => event.startsWith('assessment')),
    [],
  )
  const own = await ok<FixedAssessment>(officer, 'GET', `${fixed}/${id}`)
  assert.deepEqual([own.isOfAll, own.agencies, own.rows.map(({ agency }) => agency.id)], [false, 1, [agencies.finance]])
  const rowsOf = (who = officer, of = id, agencyId = agencies.finance) =>
    ok<AssessmentRows>(who, 'GET', `${fixed}/${of}/rows?agencyId=${agencyId}&part=onTime`)
  const rows = await rowsOf()
  assert.deepEqual([rows.numerator, rows.denominator, rows.rows.every(({ isAgainst }) => isAgainst)], [0, 11, true])
  assert.deepEqual(codeOf(await stranger.send('GET', `${fixed}/${id}`)), [404, 'assessment.not_found'])
  assert.deepEqual((await ok<FixedList>(stranger, 'GET', fixed)).rows, [])
  const others = await officer.send('GET', `${fixed}/${id}/rows?agencyId=${agencies.home}&part=onTime`)
  assert.deepEqual(codeOf(others), [404, 'agency.not_found'])

  // Later it becomes known that a task was done in time: the fixed figures stay, today's reading differs, no one is told.
  world.clock.set('2021-03-08')
  let version = await act(officer, ids[0]!, 'receive', 1)
  version = await act(officer, ids[0]!, 'done', version, { completedOn: '2021-02-18', body: 'Xong' })
  await act(world.giver, ids[0]!, 'confirm', version)
  const later = await ok<FixedAssessment>(head, 'GET', `${fixed}/${id}`)
  assert.deepEqual(later.rows, first.rows)
  assert.deepEqual(await rowsOf(), rows)
  assert.deepEqual(
    later.now.map(({ agency, before, after }) => [
      agency.id,
      before!.parts[0]!.numerator,
      after!.parts[0]!.numerator,
      // Silence is known of the day itself alone: the reading keeps it, and does not differ by it.
      before!.parts.find(({ part }) => part === 'silence')!.denominator ===
        after!.parts.find(({ part }) => part === 'silence')!.denominator,
    ]),
    [[agencies.finance, 0, 1, true]],
  )
  await assert.rejects(
    sql`update taskforce.fixed_row set counts = 1`.execute(world.db),
    /never changed|permission denied/,
  )
  await assert.rejects(sql`delete from taskforce.fixed_agency`.execute(world.db), /never changed|permission denied/)

  // A correction is a new edition with its reason, and lists what changed; the old one stays and is not corrected twice.
  assert.deepEqual(codeOf(await keeper.send('POST', `${fixed}/${id}/correct`, { body: { reason: 'x' } })), [
    403,
    'assessment.may_not_fix',
  ])
  const made = await ok<{ id: number }>(head, 'POST', `${fixed}/${id}/correct`, { reason: 'Xác nhận muộn' })
  const second = await ok<FixedAssessment>(officer, 'GET', `${fixed}/${made.id}`)
  assert.deepEqual([second.edition, second.reason, second.correctsId, second.now], [2, 'Xác nhận muộn', id, []])
  assert.deepEqual(
    second.changes.map(({ agency, before, after }) => [
      agency.id,
      before!.parts[0]!.numerator,
      after!.parts[0]!.numerator,
    ]),
    [[agencies.finance, 0, 1]],
  )
  assert.deepEqual(
    second.changedRows.map(({ part, before, after }) => [part, before?.counts, after?.counts, after?.doneOn]),
    [
      ['lateDays', 10, undefined, undefined],
      ['onTime', 0, 1, '2021-02-18'],
    ],
  )
  const old = await ok<FixedAssessment>(head, 'GET', `${fixed}/${id}`)
  assert.deepEqual([old.rows, old.correctedById, old.may, old.now], [first.rows, made.id, [], []])
  const twice = await head.send('POST', `${fixed}/${id}/correct`, { body: { reason: 'x' } })
  assert.deepEqual(codeOf(twice), [409, 'assessment.corrected_before'])
  const nothing = await head.send('POST', `${fixed}/${made.id}/correct`, { body: { reason: 'x' } })
  assert.deepEqual(codeOf(nothing), [409, 'assessment.unchanged'])
  assert.equal((await ok<FixedList>(head, 'GET', fixed)).rows.length, 2, 'what was refused left nothing')
  assert.deepEqual(
    (await eventsOf(officer)).filter((event) => event.startsWith('assessment')),
    ['assessment.corrected', 'assessment.fixed'],
  )
})

test('a silence past its term stays in the period, whatever is answered or assigned after it', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, officer, agencies } = world
  const recommended = async (words: string) => {
    const body = { words, agencyId: agencies.finance, dueOn: '2021-06-30', sourceKind: 'own' }
    const { id } = await ok<{ id: number }>(keeper, 'POST', `${base}/recommendations`, body)
    await ok(keeper, 'POST', `${base}/recommendations/${id}/make`, undefined, 1)
    return id
  }
  const [answered, assigned, inTime] = [
    await recommended('Kiến nghị trả lời muộn'),
    await recommended('Kiến nghị giao muộn'),
    await recommended('Kiến nghị giao trong hạn'),
  ]
  const [task = 0] = await world.give(aTask('II.1', agencies.finance, '2021-12-31'))
  const inspection = await decided(world, [task])
  await held(world, inspection)
  const url = `${base}/inspections/${inspection}`
  const finding = await ok<{ id: number }>(keeper, 'POST', `${url}/findings`, A_FINDING)
  const { version } = await inspectionOf(world, keeper, inspection)
  await ok(keeper, 'POST', `${url}/send-findings`, { answerBy: '2021-03-09' }, version)
  const asTask = (givenOn: string) => ({
    document: '90/VPCP-TH',
    title: 'Thực hiện kiến nghị',
    leadAgencyId: agencies.finance,
    dueOn: '2021-09-30',
    givenOn,
  })
  world.clock.set('2021-03-15')
  await ok(keeper, 'POST', `${base}/recommendations/${inTime}/issue`, asTask('2021-03-15'), 2)
  world.clock.set('2021-04-01')
  const rows = async (asOf: string) =>
    (
      await ok<AssessmentRows>(
        keeper,
        'GET',
        `${base}/assessment/${agencies.finance}?from=2021-01-01&asOf=${asOf}&part=answerDays`,
      )
    ).rows.map(({ title, dueOn, doneOn, counts, isAgainst }) => [title, dueOn, doneOn, counts, isAgainst])
  const march = [
    [A_FINDING.fact, '2021-03-09', null, 30, true],
    ['Kiến nghị giao muộn', '2021-03-22', null, 30, true],
    ['Kiến nghị trả lời muộn', '2021-03-22', null, 30, true],
  ]
  assert.deepEqual((await rows('2021-03-31')).sort(), march)
  world.clock.set('2021-04-05')
  await ok(officer, 'POST', `${base}/recommendations/${answered}/accept`, { words: 'Rõ', on: '2021-04-05' }, 2)
  await ok(keeper, 'POST', `${base}/recommendations/${assigned}/issue`, asTask('2021-04-05'), 2)
  await ok(officer, 'POST', `${base}/findings/${finding.id}/answer`, { words: 'Rõ', agrees: true }, 2)
  world.clock.set('2021-04-10')
  assert.deepEqual((await rows('2021-03-31')).sort(), march)
  assert.deepEqual(
    (await rows('2021-04-10')).sort(),
    march.map(([title, dueOn]) => [title, dueOn, '2021-04-05', 35, true]),
  )
})
