import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { house } from '../house.ts'
import { systemActor } from '../platform/actor.ts'
import { verifyAudit } from '../platform/audit/verify.ts'
import { type Db, openDatabase } from '../platform/db.ts'
import { calendarOf } from '../registry/index.ts'
import { assignArchive, type PastTask, statistics } from '../tasks/index.ts'
import { freshApp, type TestApp } from '../test/app.ts'
import { freshDatabase } from '../test/database.ts'
import { checkRange } from './bulk-proof.ts'
import { isoOf, OFFICE_DAYS } from './days.ts'
import { frameEnding } from './frame.ts'
import { lastMonthIn, sourcesOf, type Volume, volumeRegister } from './volume.ts'
import { loadVolume } from './volume-load.ts'

/** Within a frame's last month, and a complete one: the first of two frames spans the reorganisations of 2025. */
const TODAY = '2026-11-22'
const MONTH = '2026-11'
const SLICE: Volume = { frames: 2, tasks: 2_600, place: 7 }

async function register(app: TestApp, volume = SLICE, month = MONTH, today = TODAY): Promise<PastTask[]> {
  return [...(await volumeRegister(app.db, volume, month, today))].flatMap(({ tasks }) => tasks)
}

async function load(app: TestApp, progress: string[] = []): Promise<number> {
  const { url, clock } = app
  return loadVolume({
    url,
    clock,
    audit: house.audit,
    volume: SLICE,
    onProgress: (sentence) => progress.push(sentence),
  })
}

test('the register of volume', async (t) => {
  const app = await freshApp(t, { at: TODAY })
  const past = await register(app)

  await t.test('is the same every time, and continues in the next month', async () => {
    assert.deepEqual(await register(app), past)
    const later = await register(app, SLICE, MONTH, '2026-12-15')
    assert.ok(later.length > past.length)
    assert.deepEqual(
      later.slice(0, past.length).map(({ task, source }) => [source.id, task.ref, task.title]),
      past.map(({ task, source }) => [source.id, task.ref, task.title]),
    )
    const [from, to] = sourcesOf(SLICE)
    assert.ok(past.every(({ source }) => source.id! >= from && source.id! < to && lastMonthIn(source.id!) === MONTH))
  })

  await t.test('repeats no number and hardly any title', () => {
    const numbers = new Map(past.map(({ source }) => [source.number, source.id]))
    assert.equal(numbers.size, new Set(past.map(({ source }) => source.id)).size)
    assert.ok(new Set(past.map(({ task }) => task.title)).size > 0.9 * past.length)
  })

  await t.test('happens on working days, up to today', async () => {
    const calendar = await calendarOf(app.db)
    const days = new Set(past.flatMap(({ source, acts }) => [source.assignedOn, ...acts.map(({ on }) => on)]))
    assert.deepEqual(
      [...days].filter((day) => !calendar.isWorkingDay(day) || day > TODAY),
      [],
    )
  })

  await t.test('is given to agencies of its time, and transferred from those that ended', async () => {
    const { rows } = await sql<{ id: number; since: string | null; until: string | null }>`
      select agency_id as id, min(lower(valid))::text as since, max(coalesce(upper(valid), 'infinity'))::text as until
      from registry.agency_card where kind <> 'unit' group by agency_id`.execute(app.db)
    const life = new Map(rows.map((row) => [row.id, row]))
    let passed = 0
    for (const { source, task, acts } of past) {
      const first = task.parties[0]!.agencyId!
      assert.ok((life.get(first)!.since ?? '') <= source.assignedOn && source.assignedOn < life.get(first)!.until!)
      const transfer = acts.find(({ act }) => act === 'transfer')
      const last = transfer?.act === 'transfer' ? transfer.agencyId : first
      if (transfer) passed += 1
      const isOver = acts.at(-1)?.act === 'confirm'
      assert.ok(
        isOver || life.get(last)!.until === 'infinity',
        `${source.number} ${task.ref} is held by an agency that ended`,
      )
    }
    assert.ok(passed > 20, `${passed} passed on`)
  })

  await t.test('of twenty years words each year differently', async () => {
    const old = await register(app, { frames: 17, tasks: 3_400, place: 8 })
    assert.equal(old[0]!.source.assignedOn.slice(0, 4), '2007')
    const all = JSON.stringify(old.filter(({ source, acts }) => (acts.at(-1)?.on ?? source.assignedOn) < '2020'))
    assert.ok(old.length > 3_380 && !/COVID|2021 - 2025/.test(all))
    assert.match(JSON.stringify(old), /COVID/)
  })
})

