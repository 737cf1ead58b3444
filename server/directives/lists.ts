import type { Actor } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import type { Clock } from '../platform/clock.ts'
import { type AnyHandle, type Handle, reading } from '../platform/db.ts'
import { decodeCursor, onlyId, pageOf } from '../platform/paging.ts'
import { holdsTyped } from '../platform/search.ts'
import { agencyOn } from '../registry/index.ts'
import { directivesSeen, directiveToSee, maySeeAll } from './access.ts'
import { problemsOfDirective } from './confirm.ts'
import type { DirectivesDb } from './db.ts'
import { type DraftRecord, draftsOf } from './drafts.ts'
import { SEARCHED } from './find.ts'
import { findExtracted, getReading } from './readings.ts'
import { shown } from './review.ts'
import { secondReadingOf } from './second-reader.ts'
import type { Directive, DirectiveList, DirectiveQuery, DirectiveRow, DirectiveText, Draft } from './shapes.ts'
import { textOf } from './sharing.ts'
import { type DirectiveRecord, directivesByIds, heldBy, sameNotation } from './store.ts'

/** The directives an actor may see, newest first. Dropped ones only on request. */
export async function listDirectives(db: AnyHandle, actor: Actor, query: DirectiveQuery): Promise<DirectiveList> {
  const handle = reading<DirectivesDb>(db)
  const limit = query.limit ?? 50
  const after = decodeCursor(query, query.cursor, onlyId)
  let select = handle.selectFrom('directives.directive').select('directive_id as id').where(directivesSeen(actor))
  if (after) select = select.where('directive_id', '<', after[0])
  if (query.state) select = select.where('state', '=', query.state)
  else select = select.where('state', '<>', 'dropped')
  if (query.search) select = select.where(holdsTyped(SEARCHED, query.search))
  const rows = await select
    .orderBy('directive_id', 'desc')
    .limit(limit + 1)
    .execute()
  const { items, next } = pageOf(query, rows, limit, ({ id }) => [id])
  return {
    rows: await rowsOf(
      handle,
      actor,
      items.map(({ id }) => id),
    ),
    nextCursor: next,
  }
}

async function rowsOf(db: Handle<DirectivesDb>, actor: Actor, ids: readonly number[]): Promise<DirectiveRow[]> {
  const records = await directivesByIds(db, ids)
  const counts = await countsOf(db, actor, ids)
  return records.sort((a, b) => b.id - a.id).map((record) => rowOf(record, counts.get(record.id)))
}

interface Counts {
  draftCount: number
  taskCount: number
}

/** What is counted is what the actor finds on the page: of agencies, the tasks they have a part in. */
async function countsOf(db: Handle<DirectivesDb>, actor: Actor, ids: readonly number[]): Promise<Map<number, Counts>> {
  if (ids.length === 0) return new Map()
  let drafts = db.selectFrom('directives.draft')
  if (!maySeeAll(actor)) drafts = drafts.where(heldBy(actor.seen ?? []))
  const rows = await drafts
    .select(({ fn }) => [
      'directive_id as id',
      fn.countAll<number>().as('draftCount'),
      fn.count<number>('task_id').as('taskCount'),
    ])
    .where('directive_id', 'in', ids)
    .where('is_dropped', '=', false)
    .groupBy('directive_id')
    .execute()
  return new Map(rows.map(({ id, draftCount, taskCount }) => [id, { draftCount, taskCount }]))
}

function rowOf(record: DirectiveRecord, counts: Counts = { draftCount: 0, taskCount: 0 }): DirectiveRow {
  return {
    id: record.id,
    state: record.state,
    progress: record.progress,
    progressNote: record.progressNote,
    failureCode: record.failureCode,
    failure: record.failure,
    fileName: record.fileName,
    sizeBytes: record.sizeBytes,
    number: record.number,
    type: record.type,
    issuer: record.issuer,
    issuedOn: record.issuedOn,
    subject: record.subject,
    urgency: record.urgency,
    edition: record.edition,
    replacesId: record.replacesId,
    ...counts,
    uploadedAt: record.uploadedAt,
    uploadedBy: record.uploadedBy,
    confirmedAt: record.confirmedAt,
    confirmedBy: record.confirmedBy,
  }
}

