/** The only ways to obtain a directive on someone's behalf. */
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { AnyHandle, Transaction } from '../platform/db.ts'
import { reading } from '../platform/db.ts'
import { Conflict, Forbidden, NotFound } from '../platform/errors.ts'
import { demandRight, hasRight } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import type { DirectivesDb } from './db.ts'
import { type DraftRecord, findDraft } from './drafts.ts'
import type { DirectiveState } from './shapes.ts'
import { sharingOf } from './sharing.ts'
import { type DirectiveRecord, draftsWithPart, findDirective, hasPart, hasPartOf, lockDirective } from './store.ts'

/** Whether the actor may upload, review and confirm directives. */
function mayReview(actor: Actor): boolean {
  return hasRight(actor, 'directive.review')
}

/** Whether the actor may read every directive in any state. */
export function maySeeAll(actor: Actor): boolean {
  return mayReview(actor) || actor.seen === null
}

/** The directives that `maySee` allows, for lists: a condition on `directives.directive` under this name. */
export function directivesSeen(actor: Actor, table: 'directives.directive' | 'd' = 'directives.directive') {
  if (maySeeAll(actor)) return sql<boolean>`true`
  const part = hasPartOf(sql.ref(`${table}.directive_id`), actor.seen ?? [])
  return sql<boolean>`(${sql.ref(`${table}.state`)} = 'confirmed' and ${part})`
}

/** Whether the actor may read the whole text of a directive they see (`sharing.ts`), as SQL. */
export function readsWhole(actor: Actor) {
  return maySeeAll(actor) ? sql<boolean>`true` : sql<boolean>`(select s.shares = 'whole' from directives.setting s)`
}

/** Throws unless the actor may upload, review and confirm directives. */
export function checkMayReview(actor: Actor): void {
  if (mayReview(actor)) return
  throw new Forbidden(
    'directive.not_yours_to_review',
    'Chỉ lãnh đạo, chuyên viên theo dõi được nhập, rà soát và xác nhận văn bản.',
  )
}

/** Throws unless the actor may see how well documents are read: figures over every directive. */
export function checkMaySeeAll(actor: Actor): void {
  if (maySeeAll(actor)) return
  throw new Forbidden(
    'directive.accuracy_not_yours',
    'Độ chính xác của máy đọc dành cho những người được xem mọi văn bản.',
  )
}

/** Throws unless the actor may see the words that the office has taught the reader. */
export function checkMayTeach(actor: Actor): void {
  if (maySeeAll(actor) || hasRight(actor, 'registry.keep')) return
  throw new Forbidden(
    'label.not_yours_to_see',
    'Từ ngữ của cơ quan dành cho quản trị viên và những người được xem mọi văn bản.',
  )
}

/** Throws unless the actor administers what the reader knows: the words it was taught. */
export function checkMayKeepWords(actor: Actor): void {
  demandRight(
    actor,
    'registry.keep',
    'label.not_yours_to_keep',
    'Từ ngữ của cơ quan do quản trị viên giữ. Hãy gửi đề nghị tới quản trị viên.',
  )
}

/** Throws unless the actor may take out what the reader is built and measured with: whole documents, with their labels. */
export function checkMayTakeOut(actor: Actor): void {
  demandRight(
    actor,
    'registry.keep',
    'directive.corpus_not_yours',
    'Chỉ quản trị viên giữ từ ngữ của cơ quan được lấy ra văn bản kèm nhãn và từ ngữ của máy đọc.',
  )
}

/** What an actor may read of one document: all of it, or the words of some tasks. */
export interface Share {
  /** The ids of the drafts whose tasks are the actor's to read; null: all, with what the review made of them. */
  drafts: ReadonlySet<number> | null
  /** The text and the file. */
  isWhole: boolean
}

/**
 * To read, and how much of it. Who sees every agency's tasks, or reviews, reads all. An agency reads confirmed directives in
 * which it has a part; for it the rest does not exist (404). Of the tasks it reads those, as they became tasks; of the text
 * the whole, because an open document is public to its addressees, unless the office says otherwise
 * (docs/decisions/0023-what-an-agency-reads.md).
 */
