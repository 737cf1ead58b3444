/**
 * Adds a person who can sign in and prints their password: the first administrator of an empty database, or any later
 * user. Works on the database of DATABASE_URL, on that of a running server, or without a server.
 *
 *   node server/add-person.ts --email an@co-quan.example --name 'Nguyễn Văn Mẫu' --title 'Chuyên viên' --role followUp --agency 'Văn phòng Chính phủ'
 */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { house } from './house.ts'
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

const ROLES: readonly Role[] = [
  'administrator',
  'followUpLeader',
  'followUp',
  'taskForceHead',
  'taskForce',
  'leader',
  'focalPoint',
  'officer',
  'auditor',
]

interface Options {
  email: string
  name: string
  title: string
  role: Role
  agency: string
}

function readOptions(): Options {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({ options: { email: text, name: text, title: text, role: text, agency: text } })
    const { email, name, title, agency } = values
    const role = ROLES.find((one) => one === values.role)
    if (email && /^[^@\s]+@[^@\s]+$/.test(email) && name && title && role && agency)
      return { email, name, title, role, agency }
  } catch {
    // An unknown option is handled like a missing one.
  }
  const options = `--email … --name … --title … --role ${ROLES.join('|')} --agency …`
  throw new CannotStart({
    vi: `Cách dùng: node server/add-person.ts ${options}`,
    en: `Usage: node server/add-person.ts ${options}`,
  })
}

async function agencyNamed(db: AnyHandle, name: string, today: string): Promise<{ id: number; name: string }> {
  const { outcome, agency, candidates } = await resolveAgency(db, name, today)
  if (outcome === 'certain' && agency) return agency
  const names = candidates.map((candidate) => candidate.name).join('; ')
  throw new CannotStart({
    vi: `Danh mục không có cơ quan “${name}”${names ? `; gần nhất: ${names}` : ''}.`,
    en: `The registry has no agency “${name}”${names ? `; closest: ${names}` : ''}.`,
  })
}

async function add({ email, name, title, role, agency: agencyName }: Options): Promise<void> {
  const config = readConfig(process.env)
  const { url, leave } = await reach(config)
  try {
    const { db, close } = open(url, (await migrate(url)).applicationRole, config, house.audit)
    try {
      await prepareReference(db)
      const from = todayInVietnam(systemClock)
      const agency = await agencyNamed(db, agencyName, from)
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
  return new CannotStart({ vi: 'Địa chỉ thư này đã có người dùng.', en: 'This address is already in use.' }, error)
}

try {
  await add(readOptions())
} catch (error) {
  explain(explainTaken(error))
  process.exitCode = 1
}
