import { type Static, Type } from 'typebox'
import { type Actor, actorOf } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import type { Db } from '../platform/db.ts'
import type { App } from '../platform/http/server.ts'
import { URGENCIES } from '../platform/landing.ts'
import type { Deps, Room } from '../platform/room.ts'
import { countFound, FEWEST_LETTERS, findOfKind, typedWords } from './search.ts'
import { CountsQuery, Found, Landing, PageQuery, SearchCounts, SearchHits, SearchQuery, Signing } from './shapes.ts'

const tags = ['home']

/** For each kind: enough to recognise the one that was meant, few enough for all kinds to fit on one screen. */
const HITS = 5

/** The landing page and the search over everything. It knows the rooms only by the data they provide. */
export function mountHome(
  app: App,
  { db, clock, rooms }: Pick<Deps, 'db' | 'clock'> & { rooms: readonly Room[] },
): void {
  const today = () => todayInVietnam(clock)

  app.get(
    '/api/landing',
    {
      schema: {
        operationId: 'getLanding',
        summary: 'What needs me today, from every room, the most urgent first',
        tags,
        response: { 200: Landing },
      },
    },
    (request) => landingOf(rooms, { db, actor: actorOf(request), today: today(), now: clock.now() }),
  )

  app.get(
    '/api/signing',
    {
      schema: {
        operationId: 'listToSign',
        summary: 'What waits for my signature, from every room: the longest waiting first',
        tags,
        response: { 200: Signing },
      },
    },
    (request) => toSign(rooms, db, actorOf(request), today()),
  )

  app.get(
    '/api/search',
    {
      schema: {
        operationId: 'searchEverything',
        summary: 'A few hits of each kind: tasks, directives, agencies, people …',
        tags,
        querystring: SearchQuery,
        response: { 200: Found },
      },
    },
    (request) => find(rooms, db, actorOf(request), request.query.words, today()),
  )

  app.get(
    '/api/search/counts',
    {
      schema: {
        operationId: 'countFound',
        summary: 'How many things of each kind the words find, by agency, period and state',
        tags,
        querystring: CountsQuery,
        response: { 200: SearchCounts },
      },
    },
    (request) => countFound(rooms, db, { actor: actorOf(request), today: today() }, request.query),
  )

  app.get(
    '/api/search/:kind',
    {
      schema: {
        operationId: 'searchKind',
        summary: 'All things of one kind that the words find, the best first',
        tags,
        params: Type.Object({ kind: Type.String({ maxLength: 60 }) }),
        querystring: PageQuery,
        response: { 200: SearchHits },
      },
    },
    (request) => findOfKind(rooms, db, { actor: actorOf(request), today: today() }, request.params.kind, request.query),
  )
}

async function landingOf(
  rooms: readonly Room[],
  ask: { db: Db; actor: Actor; today: string; now: Temporal.Instant },
): Promise<Static<typeof Landing>> {
  const found = await Promise.all(rooms.map((room) => room.landing?.(ask) ?? []))
  const rows = found.flat()
  // The sort is stable: of equal urgency, rooms keep their order.
  rows.sort((one, other) => URGENCIES.indexOf(one.urgency) - URGENCIES.indexOf(other.urgency))
  return { today: ask.today, rows }
}

/** Of each kind; a leader with more signs these first. */
const TRAY = 50

async function toSign(rooms: readonly Room[], db: Db, actor: Actor, today: string): Promise<Static<typeof Signing>> {
  const found = await Promise.all(
    rooms.map(async ({ toSign: signings }) => {
      if (!signings) return []
      const { kind, vi, en, find: findIn } = signings
      return (await findIn({ db, actor, today, limit: TRAY })).map((row) => ({ kind, vi, en, ...row }))
    }),
  )
  const rows = found.flat()
  rows.sort((one, other) => (one.submittedAt < other.submittedAt ? -1 : one.submittedAt > other.submittedAt ? 1 : 0))
  return { rows }
}

async function find(
  rooms: readonly Room[],
  db: Db,
  actor: Actor,
  typed: string,
  today: string,
): Promise<Static<typeof Found>> {
  const words = typedWords(rooms, typed)
  if (words.length < FEWEST_LETTERS) return { groups: [] }
  const finders = rooms.flatMap((room) => room.search ?? [])
  const groups = await Promise.all(
    finders.map(async ({ kind, vi, en, find: findIn, all }) => {
      const hits = await findIn({ db, actor, words, limit: HITS + 1, today })
      const more = hits.length > HITS && all ? all(words) : null
      const shown = hits.slice(0, HITS).map(({ title, detail, to }) => ({ title, detail, to }))
      return { best: Math.min(...hits.map(({ tier }) => tier)), group: { kind, vi, en, hits: shown, more } }
    }),
  )
  const found = groups.filter(({ group }) => group.hits.length > 0)
  // The kind with the best hit first; the sort is stable, so of equal ones the rooms keep their order.
  found.sort((one, other) => one.best - other.best)
  return { groups: found.map(({ group }) => group) }
}
