import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'

/**
 * Real directives with hand-made labels, kept next to the project. The figures are pinned: none may fall. If the set is
 * absent, the test is skipped with a reason.
 */
const shared = new URL('../../shared/', import.meta.url)
const directives = fileURLToPath(new URL('directives/', shared))
const scorer = fileURLToPath(new URL('tools/score-extraction.mjs', shared))
const absent = existsSync(directives) && existsSync(scorer) ? false : 'the labelled directives (../shared) are absent'

const script = `
import { readFileSync } from 'node:fs'
const { readText } = await import(${JSON.stringify(new URL('./read/text.ts', import.meta.url).href)})
const { extract } = await import(${JSON.stringify(new URL('./extract.ts', import.meta.url).href)})
process.stdout.write(JSON.stringify(extract(readText(readFileSync(process.argv[1], 'utf8'), 'x.txt'))))
`

interface Figures {
  documents: number
  failed: number
  tasks: number
  lead: number
  coordinating: number
  deadlines: number
  targets: number
  document: number
  group: number
  forbidden: number
  overall: number
}

function score(only?: string): Figures {
  const command = `"${process.execPath}" --input-type=module -e '${script.replaceAll("'", `'"'"'`)}' {file}`
  const chosen = only ? ['--only', only] : []
  const run = spawnSync(process.execPath, [scorer, directives, '--cmd', command, '--json', ...chosen], {
    encoding: 'utf8',
  })
  assert.equal(run.status, 0, run.stderr)
  return JSON.parse(run.stdout)
}

/** The directives whose labels the rules were developed with. */
const READ_BEFORE = '00,02,05,07,08,10,12,16'

it('keeps its figures on the directives it was developed with', { skip: absent }, () => {
  const figures = score(READ_BEFORE)
  assert.equal(figures.failed, 0)
  assert.equal(figures.forbidden, 0)
  for (const name of [
    'tasks',
    'lead',
    'coordinating',
    'deadlines',
    'targets',
    'document',
    'group',
    'overall',
  ] as const) {
    assert.ok(figures[name] >= 0.99, `${name}: ${figures[name]}`)
  }
})

/** The figures reached on all labelled directives; raised as the rules improve. */
const REACHED = {
  tasks: 0.89,
  lead: 0.82,
  coordinating: 0.84,
  deadlines: 0.88,
  targets: 0.95,
  document: 0.79,
  group: 0.8,
  overall: 0.86,
} as const

it('keeps its figures on the directives labelled since', { skip: absent }, () => {
  const figures = score()
  assert.equal(figures.failed, 0)
  for (const [name, least] of Object.entries(REACHED)) {
    const reached = figures[name as keyof typeof REACHED]
    assert.ok(reached >= least, `${name}: ${reached}`)
  }
})

it('reads Decision 12 without an error', { skip: absent }, () => {
  const { tasks, lead, coordinating, deadlines, targets, document } = score('00')
  assert.deepEqual(
    { tasks, lead, coordinating, deadlines, targets, document },
    { tasks: 1, lead: 1, coordinating: 1, deadlines: 1, targets: 1, document: 1 },
  )
})
