/** Documents that came in, with what became of them, from books that were kept elsewhere. */
import { sql } from 'kysely'
import { type KnownActor, signatureOf } from '../platform/actor.ts'
import { type PastFact, recordMany } from '../platform/audit.ts'
import { type Blobs, putBlob } from '../platform/blobs.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Transaction } from '../platform/db.ts'
import { noteLooked } from '../platform/secrecy.ts'
import { calendarOf, nextDocumentNumbers } from '../registry/index.ts'
import { type RegisterRule, registerBy } from './clock.ts'
import type { RecordsDb } from './db.ts'
import { type HandlingPart, isAllDone } from './handling-state.ts'
import { type IncomingState, moveIncoming } from './incoming-state.ts'
import { about } from './incoming-store.ts'
import { addRows, asBytea, type Done, demandOrder, idsOf, signed } from './past-rows.ts'

type Trx = Transaction<RecordsDb>

/** A part as it was given; `from` is the place of the part that was passed on to it. */
export interface PastPart {
  whose: { agencyId: number } | { personId: number }
  unitId: number
  part: HandlingPart
  dueOn: string | null
  words: string | null
  given: Done
  from?: number
  started?: Done
  ended?: Done & { result: string; isOnline: boolean; paperReason: string | null }
}

export interface PastIncoming {
  way: 'upload' | 'scan' | 'mail' | 'exchange'
  arrived: Done
  sender: { id: number | null; name: string }
  notation: string
  issuedOn: string
  kind: string
  about: string
  signerName: string | null
  isUrgent: boolean
  needsAnswer: boolean
  /** As it came, with the words in it. */
  file: { name: string; mediaType: string; bytes: Uint8Array; text: string }
  registered: Done
  returned?: Done & { reason: string }
  presented?: Done & { to: number; words: string | null }
  dueOn?: string
  parts: readonly PastPart[]
}

/**
 * Enters documents in the book of a body in the order given, each with the days of its acts, which follow the table of states and are
 * recorded as they happened. Nobody is told: no one wants a bell for last year. Returns the ids.
 */
export async function importIncoming(
  trx: Trx,
  agencyId: number,
  past: readonly PastIncoming[],
  { blobs, now }: { blobs: Blobs; now: Temporal.Instant },
): Promise<number[]> {
  const dueAt = await clockOf(trx)
  const ids = await idsOf(trx, 'records.incoming', 'incoming_id', past.length)
  const numbers = await numbersOf(trx, agencyId, past)
  const files = await filesOf(trx, blobs, past)
  const handlingIds = await idsOf(
    trx,
    'records.handling',
    'handling_id',
    past.reduce((sum, { parts }) => sum + parts.length, 0),
  )
  const rows: object[] = []
  const handlings: object[] = []
  const log: PastFact[] = []
  let next = 0
  for (const [place, one] of past.entries()) {
    const id = ids[place]!
    const own = one.parts.map(() => handlingIds[next++]!)
    handlings.push(...handlingsOf(one, id, own))
    const { row, facts } = incomingOf(one, { id, agencyId, number: numbers[place]!, handlingIds: own })
    demandOrder(
      facts.map(({ at }) => at),
      now,
      String(place),
    )
    rows.push({ ...row, register_due_at: dueAt(one) })
    log.push(...facts)
  }
  await addRows(trx, 'records.incoming', rows)
  await addRows(
    trx,
    'records.incoming_file',
    (await idsOf(trx, 'records.incoming_file', 'incoming_file_id', past.length)).map((fileId, place) => {
      const { file, arrived } = past[place]!
      return {
        incoming_file_id: fileId,
        incoming_id: ids[place]!,
        position: 1,
        is_main: true,
        name: file.name,
        media_type: file.mediaType,
        sha256: asBytea(files[place]!),
        size: file.bytes.length,
        added_at: arrived.at,
        added_by: signed(arrived),
      }
    }),
  )
  await addRows(trx, 'records.handling', handlings)
  await recordMany(trx, log)
  return ids
}

