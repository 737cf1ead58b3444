import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'

export interface Received {
  headers: IncomingHttpHeaders
  raw: string
  body: { id: number; sequence: number | null; event: string; occurredAt: string; data: { task?: { code: string } } }
}

export interface Receiver {
  url: string
  /** All requests received, refused or not, in order. */
  received: Received[]
  /** Statuses of the next answers in order; after that 204. */
  answers: number[]
  /** Holds the answers to the next requests until it is released. */
  hold: () => () => void
}

/** The system of an agency: a real HTTP server on 127.0.0.1, closed with the test. */
export async function startReceiver(t: TestContext): Promise<Receiver> {
  const received: Received[] = []
  const answers: number[] = []
  let gate: Promise<void> = Promise.resolve()
  const server = createServer((request, response) => {
    request.toArray().then(
      async (chunks: Buffer[]) => {
        const raw = Buffer.concat(chunks).toString('utf8')
        received.push({ headers: request.headers, raw, body: JSON.parse(raw) })
        await gate
        const status = answers.shift() ?? 204
        const isMoved = status >= 300 && status < 400
        response
          .writeHead(status, isMoved ? { location: '/dau-khac' } : {})
          .end(status === 204 ? '' : `trả lời ${status}`)
      },
      () => response.destroy(),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/webhook`,
    received,
    answers,
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      gate = promise
      return resolve
    },
  }
}

/** The receiver's check, independent of the signing code: whether one of its secrets signed this within five minutes. */
export function isSigned(headers: IncomingHttpHeaders, raw: string, secret: string): boolean {
  const parts = String(headers['dieuhanh-signature']).split(',')
  const time = parts.find((part) => part.startsWith('t='))?.slice(2) ?? ''
  const expected = Buffer.from(createHmac('sha256', secret).update(`${time}.${raw}`).digest('hex'))
  if (Math.abs(Date.now() / 1000 - Number(time)) > 300) return false
  return parts
    .filter((part) => part.startsWith('v1='))
    .map((part) => Buffer.from(part.slice(3)))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected))
}
