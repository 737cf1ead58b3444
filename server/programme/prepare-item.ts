/** Acts on an entry that move no state: corrections, steps of preparation, the promised day of recovery, its task. */
import { sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, wrong } from '../platform/errors.ts'
import { assignAll, completeByProof, tieToProof, untieFromProof } from '../tasks/index.ts'
import { itemToChange } from './access.ts'
import { coordinatingOf } from './add-items.ts'
import type { ProgrammeDb } from './db.ts'
import { isOpen, isSent } from './item-progress.ts'
import { ITEM_PROOF } from './proof.ts'
import { type CorrectItem, LEVEL_WORDS, type Level, type PlanStep, type PromiseRecovery } from './shapes.ts'
import { agencyName, type ItemRow, lastSubmission, type NewFact, saveItem } from './store.ts'

const subject = (item: ItemRow) => ({ kind: 'programmeItem', id: item.item_id })

/** Level and deputy in charge count from today: figures of past days stay as they were. */
export async function correctItem(trx: Transaction<ProgrammeDb>, ask: Ask, input: CorrectItem): Promise<number> {
  const item = await itemToChange(trx, ask, 'correct')
  const { reason, coordinatingIds, ...fields } = input
  const on = dayInVietnam(ask.now)
  const facts: NewFact[] = [
    ...(fields.level !== undefined && fields.level !== item.level
      ? [{ dimension: 'level' as const, on, words: fields.level }]
      : []),
    ...(fields.inCharge !== undefined && fields.inCharge !== item.in_charge
      ? [{ dimension: 'inCharge' as const, on, words: fields.inCharge }]
      : []),
  ]
  if (coordinatingIds !== undefined) {
    const parties = await coordinatingOf(trx, coordinatingIds, on, item.lead_agency_id)
    await trx.deleteFrom('programme.item_party').where('item_id', '=', item.item_id).execute()
    if (parties.length > 0) {
      await trx
        .insertInto('programme.item_party')
        .values(
          parties.map(({ agencyId, namedAs }, place) => ({
            item_id: item.item_id,
            agency_id: agencyId,
            position: place + 1,
            named_as: namedAs,
          })),
        )
        .execute()
    }
  }
  const patch = {
    ...(fields.name === undefined ? {} : { name: fields.name.trim() }),
    ...(fields.textKind === undefined ? {} : { text_kind: fields.textKind }),
    ...(fields.level === undefined ? {} : { level: fields.level }),
    ...(fields.inCharge === undefined ? {} : { in_charge: fields.inCharge }),
    ...(fields.note === undefined ? {} : { note: fields.note }),
    ...(fields.originWords === undefined ? {} : { origin_words: fields.originWords }),
  }
  const version = await saveItem(trx, ask, item, patch, facts)
  await record(trx, ask.actor, 'item.corrected', {
    subject: subject(item),
    at: ask.now.toString(),
    before: { name: item.name, textKind: item.text_kind, level: item.level, inCharge: item.in_charge },
    after: fields,
    detail: { reason },
  })
  return version
}

export async function planStep(trx: Transaction<ProgrammeDb>, ask: Ask, input: PlanStep): Promise<number> {
  const item = await itemToChange(trx, ask, 'planStep')
  if (input.plannedOn === undefined && input.doneOn === undefined) {
    throw wrong('plannedOn', 'programme.step_has_no_day', 'Hãy nhập ngày dự kiến, hoặc ngày đã làm xong.')
  }
  if (input.doneOn !== undefined && input.doneOn > dayInVietnam(ask.now)) {
    throw wrong('doneOn', 'programme.day_in_future', 'Ngày này không được sau hôm nay. Hãy nhập ngày đã diễn ra.')
  }
  await trx
    .insertInto('programme.step')
    .values({
      item_id: item.item_id,
      kind: input.kind,
      planned_on: input.plannedOn ?? null,
      done_on: input.doneOn ?? null,
      note: input.note ?? null,
      recorded_at: ask.now.toString(),
      recorded_by: signatureOf(ask.actor),
    })
    .execute()
  const version = await saveItem(trx, ask, item, {})
  await record(trx, ask.actor, 'item.stepNoted', { subject: subject(item), at: ask.now.toString(), after: input })
  return version
}

/** The body says by which day it will submit what it owes, at the latest by the end of the next year. The due day does not move. */
export async function promiseRecovery(
  trx: Transaction<ProgrammeDb>,
  ask: Ask,
  input: PromiseRecovery,
): Promise<number> {
  const item = await itemToChange(trx, ask, 'promise')
  const today = dayInVietnam(ask.now)
  if (!(isOpen(item.state) && item.due_on < today)) {
    throw new Conflict(
      'programme.not_owed',
      `Đề án chưa nợ đọng (hạn ${formatDay(item.due_on)}), nên không cần cam kết. Nếu không kịp hạn, hãy đề nghị lùi thời hạn.`,
    )
  }
  if (input.recoverBy < today) {
    throw wrong('recoverBy', 'programme.promise_in_past', 'Ngày cam kết không được trước hôm nay.')
  }
  const last = `${Number(today.slice(0, 4)) + 1}-12-31`
  if (input.recoverBy > last) {
    throw wrong(
      'recoverBy',
      'programme.promise_too_far',
      `Ngày cam kết không được sau ngày ${formatDay(last)}, hết năm sau. Nếu cần lâu hơn, hãy đề nghị lùi thời hạn.`,
    )
  }
  await trx
    .insertInto('programme.promise')
    .values({
      item_id: item.item_id,
      recover_by: input.recoverBy,
      reason: input.reason,
      by_whom: input.byWhom,
      document: input.document ?? null,
      promised_on: today,
      recorded_at: ask.now.toString(),
      recorded_by: signatureOf(ask.actor),
    })
    .execute()
  const version = await saveItem(trx, ask, item, {})
  await record(trx, ask.actor, 'item.recoveryPromised', {
    subject: subject(item),
    at: ask.now.toString(),
    after: { recoverBy: input.recoverBy, byWhom: input.byWhom },
    detail: { reason: input.reason },
  })
  return version
}