async function clockOf(trx: Trx): Promise<(one: PastIncoming) => string> {
  const { rows } = await sql<RegisterRule & { from: string | null; to: string | null }>`
    select closes_at::text as "closesAt", days, urgent_minutes as "urgentMinutes", lower(valid)::text as "from", upper(valid)::text as "to"
    from records.clock_rule where rule = 'register' order by lower(valid)`.execute(trx)
  const calendar = await calendarOf(trx)
  return ({ arrived, isUrgent }) => {
    const on = dayInVietnam(arrived.at)
    const rule = rows.find(({ from, to }) => (from === null || from <= on) && (to === null || on < to)) ?? rows[0]!
    return registerBy(rule, Temporal.Instant.from(arrived.at), isUrgent, calendar).toString()
  }
}

/** In the order of registering: the book has no gap, and no number of an earlier day after one of a later. */
async function numbersOf(trx: Trx, agencyId: number, past: readonly PastIncoming[]) {
  const given = new Map<PastIncoming, Awaited<ReturnType<typeof nextDocumentNumbers>>[number]>()
  const inOrder = [...past].sort((one, other) =>
    Temporal.Instant.compare(Temporal.Instant.from(one.registered.at), Temporal.Instant.from(other.registered.at)),
  )
  const yearOf = ({ registered }: PastIncoming) => Number(dayInVietnam(registered.at).slice(0, 4))
  for (const [year, of] of Map.groupBy(inOrder, yearOf)) {
    const numbers = await nextDocumentNumbers(
      trx,
      { register: { agencyId, direction: 'incoming', kind: '*' }, year },
      of.map(({ registered }) => ({ issuedOn: dayInVietnam(registered.at), suffix: '' })),
    )
    for (const [place, one] of of.entries()) given.set(one, numbers[place]!)
  }
  return past.map((one) => given.get(one)!)
}

/** Files written at the same time. */
const AT_ONCE = 16

/** Keeps the files with their words; they are not read again. Hexadecimal hashes in the order given. */
async function filesOf(trx: Trx, blobs: Blobs, past: readonly PastIncoming[]): Promise<string[]> {
  const hashes: string[] = []
  for (let from = 0; from < past.length; from += AT_ONCE)
    hashes.push(
      ...(await Promise.all(
        past.slice(from, from + AT_ONCE).map(async ({ file }) => {
          const { sha256 } = await putBlob(trx, blobs, file.bytes, file.mediaType)
          await noteLooked(trx, sha256, null)
          return sha256
        }),
      )),
    )
  const texts = new Map(past.map(({ file, arrived }, place) => [hashes[place]!, { text: file.text, at: arrived.at }]))
  await sql`
    insert into records.file_text (sha256, state, text, pages, percent, read_at)
    select decode(n.sha256, 'hex'), 'read', n.text, 1, 100, n.at
    from unnest(${[...texts.keys()]}::text[], ${[...texts.values()].map(({ text }) => text)}::text[],
      ${[...texts.values()].map(({ at }) => at)}::timestamptz[]) n(sha256, text, at)
    on conflict do nothing`.execute(trx)
  return hashes
}

interface Entered {
  id: number
  agencyId: number
  number: Awaited<ReturnType<typeof nextDocumentNumbers>>[number]
  handlingIds: readonly number[]
}

