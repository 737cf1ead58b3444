import { type Static, Type } from 'typebox'
import { takeFirstCode } from '../platform/account/first-code.ts'
import { systemActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { addUser } from '../platform/auth.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Db } from '../platform/db.ts'
import { readEmail } from '../platform/email.ts'
import { Invalid, wrong } from '../platform/errors.ts'
import { giveBackGuess, type Limit, takeGuess } from '../platform/guessing.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { words } from '../platform/shapes.ts'
import { addPerson } from './people.ts'
import { resolveAgency } from './resolve.ts'

export const FirstAdministrator = Type.Object({
  code: Type.String({ minLength: 1, maxLength: 100, description: 'As the server printed it' }),
  name: words(200),
  email: words(254),
  title: words(200),
  password: Type.String({ minLength: 1, maxLength: 1000 }),
  /** Name of the agency, as the registry knows it today. */
  agency: words(300),
})

export type FirstAdministrator = Static<typeof FirstAdministrator>

/** Wrong codes from one address within a quarter of an hour; the code itself has 99 bits. */
const WRONG_CODES = 10

/**
 * Creates the first administrator with the code the server printed at its start: only while there is no user. Throws
 * 400 on the field that is wrong; a wrong code counts against the address it came from.
 */
export async function makeFirstAdministrator(
  db: Db,
  address: string,
  first: FirstAdministrator,
  now: Temporal.Instant,
): Promise<void> {
  const limits: Limit[] = [{ key: `first code ${address}`, most: WRONG_CODES, seconds: 900 }]
  await takeGuess(db, limits)
  try {
    await db.transaction().execute(async (trx) => {
      // Checked first: someone without a code learns nothing of the registry here.
      await takeFirstCode(trx, first.code)
      const name = first.name.trim()
      const title = first.title.trim()
      const from = dayInVietnam(now)
      const { outcome, agency, candidates } = await resolveAgency(trx, first.agency, from)
      if (outcome !== 'certain' || !agency) {
        const names = candidates.map((candidate) => candidate.name).join('; ')
        throw wrong(
          'agency',
          'first.no_such_agency',
          `Danh mục không có cơ quan này${names ? `; gần nhất: ${names}` : ''}.`,
        )
      }
      const email = readEmail(first.email.trim())
      if (email === undefined) throw wrong('email', 'person.email', 'Địa chỉ thư điện tử không đúng dạng.')
      const username = `u${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`
      const userId = await addUser(trx, { name, email, username, password: first.password })
      const actor = systemActor('thiết lập ban đầu')
      const post = { userId, fullName: name, agencyId: agency.id, role: 'administrator', title, from }
      const personId = await addPerson(trx, actor, post)
      await record(trx, actor, 'administrator.first', { subject: { kind: 'person', id: personId } })
    })
  } catch (error) {
    if (!(error instanceof Invalid && error.code === 'first.wrong_code')) await giveBackGuess(db, limits)
    throw error
  }
}

/** Open to strangers: the code is the only key. */
export function firstRoutes(app: App, { db, clock }: Deps): void {
  app.post(
    '/api/first-administrator',
    {
      config: { open: true },
      schema: {
        operationId: 'makeFirstAdministrator',
        summary: 'Create the first administrator with the code the server printed',
        tags: ['sign-in'],
        security: [],
        body: FirstAdministrator,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await makeFirstAdministrator(db, request.ip, request.body, clock.now())
      return reply.code(204).send(null)
    },
  )
}
