import type { KnownActor } from './actor.ts'
import type { AnyHandle } from './db.ts'

/** Of which period and day a figure is, and for whom it is computed. */
export interface FigureAsk {
  actor: KnownActor
  /** First day of the period. */
  from: string
  /** The figure is as things stood at the end of this day. */
  asOf: string
  /** What was recorded after the end of this day does not count; null: what is known now. */
  knownOn: string | null
  /**
   * What was recorded at this instant or later does not count either: when the report was computed, so that its figures open
   * the rows they counted whatever is recorded later the same day.
   */
  knownBefore?: string
  today: string
  /** Of a change: the earlier day counts what was known at its own end, whatever `knownOn` is, for it was reported then. */
  isEarlierAsReported?: boolean
  /** Only of this agency. */
  agencyId?: number
  /** Only of this directive or resolution. */
  directiveId?: number
  /** Only of this source of tasks, as tasks name it: "directive:12", "archive:01/NQ-CP". Set together with `directiveId` where it is a directive. */
  source?: string
  /** How shares are rounded: "truncate1" as the official reports do. */
  rounding?: string
  /** What the figures of one report may share: a room keeps there what several of its figures need, under its own name. */
  shared?: Map<string, Promise<unknown>>
}

/** A figure as computed. */
export interface FigureValue {
  /** Null where it cannot be computed: `printed` then says why, in a few words. */
  value: number | null
  /** As an official report prints it: "10.527", "3,2%", "giảm 7,5 điểm phần trăm". */
  printed: string
  /** Address of the rows it counts, in the console; of a difference of two days, the rows of the other day. Null for a figure without rows. */
  rows: string | null
  /** Says so where the data begin later than the period that is counted, so that the figure is less than it was: beside another such figure it compares nothing. */
  truncated?: string
}

/** A document that a figure is about, as tasks name a source, and in words. */
export interface FigureDocument {
  source: string
  name: string
}

/** A number that a room can compute for any period and day. Reports name it and never copy its value. */
export interface FigureSource {
  /** "programme.owed"; the room, a dot, what is counted. It is never renamed: templates and issued reports hold it. */
  name: string
  /** What it counts, as a writer of reports would say it. */
  vi: string
  en: string
  unit: 'count' | 'share' | 'points' | 'days'
  /**
   * Of a figure that has a value for one document alone, never for several together: those of the period, the oldest first. A
   * sentence with it is said once for each.
   */
  documents?: (db: AnyHandle, ask: FigureAsk) => Promise<readonly FigureDocument[]>
  /** Whether the room has anything of a source beside its tasks: a 0 about one that nobody knows is no figure. */
  knows?: (db: AnyHandle, source: string) => Promise<boolean>
  /** The first day of which the room knows anything, null while it knows nothing; and its figures in words: "Số liệu nhiệm vụ". A 0 of an earlier day is no count. */
  data?: { words: string; first: (db: AnyHandle, ask: Pick<FigureAsk, 'shared'>) => Promise<string | null> }
  compute: (db: AnyHandle, ask: FigureAsk) => Promise<FigureValue>
}

const NAME = /^[a-z][A-Za-z]*\.[a-z][A-Za-z0-9]*$/

/** The figures of all rooms by name. Throws for two of one name, and for one that no template could hold. */
export function figuresOf(sources: readonly FigureSource[]): ReadonlyMap<string, FigureSource> {
  const known = new Map<string, FigureSource>()
  for (const source of sources) {
    if (!NAME.test(source.name)) throw new Error(`the figure ${source.name} is not named room.figure`)
    if (known.has(source.name)) throw new Error(`two rooms have the figure ${source.name}`)
    known.set(source.name, source)
  }
  return known
}