/** The row after all acts, and its log. */
function incomingOf(one: PastIncoming, { id, agencyId, number, handlingIds }: Entered) {
  let state = 'arrived' as IncomingState
  const facts: PastFact[] = []
  const subject = about(id)
  const fact = (event: string, { at, by }: Done, more: Partial<PastFact> = {}) =>
    facts.push({ actor: by, event, subject, on: dayInVietnam(at), at, ...more })
  const move = (act: Parameters<typeof moveIncoming>[1]) => {
    const before = state
    state = moveIncoming(state, act)
    return { before: { state: before }, after: { state } }
  }
  const { arrived, registered, returned, presented, parts } = one
  fact('incoming.arrived', arrived, { after: { way: one.way, file: one.file.name, arrivedAt: arrived.at } })
  const entered = move('register')
  fact('incoming.registered', registered, {
    ...entered,
    after: { ...entered.after, number: number.notation, year: number.year },
  })
  let last: Done = registered
  if (returned) {
    fact('incoming.returned', returned, { ...move('return'), detail: { reason: returned.reason } })
    last = returned
  }
  if (presented) {
    fact('incoming.presented', presented, { ...move('present'), after: { presentedTo: presented.to } })
    last = presented
  }
  const first = parts[0]?.given
  let doneAt: Done | undefined
  if (first) {
    fact('incoming.assigned', first, { ...move('assign'), after: { state, handlings: handlingIds } })
    last = first
    for (const { event, act, done, detail } of stepsOf(parts, handlingIds)) {
      if (act && state === 'assigned') move(act)
      fact(event, done, detail === null ? {} : { detail: { reason: detail } })
      last = done
    }
    if (
      isAllDone(
        parts.map(({ part, ended, from }) => ({ part, state: ended ? 'done' : 'assigned', fromId: from ?? null })),
      )
    ) {
      doneAt = last
      fact('incoming.done', last, move('finish'))
    }
  }
  const result = parts.find(({ ended, from }) => ended && from === undefined)?.ended?.result ?? null
  return {
    facts,
    row: {
      incoming_id: id,
      agency_id: agencyId,
      state,
      arrived_at: arrived.at,
      arrived_by: signed(arrived),
      way: one.way,
      described_at: registered.at,
      described_by: signed(registered),
      sender_id: one.sender.id,
      sender_name: one.sender.name,
      notation: one.notation,
      issued_on: one.issuedOn,
      kind: one.kind,
      about: one.about,
      signer_name: one.signerName,
      is_urgent: one.isUrgent,
      pages: 1,
      checked_at: registered.at,
      checked_by: signed(registered),
      is_authentic: true,
      register: number.register,
      year: number.year,
      number: number.number,
      number_written: number.notation,
      registered_at: registered.at,
      registered_by: signed(registered),
      presented_to_id: presented?.to ?? null,
      presented_at: presented?.at ?? null,
      presented_by: presented ? signed(presented) : null,
      presented_words: presented?.words ?? null,
      assigned_at: first?.at ?? null,
      due_on: one.dueOn ?? null,
      needs_answer: one.needsAnswer,
      done_at: doneAt?.at ?? null,
      done_words: doneAt ? result : null,
      returned_at: returned?.at ?? null,
      returned_reason: returned?.reason ?? null,
      is_sample: arrived.by.sample,
      version: facts.length,
      changed_at: last.at,
      changed_by: signed(last),
    },
  }
}

interface Step {
  event: string
  act: 'start' | null
  done: Done
  detail: string | null
}

/** What was done with parts after they were given, in the order of time. */
function stepsOf(parts: readonly PastPart[], ids: readonly number[]): Step[] {
  const steps = parts.flatMap(({ given, started, ended, from }, place): Step[] => [
    ...(from === undefined || ids[place] === undefined
      ? []
      : [{ event: 'incoming.passedOn', act: 'start' as const, done: given, detail: null }]),
    ...(started ? [{ event: 'incoming.started', act: 'start' as const, done: started, detail: null }] : []),
    ...(ended ? [{ event: 'incoming.partDone', act: null, done: ended, detail: ended.result }] : []),
  ])
  return steps.sort((one, other) =>
    Temporal.Instant.compare(Temporal.Instant.from(one.done.at), Temporal.Instant.from(other.done.at)),
  )
}

function handlingsOf({ parts }: PastIncoming, incomingId: number, ids: readonly number[]): object[] {
  return parts.map(({ whose, unitId, part, dueOn, words, given, from, started, ended }, place) => {
    const isPassedOn = parts.some((other) => other.from === place)
    const last = ended ?? started ?? given
    return {
      handling_id: ids[place]!,
      incoming_id: incomingId,
      agency_id: 'agencyId' in whose ? whose.agencyId : null,
      person_id: 'personId' in whose ? whose.personId : null,
      unit_id: unitId,
      part,
      words,
      due_on: dueOn,
      state: ended ? 'done' : started || isPassedOn ? 'underway' : 'assigned',
      assigned_at: given.at,
      assigned_by: signatureOf(given.by),
      assigned_by_id: (given.by as KnownActor).personId,
      from_id: from === undefined ? null : ids[from]!,
      started_at: started?.at ?? parts.find((other) => other.from === place)?.given.at ?? null,
      ended_at: ended?.at ?? null,
      ended_by: ended ? signed(ended) : null,
      result: ended?.result ?? null,
      is_online: ended && part !== 'know' ? ended.isOnline : null,
      paper_reason: ended && part !== 'know' && !ended.isOnline ? ended.paperReason : null,
      version: 1 + Number(started !== undefined) + Number(ended !== undefined),
      changed_at: last.at,
      changed_by: signed(last),
    }
  })
}
