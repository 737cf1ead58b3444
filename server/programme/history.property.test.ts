import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { addDays } from '../platform/calendar.ts'
import { reading } from '../platform/db.ts'
import { balances, debtFlow, debtSpans, type ItemFact, standingOf, versionOn, versionsOf } from './debt.ts'
import { type ItemState, type ItemStep, isSent, next } from './item-progress.ts'
import { programmeWorld } from './programme.fixture.ts'

const HISTORIES = 1000
/** Written to the database and derived there too. */
const IN_DATABASE = 150

/** Mulberry32: the same histories on every machine. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const STEPS: ItemStep[] = [
  'submit',
  'submit',
  'submit',
  'returnFile',
  'complete',
  'consider',
  'revise',
  'sign',
  'issue',
  'postpone',
  'postpone',
  'stop',
]
const FIRST = '2020-01-06'
const instant = (day: string, order: number) => `${day}T05:00:00.${String(order).padStart(6, '0')}Z`

/** A history as the acts write it: each step from its state, on a day not before the last, some recorded days later. */
function history(random: () => number): ItemFact[] {
  const pick = (most: number) => Math.floor(random() * most)
  let day = addDays(FIRST, pick(60))
  let recorded = day
  let state: ItemState = 'planned'
  let due = addDays(day, 10 + pick(120))
  const facts: ItemFact[] = [
    { dimension: 'state', state, effectiveOn: day, recordedAt: instant(day, 0) },
    { dimension: 'due', day: due, effectiveOn: day, recordedAt: instant(day, 0) },
  ]
  let dueSince = day
  for (let order = 1; order <= 2 + pick(10); order++) {
    const step = STEPS[pick(STEPS.length)]!
    const to: ItemState | undefined = next(state, step)
    if (to === undefined) continue
    day = addDays(day, pick(40))
    const at = addDays(day, random() < 0.2 ? pick(30) : 0)
    if (at > recorded) recorded = at
    const recordedAt = instant(recorded, order)
    if (step === 'postpone') {
      due = addDays(due, 5 + pick(90))
      dueSince = day > dueSince ? day : dueSince
      facts.push({ dimension: 'due', day: due, effectiveOn: dueSince, recordedAt })
    } else {
      facts.push({ dimension: 'state', state: to, effectiveOn: day, recordedAt })
      // A slip, found later: the step never was.
      if (random() < 0.3) {
        recorded = addDays(recorded, pick(10))
        facts.at(-1)!.annulledAt = instant(recorded, order + 500)
        continue
      }
    }
    state = to
  }
  return facts
}

/** When something of a history became known. */
const instantsOf = (facts: readonly ItemFact[]) => [
  ...new Set(facts.flatMap(({ recordedAt, annulledAt }) => [recordedAt, ...(annulledAt ? [annulledAt] : [])])),
]

const histories = (count: number, seed = 11) => {
  const random = seeded(seed)
  return Array.from({ length: count }, () => history(random))
}

test('1,000 histories: the debt balances in any period, and agrees with what is owed on each day', () => {
  const random = seeded(7)
  const all = histories(HISTORIES).map((facts) => ({ facts, versions: versionsOf(facts, '9999') }))
  const spans = all.flatMap(({ versions }) => debtSpans(versions))
  let owedAtSome = 0
  for (let round = 0; round < 300; round++) {
    const first = addDays(FIRST, Math.floor(random() * 700))
    const last = addDays(first, Math.floor(random() * 200))
    const flow = debtFlow(spans, first, last)
    assert.ok(balances(flow), JSON.stringify({ first, last, flow }))
    // Counted from the entries of the day, not from the spans.
    const owedOn = (day: string) =>
      all.filter(({ versions }) => {
        const version = versionOn(versions, day)
        return version !== undefined && standingOf(version, day) === 'owed'
      }).length
    assert.equal(flow.owedAtStart, owedOn(addDays(first, -1)), `start of ${first}`)
    assert.equal(flow.owedAtEnd, owedOn(last), `end of ${last}`)
    owedAtSome += flow.owedAtEnd
  }
  assert.ok(owedAtSome > 10_000, 'the histories have debt in them')
  // Two periods one after the other are one.
  const [a, b] = [debtFlow(spans, '2020-01-01', '2020-12-31'), debtFlow(spans, '2021-01-01', '2021-12-31')]
  assert.equal(a.owedAtEnd, b.owedAtStart)
})

