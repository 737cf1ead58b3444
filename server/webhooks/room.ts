import type { Room } from '../platform/room.ts'
import { spreadTaskEvent } from './announce.ts'
import { webhookJobs, webhookSchedules } from './deliver.ts'
import { EVENTS } from './events.ts'
import { passEndpoints } from './pass-on.ts'
import { webhookRoutes } from './routes.ts'

export const webhooks: Room = {
  name: 'webhooks',
  tokenScopes: { webhooks: 'administration' },
  routes: webhookRoutes,
  events: EVENTS,
  followers: [{ events: 'public', follow: spreadTaskEvent }],
  handlers: webhookJobs,
  schedules: webhookSchedules,
  succeed: async (trx, actor, { from, to }) => ({
    webhooks: to === null ? 0 : await passEndpoints(trx, actor, from, to),
  }),
  constraints: {
    endpoint_name_once: {
      kind: 'conflict',
      code: 'webhook.name_taken',
      detail:
        'Cơ quan này đã có địa chỉ nhận mang tên đó. Nếu vừa tạo mà chưa nhận được khóa, hãy cấp khóa mới cho địa chỉ đã có.',
    },
  },
}
