import type { AnyHandle } from '../platform/db.ts'
import { calendarOf } from '../registry/index.ts'
import type { PastTask } from '../tasks/index.ts'
import { agenciesThrough } from './agencies.ts'
import { dayOf, isoOf, isWeekend, type OfficeDays, officeDays } from './days.ts'
import { adaptedToYear } from './era.ts'
import { type Frame, framesUpTo, monthAfter } from './frame.ts'
import { OpenEnds, tasksOf, upTo } from './national.ts'
import { type Issued, type Paper, papersOf } from './papers.ts'
import { apportion, NATIONAL_TOTAL, planTasks } from './plan.ts'
import { randomFrom } from './random.ts'

/** The size of a register of volume, and the start of its document ids. */
export interface Volume {
  /** Number of fourteen-month frames, the last of which ends with the month of the load. */
  frames: number
  tasks: number
  /** Distinguishes its documents from those of every other register. */
  place: number
}

/** Seven years, and twenty years less two months. */
export const VOLUMES = {
  '100k': { frames: 6, tasks: 100_000, place: 1 },
  '1m': { frames: 17, tasks: 1_000_000, place: 2 },
} as const satisfies Record<string, Volume>

const SEED = 20_270_228
/** Document ids: the place, the month the register ends with, a serial number. */
const BY_PLACE = 10_000_000_000_000
const BY_MONTH = 10_000_000
/** Days reach this many years past the last frame: deadlines five, and late completions a little more. */
const AHEAD = 7

/** The range of its document ids, the end exclusive. */
export function sourcesOf({ place }: Volume): [from: number, to: number] {
  return [place * BY_PLACE, (place + 1) * BY_PLACE]
}

/** The month that a register ends with, "2026-11", from the id of one of its documents. */
export function lastMonthIn(sourceId: number): string {
  const month = String(Math.floor((sourceId % BY_PLACE) / BY_MONTH))
  return `${month.slice(0, 4)}-${month.slice(4)}`
}

/** One document with the tasks it gives. */
export interface Given {
  sourceId: number
  tasks: PastTask[]
}

/**
 * A register of many years: the volume's frames in sequence, each with the shares of the national register on its report
 * day, given to the agencies of its months. Histories continue up to `today` (ISO). `lastMonth` is the last month of the last
 * frame. The result is the same for the same volume and month. Documents are generated in order on demand, so only the plan
 * of one frame is in memory (a few tens of megabytes at 1 m).
 */
export async function volumeRegister(
  db: AnyHandle,
  volume: Volume,
  lastMonth: string,
  today: string,
): Promise<Iterable<Given>> {
  const first = monthAfter(lastMonth, 1 - 14 * volume.frames)
  const offices = await officesOf(db, yearIn(first), yearIn(lastMonth) + AHEAD)
  const frames = framesUpTo(lastMonth, volume.frames, offices)
  const agencies = await agenciesThrough(
    db,
    frames.flatMap(({ months }) => months),
  )
  const base = volume.place * BY_PLACE + Number(lastMonth.replace('-', '')) * BY_MONTH
  return {
    *[Symbol.iterator]() {
      const totals = apportion(
        volume.tasks,
        frames.map(() => 1),
      )
      const issued: Issued = new Map()
      let last = base
      for (const [index, frame] of frames.entries()) {
        const papers = papersIn(frame, totals[index]!, SEED + index)
        yield* papers
      }

      function* papersIn(frame: Frame, total: number, seed: number): Generator<Given> {
        const random = randomFrom(seed)
        const open = new OpenEnds(total / NATIONAL_TOTAL)
        const agenciesIn = (month: string) => agencies.get(month)!
        for (const paper of papersOf(random, frame, planTasks(random, frame, total), agenciesIn, issued)) {
          last += 1
          const numbered: Paper = { ...paper, id: last }
          const tasks = tasksOf(random, frame, numbered, agenciesIn(isoOf(paper.day).slice(0, 7)), open)
            .map((past) => adaptedToYear(random, atWork(past, offices)))
            .flatMap((past) => upTo(past, today))
          if (tasks.length > 0) yield { sourceId: last, tasks }
        }
      }
    },
  }
}

const yearIn = (month: string) => Number(month.slice(0, 4))

/** Moves acts from days on which offices are closed to the next office day, which keeps their order. */
function atWork(past: PastTask, offices: OfficeDays): PastTask {
  return { ...past, acts: past.acts.map((act) => ({ ...act, on: isoOf(offices.from(dayOf(act.on))) })) }
}

/** Working days from the registry's calendar, computed once for all years of the register. */
async function officesOf(db: AnyHandle, from: number, to: number): Promise<OfficeDays> {
  const calendar = await calendarOf(db)
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const special = new Map(
    years.flatMap((year) => calendar.specialDays(year).map(({ day, isWorking }) => [dayOf(day), isWorking] as const)),
  )
  return officeDays((day) => special.get(day) ?? !isWeekend(day))
}
