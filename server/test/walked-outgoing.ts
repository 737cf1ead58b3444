import { ALL, NONE, STALE, type Walked } from './walked-statuses.ts'

const reason = { ...STALE, body: { reason: 'x' } }
/** Officers draft for their own body; whoever runs the system drafts nothing. */
const BY_DRAFTERS = '403 201 403 201 201 201'
const READ_BY_DRAFTERS = '403 200 403 200 200 200'
/** Of clerks and of those who sign, of whom none walks. */
const BY_CLERKS = '403 403 403 403 403 403'
/** Of clerks, leaders and archivists: the books of a body. */
const READ_BY_LEADERS = '403 403 403 403 403 403'
const content = { addressees: [], parts: [] }
const DEVICE = { token: 'x'.repeat(43), signature: 'AAAA', certificate: 'AAAA' }
const one = '/api/records/outgoing/{id}'

/** Documents that go out: the one of the walk's id is of nobody, so what has an id is not there for anyone. */
export const OUTGOING: Record<string, Walked> = {
  'GET /api/records/outgoing': { status: ALL },
  'POST /api/records/outgoing': { status: BY_DRAFTERS, options: { body: { kind: 'CV', about: 'x' } } },
  'GET /api/records/outgoing/choices': { status: READ_BY_DRAFTERS },
  'GET /api/records/outgoing/people': { status: READ_BY_DRAFTERS },
  [`GET ${one}`]: { status: NONE },
  [`PATCH ${one}`]: { status: NONE, options: { ...STALE, body: { about: 'x' } } },
  [`GET ${one}/differences`]: { status: NONE, query: '?from=1&to=2' },
  [`GET ${one}/verdict`]: { status: NONE },
  [`GET ${one}/preview`]: { status: NONE },
  [`GET ${one}/pdf`]: { status: NONE },
  [`GET ${one}/docx`]: { status: NONE },
  [`GET ${one}/versions/{number}/file`]: { status: NONE },
  // Without a file there is nothing to look for.
  [`POST ${one}/file`]: { status: '400 400 400 400 400 400', options: { ...STALE, body: {} } },
  [`POST ${one}/drop`]: { status: NONE, options: STALE },
  [`POST ${one}/send`]: {
    status: NONE,
    options: { ...STALE, body: { signerId: 1, steps: [{ position: 1, kind: 'initial', personId: 1 }] } },
  },
  [`POST ${one}/agree`]: { status: NONE, options: { ...STALE, body: {} } },
  [`POST ${one}/send-back`]: { status: NONE, options: reason },
  [`POST ${one}/withdraw`]: { status: NONE, options: STALE },
  [`POST ${one}/replace-step`]: { status: NONE, options: { ...STALE, body: { stepId: 1, personId: 1, reason: 'x' } } },
  [`POST ${one}/sign`]: { status: NONE, options: { ...STALE, body: {} } },
  [`POST ${one}/sign/prepare`]: { status: NONE, options: STALE },
  [`POST ${one}/sign/finish`]: { status: NONE, options: { ...STALE, body: DEVICE } },
  [`POST ${one}/seal/prepare`]: { status: NONE, options: STALE },
  [`POST ${one}/seal/finish`]: { status: NONE, options: { ...STALE, body: DEVICE } },
  [`POST ${one}/check`]: { status: NONE },
  'POST /api/records/outgoing/sign': {
    status: BY_CLERKS,
    options: { body: { documents: [{ id: 987654, version: 1 }] } },
  },
  [`POST ${one}/seal`]: { status: NONE, options: { ...STALE, body: {} } },
  [`POST ${one}/issue`]: { status: NONE, options: STALE },
  [`POST ${one}/recall`]: { status: NONE, options: reason },
  [`POST ${one}/copies`]: { status: NONE, options: { body: { form: 'SY' } } },
  'POST /api/records/incoming/{id}/copies': { status: NONE, options: { body: { form: 'SY' } } },
  'GET /api/records/outgoing/book': { status: READ_BY_LEADERS },
  'GET /api/records/outgoing/book/file': { status: READ_BY_LEADERS, query: '?format=xlsx' },
  'GET /api/records/copies/{id}/pdf': { status: NONE },
  'GET /api/records/templates': { status: READ_BY_DRAFTERS },
  'POST /api/records/templates': {
    status: BY_CLERKS,
    options: { body: { kind: 'CV', name: 'x', about: 'x', content } },
  },
  'PUT /api/records/templates/{id}': {
    status: BY_CLERKS,
    options: { ...STALE, body: { kind: 'CV', name: 'x', about: 'x', content } },
  },
  'GET /api/records/templates/{id}': { status: '403 404 403 404 404 404' },
  'POST /api/records/templates/{id}/use': { status: BY_CLERKS, options: { ...STALE, body: { number: 1 } } },
  'POST /api/records/templates/{id}/retire': { status: BY_CLERKS, options: STALE },
}
