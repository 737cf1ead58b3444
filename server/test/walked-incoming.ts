import { ALL, NONE, STALE, type Walked } from './walked-statuses.ts'

const reason = { ...STALE, body: { reason: 'x' } }
const READ_BY_DRAFTERS = '403 200 403 200 200 200'
/** Of clerks and leaders, of whom none walks. */
const BY_CLERKS = '403 403 403 403 403 403'
const one = '/api/records/incoming/{id}'
const part = '/api/records/handlings/{id}'

/** Documents that come in: the one of the walk's id is of nobody, so what has an id is not there for anyone. */
export const INCOMING: Record<string, Walked> = {
  'GET /api/records/incoming': { status: ALL },
  'POST /api/records/incoming': { status: BY_CLERKS, options: { body: {} } },
  'GET /api/records/mail-addresses': { status: BY_CLERKS },
  'POST /api/records/mail-addresses': { status: BY_CLERKS, options: { body: { address: 'van.thu@bo.vidu.vn' } } },
  'POST /api/records/mail-addresses/{id}/end': { status: BY_CLERKS, options: STALE },
  'GET /api/records/incoming/choices': { status: READ_BY_DRAFTERS },
  'GET /api/records/incoming/people': { status: BY_CLERKS },
  'GET /api/records/incoming/figures': { status: BY_CLERKS },
  'GET /api/records/incoming/book': { status: BY_CLERKS },
  'GET /api/records/incoming/book/file': { status: BY_CLERKS, query: '?format=xlsx' },
  [`GET ${one}`]: { status: NONE },
  [`GET ${one}/files/{fileId}`]: { status: NONE },
  [`GET ${one}/files/{fileId}/text`]: { status: NONE },
  [`POST ${one}/files`]: { status: NONE, options: { body: {} } },
  [`PATCH ${one}`]: { status: NONE, options: { ...STALE, body: { senderName: 'x', about: 'x' } } },
  [`POST ${one}/register`]: {
    status: NONE,
    options: { ...STALE, body: { isAuthentic: true, isAddressedHere: true } },
  },
  [`POST ${one}/same`]: { status: NONE, options: { ...STALE, body: { incomingId: 1 } } },
  [`POST ${one}/return`]: { status: NONE, options: reason },
  [`POST ${one}/present`]: { status: NONE, options: { ...STALE, body: { personId: 1 } } },
  [`POST ${one}/assign`]: {
    status: NONE,
    options: { ...STALE, body: { handlings: [{ agencyId: 1, part: 'lead' }] } },
  },
  [`POST ${one}/finish`]: { status: NONE, options: { ...STALE, body: { words: 'x' } } },
  [`POST ${one}/reopen`]: { status: NONE, options: reason },
  [`POST ${one}/review`]: { status: NONE, options: STALE },
  [`POST ${one}/check`]: { status: NONE },
  [`POST ${one}/tasks`]: { status: NONE, options: { body: { taskId: 1 } } },
  [`DELETE ${one}/tasks/{taskId}`]: { status: NONE },
  'GET /api/records/handlings': { status: ALL },
  [`POST ${part}/start`]: { status: NONE, options: STALE },
  [`POST ${part}/pass-on`]: {
    status: NONE,
    options: { ...STALE, body: { handlings: [{ personId: 1, part: 'lead' }] } },
  },
  [`POST ${part}/finish`]: { status: NONE, options: { ...STALE, body: {} } },
  [`POST ${part}/give-back`]: { status: NONE, options: reason },
  [`POST ${part}/withdraw`]: { status: NONE, options: reason },
}
