import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import ExcelJS from 'exceljs'
import { systemActor } from '../platform/actor.ts'
import { assignAll } from '../tasks/index.ts'
import { aSource, aTask } from '../tasks/task.fixture.ts'
import { type Answer, type Method, type SendOptions, upload, type Visitor } from './app.ts'
import { editOf, makeReady, openDesk, SAMPLE, takeIn } from './review-desk.ts'

/** Those who walk every route, a stranger besides. The sample's task 2.a is led by the one ministry with the help of the other. */
const WALKERS = {
  administrator: { role: 'administrator' },
  followUp: { role: 'followUp' },
  taskForce: { role: 'taskForce' },
  leader: { role: 'officer', agency: 'bo-tai-chinh' },
  helper: { role: 'officer', agency: 'bo-ke-hoach-va-dau-tu' },
  outsider: { role: 'officer', agency: 'bo-y-te' },
} as const
type Walker = keyof typeof WALKERS

const ALL = '200 200 200 200 200 200'
const KEEPS = '409 403 403 403 403 403'
const KEEPERS = '200 403 403 403 403 403'
const NO_PLAN = '404 403 403 403 403 403'
const NONE = '404 404 404 404 404 404'
const CHANGE_BY_LEADER = '403 403 403 409 403 404'
const CHANGE_BY_GIVER = '409 409 403 403 403 404'
const NOT_TO_REVIEW = '409 409 403 403 403 404'
const REPORTS = '200 200 200 403 403 403'
const DRAFTS = '200 200 403 403 403 403'
const BY_BROWSER = '403 403 403 403 403 403'
const STALE = { ifMatch: 999 }
const URGERS = '200 200 403 403 403 403'
const DRAFT_LETTER = '200 200 404 404 404 404'
const CHANGE_OF_LETTER = '409 409 404 404 404 404'
const RULE = {
  name: 'Thử',
  reason: 'Thử',
  event: 'before',
  days: 2,
  urgencies: [],
  deadlineKinds: [],
  agencyIds: [],
  whom: ['officer'],
  how: ['inApp'],
  isActive: true,
}
const URGING_SETTING = {
  superiorBody: null,
  issuingBody: 'Văn phòng Chính phủ',
  notationBody: 'VPCP',
  place: 'Hà Nội',
  headTitle: 'Bộ trưởng, Chủ nhiệm',
  basis: 'Thử',
  soonDays: 10,
  replyDays: 7,
  annexFrom: 9,
  quietFrom: '20:00',
  quietTo: '06:30',
  headTitles: ['Bộ trưởng'],
}
const REASON = { ...STALE, body: { reason: 'Lý do' } }

/**
 * The status each gets, in the order of `WALKERS`; who is nobody gets 401 wherever it is not said that the route is open.
 * Changes name a version that is none, or a state that is past, so whoever may make them gets as far as 409 and nothing
 * changes under the next. A route of the API that is missing here fails the test.
 */
