import type { EventDescription, Subscription } from './audit.ts'
import type { FindActor } from './auth.ts'
import type { Blobs } from './blobs.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Db } from './db.ts'
import type { App } from './http.ts'
import type { JobHandlers, Schedule } from './jobs.ts'
import type { ConstraintMeanings } from './problem.ts'

/** Modules in the order in which they may refer to each other; migrations, views and routes keep it. */
export const HOUSE_ORDER = ['platform', 'registry', 'tasks', 'directives', 'oversight'] as const

/** What a module's routes work with; given to it, never fetched. */
export interface Deps {
  config: Config
  db: Db
  blobs: Blobs
  clock: Clock
}

/** What a module hands over at its door to be joined with the others in `modules.ts`. All of it is data, but `routes`. */
export interface Room {
  name: string
  routes?: (app: App, deps: Deps) => void | Promise<void>
  /** The acts it records. */
  events?: readonly EventDescription[]
  subscriptions?: readonly Subscription[]
  handlers?: JobHandlers
  schedules?: readonly Schedule[]
  constraints?: ConstraintMeanings
  /** Who a signed-in user is; the registry alone has it. */
  findActor?: FindActor
}
