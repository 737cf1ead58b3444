import { sql } from 'kysely'
import type { KnownActor } from '../platform/actor.ts'
import { addDays } from '../platform/calendar.ts'
import type { Database, Transaction } from '../platform/db.ts'
import type { Deps } from '../platform/room.ts'
import { attachDocument, runAct } from '../tasks/index.ts'
import { actorsOf } from './people.ts'

/** The plan whose 21 targets are measured: the percentages of the plan that the Office of the Government made in 2021. */
const PLAN = '12/QĐ-MẪU'
type Proof = 'word' | 'papers' | 'confirmed'
/**
 * What each task reached, in the order of its targets: some reached and some not, some not measured yet. On a word alone, on
 * papers that nobody has checked, or claimed done and confirmed.
 */
const REACHED: Record<string, { values: number[]; proof: Proof }> = {
  'I.1': { values: [12.4], proof: 'confirmed' },
  'I.2': { values: [24], proof: 'word' },
  'II.1': { values: [96.5, 100, 71], proof: 'papers' },
  'II.2': { values: [100], proof: 'confirmed' },
  'II.3': { values: [21.5, 19.8, 50, 100, 46, 30], proof: 'word' },
  'III.1': { values: [100, 38, 50, 61], proof: 'papers' },
}

interface Task {
  id: number
  ref: string
  version: number
  lead: number
  assignedOn: string
  targets: number[]
}

/** Measures the targets of the plan through the acts of the units that lead its tasks; does nothing where one is measured. */
export async function measureTargets({ db, clock }: Deps, today: string): Promise<number> {
  const { rows: tasks } = await sql<Task>`
    select t.task_id as id, t.source_ref as ref, t.version, t.lead_agency_id as lead, t.assigned_on::text as "assignedOn",
           array(select g.target_id from tasks.target g where g.task_id = t.task_id order by g.position) as targets
    from tasks.task t where t.source_number = ${PLAN} and t.state = 'assigned' order by t.task_id`.execute(db)
  if (tasks.length === 0) return 0
  const people = await actorsOf(db, { officer: 'cucthue', follower: 'theodoi' }, today)
  if (!people) return 0
  const { officer, follower } = people
  const now = clock.now()
  const measuredOn = (task: Task) => (addDays(today, -20) > task.assignedOn ? addDays(today, -20) : today)
  for (const task of tasks) {
    const reached = REACHED[task.ref]
    if (!reached) continue
    const unit: KnownActor = {
      ...officer,
      name: 'Đầu mối của đơn vị (MẪU)',
      agencyId: task.lead,
      own: [task.lead],
      seen: [task.lead],
      personId: null,
    }
    await db.transaction().execute((trx) => report(trx, { unit, follower, now }, task, reached, measuredOn(task)))
  }
  return tasks.length
}

async function report(
  trx: Transaction<Database>,
  { unit, follower, now }: { unit: KnownActor; follower: KnownActor; now: Temporal.Instant },
  { id, version, targets }: Task,
  { values, proof }: { values: number[]; proof: Proof },
  measuredOn: string,
): Promise<void> {
  const ask = (actor: KnownActor, at: number) => ({ actor, id, version: at, now })
  let at = await runAct(trx, ask(unit, version), 'receive', {})
  if (proof !== 'word') {
    await attachDocument(
      trx,
      { actor: unit, id, now },
      {
        number: `${targets[0]}/BC-MẪU`,
        issuedOn: measuredOn,
        issuer: 'Đơn vị chủ trì (MẪU)',
        about: 'Bảng tổng hợp kết quả đo chỉ tiêu',
      },
    )
  }
  at = await runAct(trx, ask(unit, at), 'report', {
    percent: 60,
    body: 'Kết quả đo các chỉ tiêu của Kế hoạch (MẪU).',
    measurements: values.map((value, place) => ({ targetId: targets[place], value, measuredOn })),
  })
  if (proof !== 'confirmed') return
  at = await runAct(trx, ask(unit, at), 'reportDone', {
    completedOn: measuredOn,
    body: 'Đã hoàn thành, kèm bảng tổng hợp kết quả đo (MẪU).',
  })
  await runAct(trx, ask(follower, at), 'confirm', {})
}
