/** Packages of Debian, where we are allowed to install them. */
import { existsSync } from 'node:fs'
import process from 'node:process'
import { run } from './terminal.mjs'

export const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** Whether the lists of packages were fetched in this run: once is enough. */
let isUpdated = false

/**
 * Installs packages without what they only recommend. Returns what apt-get said of its failure; empty if it succeeded.
 * @param {readonly string[]} names
 * @returns {Promise<string>}
 */
export async function debian(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const update = isUpdated ? { output: '' } : await run('apt-get', ['update'], { env })
  isUpdated = true
  const { code, output } = await run('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env })
  if (code === 0) return ''
  const errors = `${update.output}${output}`.split('\n').filter((line) => /^E:/.test(line))
  return errors.join(' ') || `apt-get ended with ${code}`
}