const TABLE: Record<string, { status: string; options?: SendOptions; query?: string; open?: true; strange?: number }> =
  {
    'GET /api/health': { status: ALL, open: true },
    'GET /api/me': { status: ALL },

    // The door: rows say what a request that can lead to nothing is answered.
    'GET /api/sign-in': { status: ALL, open: true },
    'POST /api/sign-in/passkey/options': { status: '409 409 409 409 409 409', open: true, strange: 409 },
    'POST /api/sign-in/passkey': {
      status: '409 409 409 409 409 409',
      options: { body: { challengeId: 'x', response: {} } },
      open: true,
      strange: 409,
    },
    'POST /api/sign-in/identity': {
      status: '404 404 404 404 404 404',
      options: { body: {} },
      open: true,
      strange: 404,
    },
    'POST /api/first-administrator': {
      status: '400 400 400 400 400 400',
      options: { body: { code: 'x', name: 'x', email: 'x', title: 'x', password: 'x', body: 'x' } },
      open: true,
      strange: 400,
    },
    // One's own account is for browsers: these walkers come by token.
    'GET /api/account': { status: BY_BROWSER },
    'POST /api/account/password': {
      status: BY_BROWSER,
      options: { body: { currentPassword: 'x', newPassword: 'x' } },
    },
    'POST /api/account/identity': { status: BY_BROWSER },
    'DELETE /api/account/identity': { status: BY_BROWSER },
    'DELETE /api/account/sessions': { status: BY_BROWSER },
    'DELETE /api/account/sessions/{sessionId}': { status: BY_BROWSER },
    'POST /api/account/tokens': { status: BY_BROWSER, options: { body: { name: 'x', days: 1 } } },
    'DELETE /api/account/tokens/{id}': { status: BY_BROWSER },
    'POST /api/account/totp': { status: BY_BROWSER, options: { body: { password: 'x' } } },
    'POST /api/account/totp/confirm': { status: BY_BROWSER, options: { body: { code: '1' } } },
    'POST /api/account/totp/remove': { status: BY_BROWSER, options: { body: { password: 'x' } } },
    'POST /api/account/recovery-codes': { status: BY_BROWSER, options: { body: { password: 'x' } } },
    'POST /api/account/passkeys/options': { status: BY_BROWSER, options: { body: { password: 'x' } } },
    'POST /api/account/passkeys': {
      status: BY_BROWSER,
      options: { body: { challengeId: 'x', name: 'x', response: {} } },
    },
    'DELETE /api/account/passkeys/{id}': { status: BY_BROWSER },
    'POST /api/second-factor/code': { status: BY_BROWSER, options: { body: { code: '1' } } },
    'POST /api/second-factor/passkey/options': { status: BY_BROWSER },
    'POST /api/second-factor/passkey': {
      status: BY_BROWSER,
      options: { body: { challengeId: 'x', response: {} } },
    },
    'GET /api/agencies': { status: ALL },
    'GET /api/agencies/resolve': { status: ALL, query: '?name=BTC' },
    'GET /api/agencies/{id}': { status: ALL },
    'GET /api/agencies/compare': { status: ALL, query: '?from=2021-02-01&to=2021-02-28' },
    'GET /api/agencies/{id}/history': { status: '200 403 403 403 403 403' },
    // A unit of no body: whoever may found bodies hears that.
    'POST /api/agencies': {
      status: '400 403 403 403 403 403',
      options: { body: { name: 'Vụ Mẫu', kind: 'unit', from: '2021-01-01', source: 'x' } },
    },
    'POST /api/agencies/{id}/changes': {
      status: KEEPS,
      options: { ...STALE, body: { from: '2021-01-01', name: 'x', source: 'x' } },
    },
    'POST /api/agencies/{id}/end': { status: KEEPS, options: { ...STALE, body: { on: '2021-01-01', source: 'x' } } },
    'POST /api/agencies/{id}/successions': {
      status: KEEPS,
      options: { ...STALE, body: { newId: null, kind: 'abolished', effectiveOn: '2021-01-01', source: 'x' } },
    },
    'POST /api/agencies/{id}/successions/{successionId}/withdraw': { status: KEEPS, options: REASON },
    'POST /api/agencies/{id}/codes': {
      status: KEEPS,
      options: { ...STALE, body: { scheme: 'qd20', code: 'G12.1', from: '2021-01-01', source: 'x' } },
    },
    'POST /api/agencies/{id}/codes/end': {
      status: KEEPS,
      options: { ...STALE, body: { scheme: 'qcvn102', code: 'G12', on: '2021-01-01', source: 'x' } },
    },
    'POST /api/agencies/{id}/aliases': { status: KEEPS, options: { ...STALE, body: { alias: 'x', source: 'x' } } },
    'POST /api/agencies/{id}/aliases/withdraw': {
      status: KEEPS,
      options: { ...STALE, body: { alias: 'x', source: 'x' } },
    },

    'GET /api/working-calendar/{year}': { status: ALL },
    'GET /api/working-days': { status: ALL, query: '?from=2021-02-01&add=5' },
    'PUT /api/working-calendar/{year}/choices': {
      status: KEEPS,
      options: { ...STALE, body: { holiday: 'tet', daysBefore: 2, source: 'x' } },
    },
    'POST /api/working-calendar/{year}/days': {
      status: KEEPS,
      options: { ...STALE, body: { off: '2027-03-01', source: 'x' } },
    },
    'POST /api/working-calendar/{year}/days/{day}/withdraw': { status: KEEPS, options: REASON },

    'GET /api/clients': { status: '200 403 403 403 403 403' },
    'POST /api/clients': {
      status: '400 403 403 403 403 403',
      options: { body: { agencyId: 999_999, name: 'x', scopes: ['tasks.read'] } },
    },
    'PUT /api/clients/{clientId}': {
      status: '404 403 403 403 403 403',
      options: { ...STALE, body: { name: 'x', scopes: ['tasks.read'] } },
    },
    'POST /api/clients/{clientId}/secret': { status: '404 403 403 403 403 403', options: STALE },
    'POST /api/clients/{clientId}/revoke': { status: '404 403 403 403 403 403', options: STALE },
    // Programs come here without a key; without a form they are refused in the words of RFC 6749.
    'POST /api/oauth/token': { status: '400 400 400 400 400 400', open: true, strange: 400 },

    'GET /api/people': { status: KEEPERS },
    // Somebody without an address: whoever may add people hears that.
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
    'GET /api/people/{id}': { status: KEEPERS },
    'PATCH /api/people/{id}': {
      status: KEEPS,
      options: { ...STALE, body: { fullName: 'Người Mẫu', email: 'nguoi.mau@mau.gov.vn' } },
    },
    'POST /api/people/{id}/invitation': { status: KEEPS, options: { ...STALE, body: {} } },
    'POST /api/people/{id}/close': { status: KEEPS, options: { ...STALE, body: {} } },
    'POST /api/people/{id}/reopen': { status: KEEPS, options: { ...STALE, body: {} } },
    'POST /api/people/{id}/posts': {
      status: KEEPS,
      options: { ...STALE, body: { agencyId: 1, role: 'officer', title: 'Chuyên viên', from: '2021-02-28' } },
    },
    'POST /api/people/{id}/posts/{postId}/end': { status: KEEPS, options: { ...STALE, body: { on: '2021-02-28' } } },
    'PUT /api/people/{id}/followings': {
      status: KEEPS,
      options: { ...STALE, body: { agencyIds: [], from: '2021-02-28' } },
    },
    'GET /api/me/posts': { status: ALL },
    // By a program, which has no session to choose for.
    'POST /api/me/post': { status: '409 409 409 409 409 409', options: { body: { postId: 1 } } },
    'GET /api/me/deputations': { status: ALL },
    'GET /api/me/colleagues': { status: '403 403 403 403 403 403' },
    // A post nobody has: it is not told from another's.
    'POST /api/deputations': {
      status: '404 404 404 404 404 404',
      options: { body: { postId: 987654, deputyId: 1, kind: 'absent', from: '2021-02-28', to: '2021-03-01' } },
    },
    'POST /api/deputations/{id}/revoke': { status: '404 404 404 404 404 404', options: { body: {} } },
    'GET /api/roles': { status: KEEPERS },
    'PUT /api/roles/{role}': {
      status: KEEPS,
      options: { ...STALE, body: { name: 'x', nameEn: 'x', sees: 'own', rights: [], isTwoFactor: false } },
    },
    'POST /api/invitation': {
      status: '404 404 404 404 404 404',
      options: { body: { code: 'x' } },
      open: true,
      strange: 404,
    },
    'POST /api/invitation/accept': {
      status: '404 404 404 404 404 404',
      options: { body: { code: 'x', password: 'x' } },
      open: true,
      strange: 404,
    },
    'GET /api/audit': { status: KEEPERS },
    'GET /api/audit/names': { status: KEEPERS },
    'GET /api/audit/export.xlsx': { status: KEEPERS },
    'GET /api/audit/verify': { status: KEEPERS },

    'GET /api/tasks': { status: ALL },
    'GET /api/tasks/export.xlsx': { status: ALL },
    'GET /api/statistics': { status: ALL },
    'GET /api/statistics/trend': { status: ALL },
    'GET /api/groups': { status: ALL },
    'GET /api/tasks/changes': { status: ALL },
    'GET /api/tasks/acts': { status: ALL, query: '?ids=1' },
    // What is refused is told of each task in the answer: bulk.test.ts.
    'POST /api/tasks/bulk': {
      status: ALL,
      options: { body: { act: 'receive', items: [{ id: 987_654, version: 1 }], mode: 'all' } },
    },
    'GET /api/tasks/progress-sheet.xlsx': { status: '200 200 403 200 200 200' },
    // A sheet that is none: whoever may report hears that.
    'POST /api/tasks/progress-sheet': {
      status: '400 400 403 400 400 400',
      options: upload('phieu.xlsx', Buffer.from('không phải bảng tính')),
    },
    'GET /api/desk': { status: ALL },
    'GET /api/queue': { status: '200 200 403 403 403 403' },
    'GET /api/queue/changes': { status: '200 200 403 403 403 403' },
    'GET /api/watch': { status: ALL },
    'PUT /api/watch': {
      status: '409 403 403 403 403 403',
      options: { ...STALE, body: { silentDays: 15, soonDays: 7 } },
    },
    'GET /api/bulk-runs/{id}': { status: NONE },
    'GET /api/live': { status: ALL, options: { endless: true } },
    'GET /api/feeds': { status: ALL },
    'POST /api/feeds': { status: '201 201 201 201 201 201', options: { body: { scope: 'mine' } } },
    'DELETE /api/feeds/{id}': { status: NONE },
    // The address is the key: who has it need not be signed in, and a wrong one is nothing.
    'GET /api/calendar/{key}.ics': { status: NONE, open: true, strange: 404 },
    'GET /api/tasks/{id}': { status: '200 200 200 200 200 404' },
    'GET /api/tasks/{id}/history': { status: '200 200 200 200 200 404' },
    'POST /api/tasks/{id}/receive': { status: CHANGE_BY_LEADER, options: { ...STALE, body: {} } },
    'POST /api/tasks/{id}/start': { status: CHANGE_BY_LEADER, options: { ...STALE, body: {} } },
    'POST /api/tasks/{id}/progress': {
      status: CHANGE_BY_LEADER,
      options: { ...STALE, body: { percent: 1, body: 'x' } },
    },
    'POST /api/tasks/{id}/done': {
      status: CHANGE_BY_LEADER,
      options: { ...STALE, body: { completedOn: '2021-02-01', body: 'Xong' } },
    },
    'POST /api/tasks/{id}/requests/extension': {
      status: CHANGE_BY_LEADER,
      options: { ...STALE, body: { newDueOn: '2021-12-31', reason: 'Lý do' } },
    },
    'POST /api/tasks/{id}/requests/return': { status: CHANGE_BY_LEADER, options: REASON },
    'POST /api/tasks/{id}/requests/transfer': {
      status: CHANGE_BY_LEADER,
      options: { ...STALE, body: { agencyId: 1, reason: 'Lý do' } },
    },
    'POST /api/tasks/{id}/deadlines/{deadlineId}/finish': {
      status: CHANGE_BY_LEADER,
      options: { ...STALE, body: { doneOn: '2021-02-01' } },
    },
    // Not received yet: whoever may do it hears that. Who is not asked for a part of it may not.
    'POST /api/tasks/{id}/subtasks': {
      status: CHANGE_BY_LEADER,
      options: { body: { agencyId: 1, title: 'Việc', content: 'Việc', dueOn: '2021-12-31' } },
    },
    'POST /api/tasks/{id}/contributions/ask': {
      status: CHANGE_BY_LEADER,
      options: { body: { agencyId: 1, what: 'Ý kiến', dueOn: '2021-12-31' } },
    },
    'POST /api/tasks/{id}/contributions': {
      status: '403 403 403 403 400 404',
      options: { body: { agencyId: 1, body: 'Ý kiến' } },
    },
    'POST /api/tasks/{id}/evidence': { status: '403 403 403 409 409 404', options: upload('minh-chung.txt', SAMPLE) },
    'POST /api/tasks/{id}/evidence/documents': {
      status: '403 403 403 409 409 404',
      options: { body: { number: '1/BC', issuedOn: '2021-02-01', issuer: 'Cơ quan', about: 'Báo cáo' } },
    },
    'PUT /api/tasks/{id}/rhythm': {
      status: CHANGE_BY_GIVER,
      options: { ...STALE, body: { cadence: 'month', cutoff: 'decree', dueDays: 5 } },
    },
    // There is none: who may do what to one that is there, tasks/subtask.access.test.ts tells.
    'GET /api/tasks/{id}/evidence/{evidenceId}/file': { status: NONE },
    'POST /api/tasks/{id}/evidence/{evidenceId}/withdraw': { status: NONE, options: { body: { reason: 'Lý do' } } },
    'PUT /api/tasks/{id}/subtasks/{subtaskId}': {
      status: NONE,
      options: { ...STALE, body: { title: 'Việc', content: 'Việc', dueOn: '2021-12-31' } },
    },
    'POST /api/tasks/{id}/subtasks/{subtaskId}/start': { status: NONE, options: { ...STALE, body: {} } },
    'POST /api/tasks/{id}/subtasks/{subtaskId}/report': {
      status: NONE,
      options: { ...STALE, body: { percent: 5, body: 'Đang làm' } },
    },
    'POST /api/tasks/{id}/subtasks/{subtaskId}/finish': {
      status: NONE,
      options: { ...STALE, body: { doneOn: '2021-02-10', body: 'Xong' } },
    },
    'POST /api/tasks/{id}/subtasks/{subtaskId}/accept': { status: NONE, options: { ...STALE, body: {} } },
    'POST /api/tasks/{id}/subtasks/{subtaskId}/send-back': { status: NONE, options: REASON },
    'POST /api/tasks/{id}/subtasks/{subtaskId}/cancel': { status: NONE, options: REASON },
    'POST /api/tasks/{id}/confirm': { status: CHANGE_BY_GIVER, options: { ...STALE, body: {} } },
    'POST /api/tasks/{id}/send-back': { status: CHANGE_BY_GIVER, options: REASON },
    'POST /api/tasks/{id}/correct': {
      status: CHANGE_BY_GIVER,
      options: { ...STALE, body: { completedOn: null, reason: 'Lý do' } },
    },
    'POST /api/tasks/{id}/extend': {
      status: CHANGE_BY_GIVER,
      options: { ...STALE, body: { newDueOn: '2021-12-31', reason: 'Lý do', approvedBy: '1/VPCP' } },
    },
    'POST /api/tasks/{id}/transfer': {
      status: CHANGE_BY_GIVER,
      options: { ...STALE, body: { agencyId: 1, reason: 'Lý do' } },
    },
    'POST /api/tasks/{id}/cancel': { status: CHANGE_BY_GIVER, options: REASON },
    'POST /api/tasks/{id}/requests/{requestId}/decide': {
      status: CHANGE_BY_GIVER,
      options: { ...STALE, body: { decision: 'refused' } },
    },

    'GET /api/directives': { status: ALL },
    // The same file again: whoever may take documents in hears that it is here.
    'POST /api/directives': { status: '409 409 403 403 403 403', options: upload('van-ban.txt', SAMPLE) },
    'POST /api/directives/paste': { status: '409 409 403 403 403 403', options: { body: { text: String(SAMPLE) } } },
    'GET /api/directives/{id}': { status: '200 200 200 200 200 404' },
    'GET /api/directives/{id}/text': { status: '200 200 200 200 200 404' },
    'GET /api/directives/{id}/file': { status: '200 200 200 200 200 404' },
    'PATCH /api/directives/{id}': { status: NOT_TO_REVIEW, options: { ...STALE, body: { subject: 'x' } } },
    'DELETE /api/directives/{id}': { status: NOT_TO_REVIEW, options: STALE },
    'POST /api/directives/{id}/retry': { status: NOT_TO_REVIEW, options: STALE },
    // Confirmed already: it answers what the confirmation did.
    'POST /api/directives/{id}/confirm': { status: '200 200 403 403 403 404', options: { ...STALE, body: {} } },
    'POST /api/directives/{id}/drafts': { status: NOT_TO_REVIEW, options: { body: 'DRAFT' } },
    'PUT /api/directives/{id}/drafts/{draftId}': { status: NOT_TO_REVIEW, options: { ...STALE, body: 'DRAFT' } },
    'POST /api/directives/{id}/drafts/{draftId}/drop': { status: NOT_TO_REVIEW, options: STALE },
    'POST /api/directives/{id}/drafts/{draftId}/restore': { status: NOT_TO_REVIEW, options: STALE },
    'POST /api/directives/{id}/drafts/{draftId}/split': {
      status: NOT_TO_REVIEW,
      options: { ...STALE, body: { at: 5 } },
    },
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

    'GET /api/webhooks': { status: '200 403 403 403 403 403' },
    'GET /api/webhooks/events': { status: '200 403 403 403 403 403' },
    // To this very machine: whoever may add endpoints hears that.
    'POST /api/webhooks': {
      status: '400 403 403 403 403 403',
      options: { body: { agencyId: 1, name: 'x', url: 'https://127.0.0.1/', events: ['*'] } },
    },
    'PUT /api/webhooks/{id}': {
      status: '404 403 403 403 403 403',
      options: { ...STALE, body: { name: 'x', url: 'https://127.0.0.1/', events: ['*'] } },
    },
    'POST /api/webhooks/{id}/pause': { status: '404 403 403 403 403 403', options: STALE },
    'POST /api/webhooks/{id}/resume': { status: '404 403 403 403 403 403', options: STALE },
    'POST /api/webhooks/{id}/remove': { status: '404 403 403 403 403 403', options: STALE },
    'POST /api/webhooks/{id}/secret': {
      status: '404 403 403 403 403 403',
      options: { ...STALE, body: { overlapHours: 24 } },
    },
    'POST /api/webhooks/{id}/test': { status: '404 403 403 403 403 403' },
    'POST /api/webhooks/{id}/replay': { status: '404 403 403 403 403 403', options: { body: { after: 0 } } },
    'GET /api/webhooks/{id}/deliveries': { status: '404 403 403 403 403 403' },
    'GET /api/webhooks/{id}/deliveries/{deliveryId}': { status: '404 403 403 403 403 403' },
    'POST /api/webhooks/{id}/deliveries/{deliveryId}/replay': { status: '404 403 403 403 403 403' },

    'GET /api/mail': { status: '200 403 403 403 403 403' },
    'GET /api/mail/standing': { status: '200 403 403 403 403 403' },
    'GET /api/mail/{id}': { status: '404 403 403 403 403 403' },
    'POST /api/mail/{id}/send-again': { status: '404 403 403 403 403 403', options: STALE },
    'POST /api/mail/test': { status: '201 403 403 403 403 403' },
    'POST /api/mail/notices': { status: '400 403 403 403 403 403', options: upload('thu.eml', Buffer.from('x')) },
    'POST /api/mail/notices/paste': { status: '400 403 403 403 403 403', options: { body: { text: 'x' } } },

    // Rules are for those who follow up; what is asked with nothing to change leads to nothing.
    'GET /api/urging/plan': { status: REPORTS },
    'POST /api/urging/plan/try': { status: URGERS, options: { body: { rule: RULE } } },
    // A Sunday: nobody is told anything.
    'POST /api/urging/run': { status: URGERS },
    'GET /api/urging/bodies': { status: REPORTS },
    'GET /api/urging/bodies/{id}/tasks': { status: REPORTS, query: '?kind=silent' },
    'GET /api/urging/bodies/{id}/ledger': { status: '200 200 200 200 404 404' },
    'GET /api/tasks/{id}/urgings': { status: '200 200 200 200 200 404' },
    'GET /api/urging/rules': { status: REPORTS },
    // A rule that lacks its days: whoever may keep rules hears that.
    'POST /api/urging/rules': { status: '400 400 403 403 403 403', options: { body: { ...RULE, days: null } } },
    'PUT /api/urging/rules/{id}': { status: '404 404 403 403 403 403', options: { ...STALE, body: RULE } },
    'GET /api/urging/setting': { status: REPORTS },
    'PUT /api/urging/setting': { status: '409 409 403 403 403 403', options: { ...STALE, body: URGING_SETTING } },
    'GET /api/urging/effect': { status: REPORTS },
    'GET /api/urging/effect/rows': { status: REPORTS },
    'GET /api/notices': { status: ALL },
    'POST /api/notices/read': { status: ALL, options: { body: {} } },
    'GET /api/urging/letters': { status: ALL },
    'POST /api/urging/letters': { status: '201 201 403 403 403 403', options: { body: { agencyIds: [987654] } } },
    'POST /api/urging/letters/submit': {
      status: URGERS,
      options: { body: { letters: [{ id: 987654, version: 1 }] } },
    },
    'POST /api/urging/letters/sign': {
      status: '403 403 403 403 403 403',
      options: { body: { letters: [{ id: 987654, version: 1 }] } },
    },
    // A draft to the leader's body: for whoever may not see drafts it is not there.
    'GET /api/urging/letters/{id}': { status: DRAFT_LETTER },
    'GET /api/urging/letters/{id}/choices': { status: DRAFT_LETTER },
    'GET /api/urging/letters/{id}/reports': { status: DRAFT_LETTER },
    'GET /api/urging/letters/{id}/document': { status: DRAFT_LETTER, query: '?format=html' },
    'GET /api/urging/letters/{id}/answers/{answerId}/file': { status: NONE },
    'PATCH /api/urging/letters/{id}': { status: CHANGE_OF_LETTER, options: { ...STALE, body: { about: 'x' } } },
    'POST /api/urging/letters/{id}/submit': { status: CHANGE_OF_LETTER, options: STALE },
    'POST /api/urging/letters/{id}/withdraw': { status: CHANGE_OF_LETTER, options: STALE },
    'POST /api/urging/letters/{id}/drop': { status: CHANGE_OF_LETTER, options: STALE },
    'POST /api/urging/letters/{id}/close': { status: CHANGE_OF_LETTER, options: { ...STALE, body: {} } },
    'POST /api/urging/letters/{id}/answer': {
      status: CHANGE_OF_LETTER,
      options: { ...STALE, body: { number: '1/BTC', answeredOn: '2021-02-28', summary: 'x' } },
    },
    'POST /api/urging/letters/{id}/send-back': { status: '403 403 404 404 404 404', options: REASON },
    'POST /api/urging/letters/{id}/sign': { status: '403 403 404 404 404 404', options: STALE },

    'GET /api/reports/monthly': { status: DRAFTS, query: '?month=2021-02' },
    'GET /api/reports/monthly/document': { status: DRAFTS, query: '?month=2021-02&format=html' },
    // Dated before its figures: whoever may issue reports hears that.
    'POST /api/reports/monthly/freeze': {
      status: '400 400 403 403 403 403',
      options: {
        body: {
          month: '2021-02',
          number: '9/BC',
          issuedOn: '2021-01-01',
          signer: 'Người Mẫu',
          signerTitle: 'Tổ trưởng',
        },
      },
    },
    // Reorganisations are for those who keep the registry and see every body.
    'GET /api/reorganisations': { status: KEEPERS },
    'POST /api/reorganisations': {
      status: '400 403 403 403 403 403',
      options: {
        body: {
          title: 'x',
          source: 'x',
          lines: [
            { id: 1, old: 'x', new: 'x', kind: null, subject: '', effectiveOn: null, source: '', founding: null },
          ],
        },
      },
    },
    'POST /api/reorganisations/upload': {
      status: '400 403 403 403 403 403',
      options: upload('x.csv', Buffer.from('x')),
    },
    'GET /api/reorganisations/{id}': { status: NO_PLAN },
    'PUT /api/reorganisations/{id}': {
      status: NO_PLAN,
      options: { ...STALE, body: { title: 'x', source: 'x', lines: [] } },
    },
    'DELETE /api/reorganisations/{id}': { status: NO_PLAN, options: STALE },
    'GET /api/reorganisations/{id}/tasks': { status: NO_PLAN, query: '?lineId=1' },
    'PUT /api/reorganisations/{id}/tasks': {
      status: NO_PLAN,
      options: { ...STALE, body: { lineId: 1, taskIds: [1], isChosen: true } },
    },
    'POST /api/reorganisations/{id}/rehearse': { status: NO_PLAN },
    'POST /api/reorganisations/{id}/apply': { status: NO_PLAN, options: { ...STALE, body: { rehearsalId: 1 } } },
    'GET /api/reorganisations/{id}/runs/{runId}': { status: NO_PLAN },
    'GET /api/reorganisations/{id}/runs/{runId}/tasks': { status: NO_PLAN, query: '?lineId=1&part=lead' },
    'GET /api/reports': { status: REPORTS },
    'GET /api/reports/{id}': { status: REPORTS },
    'GET /api/reports/{id}/document': { status: REPORTS, query: '?format=docx' },
  }

