import type { Room } from '../platform/room.ts'
import { reorganisationJobs } from './jobs.ts'
import { reorganisationRoutes } from './routes.ts'
import { reorganisationSubjects } from './subjects.ts'
import { reorganisationTells } from './tells.ts'

export const reorganisation: Room = {
  name: 'reorganisation',
  tokenScopes: { reorganisation: 'administration' },
  subjects: reorganisationSubjects,
  routes: reorganisationRoutes,
  handlers: ({ succeed }) => reorganisationJobs(succeed),
  tells: reorganisationTells,
  events: [
    { name: 'reorganisation.drafted', vi: 'Lập phương án sắp xếp tổ chức', en: 'A reorganisation was drafted' },
    { name: 'reorganisation.changed', vi: 'Sửa phương án sắp xếp', en: 'A drafted reorganisation was changed' },
    {
      name: 'reorganisation.chosen',
      vi: 'Chọn cơ quan nhận nhiệm vụ trong phương án sắp xếp',
      en: 'Tasks of a drafted reorganisation were assigned to an agency by choice',
    },
    { name: 'reorganisation.dropped', vi: 'Bỏ phương án sắp xếp', en: 'A drafted reorganisation was dropped' },
    { name: 'reorganisation.applied', vi: 'Áp dụng phương án sắp xếp', en: 'A reorganisation was applied' },
  ],
  constraints: {
    run_one_at_a_time: {
      kind: 'conflict',
      code: 'reorganisation.running',
      detail: 'Phương án đang được chạy. Hãy chờ lần chạy này xong.',
    },
  },
}
