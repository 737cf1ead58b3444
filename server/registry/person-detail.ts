import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Handle } from '../platform/db.ts'
import { type CursorKey, decodeCursor, pageOf } from '../platform/paging.ts'
import { hasRight } from '../platform/rights.ts'
import type { RegistryDb } from './db.ts'
import { showDeputations } from './deputation.ts'
import {
  demandPeople,
  isInCharge,
  managedPeople,
  mayAssignFollowing,
  mayFollow,
  mayKeepPost,
  personToSee,
  seenPeople,
  waitsFor,
} from './person-access.ts'
import type { PeopleList, PeopleQuery, Person } from './person-shapes.ts'
import { findPeople, followingsOf, type PostRecord, postsOf, rolesOfPerson } from './person-store.ts'
import { resetOf } from './reset.ts'

interface When {
  now: Temporal.Instant
  today: string
}

/** People by given name: all of them, or those with a post in the own agencies, or the Task Force's members. */
export async function listPeople(
  db: Handle<RegistryDb>,
  actor: Actor,
  query: PeopleQuery,
  { now, today }: When,
): Promise<PeopleList> {
  demandPeople(actor)
  const limit = query.limit ?? 50
  const after = decodeCursor(query, query.cursor, isNameKey)
  const seen =
    query.access === 'reset' ? sql<boolean>`(${seenPeople(actor)} and ${waitsFor(actor)})` : seenPeople(actor)
  const found = await findPeople(
    db,
    { seen, managed: managedPeople(actor) },
    query,
    { today, now: now.toString() },
    after,
    limit + 1,
  )
  const { items, next } = pageOf(query, found, limit, ({ key, id }) => [key, id])
  const posts = shownTo(
    actor,
    await postsOf(
      db,
      items.map(({ id }) => id),
    ),
  ).filter(({ to }) => to === null || to >= today)
  return {
    rows: items.map(({ key: _, isManaged, lastSignedInAt, ...person }) => ({
      ...person,
      ...(isManaged ? { lastSignedInAt } : {}),
      posts: posts.filter(({ personId }) => personId === person.id).map(asShown),
    })),
    nextCursor: next,
  }
}

/** One person with their posts, deputations and the agencies they follow, as far as the actor manages them. */
export async function showPerson(
  db: Handle<RegistryDb>,
  actor: Actor,
  id: number,
  { now, today }: When,
): Promise<Person> {
  const found = await personToSee(db, actor, id, now)
  const { userId: _, emailChangedAt: __, emailChangedBy: ___, isManaged, lastSignedInAt, ...person } = found
  const [reset, posts, roles, deputations, followings] = await Promise.all([
    resetOf(db, actor, found),
    postsOf(db, [id]),
    rolesOfPerson(db, id, today),
    showDeputations(db, actor, id, today),
    followingsOf(db, id),
  ])
  const shown = shownTo(actor, posts)
  const keepsAll = hasRight(actor, 'people.keep')
  const known = new Set(shown.map((post) => post.id))
  return {
    ...person,
    ...(isManaged ? { lastSignedInAt } : {}),
    reset,
    posts: shown.map((post) => ({
      ...asShown(post),
      mayEnd: (post.to === null || post.to >= today) && mayKeepPost(actor, post.agencyId, post),
    })),
    deputations: {
      given: deputations.given.filter(({ post }) => keepsAll || known.has(post.id)),
      received: deputations.received.filter(({ post }) => keepsAll || actor.own.includes(post.agencyId)),
    },
    followings: keepsAll || mayAssignFollowing(actor) ? followings : [],
    may: [
      ...(isInCharge(actor, roles) ? (['change'] as const) : []),
      ...(keepsAll && id !== actor.personId && isInCharge(actor, roles) ? (['letIn'] as const) : []),
      ...(keepsAll || hasRight(actor, 'people.keepOwn') ? (['givePost'] as const) : []),
      ...(mayAssignFollowing(actor) && roles.some(mayFollow) ? (['follow'] as const) : []),
      ...(keepsAll && actor.onBehalfOf === null ? (['depute'] as const) : []),
    ],
  }
}

/** Posts in other agencies are hidden from those who manage only the own agency's people. */
function shownTo(actor: Actor, posts: PostRecord[]): PostRecord[] {
  if (hasRight(actor, 'people.keep')) return posts
  const assigns = mayAssignFollowing(actor)
  return posts.filter(
    ({ agencyId, ...powers }) =>
      (hasRight(actor, 'people.keepOwn') && actor.own.includes(agencyId)) || (assigns && mayFollow(powers)),
  )
}

function asShown({ personId: _, sees: __, rights: ___, ...post }: PostRecord) {
  return post
}

const isNameKey = (key: CursorKey): key is readonly [string, number] =>
  key.length === 2 && typeof key[0] === 'string' && Number.isSafeInteger(key[1])
