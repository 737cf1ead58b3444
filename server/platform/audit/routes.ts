import { Type } from 'typebox'
import { actorOf } from '../actor.ts'
import { disposition } from '../attachment.ts'
import { todayInVietnam } from '../calendar.ts'
import type { App } from '../http/server.ts'
import type { Deps } from '../room.ts'
import { auditNames, demandAudit, exportAudit, readAudit } from './log.ts'
import { AuditFilter, AuditList, AuditNames, AuditQuery, Verified, VerifyQuery } from './shapes.ts'
import { verifyAudit } from './verify.ts'

const tags = ['audit']
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The log of all acts, for those who may read it; no one can change it. */
export function auditRoutes(app: App, { db, clock }: Pick<Deps, 'db' | 'clock'>): void {
  app.get(
    '/api/audit',
    {
      schema: {
        operationId: 'readAudit',
        summary: 'The log of all acts, newest first',
        tags,
        querystring: AuditQuery,
        response: { 200: AuditList },
      },
    },
    (request) => readAudit(db, actorOf(request), request.query),
  )
  app.get(
    '/api/audit/names',
    {
      schema: {
        operationId: 'getAuditNames',
        summary: 'Names, events and kinds the log can be filtered by',
        tags,
        response: { 200: AuditNames },
      },
    },
    (request) => auditNames(db, actorOf(request)),
  )
  app.get(
    '/api/audit/export.xlsx',
    {
      config: { heavy: true },
      schema: {
        operationId: 'exportAudit',
        summary: 'The rows that match the filter, as a sheet',
        tags,
        querystring: AuditFilter,
        response: { 200: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) },
      },
    },
    async (request, reply) => {
      const file = await exportAudit(db, actorOf(request), request.query)
      reply.type(XLSX).header('content-disposition', disposition(`nhat-ky-${todayInVietnam(clock)}.xlsx`))
      return reply.send(file)
    },
  )
  app.get(
    '/api/audit/verify',
    {
      config: { heavy: true },
      schema: {
        operationId: 'verifyAudit',
        summary: 'Verify that every row of the log is as it was sealed',
        description:
          'Recomputes the chain of hashes. In slices if `after` or `limit` is given; `expect` names a head noted earlier, which reveals a log that was cut off at its end or rebuilt.',
        tags,
        querystring: VerifyQuery,
        response: { 200: Verified },
      },
    },
    async (request) => {
      demandAudit(actorOf(request))
      return verifyAudit(db, request.query)
    },
  )
}
