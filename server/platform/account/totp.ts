import { createHmac, timingSafeEqual } from 'node:crypto'

/** What every authenticator app supports (RFC 6238 with its defaults): six digits, half a minute, SHA-1. */
const DIGITS = 6
const PERIOD_SECONDS = 30
/** Clocks differ: the previous and the next code are accepted too. */
const STEPS_ASIDE = 1
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The time step that contains an instant. */
export function stepAt(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 1000 / PERIOD_SECONDS)
}

/** The code of one time step: RFC 4226, section 5.3. */
export function codeOf(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = mac[mac.length - 1]! & 0xf
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, '0')
}

/** The time step of this code, near `now` and later than `after`; undefined for a wrong or used code. */
export function matchingStep(secret: Uint8Array, code: string, now: number, after: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const given = Buffer.from(code)
  for (let step = now - STEPS_ASIDE; step <= now + STEPS_ASIDE; step++) {
    if (step > after && timingSafeEqual(Buffer.from(codeOf(secret, step)), given)) return step
  }
  return undefined
}

/** Base32 without padding (RFC 4648), as users type it if a camera is missing. */
export function base32(bytes: Uint8Array): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** The address in the QR code: `otpauth://totp/Điều Hành:an@…?secret=…&issuer=…`. */
export function totpAddress(secret: Uint8Array, email: string): string {
  const issuer = 'Điều Hành'
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(email)}`
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`
}
