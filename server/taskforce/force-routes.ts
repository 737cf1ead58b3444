import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { sendDownload } from '../platform/attachment.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import { inputOf } from '../platform/http/form-input.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { fileIn } from '../platform/upload.ts'
import { toKeep } from './access.ts'
import {
  Areas,
  DayQuery,
  Ending,
  Mine,
  MineQuery,
  NewMember,
  NewPlan,
  NewTaskForce,
  PeopleQuery,
  PeopleToName,
  Plan,
  ReadPlan,
  TaskForce,
  TaskForceList,
} from './force-shapes.ts'
import { findPeopleToName, listForces, showForce } from './forces.ts'
import { issuePlan } from './issue-plan.ts'
import { showMine } from './mine.ts'
import { planFile, showPlan } from './plans.ts'
import { readPlan } from './read-plan.ts'
import { addMember, endForce, endMember, setAreas, setUpForce } from './set-up.ts'

const tags = ['taskforce']
const base = '/api/taskforce/task-forces'
const planIn = inputOf('plan', NewPlan)
export const Binary = Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' })

/** Task forces, their members and plans. */
export function forceRoutes(app: App, deps: Deps): void {
  const { db, clock, blobs } = deps
  const { change, make, add, act } = changes(app, deps, ...tags)
  const today = () => todayInVietnam(clock)

  app.get(
    base,
    {
      schema: {
        operationId: 'listTaskForces',
        summary: 'Task forces, those in force first',
        tags,
        querystring: DayQuery,
        response: { 200: TaskForceList },
      },
    },
    (request) => listForces(db, actorOf(request), { on: request.query.asOf ?? today(), today: today() }),
  )
  make(
    base,
    { operationId: 'setUpTaskForce', summary: 'Enter a task force that a decision has set up', body: NewTaskForce },
    (trx, ask, { body }) => setUpForce(trx, ask, body),
  )
  app.get(
    `${base}/:id`,
    {
      schema: {
        operationId: 'getTaskForce',
        summary: 'A task force with its members, whom each follows through reorganisations, and its plans',
        tags,
        params: IdParams,
        querystring: DayQuery,
        response: { 200: TaskForce },
      },
    },
    (request) =>
      showForce(db, actorOf(request), request.params.id, { on: request.query.asOf ?? today(), today: today() }),
  )
  change(
    'POST',
    `${base}/:id/end`,
    {
      operationId: 'endTaskForce',
      summary: 'A decision ends a task force and its memberships (If-Match)',
      body: Ending,
    },
    (trx, ask, { body }) => endForce(trx, ask, body),
  )
  add(
    `${base}/:id/members`,
    { operationId: 'addTaskForceMember', summary: 'Add a member, by an act', body: NewMember },
    (trx, ask, { body }) => addMember(trx, ask, body),
  )
  change(
    'POST',
    '/api/taskforce/members/:id/end',
    { operationId: 'endTaskForceMember', summary: 'End a membership, by an act (If-Match)', body: Ending },
    (trx, ask, { body }) => endMember(trx, ask, body),
  )
  change(
    'PUT',
    '/api/taskforce/members/:id/areas',
    {
      operationId: 'setMemberAreas',
      summary:
        'Whom a member without an account follows from a day on (If-Match); of one with an account see followings of people',
      body: Areas,
    },
    (trx, ask, { body }) => setAreas(trx, ask, body),
  )
  app.get(
    '/api/taskforce/people',
    {
      schema: {
        operationId: 'findPeopleToName',
        summary: 'People to name as members or delegates, found by name, title and agency',
        tags,
        querystring: PeopleQuery,
        response: { 200: PeopleToName },
      },
    },
    (request) => findPeopleToName(db, actorOf(request), request.query.words, today()),
  )
  app.get(
    '/api/taskforce/mine',
    {
      schema: {
        operationId: 'getMemberPage',
        summary: 'The page of a member: agencies followed, how they stand, what the member did',
        tags,
        querystring: MineQuery,
        response: { 200: Mine },
      },
    },
    (request) => {
      const { personId, asOf = today() } = request.query
      return showMine(db, actorOf(request), { personId, asOf }, today())
    },
  )

  act(
    'POST',
    `${base}/:id/plans/read`,
    {
      operationId: 'readTaskForcePlan',
      summary: 'Read the activities in the text of a plan; nothing is made of them',
      consumes: ['multipart/form-data'],
      answer: ReadPlan,
      options: { preHandler: async (request) => toKeep(actorOf(request)) },
    },
    (_, __, { form }) => readPlan(fileIn(form, 'plan.file_missing', 'Hãy chọn tệp kế hoạch (DOCX, PDF, TXT).')),
  )
  add(
    `${base}/:id/plans`,
    {
      operationId: 'issueTaskForcePlan',
      summary: 'Issue a plan of activities: each line becomes a task',
      description:
        'A form: the field "plan" is JSON with number, title, issuedOn, fromOn, toOn and activities; an optional file.',
      consumes: ['multipart/form-data', 'application/json'],
      options: { preHandler: async (request) => toKeep(actorOf(request)) },
    },
    (trx, ask, { form }) => issuePlan(trx, ask, { ...planIn(form), file: form.file }, { blobs }),
  )
  app.get(
    '/api/taskforce/plans/:id',
    {
      schema: {
        operationId: 'getTaskForcePlan',
        summary: 'A plan with its lines, each as far as its task is',
        tags,
        params: IdParams,
        response: { 200: Plan },
      },
    },
    (request) => showPlan(db, actorOf(request), request.params.id, today()),
  )
  app.get(
    '/api/taskforce/plans/:id/file',
    {
      schema: {
        operationId: 'getTaskForcePlanFile',
        summary: 'The file that a plan was read from',
        tags,
        params: IdParams,
        produces: ['application/octet-stream'],
        response: { 200: Binary },
      },
    },
    async (request, reply) =>
      sendDownload(reply, await planFile(db, blobs, actorOf(request), request.params.id, today())),
  )
}
