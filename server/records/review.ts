/** A draft on its route: sent, agreed, returned, withdrawn. Each act adds to the note sheet. */
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { type Field, Forbidden, Invalid, wrong } from '../platform/errors.ts'
import { hasRight } from '../platform/rights.ts'
import { signatoriesOf } from '../registry/index.ts'
import { outgoingToChange } from './access.ts'
import type { RecordsDb } from './db.ts'
import { about, demandDrafter, note } from './draft.ts'
import { hasWords } from './draft-content.ts'
import type { Agree, Reasoned, ReplaceStep, SendDraft } from './outgoing-shapes.ts'
import { moveOutgoing, type OutgoingState } from './outgoing-state.ts'
import { currentVersion, type Outgoing, recipientsOf, stepsOf, strangersTo } from './outgoing-store.ts'
import { afterAgreement, endedByReturn, problemsOfRoute, type RouteProblem } from './route.ts'
import { peopleOf } from './sight.ts'
import { changeRow } from './store.ts'
import { unfilledIn } from './template-fields.ts'

type Trx = Transaction<RecordsDb>
type Steps = Awaited<ReturnType<typeof stepsOf>>

/** Each problem of a route as the error of a field. */
const PROBLEMS: Record<RouteProblem['code'], (path: string) => Field> = {
  'route.nobody_checks': (path) => ({
    path,
    code: 'route.nobody_checks',
    message: 'Phải có người kiểm tra, ký nháy hoặc duyệt nội dung trước khi trình ký. Hãy thêm một bước.',
  }),
  'route.twice': (path) => ({
    path,
    code: 'route.twice',
    message: 'Người này đã có một bước. Mỗi người chỉ có một vai trong quy trình.',
  }),
  'route.drafter': (path) => ({
    path,
    code: 'route.drafter',
    message: 'Người soạn thảo không tự kiểm tra dự thảo của mình. Hãy chọn người khác.',
  }),
  'route.signer': (path) => ({
    path,
    code: 'route.signer',
    message: 'Người ký không đồng thời là người kiểm tra, duyệt. Hãy chọn người khác.',
  }),
  'route.opinion_late': (path) => ({
    path,
    code: 'route.opinion_late',
    message: 'Ý kiến, ký nháy phải trước khi duyệt. Hãy đổi thứ tự các bước.',
  }),
}

/** Puts a draft on its route: a new round, whose first steps open. */
export async function sendDraft(trx: Trx, ask: Ask, { signerId, steps, words }: SendDraft): Promise<number> {
  const row = await outgoingToChange(trx, ask)
  demandDrafter(row, ask)
  const state = moveOutgoing(row.state as OutgoingState, 'send')
  const today = dayInVietnam(ask.now)
  await demandWhole(trx, row)
  await demandSigner(trx, row, signerId, today)
  if (signerId === row.drafter_id)
    throw wrong(
      'signerId',
      'route.drafter_signs',
      'Người soạn thảo không tự ký văn bản của mình. Hãy chọn người ký khác.',
    )
  const problems = problemsOfRoute(steps, { drafterId: row.drafter_id, signerId })
  const strangers = await strangersTo(
    trx,
    row.agency_id,
    steps.map(({ personId }) => personId),
    today,
  )
  const fields: Field[] = [
    ...problems.map(({ place, code }) => PROBLEMS[code](place === null ? 'steps' : `steps.${place}.personId`)),
    ...steps.flatMap(({ personId, dueOn }, place) => [
      ...(strangers.includes(personId)
        ? [
            {
              path: `steps.${place}.personId`,
              code: 'route.no_post',
              message: 'Người này hôm nay không giữ vị trí nào ở cơ quan. Hãy chọn người khác.',
            },
          ]
        : []),
      ...(dueOn !== undefined && dueOn < today
        ? [
            {
              path: `steps.${place}.dueOn`,
              code: 'route.due_in_past',
              message: 'Hạn cho ý kiến không được trước hôm nay.',
            },
          ]
        : []),
    ]),
  ]
  if (fields.length > 0) throw new Invalid(fields[0]!.code, fields[0]!.message, { fields })
  // A draft that comes back to its route begins another round: the answers of the round before stay as they were given.
  const round = (await stepsOf(trx, row)).length > 0 ? row.round + 1 : row.round
  const first = Math.min(...steps.map(({ position }) => position))
  await trx
    .insertInto('records.route_step')
    .values(
      steps.map(({ position, kind, personId, dueOn }) => ({
        outgoing_id: ask.id,
        round,
        position,
        kind,
        person_id: personId,
        due_on: dueOn ?? null,
        state: position === first ? 'open' : 'waiting',
        opened_at: position === first ? ask.now.toString() : null,
      })),
    )
    .execute()
  const version = await changeRow(trx, 'records.outgoing', ask, { state, round, signer_id: signerId })
  await note(trx, ask, 'sent', words ?? null)
  await record(trx, ask.actor, 'outgoing.sent', {
    subject: about(ask.id),
    at: ask.now.toString(),
    before: { state: row.state },
    after: { state, round },
  })
  return version
}

