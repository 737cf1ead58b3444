import type { JobContext } from '../platform/jobs.ts'
import type { Room } from '../platform/room.ts'
import { forgetMarked } from './forget.ts'
import { mailAtOnce, toldDigest } from './mail.ts'
import { notificationRoutes } from './routes.ts'
import { MAIL_JOB, telling } from './tell.ts'

export const notifications: Room = {
  name: 'notifications',
  tokenScopes: { notifications: 'home' },
  routes: notificationRoutes,
  followers: (all) => [telling(all), { events: ['incoming.refused'], follow: forgetMarked }],
  digest: toldDigest,
  audiences: { notification: 'person' },
  handlers: {
    [MAIL_JOB]: async (payload: { personId: number }, { db, clock, config }: JobContext) => {
      const { origin } = config
      await db.transaction().execute((trx) => mailAtOnce(trx, payload, { origin, now: clock.now() }))
    },
  },
  events: [
    {
      name: 'notifications.preferred',
      vi: 'Chọn cách nhận thông báo',
      en: 'A person chose how to be told of something',
    },
  ],
  constraints: {
    preference_bell_stays: {
      kind: 'invalid',
      code: 'notifications.bell_stays',
      detail:
        'Việc được giao luôn hiện ở chuông thông báo để không ai bị sót việc. Hãy giữ chuông, và tắt bản tin ngày hoặc thư.',
    },
  },
}
