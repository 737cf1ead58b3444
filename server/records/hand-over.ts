import { sql } from 'kysely'
import { type KnownActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { type Blobs, putBlob } from '../platform/blobs.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, type Field, Forbidden, Invalid, wrong } from '../platform/errors.ts'
import { keepFile, PDF } from '../platform/official-document/kept.ts'
import { toPdf } from '../platform/official-document/pdf.ts'
import { checkVersion } from '../platform/version.ts'
import { enterInBook, nextDocumentNumber } from '../registry/index.ts'
import { demand } from './access.ts'
import {
  casesToChange,
  casesToSee,
  type KeptCase,
  lockCases,
  mayKeep,
  ofArchiveToChange,
  personOf,
} from './case-access.ts'
import { type LookDeps, lookAtCases } from './case-check.ts'
import { contentsOf, itemsOf } from './case-items.ts'
import { type CaseFacts, handOverMinutes, type MinutesFacts } from './case-papers.ts'
import type { Reasoned } from './case-shapes.ts'
import { moveCase } from './case-state.ts'
import type { RecordsDb } from './db.ts'
import type { AcceptHandOver, NewHandOver } from './hand-over-shapes.ts'
import { buildPackage } from './package.ts'
import { anchorsOf } from './raise.ts'
import { peopleOf } from './sight.ts'
import { changeRow, marked, type Row } from './store.ts'

type Trx = Transaction<RecordsDb>
const about = (id: number) => ({ kind: 'handOver', id })
const MINUTES_OF = 'BB'

/** What papers print of cases, in the order given. */
export async function factsOf(
  trx: Trx,
  actor: KnownActor,
  cases: readonly KeptCase[],
  { withChecks = false } = {},
): Promise<CaseFacts[]> {
  const ids = cases.map(({ case_id: id }) => id)
  const items = Map.groupBy(await itemsOf(trx, actor, ids, { withChecks }), ({ caseId }) => caseId)
  const { rows } = await sql<{ id: number; fonds: string; unit: string; keeper: string }>`
    select c.case_id as id, (select a.name from registry.agency_latest a where a.agency_id = c.fonds_id) as fonds,
           (select a.name from registry.agency_latest a where a.agency_id = c.unit_id) as unit,
           (select p.full_name from registry.person_card p where p.person_id = c.keeper_id limit 1) as keeper
    from records.case_file c where c.case_id = any(${ids}::bigint[])`.execute(trx)
  const names = new Map(rows.map((row) => [row.id, row]))
  return cases.map((one) => {
    const { fonds, unit, keeper } = names.get(one.case_id)!
    return {
      id: one.case_id,
      code: one.code,
      title: one.title,
      year: one.year,
      fonds,
      unit,
      keeper,
      retentionYears: one.retention_years,
      openedOn: one.opened_on,
      endedOn: one.ended_on!,
      items: contentsOf(items.get(one.case_id) ?? []),
    }
  })
}

export async function bodyNamed(trx: Trx, id: number): Promise<{ name: string; abbreviation: string | null }> {
  const { rows } = await sql<{ name: string; abbreviation: string | null }>`
    select a.name, a.abbreviation from registry.agency_latest a where a.agency_id = ${id}`.execute(trx)
  return rows[0]!
}

const suffixOf = (abbreviation: string | null) => `/${[MINUTES_OF, abbreviation].filter(Boolean).join('-')}`

/**
 * Hands cases of one unit over to the archive of the body: looks at every signature again, and builds the package,
 * which is kept with its hash. Files whose signatures cannot be vouched for go along, and that is said of each. Returns the id.
 */
export async function offerCases(
  trx: Trx,
  ask: AskToMake<KnownActor>,
  { caseIds, words }: NewHandOver,
  deps: LookDeps,
): Promise<number> {
  const { actor, now } = ask
  demand(actor, 'records.draft')
  const self = personOf(actor)
  // The package takes seconds: nobody waits for it. The cases are locked once it is there, as they were.
  const cases = await casesToSee(trx, actor, caseIds)
  for (const one of cases) {
    if (!mayKeep(actor, one))
      throw new Forbidden('case.may_not_keep', 'Chỉ người giữ hồ sơ hoặc lãnh đạo đơn vị mới làm được việc này.')
    moveCase(one.state, 'offer')
  }
  const [first] = cases as [KeptCase]
  const strange = cases.findIndex(
    ({ unit_id, agency_id }) => unit_id !== first.unit_id || agency_id !== first.agency_id,
  )
  if (strange > 0)
    throw wrong(
      `caseIds.${strange}`,
      'hand_over.units',
      'Một lần giao nộp gồm hồ sơ của một đơn vị. Hãy tách hồ sơ của đơn vị khác thành lần riêng.',
    )
  const { blobs, config } = deps
  const fetched = await lookAtCases(trx, ask, caseIds, deps)
  const facts = await factsOf(trx, actor, cases, { withChecks: true })
  const { name, abbreviation } = await bodyNamed(trx, first.agency_id)
  const made = await buildPackage(
    { db: trx, blobs, anchors: anchorsOf(config), fetched },
    {
      body: name,
      notation: suffixOf(abbreviation),
      number: null,
      on: dayInVietnam(now),
      unit: facts[0]!.unit,
      giver: { name: signatureOf(actor), title: actor.title },
      taker: null,
      cases: facts,
      returned: [],
      files: facts.flatMap(({ items }) => items.flatMap(({ files }) => files)).length,
      words: words?.trim() || null,
      packageSha256: null,
      isSample: actor.sample,
    },
    now,
  )
  for (const [place, locked] of (await casesToChange(trx, actor, caseIds)).entries()) {
    moveCase(locked.state, 'offer')
    checkVersion(cases[place]!.version, locked.version, { by: locked.changed_by, at: locked.changed_at })
  }
  const blob = await putBlob(trx, blobs, made.bytes, 'application/zip')
  const { hand_over_id: id } = await trx
    .insertInto('records.hand_over')
    .values({
      agency_id: first.agency_id,
      unit_id: first.unit_id,
      words: words?.trim() || null,
      offered_at: now.toString(),
      offered_by: signatureOf(actor),
      offered_by_id: self,
      offered_for_id: actor.onBehalfOf?.personId ?? null,
      offered_title: actor.title,
      package_sha256: Buffer.from(blob.sha256, 'hex'),
      package_size: blob.size,
      files: made.files.length,
      ...marked(ask),
    })
    .returning('hand_over_id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('records.hand_over_case')
    .values(caseIds.map((caseId, place) => ({ hand_over_id: id, case_id: caseId, position: place + 1 })))
    .execute()
  if (made.files.length > 0)
    await trx
      .insertInto('records.hand_over_file')
      .values(
        made.files.map(({ path, caseId, itemId, sha256, size, verdict, checkedAt }) => ({
          hand_over_id: id,
          path,
          case_id: caseId,
          case_item_id: itemId,
          sha256: Buffer.from(sha256, 'hex'),
          size,
          verdict,
          checked_at: checkedAt,
        })),
      )
      .execute()
  for (const one of cases) {
    await changeRow(
      trx,
      'records.case_file',
      { ...ask, id: one.case_id },
      { state: moveCase(one.state, 'offer'), handed_over_at: now.toString() },
    )
    await record(trx, actor, 'case.offered', {
      subject: { kind: 'caseFile', id: one.case_id },
      at: now.toString(),
      after: { handOverId: id },
    })
  }
  await record(trx, actor, 'handOver.offered', {
    subject: about(id),
    at: now.toString(),
    after: { cases: caseIds.length, files: made.files.length, packageSha256: blob.sha256 },
  })
  return id
}

/** Refuses an answer by whoever handed over, in their own post or for its holder. */
function demandOther(actor: KnownActor, { offered_by_id, offered_for_id }: Row<'records.hand_over'>): number {
  const self = personOf(actor)
  const givers = [offered_by_id, offered_for_id]
  if (peopleOf(actor).some((id) => givers.includes(id)))
    throw new Forbidden('hand_over.own', 'Người đã giao nộp không tự nhận hồ sơ. Hãy để người khác của lưu trữ nhận.')
  return self
}

function demandOffered(state: string): void {
  if (state === 'offered') return
  throw new Conflict(
    'hand_over.answered',
    `Lần giao nộp này ${state === 'accepted' ? 'đã được nhận' : 'đã bị trả lại'}. Hãy tải lại trang.`,
  )
}

async function listOf(trx: Trx, id: number): Promise<KeptCase[]> {
  const { rows } = await sql<{ id: number }>`
    select x.case_id as id from records.hand_over_case x where x.hand_over_id = ${id} order by x.position`.execute(trx)
  return lockCases(
    trx,
    rows.map((row) => row.id),
  )
}

/** The archive takes a hand-over, but for those cases that it returns with reasons. Keeps the minutes of both sides. */
export async function acceptHandOver(
  trx: Trx,
  ask: Ask<number, KnownActor>,
  { except = [], words }: AcceptHandOver,
  { blobs }: { blobs: Blobs },
): Promise<number> {
  const { actor, now } = ask
  const one = await ofArchiveToChange(trx, ask, 'records.hand_over', 'records.archive')
  const self = demandOther(actor, one)
  demandOffered(one.state)
  const cases = await listOf(trx, ask.id)
  const reasons = exceptions(cases, except)
  const taken = cases.filter(({ case_id: id }) => !reasons.has(id))
  const on = dayInVietnam(now)
  const facts = await factsOf(trx, actor, taken)
  const { name, abbreviation } = await bodyNamed(trx, one.agency_id)
  const series = { agencyId: one.agency_id, direction: 'outgoing', kind: MINUTES_OF } as const
  const number = await nextDocumentNumber(trx, { register: series, issuedOn: on }, suffixOf(abbreviation))
  const paper: MinutesFacts = {
    body: name,
    notation: suffixOf(abbreviation),
    number: number.notation,
    on,
    unit: facts[0]!.unit,
    giver: { name: one.offered_by, title: one.offered_title },
    taker: { name: signatureOf(actor), title: actor.title },
    cases: facts,
    returned: cases
      .filter(({ case_id: id }) => reasons.has(id))
      .map(({ case_id: id, title }) => ({ title, reason: reasons.get(id)! })),
    files: facts.flatMap(({ items }) => items.flatMap(({ files }) => files)).length,
    words: [one.words, words?.trim()].filter(Boolean).join(' ') || null,
    packageSha256: Buffer.from(one.package_sha256).toString('hex'),
    isSample: actor.sample,
  }
  const pdf = await keepFile(trx, blobs, await toPdf(handOverMinutes(paper)), PDF)
  await enterInBook(
    trx,
    number,
    {
      kind: MINUTES_OF,
      about: `Giao nhận hồ sơ, tài liệu của ${paper.unit}`,
      signer: `${paper.giver.name}; ${paper.taker!.name}`,
      recipients: paper.unit,
      sourceKind: 'handOver',
      sourceId: ask.id,
      pdf,
    },
    now,
  )
  const version = await changeRow(trx, 'records.hand_over', ask, {
    state: 'accepted',
    answered_at: now.toString(),
    answered_by: signatureOf(actor),
    answered_by_id: self,
    answered_words: words?.trim() || null,
    register: number.register,
    year: number.year,
    notation: number.notation,
    minutes_sha256: pdf,
  })
  for (const each of cases) await answerCase(trx, ask, each, reasons.get(each.case_id) ?? null)
  await record(trx, actor, 'handOver.accepted', {
    subject: about(ask.id),
    at: now.toString(),
    after: { accepted: taken.length, returned: reasons.size, notation: number.notation },
  })
  return version
}

function exceptions(cases: readonly KeptCase[], except: NonNullable<AcceptHandOver['except']>): Map<number, string> {
  const known = new Set(cases.map(({ case_id: id }) => id))
  const fields = except.flatMap(({ caseId }, place): Field[] =>
    known.has(caseId)
      ? []
      : [
          {
            path: `except.${place}.caseId`,
            code: 'hand_over.case_unknown',
            message: 'Hồ sơ này không thuộc lần giao nộp. Hãy tải lại trang.',
          },
        ],
  )
  if (fields.length > 0) throw new Invalid(fields[0]!.code, fields[0]!.message, { fields })
  const reasons = new Map(except.map(({ caseId, reason }) => [caseId, reason.trim()]))
  if (reasons.size === cases.length)
    throw wrong('except', 'hand_over.all_returned', 'Nếu trả lại mọi hồ sơ, hãy trả lại cả lần giao nộp.')
  return reasons
}

/** A case of a hand-over is taken, or goes back to its keeper with the reason. */
async function answerCase(trx: Trx, ask: Ask<number, KnownActor>, one: KeptCase, reason: string | null): Promise<void> {
  const { actor, now } = ask
  await trx
    .updateTable('records.hand_over_case')
    .set({ is_accepted: reason === null, reason })
    .where('hand_over_id', '=', ask.id)
    .where('case_id', '=', one.case_id)
    .execute()
  await changeRow(
    trx,
    'records.case_file',
    { ...ask, id: one.case_id },
    reason === null
      ? { state: moveCase(one.state, 'accept'), accepted_at: now.toString(), accepted_by: signatureOf(actor) }
      : { state: moveCase(one.state, 'return'), handed_over_at: null },
  )
  await record(trx, actor, reason === null ? 'case.accepted' : 'case.returned', {
    subject: { kind: 'caseFile', id: one.case_id },
    at: now.toString(),
    after: { handOverId: ask.id },
    ...(reason === null ? {} : { detail: { reason } }),
  })
}

/** The archive returns a whole hand-over: its cases are closed again, with the reason. */
export async function returnHandOver(trx: Trx, ask: Ask<number, KnownActor>, { reason }: Reasoned): Promise<number> {
  const one = await ofArchiveToChange(trx, ask, 'records.hand_over', 'records.archive')
  const self = demandOther(ask.actor, one)
  demandOffered(one.state)
  const version = await changeRow(trx, 'records.hand_over', ask, {
    state: 'returned',
    answered_at: ask.now.toString(),
    answered_by: signatureOf(ask.actor),
    answered_by_id: self,
    answered_words: reason.trim(),
  })
  for (const each of await listOf(trx, ask.id)) await answerCase(trx, ask, each, reason.trim())
  await record(trx, ask.actor, 'handOver.returned', {
    subject: about(ask.id),
    at: ask.now.toString(),
    detail: { reason },
  })
  return version
}
