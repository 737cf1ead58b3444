/**
 * `npm run sample -- [--scale small|national|100k|1m]`: loads the sample data with the pinned Node 26, after installing
 * what is missing. Exits with the code of `server/sample/main.ts`.
 */
import './node-version.mjs'
import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { install, root } from './install.mjs'
import { enter, languageOf, progress } from './terminal.mjs'

await enter(async () => {
  const language = languageOf('vi')
  const node = await install(progress(), language)
  return new Promise((resolve, reject) => {
    const load = spawn(node, [path.join(root, 'server', 'sample', 'main.ts'), ...process.argv.slice(2)], {
      cwd: root,
      env: { ...process.env, DIEUHANH_LANG: language },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    load.once('error', reject)
    load.once('close', (code) => resolve(code ?? 1))
  })
})
