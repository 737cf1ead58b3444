import { has } from '../shell/entry.ts'
import type { MenuEntry } from '../shell/entry-icon.tsx'

export const entries: readonly MenuEntry[] = [
  {
    to: '/thu',
    words: 'nav.mail',
    icon: 'mail',
    group: 'administration',
    rank: 50,
    reads: 'GET /api/mail',
    when: (reader) => has(reader, 'system.keep'),
  },
]
