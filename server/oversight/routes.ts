import type { FastifyReply } from 'fastify'
import type { Selectable } from 'kysely'
import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { disposition } from '../platform/attachment.ts'
import { getBlob } from '../platform/blobs.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import type { Database } from '../platform/db.ts'
import type { App } from '../platform/http/server.ts'
import { toDocx } from '../platform/official-document/docx.ts'
import { toHtml } from '../platform/official-document/html.ts'
import { toPdf } from '../platform/official-document/pdf.ts'
import type { Deps } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { toDraftReports, toReadReports } from './access.ts'
import { freeze, MEDIA_TYPE } from './freeze.ts'
import { monthlyReport } from './monthly.ts'
import { DRAFT, type Issue, monthlyPaper } from './paper.ts'
import {
  DocumentQuery,
  Freeze,
  FrozenDocumentQuery,
  FrozenList,
  FrozenReport,
  MonthlyQuery,
  MonthlyReport,
} from './shapes.ts'
import { findReports, getReport } from './store.ts'
import { monthlyWorkbook } from './workbook.ts'

type Format = keyof typeof MEDIA_TYPE
const File = Type.Unsafe<Buffer | string>({ type: 'string', format: 'binary' })

export function oversightRoutes(app: App, deps: Deps): void {
  const { db, clock, config } = deps
  const { make } = changes(app, deps, 'oversight')

  app.get(
    '/api/reports/monthly',
    {
      config: { heavy: true },
      schema: { tags: ['oversight'], querystring: MonthlyQuery, response: { 200: MonthlyReport } },
    },
    async (request) => {
      const actor = actorOf(request)
      toDraftReports(actor)
      return monthlyReport(db, todayInVietnam(clock), actor, request.query)
    },
  )

  app.get(
    '/api/reports/monthly/document',
    { config: { heavy: true }, schema: { tags: ['oversight'], querystring: DocumentQuery, response: { 200: File } } },
    async (request, reply) => {
      const actor = actorOf(request)
      toDraftReports(actor)
      const { format, ...query } = request.query
      const report = await monthlyReport(db, todayInVietnam(clock), actor, query)
      return send(reply, format, `bao-cao-${report.month}-du-thao`, await fileOf(report, DRAFT, format, config.origin))
    },
  )

  make('/api/reports/monthly/freeze', { body: Freeze }, (trx, ask, { body }) => freeze(trx, ask, body, deps))

  app.get('/api/reports', { schema: { tags: ['oversight'], response: { 200: FrozenList } } }, async (request) => {
    toReadReports(actorOf(request))
    return { rows: (await findReports(db)).map(rowOf) }
  })

  app.get(
    '/api/reports/:id',
    { schema: { tags: ['oversight'], params: IdParams, response: { 200: FrozenReport } } },
    async (request) => {
      toReadReports(actorOf(request))
      const report = await getReport(db, request.params.id)
      return { ...rowOf(report), content: report.content as MonthlyReport }
    },
  )

  app.get(
    '/api/reports/:id/document',
    { schema: { tags: ['oversight'], params: IdParams, querystring: FrozenDocumentQuery, response: { 200: File } } },
    async (request, reply) => {
      toReadReports(actorOf(request))
      const report = await getReport(db, request.params.id)
      const { format } = request.query
      const name = `bao-cao-${report.month}-${report.number.replaceAll(/[^\p{L}\d-]+/gu, '-')}`
      if (format === 'html') {
        const issue: Issue = {
          number: report.number,
          place: report.place,
          issuedOn: report.issued_on,
          signer: report.signer,
          signerTitle: report.signer_title,
        }
        return send(reply, format, name, await fileOf(report.content as MonthlyReport, issue, format, config.origin))
      }
      const blob = await getBlob(db, deps.blobs, report[`${format}_sha256`].toString('hex'))
      return send(reply, format, name, blob.bytes)
    },
  )
}

async function fileOf(
  report: MonthlyReport,
  issue: Issue,
  format: Format,
  origin: string,
): Promise<Uint8Array | string> {
  if (format === 'xlsx') return monthlyWorkbook(report)
  const paper = monthlyPaper(report, issue, origin)
  if (format === 'docx') return toDocx(paper)
  return format === 'pdf' ? toPdf(paper) : toHtml(paper)
}

function send(reply: FastifyReply, format: Format, name: string, content: Uint8Array | string) {
  const shown = format === 'html' ? 'inline' : 'attachment'
  return reply
    .type(MEDIA_TYPE[format])
    .header('content-disposition', disposition(`${name}.${format}`, shown))
    .send(typeof content === 'string' ? content : Buffer.from(content))
}

function rowOf(report: Selectable<Database['oversight.report']>) {
  const content = report.content as MonthlyReport
  return {
    id: report.report_id,
    month: report.month,
    number: report.number,
    issuedOn: report.issued_on,
    asOf: report.as_of,
    headline: content.headline,
    signer: report.signer,
    frozenAt: report.frozen_at,
    frozenBy: report.frozen_by,
  }
}
