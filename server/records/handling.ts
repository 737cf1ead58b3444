/** A document is given to units and persons, who start, pass on, finish or give back their part. */
import { type KnownActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, Forbidden, NotFound, wrong } from '../platform/errors.ts'
import { hasRight } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import { demand, incomingToChange, incomingToRead } from './access.ts'
import type { RecordsDb } from './db.ts'
import { give } from './handling-give.ts'
import { type HandlingPart, type HandlingState, isAllDone, isOpen, moveHandling } from './handling-state.ts'
import type { Assign, FinishHandling, NewHandling } from './incoming-shapes.ts'
import { type IncomingState, mayMove, moveIncoming } from './incoming-state.ts'
import { about, type HandlingRecord, type Incoming } from './incoming-store.ts'
import { peopleOf, unitsOf } from './sight.ts'
import { changeRow, lockRow, notFound } from './store.ts'

type Trx = Transaction<RecordsDb>
type AskHandling = Ask<number, KnownActor>

/** A leader of the body gives a document to units and persons. */
export async function assignIncoming(trx: Trx, ask: AskHandling, input: Assign): Promise<number> {
  const { actor, now } = ask
  const row = await incomingToChange(trx, ask, 'records.assign')
  const state = moveIncoming(row.state as IncomingState, 'assign')
  const today = dayInVietnam(now)
  if (input.dueOn != null && input.dueOn < today)
    throw wrong('dueOn', 'incoming.due_past', 'Hạn xử lý đã qua. Hãy chọn từ hôm nay trở đi.')
  const handlings = input.handlings.map((one) => ({
    ...one,
    dueOn: one.dueOn ?? (one.part === 'know' ? null : (input.dueOn ?? null)),
    words: one.words ?? input.words,
  }))
  const ids = await give(trx, ask, row, handlings, { fromId: null, within: row.agency_id })
  const version = await changeRow(trx, 'records.incoming', ask, {
    state,
    assigned_at: row.assigned_at ?? now.toString(),
    ...(input.dueOn === undefined ? {} : { due_on: input.dueOn }),
    ...(input.needsAnswer === undefined ? {} : { needs_answer: input.needsAnswer }),
  })
  await record(trx, actor, 'incoming.assigned', {
    subject: about(ask.id),
    at: now.toString(),
    before: { state: row.state },
    after: { state, handlings: ids },
    detail: input.words?.trim() ? { reason: input.words.trim() } : undefined,
  })
  return version
}

/** A unit passes its part on to people of it, or to units under it. */
export async function passOn(trx: Trx, ask: AskHandling, handlings: readonly NewHandling[]): Promise<number> {
  const { row, handling } = await handlingToChange(trx, ask)
  demand(ask.actor, 'records.assign')
  if (handling.agency_id === null || !ask.actor.own.includes(handling.agency_id))
    throw new Forbidden('handling.not_your_unit', 'Chỉ lãnh đạo đơn vị được giao mới giao tiếp trong đơn vị.')
  const state = moveHandling(handling.state as HandlingState, 'passOn')
  const given = handlings.map((one) => ({ ...one, dueOn: one.dueOn ?? handling.due_on }))
  const ids = await give(trx, { ...ask, id: row.incoming_id }, row, given, {
    fromId: handling.handling_id,
    within: handling.agency_id,
  })
  const version = await changeRow(trx, 'records.handling', ask, {
    state,
    started_at: handling.started_at ?? ask.now.toString(),
  })
  await underway(trx, ask, row)
  await note(trx, ask, row, 'incoming.passedOn', { handlings: ids })
  return version
}

/** Whoever has a part begins it. */
export async function startHandling(trx: Trx, ask: AskHandling): Promise<number> {
  const { row, handling } = await handlingToChange(trx, ask)
  demandHolder(ask, handling)
  const state = moveHandling(handling.state as HandlingState, 'start')
  const version = await changeRow(trx, 'records.handling', ask, { state, started_at: ask.now.toString() })
  await underway(trx, ask, row)
  await note(trx, ask, row, 'incoming.started', { handlingId: handling.handling_id })
  return version
}

/**
 * Whoever has a part has done it, with a result, and says whether it was handled online. What a person leads for their unit is done
 * for the unit with it. The document is done when its leads are.
 */
