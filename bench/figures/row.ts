import type { Db } from '../../server/platform/db.ts'
import type { Bare } from './bare.ts'
import type { Directus } from './directus.ts'
import type { Door, Measured, Work } from './load.ts'
import type { People } from './people.ts'

/** One line of the benchmark: the same work done by our server and by others, measured by turns. */
export interface Row {
  work: string
  clients: number
  /** Bare SQL is what everything is held against; others stand beside it where they can be had. */
  contenders: { ours: Work; bare: Work; scan?: Work | undefined; directus?: Work | undefined }
  /** Throws where the contenders do not do the same work. Run before the clock does. */
  check: () => Promise<void>
  aims: readonly Aim[]
}

export type Contender = keyof Row['contenders']
export type Results = { ours: Measured; bare: Measured } & Partial<Record<Contender, Measured>>

export interface Aim {
  says: string
  /** Undefined where there is nothing to hold it against: Directus that could not be had, a table that is not there. */
  isMet: (results: Results, earlier: ReadonlyMap<string, Results>) => boolean | undefined
}

/** What every row is made of. */
export interface Ground {
  clients: number
  door: Door
  db: Db
  bare: Bare
  /** With whatever an index would save switched off: what one scan of a table costs. */
  scan: Bare
  directus: Directus | undefined
  /** Who see all, one for each client. */
  followers: People
  /** Of one body, one for each client. */
  officers: People
  today: string
  tasks: number
  /** Whether the versions of tasks are there to be scanned. */
  hasVersions: boolean
}

/** Throughput of at least so much of the bare SQL's. */
export const ofBare = (share: number): Aim => ({
  says: `at least ${share * 100}% of bare SQL`,
  isMet: ({ ours, bare }) => ours.perSecond >= share * bare.perSecond,
})

/** Median of at most so many times the bare SQL's. */
export const timesBare = (times: number): Aim => ({
  says: `at most ${times}× bare SQL`,
  isMet: ({ ours, bare }) => ours.median <= times * bare.median,
})

export const timesDirectus = (times: number): Aim => ({
  says: `at least ${times}× Directus`,
  isMet: ({ ours, directus }) => directus && ours.perSecond >= times * directus.perSecond,
})

export const steady: Aim = {
  says: 'p99 under 5× the median',
  isMet: ({ ours }) => ours.p99 < 5 * ours.median,
}
