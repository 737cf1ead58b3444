/**
 * A step that was recorded by mistake is annulled: as known from now on it never was, and what was known before stays. Unlike a
 * returned file, which was submitted until its return, an annulled submission counts on no day.
 */
import { sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { formatDay } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import { redateByProof } from '../tasks/index.ts'
import { itemToChange } from './access.ts'
import { askAgain, passTask } from './change.ts'
import type { ProgrammeDb } from './db.ts'
import { ITEM_STATE_NAMES, type ItemState } from './item-progress.ts'
import { ITEM_PROOF } from './proof.ts'
import type { Annul, Annulled } from './shapes.ts'
import { type ItemRow, lastFact, lastSubmission, saveItem } from './store.ts'
import { passReopened } from './succeed.ts'

interface Wrong {
  what: Annulled
  /** What was recorded. */
  words: string
  submission?: { id: number; countsFrom: string }
  /** The first of the facts that never were; all later ones of the state fall with it. */
  fact: ReturnType<typeof sql>
}

/** Annuls the last step: the issue, the signing, the stop, or the submission with what followed it. */
export async function annul(trx: Transaction<ProgrammeDb>, ask: Ask, { reason }: Annul): Promise<number> {
  const item = await itemToChange(trx, ask, 'annul')
  const wrong = await wrongOf(trx, item)
  const at = ask.now.toString()
  const { annulment_id: annulmentId } = await trx
    .insertInto('programme.annulment')
    .values({
      item_id: item.item_id,
      what: wrong.what,
      submission_id: wrong.submission?.id ?? null,
      words: wrong.words,
      reason,
      recorded_at: at,
      recorded_by: signatureOf(ask.actor),
    })
    .returning('annulment_id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into programme.annulled_fact (fact_id, annulled_at, annulment_id)
    select f.fact_id, ${at}::timestamptz, ${annulmentId}
    from programme.fact f
    where f.item_id = ${item.item_id} and f.dimension = 'state' and f.fact_id >= (${wrong.fact})
      and not exists (select from programme.annulled_fact a where a.fact_id = f.fact_id)`.execute(trx)
  await undo(trx, ask, item, wrong)
  const { rows } = await sql<{ state: ItemState; on: string }>`
    select f.state, f.effective_on as "on" from programme.fact f
    where f.item_id = ${item.item_id} and f.dimension = 'state'
      and not exists (select from programme.annulled_fact a where a.fact_id = f.fact_id)
    order by f.effective_on desc, f.recorded_at desc, f.fact_id desc limit 1`.execute(trx)
  const { state, on } = rows[0]!
  // An entry that was issued or stopped did not pass on with its lead.
  const passed = wrong.what === 'submission' ? undefined : await passReopened(trx, ask, item)
  const patch = { state, state_on: on, ...(wrong.what === 'stop' ? { into_item_id: null } : {}), ...passed?.patch }
  const version = await saveItem(trx, ask, item, patch, passed?.facts)
  await record(trx, ask.actor, 'item.annulled', {
    subject: { kind: 'programmeItem', id: item.item_id },
    at,
    before: { state: item.state },
    after: { state },
    detail: { what: wrong.what, words: wrong.words, reason },
  })
  return version
}

/** What of an entry the last step was. */
async function wrongOf(trx: Transaction<ProgrammeDb>, item: ItemRow): Promise<Wrong> {
  switch (item.state) {
    case 'stopped':
      return stopOf(trx, item)
    case 'issued':
    case 'signed': {
      const text = await trx
        .selectFrom('programme.issue')
        .select(['number', 'signed_on', 'issued_on', 'effect_on'])
        .where('item_id', '=', item.item_id)
        .where('annulled_at', 'is', null)
        .executeTakeFirstOrThrow()
      return item.state === 'issued'
        ? {
            what: 'issue',
            words: `Ban hành văn bản ${text.number} ngày ${formatDay(text.issued_on!)}, hiệu lực từ ${formatDay(text.effect_on!)}`,
            fact: lastFact(item.item_id, 'issued'),
          }
        : {
            what: 'signing',
            words: `Ký văn bản ${text.number} ngày ${formatDay(text.signed_on)}`,
            fact: lastFact(item.item_id, 'signed'),
          }
    }
    default: {
      const { id, number, sentOn, countsFrom } = (await lastSubmission(trx, item.item_id))!
      const since = countsFrom === sentOn ? '' : `, tính từ ${formatDay(countsFrom)}`
      return {
        what: 'submission',
        words: `Trình theo Tờ trình số ${number} ngày ${formatDay(sentOn)}${since}`,
        submission: { id, countsFrom },
        fact: lastFact(item.item_id, 'submitted'),
      }
    }
  }
}

/** Of a decided stop or merger. A division has parts that live on, and a registration that was refused is registered anew. */
async function stopOf(trx: Transaction<ProgrammeDb>, item: ItemRow): Promise<Wrong> {
  const stop = await grantedStop(trx, item.item_id)
  if (!stop) {
    throw new Conflict(
      'programme.stop_not_annulled',
      'Chỉ hủy được việc dừng, gộp đã ghi theo quyết định. Đề án đã tách thì dừng các phần; đăng ký không được duyệt thì đăng ký lại.',
    )
  }
  const { kind, act_number, act_on } = stop
  return {
    what: 'stop',
    words: `${kind === 'merge' ? 'Gộp' : 'Dừng'} theo ${act_number} ngày ${formatDay(act_on!)}`,
    fact: lastFact(item.item_id, 'stopped'),
  }
}

const grantedStop = (trx: Transaction<ProgrammeDb>, itemId: number) =>
  trx
    .selectFrom('programme.change')
    .select(['change_id', 'kind', 'act_number', 'act_on'])
    .where('item_id', '=', itemId)
    .where('state', '=', 'granted')
    .where('kind', 'in', ['stop', 'merge'])
    .where('annulled_at', 'is', null)
    .orderBy('change_id', 'desc')
    .executeTakeFirst()

/** What the step had changed beside the state. */
async function undo(
  trx: Transaction<ProgrammeDb>,
  ask: Ask,
  item: ItemRow,
  { what, submission }: Wrong,
): Promise<void> {
  const at = ask.now.toString()
  switch (what) {
    case 'submission': {
      const reason = `Việc trình đề án ${item.code} ghi sai nên bị hủy; trước đó: ${ITEM_STATE_NAMES[item.state]}`
      await redateByProof(
        trx,
        ask,
        { kind: ITEM_PROOF, id: item.item_id },
        { was: submission!.countsFrom, on: null, reason },
      )
      await passTask(trx, ask, item)
      await askAgain(trx, ask, submission!.id)
      return
    }
    case 'stop': {
      const { change_id } = (await grantedStop(trx, item.item_id))!
      await trx.updateTable('programme.change').set({ annulled_at: at }).where('change_id', '=', change_id).execute()
      return
    }
    default: {
      const text = await trx
        .updateTable('programme.issue')
        .set({ annulled_at: at })
        .where('item_id', '=', item.item_id)
        .where('annulled_at', 'is', null)
        .returning(['number', 'signed_on', 'signer'])
        .executeTakeFirstOrThrow()
      if (what === 'signing') return
      // It stays signed.
      await trx
        .insertInto('programme.issue')
        .values({ item_id: item.item_id, ...text, recorded_at: at, recorded_by: signatureOf(ask.actor) })
        .execute()
    }
  }
}
