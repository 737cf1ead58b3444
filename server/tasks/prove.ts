import { createHash } from 'node:crypto'
import type { Actor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { type BlobContent, type Blobs, getBlob } from '../platform/blobs.ts'
import type { AskToAdd } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { Conflict, Forbidden, NotFound, wrong } from '../platform/errors.ts'
import { hasRight } from '../platform/rights.ts'
import { putUpload } from '../platform/secrecy.ts'
import { cleanFileName } from '../platform/upload.ts'
import { lockedTask, type TaskOf, taskToAddTo, taskToRead } from './access.ts'
import type { TasksDb } from './db.ts'
import { evidenceType } from './evidence-kind.ts'
import { addEvidence, type EvidenceRow, findEvidence, markWithdrawn, sameFile, tieEvidence } from './evidence-store.ts'
import { move, next } from './progress.ts'
import { isSubtaskVisible } from './sight.ts'
import { subtaskToAddTo } from './subtask-access.ts'
import type { AddDocument, EvidenceQuery } from './subtask-act-shapes.ts'
import { subtaskMove } from './subtask-progress.ts'
import { findSubtask } from './subtask-store.ts'
import { whenOf } from './when.ts'

interface Evidence {
  file: { bytes: Uint8Array; fileName: string }
  subtaskId?: number | null
  about?: EvidenceQuery['about']
}

/**
 * An agency with a part in a task, or with a sub-task of it, adds a file as evidence. The same bytes again, while not tied
 * to anything, are the same evidence. Returns its id.
 */
export async function attachFile(
  trx: Transaction<TasksDb>,
  ask: AskToAdd,
  { file, subtaskId = null, about }: Evidence,
  { blobs }: { blobs: Blobs },
): Promise<number> {
  const agencyId = await whoAttaches(trx, ask, subtaskId)
  const mediaType = evidenceType(file.bytes)
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const known = await sameFile(trx, ask.id, { agencyId, sha256, subtaskId })
  if (known !== undefined) return known
  const when = whenOf(ask)
  const { size } = await putUpload(trx, blobs, file, mediaType)
  const fileName = cleanFileName(file.fileName, 'minh-chung')
  const id = await addEvidence(
    trx,
    {
      task_id: ask.id,
      subtask_id: subtaskId,
      kind: 'file',
      sha256: Buffer.from(sha256, 'hex'),
      file_name: fileName,
      media_type: mediaType,
      size_bytes: size,
      about: about?.trim() || null,
      agency_id: agencyId,
    },
    when,
  )
  await recordEvidence(trx, ask, 'evidence.added', { fileName, sha256 }, { evidenceId: id, subtaskId })
  return id
}

/** The same for a document named by its notation, which can be found where it is kept. */
export async function attachDocument(trx: Transaction<TasksDb>, ask: AskToAdd, input: AddDocument): Promise<number> {
  const { number, issuedOn, issuer, about, subtaskId = null } = input
  const agencyId = await whoAttaches(trx, ask, subtaskId)
  const when = whenOf(ask)
  if (issuedOn > when.on) {
    throw wrong('issuedOn', 'evidence.issued_in_future', 'Ngày văn bản không được sau hôm nay.')
  }
  const document = { number, issued_on: issuedOn, issuer, about }
  const id = await addEvidence(
    trx,
    { task_id: ask.id, subtask_id: subtaskId, kind: 'document', ...document, agency_id: agencyId },
    when,
  )
  await recordEvidence(trx, ask, 'evidence.added', { number, issuedOn, issuer }, { evidenceId: id, subtaskId })
  return id
}

/** The agency that added evidence withdraws it, until the task is confirmed. It stays, marked with who and why. */
export async function withdrawEvidence(
  trx: Transaction<TasksDb>,
  ask: AskToAdd,
  { evidenceId, reason }: { evidenceId: number; reason: string },
): Promise<void> {
  const task = await lockedTask(trx, ask)
  const evidence = await evidenceToRead(trx, ask.actor, task.task_id, evidenceId)
  if (!isOwn(ask.actor, evidence)) {
    throw new Forbidden('evidence.not_own', 'Chỉ cán bộ của cơ quan đã đính kèm mới rút được minh chứng này.')
  }
  if (evidence.withdrawn_at !== null) {
    throw new Conflict('evidence.withdrawn', `Minh chứng này đã được ${evidence.withdrawn_by} rút.`)
  }
  move(task.state, 'attach')
  await markWithdrawn(trx, evidenceId, reason, whenOf(ask))
  const { file_name, number, subtask_id } = evidence
  await recordEvidence(
    trx,
    ask,
    'evidence.withdrawn',
    undefined,
    { evidenceId, subtaskId: subtask_id, reason },
    file_name === null ? { number } : { fileName: file_name },
  )
}

/** Ties evidence added earlier to a report or a contribution. Throws naming the first one that cannot be tied. */
export async function prove(
  trx: Transaction<TasksDb>,
  ask: AskToAdd,
  ids: readonly number[] | undefined,
  to: { progress_report_id: number } | { contribution_id: number },
): Promise<void> {
  if (ids === undefined || ids.length === 0) return
  const tied = await tieEvidence(trx, ask.id, ids, ask.actor.own, to)
  const place = ids.findIndex((id) => !tied.has(id))
  if (place >= 0) {
    throw wrong(
      `evidence.${place}`,
      'evidence.not_free',
      'Minh chứng này không có, đã rút hoặc đã gắn với nội dung khác. Hãy đính kèm lại.',
    )
  }
}

/** The bytes, for actors who may read the task (and the sub-task, if it belongs to one). */
export async function fileOf(
  db: Handle<TasksDb>,
  blobs: Blobs,
  actor: Actor,
  taskId: number,
  evidenceId: number,
): Promise<BlobContent & { fileName: string }> {
  await taskToRead(db, actor, taskId)
  const evidence = await evidenceToRead(db, actor, taskId, evidenceId)
  if (evidence.sha256 === null) throw notFound()
  const content = await getBlob(db, blobs, Buffer.from(evidence.sha256).toString('hex'))
  return { ...content, mediaType: evidence.media_type!, fileName: evidence.file_name! }
}

/** Whether the actor's agency added it, and it can still be withdrawn in the current state of the task. */
export function mayWithdraw(
  actor: Actor,
  task: Pick<TaskOf, 'state'>,
  evidence: { agency_id: number; withdrawn_at: string | null },
): boolean {
  return isOwn(actor, evidence) && evidence.withdrawn_at === null && next(task.state, 'attach') !== undefined
}

function isOwn(actor: Actor, { agency_id }: { agency_id: number }): boolean {
  return hasRight(actor, 'task.carryOut') && actor.own.includes(agency_id)
}

/** Which of the actor's agencies adds evidence: the unit or the lead of a sub-task; else the first with a part in the task. */
async function whoAttaches(trx: Transaction<TasksDb>, ask: AskToAdd, subtaskId: number | null): Promise<number> {
  if (subtaskId !== null) {
    const { subtask } = await subtaskToAddTo(trx, ask, subtaskId, 'attach')
    subtaskMove(subtask.state, 'attach')
    return ask.actor.own.includes(subtask.agency_id) ? subtask.agency_id : subtask.by_agency_id
  }
  const task = await taskToAddTo(trx, ask, 'attach')
  move(task.state, 'attach')
  const agencies = [...task.leading, ...task.coordinating, ...task.units]
  return agencies.find((id) => id === ask.actor.agencyId) ?? agencies[0]!
}

async function evidenceToRead(
  db: Handle<TasksDb>,
  actor: Actor,
  taskId: number,
  evidenceId: number,
): Promise<EvidenceRow> {
  const evidence = await findEvidence(db, taskId, evidenceId)
  if (!evidence) throw notFound()
  if (evidence.subtask_id !== null) {
    const subtask = await findSubtask(db, taskId, evidence.subtask_id)
    if (!subtask || !isSubtaskVisible(actor, subtask)) throw notFound()
  }
  return evidence
}

const notFound = () => new NotFound('evidence.not_found', 'Không tìm thấy minh chứng này trong nhiệm vụ.')

async function recordEvidence(
  trx: Transaction<TasksDb>,
  ask: AskToAdd,
  event: 'evidence.added' | 'evidence.withdrawn',
  after: Record<string, unknown> | undefined,
  { subtaskId, ...detail }: { evidenceId: number; subtaskId: number | null; reason?: string },
  before?: Record<string, unknown>,
): Promise<void> {
  const when = whenOf(ask)
  await record(trx, ask.actor, event, {
    subject: { kind: 'task', id: ask.id },
    on: when.on,
    at: when.at,
    before,
    after,
    detail: { ...detail, ...(subtaskId === null ? {} : { subtaskId }) },
  })
}
