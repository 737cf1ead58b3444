/** Requests to change an entry: asked by its body, decided with an act by the Prime Minister or the deputy in charge. */
import { type Selectable, sql, type Updateable } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, Forbidden, NotFound, wrong } from '../platform/errors.ts'
import { calendarOf } from '../registry/index.ts'
import { extendByProof, passByProof, untieFromProof } from '../tasks/index.ts'
import { isKeeper, itemToChange, itemToRead } from './access.ts'
import { addItems, dueColumns } from './add-items.ts'
import type { ProgrammeDb } from './db.ts'
import type { DueDay } from './due-day.ts'
import { type ItemStep, isOpen, move } from './item-progress.ts'
import { listEntries } from './list-again.ts'
import { ITEM_PROOF } from './proof.ts'
import type { AskChange, DecideChange } from './shapes.ts'
import {
  dueOf,
  type ItemRow,
  type NewFact,
  refuseDay,
  refuseMissingAgency,
  saveItem,
  sinceOf,
  workingRules,
} from './store.ts'

type ChangeRow = Selectable<ProgrammeDb['programme.change']>

const STEP: Record<AskChange['kind'], ItemStep> = {
  postpone: 'postpone',
  stop: 'stop',
  changeLead: 'changeLead',
  merge: 'divide',
  split: 'divide',
}

/** Throws `programme.owed_not_stopped` for a stop or a merger that the body which owes the entry asks for. */
export async function askChange(trx: Transaction<ProgrammeDb>, ask: Ask, input: AskChange): Promise<number> {
  const item = await itemToChange(trx, ask, 'askChange')
  const { actor, now } = ask
  const today = dayInVietnam(now)
  move(item.state, STEP[input.kind])
  refuseOthers(input)
  const askedOn = await askedOnOf(trx, ask, item, input)
  const wasOwed = isOpen(item.state) && item.due_on < askedOn
  const isByLead = actor.own.includes(item.lead_agency_id)
  if ((input.kind === 'stop' || input.kind === 'merge') && wasOwed && isByLead) throw owedNotStopped()
  let due: DueDay | undefined
  if (input.kind === 'postpone') due = await laterDue(trx, item, input, today)
  if (input.newLeadId !== undefined) {
    await refuseMissingAgency(trx, 'newLeadId', input.newLeadId, today)
    if (input.newLeadId === item.lead_agency_id) {
      throw wrong('newLeadId', 'programme.same_lead', 'Cơ quan này đang chủ trì đề án. Hãy chọn cơ quan khác.')
    }
  }
  if (input.intoItemId !== undefined) await openItem(trx, ask, input.intoItemId, item)
  const { change_id } = await trx
    .insertInto('programme.change')
    .values({
      item_id: item.item_id,
      kind: input.kind,
      reason: input.reason,
      answerable: input.answerable ?? null,
      new_month: due && input.newDay === undefined ? due.month : null,
      new_day: input.newDay ?? null,
      new_lead_id: input.newLeadId ?? null,
      into_item_id: input.intoItemId ?? null,
      new_names: input.newNames ?? null,
      was_owed: wasOwed,
      is_by_lead: isByLead,
      asked_on: askedOn,
      asked_by: signatureOf(actor),
      asked_by_person_id: actor.personId,
      asked_by_agency_id: actor.agencyId,
      asked_at: now.toString(),
    })
    .returning('change_id')
    .executeTakeFirstOrThrow()
  const version = await saveItem(trx, ask, item, {})
  await record(trx, actor, 'item.changeAsked', {
    subject: { kind: 'programmeItem', id: item.item_id },
    at: now.toString(),
    after: { kind: input.kind, ...(due ? { dueOn: due.dueOn } : {}) },
    detail: { changeId: change_id, reason: input.reason },
  })
  return version
}

