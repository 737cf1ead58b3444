import type { Room } from '../platform/room.ts'
import { CONSTRAINTS } from './constraints.ts'
import { EVENTS } from './events.ts'
import { taskFigures } from './figure-sources.ts'
import { keepFigures, makeMissingVersions } from './figures.ts'
import { taskFinder } from './find.ts'
import { tasksLanding } from './landing.ts'
import { notePurgedAmendments, withdrawPurged } from './purged-evidence.ts'
import { keepPeriods } from './rhythm.ts'
import { taskRoutes } from './routes.ts'
import { audienceOf, INTERNAL_TO_GIVER } from './sight.ts'
import { ARCHIVE, keepSourceKinds } from './source.ts'
import { tasksSubjects } from './subjects.ts'
import { taskTells } from './tells.ts'

export const tasks: Room = {
  name: 'tasks',
  tokenScopes: { tasks: 'tasks' },
  subjects: tasksSubjects,
  routes: taskRoutes,
  prepare: async (trx, { taskSources }) => {
    await keepSourceKinds(trx, taskSources)
    await makeMissingVersions(trx)
  },
  taskSources: [ARCHIVE],
  // Every act on a task is public: systems of agencies with a part in it may subscribe to it.
  events: EVENTS.map((event) => ({ ...event, isPublic: true })),
  followers: [
    { events: ['file.purged'], follow: withdrawPurged },
    { events: ['file.purged'], follow: notePurgedAmendments },
  ],
  tells: taskTells,
  handlers: { 'tasks.keepPeriods': keepPeriods, 'tasks.keepFigures': keepFigures },
  // Every hour: a task assigned today gets its period today, and a new day starts soon after midnight in Viet Nam.
  schedules: [
    { at: '3 * * * *', job: 'tasks.keepPeriods', atStart: true },
    { at: '7 * * * *', job: 'tasks.keepFigures', atStart: true },
  ],
  constraints: CONSTRAINTS,
  // Of internal acts only those are notified who see every agency: no agency is an audience.
  audiences: { task: audienceOf, [INTERNAL_TO_GIVER]: async () => new Map() },
  landing: tasksLanding,
  search: [taskFinder],
  figures: taskFigures,
}