export async function finishHandling(trx: Trx, ask: AskHandling, input: FinishHandling): Promise<number> {
  const { row, handling } = await handlingToChange(trx, ask)
  demandHolder(ask, handling)
  const result = input.result?.trim() || null
  if (handling.part !== 'know') {
    if (result === null) throw wrong('result', 'handling.no_result', 'Hãy ghi kết quả xử lý.')
    if (input.isOnline === undefined)
      throw wrong(
        'isOnline',
        'handling.online_unknown',
        'Hãy cho biết việc này có được xử lý trên môi trường mạng không.',
      )
    if (!input.isOnline && !input.paperReason?.trim())
      throw wrong('paperReason', 'handling.no_paper_reason', 'Hãy ghi vì sao phải xử lý trên giấy.')
  }
  const ended = {
    ended_at: ask.now.toString(),
    ended_by: signatureOf(ask.actor),
    result,
    is_online: handling.part === 'know' ? null : input.isOnline!,
    paper_reason: handling.part === 'know' || input.isOnline ? null : input.paperReason!.trim(),
  }
  const state = moveHandling(handling.state as HandlingState, 'finish')
  const version = await changeRow(trx, 'records.handling', ask, { state, ...ended })
  await endPassedOn(trx, ask, handling.handling_id, 'Đơn vị đã xử lý xong')
  const done = [handling.handling_id]
  for (let part = handling; part.from_id !== null && part.part === 'lead'; ) {
    const above = (await lockRow(trx, 'records.handling', part.from_id))!
    if (!isOpen(above.state as HandlingState)) break
    const isOnline = above.part === 'know' ? { is_online: null, paper_reason: null } : {}
    await changeRow(
      trx,
      'records.handling',
      { ...ask, id: above.handling_id },
      { state: moveHandling(above.state as HandlingState, 'finish'), ...ended, ...isOnline },
    )
    await endPassedOn(trx, ask, above.handling_id, 'Đơn vị đã xử lý xong')
    done.push(above.handling_id)
    part = above
  }
  await note(trx, ask, row, 'incoming.partDone', { handlingIds: done }, result)
  await finishIfAllDone(trx, ask, row, result)
  return version
}

/** Whoever has a part gives it back to whom it came from, with the reason. What it was passed on to is withdrawn. */
export async function giveBack(trx: Trx, ask: AskHandling, reason: string): Promise<number> {
  const { row, handling } = await handlingToChange(trx, ask)
  demandHolder(ask, handling)
  const state = moveHandling(handling.state as HandlingState, 'giveBack')
  const version = await end(trx, ask, handling, state, reason)
  await note(trx, ask, row, 'incoming.givenBack', { handlingId: handling.handling_id }, reason)
  await presentedAgain(trx, ask, row, handling)
  return version
}

/** Who gave a part takes it back, with the reason. */
export async function withdrawHandling(trx: Trx, ask: AskHandling, reason: string): Promise<number> {
  const { row, handling } = await handlingToChange(trx, ask)
  demand(ask.actor, 'records.assign')
  if (!ask.actor.own.includes(await giverOf(trx, row, handling)))
    throw new Forbidden('handling.not_yours_to_withdraw', 'Chỉ lãnh đạo nơi giao mới thu hồi phần việc này.')
  const state = moveHandling(handling.state as HandlingState, 'withdraw')
  const version = await end(trx, ask, handling, state, reason)
  await note(trx, ask, row, 'incoming.withdrawn', { handlingId: handling.handling_id }, reason)
  await presentedAgain(trx, ask, row, handling)
  await finishIfAllDone(trx, ask, row, reason)
  return version
}

/** A document on which nobody has to do anything more: it is kept for information, or ended by a leader. */
export async function finishIncoming(trx: Trx, ask: AskHandling, words: string): Promise<number> {
  const right = hasRight(ask.actor, 'records.assign') ? 'records.assign' : 'records.register'
  const row = await incomingToChange(trx, ask, right)
  const state = moveIncoming(row.state as IncomingState, 'finish')
  const open = await openOf(trx, ask.id)
  if (open.length > 0 && right === 'records.register')
    throw new Conflict(
      'incoming.still_handled',
      'Văn bản còn nơi đang xử lý. Chỉ lãnh đạo mới kết thúc, hoặc hãy chờ các nơi xử lý xong.',
    )
  for (const { handling_id: id } of open) {
    await changeRow(
      trx,
      'records.handling',
      { ...ask, id },
      {
        state: 'withdrawn',
        ended_at: ask.now.toString(),
        ended_by: signatureOf(ask.actor),
        result: `Văn bản đã kết thúc: ${words.trim()}`,
      },
    )
  }
  return endDocument(trx, ask, row, state, words.trim())
}

