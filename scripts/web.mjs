/** Builds the staff console once for each state of its sources. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from './install.mjs'
import { Refusal, run } from './terminal.mjs'

const dist = path.join(root, 'web', 'dist')
/** Inside `dist`, so that deleting the build also deletes the record of it. */
const stamp = path.join(dist, '.built-from')

/** SHA-256 over the names and contents of everything the build reads. */
async function sourcesHash() {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', 'docs/ket-noi-he-thong.md'])
    hash.update(await readFile(path.join(root, file)))
  // The build contains the guide: its chapters and pictures.
  for (const source of ['web', 'client', 'docs/guide']) {
    const folder = path.join(root, source)
    const names = await readdir(folder, { recursive: true })
    const files = names
      .filter((name) => !/(^|[\\/])(dist|node_modules)([\\/]|$)/.test(name) && !name.endsWith('.test.ts'))
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .sort()
    for (const file of files) hash.update(`\n${file}\n`).update(await readFile(path.join(folder, file)))
  }
  return hash.digest('hex')
}

/**
 * Builds `web/dist` unless it is already built from exactly these sources.
 * @param {ReturnType<typeof import('./terminal.mjs').progress>} step
 * @param {string} node path of Node 26
 * @param {import('./terminal.mjs').Language} language
 */
export async function buildWeb(step, node, language) {
  const vi = language === 'vi'
  const hash = await sourcesHash()
  if (existsSync(path.join(dist, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  await step(vi ? 'Dựng giao diện' : 'Building the web console', async () => {
    const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    const { code, output } = await run(node, [vite, 'build'], { cwd: path.join(root, 'web') })
    if (code === 0) return writeFile(stamp, hash)
    if (/ENOSPC/.test(output))
      throw new Refusal(
        vi
          ? 'Ổ đĩa đã đầy khi dựng giao diện: hãy giải phóng chỗ trống rồi chạy lại.'
          : 'The disk filled up while building: free some space and run again.',
      )
    if (/\b(EACCES|EPERM|EROFS)\b/.test(output))
      throw new Refusal(
        vi
          ? `Không có quyền ghi vào ${dist}: hãy chạy bằng tài khoản sở hữu thư mục này.`
          : `No right to write in ${dist}: run as the owner of this folder.`,
      )
    throw new Refusal(`${vi ? 'Không dựng được giao diện' : 'The web console could not be built'}:\n${output.trim()}`)
  })
}
