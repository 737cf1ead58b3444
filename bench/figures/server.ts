import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type RunningServer, startServer } from '../../e2e/server.ts'
import { findEmbedded } from '../../server/platform/embedded.ts'

const root = path.join(import.meta.dirname, '..', '..')
const READY_WITHIN_MS = 120_000

export interface Measurable extends RunningServer {
  /** Address of its database, as the owner. */
  database: string
  /** Where its inspector listens, if it was asked for. */
  inspectorPort: number | undefined
}

/**
 * The server on the national sample, or on a data directory that was loaded before, which stays when it stops.
 * @param isInspected whether a profile can be taken of it
 */
export async function startMeasurable(dataDir: string | undefined, isInspected: boolean): Promise<Measurable> {
  const inspectorPort = isInspected ? await freePort() : undefined
  const env = inspectorPort === undefined ? {} : { NODE_OPTIONS: `--inspect=127.0.0.1:${inspectorPort}` }
  const server = dataDir === undefined ? await startServer(env) : await startOn(dataDir, env)
  const database = await findEmbedded(server.dataDir)
  if (database === undefined) {
    await server.stop()
    throw new Error(`The server on ${server.dataDir} has no database of its own to measure against.`)
  }
  return { ...server, database, inspectorPort }
}

async function startOn(dataDir: string, env: NodeJS.ProcessEnv): Promise<RunningServer> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, [path.join(root, 'server', 'main.ts')], {
    cwd: root,
    env: { ...process.env, ...env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => {
      printed = (printed + piece).slice(-10_000)
    })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const isRunning = () => server.exitCode === null && server.signalCode === null
  const stop = async () => {
    if (isRunning()) server.kill('SIGTERM')
    await ended
  }
  const deadline = Date.now() + READY_WITHIN_MS
  while (isRunning() && Date.now() < deadline) {
    const answer = await fetch(`${url}/api/health`).catch(() => undefined)
    if (answer?.ok) return { url, dataDir, stop }
    await pause(200)
  }
  await stop()
  throw new Error(`The server did not become ready on ${dataDir}:\n${printed}`)
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return port
}
