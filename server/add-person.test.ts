import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { verifyPassword } from 'better-auth/crypto'
import { bareEnv } from './test/bare-env.ts'
import { freshDatabase } from './test/database.ts'

async function addPerson(t: TestContext, url: string, given: Record<string, string>) {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'dieuhanh-person-'))
  t.after(() => rmSync(DATA_DIR, { recursive: true }))
  const options = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value])
  const child = spawn(process.execPath, [join(import.meta.dirname, 'add-person.ts'), ...options], {
    env: { ...bareEnv(), DATABASE_URL: url, DATA_DIR, DIEUHANH_LANG: 'en' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, errors] = await Promise.all([child.stdout.toArray(), child.stderr.toArray()])
  const output = Buffer.concat([...out, ...errors]).toString()
  return { code: child.exitCode ?? (await new Promise<number>((done) => child.once('close', done))), output }
}

const an = {
  email: 'An.Mau@mau.example',
  name: 'Nguyễn An Mẫu',
  title: 'Quản trị hệ thống',
  role: 'administrator',
  agency: 'Văn phòng Chính phủ',
}

test('a person is added once, with a post of today and the password that is printed', async (t) => {
  const { db, url } = await freshDatabase(t)
  const first = await addPerson(t, url, an)
  assert.equal(first.code, 0, first.output)
  const password = /An\.Mau@mau\.example {2}(\S{16})\n/.exec(first.output)?.[1]

  const person = await db
    .selectFrom('registry.person_card as p')
    .innerJoin('platform.account as a', 'a.user_id', 'p.user_id')
    .innerJoin('platform.user as u', 'u.id', 'p.user_id')
    .innerJoin('registry.agency_latest as b', 'b.agency_id', 'p.agency_id')
    .select(['p.full_name', 'p.role', 'p.title', 'u.email', 'b.name as agency', 'a.password'])
    .executeTakeFirstOrThrow()
  assert.ok(await verifyPassword({ hash: person.password!, password: password! }))
  const { password: _, ...rest } = person
  assert.deepEqual(rest, {
    full_name: 'Nguyễn An Mẫu',
    role: 'administrator',
    title: 'Quản trị hệ thống',
    email: 'an.mau@mau.example',
    agency: 'Văn phòng Chính phủ',
  })

  const again = await addPerson(t, url, an)
  assert.deepEqual([again.code, again.output], [1, 'This address is already in use.\n'])
})

test('an unknown agency and a wrong call print one sentence, and no one is added', async (t) => {
  const { db, url } = await freshDatabase(t)
  const nowhere = await addPerson(t, url, { ...an, agency: 'Văn phòng Chính phú' })
  assert.equal(nowhere.code, 1)
  assert.match(nowhere.output, /^The registry has no agency “Văn phòng Chính phú”; closest: Văn phòng Chính phủ.*\.\n$/)
  for (const wrong of [{ ...an, role: 'king' }, { ...an, email: 'an' }, { email: 'an@mau.example' }]) {
    const { code, output } = await addPerson(t, url, wrong)
    assert.equal(code, 1)
    assert.match(output, /^Usage: node server\/add-person\.ts --email/)
  }
  assert.deepEqual(await db.selectFrom('platform.user').select('id').execute(), [])
})
