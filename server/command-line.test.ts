import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { openDatabase } from './platform/db.ts'
import { freshApp, type TestApp } from './test/app.ts'
import { bareEnv } from './test/bare-env.ts'

const BIN = join(import.meta.dirname, '../cli/bin.mjs')
const DOCX = join(import.meta.dirname, '../extraction/fixtures/quyet-dinh-mau.docx')

interface Outcome {
  code: number | null
  out: Buffer
  err: string
}

async function run(args: string[], env: Record<string, string>): Promise<Outcome> {
  const child = spawn(process.execPath, [BIN, ...args], { env: { ...bareEnv(), LANG: 'vi', ...env } })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  child.stdin.end()
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out: Buffer.concat(out), err: Buffer.concat(err).toString() }
}

/** A real server on its own port, and a user who may review. */
async function listening(t: TestContext): Promise<{ env: Record<string, string>; address: string; app: TestApp }> {
  const app = await freshApp(t)
  const address = await app.app.listen({ port: 0, host: '127.0.0.1' })
  const { token } = await app.as('followUp')
  return { env: { DIEUHANH_SERVER: address, DIEUHANH_TOKEN: token }, address, app }
}

test('the commands that call a server', async (t) => {
  const { env, address, app } = await listening(t)

  await t.test('import waits until the document is read and names its review', async () => {
    let waits = true
    const working = (async () => {
      while (waits) {
        await app.drain()
        await pause(200)
      }
    })()
    const { code, out, err } = await run(['import', DOCX], env)
    waits = false
    await working
    assert.equal(code, 0, err)
    const [, id] = /^Đã nạp, mã (\d+)\. Rà soát tại /.exec(out.toString())!
    assert.ok(out.toString().includes(`${address}/van-ban/${id}`))
    const answer = await fetch(`${address}/api/directives/${id}`, {
      headers: { authorization: `Bearer ${env.DIEUHANH_TOKEN}` },
    })
    const directive = (await answer.json()) as { state: string; drafts: unknown[] }
    assert.equal(directive.state, 'review')
    assert.equal(directive.drafts.length, 7)
  })

  await t.test('the same file again is refused in the server’s words', async () => {
    const { code, err } = await run(['import', DOCX], env)
    assert.equal(code, 4)
    assert.match(err, /^dieuhanh: .*quyet-dinh-mau\.docx: Máy chủ từ chối: \S/)
  })

  await t.test('tasks list gives a table and JSON', async () => {
    const table = await run(['tasks', 'list'], env)
    assert.equal(table.code, 0, table.err)
    assert.match(table.out.toString(), /^Tính đến ngày 28\/02\/2021: 0 nhiệm vụ\n┌/)
    const json = await run(
      ['tasks', 'list', '--format', 'json', '--state', 'openOverdue', '--as-of', '2021-01-31'],
      env,
    )
    assert.equal(json.code, 0, json.err)
    assert.deepEqual(JSON.parse(json.out.toString()), { asOf: '2021-01-31', rows: [], more: false })
    const bad = await run(['tasks', 'list', '--state', 'khac'], env)
    assert.equal(bad.code, 2)
    assert.match(bad.err, /openOverdue/)
    assert.equal((await run(['tasks', 'list', '--as-of', '2021-02-30'], env)).code, 2)
  })

  await t.test('report is written as the requested file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dieuhanh-report-'))
    t.after(() => rmSync(folder, { recursive: true, force: true }))
    for (const [format, mark] of [
      ['docx', 'PK'],
      ['pdf', '%PDF'],
      ['xlsx', 'PK'],
    ] as const) {
      const out = join(folder, `bao-cao.${format}`)
      const { code, err } = await run(['report', '--month', '2021-02', '--format', format, '--out', out], env)
      assert.equal(code, 0, err)
      assert.equal(readFileSync(out, 'latin1').slice(0, mark.length), mark)
    }
    const piped = await run(['report', '--month', '2021-02', '--format', 'pdf'], env)
    assert.equal(piped.out.subarray(0, 4).toString(), '%PDF')
  })

  await t.test('figures rebuild reports that nothing differed; it is for administrators', async () => {
    const { token } = await app.as('administrator')
    const made = await run(['figures', 'rebuild', '--lang', 'en'], { ...env, DIEUHANH_TOKEN: token })
    assert.equal(made.code, 0, made.err)
    assert.match(made.out.toString(), /agree with the facts: \d+ tasks rebuilt, no row replaced/)
    assert.equal((await run(['figures', 'rebuild'], env)).code, 4, 'not for every user')
    assert.equal((await run(['figures', 'drop'], env)).code, 2)
  })

  await t.test('audit verify reports that the log is intact, or which row was altered first', async () => {
    const { token } = await app.as('auditor')
    const reader = { ...env, DIEUHANH_TOKEN: token }
    const sound = await run(['audit', 'verify'], reader)
    assert.equal(sound.code, 0, sound.err)
    const [, head] = /^Nhật ký nguyên vẹn: đã kiểm tra \d+ dòng\.\nMã băm dòng cuối: ([0-9a-f]{64})\n$/.exec(
      sound.out.toString(),
    )!
    assert.equal((await run(['audit', 'verify', '--expect', head!], reader)).code, 0)
    const other = await run(['audit', 'verify', '--lang', 'en', '--expect', '0'.repeat(64)], reader)
    assert.equal(other.code, 1)
    assert.match(other.out.toString(), /^THE LOG DOES NOT CONTAIN THE HASH NOTED/)
    assert.equal((await run(['audit', 'verify', '--expect', 'khac'], reader)).code, 2)
    assert.equal((await run(['audit', 'verify'], env)).code, 4, 'not for every user')

    const owner = openDatabase(app.url, { max: 1 })
    const { id } = await app.db.selectFrom('platform.audit').select('id').orderBy('id').executeTakeFirstOrThrow()
    await sql`set session_replication_role = replica`.execute(owner)
    await sql`update platform.audit set actor_name = 'ai đó' where id = ${id}`.execute(owner)
    await owner.destroy()
    const altered = await run(['audit', 'verify'], reader)
    assert.equal(altered.code, 1)
    assert.ok(altered.out.toString().startsWith(`NHẬT KÝ ĐÃ BỊ SỬA: dòng đầu tiên bị sửa là dòng số ${id}.`))
  })

  await t.test('a wrong token and an unreachable server exit with 4', async () => {
    const wrong = await run(['tasks', 'list'], { ...env, DIEUHANH_TOKEN: 'sai' })
    assert.equal(wrong.code, 4)
    assert.match(wrong.err, /Máy chủ từ chối/)
    const gone = await run(['tasks', 'list'], { ...env, DIEUHANH_SERVER: 'http://127.0.0.1:59' })
    assert.equal(gone.code, 4)
    assert.match(gone.err, /Không liên lạc được máy chủ http:\/\/127\.0\.0\.1:59: ECONNREFUSED/)
  })
})

test('an unknown scale of the sample is answered by the list of known ones', async () => {
  const script = join(import.meta.dirname, 'sample/main.ts')
  const env = { ...bareEnv(), DATA_DIR: join(tmpdir(), 'dieuhanh-never-made') }
  const answers = [['--scale', '10k'], ['--scale'], ['100k']].map(async (args) => {
    const child = spawn(process.execPath, [script, ...args], { env })
    const err: Buffer[] = []
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
    assert.equal(code, 1)
    assert.equal(Buffer.concat(err).toString(), 'Cách dùng: npm run sample -- --scale small|national|100k|1m\n')
  })
  await Promise.all(answers)
})
