import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import { type Landing, type LandingWords, landingRows } from '../platform/landing.ts'
import { hasRight } from '../platform/rights.ts'
import type { RecordsDb } from './db.ts'
import { inList } from './outgoing-lists.ts'
import { ownOutgoing } from './sight.ts'

const WORDS: readonly (LandingWords & { list: 'waiting' | 'returned' | 'toSign' | 'toSeal' | 'toIssue' })[] = [
  {
    list: 'waiting',
    name: 'outgoing.waiting',
    urgency: 'now',
    vi: 'Dự thảo chờ tôi cho ý kiến',
    en: 'Drafts that wait for me',
    to: '/van-ban-di?list=waiting',
  },
  {
    list: 'returned',
    name: 'outgoing.returned',
    urgency: 'now',
    vi: 'Dự thảo của tôi bị trả lại',
    en: 'My returned drafts',
    to: '/van-ban-di?list=mine&state=returned',
  },
  {
    list: 'toSign',
    name: 'outgoing.toSign',
    urgency: 'now',
    vi: 'Văn bản đi chờ tôi ký',
    en: 'Outgoing documents to sign',
    to: '/van-ban-di?list=toSign',
  },
  {
    list: 'toSeal',
    name: 'outgoing.toSeal',
    urgency: 'now',
    vi: 'Văn bản đã ký chờ đóng dấu',
    en: 'Signed documents to seal',
    to: '/van-ban-di?list=toSeal',
  },
  {
    list: 'toIssue',
    name: 'outgoing.toIssue',
    urgency: 'now',
    vi: 'Văn bản chờ phát hành',
    en: 'Documents to issue',
    to: '/van-ban-di?list=toIssue',
  },
]

/** Outgoing documents that wait for the actor; each count equals the length of the list it opens. */
export const outgoingLanding: Landing = async ({ db, actor }) => {
  if (!(['records.draft', 'records.sign', 'records.register'] as const).some((right) => hasRight(actor, right)))
    return []
  const counts = WORDS.map(({ list, name }) =>
    list === 'returned'
      ? sql`count(*) filter (where ${inList(actor, 'mine')} and o.state = 'returned')::integer as ${sql.id(name)}`
      : sql`count(*) filter (where ${inList(actor, list)})::integer as ${sql.id(name)}`,
  )
  const { rows } = await sql<Record<string, number>>`
    select ${sql.join(counts)} from records.outgoing o
    where o.state in ('inReview', 'returned', 'forSignature', 'signed', 'sealed') and ${ownOutgoing(actor)}`.execute(
    reading<RecordsDb>(db),
  )
  return landingRows(WORDS, rows[0])
}
