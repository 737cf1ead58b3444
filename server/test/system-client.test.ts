import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { systemActor } from '../platform/actor.ts'
import { assignAll } from '../tasks/index.ts'
import { aSource, aTask } from '../tasks/task.fixture.ts'
import { freshApp } from './app.ts'
import { missing } from './installed-software.ts'

const GUIDE = join(import.meta.dirname, '../../docs/ket-noi-he-thong.md')

interface Step {
  commands: string
  expected: string | undefined
}

/** Each block of commands with the block of output that follows it. */
function stepsOf(guide: string): Step[] {
  const blocks = [...guide.matchAll(/```(bash|text)\n([\s\S]*?)```/g)].map(([, kind, text]) => ({ kind, text: text! }))
  return blocks.flatMap(({ kind, text }, place) => {
    const next = blocks[place + 1]
    return kind === 'bash' ? [{ commands: text, expected: next?.kind === 'text' ? next.text.trim() : undefined }] : []
  })
}

/** "…" matches any text. */
function asPattern(expected: string): RegExp {
  const words = expected.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${words.join('[\\s\\S]*?')}$`)
}

/** Separates the outputs of two blocks. */
const MARK = '-----8<-----'

const skip = missing('bash', ['-c', 'curl --version && echo | sed -n p'])

test('the commands of the guide for API clients give its outputs', { skip }, async (t) => {
  const app = await freshApp(t)
  const address = await app.app.listen({ port: 0, host: '127.0.0.1' })
  const [health, office] = [await app.agency('bo-y-te'), await app.agency('van-phong-chinh-phu')]
  const source = aSource({ office } as Parameters<typeof aSource>[0])
  await app.db
    .transaction()
    .execute((trx) => assignAll(trx, systemActor('thử'), source, [aTask('1', health, '2021-12-31')], app.clock.now()))
  const focal = await app.as('focalPoint', { agency: 'bo-y-te' })
  const made = await focal.send('POST', '/api/clients', {
    body: { agencyId: health, name: 'Phần mềm quản lý văn bản', scopes: ['tasks.read', 'tasks.report'] },
  })
  const { clientId, secret } = made.body as { clientId: string; secret: string }

  const steps = stepsOf(readFileSync(GUIDE, 'utf8'))
  assert.ok(steps.length >= 9, `${steps.length} blocks of commands found`)
  const script = ['set -euo pipefail', ...steps.map(({ commands }) => `${commands}\necho; echo '${MARK}'`)].join('\n')
  const { stdout } = await promisify(execFile)('bash', ['-c', script], {
    env: {
      PATH: process.env.PATH,
      DIEUHANH: address,
      CLIENT_ID: clientId,
      CLIENT_SECRET: secret,
      TMPDIR: app.config.dataDir,
    },
  })
  const outputs = stdout.split(MARK).map((part) => part.trim())
  for (const [place, { commands, expected }] of steps.entries()) {
    if (expected !== undefined) assert.match(outputs[place] ?? '', asPattern(expected), commands)
  }
})
