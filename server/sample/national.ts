import { systemActor } from '../platform/actor.ts'
import type { NewParty, NewTask, PastTask } from '../tasks/index.ts'
import type { SampleAgency } from './agencies.ts'
import { type Course, courseOf } from './course.ts'
import { isoOf } from './days.ts'
import { type Frame, NATIONAL } from './frame.ts'
import { futureOf } from './future.ts'
import { FOLLOW_UP, handedOver } from './handover.ts'
import { historyOf } from './history.ts'
import { type Paper, papersOf } from './papers.ts'
import { planTasks } from './plan.ts'
import { type Random, randomFrom } from './random.ts'
import { type Wording, wordingOf } from './wording.ts'

/** Any other number gives another register with the same figures. */
const SEED = 20_210_228

/** Tasks still open today: those that never end, and those that no one has finished. */
const STANDING_TODAY = 34
const STUBBORN_TODAY = 14

/**
 * The invented register of tasks given from 01/01/2020 to 28/02/2021, the same every time. Its figures as of 28/02/2021 and
 * 31/01/2021 are those of `plan.ts`; they are not stored but follow from the days of each task. Histories continue after
 * that day up to `today` (ISO).
 */
export function nationalRegister(agencies: readonly SampleAgency[], today: string): PastTask[] {
  const random = randomFrom(SEED)
  const papers = papersOf(random, NATIONAL, planTasks(random), () => agencies)
  const open = new OpenEnds()
  return papers
    .flatMap((paper) => tasksOf(random, NATIONAL, paper, agencies, open))
    .flatMap((past) => upTo(past, today))
}

/** The task with its acts up to a day (ISO), or nothing if it was given later. */
export function upTo(past: PastTask, day: string): PastTask[] {
  return past.source.assignedOn <= day ? [{ ...past, acts: past.acts.filter(({ on }) => on <= day) }] : []
}

/** Decides, in order, which open tasks are still open today: one in every few of each kind. */
export class OpenEnds {
  private standing = 0
  private overdue = 0
  private readonly times: number

  /** `times`: for a register this many times the size of the national one. */
  constructor(times = 1) {
    this.times = times
  }

  isForGood({ term, extension }: Course, isOverdue: boolean): boolean {
    if (term.due === null && extension === null)
      return this.standing++ % 32 === 7 && this.standing / 32 <= STANDING_TODAY * this.times
    if (isOverdue) return this.overdue++ % 24 === 5 && this.overdue / 24 <= STUBBORN_TODAY * this.times
    return false
  }
}

/** The tasks a document gives, with their complete histories, which may reach past today. */
export function tasksOf(
  random: Random,
  frame: Frame,
  paper: Paper,
  agencies: readonly SampleAgency[],
  open: OpenEnds,
): PastTask[] {
  const office = agencies.find(({ name }) => name === 'Văn phòng Chính phủ')
  if (office === undefined) throw new Error('the registry has no Office of the Government')
  const source: PastTask['source'] = {
    kind: 'archive',
    id: paper.id,
    number: paper.number,
    title: paper.title,
    assignedOn: isoOf(paper.day),
    followUpAgencyId: office.id,
    urgency: paper.urgency,
  }
  const used = new Set<string>()
  return paper.tasks.map(({ planned, agency }, index) => {
    const course = courseOf(random, frame, planned, paper.day)
    const wording = distinctWording(random, paper, agency, course.term.due === null, used)
    const hands = { lead: handOf(agency), followUp: FOLLOW_UP, offices: frame.offices }
    // In the national register the reorganisation comes after everything counted; in other frames it may fall within it.
    const ended = frame === NATIONAL ? null : agency.heir
    const lead = ended === null ? agency : { ...agency, heir: null }
    const future =
      course.done === null
        ? futureOf(random, frame, lead, course, open.isForGood(course, planned.outcome === 'openOverdue'))
        : null
    const task = taskOf(random, paper, index, agency, wording, course, agencies)
    const acts = historyOf(random, lead, course, future, hands)
    return {
      source,
      task,
      acts: ended === null ? acts : handedOver(acts, agency, ended, frame.offices),
    }
  })
}

const hands = new Map<number, ReturnType<typeof systemActor>>()

function handOf(agency: SampleAgency): ReturnType<typeof systemActor> {
  const known = hands.get(agency.id) ?? systemActor(`Đầu mối ${agency.name} (MẪU)`)
  hands.set(agency.id, known)
  return known
}

/** One document does not give one agency the same task twice. Half of its tasks are on its own topic. */
function distinctWording(
  random: Random,
  paper: Paper,
  agency: SampleAgency,
  isStanding: boolean,
  used: Set<string>,
): Wording {
  for (;;) {
    const wording = wordingOf(random, paper.theme, agency, isStanding, random.isLikely(0.5) ? paper.topic : undefined)
    const key = `${agency.id} ${wording.title}`
    if (used.has(key)) continue
    used.add(key)
    return wording
  }
}

function taskOf(
  random: Random,
  paper: Paper,
  index: number,
  agency: SampleAgency,
  { title, content, product, targets }: Wording,
  { term }: Course,
  agencies: readonly SampleAgency[],
): NewTask {
  const lead: NewParty = { role: 'lead', agencyId: agency.id, namedAs: agency.name, scope: null, isAccountable: true }
  return {
    ref: `${Math.floor(index / 5) + 1}.${'abcde'[index % 5]}`,
    groupTitle: paper.theme.group,
    title,
    content,
    product,
    implements: [],
    span: null,
    sentence: content,
    parties: [lead, ...coordinating(random, paper, agency, agencies)],
    deadlines: [term.deadline],
    targets,
  }
}

/** None, some ministries of the field, or, as often in documents, "the agencies concerned". */
function coordinating(random: Random, paper: Paper, lead: SampleAgency, agencies: readonly SampleAgency[]): NewParty[] {
  const party = (agencyId: number | null, namedAs: string): NewParty => ({
    role: 'coordinating',
    agencyId,
    namedAs,
    scope: null,
  })
  const chance = random.next()
  if (chance < 0.35) return []
  if (chance < 0.5) return [party(null, 'các bộ, ngành, địa phương liên quan')]
  const field = new Set(paper.theme.leads.map(([name]) => name))
  const others = agencies.filter(
    ({ id, kind, fieldsOf }) => id !== lead.id && kind !== 'province' && fieldsOf.some((name) => field.has(name)),
  )
  const chosen = random.shuffled(others).slice(0, random.between(1, 2))
  const usual = agencies.filter(
    ({ id, name, fieldsOf }) => id !== lead.id && !fieldsOf.some((one) => field.has(one)) && USUAL.has(name),
  )
  return [...chosen, random.pick(usual)].map(({ id, name }) => party(id, name))
}

/** Agencies that coordinate in nearly everything. */
const USUAL = new Set(['Bộ Tài chính', 'Bộ Kế hoạch và Đầu tư', 'Bộ Tư pháp', 'Bộ Nội vụ', 'Văn phòng Chính phủ'])
