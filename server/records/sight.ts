import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { hasRight } from '../platform/rights.ts'

/*
 * Who sees which document, in one place. Clerks, leaders and archivists of a body see its documents; a leader of a unit those of
 * the unit. Others see what was given to them or to the unit of their post, what they draft, what a route or a signature asks
 * of them. A deputy sees what the holder of the post sees.
 */

/** Sees every document of the bodies and units the actor works for. */
export const keepsBooks = (actor: Actor): boolean =>
  hasRight(actor, 'records.register') || hasRight(actor, 'records.assign') || hasRight(actor, 'records.archive')

/** In whose place the actor works: their own person, and for a deputy the holder of the post too. */
export const peopleOf = ({ personId, onBehalfOf }: Actor): number[] =>
  [personId, onBehalfOf?.personId].filter((id): id is number => typeof id === 'number')

const isOneOf = (column: string, ids: readonly number[]) => sql`${sql.ref(column)} = any(${[...ids]}::bigint[])`

/** For `records.incoming i`: presented or given to the actor, or to the unit they work for. The ids come from indexes, for lists. */
export function givenIncoming(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`i.incoming_id in (${idsGiven(actor)}
    union all
    select h.incoming_id from records.handling h where h.state <> 'withdrawn' and ${isOneOf('h.agency_id', unitsOf(actor))})`
}

/** For `records.incoming i`: presented or given to the actor in person. */
export const givenToPeople = (actor: Actor): RawBuilder<boolean> => sql<boolean>`i.incoming_id in (${idsGiven(actor)})`

const idsGiven = (actor: Actor) => {
  const people = peopleOf(actor)
  return sql`
    select p.incoming_id from records.incoming p where p.presented_to_id = any(${people}::bigint[])
    union all
    select h.incoming_id from records.handling h where h.state <> 'withdrawn' and h.person_id = any(${people}::bigint[])`
}

/** The units in whose name the actor handles documents: of their post; for a leader those under it too. */
export const unitsOf = (actor: Actor): readonly number[] =>
  hasRight(actor, 'records.assign') ? actor.own : [actor.agencyId]

/** For `records.incoming i`. */
export function seesIncoming(actor: Actor): RawBuilder<boolean> {
  const given = givenIncoming(actor)
  return keepsBooks(actor) ? sql<boolean>`(${isOneOf('i.agency_id', actor.own)} or ${given})` : given
}

/** For `records.outgoing o`: also what was issued to a body or unit the actor keeps the books of. */
export function seesOutgoing(actor: Actor): RawBuilder<boolean> {
  return keepsBooks(actor) ? sql<boolean>`(${ownOutgoing(actor)} or ${receivedOutgoing(actor)})` : ownOutgoing(actor)
}

/** For `records.outgoing o`: issued to them; they see the document, and nothing of how it was made. */
const receivedOutgoing = (actor: Actor): RawBuilder<boolean> => sql<boolean>`(o.issued_at is not null and exists (
    select from records.recipient r where r.outgoing_id = o.outgoing_id and ${isOneOf('r.agency_id', actor.own)}))`

/** For `records.outgoing o`: of the own body, or with a part in it. */
export function ownOutgoing(actor: Actor): RawBuilder<boolean> {
  const people = sql`${peopleOf(actor)}::bigint[]`
  // Asked of one document, never made a list of all of a person's steps: `offset 0`.
  const takesPart = sql<boolean>`(o.drafter_id = any(${people})
    or (o.signer_id = any(${people}) and o.submitted_at is not null)
    or exists (select from records.route_step s where s.outgoing_id = o.outgoing_id and s.state <> 'waiting' and s.person_id = any(${people}) offset 0))`
  if (!keepsBooks(actor)) return takesPart
  // A draft is its unit's until it is signed: a clerk or another unit's leader reads it from then on.
  return sql<boolean>`((${isOneOf('o.agency_id', actor.own)} and o.signed_at is not null)
    ${hasRight(actor, 'records.assign') ? sql`or ${isOneOf('o.unit_id', actor.own)}` : sql``} or ${takesPart})`
}

/** For `records.template t`: those who draft, of their body and of every body; what is not in use yet is for those who keep them. */
export const seesTemplate = (actor: Actor): RawBuilder<boolean> =>
  hasRight(actor, 'records.draft')
    ? sql<boolean>`(t.retired_at is null and (t.agency_id is null or ${isOneOf('t.agency_id', actor.own)})
        ${hasRight(actor, 'records.register') ? sql`` : sql`and t.used_number is not null`})`
    : sql<boolean>`false`

/** A way by which documents are the actor's: `way` with `k.id` as each of the ids. A list takes the latest of each, by an index. */
export interface Way {
  ids: readonly number[]
  way: RawBuilder<boolean>
}

/** The ways of `ownOutgoing`, but for routes. */
export function waysToOutgoing(actor: Actor): Way[] {
  const people = peopleOf(actor)
  return [
    { ids: people, way: sql`o.drafter_id = k.id` },
    { ids: people, way: sql`(o.signer_id = k.id and o.submitted_at is not null)` },
    { ids: keepsBooks(actor) ? actor.own : [], way: sql`(o.agency_id = k.id and o.signed_at is not null)` },
    { ids: hasRight(actor, 'records.assign') ? actor.own : [], way: sql`o.unit_id = k.id` },
  ]
}
