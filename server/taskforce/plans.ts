import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { type Blobs, getBlob } from '../platform/blobs.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import type { TaskforceDb } from './db.ts'
import type { Plan } from './force-shapes.ts'
import { seesForce } from './sight.ts'

const noPlan = () => new NotFound('plan.not_found', 'Không tìm thấy kế hoạch này.')

/** A plan with its lines, each as far as its task is. */
export async function showPlan(db: AnyHandle, actor: Actor, id: number, today: string): Promise<Plan> {
  const handle = reading<TaskforceDb>(db)
  const { rows } = await sql<Omit<Plan, 'rows' | 'activities' | 'done'>>`
    select p.plan_id as id, p.number, p.title, p.issued_on as "issuedOn", p.from_on as "fromOn", p.to_on as "toOn",
           p.file_name as "fileName", p.recorded_by as "recordedBy", p.recorded_at as "recordedAt",
           json_build_object('id', f.task_force_id, 'name', f.name) as "taskForce"
    from taskforce.plan p join taskforce.task_force f using (task_force_id)
    where p.plan_id = ${id} and ${seesForce(actor, 'p.task_force_id', today)}`.execute(handle)
  if (!rows[0]) throw noPlan()
  const lines = await sql<Plan['rows'][number]>`
    select a.activity_id as id, a.position, a.title, a.words, a.form, a.done_by as "doneBy", a.task_id as "taskId", t.code,
           n.name as "leadAgencyName", t.state, t.due_on as "dueOn", t.completed_on as "completedOn"
    from taskforce.activity a
    join tasks.traced_task t on t.task_id = a.task_id
    join registry.agency_latest n on n.agency_id = t.lead_agency_id
    where a.plan_id = ${id} order by a.position`.execute(handle)
  return {
    ...rows[0],
    activities: lines.rows.length,
    done: lines.rows.filter(({ state }) => state === 'confirmed').length,
    rows: lines.rows,
  }
}

/** The file that a plan was read from. */
export async function planFile(db: AnyHandle, blobs: Blobs, actor: Actor, id: number, today: string) {
  const { rows } = await sql<{ sha256: Buffer | null; fileName: string | null }>`
    select p.sha256, p.file_name as "fileName" from taskforce.plan p
    where p.plan_id = ${id} and ${seesForce(actor, 'p.task_force_id', today)}`.execute(reading<TaskforceDb>(db))
  const { sha256 = null, fileName = null } = rows[0] ?? {}
  if (sha256 === null || fileName === null) throw noPlan()
  return { fileName, ...(await getBlob(db, blobs, sha256.toString('hex'))) }
}
