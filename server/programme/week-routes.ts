import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes, Gone } from '../platform/change.ts'
import { NotFound } from '../platform/errors.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import {
  addFeed,
  changeSitting,
  listFeeds,
  readFeed,
  revokeFeed,
  setSitting,
  showWeek,
  withdrawSitting,
} from './week.ts'
import { AddedFeed, FeedList, NewFeed, SetSitting, Week, WeekQuery } from './week-shapes.ts'

const tags = ['programme']

export function weekRoutes(app: App, deps: Deps): void {
  const { db, clock, config } = deps
  const { change, make, act } = changes(app, deps, ...tags)

  app.get(
    '/api/programme/week',
    {
      schema: {
        operationId: 'showWeek',
        summary: 'A week of the Prime Minister and the deputies, and what is due in it',
        tags,
        querystring: WeekQuery,
        response: { 200: Week },
      },
    },
    (request) => {
      const today = todayInVietnam(clock)
      return showWeek(db, actorOf(request), request.query.on ?? today, today)
    },
  )
  make(
    '/api/programme/sittings',
    { operationId: 'setSitting', summary: 'Add a line to the week’s programme', body: SetSitting },
    (trx, ask, { body }) => setSitting(trx, ask, body),
  )
  change(
    'PUT',
    '/api/programme/sittings/:id',
    { operationId: 'changeSitting', summary: 'Change a line of the week’s programme', body: SetSitting },
    (trx, ask, { body }) => changeSitting(trx, ask, body),
  )
  change(
    'POST',
    '/api/programme/sittings/:id/withdraw',
    { operationId: 'withdrawSitting', summary: 'Withdraw a line of the week’s programme' },
    (trx, ask) => withdrawSitting(trx, ask),
  )
  app.get(
    '/api/programme/feeds',
    {
      schema: {
        operationId: 'listProgrammeFeeds',
        summary: 'The signed-in person’s calendar addresses of the programme',
        tags,
        response: { 200: FeedList },
      },
    },
    (request) => listFeeds(db, actorOf(request)),
  )
  make(
    '/api/programme/feeds',
    {
      operationId: 'addProgrammeFeed',
      summary: 'Add a calendar address; it is shown only once',
      body: NewFeed,
      answer: AddedFeed,
      // The address contains the key. If it is added twice, there is one more to revoke.
      isSecret: true,
    },
    async (trx, ask, { body }) => {
      const { id, key } = await addFeed(trx, ask, body)
      return { id, address: `${config.origin}/api/programme/feed/${key}.ics` }
    },
  )
  act(
    'DELETE',
    '/api/programme/feeds/:id',
    { operationId: 'revokeProgrammeFeed', summary: 'Revoke a calendar address', answer: Gone },
    (trx, ask) => revokeFeed(trx, ask),
  )
  app.get(
    '/api/programme/feed/:key.ics',
    {
      config: { open: true },
      schema: {
        operationId: 'readProgrammeFeed',
        summary: 'The week’s programme or due days as iCalendar (RFC 5545); the address is the key',
        tags,
        security: [],
        params: Type.Object({ key: Type.String({ maxLength: 100 }) }),
        produces: ['text/calendar'],
        response: { 200: Type.Unsafe<string>({ type: 'string' }), 304: Type.Unsafe<string>({ type: 'string' }) },
      },
    },
    async (request, reply) => {
      const { key } = request.params
      if (!/^[\w-]{43}$/.test(key)) throw new NotFound('programmeFeed.not_found', 'Không tìm thấy địa chỉ lịch này.')
      const about = { today: todayInVietnam(clock), now: clock.now(), origin: config.origin }
      const text = await db.transaction().execute((trx) => readFeed(trx, key, about))
      const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
      reply.headers({
        etag: tag,
        'cache-control': 'private, no-cache',
        'content-disposition': 'inline; filename="chuong-trinh-cong-tac.ics"',
      })
      const seen = request.headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, ''))
      reply.type('text/calendar; charset=utf-8')
      return seen?.includes(tag) ? reply.code(304).send('') : reply.send(text)
    },
  )
}
