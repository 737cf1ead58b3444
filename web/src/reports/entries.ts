import { has } from '../shell/entry.ts'
import type { MenuEntry } from '../shell/entry-icon.tsx'

export const entries: readonly MenuEntry[] = [
  {
    to: '/bao-cao',
    words: 'nav.reports',
    icon: 'report',
    group: 'reporting',
    rank: 10,
    reads: 'GET /api/reports',
    isOfFollowed: true,
    when: (reader) => has(reader, 'report.read'),
  },
]
