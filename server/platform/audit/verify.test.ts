import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { freshDatabase } from '../../test/database.ts'
import { systemActor } from '../actor.ts'
import { wireAudit } from '../audit/wiring.ts'
import { record } from '../audit.ts'
import { type Db, openDatabase } from '../db.ts'
import { verifyAudit } from './verify.ts'

const audit = wireAudit([{ name: 'seal.tried', vi: 'Thử.', en: 'Tried.' }])
const actor = systemActor('thử')
const write = (db: Db, at: number) =>
  db
    .transaction()
    .execute((trx) => record(trx, actor, 'seal.tried', { subject: { kind: 'seal', id: at }, after: { at } }))

/**
 * A log with rows of its own, and the owner of the database with the guards off: as someone who has taken over the
 * machine.
 */
async function log(t: TestContext, rows = 8) {
  const { db, url } = await freshDatabase(t, audit)
  for (let at = 0; at < rows; at++) await write(db, at)
  const owner = openDatabase(url, { max: 1 })
  t.after(() => owner.destroy())
  await sql`set session_replication_role = replica`.execute(owner)
  const ids = (await db.selectFrom('platform.audit').select('id').orderBy('id').execute()).map(({ id }) => id)
  assert.deepEqual((await verifyAudit(db)).ok, true)
  return { db, owner, ids, url }
}

test('an intact log is reported with its length and head, in one go or in slices', async (t) => {
  const { db, ids } = await log(t)
  const whole = await verifyAudit(db)
  assert.deepEqual([whole.ok, whole.checked, whole.next, whole.fault], [true, ids.length, null, null])
  assert.match(whole.head!, /^[0-9a-f]{64}$/)
  let [after, checked, slices] = [0, 0, 0]
  for (let next: number | null = 0; next !== null; slices++) {
    const part = await verifyAudit(db, { after: next, limit: 3 })
    assert.ok(part.ok)
    checked += part.checked
    after = part.next ?? after
    next = part.next
    if (next === null) assert.equal(part.head, whole.head)
  }
  assert.deepEqual([checked, slices], [ids.length, Math.ceil(ids.length / 3)])
  await write(db, 99)
  assert.ok((await verifyAudit(db, { expect: whole.head! })).ok, 'a log that grew still contains its old head')
})

test('an altered row, in any of its parts, is the first fault reported', async (t) => {
  for (const change of [
    sql`actor_name = 'ai đó'`,
    sql`after = '{"at": 7}'`,
    sql`recorded_at = recorded_at - interval '1 microsecond'`,
    sql`happened_on = happened_on - 1`,
    sql`on_behalf_of_name = 'ai đó'`,
    sql`subject_id = '1000'`,
    sql`detail = '[]'`,
  ]) {
    const { db, owner, ids } = await log(t)
    for (const id of [ids.at(-3)!, ids.at(-2)!])
      await sql`update platform.audit set ${change} where id = ${id}`.execute(owner)
    const { ok, fault, checked } = await verifyAudit(db)
    assert.deepEqual(
      [ok, fault, checked],
      [false, { kind: 'altered', auditId: ids.at(-3), afterAuditId: ids.at(-4) }, ids.length - 3],
    )
  }
})

test('a removed row, with its seal or without', async (t) => {
  const { db, owner, ids } = await log(t)
  await sql`delete from platform.audit where id = ${ids.at(-3)!}`.execute(owner)
  assert.deepEqual((await verifyAudit(db)).fault, { kind: 'missing', auditId: ids.at(-3), afterAuditId: ids.at(-4) })
  await sql`delete from platform.audit_seal where audit_id = ${ids.at(-3)!}`.execute(owner)
  assert.deepEqual((await verifyAudit(db)).fault, { kind: 'missing', auditId: null, afterAuditId: ids.at(-4) })
})

test('a removed seal, in the middle, at the beginning, at the end', async (t) => {
  for (const place of [-3, 0, -1]) {
    const { db, owner, ids } = await log(t)
    await sql`delete from platform.audit_seal where audit_id = ${ids.at(place)!}`.execute(owner)
    const { ok, fault } = await verifyAudit(db)
    assert.deepEqual([ok, fault?.kind, fault?.auditId], [false, 'unsealed', ids.at(place)])
  }
})

