import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import type { WebhookSettings } from '../platform/webhook-settings.ts'
import { guardedLookup, hostOf, mayCall } from './address.ts'

/** The result of a request: the status and the beginning of the answer, or why there was none. */
export interface Answered {
  status: number | null
  answer: string | null
  error: string | null
}

const TOTAL_MS = 10_000
/** How much of an answer is stored, in bytes. */
const ANSWER_KEPT = 2048

/**
 * Posts a body without following redirects or keeping the connection. Never throws: a failure is part of the result. Takes
 * at most ten seconds, the answer included.
 */
export async function post(
  address: string,
  body: string,
  headers: Record<string, string>,
  settings: WebhookSettings,
): Promise<Answered> {
  const url = new URL(address)
  const host = hostOf(url)
  // An IP address is never looked up, so it is checked here.
  if (isIP(host) && !mayCall(host, host, settings)) {
    return { status: null, answer: null, error: `${host} may not be called` }
  }
  const signal = AbortSignal.timeout(TOTAL_MS)
  try {
    return await exchange(url, body, headers, settings, signal)
  } catch (error) {
    const why = signal.aborted ? `no answer within ${TOTAL_MS / 1000} s` : messageOf(error)
    return { status: null, answer: null, error: why.slice(0, 500) }
  }
}

function exchange(
  url: URL,
  body: string,
  headers: Record<string, string>,
  settings: WebhookSettings,
  signal: AbortSignal,
): Promise<Answered> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((done, fail) => {
    const bytes = Buffer.from(body)
    const sent = request(
      url,
      {
        method: 'POST',
        agent: false,
        signal,
        lookup: guardedLookup(settings),
        headers: { ...headers, 'content-length': String(bytes.length), connection: 'close' },
      },
      (response) => {
        const kept: Buffer[] = []
        let size = 0
        const finish = () => {
          const answer = Buffer.concat(kept).subarray(0, ANSWER_KEPT).toString('utf8').replaceAll('\u0000', '')
          const status = response.statusCode ?? 0
          done({ status, answer, error: status >= 300 && status < 400 ? 'redirect not followed' : null })
          response.destroy()
        }
        response.on('data', (chunk: Buffer) => {
          kept.push(chunk)
          size += chunk.length
          if (size >= ANSWER_KEPT) finish()
        })
        response.on('end', finish)
        response.on('error', fail)
      },
    )
    sent.on('error', fail)
    sent.end(bytes)
  })
}

/** Node reports several tried addresses in one AggregateError without a message of its own. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ')
  return error instanceof Error ? error.message || error.name : String(error)
}
