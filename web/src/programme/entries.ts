import type { MenuEntry } from '../shell/entry-icon.tsx'

export const entries: readonly MenuEntry[] = [
  {
    to: '/chuong-trinh-cong-tac',
    words: 'nav.programme',
    icon: 'programme',
    group: 'programme',
    rank: 10,
    reads: 'GET /api/programme/items',
  },
]
