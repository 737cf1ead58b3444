/**
 * Fifty officers of twenty-five agencies at the same time on the national sample, compared with a single officer. Two
 * of each agency work on the same tasks, so that they conflict; meanwhile a reader keeps requesting the statistics. At
 * the end it asserts that nothing answered with 200 is lost, nothing was done twice, and the sums were always right.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startServer } from '../e2e/server.ts'
import { house } from '../server/house.ts'
import { systemActor } from '../server/platform/actor.ts'
import { addUser } from '../server/platform/auth.ts'
import { type Db, openDatabase } from '../server/platform/db.ts'
import { findEmbedded } from '../server/platform/embedded/server.ts'
import { issueToken } from '../server/platform/token.ts'
import { addPerson, membersOf } from '../server/registry/index.ts'
import { assignAll } from '../server/tasks/index.ts'
import { aTask } from './figures/task.ts'
import type { Ratio } from './measure.ts'

const AGENCIES = 25
const PER_AGENCY = 2
const TASKS = 8
/** An officer looks at the response before sending the next request. */
const THINKING_MS = 600

interface Officer {
  token: string
  tasks: number[]
}

/** The responses to all officers. */
interface Tally {
  times: number[]
  done: Map<number, number>
  reports: number
  conflicts: number
}

export async function bench(): Promise<Ratio[]> {
  const server = await startServer()
  const db = openDatabase((await findEmbedded(server.dataDir))!, { audit: house.audit })
  try {
    const officers = await addOfficers(db)
    const ask = asker(server.url)
    const accounts = JSON.parse(readFileSync(path.join(server.dataDir, 'sample-accounts.json'), 'utf8'))
    const reader: string = accounts.find(({ email }: { email: string }) => email.startsWith('theodoi@')).token
    const before = await total(ask, reader)

    const alone = newTally()
    await work(ask, officers.pop()!, alone, 0)
    const together = newTally()
    let isOver = false
    const reading = (async () => {
      let times = 0
      for (; !isOver; times++) {
        const sums = await total(ask, reader)
        assert.equal(sums.doneOnTime + sums.doneLate + sums.openInTerm + sums.openOverdue, sums.assigned)
        assert.equal(sums.assigned, before.assigned)
        await pause(500)
      }
      return times
    })()
    await Promise.all(
      officers.slice(0, AGENCIES * PER_AGENCY).map((officer) => work(ask, officer, together, THINKING_MS)),
    )
    isOver = true
    const readings = await reading

    await nothingLost(db, [alone, together])
    console.log(
      `${together.times.length} requests of ${AGENCIES * PER_AGENCY} officers, ${together.conflicts} conflicted with another's change and were refused; ` +
        `${readings} readings of the statistics, all adding up`,
    )
    return [
      {
        what: 'p99 of fifty together / median of one alone',
        slow: quantile(together.times, 0.99),
        fast: quantile(alone.times, 0.5),
        atMost: 25,
      },
      {
        what: 'median of fifty together / median of one alone',
        slow: quantile(together.times, 0.5),
        fast: quantile(alone.times, 0.5),
        atMost: 6,
      },
    ]
  } finally {
    await db.destroy()
    await server.stop()
  }
}

const newTally = (): Tally => ({ times: [], done: new Map(), reports: 0, conflicts: 0 })

