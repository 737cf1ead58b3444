import { upload } from './app.ts'
import { SAMPLE } from './review-desk.ts'
import { RULE, URGING_SETTING } from './walked-bodies.ts'
import { CASES } from './walked-cases.ts'
import { COMMENTS } from './walked-comments.ts'
import { DIRECTIVES } from './walked-directives.ts'
import { INCOMING } from './walked-incoming.ts'
import { OUTGOING } from './walked-outgoing.ts'
import { PEOPLE } from './walked-people.ts'
import { PROGRAMME } from './walked-programme.ts'
import { REPORT_ROUTES } from './walked-reports.ts'
import {
  ALL,
  BY_BROWSER,
  BY_NO_ONE,
  CHANGE_BY_GIVER,
  CHANGE_BY_LEADER,
  CHANGE_OF_LETTER,
  DRAFT_LETTER,
  KEEPERS,
  KEEPS,
  NO_PLAN,
  NO_PLAN_TO_CHOOSE,
  NO_PLAN_TO_SEE,
  NONE,
  REASON,
  REPORTS,
  STALE,
  URGERS,
  type Walked,
} from './walked-statuses.ts'
import { TASKFORCE } from './walked-taskforce.ts'

/**
 * The status each walker gets, in the order of `WALKERS`; without sign-in it is 401 unless the route is `open`. Changes name
 * a wrong version or a past state, so that a walker with the right gets 409 and nothing changes for the next. A route of the
 * API that is missing here fails the test.
 */
