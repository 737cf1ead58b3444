import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { rooms } from '../rooms.cjs'
import type { SubjectNames } from './audit/subject-names.ts'
import { type AuditWiring, wireAudit } from './audit/wiring.ts'
import type { EventDescription, Follower, Subscription } from './audit.ts'
import type { FindActor, FindClient } from './auth.ts'
import type { Blobs } from './blobs.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { AnyHandle, AnyTransaction, Db } from './db.ts'
import type { DigestPart } from './digest.ts'
import { type FigureSource, figuresOf } from './figure.ts'
import type { Finder } from './finder.ts'
import type { ConstraintMeanings } from './http/problem.ts'
import type { App } from './http/server.ts'
import { type Succeed, succeedInTurn } from './inheritance.ts'
import type { JobHandlers, Schedule } from './jobs.ts'
import type { Landing } from './landing.ts'
import type { Audience } from './live/channel.ts'
import { type TaskSource, taskSourcesOf } from './task-source.ts'
import { type Tell, tellsOf } from './tell.ts'
import type { Signings } from './to-sign.ts'
import type { ScopesOfTags } from './token-scopes.ts'

/**
 * The platform and the rooms that are built, in the order in which they may refer to each other; migrations, views and
 * routes follow it. A room of the table counts as built once it has an `index.ts`.
 */
export const HOUSE_ORDER: readonly string[] = [
  'platform',
  ...builtRooms(Object.keys(rooms), join(import.meta.dirname, '..')),
]

/** Of these rooms, in their order, the ones with an `index.ts` in their folder. */
export function builtRooms(names: readonly string[], serverDir: string): string[] {
  return names.filter((name) => existsSync(join(serverDir, name, 'index.ts')))
}

/** What a room's routes work with; passed in, never imported. */
export interface Deps {
  config: Config
  db: Db
  blobs: Blobs
  clock: Clock
}

/** What a room provides to be joined with the others in `house.ts`: data, and the two functions. */
export interface Room {
  name: string
  /** Its routes; `all` is what the rooms provide together, those above it included. */
  routes?: (app: App, deps: Deps, all: Joined) => void | Promise<void>
  /**
   * Loads reference data and whatever derived data is missing; run in one transaction at each start, so a second run
   * changes nothing.
   */
  prepare?: (trx: AnyTransaction, all: Joined) => Promise<unknown>
  /** How the log names what it keeps. */
  subjects?: readonly SubjectNames[]
  /** The acts it records. */
  events?: readonly EventDescription[]
  subscriptions?: readonly Subscription[]
  /** What it adds to the acts of other rooms, in their transaction; as a function if it needs what all rooms provide. */
  followers?: readonly Follower[] | ((all: Joined) => readonly Follower[])
  /** Whom its acts tell. */
  tells?: readonly Tell[]
  /** What it adds to the one message that a person gets on a working day. */
  digest?: DigestPart
  /** Its jobs; as a function if they need what all rooms provide. */
  handlers?: JobHandlers | ((all: Joined) => JobHandlers)
  schedules?: readonly Schedule[]
  constraints?: ConstraintMeanings
  /**
   * What it does when an agency passes to another: moves what it keeps about the agency, and returns how many of what.
   * A rehearsal is the same call in a transaction that is rolled back, so what is counted is what moves.
   */
  succeed?: Succeed
  /** The agencies whose work the one in question has by the map of a day, besides its own. */
  predecessors?: (db: AnyHandle, agencyId: number, on: string) => Promise<number[]>
  /** For each kind of thing that open pages follow: who may be notified that one changed, or `person`: only they. */
  audiences?: Readonly<Record<string, Audience>>
  /** What needs a user today. */
  landing?: Landing
  /** What waits for a user's signature. */
  toSign?: Signings
  /** The kinds of things here that tasks come from. A task whose kind no room declares is refused. */
  taskSources?: readonly TaskSource[]
  /** The numbers that reports may take from here. */
  figures?: readonly FigureSource[]
  /** What the search box finds here: one finder for each kind of thing. */
  search?: readonly Finder[]
  /** Who a signed-in user is; only the registry provides it. */
  findActor?: FindActor
  /** Which API client a short-lived key belongs to; only the registry provides it. */
  findClient?: FindClient
  /** The scope that an API client needs here, by the beginning of addresses; without one, any of tasks is enough. */
  clientScopes?: Readonly<Record<string, string>>
  /** The scope of personal tokens that the tags of its routes belong to. */
  tokenScopes?: ScopesOfTags
}

