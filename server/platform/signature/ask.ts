import { randomBytes } from 'node:crypto'
import { callOnce, type MayCall, type Reply, reasonOf } from '../outgoing/post.ts'
import type { PrivateHosts } from '../outgoing/private-hosts.ts'
import { mayCall as mayCallWithin } from '../outgoing/private-hosts.ts'
import { readDer, TAG } from './der.ts'
import { timeStampRequest, tokenOf } from './time-stamp.ts'

/*
 * Asks time-stamp authorities, the addresses of lists of revoked certificates, and OCSP responders. The addresses of the
 * last two stand in certificates that strangers sent: they may lead outside, and inside only where that is allowed.
 */

const MOST_SMALL = 1024 * 1024
const MOST_CRL = 50 * 1024 * 1024
const MOST_REDIRECTS = 3
/** RFC 5019, section 5: longer requests are posted. */
const MOST_IN_ADDRESS = 255
/** A list is asked for again after so long although it says it holds longer: a certificate may be revoked meanwhile. */
const FRESH_MS = 60 * 60 * 1000
/** All kept lists together. */
const MOST_KEPT = 200 * 1024 * 1024
/** A time-stamp authority that did not answer is not asked again for so long: a pile of signatures must not wait for each. */
const REST_MS = 30_000

export interface AskSettings {
  /** Addresses of time-stamp authorities, the first that answers is taken. The operator wrote them: they may lie inside. */
  timeStampUrls: readonly string[]
  /** What certificates may name inside the network. */
  privateHosts: PrivateHosts
  /** Longest wait for one answer, 5 if omitted; and for all that one question takes, 15 if omitted. */
  seconds?: number
  totalSeconds?: number
  /** The present, in tests another. */
  now?: () => number
}

/** Why there is no answer. */
export interface Missing {
  reason: 'notConfigured' | 'notAllowed' | 'unreachable' | 'refused' | 'tooLarge' | 'unreadable'
  /** For the log and for the one who keeps the system. */
  message: string
}
export type Stamped = { token: Uint8Array; missing: null } | { token: null; missing: Missing }
export type Fetched = { bytes: Uint8Array; missing: null } | { bytes: null; missing: Missing }

export interface Asking {
  /**
   * A time stamp of a SHA-256, SHA-384 or SHA-512 hash. None is no error: it costs the signature a level, which is raised
   * later.
   */
  stamp(hash: Uint8Array): Promise<Stamped>
  /** A list of revoked certificates, DER; kept until it ends, and asked for again each hour if it changed. */
  crl(url: string): Promise<Fetched>
  /** The answer of a responder to a DER request. */
  ocsp(url: string, request: Uint8Array): Promise<Fetched>
}

