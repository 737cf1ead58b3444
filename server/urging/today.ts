import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Actor } from '../platform/actor.ts'
import { addDays, daysBetween, todayInVietnam } from '../platform/calendar.ts'
import type { Clock } from '../platform/clock.ts'
import type { Handle } from '../platform/db.ts'
import { calendarOf } from '../registry/index.ts'
import { type TaskToUrge, tasksToUrge } from '../tasks/index.ts'
import type { UrgingDb } from './db.ts'
import { peopleOf, planFor, type Reminder } from './plan.ts'
import { findRules, getSetting } from './rule-store.ts'
import { windowOf } from './run.ts'
import type { AgencyRow, AgencyTasks, Plan, Rule, RuleEdit } from './shapes.ts'

/** The reminders of the rules on a day (default: today) and their recipients. Sends nothing. */
export async function planOf(
  db: Handle<UrgingDb>,
  actor: Actor,
  clock: Clock,
  { on = todayInVietnam(clock) }: { on?: string },
  edit?: { id: number | null; rule: RuleEdit },
): Promise<Plan> {
  const calendar = await calendarOf(db)
  const sentOn = calendar.nextWorkingDay(on)
  const rules = edit ? [trialOf(edit)] : (await findRules(db)).filter(({ isActive }) => isActive)
  const reminders = await planFor(db, await windowOf(db, sentOn), calendar, actor.seen, rules)
  const names = await namesOf(db, reminders)
  const run = await db.selectFrom('urging.run').select('last_at').where('on_day', '=', sentOn).executeTakeFirst()
  return {
    on,
    isWorkingDay: sentOn === on,
    sentOn,
    people: new Set(reminders.flatMap(({ recipients }) => recipients.map(({ personId }) => personId))).size,
    tasks: new Set(reminders.map(({ task }) => task.id)).size,
    gaps: new Set(reminders.filter(({ isGap }) => isGap).map(({ task }) => task.leadAgencyId)).size,
    ranAt: run?.last_at ?? null,
    rules: rules.map((rule) => ({
      id: rule.id === 0 ? null : rule.id,
      name: rule.name,
      event: rule.event,
      days: rule.days,
      how: rule.how,
      ...agenciesIn(
        reminders.filter((reminder) => reminder.rule.id === rule.id),
        names,
      ),
    })),
  }
}

/** A rule from a form, to be tried before it is saved. */
function trialOf({ id, rule }: { id: number | null; rule: RuleEdit }): Rule {
  return { ...rule, id: id ?? 0, version: 1, isDefault: false, agencyNames: [], changedAt: '', changedBy: '' }
}

function agenciesIn(
  reminders: readonly Reminder[],
  names: Map<number, string>,
): Pick<Plan['rules'][number], 'tasks' | 'agencies'> {
  const byAgency = [...Map.groupBy(reminders, ({ task }) => task.leadAgencyId)]
  return {
    tasks: reminders.length,
    agencies: byAgency
      .map(([agencyId, ofAgency]) => ({
        agencyId,
        agencyName: names.get(agencyId) ?? `${agencyId}`,
        isGap: ofAgency[0]!.isGap,
        people: ofAgency[0]!.recipients.map(({ personId: id, name, title, whom }) => ({ id, name, title, whom })),
        tasks: ofAgency.map(({ task, occasion }) => ({ id: task.id, code: task.code, title: task.title, ...occasion })),
      }))
      .sort((a, b) => b.tasks.length - a.tasks.length),
  }
}

async function namesOf(db: Handle<UrgingDb>, reminders: readonly Reminder[]): Promise<Map<number, string>> {
  return agencyNames(db, [...new Set(reminders.map(({ task }) => task.leadAgencyId))])
}

async function agencyNames(db: Handle<UrgingDb>, ids: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; name: string }>`
    select agency_id as id, name from registry.agency_latest where agency_id = any(${[...ids]}::bigint[])`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Days without news after which an agency counts as silent, if no rule sets a number. */
const SILENT_DAYS = 30