/** Stands in the title, the group and the document of a task that is the leader's alone. */
const SECRET = 'Hoàng Liên Sơn'

async function world(t: TestContext) {
  const desk = await openDesk(t)
  const ready = await makeReady(desk, (await takeIn(desk)).id)
  const url = `/api/directives/${ready.id}`
  const confirmed = await desk.reviewer.send('POST', `${url}/confirm`, { body: {}, ifMatch: ready.version })
  assert.equal(confirmed.status, 200)
  const draft = ready.drafts.find(({ ref }) => ref === 'II.2.a')!
  const place = ready.drafts.filter(({ isDropped }) => !isDropped).indexOf(draft)
  const taskId = (confirmed.body as { taskIds: number[] }).taskIds[place]!
  const [finance, office] = [await desk.agency('bo-tai-chinh'), await desk.agency('van-phong-chinh-phu')]
  await desk.db.transaction().execute((trx) =>
    assignAll(
      trx,
      systemActor('thử'),
      {
        ...aSource({ office } as Parameters<typeof aSource>[0]),
        kind: 'archive',
        number: `1/QĐ-${SECRET}`,
        title: SECRET,
      },
      [aTask('1', finance, '2021-02-15', { title: `Việc ${SECRET}`, groupTitle: `Nhóm ${SECRET}` })],
      desk.clock.now(),
    ),
  )
  const report = await desk.reviewer.send('POST', '/api/reports/monthly/freeze', {
    body: { month: '2021-01', number: '1/BC', issuedOn: '2021-02-05', signer: 'Người Mẫu', signerTitle: 'Tổ trưởng' },
  })
  assert.equal(report.status, 201)
  const walkers = {} as Record<Walker, Visitor>
  for (const [name, { role, ...place }] of Object.entries(WALKERS)) walkers[name as Walker] = await desk.as(role, place)
  const letters = await desk.reviewer.send('POST', '/api/urging/letters', { body: { agencyIds: [finance] } })
  const letterId = (letters.body as { made: { id: number }[] }).made[0]!.id
  const idOf = (path: string) =>
    path.startsWith('/api/tasks')
      ? taskId
      : path.startsWith('/api/directives')
        ? ready.id
        : path.startsWith('/api/reports')
          ? (report.body as { id: number }).id
          : path.startsWith('/api/urging/letters')
            ? letterId
            : path.startsWith('/api/urging/rules')
              ? 987654
              : path.startsWith('/api/people')
                ? walkers.outsider.actor.personId
                : path.startsWith('/api/deputations')
                  ? 987654
                  : finance
  const fill = (path: string) =>
    path
      .replace('{id}', String(idOf(path)))
      .replace('{draftId}', String(draft.id))
      .replace('{sessionId}', 'x')
      .replace('{clientId}', 'dhc_aaaaaaaaaaaaaaaa')
      .replace('{key}', 'A'.repeat(43))
      .replace(/\{(answerId|requestId|deadlineId|successionId|postId|subtaskId|evidenceId)\}/, '1')
      .replace('{runId}', '1')
      .replace('{deliveryId}', '1')
      .replace('{role}', 'auditor')
      .replace('{year}', '2027')
      .replace('{day}', '2027-03-01')
  return { ...desk, walkers, fill, draft, taskId }
}