class Unanswered extends Error {
  readonly reason: Missing['reason']
  constructor(reason: Missing['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}

interface Kept {
  bytes: Uint8Array
  etag: string | undefined
  askedAt: number
  /** Of the list itself; 0 if it does not say. */
  endsAt: number
}

export function openAsking(settings: AskSettings): Asking {
  const { timeStampUrls, privateHosts, seconds = 5, totalSeconds = 15, now = Date.now } = settings
  const guarded: MayCall = (address, name) => mayCallWithin(address, name, privateHosts)
  const restsUntil = new Map<string, number>()
  const kept = new Map<string, Kept>()
  const underWay = new Map<string, Promise<Fetched>>()

  /** One call within the time of the question; 200 and 304 only. */
  async function call(
    url: string,
    what: { method: 'GET' | 'POST'; headers: Record<string, string>; body?: Uint8Array },
    { most, mayCall, whole }: { most: number; mayCall: MayCall; whole: AbortSignal },
  ): Promise<Reply> {
    let address = url
    for (let redirects = 0; ; redirects++) {
      demandHttp(address)
      const signal = AbortSignal.any([whole, AbortSignal.timeout(seconds * 1000)])
      const reply = await callOnce(address, what, { mayCall, most, signal }).catch((error) => {
        const message = `${address}: ${signal.aborted ? 'no answer in time' : reasonOf(error)}`
        throw new Unanswered(/may not be called/.test(message) ? 'notAllowed' : 'unreachable', message)
      })
      if (reply.isCut) throw new Unanswered('tooLarge', `${address}: more than ${most} bytes`)
      if (reply.status === 200 || (reply.status === 304 && what.headers['if-none-match'])) return reply
      const { location } = reply.headers
      const isRedirect = [301, 302, 303, 307, 308].includes(reply.status) && location !== undefined
      if (!isRedirect || what.method === 'POST') throw new Unanswered('refused', `${address}: status ${reply.status}`)
      if (redirects === MOST_REDIRECTS) throw new Unanswered('refused', `${url}: more than ${MOST_REDIRECTS} redirects`)
      if (!URL.canParse(location, address)) throw new Unanswered('refused', `${address}: leads nowhere`)
      address = new URL(location, address).href
    }
  }

  async function stamp(hash: Uint8Array): Promise<Stamped> {
    const algorithm = ({ 32: 'sha256', 48: 'sha384', 64: 'sha512' } as const)[hash.length]
    if (!algorithm) throw new RangeError(`a hash of ${hash.length} bytes cannot be stamped`)
    let missing: Missing = { reason: 'notConfigured', message: 'no time-stamp authority is configured' }
    const whole = AbortSignal.timeout(totalSeconds * 1000)
    for (const url of timeStampUrls) {
      if ((restsUntil.get(url) ?? 0) > now()) {
        missing = { reason: 'unreachable', message: `${url}: did not answer a moment ago` }
        continue
      }
      const nonce = randomBytes(16)
      try {
        const { body } = await call(
          url,
          {
            method: 'POST',
            headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
            body: timeStampRequest(hash, nonce, algorithm),
          },
          { most: MOST_SMALL, mayCall: () => true, whole },
        )
        const token = tokenOf(body, { hash, nonce })
        restsUntil.delete(url)
        return { token, missing: null }
      } catch (error) {
        missing = missingOf(error, url)
        if (missing.reason === 'unreachable') restsUntil.set(url, now() + REST_MS)
      }
    }
    return { token: null, missing }
  }

  async function fetchCrl(url: string): Promise<Fetched> {
    const before = kept.get(url)
    const at = now()
    if (before && at < Math.min(before.endsAt, before.askedAt + FRESH_MS)) return { bytes: before.bytes, missing: null }
    try {
      const headers: Record<string, string> = before?.etag ? { 'if-none-match': before.etag } : {}
      const whole = AbortSignal.timeout(totalSeconds * 1000)
      const reply = await call(url, { method: 'GET', headers }, { most: MOST_CRL, mayCall: guarded, whole })
      if (reply.status === 304 && before) {
        keep(url, { ...before, askedAt: at })
        return { bytes: before.bytes, missing: null }
      }
      const { endsAt } = endOf(reply.body)
      keep(url, { bytes: reply.body, etag: reply.headers.etag, askedAt: at, endsAt })
      return { bytes: reply.body, missing: null }
    } catch (error) {
      // An older list that still holds is better than none.
      if (before && at < before.endsAt) return { bytes: before.bytes, missing: null }
      return { bytes: null, missing: missingOf(error, url) }
    }
  }

  function keep(url: string, one: Kept): void {
    kept.delete(url)
    kept.set(url, one)
    let size = 0
    for (const { bytes } of kept.values()) size += bytes.length
    for (const [oldest, { bytes }] of kept) {
      if (size <= MOST_KEPT) break
      kept.delete(oldest)
      size -= bytes.length
    }
  }

  async function ocsp(url: string, request: Uint8Array): Promise<Fetched> {
    const bounds = { most: MOST_SMALL, mayCall: guarded, whole: AbortSignal.timeout(totalSeconds * 1000) }
    const short = `${url.replace(/\/+$/, '')}/${encodeURIComponent(Buffer.from(request).toString('base64'))}`
    const accept = { accept: 'application/ocsp-response' }
    const post = { 'content-type': 'application/ocsp-request', ...accept }
    try {
      const isShort = short.length <= MOST_IN_ADDRESS
      const reply = isShort
        ? await call(short, { method: 'GET', headers: accept }, bounds).catch((error) => {
            // Not every responder takes the short form.
            if (!(error instanceof Unanswered) || error.reason !== 'refused') throw error
            return call(url, { method: 'POST', headers: post, body: request }, bounds)
          })
        : await call(url, { method: 'POST', headers: post, body: request }, bounds)
      readDer(reply.body, 'ber').as(TAG.sequence)
      return { bytes: reply.body, missing: null }
    } catch (error) {
      return { bytes: null, missing: missingOf(error, url) }
    }
  }

  return {
    stamp,
    ocsp,
    crl(url) {
      const asked = underWay.get(url) ?? fetchCrl(url).finally(() => underWay.delete(url))
      underWay.set(url, asked)
      return asked
    },
  }
}

function demandHttp(address: string): void {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new Unanswered('notAllowed', `${address.slice(0, 200)}: only http and https are asked`)
  }
}

/** When a list says the next one comes, in milliseconds. Throws `Unreadable` for what is no list. */
function endOf(bytes: Uint8Array): { endsAt: number } {
  const fields = readDer(bytes).as(TAG.sequence).at(0).as(TAG.sequence).children
  const times = fields.filter(({ tag }) => tag === TAG.utcTime || tag === TAG.generalizedTime)
  times[0]?.time()
  return { endsAt: times[1]?.time().getTime() ?? 0 }
}

function missingOf(error: unknown, url: string): Missing {
  if (error instanceof Unanswered) return { reason: error.reason, message: error.message }
  const { code } = error as { code?: string }
  return { reason: code === 'time_stamp.refused' ? 'refused' : 'unreadable', message: `${url}: ${reasonOf(error)}` }
}