export const TABLE: Record<string, Walked> = {
  'GET /api/health': { status: ALL, open: true },
  'GET /api/landing': { status: ALL },
  'GET /api/search': { status: ALL, query: '?words=vpcp' },
  'GET /api/search/counts': { status: ALL, query: '?words=vpcp' },
  'GET /api/search/{kind}': { status: ALL, query: '?words=vpcp' },
  'GET /api/signing': { status: ALL },
  'GET /api/me': { status: ALL },

  // Signing in: rows have the answer to a request that cannot succeed.
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
  // Without an account: the answer to one is the same for all, and counted.
  'POST /api/forgotten-password': {
    status: '400 400 400 400 400 400',
    options: { body: { account: '' } },
    open: true,
    strange: 400,
  },
  'POST /api/first-administrator': {
    status: '400 400 400 400 400 400',
    options: { body: { code: 'x', name: 'x', email: 'x', title: 'x', password: 'x', agency: 'x' } },
    open: true,
    strange: 400,
  },
  // The own account is for browsers; these walkers use a token.
  'GET /api/account': { status: BY_BROWSER },
  'POST /api/account/password': {
    status: BY_BROWSER,
    options: { body: { currentPassword: 'x', newPassword: 'x' } },
  },
  'POST /api/account/identity': { status: BY_BROWSER },
  'DELETE /api/account/identity': { status: BY_BROWSER },
  'DELETE /api/account/sessions': { status: BY_BROWSER },
  'DELETE /api/account/sessions/{sessionId}': { status: BY_BROWSER },
  'POST /api/account/tokens': { status: BY_BROWSER, options: { body: { name: 'x', days: 1, scopes: ['tasks'] } } },
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
  // A unit without a parent: only a walker who may found agencies gets this error.
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
  // For API clients, without sign-in; without a form the answer is an error of RFC 6749.
  'POST /api/oauth/token': { status: '400 400 400 400 400 400', open: true, strange: 400 },

  'GET /api/followers': { status: ALL },
  ...PEOPLE,
  'GET /api/me/posts': { status: ALL },
  // By token, which has no session to choose a post for.
  'POST /api/me/post': { status: '409 409 409 409 409 409', options: { body: { postId: 1 } } },
  'GET /api/me/tour': { status: ALL },
  'PUT /api/me/tour': { status: ALL, options: { body: { version: 1 } } },
  'GET /api/me/deputations': { status: ALL },
  'GET /api/me/colleagues': { status: '403 403 403 403 403 403' },
  // A post that does not exist: the answer is the same as for another person's.
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
  // The sheet has the visible tasks among the chosen: none of these.
  'POST /api/tasks/export.xlsx': { status: ALL, options: { body: { ids: [987_654] } } },
  'GET /api/tasks/timeline': { status: ALL },
  'GET /api/tasks/calendar': { status: ALL, query: '?first=2021-02-01&last=2021-02-28' },
  'GET /api/statistics': { status: ALL },
  'POST /api/figures/rebuild': { status: KEEPERS, options: { body: {} } },
  'GET /api/statistics/trend': { status: ALL },
  'GET /api/groups': { status: ALL },
  'GET /api/tasks/changes': { status: ALL },
  'GET /api/tasks/acts': { status: ALL, query: '?ids=1' },
  // The answer has the refusal of each task: bulk.test.ts.
  'POST /api/tasks/bulk': {
    status: ALL,
    options: { body: { act: 'receive', items: [{ id: 987_654, version: 1 }], mode: 'all' } },
  },
  'GET /api/tasks/progress-sheet.xlsx': { status: '403 200 403 200 200 200' },
  // A file that is not a sheet: only a walker who may report gets this error.
  'POST /api/tasks/progress-sheet': {
    status: '403 400 403 400 400 400',
    options: upload('phieu.xlsx', Buffer.from('không phải bảng tính')),
  },
  'GET /api/desk': { status: ALL },
  'GET /api/queue': { status: '200 200 403 403 403 403' },
  'GET /api/queue/changes': { status: '200 200 403 403 403 403' },
  'GET /api/thresholds': { status: ALL },
  'PUT /api/thresholds': {
    status: '409 403 403 403 403 403',
    options: { ...STALE, body: { silentDays: 15, soonDays: 7 } },
  },
  'GET /api/bulk-runs/{id}': { status: NONE },
  'GET /api/live': { status: ALL, options: { endless: true } },
  'GET /api/calendar-addresses': { status: ALL },
  'POST /api/calendar-addresses': { status: '201 201 201 201 201 201', options: { body: { scope: 'mine' } } },
  'DELETE /api/calendar-addresses/{id}': { status: NONE },
  // The address is the secret: no sign-in needed, and a wrong one is not found.
  'GET /api/calendar/{key}.ics': { status: NONE, open: true, strange: 404 },
  'GET /api/tasks/{id}': { status: '200 200 200 200 200 404' },
  'GET /api/tasks/{id}/history': { status: '200 200 200 200 200 404' },
  'GET /api/tasks/{id}/members': { status: '200 200 200 200 200 404' },
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
  // Not received yet: only a walker who may do it gets this error. One whose contribution is not requested may not.
  'POST /api/tasks/{id}/subtasks': {
    status: CHANGE_BY_LEADER,
    options: { body: { agencyId: 1, title: 'Việc', content: 'Việc', dueOn: '2021-12-31' } },
  },
  'POST /api/tasks/{id}/contributions/request': {
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
  // None exists: rights on an existing one are tested in tasks/subtask.access.test.ts.
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
  'POST /api/tasks/{id}/report-calls': {
    status: CHANGE_BY_GIVER,
    options: { ...STALE, body: { dueOn: '2021-12-31' } },
  },
  'POST /api/tasks/{id}/amend': {
    status: CHANGE_BY_GIVER,
    options: {
      ...STALE,
      body: {
        amendment: JSON.stringify({ reason: 'x', document: { number: '1', issuedOn: '2021-02-01' }, title: 'x' }),
      },
    },
  },
  'GET /api/tasks/{id}/amendments/{amendmentId}/file': { status: NONE },
  'POST /api/tasks/{id}/cancel': { status: CHANGE_BY_GIVER, options: REASON },
  'POST /api/tasks/{id}/distribute': {
    status: CHANGE_BY_GIVER,
    options: { ...STALE, body: { role: 'lead', agencyIds: [1, 2], reason: 'x' } },
  },
  'POST /api/tasks/{id}/requests/{requestId}/decide': {
    status: CHANGE_BY_GIVER,
    options: { ...STALE, body: { decision: 'refused', note: 'Chưa đủ căn cứ' } },
  },

  ...DIRECTIVES,
  ...COMMENTS,
  ...TASKFORCE,
  ...CASES,
  ...INCOMING,
  ...OUTGOING,

  'GET /api/webhooks': { status: '200 403 403 403 403 403' },
  'GET /api/webhooks/events': { status: '200 403 403 403 403 403' },
  // An address on this machine: only a walker who may add endpoints gets this error.
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
  'GET /api/mail/status': { status: '200 403 403 403 403 403' },
  'GET /api/mail/{id}': { status: '404 403 403 403 403 403' },
  'POST /api/mail/{id}/send-again': { status: '404 403 403 403 403 403', options: STALE },
  'POST /api/mail/test': { status: '201 403 403 403 403 403' },
  'POST /api/mail/notices': { status: '400 403 403 403 403 403', options: upload('thu.eml', Buffer.from('x')) },
  'POST /api/mail/notices/paste': { status: '400 403 403 403 403 403', options: { body: { text: 'x' } } },

  // Rules are for those who follow up; requests without changes have no effect.
  'GET /api/urging/plan': { status: REPORTS },
  'POST /api/urging/plan/try': { status: URGERS, options: { body: { rule: RULE } } },
  // A Sunday: no one is notified.
  'POST /api/urging/run': { status: URGERS },
  'GET /api/urging/agencies': { status: REPORTS },
  'GET /api/urging/agencies/{id}/tasks': { status: REPORTS, query: '?kind=silent' },
  'GET /api/urging/agencies/{id}/ledger': { status: '200 200 200 200 404 404' },
  'GET /api/tasks/{id}/urgings': { status: '200 200 200 200 200 404' },
  'GET /api/urging/rules': { status: REPORTS },
  // A rule without its days: only a walker who may keep rules gets this error.
  'POST /api/urging/rules': { status: '403 400 403 403 403 403', options: { body: { ...RULE, days: null } } },
  'PUT /api/urging/rules/{id}': { status: '403 404 403 403 403 403', options: { ...STALE, body: RULE } },
  'GET /api/urging/setting': { status: REPORTS },
  'PUT /api/urging/setting': { status: '403 409 403 403 403 403', options: { ...STALE, body: URGING_SETTING } },
  'GET /api/urging/effect': { status: REPORTS },
  'GET /api/urging/effect/rows': { status: REPORTS },
  // Everyone has their own notifications, whatever their role.
  'GET /api/notifications': { status: ALL },
  'GET /api/notifications/rows': { status: ALL, query: '?onDay=2021-02-28&event=task.assigned' },
  'GET /api/notifications/unread': { status: ALL },
  'POST /api/notifications/read': { status: ALL, options: { body: {} } },
  'GET /api/notifications/preferences': { status: ALL },
  'PUT /api/notifications/preferences/{kind}': {
    status: ALL,
    options: { body: { bell: true, digest: true, mail: false } },
  },
  'GET /api/urging/letters': { status: ALL },
  'POST /api/urging/letters': { status: '403 201 403 403 403 403', options: { body: { agencyIds: [987654] } } },
  // A task that does not exist: nothing is drafted.
  'POST /api/urging/letters/for-tasks': { status: '403 201 403 403 403 403', options: { body: { taskIds: [987654] } } },
  'POST /api/urging/letters/submit': {
    status: URGERS,
    options: { body: { letters: [{ id: 987654, version: 1 }] } },
  },
  'POST /api/urging/letters/sign': {
    status: '403 403 403 403 403 403',
    options: { body: { letters: [{ id: 987654, version: 1 }] } },
  },
  // A draft to the leader's agency: not visible to walkers who may not see drafts.
  'GET /api/urging/letters/{id}': { status: DRAFT_LETTER },
  'GET /api/urging/letters/{id}/choices': { status: '403 200 404 404 404 404' },
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

  ...PROGRAMME,
  // Plans are drawn up by those who keep the registry; the office chooses the tasks and applies.
  'GET /api/reorganisations': { status: '200 200 403 403 403 403' },
  'POST /api/reorganisations': {
    status: '400 403 403 403 403 403',
    options: {
      body: {
        title: 'x',
        source: 'x',
        lines: [{ id: 1, old: 'x', new: 'x', kind: null, subject: '', effectiveOn: null, source: '', founding: null }],
      },
    },
  },
  'POST /api/reorganisations/upload': {
    status: '400 403 403 403 403 403',
    options: upload('x.csv', Buffer.from('x')),
  },
  'GET /api/reorganisations/{id}': { status: NO_PLAN_TO_SEE },
  'PUT /api/reorganisations/{id}': {
    status: NO_PLAN,
    options: { ...STALE, body: { title: 'x', source: 'x', lines: [] } },
  },
  'DELETE /api/reorganisations/{id}': { status: NO_PLAN, options: STALE },
  'GET /api/reorganisations/{id}/tasks': { status: NO_PLAN_TO_SEE, query: '?lineId=1' },
  'PUT /api/reorganisations/{id}/tasks': {
    status: NO_PLAN_TO_CHOOSE,
    options: { ...STALE, body: { lineId: 1, taskIds: [1], isChosen: true } },
  },
  'POST /api/reorganisations/{id}/rehearse': { status: NO_PLAN_TO_SEE },
  'POST /api/reorganisations/{id}/apply': { status: BY_NO_ONE, options: { ...STALE, body: { rehearsalId: 1 } } },
  'GET /api/reorganisations/{id}/runs/{runId}': { status: NO_PLAN_TO_SEE },
  'GET /api/reorganisations/{id}/runs/{runId}/tasks': { status: NO_PLAN_TO_SEE, query: '?lineId=1&part=lead' },
  ...REPORT_ROUTES,
}
