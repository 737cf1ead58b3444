import { sql } from 'kysely'
import { systemActor } from '../../server/platform/actor.ts'
import { addUser } from '../../server/platform/auth.ts'
import type { Db } from '../../server/platform/db.ts'
import { issueToken } from '../../server/platform/token.ts'
import { addPerson } from '../../server/registry/index.ts'

export interface People {
  /** The agency they work for. */
  agencyId: number
  /** A token for each. */
  tokens: string[]
}

/**
 * Adds people in the same post as a person of the sample. Eight clients are eight people: limits and state per person
 * (open queries, last use) would distort eight parallel requests of a single person.
 * @param email of the person of the sample
 */
export async function peopleLike(db: Db, email: string, count: number): Promise<People> {
  const { rows } = await sql<{ agency_id: number; role: 'officer' }>`
    select p.agency_id, p.role from registry.person_card p join platform.user u on u.id = p.user_id
    where u.email = ${email}`.execute(db)
  const post = rows[0]
  if (post === undefined) throw new Error(`The sample has no one with the address ${email}.`)
  const run = crypto.randomUUID().slice(0, 8)
  const tokens = await db.transaction().execute(async (trx) => {
    const issued: string[] = []
    for (let place = 0; place < count; place++) {
      const username = `do_${email.split('@')[0]}_${run}_${place}`
      const name = `Đo Tốc Độ ${place}`
      const user = { name, email: `${username}@mau.example`, username, password: `Do-${crypto.randomUUID()}` }
      const userId = await addUser(trx, user)
      const held = { userId, fullName: name, agencyId: post.agency_id, role: post.role, title: 'Chuyên viên' }
      await addPerson(trx, systemActor('đo tốc độ'), { ...held, from: '2020-01-01', isSample: true })
      issued.push(await issueToken(trx, userId, 'đo tốc độ'))
    }
    return issued
  })
  return { agencyId: post.agency_id, tokens }
}
