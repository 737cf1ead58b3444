import type { Room } from '../platform/room.ts'
import { oversightRoutes } from './routes.ts'

export const oversight: Room = {
  name: 'oversight',
  routes: oversightRoutes,
  events: [{ name: 'report.frozen', vi: 'Phát hành báo cáo tháng', en: 'Monthly report issued' }],
}
