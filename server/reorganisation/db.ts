import type { Database } from '../platform/db.ts'

/** The tables of this room, and the registry's views it may read. */
export type ReorganisationDb = Pick<
  Database,
  | 'reorganisation.reorganisation'
  | 'reorganisation.line'
  | 'reorganisation.choice'
  | 'reorganisation.run'
  | 'reorganisation.move'
  | 'registry.agency_card'
  | 'registry.agency_latest'
  | 'registry.succession_card'
  | 'tasks.task_card'
  | 'tasks.party_card'
>
