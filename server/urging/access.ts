import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Ask } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { Forbidden, NotFound } from '../platform/errors.ts'
import { mayHandle } from '../platform/official-document/signing.ts'
import { demandRight, hasRight } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import type { UrgingDb } from './db.ts'
import { LETTER_STATES, type LetterAct, type LetterRow } from './letter-state.ts'
import { findLetter, lockLetter } from './letter-store.ts'

/** Who may follow urging: whom the rules notify and with what effect, for the agencies the actor may see. */
export function toFollowUrging(actor: Actor): void {
  if (hasRight(actor, 'urge.prepare') || hasRight(actor, 'urge.sign') || hasRight(actor, 'report.read')) return
  throw new Forbidden('urging.not_yours', 'Màn hình đôn đốc dành cho Văn phòng Chính phủ và Tổ công tác.')
}

export function toPrepare(actor: Actor): void {
  const sentence = 'Chỉ người theo dõi, đôn đốc mới thực hiện được việc này.'
  demandRight(actor, 'urge.prepare', 'urging.may_not_prepare', sentence)
}

export function toSign(actor: Actor): void {
  demandRight(actor, 'urge.sign', 'urging.may_not_sign', 'Chỉ lãnh đạo có thẩm quyền mới ký được công văn đôn đốc.')
}

/** Whether the actor may read drafts: only those who prepare, sign or oversee letters see one before it is issued. */
export function seesDrafts(actor: Actor): boolean {
  return actor.seen === null || hasRight(actor, 'urge.prepare') || hasRight(actor, 'urge.sign')
}

/** The condition that `column` is an agency whose letters and notices the actor may read. */
export function agencySeen(actor: Actor, column: RawBuilder<unknown>): RawBuilder<boolean> {
  return actor.seen === null ? sql`true` : sql`${column} = any(${[...actor.seen]}::bigint[])`
}

/** The condition that the actor may read the row of `urging.letter l`. */
export function letterSeen(actor: Actor): RawBuilder<boolean> {
  const isOut = sql`l.state in ('issued', 'answered', 'closed')`
  return sql`(${agencySeen(actor, sql`l.agency_id`)} and ${seesDrafts(actor) ? sql`true` : isOut})`
}

const absent = () => new NotFound('letter.not_found', 'Không tìm thấy công văn này.')

/** A letter to read; the same 404 whether it does not exist, is of an agency not visible, or is not issued yet. */
export async function letterToRead(db: Handle<UrgingDb>, actor: Actor, id: number): Promise<LetterRow> {
  const letter = await findLetter(db, id)
  if (!letter || !maySee(actor, letter)) throw absent()
  return letter
}

function maySee(actor: Actor, letter: LetterRow): boolean {
  return (
    (actor.seen === null || actor.seen.includes(letter.agencyId)) &&
    (seesDrafts(actor) || LETTER_STATES[letter.state].isOut)
  )
}

/** Locks a letter for an act, after checking the actor's right and the version they saw. */
export async function letterToChange(
  trx: Transaction<UrgingDb>,
  { actor, id, version }: Ask,
  act: LetterAct,
): Promise<LetterRow> {
  const letter = await lockLetter(trx, id)
  if (!letter || !maySee(actor, letter)) throw absent()
  demandAct(actor, letter, act)
  checkVersion(version, letter.version, { by: letter.changedBy, at: letter.changedAt })
  return letter
}

function demandAct(actor: Actor, letter: LetterRow, act: LetterAct): void {
  if (mayAct(actor, letter, act)) return
  if (act === 'sign' || act === 'sendBack') {
    toSign(actor)
    throw new Forbidden('letter.for_another', 'Công văn này trình người khác ký. Hãy rút lại và chọn người ký khác.')
  }
  if (act === 'answer') {
    throw new Forbidden('letter.may_not_answer', 'Chỉ cơ quan nhận công văn hoặc người theo dõi mới ghi được trả lời.')
  }
  toPrepare(actor)
}

/** Who may do what to a letter they may see, regardless of its state. */
export function mayAct(actor: Actor, letter: Pick<LetterRow, 'agencyId' | 'signatoryId'>, act: LetterAct): boolean {
  switch (act) {
    case 'sign':
    case 'sendBack':
      return mayHandle(actor, 'urge.sign', letter.signatoryId)
    case 'answer':
      return (
        hasRight(actor, 'urge.prepare') || (hasRight(actor, 'task.carryOut') && actor.own.includes(letter.agencyId))
      )
    default:
      return hasRight(actor, 'urge.prepare')
  }
}

/** An agency's ledger is for those who may see its tasks; for anyone else the agency does not exist. */
export function seenAgency(actor: Actor, agencyId: number): void {
  if (actor.seen !== null && !actor.seen.includes(agencyId)) {
    throw new NotFound('registry.no_such_agency', 'Không tìm thấy cơ quan này.')
  }
}
