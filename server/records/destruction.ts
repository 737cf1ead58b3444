import { sql } from 'kysely'
import { type KnownActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Blobs } from '../platform/blobs.ts'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import { type Transaction, toJson } from '../platform/db.ts'
import { type Field, Forbidden, Invalid, wrong } from '../platform/errors.ts'
import { keepFile, PDF } from '../platform/official-document/kept.ts'
import { toPdf } from '../platform/official-document/pdf.ts'
import { demand, demandFor } from './access.ts'
import { casesToChange, type KeptCase, lockCases, ofArchiveToChange, personOf } from './case-access.ts'
import { itemsOf } from './case-items.ts'
import { type CaseFacts, destructionMinutes } from './case-papers.ts'
import type { Reasoned } from './case-shapes.ts'
import { type CaseAct, type DestructionState, moveCase, moveDestruction } from './case-state.ts'
import type { RecordsDb } from './db.ts'
import { eraseFile, erasePackages, hashesOf, type KeptFor, neededFor } from './destruction-files.ts'
import type { CarriedOut, CarryOut, Consider, Decide, NewDestruction } from './destruction-shapes.ts'
import { bodyNamed, factsOf } from './hand-over.ts'
import { hasRetentionEnded } from './retention.ts'
import { peopleOf } from './sight.ts'
import { changeRow, marked, type Row } from './store.ts'

type Trx = Transaction<RecordsDb>
type Kept = Row<'records.destruction'>
const about = (id: number) => ({ kind: 'destruction', id })

