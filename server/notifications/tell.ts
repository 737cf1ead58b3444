import { sql } from 'kysely'
import { type Actor, type SystemActor, signatureOf } from '../platform/actor.ts'
import type { Recorded } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import { type AnyTransaction, type Transaction, toJson, within } from '../platform/db.ts'
import { addJob } from '../platform/jobs.ts'
import { announcing } from '../platform/live/channel.ts'
import { prepared } from '../platform/prepared.ts'
import type { Joined } from '../platform/room.ts'
import type { Telling, Told } from '../platform/tell.ts'
import { quietUntil } from '../urging/index.ts'
import type { NotificationsDb } from './db.ts'
import { defaultOf, type Way } from './kinds.ts'

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
  const mails: number[] = []
  for (const one of told) mails.push(...(await insert(trx, act, one)))
  if (mails.length === 0) return
  const runAt = (await quietUntil(trx, Temporal.Instant.from(act.at).add(GATHER))).toString()
  for (const personId of mails) {
    await addJob(trx, MAIL_JOB, { personId }, { jobKey: `${MAIL_JOB}/${personId}`, runAt, keepsTime: true })
  }
}

/**
 * One statement, because forty tasks given at once make forty of them: by which ways each person wants it, the message, its
 * notifications, and the news to their open pages. Returns who wants it by mail.
 */
async function insert(
  trx: Transaction<NotificationsDb>,
  act: Recorded,
  { telling: { kind, about }, people }: ToldOf,
): Promise<number[]> {
  const asked = people.map(({ isFocal = false, ...person }) => ({ ...person, ...defaultOf(kind, isFocal) }))
  const chosen = (way: Way) => sql`
    coalesce((select p.is_on from notifications.preference p
              where p.person_id = r."personId" and p.kind = ${kind} and p.way = ${sql.lit(way)}), r.${sql.ref(way)})`
  const { rows } = await prepared(sql<{ personId: number; byMail: boolean }>`
    with told as materialized (
      select r."personId", r."agencyId", r.why, ${chosen('bell')} as in_bell, ${chosen('digest')} as in_digest,
             ${chosen('mail')} as by_mail
      from jsonb_to_recordset(${toJson(asked)}::jsonb)
        as r ("personId" bigint, "agencyId" bigint, why text, bell boolean, digest boolean, mail boolean)
    ),
    message as (
      insert into notifications.message (audit_id, event, kind, made_at, by_name, code, title, path, note)
      select ${act.auditId}, ${act.event}, ${kind}, ${act.at}, ${signatureOf(act.actor)}, ${about.code},
             ${shortened(about.title)}, ${about.to}, ${about.note ? shortened(about.note) : null}
      where exists (select from told t where t.in_bell or t.in_digest or t.by_mail)
      returning message_id
    ),
    added as (
      insert into notifications.notification (person_id, audit_id, message_id, on_day, event, agency_id, why, in_bell,
                                              in_digest, by_mail)
      select t."personId", ${act.auditId}, m.message_id, ${dayInVietnam(act.at)}, ${act.event}, t."agencyId", t.why,
             t.in_bell, t.in_digest, t.by_mail
      from told t cross join message m where t.in_bell or t.in_digest or t.by_mail
      returning person_id, in_bell, by_mail
    )
    select a.person_id as "personId", a.by_mail as "byMail",
           case when a.in_bell then ${announcing('notification', sql`a.person_id`)} end as announced
    from added a`).execute(trx)
  return rows.flatMap(({ personId, byMail }) => (byMail ? personId : []))
}

const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)
