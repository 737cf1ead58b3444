import { has } from '../shell/entry.ts'
import type { MenuEntry } from '../shell/entry-icon.tsx'

export const entries: readonly MenuEntry[] = [
  {
    to: '/viec-cua-toi',
    words: 'nav.desk',
    icon: 'desk',
    group: 'steering',
    rank: 10,
    reads: 'GET /api/desk',
    when: (reader) => !reader.seesAll && has(reader, 'task.carryOut'),
  },
  {
    to: '/theo-doi',
    words: 'nav.queue',
    icon: 'queue',
    group: 'steering',
    rank: 30,
    reads: 'GET /api/queue',
    isOfFollowed: true,
    when: (reader) => has(reader, 'task.steer') || has(reader, 'system.keep'),
  },
]
