import type { MenuEntry } from '../shell/entry-icon.tsx'

export const entries: readonly MenuEntry[] = [
  {
    to: '/van-ban',
    words: 'nav.directives',
    icon: 'document',
    group: 'steering',
    rank: 50,
    reads: 'GET /api/directives',
  },
]
