import { PassThrough, type Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { Type } from 'typebox'
import { actorOf, type KnownActor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../db.ts'
import { TooMany } from '../errors.ts'
import type { App } from '../http/server.ts'
import { type Audience, openChannel, type Reader } from './channel.ts'

export interface Live {
  /** One connection of it listens. */
  pool: Pool
  db: Db
  clock: Clock
  audiences: Readonly<Record<string, Audience>>
  /** The requesting user, checked again: null or an error once the session, the token or the post has ended. */
  whoAsks: (request: FastifyRequest) => Promise<KnownActor | null>
}

/** Per user in one process; a browser shares one connection among its tabs. */
const MOST_PER_USER = 8
/** Proxies close a connection that is silent for a minute. */
const BEAT_MS = 20_000
/** How old the result of "who is this" may be when an event is sent. */
const RIGHTS_KEPT_MS = 30_000
/** How much a slow page may have waiting; beyond it the page is disconnected, reconnects, and reloads. */
const MOST_WAITING = 256 * 1024

/**
 * `GET /api/live`: server-sent events. `changed` names things of one kind that changed, only those the user may read;
 * `again` says that something may have been missed. A page that reconnects reloads everything, so no event has an id.
 */
export function mountLive(app: App, { pool, db, clock, audiences, whoAsks }: Live): void {
  const channel = openChannel(pool, db, audiences, { log: app.log, clock })
  const open = new Map<string, Set<Readable>>()
  app.addHook('preClose', async () => {
    for (const stream of [...open.values()].flatMap((streams) => [...streams])) stream.push(null)
    await channel.close()
  })

  app.get(
    '/api/live',
    {
      config: { quiet: true },
      schema: {
        operationId: 'listenLive',
        summary: 'Server-sent events: what changed, limited to what the user may read',
        description: 'Events: `changed` with data {"kind", "ids"}; `again` when something may have been missed.',
        tags: ['home'],
        produces: ['text/event-stream'],
        response: { 200: Type.Unsafe<Readable>({ type: 'string', description: 'text/event-stream' }) },
      },
    },
    async (request, reply) => {
      const { userId } = actorOf(request)
      const streams = open.get(userId) ?? new Set()
      if (streams.size >= MOST_PER_USER) {
        throw new TooMany('live.too_many', 'Đang mở quá nhiều cửa sổ. Hãy đóng bớt.', { retryAfter: 30 })
      }
      const stream = new PassThrough()
      open.set(userId, streams.add(stream))
      const leave = await listenFor(request, stream).catch((error: unknown) => {
        forget()
        throw error
      })
      stream.once('close', () => {
        leave()
        forget()
      })
      reply.raw.once('close', () => stream.destroy())
      stream.write('retry: 3000\n\n')
      return reply
        .type('text/event-stream; charset=utf-8')
        .headers({ 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' })
        .send(stream)

      function forget(): void {
        streams.delete(stream)
        if (streams.size === 0) open.delete(userId)
      }
    },
  )

  /** Writes to the stream what this user may be notified of, as long as their rights last. */
  async function listenFor(request: FastifyRequest, stream: PassThrough): Promise<() => void> {
    let who = { reader: readerOf(actorOf(request)), at: clock.now().epochMilliseconds }
    let asking: Promise<unknown> = Promise.resolve()
    const say = (words: string) => {
      if (stream.writableLength > MOST_WAITING) stream.destroy()
      else if (stream.writable) stream.write(words)
    }
    /** What may be sent is decided by current rights, in the order in which it was received. */
    const whenSure = (then: () => void) => {
      asking = asking.then(async () => {
        if (stream.destroyed) return
        const at = clock.now().epochMilliseconds
        if (at - who.at >= RIGHTS_KEPT_MS) {
          const actor = await whoAsks(request).catch(() => null)
          if (actor === null) return void stream.end()
          who = { reader: readerOf(actor), at }
        }
        then()
      })
    }
    const beat = setInterval(() => whenSure(() => say(': \n\n')), BEAT_MS)
    const leave = await channel
      .join({
        changed: (kind, ids, isFor) =>
          whenSure(() => {
            const visible = ids.filter((id) => isFor(who.reader, id))
            if (visible.length > 0) say(`event: changed\ndata: ${JSON.stringify({ kind, ids: visible })}\n\n`)
          }),
        again: () => whenSure(() => say('event: again\ndata: {}\n\n')),
      })
      .catch((error: unknown) => {
        clearInterval(beat)
        throw error
      })
    return () => {
      clearInterval(beat)
      leave()
    }
  }
}

function readerOf({ personId, seen }: KnownActor): Reader {
  return { personId, seen: seen === null ? null : new Set(seen) }
}