/** Today; of a request on paper, the day it bears, which the office records: an act that decides on it may be as old. */
async function askedOnOf(
  trx: Transaction<ProgrammeDb>,
  { actor, now }: Ask,
  item: ItemRow,
  { askedOn }: AskChange,
): Promise<string> {
  const today = dayInVietnam(now)
  if (askedOn === undefined) return today
  if (!isKeeper(actor)) {
    throw wrong(
      'askedOn',
      'programme.asked_today',
      'Đề nghị gửi trên hệ thống tính từ hôm nay. Ngày của đề nghị bằng giấy do Văn phòng ghi.',
    )
  }
  if (askedOn > today) {
    throw wrong('askedOn', 'programme.day_in_future', 'Ngày này không được sau hôm nay. Hãy nhập ngày đã diễn ra.')
  }
  const { rows } = await sql<{ on: string }>`
    select min(effective_on) as "on" from programme.fact where item_id = ${item.item_id}`.execute(trx)
  const since = rows[0]!.on
  if (askedOn >= since) return askedOn
  throw wrong(
    'askedOn',
    'programme.asked_before_entry',
    `Đề nghị không thể có trước khi đề án vào chương trình (${formatDay(since)}). Hãy kiểm tra lại ngày.`,
  )
}

const owedNotStopped = () =>
  new Conflict(
    'programme.owed_not_stopped',
    'Đề án đang nợ đọng nên cơ quan chủ trì không tự xin dừng hoặc gộp được. Hãy trình đề án, hoặc đề nghị lùi thời hạn và nêu lý do; việc dừng, gộp do Thủ tướng, Phó Thủ tướng phụ trách quyết định.',
  )

/** What a kind needs, and nothing of the others. */
function refuseOthers({ kind, newMonth, newDay, newLeadId, intoItemId, newNames }: AskChange): void {
  const given = { postpone: newMonth ?? newDay, changeLead: newLeadId, merge: intoItemId, split: newNames }
  const fields = { postpone: 'newMonth', changeLead: 'newLeadId', merge: 'intoItemId', split: 'newNames' } as const
  for (const [of, value] of Object.entries(given) as [keyof typeof fields, unknown][]) {
    if (of === kind && value === undefined) {
      throw wrong(fields[of], 'programme.change_needs', 'Bắt buộc đối với loại đề nghị này.')
    }
    if (of !== kind && value !== undefined) {
      throw wrong(fields[of], 'programme.change_of_other_kind', 'Không dùng với loại đề nghị này. Hãy bỏ trống.')
    }
  }
}

async function laterDue(
  trx: Transaction<ProgrammeDb>,
  item: ItemRow,
  { newMonth, newDay }: { newMonth?: string | undefined; newDay?: string | undefined },
  today: string,
): Promise<DueDay> {
  const field = newDay === undefined ? 'newMonth' : 'newDay'
  const due = dueOf(await workingRules(trx), { month: newMonth, day: newDay }, field)
  if (due.dueOn <= item.due_on) {
    throw wrong(field, 'programme.due_not_later', `Hạn mới phải sau hạn đang áp dụng (${formatDay(item.due_on)}).`)
  }
  if (due.dueOn < today) throw wrong(field, 'programme.due_passed', 'Hạn mới đã qua. Hãy chọn tháng sau.')
  return due
}

/** The entry to merge into: one that may be read, is still to be submitted, and is another one. */
async function openItem(trx: Transaction<ProgrammeDb>, { actor }: Ask, id: number, item: ItemRow): Promise<void> {
  const into = id === item.item_id ? undefined : await itemToRead(trx, actor, id).catch(() => undefined)
  if (into && isOpen(into.state)) return
  throw wrong('intoItemId', 'programme.not_to_merge_into', 'Hãy chọn một đề án khác còn phải trình để gộp vào.')
}

