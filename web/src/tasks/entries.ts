import type { MenuEntry } from '../shell/entry-icon.tsx'

export const entries: readonly MenuEntry[] = [
  {
    to: '/nhiem-vu',
    words: 'nav.tasks',
    icon: 'tasks',
    group: 'steering',
    rank: 40,
    reads: 'GET /api/tasks',
    isOfFollowed: true,
  },
]
