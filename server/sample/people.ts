import type { KnownActor } from '../platform/actor.ts'
import type { Db } from '../platform/db.ts'
import { findActor } from '../registry/index.ts'

/**
 * The people of a part of the sample, by what they do in it; each value is the name before "@mau.example". Null where one of
 * them is not there: the sample was loaded by an earlier version.
 */
export async function actorsOf<Part extends string>(
  db: Db,
  people: Readonly<Record<Part, string>>,
  today: string,
): Promise<Record<Part, KnownActor> | null> {
  const found: Partial<Record<Part, KnownActor>> = {}
  for (const part of Object.keys(people) as Part[]) {
    const user = await db
      .selectFrom('platform.user')
      .select('id')
      .where('email', '=', `${people[part]}@mau.example`)
      .executeTakeFirst()
    const actor = user && (await findActor(db, { userId: user.id, sessionId: null }, today))
    if (!actor) return null
    found[part] = actor
  }
  return found as Record<Part, KnownActor>
}
