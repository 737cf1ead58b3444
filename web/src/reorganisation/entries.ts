import { has } from '../shell/entry.ts'
import type { MenuEntry } from '../shell/entry-icon.tsx'

export const entries: readonly MenuEntry[] = [
  {
    to: '/sap-xep',
    words: 'nav.reorganisation',
    icon: 'reorganisation',
    group: 'administration',
    rank: 30,
    reads: 'GET /api/reorganisations',
    when: (reader) => has(reader, 'registry.keep') && reader.seesAll,
  },
]
