import { has } from '../shell/entry.ts'
import type { MenuEntry } from '../shell/entry-icon.tsx'

export const entries: readonly MenuEntry[] = [
  {
    to: '/theo-doi',
    words: 'nav.queue',
    icon: 'queue',
    group: 'steering',
    rank: 30,
    reads: 'GET /api/queue',
    when: (reader) => has(reader, 'task.steer'),
  },
]
