import { parseCookies } from 'better-auth/cookies'
import type { FastifyReply, FastifyRequest } from 'fastify'

export interface CookieOptions {
  /** Sent over TLS alone; so wherever the console is opened by https. */
  isSecure: boolean
  seconds: number
  /** Under which addresses it is sent. */
  path?: string
}

export function cookieOf(request: FastifyRequest, name: string): string | undefined {
  return parseCookies(request.headers.cookie ?? '').get(name)
}

/** A cookie no script reads, which goes along with navigation to us and with nothing else that other sites start. */
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