/** One directive with its drafts, as the actor may see it. */
export async function showDirective(db: AnyHandle, clock: Clock, actor: Actor, id: number): Promise<Directive> {
  const handle = reading<DirectivesDb>(db)
  const { directive: record, share } = await directiveToSee(db, actor, id)
  const drafts = await draftsOf(handle, id, share.drafts)
  const extracted = await findExtracted(handle, id)
  const today = todayInVietnam(clock)
  const kept = drafts.filter(({ isDropped }) => !isDropped)
  const counts = { draftCount: kept.length, taskCount: kept.filter(({ taskId }) => taskId !== null).length }
  const issuer =
    record.issuerAgencyId === null ? undefined : await agencyOn(db, record.issuerAgencyId, record.issuedOn ?? today)
  return {
    ...rowOf(record, counts),
    version: record.version,
    changedBy: record.changedBy,
    changedAt: record.changedAt,
    mediaType: record.mediaType,
    isFileKept: record.isFileKept && share.isWhole,
    place: record.place,
    signer: record.signer,
    effectOn: record.effectOn,
    assignedOn: record.assignedOn,
    issuerAgencyId: record.issuerAgencyId,
    issuerAgencyName: issuer?.name ?? null,
    legalBases: extracted?.document.legalBases ?? [],
    implements: extracted?.document.implements ?? [],
    recipients: extracted?.document.recipients ?? [],
    found: (share.isWhole && extracted?.document.found) || {},
    // What the review doubted and settled is the office's own.
    warnings: share.drafts === null ? (extracted?.warnings ?? []) : [],
    secondReading: share.drafts === null ? await secondReadingOf(handle, id) : null,
    problems: record.state === 'review' ? problemsOfDirective(record, drafts, today) : [],
    sameNotation: maySeeAll(actor) ? await sameAs(handle, record) : null,
    drafts: drafts.map((draft) => (share.drafts === null ? shown(draft, record, today) : asTask(draft))),
  }
}

/** A draft as the task it became, without what the reader doubted and the reviewers settled. */
function asTask(draft: DraftRecord): Draft {
  const parties = draft.parties.map((party) => ({ ...party, candidates: [], confidence: 1 }))
  const sure = <Value extends { confidence: number }>(value: Value): Value => ({ ...value, confidence: 1 })
  return {
    ...draft,
    parties,
    deadlines: draft.deadlines.map(sure),
    targets: draft.targets.map(sure),
    warnings: [],
    problems: [],
    // How the office gave it to each of many is its own; who got it is in the tasks.
    distributions: [],
    confidence: 1,
    checkedBy: null,
    checkedAt: null,
  }
}

async function sameAs(db: Handle<DirectivesDb>, record: DirectiveRecord): Promise<Directive['sameNotation']> {
  const { id, number, issuer, issuedOn } = record
  if (number === null || issuer === null || issuedOn === null) return null
  const [other] = await sameNotation(db, { number, issuer, issuedOn }, id, ['review', 'confirmed'])
  return other ? { id: other.id, edition: other.edition, state: other.state } : null
}

/** The document as read, for the left side of the review. */
export async function showText(db: AnyHandle, actor: Actor, id: number): Promise<DirectiveText> {
  const { share } = await directiveToSee(db, actor, id)
  const handle = reading<DirectivesDb>(db)
  const { text, format, pages, recognised, blocks } = await getReading(handle, id)
  const whole = { text, format, pages, recognised, blocks } as DirectiveText
  if (share.isWhole) return whole
  return textOf(whole, await draftsOf(handle, id, share.drafts))
}