/** The task and the entry are one thing seen from two sides: the submission closes the task. */
export async function tieTask(
  trx: Transaction<ProgrammeDb>,
  ask: Ask,
  { taskId }: { taskId: number },
): Promise<number> {
  const item = await itemToChange(trx, ask, 'tieTask')
  if (item.task_id !== null)
    throw new Conflict('programme.has_task', 'Đề án này đã gắn với một nhiệm vụ. Hãy gỡ ra trước.')
  await tieToProof(trx, { ...ask, id: taskId }, { kind: ITEM_PROOF, id: item.item_id, name: `đề án ${item.code}` })
  const source = await trx
    .selectFrom('tasks.task_source_card')
    .select(['source_kind', 'source_id', 'source_ref', 'source_number'])
    .where('task_id', '=', taskId)
    .executeTakeFirstOrThrow()
  const hasId = source.source_id !== null
  const version = await saveItem(trx, ask, item, {
    task_id: taskId,
    origin: 'directive',
    source_kind: hasId ? source.source_kind : null,
    source_id: source.source_id,
    source_ref: source.source_ref,
    source_number: source.source_number,
  })
  await record(trx, ask.actor, 'item.tied', { subject: subject(item), at: ask.now.toString(), after: { taskId } })
  await completeIfSent(trx, ask, item)
  return version
}

/** What was submitted before it was tied has done the task already. */
async function completeIfSent(trx: Transaction<ProgrammeDb>, ask: Ask, item: ItemRow): Promise<void> {
  if (!isSent(item.state)) return
  const sent = await lastSubmission(trx, item.item_id)
  if (!sent) return
  const body = `Đã trình đề án ${item.code} theo Tờ trình số ${sent.number} ngày ${formatDay(sent.sentOn)}.`
  await completeByProof(
    trx,
    ask,
    { kind: ITEM_PROOF, id: item.item_id },
    { on: sent.countsFrom, body, number: sent.number },
  )
}

export async function untieTask(trx: Transaction<ProgrammeDb>, ask: Ask): Promise<number> {
  const item = await itemToChange(trx, ask, 'untieTask')
  if (item.task_id === null) throw new Conflict('programme.has_no_task', 'Đề án này chưa gắn với nhiệm vụ nào.')
  await untieFromProof(trx, ask, { kind: ITEM_PROOF, id: item.item_id })
  const version = await saveItem(trx, ask, item, { task_id: null })
  await record(trx, ask.actor, 'item.untied', {
    subject: subject(item),
    at: ask.now.toString(),
    before: { taskId: item.task_id },
  })
  return version
}

/** The one task that this room gives: "trình Chính phủ …", to the lead, due with the entry and closed by its submission. */
export async function giveTask(trx: Transaction<ProgrammeDb>, ask: Ask): Promise<number> {
  const item = await itemToChange(trx, ask, 'giveTask')
  if (item.task_id !== null)
    throw new Conflict('programme.has_task', 'Đề án này đã gắn với một nhiệm vụ. Hãy gỡ ra trước.')
  const today = dayInVietnam(ask.now)
  const { rows } = await sql<{ name: string; number: string | null; title: string }>`
    select ${agencyName(sql`${item.lead_agency_id}::bigint`, today)} as name, p.act_number as number, p.title
    from programme.entry e join programme.programme p on p.programme_id = e.programme_id
    where e.item_id = ${item.item_id} order by e.entry_id desc limit 1`.execute(trx)
  const { name, number, title } = rows[0]!
  const [taskId] = await assignAll(
    trx,
    ask.actor,
    { kind: ITEM_PROOF, id: item.item_id, number, title, assignedOn: today, followUpAgencyId: ask.actor.agencyId },
    [
      {
        // Once more where an earlier one was untied.
        ref: `trinh-${item.version}`,
        groupTitle: null,
        title: `Trình ${LEVEL_WORDS[item.level as Level]}: ${item.name}`.slice(0, 300),
        content: `${name} trình ${LEVEL_WORDS[item.level as Level]} đề án “${item.name}” (${item.code}).`,
        product: 'Hồ sơ trình',
        implements: [],
        span: null,
        sentence: null,
        parties: [{ role: 'lead', agencyId: item.lead_agency_id, namedAs: name, scope: null, isAccountable: true }],
        deadlines: [
          {
            kind: 'date',
            literal: `chậm nhất ${formatDay(item.due_on)}`,
            dueOn: item.due_on,
            isMilestone: false,
            isStrict: false,
            recurs: null,
            rule: null,
          },
        ],
        targets: [],
      },
    ],
    ask.now,
  )
  await tieToProof(trx, { ...ask, id: taskId! }, { kind: ITEM_PROOF, id: item.item_id, name: `đề án ${item.code}` })
  const version = await saveItem(trx, ask, item, { task_id: taskId! })
  await record(trx, ask.actor, 'item.tied', { subject: subject(item), at: ask.now.toString(), after: { taskId } })
  return version
}
