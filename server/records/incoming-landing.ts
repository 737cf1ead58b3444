import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import { type Landing, type LandingWords, landingRows } from '../platform/landing.ts'
import { hasRight } from '../platform/rights.ts'
import type { RecordsDb } from './db.ts'
import { IS_OPEN, inHandlingList, openLate } from './handling-lists.ts'
import { inIncomingList, isLate, listedIncoming } from './incoming-lists.ts'
import { peopleOf } from './sight.ts'

const WORDS: readonly LandingWords[] = [
  {
    name: 'incoming.registerLate',
    urgency: 'late',
    vi: 'Văn bản đến quá giờ vào sổ',
    en: 'Incoming documents past their time to be registered',
    to: '/van-ban-den?list=toRegister&late=true',
  },
  {
    name: 'incoming.toRegister',
    urgency: 'now',
    vi: 'Văn bản đến chờ vào sổ',
    en: 'Incoming documents to register',
    to: '/van-ban-den?list=toRegister',
  },
  {
    name: 'incoming.duplicates',
    urgency: 'now',
    vi: 'Văn bản đến có thể trùng',
    en: 'Incoming documents that may have come before',
    to: '/van-ban-den?list=duplicates',
  },
  {
    name: 'incoming.toPresent',
    urgency: 'now',
    vi: 'Văn bản đến đã vào sổ chờ trình',
    en: 'Registered documents to present',
    to: '/van-ban-den?list=toPresent',
  },
  {
    name: 'incoming.toAssign',
    urgency: 'now',
    vi: 'Văn bản đến chờ tôi giao xử lý',
    en: 'Incoming documents for me to assign',
    to: '/van-ban-den?list=toAssign',
  },
  {
    name: 'incoming.dueToday',
    urgency: 'now',
    vi: 'Văn bản đến đến hạn hôm nay',
    en: 'Incoming documents due today',
    to: '/van-ban-den?list=dueToday',
  },
  {
    name: 'handling.overdue',
    urgency: 'late',
    vi: 'Văn bản giao tôi quá hạn xử lý',
    en: 'My documents past their day',
    to: '/van-ban-den/cua-toi?list=mine&overdue=true',
  },
  {
    name: 'handling.mine',
    urgency: 'now',
    vi: 'Văn bản đang giao tôi xử lý',
    en: 'Documents that I have to handle',
    to: '/van-ban-den/cua-toi?list=mine&open=true',
  },
  {
    name: 'handling.unit',
    urgency: 'now',
    vi: 'Văn bản mới giao đơn vị tôi',
    en: 'Documents newly given to my unit',
    to: '/van-ban-den/cua-toi?list=unit&state=assigned',
  },
]

/** Incoming documents that wait for the actor; each count equals the length of the list it opens. */
export const incomingLanding: Landing = async ({ db, actor, today, now: instant }) => {
  const isClerk = hasRight(actor, 'records.register')
  const isLeader = hasRight(actor, 'records.assign')
  if (!isClerk && !isLeader && !hasRight(actor, 'records.draft')) return []
  const now = instant.toString()
  const listed = await listedIncoming(db, actor, today)
  const mine = await inHandlingList(db, actor, 'mine', today)
  const unit = await inHandlingList(db, actor, 'unit', today)
  const documents = sql`
      select count(*) filter (where i.state = 'arrived' and ${isClerk})::integer as "incoming.toRegister",
        count(*) filter (where i.state = 'arrived' and ${isClerk} and ${isLate(now)})::integer as "incoming.registerLate",
        count(*) filter (where ${isClerk} and ${inIncomingList(actor, 'duplicates', today)})::integer as "incoming.duplicates",
        count(*) filter (where i.state = 'registered' and ${isClerk})::integer as "incoming.toPresent",
        count(*) filter (where i.state = 'presented' and ${isLeader} and i.presented_to_id = any(${peopleOf(actor)}::bigint[]))::integer as "incoming.toAssign"
      from records.incoming i where ${listed} and i.state in ('arrived', 'registered', 'presented')`
  const due = sql`
      select count(*)::integer as "incoming.dueToday" from records.incoming i
      where (${isClerk} or ${isLeader}) and ${listed} and ${inIncomingList(actor, 'dueToday', today)}`
  const parts = sql`
      select count(*) filter (where ${mine})::integer as "handling.mine",
        count(*) filter (where ${mine} and ${openLate(today)})::integer as "handling.overdue",
        count(*) filter (where ${unit} and h.state = 'assigned')::integer as "handling.unit"
      from records.handling h where ${IS_OPEN} and (${mine} or ${unit})`
  const { rows } = await sql<Record<string, number>>`select * from (${documents}) d, (${due}) u, (${parts}) p`.execute(
    reading<RecordsDb>(db),
  )
  return landingRows(WORDS, rows[0])
}
