import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { Id, IdParams, Version } from '../platform/shapes.ts'
import { etag } from '../platform/version.ts'
import { taskToRead } from '../tasks/index.ts'
import { seenAgency, toFollowUrging, toPrepare } from './access.ts'
import { effectOf, effectRows } from './effect.ts'
import { letterRoutes } from './letter-routes.ts'
import { ledgerOf } from './notice-store.ts'
import { findRules, getSetting, urgenciesKnown } from './rule-store.ts'
import { addRule, changeRule, changeSetting } from './rules.ts'
import { applyRules } from './run.ts'
import {
  AgenciesToUrge,
  AgencyTasks,
  AgencyTasksQuery,
  Effect,
  EffectQuery,
  EffectRows,
  EffectRowsQuery,
  Ledger,
  LedgerQuery,
  Plan,
  PlanQuery,
  RuleEdit,
  RuleList,
  RunResult,
  Setting,
  SettingEdit,
} from './shapes.ts'
import { agenciesToUrge, agencyTasks, planOf } from './today.ts'
import { ORDINARY } from './when.ts'

const tags = ['urging']

export function urgingRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps
  const { change, make, act } = changes(app, deps, ...tags)
  const actor = (request: FastifyRequest) => actorOf(request)
  letterRoutes(app, deps)

  app.get(
    '/api/urging/plan',
    {
      schema: {
        operationId: 'urgingPlan',
        summary: 'Whom the rules notify on a day, and about which tasks',
        tags,
        querystring: PlanQuery,
        response: { 200: Plan },
      },
    },
    (request) => {
      toFollowUrging(actor(request))
      return planOf(db, actor(request), clock, request.query)
    },
  )
  // A plain route: a query sent as a POST body, which changes nothing.
  app.post(
    '/api/urging/plan/try',
    {
      schema: {
        operationId: 'tryUrgingRule',
        summary: 'Try a rule, saved or not, on today',
        tags,
        body: Type.Object({ id: Type.Optional(Id), rule: RuleEdit }),
        response: { 200: Plan },
      },
    },
    (request) => {
      toPrepare(actor(request))
      const { id, rule } = request.body
      return planOf(db, actor(request), clock, {}, { id: id ?? null, rule })
    },
  )
  act(
    'POST',
    '/api/urging/run',
    {
      operationId: 'applyUrgingRules',
      summary: 'Apply today’s rules now; no notice is made twice',
      answer: RunResult,
    },
    (trx, ask) => {
      toPrepare(ask.actor)
      return applyRules(trx, ask)
    },
  )
  app.get(
    '/api/urging/agencies',
    {
      schema: {
        operationId: 'listAgenciesToUrge',
        summary: 'Agencies with tasks to urge, most overdue first',
        tags,
        response: { 200: AgenciesToUrge },
      },
    },
    (request) => {
      toFollowUrging(actor(request))
      return agenciesToUrge(db, actor(request), clock)
    },
  )
  app.get(
    '/api/urging/agencies/:id/tasks',
    {
      schema: {
        operationId: 'tasksToUrgeOfAgency',
        summary: 'The silent tasks of an agency, or those with a missing period report',
        tags,
        params: IdParams,
        querystring: AgencyTasksQuery,
        response: { 200: AgencyTasks },
      },
    },
    (request) => {
      toFollowUrging(actor(request))
      seenAgency(actor(request), request.params.id)
      return agencyTasks(db, clock, request.params.id, request.query.kind)
    },
  )
  app.get(
    '/api/urging/agencies/:id/ledger',
    {
      schema: {
        operationId: 'urgingLedgerOfAgency',
        summary: 'Notices to an agency',
        tags,
        params: IdParams,
        querystring: LedgerQuery,
        response: { 200: Ledger },
      },
    },
    (request) => {
      seenAgency(actor(request), request.params.id)
      return ledgerOf(db, { agencyId: request.params.id, ...request.query })
    },
  )
  app.get(
    '/api/tasks/:id/urgings',
    {
      schema: {
        operationId: 'urgingLedgerOfTask',
        summary: 'Notices about a task: to whom, and whether they arrived',
        tags,
        params: IdParams,
        querystring: LedgerQuery,
        response: { 200: Ledger },
      },
    },
    async (request) => {
      await taskToRead(db, actor(request), request.params.id)
      return ledgerOf(db, { taskId: request.params.id, ...request.query })
    },
  )

  app.get(
    '/api/urging/rules',
    { schema: { operationId: 'listUrgingRules', summary: 'Rules', tags, response: { 200: RuleList } } },
    async (request) => {
      toFollowUrging(actor(request))
      const known = await urgenciesKnown(db)
      return { rules: await findRules(db), urgencies: [...new Set([ORDINARY, ...known])] }
    },
  )
  make(
    '/api/urging/rules',
    {
      operationId: 'addUrgingRule',
      summary: 'Add a rule',
      body: RuleEdit,
      answer: Type.Object({ id: Id, version: Version }),
    },
    (trx, ask, { body }) => addRule(trx, ask, body),
  )
  change(
    'PUT',
    '/api/urging/rules/:id',
    { operationId: 'changeUrgingRule', summary: 'Change a rule', body: RuleEdit },
    (trx, ask, { body }) => changeRule(trx, ask, body),
  )
  app.get(
    '/api/urging/setting',
    {
      schema: {
        operationId: 'getUrgingSetting',
        summary: 'Letterhead and quiet hours',
        tags,
        response: { 200: Setting },
      },
    },
    async (request, reply) => {
      toFollowUrging(actor(request))
      const setting = await getSetting(db)
      etag(reply, setting.version)
      return setting
    },
  )
  change(
    'PUT',
    '/api/urging/setting',
    { operationId: 'changeUrgingSetting', summary: 'Change the urging settings', body: SettingEdit },
    (trx, ask, { body }) => changeSetting(trx, ask, body),
  )

  app.get(
    '/api/urging/effect',
    {
      config: { heavy: true },
      schema: {
        operationId: 'urgingEffect',
        summary: 'The effect of urging',
        tags,
        querystring: EffectQuery,
        response: { 200: Effect },
      },
    },
    (request) => {
      toFollowUrging(actor(request))
      return effectOf(db, actor(request), clock, request.query)
    },
  )
  app.get(
    '/api/urging/effect/rows',
    {
      config: { heavy: true },
      schema: {
        operationId: 'urgingEffectRows',
        summary: 'The tasks behind one figure of the effect',
        tags,
        querystring: EffectRowsQuery,
        response: { 200: EffectRows },
      },
    },
    async (request) => {
      toFollowUrging(actor(request))
      return { rows: await effectRows(db, actor(request), clock, request.query) }
    },
  )
}
