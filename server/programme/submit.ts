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
import { completeByProof, keepBasisFile, redateByProof, reopenByProof } from '../tasks/index.ts'
import { isKeeper, itemToChange } from './access.ts'
import { lapseChange, passTask } from './change.ts'
import { isNormative } from './columns.ts'
import type { ProgrammeDb } from './db.ts'
import { move } from './item-progress.ts'
import { ITEM_PROOF } from './proof.ts'
import type { CheckFile, Item, Submit } from './shapes.ts'
import { type ItemRow, lastFact, lastSubmission, refuseDay, saveItem } from './store.ts'

/**
 * What the regulations ask of the file of such a text, in their order, of every day of sending up to `until`: which of it counts
 * depends on that day. Days are ISO, both included; null: without a first or a last one.
 */
export async function requiredParts(
  db: Handle<ProgrammeDb>,
  textKind: string,
  until: string,
): Promise<Item['required']> {
  const { rows } = await sql<Item['required'][number]>`
    select name, basis, is_conditional as "isConditional", lower(valid) as "fromOn", upper(valid) - 1 as "toOn"
    from programme.file_requirement
    where valid && daterange(null, ${until}::date, '[]') and (applies_to = 'all' or ${isNormative(textKind)})
    order by position, valid`.execute(db)
  return rows
}

/**
 * The lead submits with the signed paper, or a keeper records what the office's register has; what waits to be postponed or
 * stopped falls away, and the task that it proves is done.
 *
 * It counts from the day the office received it. A lead cannot say when that was: what it records counts from the day of the
 * record, whatever day the paper bears, until the office gives the number of its register and, if it was earlier, the day
 * (`checkFile`). So no one who owes makes the past clean (docs/decisions/0032).
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
  const today = dayInVietnam(now)
  refuseDay('sentOn', input.sentOn, item, now)
  const isByOffice = isKeeper(actor)
  if (isByOffice) refuseReceived(input.receivedOn, input.sentOn, item, now)
  else refuseOfficesPart(input)
  if (input.registryNumber === undefined && input.file === undefined) {
    throw wrong(
      isByOffice ? 'registryNumber' : 'file',
      'programme.no_proof',
      isByOffice
        ? 'Việc trình phải có căn cứ: số văn bản đến của Văn phòng, hoặc tệp Tờ trình đã ký.'
        : 'Hãy gửi kèm tệp Tờ trình đã ký. Số văn bản đến do Văn phòng ghi khi tiếp nhận.',
    )
  }
  await lockNumbers(trx)
  await refuseUsedNumber(trx, item, input)
  if (input.registryNumber !== undefined)
    await refuseUsedRegistry(trx, item, input.registryNumber, input.receivedOn ?? input.sentOn)
  const countsFrom = isByOffice ? (input.receivedOn ?? input.sentOn) : today
  const { sentOn } = input
  const parts = (await requiredParts(trx, item.text_kind, sentOn)).filter(({ toOn }) => toOn === null || sentOn <= toOn)
  const said = partsNamed(parts, input.there ?? [])
  const file = input.file && (await keepBasisFile(trx, blobs, input.file))
  const { submission_id: submissionId } = await trx
    .insertInto('programme.submission')
    .values({
      item_id: item.item_id,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from programme.submission where item_id = ${item.item_id})`,
      number: input.number,
      sent_on: input.sentOn,
      counts_from: countsFrom,
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
        parts.map(({ name, isConditional }, place) => ({
          submission_id: submissionId,
          position: place + 1,
          name,
          is_conditional: isConditional,
          is_there: said.has(name),
        })),
      )
      .execute()
  }
  await lapseChange(trx, ask)
  const version = await saveItem(trx, ask, item, { state }, [{ dimension: 'state', on: countsFrom, state }])
  const body = `Đã trình đề án ${item.code} theo Tờ trình số ${input.number} ngày ${formatDay(input.sentOn)}.`
  await completeByProof(
    trx,
    ask,
    { kind: ITEM_PROOF, id: item.item_id },
    { on: countsFrom, body, number: input.number },
  )
  await record(trx, actor, 'item.submitted', {
    subject: { kind: 'programmeItem', id: item.item_id },
    on: countsFrom,
    at: now.toString(),
    before: { state: item.state },
    after: { state, number: input.number, sentOn: input.sentOn, countsFrom },
    detail: { submissionId, registryNumber: input.registryNumber, fileName: file?.file_name },
  })
  return version
}

/** Throws `programme.no_such_part` for a name that the list does not have. */
function partsNamed(parts: readonly { name: string }[], names: readonly string[]): ReadonlySet<string> {
  for (const name of names) {
    if (parts.some((part) => part.name === name)) continue
    throw wrong('there', 'programme.no_such_part', `Thành phần “${name}” không có trong danh mục hồ sơ của ngày gửi.`)
  }
  return new Set(names)
}

