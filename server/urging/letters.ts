import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import type { Clock } from '../platform/clock.ts'
import type { Handle } from '../platform/db.ts'
import { type MailCounts, mailState } from '../platform/mail.ts'
import { actsFrom } from '../platform/official-document/signing.ts'
import { decodeCursor, onlyId, pageOf } from '../platform/paging.ts'
import { signatoriesOf } from '../registry/index.ts'
import { reportsSince, tasksToUrge } from '../tasks/index.ts'
import { letterSeen, letterToRead, mayAct, seesDrafts } from './access.ts'
import type { UrgingDb } from './db.ts'
import { lateOn, letterTasks } from './letter-content.ts'
import type { Letter, LetterList } from './letter-shapes.ts'
import { LETTER_ACTS, LETTER_STATES, type LetterAct, type LetterState } from './letter-state.ts'
import { answersTo, listLetterCards, tasksOfLetter } from './letter-store.ts'
import { ledgerOf } from './notice-store.ts'
import { peopleOf } from './plan.ts'
import { getSetting } from './rule-store.ts'

/** A page of the letters the actor may see, newest first. */
export async function listLetters(
  db: Handle<UrgingDb>,
  actor: Actor,
  query: { state?: LetterState; agencyId?: number; cursor?: string; limit?: number },
  clock: Clock,
): Promise<LetterList> {
  const { cursor, limit = 50, ...filter } = query
  const after = decodeCursor(filter, cursor, onlyId)
  const today = todayInVietnam(clock)
  const cards = await listLetterCards(db, letterSeen(actor), filter, today, { before: after?.[0], limit: limit + 1 })
  const page = pageOf(filter, cards, limit, ({ id }) => [id])
  const unreached = await unreachedBy(db, page.items, today)
  return {
    rows: page.items.map(({ signatoryId, ...card }) => ({
      ...shownTo(actor, card),
      isUnreached: unreached.has(card.id),
      may: actsOn(actor, { ...card, signatoryId }),
    })),
    nextCursor: page.next,
  }
}

/** Of the letters not issued yet, those to agencies without anyone who would be told. */
async function unreachedBy(
  db: Handle<UrgingDb>,
  letters: readonly { id: number; agencyId: number; state: LetterState }[],
  today: string,
): Promise<ReadonlySet<number>> {
  const waiting = letters.filter(({ state }) => !LETTER_STATES[state].isOut && state !== 'dropped')
  if (waiting.length === 0) return new Set()
  const people = await peopleOf(db, [...new Set(waiting.map(({ agencyId }) => agencyId))], today)
  return new Set(waiting.flatMap(({ id, agencyId }) => ((people.get(agencyId)?.length ?? 0) === 0 ? id : [])))
}

/** The reason for sending a draft back is internal to the office. */
function shownTo<T extends { sentBackReason: string | null }>(actor: Actor, card: T): T {
  return seesDrafts(actor) ? card : { ...card, sentBackReason: null }
}

function actsOn(
  actor: Actor,
  letter: { state: LetterState; agencyId: number; signatoryId: number | null },
): LetterAct[] {
  return actsFrom(LETTER_STATES, LETTER_ACTS, letter.state, (act) => mayAct(actor, letter, act))
}

/** One letter with its tasks, its answers and the state of each of its messages. */
export async function showLetter(db: Handle<UrgingDb>, actor: Actor, id: number, clock: Clock): Promise<Letter> {
  const letter = await letterToRead(db, actor, id)
  const today = todayInVietnam(clock)
  const tasks = await letterTasks(db, letter, today)
  const isOut = LETTER_STATES[letter.state].isOut
  const { content: _, ...rest } = letter
  return {
    ...shownTo(actor, rest),
    may: actsOn(actor, letter),
    isUnreached: (await unreachedBy(db, [letter], today)).has(id),
    signatoryName: await nameOf(db, letter.signatoryId),
    unitName: await unitName(db, letter.unitId),
    tasks: tasks.length,
    overdue: tasks.filter(({ daysLate }) => daysLate !== null).length,
    taskList: tasks,
    answers: await answersTo(db, id),
    deliveries: isOut ? (await ledgerOf(db, { letterId: id, limit: 200 })).rows : [],
    sending: isOut ? sendingOf(await mailState(db, { kind: 'letter', id })) : null,
  }
}

/** "Sent" only once a mail server has accepted every message. */
export function sendingOf({ due, accepted, bounced, givenUp, kept }: MailCounts): NonNullable<Letter['sending']> {
  if (due + accepted + bounced + givenUp + kept === 0) return 'noRecipients'
  if (bounced + givenUp > 0) return 'failed'
  if (due > 0) return 'sending'
  return kept > 0 ? 'kept' : 'sent'
}

async function nameOf(db: Handle<UrgingDb>, personId: number | null): Promise<string | null> {
  if (personId === null) return null
  const row = await db
    .selectFrom('registry.person_card')
    .select('full_name')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.full_name ?? null
}

async function unitName(db: Handle<UrgingDb>, unitId: number): Promise<string> {
  const row = await db
    .selectFrom('registry.agency_latest')
    .select('name')
    .where('agency_id', '=', unitId)
    .executeTakeFirst()
  return row?.name ?? ''
}

/** What a draft may contain: every open task of the agency, the units that draft, the people who may sign. */
export async function choicesFor(db: Handle<UrgingDb>, actor: Actor, id: number, clock: Clock) {
  const letter = await letterToRead(db, actor, id)
  const today = todayInVietnam(clock)
  const chosen = new Set((await tasksOfLetter(db, id)).map(({ taskId }) => taskId))
  const tasks = await tasksToUrge(db, { on: today, agencyIds: [letter.agencyId] })
  const { issuingAgencySlug } = await getSetting(db)
  const { rows: units } = await sql<{ id: number; name: string; abbreviation: string | null }>`
    select u.agency_id as id, u.name, u.abbreviation
    from registry.agency_card u
    left join registry.agency_card o on o.agency_id = u.parent_id and o.valid @> ${today}::date
    where u.valid @> ${today}::date and (u.slug = ${issuingAgencySlug} or (o.slug = ${issuingAgencySlug} and u.kind = 'unit'))
    order by u.position, u.name`.execute(db)
  return {
    tasks: tasks.map(({ id: taskId, code, title, sourceNumber, dueOn }) => ({
      id: taskId,
      code,
      title,
      sourceNumber,
      dueOn,
      daysLate: lateOn(dueOn, today),
      isOpen: true,
      isChosen: chosen.has(taskId),
    })),
    units,
    signatories: await signatoriesOf(db, 'urge.sign', today),
  }
}

/** The reports on a letter's tasks since it was issued: one of them may be the answer. */
export async function reportsFor(db: Handle<UrgingDb>, actor: Actor, id: number) {
  const letter = await letterToRead(db, actor, id)
  if (letter.issuedOn === null) return { reports: [] }
  const ids = (await tasksOfLetter(db, id)).map(({ taskId }) => taskId)
  return { reports: await reportsSince(db, ids, letter.issuedOn) }
}
