import type { MenuEntry } from '../shell/entry-icon.tsx'

export const entries: readonly MenuEntry[] = [
  {
    to: '/don-doc',
    words: 'nav.urging',
    icon: 'bell',
    group: 'steering',
    rank: 60,
    reads: 'GET /api/urging/letters',
  },
]
