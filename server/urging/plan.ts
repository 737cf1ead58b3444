import { type AnyHandle, type Handle, reading } from '../platform/db.ts'
import type { WorkingCalendar } from '../platform/working-days.ts'
import { type Addressee, addresseesOf, followersOf, holdersOf, isHead } from '../registry/index.ts'
import { type TaskToUrge, tasksToUrge } from '../tasks/index.ts'
import type { UrgingDb } from './db.ts'
import { findRules, getSetting, type WholeSetting } from './rule-store.ts'
import type { How, NOTIFIED_AS, Rule, Whom } from './shapes.ts'
import { type Occasion, occasionOf, type Window } from './when.ts'

export type NotifiedAs = (typeof NOTIFIED_AS)[number]

/** A person to notify, and in which role. */
export interface Recipient {
  personId: number
  name: string
  email: string
  title: string
  whom: NotifiedAs
}

/** One rule that applies to one task. */
export interface Reminder {
  rule: Rule
  task: TaskToUrge
  occasion: Occasion
  recipients: Recipient[]
  /** No one of the agency can be notified: the recipients are those who follow up. */
  isGap: boolean
  channels: How[]
}

/**
 * Every reminder due within a window of days, with its recipients: what the day's run records, and what the screen shows
 * beforehand. Reads only. `agencySeen` limits it to some agencies.
 */
export async function planFor(
  handle: AnyHandle,
  window: Window,
  calendar: WorkingCalendar,
  agencySeen: readonly number[] | null = null,
  rules?: readonly Rule[],
): Promise<Reminder[]> {
  const db = reading<UrgingDb>(handle)
  const active = rules ?? (await findRules(db)).filter(({ isActive }) => isActive)
  const tasks = await tasksToUrge(handle, { on: window.on, ...(agencySeen === null ? {} : { agencyIds: agencySeen }) })
  const due = active.flatMap((rule) =>
    tasks.flatMap((task) => {
      const occasion = occasionOf(rule, task, window, calendar)
      return occasion ? [{ rule, task, occasion }] : []
    }),
  )
  const leads = [...new Set(due.map(({ task }) => task.leadAgencyId))]
  const audience = await audienceOf(db, leads, window.on)
  return due.map(({ rule, task, occasion }) => {
    const found = recipientsFor(rule.whom, task.leadAgencyId, audience)
    const isGap = !found.some(({ whom }) => whom !== 'taskForce')
    return {
      rule,
      task,
      occasion,
      isGap,
      recipients: isGap ? [...found, ...audience.followUp(task.followUpAgencyId)] : found,
      channels: rule.how,
    }
  })
}

interface Audience {
  setting: WholeSetting
  people: Map<number, Addressee[]>
  followers: Map<number, Addressee[]>
  followUp: (agencyId: number) => Recipient[]
}

async function audienceOf(db: Handle<UrgingDb>, leads: readonly number[], on: string): Promise<Audience> {
  const [setting, people, followers, preparing] = [
    await getSetting(db),
    await addresseesOf(db, leads, on),
    await followersOf(db, leads, on),
    await holdersOf(db, 'urge.prepare', on),
  ]
  // The office that follows up; if no one in it prepares letters, everyone who does.
  const followUp = (agencyId: number): Recipient[] => {
    const own = preparing.filter((one) => one.agencyId === agencyId)
    return (own.length > 0 ? own : preparing).map((one) => toRecipient(one, 'followUp'))
  }
  return {
    setting,
    people: Map.groupBy(people, ({ agencyId }) => agencyId),
    followers: Map.groupBy(followers, ({ agencyId }) => agencyId),
    followUp,
  }
}

/** Each person once, under the first of the rule's audiences they belong to. */
function recipientsFor(whom: readonly Whom[], agencyId: number, audience: Audience): Recipient[] {
  const found = new Map<number, Recipient>()
  for (const one of whom) {
    const people =
      one === 'taskForce'
        ? (audience.followers.get(agencyId) ?? [])
        : nearest((audience.people.get(agencyId) ?? []).filter(isMeant(one, audience.setting)))
    for (const person of people) if (!found.has(person.personId)) found.set(person.personId, toRecipient(person, one))
  }
  return [...found.values()]
}

function isMeant(whom: Exclude<Whom, 'taskForce'>, setting: WholeSetting): (person: Addressee) => boolean {
  if (whom === 'officer') return ({ role }) => setting.officerRoles.includes(role)
  if (whom === 'leader') return ({ role }) => setting.leaderRoles.includes(role)
  return ({ role, title }) => setting.leaderRoles.includes(role) && isHead(title, setting.headTitles)
}

/** People of the agency itself; if it has none, those of the nearest agency responsible for it. */
function nearest(people: readonly Addressee[]): Addressee[] {
  const least = Math.min(...people.map(({ distance }) => distance))
  return people.filter(({ distance }) => distance === least)
}

function toRecipient({ personId, name, email, title }: Omit<Addressee, 'distance'>, whom: NotifiedAs): Recipient {
  return { personId, name, email, title, whom }
}

/** The people of each agency who can be notified. */
export async function peopleOf(
  handle: AnyHandle,
  agencyIds: readonly number[],
  on: string,
): Promise<Map<number, Recipient[]>> {
  const setting = await getSetting(reading<UrgingDb>(handle))
  const people = Map.groupBy(await addresseesOf(handle, agencyIds, on), ({ agencyId }) => agencyId)
  const named = [...setting.officerRoles, ...setting.leaderRoles]
  return new Map(
    agencyIds.map((id) => [
      id,
      nearest((people.get(id) ?? []).filter(({ role }) => named.includes(role))).map((one) =>
        toRecipient(one, setting.leaderRoles.includes(one.role) ? 'leader' : 'officer'),
      ),
    ]),
  )
}
