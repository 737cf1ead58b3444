import { type Actor, type SystemActor, signatureOf, systemActor } from '../platform/actor.ts'
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

export type InviteDeps = { config: Pick<Config, 'origin' | 'mail' | 'authSecret' | 'dataDir'> }

/** How the link is made that somebody asked for at the page of forgotten passwords. */
export interface Forgot {
  minutesOpen: number
}

/** Makes the invitation of a person just added, or checked by `invitePerson`, `settleReset` or `answerForgotten`. */
export async function invite(
  trx: Transaction<RegistryDb>,
  { actor, now }: AskToMake<Actor | SystemActor>,
  { id, userId, name, email }: { id: number; userId: string; name: string; email: string },
  { config }: InviteDeps,
  forgot?: Forgot,
): Promise<Invitation> {
  const { origin, mail } = config
  const { code, expiresAt } = await inviteUser(trx, userId, signatureOf(actor), now, forgot?.minutesOpen)
  // After the hash: what follows it is sent to no server and kept in no log of addresses.
  const link = `${origin}/loi-moi#${code}`
  if (mail) {
    await enqueueMail(trx, {
      key: `invitation/${userId}/${now.epochMilliseconds}`,
      to: { name, address: email },
      about: { kind: 'person', id },
      ...(forgot ? forgottenLetter : letter)(name, link, expiresAt),
      secret: { words: code, config },
    })
  }
  await record(trx, actor, forgot ? 'person.forgot' : 'person.invited', {
    subject: { kind: 'person', id },
    at: now.toString(),
    after: { expiresAt, sentTo: mail ? email : null },
  })
  return { link: mail ? null : link, sentTo: mail ? email : null, expiresAt }
}

/**
 * Sets the password with the code of an invitation, in the log as the person's own act. Who had one is told by mail that it
 * was changed.
 */
export async function accept(
  trx: Transaction<RegistryDb>,
  { now }: Pick<Ask, 'now'>,
  { code, password }: { code: string; password: string },
  { config: { mail } }: { config: Pick<Config, 'mail'> },
): Promise<{ email: string }> {
  const { userId, name, email, hasPassword } = await acceptInvitation(trx, code, password, now)
  const person = await trx
    .selectFrom('registry.person')
    .select('person_id as id')
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow()
  // By a link that came to their address, or that an administrator gave them: the address is theirs from now on.
  await trx
    .updateTable('registry.person')
    .set({ email_changed_at: null, email_changed_by: null })
    .where('person_id', '=', person.id)
    .execute()
  const actor: Actor | undefined = await findActor(trx, { userId, sessionId: null }, dayInVietnam(now))
  await record(trx, actor ?? systemActor(name), 'person.passwordSet', {
    subject: { kind: 'person', id: person.id },
    at: now.toString(),
  })
  if (mail && hasPassword) {
    await enqueueMail(trx, {
      key: `password/${userId}/${now.epochMilliseconds}`,
      to: { name, address: email },
      about: { kind: 'person', id: person.id },
      ...letterTo(name, 'mật khẩu của tài khoản đã được đổi', [
        `Mật khẩu của tài khoản mang tên ông/bà trên hệ thống Điều Hành vừa được đặt lại lúc ${hourAndDay(now)}. Mọi phiên đăng nhập và mã API trước đó đã kết thúc.`,
        'Nếu ông/bà không làm việc này, hãy báo ngay cho quản trị hệ thống.',
      ]),
    })
  }
  return { email }
}

function letter(name: string, link: string, expiresAt: string): { subject: string; text: string; html: string } {
  return letterTo(
    name,
    'lời mời đặt mật khẩu',
    [
      'Ông/bà đã được cấp tài khoản trên hệ thống Điều Hành. Hãy mở liên kết dưới đây để đặt mật khẩu của mình.',
      `Liên kết dùng được một lần, đến hết ${hourAndDay(Temporal.Instant.from(expiresAt))}. Nếu không chờ thư này, ông/bà chỉ cần bỏ qua.`,
    ],
    link,
  )
}

function forgottenLetter(name: string, link: string, expiresAt: string): ReturnType<typeof letterTo> {
  return letterTo(
    name,
    'liên kết đặt lại mật khẩu',
    [
      'Có người vừa báo quên mật khẩu của tài khoản mang tên ông/bà trên hệ thống Điều Hành. Nếu đó là ông/bà, hãy mở liên kết dưới đây để đặt mật khẩu mới.',
      `Liên kết dùng được một lần, đến hết ${hourAndDay(Temporal.Instant.from(expiresAt))}.`,
      'Nếu không phải ông/bà, chỉ cần bỏ qua thư này: mật khẩu hiện tại không thay đổi.',
    ],
    link,
  )
}

export function hourAndDay(at: Temporal.Instant): string {
  const { hour, minute, day, month, year } = at.toZonedDateTimeISO('Asia/Ho_Chi_Minh')
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(hour)}:${two(minute)} ngày ${two(day)}/${two(month)}/${year}`
}

/** A message to one person about their sign-in; the link, if any, after the first sentence. */
export function letterTo(
  name: string,
  about: string,
  [first, ...more]: readonly [string, ...string[]],
  link?: string,
): { subject: string; text: string; html: string } {
  const parts = [`Kính gửi ông/bà ${name},`, first, ...(link === undefined ? [] : [link]), ...more]
  const shown = (part: string) => (part === link ? `<a href="${plain(part)}">${plain(part)}</a>` : plain(part))
  return {
    subject: `Điều Hành: ${about}`,
    text: `${parts.join('\n\n')}\n`,
    html: parts.map((part) => `<p>${shown(part)}</p>`).join(''),
  }
}

function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
