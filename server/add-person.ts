/**
 * Adds a person who can sign in and prints their password: the first administrator of an empty database, and whoever
 * comes after. Works on the database of DATABASE_URL, on that of a running server, or without one.
 *
 *   node server/add-person.ts --email an@co-quan.example --name 'Nguyễn Văn Mẫu' --title 'Chuyên viên' --role followUp --body 'Văn phòng Chính phủ'
 */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { house } from './modules.ts'
import { explainDatabase, open, reach } from './opening.ts'
import { type Role, systemActor } from './platform/actor.ts'
import { addUser } from './platform/auth.ts'
import { todayInVietnam } from './platform/calendar.ts'
import { systemClock } from './platform/clock.ts'
import { readConfig } from './platform/config.ts'
import type { AnyHandle } from './platform/db.ts'
import { CannotStart } from './platform/errors.ts'
import { migrate } from './platform/schema/migrate.ts'
import { prepareReference } from './prepare.ts'
import { addPerson, resolveAgency } from './registry/index.ts'
import { explain, say } from './terminal.ts'

const ROLES: readonly Role[] = ['administrator', 'followUp', 'taskForce', 'officer']

interface Asked {
  email: string
  name: string
  title: string
  role: Role
  body: string
}

function asked(): Asked {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({ options: { email: text, name: text, title: text, role: text, body: text } })
    const { email, name, title, body } = values
    const role = ROLES.find((one) => one === values.role)
    if (email && /^[^@\s]+@[^@\s]+$/.test(email) && name && title && role && body)
      return { email, name, title, role, body }
  } catch {
    // An unknown option is answered like a missing one.
  }
  const options = `--email … --name … --title … --role ${ROLES.join('|')} --body …`
  throw new CannotStart({
    vi: `Cách dùng: node server/add-person.ts ${options}`,
    en: `Usage: node server/add-person.ts ${options}`,
  })
}

async function bodyCalled(db: AnyHandle, name: string, today: string): Promise<{ id: number; name: string }> {
  const { outcome, agency, candidates } = await resolveAgency(db, name, today)
  if (outcome === 'certain' && agency) return agency
  const names = candidates.map((candidate) => candidate.name).join('; ')
  throw new CannotStart({
    vi: `Danh mục không có cơ quan “${name}”${names ? `; gần nhất: ${names}` : ''}.`,
    en: `The registry has no body “${name}”${names ? `; closest: ${names}` : ''}.`,
  })
}

async function add({ email, name, title, role, body }: Asked): Promise<void> {
  const config = readConfig(process.env)
  const { url, leave } = await reach(config)
  try {
    const { db, close } = open(url, (await migrate(url)).applicationRole, config, house.audit)
    try {
      await prepareReference(db)
      const from = todayInVietnam(systemClock)
      const agency = await bodyCalled(db, body, from)
      const password = randomBytes(12).toString('base64url')
      await db.transaction().execute(async (trx) => {
        const userId = await addUser(trx, { name, email, username: `u${randomBytes(8).toString('hex')}`, password })
        const post = { userId, fullName: name, agencyId: agency.id, role, title, from }
        await addPerson(trx, systemActor('add-person'), post)
      })
      console.log(
        say({ vi: `Đã thêm ${name}, ${title}, ${agency.name}.`, en: `Added ${name}, ${title}, ${agency.name}.` }),
      )
      console.log(`  ${email}  ${password}`)
    } finally {
      await close()
    }
  } finally {
    await leave()
  }
}

function explainTaken(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError) || error.constraint !== 'user_email_uq') return explainDatabase(error)
  return new CannotStart(
    { vi: 'Địa chỉ thư này đã có người dùng.', en: 'This address belongs to somebody already.' },
    error,
  )
}

try {
  await add(asked())
} catch (error) {
  explain(explainTaken(error))
  process.exitCode = 1
}
