import { sql } from 'kysely'
import { type Actor, type SystemActor, signatureOf } from '../platform/actor.ts'
import type { Recorded } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import { type AnyTransaction, type Transaction, toJson, within } from '../platform/db.ts'
import { addJob } from '../platform/jobs.ts'
import { announceChanges } from '../platform/live/channel.ts'
import type { Joined } from '../platform/room.ts'
import type { Telling, Told } from '../platform/tell.ts'
import { quietUntil } from '../urging/index.ts'
import type { NotificationsDb } from './db.ts'
import { chosen, type Difference } from './kinds.ts'

export const MAIL_JOB = 'notifications.mail'
/** What comes together goes out together: forty tasks given at once are one message. */
const GATHER = { seconds: 60 }
const LONGEST = 500

/** Tells people of an act, in its transaction: they are told if, and only if, it happened. */
export const telling = ({ tells }: Joined) => ({
  events: [...tells.keys()],
  follow: async (trx: AnyTransaction, act: Recorded): Promise<void> => {
    const told = await tells.get(act.event)!(trx, act)
    await save(within<NotificationsDb>(trx), act, once(told, act.actor))
  },
})

interface ToldOf {
  telling: Telling
  people: Told[]
}

/** Each person once, by the first that names them; never whoever acted. */
function once(tellings: readonly Telling[], actor: Actor | SystemActor): ToldOf[] {
  const seen = new Set<number | null>(['system' in actor ? null : actor.personId])
  return tellings.flatMap((telling) => {
    const people = telling.people.filter(({ personId }) => {
      const isNew = !seen.has(personId)
      seen.add(personId)
      return isNew
    })
    return people.length > 0 ? [{ telling, people }] : []
  })
}

async function save(trx: Transaction<NotificationsDb>, act: Recorded, told: readonly ToldOf[]): Promise<void> {
  if (told.length === 0) return
  const different = await differencesAmong(
    trx,
    told.flatMap(({ people }) => people.map(({ personId }) => personId)),
  )
  const bells: number[] = []
  const mails: number[] = []
  for (const { telling, people } of told) {
    const rows = people.flatMap(({ personId, agencyId, why, isFocal = false }) => {
      const choice = chosen(telling.kind, isFocal, different.get(personId) ?? [])
      if (choice.bell) bells.push(personId)
      if (choice.mail) mails.push(personId)
      const row = { personId, agencyId, why, ...choice }
      return choice.bell || choice.digest || choice.mail ? [row] : []
    })
    if (rows.length > 0) await insert(trx, act, telling, rows)
  }
  await announceChanges(trx, 'notification', bells)
  if (mails.length === 0) return
  const runAt = (await quietUntil(trx, Temporal.Instant.from(act.at).add(GATHER))).toString()
  for (const personId of mails) {
    await addJob(trx, MAIL_JOB, { personId }, { jobKey: `${MAIL_JOB}/${personId}`, runAt, keepsTime: true })
  }
}

async function differencesAmong(
  trx: Transaction<NotificationsDb>,
  people: readonly number[],
): Promise<Map<number, Difference[]>> {
  const rows = await trx
    .selectFrom('notifications.preference')
    .select(['person_id', 'kind', 'way', 'is_on'])
    .where('person_id', 'in', people)
    .execute()
  return Map.groupBy(rows, ({ person_id }) => person_id)
}

async function insert(
  trx: Transaction<NotificationsDb>,
  act: Recorded,
  { kind, about }: Telling,
  rows: readonly object[],
): Promise<void> {
  await sql`
    with message as (
      insert into notifications.message (audit_id, event, kind, made_at, by_name, code, title, path, note)
      values (${act.auditId}, ${act.event}, ${kind}, ${act.at}, ${signatureOf(act.actor)}, ${about.code},
              ${shortened(about.title)}, ${about.to}, ${about.note ? shortened(about.note) : null})
      returning message_id
    )
    insert into notifications.notification (person_id, audit_id, message_id, on_day, event, agency_id, why, in_bell,
                                            in_digest, by_mail)
    select r."personId", ${act.auditId}, m.message_id, ${dayInVietnam(act.at)}, ${act.event}, r."agencyId", r.why,
           r.bell, r.digest, r.mail
    from message m, jsonb_to_recordset(${toJson(rows)}::jsonb)
      as r ("personId" bigint, "agencyId" bigint, why text, bell boolean, digest boolean, mail boolean)`.execute(trx)
}

const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)