/** Grants a request with the act that decided it, or refuses it. */
export async function decideChange(
  trx: Transaction<ProgrammeDb>,
  ask: Ask,
  { changeId, ...input }: DecideChange & { changeId: number },
): Promise<number> {
  const item = await itemToChange(trx, ask, 'decideChange')
  const change = await openChange(trx, item.item_id, changeId)
  const { actor, now } = ask
  const decided = {
    decided_on: dayInVietnam(now),
    decided_by: signatureOf(actor),
    decided_at: now.toString(),
    note: input.note ?? null,
  }
  const detail = { changeId, kind: change.kind, note: input.note, decider: input.decider, act: input.actNumber }
  if (input.decision === 'refused') {
    if (input.note === undefined) throw wrong('note', 'programme.refusal_says_why', 'Hãy ghi lý do không đồng ý.')
    await saveDecision(trx, changeId, { ...decided, state: 'refused', decider: input.decider ?? null })
    const isNew = change.kind === 'add'
    const on = decided.decided_on
    const version = isNew
      ? await saveItem(trx, ask, item, { state: 'stopped' }, [{ dimension: 'state', on, state: 'stopped' }])
      : await saveItem(trx, ask, item, {})
    await record(trx, actor, 'item.changeRefused', {
      subject: { kind: 'programmeItem', id: ask.id },
      at: now.toString(),
      detail,
    })
    return version
  }
  const { decider, actNumber, actOn } = input
  for (const [field, value] of Object.entries({ decider, actNumber, actOn })) {
    if (value === undefined) {
      throw wrong(field, 'programme.granted_by_act', 'Hãy ghi người quyết định, số và ngày văn bản quyết định.')
    }
  }
  const act = { decider: decider!, actNumber: actNumber!, actOn: actOn! }
  if (act.actOn > dayInVietnam(now))
    throw wrong('actOn', 'programme.act_in_future', 'Ngày của văn bản không được sau hôm nay.')
  if (act.actOn < change.asked_on) {
    throw wrong(
      'actOn',
      'programme.act_before_request',
      change.kind === 'add'
        ? `Văn bản quyết định không thể có trước ngày đăng ký (${formatDay(change.asked_on)}). Nếu đề án đã được đưa vào chương trình bằng văn bản từ trước, Văn phòng rút đăng ký này (đề án đăng ký kết thúc) rồi đưa đề án vào chương trình theo văn bản đó.`
        : `Văn bản quyết định không thể có trước ngày đề nghị (${formatDay(change.asked_on)}). Nếu đã có đề nghị bằng giấy từ trước, Văn phòng rút đề nghị này và ghi lại với ngày của văn bản đó.`,
    )
  }
  await saveDecision(trx, changeId, {
    ...decided,
    state: 'granted',
    decider: act.decider,
    act_number: act.actNumber,
    act_on: act.actOn,
  })
  const { version, after } = await carryOut(trx, ask, item, change, act)
  await record(trx, actor, 'item.changeGranted', {
    subject: { kind: 'programmeItem', id: ask.id },
    on: act.actOn,
    at: now.toString(),
    before: { dueOn: item.due_on, leadAgencyId: item.lead_agency_id, state: item.state },
    after,
    detail,
  })
  return version
}

type Act = { decider: string; actNumber: string; actOn: string }

async function carryOut(
  trx: Transaction<ProgrammeDb>,
  ask: Ask,
  item: ItemRow,
  change: ChangeRow,
  act: Act,
): Promise<{ version: number; after: Record<string, unknown> }> {
  const on = act.actOn
  switch (change.kind as AskChange['kind'] | 'add') {
    case 'add': {
      move(item.state, 'approve')
      refuseDay('actOn', on, item, ask.now)
      const facts: NewFact[] = [{ dimension: 'state', on, state: 'planned' }]
      return { version: await saveItem(trx, ask, item, { state: 'planned' }, facts), after: { state: 'planned' } }
    }
    case 'postpone':
      return postpone(trx, ask, item, change, act)
    case 'changeLead': {
      const agencyId = change.new_lead_id!
      await refuseMissingAgency(trx, 'actOn', agencyId, on)
      const facts: NewFact[] = [
        { dimension: 'lead', on: later(on, await sinceOf(trx, item.item_id, 'lead')), agencyId },
      ]
      const version = await saveItem(trx, ask, item, { lead_agency_id: agencyId }, facts)
      // It no longer coordinates: it leads.
      await trx
        .deleteFrom('programme.item_party')
        .where('item_id', '=', item.item_id)
        .where('agency_id', '=', agencyId)
        .execute()
      await passTask(trx, ask, { ...item, lead_agency_id: agencyId })
      return { version, after: { leadAgencyId: agencyId } }
    }
    case 'stop':
    case 'merge':
    case 'split': {
      move(item.state, change.kind === 'stop' ? 'stop' : 'divide')
      refuseDay('actOn', on, item, ask.now)
      const parts = change.kind === 'split' ? await divide(trx, ask, item, change.new_names!, act) : []
      if (item.task_id !== null) await untieFromProof(trx, ask, { kind: ITEM_PROOF, id: item.item_id })
      const facts: NewFact[] = [{ dimension: 'state', on, state: 'stopped' }]
      const patch = { state: 'stopped' as const, into_item_id: change.into_item_id, task_id: null }
      return {
        version: await saveItem(trx, ask, item, patch, facts),
        after: { state: 'stopped', parts: parts.map(({ code }) => code) },
      }
    }
  }
}

