import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { addDays, dayInVietnam } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import { Problem } from '../platform/errors.ts'
import { freshApp } from '../test/app.ts'
import { amend } from './amend.ts'
import { callForReport } from './call-for-report.ts'
import { confirm, correct, sendBack } from './confirm.ts'
import { decide } from './decide.ts'
import type { Partition } from './figure-shapes.ts'
import { receive } from './receive.ts'
import { reportDone, reportProgress } from './report.ts'
import { requestExtension, requestReturn, requestTransfer } from './request.ts'
import { STANDINGS, type State } from './shapes.ts'
import { standing } from './standing.ts'
import { statistics } from './statistics.ts'
import { cancel, extend, transfer } from './steer.ts'
import { aDeadline, agenciesOf, aSource, aTask, FINANCE, given, HOME, PLANNING } from './task.fixture.ts'

const START = '2021-01-12'
const LAST = 75

const KINDS = [
  'receive',
  'progress',
  'done',
  'confirm',
  'sendBack',
  'extend',
  'requestExtension',
  'requestReturn',
  'requestTransfer',
  'decide',
  'transfer',
  'cancel',
  'correct',
  'callForReport',
  'amendLead',
  'amendDueDay',
] as const
type Kind = (typeof KINDS)[number]

/** What people mostly do to a task in each state. Other acts are tried now and then, and mostly refused. */
const LIKELY: Record<State, readonly Kind[]> = {
  assigned: [
    'receive',
    'receive',
    'receive',
    'receive',
    'requestReturn',
    'requestTransfer',
    'transfer',
    'extend',
    'decide',
    'amendLead',
    'amendDueDay',
    'callForReport',
  ],
  received: [
    'done',
    'done',
    'progress',
    'requestExtension',
    'requestReturn',
    'decide',
    'transfer',
    'amendDueDay',
    'callForReport',
  ],
  inProgress: [
    'done',
    'done',
    'progress',
    'extend',
    'requestExtension',
    'requestTransfer',
    'decide',
    'decide',
    'amendLead',
    'amendDueDay',
  ],
  reportedDone: ['confirm', 'confirm', 'confirm', 'sendBack', 'extend', 'amendDueDay'],
  confirmed: ['correct', 'correct', 'amendLead', 'amendDueDay'],
  returned: ['transfer'],
  cancelled: KINDS,
}

interface Command {
  gap: number
  task: number
  /** Picks a likely act; in a tenth of cases any act. */
  choice: number
  days: number
  lead: number
  yes: boolean
}

const command: fc.Arbitrary<Command> = fc.record({
  gap: fc.integer({ min: 0, max: 4 }),
  task: fc.integer({ min: 0, max: 2 }),
  choice: fc.nat(999),
  days: fc.integer({ min: 0, max: 25 }),
  lead: fc.integer({ min: 0, max: 2 }),
  yes: fc.boolean(),
})

const kindOf = (choice: number, state: State): Kind => {
  const kinds = choice < 100 ? KINDS : LIKELY[state]
  return kinds[choice % kinds.length]!
}

/** What happened to one task, as a clerk would note it: the day, and what was true from then on or from another day. */
interface Note {
  on: string
  /** Where it differs: what was entered wrongly is amended from the day it was entered for. */
  from?: string
  state?: string
  lead?: number
  due?: string
  firstDue?: string
  completedOn?: string | null
}

/** The task on a day, from what was noted by the end of another: the model that the database is compared with. */
function modelOf(notes: readonly Note[], asOf: string, knownOn: string) {
  const known = notes.filter(({ on }) => on <= knownOn)
  const fromOf = ({ on, from = on }: Note) => from
  const last = <K extends 'state' | 'lead' | 'due' | 'firstDue'>(what: K) =>
    known
      .filter((note) => note[what] !== undefined && fromOf(note) <= asOf)
      .reduce<Note | undefined>((best, note) => (best && fromOf(best) > fromOf(note) ? best : note), undefined)?.[what]
  const state = last('state')
  if (state === undefined || state === 'cancelled') return null
  const completed = known.findLast((note) => note.completedOn !== undefined)?.completedOn ?? null
  const completedOn = completed !== null && completed <= asOf ? completed : null
  return {
    state,
    lead: last('lead')!,
    firstDue: last('firstDue')!,
    standing: standing(last('due')!, completedOn, asOf),
  }
}

