import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Db } from '../db.ts'
import { cookieOf, setCookie } from '../http/cookie.ts'

const COOKIE = 'dieuhanh.device'
/** A browser not used for half a year is unknown again. */
export const DEVICE_KNOWN_DAYS = 180

/** The hash of the browser's device cookie; undefined for a browser without one. */
export function deviceOf(request: FastifyRequest): Buffer | undefined {
  const value = cookieOf(request, COOKIE)
  return value && /^[\w-]{43}$/.test(value) ? hashOf(value) : undefined
}

/**
 * Records that this user has completed sign-in in this browser: with the second factor, if they have one. Only then;
 * otherwise someone who knows the password alone would get a fresh counter with every browser.
 */
export async function rememberDevice(
  db: Db,
  userId: string,
  request: FastifyRequest,
  reply: FastifyReply,
  isSecure: boolean,
): Promise<void> {
  const brought = cookieOf(request, COOKIE)
  const value = brought && /^[\w-]{43}$/.test(brought) ? brought : randomBytes(32).toString('base64url')
  await sql`
    insert into platform.known_device (sha256, user_id, address) values (${hashOf(value)}, ${userId}, ${request.ip})
    on conflict on constraint known_device_pk do update set address = excluded.address, seen_at = now()`.execute(db)
  setCookie(reply, COOKIE, value, { isSecure, seconds: DEVICE_KNOWN_DAYS * 86_400, path: '/api' })
}

function hashOf(value: string): Buffer {
  return createHash('sha256').update(value).digest()
}
