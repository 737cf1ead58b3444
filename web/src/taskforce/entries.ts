import { has } from '../shell/entry.ts'
import type { MenuEntry } from '../shell/entry-icon.tsx'

export const entries: readonly MenuEntry[] = [
  {
    to: '/to-cong-tac',
    words: 'nav.taskforce',
    icon: 'taskforce',
    group: 'programme',
    rank: 20,
    reads: 'GET /api/taskforce/recommendations',
    when: (reader) => has(reader, 'report.read') || has(reader, 'taskforce.keep') || has(reader, 'task.carryOut'),
  },
]
