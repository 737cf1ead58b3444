import { actorOf } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { addMailAddress, endMailAddress, listMailAddresses } from './mail-address.ts'
import { MailAddresses, NewMailAddress } from './mail-shapes.ts'

const tags = ['records']

export function mailRoutes(app: App, deps: Deps): void {
  const { db, clock, config } = deps
  const { change, make } = changes(app, deps, ...tags)
  const base = '/api/records/mail-addresses'
  app.get(
    base,
    {
      schema: {
        operationId: 'listMailAddresses',
        summary: 'To which addresses mail is taken for the body',
        tags,
        response: { 200: MailAddresses },
      },
    },
    (request) =>
      listMailAddresses(db, actorOf(request), { today: todayInVietnam(clock), isOpen: config.mailIn !== undefined }),
  )
  make(
    base,
    { operationId: 'addMailAddress', summary: 'Take mail to an address', body: NewMailAddress },
    (trx, ask, { body }) => addMailAddress(trx, ask, body),
  )
  change(
    'POST',
    `${base}/:id/end`,
    { operationId: 'endMailAddress', summary: 'Take no more mail to it (If-Match)' },
    (trx, ask) => endMailAddress(trx, ask),
  )
}
