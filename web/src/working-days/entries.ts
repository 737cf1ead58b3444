import type { MenuEntry } from '../shell/entry-icon.tsx'

export const entries: readonly MenuEntry[] = [
  {
    to: '/lich-lam-viec',
    words: 'nav.workingDays',
    icon: 'calendar',
    group: 'directory',
    rank: 20,
    reads: 'GET /api/working-calendar/{year}',
  },
]
