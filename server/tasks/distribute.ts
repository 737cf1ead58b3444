import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import { type AnyHandle, type Handle, reading, type Transaction } from '../platform/db.ts'
import { Conflict, Invalid } from '../platform/errors.ts'
import { agencyOn, membersOf } from '../registry/index.ts'
import { type TaskOf, taskToChange, taskToRead } from './access.ts'
import type { Distribute } from './act-shapes.ts'
import { assignedAs } from './assign.ts'
import { carryOut } from './carry-out.ts'
import { refsOfMembers, saveCollectives } from './collective.ts'
import type { TasksDb } from './db.ts'
import { dueFact, firstDueFact, followUpFact, leadFact, stateFact } from './facts.ts'
import { move } from './progress.ts'
import type { DeadlineColumns, PartyColumns, TargetColumns, TaskColumns, TaskRows } from './rows.ts'
import { addRows, saveRows } from './save-rows.ts'
import type { TaskMembers } from './shapes.ts'
import { saveTask } from './store.ts'
import { whenOf } from './when.ts'

interface Agency {
  id: number
  name: string
}

/**
 * What a phrase for many agencies was given is given to each of them, by the follow-up unit, with a reason. To the leads: from
 * today a task for each, and the one task no longer counts; up to yesterday, and for whatever was known before, it does. To the
 * coordinating units: a part for each in the same task. Returns the next version of the task.
 */
export async function distribute(
  trx: Transaction<TasksDb>,
  ask: Ask,
  { role, agencyIds, reason }: Distribute,
): Promise<number> {
  const task = await taskToChange(trx, ask, 'distribute')
  move(task.state, 'distribute')
  const phrase = joined(await phrasesOf(trx, task.task_id)).find((one) => one.role === role)
  if (!phrase) {
    throw new Conflict(
      'task.not_collective',
      'Nhiệm vụ này không giao cho cách gọi chung nào ở vai trò đó. Hãy tải lại để xem các cơ quan hiện nay.',
    )
  }
  const agencies = await agenciesToday(trx, ask, agencyIds)
  return role === 'lead'
    ? toEachLead(trx, ask, task, phrase, agencies, reason)
    : toEachCoordinating(trx, ask, task, phrase, agencies, reason)
}

async function toEachLead(
  trx: Transaction<TasksDb>,
  ask: Ask,
  task: TaskOf,
  phrase: Phrase,
  agencies: readonly Agency[],
  reason: string,
): Promise<number> {
  const when = whenOf(ask)
  const whole = await wholeOf(trx, task.task_id)
  const ref = whole.task.source_ref ?? whole.code
  const collective = { ref, form: 'each', namedAs: phrase.named_as, title: whole.task.title } as const
  const source = { kind: whole.task.source_kind, id: whole.task.source_id }
  const ids = await saveCollectives(
    trx,
    source,
    [{ collective: { ...collective, membersOn: whole.task.assigned_on } }],
    {
      ...when,
      fromTaskId: task.task_id,
    },
  )
  const refs = refsOfMembers(
    ref,
    agencies.map((_, place) => place + 1),
    await refsOfSource(trx, source),
  )
  const rows = agencies.map((agency, place) => ofMember(whole, agency, refs[place]!, ids.get(ref)!, when))
  const saved = await saveRows(trx, rows)
  const version = await carryOut(trx, ask, task, { act: 'distribute', reason }, { agencies: namesOf(agencies) })
  for (const [place, { id, code }] of saved.entries()) {
    await record(trx, ask.actor, 'task.assigned', {
      subject: { kind: 'task', id },
      on: when.on,
      at: when.at,
      after: assignedAs(rows[place]!, code),
      detail: { source: whole.task.source_number, ref: refs[place], distributedFrom: whole.code },
    })
  }
  return version
}

