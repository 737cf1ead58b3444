import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { freshDatabase } from '../test/database.ts'
import { type Actor, systemActor } from './actor.ts'
import { wireAudit } from './audit/wiring.ts'
import { type Announcement, announcedEvents, historyOf, publicEvents, record, recordMany } from './audit.ts'
import { openDatabase } from './db.ts'

const actor: Actor = {
  userId: 'u1',
  personId: 5,
  name: 'Lê Văn Mẫu',
  role: 'followUp',
  rights: ['task.steer'],
  own: [1],
  seen: null,
  followerId: null,
  onBehalfOf: null,
  agencyId: 1,
  agencyName: 'Văn phòng',
}
const audit = wireAudit(
  [
    { name: 'paper.signed', vi: 'Ký.', en: 'Signed.' },
    { name: 'paper.sent', vi: 'Gửi.', en: 'Sent.' },
  ],
  [
    { event: 'paper.signed', job: 'mail.letter' },
    { event: 'paper.signed', job: 'count.papers' },
  ],
)

test('an act is recorded with who, what, when, before and after', async (t) => {
  const { db } = await freshDatabase(t, audit)
  const subject = { kind: 'paper', id: 7 }
  await db.transaction().execute(async (trx) => {
    await record(trx, actor, 'paper.signed', {
      subject,
      before: { state: 'draft' },
      after: { state: 'signed' },
      detail: ['x'],
    })
    await record(trx, systemActor('nhắc hạn'), 'paper.sent', { subject, on: '2021-02-26', at: '2021-02-28T17:30:00Z' })
    await record(trx, actor, 'paper.sent', { subject: { kind: 'paper', id: 8 }, at: '2021-02-28T17:30:00Z' })
  })
  const [signed, sent, ...none] = await historyOf(db, 'paper', 7)
  assert.equal(none.length, 0)
  assert.deepEqual(
    [signed?.actorPersonId, signed?.actorName, signed?.before, signed?.after, signed?.detail],
    [5, 'Lê Văn Mẫu', { state: 'draft' }, { state: 'signed' }, ['x']],
  )
  assert.deepEqual(
    [sent?.actorPersonId, sent?.actorName, sent?.happenedOn, sent?.recordedAt, sent?.before],
    [null, 'nhắc hạn', '2021-02-26', '2021-02-28T17:30:00Z', null],
  )
  // Half past midnight in Viet Nam is the next day.
  assert.equal((await historyOf(db, 'paper', '8'))[0]?.happenedOn, '2021-03-01')
})

test('each subscriber gets a job, with the act or not at all', async (t) => {
  const { db } = await freshDatabase(t, audit)
  const jobs = async () =>
    (
      await sql<{ task: string; payload: Announcement }>`
        select t.identifier as task, j.payload from graphile_worker._private_jobs j
        join graphile_worker._private_tasks t on t.id = j.task_id order by 1`.execute(db)
    ).rows
  const undone = db.transaction().execute(async (trx) => {
    await record(trx, actor, 'paper.signed', { subject: { kind: 'paper', id: 7 } })
    throw new Error('changed my mind')
  })
  await assert.rejects(undone, /changed my mind/)
  assert.deepEqual([await jobs(), await historyOf(db, 'paper', 7)], [[], []])

  const auditId = await db.transaction().execute(async (trx) => {
    await record(trx, actor, 'paper.sent', { subject: { kind: 'paper', id: 7 } })
    return record(trx, actor, 'paper.signed', { subject: { kind: 'paper', id: 7 } })
  })
  const payload = { auditId, event: 'paper.signed', subject: { kind: 'paper', id: 7 } }
  assert.deepEqual(await jobs(), [
    { task: 'count.papers', payload },
    { task: 'mail.letter', payload },
  ])
})

test('recording an undeclared event is an error', async (t) => {
  const { db } = await freshDatabase(t, audit)
  await assert.rejects(
    db.transaction().execute((trx) => record(trx, actor, 'paper.burnt', { subject: { kind: 'paper', id: 1 } })),
    /no room announces/,
  )
  assert.throws(() => wireAudit([], [{ event: 'paper.burnt', job: 'x' }]), /no room announces/)
  assert.throws(() => wireAudit([], [], [{ events: ['paper.burnt'], follow: async () => {} }]), /no room announces/)
  const twice = { name: 'paper.signed', vi: 'Ký.', en: 'Signed.' }
  assert.throws(() => wireAudit([twice, twice]), /two rooms announce the event paper\.signed/)
})

