import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { house } from '../house.ts'
import { systemActor } from '../platform/actor.ts'
import { joinRooms, type Room } from '../platform/room.ts'
import { migrate } from '../platform/schema/migrate.ts'
import { prepareReference } from '../prepare.ts'
import { freshApp, type TestApp } from '../test/app.ts'
import { query } from '../test/cluster.ts'
import { assignArchive } from './archive.ts'
import type { Statistics } from './figure-shapes.ts'
import { keepCounts } from './figures.ts'
import type { Task, TaskList } from './shapes.ts'
import { sourceFrom } from './source.ts'
import { type Agencies, agenciesOf, aSource, aTask, given } from './task.fixture.ts'

/** A room that does not exist yet, above tasks as it would be. */
const meetings: Room = {
  name: 'meetings',
  taskSources: [{ kind: 'minutes', vi: 'biên bản họp', en: 'minutes of a meeting', path: '/hop/:id' }],
}
const MINUTES = { kind: 'minutes', id: 5, number: '05/BB-MẪU', title: 'Họp giao ban' }

/** A server that also has that room. */
async function withMeetings(t: TestContext): Promise<{ app: TestApp; agencies: Agencies }> {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  await prepareReference(app.db, joinRooms([...house.rooms, meetings]))
  return { app, agencies }
}

test('a declared kind of source gives tasks without any change to the room tasks', async (t) => {
  const { app, agencies } = await withMeetings(t)
  const follow = await app.as('followUp')
  const ids = [
    await given(app, aSource(agencies, MINUTES), aTask('1', agencies.finance, '2021-02-20')),
    await given(app, aSource(agencies, MINUTES), aTask('2', agencies.home, '2021-06-30')),
  ]
  await given(app, aSource(agencies, { ...MINUTES, id: 6, number: '06/BB-MẪU' }), aTask('1', agencies.home, null))
  await given(app, aSource(agencies, { id: 5 }), aTask('1', agencies.home, '2021-02-10'))
  await given(
    app,
    aSource(agencies, { kind: 'archive', id: null, number: '5' }),
    aTask('1', agencies.home, '2021-02-10'),
  )
  const get = async <T>(url: string): Promise<T> => {
    const { status, body } = await follow.send('GET', url)
    assert.equal(status, 200, JSON.stringify(body))
    return body
  }

  await t.test('its tasks are listed and filtered', async () => {
    const list = await get<TaskList>('/api/tasks?source=minutes:5&count=true')
    assert.equal(list.total, 2)
    assert.deepEqual(
      list.rows.map(({ id, sourceKind, sourceId, sourceNumber, sourceTitle, sourcePath }) => [
        id,
        sourceKind,
        sourceId,
        sourceNumber,
        sourceTitle,
        sourcePath,
      ]),
      ids.map((id) => [id, 'minutes', 5, '05/BB-MẪU', 'Họp giao ban', '/hop/5']),
    )
    const task = await get<Task>(`/api/tasks/${ids[0]}`)
    assert.deepEqual([task.sourceKind, task.sourceId, task.sourcePath], ['minutes', 5, '/hop/5'])
    const archived = await get<TaskList>('/api/tasks?source=archive:5')
    assert.deepEqual(
      archived.rows.map(({ sourceKind, sourceId, sourcePath }) => [sourceKind, sourceId, sourcePath]),
      [['archive', null, null]],
    )
    assert.equal((await get<TaskList>('/api/tasks?source=minutes:05/BB-MẪU')).rows.length, 0, 'it is named by its id')
  })

  await t.test('its tasks are counted by source, and each row opens them', async () => {
    for (const kept of [false, true]) {
      if (kept) await keepCounts(app.db, '2021-02-27')
      const { rows } = await get<Statistics>('/api/statistics?by=source')
      assert.deepEqual(rows.map(({ key, partition }) => [key, partition.assigned, partition.openOverdue]).sort(), [
        ['archive:5', 1, 1],
        ['directive:5', 1, 1],
        ['minutes:5', 2, 1],
        ['minutes:6', 1, 0],
      ])
      const own = rows.find(({ key }) => key === 'minutes:5')!
      assert.equal(own.label, '05/BB-MẪU – Họp giao ban')
      assert.equal((await get<TaskList>(own.rows)).rows.length, 2)
      assert.equal((await get<TaskList>(`${own.rows}&standing=openOverdue`)).rows.length, 1)
    }
  })

  await t.test('the export names it in the words of its room', async () => {
    const exported = async (source: string, visitor = follow) => {
      const { status, bytes } = await visitor.send('GET', `/api/tasks/export.xlsx?source=${encodeURIComponent(source)}`)
      assert.equal(status, 200)
      const book = new ExcelJS.Workbook()
      await book.xlsx.load(bytes as never)
      const sheet = book.worksheets[0]!
      return [sheet.getCell('A3').text, sheet.rowCount - 4]
    }
    assert.deepEqual(await exported('minutes:5'), ['Lọc theo biên bản họp: 05/BB-MẪU', 2])
    assert.deepEqual(await exported('archive:5'), ['Lọc theo văn bản lưu trữ: 5', 1])
    const planning = await app.as('officer', { agency: 'bo-ke-hoach-va-dau-tu' })
    assert.deepEqual(
      await exported('minutes:5', planning),
      ['Lọc theo biên bản họp: 5', 0],
      'no number is shown to users who see none of its tasks',
    )
  })
})

