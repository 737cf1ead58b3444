import type { SystemActor } from '../platform/actor.ts'
import type { PastAct } from '../tasks/index.ts'
import type { SampleAgency } from './agencies.ts'
import type { Course } from './course.ts'
import { isoOf, type OfficeDays } from './days.ts'
import type { Future } from './future.ts'
import type { Random } from './random.ts'
import { words } from './wording.ts'

/** Who acts in the histories: an unnamed officer of the lead agency, and one of the follow-up unit. */
export interface Hands {
  lead: SystemActor
  followUp: SystemActor
  /** The days on which they work. */
  offices: OfficeDays
}

/** Collects acts in order, each on the requested day, or on the day of the previous act if that is later. */
class Diary {
  readonly acts: PastAct[] = []
  day: number

  constructor(given: number) {
    this.day = given
  }

  add(day: number, act: Omit<PastAct, 'on' | 'by'> & { act: PastAct['act'] }, by: SystemActor): void {
    this.day = Math.max(this.day, day)
    this.acts.push({ ...act, on: isoOf(this.day), by } as PastAct)
  }
}

/** The acts of one task, from being given to being done, or up to today. */
export function historyOf(
  random: Random,
  agency: SampleAgency,
  course: Course,
  future: Future | null,
  hands: Hands,
): PastAct[] {
  const diary = new Diary(course.given)
  const end = course.done?.on ?? future?.claimBefore ?? Number.POSITIVE_INFINITY
  begin(random, diary, Math.min(end, course.extension?.on ?? end), hands)
  if (course.extension) extend(random, diary, course.extension, hands)
  if (course.done) {
    reports(random, diary, course.done.on, 2, hands)
    finish(random, diary, agency, course.done, hands)
  } else if (future) {
    live(random, diary, agency, future, hands)
  }
  return diary.acts
}

/** Received within days and started within another week; sooner if the task is due sooner. */
function begin(random: Random, diary: Diary, before: number, { lead, offices }: Hands): void {
  const received = offices.from(diary.day + random.between(0, 3))
  diary.add(Math.min(received, before), { act: 'receive' }, lead)
  diary.add(Math.min(offices.from(received + random.between(0, 5)), before), { act: 'start' }, lead)
}

/** A short progress report about once a month until `before`. */
function reports(random: Random, diary: Diary, before: number, most: number, { lead, offices }: Hands): void {
  let percent = 0
  for (let count = 0; count < most; count++) {
    const day = offices.from(diary.day + random.between(18, 45))
    if (day >= before) return
    percent = Math.min(percent + random.pick([15, 20, 25, 30]), 90)
    const obstacles = random.isLikely(0.2) ? { obstacles: words.obstacle(random) } : {}
    diary.add(day, { act: 'report', percent, body: words.report(random), ...obstacles } as PastAct, lead)
  }
}

function extend(random: Random, diary: Diary, { on, due }: { on: number; due: number }, { followUp }: Hands): void {
  const approvedBy = `Công văn số ${random.between(100, 9500)}/${isoOf(on).slice(0, 4)}/CV-MẪU ngày ${isoOf(on).split('-').reverse().join('/')}`
  diary.add(on, { act: 'extend', newDueOn: isoOf(due), reason: words.delay(random), approvedBy } as PastAct, followUp)
}

/** The report of completion, sometimes sent back once because something is missing, and the confirmation. */
function finish(
  random: Random,
  diary: Diary,
  agency: SampleAgency,
  done: { on: number; confirmed: number },
  hands: Hands,
): void {
  if (random.isLikely(0.04) && diary.day < done.on - 6) {
    const first = hands.offices.from(done.on - 6)
    claim(random, diary, agency, first, hands)
    diary.add(first + 2, { act: 'sendBack', reason: words.shortcoming(random) } as PastAct, hands.followUp)
  }
  claim(random, diary, agency, done.on, hands)
  diary.add(done.confirmed, { act: 'confirm' }, hands.followUp)
}

function claim(random: Random, diary: Diary, agency: SampleAgency, on: number, { lead }: Hands): void {
  diary.add(
    on,
    {
      act: 'reportDone',
      completedOn: isoOf(on),
      body: words.claim(random),
      productNumber: `${random.between(11, 9800)}/${agency.sign}-MẪU`,
      productDate: isoOf(on),
    } as PastAct,
    lead,
  )
}

/** The acts after the report day of a task that was open then. */
function live(random: Random, diary: Diary, agency: SampleAgency, future: Future, hands: Hands): void {
  reports(random, diary, future.claimBefore, 1, hands)
  if (future.awaiting !== null) {
    claim(random, diary, agency, future.awaiting, hands)
    diary.add(future.sentBack, { act: 'sendBack', reason: words.shortcoming(random) } as PastAct, hands.followUp)
  }
  if (future.extension) extend(random, diary, future.extension, hands)
  if (future.heir) {
    reports(random, diary, future.heir.on, 1, hands)
    const { id, name, on } = future.heir
    const reason = `Sắp xếp tổ chức bộ máy: ${agency.name} kết thúc hoạt động`
    diary.add(on, { act: 'transfer', agencyId: id, agencyName: name, reason } as PastAct, hands.followUp)
    begin(random, diary, future.done?.on ?? Number.POSITIVE_INFINITY, hands)
  }
  if (future.done === null) return
  reports(random, diary, future.done.on, 1, hands)
  finish(random, diary, agency, future.done, hands)
}