/** A new due day joins the ones before; the first stays. A task that it closes gets the same time. */
async function postpone(
  trx: Transaction<ProgrammeDb>,
  ask: Ask,
  item: ItemRow,
  change: ChangeRow,
  { actNumber, actOn, decider }: Act,
): Promise<{ version: number; after: Record<string, unknown> }> {
  move(item.state, 'postpone')
  const month = change.new_day === null ? change.new_month!.slice(0, 7) : undefined
  const due = dueOf(await workingRules(trx), { month, day: change.new_day ?? undefined })
  if (due.dueOn <= item.due_on) {
    throw new Conflict('programme.due_not_later', `Hạn đề nghị không sau hạn đang áp dụng (${formatDay(item.due_on)}).`)
  }
  const on = later(actOn, await sinceOf(trx, item.item_id, 'due'))
  const { rows } = await sql<{
    last: number
  }>`select max(position) as last from programme.due where item_id = ${item.item_id}`.execute(trx)
  await trx
    .insertInto('programme.due')
    .values({
      item_id: item.item_id,
      ...dueColumns(
        { ...due, on, act: `${actNumber} (${decider})`, actOn },
        rows[0]!.last + 1,
        ask.now.toString(),
        signatureOf(ask.actor),
        change.change_id,
      ),
    })
    .execute()
  const version = await saveItem(trx, ask, item, { due_on: due.dueOn }, [{ dimension: 'due', on, day: due.dueOn }])
  await extendByProof(
    trx,
    ask,
    { kind: ITEM_PROOF, id: item.item_id },
    {
      newDueOn: (await calendarOf(trx)).nextWorkingDay(due.dueOn),
      reason: `Lùi thời hạn trình đề án ${item.code}`,
      approvedBy: actNumber,
    },
  )
  return { version, after: { dueOn: due.dueOn } }
}

/** The task that the entry proves is led by who leads the entry; one that is done, once it is open again. */
export async function passTask(trx: Transaction<ProgrammeDb>, ask: Ask, item: ItemRow): Promise<void> {
  const reason = `Đề án ${item.code} đổi cơ quan chủ trì`
  await passByProof(trx, ask, { kind: ITEM_PROOF, id: item.item_id }, { agencyId: item.lead_agency_id, reason })
}

/** The parts have the due days of the whole, so that splitting moves nothing. */
async function divide(
  trx: Transaction<ProgrammeDb>,
  ask: Ask,
  item: ItemRow,
  names: readonly string[],
  { actOn }: Act,
) {
  const dues = await trx
    .selectFrom('programme.due')
    .select(['month', 'due_on', 'words', 'is_strict', 'working_rule_id', 'act', 'act_on', 'effective_on'])
    .where('item_id', '=', item.item_id)
    .orderBy('position')
    .execute()
  const coordinating = await trx
    .selectFrom('programme.item_party')
    .select(['agency_id as agencyId', 'named_as as namedAs'])
    .where('item_id', '=', item.item_id)
    .orderBy('position')
    .execute()
  // The programme of the year, and those of a quarter, month or week that still run.
  const { rows: programmes } = await sql<{ id: number; kind: string; lastOn: string }>`
    select p.programme_id as id, p.kind, p.last_on as "lastOn"
    from programme.entry e join programme.programme p on p.programme_id = e.programme_id
    where e.item_id = ${item.item_id} order by p.kind = 'year' desc, e.entry_id desc`.execute(trx)
  const [first, ...others] = programmes
  const parts = await addItems(
    trx,
    ask,
    { programmeId: first!.id, state: 'planned', on: actOn, isTold: true },
    names.map((name) => ({
      name,
      textKind: item.text_kind,
      level: item.level,
      leadAgencyId: item.lead_agency_id,
      coordinating,
      inCharge: item.in_charge,
      dues: dues.map((due) => ({
        month: due.month,
        dueOn: due.due_on,
        words: due.words,
        isStrict: due.is_strict,
        ruleId: due.working_rule_id,
        act: due.act,
        actOn: due.act_on,
        on: due.effective_on,
      })),
      origin: item.origin,
      originWords: item.origin_words,
      note: item.note,
      ...(item.source_kind === null
        ? {}
        : {
            source: {
              kind: item.source_kind,
              id: item.source_id!,
              ref: item.source_ref ?? '',
              number: item.source_number,
            },
          }),
      fromItemId: item.item_id,
    })),
  )
  for (const { id } of others.filter(({ kind, lastOn }) => kind !== 'year' && lastOn >= actOn)) {
    await listEntries(
      trx,
      ask,
      { programmeId: id, on: actOn, isTold: true },
      parts.map((part) => part.id),
    )
  }
  return parts
}

