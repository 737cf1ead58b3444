import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes, Gone } from '../platform/change.ts'
import { NotFound } from '../platform/errors.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { entriesOf, writeCalendar } from './calendar.ts'
import { addAddress, listAddresses, openCalendar, revokeAddress } from './calendar-address.ts'
import { AddedCalendarAddress, CalendarAddressList, NewCalendarAddress } from './calendar-shapes.ts'

const tags = ['tasks']

/** Deadlines for people's calendar applications. */
export function calendarRoutes(app: App, deps: Deps): void {
  const { config, db, clock } = deps
  const { make, act } = changes(app, deps, ...tags)
  app.get(
    '/api/calendar-addresses',
    {
      schema: {
        operationId: 'listCalendarAddresses',
        summary: 'Calendar addresses in force of the signed-in person',
        tags,
        response: { 200: CalendarAddressList },
      },
    },
    (request) => listAddresses(db, actorOf(request)),
  )

  make(
    '/api/calendar-addresses',
    {
      operationId: 'addCalendarAddress',
      summary: 'Add a calendar address; it is shown only once',
      body: NewCalendarAddress,
      answer: AddedCalendarAddress,
      // The address contains the key. If it is added twice, there is one more to revoke.
      isSecret: true,
    },
    async (trx, ask, { body }) => {
      const { id, key } = await addAddress(trx, ask, body)
      return { id, address: `${config.origin}/api/calendar/${key}.ics` }
    },
  )
  act(
    'DELETE',
    '/api/calendar-addresses/:id',
    {
      operationId: 'revokeCalendarAddress',
      summary: 'Revoke a calendar address of the signed-in person',
      answer: Gone,
    },
    revokeAddress,
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
      if (!/^[\w-]{43}$/.test(key)) throw new NotFound('calendar_address.not_found', 'Không tìm thấy địa chỉ lịch này.')
      const today = todayInVietnam(clock)
      const reading = await db.transaction().execute((trx) => openCalendar(trx, key, today, clock.now()))
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
