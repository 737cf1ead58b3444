import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { disposition } from '../platform/attachment.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { etag } from '../platform/version.ts'
import { actRoutes } from './act-routes.ts'
import { amendmentRoutes } from './amendment-routes.ts'
import { Changes, ChangesQuery, changesAfter } from './change-feed.ts'
import { showHistory, showTask } from './detail.ts'
import { membersOfTask } from './distribute.ts'
import { dueCalendar } from './due-calendar.ts'
import { exportTasks } from './export.ts'
import { figureRoutes } from './figure-routes.ts'
import { listGroups, listTasks, timeline } from './lists.ts'
import {
  DueCalendar,
  DueCalendarQuery,
  ExportQuery,
  ExportSelection,
  GroupList,
  GroupQuery,
  History,
  Task,
  TaskDayQuery,
  TaskList,
  TaskMembers,
  TaskQuery,
  Timeline,
} from './shapes.ts'
import { subtaskRoutes } from './subtask-routes.ts'

const tags = ['tasks']
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function taskRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps
  const today = () => todayInVietnam(clock)
  const actor = (request: FastifyRequest) => actorOf(request)

  app.get(
    '/api/tasks',
    {
      schema: {
        operationId: 'listTasks',
        summary: 'Tasks as of a day',
        description: 'Officers get tasks in which their agency or a unit of it has a part; the others get all.',
        tags,
        querystring: TaskQuery,
        response: { 200: TaskList },
      },
    },
    (request) => listTasks(db, actor(request), request.query, today()),
  )

  app.get(
    '/api/tasks/timeline',
    {
      schema: {
        operationId: 'getTimeline',
        summary: 'The same page of the list, with milestones and the due days that extensions replaced',
        tags,
        querystring: TaskQuery,
        response: { 200: Timeline },
      },
    },
    (request) => timeline(db, actor(request), request.query, today()),
  )

  app.get(
    '/api/tasks/calendar',
    {
      schema: {
        operationId: 'getDueCalendar',
        summary: 'What is due on each day: deadlines, milestones and period reports of the tasks of a filter',
        description: 'At most 62 days. The number of a day counts tasks; its `rows` opens them.',
        tags,
        querystring: DueCalendarQuery,
        response: { 200: DueCalendar },
      },
    },
    (request) => dueCalendar(db, actor(request), request.query, today()),
  )

  app.get(
    '/api/tasks/export.xlsx',
    {
      config: { heavy: true },
      schema: {
        operationId: 'exportTasks',
        summary: 'The whole list as a sheet',
        tags,
        querystring: ExportQuery,
        response: { 200: Type.Unsafe<Readable>({ type: 'string', format: 'binary' }) },
      },
    },
    async (request, reply) => {
      const asOf = request.query.asOf ?? today()
      const file = await exportTasks(db, actor(request), request.query, today())
      reply.type(XLSX).header('content-disposition', disposition(`nhiem-vu-${asOf}.xlsx`))
      return reply.send(file)
    },
  )

  // By hand: it changes nothing; the ids are too many for an address.
  app.post(
    '/api/tasks/export.xlsx',
    {
      config: { heavy: true },
      schema: {
        operationId: 'exportSelection',
        summary: 'Chosen tasks as a sheet',
        description: 'Those among them that the actor may see; nothing is changed.',
        tags,
        body: ExportSelection,
        response: { 200: Type.Unsafe<Readable>({ type: 'string', format: 'binary' }) },
      },
    },
    async (request, reply) => {
      const { ids, ...query } = request.body
      const asOf = query.asOf ?? today()
      const file = await exportTasks(db, actor(request), query, today(), ids)
      reply.type(XLSX).header('content-disposition', disposition(`nhiem-vu-da-chon-${asOf}.xlsx`))
      return reply.send(file)
    },
  )

  app.get(
    '/api/tasks/changes',
    {
      schema: {
        operationId: 'listTaskChanges',
        summary: 'Acts on visible tasks since a cursor',
        description: 'For systems that keep a copy: nothing is skipped, and nothing comes twice under one cursor.',
        tags,
        querystring: ChangesQuery,
        response: { 200: Changes },
      },
    },
    (request) => changesAfter(db, actor(request), request.query, deps.config),
  )

  app.get(
    '/api/tasks/:id',
    {
      schema: {
        operationId: 'getTask',
        summary: 'One task',
        tags,
        params: IdParams,
        querystring: TaskDayQuery,
        response: { 200: Task },
      },
    },
    async (request, reply) => {
      const task = await showTask(db, actor(request), request.params.id, request.query, today())
      etag(reply, task.version)
      return task
    },
  )

  app.get(
    '/api/tasks/:id/history',
    {
      schema: {
        operationId: 'getTaskHistory',
        summary: 'Everything recorded about one task, oldest first',
        tags,
        params: IdParams,
        response: { 200: History },
      },
    },
    (request) => showHistory(db, actor(request), request.params.id),
  )

  app.get(
    '/api/tasks/:id/members',
    {
      schema: {
        operationId: 'getTaskMembers',
        summary: 'The agencies that the phrases of a task mean',
        description:
          'The members of the day it was given; for one that has ended, the agency that replaced it. Empty where the phrase does not say which.',
        tags,
        params: IdParams,
        response: { 200: TaskMembers },
      },
    },
    (request) => membersOfTask(db, actor(request), request.params.id, today()),
  )

  app.get(
    '/api/groups',
    {
      schema: {
        operationId: 'listGroups',
        summary: 'Names of task groups, to choose from',
        tags,
        querystring: GroupQuery,
        response: { 200: GroupList },
      },
    },
    (request) => listGroups(db, actor(request), request.query.search, today()),
  )

  actRoutes(app, deps)
  amendmentRoutes(app, deps)
  figureRoutes(app, deps)
  subtaskRoutes(app, deps)
}
