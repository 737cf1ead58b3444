/** Submission of an entry, proven by a number or a document, and the check of its file. */
import { sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Blobs } from '../platform/blobs.ts'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { Conflict, NotFound, wrong } from '../platform/errors.ts'
import type { UploadedFile } from '../platform/upload.ts'
import { completeByProof, keepBasisFile, reopenByProof } from '../tasks/index.ts'
import { itemToChange } from './access.ts'
import { lapseChange } from './change.ts'
import { isNormative } from './columns.ts'
import type { ProgrammeDb } from './db.ts'
import { move } from './item-progress.ts'
import { ITEM_PROOF } from './proof.ts'
import type { CheckFile, Submit } from './shapes.ts'
import { type ItemRow, refuseDay, saveItem } from './store.ts'

/** What the regulation of a day asks of the file of such a text, in its order. */
export async function requiredParts(
  db: Handle<ProgrammeDb>,
  textKind: string,
  on: string,
): Promise<{ name: string; basis: string }[]> {
  const { rows } = await sql<{ name: string; basis: string }>`
    select name, basis from programme.file_requirement
    where valid @> ${on}::date and (applies_to = 'all' or ${isNormative(textKind)}) order by position`.execute(db)
  return rows
}

/**
 * The lead submits, or a keeper records that it did. The day sent is the day that counts (docs/decisions/0032); what waits to
 * be postponed or stopped falls away; the task that it proves is done.
 */
