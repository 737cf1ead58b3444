import { BY_READERS, STALE, type Walked } from './walked-statuses.ts'

/** A mention outside the text: only a walker who may comment gets this error. */
const MISPLACED = { body: 'x', mentions: [{ personId: 1, start: 0, end: 1 }] }
const BY_ACTORS = '403 400 400 400 400 404'
const READ = '200 200 200 200 200 404'

/** The routes of comments, on a shared thread that none of the walkers wrote. */
export const COMMENTS: Record<string, Walked> = {
  'GET /api/tasks/{id}/comments': { status: READ },
  'GET /api/tasks/{id}/threads/{threadId}': { status: READ },
  'GET /api/tasks/{id}/comment-readers': { status: '403 200 200 200 200 404', query: '?audience=shared&words=x' },
  'POST /api/tasks/{id}/comments': { status: BY_ACTORS, options: { body: { audience: 'shared', ...MISPLACED } } },
  'POST /api/tasks/{id}/threads/{threadId}/replies': { status: BY_ACTORS, options: { body: MISPLACED } },
  'POST /api/comments/{id}/correct': { status: BY_READERS, options: { ...STALE, body: { body: 'x' } } },
  'POST /api/comments/{id}/withdraw': { status: BY_READERS, options: STALE },
  'PUT /api/me/seen-comments/{id}': { status: '204 204 204 204 204 404', options: { body: { upTo: 1 } } },
}