/** The number of the office's register and the day it received a paper are the office's to say. */
function refuseOfficesPart({ registryNumber, receivedOn }: Submit): void {
  for (const [field, value] of Object.entries({ registryNumber, receivedOn })) {
    if (value === undefined) continue
    throw wrong(
      field,
      'programme.offices_to_say',
      'Số văn bản đến và ngày nhận do Văn phòng ghi khi kiểm tra hồ sơ. Hãy bỏ trống và gửi kèm tệp Tờ trình đã ký.',
    )
  }
}

/** Throws where the office cannot have received the paper on this day. */
function refuseReceived(
  receivedOn: string | undefined,
  sentOn: string,
  since: Pick<ItemRow, 'state_on'>,
  now: Temporal.Instant,
): void {
  if (receivedOn === undefined) return
  if (receivedOn < sentOn) {
    throw wrong('receivedOn', 'programme.received_before_sent', 'Ngày nhận không được trước ngày gửi.')
  }
  refuseDay('receivedOn', receivedOn, since, now)
}

/** Of two that record the same number at once, the second sees the first. Held to the end of the transaction. */
export async function lockNumbers(trx: Transaction<ProgrammeDb>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('programme numbers'))`.execute(trx)
}

/** A paper submits one entry: its number, within a year, is not used for another of the same lead. */
async function refuseUsedNumber(
  trx: Transaction<ProgrammeDb>,
  item: ItemRow,
  { number, sentOn }: Pick<Submit, 'number' | 'sentOn'>,
): Promise<void> {
  const { rows } = await sql<{ code: string }>`
    select i.code from programme.submission_made s join programme.item i on i.item_id = s.item_id
    where i.lead_agency_id = ${item.lead_agency_id} and i.item_id <> ${item.item_id}
      and extract(year from s.sent_on) = ${sentOn.slice(0, 4)}::integer and platform.fold(s.number) = platform.fold(${number.trim()})`.execute(
    trx,
  )
  if (rows.length === 0) return
  throw wrong(
    'number',
    'programme.number_used',
    `Số Tờ trình này đã dùng để trình đề án ${rows[0]!.code}. Hãy kiểm tra lại số.`,
  )
}

/** The office's register gives each number once a year. */
async function refuseUsedRegistry(
  trx: Transaction<ProgrammeDb>,
  item: ItemRow,
  number: string,
  receivedOn: string,
): Promise<void> {
  const { rows } = await sql<{ code: string }>`
    select i.code from programme.submission_made s join programme.item i on i.item_id = s.item_id
    where i.item_id <> ${item.item_id} and platform.fold(s.registry_number) = platform.fold(${number.trim()})
      and extract(year from s.counts_from) = ${receivedOn.slice(0, 4)}::integer`.execute(trx)
  if (rows.length === 0) return
  throw wrong(
    'registryNumber',
    'programme.registry_used',
    `Số văn bản đến này đã ghi cho đề án ${rows[0]!.code}. Hãy kiểm tra lại số.`,
  )
}

/**
 * The office goes through the list of the regulation and finds the file complete, or returns it at once with everything that is
 * wrong (196/2026/NĐ-CP, Điều 2.2.s): from that day it is no submission. What it finds counts, not what the sender said. With it
 * the office gives the number of its register to what the lead recorded, and the day it received it, which counts where it is
 * earlier than the record.
 */
export async function checkFile(trx: Transaction<ProgrammeDb>, ask: Ask, input: CheckFile): Promise<number> {
  const item = await itemToChange(trx, ask, 'check')
  const { actor, now } = ask
  const isReturned = input.outcome === 'returned'
  const state = move(item.state, isReturned ? 'returnFile' : 'complete')
  const on = input.checkedOn ?? dayInVietnam(now)
  refuseDay('checkedOn', on, item, now)
  const submission = await openSubmission(trx, item)
  const parts = await foundParts(trx, submission.id, input)
  const lacking = parts.filter(({ isThere, isConditional }) => !isThere && !isConditional).map(({ name }) => name)
  if (!isReturned && lacking.length > 0 && input.note === undefined) {
    throw wrong(
      'there',
      'programme.file_lacks',
      `Hồ sơ còn thiếu: ${lacking.join('; ')}. Hãy trả lại hồ sơ; nếu hồ sơ này không phải có thành phần đó, hãy nêu vì sao ở ghi chú.`,
    )
  }
  const reasons = isReturned ? reasonsOf(lacking, input.reasons ?? []) : []
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
  const received = await receivedOf(trx, item, submission, input, now)
  await trx
    .insertInto('programme.submission_check')
    .values({
      submission_id: submission.id,
      outcome: input.outcome,
      checked_on: on,
      registry_number: input.registryNumber?.trim() ?? null,
      received_on: received ?? null,
      note: input.note ?? null,
      recorded_at: now.toString(),
      recorded_by: signatureOf(actor),
      recorded_by_person_id: actor.personId,
    })
    .execute()
  if (parts.length > 0) {
    await trx
      .insertInto('programme.submission_check_part')
      .values(parts.map(({ position, isThere }) => ({ submission_id: submission.id, position, is_there: isThere })))
      .execute()
  }
  if (reasons.length > 0) {
    await trx
      .insertInto('programme.submission_reason')
      .values(reasons.map((reason, place) => ({ submission_id: submission.id, position: place + 1, reason })))
      .execute()
  }
  if (received !== undefined) await moveSubmitted(trx, ask, item, { was: submission.countsFrom, on: received })
  const version = await saveItem(trx, ask, item, { state }, [
    ...(received === undefined ? [] : [{ dimension: 'state' as const, on: received, state: 'submitted' as const }]),
    { dimension: 'state', on, state },
  ])
  if (isReturned) {
    const reason = `Hồ sơ đề án ${item.code} bị trả lại: ${reasons.join('; ')}`
    await reopenByProof(trx, ask, { kind: ITEM_PROOF, id: item.item_id }, reason)
    await passTask(trx, ask, item)
  }
  await record(trx, actor, isReturned ? 'item.fileReturned' : 'item.fileComplete', {
    subject: { kind: 'programmeItem', id: item.item_id },
    on,
    at: now.toString(),
    before: { state: item.state },
    after: { state, ...(received === undefined ? {} : { countsFrom: received }) },
    detail: {
      submissionId: submission.id,
      registryNumber: input.registryNumber,
      reason: reasons.join('; ') || undefined,
      note: input.note,
    },
  })
  return version
}

/** The day from which a submission counts, where the office received it earlier than its lead recorded it. */
async function receivedOf(
  trx: Transaction<ProgrammeDb>,
  item: ItemRow,
  submission: OpenSubmission,
  { outcome, registryNumber, receivedOn }: CheckFile,
  now: Temporal.Instant,
): Promise<string | undefined> {
  if (submission.registryNumber !== null) {
    if (registryNumber === undefined && receivedOn === undefined) return undefined
    throw wrong(
      registryNumber === undefined ? 'receivedOn' : 'registryNumber',
      'programme.registry_known',
      `Văn phòng đã ghi số văn bản đến ${submission.registryNumber} cho hồ sơ này. Nếu số đó sai, hãy hủy ghi nhận việc trình rồi ghi lại.`,
    )
  }
  if (registryNumber === undefined) {
    if (outcome === 'complete' || receivedOn !== undefined) {
      throw wrong(
        'registryNumber',
        'programme.registry_needed',
        'Hãy ghi số văn bản đến của Văn phòng: hồ sơ do cơ quan chủ trì tự ghi nhận phải được Văn phòng xác nhận.',
      )
    }
    return undefined
  }
  const before = await stateBefore(trx, item.item_id, submission.countsFrom)
  refuseReceived(receivedOn, submission.sentOn, { state_on: before }, now)
  if (receivedOn !== undefined && receivedOn > submission.countsFrom) {
    throw wrong(
      'receivedOn',
      'programme.received_after_record',
      `Ngày nhận không được sau ngày hồ sơ được ghi nhận trên hệ thống (${formatDay(submission.countsFrom)}). Hãy kiểm tra lại ngày, hoặc bỏ trống để tính từ ngày đó.`,
    )
  }
  const day = receivedOn ?? submission.countsFrom
  await lockNumbers(trx)
  await refuseUsedRegistry(trx, item, registryNumber, day)
  return day < submission.countsFrom ? day : undefined
}

/** The day of the state before a submission. */
async function stateBefore(trx: Transaction<ProgrammeDb>, itemId: number, countsFrom: string): Promise<string> {
  const { rows } = await sql<{ on: string | null }>`
    select max(f.effective_on) as "on" from programme.fact f
    where f.item_id = ${itemId} and f.dimension = 'state' and f.effective_on <= ${countsFrom}::date
      and f.fact_id < (${lastFact(itemId, 'submitted')})
      and not exists (select from programme.annulled_fact a where a.fact_id = f.fact_id)`.execute(trx)
  return rows[0]!.on ?? countsFrom
}

/** As known from now on it was submitted on the day the office received it, and so was the task done. */
async function moveSubmitted(
  trx: Transaction<ProgrammeDb>,
  ask: Ask,
  item: ItemRow,
  { was, on }: { was: string; on: string },
): Promise<void> {
  await sql`
    insert into programme.annulled_fact (fact_id, annulled_at) select f.fact_id, ${ask.now.toString()}::timestamptz
    from (${lastFact(item.item_id, 'submitted')}) f(fact_id)`.execute(trx)
  const reason = `Văn phòng xác nhận đã nhận hồ sơ đề án ${item.code} ngày ${formatDay(on)}`
  await redateByProof(trx, ask, { kind: ITEM_PROOF, id: item.item_id }, { was, on, reason })
}

/** Each part of the list, and whether the check found it. Throws `programme.check_by_list` where the check did not go by the list. */
async function foundParts(
  trx: Transaction<ProgrammeDb>,
  submission: number,
  { there }: CheckFile,
): Promise<{ position: number; name: string; isConditional: boolean; isThere: boolean }[]> {
  const parts = await trx
    .selectFrom('programme.submission_part')
    .select(['position', 'name', 'is_conditional as isConditional'])
    .where('submission_id', '=', submission)
    .orderBy('position')
    .execute()
  if (parts.length > 0 && there === undefined) {
    throw wrong(
      'there',
      'programme.check_by_list',
      'Hãy đối chiếu danh mục hồ sơ và đánh dấu từng thành phần có trong hồ sơ.',
    )
  }
  const found = partsNamed(parts, there ?? [])
  return parts.map((part) => ({ ...part, isThere: found.has(part.name) }))
}

/** The reasons given, and every part that is not there: nothing is asked for in a second round. */
function reasonsOf(lacking: readonly string[], given: readonly string[]): string[] {
  const said = given.map((reason) => reason.trim()).filter(Boolean)
  const lower = (words: string) => words.toLocaleLowerCase('vi')
  const unsaid = lacking.filter((name) => !said.some((reason) => lower(reason).includes(lower(name))))
  return [...said, ...unsaid.map((name) => `Thiếu: ${name}`)]
}

type OpenSubmission = NonNullable<Awaited<ReturnType<typeof lastSubmission>>>

/** The submission that waits for its check. */
async function openSubmission(trx: Transaction<ProgrammeDb>, item: ItemRow): Promise<OpenSubmission> {
  const found = await lastSubmission(trx, item.item_id)
  if (!found) throw new NotFound('programme.submission_not_found', 'Đề án này chưa có hồ sơ trình.')
  if (found.outcome !== null) throw new Conflict('programme.file_checked', 'Hồ sơ này đã được kiểm tra. Hãy tải lại.')
  return found
}
