import { isDeepStrictEqual } from 'node:util'
import { formatDay } from '../platform/calendar.ts'
import { type Field, wrong } from '../platform/errors.ts'
import { type NewTask, problemsOf, refuse } from './assign.ts'
import type { When } from './consequences.ts'
import type { Amend, AmendDeadline, AmendParty, AmendTarget } from './content-shapes.ts'
import { deadlineRow, type NewDeadline, type Recurrence, termOf } from './deadline.ts'
import { dueFact, firstDueFact, leadFact, stateFact } from './facts.ts'
import { move } from './progress.ts'
import type { DeadlineColumns, FactColumns, PartyColumns, TargetColumns, TaskColumns } from './rows.ts'

/**
 * What an amendment changes. What was entered wrongly counts, as known from now on, as if it had been entered right: a lead
 * since its part began, a due day since the day of assignment. As known before, nothing changes. Pure: rows in, rows out.
 */

type StatedTarget = Omit<TargetColumns, 'position' | 'comparator'> & Pick<AmendTarget, 'comparator'>
type Stated = Pick<TaskColumns, 'title' | 'content' | 'product'>

/** A task as its source states it: the rows in force. */
export interface Stand extends Stated, Pick<TaskColumns, 'state' | 'assigned_on' | 'lead_agency_id' | 'first_due_on'> {
  due_on: string | null
  deadline_kind: TaskColumns['deadline_kind']
  recurs: string | null
  parties: PartyColumns[]
  /** Stated by the source; the final one may be replaced by a later day that was granted. */
  deadlines: (DeadlineColumns & { deadline_id: number })[]
  /** The days from which a later day was granted. */
  grantedSince: string[]
  targets: (TargetColumns & { target_id: number })[]
}

export interface Amended {
  patch: Partial<
    Stated &
      Pick<TaskColumns, 'state' | 'lead_agency_id' | 'deadline_kind' | 'first_due_on' | 'due_on'> & {
        recurs: Recurrence | null
      }
  >
  facts: FactColumns[]
  /** Parts that were entered wrongly, and those that should have been entered. */
  wrongParties: Pick<PartyColumns, 'role' | 'position'>[]
  parties: Omit<PartyColumns, 'position'>[]
  wrongDeadlines: number[]
  deadlines: (Omit<DeadlineColumns, 'position'> & { position: number | null })[]
  wrongTargets: number[]
  /** `takesFrom`: the target whose measurements are of this one. */
  targets: (StatedTarget & { position: number | null; takesFrom: number | null })[]
  /** Coordinating agencies that are no longer named. */
  noLongerCoordinating: number[]
  hasOtherLead: boolean
  before: Record<string, unknown>
  after: Record<string, unknown>
}

/** Throws `Invalid` naming the fields, `task.wrong_state` (409) where the state does not allow it. */
export function amendmentOf(stand: Stand, input: Amend, when: When): Amended {
  const made: Amended = {
    patch: {},
    facts: [],
    wrongParties: [],
    parties: [],
    wrongDeadlines: [],
    deadlines: [],
    wrongTargets: [],
    targets: [],
    noLongerCoordinating: [],
    hasOtherLead: false,
    before: {},
    after: {},
  }
  move(stand.state, 'amend')
  const deadlines = input.deadlines?.map(newDeadline)
  refuse(problemsIn(stand, input, deadlines ?? stand.deadlines.map(statedDeadline), when.on))
  for (const name of ['title', 'content', 'product'] as const) {
    const value = input[name] === undefined ? stand[name] : input[name]?.trim() || null
    if (value === stand[name]) continue
    Object.assign(made.patch, { [name]: value })
    note(made, name, stand[name], value)
  }
  if (input.parties) amendParties(made, stand, input.parties, when)
  if (input.deadlines && deadlines) amendDeadlines(made, stand, input.deadlines, deadlines, when)
  if (input.targets) amendTargets(made, stand, input.targets)
  if (Object.keys(made.after).length === 0) {
    throw wrong(
      'reason',
      'task.nothing_amended',
      'Chưa có nội dung nào khác với nội dung đang ghi. Hãy sửa chỗ cần đính chính.',
    )
  }
  return made
}

/** The same checks as when a task is assigned, and a day for every deadline of a kind that has one. */
function problemsIn(stand: Stand, input: Amend, deadlines: NewDeadline[], today: string): Field[] {
  const task: NewTask = {
    ref: '0',
    groupTitle: null,
    title: input.title ?? stand.title,
    content: input.content ?? stand.content,
    product: null,
    implements: [],
    span: null,
    sentence: null,
    parties: (input.parties ?? stand.parties.map(statedParty)).map(({ role, agencyId, name, accountable }) => ({
      role,
      agencyId,
      namedAs: name,
      scope: null,
      isAccountable: accountable,
    })),
    deadlines,
    targets: (input.targets ?? []).map(({ text: literal, id: _, ...target }) => ({ literal, ...target })),
  }
  const source = { kind: '', id: null, number: null, title: null, assignedOn: stand.assigned_on, followUpAgencyId: 0 }
  const found = problemsOf(source, [task], today).map(({ path, ...field }) => ({ ...field, path: path.slice(2) }))
  const without = deadlines.flatMap(({ kind, dueOn, isMilestone }, place) =>
    dueOn === null && (isDated(kind) || isMilestone)
      ? {
          path: `deadlines.${place}.dueOn`,
          code: 'task.day_missing',
          message: 'Thời hạn chưa có ngày cuối cùng. Hãy nhập ngày, hoặc đổi sang loại không có ngày.',
        }
      : [],
  )
  return [...found, ...without]
}

