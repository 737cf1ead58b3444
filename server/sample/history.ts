import type { SystemActor } from '../platform/actor.ts'
import type { PastAct } from '../tasks/index.ts'
import type { Body } from './agencies.ts'
import type { Course } from './course.ts'
import { isoOf, type OfficeDays } from './days.ts'
import type { Future } from './future.ts'
import type { Random } from './random.ts'
import { words } from './wording.ts'

/** Who acts in the histories: nobody in particular of the lead body, nobody in particular of the follow-up unit. */
export interface Hands {
  lead: SystemActor
  followUp: SystemActor
  /** On which days they are at work. */
  offices: OfficeDays
}

/** Writes acts down in order; each at the day asked for, or at that of the act before where that is later. */
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

/** The acts of one task, from being given to being done, or to how it stands today. */
export function historyOf(random: Random, body: Body, course: Course, future: Future | null, hands: Hands): PastAct[] {
  const diary = new Diary(course.given)
  const end = course.done?.on ?? future?.claimBefore ?? Number.POSITIVE_INFINITY
  begin(random, diary, Math.min(end, course.extension?.on ?? end), hands)
  if (course.extension) extend(random, diary, course.extension, hands)
  if (course.done) {
    reports(random, diary, course.done.on, 2, hands)
    finish(random, diary, body, course.done, hands)
  } else if (future) {
    live(random, diary, body, future, hands)
  }
  return diary.acts
}

/** Taken up within days, put to work within a week more; sooner where it has to be done sooner. */
function begin(random: Random, diary: Diary, before: number, { lead, offices }: Hands): void {
  const received = offices.from(diary.day + random.between(0, 3))
  diary.add(Math.min(received, before), { act: 'receive' }, lead)
  diary.add(Math.min(offices.from(received + random.between(0, 5)), before), { act: 'start' }, lead)
}

/** A few words of progress about once a month until `before`. */
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

/** The claim, sometimes sent back once for want of something, and the confirmation. */
function finish(random: Random, diary: Diary, body: Body, done: { on: number; confirmed: number }, hands: Hands): void {
  if (random.isLikely(0.04) && diary.day < done.on - 6) {
    const first = hands.offices.from(done.on - 6)
    claim(random, diary, body, first, hands)
    diary.add(first + 2, { act: 'sendBack', reason: words.shortcoming(random) } as PastAct, hands.followUp)
  }
  claim(random, diary, body, done.on, hands)
  diary.add(done.confirmed, { act: 'confirm' }, hands.followUp)
}

function claim(random: Random, diary: Diary, body: Body, on: number, { lead }: Hands): void {
  diary.add(
    on,
    {
      act: 'reportDone',
      completedOn: isoOf(on),
      body: words.claim(random),
      productNumber: `${random.between(11, 9800)}/${body.sign}-MẪU`,
      productDate: isoOf(on),
    } as PastAct,
    lead,
  )
}

/** What comes after the report day of a task open on it. */
function live(random: Random, diary: Diary, body: Body, future: Future, hands: Hands): void {
  reports(random, diary, future.claimBefore, 1, hands)
  if (future.awaiting !== null) {
    claim(random, diary, body, future.awaiting, hands)
    diary.add(future.sentBack, { act: 'sendBack', reason: words.shortcoming(random) } as PastAct, hands.followUp)
  }
  if (future.extension) extend(random, diary, future.extension, hands)
  if (future.heir) {
    reports(random, diary, future.heir.on, 1, hands)
    const { id, name, on } = future.heir
    const reason = `Sắp xếp tổ chức bộ máy: ${body.name} kết thúc hoạt động`
    diary.add(on, { act: 'transfer', agencyId: id, agencyName: name, reason } as PastAct, hands.followUp)
    begin(random, diary, future.done?.on ?? Number.POSITIVE_INFINITY, hands)
  }
  if (future.done === null) return
  reports(random, diary, future.done.on, 1, hands)
  finish(random, diary, body, future.done, hands)
}
