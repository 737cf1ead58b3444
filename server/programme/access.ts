/** Who sees and does what in the work programme. Not yours is the same as not there. */
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Ask } from '../platform/change.ts'
import { type AnyHandle, reading, type Transaction } from '../platform/db.ts'
import { Forbidden, NotFound } from '../platform/errors.ts'
import { demandRight, hasRight, type Right } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import type { ProgrammeDb } from './db.ts'
import { type ItemStep, move, next } from './item-progress.ts'
import type { ItemAct } from './shapes.ts'
import { findItem, type ItemRow, lockItem } from './store.ts'

/** The condition that the actor may read the entry with this id and this lead: one that they lead or coordinate on, or any. */
export function itemSeen(actor: Actor, itemId: RawBuilder<unknown>, lead: RawBuilder<unknown>): RawBuilder<boolean> {
  if (actor.seen === null) return sql`true`
  const seen = sql`any(${[...actor.seen]}::bigint[])`
  return sql`(${lead} = ${seen} or exists (
    select from programme.item_party p where p.item_id = ${itemId} and p.agency_id = ${seen}))`
}

export const isKeeper = (actor: Actor): boolean => hasRight(actor, 'programme.keep')
const leads = (actor: Actor, item: { lead_agency_id: number }) => actor.own.includes(item.lead_agency_id)

export function toKeep(actor: Actor): void {
  demandRight(
    actor,
    'programme.keep',
    'programme.not_keeper',
    'Chỉ cán bộ theo dõi chương trình của Văn phòng mới làm được việc này.',
  )
}

/** Figures of every body are for those who see every body. */
export function toSeeAll(actor: Actor): void {
  if (actor.seen === null) return
  throw new Forbidden('programme.not_all', 'Số liệu toàn bộ chương trình chỉ dành cho người theo dõi mọi cơ quan.')
}

/** Registers and asks for the own agency; a keeper for any. */
export function toRegister(actor: Actor, leadAgencyId: number): void {
  if (isKeeper(actor)) return
  demandRight(
    actor,
    'programme.register',
    'programme.may_not_register',
    'Vai trò của bạn chỉ đọc chương trình công tác.',
  )
  if (actor.own.includes(leadAgencyId)) return
  throw new Forbidden('programme.not_your_agency', 'Chỉ đăng ký được đề án do cơ quan mình chủ trì.')
}

interface ActRow {
  /** The rights that allow it: of the Office, and of the lead. */
  office: Right
  lead?: Right
  step?: ItemStep
  refusal: string
}
const LEAD_OR_OFFICE = 'Chỉ cơ quan chủ trì đề án, hoặc cán bộ theo dõi chương trình, mới làm được việc này.'
const OFFICE = 'Chỉ cán bộ theo dõi chương trình của Văn phòng mới làm được việc này.'

/** Who may do what to an entry they may read, and which step of its states it needs. */
const ACTS: Record<ItemAct, ActRow> = {
  correct: { office: 'programme.keep', step: 'correct', refusal: OFFICE },
  askChange: { office: 'programme.keep', lead: 'programme.register', step: 'changeLead', refusal: LEAD_OR_OFFICE },
  decideChange: {
    office: 'programme.decide',
    refusal: 'Chỉ người có quyền ghi quyết định của Thủ tướng, Phó Thủ tướng phụ trách mới làm được việc này.',
  },
  withdrawChange: { office: 'programme.keep', lead: 'programme.register', refusal: LEAD_OR_OFFICE },
  submit: { office: 'programme.keep', lead: 'programme.submit', step: 'submit', refusal: LEAD_OR_OFFICE },
  check: { office: 'programme.keep', step: 'complete', refusal: OFFICE },
  consider: { office: 'programme.keep', step: 'consider', refusal: OFFICE },
  revise: { office: 'programme.keep', step: 'revise', refusal: OFFICE },
  sign: { office: 'programme.keep', step: 'sign', refusal: OFFICE },
  issue: { office: 'programme.keep', step: 'issue', refusal: OFFICE },
  planStep: { office: 'programme.keep', lead: 'programme.register', step: 'planStep', refusal: LEAD_OR_OFFICE },
  promise: { office: 'programme.keep', lead: 'programme.register', step: 'promise', refusal: LEAD_OR_OFFICE },
  annul: { office: 'programme.keep', step: 'annul', refusal: OFFICE },
  tieTask: { office: 'programme.keep', step: 'planStep', refusal: OFFICE },
  untieTask: { office: 'programme.keep', step: 'planStep', refusal: OFFICE },
  giveTask: { office: 'programme.keep', step: 'promise', refusal: OFFICE },
  listIn: { office: 'programme.keep', step: 'list', refusal: OFFICE },
}

const absent = () => new NotFound('programme.item_not_found', 'Không tìm thấy đề án này.')

function isAllowed(actor: Actor, item: ItemRow, act: ItemAct): boolean {
  const { office, lead } = ACTS[act]
  // A stop was decided: those who record decisions annul it.
  if (act === 'annul' && item.state === 'stopped') return hasRight(actor, 'programme.decide')
  if (hasRight(actor, office)) return act !== 'giveTask' && act !== 'tieTask' ? true : hasRight(actor, 'task.steer')
  return lead !== undefined && hasRight(actor, lead) && leads(actor, item)
}

/** An entry to read; the same 404 whether it does not exist or is not the actor's. */
export async function itemToRead(db: AnyHandle, actor: Actor, id: number): Promise<ItemRow> {
  const item = await findItem(reading<ProgrammeDb>(db), id, itemSeen(actor, sql`i.item_id`, sql`i.lead_agency_id`))
  if (!item) throw absent()
  return item
}

/**
 * Locks an entry for an act. 404 where it is not the actor's, 403 where the act is not, 409 where it has changed since or is
 * in a state from which the act leads nowhere.
 */
export async function itemToChange(
  trx: Transaction<ProgrammeDb>,
  { actor, id, version }: Ask,
  act: ItemAct,
): Promise<ItemRow> {
  const item = await lockItem(trx, id, itemSeen(actor, sql`i.item_id`, sql`i.lead_agency_id`))
  if (!item) throw absent()
  if (!isAllowed(actor, item, act)) throw new Forbidden('programme.not_allowed', ACTS[act].refusal)
  checkVersion(version, item.version, { by: item.changed_by, at: item.changed_at })
  const { step } = ACTS[act]
  if (step !== undefined) move(item.state, step)
  return item
}

/** What a screen offers. `open`: the request that waits; `isOwed`: only what is owed is promised; `isStopDecided`: by an act. */
export function mayDo(
  actor: Actor,
  item: ItemRow,
  {
    open,
    isOwed,
    isStopDecided,
  }: { open: { byAgencyId: number } | undefined; isOwed: boolean; isStopDecided: boolean },
): ItemAct[] {
  return (Object.keys(ACTS) as ItemAct[]).filter((act) => {
    if (!isAllowed(actor, item, act)) return false
    const { step } = ACTS[act]
    if (step !== undefined && next(item.state, step) === undefined) return false
    switch (act) {
      case 'askChange':
        return open === undefined && item.state !== 'registered'
      case 'promise':
        return isOwed
      case 'annul':
        return item.state !== 'stopped' || isStopDecided
      case 'decideChange':
        return open !== undefined
      case 'withdrawChange':
        return open !== undefined && (isKeeper(actor) || actor.own.includes(open.byAgencyId))
      case 'tieTask':
      case 'giveTask':
        return item.task_id === null
      case 'untieTask':
        return item.task_id !== null
      default:
        return true
    }
  })
}
