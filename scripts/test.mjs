/**
 * `npm test`: installs what is missing and runs every check in order. Ends with a line of counts and a non-zero code if
 * anything failed; a test step that reports no count has failed.
 *
 *   npm test -- [--only lint,types,…] [--lang vi|en]
 */
import './node-version.mjs'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import util from 'node:util'
import { chromium } from './chromium.mjs'
import { countsOfNodeTest, countsOfPlaywright, slowest, timesOfPlaywright } from './counts.mjs'
import { install, root } from './install.mjs'
import { enter, languageOf, progress, Refusal, run } from './terminal.mjs'
import { verifiers } from './verifiers.mjs'
import { buildWeb } from './web.mjs'

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {{ code: number, output: string }} Ended */
/** @typedef {{ name: string, title: string, run: () => Promise<Ended>, count?: (output: string) => Counts | undefined }} Step */

const language = languageOf('en')
const step = progress()

/**
 * The steps, cheapest first. Those with `count` run tests.
 * @param {string} node path of Node 26
 * @returns {Step[]}
 */
function steps(node) {
  const call = (/** @type {string[]} */ args, env = {}) =>
    run(node, args, { cwd: root, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env } })
  const tool = (/** @type {string[]} */ ...parts) => path.join(root, 'node_modules', ...parts)
  const tsc = tool('typescript', 'bin', 'tsc')
  const nodeTest = (/** @type {string[]} */ ...files) => call(['--test', '--test-reporter=spec', ...files])
  const browserReport = path.join(root, 'test-results', 'browser.json')
  return [
    {
      name: 'lint',
      title: 'Lint and format',
      run: () => call([tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.']),
    },
    {
      name: 'types',
      title: 'Types',
      // Side by side: the console is a separate project, with the browser's types.
      run: async () => {
        const projects = ['tsconfig.json', 'web/tsconfig.json'].map((project) => call([tsc, '-p', project]))
        const ended = await Promise.all(projects)
        return { code: Math.max(...ended.map(({ code }) => code)), output: ended.map(({ output }) => output).join('') }
      },
    },
    {
      name: 'house',
      title: 'Boundaries and manners',
      run: () => nodeTest('scripts/*.test.ts'),
      count: countsOfNodeTest,
    },
    { name: 'generated', title: 'Generated files', run: () => call(['server/generate.ts', '--check']) },
    {
      name: 'unit',
      title: 'Unit tests',
      run: () => call(['scripts/unit-tests.ts']),
      count: countsOfNodeTest,
    },
    { name: 'server', title: 'Server tests', run: () => call(['server/test/run.ts']), count: countsOfNodeTest },
    {
      name: 'browser',
      title: 'Browser tests',
      run: () => {
        rmSync(browserReport, { force: true })
        return call([tool('@playwright', 'test', 'cli.js'), 'test', '-c', 'e2e/playwright.config.ts'], {
          PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
        })
      },
      count: () => (existsSync(browserReport) ? countsOfPlaywright(readFileSync(browserReport, 'utf8')) : undefined),
    },
  ]
}

/**
 * @param {Step[]} all
 * @returns {Step[]} those named after `--only`, or all
 */
function chosen(all) {
  const names = [...new Set(all.map(({ name }) => name))]
  try {
    const { values } = util.parseArgs({ options: { only: { type: 'string' }, lang: { type: 'string' } } })
    const wanted = values.only?.split(',') ?? names
    if (wanted.every((name) => names.includes(name))) return all.filter(({ name }) => wanted.includes(name))
  } catch {
    // Fall through: an unknown option and an unknown step print the same line.
  }
  throw new Refusal(`npm test -- [--only ${names.join(',')}] [--lang vi|en]`)
}

/**
 * The ten files that took longest, according to the reports that the steps write.
 * @param {readonly string[]} names of the steps that ran
 * @returns {string[]}
 */
function slowestFiles(names) {
  const times = names.flatMap((name) => {
    const file = path.join(root, 'test-results', name === 'browser' ? 'browser.json' : `${name}-times.json`)
    if (!existsSync(file)) return []
    const text = readFileSync(file, 'utf8')
    return name === 'browser' ? timesOfPlaywright(text) : Object.entries(JSON.parse(text))
  })
  return slowest(times)
}

/** @param {Counts} counts */
const line = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`

await enter(async () => {
  const started = performance.now()
  const node = await install(step, language)
  const toRun = chosen(steps(node))
  if (toRun.some(({ name }) => ['unit', 'server', 'browser'].includes(name))) await verifiers(step, language)
  if (toRun.some(({ name }) => name === 'browser')) {
    process.env.E2E_CHROMIUM = await chromium(step, language)
    await buildWeb(step, node, language)
  }
  const total = { passed: 0, failed: 0, skipped: 0 }
  /** @type {string[]} */
  const failures = []
  for (const { title, run: start, count } of toRun) {
    const judge = (/** @type {Ended} */ { code, output }) => {
      const counts = count?.(output)
      const ok = code === 0 && (!count || (counts !== undefined && counts.failed === 0))
      return { ok, counts, note: counts ? line(counts) : count ? 'no test was counted' : undefined }
    }
    const ended = await step(title, start, judge)
    const { ok, counts } = judge(ended)
    total.passed += counts?.passed ?? 0
    total.skipped += counts?.skipped ?? 0
    // A step that failed without a failing test, such as lint, counts as one.
    total.failed += Math.max(counts?.failed ?? 0, ok ? 0 : 1)
    if (ok) continue
    failures.push(title)
    console.log(ended.output.trimEnd())
  }
  const slow = slowestFiles(toRun.map(({ name }) => name))
  if (slow.length > 0) console.log(`\nSlowest files:\n${slow.join('\n')}`)
  const minutes = ((performance.now() - started) / 60_000).toFixed(1)
  console.log(
    failures.length > 0 ? `\nFailed: ${failures.join(', ')} (${minutes} min)` : `\nAll passed (${minutes} min)`,
  )
  console.log(line(total))
  return failures.length > 0 ? 1 : 0
})