/** A leader opens a document again: who led it goes on. */
export async function reopenIncoming(trx: Trx, ask: AskHandling, reason: string): Promise<number> {
  const row = await incomingToChange(trx, ask, 'records.assign')
  const to = moveIncoming(row.state as IncomingState, 'reopen')
  const leads = await trx
    .selectFrom('records.handling')
    .select(['handling_id', 'state'])
    .where('incoming_id', '=', ask.id)
    .where('part', '=', 'lead')
    .where('from_id', 'is', null)
    .where('state', '=', 'done')
    .execute()
  for (const { handling_id: id, state } of leads)
    await changeRow(
      trx,
      'records.handling',
      { ...ask, id },
      {
        state: moveHandling(state as HandlingState, 'reopen'),
        ended_at: null,
        ended_by: null,
        result: null,
        is_online: null,
        paper_reason: null,
      },
    )
  // Nobody led it: it is the leader's to assign.
  const state: IncomingState = leads.length > 0 ? to : 'presented'
  const version = await changeRow(trx, 'records.incoming', ask, {
    state,
    done_at: null,
    done_words: null,
    ...(state === 'presented' && ask.actor.personId !== null
      ? {
          presented_to_id: row.presented_to_id ?? ask.actor.personId,
          presented_at: row.presented_at ?? ask.now.toString(),
        }
      : {}),
  })
  await record(trx, ask.actor, 'incoming.reopened', {
    subject: about(ask.id),
    at: ask.now.toString(),
    before: { state: row.state },
    after: { state, handlings: leads.map(({ handling_id: id }) => id) },
    detail: { reason: reason.trim() },
  })
  return version
}

/** The holders of a part: the person; of a unit, whoever works in it with documents. */
export const holds = (actor: KnownActor, { agency_id: agencyId, person_id: personId }: HandlingHolder): boolean =>
  hasRight(actor, 'records.draft') || hasRight(actor, 'records.assign')
    ? personId === null
      ? unitsOf(actor).includes(agencyId!)
      : peopleOf(actor).includes(personId)
    : false
export type HandlingHolder = Pick<HandlingRecord, 'agency_id' | 'person_id'>

function demandHolder({ actor }: AskHandling, handling: HandlingRecord): void {
  if (holds(actor, handling)) return
  throw new Forbidden('handling.not_yours', 'Phần việc này giao cho người, đơn vị khác.')
}

/** The document is locked before its parts, whoever asks: two acts on one document run one after the other. */
async function handlingToChange(trx: Trx, ask: AskHandling): Promise<{ row: Incoming; handling: HandlingRecord }> {
  const found = await trx
    .selectFrom('records.handling')
    .select('incoming_id')
    .where('handling_id', '=', ask.id)
    .executeTakeFirst()
  if (!found) throw notFound('records.handling')
  const row = (await lockRow(trx, 'records.incoming', found.incoming_id))!
  await incomingToRead(trx, ask.actor, row.incoming_id).catch((error) => {
    throw error instanceof NotFound ? notFound('records.handling') : error
  })
  const handling = (await lockRow(trx, 'records.handling', ask.id))!
  checkVersion(ask.version, handling.version, { by: handling.changed_by, at: handling.changed_at })
  return { row, handling }
}

/** The agency whose leaders gave a part: the body, or the unit that passed it on. */
async function giverOf(trx: Trx, row: Incoming, handling: HandlingRecord): Promise<number> {
  if (handling.from_id === null) return row.agency_id
  const above = await trx
    .selectFrom('records.handling')
    .select('agency_id')
    .where('handling_id', '=', handling.from_id)
    .executeTakeFirst()
  return above?.agency_id ?? row.agency_id
}

async function openOf(trx: Trx, incomingId: number) {
  return trx
    .selectFrom('records.handling')
    .select(['handling_id'])
    .where('incoming_id', '=', incomingId)
    .where('state', 'in', ['assigned', 'underway'])
    .execute()
}