export async function directiveToSee(
  db: AnyHandle,
  actor: Actor,
  id: number,
): Promise<{ directive: DirectiveRecord; share: Share }> {
  const handle = reading<DirectivesDb>(db)
  const directive = await findDirective(handle, id)
  if (directive && maySeeAll(actor)) return { directive, share: { drafts: null, isWhole: true } }
  const drafts = directive?.state === 'confirmed' ? await draftsWithPart(handle, id, actor.seen ?? []) : []
  if (!directive || drafts.length === 0) throw notThere()
  const { shares } = await sharingOf(handle)
  return { directive, share: { drafts: new Set(drafts), isWhole: shares === 'whole' } }
}

async function maySee(db: AnyHandle, actor: Actor, directive: DirectiveRecord): Promise<boolean> {
  if (maySeeAll(actor)) return true
  if (directive.state !== 'confirmed') return false
  return hasPart(reading<DirectivesDb>(db), directive.id, actor.seen ?? [])
}

/**
 * To change: locked until the transaction ends. Throws `NotFound` if the actor may not see it, `Forbidden` if they may only
 * see it, `Conflict` if its state does not allow the act.
 */
export async function directiveToReview(
  trx: Transaction<DirectivesDb>,
  actor: Actor,
  id: number,
  states: readonly DirectiveState[],
): Promise<DirectiveRecord> {
  const directive = await lockDirective(trx, id)
  if (!directive || !(await maySee(trx, actor, directive))) throw notThere()
  checkMayReview(actor)
  checkState(directive, states)
  return directive
}

/** A draft to change, with its directive locked: acts on the drafts of one directive run one at a time. */
export async function draftToReview(
  trx: Transaction<DirectivesDb>,
  actor: Actor,
  directiveId: number,
  draftId: number,
  version: number,
): Promise<{ directive: DirectiveRecord; draft: DraftRecord }> {
  const directive = await directiveToReview(trx, actor, directiveId, ['review'])
  const draft = await findDraft(trx, directiveId, draftId)
  if (!draft) throw noDraft()
  checkVersion(version, draft.version, { by: draft.changedBy, at: draft.changedAt })
  return { directive, draft }
}

/** A draft under review, to be looked at by a reviewer: what an act would make of it. Nothing is locked. */
export async function draftToSee(
  handle: AnyHandle,
  actor: Actor,
  directiveId: number,
  draftId: number,
): Promise<{ directive: DirectiveRecord; draft: DraftRecord }> {
  const { directive } = await directiveToSee(handle, actor, directiveId)
  checkMayReview(actor)
  checkState(directive, ['review'])
  const draft = await findDraft(reading<DirectivesDb>(handle), directiveId, draftId)
  if (!draft) throw noDraft()
  return { directive, draft }
}

/** Throws unless the version seen is the stored version, naming who changed it. */
export function checkDirectiveVersion(directive: DirectiveRecord, seen: number): void {
  checkVersion(seen, directive.version, { by: directive.changedBy, at: directive.changedAt })
}

const WRONG_STATE: Record<DirectiveState, string> = {
  reading: 'Văn bản đang được đọc. Hãy chờ đọc xong.',
  failed: 'Văn bản này không đọc được. Hãy thử đọc lại hoặc nộp tệp khác.',
  review: 'Văn bản đang chờ rà soát.',
  confirmed: 'Văn bản đã được xác nhận thành nhiệm vụ nên không sửa ở đây được nữa. Hãy sửa trên từng nhiệm vụ.',
  dropped: 'Văn bản này đã bị bỏ. Hãy nộp lại tệp nếu cần.',
}

function checkState({ state }: DirectiveRecord, states: readonly DirectiveState[]): void {
  if (!states.includes(state)) throw new Conflict('directive.wrong_state', WRONG_STATE[state], { extra: { state } })
}

function noDraft(): NotFound {
  return new NotFound('draft.not_found', 'Không tìm thấy nhiệm vụ dự kiến này.')
}

function notThere(): NotFound {
  return new NotFound('directive.not_found', 'Không tìm thấy văn bản này.')
}
