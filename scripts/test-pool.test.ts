import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { countsOfNodeTest } from './counts.mjs'
import { type PoolOptions, type Ran, runFiles } from './test-pool.ts'

const BEGIN = `import { test } from 'node:test'\n`

/** Runs planted files in the order given, in one process unless stated otherwise. */
async function ran(t: TestContext, planted: Record<string, string>, options: PoolOptions = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'dieuhanh-pool-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(planted)) writeFileSync(path.join(folder, name), BEGIN + text)
  let printed = ''
  const results = await runFiles(
    Object.keys(planted).map((name) => path.join(folder, name)),
    {
      workers: 1,
      env: { PATH: process.env.PATH, NO_COLOR: '1' },
      print: (text) => {
        printed += text
      },
      ...options,
    },
  )
  const of = (name: string) => results.find(({ file }) => path.basename(file) === name) as Ran
  return { of, printed, counts: countsOfNodeTest(printed) }
}

const FINE = `test('adds', () => {})\ntest('divides', async (t) => { await t.test('by two', () => {}) })`

test('files run one after another in a process, each with its own tests', async (t) => {
  const own = `test('notes its process', () => console.log('process ' + process.pid))`
  const { of, printed, counts } = await ran(t, { 'a.test.mjs': own, 'b.test.mjs': own, 'c.test.mjs': FINE })
  const [first, second] = [...printed.matchAll(/process (\d+)/g)].map(([, pid]) => pid)
  assert.equal(first, second)
  assert.deepEqual(of('c.test.mjs').names, ['adds', 'divides › by two', 'divides'])
  assert.deepEqual(counts, { passed: 5, failed: 0, skipped: 0 })
})

test('a failing test fails only its file, and the reason is reported', async (t) => {
  const { of, printed, counts } = await ran(t, {
    'bad.test.mjs': `test('one', () => { throw new Error('does not add up') })\ntest('two', { skip: 'no wind' }, () => {})`,
    'fine.test.mjs': FINE,
  })
  assert.equal(of('bad.test.mjs').failed, 1)
  assert.equal(of('fine.test.mjs').failed, 0)
  assert.match(printed, /✖ one[\s\S]*does not add up[\s\S]*Files with failures:\n✖ .*bad\.test\.mjs/)
  assert.deepEqual(counts, { passed: 3, failed: 1, skipped: 1 })
})

test('a file that cannot be loaded, ends its process, or throws when its tests are over has failed; the others run', async (t) => {
  const { of, printed, counts } = await ran(t, {
    'broken.test.mjs': `test('never known', () => {})\nthrow new Error('at its loading')`,
    'quits.test.mjs': `test('quits', () => process.exit(0))`,
    'late.test.mjs': `test('is over', () => { setTimeout(() => { throw new Error('too late') }, 50) })`,
    'fine.test.mjs': FINE,
  })
  for (const name of ['broken.test.mjs', 'quits.test.mjs', 'late.test.mjs']) assert.equal(of(name).failed, 1, name)
  assert.equal(of('fine.test.mjs').failed, 0)
  assert.match(printed, /at its loading/)
  assert.match(printed, /quits\.test\.mjs: its process ended \(code 0\) during: quits/)
  assert.match(printed, /too late/)
  assert.equal(counts?.failed, 3)
})

// Side by side: each waits for seconds.
describe('files that hang', { concurrency: true }, () => {
  for (const [how, text, during] of [
    ['waits forever', `test('hangs', () => new Promise(() => setInterval(() => {}, 1000)))`, 'hangs'],
    ['never yields the thread', `test('hangs', () => { for (;;); })`, 'hangs'],
    ['leaves a timer running', `test('hangs', () => { setInterval(() => {}, 1000) })`, 'what is left after hangs'],
  ] as const) {
    test(`a test that ${how} is ended under its name, and the other files run`, async (t) => {
      const { of, printed } = await ran(t, { 'hangs.test.mjs': text, 'fine.test.mjs': FINE }, { silenceMs: 3_000 })
      assert.equal(of('hangs.test.mjs').failed, 1)
      assert.ok(printed.includes(`hangs.test.mjs: nothing ended within 3 s during: ${during}\n`), printed)
      assert.equal(of('fine.test.mjs').passed, 3)
    })
  }

  test('when a test hangs, the processes it started are ended as well', {
    skip: process.platform === 'win32',
  }, async (t) => {
    const { printed } = await ran(
      t,
      {
        'leaves.test.mjs': `import { spawn } from 'node:child_process'
test('hangs', () => new Promise(() => {
  console.log('started ' + spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']).pid)
}))`,
      },
      { silenceMs: 3_000 },
    )
    const pid = Number(/started (\d+)/.exec(printed)?.[1])
    assert.ok(pid > 0, printed)
    // It is gone, or a zombie that has not been waited for yet.
    const isGone = () => !existsSync(`/proc/${pid}`) || /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    for (let round = 0; process.platform === 'linux' && !isGone(); round++) {
      assert.ok(round < 200, readFileSync(`/proc/${pid}/status`, 'utf8'))
      await new Promise((wake) => setTimeout(wake, 100))
    }
  })
})

test('what a file sets in its environment is not visible to the next', async (t) => {
  const { of } = await ran(t, {
    'sets.test.mjs': `test('sets', () => { process.env.PLANTED = 'yes'; delete process.env.NO_COLOR })`,
    'looks.test.mjs': `test('looks', () => {
      if (process.env.PLANTED !== undefined || process.env.NO_COLOR !== '1') throw new Error('left behind')
    })`,
  })
  assert.equal(of('looks.test.mjs').failed, 0)
})

test('a file known to be long is begun first, and a name without a file is refused', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dieuhanh-pool-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const files = ['a', 'b', 'c'].map((name) => path.join(folder, `${name}.test.mjs`))
  for (const file of files) writeFileSync(file, BEGIN + FINE)
  const quiet = { workers: 1, print: () => {} }
  const done = await runFiles(files, { ...quiet, long: [files[1]!] })
  assert.deepEqual(
    done.map(({ file }) => path.basename(file, '.test.mjs')),
    ['b', 'a', 'c'],
  )
  for (const list of ['alone', 'long']) {
    const gone = path.join(folder, 'gone.test.mjs')
    await assert.rejects(runFiles(files, { ...quiet, [list]: [gone] }), /gone\.test\.mjs is not there/)
  }
})
