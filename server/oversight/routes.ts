import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { disposition } from '../platform/attachment.ts'
import { getBlob } from '../platform/blobs.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import { toDocx } from '../platform/official-document/docx.ts'
import { toHtml } from '../platform/official-document/html.ts'
import { DOCX, PDF, XLSX } from '../platform/official-document/kept.ts'
import { toPdf } from '../platform/official-document/pdf.ts'
import type { Deps, Joined } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { etag } from '../platform/version.ts'
import { reportToRead, signatoriesFor, toDraftReports, toPrepareAny } from './access.ts'
import { drawUp, editReport } from './draw-up.ts'
import { monthlyReport } from './monthly.ts'
import { DRAFT, type Issue, monthlyPaper } from './paper.ts'
import { issueOf, listReports, showReport } from './reports.ts'
import {
  DocumentQuery,
  DrawUp,
  EditReport,
  MonthlyQuery,
  MonthlyReport,
  Report,
  ReportDocumentQuery,
  ReportList,
  ReportQuery,
  SendBack,
  Signatories,
  SignedReport,
} from './shapes.ts'
import { signReport } from './sign.ts'
import { dropReport, sendBackReport, submitReport, withdrawReport } from './submit.ts'
import { PNG, refusePicture, SVG, textFile } from './text-file.ts'
import { textRoutes } from './text-routes.ts'
import { SignQuery } from './text-shapes.ts'
import { warmFilesAtStart } from './warm-files.ts'
import { monthlyWorkbook } from './workbook.ts'

const MEDIA_TYPE = {
  docx: DOCX,
  pdf: PDF,
  xlsx: XLSX,
  html: 'text/html; charset=utf-8',
  svg: SVG,
  png: PNG,
} as const
type Format = keyof typeof MEDIA_TYPE
const File = Type.Unsafe<Buffer | string>({ type: 'string', format: 'binary' })

export function oversightRoutes(app: App, deps: Deps, all: Joined): void {
  const { db, clock, config } = deps
  textRoutes(app, deps, all)
  warmFilesAtStart(app)
  const { change, make } = changes(app, deps, 'oversight')

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

  app.get(
    '/api/reports',
    {
      schema: {
        operationId: 'listReports',
        summary: 'Reports, newest month first; drafts for those who see drafts',
        tags: ['oversight'],
        querystring: ReportQuery,
        response: { 200: ReportList },
      },
    },
    async (request) => ({ rows: await listReports(db, actorOf(request), request.query) }),
  )
  make(
    '/api/reports',
    { operationId: 'drawUpReport', summary: 'Draw up the report of a month as a draft', body: DrawUp },
    (trx, ask, { body }) => drawUp(trx, ask, body),
  )
  app.get(
    '/api/reports/signatories',
    {
      schema: {
        operationId: 'reportSignatories',
        summary: 'Those who may sign reports today',
        tags: ['oversight'],
        response: { 200: Signatories },
      },
    },
    async (request) => {
      const actor = actorOf(request)
      toPrepareAny(actor)
      return { signatories: await signatoriesFor(db, actor, todayInVietnam(clock)) }
    },
  )

  app.get(
    '/api/reports/:id',
    {
      schema: {
        operationId: 'getReport',
        summary: 'One report with its figures and text',
        tags: ['oversight'],
        params: IdParams,
        response: { 200: Report },
      },
    },
    async (request, reply) => {
      const report = await showReport(db, actorOf(request), request.params.id, todayInVietnam(clock))
      etag(reply, report.version)
      return report
    },
  )
  const report = '/api/reports/:id'
  change(
    'PATCH',
    report,
    { operationId: 'editReport', summary: 'Change a draft and compute its figures again (If-Match)', body: EditReport },
    (trx, ask, { body }) => editReport(trx, ask, body, all),
  )
  change(
    'POST',
    `${report}/submit`,
    { operationId: 'submitReport', summary: 'Submit a draft for signature (If-Match)' },
    (trx, ask) => submitReport(trx, ask, all),
  )
  change(
    'POST',
    `${report}/withdraw`,
    { operationId: 'withdrawReport', summary: 'Withdraw a submitted report (If-Match)' },
    withdrawReport,
  )
  change(
    'POST',
    `${report}/send-back`,
    {
      operationId: 'sendBackReport',
      summary: 'Send a report back unsigned, with the reason (If-Match)',
      body: SendBack,
    },
    (trx, ask, { body }) => sendBackReport(trx, ask, body),
  )
  change(
    'POST',
    `${report}/sign`,
    {
      operationId: 'signReport',
      summary: 'Sign: number, day, files (If-Match)',
      querystring: SignQuery,
      answer: SignedReport,
    },
    (trx, ask, { query }) => signReport(trx, ask, { ...deps, figures: all.figures }, query.accept),
  )
  change('POST', `${report}/drop`, { operationId: 'dropReport', summary: 'Drop a draft (If-Match)' }, dropReport)

  app.get(
    '/api/reports/:id/document',
    { schema: { tags: ['oversight'], params: IdParams, querystring: ReportDocumentQuery, response: { 200: File } } },
    async (request, reply) => {
      const report = await reportToRead(db, actorOf(request), request.params.id)
      const { format } = request.query
      const name = `bao-cao-${report.period}-${report.number?.replaceAll(/[^\p{L}\d-]+/gu, '-') ?? 'du-thao'}`
      const kept = format === 'html' ? null : report[`${format}_sha256`]
      if (kept) return send(reply, format, name, (await getBlob(db, deps.blobs, kept.toString('hex'))).bytes)
      const today = todayInVietnam(clock)
      const issue = await issueOf(db, actorOf(request), report, today)
      if (report.content === null) {
        const made = await textFile(db, report, issue, format, { figures: all.figures, origin: config.origin, today })
        return send(reply, format, name, made)
      }
      refusePicture(format)
      return send(reply, format, name, await fileOf(report.content, issue, format, config.origin))
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