/** Agrees in the name of the open step that waits for the actor. After the last, the draft waits for its signature. */
export async function agree(trx: Trx, ask: Ask, { words }: Agree): Promise<number> {
  const row = await outgoingToChange(trx, ask)
  moveOutgoing(row.state as OutgoingState, 'agree')
  const steps = await stepsOf(trx, row)
  const step = stepOf(steps, row, ask)
  await act(trx, ask, step.id, 'agreed', words ?? null)
  const { opens, isLast } = afterAgreement(steps, step.id)
  if (opens.length > 0)
    await trx
      .updateTable('records.route_step')
      .set({ state: 'open', opened_at: ask.now.toString() })
      .where('route_step_id', 'in', opens)
      .execute()
  let state = row.state as OutgoingState
  if (isLast) state = moveOutgoing(moveOutgoing(state, 'agreeLast'), 'submit')
  const version = await changeRow(trx, 'records.outgoing', ask, {
    state,
    ...(isLast ? { submitted_at: ask.now.toString(), submitted_by: signatureOf(ask.actor) } : {}),
  })
  await note(trx, ask, 'agreed', words ?? null)
  await record(trx, ask.actor, 'outgoing.agreed', {
    subject: about(ask.id),
    at: ask.now.toString(),
    before: { state: row.state },
    after: { state, step: step.kind },
  })
  if (isLast)
    await record(trx, ask.actor, 'outgoing.submitted', {
      subject: about(ask.id),
      at: ask.now.toString(),
      after: { state },
    })
  else if (opens.length > 0)
    await record(trx, ask.actor, 'outgoing.stepOpened', {
      subject: about(ask.id),
      at: ask.now.toString(),
      after: { steps: opens },
    })
  return version
}

/** Returns a draft to whoever drafts it, with the reason: an open step of the route does, and the signer. */
export async function sendBack(trx: Trx, ask: Ask, { reason }: Reasoned): Promise<number> {
  const row = await outgoingToChange(trx, ask)
  const state = moveOutgoing(row.state as OutgoingState, 'sendBack')
  const steps = await stepsOf(trx, row)
  if (row.state === 'inReview') await act(trx, ask, stepOf(steps, row, ask).id, 'returned', reason)
  else demandSignerHand(row, ask)
  await endSteps(trx, endedByReturn(steps, null))
  const version = await changeRow(trx, 'records.outgoing', ask, { state, submitted_at: null, submitted_by: null })
  await note(trx, ask, 'returned', reason)
  await record(trx, ask.actor, 'outgoing.returned', {
    subject: about(ask.id),
    at: ask.now.toString(),
    before: { state: row.state },
    after: { state },
    detail: { reason: reason.trim() },
  })
  return version
}

/** The drafter takes a draft back from its route or from the signature. */
export async function withdraw(trx: Trx, ask: Ask): Promise<number> {
  const row = await outgoingToChange(trx, ask)
  demandDrafter(row, ask)
  const state = moveOutgoing(row.state as OutgoingState, 'withdraw')
  const steps = await stepsOf(trx, row)
  const asked = steps.filter((step) => step.state === 'open').map(({ personId }) => personId)
  await endSteps(trx, endedByReturn(steps, null))
  const version = await changeRow(trx, 'records.outgoing', ask, { state, submitted_at: null, submitted_by: null })
  await note(trx, ask, 'withdrawn', null)
  await record(trx, ask.actor, 'outgoing.withdrawn', {
    subject: about(ask.id),
    at: ask.now.toString(),
    before: { state: row.state },
    after: { state, asked },
  })
  return version
}

