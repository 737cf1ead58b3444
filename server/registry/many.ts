import type { AskToMake } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Problem } from '../platform/errors.ts'
import { type IdempotencyKey, idempotent } from '../platform/idempotency.ts'
import type { RegistryDb } from './db.ts'
import { type InviteDeps, invite } from './invite.ts'
import type { AddedPeople, AddPeople } from './many-shapes.ts'
import { enrol } from './person.ts'
import { demandKeeper } from './person-access.ts'
import type { AddPerson } from './person-shapes.ts'

/**
 * Adds many people as one adds each of them, and invites them: all or, where one is refused, none. Repeated with its key it
 * says who was added and adds no one.
 */
export async function addPeople(
  trx: Transaction<RegistryDb>,
  ask: AskToMake,
  { people }: AddPeople,
  key: IdempotencyKey | undefined,
  deps: InviteDeps,
): Promise<AddedPeople> {
  demandKeeper(ask.actor)
  let isNew = false
  const added = await idempotent(trx, ask.actor, key, async () => {
    isNew = true
    const made: { id: number; userId: string }[] = []
    await refuseTaken(trx, people)
    for (const [place, person] of people.entries())
      made.push(await naming(place, person, () => enrol(trx, ask, person)))
    return made
  })
  const cards = await trx
    .selectFrom('platform.user_card')
    .select(['user_id', 'name', 'email'])
    .where(
      'user_id',
      'in',
      added.map(({ userId }) => userId),
    )
    .execute()
  const answered: AddedPeople['people'] = []
  for (const { id, userId } of added) {
    const { name, email } = cards.find((card) => card.user_id === userId)!
    const invitation = isNew ? await invite(trx, ask, { id, userId, name, email }, deps) : null
    answered.push({ id, fullName: name, email, invitation })
  }
  return { people: answered }
}

const addressOf = ({ email }: AddPerson) => email.trim().toLowerCase()

/** Addresses of these people that have a sign-in. */
export async function takenAddresses(
  trx: Transaction<RegistryDb>,
  addresses: readonly string[],
): Promise<ReadonlySet<string>> {
  if (addresses.length === 0) return new Set()
  const rows = await trx.selectFrom('platform.user_card').select('email').where('email', 'in', addresses).execute()
  return new Set(rows.map(({ email }) => email))
}

async function refuseTaken(trx: Transaction<RegistryDb>, people: readonly AddPerson[]): Promise<void> {
  const addresses = people.map(addressOf)
  const taken = await takenAddresses(trx, addresses)
  const fields = addresses.flatMap((address, place) => {
    const path = `people.${place}.email`
    if (taken.has(address)) return [{ path, code: 'user.email_taken', message: 'Địa chỉ thư này đã có tài khoản.' }]
    if (addresses.indexOf(address) === place) return []
    return [{ path, code: 'people.twice', message: 'Địa chỉ thư này có hai lần trong danh sách.' }]
  })
  if (fields.length === 0) return
  const names = fields.map(({ path }) => people[Number(path.split('.')[1])]!.fullName).join('; ')
  throw new Problem(
    409,
    'people.taken',
    `Chưa mời ai: địa chỉ thư của ${names} đã có tài khoản hoặc có hai lần. Hãy bỏ các dòng này rồi mời lại.`,
    { fields },
  )
}

/** A refusal says of whom. */
async function naming<T>(place: number, { fullName }: AddPerson, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    throw new Problem(error.status, error.code, `Chưa mời ai. ${fullName}: ${error.detail}`, {
      fields: error.fields.map((field) => ({ ...field, path: `people.${place}.${field.path}` })),
      cause: error,
    })
  }
}