/** What a room may use of all rooms, those above it included, without knowing any of them. */
export interface Joined {
  /** Calls each room in house order. */
  succeed: Succeed
  taskSources: readonly TaskSource[]
  /** The numbers that reports may take, by name. */
  figures: ReadonlyMap<string, FigureSource>
  /** Whom the acts of all rooms tell, by event. */
  tells: ReadonlyMap<string, Tell['tell']>
  /** What all rooms add to the message of a day, in house order. */
  digests: readonly DigestPart[]
}

/** All rooms joined. */
export interface House extends Joined {
  rooms: readonly Room[]
  /** What a database is opened with, so that acts can be recorded through it. */
  audit: AuditWiring
  handlers: JobHandlers
  schedules: Schedule[]
  constraints: ConstraintMeanings
  audiences: Record<string, Audience>
  findActor: FindActor
  findClient: FindClient
  clientScopes: Record<string, string>
  tokenScopes: ScopesOfTags
}

/**
 * Joins what the rooms provide. Throws for what could only be a mistake: two jobs, events, constraints, figures or task sources of
 * one name, a subscription or a schedule whose job has no handler, an event followed or told that no room announces, two
 * tells of one event.
 */
export function joinRooms(rooms: readonly Room[]): House {
  const joined: Joined = {
    succeed: succeedInTurn(rooms.flatMap((room) => room.succeed ?? [])),
    taskSources: taskSourcesOf(rooms.flatMap((room) => room.taskSources ?? [])),
    figures: figuresOf(rooms.flatMap((room) => room.figures ?? [])),
    tells: tellsOf(rooms.flatMap((room) => room.tells ?? [])),
    digests: rooms.flatMap((room) => room.digest ?? []),
  }
  const handlers = merged(
    rooms.map(({ handlers = {} }) => (typeof handlers === 'function' ? handlers(joined) : handlers)),
    'job',
  )
  const subscriptions = rooms.flatMap((room) => room.subscriptions ?? [])
  const schedules = rooms.flatMap((room) => room.schedules ?? [])
  for (const { job } of [...subscriptions, ...schedules]) {
    if (!(job in handlers)) throw new Error(`no room handles the job ${job}`)
  }
  const events = rooms.flatMap((room) => room.events ?? [])
  for (const event of joined.tells.keys()) {
    if (!events.some(({ name }) => name === event))
      throw new Error(`people are told of ${event}, which no room announces`)
  }
  return {
    ...joined,
    rooms,
    audit: wireAudit(
      events,
      subscriptions,
      rooms.flatMap(({ followers = [] }) => (typeof followers === 'function' ? followers(joined) : followers)),
      rooms.flatMap(({ subjects = [] }) => subjects),
    ),
    handlers,
    schedules,
    constraints: merged(
      rooms.map((room) => room.constraints ?? {}),
      'constraint',
    ),
    audiences: merged(
      rooms.map((room) => room.audiences ?? {}),
      'audience',
    ),
    clientScopes: merged(
      rooms.map((room) => room.clientScopes ?? {}),
      'scope of',
    ),
    tokenScopes: merged(
      rooms.map((room) => room.tokenScopes ?? {}),
      'token scope of',
    ),
    findActor: rooms.find((room) => room.findActor)?.findActor ?? (async () => undefined),
    findClient: rooms.find((room) => room.findClient)?.findClient ?? (async () => undefined),
  }
}

function merged<T>(parts: readonly Readonly<Record<string, T>>[], what: string): Record<string, T> {
  const all: Record<string, T> = {}
  for (const [name, value] of parts.flatMap((part) => Object.entries(part))) {
    if (name in all) throw new Error(`two rooms have the ${what} ${name}`)
    all[name] = value
  }
  return all
}

/** The room that an `index.ts` exports under the room's own name. */
export function roomBehind(name: string, door: Readonly<Record<string, unknown>>): Room {
  const room = door[name] as Room | undefined
  if (room?.name !== name) throw new Error(`server/${name}/index.ts does not export the room ${name}`)
  return room
}
