import { clearSecondFactors } from '../platform/account/second-factor.ts'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import { enqueueMail, mailAddress } from '../platform/mail.ts'
import { addUserWithoutPassword, changeUser, closeUser, reopenUser } from '../platform/user.ts'
import type { RegistryDb } from './db.ts'
import { letterTo } from './invite.ts'
import { keepingKeepers } from './keeper.ts'
import { demandKeeper, personInCharge, personToLetIn } from './person-access.ts'
import type { AddPerson, ChangePerson } from './person-shapes.ts'
import { touchPerson } from './person-store.ts'
import { plainWords } from './plain.ts'
import { demandGiveable, insertPost } from './post.ts'

/** Adds a person with a first post and a sign-in that an invitation opens. Returns the person and the sign-in. */
export async function enrol(
  trx: Transaction<RegistryDb>,
  ask: AskToMake,
  { post, ...words }: AddPerson,
): Promise<{ id: number; userId: string }> {
  demandKeeper(ask.actor)
  const { fullName, email } = read(words)
  await demandGiveable(trx, ask, post, 'post.')
  const userId = await addUserWithoutPassword(trx, { name: fullName, email })
  const { person_id: id } = await trx
    .insertInto('registry.person')
    .values({
      user_id: userId,
      full_name: fullName,
      changed_at: ask.now.toString(),
      changed_by: signatureOf(ask.actor),
    })
    .returning('person_id')
    .executeTakeFirstOrThrow()
  await insertPost(trx, id, post)
  await record(trx, ask.actor, 'person.added', {
    subject: { kind: 'person', id },
    at: ask.now.toString(),
    after: { fullName, email, ...post },
  })
  return { id, userId }
}

/** Changes name and address, here and in the sign-in; the old address is told where there is mail. */
export async function changePerson(
  trx: Transaction<RegistryDb>,
  ask: Ask,
  words: ChangePerson,
  hasMail: boolean,
): Promise<number> {
  const person = await personInCharge(trx, ask)
  const { fullName, email } = read(words)
  const at = ask.now.toString()
  await changeUser(trx, person.userId, { name: fullName, email }, at)
  const isMoved = email !== person.email
  const isOwn = person.id === ask.actor.personId
  const version = await touchPerson(trx, person.id, signatureOf(ask.actor), at, {
    full_name: fullName,
    ...(isMoved ? { email_changed_at: isOwn ? null : at, email_changed_by: isOwn ? null : ask.actor.personId } : {}),
  })
  if (isMoved && hasMail) {
    await enqueueMail(trx, {
      key: `address/${person.userId}/${ask.now.epochMilliseconds}`,
      to: { name: person.fullName, address: person.email },
      about: { kind: 'person', id: person.id },
      ...letterTo(person.fullName, 'địa chỉ thư của tài khoản đã được đổi', [
        `${signatureOf(ask.actor)} vừa đổi địa chỉ thư của tài khoản mang tên ông/bà trên hệ thống Điều Hành; từ nay thư của hệ thống không gửi về địa chỉ này nữa.`,
        'Nếu ông/bà không biết việc này, hãy báo ngay cho quản trị hệ thống.',
      ]),
    })
  }
  await record(trx, ask.actor, 'person.changed', {
    subject: { kind: 'person', id: person.id },
    at,
    before: { fullName: person.fullName, email: person.email },
    after: { fullName, email },
  })
  return version
}

/** Closes the sign-in: sessions are refused from the next request on. */
export async function closePerson(trx: Transaction<RegistryDb>, ask: Ask): Promise<number> {
  return keepingKeepers(trx, dayInVietnam(ask.now), async () => {
    const person = await personInCharge(trx, ask)
    if (person.id === ask.actor.personId) {
      throw new Conflict('person.oneself', 'Bạn không thể tự ngừng tài khoản của mình. Hãy nhờ một người quản lý khác.')
    }
    if (person.closedAt !== null) throw new Conflict('person.closed', 'Tài khoản này đã ngừng từ trước.')
    const at = ask.now.toString()
    await closeUser(trx, person.userId, at)
    const version = await touchPerson(trx, person.id, signatureOf(ask.actor), at)
    await record(trx, ask.actor, 'person.closed', {
      subject: { kind: 'person', id: person.id },
      at,
      before: { access: person.access },
      after: { access: 'closed' },
      detail: { sessionsEnded: person.sessions },
    })
    return version
  })
}

/** Reopens a closed sign-in. */
export async function reopenPerson(trx: Transaction<RegistryDb>, ask: Ask): Promise<number> {
  const person = await personInCharge(trx, ask)
  if (person.closedAt === null) throw new Conflict('person.open', 'Tài khoản này đang dùng được.')
  const at = ask.now.toString()
  await reopenUser(trx, person.userId)
  const version = await touchPerson(trx, person.id, signatureOf(ask.actor), at)
  await record(trx, ask.actor, 'person.reopened', { subject: { kind: 'person', id: person.id }, at })
  return version
}

/**
 * Removes every second factor of a person who lost theirs and the recovery codes: their password opens the next
 * session, which leads to enrolling again if the role requires it. Open sessions end.
 */
export async function letIn(trx: Transaction<RegistryDb>, ask: Ask): Promise<number> {
  const person = await personToLetIn(trx, ask)
  if (person.id === ask.actor.personId) {
    throw new Conflict('person.oneself_factors', 'Hãy gỡ xác thực hai lớp của chính mình ở trang Tài khoản của tôi.')
  }
  const at = ask.now.toString()
  await clearSecondFactors(trx, person.userId)
  const version = await touchPerson(trx, person.id, signatureOf(ask.actor), at)
  await record(trx, ask.actor, 'person.factorsCleared', {
    subject: { kind: 'person', id: person.id },
    at,
    detail: { sessionsEnded: person.sessions },
  })
  return version
}

/** A name and an address as stored; invalid ones are refused on their field. */
function read({ fullName, email }: ChangePerson): ChangePerson {
  return { fullName: plainWords(fullName, 'fullName', 'Họ và tên'), email: mailAddress(email, 'email') }
}
