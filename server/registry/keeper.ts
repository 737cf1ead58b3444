import { sql } from 'kysely'
import type { Transaction } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import type { RegistryDb } from './db.ts'

/** Rights that no one could ever be given again if all their holders lost them. */
const KEPT = ['system.keep', 'people.keep'] as const

const WORDS = { 'system.keep': 'quản trị hệ thống', 'people.keep': 'quản lý tài khoản của mọi cơ quan' } as const

/**
 * Runs an act that may take rights from people, and refuses it if, from some day on, there would be fewer days than
 * before on which a user who can sign in manages the system, or all people. One such act at a time, so that two
 * administrators cannot remove each other's rights concurrently. Takes its lock before the act takes any.
 */
export async function keepingKeepers<T>(
  trx: Transaction<RegistryDb>,
  today: string,
  act: () => Promise<T>,
): Promise<T> {
  await sql`select pg_advisory_xact_lock(hashtext('registry.keepers'))`.execute(trx)
  const before = await firstDaysWithout(trx, today)
  const done = await act()
  const after = await firstDaysWithout(trx, today)
  for (const right of KEPT) {
    const [was, is] = [before[right], after[right]]
    if (is !== null && (was === null || is < was)) {
      throw new Conflict(
        'person.last_keeper',
        `Phải luôn còn ít nhất một người đăng nhập được và có quyền ${WORDS[right]}. Hãy giao quyền này cho người khác trước.`,
      )
    }
  }
  return done
}

type FirstDays = Record<(typeof KEPT)[number], string | null>

/** From today on, the first day on which no one holds each right in a post of their own; null if there is none. */
async function firstDaysWithout(trx: Transaction<RegistryDb>, today: string): Promise<FirstDays> {
  const { rows } = await sql<{ right: keyof FirstDays; day: string | null }>`
    select k.name as right, lower(datemultirange(daterange(${today}::date, null)) - coalesce((
             select range_agg(o.valid)
             from registry.post o
             join registry.role r on r.role = o.role
             join registry.person p on p.person_id = o.person_id
             join platform.user_card u on u.user_id = p.user_id
             where k.name = any(r.rights) and u.deactivated_at is null
               and u.has_credential
           ), '{}'::datemultirange)) as day
    from unnest(${[...KEPT]}::text[]) as k(name)`.execute(trx)
  return Object.fromEntries(rows.map(({ right, day }) => [right, day])) as FirstDays
}
