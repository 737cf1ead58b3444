import type { Room } from '../platform/room.ts'
import { carryOutRun } from './bulk-run.ts'
import { endAddresses, passAddresses } from './calendar-address.ts'
import { workListsLanding } from './landing.ts'
import { workListRoutes } from './routes.ts'

export const worklists: Room = {
  name: 'worklists',
  tokenScopes: { work: 'tasks' },
  routes: workListRoutes,
  events: [
    { name: 'calendarAddress.added', formerNames: ['feed.made'], vi: 'Tạo địa chỉ lịch', en: 'Calendar address added' },
    {
      name: 'calendarAddress.revoked',
      formerNames: ['feed.revoked'],
      vi: 'Thu hồi địa chỉ lịch',
      en: 'Calendar address revoked',
    },
    {
      name: 'thresholds.set',
      formerNames: ['watch.set'],
      vi: 'Đặt số ngày theo dõi',
      en: 'Thresholds of the work lists set',
    },
  ],
  followers: [{ events: ['password.changed', 'person.passwordSet'], follow: endAddresses }],
  handlers: { 'worklists.bulk': carryOutRun },
  succeed: async (trx, _actor, { from, to }) => ({
    calendarAddresses: to === null ? 0 : await passAddresses(trx, from.id, to),
  }),
  landing: workListsLanding,
}