/** The part of the phrase ends today and those of the agencies begin; one that has a part keeps the one it has. */
async function toEachCoordinating(
  trx: Transaction<TasksDb>,
  ask: Ask,
  task: TaskOf,
  phrase: Phrase,
  agencies: readonly Agency[],
  reason: string,
): Promise<number> {
  const when = whenOf(ask)
  const parties = await partiesInForce(trx, task.task_id)
  const fresh = agencies.filter(({ id }) => !parties.some(({ agency_id }) => agency_id === id))
  const { last } = await trx
    .selectFrom('tasks.party')
    .select((of) => of.fn.max('position').as('last'))
    .where('task_id', '=', task.task_id)
    .executeTakeFirstOrThrow()
  await trx
    .updateTable('tasks.party')
    .set({ ended_on: when.on, ended_at: when.at })
    .where('task_id', '=', task.task_id)
    .where('role', '=', phrase.role)
    .where('position', '=', phrase.position)
    .execute()
  await addRows(
    trx,
    'tasks.party',
    fresh.map((agency, place) => ({
      task_id: task.task_id,
      ...partyOf(agency, 'coordinating', when),
      position: last + place + 1,
      scope: phrase.scope,
    })),
  )
  const version = await saveTask(trx, task.task_id, when, {})
  await record(trx, ask.actor, 'task.coordinatingDistributed', {
    subject: { kind: 'task', id: task.task_id },
    on: when.on,
    at: when.at,
    before: { coordinating: phrase.named_as },
    after: { coordinating: namesOf(fresh) },
    detail: { reason },
  })
  return version
}

const namesOf = (agencies: readonly Agency[]): string => agencies.map(({ name }) => name).join('; ')

interface Whole {
  code: string
  task: TaskColumns
  parties: PartyColumns[]
  deadlines: DeadlineColumns[]
  targets: TargetColumns[]
}

/** The task of one agency: as the whole stands today, not begun. It was given on the day the whole was, and counts from today. */
function ofMember(
  { task, parties, deadlines, targets }: Whole,
  agency: Agency,
  ref: string,
  collectiveId: number,
  when: { on: string; at: string; by: string },
): TaskRows {
  const { on, at, by } = when
  const others = parties.filter(({ is_accountable, is_collective, role, agency_id }) =>
    role === 'coordinating' ? agency_id !== agency.id : !is_accountable && !is_collective && agency_id !== agency.id,
  )
  return {
    task: {
      ...task,
      source_ref: ref,
      collective_id: collectiveId,
      state: 'assigned',
      lead_agency_id: agency.id,
      claimed_on: null,
      completed_on: null,
      percent: 0,
      version: 1,
      created_at: at,
      changed_at: at,
      changed_by: by,
    },
    parties: [
      { ...partyOf(agency, 'lead', when), is_accountable: true },
      ...others.map((party) => ({ ...party, since_on: on, known_at: at })),
    ].map((party, place) => ({ ...party, position: place + 1 })),
    deadlines,
    targets,
    progressReports: [],
    facts: [
      stateFact(on, at, 'assigned'),
      leadFact(on, at, agency.id),
      followUpFact(on, at, task.follow_up_agency_id),
      firstDueFact(on, at, task.first_due_on),
      dueFact(on, at, task.due_on),
    ],
  }
}

function partyOf(agency: Agency, role: 'lead' | 'coordinating', { on, at }: { on: string; at: string }): PartyColumns {
  return {
    agency_id: agency.id,
    role,
    is_accountable: false,
    is_collective: false,
    scope: null,
    named_as: agency.name,
    position: 1,
    since_on: on,
    known_at: at,
    ended_on: null,
    ended_at: null,
  }
}

/** The rows of a task as it stands: parts and deadlines in force. */
async function wholeOf(trx: Transaction<TasksDb>, id: number): Promise<Whole> {
  const {
    searched: _,
    task_id: __,
    code,
    ...task
  } = await trx.selectFrom('tasks.task').selectAll().where('task_id', '=', id).executeTakeFirstOrThrow()
  const deadlines = await trx
    .selectFrom('tasks.deadline')
    .selectAll()
    .where('task_id', '=', id)
    .where('replaced_on', 'is', null)
    .where('done_on', 'is', null)
    .orderBy('position')
    .execute()
  const targets = await trx
    .selectFrom('tasks.target')
    .selectAll()
    .where('task_id', '=', id)
    .orderBy('position')
    .execute()
  return {
    code,
    task: task as TaskColumns,
    parties: await partiesInForce(trx, id),
    deadlines: deadlines.map(({ deadline_id: _, task_id: __, ...row }) => row as DeadlineColumns),
    targets: targets.map(({ target_id: _, task_id: __, ...row }) => row as TargetColumns),
  }
}

