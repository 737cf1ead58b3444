import { postTo, reasonOf } from '../platform/outgoing/post.ts'
import { mayCall } from '../platform/outgoing/private-hosts.ts'
import type { WebhookSettings } from '../platform/webhook-settings.ts'

/** The result of a request: the status and the beginning of the answer, or why there was none. */
export interface Answered {
  status: number | null
  answer: string | null
  error: string | null
}

const TOTAL_MS = 10_000
/** How much of an answer is stored, in bytes. */
const ANSWER_KEPT = 2048

/** Posts a body. Never throws: a failure is part of the result. Takes at most ten seconds, the answer included. */
export async function post(
  address: string,
  body: string,
  headers: Record<string, string>,
  settings: WebhookSettings,
): Promise<Answered> {
  const signal = AbortSignal.timeout(TOTAL_MS)
  try {
    const reply = await postTo(address, body, headers, {
      mayCall: (ip, name) => mayCall(ip, name, settings),
      most: ANSWER_KEPT,
      signal,
    })
    const { status } = reply
    const answer = reply.body.toString('utf8').replaceAll('\u0000', '')
    return { status, answer, error: status >= 300 && status < 400 ? 'redirect not followed' : null }
  } catch (error) {
    const why = signal.aborted ? `no answer within ${TOTAL_MS / 1000} s` : reasonOf(error)
    return { status: null, answer: null, error: why.slice(0, 500) }
  }
}
