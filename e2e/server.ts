import { execFile, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const root = path.dirname(import.meta.dirname)
/** The first start creates the database and loads ten thousand sample tasks; two servers do so at the same time. */
const READY_WITHIN_MS = 300_000
/** A clean stop shuts PostgreSQL down; after this time the process is killed. */
const STOP_WITHIN_MS = 30_000

export interface RunningServer {
  url: string
  dataDir: string
  stop(): Promise<void>
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return port
}

const run = promisify(execFile)

/**
 * Data directories with the national sample, as many as asked: it is loaded once and copied, as loading takes a minute of the
 * processor. The caller deletes them (`deleteData`).
 */
export async function loadedData(count: number): Promise<string[]> {
  const first = emptyFolder()
  const load = [path.join(root, 'server', 'sample', 'main.ts'), '--scale', 'national']
  await run(process.execPath, load, { cwd: root, env: { ...process.env, DATA_DIR: first }, timeout: READY_WITHIN_MS })
  const copies = Array.from({ length: count - 1 }, emptyFolder)
  // With the owner of each file, which Node's own copy does not keep.
  for (const copy of copies) await run('cp', ['-a', `${first}/.`, copy])
  return [first, ...copies]
}

/** A data directory with nothing in it. The caller deletes it (`deleteData`). */
export function emptyFolder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'dieuhanh-e2e-'))
  // Under root PostgreSQL runs as another account: it has to enter the folder, or the cluster would lie elsewhere.
  chmodSync(made, 0o755)
  return made
}

/** Under root the cluster is in a place outside, which the data directory names: some hundred megabytes for each run. */
export function deleteData(dataDir: string): void {
  const note = path.join(dataDir, 'postgres.place')
  const outside = existsSync(note) ? readFileSync(note, 'utf8').trim() : ''
  for (const folder of [dataDir, outside]) if (folder !== '') rmSync(folder, { recursive: true, force: true })
}

/**
 * Starts the real server on a free port: on the national sample in its own data directory, deleted when it stops,
 * or on one that was loaded before (`kept`) and stays. Throws with the server's output if it ends or does not respond
 * in time.
 */
export async function startServer(env: NodeJS.ProcessEnv = {}, kept?: string): Promise<RunningServer> {
  const port = await freePort()
  const dataDir = kept ?? mkdtempSync(path.join(tmpdir(), 'dieuhanh-e2e-'))
  const url = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, [path.join(root, 'server', 'main.ts')], {
    cwd: root,
    env: { ...process.env, SAMPLE: 'national', ...env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk
    })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const isRunning = () => server.exitCode === null && server.signalCode === null
  const stop = async () => {
    if (isRunning()) server.kill('SIGTERM')
    const late = setTimeout(() => server.kill('SIGKILL'), STOP_WITHIN_MS)
    await ended
    clearTimeout(late)
    if (kept === undefined) deleteData(dataDir)
  }
  const deadline = Date.now() + READY_WITHIN_MS
  while (isRunning() && Date.now() < deadline) {
    const answer = await fetch(`${url}/api/health`).catch(() => undefined)
    if (answer?.ok) return { url, dataDir, stop }
    await pause(200)
  }
  await stop()
  throw new Error(`The server did not become ready at ${url}:\n${printed}`)
}

/** An invented person of the sample data, as in `sample-accounts.json`. */
export interface SampleAccount {
  name: string
  post: string
  email: string
  password: string
  token: string
}

/** The sample accounts of the server under test. */
export function sampleAccounts(): SampleAccount[] {
  return JSON.parse(readFileSync(path.join(process.env.E2E_DATA_DIR!, 'sample-accounts.json'), 'utf8'))
}
