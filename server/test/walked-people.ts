import { upload } from './app.ts'
import { ALL, KEEPERS, KEEPS, NONE, STALE, type Walked } from './walked-statuses.ts'

/** People, as `TABLE` of `walked-routes.ts` says. */
export const PEOPLE: Record<string, Walked> = {
  'GET /api/people': { status: KEEPERS },
  // A person without an address: only a walker who may add people gets this error.
  'POST /api/people': {
    status: '400 403 403 403 403 403',
    options: {
      body: {
        fullName: 'Người Mẫu',
        email: 'x y',
        post: { agencyId: 1, role: 'officer', title: 'Chuyên viên', from: '2021-02-28' },
      },
    },
  },
  'GET /api/people/sheet.xlsx': { status: '200 403 403 403 403 403' },
  // A file that is not a sheet, a person without an address: only a walker who may add people gets these errors.
  'POST /api/people/sheet': {
    status: '400 403 403 403 403 403',
    options: upload('moi.xlsx', Buffer.from('không phải bảng tính')),
  },
  'POST /api/people/many': {
    status: '400 403 403 403 403 403',
    options: {
      body: {
        people: [
          {
            fullName: 'Người Mẫu',
            email: 'x y',
            post: { agencyId: 1, role: 'officer', title: 'Chuyên viên', from: '2021-02-28' },
          },
        ],
      },
    },
  },
  'GET /api/people/{id}': { status: KEEPERS },
  'PATCH /api/people/{id}': {
    status: KEEPS,
    options: { ...STALE, body: { fullName: 'Người Mẫu', email: 'nguoi.mau@mau.gov.vn' } },
  },
  'POST /api/people/{id}/invitation': { status: KEEPS, options: { ...STALE, body: {} } },
  'POST /api/people/{id}/reset': { status: KEEPS, options: { ...STALE, body: { isApproved: false } } },
  'POST /api/people/{id}/close': { status: KEEPS, options: { ...STALE, body: {} } },
  'POST /api/people/{id}/reopen': { status: KEEPS, options: { ...STALE, body: {} } },
  'POST /api/people/{id}/clear-second-factors': { status: KEEPS, options: { ...STALE, body: {} } },
  'POST /api/people/{id}/posts': {
    status: KEEPS,
    options: { ...STALE, body: { agencyId: 1, role: 'officer', title: 'Chuyên viên', from: '2021-02-28' } },
  },
  'POST /api/people/{id}/posts/{postId}/end': { status: KEEPS, options: { ...STALE, body: { on: '2021-02-28' } } },
  'PUT /api/people/{id}/followings': {
    status: KEEPS,
    options: { ...STALE, body: { agencyIds: [], from: '2021-02-28' } },
  },

  'GET /api/me/signing-identities': { status: ALL },
  'GET /api/agencies/{id}/signing-identities': { status: ALL },
  // A key of their own without its file: everyone may have one.
  'POST /api/signing-identities': {
    status: '400 400 400 400 400 400',
    options: { body: { key: JSON.stringify({ kind: 'device' }) } },
  },
  'GET /api/signing-identities/{id}/picture': { status: NONE },
  'POST /api/signing-identities/{id}/picture': {
    status: NONE,
    options: { ...STALE, ...upload('chu-ky.png', Buffer.from('không phải ảnh')) },
  },
  'POST /api/signing-identities/{id}/end': {
    status: NONE,
    options: { ...STALE, body: { kind: 'ended', reason: 'Lý do' } },
  },
}
