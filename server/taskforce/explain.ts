import { sql } from 'kysely'
import type { Actor, KnownActor } from '../platform/actor.ts'
import { signatureOf } from '../platform/actor.ts'
import { type Blobs, getBlob } from '../platform/blobs.ts'
import type { Ask, AskToAdd } from '../platform/change.ts'
import { type AnyHandle, reading, type Transaction } from '../platform/db.ts'
import { Conflict, Forbidden, NotFound } from '../platform/errors.ts'
import type { UploadedFile } from '../platform/upload.ts'
import { keepBasisFile } from '../tasks/index.ts'
import { answersFor, mayLead, toAddTo, toAnswerFor, toRead, toWorkOn, worksOn } from './access.ts'
import { demandDay } from './days.ts'
import type { TaskforceDb } from './db.ts'
import { inspectionToChange, type KeptInspection, said } from './inspect.ts'
import { keepMinutes } from './inspection-papers.ts'
import type { Explain, Minutes } from './inspection-shapes.ts'
import { afterExplanation, afterSignature, moveInspection } from './inspection-state.ts'
import { changeRow, recorded } from './store.ts'

type Trx = Transaction<TaskforceDb>

/** The agency explains an issue; a later explanation adds to the earlier one. Returns its id. */
export async function explain(
  trx: Trx,
  ask: AskToAdd,
  { issueId, file, ...input }: Explain & { issueId: number; file: UploadedFile | undefined },
  { blobs }: { blobs: Blobs },
): Promise<number> {
  const one = (await toAddTo(trx, ask, 'taskforce.inspection')) as KeptInspection
  toAnswerFor(ask.actor, one.agency_id)
  const moved = moveInspection(one.state, 'explain')
  const issue = await trx
    .selectFrom('taskforce.issue')
    .select('issue_id')
    .where('issue_id', '=', issueId)
    .where('inspection_id', '=', ask.id)
    .executeTakeFirst()
  if (!issue) throw new NotFound('issue.not_found', 'Không tìm thấy vấn đề này trong yêu cầu giải trình.')
  const { explanation_id: id } = await trx
    .insertInto('taskforce.explanation')
    .values({
      issue_id: issueId,
      words: input.words.trim(),
      document: input.document?.trim() ?? null,
      signer: input.signer.trim(),
      agency_id: one.agency_id,
      explained_on: demandDay(ask, input.on, 'on', ['ngày yêu cầu giải trình', one.requested_on]),
      ...(file && (await keepBasisFile(trx, blobs, file))),
      ...recorded(ask),
    })
    .returning('explanation_id')
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ open: number }>`
    select count(*)::integer as open from taskforce.issue s
    where s.inspection_id = ${ask.id} and not exists (select from taskforce.explanation x where x.issue_id = s.issue_id)`.execute(
    trx,
  )
  const state = afterExplanation(moved, rows[0]!.open === 0)
  await changeRow(trx, 'taskforce.inspection', ask, { state })
  await said(trx, ask, 'explained', one.state, state, { issueId, left: rows[0]!.open })
  return id
}

/** The file sent with an explanation. */
export async function explanationFile(db: AnyHandle, blobs: Blobs, actor: Actor, inspectionId: number, id: number) {
  await toRead(db, actor, 'taskforce.inspection', inspectionId)
  const { rows } = await sql<{ sha256: Buffer; fileName: string; mediaType: string }>`
    select x.sha256, x.file_name as "fileName", x.media_type as "mediaType"
    from taskforce.explanation x join taskforce.issue s using (issue_id)
    where x.explanation_id = ${id} and s.inspection_id = ${inspectionId} and x.sha256 is not null`.execute(
    reading<TaskforceDb>(db),
  )
  const found = rows[0]
  if (!found) throw new NotFound('explanation.no_file', 'Giải trình này không có tệp kèm theo.')
  const { bytes } = await getBlob(db, blobs, Buffer.from(found.sha256).toString('hex'))
  return { bytes, mediaType: found.mediaType, fileName: found.fileName }
}