/** Proposes to destroy cases whose retention has ended; one that is kept permanently never is. Returns the id. */
export async function proposeDestruction(
  trx: Trx,
  ask: AskToMake<KnownActor>,
  { caseIds, reason }: NewDestruction,
): Promise<number> {
  const { actor, now } = ask
  demand(actor, 'records.archive')
  const self = personOf(actor)
  const cases = await casesToChange(trx, actor, caseIds)
  const [first] = cases as [KeptCase]
  for (const one of cases) demandFor(actor, 'records.archive', one.agency_id)
  const today = dayInVietnam(now)
  const fields = cases.flatMap((one, place): Field[] => {
    const path = `caseIds.${place}`
    if (one.agency_id !== first.agency_id)
      return [
        { path, code: 'destruction.agencies', message: `${one.title}: hồ sơ của cơ quan khác. Hãy lập đề nghị riêng.` },
      ]
    if (one.retention_years === null)
      return [
        {
          path,
          code: 'destruction.permanent',
          message: `${one.title}: hồ sơ bảo quản vĩnh viễn không được hủy. Hãy bỏ hồ sơ này.`,
        },
      ]
    if (one.state !== 'open' && !hasRetentionEnded(one.kept_until, today))
      return [
        {
          path,
          code: 'destruction.not_ended',
          message: `${one.title}: còn thời hạn bảo quản đến hết ngày ${formatDay(one.kept_until!)}. Hãy bỏ hồ sơ này.`,
        },
      ]
    return []
  })
  if (fields.length > 0) throw new Invalid(fields[0]!.code, fields[0]!.message, { fields })
  const { destruction_id: id } = await trx
    .insertInto('records.destruction')
    .values({
      agency_id: first.agency_id,
      reason: reason.trim(),
      proposed_at: now.toString(),
      proposed_by: signatureOf(actor),
      proposed_by_id: self,
      proposed_for_id: actor.onBehalfOf?.personId ?? null,
      ...marked(ask),
    })
    .returning('destruction_id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('records.destruction_case')
    .values(caseIds.map((caseId, place) => ({ destruction_id: id, case_id: caseId, position: place + 1 })))
    .execute()
  await moveAll(trx, { ...ask, id }, cases, 'proposeDestruction', { event: 'case.destructionProposed', reason })
  await record(trx, actor, 'destruction.proposed', {
    subject: about(id),
    at: now.toString(),
    after: { cases: caseIds.length },
    detail: { reason },
  })
  return id
}

async function moveAll(
  trx: Trx,
  ask: Omit<Ask<number, KnownActor>, 'version'>,
  cases: readonly KeptCase[],
  act: CaseAct,
  { event, reason }: { event: string; reason?: string },
): Promise<void> {
  for (const one of cases) {
    await changeRow(
      trx,
      'records.case_file',
      { ...ask, id: one.case_id },
      { state: moveCase(one.state, act), ...(act === 'destroy' ? { destroyed_at: ask.now.toString() } : {}) },
    )
    await record(trx, ask.actor, event, {
      subject: { kind: 'caseFile', id: one.case_id },
      at: ask.now.toString(),
      after: { destructionId: ask.id },
      ...(reason === undefined ? {} : { detail: { reason } }),
    })
  }
}

async function casesOf(trx: Trx, id: number): Promise<KeptCase[]> {
  const { rows } = await sql<{ id: number }>`
    select x.case_id as id from records.destruction_case x where x.destruction_id = ${id} order by x.position`.execute(
    trx,
  )
  return lockCases(
    trx,
    rows.map((row) => row.id),
  )
}
const stateOf = (one: Kept) => one.state as DestructionState

/** Records the opinion of the council. */
export async function considerDestruction(
  trx: Trx,
  ask: Ask<number, KnownActor>,
  { council, councilOn, words }: Consider,
): Promise<number> {
  const one = await ofArchiveToChange(trx, ask, 'records.destruction', 'records.archive')
  const state = moveDestruction(stateOf(one), 'consider')
  if (councilOn > dayInVietnam(ask.now))
    throw wrong('councilOn', 'destruction.day_ahead', 'Ngày hội đồng họp không được sau hôm nay. Hãy sửa ngày.')
  const version = await changeRow(trx, 'records.destruction', ask, {
    state,
    council: council.trim(),
    council_on: councilOn,
    council_words: words.trim(),
  })
  await record(trx, ask.actor, 'destruction.considered', {
    subject: about(ask.id),
    at: ask.now.toString(),
    on: councilOn,
    detail: { note: words },
  })
  return version
}

/** Refuses a decision by whoever proposed, in their own post or for its holder. */
function demandOther(actor: KnownActor, { proposed_by_id, proposed_for_id }: Kept): number {
  const self = personOf(actor)
  if (peopleOf(actor).some((id) => id === proposed_by_id || id === proposed_for_id))
    throw new Forbidden('destruction.own', 'Người đề nghị hủy không tự quyết định. Hãy để lãnh đạo khác quyết định.')
  return self
}

/** A leader decides that the cases are destroyed, by the number and day of the decision. */
export async function decideDestruction(
  trx: Trx,
  ask: Ask<number, KnownActor>,
  { decision, decidedOn }: Decide,
): Promise<number> {
  const one = await ofArchiveToChange(trx, ask, 'records.destruction', 'records.sign')
  const self = demandOther(ask.actor, one)
  const state = moveDestruction(stateOf(one), 'decide')
  if (decidedOn > dayInVietnam(ask.now))
    throw wrong('decidedOn', 'destruction.day_ahead', 'Ngày quyết định không được sau hôm nay. Hãy sửa ngày.')
  if (decidedOn < one.council_on!)
    throw wrong(
      'decidedOn',
      'destruction.before_council',
      `Ngày quyết định không được trước ngày hội đồng họp (${formatDay(one.council_on!)}). Hãy sửa ngày.`,
    )
  const version = await changeRow(trx, 'records.destruction', ask, {
    state,
    decision: decision.trim(),
    decided_on: decidedOn,
    decided_at: ask.now.toString(),
    decided_by: signatureOf(ask.actor),
    decided_by_id: self,
  })
  await record(trx, ask.actor, 'destruction.decided', {
    subject: about(ask.id),
    at: ask.now.toString(),
    on: decidedOn,
    after: { decision, decidedOn },
  })
  return version
}

/** Ends a proposal without destroying: a leader declines it, or the archive withdraws it. The cases stay in the archive. */
export async function endDestruction(
  trx: Trx,
  ask: Ask<number, KnownActor>,
  act: 'decline' | 'withdraw',
  { reason }: Reasoned,
): Promise<number> {
  const right = act === 'decline' ? 'records.sign' : 'records.archive'
  const one = await ofArchiveToChange(trx, ask, 'records.destruction', right)
  if (act === 'decline') demandOther(ask.actor, one)
  const state = moveDestruction(stateOf(one), act)
  const version = await changeRow(trx, 'records.destruction', ask, { state, ended_words: reason.trim() })
  await moveAll(trx, ask, await casesOf(trx, ask.id), 'keepOn', { event: 'case.keptOn', reason })
  await record(trx, ask.actor, `destruction.${act === 'decline' ? 'declined' : 'withdrawn'}`, {
    subject: about(ask.id),
    at: ask.now.toString(),
    detail: { reason },
  })
  return version
}

/**
 * Destroys what was decided. What was in each case stays as a record with the hash of every file; bytes go only where no other
 * case, document or open work needs them, and packages that hold them too. Keeps the minutes.
 */
export async function carryOutDestruction(
  trx: Trx,
  ask: Ask<number, KnownActor>,
  { on, witnesses }: CarryOut,
  { blobs }: { blobs: Blobs },
): Promise<CarriedOut> {
  const { actor, now } = ask
  const one = await ofArchiveToChange(trx, ask, 'records.destruction', 'records.archive')
  const state = moveDestruction(stateOf(one), 'carryOut')
  if (on > dayInVietnam(now) || on < one.decided_on!)
    throw wrong(
      'on',
      'destruction.day_wrong',
      `Ngày hủy phải từ ngày quyết định (${formatDay(one.decided_on!)}) đến hôm nay. Hãy sửa ngày.`,
    )
  const cases = await casesOf(trx, ask.id)
  const ids = cases.map(({ case_id: id }) => id)
  const facts = await factsOf(trx, actor, cases)
  const all = await itemsOf(trx, actor, ids)
  // A file that was taken out of its case is nowhere else: it goes with the case.
  const leftOver = all.filter(({ removed, kind }) => removed !== null && kind === 'file')
  const hashes = await hashesOf(trx, [...facts.flatMap(({ items }) => items), ...leftOver])
  await moveAll(trx, ask, cases, 'destroy', { event: 'case.destroyed' })
  const needs = new Map<string, KeptFor | null>()
  for (const sha256 of hashes) needs.set(sha256, await neededFor(trx, sha256))
  await keepRemains(trx, facts, needs)
  for (const [sha256, need] of needs) if (need === null) await eraseFile(trx, sha256)
  await erasePackages(trx, ids)
  for (const id of ids) await sql`select records.erase_drafts(${id})`.execute(trx)
  const destroyed = [...needs.values()].filter((need) => need === null).length
  const kept = needs.size - destroyed
  const { name: body } = await bodyNamed(trx, one.agency_id)
  const paper = destructionMinutes({
    body,
    decision: one.decision!,
    decidedOn: one.decided_on!,
    decidedBy: one.decided_by!,
    council: one.council!,
    councilOn: one.council_on!,
    on,
    by: { name: signatureOf(actor), title: actor.title },
    witnesses: witnesses.trim(),
    cases: facts,
    destroyed,
    kept,
    isSample: actor.sample,
  })
  const version = await changeRow(trx, 'records.destruction', ask, {
    state,
    carried_out_on: on,
    witnesses: witnesses.trim(),
    minutes_sha256: await keepFile(trx, blobs, await toPdf(paper), PDF),
  })
  await record(trx, actor, 'destruction.carriedOut', {
    subject: about(ask.id),
    at: now.toString(),
    on,
    after: { cases: cases.length, destroyed, kept },
  })
  return { version, destroyed, kept }
}

async function keepRemains(
  trx: Trx,
  facts: readonly CaseFacts[],
  needs: ReadonlyMap<string, KeptFor | null>,
): Promise<void> {
  const rows = facts.flatMap(({ id, items }) =>
    items.map((item, place) => ({
      case_id: id,
      position: place + 1,
      case_item_id: item.id,
      title: item.title,
      notation: item.notation,
      dated_on: item.datedOn,
      author: item.author,
      files: toJson(
        item.files.map(({ name, sha256, size, verdict }) => {
          const keptFor = needs.get(sha256) ?? null
          return { name, sha256, size, gone: keptFor === null || verdict === 'gone', keptFor }
        }),
      ),
    })),
  )
  if (rows.length > 0) await trx.insertInto('records.case_remains').values(rows).execute()
}
