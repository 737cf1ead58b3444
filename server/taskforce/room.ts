import type { Room } from '../platform/room.ts'
import { taskforceAudiences } from './audiences.ts'
import { CONSTRAINTS } from './constraints.ts'
import { TASKFORCE_EVENTS } from './events.ts'
import { taskforceFigures } from './figures.ts'
import { taskforceFinders } from './find-any.ts'
import { PLAN_SOURCE } from './issue-plan.ts'
import { taskforceLanding } from './landing.ts'
import { RECOMMENDATION_SOURCE } from './recommend.ts'
import { taskforceRoutes } from './routes.ts'
import { taskforceSubjects } from './subjects.ts'
import { succeedAtTaskforce } from './succession.ts'
import { taskforceTells } from './tells.ts'

export const taskforce: Room = {
  name: 'taskforce',
  tokenScopes: { taskforce: 'oversight' },
  routes: taskforceRoutes,
  subjects: taskforceSubjects,
  events: TASKFORCE_EVENTS,
  tells: taskforceTells,
  audiences: taskforceAudiences,
  landing: taskforceLanding,
  figures: taskforceFigures,
  search: taskforceFinders,
  succeed: succeedAtTaskforce,
  constraints: CONSTRAINTS,
  taskSources: [
    {
      kind: PLAN_SOURCE,
      vi: 'kế hoạch hoạt động của Tổ công tác',
      en: 'plan of the Task Force',
      path: '/to-cong-tac/ke-hoach/:id',
    },
    {
      kind: RECOMMENDATION_SOURCE,
      vi: 'kiến nghị của Tổ công tác',
      en: 'recommendation of the Task Force',
      path: '/to-cong-tac/kien-nghi/:id',
    },
  ],
}
