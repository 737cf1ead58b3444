import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import { assignAll, type NewTask } from '../tasks/index.ts'
import { checkDirectiveVersion, directiveToReview } from './access.ts'
import type { DirectivesDb } from './db.ts'
import { distributionsOf } from './distribute.ts'
import { problemsOf } from './draft.ts'
import { type ConfirmedRef, confirmedRefs, type DraftRecord, draftsOf, saveTasks } from './drafts.ts'
import { newTaskOf } from './new-task.ts'
import { keepOutcomes } from './outcomes.ts'
import { problem } from './problems.ts'
import { getReading } from './readings.ts'
import { assignedDayOf } from './review.ts'
import type { Confirm, Confirmed, Problem } from './shapes.ts'
import {
  type DirectiveRecord,
  findDirective,
  lockNotation,
  type Notation,
  sameNotation,
  saveConfirmation,
} from './store.ts'

/**
 * Turns the reviewed drafts into tasks: all of them, in the caller's transaction, or none. For a directive already confirmed
 * it returns what its confirmation did and does nothing.
 *
 * In a new edition of a document confirmed before, references with a task keep it, new ones get one, and tasks of removed
 * references stay: taking work away from an agency is an act on that task, not a side effect of this.
 *
 * Throws 409: `request.stale`, `directive.not_ready` with a field for each blocker, `directive.same_notation` with the `id`
 * of the one confirmed before, unless a new edition is requested.
 */
export async function confirm(
  trx: Transaction<DirectivesDb>,
  { actor, id, version, now }: Ask,
  { asNewEdition = false }: Confirm,
): Promise<Confirmed> {
  const directive = await directiveToReview(trx, actor, id, ['review', 'confirmed'])
  if (directive.state === 'confirmed') return confirmedOf(trx, directive)
  checkDirectiveVersion(directive, version)
  const drafts = (await draftsOf(trx, id)).filter(({ isDropped }) => !isDropped)
  const today = dayInVietnam(now)
  const notation = ready(directive, drafts, today)
  await lockNotation(trx, notation)
  const earlier = await sameNotation(trx, notation, id, ['confirmed'])
  const latest = earlier[0]
  if (latest && !asNewEdition) throw alreadyConfirmed(directive, latest)

  const known = await tasksByRef(trx, earlier)
  const assignedOn = assignedDayOf(directive)!
  const fresh = drafts.filter(({ ref }) => !known.has(ref))
  const { text } = await getReading(trx, id)
  const source = {
    kind: 'directive',
    id,
    number: directive.number,
    title: directive.subject,
    assignedOn,
    followUpAgencyId: actor.agencyId,
    urgency: directive.urgency,
  }
  const collectiveOf = await collectivesOf(trx, id)
  const tasks = fresh.map((draft) => ({ ...newTaskOf(draft, text), ...collectiveOf(draft) }))
  const taskIds = await assignAll(trx, actor, source, tasks, now)
  await saveTasks(trx, [
    ...fresh.map((draft, index) => ({ draftId: draft.id, taskId: taskIds[index]!, isCreated: true })),
    ...drafts.flatMap((draft) => {
      const task = known.get(draft.ref)
      return task ? [{ draftId: draft.id, taskId: task.taskId, isCreated: false }] : []
    }),
  ])
  const edition = (latest?.edition ?? 0) + 1
  const replacesId = latest?.id ?? null
  const at = now.toString()
  await saveConfirmation(trx, id, { assignedOn, edition, replacesId, at, by: signatureOf(actor) })
  await record(trx, actor, 'directive.confirmed', {
    subject: { kind: 'directive', id },
    at,
    after: { number: directive.number, assignedOn, edition, replacesId, taskIds },
  })
  const confirmed = (await findDirective(trx, id))!
  const answer = await confirmedOf(trx, confirmed)
  await keepOutcomes(trx, confirmed)
  return answer
}

/** What a draft was given to several agencies with: its own place and wording for a shared task, those of the one it was made of else. */
async function collectivesOf(
  trx: Transaction<DirectivesDb>,
  directiveId: number,
): Promise<(draft: DraftRecord) => Pick<NewTask, 'collective'>> {
  const distributions = await distributionsOf(trx, directiveId)
  if (distributions.length === 0) return () => ({})
  const drafts = new Map((await draftsOf(trx, directiveId)).map((draft) => [draft.id, draft]))
  return (draft) => {
    const made = distributions.find(({ id, draftId, form }) =>
      draft.distributionId === null ? form === 'shared' && draftId === draft.id : id === draft.distributionId,
    )
    if (!made) return {}
    const { ref, title } = drafts.get(made.draftId)!
    const form = made.form === 'shared' ? 'shared' : 'each'
    return { collective: { ref, form, namedAs: made.party.name, title, membersOn: made.membersOn } }
  }
}

