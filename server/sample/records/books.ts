import { addDays } from '../../platform/calendar.ts'
import type { Deps } from '../../platform/room.ts'
import { importIncoming, importOutgoing, raiseBy } from '../../records/index.ts'
import { calendarOf } from '../../registry/index.ts'
import { actorsOf } from '../people.ts'
import { exchangeDocuments, receiveDirective, receiveLetter } from './arrivals.ts'
import { keepCases } from './cases.ts'
import { incomingOf, type Year } from './incoming.ts'
import { askingAt, giveKeys, sampleAuthority } from './keys.ts'
import { bodiesOf, sendersOn } from './office.ts'
import { draw, outgoingOf } from './outgoing.ts'
import { type SignedPaper, writePapers } from './papers.ts'

/** How much of a year is loaded: of how many working days one has documents, and how many were issued with signatures by keys. */
const SIZES = { national: { every: 1, issued: 8 }, small: { every: 20, issued: 1 } } as const
export type BookSize = keyof typeof SIZES

/** The first day of the posts of the sample's people, and some days for what comes before a document. */
const FIRST = '2020-01-20'

/**
 * A year of books of two ministries and a province: what came in and went out until a few weeks ago from books, the last weeks through the
 * acts of people with keys, case files, a hand-over to the archive. All or nothing; does nothing if it is there, or if the people are
 * not (an earlier version). Returns how many documents.
 */
export async function keepBooks(deps: Deps, today: string, size: BookSize): Promise<number> {
  const { db, clock } = deps
  if (await db.selectFrom('records.incoming').select('incoming_id').limit(1).executeTakeFirst()) return 0
  const bodies = await bodiesOf(db, today)
  const people = await actorsOf(db, { keeper: 'quantri' }, today)
  if (!bodies || !people) return 0
  const { every, issued } = SIZES[size]
  const calendar = await calendarOf(db)
  const from = [addDays(today, -365), FIRST].sort().at(-1)!
  const to = calendar.addWorkingDays(today, -1)
  if (to <= addDays(from, 30)) return 0
  const now = clock.now()
  const year: Year = { from, to, now, calendar, senders: await sendersOn(db, today), every }
  const authority = sampleAuthority(deps)
  const papers: SignedPaper[] = []
  const documents = await db.transaction().execute(async (trx) => {
    let count = 0
    for (const [place, body] of bodies.entries()) {
      const { agencyId } = body
      await giveKeys(trx, deps, authority, body, {
        keeper: people.keeper,
        now: Temporal.Instant.from(`${from}T02:00:00Z`),
      })
      // The last weeks are written by people: numbers follow the days.
      const until = calendar.addWorkingDays(to, -(issued + 8))
      const past = { incoming: incomingOf(body, year), outgoing: outgoingOf(body, { ...year, to: until }) }
      await importIncoming(trx, agencyId, past.incoming, { blobs: deps.blobs, now })
      await importOutgoing(trx, agencyId, past.outgoing, { blobs: deps.blobs, now, draw: draw(body) })
      const written = await writePapers(trx, deps, body, { year, issued, isWhole: size === 'national' || place === 0 })
      await keepCases(trx, deps, body, year)
      papers.push(...written)
      count += past.incoming.length + past.outgoing.length + written.length
    }
    return count
  })
  for (const { id, sealedAt } of papers) {
    const stampedAt = sealedAt.add({ minutes: 2 })
    await raiseBy(askingAt(authority, stampedAt), id, { ...deps, clock: { now: () => stampedAt } })
  }
  await db.transaction().execute((trx) => exchangeDocuments(trx, deps, bodies, now))
  return documents
}

/** What comes in from the other rooms' documents, once they are there: a letter that urges, a directive. */
export async function receiveDocuments(deps: Deps, today: string): Promise<void> {
  const bodies = await bodiesOf(deps.db, today)
  if (!bodies) return
  await receiveLetter(deps, bodies)
  await receiveDirective(deps, today)
}