/** Two officers and some tasks for each agency, and one more officer with separate tasks. */
async function addOfficers(db: Db): Promise<Officer[]> {
  const today = Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString()
  const agencies = (await membersOf(db, 'các tỉnh, thành phố trực thuộc Trung ương', today))!.slice(0, AGENCIES + 1)
  const office = await db
    .selectFrom('registry.agency')
    .select('agency_id')
    .where('slug', '=', 'van-phong-chinh-phu')
    .executeTakeFirstOrThrow()
  return db.transaction().execute(async (trx) => {
    const officers: Officer[] = []
    for (const [place, { id, name }] of agencies.entries()) {
      const source = {
        kind: 'archive' as const,
        id: 900_000 + place,
        number: `${place}/MẪU`,
        title: 'Đo tải',
        assignedOn: today,
        followUpAgencyId: office.agency_id,
        urgency: null,
      }
      const tasks = await assignAll(
        trx,
        systemActor('đo tải'),
        source,
        Array.from({ length: TASKS }, (_, number) =>
          aTask(`${number + 1}`, `Việc đo tải ${number + 1} của ${name}`, id, name),
        ),
        Temporal.Now.instant(),
      )
      for (let one = 0; one < PER_AGENCY; one++) {
        const who = `tai_${place}_${one}`
        const user = {
          name: `Đo Tải ${place} ${one}`,
          email: `${who}@mau.example`,
          username: who,
          password: `Do-tai-${crypto.randomUUID()}`,
        }
        const userId = await addUser(trx, user)
        const post = { userId, fullName: user.name, agencyId: id, role: 'officer', title: 'Cán bộ', from: '2020-01-01' }
        await addPerson(trx, systemActor('đo tải'), { ...post, isSample: true })
        officers.push({ token: await issueToken(trx, userId, 'đo tải'), tasks })
      }
    }
    return officers
  })
}

type Ask = ReturnType<typeof asker>

function asker(url: string) {
  return async (token: string, address: string, change?: { body: object; version: number }) => {
    const started = performance.now()
    const answer = await fetch(`${url}${address}`, {
      headers: {
        authorization: `Bearer ${token}`,
        ...(change ? { 'content-type': 'application/json', 'if-match': `"${change.version}"` } : {}),
      },
      ...(change ? { method: 'POST', body: JSON.stringify(change.body) } : {}),
    })
    const body = (await answer.json()) as Record<string, never>
    return { status: answer.status, body, took: performance.now() - started }
  }
}

interface Sums {
  assigned: number
  doneOnTime: number
  doneLate: number
  openInTerm: number
  openOverdue: number
}

async function total(ask: Ask, token: string): Promise<Sums> {
  const { status, body } = await ask(token, '/api/statistics')
  assert.equal(status, 200)
  return body.total as unknown as Sums
}

/** A morning: open the list, then take each task one step further, and repeat. */
async function work(ask: Ask, { token, tasks }: Officer, tally: Tally, thinking: number): Promise<void> {
  const timed = async (...what: Parameters<Ask> extends [string, ...infer Rest] ? Rest : never) => {
    if (thinking > 0) await pause(Math.random() * 2 * thinking)
    const answer = await ask(token, ...what)
    tally.times.push(answer.took)
    return answer
  }
  for (const step of ['receive', 'progress', 'progress'] as const) {
    const list = await timed('/api/tasks?limit=50')
    assert.equal(list.status, 200)
    for (const id of tasks) {
      const seen = await timed(`/api/tasks/${id}`)
      assert.equal(seen.status, 200)
      const { version, state } = seen.body as unknown as { version: number; state: string }
      const act = step === 'receive' && state !== 'assigned' ? 'progress' : step
      const body = act === 'receive' ? {} : { percent: 50, body: 'Đang làm.' }
      const { status } = await timed(`/api/tasks/${id}/${act}`, { body, version })
      assert.ok(status === 200 || status === 409, `${act}: ${status}`)
      if (status === 409) tally.conflicts += 1
      else tally.done.set(id, (tally.done.get(id) ?? 0) + 1)
      if (status === 200 && act === 'progress') tally.reports += 1
    }
  }
}

/** Each task has as many new versions as acts were answered with 200, and each accepted report is there. */
async function nothingLost(db: Db, tallies: readonly Tally[]): Promise<void> {
  const done = new Map(tallies.flatMap((tally) => [...tally.done]))
  const versions = await db
    .selectFrom('tasks.task')
    .select(['task_id', 'version'])
    .where('task_id', 'in', [...done.keys()])
    .execute()
  for (const { task_id, version } of versions) assert.equal(version, 1 + done.get(task_id)!, `task ${task_id}`)
  const { reports } = await db
    .selectFrom('tasks.progress_report')
    .select((e) => e.fn.countAll<number>().as('reports'))
    .where('task_id', 'in', [...done.keys()])
    .executeTakeFirstOrThrow()
  assert.equal(
    reports,
    tallies.reduce((sum, tally) => sum + tally.reports, 0),
  )
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}