/** Problems of the directive itself, without its drafts; empty if it is ready. `today` bounds the day of its tasks. */
export function problemsOfDirective(
  directive: DirectiveRecord,
  drafts: readonly { isDropped: boolean }[],
  today: string,
): Problem[] {
  const problems: Problem[] = []
  if (directive.number === null) problems.push(problem('number', 'number_missing', {}))
  if (directive.issuer === null) problems.push(problem('issuer', 'issuer_missing', {}))
  if (directive.issuedOn === null) problems.push(problem('issuedOn', 'issue_day_missing', {}))
  const assignedOn = assignedDayOf(directive)
  if (assignedOn !== null && assignedOn > today) {
    const field = directive.assignedOn === null ? 'issuedOn' : 'assignedOn'
    problems.push(problem(field, 'assigned_ahead', { day: assignedOn }))
  }
  if (!drafts.some(({ isDropped }) => !isDropped)) problems.push(problem('drafts', 'no_tasks', {}))
  return problems
}

/** The notation, if the directive and its drafts have no problems; else throws all problems together. */
function ready(directive: DirectiveRecord, drafts: readonly DraftRecord[], today: string): Notation {
  const ofDrafts = drafts.flatMap((draft) =>
    problemsOf(draft, today).map(({ field, message }) => ({
      field: `drafts.${draft.id}.${field}`,
      message: `${draft.ref}: ${message}`,
    })),
  )
  const problems = [...problemsOfDirective(directive, drafts, today), ...ofDrafts]
  const { number, issuer, issuedOn } = directive
  if (problems.length === 0 && number !== null && issuer !== null && issuedOn !== null)
    return { number, issuer, issuedOn }
  const more = problems.length > 1 ? ` (và ${problems.length - 1} chỗ khác)` : ''
  throw new Conflict('directive.not_ready', `Chưa xác nhận được: ${problems[0]!.message}${more}`, {
    fields: problems.map(({ field, message }) => ({ path: field, code: 'not_ready', message })),
  })
}

function alreadyConfirmed({ number, issuedOn }: DirectiveRecord, latest: DirectiveRecord): Conflict {
  const when = formatDay(dayInVietnam(latest.confirmedAt!))
  return new Conflict(
    'directive.same_notation',
    `Văn bản số ${number} ngày ${formatDay(issuedOn!)} đã được ${latest.confirmedBy} xác nhận ngày ${when}. Nếu đây là bản mới của văn bản đó, hãy xác nhận là bản mới; nếu không, hãy sửa số, ký hiệu hoặc bỏ văn bản này.`,
    { extra: { id: latest.id, edition: latest.edition } },
  )
}

/** The task each reference has from earlier editions; the latest edition wins. */
async function tasksByRef(
  db: Handle<DirectivesDb>,
  earlier: readonly DirectiveRecord[],
): Promise<Map<string, ConfirmedRef>> {
  const refs = await confirmedRefs(
    db,
    earlier.map(({ id }) => id),
  )
  const editionOf = new Map(earlier.map(({ id, edition }) => [id, edition]))
  refs.sort((a, b) => editionOf.get(a.directiveId)! - editionOf.get(b.directiveId)!)
  return new Map(refs.map((ref) => [ref.ref, ref]))
}

/** The result of a confirmation, derived from the rows, so that a repeated request returns the same. */
async function confirmedOf(db: Handle<DirectivesDb>, directive: DirectiveRecord): Promise<Confirmed> {
  const notation = { number: directive.number!, issuer: directive.issuer!, issuedOn: directive.issuedOn! }
  const others = await sameNotation(db, notation, directive.id, ['confirmed'])
  const before = await tasksByRef(
    db,
    others.filter(({ edition }) => edition < directive.edition),
  )
  const refs = await confirmedRefs(db, [directive.id])
  const created = refs.filter(({ isCreated }) => isCreated)
  const existing = refs.filter(({ isCreated }) => !isCreated)
  const reworded = existing.filter(({ ref, content }) => content !== before.get(ref)?.content)
  const kept = new Set(refs.map(({ ref }) => ref))
  const leftOver = [...before.values()].filter(({ ref }) => !kept.has(ref))
  return {
    created: created.length,
    taskIds: created.map(({ taskId }) => taskId),
    edition: directive.edition,
    replacesId: directive.replacesId,
    existing: existing.map(refOfTask),
    reworded: reworded.map(refOfTask),
    leftOver: leftOver.map(refOfTask),
    message: inWords(directive, created.length, existing, reworded, leftOver),
  }
}

function refOfTask({ ref, taskId }: ConfirmedRef) {
  return { ref, taskId }
}

function inWords(
  { edition, number }: DirectiveRecord,
  created: number,
  existing: readonly ConfirmedRef[],
  reworded: readonly ConfirmedRef[],
  leftOver: readonly ConfirmedRef[],
): string {
  if (edition === 1) return `Đã tạo ${created} nhiệm vụ từ văn bản số ${number}.`
  const refs = (list: readonly ConfirmedRef[]) => list.map(({ ref }) => ref).join(', ')
  return [
    `Bản thứ ${edition} của văn bản số ${number}: tạo mới ${created} nhiệm vụ, giữ nguyên ${existing.length} nhiệm vụ đã giao từ bản trước.`,
    ...(reworded.length > 0 ? [`Nội dung khác bản trước, cần xem lại: ${refs(reworded)}.`] : []),
    ...(leftOver.length > 0 ? [`Không còn trong bản này nhưng nhiệm vụ vẫn giữ: ${refs(leftOver)}.`] : []),
  ].join(' ')
}
