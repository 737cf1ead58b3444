import type { MenuEntry } from '../shell/entry-icon.tsx'

export const entries: readonly MenuEntry[] = [
  {
    to: '/co-quan',
    words: 'nav.agencies',
    icon: 'agency',
    group: 'directory',
    rank: 10,
    reads: 'GET /api/agencies',
  },
]
