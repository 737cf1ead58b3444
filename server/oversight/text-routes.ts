import { actorOf } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps, Joined } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { etag } from '../platform/version.ts'
import { correctReport } from './correct.ts'
import {
  addRecommendation,
  addSection,
  decideRecommendation,
  editSection,
  explainFigure,
  refreshFigures,
  removeSection,
} from './edit-text.ts'
import { listFigures, listKinds, listMeasured, publishedReports, scoreboard } from './read-oversight.ts'
import { addRegime, endRegime, listRegimes } from './regime.ts'
import { readText } from './report-text.ts'
import { draftTemplate, dropTemplate, editTemplate, putInUse, tryTemplate } from './template.ts'
import { listTemplates, showTemplate } from './templates.ts'
import {
  AddRecommendation,
  AddRegime,
  AddSection,
  CorrectReport,
  DecideRecommendation,
  DraftTemplate,
  EditSection,
  EditTemplate,
  EndRegime,
  ExplainFigure,
  FigureList,
  KindList,
  MeasuredDocuments,
  MeasuredQuery,
  PublishedList,
  Recomputed,
  RegimeList,
  ReportText,
  Scoreboard,
  ScoreboardQuery,
  SectionParams,
  Template,
  TemplateList,
  TriedTemplate,
  TryTemplate,
  WriteReport,
} from './text-shapes.ts'
import { writeReport } from './write.ts'

const tags = ['oversight']