/** Writes the minutes, or rewrites what no side has signed. On the version of the inspection. */
export async function writeMinutes(trx: Trx, ask: Ask, input: Minutes): Promise<number> {
  const one = await inspectionToChange(trx, ask)
  await toWorkOn(trx, ask.actor, ask.id)
  const state = moveInspection(one.state, 'writeMinutes')
  const written = {
    held_on: demandDay(ask, input.heldOn, 'heldOn', ['ngày ra quyết định kiểm tra', one.decided_on]),
    place: input.place.trim(),
    office_side: input.officeSide.trim(),
    agency_side: input.agencySide.trim(),
    words: input.words.trim(),
    commitments: input.commitments?.trim() || null,
    written_at: ask.now.toString(),
    written_by: signatureOf(ask.actor),
  }
  await trx
    .insertInto('taskforce.minutes')
    .values({ inspection_id: ask.id, ...written })
    .onConflict((conflict) =>
      conflict.column('inspection_id').doUpdateSet((row) => ({
        ...written,
        version: sql<number>`${row.ref('taskforce.minutes.version')} + 1`,
      })),
    )
    .execute()
  const version = await changeRow(trx, 'taskforce.inspection', ask, { state })
  await said(trx, ask, 'minutesWritten', one.state, state, { heldOn: input.heldOn, place: input.place })
  return version
}

/**
 * Signs the minutes for one's side: for the Task Force the head of the delegation or whoever leads inspections, for the
 * agency its people. From the first signature on the words stay; with the second the visit was held, and the minutes are kept
 * as a paper.
 */
export async function signMinutes(
  trx: Trx,
  ask: Ask<number, KnownActor>,
  { blobs }: { blobs: Blobs },
): Promise<number> {
  const one = await inspectionToChange(trx, ask)
  const moved = moveInspection(one.state, 'signMinutes')
  const minutes = await trx
    .selectFrom('taskforce.minutes')
    .select(['held_on', 'office_signed_at', 'agency_signed_at'])
    .where('inspection_id', '=', ask.id)
    .forUpdate()
    .executeTakeFirst()
  if (!minutes) throw new Conflict('minutes.none', 'Chưa có biên bản để ký. Hãy lập biên bản trước.')
  if (one.decided_on !== null && minutes.held_on < one.decided_on) {
    throw new Conflict(
      'minutes.before_decision',
      'Biên bản lập trước quyết định kiểm tra đang có hiệu lực. Hãy lập lại biên bản.',
    )
  }
  const side = await sideOf(trx, ask.actor, one)
  if (side === null) {
    throw new Forbidden('minutes.not_a_side', 'Chỉ Trưởng đoàn kiểm tra và cơ quan được kiểm tra mới ký biên bản.')
  }
  const done = side === 'office' ? minutes.office_signed_at : minutes.agency_signed_at
  if (done !== null) throw new Conflict('minutes.signed', 'Bên này đã ký biên bản.')
  const mark = { at: ask.now.toString(), by: signatureOf(ask.actor) }
  await trx
    .updateTable('taskforce.minutes')
    .set(
      side === 'office'
        ? { office_signed_at: mark.at, office_signer: mark.by }
        : { agency_signed_at: mark.at, agency_signer: mark.by },
    )
    .where('inspection_id', '=', ask.id)
    .execute()
  const other = side === 'office' ? minutes.agency_signed_at : minutes.office_signed_at
  if (other !== null) await keepMinutes(trx, ask, blobs, one.task_force_id)
  const state = afterSignature(moved, other !== null)
  const version = await changeRow(trx, 'taskforce.inspection', ask, { state })
  await said(trx, ask, 'minutesSigned', one.state, state, { side })
  return version
}

/** For which side the actor signs the minutes. One person never signs for both. */
export async function sideOf(
  db: AnyHandle,
  actor: Actor,
  { inspection_id: id, agency_id }: Pick<KeptInspection, 'inspection_id' | 'agency_id'>,
): Promise<'office' | 'agency' | null> {
  if (mayLead(actor)) return 'office'
  const { rows } = await sql`
    select from taskforce.delegate d join taskforce.inspection i using (inspection_id, decision_no)
    where d.inspection_id = ${id} and d.role = 'head' and d.person_id = ${actor.personId}::bigint`.execute(
    reading<TaskforceDb>(db),
  )
  if (rows.length > 0 && (await worksOn(db, actor, id))) return 'office'
  return answersFor(actor, agency_id) ? 'agency' : null
}
