import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Ask, AskToAdd } from '../platform/change.ts'
import { type AnyHandle, type AnyTransaction, reading, type Transaction } from '../platform/db.ts'
import { Conflict, Forbidden, NotFound } from '../platform/errors.ts'
import { prepared } from '../platform/prepared.ts'
import { hasRight } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import { ACTS, type Act, TASK_ACTS, type Who } from './act-shapes.ts'
import { changesOfTask } from './changes.ts'
import { givesPart } from './collective.ts'
import type { Before } from './consequences.ts'
import type { TasksDb } from './db.ts'
import { next, type Step } from './progress.ts'
import { isVisible } from './sight.ts'

/** The part the actor's agency, or a unit of it, has in a task now. */
export type Part = 'accountable' | 'lead' | 'coordinating'

/** For `tasks.task t`: standing, by regulation, or recurring; reported in a rhythm (`rhythm.ts`). */
export const RHYTHMIC = sql<boolean>`(t.deadline_kind in ('standing', 'perRegulation') or t.recurs is not null)`

/** A task as one actor may use it now. */
export interface TaskOf extends Before {
  task_id: number
  version: number
  changed_at: string
  changed_by: string
  part: Part | null
  /** The kinds of its undecided requests. */
  openRequests: string[]
  targets: number
  /** Milestones in force and not done. */
  milestones: number
  /**
   * The actor's own agencies that lead the task, that give a part of it (coordinating, or leading a part of a shared task),
   * and that have a sub-task of it.
   */
  leading: number[]
  coordinating: number[]
  units: number[]
  /** Has no end or recurs: it is reported in a rhythm. */
  is_rhythmic: boolean
  /** Work given to several agencies, of which it is one or the whole. */
  collective_id: number | null
  /** What is still given to a phrase for many agencies. */
  collectives: ('lead' | 'coordinating')[]
  /** What closes it instead of a claim (`proof.ts`), in words; null: it is claimed and confirmed by hand. */
  proof_name: string | null
}

/** Who may do an act, by the table of acts. */
export const whoMay = (act: Act): Who => TASK_ACTS[act].who

const REFUSAL = {
  accountable: 'Chỉ cán bộ của cơ quan chủ trì chịu trách nhiệm mới thực hiện được bước này.',
  lead: 'Chỉ cán bộ của cơ quan chủ trì mới thực hiện được bước này.',
  coordinating: 'Chỉ cán bộ của cơ quan phối hợp, hoặc cùng chủ trì nhiệm vụ chung, mới thực hiện được bước này.',
  part: 'Chỉ cán bộ của cơ quan chủ trì, phối hợp hoặc đơn vị được giao việc mới thực hiện được bước này.',
  giver: 'Chỉ lãnh đạo, chuyên viên theo dõi thay cơ quan giao mới thực hiện được bước này.',
} as const satisfies Record<Who, string>

/**
 * Locks a task for a change. Throws 404 where it does not exist or is not visible, 403 where the act is not allowed, 409
 * where it has changed since, with who did what.
 */
export async function taskToChange(trx: Transaction<TasksDb>, ask: Ask, act: Act): Promise<TaskOf> {
  const task = await taskToAddTo(trx, ask, act)
  if (ask.version !== task.version) {
    const changes = await changesOfTask(trx, ask.id, task.version - ask.version)
    checkVersion(ask.version, task.version, { by: task.changed_by, at: task.changed_at, changes })
  }
  return task
}

/** Locks a task to add something to it. This undoes no one's change, so no version is needed. */
export async function taskToAddTo(trx: Transaction<TasksDb>, ask: AskToAdd, act: Act): Promise<TaskOf> {
  const task = await lockedTask(trx, ask)
  if (!isAllowed(ask.actor, task, act)) throw new Forbidden('task.not_allowed', REFUSAL[whoMay(act)])
  if (task.proof_name !== null && BY_PROOF.has(act)) throw closedByProof(task.proof_name)
  if (task.proof_name !== null && WITH_PROOF.has(act)) throw movedWithProof(task.proof_name)
  return task
}

/** Locks a task that the actor may read. The caller checks whether the act is allowed. */
export async function lockedTask(trx: AnyTransaction, { actor, id }: AskToAdd): Promise<TaskOf> {
  // Lock before reading, so that parties and requests are read as the last holder of the lock left them. A task that is not
  // visible is not locked: the time spent waiting would reveal that it exists.
  await prepared(sql`select from tasks.task t where t.task_id = ${id} and ${isVisible(actor)} for update`).execute(trx)
  return taskToRead(trx, actor, id)
}

/**
 * A task that the actor may read. Those who see all may read every task; others a task in which an agency they may see has
 * or had a part, or has a sub-task. Throws the same 404 whether it does not exist or is not visible.
 */
export async function taskToRead(db: AnyHandle, actor: Actor, id: number): Promise<TaskOf> {
  const [task] = await tasksToRead(db, actor, [id])
  if (!task) throw new NotFound('task.not_found', 'Không tìm thấy nhiệm vụ này.')
  return task
}

