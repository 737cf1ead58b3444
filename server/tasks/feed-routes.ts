import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { NotFound } from '../platform/errors.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { entriesOf, writeCalendar } from './calendar-feed.ts'
import { listFeeds, makeFeed, openFeed, revokeFeed } from './feed.ts'
import { FeedList, MadeFeed, NewFeed } from './feed-shapes.ts'

const tags = ['tasks']

/** Deadlines in people's own calendar programmes. */
export function feedRoutes(app: App, { config, db, clock }: Deps): void {
  app.get(
    '/api/feeds',
    {
      schema: {
        operationId: 'listFeeds',
        summary: 'Calendar addresses of the person, in force',
        tags,
        response: { 200: FeedList },
      },
    },
    (request) => listFeeds(db, actorOf(request)),
  )

  app.post(
    '/api/feeds',
    {
      schema: {
        operationId: 'makeFeed',
        summary: 'Make a calendar address; it is shown this once',
        tags,
        body: NewFeed,
        response: { 201: MadeFeed },
      },
    },
    async (request, reply) => {
      // Not kept under an Idempotency-Key: the answer holds the key of the calendar, which is to be kept nowhere. An
      // address made twice is one more to revoke.
      const { id, key } = await db
        .transaction()
        .execute((trx) => makeFeed(trx, actorOf(request), request.body, clock.now()))
      return reply.code(201).send({ id, address: `${config.origin}/api/calendar/${key}.ics` })
    },
  )

  app.delete(
    '/api/feeds/:id',
    {
      schema: {
        operationId: 'revokeFeed',
        summary: 'End a calendar address of one’s own',
        tags,
        params: IdParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await db.transaction().execute((trx) => revokeFeed(trx, actorOf(request), request.params.id, clock.now()))
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/calendar/:key.ics',
    {
      config: { open: true },
      schema: {
        operationId: 'readCalendar',
        summary: 'Deadlines as iCalendar (RFC 5545); the address is the key',
        tags,
        security: [],
        params: Type.Object({ key: Type.String({ maxLength: 100 }) }),
        produces: ['text/calendar'],
        response: { 200: Type.Unsafe<string>({ type: 'string' }), 304: Type.Unsafe<string>({ type: 'string' }) },
      },
    },
    async (request, reply) => {
      const { key } = request.params
      if (!/^[\w-]{43}$/.test(key)) throw new NotFound('feed.not_found', 'Không tìm thấy địa chỉ lịch này.')
      const today = todayInVietnam(clock)
      const reading = await db.transaction().execute((trx) => openFeed(trx, key, today, clock.now()))
      const text = writeCalendar(reading.name, await entriesOf(db, reading, today), config.origin)
      const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
      reply.headers({
        etag: tag,
        'cache-control': 'private, no-cache',
        'content-disposition': 'inline; filename="thoi-han.ics"',
      })
      const isKnown = request.headers['if-none-match']
        ?.split(',')
        .some((seen) => seen.trim().replace(/^W\//, '') === tag)
      reply.type('text/calendar; charset=utf-8')
      return isKnown ? reply.code(304).send('') : reply.send(text)
    },
  )
}
