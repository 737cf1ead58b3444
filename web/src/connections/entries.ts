import { has } from '../shell/entry.ts'
import type { MenuEntry } from '../shell/entry-icon.tsx'

export const entries: readonly MenuEntry[] = [
  {
    to: '/ket-noi',
    words: 'nav.connections',
    icon: 'connections',
    group: 'administration',
    rank: 40,
    reads: 'GET /api/clients',
    when: (reader) => has(reader, 'connection.keepOwn') || has(reader, 'system.keep'),
  },
]