test('1,000 histories: one standing a day, the first due day stays, a returned file is none, the past does not change', () => {
  for (const facts of histories(HISTORIES, 23)) {
    const versions = versionsOf(facts, '9999')
    const firstDue = (facts[1] as { day: string }).day
    for (const [place, version] of versions.entries()) {
      assert.equal(version.firstDueOn, firstDue)
      assert.equal(version.submittedOn !== null, isSent(version.state))
      if (version.state === 'returned') assert.notEqual(standingOf(version, version.from), 'submitted')
      assert.equal(version.to, versions[place + 1]?.from ?? null)
    }
    // What was known at an instant is the same, whatever is recorded later.
    for (const instant of instantsOf(facts)) {
      const known = facts
        .filter(({ recordedAt }) => recordedAt <= instant)
        .map(({ annulledAt, ...fact }) => (annulledAt && annulledAt <= instant ? { ...fact, annulledAt } : fact))
      assert.deepEqual(versionsOf(facts, instant), versionsOf(known as ItemFact[], '9999'))
    }
  }
})

test('the database derives the same versions and the same debt as the rules', async (t) => {
  const world = await programmeWorld(t)
  const all = histories(IN_DATABASE, 5)
  const ids: number[] = []
  let annulments = 0
  // Straight into the tables: the acts refuse to record what is to come, and it is facts that are tried here.
  await world.db.transaction().execute(async (trx) => {
    for (const [place, facts] of all.entries()) {
      const versions = versionsOf(facts, '9999')
      const last = versions.at(-1)!
      const { item_id } = await trx
        .insertInto('programme.item')
        .values({
          code: `X-${place}`,
          name: `Đề án ${place}`,
          text_kind: 'scheme',
          origin: 'own',
          state: last.state,
          lead_agency_id: world.agencies.finance,
          level: 'government',
          due_on: last.dueOn,
          first_due_on: last.firstDueOn,
          state_on: last.from,
          created_at: '2020-01-01T00:00:00Z',
          created_by: 'thử',
          created_by_agency_id: world.agencies.finance,
          changed_at: '2020-01-01T00:00:00Z',
          changed_by: 'thử',
        })
        .returning('item_id')
        .executeTakeFirstOrThrow()
      ids.push(item_id)
      const [first] = facts
      const about = { item_id, effective_on: first!.effectiveOn, recorded_at: first!.recordedAt }
      // All in one statement, as the first act of an entry records them.
      const made = await trx
        .insertInto('programme.fact')
        .values([
          { ...about, dimension: 'lead', agency_id: world.agencies.finance },
          { ...about, dimension: 'level', words: 'government' },
          { ...about, dimension: 'inCharge', words: null },
          ...facts.map((fact) => ({
            item_id,
            dimension: fact.dimension,
            effective_on: fact.effectiveOn,
            recorded_at: fact.recordedAt,
            state: 'state' in fact ? fact.state : null,
            day: 'day' in fact ? fact.day : null,
          })),
        ])
        .returning('fact_id')
        .execute()
      const annulled = facts.flatMap(({ annulledAt }, n) =>
        annulledAt === undefined ? [] : [{ fact_id: made[n + 3]!.fact_id, annulled_at: annulledAt }],
      )
      annulments += annulled.length
      if (annulled.length > 0) await trx.insertInto('programme.annulled_fact').values(annulled).execute()
    }
  })
  assert.ok(annulments > 20, 'some steps were annulled')
  const { rows } = await sql<{
    item_id: number
    from: string
    to: string | null
    state: string
    dueOn: string
    firstDueOn: string
    moves: number
    submittedOn: string | null
  }>`
    select item_id, valid_from as "from", nullif(valid_to, 'infinity') as "to", state, due_on as "dueOn", first_due_on as "firstDueOn", moves,
           submitted_on as "submittedOn"
    from programme.item_version where known_to = 'infinity' order by item_id, valid_from`.execute(world.db)
  const spans = []
  for (const [place, facts] of all.entries()) {
    const versions = versionsOf(facts, '9999')
    spans.push(...debtSpans(versions))
    assert.deepEqual(
      rows.filter(({ item_id }) => item_id === ids[place]).map(({ item_id: _, ...version }) => ({ ...version })),
      versions.map((version) => ({ ...version })),
    )
    // As known at each instant on the way.
    for (const known of instantsOf(facts)) {
      const { rows: then } = await sql<{ from: string; state: string }>`
        select valid_from as "from", state from programme.item_version
        where item_id = ${ids[place]} and known_from <= ${known}::timestamptz and ${known}::timestamptz < known_to order by valid_from`.execute(
        world.db,
      )
      assert.deepEqual(
        then.map(({ from, state }) => [from, state]),
        versionsOf(facts, known).map(({ from, state }) => [from, state]),
      )
    }
  }
  for (const [first, last] of [
    ['2020-01-01', '2020-12-31'],
    ['2020-03-10', '2020-08-02'],
    ['2021-01-01', '2021-06-30'],
  ] as const) {
    const { rows: flow } = await sql<Record<string, number>>`
      select owed_at_start as "owedAtStart", newly_owed as "newlyOwed", cleared, moved, stopped, owed_at_end as "owedAtEnd"
      from programme.debt_flow(${first}::date, ${last}::date, 'infinity')`.execute(reading(world.db))
    assert.deepEqual({ ...flow[0] }, debtFlow(spans, first, last))
  }
})
