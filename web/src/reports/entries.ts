import { has } from '../shell/entry.ts'
import type { MenuEntry } from '../shell/entry-icon.tsx'

/** Issued reports of the Office, or the own agency's. */
const READS = ['report.read', 'report.prepareOwn', 'report.signOwn'] as const

export const entries: readonly MenuEntry[] = [
  {
    to: '/bao-cao',
    words: 'nav.reports',
    icon: 'report',
    group: 'reporting',
    rank: 10,
    reads: 'GET /api/reports',
    isOfFollowed: true,
    when: (reader) => READS.some((right) => has(reader, right)),
  },
]
