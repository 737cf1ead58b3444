import { type ChildProcess, fork, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { bareEnv } from './bare-env.ts'
import type { FromMailServer, Stop } from './mail-server.ts'

export interface Taken {
  to: string[]
  raw: string
  messageId: string
}

export interface MailServer {
  port: number
  /** The messages it received, answered or not, in order. */
  taken: Taken[]
  /** Makes the next session wait there. */
  hold: (stop: Stop | null) => void
  /** Resolves when a session waits there. */
  reached: (stop: Stop) => Promise<void>
}

/** A real mail server in a separate process, stopped with the test. */
export async function startMailServer(t: TestContext, env: Record<string, string> = {}): Promise<MailServer> {
  const child = fork(join(import.meta.dirname, 'mail-server.ts'), { env: { ...bareEnv(), ...env } })
  t.after(() => end(child))
  const taken: Taken[] = []
  const stops: Stop[] = []
  let port: number | undefined
  child.on('message', (message: FromMailServer) => {
    if ('listens' in message) port = message.listens
    else if ('reached' in message) stops.push(message.reached)
    else {
      const [, messageId = ''] = /^Message-ID: (<.+>)\r?$/im.exec(message.took) ?? []
      taken.push({ to: message.to, raw: message.took, messageId })
    }
  })
  await until(() => port !== undefined, 'the mail server listens')
  return {
    port: port!,
    taken,
    hold: (hold) => child.send({ hold }),
    reached: async (stop) => {
      await until(() => stops.includes(stop), `the mail server reached ${stop}`)
      stops.splice(stops.indexOf(stop), 1)
    },
  }
}

/** The worker as in production, taking jobs from the database of `env`; `kill` is SIGKILL. */
export async function startWorkerProcess(t: TestContext, env: Record<string, string>) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../worker.ts')], {
    env: { ...bareEnv(), DIEUHANH_LANG: 'en', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  t.after(() => end(child))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await until(() => {
    if (child.exitCode !== null) throw new Error(`the worker ended:\n${output}`)
    return output.includes('Taking jobs')
  }, 'the worker takes jobs')
  return { kill: () => end(child), output: () => output }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await ended
}

/** Waits for something to happen in another process. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  what: string,
  { seconds = 60 }: { seconds?: number } = {},
): Promise<void> {
  const last = Date.now() + seconds * 1000
  while (!(await isSo())) {
    if (Date.now() > last) throw new Error(`waited ${seconds} s for: ${what}`)
    await pause(20)
  }
}