/** Ends a part that was not done, and withdraws what it was passed on to. */
async function end(
  trx: Trx,
  ask: AskHandling,
  handling: HandlingRecord,
  state: HandlingState,
  reason: string,
): Promise<number> {
  const version = await changeRow(trx, 'records.handling', ask, {
    state,
    ended_at: ask.now.toString(),
    ended_by: signatureOf(ask.actor),
    result: reason.trim(),
  })
  await endPassedOn(trx, ask, handling.handling_id, reason.trim())
  return version
}

/** Withdraws the open parts that came from this one, over any number of steps. */
async function endPassedOn(trx: Trx, ask: AskHandling, fromId: number, reason: string): Promise<void> {
  const below = await trx
    .selectFrom('records.handling')
    .select(['handling_id', 'state'])
    .where('from_id', '=', fromId)
    .execute()
  for (const { handling_id: id, state } of below) {
    if (isOpen(state as HandlingState))
      await changeRow(
        trx,
        'records.handling',
        { ...ask, id },
        { state: 'withdrawn', ended_at: ask.now.toString(), ended_by: signatureOf(ask.actor), result: reason },
      )
    await endPassedOn(trx, ask, id, reason)
  }
}

async function underway(trx: Trx, ask: AskHandling, row: Incoming): Promise<void> {
  if (row.state === 'underway' || !mayMove(row.state as IncomingState, 'start')) return
  await changeRow(
    trx,
    'records.incoming',
    { ...ask, id: row.incoming_id },
    { state: moveIncoming(row.state as IncomingState, 'start') },
  )
}

/** Where nobody has a part any more, the document waits for a leader again: for whoever gave it. */
async function presentedAgain(trx: Trx, ask: AskHandling, row: Incoming, handling: HandlingRecord): Promise<void> {
  if (handling.from_id !== null || !mayMove(row.state as IncomingState, 'giveBack')) return
  const left = await partsOf(trx, row.incoming_id)
  if (left.some(({ state, part }) => part !== 'know' && (isOpen(state) || state === 'done'))) return
  const personId = handling.assigned_by_id ?? row.presented_to_id
  await changeRow(
    trx,
    'records.incoming',
    { ...ask, id: row.incoming_id },
    {
      state: moveIncoming(row.state as IncomingState, 'giveBack'),
      ...(personId === null ? {} : { presented_to_id: personId }),
      ...(row.presented_at === null ? { presented_at: ask.now.toString() } : {}),
    },
  )
}

async function partsOf(trx: Trx, incomingId: number) {
  const rows = await trx
    .selectFrom('records.handling')
    .select(['part', 'state', 'from_id as fromId'])
    .where('incoming_id', '=', incomingId)
    .execute()
  return rows as { part: HandlingPart; state: HandlingState; fromId: number | null }[]
}

async function finishIfAllDone(
  trx: Trx,
  ask: AskHandling,
  { incoming_id: id }: Incoming,
  words: string | null,
): Promise<void> {
  const row = (await lockRow(trx, 'records.incoming', id))!
  if (!mayMove(row.state as IncomingState, 'finish') || !isAllDone(await partsOf(trx, id))) return
  await endDocument(trx, { ...ask, id }, row, moveIncoming(row.state as IncomingState, 'finish'), words)
}

async function endDocument(
  trx: Trx,
  ask: AskHandling,
  row: Incoming,
  state: IncomingState,
  words: string | null,
): Promise<number> {
  const version = await changeRow(trx, 'records.incoming', ask, {
    state,
    done_at: ask.now.toString(),
    done_words: words,
  })
  await record(trx, ask.actor, 'incoming.done', {
    subject: about(ask.id),
    at: ask.now.toString(),
    before: { state: row.state },
    after: { state },
    detail: words === null ? undefined : { reason: words },
  })
  return version
}

async function note(
  trx: Trx,
  { actor, now }: AskHandling,
  row: Incoming,
  event: string,
  after: object,
  reason?: string | null,
): Promise<void> {
  await record(trx, actor, event, {
    subject: about(row.incoming_id),
    at: now.toString(),
    after,
    detail: reason?.trim() ? { reason: reason.trim() } : undefined,
  })
}
