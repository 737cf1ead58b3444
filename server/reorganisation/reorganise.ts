import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { addDays } from '../platform/calendar.ts'
import { type AnyTransaction, type Transaction, within } from '../platform/db.ts'
import type { Succeed } from '../platform/inheritance.ts'
import {
  addCode,
  addSuccession,
  agencyOn,
  changePeriod,
  endAgency,
  foundAgency,
  inheritAgency,
} from '../registry/index.ts'
import { type Heir, lockOpenParts, type OpenPart, redirectRequests, succeedAll, type TaskMove } from '../tasks/index.ts'
import { fold } from './check.ts'
import type { ReorganisationDb } from './db.ts'
import type { Founding, Kind, LineOutcome, Outcome, PARTS } from './shapes.ts'
import type { Choice } from './store.ts'

/** A checked line: its old agency, kind and day are certain. */
export interface PlanLine {
  id: number
  kind: Kind
  oldId: number
  newId: number | null
  newName: string
  founding: Founding | null
  effectiveOn: string
  subject: string | null
  source: string
  /** The registry already has the succession: only what is left to move is moved. */
  isKnown: boolean
}

export interface Plan {
  /** By day, and within a day in the order of the plan. */
  lines: readonly PlanLine[]
  choices: readonly Choice[]
}

export interface Move {
  lineId: number
  taskId: number
  part: (typeof PARTS)[number]
}

export interface Done {
  outcome: Outcome
  moves: Move[]
  /** SHA-256 of everything that moves: equal digests mean the same act. */
  digest: string
}

interface Act {
  trx: AnyTransaction
  actor: Actor
  succeed: Succeed
  now: Temporal.Instant
  plan: Plan
  choices: ReadonlyMap<number, Choice>
  lines: Map<number, LineOutcome>
  people: Outcome['people']
  blockers: Outcome['blockers']
  moves: Move[]
  /** Agencies founded by this act, by name. */
  founded: Map<string, number>
}

/** What happens to one agency on one day. */
interface Fate {
  old: Heir
  on: string
  lines: readonly PlanLine[]
  main: PlanLine | undefined
  heir: Heir | null
  /** Whether the agency no longer exists from that day. */
  isEnded: boolean
}

/**
 * Executes a plan, agency by agency in the order of days, in the caller's transaction: first the registry if it does not
 * know yet, then open tasks, people, and what each room stores about the agency (`succeed`). A rehearsal is the same act in
 * a transaction that is rolled back. `onProgress` gets the share done, 0 to 1.
 */
export async function reorganise(
  trx: AnyTransaction,
  actor: Actor,
  plan: Plan,
  now: Temporal.Instant,
  { succeed, onProgress }: { succeed: Succeed; onProgress: (share: number) => Promise<void> | void },
): Promise<Done> {
  const act: Act = {
    trx,
    actor,
    succeed,
    now,
    plan,
    choices: new Map(plan.choices.map((choice) => [choice.taskId, choice])),
    lines: new Map(plan.lines.map(({ id }) => [id, nothingOf(id)])),
    people: [],
    blockers: [],
    moves: [],
    founded: new Map(),
  }
  const groups = Map.groupBy(plan.lines, ({ oldId, effectiveOn }) => `${effectiveOn} ${oldId}`)
  let done = 0
  for (const lines of groups.values()) {
    const fate = await decideFate(act, lines)
    await moveTasks(act, fate)
    await movePeople(act, fate)
    done += 1
    await onProgress(done / groups.size)
  }
  return conclude(act)
}

function nothingOf(lineId: number): LineOutcome {
  return { lineId, registry: [], leads: 0, parts: 0, followUps: 0, undecided: 0, choosable: 0, others: {} }
}

