import { upload } from './app.ts'
import { ALL, CHANGE_BY_GIVER, NONE, STALE, type Walked } from './walked-statuses.ts'

const BY_LEAD_OR_OFFICE = '403 409 403 409 403 404'
const BY_KEEPER = '403 400 403 403 403 403'
const NONE_TO_KEEP = '403 404 403 403 403 403'
const ON = { ...STALE, body: { on: '2021-02-01' } }

/** The routes of the work programme, on an entry that the leader's agency leads and the helper's coordinates on. */
export const PROGRAMME: Record<string, Walked> = {
  'GET /api/programme/programmes': { status: ALL },
  // The year has one: only a walker who may draw programmes up gets this error.
  'POST /api/programme/programmes': {
    status: '403 409 403 403 403 403',
    options: { body: { kind: 'year', on: '2021-01-01' } },
  },
  'POST /api/programme/programmes/{id}/issue': {
    status: '403 409 403 403 403 403',
    options: { ...STALE, body: { actNumber: '1', actOn: '2021-01-01' } },
  },
  'PATCH /api/programme/programmes/{id}': {
    status: '403 409 403 403 403 403',
    options: { ...STALE, body: { title: 'x', reason: 'x' } },
  },
  'DELETE /api/programme/programmes/{id}': { status: '403 409 403 403 403 403', options: STALE },
  // Who may read none of its entries is told that there is nothing to print.
  'GET /api/programme/programmes/{id}/file': { status: '200 200 200 200 200 409', query: '?format=docx' },
  'GET /api/programme/items': { status: ALL },
  'POST /api/programme/items': {
    status: BY_KEEPER,
    options: {
      body: {
        programmeId: 1,
        name: 'x',
        level: 'government',
        leadAgencyId: 999_999,
        month: '2021-03',
        actNumber: '1',
        actOn: '2029-01-01',
      },
    },
  },
  'POST /api/programme/registrations': {
    status: BY_KEEPER,
    options: {
      body: { programmeId: 1, name: 'x', level: 'government', leadAgencyId: 999_999, month: '1950-03', reason: 'x' },
    },
  },
  'GET /api/programme/items/{id}': { status: '200 200 200 200 200 404' },
  'PATCH /api/programme/items/{id}': {
    status: CHANGE_BY_GIVER,
    options: { ...STALE, body: { name: 'x', reason: 'x' } },
  },
  'POST /api/programme/items/{id}/changes': {
    status: BY_LEAD_OR_OFFICE,
    options: { ...STALE, body: { kind: 'postpone', reason: 'x', newMonth: '2021-05' } },
  },
  // The decisions are recorded by leaders of the Office, of whom none walks.
  'POST /api/programme/items/{id}/changes/{changeId}/decide': {
    status: '403 403 403 403 403 404',
    options: { ...STALE, body: { decision: 'refused', note: 'x' } },
  },
  'POST /api/programme/items/{id}/changes/{changeId}/withdraw': { status: BY_LEAD_OR_OFFICE, options: STALE },
  'POST /api/programme/items/{id}/submissions': {
    status: BY_LEAD_OR_OFFICE,
    options: {
      ...STALE,
      body: { submission: JSON.stringify({ number: '1/TTr', sentOn: '2021-02-01', registryNumber: '1' }) },
    },
  },
  'POST /api/programme/items/{id}/check': {
    status: CHANGE_BY_GIVER,
    options: { ...STALE, body: { outcome: 'complete' } },
  },
  'POST /api/programme/items/{id}/consider': { status: CHANGE_BY_GIVER, options: ON },
  'POST /api/programme/items/{id}/revise': { status: CHANGE_BY_GIVER, options: ON },
  'POST /api/programme/items/{id}/sign': {
    status: CHANGE_BY_GIVER,
    options: { ...STALE, body: { number: '1/NĐ-CP', signedOn: '2021-02-01' } },
  },
  'POST /api/programme/items/{id}/issue': {
    status: CHANGE_BY_GIVER,
    options: { ...STALE, body: { issuedOn: '2021-02-01', effectOn: '2021-03-01' } },
  },
  'POST /api/programme/items/{id}/annul': { status: CHANGE_BY_GIVER, options: { ...STALE, body: { reason: 'x' } } },
  'POST /api/programme/items/{id}/steps': {
    status: BY_LEAD_OR_OFFICE,
    options: { ...STALE, body: { kind: 'appraisal', plannedOn: '2021-03-01' } },
  },
  'POST /api/programme/items/{id}/promises': {
    status: BY_LEAD_OR_OFFICE,
    options: { ...STALE, body: { recoverBy: '2021-03-01', reason: 'x', byWhom: 'x' } },
  },
  'POST /api/programme/items/{id}/task': { status: CHANGE_BY_GIVER, options: { ...STALE, body: { taskId: 1 } } },
  'DELETE /api/programme/items/{id}/task': { status: CHANGE_BY_GIVER, options: STALE },
  'POST /api/programme/items/{id}/task/give': { status: CHANGE_BY_GIVER, options: STALE },
  'POST /api/programme/items/{id}/programmes': {
    status: CHANGE_BY_GIVER,
    options: { ...STALE, body: { programmeId: 1 } },
  },
  'GET /api/programme/submissions/{id}/file': { status: NONE },
  'GET /api/programme/summary': { status: ALL, query: '?from=2021-01-01&to=2021-02-28' },
  'GET /api/programme/ledger': { status: ALL },
  'GET /api/programme/recovery': { status: ALL, query: '?owedOn=2021-01-31&by=2021-02-28' },
  'GET /api/programme/years': { status: '200 200 403 403 403 403' },
  'POST /api/programme/years/{year}/close': { status: '403 409 403 403 403 403' },
  // A file that is no table: only a walker who may import gets this error.
  'POST /api/programme/imports': { status: BY_KEEPER, options: upload('x.txt', Buffer.from('x')) },
  'GET /api/programme/imports/{id}': { status: NONE_TO_KEEP },
  'PATCH /api/programme/imports/{id}/rows/{position}': {
    status: NONE_TO_KEEP,
    options: { ...STALE, body: { isDropped: true } },
  },
  'POST /api/programme/imports/{id}/level': {
    status: NONE_TO_KEEP,
    options: { ...STALE, body: { level: 'government' } },
  },
  'POST /api/programme/imports/{id}/confirm': { status: NONE_TO_KEEP, options: STALE },
  'POST /api/programme/imports/{id}/drop': { status: NONE_TO_KEEP, options: STALE },
  'GET /api/programme/plan-calls': { status: ALL },
  'POST /api/programme/plan-calls': {
    status: BY_KEEPER,
    options: { body: { number: 'x', title: 'x', calledOn: '2021-02-01' } },
  },
  'GET /api/programme/plan-calls/{id}': { status: '200 200 200 200 404 404' },
  'POST /api/programme/plan-duties/{id}/issue': {
    status: '403 400 403 400 404 404',
    options: { body: { plan: JSON.stringify({ number: 'x', issuedOn: '2020-01-01' }) } },
  },
  'POST /api/programme/plan-duties/{id}/withdraw': {
    status: '403 409 403 409 404 404',
    options: { body: { reason: 'x' } },
  },
  'GET /api/programme/plans/{id}/file': { status: NONE },
  'GET /api/programme/detailing': { status: ALL },
  'POST /api/programme/detailing': {
    status: BY_KEEPER,
    options: {
      body: {
        lawNumber: 'x',
        lawTitle: 'x',
        lawEffectOn: '2021-01-01',
        clause: 'x',
        name: 'x',
        textKind: 'decree',
        leadAgencyId: 999_999,
      },
    },
  },
  'POST /api/programme/detailing/{id}/issue': {
    status: NONE_TO_KEEP,
    options: { ...STALE, body: { number: 'x', issuedOn: '2021-02-01', effectOn: '2021-02-01' } },
  },
  'POST /api/programme/detailing/{id}/annul': {
    status: NONE_TO_KEEP,
    options: { ...STALE, body: { reason: 'x' } },
  },
  'GET /api/programme/week': { status: ALL },
  'POST /api/programme/sittings': {
    status: BY_KEEPER,
    options: { body: { on: '2021-02-01', from: '09:00', to: '08:00', title: 'x', chair: 'x' } },
  },
  'PUT /api/programme/sittings/{id}': {
    status: NONE_TO_KEEP,
    options: { ...STALE, body: { on: '2021-02-01', from: '08:00', to: '09:00', title: 'x', chair: 'x' } },
  },
  'POST /api/programme/sittings/{id}/withdraw': { status: NONE_TO_KEEP, options: STALE },
  'GET /api/programme/feeds': { status: ALL },
  'POST /api/programme/feeds': { status: '201 201 201 201 201 201', options: { body: { scope: 'week' } } },
  'DELETE /api/programme/feeds/{id}': { status: NONE },
  // The address is the secret: no sign-in needed, and a wrong one is not found.
  'GET /api/programme/feed/{key}.ics': { status: NONE, open: true, strange: 404 },
}
