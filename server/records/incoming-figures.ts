/** What became of documents that came in: in time or late, by step, unit and person. Each figure is a count of a list's rows. */
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { monthStart, percentage, todayInVietnam } from '../platform/calendar.ts'
import type { Clock } from '../platform/clock.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { Forbidden } from '../platform/errors.ts'
import { agencyOn } from '../registry/index.ts'
import { bodyOf } from './access.ts'
import type { RecordsDb } from './db.ts'
import { DONE_LATE, handlingConditions, inHandlingList, openLate, unitsWithParts } from './handling-lists.ts'
import { incomingConditions, isLate, listedIncoming, STEPS } from './incoming-lists.ts'
import { type FiguresQuery, INCOMING_STEPS, type IncomingFigures } from './incoming-shapes.ts'
import { demandPeriod } from './period.ts'
import { keepsBooks } from './sight.ts'

export type Level = 'ministry' | 'province' | 'district' | 'commune'

/** The level of a body by its kind, and of what is under it: whose share of documents handled online is asked for. Pure. */
export function levelOf(kind: string, parentKind: string | null): Level {
  if (kind === 'province') return 'province'
  if (kind === 'district') return 'district'
  return parentKind === 'province' ? 'commune' : 'ministry'
}

export async function incomingFigures(
  db: AnyHandle,
  actor: Actor,
  query: FiguresQuery,
  clock: Clock,
): Promise<IncomingFigures> {
  if (!keepsBooks(actor))
    throw new Forbidden(
      'records.may_not_read_figures',
      'Chỉ văn thư, lãnh đạo và người làm lưu trữ của cơ quan mới xem số liệu xử lý văn bản.',
    )
  const today = todayInVietnam(clock)
  const now = clock.now().toString()
  const { to = today } = query
  const from = query.from ?? monthStart(to)
  demandPeriod(from, to)
  const handle = reading<RecordsDb>(db)
  const listed = await listedIncoming(db, actor, today)
  const period = incomingConditions(actor, { registeredFrom: from, registeredTo: to }, now, today)
  // All of the period in one reading.
  const { rows: sums } = await sql<Record<string, number | null>>`
    select count(*)::integer as registered, count(*) filter (where ${isLate(now)})::integer as "registeredLate", ${sql.join(
      INCOMING_STEPS.map((step) => {
        const [end, start] = STEPS[step]
        const days = sql`(extract(epoch from ${sql.ref(`i.${end}`)} - ${sql.ref(`i.${start}`)}) / 86400)`
        return sql`
          count(${days})::integer as ${sql.ref(`${step}_documents`)},
          round(avg(${days})::numeric, 2)::float8 as ${sql.ref(`${step}_average`)},
          round(percentile_cont(0.5) within group (order by ${days})::numeric, 2)::float8 as ${sql.ref(`${step}_median`)}`
      }),
    )}
    from records.incoming i where ${listed} and ${sql.join(period, sql` and `)}`.execute(handle)
  const { rows } = await sql<Pick<IncomingFigures, 'waiting' | 'waitingLate'>>`
    select count(*)::integer as waiting, count(*) filter (where ${isLate(now)})::integer as "waitingLate"
    from records.incoming i where ${listed} and i.state = 'arrived'`.execute(handle)
  const steps = INCOMING_STEPS.map((step) => ({
    step,
    documents: sums[0]![`${step}_documents`] ?? 0,
    averageDays: sums[0]![`${step}_average`] ?? null,
    medianDays: sums[0]![`${step}_median`] ?? null,
  }))
  const { rows: ofUnits } = await sql<{ unit_id: number }>`select u.unit_id from ${unitsWithParts(actor)} u`.execute(
    handle,
  )
  const units = ofUnits.map(({ unit_id: id }) => id)
  const body = await bodyOf(db, actor, today)
  const target = await targetOf(db, body, to)
  return {
    ...rows[0]!,
    registered: sums[0]!.registered ?? 0,
    registeredLate: sums[0]!.registeredLate ?? 0,
    from,
    to,
    steps,
    units: (await unitsOf(db, actor, { from, to, today, units })).map(({ name, id, ...unit }) => ({
      unit: { id, name },
      ...unit,
      share: percentage(unit.online, unit.done, 1, 'round'),
      target: target?.percent ?? null,
    })),
    target,
    people: await peopleLate(db, actor, { from, to, today, units }),
  }
}