/** Those of these tasks that the actor may read, by the same rule. The others are silently left out. */
export async function tasksToRead(db: AnyHandle, actor: Actor, ids: readonly number[]): Promise<TaskOf[]> {
  const { rows } = await prepared(sql<TaskOf>`
    select t.task_id, t.version, t.changed_at, t.changed_by, t.state, t.assigned_on, t.due_on, t.claimed_on,
           t.completed_on, t.percent, t.lead_agency_id, t.follow_up_agency_id, t.proof_name, own.part,
           own.leading, own.coordinating, ${RHYTHMIC} as is_rhythmic, t.collective_id,
           array(select distinct p.role from tasks.party p where p.task_id = t.task_id and p.is_collective
                   and p.ended_on is null) as collectives,
           array(select distinct s.agency_id from tasks.subtask s where s.task_id = t.task_id and s.ended_on is null
                   and s.agency_id = any(${[...actor.own]}::bigint[])) as units,
           array(select r.kind from tasks.request r where r.task_id = t.task_id and r.decision is null) as "openRequests",
           (select count(*) from tasks.target g where g.task_id = t.task_id and g.amended_by_id is null) as targets,
           (select count(*) from tasks.deadline d where d.task_id = t.task_id and d.is_milestone
              and d.replaced_on is null and d.done_on is null) as milestones
    from tasks.task t
    cross join lateral (
      select case when bool_or(p.is_accountable) filter (where p.ended_on is null) then 'accountable'
                  when bool_or(p.role = 'lead') filter (where p.ended_on is null) then 'lead'
                  when count(*) filter (where p.ended_on is null) > 0 then 'coordinating' end as part,
             coalesce(array_agg(p.agency_id order by p.is_accountable desc, p.position)
               filter (where p.role = 'lead' and p.ended_on is null), '{}') as leading,
             coalesce(array_agg(p.agency_id order by p.position)
               filter (where ${givesPart} and p.ended_on is null), '{}') as coordinating
      from tasks.party p
      where p.task_id = t.task_id and p.agency_id = any(${[...actor.own]}::bigint[])
    ) own
    where t.task_id = any(${[...ids]}::bigint[]) and ${isVisible(actor)} order by t.task_id`).execute(
    reading<TasksDb>(db),
  )
  return rows
}

/** What is not done by hand to a task that something proves. */
const BY_PROOF: ReadonlySet<Act> = new Set(['reportDone', 'confirm', 'correct', 'distribute'])
const closedByProof = (name: string) =>
  new Conflict(
    'task.closed_by_proof',
    `Nhiệm vụ này hoàn thành khi trình ${name}, không báo cáo hay xác nhận hoàn thành bằng tay. Hãy trình hồ sơ ở trang đề án.`,
  )

/** What goes with the thing that proves it: its due day, its lead and its end are decided there (`proof.ts`). */
const WITH_PROOF: ReadonlySet<Act> = new Set([
  'extend',
  'transfer',
  'cancel',
  'requestExtension',
  'requestTransfer',
  'requestReturn',
])
export const movedWithProof = (name: string) =>
  new Conflict(
    'task.moved_with_proof',
    `Nhiệm vụ này đi cùng ${name}: thời hạn, cơ quan chủ trì và việc dừng theo đề án. Hãy ghi đề nghị điều chỉnh và quyết định ở trang đề án.`,
  )

function isAllowed(actor: Actor, task: TaskOf, act: Act): boolean {
  switch (whoMay(act)) {
    case 'giver':
      return hasRight(actor, 'task.steer')
    case 'accountable':
      return hasRight(actor, 'task.carryOut') && task.part === 'accountable'
    case 'lead':
      return hasRight(actor, 'task.carryOut') && (task.part === 'accountable' || task.part === 'lead')
    case 'coordinating':
      return hasRight(actor, 'task.carryOut') && task.coordinating.length > 0
    case 'part':
      return hasRight(actor, 'task.carryOut') && (task.part !== null || task.units.length > 0)
  }
}

/** Everything the actor may do to the task now: what the screen offers. */
export function mayDo(actor: Actor, task: TaskOf): Act[] {
  return ACTS.filter((act) => isAllowed(actor, task, act) && isPossible(task, act))
}

function isPossible(task: TaskOf, act: Act): boolean {
  if (task.proof_name !== null && (BY_PROOF.has(act) || WITH_PROOF.has(act))) return false
  const can = (step: Step) => next(task.state, step) !== undefined
  switch (act) {
    case 'requestExtension':
      return can('request') && task.due_on !== null && !task.openRequests.includes('extension')
    case 'requestReturn':
      return can('request') && !task.openRequests.includes('return')
    case 'requestTransfer':
      return can('request') && !task.openRequests.includes('transfer')
    case 'decide':
      return task.openRequests.length > 0
    case 'extend':
      return can('extend') && task.due_on !== null
    case 'measure':
      return can('measure') && task.targets > 0
    case 'setRhythm':
      return can('setRhythm') && task.is_rhythmic
    case 'distribute':
      return can('distribute') && task.collectives.length > 0
    case 'finishMilestone':
      return can('finishMilestone') && task.milestones > 0
    default:
      return can(act)
  }
}