/** Reports that are text with figures: kinds, words, figures, corrections; templates; days on which drafts are due. */
export function textRoutes(app: App, deps: Deps, { figures }: Joined): void {
  const { db, clock } = deps
  const { add, change, make } = changes(app, deps, ...tags)
  const today = () => todayInVietnam(clock)
  const read = (operationId: string, summary: string) => ({ operationId, summary, tags })

  app.get(
    '/api/reports/kinds',
    {
      schema: {
        ...read('listReportKinds', 'The kinds of reports, and which the caller may draw up'),
        response: { 200: KindList },
      },
    },
    async (request) => ({ rows: await listKinds(db, actorOf(request)) }),
  )
  app.get(
    '/api/reports/figures',
    {
      schema: {
        ...read('listReportFigures', 'The figures and fields that texts may name'),
        response: { 200: FigureList },
      },
    },
    async (request) => listFigures(actorOf(request), figures),
  )
  make(
    '/api/reports/written',
    {
      operationId: 'writeReport',
      summary: 'Draw up a report from the template in use',
      body: WriteReport,
      options: { config: { heavy: true } },
    },
    (trx, ask, { body }) => writeReport(trx, ask, body, figures),
  )
  app.get(
    '/api/reports/:id/text',
    {
      config: { heavy: true },
      schema: {
        ...read('getReportText', 'The words and figures of a report; of a draft with what the figures would be now'),
        params: IdParams,
        response: { 200: ReportText },
      },
    },
    async (request) => readText(db, actorOf(request), request.params.id, today(), figures),
  )

  const report = '/api/reports/:id'
  const params = SectionParams
  change(
    'PUT',
    `${report}/sections/:key`,
    {
      operationId: 'editReportSection',
      summary: 'Change the words of a section (If-Match)',
      params,
      body: EditSection,
    },
    (trx, ask, { params: { key }, body }) => editSection(trx, ask, key, body, figures),
  )
  change(
    'POST',
    `${report}/sections`,
    { operationId: 'addReportSection', summary: 'Add a section (If-Match)', body: AddSection },
    (trx, ask, { body }) => addSection(trx, ask, body, figures),
  )
  change(
    'DELETE',
    `${report}/sections/:key`,
    { operationId: 'removeReportSection', summary: 'Remove a section (If-Match)', params },
    (trx, ask, { params: { key } }) => removeSection(trx, ask, key, figures),
  )
  change(
    'POST',
    `${report}/figures/refresh`,
    {
      operationId: 'refreshReportFigures',
      summary: 'Take the figures as they are now (If-Match)',
      answer: Recomputed,
      options: { config: { heavy: true } },
    },
    (trx, ask) => refreshFigures(trx, ask, figures),
  )
  change(
    'PUT',
    `${report}/figures/why`,
    {
      operationId: 'explainReportFigure',
      summary: 'Say why a figure of a correction differs (If-Match)',
      body: ExplainFigure,
    },
    (trx, ask, { body }) => explainFigure(trx, ask, body),
  )
  change(
    'PUT',
    `${report}/recommendations/:key`,
    {
      operationId: 'decideReportRecommendation',
      summary: 'Take a drafted recommendation, or leave it (If-Match)',
      params,
      body: DecideRecommendation,
    },
    (trx, ask, { params: { key }, body }) => decideRecommendation(trx, ask, key, body, figures),
  )
  change(
    'POST',
    `${report}/recommendations`,
    {
      operationId: 'addReportRecommendation',
      summary: "Add a recommendation in the office's own words (If-Match)",
      body: AddRecommendation,
    },
    (trx, ask, { body }) => addRecommendation(trx, ask, body, figures),
  )
  add(
    `${report}/correct`,
    { operationId: 'correctReport', summary: 'Begin a new version of an issued report', body: CorrectReport },
    (trx, ask, { body }) => correctReport(trx, ask, body, figures),
  )

  app.get(
    '/api/reports/templates',
    {
      schema: {
        ...read('listReportTemplates', 'Templates of every kind, the newest version first'),
        response: { 200: TemplateList },
      },
    },
    async (request) => ({ rows: await listTemplates(db, actorOf(request)) }),
  )
  make(
    '/api/reports/templates',
    { operationId: 'draftReportTemplate', summary: 'Draft a new version of a template', body: DraftTemplate },
    (trx, ask, { body }) => draftTemplate(trx, ask, body),
  )
  app.get(
    '/api/reports/templates/:id',
    {
      schema: {
        ...read('getReportTemplate', 'One version of a template'),
        params: IdParams,
        response: { 200: Template },
      },
    },
    async (request, reply) => {
      const template = await showTemplate(db, actorOf(request), request.params.id)
      etag(reply, template.version)
      return template
    },
  )
  const template = '/api/reports/templates/:id'
  change(
    'PATCH',
    template,
    { operationId: 'editReportTemplate', summary: 'Change a drafted template (If-Match)', body: EditTemplate },
    (trx, ask, { body }) => editTemplate(trx, ask, body, figures),
  )
  change(
    'POST',
    `${template}/try`,
    {
      operationId: 'tryReportTemplate',
      summary: 'Draw a drafted template up on a past period, without keeping it (If-Match)',
      body: TryTemplate,
      answer: TriedTemplate,
      options: { config: { heavy: true } },
    },
    (trx, ask, { body }) => tryTemplate(trx, ask, body, figures),
  )
  change(
    'POST',
    `${template}/use`,
    { operationId: 'useReportTemplate', summary: 'Put a tried template in use (If-Match)' },
    (trx, ask) => putInUse(trx, ask, figures),
  )
  change(
    'POST',
    `${template}/drop`,
    {
      operationId: 'dropReportTemplate',
      summary: 'Drop a drafted template (If-Match)',
      isUntagged: true,
    },
    dropTemplate,
  )

  app.get(
    '/api/reports/regimes',
    { schema: { ...read('listReportRegimes', 'On which day which draft is due'), response: { 200: RegimeList } } },
    async (request) => ({ rows: await listRegimes(db, actorOf(request), today()) }),
  )
  make(
    '/api/reports/regimes',
    { operationId: 'addReportRegime', summary: 'Set on which day the draft of a kind is due', body: AddRegime },
    (trx, ask, { body }) => addRegime(trx, ask, body),
  )
  add(
    '/api/reports/regimes/:id/end',
    { operationId: 'endReportRegime', summary: 'End such a rule on a day', body: EndRegime },
    (trx, ask, { body }) => endRegime(trx, ask, body),
  )

  app.get(
    '/api/reports/scoreboard',
    {
      config: { heavy: true },
      schema: {
        ...read('getReportScoreboard', 'The targets of a document: required, measured, by whom, on what evidence'),
        querystring: ScoreboardQuery,
        response: { 200: Scoreboard },
      },
    },
    async (request) => scoreboard(db, actorOf(request), request.query, today()),
  )
  app.get(
    '/api/reports/scoreboard/documents',
    {
      schema: {
        ...read('listMeasuredDocuments', 'The documents whose tasks carry numeric targets, on a day'),
        querystring: MeasuredQuery,
        response: { 200: MeasuredDocuments },
      },
    },
    async (request) => listMeasured(db, actorOf(request), request.query, today()),
  )
  app.get(
    '/api/reports/published',
    {
      schema: {
        ...read('listPublishedReports', 'Figures printed before the system, and whether they can be derived'),
        response: { 200: PublishedList },
      },
    },
    async (request) => ({ rows: await publishedReports(db, actorOf(request)) }),
  )
}