const later = (one: string, other: string) => (one > other ? one : other)

async function saveDecision(
  trx: Transaction<ProgrammeDb>,
  id: number,
  decision: Updateable<ProgrammeDb['programme.change']>,
): Promise<void> {
  await trx.updateTable('programme.change').set(decision).where('change_id', '=', id).execute()
}

/** Whoever asked takes the request back before it is decided. A registration that is withdrawn ends the entry. */
export async function withdrawChange(
  trx: Transaction<ProgrammeDb>,
  ask: Ask,
  { changeId }: { changeId: number },
): Promise<number> {
  const item = await itemToChange(trx, ask, 'withdrawChange')
  const change = await openChange(trx, item.item_id, changeId)
  if (!isKeeper(ask.actor) && !ask.actor.own.includes(change.asked_by_agency_id)) {
    throw new Forbidden('programme.not_your_request', 'Chỉ cơ quan đã đề nghị mới rút được đề nghị này.')
  }
  const on = dayInVietnam(ask.now)
  await saveDecision(trx, changeId, {
    state: 'withdrawn',
    decided_on: on,
    decided_by: signatureOf(ask.actor),
    decided_at: ask.now.toString(),
  })
  const version =
    change.kind === 'add'
      ? await saveItem(trx, ask, item, { state: 'stopped' }, [{ dimension: 'state', on, state: 'stopped' }])
      : await saveItem(trx, ask, item, {})
  await record(trx, ask.actor, 'item.changeWithdrawn', {
    subject: { kind: 'programmeItem', id: ask.id },
    at: ask.now.toString(),
    detail: { changeId, kind: change.kind },
  })
  return version
}

async function openChange(trx: Transaction<ProgrammeDb>, itemId: number, changeId: number): Promise<ChangeRow> {
  const change = await trx
    .selectFrom('programme.change')
    .selectAll()
    .where('change_id', '=', changeId)
    .where('item_id', '=', itemId)
    .executeTakeFirst()
  if (!change) throw new NotFound('programme.change_not_found', 'Không tìm thấy đề nghị này.')
  if (change.state !== 'asked')
    throw new Conflict('programme.change_decided', 'Đề nghị này đã được quyết định hoặc đã rút.')
  return change
}

const LAPSED = 'Đề án đã được trình.'

/** What was asked falls away once the file is sent: there is nothing left to postpone or stop. */
export async function lapseChange(
  trx: Transaction<ProgrammeDb>,
  { actor, id, now }: Pick<Ask, 'actor' | 'id' | 'now'>,
): Promise<void> {
  await trx
    .updateTable('programme.change')
    .set({
      state: 'withdrawn',
      decided_on: dayInVietnam(now),
      decided_by: signatureOf(actor),
      decided_at: now.toString(),
      note: LAPSED,
    })
    .where('item_id', '=', id)
    .where('state', '=', 'asked')
    .where('kind', 'in', ['postpone', 'stop', 'merge', 'split'])
    .execute()
}

/**
 * The submission never was: what it made fall away is asked again, of its first day. As a new row, because what was known of
 * the days between stays. Nothing where another request waits.
 */
export async function askAgain(trx: Transaction<ProgrammeDb>, { id, now }: Ask, submissionId: number): Promise<void> {
  await sql`
    insert into programme.change (item_id, kind, reason, answerable, new_month, new_day, new_lead_id, into_item_id, new_names, was_owed,
      is_by_lead, asked_on, asked_by, asked_by_person_id, asked_by_agency_id, asked_at)
    select c.item_id, c.kind, c.reason, c.answerable, c.new_month, c.new_day, c.new_lead_id, c.into_item_id, c.new_names, c.was_owed,
      c.is_by_lead, c.asked_on, c.asked_by, c.asked_by_person_id, c.asked_by_agency_id, ${now.toString()}::timestamptz
    from programme.change c join programme.submission s on s.submission_id = ${submissionId}
    where c.item_id = ${id} and c.state = 'withdrawn' and c.note = ${LAPSED} and c.decided_at = s.recorded_at
      and not exists (select from programme.change o where o.item_id = c.item_id and o.state = 'asked')`.execute(trx)
}
