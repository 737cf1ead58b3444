import { has } from '../shell/entry.ts'
import type { MenuEntry } from '../shell/entry-icon.tsx'

export const entries: readonly MenuEntry[] = [
  {
    to: '/nhat-ky',
    words: 'nav.audit',
    icon: 'audit',
    group: 'administration',
    rank: 60,
    reads: 'GET /api/audit',
    when: (reader) => has(reader, 'audit.read'),
  },
]
