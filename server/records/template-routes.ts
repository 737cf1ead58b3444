import { actorOf } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { etag } from '../platform/version.ts'
import { NewTemplate, TemplateDetail, TemplateList, TemplateQuery, UseTemplate } from './template-shapes.ts'
import { changeTemplate, listTemplates, makeTemplate, retireTemplate, showTemplate, useTemplate } from './templates.ts'

const tags = ['records']

/** The templates that drafts begin with. */
export function templateRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps
  const { change, make } = changes(app, deps, ...tags)
  const all = '/api/records/templates'
  const one = '/api/records/templates/:id'
  app.get(
    all,
    {
      schema: {
        operationId: 'listDocumentTemplates',
        summary: 'Templates of documents, and the fields they may name',
        tags,
        querystring: TemplateQuery,
        response: { 200: TemplateList },
      },
    },
    async (request) => listTemplates(db, actorOf(request), request.query, todayInVietnam(clock)),
  )
  app.get(
    one,
    {
      schema: {
        operationId: 'showDocumentTemplate',
        summary: 'A template with all its texts, the newest first',
        tags,
        params: IdParams,
        response: { 200: TemplateDetail },
      },
    },
    async (request, reply) => {
      const found = await showTemplate(db, actorOf(request), request.params.id, todayInVietnam(clock))
      etag(reply, found.version)
      return found
    },
  )
  make(
    all,
    { operationId: 'makeDocumentTemplate', summary: 'Add a template of the own body', body: NewTemplate },
    (trx, ask, { body }) => makeTemplate(trx, ask, body),
  )
  change(
    'PUT',
    one,
    {
      operationId: 'changeDocumentTemplate',
      summary: 'Change a template of the own body; a changed text is its next one, not in use yet',
      body: NewTemplate,
    },
    (trx, ask, { body }) => changeTemplate(trx, ask, body),
  )
  change(
    'POST',
    `${one}/use`,
    { operationId: 'useDocumentTemplate', summary: 'Let drafts begin with a text of a template', body: UseTemplate },
    (trx, ask, { body }) => useTemplate(trx, ask, body),
  )
  change(
    'POST',
    `${one}/retire`,
    { operationId: 'retireDocumentTemplate', summary: 'Offer a template no longer' },
    retireTemplate,
  )
}
