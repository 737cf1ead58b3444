import { promises as dns, type LookupAddress } from 'node:dns'
import { type IncomingHttpHeaders, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { hostOf } from './inside.ts'

/** Whether a request may go to this IP address, under this name. */
export type MayCall = (address: string, name: string) => boolean

export interface Reply {
  status: number
  headers: IncomingHttpHeaders
  /** At most `most` bytes of it. */
  body: Buffer
  /** There was more. */
  isCut: boolean
}

export interface Bounds {
  mayCall: MayCall
  /** Most bytes of the reply that are kept. */
  most: number
  signal: AbortSignal
}

/** Posts a text, as `callOnce` calls. */
export function postTo(address: string, body: string, headers: Record<string, string>, bounds: Bounds): Promise<Reply> {
  return callOnce(address, { method: 'POST', headers, body: Buffer.from(body) }, bounds)
}

/**
 * Calls one address and no other: redirects are not followed, no proxy is used, and the name is looked up and
 * checked for the connection about to be made, so a name that resolved elsewhere when it was entered (DNS rebinding)
 * gains nothing. The connection is not kept. Rejects if there is no reply, or when `signal` fires.
 */
export async function callOnce(
  address: string,
  { method, headers, body }: { method: 'GET' | 'POST'; headers: Record<string, string>; body?: Uint8Array },
  { mayCall, most, signal }: Bounds,
): Promise<Reply> {
  const url = new URL(address)
  const host = hostOf(url)
  // An IP address is never looked up, so it is checked here.
  if (isIP(host) && !mayCall(host, host)) throw new Error(`${host} may not be called`)
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((done, fail) => {
    const length = body ? { 'content-length': String(body.length) } : {}
    const sent = request(
      url,
      {
        method,
        agent: false,
        signal,
        lookup: guardedLookup(mayCall),
        headers: { ...headers, ...length, connection: 'close' },
      },
      (response) => {
        const kept: Buffer[] = []
        let size = 0
        const finish = () => {
          done({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(kept).subarray(0, most),
            isCut: size > most,
          })
          response.destroy()
        }
        response.on('data', (chunk: Buffer) => {
          kept.push(chunk)
          size += chunk.length
          if (size > most) finish()
        })
        response.on('end', finish)
        response.on('error', fail)
      },
    )
    sent.on('error', fail)
    sent.end(body)
  })
}

/** Refuses a name if any of its addresses may not be called. */
function guardedLookup(mayCall: MayCall): LookupFunction {
  return (name, options, done) => {
    dns.lookup(name, { ...options, all: true }).then(
      (found: LookupAddress[]) => {
        const bad = found.find(({ address }) => !mayCall(address, name.replace(/\.$/, '')))
        const [first] = found
        if (bad || !first)
          done(new Error(`${name} resolves to ${bad?.address ?? 'nowhere'}, which may not be called`), '', 0)
        else if (options.all) done(null, found)
        else done(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    )
  }
}

/** Node reports several tried addresses in one AggregateError without a message of its own. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  return error instanceof Error ? error.message || error.name : String(error)
}
