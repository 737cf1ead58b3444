import type { MenuEntry } from '../shell/entry-icon.tsx'

export const entries: readonly MenuEntry[] = [
  {
    to: '/van-ban',
    // Other features have pages under it too.
    pages: /^\/van-ban(\/(\d+|do-chinh-xac|tu-ngu)(\/|$)|$)/,
    words: 'nav.directives',
    icon: 'document',
    group: 'steering',
    rank: 50,
    reads: 'GET /api/directives',
  },
]