/** Asks another person in the place of one whose step is open or waits: their post ended, or they are away without a deputy. */
export async function replaceStep(trx: Trx, ask: Ask, { stepId, personId, reason }: ReplaceStep): Promise<number> {
  const row = await outgoingToChange(trx, ask)
  demandDrafter(row, ask)
  moveOutgoing(row.state as OutgoingState, 'agree')
  const steps = await stepsOf(trx, row)
  const step = steps.find(({ id, state }) => id === stepId && (state === 'open' || state === 'waiting'))
  if (!step) throw wrong('stepId', 'route.step_over', 'Bước này không còn chờ ai. Hãy tải lại để xem.')
  const [problem] = problemsOfRoute(
    steps.map((one) => (one.id === stepId ? { ...one, personId } : one)),
    { drafterId: row.drafter_id, signerId: row.signer_id },
  )
  if (problem) {
    const field = PROBLEMS[problem.code]('personId')
    throw new Invalid(field.code, field.message, { fields: [field] })
  }
  if ((await strangersTo(trx, row.agency_id, [personId], dayInVietnam(ask.now))).length > 0)
    throw wrong('personId', 'route.no_post', 'Người này hôm nay không giữ vị trí nào ở cơ quan. Hãy chọn người khác.')
  await trx.updateTable('records.route_step').set({ person_id: personId }).where('route_step_id', '=', stepId).execute()
  const version = await changeRow(trx, 'records.outgoing', ask, {})
  await note(trx, ask, 'stepReplaced', reason)
  await record(trx, ask.actor, 'outgoing.stepReplaced', {
    subject: about(ask.id),
    at: ask.now.toString(),
    before: { personId: step.personId },
    after: { personId, steps: step.state === 'open' ? [stepId] : [] },
    detail: { reason: reason.trim() },
  })
  return version
}

/** The open step that waits for the actor. A deputy answers for the holder of the post; nobody answers for a draft of their own. */
function stepOf(steps: Steps, row: Outgoing, { actor }: Ask): Steps[number] {
  const people = peopleOf(actor)
  const step = steps.find(({ state, personId }) => state === 'open' && people.includes(personId))
  if (!step) throw new Forbidden('route.not_your_step', 'Dự thảo không chờ ý kiến của bạn lúc này.')
  if (people.includes(row.drafter_id))
    throw new Forbidden('route.own_draft', 'Người soạn thảo không tự kiểm tra dự thảo của mình, kể cả khi làm thay.')
  const others = steps.filter(({ id }) => id !== step.id).map(({ actedById }) => actedById)
  if (actor.personId !== null && others.includes(actor.personId))
    throw new Forbidden('route.twice', 'Bạn đã cho ý kiến ở một bước khác. Mỗi người chỉ có một vai trong quy trình.')
  return step
}

async function act(
  trx: Trx,
  { actor, id, now }: Ask,
  stepId: number,
  state: 'agreed' | 'returned',
  words: string | null,
) {
  await trx
    .updateTable('records.route_step')
    .set({
      state,
      acted_at: now.toString(),
      acted_by: signatureOf(actor),
      acted_by_id: actor.personId,
      words: words?.trim() || null,
      version_seen: (await currentVersion(trx, id)).number,
    })
    .where('route_step_id', '=', stepId)
    .execute()
}

async function endSteps(trx: Trx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await trx
    .updateTable('records.route_step')
    .set({ state: 'ended' })
    .where('route_step_id', 'in', [...ids])
    .where('state', 'in', ['open', 'waiting'])
    .execute()
}

/** Throws 403 to whoever is not the signer, or their deputy. */
export function demandSignerHand(row: Outgoing, { actor }: Pick<Ask, 'actor'>): void {
  if (hasRight(actor, 'records.sign') && row.signer_id !== null && peopleOf(actor).includes(row.signer_id)) return
  throw new Forbidden('outgoing.not_signer', 'Văn bản này trình người khác ký.')
}

/** Refuses a signer without the right to sign today in this body: a post that ended yesterday gives none. */
export async function demandSigner(trx: Trx, row: Outgoing, signerId: number, today: string): Promise<void> {
  const may = (await signatoriesOf(trx, 'records.sign', today)).some(({ id }) => id === signerId)
  if (may && (await strangersTo(trx, row.agency_id, [signerId], today)).length === 0) return
  throw wrong(
    'signerId',
    'outgoing.no_such_signer',
    'Hôm nay người này không có thẩm quyền ký văn bản của cơ quan. Hãy chọn người khác.',
  )
}

/** What a draft must have before others read it. */
async function demandWhole(trx: Trx, row: Outgoing): Promise<void> {
  const { content } = await currentVersion(trx, row.outgoing_id)
  if (!hasWords(content))
    throw wrong('content', 'outgoing.empty', 'Dự thảo chưa có nội dung. Hãy soạn nội dung trước khi trình.')
  const unfilled = unfilledIn(content, row.about)
  if (unfilled.length > 0)
    throw wrong(
      'content',
      'outgoing.unfilled',
      `Dự thảo còn trường mẫu chưa điền: {${unfilled.join('}, {')}}. Hãy điền hoặc xóa.`,
    )
  if ((await recipientsOf(trx, row.outgoing_id)).length === 0)
    throw wrong('recipients', 'outgoing.no_recipient', 'Dự thảo chưa có nơi nhận. Hãy thêm nơi nhận.')
}