interface Period {
  from: string
  to: string
  today: string
  /** Whose parts are read. */
  units: readonly number[]
}

/** Of the leads that units and their people were given: what ended in the period, and what is past its day now. */
async function unitsOf(db: AnyHandle, actor: Actor, { from, to, today, units }: Period) {
  const scope = await inHandlingList(db, actor, 'all', today)
  const led = handlingConditions({ part: 'lead', direct: true }, today)
  const ended = handlingConditions({ state: 'done', endedFrom: from, endedTo: to }, today)
  const { rows } = await sql<{
    id: number
    name: string
    done: number
    online: number
    doneLate: number
    openLate: number
  }>`
    select u.agency_id as id, u.name, w.done, w.online, w."doneLate", w."openLate" from (
      select h.unit_id,
        count(*) filter (where ${sql.join(ended, sql` and `)})::integer as done,
        count(*) filter (where ${sql.join(ended, sql` and `)} and h.is_online)::integer as online,
        count(*) filter (where ${sql.join(ended, sql` and `)} and ${DONE_LATE})::integer as "doneLate",
        count(*) filter (where ${openLate(today)})::integer as "openLate"
      from records.handling h join records.incoming i using (incoming_id)
      where ${readFor(units, ended, today)} and ${scope} and ${sql.join(led, sql` and `)}
      group by h.unit_id) w
    join registry.agency_latest u on u.agency_id = w.unit_id
    where w.done > 0 or w."openLate" > 0
    order by u.position nulls last, u.name collate "vi-x-icu"`.execute(reading<RecordsDb>(db))
  return rows
}

/** For `records.handling h`: what figures of a period read at all, unit by unit: what was done in it, and what is past its day now. */
const readFor = (ids: readonly number[], ended: readonly RawBuilder<unknown>[], today: string) => {
  const units = sql`h.unit_id = any(${[...ids]}::bigint[])`
  return sql`((${units} and ${sql.join(ended, sql` and `)}) or (${units} and ${openLate(today)}))`
}

/** Late steps of persons: done late in the period, and past their day now; those with the most first. */
async function peopleLate(
  db: AnyHandle,
  actor: Actor,
  { from, to, today, units }: Period,
): Promise<IncomingFigures['people']> {
  const scope = await inHandlingList(db, actor, 'all', today)
  const ended = handlingConditions({ state: 'done', endedFrom: from, endedTo: to }, today)
  const { rows } = await sql<IncomingFigures['people'][number]>`
    select json_build_object('id', w.person_id, 'name', p.full_name) as person, u.name as unit, w."doneLate", w."openLate" from (
      select h.person_id, max(h.unit_id) as unit_id,
        count(*) filter (where ${sql.join(ended, sql` and `)} and ${DONE_LATE})::integer as "doneLate",
        count(*) filter (where ${openLate(today)})::integer as "openLate"
      from records.handling h join records.incoming i using (incoming_id)
      where ${readFor(units, ended, today)} and ${scope} and h.person_id is not null
      group by h.person_id) w
    cross join lateral (select c.full_name from registry.person_card c where c.person_id = w.person_id limit 1) p
    join registry.agency_latest u on u.agency_id = w.unit_id
    where w."doneLate" + w."openLate" > 0
    order by w."doneLate" + w."openLate" desc, p.full_name collate "vi-x-icu" limit 200`.execute(reading<RecordsDb>(db))
  return rows
}

/** What share a body is to reach on a day, with its source. */
async function targetOf(db: AnyHandle, body: number, on: string): Promise<IncomingFigures['target']> {
  const agency = await agencyOn(db, body, on)
  if (!agency) return null
  const above = agency.parentId === null ? undefined : await agencyOn(db, agency.parentId, on)
  const row = await reading<RecordsDb>(db)
    .selectFrom('records.online_target')
    .select(['percent', 'source', 'confidence'])
    .where('level', '=', levelOf(agency.kind, above?.kind ?? null))
    .where('valid', '@>', sql<string>`${on}::date`)
    .executeTakeFirst()
  return (row as IncomingFigures['target'] | undefined) ?? null
}
