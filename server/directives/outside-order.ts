import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Blobs } from '../platform/blobs.ts'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import type { AskToAdd, AskToMake } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { type Field, Invalid, wrong } from '../platform/errors.ts'
import type { UploadedFile } from '../platform/upload.ts'
import {
  assignAll,
  basisFileName,
  documentInWords,
  keepBasisFile,
  type NewTask,
  refuseFutureDocument,
} from '../tasks/index.ts'
import { checkMayReview } from './access.ts'
import type { DirectivesDb } from './db.ts'
import { problemsOf } from './draft.ts'
import type { DraftContent } from './drafts.ts'
import { matchEdited } from './match.ts'
import { newTaskOf } from './new-task.ts'
import type { NewOrder, OrderForm, OrderMade, OrderTasks } from './outside-order-shapes.ts'
import { lockOrder, ORDER_SOURCE } from './outside-order-store.ts'
import { cutQuote } from './problems.ts'
import type { DraftEdit, DraftParty } from './shapes.ts'

/** What the order is as the source of its tasks. */
interface Basis {
  form: OrderForm
  givenBy: string
  givenOn: string
  about: string
  documentNumber: string | null
}

/**
 * Enters an order that was given outside the documents of the system, with who gave it, when and how, and its tasks: with the
 * fields and the checks of a reviewed draft. The tasks count as assigned on the day of the order.
 */
export async function recordOrder(
  trx: Transaction<DirectivesDb>,
  ask: AskToMake,
  { file, ...input }: NewOrder & { file: UploadedFile | undefined },
  { blobs }: { blobs: Blobs },
): Promise<OrderMade> {
  checkMayReview(ask.actor)
  const today = dayInVietnam(ask.now)
  if (input.givenOn > today) {
    throw wrong('givenOn', 'order.given_in_future', 'Ngày chỉ đạo không được sau hôm nay. Hãy sửa ngày.')
  }
  if (input.form === 'document' && input.document === undefined) {
    throw wrong('document', 'order.document_missing', 'Hãy ghi số, ký hiệu và ngày của văn bản.')
  }
  refuseFutureDocument(input.document, today)
  if (input.form === 'document' && input.document!.issuedOn > input.givenOn) {
    throw wrong('givenOn', 'order.given_before_document', 'Ngày chỉ đạo không được trước ngày của văn bản.')
  }
  const at = ask.now.toString()
  const basis = {
    form: input.form,
    given_by: input.givenBy.trim(),
    given_on: input.givenOn,
    about: input.about.trim(),
    document_number: input.document?.number.trim() ?? null,
    document_on: input.document?.issuedOn ?? null,
  }
  const { outside_order_id: id } = await trx
    .insertInto('directives.outside_order')
    .values({
      ...basis,
      ...(file && (await keepBasisFile(trx, blobs, file))),
      recorded_at: at,
      recorded_by: signatureOf(ask.actor),
    })
    .returning('outside_order_id')
    .executeTakeFirstOrThrow()
  const taskIds = await assign(trx, { ...ask, id }, { ...input, documentNumber: basis.document_number }, input.tasks, 0)
  await record(trx, ask.actor, 'outsideOrder.recorded', {
    subject: { kind: ORDER_SOURCE, id },
    on: input.givenOn,
    at,
    after: {
      form: input.form,
      givenBy: basis.given_by,
      givenOn: input.givenOn,
      about: basis.about,
      ...(input.document ? { document: documentInWords(input.document) } : {}),
      ...(file ? { fileName: basisFileName(file) } : {}),
      taskIds,
    },
  })
  return { id, taskIds }
}

/** Adds tasks to an order that is entered: a meeting seldom gives only one. */
export async function addToOrder(
  trx: Transaction<DirectivesDb>,
  ask: AskToAdd,
  { tasks }: OrderTasks,
): Promise<OrderMade> {
  const { last, ...basis } = await lockOrder(trx, ask.actor, ask.id)
  checkMayReview(ask.actor)
  const taskIds = await assign(trx, ask, basis, tasks, last)
  await record(trx, ask.actor, 'outsideOrder.taskAdded', {
    subject: { kind: ORDER_SOURCE, id: ask.id },
    at: ask.now.toString(),
    after: { taskIds },
  })
  return { id: ask.id, taskIds }
}