test('a task from a source kind that no room declares is refused', async (t) => {
  const { app, agencies } = await withMeetings(t)
  const one = aTask('1', agencies.finance, '2021-03-10')
  const refused = { constraint: 'task_source_declared' }
  await assert.rejects(given(app, aSource(agencies, { kind: 'rumour' }), one), refused)
  const past = [{ source: aSource(agencies, { kind: 'rumour' }), task: one, acts: [] }]
  const importPast = () =>
    app.db.transaction().execute((trx) => assignArchive(trx, systemActor('thử'), past, app.clock.now()))
  await assert.rejects(importPast(), refused)
  await given(app, aSource(agencies, MINUTES), one)

  const kinds = async () =>
    (await app.db.selectFrom('tasks.source_kind').select('kind').orderBy('kind').execute()).map(({ kind }) => kind)
  await prepareReference(app.db)
  const declared = house.taskSources.map(({ kind }) => kind)
  assert.deepEqual(await kinds(), [...declared, 'minutes'].sort(), 'a task comes from it')
})

test('a kind that is no longer declared is deleted once no task comes from it', async (t) => {
  const { app, agencies } = await withMeetings(t)
  await prepareReference(app.db)
  await assert.rejects(given(app, aSource(agencies, MINUTES), aTask('1', agencies.finance, null)), {
    constraint: 'task_source_declared',
  })
})

test('a source name is parsed in one place, and a wrong one is refused at its field', async (t) => {
  assert.deepEqual(sourceFrom('minutes:12'), { kind: 'minutes', name: '12' })
  assert.deepEqual(sourceFrom('archive:số: 3 & 4/CT'), { kind: 'archive', name: 'số: 3 & 4/CT' })
  assert.deepEqual(sourceFrom('archive:'), { kind: 'archive', name: '' })
  const app = await freshApp(t)
  const follow = await app.as('followUp')
  for (const path of ['/api/tasks', '/api/statistics', '/api/tasks/export.xlsx']) {
    for (const wrong of ['12', '', 'Minutes:1', ':1', 'a b:1']) {
      const { status, body } = await follow.send('GET', `${path}?source=${encodeURIComponent(wrong)}`)
      const { fields } = body as { fields: { path: string; code: string }[] }
      assert.equal(status, 400, `${path} ${wrong}`)
      assert.deepEqual(
        fields.map((field) => [field.path, field.code]),
        [['source', 'task.source']],
      )
    }
  }
})

test('no file of tasks names a source kind of another room', () => {
  const own = (house.rooms.find(({ name }) => name === 'tasks')?.taskSources ?? []).map(({ kind }) => kind)
  const others = house.taskSources.map(({ kind }) => kind).filter((kind) => !own.includes(kind))
  assert.ok(others.length > 0)
  const named = (text: string) => others.filter((kind) => new RegExp(`['"\`]${kind}\\b`).test(text))
  assert.deepEqual(named("where t.source_kind = 'directive'"), ['directive'], 'the check finds one')
  const files = readdirSync(import.meta.dirname).filter((file) => /(?<!\.test|\.fixture)\.(ts|sql)$/.test(file))
  assert.ok(files.length > 50)
  for (const file of files) assert.deepEqual(named(readFileSync(join(import.meta.dirname, file), 'utf8')), [], file)
})