test('after any acts on any days the four add up, and a past day gives the same figures forever', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const follow = (await app.as('followUp')).actor
  const officers = new Map<number, Actor>([
    [agencies.finance, (await app.as('officer', { agency: FINANCE })).actor],
    [agencies.planning, (await app.as('officer', { agency: PLANNING })).actor],
    [agencies.home, (await app.as('officer', { agency: HOME })).actor],
    [agencies.office, follow],
  ])
  const leads = [agencies.finance, agencies.planning, agencies.home]
  let directive = 0
  const accepted = new Map<Kind, number>()
  let refused = 0

  const property = fc.asyncProperty(
    fc.array(command, { minLength: 20, maxLength: 40, size: 'max' }),
    fc.array(fc.tuple(fc.integer({ min: -2, max: LAST }), fc.integer({ min: -2, max: LAST })), {
      minLength: 6,
      maxLength: 6,
    }),
    async (commands, queries) => {
      directive += 1
      app.clock.set(START)
      const notes: Note[][] = []
      const ids: number[] = []
      for (const [place, days] of [5, 20, 45].entries()) {
        const due = addDays(START, days)
        ids.push(await given(app, aSource(agencies, { id: directive }), aTask(`${place}`, leads[place]!, due)))
        notes.push([{ on: START, state: 'assigned', lead: leads[place]!, due, firstDue: due }])
      }
      const answers = new Map<string, Partition>()
      const totalOf = async (asOf: string, knownOn?: string) =>
        (await statistics(app.db, follow, { source: `directive:${directive}`, asOf, knownOn }, asOf)).total

      let today = START
      for (const one of commands) {
        const next = addDays(today, one.gap)
        if (next > addDays(START, LAST)) break
        if (next > today) answers.set(today, await totalOf(today))
        today = next
        app.clock.set(today)
        const noted = await carry(ids[one.task]!, one)
        for (const note of noted) notes[one.task]!.push({ on: today, ...note })
      }

      for (const [day, before] of answers) assert.deepEqual(await totalOf(day), before, `as of ${day}, read again`)
      for (const [asOfDay, knownDay] of [...queries, [LAST, LAST] as const]) {
        const asOf = addDays(START, asOfDay)
        const knownOn = addDays(START, knownDay)
        const expected = notes.map((of) => modelOf(of, asOf, knownOn))
        const { rows } = await sql<{
          task_id: number
          state: string
          lead: number
          firstDue: string
          standing: string
        }>`
          select a.task_id, a.state, a.lead_agency_id as lead, a.standing, f.first_due_on as "firstDue"
          from tasks.as_of(${asOf}::date, tasks.end_of_day(${knownOn}::date)) a
          join tasks.as_of_facts(${asOf}::date, tasks.end_of_day(${knownOn}::date)) f on f.task_id = a.task_id
          where a.task_id = any(${ids})`.execute(app.db)
        assert.deepEqual(
          ids.map((id) => {
            const row = rows.find(({ task_id }) => task_id === id)
            if (row === undefined) return null
            return { state: row.state, lead: row.lead, firstDue: row.firstDue, standing: row.standing }
          }),
          expected,
          `as of ${asOf}, known on ${knownOn}`,
        )
        const total = await totalOf(asOf, knownOn)
        assert.equal(total.assigned, expected.filter(Boolean).length)
        assert.equal(total.assigned, total.doneOnTime + total.doneLate + total.openInTerm + total.openOverdue)
        for (const name of STANDINGS) assert.equal(total[name], expected.filter((one) => one?.standing === name).length)
      }
    },
  )
  await fc.assert(property, { numRuns: 20, interruptAfterTimeLimit: 60_000 })
  // Histories in which every act is refused would prove nothing.
  const counts = JSON.stringify(Object.fromEntries(accepted))
  assert.ok([...accepted.values()].reduce((all, n) => all + n, 0) > 200, `done: ${counts}; refused: ${refused}`)
  // An act that ends a task (cancel) is rare, and a run may by chance lack two or three kinds.
  const missing = KINDS.filter((kind) => !accepted.has(kind))
  assert.ok(missing.length <= 3, `no history holds ${missing.join(', ')}: ${counts}`)

  /** Tries the act; returns what a clerk would note: nothing where it was refused. */
  async function carry(id: number, { choice, days, lead: leadIndex, yes }: Command): Promise<Omit<Note, 'on'>[]> {
    const { rows } = await sql<{
      version: number
      lead: number
      state: State
      due: string
      claimed: string | null
      since: string
      is_granted: boolean
      request: { request_id: number; kind: string; new_due_on: string | null; new_agency_id: number | null } | null
    }>`
      select version, lead_agency_id as lead, state, due_on as due, claimed_on as claimed,
             (select since_on from tasks.party p where p.task_id = t.task_id and is_accountable and ended_on is null) as since,
             exists (select from tasks.deadline d where d.task_id = t.task_id and d.approved_by is not null
                       and d.set_on = ${START}::date) as is_granted,
             (select to_jsonb(r) from tasks.request r where r.task_id = t.task_id and decision is null
              order by request_id limit 1) as request
      from tasks.task t where task_id = ${id}`.execute(app.db)
    const task = rows[0]!
    const kind = kindOf(choice, task.state)
    const now = app.clock.now()
    const today = dayInVietnam(now)
    const askOf = (actor: Actor): Ask => ({ actor, id, version: task.version, now })
    const lead = askOf(officers.get(task.lead)!)
    const giver = askOf(follow)
    const reason = 'Lý do'
    const basis = { reason, document: { number: '9/VPCP', issuedOn: START }, file: undefined }
    const to = leads[leadIndex]!
    const doing = (act: Parameters<ReturnType<typeof app.db.transaction>['execute']>[0]) =>
      app.db.transaction().execute(act)
    try {
      const noted = await once()
      accepted.set(kind, (accepted.get(kind) ?? 0) + 1)
      return Array.isArray(noted) ? noted : [noted]
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refused += 1
      return []
    }

    async function once(): Promise<Omit<Note, 'on'> | Omit<Note, 'on'>[]> {
      switch (kind) {
        case 'receive':
          await doing((trx) => receive(trx, lead))
          return { state: 'received' }
        case 'progress':
          await doing((trx) => reportProgress(trx, lead, { percent: days, body: 'Đang làm' }))
          return { state: 'inProgress' }
        case 'done':
          await doing((trx) => reportDone(trx, lead, { completedOn: addDays(today, -days), body: 'Xong' }))
          return { state: 'reportedDone' }
        case 'confirm':
          await doing((trx) => confirm(trx, giver))
          return { state: 'confirmed', completedOn: task.claimed }
        case 'sendBack':
          await doing((trx) => sendBack(trx, giver, { reason }))
          return { state: 'inProgress' }
        case 'extend': {
          const due = addDays(task.due, days)
          await doing((trx) => extend(trx, giver, { newDueOn: due, reason, approvedBy: '1/VPCP' }))
          return { due }
        }
        case 'requestExtension':
          await doing((trx) => requestExtension(trx, lead, { newDueOn: addDays(task.due, days), reason }))
          return {}
        case 'requestReturn':
          await doing((trx) => requestReturn(trx, lead, { reason }))
          return {}
        case 'requestTransfer':
          await doing((trx) => requestTransfer(trx, lead, { agencyId: to, reason }))
          return {}
        case 'decide': {
          const { request } = task
          const decision = yes ? 'granted' : 'refused'
          await doing((trx) =>
            decide(trx, giver, { requestId: request?.request_id ?? 0, decision, approvedBy: '2/VPCP' }),
          )
          if (!yes) return {}
          if (request!.kind === 'extension') return { due: request!.new_due_on! }
          return request!.kind === 'return'
            ? { state: 'returned', lead: agencies.office }
            : { state: 'assigned', lead: request!.new_agency_id! }
        }
        case 'transfer':
          await doing((trx) => transfer(trx, giver, { agencyId: to, reason }))
          return { state: 'assigned', lead: to }
        case 'cancel':
          await doing((trx) => cancel(trx, giver, { reason }))
          return { state: 'cancelled' }
        case 'correct': {
          const completedOn = yes ? addDays(today, -days) : null
          await doing((trx) => correct(trx, giver, { completedOn, reason }))
          return completedOn === null ? { state: 'inProgress', completedOn } : { completedOn }
        }
        case 'callForReport':
          await doing((trx) => callForReport(trx, giver, { dueOn: addDays(today, days) }))
          return {}
        case 'amendLead': {
          const parties = [{ role: 'lead' as const, name: 'Cơ quan đúng', accountable: true, agencyId: to }]
          await doing((trx) => amend(trx, giver, { ...basis, parties }, app))
          if (to === task.lead) return {}
          return [{ lead: to, from: task.since }, task.state === 'confirmed' ? {} : { state: 'assigned' }]
        }
        case 'amendDueDay': {
          const day = addDays(START, days * 2)
          const { isMilestone: milestone, isStrict: strict, literal: text, ...deadline } = aDeadline(day)
          await doing((trx) =>
            amend(trx, giver, { ...basis, deadlines: [{ ...deadline, milestone, strict, text }] }, app),
          )
          // What was granted on the first day itself stays the last word on it.
          return { from: START, firstDue: day, ...(task.is_granted ? {} : { due: day }) }
        }
      }
    }
  }
})
