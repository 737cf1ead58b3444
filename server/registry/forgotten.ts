/**
 * A password that was forgotten. What follows happens in a job, which every request gets, those for an account that does not
 * exist too: neither the answer nor the time it takes says whether there is one.
 */
import { sql } from 'kysely'
import { hasPassword } from '../platform/account/password.ts'
import { systemActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Config } from '../platform/config.ts'
import { type AnyTransaction, type Db, within } from '../platform/db.ts'
import { forgottenLimitsOf, takeGuess } from '../platform/guessing.ts'
import { mayAskForLink } from '../platform/invitation.ts'
import { addJob } from '../platform/jobs.ts'
import type { RegistryDb } from './db.ts'
import { type InviteDeps, invite } from './invite.ts'
import { findActor } from './people.ts'
import { findPerson, type PersonRecord } from './person-store.ts'
import { needsSecond } from './reset.ts'

/** Whom a request means; null: no one. What was typed is not kept: people type passwords into the wrong field. */
export interface ForgottenPassword {
  userId: string | null
}

const atTheDoor = systemActor('trang Quên mật khẩu')

/** Takes a request for the account with this address or sign-in name. Throws 429 beyond the limits, which are counted first. */
export async function takeForgotten(db: Db, account: string, address: string): Promise<void> {
  await takeGuess(db, forgottenLimitsOf(account, address))
  await db.transaction().execute(async (trx) => {
    const typed = account.trim().toLowerCase()
    const user = await within<RegistryDb>(trx)
      .selectFrom('platform.user_card')
      .select('user_id')
      .where(({ eb, or }) => or([eb('email', '=', typed), eb('username', '=', typed)]))
      .executeTakeFirst()
    const forgotten: ForgottenPassword = { userId: user?.user_id ?? null }
    await addJob(trx, 'registry.forgottenPassword', forgotten, { maxAttempts: 3 })
  })
}

/**
 * Sends a link to the person's own address; without mail, or while the address is one that another set, notes a request for
 * two administrators. Nothing happens for a closed sign-in, one without a password, and a person without a post.
 */
export async function answerForgotten(
  anyTrx: AnyTransaction,
  { userId, now }: ForgottenPassword & { now: Temporal.Instant },
  deps: InviteDeps & { config: Pick<Config, 'resetMinutes'> },
): Promise<void> {
  if (userId === null) return
  const trx = within<RegistryDb>(anyTrx)
  await sql`select from registry.person where user_id = ${userId} for update`.execute(trx)
  const actor = await findActor(trx, { userId, sessionId: null }, dayInVietnam(now))
  if (!actor || actor.personId === null || !(await hasPassword(trx, userId))) return
  const person = await findPerson(trx, actor.personId, sql<boolean>`true`, now.toString())
  if (person?.access !== 'open') return
  if (needsSecond(person, { hasMail: Boolean(deps.config.mail), keepsAll: false }))
    return requestAtDoor(trx, person, now)
  if (!(await mayAskForLink(trx, userId, now))) return
  const whom = { ...person, name: person.fullName }
  await invite(trx, { actor: atTheDoor, now }, whom, deps, { minutesOpen: deps.config.resetMinutes })
}

/**
 * Whoever asked has proved nothing: so it takes two who manage all people, it ends no link, and it comes once a day at most.
 */
async function requestAtDoor(
  trx: ReturnType<typeof within<RegistryDb>>,
  { id, invitation }: PersonRecord,
  now: Temporal.Instant,
): Promise<void> {
  const at = now.toString()
  const hasLink = invitation !== null && Temporal.Instant.compare(Temporal.Instant.from(invitation.expiresAt), now) > 0
  const { rows } = await sql`
    select from registry.reset_request
    where person_id = ${id} and (settled_at is null or is_from_door and requested_at > ${at}::timestamptz - interval '1 day')
    limit 1`.execute(trx)
  if (hasLink || rows.length > 0) return
  await trx
    .insertInto('registry.reset_request')
    .values({
      person_id: id,
      requested_at: at,
      requested_by: atTheDoor.name,
      requested_by_person: id,
      is_from_door: true,
    })
    .execute()
  await record(trx, atTheDoor, 'person.resetRequested', { subject: { kind: 'person', id }, at })
}