/** Updates the registry by the lines of one agency and day. */
async function decideFate(act: Act, lines: readonly PlanLine[]): Promise<Fate> {
  const { trx, actor } = act
  const { oldId, effectiveOn: on } = lines[0]!
  const old = { id: oldId, name: await nameOn(trx, oldId, addDays(on, -1)) }
  for (const line of lines) {
    const newId = await heirOf(act, line)
    const changed = act.lines.get(line.id)!.registry
    if (line.isKnown) continue
    if (line.kind === 'renamed') {
      await changePeriod(trx, { actor, id: oldId }, { from: on, name: line.newName, source: line.source })
      changed.push('renamed')
      continue
    }
    const { kind, subject, source } = line
    await addSuccession(trx, { actor, id: oldId }, { newId, kind, subject, effectiveOn: on, source })
    changed.push('succession')
  }
  const main = lines.find(({ kind }) => kind === 'main')
  const mainId = main ? await heirOf(act, main) : null
  const ending = main ?? lines.find(({ kind }) => kind === 'abolished')
  if (ending) await endOld(act, ending, oldId, mainId, on)
  return {
    old,
    on,
    lines,
    main,
    heir: mainId === null ? null : { id: mainId, name: await nameOn(trx, mainId, on) },
    isEnded: (await agencyOn(trx, oldId, on)) === undefined,
  }
}

/** The new agency of a line; founded if the plan founds it, once for all lines with its name. */
async function heirOf(act: Act, line: PlanLine): Promise<number | null> {
  if (line.newId !== null || line.founding === null) return line.newId
  const key = fold(line.newName)
  const known = act.founded.get(key)
  if (known !== undefined) return known
  const { kind, parentId, abbreviation, codes } = line.founding
  const { trx, actor } = act
  const from = act.plan.lines
    .filter((other) => other.founding !== null && fold(other.newName) === key)
    .reduce((first, other) => (other.effectiveOn < first ? other.effectiveOn : first), line.effectiveOn)
  const { source } = line
  const id = await foundAgency(trx, { actor }, { name: line.newName, abbreviation, kind, parentId, from, source })
  for (const { scheme, code } of codes) await addCode(trx, { actor, id }, { scheme, code, from, source })
  act.founded.set(key, id)
  act.lines.get(line.id)!.registry.push('founded')
  return id
}

/** Ends the old agency if it still exists; its units move to the main successor. */
async function endOld(act: Act, line: PlanLine, oldId: number, heirId: number | null, on: string): Promise<void> {
  const { trx, actor } = act
  const { source } = line
  const changed = act.lines.get(line.id)!
  // An agency that continues in the registry as a unit of its successor is not ended; nor are units already ended there.
  const isOver = (await agencyOn(trx, oldId, on)) === undefined
  if (isOver || !line.isKnown) {
    const units = heirId === null ? [] : await unitsOf(within<ReorganisationDb>(trx), oldId, on)
    for (const { id, from } of units) {
      if (id === heirId) continue
      await changePeriod(trx, { actor, id }, { from: from > on ? from : on, parentId: heirId, source })
    }
    if (units.length > 0) changed.others.units = units.length
  }
  if (isOver || line.isKnown) return
  await endAgency(trx, { actor, id: oldId }, { on, source, withUnits: heirId === null })
  changed.registry.push('ended')
}

/** Units under an agency on a day or later, with the first day of that period. */
async function unitsOf(
  trx: Transaction<ReorganisationDb>,
  id: number,
  on: string,
): Promise<{ id: number; from: string }[]> {
  const { rows } = await sql<{ id: number; from: string }>`
    select agency_id as id, coalesce(valid_from, ${on}::date) as "from" from registry.agency_card
    where parent_id = ${id} and valid && daterange(${on}::date, null)
    order by agency_id, valid`.execute(trx)
  return rows
}

async function moveTasks(act: Act, fate: Fate): Promise<void> {
  const { old, main, heir, lines, on } = fate
  if (lines.every(({ kind }) => kind === 'renamed')) return
  const { trx, actor, now } = act
  const abolished = lines.find(({ kind }) => kind === 'abolished')
  const open = await lockOpenParts(trx, old.id)
  const leads = open.filter(({ isLead }) => isLead).length
  for (const line of lines) if (line.kind === 'partial') act.lines.get(line.id)!.choosable = leads
  const moves: TaskMove[] = []
  for (const part of open) {
    const lead = part.isLead ? await leadOf(act, fate, part.taskId) : undefined
    if (lead) count(act, lead.line, part.taskId, 'lead')
    else if (part.isLead && abolished) count(act, abolished, part.taskId, 'undecided')
    const rest = main ?? abolished
    if (rest) countRest(act, rest, part)
    const reason = (lead?.line ?? rest)?.source ?? ''
    moves.push({
      taskId: part.taskId,
      from: old,
      ...(lead ? { leadTo: lead.to } : {}),
      ...(rest ? { restTo: heir } : {}),
      on,
      reason,
    })
  }
  const real = moves.filter(({ leadTo, restTo }) => leadTo !== undefined || restTo !== undefined)
  await succeedAll(trx, actor, real, now)
  if (abolished) block(act, abolished, old)
  if (main && heir) {
    const redirected = await redirectRequests(trx, old.id, heir.id)
    if (redirected > 0) act.lines.get(main.id)!.others.requests = redirected
  }
}

