import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { AskToMake } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { TELL_KINDS, type TellKind } from '../platform/tell.ts'
import { holdersOf } from '../registry/index.ts'
import { ownPerson } from './access.ts'
import type { NotificationsDb } from './db.ts'
import { chosen, type Difference, differencesOf, isBellKept } from './kinds.ts'
import type { ChoiceEdit, Preferences } from './shapes.ts'

interface Whose {
  isFocal: boolean
  differences: Difference[]
}

async function whose(db: Handle<NotificationsDb>, personId: number, on: string): Promise<Whose> {
  const differences = await db
    .selectFrom('notifications.preference')
    .select(['kind', 'way', 'is_on'])
    .where('person_id', '=', personId)
    .execute()
  const keepers = await holdersOf(db, 'people.keepOwn', on)
  return { differences, isFocal: keepers.some((one) => one.personId === personId) }
}

/** How a person is told of each kind of thing. */
export async function preferencesOf(db: Handle<NotificationsDb>, personId: number, on: string): Promise<Preferences> {
  const { isFocal, differences } = await whose(db, personId, on)
  return {
    kinds: TELL_KINDS.map((kind) => ({
      kind,
      ...chosen(kind, isFocal, differences),
      isBellKept: isBellKept(kind),
      isDefault: !differences.some((one) => one.kind === kind),
    })),
  }
}

/** From now on the actor is told of one kind of thing as they choose. What they were told before stays. */
export async function prefer(
  trx: Transaction<NotificationsDb>,
  { actor, now }: AskToMake,
  kind: TellKind,
  choice: ChoiceEdit,
): Promise<Preferences> {
  const personId = ownPerson(actor)
  const on = dayInVietnam(now)
  if (!choice.bell && isBellKept(kind)) {
    throw wrong(
      'bell',
      'notifications.bell_stays',
      'Việc được giao luôn hiện ở chuông thông báo để không ai bị sót việc. Hãy giữ chuông, và tắt bản tin ngày hoặc thư.',
    )
  }
  const { isFocal, differences } = await whose(trx, personId, on)
  await trx.deleteFrom('notifications.preference').where('person_id', '=', personId).where('kind', '=', kind).execute()
  const kept = differencesOf(kind, isFocal, choice)
  if (kept.length > 0) {
    await trx
      .insertInto('notifications.preference')
      .values(kept.map((one) => ({ person_id: personId, ...one })))
      .execute()
  }
  await record(trx, actor, 'notifications.preferred', {
    subject: { kind: 'person', id: personId },
    at: now.toString(),
    before: { kind, ...chosen(kind, isFocal, differences) },
    after: { kind, ...choice },
  })
  return preferencesOf(trx, personId, on)
}
