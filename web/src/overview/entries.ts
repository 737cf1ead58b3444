import type { MenuEntry } from '../shell/entry-icon.tsx'

export const entries: readonly MenuEntry[] = [
  {
    to: '/tong-quan',
    words: 'nav.overview',
    icon: 'overview',
    group: 'steering',
    rank: 20,
    reads: 'GET /api/statistics',
    isOfFollowed: true,
    isOfPart: true,
  },
]
