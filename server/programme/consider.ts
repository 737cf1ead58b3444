/** What follows a complete file: considered, revised, signed, issued. Submitted, issued and in force are three days. */
import { sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { formatDay } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { itemToChange } from './access.ts'
import type { ProgrammeDb } from './db.ts'
import type { ProgrammeEvent } from './events.ts'
import { type ItemState, move } from './item-progress.ts'
import type { IssueText, OnDay, Sign } from './shapes.ts'
import { type ItemRow, refuseDay, saveItem } from './store.ts'
import { lockNumbers } from './submit.ts'

async function step(
  trx: Transaction<ProgrammeDb>,
  ask: Ask,
  item: ItemRow,
  {
    state,
    on,
    event,
    detail,
  }: { state: ItemState; on: string; event: ProgrammeEvent; detail?: Record<string, unknown> },
): Promise<number> {
  const version = await saveItem(trx, ask, item, { state }, [{ dimension: 'state', on, state }])
  await record(trx, ask.actor, event, {
    subject: { kind: 'programmeItem', id: item.item_id },
    on,
    at: ask.now.toString(),
    before: { state: item.state },
    after: { state },
    detail,
  })
  return version
}

/** Members of the Government have given their opinion, in a session or on a form. */
export async function consider(trx: Transaction<ProgrammeDb>, ask: Ask, { on, note }: OnDay): Promise<number> {
  const item = await itemToChange(trx, ask, 'consider')
  const state = move(item.state, 'consider')
  refuseDay('on', on, item, ask.now)
  return step(trx, ask, item, { state, on, event: 'item.considered', detail: { note } })
}

/** The lead takes the opinions up: the entry stays submitted. */
export async function revise(trx: Transaction<ProgrammeDb>, ask: Ask, { on, note }: OnDay): Promise<number> {
  const item = await itemToChange(trx, ask, 'revise')
  const state = move(item.state, 'revise')
  refuseDay('on', on, item, ask.now)
  return step(trx, ask, item, { state, on, event: 'item.revising', detail: { note } })
}

export async function sign(
  trx: Transaction<ProgrammeDb>,
  ask: Ask,
  { number, signedOn, signer }: Sign,
): Promise<number> {
  const item = await itemToChange(trx, ask, 'sign')
  const state = move(item.state, 'sign')
  refuseDay('signedOn', signedOn, item, ask.now)
  await refuseUsedTextNumber(trx, item, number, signedOn)
  await trx
    .insertInto('programme.issue')
    .values({
      item_id: item.item_id,
      number,
      signed_on: signedOn,
      signer: signer ?? null,
      recorded_at: ask.now.toString(),
      recorded_by: signatureOf(ask.actor),
    })
    .execute()
  return step(trx, ask, item, { state, on: signedOn, event: 'item.signed', detail: { number, signer } })
}

/** A text has its number alone within its year; entries that became one text are merged first. */
async function refuseUsedTextNumber(
  trx: Transaction<ProgrammeDb>,
  item: ItemRow,
  number: string,
  signedOn: string,
): Promise<void> {
  await lockNumbers(trx)
  const { rows } = await sql<{ code: string }>`
    select i.code from programme.issue s join programme.item i on i.item_id = s.item_id
    where i.item_id <> ${item.item_id} and s.annulled_at is null and platform.fold(s.number) = platform.fold(${number.trim()})
      and extract(year from s.signed_on) = ${signedOn.slice(0, 4)}::integer`.execute(trx)
  if (rows.length === 0) return
  throw wrong(
    'number',
    'programme.text_number_used',
    `Số văn bản này đã ghi cho đề án ${rows[0]!.code}. Hãy kiểm tra lại số.`,
  )
}

/** Issued on a day, in force from another, which may be to come. */
export async function issueText(
  trx: Transaction<ProgrammeDb>,
  ask: Ask,
  { issuedOn, effectOn }: IssueText,
): Promise<number> {
  const item = await itemToChange(trx, ask, 'issue')
  const state = move(item.state, 'issue')
  refuseDay('issuedOn', issuedOn, item, ask.now)
  const { signed_on } = await trx
    .selectFrom('programme.issue')
    .select('signed_on')
    .where('item_id', '=', item.item_id)
    .where('annulled_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (effectOn < signed_on) {
    throw wrong(
      'effectOn',
      'programme.effect_before_signed',
      `Ngày có hiệu lực không được trước ngày ký (${formatDay(signed_on)}).`,
    )
  }
  await trx
    .updateTable('programme.issue')
    .set({ issued_on: issuedOn, effect_on: effectOn })
    .where('item_id', '=', item.item_id)
    .where('annulled_at', 'is', null)
    .execute()
  return step(trx, ask, item, { state, on: issuedOn, event: 'item.issued', detail: { issuedOn, effectOn } })
}
