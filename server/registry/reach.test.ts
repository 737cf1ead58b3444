import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { freshDatabase } from '../test/database.ts'

/** The definition, as one recursive query over everything: slow, and obviously correct. */
const byDefinition = async (db: Db, roots: readonly (number | null)[], day: string) => {
  const { rows } = await sql<{ reached: (number | null)[] }>`
    with recursive
    place as (
      select distinct on (p.agency_id) p.agency_id, p.parent_id
      from registry.agency_period p
      where lower_inf(p.valid) or lower(p.valid) <= ${day}::date
      order by p.agency_id, p.valid desc
    ),
    reached as (
      select unnest(${roots}::bigint[]) as agency_id
      union
      select b.agency_id from reached r cross join lateral (
        select p.agency_id from place p where p.parent_id = r.agency_id
        union all
        select s.old_agency_id from registry.succession s
        where s.new_agency_id = r.agency_id and s.kind = 'main' and s.effective_on <= ${day}::date
      ) b
    )
    select coalesce(array_agg(agency_id order by agency_id), '{}') as reached from reached`.execute(db)
  return rows[0]!.reached
}

const byFunction = async (db: Db, roots: readonly (number | null)[], day: string) => {
  const { rows } = await sql<{ reached: (number | null)[] }>`
    select registry.reach(${roots}::bigint[], ${day}::date) as reached`.execute(db)
  return rows[0]!.reached
}

test('registry.reach matches its definition, for every agency, before and after each reorganisation', async (t) => {
  const { db } = await freshDatabase(t)
  const { rows: agencies } = await sql<{ id: number }>`select agency_id as id from registry.agency`.execute(db)
  const { rows: days } = await sql<{ day: string }>`
    select distinct day::date from (
      select lower(valid) from registry.agency_period union select effective_on from registry.succession
    ) change(at) cross join lateral (values (at), (at - 1)) near(day) where day is not null order by 1`.execute(db)
  assert.ok(agencies.length > 100 && days.length > 10)
  let largest = 0
  for (const { day } of days) {
    for (const { id } of agencies.filter((_, place) => place % 7 === 0)) {
      const reached = await byFunction(db, [id], day)
      largest = Math.max(largest, reached.length)
      assert.deepEqual(reached, await byDefinition(db, [id], day), `agency ${id} on ${day}`)
    }
    const all = agencies.map((body) => body.id)
    assert.deepEqual(await byFunction(db, all, day), await byDefinition(db, all, day))
  }
  assert.ok(largest > 1, 'some agency reaches another')
})

test('registry.reach of nothing, of an unknown agency, of one agency twice', async (t) => {
  const { db } = await freshDatabase(t)
  const { rows } = await sql<{ id: number }>`
    select new_agency_id as id from registry.succession where kind = 'main' limit 1`.execute(db)
  const heir = rows[0]!.id
  for (const roots of [[], [null], [999_999], [heir, heir], [heir, null, 999_999]]) {
    assert.deepEqual(await byFunction(db, roots, '2026-01-01'), await byDefinition(db, roots, '2026-01-01'))
  }
  const { rows: none } = await sql<{ reached: number[] }>`
    select registry.reach(null, '2026-01-01') as reached`.execute(db)
  assert.deepEqual(none[0]!.reached, [])
})
