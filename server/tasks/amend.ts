import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { type BlobContent, type Blobs, getBlob } from '../platform/blobs.ts'
import type { Ask } from '../platform/change.ts'
import { type Handle, type Transaction, toJson } from '../platform/db.ts'
import { NotFound, wrong } from '../platform/errors.ts'
import { prepared } from '../platform/prepared.ts'
import type { UploadedFile } from '../platform/upload.ts'
import { agencyOn } from '../registry/index.ts'
import { movedWithProof, type TaskOf, taskToChange, taskToRead } from './access.ts'
import { type Amended, amendmentOf, type Stand } from './amendment.ts'
import { type BasisFile, basisFileName, documentInWords, keepBasisFile, refuseFutureDocument } from './basis.ts'
import type { When } from './consequences.ts'
import type { Amend, BasisDocument } from './content-shapes.ts'
import type { TasksDb } from './db.ts'
import { addRows } from './save-rows.ts'
import { addFacts, lapseRequests, saveTask } from './store.ts'
import { endSubtasksOf } from './subtask.ts'
import { whenOf } from './when.ts'

/**
 * The giver amends what of a task was entered wrongly, with the reason and the document it rests on. What the amendment makes
 * moot ends with it: requests and calls to a lead that should not have been named, a request for a day that is already the
 * due day, a contribution requested of an agency that is no longer named. Returns the next version.
 */
export async function amend(
  trx: Transaction<TasksDb>,
  ask: Ask,
  { file, ...input }: Amend & { file: UploadedFile | undefined },
  { blobs }: { blobs: Blobs },
): Promise<number> {
  const task = await taskToChange(trx, ask, 'amend')
  const when = whenOf(ask)
  refuseBasis(input.document, file, when.on)
  const stand = await standOf(trx, task.task_id)
  const made = amendmentOf(stand, input, when)
  const movesDue = made.patch.due_on !== undefined && made.patch.due_on !== stand.due_on
  if (task.proof_name !== null && (movesDue || made.hasOtherLead)) throw movedWithProof(task.proof_name)
  await refuseAgencies(trx, task, made, input, when.on)
  const amendmentId = await addAmendment(
    trx,
    task.task_id,
    input,
    made,
    when,
    file && (await keepBasisFile(trx, blobs, file)),
  )
  await markWrong(trx, task.task_id, amendmentId, made, when)
  await addRight(trx, task.task_id, made)
  const ended = await endMoot(trx, ask, task, made, when)
  const version = await saveTask(trx, task.task_id, when, made.patch)
  await addFacts(trx, task.task_id, made.facts)
  await record(trx, ask.actor, 'task.amended', {
    subject: { kind: 'task', id: task.task_id },
    on: when.on,
    at: when.at,
    before: made.before,
    after: made.after,
    detail: {
      amendmentId,
      reason: input.reason,
      ...(input.document ? { document: documentInWords(input.document) } : {}),
      ...(file ? { fileName: basisFileName(file) } : {}),
      ...(ended.length > 0 ? { endedRequests: ended.join(', ') } : {}),
    },
  })
  return version
}

/** Throws where an amendment rests on nothing. */
function refuseBasis(document: BasisDocument | undefined, file: UploadedFile | undefined, today: string): void {
  if (document === undefined && file === undefined) {
    throw wrong(
      'document',
      'task.basis_missing',
      'Hãy ghi số và ngày của văn bản làm căn cứ, hoặc gửi kèm tệp văn bản.',
    )
  }
  refuseFutureDocument(document, today)
}

/** An agency that is newly named exists today; in a task that is completed, on the day its part began. */
async function refuseAgencies(
  trx: Transaction<TasksDb>,
  task: TaskOf,
  made: Amended,
  input: Amend,
  today: string,
): Promise<void> {
  for (const { agency_id, since_on } of made.parties) {
    if (agency_id === null) continue
    if (await agencyOn(trx, agency_id, task.state === 'confirmed' ? since_on : today)) continue
    const place = input.parties?.findIndex(({ agencyId }) => agencyId === agency_id) ?? 0
    throw wrong(
      `parties.${place}.agencyId`,
      'task.no_such_agency',
      'Cơ quan này không có hoặc không còn hoạt động. Hãy chọn cơ quan khác.',
    )
  }
}

