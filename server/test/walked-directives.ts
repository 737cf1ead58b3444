import { upload } from './app.ts'
import { SAMPLE } from './review-desk.ts'
import { BY_HAND } from './walked-bodies.ts'
import { ALL, NONE, NOT_TO_REVIEW, STALE, type Walked } from './walked-statuses.ts'

/** The routes of directives. A route that is missing here fails the test. */
export const DIRECTIVES: Record<string, Walked> = {
  'GET /api/directives': { status: ALL },
  // An existing file: only a walker who may upload documents gets this error.
  'POST /api/directives': { status: '403 409 403 403 403 403', options: upload('van-ban.txt', SAMPLE) },
  'POST /api/directives/paste': { status: '403 409 403 403 403 403', options: { body: { text: String(SAMPLE) } } },
  'GET /api/outside-orders': { status: ALL },
  // Nothing in it: only a walker who may enter orders gets this error.
  'POST /api/outside-orders': { status: '403 400 403 403 403 403', options: { body: { order: '{}' } } },
  // None exists: rights on an existing one are tested in directives/outside-order.test.ts.
  'GET /api/outside-orders/{id}': { status: NONE },
  'GET /api/outside-orders/{id}/file': { status: NONE },
  'POST /api/outside-orders/{id}/tasks': { status: NONE, options: { body: { tasks: [BY_HAND] } } },
  'GET /api/directives/{id}': { status: '200 200 200 200 200 404' },
  'GET /api/directives/{id}/text': { status: '200 200 200 200 200 404' },
  'GET /api/directives/{id}/file': { status: '200 200 200 200 200 404' },
  'PATCH /api/directives/{id}': { status: NOT_TO_REVIEW, options: { ...STALE, body: { subject: 'x' } } },
  'DELETE /api/directives/{id}': { status: NOT_TO_REVIEW, options: STALE },
  'POST /api/directives/{id}/retry': { status: NOT_TO_REVIEW, options: STALE },
  // Already confirmed: the answer is the result of the confirmation.
  'POST /api/directives/{id}/confirm': { status: '403 200 403 403 403 404', options: { ...STALE, body: {} } },
  'GET /api/directives/accuracy': { status: '200 200 403 403 403 403' },
  'GET /api/directives/corrections': { status: '200 200 403 403 403 403' },
  'GET /api/directives/corpus': { status: '200 403 403 403 403 403' },
  'GET /api/directives/knowledge': { status: '200 403 403 403 403 403' },
  'GET /api/directives/missed-labels': { status: '200 200 403 403 403 403' },
  'GET /api/directives/outcomes': { status: '200 200 403 403 403 403' },
  'GET /api/directives/setting': { status: '200 200 200 200 200 200' },
  'PUT /api/directives/setting': {
    status: '409 403 403 403 403 403',
    options: { ...STALE, body: { shares: 'whole' } },
  },
  'GET /api/directives/labels': { status: '200 200 403 403 403 403' },
  // No words: only a walker who may add labels gets this error.
  'POST /api/directives/labels': {
    status: '400 403 403 403 403 403',
    options: { body: { phrase: '…', role: 'lead' } },
  },
  'POST /api/directives/labels/{labelId}/withdraw': { status: '404 403 403 403 403 403', options: STALE },
  'POST /api/directives/{id}/drafts': { status: NOT_TO_REVIEW, options: { body: 'DRAFT' } },
  'PUT /api/directives/{id}/drafts/{draftId}': { status: NOT_TO_REVIEW, options: { ...STALE, body: 'DRAFT' } },
  'POST /api/directives/{id}/drafts/{draftId}/drop': { status: NOT_TO_REVIEW, options: STALE },
  'POST /api/directives/{id}/drafts/{draftId}/restore': { status: NOT_TO_REVIEW, options: STALE },
  'POST /api/directives/{id}/drafts/{draftId}/check': { status: NOT_TO_REVIEW, options: STALE },
  'POST /api/directives/{id}/drafts/{draftId}/split': {
    status: NOT_TO_REVIEW,
    options: { ...STALE, body: { at: 5 } },
  },
  'POST /api/directives/{id}/drafts/{draftId}/distribution/preview': {
    status: NOT_TO_REVIEW,
    options: { body: { party: 0, form: 'each' } },
  },
  'POST /api/directives/{id}/drafts/{draftId}/distribute': {
    status: NOT_TO_REVIEW,
    options: { ...STALE, body: { party: 0, form: 'each', agencyIds: [1, 2] } },
  },
  'POST /api/directives/{id}/distributions/{distributionId}/undo': { status: NOT_TO_REVIEW, options: STALE },
  'POST /api/directives/{id}/drafts/merge': {
    status: NOT_TO_REVIEW,
    options: {
      body: {
        drafts: [
          { id: 1, version: 9 },
          { id: 2, version: 9 },
        ],
      },
    },
  },
}
