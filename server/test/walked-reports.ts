import { DRAFTS, REASON, STALE, type Walked } from './walked-statuses.ts'

/** Of the walkers' agencies there is no own report: for those who only have those, the Office's does not exist. */
const REPORTS = '200 200 200 404 404 404'
const LISTS = '200 200 200 200 200 200'
const CHANGE = '403 409 403 404 404 404'
/** The report of the walked world is the computed one of a month: it has no text. */
const TEXT = '409 409 409 404 404 404'
const SIGN = '403 403 403 404 404 404'
const TEMPLATES = '200 200 403 403 403 403'
/** The first template is one of the product, in use: a wrong version of it is refused. */
const USED_TEMPLATE = '409 403 403 403 403 403'
const NO_TEMPLATE = '404 403 403 403 403 403'
const SECTION = { key: 'x', kind: 'text', heading: 'x', body: 'x', settings: {} }

/** Reports: drawn up, written, issued, corrected; their templates and the days on which drafts are due. */
export const REPORT_ROUTES: Record<string, Walked> = {
  'GET /api/reports/monthly': { status: DRAFTS, query: '?month=2021-02' },
  'GET /api/reports/monthly/document': { status: DRAFTS, query: '?month=2021-02&format=html' },
  'GET /api/reports': { status: LISTS },
  // A month to come: only a walker who may draw reports up gets this error.
  'POST /api/reports': { status: '403 400 403 403 403 403', options: { body: { month: '2021-04' } } },
  'GET /api/reports/signatories': { status: '403 200 403 200 200 200' },
  'GET /api/reports/{id}': { status: REPORTS },
  'PATCH /api/reports/{id}': { status: CHANGE, options: { ...STALE, body: { place: 'Huế' } } },
  'POST /api/reports/{id}/submit': { status: CHANGE, options: STALE },
  'POST /api/reports/{id}/withdraw': { status: CHANGE, options: STALE },
  'POST /api/reports/{id}/drop': { status: CHANGE, options: STALE },
  'POST /api/reports/{id}/send-back': { status: SIGN, options: REASON },
  'POST /api/reports/{id}/sign': { status: SIGN, options: STALE },
  'GET /api/reports/{id}/document': { status: REPORTS, query: '?format=docx' },

  'GET /api/reports/kinds': { status: LISTS },
  'GET /api/reports/figures': { status: LISTS },
  // A period to come.
  'POST /api/reports/written': {
    status: '403 400 403 403 403 403',
    options: { body: { kind: 'monthlyTaskForce', period: '2031-04' } },
  },
  'GET /api/reports/{id}/text': { status: TEXT },
  'PUT /api/reports/{id}/sections/{key}': { status: CHANGE, options: { ...STALE, body: { body: 'x' } } },
  'POST /api/reports/{id}/sections': { status: CHANGE, options: { ...STALE, body: { section: SECTION } } },
  'DELETE /api/reports/{id}/sections/{key}': { status: CHANGE, options: STALE },
  'POST /api/reports/{id}/figures/refresh': { status: CHANGE, options: STALE },
  'PUT /api/reports/{id}/figures/why': { status: CHANGE, options: { ...STALE, body: { ref: 'x', why: 'x' } } },
  'PUT /api/reports/{id}/recommendations/{key}': { status: CHANGE, options: { ...STALE, body: { state: 'left' } } },
  'POST /api/reports/{id}/recommendations': { status: CHANGE, options: { ...STALE, body: { body: 'x' } } },
  // The computed report of a month is not corrected by a version.
  'POST /api/reports/{id}/correct': { status: '403 409 403 404 404 404', options: { body: { reason: 'x' } } },
  'GET /api/reports/templates': { status: TEMPLATES },
  'POST /api/reports/templates': { status: NO_TEMPLATE, options: { body: { kind: 'nothing' } } },
  'GET /api/reports/templates/{id}': { status: TEMPLATES },
  'PATCH /api/reports/templates/{id}': { status: USED_TEMPLATE, options: { ...STALE, body: { title: 'x' } } },
  'POST /api/reports/templates/{id}/try': { status: USED_TEMPLATE, options: { ...STALE, body: { period: '2021-01' } } },
  'POST /api/reports/templates/{id}/use': { status: USED_TEMPLATE, options: STALE },
  'POST /api/reports/templates/{id}/drop': { status: USED_TEMPLATE, options: STALE },
  'GET /api/reports/regimes': { status: TEMPLATES },
  'POST /api/reports/regimes': {
    status: NO_TEMPLATE,
    options: {
      body: { kind: 'nothing', validFrom: '2021-01-01', dayOfMonth: 1, months: [1], of: 'before', instrument: 'x' },
    },
  },
  'POST /api/reports/regimes/{id}/end': { status: NO_TEMPLATE, options: { body: { validTo: '2021-12-31' } } },
  'GET /api/reports/scoreboard': { status: LISTS, query: '?source=archive:x' },
  'GET /api/reports/scoreboard/documents': { status: LISTS },
  'GET /api/reports/published': { status: LISTS },
}
