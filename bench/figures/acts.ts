import assert from 'node:assert/strict'
import type pg from 'pg'
import { systemActor } from '../../server/platform/actor.ts'
import { assignAll, type Source } from '../../server/tasks/index.ts'
import { copyForActs, type Given, giveBare, tellBare, transacted } from './bare-act.ts'
import type { Work } from './load.ts'
import type { Aim, Ground, Results, Row } from './row.ts'
import { aTask } from './task.ts'

const ACTOR = systemActor('đo tốc độ')

/** What the same row came to in a run before: ours against bare SQL, so that a slower hour is not taken for slower code. */
export type Before = (work: string) => Pick<Results, 'ours' | 'bare'> | undefined

/**
 * Acts that write: a task given, with its facts, its record and its jobs; progress told of a task over HTTP. Bare, the same
 * rows go into tables of the same columns, indexes and checks, without triggers, sent by hand in one transaction.
 */
export async function acts(ground: Ground, before: Before): Promise<Row[]> {
  await copyForActs(ground)
  const given = await givenOf(ground)
  const rows: Row[] = []
  for (const clients of [ground.clients, 1]) {
    const times = clients === 1 ? 'one after another' : `${clients} at once`
    rows.push(creating(ground, given, `create a task, ${times}`, clients, before))
    rows.push(await telling(ground, given, `tell progress, ${times}`, clients, before))
  }
  return rows
}

const noSlower = (work: string, before: Before): Aim => ({
  says: 'at most 10% slower than before (BENCH_BEFORE)',
  isMet({ ours, bare }) {
    const then = before(work)
    return then && ours.perSecond / bare.perSecond >= then.ours.perSecond / then.bare.perSecond / 1.1
  },
})

async function givenOf(ground: Ground): Promise<Given> {
  const { bare, officers, today } = ground
  const source: Source = {
    kind: 'archive',
    id: null,
    number: `${crypto.randomUUID().slice(0, 8)}/MẪU`,
    title: 'Đo tốc độ',
    assignedOn: today,
    followUpAgencyId: officers.agencyId,
  }
  const { rows } = await bare.pool.query(
    'select dimension, agency_id, day, state from tasks.fact where task_id = $1 order by fact_id',
    [await give(ground, source)],
  )
  return { source, agencyId: officers.agencyId, facts: JSON.stringify(rows) }
}

let refs = 0
const another = (agencyId: number) =>
  aTask(crypto.randomUUID(), `Việc đo tốc độ ${++refs}`, agencyId, 'Cơ quan mẫu', '2035-12-31')

async function give({ db, officers }: Ground, source: Source): Promise<number> {
  const [id] = await db
    .transaction()
    .execute((trx) => assignAll(trx, ACTOR, source, [another(officers.agencyId)], Temporal.Now.instant()))
  return id!
}

function creating(ground: Ground, given: Given, work: string, clients: number, before: Before): Row {
  const { bare } = ground
  const rowsOf = async (id: number, schema: 'tasks' | 'bench') => {
    const { rows } = await bare.pool.query(
      `select (select count(*) from ${schema}.party where task_id = $1) as parties,
              (select count(*) from ${schema}.deadline where task_id = $1) as deadlines,
              (select count(*) from ${schema}.fact where task_id = $1) as facts`,
      [id],
    )
    return rows[0]
  }
  return {
    work,
    clients,
    contenders: {
      ours: () => give(ground, given.source),
      bare: () => transacted(ground, (connection) => giveBare(connection, given)),
    },
    async check() {
      const ours = await give(ground, given.source)
      const theirs = await transacted(ground, (connection) => giveBare(connection, given))
      assert.deepEqual(await rowsOf(ours, 'tasks'), await rowsOf(theirs, 'bench'))
    },
    aims: [noSlower(work, before)],
  }
}

interface Told {
  id: number
  version: number
}

/** Each client tells of a task of its own. */
async function telling(ground: Ground, given: Given, work: string, clients: number, before: Before): Promise<Row> {
  const { door, officers } = ground
  const ours: Told[] = []
  const theirs: number[] = []
  for (let client = 0; client < clients; client++) {
    ours.push({ id: await give(ground, given.source), version: 1 })
    theirs.push(await transacted(ground, (connection) => giveBare(connection, given)))
  }
  const act = async (client: number, name: string, body: object) => {
    const told = ours[client]!
    const path = `/api/tasks/${told.id}/${name}`
    const { version } = await door.read<Told>({ path, token: officers.tokens[client]!, body, version: told.version })
    told.version = version
  }
  for (let client = 0; client < clients; client++) await act(client, 'receive', {})
  const progress: Work = (client, turn) => act(client, 'progress', { percent: turn % 100, body: 'Đang làm.' })
  const bareProgress = (client: number, turn: number) => (connection: pg.ClientBase) =>
    tellBare(connection, theirs[client]!, turn % 100, officers.agencyId)
  return {
    work,
    clients,
    contenders: {
      ours: progress,
      bare: (client, turn) => transacted(ground, bareProgress(client, turn)),
    },
    async check() {
      await progress(0, 50)
      await transacted(ground, bareProgress(0, 50))
      for (const [schema, id] of [
        ['tasks', ours[0]!.id],
        ['bench', theirs[0]!],
      ] as const) {
        const { rows } = await ground.bare.pool.query(
          `select t.percent, (select count(*)::integer from ${schema}.progress_report r where r.task_id = t.task_id) as reports
           from ${schema}.task t where t.task_id = $1`,
          [id],
        )
        assert.deepEqual(rows, [{ percent: 50, reports: 1 }], `${schema}: not the same progress`)
      }
    },
    aims: [noSlower(work, before)],
  }
}
