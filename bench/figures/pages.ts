import assert from 'node:assert/strict'
import type { Statement } from './bare.ts'
import { counted, desk, queue, taskPage } from './bare-work.ts'
import { landing, search } from './home.ts'
import type { People } from './people.ts'
import { type Row, type Setup, timesBare } from './row.ts'

/** The pages of this many tasks, spread over all, are requested. */
const TASKS = 500

interface Grouped {
  silentDays: number
  soonDays: number
  groups: { name: string; count: number }[]
}

interface TaskPage {
  id: number
  progress: unknown[]
  parties: unknown[]
  deadlines: unknown[]
}

/**
 * The page of a task, the desk of an agency's officer, the queue of a follow-up officer, the landing of both, the
 * search.
 */
export async function pages(setup: Setup): Promise<Row[]> {
  const { bare, http, officers, followers, today } = setup
  const [reach] = await bare.rows<{ own: string[] }>({
    name: 'reach',
    text: 'select registry.reach(array[$1::bigint], $2::date) as own',
    values: [officers.agencyId, today],
  })
  const read = (path: string, { tokens }: People) => http.read<Grouped>({ path, token: tokens[0]! })
  const onDesk = await read('/api/desk', officers)
  const inQueue = await read('/api/queue', followers)
  const own = reach!.own.map(Number)
  const deskStatements = desk(own, today, onDesk.silentDays, onDesk.soonDays)
  return [
    await taskPages(setup),
    grouped(setup, 'desk', officers, deskStatements),
    grouped(setup, 'queue', followers, queue(today, inQueue.silentDays)),
    landing(
      setup,
      'landing of an officer',
      officers,
      desk(own, today, onDesk.silentDays, onDesk.soonDays, counted),
      own,
    ),
    landing(setup, 'landing of a follow-up officer', followers, queue(today, inQueue.silentDays, counted)),
    search(setup),
  ]
}

async function taskPages({ bare, http, followers }: Setup): Promise<Row> {
  const found = await bare.rows<{ task_id: string }>({
    name: 'spread',
    text: `
      select t.task_id from (select generate_series(1, $1::integer) as place) s
      cross join lateral (
        select t.task_id from tasks.task t
        where t.task_id >= s.place * (select max(m.task_id) / $1::integer from tasks.task m) and t.state <> 'cancelled'
        order by t.task_id limit 1
      ) t`,
    values: [TASKS],
  })
  const ids = found.map(({ task_id }) => Number(task_id))
  // Each client starts at a different task, and both sides read the same tasks in the same order.
  const idOf = (client: number, turn: number) => ids[(client * 61 + turn) % ids.length]!
  const { tokens } = followers
  return {
    work: 'task page',
    clients: tokens.length,
    contenders: {
      ours: (client, turn) => http.ask({ path: `/api/tasks/${idOf(client, turn)}`, token: tokens[client]! }),
      bare: bare.work((client, turn) => taskPage(idOf(client, turn))),
    },
    async check() {
      for (const id of ids.slice(0, 20)) {
        const ours = await http.read<TaskPage>({ path: `/api/tasks/${id}`, token: tokens[0]! })
        const [bareTask] = await bare.rows<Record<string, unknown[]>>(taskPage(id))
        assert.equal(ours.id, id)
        assert.deepEqual(
          [ours.progress, ours.parties, ours.deadlines].map(({ length }) => length),
          [bareTask!.reports, bareTask!.parties, bareTask!.deadlines].map((list) => list!.length),
        )
      }
    },
    aims: [timesBare(3)],
  }
}

function grouped(
  { bare, http }: Setup,
  work: 'desk' | 'queue',
  { tokens }: People,
  statements: readonly Statement[],
): Row {
  const path = `/api/${work}`
  return {
    work,
    clients: tokens.length,
    contenders: {
      ours: (client) => http.ask({ path, token: tokens[client]! }),
      bare: bare.work(() => statements),
    },
    async check() {
      const { groups } = await http.read<Grouped>({ path, token: tokens[0]! })
      const counted: number[] = []
      for (const statement of statements) {
        const [first] = await bare.rows<{ all_rows: string }>(statement)
        counted.push(Number(first?.all_rows ?? 0))
      }
      assert.deepEqual(
        groups.map(({ count }) => count),
        counted,
        `${work}: not the same rows in its groups`,
      )
    },
    aims: [timesBare(3)],
  }
}
