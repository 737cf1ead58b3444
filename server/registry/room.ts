import type { Room } from '../platform/room.ts'
import { loadRegistry } from './load.ts'
import { findActor } from './people.ts'
import { registryRoutes } from './routes.ts'

export const registry: Room = {
  name: 'registry',
  routes: registryRoutes,
  findActor,
  prepare: loadRegistry,
  events: [
    { name: 'registry.loaded', vi: 'Nạp dữ liệu gốc về cơ quan, đơn vị.', en: 'Reference data on bodies was loaded.' },
    { name: 'person.added', vi: 'Thêm người dùng và vai trò.', en: 'A person was given a post.' },
  ],
  constraints: {
    agency_slug_once: {
      kind: 'conflict',
      code: 'registry.agency_exists',
      detail: 'Cơ quan này đã có trong danh mục.',
    },
    agency_period_pk: {
      kind: 'conflict',
      code: 'registry.periods_overlap',
      detail: 'Hai giai đoạn của một cơ quan chồng lên nhau. Hãy kết thúc giai đoạn trước rồi mới mở giai đoạn sau.',
    },
    agency_code_pk: {
      kind: 'conflict',
      code: 'registry.code_taken',
      detail: 'Mã này đang thuộc một cơ quan khác trong cùng khoảng thời gian.',
    },
    post_once: {
      kind: 'conflict',
      code: 'registry.posts_overlap',
      detail: 'Người này đã giữ vị trí này trong khoảng thời gian đó.',
    },
    person_user_once: {
      kind: 'conflict',
      code: 'registry.person_exists',
      detail: 'Tài khoản này đã gắn với một người.',
    },
  },
}
