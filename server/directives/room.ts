import { within } from '../platform/db.ts'
import type { Room } from '../platform/room.ts'
import { EVENTS } from './events.ts'
import { directiveFinder } from './find.ts'
import { directiveJobs, directiveSchedules } from './jobs.ts'
import { saveFileRemoved } from './kept-file.ts'
import { directivesLanding } from './landing.ts'
import { notePurgedOrders, ORDER_SOURCE } from './outside-order-store.ts'
import { directiveRoutes } from './routes.ts'
import { directivesSubjects } from './subjects.ts'
import { directiveTells } from './tells.ts'

export const directives: Room = {
  name: 'directives',
  tokenScopes: { directives: 'directives' },
  subjects: directivesSubjects,
  routes: directiveRoutes,
  events: EVENTS,
  followers: [
    { events: ['file.purged'], follow: (trx, { subject }) => saveFileRemoved(within(trx), String(subject.id)) },
    { events: ['file.purged'], follow: notePurgedOrders },
  ],
  handlers: directiveJobs,
  schedules: directiveSchedules,
  landing: directivesLanding,
  tells: directiveTells,
  taskSources: [
    { kind: 'directive', vi: 'văn bản chỉ đạo', en: 'directive', path: '/van-ban/:id' },
    {
      kind: ORDER_SOURCE,
      vi: 'chỉ đạo miệng hoặc văn bản ngoài hệ thống',
      en: 'order given outside the system',
      path: '/chi-dao/:id',
    },
  ],
  search: [directiveFinder],
  constraints: {
    directive_file_once: {
      kind: 'conflict',
      code: 'directive.known_file',
      detail: 'Tệp này đã có trong hệ thống. Hãy mở văn bản đã có.',
    },
    directive_notation_once: {
      kind: 'conflict',
      code: 'directive.same_notation',
      detail: 'Văn bản cùng số, ký hiệu, cơ quan và ngày ban hành đã được xác nhận.',
    },
  },
}
