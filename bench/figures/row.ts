import type { Db } from '../../server/platform/db.ts'
import type { Bare } from './bare.ts'
import type { Directus } from './directus.ts'
import type { HttpClient, Measured, Work } from './load.ts'
import type { People } from './people.ts'

/** One line of the benchmark: the same work done by our server and by others, taking turns. */
export interface Row {
  work: string
  clients: number
  /** Everything is compared with bare SQL; the others are measured if available. */
  contenders: { ours: Work; bare: Work; scan?: Work | undefined; directus?: Work | undefined }
  /** Throws if the contenders do not do the same work. Runs before anything is timed. */
  check: () => Promise<void>
  aims: readonly Aim[]
}

export type Contender = keyof Row['contenders']
export type Results = { ours: Measured; bare: Measured } & Partial<Record<Contender, Measured>>

export interface Aim {
  text: string
  /** Undefined if there is nothing to compare with: no Directus, no such table. */
  isMet: (results: Results, earlier: ReadonlyMap<string, Results>) => boolean | undefined
}

/** What every row uses. */
export interface Setup {
  clients: number
  http: HttpClient
  db: Db
  bare: Bare
  /** With indexes switched off: what one scan of a table costs. */
  scan: Bare
  directus: Directus | undefined
  /** People who see all, one for each client. */
  followers: People
  /** People of one agency, one for each client. */
  officers: People
  today: string
  tasks: number
  /** Whether the table of task versions exists. */
  hasVersions: boolean
}

/** Throughput of at least this share of the bare SQL's. */
export const ofBare = (share: number): Aim => ({
  text: `at least ${share * 100}% of bare SQL`,
  isMet: ({ ours, bare }) => ours.perSecond >= share * bare.perSecond,
})

/** Median of at most this many times the bare SQL's. */
export const timesBare = (times: number): Aim => ({
  text: `at most ${times}× bare SQL`,
  isMet: ({ ours, bare }) => ours.median <= times * bare.median,
})

export const timesDirectus = (times: number): Aim => ({
  text: `at least ${times}× Directus`,
  isMet: ({ ours, directus }) => directus && ours.perSecond >= times * directus.perSecond,
})

export const steady: Aim = {
  text: 'p99 under 5× the median',
  isMet: ({ ours }) => ours.p99 < 5 * ours.median,
}
