import { has, type Reader } from '../shell/entry.ts'
import type { MenuEntry } from '../shell/entry-icon.tsx'

/** Whoever drafts, signs or issues documents of their body. */
const isOfOffice = (reader: Reader) =>
  has(reader, 'records.draft') || has(reader, 'records.sign') || has(reader, 'records.register')

/** Whoever registers, assigns or handles what comes in. */
const handles = (reader: Reader) =>
  has(reader, 'records.register') || has(reader, 'records.assign') || has(reader, 'records.draft')

export const entries: readonly MenuEntry[] = [
  {
    to: '/van-ban-den',
    words: 'nav.incoming',
    icon: 'incoming',
    group: 'programme',
    rank: 29,
    reads: 'GET /api/records/incoming',
    when: handles,
  },
  {
    to: '/van-ban-di',
    words: 'nav.outgoing',
    icon: 'outgoing',
    group: 'programme',
    rank: 30,
    reads: 'GET /api/records/outgoing',
    when: isOfOffice,
  },
  {
    to: '/van-ban/ho-so',
    pages: /^\/van-ban\/(ho-so|luu-tru|danh-muc-ho-so)(\/|$)/,
    words: 'nav.cases',
    icon: 'cases',
    group: 'programme',
    rank: 40,
    reads: 'GET /api/records/cases',
    when: (reader) => has(reader, 'records.draft') || has(reader, 'records.archive') || has(reader, 'records.assign'),
  },
]