/** The agencies with tasks to urge, most overdue first; each figure with the filter that opens its rows. */
export async function agenciesToUrge(
  db: Handle<UrgingDb>,
  actor: Actor,
  clock: Clock,
): Promise<{ asOf: string; soonTo: string; silentDays: number; agencies: AgencyRow[] }> {
  const today = todayInVietnam(clock)
  const { soonDays } = await getSetting(db)
  const silentDays = await silentAfter(db)
  const soonTo = addDays(today, soonDays)
  const query = actor.seen === null ? { on: today } : { on: today, agencyIds: actor.seen }
  const byAgency = Map.groupBy(await tasksToUrge(db, query), ({ leadAgencyId }) => leadAgencyId)
  const counted = [...byAgency]
    .map(([agencyId, tasks]) => ({ agencyId, ...countsOf(tasks, { today, soonTo, silentDays }) }))
    .filter(({ overdue, dueSoon, silent, periodsMissing }) => overdue + dueSoon + silent + periodsMissing > 0)
  const ids = counted.map(({ agencyId }) => agencyId)
  const [names, people, letters] = [
    await agencyNames(db, ids),
    await peopleOf(db, ids, today),
    await lettersOf(db, ids),
  ]
  const agencies = counted.map((agency) => ({
    ...agency,
    agencyName: names.get(agency.agencyId) ?? `${agency.agencyId}`,
    people: people.get(agency.agencyId)?.length ?? 0,
    ...(letters.get(agency.agencyId) ?? { openLetterId: null, lastLetter: null, proposed: false }),
  }))
  agencies.sort((a, b) => b.overdue - a.overdue || b.dueSoon - a.dueSoon || a.agencyId - b.agencyId)
  return { asOf: today, soonTo, silentDays, agencies }
}

/** The shortest silence that an active rule names. */
async function silentAfter(db: Handle<UrgingDb>): Promise<number> {
  const rules = (await findRules(db)).filter(({ event, isActive }) => event === 'silence' && isActive)
  return rules.length === 0 ? SILENT_DAYS : Math.min(...rules.map(({ days }) => days ?? SILENT_DAYS))
}

/** The rows behind two figures of an agency, for which the task list has no filter. */
export async function agencyTasks(
  db: Handle<UrgingDb>,
  clock: Clock,
  agencyId: number,
  kind: 'silent' | 'periodsMissing',
): Promise<Static<typeof AgencyTasks>> {
  const today = todayInVietnam(clock)
  const silentDays = await silentAfter(db)
  const tasks = await tasksToUrge(db, { on: today, agencyIds: [agencyId] })
  return {
    tasks: tasks
      .filter((task) => (kind === 'silent' ? daysBetween(task.heardOn, today) >= silentDays : task.periods.length > 0))
      .map(({ id, code, title, dueOn, heardOn, periods }) => ({
        id,
        code,
        title,
        dueOn,
        heardOn,
        periods: periods.map((period) => period.dueOn),
      })),
  }
}

function countsOf(
  tasks: readonly TaskToUrge[],
  { today, soonTo, silentDays }: { today: string; soonTo: string; silentDays: number },
) {
  const late = tasks.filter(({ dueOn }) => dueOn !== null && dueOn < today)
  return {
    overdue: late.length,
    dueSoon: tasks.filter(({ dueOn }) => dueOn !== null && dueOn >= today && dueOn <= soonTo).length,
    silent: tasks.filter(({ heardOn }) => daysBetween(heardOn, today) >= silentDays).length,
    periodsMissing: tasks.filter(({ periods }) => periods.length > 0).length,
    mostDaysLate: Math.max(0, ...late.map(({ dueOn }) => daysBetween(dueOn!, today))),
  }
}

type LettersOfAgency = Pick<AgencyRow, 'openLetterId' | 'lastLetter' | 'proposed'>

async function lettersOf(db: Handle<UrgingDb>, ids: readonly number[]): Promise<Map<number, LettersOfAgency>> {
  const { rows } = await sql<LettersOfAgency & { agencyId: number }>`
    select a as "agencyId",
           (select l.letter_id from urging.letter l where l.agency_id = a and l.state in ('draft', 'submitted')) as "openLetterId",
           (select jsonb_build_object('id', l.letter_id, 'notation', l.notation, 'issuedOn', l.issued_on, 'state', l.state)
            from urging.letter l where l.agency_id = a and l.issued_on is not null order by l.letter_id desc limit 1) as "lastLetter",
           exists (select from urging.notice n
                   where n.agency_id = a and n.recipient = 'letter'
                     and not exists (select from urging.letter l where l.agency_id = a and l.issued_on >= n.on_day)) as proposed
    from unnest(${[...ids]}::bigint[]) a`.execute(db)
  return new Map(rows.map(({ agencyId, ...letters }) => [agencyId, letters]))
}