test('followers of all public events get each of them, and what is only announced is not recorded', async (t) => {
  const followed: string[] = []
  const wiring = wireAudit(
    [
      { name: 'paper.signed', vi: 'Ký.', en: 'Signed.', isPublic: true },
      { name: 'paper.shown', vi: 'Xem.', en: 'Shown.', isPublic: true, isRecorded: false },
      { name: 'paper.drawn', vi: 'Vẽ.', en: 'Drawn.' },
    ],
    [],
    [{ events: 'public', follow: async (_trx, { event }) => void followed.push(event) }],
  )
  const { db } = await freshDatabase(t, wiring)
  const subject = { kind: 'paper', id: 7 }
  await db.transaction().execute(async (trx) => {
    await record(trx, actor, 'paper.drawn', { subject })
    await record(trx, actor, 'paper.signed', { subject })
  })
  assert.deepEqual(followed, ['paper.signed'])
  await assert.rejects(
    db.transaction().execute((trx) => record(trx, actor, 'paper.shown', { subject })),
    /no room announces the event paper\.shown/,
  )
  const names = (events: readonly { name: string }[]) => events.map(({ name }) => name)
  assert.deepEqual(names(announcedEvents(db)), ['paper.drawn', 'paper.signed'])
  assert.deepEqual(names(publicEvents(db)), ['paper.signed', 'paper.shown'])
})

test('two applications in one process share neither events nor subscriptions', async (t) => {
  const { db, url } = await freshDatabase(t, audit)
  const followed: string[] = []
  const other = openDatabase(url, {
    max: 1,
    audit: wireAudit(
      [{ name: 'paper.signed', vi: 'Ký.', en: 'Signed.' }],
      [],
      [{ events: ['paper.signed'], follow: async (_trx, { event }) => void followed.push(event) }],
    ),
  })
  const bare = openDatabase(url, { max: 1 })
  t.after(() => Promise.all([other.destroy(), bare.destroy()]))
  const subject = { kind: 'paper', id: 7 }
  const jobs = async () =>
    (await sql<{ jobs: number }>`select count(*) as jobs from graphile_worker.jobs`.execute(db)).rows[0]!.jobs
  await other.transaction().execute((trx) => record(trx, actor, 'paper.signed', { subject }))
  assert.deepEqual([followed, await jobs()], [['paper.signed'], 0])
  await db.transaction().execute((trx) => record(trx, actor, 'paper.signed', { subject }))
  assert.deepEqual([followed, await jobs()], [['paper.signed'], 2])
  await assert.rejects(
    other.transaction().execute((trx) => record(trx, actor, 'paper.sent', { subject })),
    /no room announces the event paper\.sent/,
  )
  // Whatever a process has imported, a database opened without wiring records nothing.
  await assert.rejects(
    bare.transaction().execute((trx) => record(trx, actor, 'paper.signed', { subject })),
    /without audit wiring/,
  )
  assert.equal((await historyOf(db, 'paper', 7)).length, 2)
})

test('what was recorded cannot be changed, deleted or emptied, by the application or the owner', async (t) => {
  const { db, url } = await freshDatabase(t, audit)
  await db.transaction().execute((trx) => record(trx, actor, 'paper.sent', { subject: { kind: 'paper', id: 1 } }))
  const owner = openDatabase(url, { max: 1 })
  t.after(() => owner.destroy())
  const refused = (error: unknown) => error instanceof pg.DatabaseError && error.code === '42501'
  for (const handle of [db, owner]) {
    await assert.rejects(sql`update platform.audit set actor_name = 'ai đó'`.execute(handle), refused)
    await assert.rejects(sql`delete from platform.audit`.execute(handle), refused)
    await assert.rejects(sql`truncate platform.audit`.execute(handle), refused)
  }
  assert.equal((await historyOf(db, 'paper', 1)).length, 1)
})

test('imported history is written in order, in bulk, and notifies no one', async (t) => {
  const { db } = await freshDatabase(t, audit)
  const facts = Array.from({ length: 12_000 }, (_item, at) => ({
    actor,
    event: 'paper.signed',
    subject: { kind: 'paper', id: at % 3 },
    on: '2020-05-04',
    at: '2020-05-04T02:00:00Z',
    after: { at },
  }))
  await db.transaction().execute((trx) => recordMany(trx, facts))
  const history = await historyOf(db, 'paper', 1)
  assert.equal(history.length, 4_000)
  assert.deepEqual(
    history.slice(0, 3).map(({ after }) => after),
    [{ at: 1 }, { at: 4 }, { at: 7 }],
  )
  assert.deepEqual(
    [history[0]?.recordedAt, history[0]?.happenedOn, history[0]?.before],
    ['2020-05-04T02:00:00Z', '2020-05-04', null],
  )
  const { rows } = await sql<{ jobs: number }>`select count(*) as jobs from graphile_worker.jobs`.execute(db)
  assert.equal(rows[0]?.jobs, 0)
})
