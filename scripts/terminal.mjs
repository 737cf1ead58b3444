/**
 * Output of the two entry commands: two languages, steps with their time, and one sentence when something is refused.
 */
import { spawn } from 'node:child_process'
import process from 'node:process'

/** How often a long step reports that it is still running where the line cannot be redrawn (a log, CI). */
const HEARTBEAT_MS = 30_000

/** @typedef {'vi' | 'en'} Language */

/**
 * The language of the command's output: `--lang en` or `DIEUHANH_LANG=en`, else `fallback`. The system locale is
 * ignored: servers in Viet Nam commonly run with an English one.
 * @param {Language} fallback
 * @returns {Language}
 */
export function languageOf(fallback) {
  const at = process.argv.indexOf('--lang')
  const wanted = at >= 0 ? process.argv[at + 1] : process.env.DIEUHANH_LANG
  return wanted === 'en' || wanted === 'vi' ? wanted : fallback
}

/** A refusal the user can act on: the message is one sentence in their language, with the remedy. */
export class Refusal extends Error {}

/**
 * Writes progress to a stream: one line per step, redrawn with the seconds if the stream is a terminal.
 * @param {NodeJS.WriteStream} [stream]
 */
export function progress(stream = process.stdout) {
  const isLive = stream.isTTY === true && process.env.CI === undefined

  /**
   * Runs one step and prints how long it took.
   * @template T
   * @param {string} title
   * @param {() => Promise<T>} act
   * @param {(result: T) => { ok: boolean, note?: string }} [judge] what the finished line shows
   * @returns {Promise<T>}
   */
  return async function step(title, act, judge = () => ({ ok: true })) {
    const started = performance.now()
    const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`
    stream.write(isLive ? `  ${title} …` : `▸ ${title}\n`)
    const timer = setInterval(
      () => stream.write(isLive ? `\r  ${title} … ${seconds()}` : `  … ${title} ${seconds()}\n`),
      isLive ? 200 : HEARTBEAT_MS,
    )
    const close = (/** @type {string} */ mark, /** @type {string | undefined} */ note) =>
      stream.write(`${isLive ? '\r\x1b[K' : ''}${mark} ${title} (${seconds()})${note ? `: ${note}` : ''}\n`)
    try {
      const result = await act()
      const { ok, note } = judge(result)
      close(ok ? '✓' : '✗', note)
      return result
    } catch (error) {
      close('✗', undefined)
      throw error
    } finally {
      clearInterval(timer)
    }
  }
}

/**
 * Runs a command to completion without standard input, collecting its output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>} output is stdout and stderr in order of arrival
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    /** @type {string[]} */
    const chunks = []
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (chunk) => chunks.push(chunk))
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output: chunks.join('') }))
  })
}

/**
 * Runs a command's main function: a refusal is printed as its message alone, any other error with its stack.
 * @param {() => Promise<number>} main returns the exit code
 */
export async function enter(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    console.error(error instanceof Refusal ? `✗ ${error.message}` : error)
    process.exitCode = 1
  }
}