const isDated = (kind: NewDeadline['kind']) => !['standing', 'perRegulation', 'none'].includes(kind)

function amendParties(made: Amended, stand: Stand, input: readonly AmendParty[], { on, at }: When): void {
  const accountable =
    input.find((party) => party.accountable && party.role === 'lead' && party.agencyId !== null) ??
    input.find(({ role, agencyId }) => role === 'lead' && agencyId !== null)!
  const given = input.map((party) => ({
    role: party.role,
    name: party.name.trim(),
    accountable: party === accountable,
    agencyId: party.agencyId,
    scope: party.scope?.trim() || null,
  }))
  const left = [...stand.parties]
  const added = given.filter((party) => {
    const place = left.findIndex((old) => isDeepStrictEqual(statedParty(old), party))
    if (place >= 0) left.splice(place, 1)
    return place < 0
  })
  if (left.length === 0 && added.length === 0) return
  const former = stand.parties.find(({ is_accountable }) => is_accountable)
  made.wrongParties = left.map(({ role, position }) => ({ role, position }))
  made.parties = added.map((party) => ({
    agency_id: party.agencyId,
    role: party.role,
    is_accountable: party.accountable,
    // The same words still stand for several agencies, and may be distributed.
    is_collective: stand.parties.some((old) => old.is_collective && old.named_as === party.name),
    scope: party.scope,
    named_as: party.name,
    since_on: party.accountable
      ? (former?.since_on ?? stand.assigned_on)
      : (left.find(({ agency_id }) => agency_id !== null && agency_id === party.agencyId)?.since_on ??
        stand.assigned_on),
    known_at: at,
    ended_on: null,
    ended_at: null,
  }))
  const stillIn = new Set(given.filter(({ role }) => role === 'coordinating').map(({ agencyId }) => agencyId))
  made.noLongerCoordinating = left.flatMap(({ role, agency_id }) =>
    role === 'coordinating' && agency_id !== null && !stillIn.has(agency_id) ? agency_id : [],
  )
  note(made, 'parties', stand.parties.map(statedParty), given)
  const leadId = accountable.agencyId!
  if (leadId === stand.lead_agency_id) return
  made.hasOtherLead = true
  const state = move(stand.state, 'amendLead')
  note(made, 'leadAgencyId', stand.lead_agency_id, leadId)
  Object.assign(made.patch, { lead_agency_id: leadId })
  made.facts.push(leadFact(former?.since_on ?? stand.assigned_on, at, leadId))
  if (state === stand.state) return
  // The agency that should have been named has received nothing yet.
  Object.assign(made.patch, { state })
  made.facts.push(stateFact(on, at, state))
  note(made, 'state', stand.state, state)
}

function amendDeadlines(
  made: Amended,
  stand: Stand,
  input: readonly AmendDeadline[],
  given: readonly NewDeadline[],
  { at, by }: When,
): void {
  const term = termOf(given)
  const rows = term.deadlines.map((deadline, place) => ({ deadline, id: input[place]!.id }))
  const known = new Map(stand.deadlines.map((row) => [row.deadline_id, row]))
  for (const [place, { id }] of rows.entries()) {
    if (id !== undefined && !known.has(id))
      throw wrong(`deadlines.${place}`, 'task.no_such_deadline', 'Thời hạn này không còn áp dụng. Hãy tải lại trang.')
  }
  const stays = new Set(
    rows.flatMap(({ deadline, id }) => {
      const row = id === undefined ? undefined : known.get(id)
      return row && isDeepStrictEqual(statedDeadline(row), deadline) ? row.deadline_id : []
    }),
  )
  const left = stand.deadlines.filter(({ deadline_id }) => !stays.has(deadline_id))
  const added = rows.filter(({ id }) => id === undefined || !stays.has(id))
  if (left.length === 0 && added.length === 0) return
  const isExtended = stand.grantedSince.length > 0
  const granted = stand.deadlines.find(({ is_milestone, replaced_on }) => !is_milestone && replaced_on !== null)
  made.wrongDeadlines = left.map(({ deadline_id }) => deadline_id)
  made.deadlines = added.map(({ deadline, id }) => {
    const old = id === undefined ? undefined : known.get(id)
    const isReplaced = isExtended && deadline.dueOn !== null && !deadline.isMilestone
    return {
      ...deadlineRow(deadline, { on: stand.assigned_on, at, by }),
      position: old?.position ?? null,
      // The day granted later still replaces it.
      replaced_on: isReplaced ? (granted?.replaced_on ?? stand.grantedSince[0]!) : null,
      replaced_at: isReplaced ? (granted?.replaced_at ?? at) : null,
      done_on: deadline.isMilestone ? (old?.done_on ?? null) : null,
      done_at: deadline.isMilestone ? (old?.done_at ?? null) : null,
    }
  })
  note(
    made,
    'deadlines',
    stand.deadlines.map(statedDeadline),
    rows.map(({ deadline }) => deadline),
  )
  if (term.kind !== stand.deadline_kind || term.recurs !== stand.recurs) {
    Object.assign(made.patch, { deadline_kind: term.kind, recurs: term.recurs })
    note(made, 'deadlineKind', stand.deadline_kind, term.kind)
  }
  if (term.dueOn !== stand.first_due_on) amendDueDay(made, stand, term.dueOn, isExtended, at)
}

