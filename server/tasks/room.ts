import type { Room } from '../platform/room.ts'
import { EVENTS } from './events.ts'
import { taskRoutes } from './routes.ts'

export const tasks: Room = {
  name: 'tasks',
  routes: taskRoutes,
  events: EVENTS,
  constraints: {
    task_agrees_with_facts: {
      kind: 'conflict',
      code: 'task.does_not_add_up',
      detail:
        'Thay đổi này làm số liệu không khớp với các sự kiện đã ghi nên không được lưu. Hãy báo quản trị hệ thống.',
    },
    task_source_ref_once: {
      kind: 'conflict',
      code: 'task.known',
      detail: 'Nhiệm vụ này của văn bản đã được giao. Hãy mở nhiệm vụ đã có.',
    },
    request_one_open: {
      kind: 'conflict',
      code: 'task.request_open',
      detail: 'Đang có một đề nghị cùng loại chờ quyết định. Hãy chờ quyết định rồi mới đề nghị tiếp.',
    },
  },
}