test('the bulk path', async (t) => {
  const app = await freshApp(t, { at: TODAY })
  const progress: string[] = []
  const added = await load(app, progress)
  const past = await register(app)

  await t.test('adds every task, and reports its progress', () => {
    assert.equal(added, past.length)
    assert.ok(progress.includes(`Đã ghi ${added.toLocaleString('vi-VN')}/2.600 nhiệm vụ mẫu.`), progress.join('\n'))
  })

  await t.test('writes the same rows and log as the acts, and seals it', async (own) => {
    const lived = await freshApp(own, { at: TODAY })
    for (let from = 0; from < past.length; from += 400) {
      await lived.db
        .transaction()
        .execute((trx) =>
          assignArchive(trx, systemActor('Dữ liệu mẫu'), past.slice(from, from + 400), lived.clock.now()),
        )
    }
    for (const table of ['task', 'party', 'deadline', 'target', 'progress_report', 'fact', 'task_version']) {
      const [one, other] = [await digest(app.db, `tasks.${table}`), await digest(lived.db, `tasks.${table}`)]
      assert.deepEqual(one, other, table)
      assert.ok(Number(one.rows) > 0)
    }
    assert.deepEqual(await digest(app.db, 'platform.audit'), await digest(lived.db, 'platform.audit'))
    const [seals, seen] = [await verifyAudit(app.db), await verifyAudit(lived.db)]
    assert.ok(seals.ok && seals.head === seen.head, 'the chain equals the trigger’s')
  })

  await t.test(
    'has the shares of the national register on the report day of its frame, and the four states add up',
    async () => {
      const day = isoOf(frameEnding('2025-09', OFFICE_DAYS).reportDay)
      const ask = (asOf: string) => statistics(app.db, systemActor('kiểm thử'), { asOf }, TODAY)
      const { total } = await ask(day)
      // 10.527 tasks: 6.185 done on time, 769 late, 3.230 in term, 343 overdue; in proportion of 1.300.
      assert.deepEqual(
        [total.assigned, total.doneOnTime, total.doneLate, total.openInTerm, total.openOverdue],
        [1_300, 764, 95, 399, 42],
      )
      const today = (await ask(TODAY)).total
      assert.equal(today.assigned, added)
      assert.equal(today.doneOnTime + today.doneLate + today.openInTerm + today.openOverdue, added)
    },
  )

  await t.test('restores every index and constraint', async (own) => {
    const untouched = await freshDatabase(own)
    assert.deepEqual(await indexes(app.db), await indexes(untouched.db))
  })

  await t.test(
    'a second load adds nothing; one in the next month adds what was given since to the same register',
    async () => {
      assert.equal(await load(app), 0)
      app.clock.set('2026-12-10')
      const more = await load(app)
      assert.ok(more > 0 && more < 100, `${more} more`)
      assert.equal(added + more, (await register(app, SLICE, MONTH, '2026-12-10')).length)
    },
  )
})

test('an interrupted load continues where it stopped', async (t) => {
  const app = await freshApp(t, { at: TODAY })
  const { url, clock } = app
  const stop = (sentence: string) => {
    if (sentence.startsWith('Đã ghi')) throw new Error('cut off')
  }
  await assert.rejects(loadVolume({ url, clock, audit: house.audit, volume: SLICE, onProgress: stop }), /cut off/)
  const [there] = (await sql<{ tasks: number }>`select count(*) as tasks from tasks.task`.execute(app.db)).rows
  const before = await indexes(app.db)
  const added = await load(app)
  assert.equal(there!.tasks + added, (await register(app)).length)
  assert.ok(there!.tasks > 0 && added > 0 && (await indexes(app.db)).length > before.length)
  assert.ok((await verifyAudit(app.db)).ok)
})

test('what the triggers would have refused is not committed', async (t) => {
  const app = await freshApp(t, { at: TODAY })
  const volume: Volume = { frames: 1, tasks: 300, place: 9 }
  await loadVolume({ url: app.url, clock: app.clock, audit: house.audit, volume, onProgress: () => {} })
  const owner = openDatabase(app.url, { max: 1 })
  t.after(() => owner.destroy())
  const refused = async (wrong: string, sentence: RegExp) =>
    assert.rejects(
      owner.transaction().execute(async (trx) => {
        await sql`set local session_replication_role = replica`.execute(trx)
        await sql.raw(wrong).execute(trx)
        await checkRange(trx, 1, 50)
      }),
      sentence,
    )
  await owner.transaction().execute((trx) => checkRange(trx, 1, 50))
  await refused(
    `update tasks.task set due_on = due_on + 1 where task_id = 7 or due_on is not null`,
    /không khớp với các dữ kiện/,
  )
  await refused(`delete from tasks.fact where task_id = 3`, /^Error: nhiệm vụ 3 không khớp/)
  await refused(
    `update tasks.party set is_accountable = false where task_id = 9`,
    /nhiệm vụ 9 không có đúng một cơ quan/,
  )
  await refused(
    `update tasks.party set agency_id = 987654 where not is_accountable and agency_id is not null`,
    /nhiệm vụ \d+ trỏ tới dòng không có trong registry\.agency/,
  )
})

/** All rows of a table as one hash, without columns that depend on randomness or the clock. */
async function digest(db: Db, table: string): Promise<{ rows: number; hash: string }> {
  const { rows } = await sql<{ rows: number; hash: string }>`
    select count(*) as rows, md5(string_agg(r::text, chr(10) order by r::text)) as hash
    from ${sql.table(table)} r`.execute(db)
  return rows[0]!
}

async function indexes(db: Db): Promise<unknown[]> {
  const { rows } = await sql`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made, c.conname, i.indisvalid,
           obj_description(i.indexrelid, 'pg_class') as comment
    from pg_index i join pg_class k on k.oid = i.indexrelid left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
    where k.relnamespace::regnamespace::text in ('tasks', 'platform') order by 1`.execute(db)
  return rows
}