test('every route, for every role', async (t) => {
  const { app, walkers, fill, draft, send } = await world(t)
  const { paths } = (await app.inject({ url: '/api/openapi.json' })).json() as { paths: Record<string, object> }
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  assert.deepEqual(Object.keys(TABLE).sort(), routes.sort(), 'the table names every route of the API, and no other')

  for (const [route, { status, options = {}, query = '', open, strange = 200 }] of Object.entries(TABLE)) {
    const [method, path] = route.split(' ') as [Method, string]
    const sent = options.body === 'DRAFT' ? { ...options, body: editOf(draft) } : options
    await t.test(route, async () => {
      const expected = status.split(' ').map(Number)
      for (const [place, [who, visitor]] of Object.entries(walkers).entries()) {
        const answer = await visitor.send(method, fill(path) + query, sent)
        assert.equal(answer.status, expected[place], `${who}: ${JSON.stringify(answer.body).slice(0, 300)}`)
      }
      const stranger = await send(method, fill(path) + query, sent)
      assert.equal(stranger.status, open ? strange : 401, 'a stranger')
      if (!open) assert.equal((stranger.body as { code: string }).code, 'auth.required')
    })
  }
})

test('what is not theirs shows nowhere: not in lists, counts, figures, groups, files or refusals', async (t) => {
  const { walkers, taskId } = await world(t)
  const words = encodeURIComponent(SECRET)
  const addresses = [
    '/api/tasks?count=true&limit=500',
    `/api/tasks?search=${words}&count=true`,
    `/api/tasks?group=${encodeURIComponent(`Nhóm ${SECRET}`)}&count=true`,
    '/api/tasks?asOf=2021-02-20&standing=openOverdue&count=true',
    '/api/statistics?by=agency',
    '/api/statistics?by=group',
    '/api/statistics?by=directive',
    '/api/statistics?by=month',
    '/api/statistics/trend?months=3',
    `/api/groups?search=${words}`,
    `/api/directives?search=${words}`,
    '/api/directives',
    '/api/tasks/changes?limit=500',
  ]
  const read = async (visitor: Visitor) => Promise.all(addresses.map((url) => visitor.send('GET', url)))
  const told = ({ body }: Answer) => JSON.stringify(body)
  assert.ok((await read(walkers.leader)).some((answer) => told(answer).includes(SECRET)))
  for (const who of ['helper', 'outsider'] as const) {
    for (const [place, answer] of (await read(walkers[who])).entries()) {
      assert.equal(answer.status, 200)
      assert.ok(!told(answer).includes(SECRET), `${who}: ${addresses[place]}`)
    }
  }
  assert.deepEqual(await sheetOf(walkers.outsider), [])
  assert.deepEqual((await sheetOf(walkers.helper)).length, 1)
  assert.ok((await sheetOf(walkers.leader)).some((title) => title.includes(SECRET)))

  const assigned = async (visitor: Visitor) =>
    ((await visitor.send('GET', '/api/statistics')).body as { total: { assigned: number } }).total.assigned
  assert.deepEqual(
    [await assigned(walkers.leader), await assigned(walkers.helper), await assigned(walkers.outsider)],
    [2, 1, 0],
  )

  const hidden = await walkers.outsider.send('GET', `/api/tasks/${taskId}`)
  const absent = await walkers.outsider.send('GET', '/api/tasks/987654')
  const withoutId = ({ body }: Answer) => ({ ...(body as object), requestId: '' })
  assert.deepEqual(withoutId(hidden), withoutId(absent))
  const other = (await walkers.helper.send('GET', '/api/tasks?limit=1')).body as { nextCursor: string | null }
  assert.equal(other.nextCursor, null, 'a further page would tell that there is more')
})

/** The titles in the exported sheet. */
async function sheetOf(visitor: Visitor): Promise<string[]> {
  const book = new ExcelJS.Workbook()
  const { bytes } = await visitor.send('GET', '/api/tasks/export.xlsx')
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const sheet = book.worksheets[0]!
  return sheet.getColumn(3).values.slice(5).map(String)
}

test('someone whose post has ended, and a token made up, are nobody', async (t) => {
  const { db, as, send } = await openDesk(t)
  const former = await as('officer', { agency: 'bo-tai-chinh' })
  await db
    .updateTable('registry.post')
    .set({ valid: '[2020-01-01,2021-02-28)' })
    .where('person_id', '=', former.actor.personId)
    .execute()
  const answer = await former.send('GET', '/api/tasks')
  assert.deepEqual([answer.status, (answer.body as { code: string }).code], [403, 'auth.no_post'])
  for (const authorization of ['Bearer dh_made-up', `Bearer ${former.token}x`, 'Basic YTpi', 'Bearer ']) {
    assert.equal((await send('GET', '/api/tasks', { headers: { authorization } })).status, 401, authorization)
  }
})
