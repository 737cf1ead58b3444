/**
 * A language model of an office, for tests: a process of its own that speaks the chat-completions format over HTTP and
 * answers well, badly, late or never, by the name of the model asked for.
 */
import { fork } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import type { ChatRequest } from './request.ts'

/** What to answer, and to which passages: those that contain the words. Others get no task. */
interface Scripted {
  when: string
  tasks: Record<string, unknown>[]
}
export interface Received {
  path: string
  authorization: string | null
  body: ChatRequest
}
interface LanguageModel {
  /** "http://127.0.0.1:1234/v1" */
  url: string
  /** All requests so far, in order. */
  received: () => Promise<Received[]>
}

const LATE_MS = 3_000
const HUGE = 40 * 1024 * 1024

/** Starts the process; it ends with the test. */
export async function startLanguageModel(
  t: { after: (end: () => void) => void },
  script: readonly Scripted[] = [],
): Promise<LanguageModel> {
  const child = fork(import.meta.filename, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] })
  t.after(() => child.kill('SIGKILL'))
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  child.once('message', (message) => resolve((message as { port: number }).port))
  child.once('exit', (code) => reject(new Error(`the language model ended with ${code}`)))
  child.send(script)
  const at = `http://127.0.0.1:${await promise}`
  return {
    url: `${at}/v1`,
    received: async () => (await (await fetch(`${at}/received`)).json()) as Received[],
  }
}

function serve(script: readonly Scripted[]): void {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    if (request.url === '/received') return json(response, received)
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString()) as ChatRequest
    received.push({ path: request.url ?? '', authorization: request.headers.authorization ?? null, body })
    await reply(request, response, body, script)
  })
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
}

async function reply(
  request: IncomingMessage,
  response: ServerResponse,
  { model, messages }: ChatRequest,
  script: readonly Scripted[],
): Promise<void> {
  const { doan } = JSON.parse(messages[1]!.content) as { doan: string }
  const folded = doan.replace(/\s+/g, ' ')
  const tasks = script.find(({ when }) => folded.includes(when))?.tasks ?? []
  switch (model) {
    case 'never':
      return
    case 'late':
      await after(LATE_MS)
      return chat(response, JSON.stringify({ tasks }))
    case 'hangs-up':
      request.socket.destroy()
      return
    case 'slow-drip':
      response.writeHead(200)
      return void setInterval(() => response.write(' '), 50).unref()
    case 'error':
      response.writeHead(500).end('out of memory')
      return
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Đăng nhập</h1>')
      return
    case 'redirect':
      response.writeHead(307, { location: '/v1/elsewhere' }).end()
      return
    case 'huge':
      response.writeHead(200)
      response.on('error', () => {})
      for (let sent = 0; sent < HUGE && !response.destroyed; sent += 1024 * 1024) {
        if (!response.write('x'.repeat(1024 * 1024))) await after(1)
      }
      response.end()
      return
    case 'prose':
      return chat(response, 'Đoạn này giao Sở Y tế báo cáo.')
    case 'other-form':
      return chat(response, JSON.stringify({ nhiem_vu: [{ don_vi: 'Sở Y tế' }] }))
    case 'deep':
      return chat(response, `{"tasks":${'['.repeat(15_000)}${']'.repeat(15_000)}}`)
    case 'fenced':
      return chat(response, `\`\`\`json\n${JSON.stringify({ tasks })}\n\`\`\``)
    default:
      return chat(response, JSON.stringify({ tasks }))
  }
}

function chat(response: ServerResponse, content: string): void {
  json(response, { id: '1', choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }] })
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

if (import.meta.main) {
  process.once('message', (script) => serve(script as Scripted[]))
  process.once('disconnect', () => process.exit(0))
}
