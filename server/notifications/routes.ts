import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { ownPerson } from './access.ts'
import { linesOf, rowsOf, unreadOf } from './lists.ts'
import { prefer, preferencesOf } from './prefer.ts'
import { read } from './read.ts'
import { ChoiceEdit, Kind, LineList, LinesQuery, Preferences, Read, RowList, RowsQuery, Unread } from './shapes.ts'

const tags = ['notifications']

export function notificationRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps
  const { act } = changes(app, deps, ...tags)

  app.get(
    '/api/notifications',
    {
      schema: {
        operationId: 'listNotifications',
        summary: 'What I was told, a line for each day and event, newest first',
        tags,
        querystring: LinesQuery,
        response: { 200: LineList },
      },
    },
    (request) => linesOf(db, ownPerson(actorOf(request)), request.query),
  )
  app.get(
    '/api/notifications/rows',
    {
      schema: {
        operationId: 'listNotificationRows',
        summary: 'Everything in one line of acts',
        tags,
        querystring: RowsQuery,
        response: { 200: RowList },
      },
    },
    (request) => rowsOf(db, ownPerson(actorOf(request)), request.query),
  )
  app.get(
    '/api/notifications/unread',
    {
      schema: {
        operationId: 'countUnreadNotifications',
        summary: 'How many lines I have not read',
        tags,
        response: { 200: Unread },
      },
    },
    async (request) => ({ unread: await unreadOf(db, ownPerson(actorOf(request))) }),
  )
  act(
    'POST',
    '/api/notifications/read',
    { operationId: 'readNotifications', summary: 'Mark as read', body: Read, answer: Unread },
    (trx, ask, { body }) => read(trx, ask, body),
  )
  app.get(
    '/api/notifications/preferences',
    {
      schema: {
        operationId: 'getNotificationPreferences',
        summary: 'How I am told of each kind of thing',
        tags,
        response: { 200: Preferences },
      },
    },
    (request) => preferencesOf(db, ownPerson(actorOf(request)), todayInVietnam(clock)),
  )
  act(
    'PUT',
    '/api/notifications/preferences/:kind',
    {
      operationId: 'setNotificationPreference',
      summary: 'Choose how I am told of a kind of thing',
      params: Type.Object({ kind: Kind }),
      body: ChoiceEdit,
      answer: Preferences,
    },
    (trx, ask, { params, body }) => prefer(trx, ask, params.kind, body),
  )
}