/** Takes a database back to the state before 0029_task_sources: archived documents are counted by their number. */
const BEFORE = [
  'alter table tasks.task drop constraint task_source_declared',
  'alter table tasks.collective drop constraint collective_source_declared',
  // Drawn anew with the views of the room.
  'drop view tasks.task_source_card',
  'drop table tasks.source_kind',
  "alter table tasks.task add constraint task_source_kind check (source_kind in ('directive', 'archive'))",
  'drop index tasks.task_source_idx',
  'create index task_source_idx on tasks.task (source_kind, source_id)',
  "create index task_archive_source_idx on tasks.task (source_number) where source_kind = 'archive'",
  'alter table tasks.figure_series drop constraint figure_series_by',
  "update tasks.figure_series set by = 'directive' where by = 'source'",
  // Two documents with one number were one series; the points of which one does not matter here.
  `create temporary table second as
     select s.series_id from tasks.figure_series s join tasks.figure_series o using (by, assigned_year, source_number)
     where o.series_id < s.series_id`,
  'delete from tasks.figure_point p using second s where s.series_id = p.series_id',
  'delete from tasks.figure_series p using second s where s.series_id = p.series_id',
  `update tasks.figure_series set key = 'archive:' || source_number where by = 'directive' and key like 'archive:%'`,
  "alter table tasks.figure_series add constraint figure_series_by check (by in ('all', 'agency', 'directive', 'group'))",
  "delete from public.kysely_migration where name = '0029_task_sources'",
]

test('counts made before the upgrade are right after it', async (t) => {
  const upgraded = async (t: TestContext, numbers: readonly string[]) => {
    const app = await freshApp(t)
    const agencies = await agenciesOf(app)
    const past = numbers.flatMap((number, place) =>
      ['1', '2'].map((ref) => ({
        source: aSource(agencies, { kind: 'archive', id: 2_000_000 + place, number, title: `Văn bản ${place}` }),
        task: aTask(ref, agencies.finance, ref === '1' ? '2021-01-20' : null),
        acts: [],
      })),
    )
    for (const change of [{ kind: 'archive', id: null, number: '9/MẪU' }, { id: 3 }])
      past.push({ source: aSource(agencies, change), task: aTask('9', agencies.home, '2021-02-10'), acts: [] })
    await app.db.transaction().execute((trx) => assignArchive(trx, systemActor('thử'), past, app.clock.now()))
    await keepCounts(app.db, '2021-02-27')
    const follow = await app.as('followUp')
    const figures = async () => {
      const asOf = ['2021-01-31', '2021-02-28']
      return Promise.all(
        asOf.map(async (day) => (await follow.send('GET', `/api/statistics?by=source&asOf=${day}`)).body),
      )
    }
    const kept = async () => {
      const { rows } = await sql<{ key: string; points: number }>`
        select s.key, count(p.counted_on)::integer as points
        from tasks.figure_series s left join tasks.figure_point p using (series_id)
        where s.by = 'source' group by 1 order by 1`.execute(app.db)
      return rows
    }
    const through = async () =>
      (await app.db.selectFrom('tasks.figure_kept').select('through').executeTakeFirstOrThrow()).through
    const before = { figures: await figures(), kept: await kept() }
    await query(app.url, ...BEFORE)
    await migrate(app.url)
    await prepareReference(app.db)
    return { app, before, figures, kept, through }
  }

  await t.test('renamed in place where each document has a number of its own', async (t) => {
    const { before, figures, kept, through } = await upgraded(t, ['7/MẪU', '8/MẪU'])
    assert.deepEqual(
      before.kept.map(({ key }) => key),
      ['archive:2000000', 'archive:2000001', 'archive:9/MẪU', 'directive:3'],
    )
    assert.deepEqual(await kept(), before.kept)
    assert.equal(await through(), '2021-02-27')
    assert.deepEqual(await figures(), before.figures)
  })

  await t.test('counted again where two documents share a number', async (t) => {
    const { app, before, figures, kept, through } = await upgraded(t, ['7/MẪU', '7/MẪU'])
    assert.deepEqual(await kept(), [])
    assert.equal(await through(), '0001-01-01')
    assert.deepEqual(await figures(), before.figures, 'from the tasks')
    await keepCounts(app.db, '2021-02-27')
    assert.deepEqual(await kept(), before.kept)
    assert.deepEqual(await figures(), before.figures, 'from the points')
  })
})