/** A task as its source states it, for an amendment of it. */
async function standOf(trx: Transaction<TasksDb>, id: number): Promise<Stand> {
  const { rows } = await sql<Stand>`
    select t.title, t.content, t.product, t.state, t.assigned_on, t.lead_agency_id, t.first_due_on, t.due_on, t.deadline_kind,
           t.recurs,
           coalesce((select jsonb_agg(to_jsonb(p) order by p.position) from tasks.party p
                     where p.task_id = t.task_id and p.ended_on is null), '[]') as parties,
           coalesce((select jsonb_agg(to_jsonb(d) order by d.position, d.deadline_id) from tasks.deadline d
                     where d.task_id = t.task_id and d.approved_by is null and d.amended_by_id is null), '[]') as deadlines,
           array(select d.set_on from tasks.deadline d
                 where d.task_id = t.task_id and d.approved_by is not null order by d.set_on, d.deadline_id) as "grantedSince",
           coalesce((select jsonb_agg(to_jsonb(g) order by g.position) from tasks.target g
                     where g.task_id = t.task_id and g.amended_by_id is null), '[]') as targets
    from tasks.task t where t.task_id = ${id}`.execute(trx)
  return rows[0]!
}

async function addAmendment(
  trx: Transaction<TasksDb>,
  taskId: number,
  { reason, document }: Amend,
  { before, after }: Amended,
  { on, at, by }: When,
  file: BasisFile | undefined,
): Promise<number> {
  const { amendment_id } = await trx
    .insertInto('tasks.amendment')
    .values({
      task_id: taskId,
      reason,
      document_number: document?.number.trim() ?? null,
      document_on: document?.issuedOn ?? null,
      ...file,
      before: toJson(before),
      after: toJson(after),
      amended_on: on,
      amended_at: at,
      amended_by: by,
    })
    .returning('amendment_id')
    .executeTakeFirstOrThrow()
  return amendment_id
}

/** As known from now on, these rows never held: they end on the day they began. */
async function markWrong(
  trx: Transaction<TasksDb>,
  taskId: number,
  amendmentId: number,
  made: Amended,
  { at }: When,
): Promise<void> {
  for (const { role, position } of made.wrongParties) {
    await sql`
      update tasks.party set ended_on = since_on, ended_at = ${at}::timestamptz, amended_by_id = ${amendmentId}
      where task_id = ${taskId} and role = ${role} and position = ${position}`.execute(trx)
  }
  await sql`
    update tasks.deadline
    set replaced_on = coalesce(replaced_on, set_on), replaced_at = coalesce(replaced_at, ${at}::timestamptz),
        amended_by_id = ${amendmentId}
    where task_id = ${taskId} and deadline_id = any(${made.wrongDeadlines}::bigint[])`.execute(trx)
  await sql`
    update tasks.target set amended_by_id = ${amendmentId}
    where task_id = ${taskId} and target_id = any(${made.wrongTargets}::bigint[])`.execute(trx)
}

async function addRight(trx: Transaction<TasksDb>, taskId: number, made: Amended): Promise<void> {
  const { rows } = await sql<{ party: number; deadline: number; target: number }>`
    select coalesce((select max(position) from tasks.party where task_id = ${taskId}), 0) as party,
           coalesce((select max(position) from tasks.deadline where task_id = ${taskId}), 0) as deadline,
           coalesce((select max(position) from tasks.target where task_id = ${taskId}), 0) as target`.execute(trx)
  const last = rows[0]!
  await addRows(
    trx,
    'tasks.party',
    made.parties.map((party, place) => ({ task_id: taskId, ...party, position: last.party + place + 1 })),
  )
  await addRows(
    trx,
    'tasks.deadline',
    made.deadlines.map((row, place) => ({
      task_id: taskId,
      ...row,
      position: row.position ?? last.deadline + place + 1,
    })),
  )
  for (const [place, { takesFrom, ...row }] of made.targets.entries()) {
    const { target_id } = await trx
      .insertInto('tasks.target')
      .values({ task_id: taskId, ...row, position: row.position ?? last.target + place + 1 })
      .returning('target_id')
      .executeTakeFirstOrThrow()
    if (takesFrom === null) continue
    await trx.updateTable('tasks.measurement').set({ target_id }).where('target_id', '=', takesFrom).execute()
  }
}

