import { has } from '../shell/entry.ts'
import type { MenuEntry } from '../shell/entry-icon.tsx'

export const entries: readonly MenuEntry[] = [
  {
    to: '/nguoi-dung',
    words: 'nav.people',
    icon: 'people',
    group: 'administration',
    rank: 10,
    reads: 'GET /api/people',
    when: (reader) =>
      has(reader, 'people.keep') || has(reader, 'people.keepOwn') || (has(reader, 'urge.sign') && reader.seesAll),
  },
  {
    to: '/vai-tro',
    words: 'nav.roles',
    icon: 'roles',
    group: 'administration',
    rank: 20,
    reads: 'GET /api/roles',
    when: (reader) => has(reader, 'system.keep'),
  },
]
