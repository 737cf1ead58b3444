import { actorOf } from '../platform/actor.ts'
import { sendDownload } from '../platform/attachment.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { etag } from '../platform/version.ts'
import { Binary } from './case-shapes.ts'
import { carryOver, issueNomenclature, makeNomenclature, setLines } from './nomenclature.ts'
import { listNomenclatures, nomenclatureFile, showNomenclature } from './nomenclature-lists.ts'
import {
  FileQuery,
  IssueNomenclature,
  NewNomenclature,
  Nomenclature,
  NomenclatureList,
  SetLines,
} from './nomenclature-shapes.ts'

const tags = ['records']

export function nomenclatureRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps
  const { change, make, add } = changes(app, deps, ...tags)
  const base = '/api/records/nomenclatures'
  const one = '/api/records/nomenclatures/:id'
  app.get(
    base,
    {
      schema: {
        operationId: 'listNomenclatures',
        summary: 'Nomenclatures of case files, the latest year first; drafts for the archive alone',
        tags,
        response: { 200: NomenclatureList },
      },
    },
    (request) => listNomenclatures(db, actorOf(request)),
  )
  app.get(
    one,
    {
      schema: {
        operationId: 'getNomenclature',
        summary: 'A nomenclature with its lines and how many cases each has',
        tags,
        params: IdParams,
        response: { 200: Nomenclature },
      },
    },
    async (request, reply) => {
      const found = await showNomenclature(db, actorOf(request), request.params.id, todayInVietnam(clock))
      etag(reply, found.version)
      return found
    },
  )
  app.get(
    `${one}/file`,
    {
      config: { heavy: true },
      schema: {
        operationId: 'getNomenclatureFile',
        summary: 'A nomenclature to print, or as a sheet',
        tags,
        params: IdParams,
        querystring: FileQuery,
        produces: ['application/octet-stream'],
        response: { 200: Binary },
      },
    },
    async (request, reply) => {
      const which = { id: request.params.id, format: request.query.format, today: todayInVietnam(clock) }
      return sendDownload(reply, await nomenclatureFile(db, actorOf(request), which))
    },
  )
  make(
    base,
    { operationId: 'makeNomenclature', summary: 'Begin the nomenclature of a year', body: NewNomenclature },
    (trx, ask, { body }) => makeNomenclature(trx, ask, body),
  )
  add(
    `${one}/carry-over`,
    { operationId: 'carryNomenclatureOver', summary: 'Begin the nomenclature of the next year with these lines' },
    (trx, ask) => carryOver(trx, ask),
  )
  change(
    'PUT',
    `${one}/lines`,
    { operationId: 'setNomenclatureLines', summary: 'Set all lines of a draft (If-Match)', body: SetLines },
    (trx, ask, { body }) => setLines(trx, ask, body),
  )
  change(
    'POST',
    `${one}/issue`,
    { operationId: 'issueNomenclature', summary: 'Issue it, by the decision (If-Match)', body: IssueNomenclature },
    (trx, ask, { body }) => issueNomenclature(trx, ask, body),
  )
}