function amendDueDay(made: Amended, stand: Stand, day: string | null, isExtended: boolean, at: string): void {
  if (isExtended && (day === null || day >= stand.due_on!)) {
    throw wrong(
      'deadlines',
      'task.amended_past_extension',
      `Nhiệm vụ đã được gia hạn tới ${formatDay(stand.due_on!)}: hạn ban đầu phải có ngày và trước ngày đó. Hãy xem lại ngày.`,
    )
  }
  note(made, 'firstDueOn', stand.first_due_on, day)
  Object.assign(made.patch, { first_due_on: day })
  made.facts.push(firstDueFact(stand.assigned_on, at, day))
  // A later day that was granted on the day of assignment itself applies from the same day, and must stay the last word on it.
  if (!stand.grantedSince.includes(stand.assigned_on)) made.facts.push(dueFact(stand.assigned_on, at, day))
  if (isExtended) return
  Object.assign(made.patch, { due_on: day })
  note(made, 'dueOn', stand.due_on, day)
}

function amendTargets(made: Amended, stand: Stand, input: readonly AmendTarget[]): void {
  const known = new Map(stand.targets.map((row) => [row.target_id, row]))
  const given = input.map(({ id, text, max, byWhen, ...target }, place) => {
    if (id !== undefined && !known.has(id))
      throw wrong(`targets.${place}`, 'task.no_such_target', 'Nhiệm vụ không có chỉ tiêu này. Hãy chọn lại chỉ tiêu.')
    return { id, row: { literal: text, ...target, max_value: max, by_when: byWhen } }
  })
  const isKept = ({ id, row }: (typeof given)[number]) =>
    id !== undefined && isDeepStrictEqual(statedTarget(known.get(id)!), row)
  const kept = new Set(given.filter(isKept).map(({ id }) => id))
  const left = stand.targets.filter(({ target_id }) => !kept.has(target_id))
  const added = given.filter((one) => !isKept(one))
  if (left.length === 0 && added.length === 0) return
  made.wrongTargets = left.map(({ target_id }) => target_id)
  made.targets = added.map(({ id, row }) => {
    const old = id === undefined ? undefined : known.get(id)
    // A value measured in another unit says nothing about the amended target.
    return { ...row, position: old?.position ?? null, takesFrom: old?.unit === row.unit ? old.target_id : null }
  })
  note(
    made,
    'targets',
    stand.targets.map(statedTarget),
    given.map(({ row }) => row),
  )
}

function note(made: Amended, name: string, before: unknown, after: unknown): void {
  made.before[name] = before
  made.after[name] = after
}

function statedParty({ role, named_as, is_accountable, agency_id, scope }: PartyColumns): Required<AmendParty> {
  return { role, name: named_as, accountable: is_accountable, agencyId: agency_id, scope }
}

function statedDeadline(row: DeadlineColumns): NewDeadline {
  return {
    kind: row.kind,
    literal: row.literal,
    dueOn: row.due_on,
    isMilestone: row.is_milestone,
    isStrict: row.is_strict,
    recurs: row.recurs as Recurrence | null,
    rule: row.rule,
  }
}

function newDeadline({ kind, text, dueOn, strict, recurs, milestone, rule }: AmendDeadline): NewDeadline {
  return {
    kind,
    literal: text.trim() || (dueOn === null ? '' : formatDay(dueOn)),
    dueOn,
    isMilestone: milestone,
    isStrict: strict,
    recurs,
    rule: rule?.trim() || null,
  }
}

function statedTarget(row: TargetColumns): Omit<TargetColumns, 'position'> {
  const { literal, measure, comparator, value, max_value, unit, baseline, scope, by_when } = row
  return { literal, measure, comparator, value, unit, baseline, scope, max_value, by_when }
}
