import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import type { WebhookSettings } from '../platform/webhook-settings.ts'
import { guardedLookup, hostOf, mayCall } from './address.ts'

/** What a request came to: the status and the first of the answer, or why there was none. */
export interface Answered {
  status: number | null
  answer: string | null
  error: string | null
}

const TOTAL_MS = 10_000
/** Kept of an answer, in bytes. */
const ANSWER_KEPT = 2048

/**
 * Posts a body, following no redirect and keeping no connection. Never throws: what goes wrong is what came of it. Takes ten
 * seconds at most, the answer included.
 */
export async function post(
  address: string,
  body: string,
  headers: Record<string, string>,
  settings: WebhookSettings,
): Promise<Answered> {
  const url = new URL(address)
  const host = hostOf(url)
  // An address in figures is never looked up.
  if (isIP(host) && !mayCall(host, host, settings)) {
    return { status: null, answer: null, error: `${host} may not be called` }
  }
  const signal = AbortSignal.timeout(TOTAL_MS)
  try {
    return await exchange(url, body, headers, settings, signal)
  } catch (error) {
    const why = signal.aborted ? `no answer within ${TOTAL_MS / 1000} s` : wordsOf(error)
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
          done({ status, answer, error: status >= 300 && status < 400 ? 'a redirect, which is not followed' : null })
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

/** Node tells of several addresses tried in one error that has no words of its own. */
function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join('; ')
  return error instanceof Error ? error.message || error.name : String(error)
}