export async function submit(
  trx: Transaction<ProgrammeDb>,
  ask: Ask,
  input: Submit & { file: UploadedFile | undefined },
  { blobs }: { blobs: Blobs },
): Promise<number> {
  const item = await itemToChange(trx, ask, 'submit')
  const state = move(item.state, 'submit')
  const { actor, now } = ask
  refuseDay('sentOn', input.sentOn, item, now)
  if (input.receivedOn !== undefined) {
    if (input.receivedOn < input.sentOn) {
      throw wrong('receivedOn', 'programme.received_before_sent', 'Ngày nhận không được trước ngày gửi.')
    }
    if (input.receivedOn > dayInVietnam(now)) {
      throw wrong('receivedOn', 'programme.day_in_future', 'Ngày này không được sau hôm nay. Hãy nhập ngày đã diễn ra.')
    }
  }
  if (input.registryNumber === undefined && input.file === undefined) {
    throw wrong(
      'registryNumber',
      'programme.no_proof',
      'Việc trình phải có căn cứ: số văn bản đến của Văn phòng, hoặc tệp Tờ trình đã ký.',
    )
  }
  const parts = await requiredParts(trx, item.text_kind, input.sentOn)
  const missing = new Set(input.missing ?? [])
  for (const name of missing) {
    if (parts.some((part) => part.name === name)) continue
    throw wrong('missing', 'programme.no_such_part', `Thành phần “${name}” không có trong danh mục hồ sơ của ngày gửi.`)
  }
  const file = input.file && (await keepBasisFile(trx, blobs, input.file))
  const { submission_id: submissionId } = await trx
    .insertInto('programme.submission')
    .values({
      item_id: item.item_id,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from programme.submission where item_id = ${item.item_id})`,
      number: input.number,
      sent_on: input.sentOn,
      received_on: input.receivedOn ?? null,
      registry_number: input.registryNumber ?? null,
      note: input.note ?? null,
      recorded_at: now.toString(),
      recorded_by: signatureOf(actor),
      recorded_by_person_id: actor.personId,
      ...file,
    })
    .returning('submission_id')
    .executeTakeFirstOrThrow()
  if (parts.length > 0) {
    await trx
      .insertInto('programme.submission_part')
      .values(
        parts.map(({ name }, place) => ({
          submission_id: submissionId,
          position: place + 1,
          name,
          is_there: !missing.has(name),
        })),
      )
      .execute()
  }
  await lapseChange(trx, ask)
  const version = await saveItem(trx, ask, item, { state }, [{ dimension: 'state', on: input.sentOn, state }])
  const body = `Đã trình đề án ${item.code} theo Tờ trình số ${input.number} ngày ${formatDay(input.sentOn)}.`
  await completeByProof(
    trx,
    ask,
    { kind: ITEM_PROOF, id: item.item_id },
    { on: input.sentOn, body, number: input.number },
  )
  await record(trx, actor, 'item.submitted', {
    subject: { kind: 'programmeItem', id: item.item_id },
    on: input.sentOn,
    at: now.toString(),
    before: { state: item.state },
    after: { state, number: input.number, sentOn: input.sentOn },
    detail: { submissionId, registryNumber: input.registryNumber, fileName: file?.file_name },
  })
  return version
}

/**
 * The office finds the file complete, or returns it at once with everything that is wrong (196/2026/NĐ-CP, Điều 2.2.s): from
 * that day it is no submission.
 */
export async function checkFile(trx: Transaction<ProgrammeDb>, ask: Ask, input: CheckFile): Promise<number> {
  const item = await itemToChange(trx, ask, 'check')
  const { actor, now } = ask
  const isReturned = input.outcome === 'returned'
  const state = move(item.state, isReturned ? 'returnFile' : 'complete')
  const on = input.checkedOn ?? dayInVietnam(now)
  refuseDay('checkedOn', on, item, now)
  const submission = await lastSubmission(trx, item)
  const reasons = isReturned ? await reasonsOf(trx, submission, input.reasons ?? []) : []
  if (isReturned && reasons.length === 0) {
    throw wrong('reasons', 'programme.return_says_why', 'Hãy nêu đầy đủ lý do trả lại, mỗi lý do một dòng.')
  }
  if (!isReturned && (input.reasons ?? []).length > 0) {
    throw wrong(
      'reasons',
      'programme.complete_has_no_reasons',
      'Hồ sơ đầy đủ thì không có lý do trả lại. Hãy chọn lại kết quả.',
    )
  }
  await trx
    .insertInto('programme.submission_check')
    .values({
      submission_id: submission,
      outcome: input.outcome,
      checked_on: on,
      note: input.note ?? null,
      recorded_at: now.toString(),
      recorded_by: signatureOf(actor),
      recorded_by_person_id: actor.personId,
    })
    .execute()
  if (reasons.length > 0) {
    await trx
      .insertInto('programme.submission_reason')
      .values(reasons.map((reason, place) => ({ submission_id: submission, position: place + 1, reason })))
      .execute()
  }
  const version = await saveItem(trx, ask, item, { state }, [{ dimension: 'state', on, state }])
  if (isReturned) {
    const reason = `Hồ sơ đề án ${item.code} bị trả lại: ${reasons.join('; ')}`
    await reopenByProof(trx, ask, { kind: ITEM_PROOF, id: item.item_id }, reason)
  }
  await record(trx, actor, isReturned ? 'item.fileReturned' : 'item.fileComplete', {
    subject: { kind: 'programmeItem', id: item.item_id },
    on,
    at: now.toString(),
    before: { state: item.state },
    after: { state },
    detail: { submissionId: submission, reason: reasons.join('; ') || undefined, note: input.note },
  })
  return version
}

/** The reasons given, and whatever the sender said is missing: nothing is asked for in a second round. */
async function reasonsOf(
  trx: Transaction<ProgrammeDb>,
  submission: number,
  given: readonly string[],
): Promise<string[]> {
  const parts = await trx
    .selectFrom('programme.submission_part')
    .select('name')
    .where('submission_id', '=', submission)
    .where('is_there', '=', false)
    .orderBy('position')
    .execute()
  const said = given.map((reason) => reason.trim()).filter(Boolean)
  const lacking = parts.map(({ name }) => name).filter((name) => !said.some((reason) => reason.includes(name)))
  return [...said, ...lacking.map((name) => `Thiếu: ${name}`)]
}

async function lastSubmission(trx: Transaction<ProgrammeDb>, item: ItemRow): Promise<number> {
  const found = await trx
    .selectFrom('programme.submission as s')
    .leftJoin('programme.submission_check as c', 'c.submission_id', 's.submission_id')
    .select(['s.submission_id', 'c.outcome'])
    .where('s.item_id', '=', item.item_id)
    .orderBy('s.position', 'desc')
    .executeTakeFirst()
  if (!found) throw new NotFound('programme.submission_not_found', 'Đề án này chưa có hồ sơ trình.')
  if (found.outcome !== null) throw new Conflict('programme.file_checked', 'Hồ sơ này đã được kiểm tra. Hãy tải lại.')
  return found.submission_id
}