async function assign(
  trx: Transaction<DirectivesDb>,
  { actor, id, now }: AskToAdd,
  basis: Basis,
  edits: readonly DraftEdit[],
  last: number,
): Promise<number[]> {
  const tasks: NewTask[] = []
  for (const [place, edit] of edits.entries()) {
    tasks.push(await taskOf(trx, edit, { place, ref: `NV.${last + place + 1}`, on: basis.givenOn }))
  }
  const source = {
    kind: ORDER_SOURCE,
    id,
    number:
      basis.form === 'document' ? basis.documentNumber : `${FORM_NAMES[basis.form]} ngày ${formatDay(basis.givenOn)}`,
    title: `${basis.givenBy.trim()}: ${basis.about.trim()}`,
    assignedOn: basis.givenOn,
    followUpAgencyId: actor.agencyId,
  }
  const taskIds = await assignAll(trx, actor, source, tasks, now)
  for (const [place, taskId] of taskIds.entries()) {
    await trx
      .insertInto('directives.outside_order_task')
      .values({ outside_order_id: id, task_id: taskId, position: last + place + 1 })
      .execute()
  }
  return taskIds
}

const FORM_NAMES: Record<Exclude<OrderForm, 'document'>, string> = {
  meeting: 'Chỉ đạo tại cuộc họp',
  phone: 'Chỉ đạo qua điện thoại',
  inPerson: 'Chỉ đạo trực tiếp',
}

/** One task as entered, with its names matched to agencies of the day and the checks of a draft. */
async function taskOf(
  trx: Transaction<DirectivesDb>,
  edit: DraftEdit,
  { place, ref, on }: { place: number; ref: string; on: string },
): Promise<NewTask> {
  const content: DraftContent = {
    ...edit,
    title: edit.title.trim(),
    content: edit.content.trim(),
    groupTitle: edit.groupTitle?.trim() || null,
    product: edit.product?.trim() || null,
    parties: await within(place, () => matchEdited(trx, edit.parties, [], { on, within: null })),
    // Of a task without a document nothing has a place in one.
    span: null,
    contentSpan: null,
  }
  refuseManyLeads(content.parties, place)
  refuseEarlierDays(content.deadlines, { place, on })
  const problems = problemsOf({ ...content, isDropped: false }, on)
  if (problems.length > 0) {
    throw new Invalid('order.not_ready', `Chưa giao được: ${problems[0]!.message}`, {
      fields: problems.map(({ field, message }) => ({ path: `tasks.${place}.${field}`, code: 'not_ready', message })),
    })
  }
  return newTaskOf({ ...content, ref }, null)
}

/**
 * A phrase for many agencies may coordinate, and be distributed later. It cannot lead: an order has no review in which to
 * distribute it, and a task needs one agency that answers for it.
 */
function refuseManyLeads(parties: readonly DraftParty[], place: number): void {
  const leads = parties.filter(({ role }) => role === 'lead')
  if (leads.some(({ agencyId }) => agencyId !== null)) return
  const at = parties.findIndex(({ role, collective }) => role === 'lead' && collective)
  if (at < 0) return
  throw wrong(
    `tasks.${place}.parties.${at}.agencyId`,
    'order.lead_collective',
    `“${cutQuote(parties[at]!.name)}” là cách gọi chung nhiều cơ quan. Hãy nhập cho mỗi cơ quan một nhiệm vụ, hoặc chọn một cơ quan chịu trách nhiệm chính và ghi các cơ quan còn lại là phối hợp.`,
  )
}

/** A task is not due before it was ordered: there is no document whose own words would have to be kept. */
function refuseEarlierDays(deadlines: DraftContent['deadlines'], { place, on }: { place: number; on: string }): void {
  const at = deadlines.findIndex(({ dueOn }) => dueOn !== null && dueOn < on)
  if (at < 0) return
  throw wrong(
    `tasks.${place}.deadlines.${at}.dueOn`,
    'order.due_before_given',
    `Thời hạn ${formatDay(deadlines[at]!.dueOn!)} sớm hơn ngày chỉ đạo ${formatDay(on)}. Hãy sửa thời hạn hoặc ngày chỉ đạo.`,
  )
}

/** Names in an error which of the tasks it is about. */
async function within<T>(place: number, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const fields: Field[] = error.fields.map((field) => ({ ...field, path: `tasks.${place}.${field.path}` }))
    throw new Invalid(error.code, error.detail, { fields, cause: error })
  }
}
