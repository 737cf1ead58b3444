import { createHmac, randomBytes } from 'node:crypto'
import { secretOf } from '../platform/auth.ts'
import type { Config } from '../platform/config.ts'
import { keyFor, seal, unseal } from '../platform/sealed.ts'

/** Header that carries time and signatures: "t=1614510000,v1=<hex>[,v1=<hex>]". */
export const SIGNATURE_HEADER = 'Dieuhanh-Signature'

type Keeper = Pick<Config, 'authSecret' | 'dataDir'>

export const inventSecret = (): string => `whsec_${randomBytes(32).toString('base64url')}`

/** A secret as stored in the database; it can be opened only for its own endpoint. */
export function sealSecret(secret: string, endpointId: number, config: Keeper): Buffer {
  return seal(keyFor(secretOf(config), 'webhook'), Buffer.from(secret), `webhook/${endpointId}`)
}

export function openSecret(sealed: Buffer, endpointId: number, config: Keeper): string {
  return unseal(keyFor(secretOf(config), 'webhook'), sealed, `webhook/${endpointId}`).toString()
}

/**
 * Signs a request: HMAC-SHA256 over the seconds since 1970, a dot and the body, once per valid secret, so that a receiver
 * can switch to the new one at any moment of the overlap.
 */
export function signatureOf(secrets: readonly string[], seconds: number, body: string): string {
  const signed = secrets.map(
    (secret) => `v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`,
  )
  return [`t=${seconds}`, ...signed].join(',')
}
