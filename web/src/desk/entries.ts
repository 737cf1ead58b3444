import type { MenuEntry } from '../shell/entry-icon.tsx'

export const entries: readonly MenuEntry[] = [
  {
    to: '/viec-cua-toi',
    words: 'nav.desk',
    icon: 'desk',
    group: 'steering',
    rank: 10,
    reads: 'GET /api/desk',
    when: ({ seesAll }) => !seesAll,
  },
]