test('two swapped rows, or two swapped seals', async (t) => {
  const { db, owner, ids } = await log(t)
  const [a, b] = [ids.at(-4)!, ids.at(-2)!]
  await sql`create temporary table kept as select * from platform.audit where id in (${a}, ${b})`.execute(owner)
  await sql`update platform.audit t set actor_name = k.actor_name, subject_id = k.subject_id, after = k.after,
      recorded_at = k.recorded_at from kept k
    where t.id in (${a}, ${b}) and k.id in (${a}, ${b}) and k.id <> t.id`.execute(owner)
  assert.deepEqual((await verifyAudit(db)).fault, { kind: 'altered', auditId: a, afterAuditId: ids.at(-5) })

  const other = await log(t)
  const [c, d] = [other.ids.at(-4)!, other.ids.at(-2)!]
  await sql`update platform.audit_seal set audit_id = -1 where audit_id = ${c}`.execute(other.owner)
  await sql`update platform.audit_seal set audit_id = ${c} where audit_id = ${d}`.execute(other.owner)
  await sql`update platform.audit_seal set audit_id = ${d} where audit_id = -1`.execute(other.owner)
  assert.deepEqual((await verifyAudit(other.db)).fault, { kind: 'altered', auditId: d, afterAuditId: other.ids.at(-5) })
})

test('a log cut off at its end, or rebuilt from its beginning, is detected by a head noted before', async (t) => {
  const { db, owner, ids } = await log(t)
  const { head } = await verifyAudit(db)
  await sql`delete from platform.audit where id = ${ids.at(-1)!}`.execute(owner)
  await sql`delete from platform.audit_seal where audit_id = ${ids.at(-1)!}`.execute(owner)
  assert.ok((await verifyAudit(db)).ok, 'consistent in itself')
  assert.deepEqual((await verifyAudit(db, { expect: head! })).fault?.kind, 'unexpected')
})

test('the application can add to permanent tables, and neither change, delete nor empty them', async (t) => {
  const { db } = await log(t, 2)
  const refused = (error: unknown) => error instanceof pg.DatabaseError && error.code === '42501'
  for (const [table, column] of [
    ['platform.audit', 'actor_name'],
    ['platform.audit_seal', 'audit_id'],
    ['tasks.fact', 'task_id'],
  ] as const) {
    const [name, field] = [sql.table(table), sql.ref(column)]
    await assert.rejects(sql`update ${name} set ${field} = ${field}`.execute(db), refused, `update ${table}`)
    await assert.rejects(sql`delete from ${name}`.execute(db), refused, `delete from ${table}`)
    await assert.rejects(sql`truncate ${name}`.execute(db), refused, `truncate ${table}`)
  }
  await assert.rejects(sql`alter table platform.audit disable trigger all`.execute(db), refused)
  await assert.rejects(sql`set session_replication_role = replica`.execute(db), refused)
})

test('many concurrent acts make one unbroken chain; what was rolled back to a savepoint leaves nothing', async (t) => {
  const { db, url } = await freshDatabase(t, audit)
  const wide = openDatabase(url, { max: 20, role: 'dieuhanh_app', audit })
  t.after(() => wide.destroy())
  const began = (await verifyAudit(db)).checked
  await Promise.all(
    Array.from({ length: 200 }, (_, at) =>
      wide
        .transaction()
        .execute(async (trx) => {
          await record(trx, actor, 'seal.tried', { subject: { kind: 'seal', id: at } })
          await sql`savepoint half`.execute(trx)
          await record(trx, actor, 'seal.tried', { subject: { kind: 'undone', id: at } })
          await sql`rollback to savepoint half`.execute(trx)
          if (at % 3 === 0) await record(trx, actor, 'seal.tried', { subject: { kind: 'seal', id: -at } })
          if (at % 10 === 9) throw new Error('changed my mind')
        })
        .catch((error: Error) => assert.equal(error.message, 'changed my mind')),
    ),
  )
  const { ok, checked } = await verifyAudit(db)
  const { rows } = await sql<{ count: number; undone: number }>`
    select count(*) filter (where subject_kind = 'seal') as count, count(*) filter (where subject_kind = 'undone') as undone
    from platform.audit`.execute(db)
  assert.ok(ok)
  assert.deepEqual([rows[0]!.count, rows[0]!.undone, checked - began], [240, 0, 240])
})
