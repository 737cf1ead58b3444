import type { MenuEntry } from '../shell/entry-icon.tsx'

export const entries: readonly MenuEntry[] = [
  {
    to: '/chuong-trinh-cong-tac',
    words: 'nav.programme',
    icon: 'programme',
    group: 'steering',
    rank: 55,
    reads: 'GET /api/programme/items',
  },
]
