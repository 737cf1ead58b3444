import assert from 'node:assert/strict'
import type pg from 'pg'
import { systemActor } from '../../server/platform/actor.ts'
import { assignAll, type Source } from '../../server/tasks/index.ts'
import { copyForActs, createBare, reportBare, type TaskContent, transacted } from './bare-act.ts'
import type { Work } from './load.ts'
import type { Aim, Results, Row, Setup } from './row.ts'
import { aTask } from './task.ts'

const ACTOR = systemActor('đo tốc độ')

/** The same row in an earlier run, ours and bare SQL, so that a slower machine is not mistaken for slower code. */
export type Before = (work: string) => Pick<Results, 'ours' | 'bare'> | undefined

/**
 * Acts that write: creating a task, with its facts, its audit entry and its jobs; reporting progress over HTTP. The
 * bare form writes the same rows in one transaction into tables of the same columns, indexes and checks, without
 * triggers.
 */
export async function acts(setup: Setup, before: Before): Promise<Row[]> {
  await copyForActs(setup)
  const content = await contentOf(setup)
  const rows: Row[] = []
  for (const clients of [setup.clients, 1]) {
    const times = clients === 1 ? 'one after another' : `${clients} in parallel`
    rows.push(creation(setup, content, `create a task, ${times}`, clients, before))
    rows.push(await progressReport(setup, content, `report progress, ${times}`, clients, before))
  }
  return rows
}

const noSlower = (work: string, before: Before): Aim => ({
  text: 'at most 10% slower than before (BENCH_BEFORE)',
  isMet({ ours, bare }) {
    const earlier = before(work)
    return earlier && ours.perSecond / bare.perSecond >= earlier.ours.perSecond / earlier.bare.perSecond / 1.1
  },
})

async function contentOf(setup: Setup): Promise<TaskContent> {
  const { bare, officers, today } = setup
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
    [await create(setup, source)],
  )
  return { source, agencyId: officers.agencyId, facts: JSON.stringify(rows) }
}

let refs = 0
const another = (agencyId: number) =>
  aTask(crypto.randomUUID(), `Việc đo tốc độ ${++refs}`, agencyId, 'Cơ quan mẫu', '2035-12-31')

async function create({ db, officers }: Setup, source: Source): Promise<number> {
  const [id] = await db
    .transaction()
    .execute((trx) => assignAll(trx, ACTOR, source, [another(officers.agencyId)], Temporal.Now.instant()))
  return id!
}

function creation(setup: Setup, content: TaskContent, work: string, clients: number, before: Before): Row {
  const { bare } = setup
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
      ours: () => create(setup, content.source),
      bare: () => transacted(setup, (connection) => createBare(connection, content)),
    },
    async check() {
      const ours = await create(setup, content.source)
      const bareTask = await transacted(setup, (connection) => createBare(connection, content))
      assert.deepEqual(await rowsOf(ours, 'tasks'), await rowsOf(bareTask, 'bench'))
    },
    aims: [noSlower(work, before)],
  }
}

interface SeenTask {
  id: number
  version: number
}

/** Each client reports progress on a separate task. */
async function progressReport(
  setup: Setup,
  content: TaskContent,
  work: string,
  clients: number,
  before: Before,
): Promise<Row> {
  const { http, officers } = setup
  const ours: SeenTask[] = []
  const bareTasks: number[] = []
  for (let client = 0; client < clients; client++) {
    ours.push({ id: await create(setup, content.source), version: 1 })
    bareTasks.push(await transacted(setup, (connection) => createBare(connection, content)))
  }
  const act = async (client: number, name: string, body: object) => {
    const task = ours[client]!
    const path = `/api/tasks/${task.id}/${name}`
    const { version } = await http.read<SeenTask>({
      path,
      token: officers.tokens[client]!,
      body,
      version: task.version,
    })
    task.version = version
  }
  for (let client = 0; client < clients; client++) await act(client, 'receive', {})
  const progress: Work = (client, turn) => act(client, 'progress', { percent: turn % 100, body: 'Đang làm.' })
  const bareProgress = (client: number, turn: number) => (connection: pg.ClientBase) =>
    reportBare(connection, bareTasks[client]!, turn % 100, officers.agencyId)
  return {
    work,
    clients,
    contenders: {
      ours: progress,
      bare: (client, turn) => transacted(setup, bareProgress(client, turn)),
    },
    async check() {
      await progress(0, 50)
      await transacted(setup, bareProgress(0, 50))
      for (const [schema, id] of [
        ['tasks', ours[0]!.id],
        ['bench', bareTasks[0]!],
      ] as const) {
        const { rows } = await setup.bare.pool.query(
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