async function partiesInForce(trx: Transaction<TasksDb>, id: number): Promise<PartyColumns[]> {
  const rows = await trx
    .selectFrom('tasks.party')
    .selectAll()
    .where('task_id', '=', id)
    .where('ended_on', 'is', null)
    .orderBy('position')
    .execute()
  return rows.map(({ task_id: _, ...row }) => row as PartyColumns)
}

async function refsOfSource(
  trx: Transaction<TasksDb>,
  { kind, id }: { kind: string; id: number | null },
): Promise<Set<string>> {
  const { rows } = await sql<{ ref: string }>`
    select source_ref as ref from tasks.task
    where source_kind = ${kind} and source_id is not distinct from ${id}::bigint and source_ref is not null`.execute(
    trx,
  )
  return new Set(rows.map(({ ref }) => ref))
}

/** The agencies by id with their names today. Throws naming the one that does not exist. */
async function agenciesToday(trx: Transaction<TasksDb>, ask: Ask, ids: readonly number[]): Promise<Agency[]> {
  const on = dayInVietnam(ask.now)
  const found: Agency[] = []
  for (const [place, id] of ids.entries()) {
    const agency = await agencyOn(trx, id, on)
    if (!agency) {
      const message = 'Cơ quan này không có hoặc không còn hoạt động. Hãy chọn cơ quan khác.'
      throw new Invalid('task.no_such_agency', message, {
        fields: [{ path: `agencyIds.${place}`, code: 'task.no_such_agency', message }],
      })
    }
    found.push({ id, name: agency.name })
  }
  return found
}

interface Phrase {
  role: 'lead' | 'coordinating'
  named_as: string
  scope: string | null
  position: number
}

/** Groups that lead are given theirs in one act: what is left to a phrase nobody carries out. */
function joined(phrases: readonly Phrase[]): (Phrase & { names: string[] })[] {
  const leads = phrases.filter(({ role }) => role === 'lead')
  const others = phrases.filter(({ role }) => role !== 'lead').map((one) => ({ ...one, names: [one.named_as] }))
  const names = leads.map(({ named_as }) => named_as)
  return leads[0] ? [{ ...leads[0], named_as: names.join('; '), names }, ...others] : others
}

/** The phrases for many agencies that still have a part in a task. */
async function phrasesOf(db: Handle<TasksDb>, taskId: number): Promise<Phrase[]> {
  const rows = await db
    .selectFrom('tasks.party')
    .select(['role', 'named_as', 'scope', 'position'])
    .where('task_id', '=', taskId)
    .where('is_collective', '=', true)
    .where('ended_on', 'is', null)
    .orderBy('position')
    .execute()
  return rows as Phrase[]
}

/**
 * Whom the phrases of a task mean: the members of the day it was given or, of those that have ended, the agencies that replaced
 * them. None where the phrase does not say ("các cơ quan liên quan").
 */
export async function membersOfTask(
  handle: AnyHandle,
  actor: Actor,
  id: number,
  today: string,
): Promise<{ phrases: TaskMembers['phrases'] }> {
  const db = reading<TasksDb>(handle)
  const task = await taskToRead(handle, actor, id)
  const phrases = joined(await phrasesOf(db, id))
  return {
    phrases: await Promise.all(
      phrases.map(async ({ role, named_as, names }) => {
        const groups: Agency[][] = []
        for (const name of names)
          groups.push((await membersOf(handle, name, task.assigned_on, { within: task.lead_agency_id })) ?? [])
        const members = groups.flat()
        return {
          role,
          namedAs: named_as,
          membersOn: task.assigned_on,
          agencies: await whoTheyAre(db, members, today),
        }
      }),
    ),
  }
}

async function whoTheyAre(db: Handle<TasksDb>, members: readonly Agency[], today: string): Promise<Agency[]> {
  const { rows } = await sql<Agency>`
    select distinct on (c.agency_id) c.agency_id as id, c.name, min(m.place) over (partition by c.agency_id) as place
    from unnest(${members.map(({ id }) => id)}::bigint[]) with ordinality m (id, place)
    left join registry.heirs(${today}::date) h on h.agency_id = m.id
    join registry.agency_card c on c.agency_id = coalesce(h.heir_id, m.id) and c.valid @> ${today}::date
    order by c.agency_id`.execute(db)
  return (rows as (Agency & { place: number })[])
    .sort((one, other) => one.place - other.place)
    .map(({ id, name }) => ({ id, name }))
}
