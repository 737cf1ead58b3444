import { parseCookies } from 'better-auth/cookies'
import type { FastifyReply, FastifyRequest } from 'fastify'

export interface CookieOptions {
  /** Sent over TLS only; so whenever the console is opened by https. */
  isSecure: boolean
  seconds: number
  /** The addresses it is sent to. */
  path?: string
}

export function cookieOf(request: FastifyRequest, name: string): string | undefined {
  return parseCookies(request.headers.cookie ?? '').get(name)
}

/** A cookie no script can read, sent with navigation to us and with nothing else that other sites start. */
export function setCookie(reply: FastifyReply, name: string, value: string, options: CookieOptions): void {
  const { isSecure, seconds, path = '/' } = options
  const parts = [
    `${name}=${encodeURIComponent(value)}`,
    `Max-Age=${seconds}`,
    `Path=${path}`,
    'HttpOnly',
    'SameSite=Lax',
  ]
  reply.header('set-cookie', [...parts, ...(isSecure ? ['Secure'] : [])].join('; '))
}
