import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { bareEnv } from '../test/bare-env.ts'
import { openDesk, type Refusal } from '../test/review-desk.ts'
import type { KnowledgeCard } from './label-shapes.ts'

const CLI = join(import.meta.dirname, '../../cli/bin.mjs')
const PLAN = `KẾ HOẠCH
1. Rà soát cấu hình các máy chủ của hệ thống báo cáo.
- Đầu mối gánh việc: Vụ Tổng hợp.
`

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'dieuhanh-knowledge-'))
  t.after(() => rmSync(path, { recursive: true, force: true }))
  return path
}

test('what the office taught is exported to a file, and the command line reads with it', async (t) => {
  const desk = await openDesk(t)
  const admin = await desk.as('administrator')
  for (const [phrase, role] of [
    ['Đầu mối gánh việc', 'lead'],
    ['Nhãn rút', 'other'],
  ]) {
    assert.equal((await admin.send('POST', '/api/directives/labels', { body: { phrase, role } })).status, 201)
  }
  await sql`update directives.label set withdrawn_at = now(), withdrawn_by = 'x' where phrase = 'Nhãn rút'`.execute(
    desk.db,
  )
  const { units, labels } = (await admin.send('GET', '/api/directives/knowledge')).body as KnowledgeCard
  assert.deepEqual(labels, [{ phrase: 'Đầu mối gánh việc', role: 'lead' }])
  assert.ok(units.find(({ name }) => name === 'Bộ Tài chính')!.aliases.includes('Bộ Tài chính'))

  const address = await desk.app.listen({ port: 0, host: '127.0.0.1' })
  const place = folder(t)
  const [file, plan] = [join(place, 'tu-ngu.json'), join(place, 'ke-hoach.txt')]
  writeFileSync(plan, PLAN)
  const run = (...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      execFile(process.execPath, [CLI, ...args, '--lang', 'en'], { env: bareEnv() }, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
      )
    })
  const server = ['--server', address, '--token', admin.token]
  const exported = await run('knowledge', 'export', '--out', file, ...server)
  assert.equal(exported.code, 0, exported.err)
  assert.match(exported.out, /^\d+ agencies and 1 label written to /)
  assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), { units, labels })
  const { out } = await run('extract', plan, '--knowledge', file)
  assert.deepEqual(JSON.parse(out).tasks[0].lead, ['Vụ Tổng hợp'])
  assert.equal((await run('knowledge', ...server)).code, 2)

  const refused = await run('knowledge', 'export', '--server', address, '--token', desk.reviewer.token)
  assert.deepEqual([refused.code, refused.out], [4, ''])
})

test('only those who keep the registry take it out', async (t) => {
  const desk = await openDesk(t)
  const refused = await desk.reviewer.send('GET', '/api/directives/knowledge')
  assert.deepEqual([refused.status, (refused.body as Refusal).code], [403, 'directive.corpus_not_yours'])
  await sql`update registry.role set rights = rights || '{registry.keep}' where role = 'officer'`.execute(desk.db)
  const officer = await desk.as('officer', { agency: 'bo-tai-chinh' })
  assert.equal((await officer.send('GET', '/api/directives/knowledge')).status, 200)
})
