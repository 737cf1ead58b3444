/** Runs the tests of every workspace that need neither a database nor a browser. */
import { globSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { serverTests } from '../server/test/files.ts'
import { runFiles } from './test-pool.ts'

const root = path.dirname(import.meta.dirname)
const globs = ['extraction', 'client', 'cli', 'web/src'].map((folder) => `${folder}/**/*.test.ts`)
const files = globSync(globs, { cwd: root, exclude: (name) => name === 'node_modules' })
const ran = await runFiles([...files.map((file) => path.join(root, file)), ...serverTests().pure], {
  times: 'unit',
  // It measures the memory of its process, which never forgets what the files before it took.
  alone: ['server/platform/signature/hostile.test.ts'],
})
process.exitCode = ran.some(({ failed }) => failed > 0) ? 1 : 0