/** Ends what the amendment leaves without an object. Returns the kinds of the requests that lapsed. */
async function endMoot(
  trx: Transaction<TasksDb>,
  ask: Ask,
  task: TaskOf,
  made: Amended,
  when: When,
): Promise<string[]> {
  await lapseContributions(trx, task.task_id, made.noLongerCoordinating, when)
  if (made.patch.deadline_kind !== undefined) {
    const isRhythmic = RHYTHMIC_KINDS.includes(made.patch.deadline_kind) || made.patch.recurs != null
    await endRhythm(trx, task.task_id, isRhythmic, when)
  }
  if (made.hasOtherLead) {
    await endSubtasksOf(trx, ask, made.patch.lead_agency_id!)
    return lapseRequests(trx, task.task_id, when)
  }
  if (!('due_on' in made.patch)) return []
  const dueOn = made.patch.due_on ?? null
  const lapsed = await trx
    .updateTable('tasks.request')
    .set({ decision: 'lapsed', decided_on: when.on, decided_at: when.at, decided_by: when.by })
    .where('task_id', '=', task.task_id)
    .where('kind', '=', 'extension')
    .where('decision', 'is', null)
    .where(sql<boolean>`(${dueOn}::date is null or new_due_on <= ${dueOn}::date)`)
    .returning('kind')
    .execute()
  return lapsed.map(({ kind }) => kind)
}

async function lapseContributions(
  trx: Transaction<TasksDb>,
  taskId: number,
  agencyIds: readonly number[],
  { on }: When,
): Promise<void> {
  if (agencyIds.length === 0) return
  await trx
    .updateTable('tasks.contribution')
    .set({ lapsed_on: on })
    .where('task_id', '=', taskId)
    .where('agency_id', 'in', [...agencyIds])
    .where('given_on', 'is', null)
    .where('lapsed_on', 'is', null)
    .execute()
}

const RHYTHMIC_KINDS: readonly string[] = ['standing', 'perRegulation']

/**
 * Ends a rhythm that followed from what the source was thought to state; the next run gives the one that follows from it now.
 * One that people set stays while the task has no end.
 */
async function endRhythm(
  trx: Transaction<TasksDb>,
  taskId: number,
  isRhythmic: boolean,
  { on, at }: When,
): Promise<void> {
  const ended = await sql`
    delete from tasks.rhythm r where r.task_id = ${taskId} and (r.is_default or not ${isRhythmic}::boolean)`.execute(
    trx,
  )
  if (Number(ended.numAffectedRows ?? 0) === 0) return
  await trx
    .updateTable('tasks.period')
    .set({ dropped_at: at })
    .where('task_id', '=', taskId)
    .where('reported_on', 'is', null)
    .where('dropped_at', 'is', null)
    .where('due_on', '>=', on)
    .execute()
}

/** The file that an amendment rests on, for who may read the task. */
export async function amendmentFile(
  db: Handle<TasksDb>,
  blobs: Blobs,
  actor: Actor,
  taskId: number,
  amendmentId: number,
): Promise<BlobContent & { fileName: string }> {
  await taskToRead(db, actor, taskId)
  const { rows } = await prepared(sql<{ sha256: Buffer; file_name: string; media_type: string }>`
    select sha256, file_name, media_type from tasks.amendment
    where task_id = ${taskId} and amendment_id = ${amendmentId} and sha256 is not null`).execute(db)
  const found = rows[0]
  if (!found) throw new NotFound('task.no_amendment_file', 'Không tìm thấy tệp này trong nhiệm vụ.')
  const content = await getBlob(db, blobs, Buffer.from(found.sha256).toString('hex'))
  return { ...content, mediaType: found.media_type, fileName: found.file_name }
}
