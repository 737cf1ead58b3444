import { has } from '../shell/entry.ts'
import type { MenuEntry } from '../shell/entry-icon.tsx'

/** Each has a part in a reorganisation: draws it up, chooses who takes a task, applies it. */
const RIGHTS = ['registry.keep', 'task.steer', 'reorganisation.apply'] as const

export const entries: readonly MenuEntry[] = [
  {
    to: '/sap-xep',
    words: 'nav.reorganisation',
    icon: 'reorganisation',
    group: 'administration',
    rank: 30,
    reads: 'GET /api/reorganisations',
    when: (reader) => reader.seesAll && RIGHTS.some((right) => has(reader, right)),
  },
]