/** The new lead of a task and its line: as a person chose, else the main successor; undefined: no new lead. */
async function leadOf(act: Act, { lines, main, heir, on }: Fate, taskId: number) {
  const choice = act.choices.get(taskId)
  const line = lines.find(({ id }) => id === choice?.lineId)
  if (choice && line && (line.kind === 'partial' || line.kind === 'abolished')) {
    const id = line.kind === 'abolished' ? choice.agencyId : await heirOf(act, line)
    if (id !== null) return { line, to: { id, name: await nameOn(act.trx, id, on) } }
  }
  return main && heir ? { line: main, to: heir } : undefined
}

function count(act: Act, line: PlanLine, taskId: number, part: Move['part']): void {
  const outcome = act.lines.get(line.id)!
  outcome[COUNTED[part]] += 1
  act.moves.push({ lineId: line.id, taskId, part })
}

const COUNTED = { lead: 'leads', part: 'parts', followUp: 'followUps', undecided: 'undecided' } as const

function countRest(act: Act, line: PlanLine, { taskId, hasPart, isFollowUp }: OpenPart): void {
  if (hasPart) count(act, line, taskId, 'part')
  if (!isFollowUp) return
  count(act, line, taskId, line.kind === 'abolished' ? 'undecided' : 'followUp')
}

/** An agency without a successor leaves nothing behind: each task it leads or follows up must be assigned first. */
function block(act: Act, line: PlanLine, old: Heir): void {
  const { undecided } = act.lines.get(line.id)!
  if (undecided === 0) return
  act.blockers.push({
    lineId: line.id,
    code: 'reorganisation.undecided',
    message: `${old.name} giải thể còn ${undecided} nhiệm vụ đang mở chưa có cơ quan nhận. Hãy chọn cơ quan nhận từng nhiệm vụ.`,
    count: undecided,
  })
}

/** Moves people and everything else that depends on an agency that no longer exists. */
async function movePeople(act: Act, { old, on, main, heir, lines, isEnded }: Fate): Promise<void> {
  const line = main ?? lines.find(({ kind }) => kind === 'abolished')
  if (!line || !isEnded) return
  const { trx, actor, now } = act
  const { source } = line
  const outcome = act.lines.get(line.id)!
  const inheritance = { from: old.id, to: heir?.id ?? null, on, source, now }
  const { people, ...rest } = await inheritAgency(trx, actor, inheritance)
  act.people.push(...people.map((person) => ({ lineId: line.id, ...person })))
  const passed = await act.succeed(trx, actor, { ...inheritance, from: old })
  const others = { posts: people.length, ...rest, ...passed }
  for (const [name, moved] of Object.entries(others)) if (moved > 0) outcome.others[name] = moved
}

async function nameOn(trx: AnyTransaction, id: number, on: string): Promise<string> {
  const there = await agencyOn(trx, id, on)
  if (there) return there.name
  const { name } = await within<ReorganisationDb>(trx)
    .selectFrom('registry.agency_latest')
    .select('name')
    .where('agency_id', '=', id)
    .executeTakeFirstOrThrow()
  return name ?? ''
}

function conclude({ lines, people, blockers, moves, plan }: Act): Done {
  const outcome: Outcome = {
    lines: [...lines.values()],
    tasks: new Set(moves.map(({ taskId }) => taskId)).size,
    people,
    blockers,
  }
  const content = JSON.stringify([
    outcome.lines.map((line) => [line.lineId, line.registry, Object.entries(line.others).sort()]),
    people.map(({ lineId, personId }) => [lineId, personId]),
    moves.map(({ lineId, part, taskId }) => `${lineId} ${part} ${taskId}`).sort(),
    plan.choices,
  ])
  return { outcome, moves, digest: createHash('sha256').update(content).digest('hex') }
}
