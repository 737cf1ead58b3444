import { ALL, NONE, STALE, type Walked } from './walked-statuses.ts'

const on = '2021-02-28'
const reason = { ...STALE, body: { reason: 'x' } }
/** Officers open cases for their own unit; whoever runs the system or only follows the work has none. */
const DRAFTS = '403 400 403 400 400 400'
const DRAFTS_NONE = '403 404 403 404 404 404'
/** Kept by clerks, of whom none walks. */
const BY_CLERKS = '403 403 403 403 403 403'

/** Case files and the archive: no walker has opened anything, so what has an id is not there for anyone. */
export const CASES: Record<string, Walked> = {
  'GET /api/records/cases': { status: ALL },
  'POST /api/records/cases': { status: DRAFTS, options: { body: { title: 'x', retentionClassId: 987654 } } },
  'GET /api/records/cases/{id}': { status: NONE },
  'PATCH /api/records/cases/{id}': {
    status: NONE,
    options: { ...STALE, body: { title: 'x', retentionClassId: 1, keeperId: 1 } },
  },
  'GET /api/records/cases/{id}/paper': { status: NONE },
  'GET /api/records/cases/{id}/verdicts': { status: NONE },
  'POST /api/records/cases/{id}/check': { status: NONE },
  'GET /api/records/cases/{id}/items/{itemId}/file': { status: NONE },
  'POST /api/records/cases/{id}/documents': {
    status: NONE,
    options: { body: { kind: 'incoming', documentId: 987654 } },
  },
  'POST /api/records/cases/{id}/files': { status: '400 400 400 400 400 400', options: { body: { about: '{}' } } },
  'POST /api/records/cases/{id}/items/{itemId}/remove': { status: NONE, options: { body: { reason: 'x' } } },
  'POST /api/records/cases/{id}/close': { status: NONE, options: { ...STALE, body: { endedOn: on } } },
  'POST /api/records/cases/{id}/reopen': { status: NONE, options: reason },
  'GET /api/records/case-figures': { status: ALL, query: '?year=2021' },
  'GET /api/records/case-keepers': { status: ALL },
  'GET /api/records/retention-classes': { status: ALL },
  'POST /api/records/retention-classes': {
    status: BY_CLERKS,
    options: { body: { name: 'x', years: 5, source: 'x', validFrom: on } },
  },
  'GET /api/records/nomenclatures': { status: ALL },
  'POST /api/records/nomenclatures': { status: BY_CLERKS, options: { body: { year: 2000 } } },
  'GET /api/records/nomenclatures/{id}': { status: NONE },
  'GET /api/records/nomenclatures/{id}/file': { status: NONE, query: '?format=pdf' },
  'PUT /api/records/nomenclatures/{id}/lines': { status: NONE, options: { ...STALE, body: { lines: [] } } },
  'POST /api/records/nomenclatures/{id}/issue': {
    status: NONE,
    options: { ...STALE, body: { number: 'x', issuedOn: on } },
  },
  'POST /api/records/nomenclatures/{id}/carry-over': { status: NONE },
  'GET /api/records/hand-overs': { status: ALL },
  'POST /api/records/hand-overs': { status: DRAFTS_NONE, options: { body: { caseIds: [987654] } } },
  'GET /api/records/hand-overs/{id}': { status: NONE },
  'GET /api/records/hand-overs/{id}/package': { status: NONE },
  'GET /api/records/hand-overs/{id}/minutes': { status: NONE },
  'POST /api/records/hand-overs/{id}/accept': { status: NONE, options: { ...STALE, body: {} } },
  'POST /api/records/hand-overs/{id}/return': { status: NONE, options: reason },
  'GET /api/records/destructions': { status: ALL },
  'POST /api/records/destructions': { status: BY_CLERKS, options: { body: { caseIds: [987654], reason: 'x' } } },
  'GET /api/records/destructions/{id}': { status: NONE },
  'GET /api/records/destructions/{id}/minutes': { status: NONE },
  'POST /api/records/destructions/{id}/consider': {
    status: NONE,
    options: { ...STALE, body: { council: 'x', councilOn: on, words: 'x' } },
  },
  'POST /api/records/destructions/{id}/decide': {
    status: NONE,
    options: { ...STALE, body: { decision: 'x', decidedOn: on } },
  },
  'POST /api/records/destructions/{id}/decline': { status: NONE, options: reason },
  'POST /api/records/destructions/{id}/withdraw': { status: NONE, options: reason },
  'POST /api/records/destructions/{id}/carry-out': {
    status: NONE,
    options: { ...STALE, body: { on, witnesses: 'x' } },
  },
}
