/**
 * The browser for the browser tests: Debian's own Chromium, so that nothing is downloaded outside the package system.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { debian, mayInstall } from './debian.mjs'
import { Refusal } from './terminal.mjs'

/** The shell has no window, tabs or profile, which no story looks at: a story takes a fifth less time in it. */
const SHELL = 'chromium-headless-shell'
const names = [SHELL, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** @returns {string | undefined} a Chromium of this machine; `E2E_CHROMIUM` names another */
export function findChromium() {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const places = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [process.env.E2E_CHROMIUM, ...places].find((place) => place && existsSync(place))
}

/**
 * Returns the path of Chromium, installing Debian's package if it is missing and we are allowed to.
 * @param {ReturnType<typeof import('./terminal.mjs').progress>} step
 * @param {import('./terminal.mjs').Language} language
 */
export async function chromium(step, language) {
  const found = findChromium()
  if (found) return found
  const vi = language === 'vi'
  if (!mayInstall())
    throw new Refusal(
      vi
        ? 'Kiểm thử trên trình duyệt cần Chromium: hãy cài (sudo apt-get install chromium) hoặc đặt E2E_CHROMIUM là đường dẫn tới nó.'
        : 'The browser tests need Chromium: install it (sudo apt-get install chromium) or set E2E_CHROMIUM to its path.',
    )
  await step(vi ? 'Cài Chromium' : 'Installing Chromium', async () => {
    // Before Debian 12, and elsewhere, the shell is no package of its own.
    const why = (await debian([SHELL])) && (await debian(['chromium']))
    if (why)
      throw new Refusal(
        (vi
          ? 'Không cài được Chromium bằng apt-get, hãy tự cài rồi chạy lại: '
          : 'Chromium could not be installed by apt-get, install it yourself and run again: ') + why,
      )
  })
  const installed = findChromium()
  if (!installed) throw new Error('apt-get installed chromium, but it is not on the PATH')
  return installed
}
