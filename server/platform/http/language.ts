import type { FastifyReply, FastifyRequest } from 'fastify'

export type Language = 'vi' | 'en'

/**
 * The language that a caller asks for by `Accept-Language` (RFC 9110, 12.5.4): the first by weight of those there are.
 * Vietnamese if it names none of them, because the platform's own texts are Vietnamese.
 */
export function languageOf(accepted: string | undefined): Language {
  let best: Language = 'vi'
  let most = 0
  for (const part of (accepted ?? '').slice(0, 500).split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';')
    const language = range.split('-')[0]
    if (language !== 'vi' && language !== 'en') continue
    const given = parameters.map((one) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(one)?.[1]).find(Boolean)
    const weight = given === undefined ? 1 : Number(given)
    if (weight > most) {
      best = language
      most = weight
    }
  }
  return best
}

/** The language of the answer to a request, noted in its headers, so that nobody keeps it for callers in another. */
export function answerIn(request: FastifyRequest, reply: FastifyReply): Language {
  const language = languageOf(request.headers['accept-language'])
  reply.header('content-language', language)
  const vary = reply.getHeader('vary')
  reply.header('vary', vary ? `${vary}, accept-language` : 'accept-language')
  return language
}
