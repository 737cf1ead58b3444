import { type Actor, signatureOf, systemActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import type { Config } from '../platform/config.ts'
import type { Transaction } from '../platform/db.ts'
import { acceptInvitation, inviteUser } from '../platform/invitation.ts'
import { enqueueMail } from '../platform/mail.ts'
import type { RegistryDb } from './db.ts'
import { findActor } from './people.ts'
import type { Invitation } from './person-shapes.ts'

export type InviteDeps = { config: Pick<Config, 'origin' | 'mail'> }

/** Makes the invitation of a person just added, or checked by `invitePerson` or `settleReset`. */
export async function invite(
  trx: Transaction<RegistryDb>,
  { actor, now }: AskToMake,
  { id, userId, name, email }: { id: number; userId: string; name: string; email: string },
  { config: { origin, mail } }: InviteDeps,
): Promise<Invitation> {
  const { code, expiresAt } = await inviteUser(trx, userId, signatureOf(actor), now)
  // After the hash: what follows it is sent to no server and kept in no log of addresses.
  const link = `${origin}/loi-moi#${code}`
  if (mail) {
    await enqueueMail(trx, {
      key: `invitation/${userId}/${now.epochMilliseconds}`,
      to: { name, address: email },
      about: { kind: 'person', id },
      ...letter(name, link, expiresAt),
    })
  }
  await record(trx, actor, 'person.invited', {
    subject: { kind: 'person', id },
    at: now.toString(),
    after: { expiresAt, sentTo: mail ? email : null },
  })
  return { link: mail ? null : link, sentTo: mail ? email : null, expiresAt }
}

/** Sets the password with the code of an invitation, in the log as the person's own act. */
export async function accept(
  trx: Transaction<RegistryDb>,
  { now }: Pick<Ask, 'now'>,
  { code, password }: { code: string; password: string },
): Promise<{ email: string }> {
  const { userId, name, email } = await acceptInvitation(trx, code, password, now)
  const person = await trx
    .selectFrom('registry.person')
    .select('person_id as id')
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow()
  const actor: Actor | undefined = await findActor(trx, { userId, sessionId: null }, dayInVietnam(now))
  await record(trx, actor ?? systemActor(name), 'person.passwordSet', {
    subject: { kind: 'person', id: person.id },
    at: now.toString(),
  })
  return { email }
}

function letter(name: string, link: string, expiresAt: string): { subject: string; text: string; html: string } {
  const until = Temporal.Instant.from(expiresAt).toZonedDateTimeISO('Asia/Ho_Chi_Minh')
  const two = (value: number) => String(value).padStart(2, '0')
  const when = `${two(until.hour)}:${two(until.minute)} ngày ${two(until.day)}/${two(until.month)}/${until.year}`
  const sentences = [
    `Kính gửi ông/bà ${name},`,
    'Ông/bà đã được cấp tài khoản trên hệ thống Điều Hành. Hãy mở liên kết dưới đây để đặt mật khẩu của mình.',
    `Liên kết dùng được một lần, đến hết ${when}. Nếu không chờ thư này, ông/bà chỉ cần bỏ qua.`,
  ]
  return {
    subject: 'Điều Hành: lời mời đặt mật khẩu',
    text: `${sentences[0]}\n\n${sentences[1]}\n\n${link}\n\n${sentences[2]}\n`,
    html: `<p>${plain(sentences[0]!)}</p><p>${plain(sentences[1]!)}</p><p><a href="${plain(link)}">${plain(link)}</a></p><p>${plain(sentences[2]!)}</p>`,
  }
}

function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
