import { ALL, BY_NO_ONE, NONE, STALE, type Walked } from './walked-statuses.ts'

/** Kept by the office: an officer who follows up has it, the administrator and agencies have not. */
const KEEP = '403 400 403 403 403 403'
const KEPT = '403 404 403 403 403 403'
/** Whoever carries out tasks sees their own agency's. */
const ASSESSED = '403 200 403 200 200 200'
const ASSESSED_ONE = '403 404 403 404 404 404'
const on = '2021-02-28'
const answer = { ...STALE, body: { words: 'x', on } }
const reason = { ...STALE, body: { reason: 'x' } }
const judge = { ...STALE, body: { words: 'x', seen: 'onPaper', on } }
const finding = { fact: 'x', nature: 'x', degree: 'minor', evidence: 'x' }

/** The routes of the Task Force's work: no walker has made anything, so what has an id is not there for anyone. */
export const TASKFORCE: Record<string, Walked> = {
  'GET /api/taskforce/task-forces': { status: ALL },
  'POST /api/taskforce/task-forces': {
    status: KEEP,
    options: {
      body: { name: 'x', act: 'x', actOn: '2030-01-01', fromOn: '2030-01-01', scope: 'x', standingAgencyId: 1 },
    },
  },
  'GET /api/taskforce/task-forces/{id}': { status: NONE },
  'POST /api/taskforce/task-forces/{id}/end': { status: KEPT, options: { ...STALE, body: { toOn: on, act: 'x' } } },
  'POST /api/taskforce/task-forces/{id}/members': {
    status: KEPT,
    options: { body: { fullName: 'x', office: 'x', role: 'member', fromOn: on, act: 'x' } },
  },
  'POST /api/taskforce/task-forces/{id}/plans/read': { status: KEEP, options: { body: {} } },
  'POST /api/taskforce/task-forces/{id}/plans': { status: KEEP, options: { body: { plan: '{}' } } },
  'POST /api/taskforce/members/{id}/end': { status: KEPT, options: { ...STALE, body: { toOn: on, act: 'x' } } },
  'PUT /api/taskforce/members/{id}/areas': {
    status: KEPT,
    options: { ...STALE, body: { agencyIds: [], fromOn: on, act: 'x' } },
  },
  'GET /api/taskforce/mine': { status: ALL },
  'GET /api/taskforce/people': { status: '403 200 403 403 403 403', query: '?words=x' },
  'GET /api/taskforce/plans/{id}': { status: NONE },
  'GET /api/taskforce/plans/{id}/file': { status: NONE },

  'GET /api/taskforce/recommendations': { status: ALL },
  'POST /api/taskforce/recommendations': {
    status: KEEP,
    options: { body: { words: 'x', agencyId: 1, dueOn: '2021-03-31', sourceKind: 'finding' } },
  },
  'GET /api/taskforce/recommendations/{id}': { status: NONE },
  'POST /api/taskforce/recommendations/{id}/make': { status: NONE, options: STALE },
  'POST /api/taskforce/recommendations/{id}/accept': { status: NONE, options: answer },
  'POST /api/taskforce/recommendations/{id}/decline': { status: NONE, options: answer },
  'POST /api/taskforce/recommendations/{id}/claim': { status: NONE, options: answer },
  'POST /api/taskforce/recommendations/{id}/close': { status: NONE, options: answer },
  'POST /api/taskforce/recommendations/{id}/refuse': { status: NONE, options: answer },
  'POST /api/taskforce/recommendations/{id}/issue': {
    status: NONE,
    options: { ...STALE, body: { title: 'x', dueOn: on, leadAgencyId: 1, document: 'x', givenOn: on } },
  },
  'POST /api/taskforce/recommendations/{id}/answers/{answerId}/confirm-day': {
    status: NONE,
    options: { ...STALE, body: { words: 'x' } },
  },
  'POST /api/taskforce/recommendations/{id}/withdraw': { status: NONE, options: reason },
  'POST /api/taskforce/recommendations/{id}/replace': {
    status: NONE,
    options: { ...STALE, body: { words: 'x', agencyId: 1, dueOn: on, reason: 'x' } },
  },

  'GET /api/taskforce/inspections': { status: ALL },
  'POST /api/taskforce/inspections': {
    status: KEPT,
    options: { body: { taskForceId: 987654, agencyId: 1, title: 'x', form: 'onSite', fromOn: on, toOn: on } },
  },
  'GET /api/taskforce/inspections/{id}': { status: NONE },
  'GET /api/taskforce/inspections/{id}/minutes/draft': { status: NONE, query: '?format=pdf' },
  'GET /api/taskforce/inspections/{id}/papers/{paperId}': { status: NONE, query: '?format=pdf' },
  'PATCH /api/taskforce/inspections/{id}': {
    status: NONE,
    options: { ...STALE, body: { title: 'x', form: 'onSite', fromOn: on, toOn: on } },
  },
  'POST /api/taskforce/inspections/{id}/decide': {
    status: NONE,
    options: {
      ...STALE,
      body: { decision: 'x', decidedOn: on, taskIds: [1], delegation: [{ fullName: 'x', office: 'x', role: 'head' }] },
    },
  },
  'POST /api/taskforce/inspections/{id}/request': {
    status: NONE,
    options: { ...STALE, body: { explainBy: on, issues: [{ words: 'x' }] } },
  },
  'POST /api/taskforce/inspections/{id}/issues/{issueId}/explanations': {
    status: NONE,
    options: { body: { explanation: JSON.stringify({ words: 'x', signer: 'x', on }) } },
  },
  'GET /api/taskforce/inspections/{id}/explanations/{explanationId}/file': { status: NONE },
  'PUT /api/taskforce/inspections/{id}/minutes': {
    status: NONE,
    options: { ...STALE, body: { heldOn: on, place: 'x', officeSide: 'x', agencySide: 'x', words: 'x' } },
  },
  'POST /api/taskforce/inspections/{id}/minutes/sign': { status: NONE, options: STALE },
  'POST /api/taskforce/inspections/{id}/findings': { status: NONE, options: { body: finding } },
  'POST /api/taskforce/inspections/{id}/send-findings': { status: NONE, options: { ...STALE, body: {} } },
  'POST /api/taskforce/inspections/{id}/conclude': {
    status: NONE,
    options: { ...STALE, body: { conclusion: 'x', on, words: 'x' } },
  },
  'POST /api/taskforce/inspections/{id}/postpone': { status: NONE, options: reason },
  'POST /api/taskforce/inspections/{id}/stop': { status: NONE, options: reason },
  'GET /api/taskforce/findings': { status: ALL },
  'PATCH /api/taskforce/findings/{id}': { status: NONE, options: { ...STALE, body: finding } },
  'POST /api/taskforce/findings/{id}/cause': {
    status: NONE,
    options: { ...STALE, body: { cause: 'people', causeWords: 'x' } },
  },
  'POST /api/taskforce/findings/{id}/drop': { status: NONE, options: reason },
  'POST /api/taskforce/findings/{id}/answer': {
    status: NONE,
    options: { ...STALE, body: { words: 'x', agrees: true } },
  },
  'POST /api/taskforce/findings/{id}/plan': { status: NONE, options: { ...STALE, body: { words: 'x', remedyBy: on } } },
  'POST /api/taskforce/findings/{id}/claim': {
    status: NONE,
    options: { ...STALE, body: { words: 'x', document: 'x', on } },
  },
  'POST /api/taskforce/findings/{id}/confirm': { status: NONE, options: judge },
  'POST /api/taskforce/findings/{id}/refuse': { status: NONE, options: judge },
  'GET /api/taskforce/tasks/{id}': { status: '200 200 200 200 200 404' },
  'POST /api/taskforce/tasks/{id}/marks': {
    status: '403 400 403 403 403 404',
    options: { body: { seen: 'onPaper', isTrue: true, words: 'x', on: '2021-03-31' } },
  },

  'GET /api/taskforce/dialogues': { status: ALL },
  'POST /api/taskforce/dialogues': {
    status: KEPT,
    options: { body: { taskForceId: 987654, title: 'x', form: 'online', partner: 'x', heldOn: on } },
  },
  'GET /api/taskforce/dialogues/{id}': { status: NONE },
  'GET /api/taskforce/dialogues/{id}/paper': { status: NONE, query: '?format=pdf' },
  'POST /api/taskforce/dialogues/{id}/hold': {
    status: KEPT,
    options: { ...STALE, body: { heldOn: on, participants: 'x' } },
  },
  'POST /api/taskforce/dialogues/{id}/cancel': { status: KEPT, options: reason },
  'POST /api/taskforce/dialogues/{id}/questions': {
    status: KEPT,
    options: { body: { questions: [{ asker: 'x', askerKind: 'firm', words: 'x' }] } },
  },
  'POST /api/taskforce/dialogues/{id}/sort': {
    status: KEPT,
    options: { body: { questions: [{ id: 1, version: 1, class: 'clear' }] } },
  },
  'GET /api/taskforce/questions': { status: ALL },
  'POST /api/taskforce/questions/{id}/answer': { status: NONE, options: answer },
  'POST /api/taskforce/questions/{id}/answer-here': { status: NONE, options: answer },
  'POST /api/taskforce/questions/{id}/return': { status: NONE, options: reason },
  'POST /api/taskforce/questions/{id}/confirm-day': { status: NONE, options: { ...STALE, body: { words: 'x' } } },
  'POST /api/taskforce/questions/{id}/judge': { status: NONE, options: { ...STALE, body: { isSatisfied: true } } },

  'GET /api/taskforce/assessment': { status: ASSESSED },
  'GET /api/taskforce/assessment/{id}': { status: '403 200 403 200 404 404', query: '?part=onTime' },
  'GET /api/taskforce/assessment-methods': { status: ASSESSED },
  'POST /api/taskforce/assessment-methods': {
    status: BY_NO_ONE,
    options: {
      body: {
        fromOn: '2021-03-01',
        act: 'x',
        leastTasks: 1,
        weights: [{ part: 'onTime', weight: 0, worstDays: null }],
      },
    },
  },

  'GET /api/taskforce/fixed-assessments': { status: ASSESSED },
  'POST /api/taskforce/fixed-assessments': {
    status: BY_NO_ONE,
    options: { body: { from: '2020-01-01', asOf: '2020-01-02' } },
  },
  'GET /api/taskforce/fixed-assessments/{id}': { status: ASSESSED_ONE },
  'GET /api/taskforce/fixed-assessments/{id}/rows': { status: ASSESSED_ONE, query: '?agencyId=1&part=onTime' },
  'POST /api/taskforce/fixed-assessments/{id}/correct': { status: BY_NO_ONE, options: { body: { reason: 'x' } } },
}
