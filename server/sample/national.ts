import { systemActor } from '../platform/actor.ts'
import type { NewParty, NewTask, PastTask } from '../tasks/index.ts'
import type { Body } from './agencies.ts'
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

/** Tasks still open today: what never ends, and what nobody has finished. */
const STANDING_TODAY = 34
const STUBBORN_TODAY = 14

/**
 * The register of tasks given from 01/01/2020 to 28/02/2021, invented, the same every time. Its figures as of 28/02/2021
 * and 31/01/2021 are those of `plan.ts`; they are nowhere written but come of the days of each task. Histories go on after
 * that day; those that would reach past `today` (ISO) stop there.
 */
export function nationalRegister(agencies: readonly Body[], today: string): PastTask[] {
  const random = randomFrom(SEED)
  const papers = papersOf(random, NATIONAL, planTasks(random), () => agencies)
  const open = new OpenEnds()
  return papers
    .flatMap((paper) => tasksOf(random, NATIONAL, paper, agencies, open))
    .flatMap((past) => upTo(past, today))
}

/** What had happened by a day (ISO): the task with its acts until then, or nothing. */
export function upTo(past: PastTask, day: string): PastTask[] {
  return past.source.assignedOn <= day ? [{ ...past, acts: past.acts.filter(({ on }) => on <= day) }] : []
}

/** Decides, in the order met, which of the open tasks stay open to this day: every so many of each sort. */
export class OpenEnds {
  private standing = 0
  private overdue = 0
  private readonly times: number

  /** `times`: of a register so many times the national one. */
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

/** The tasks a document gives, with their histories to the end, which may lie after today. */
export function tasksOf(
  random: Random,
  frame: Frame,
  paper: Paper,
  agencies: readonly Body[],
  open: OpenEnds,
): PastTask[] {
  const office = agencies.find(({ name }) => name === 'Văn phòng Chính phủ')
  if (office === undefined) throw new Error('the registry does not know the Office of the Government')
  const source: PastTask['source'] = {
    kind: 'archive',
    id: paper.id,
    number: paper.number,
    title: paper.title,
    assignedOn: isoOf(paper.day),
    followUpAgencyId: office.id,
    urgency: paper.urgency,
  }
  const said = new Set<string>()
  return paper.tasks.map(({ planned, body }, index) => {
    const course = courseOf(random, frame, planned, paper.day)
    const wording = saidOnce(random, paper, body, course.term.due === null, said)
    const hands = { lead: handOf(body), followUp: FOLLOW_UP, offices: frame.offices }
    // The reorganisation comes after all that the national register counts; elsewhere it may fall in the midst of it.
    const ended = frame === NATIONAL ? null : body.heir
    const lead = ended === null ? body : { ...body, heir: null }
    const future =
      course.done === null
        ? futureOf(random, frame, lead, course, open.isForGood(course, planned.outcome === 'openOverdue'))
        : null
    const task = taskOf(random, paper, index, body, wording, course, agencies)
    const acts = historyOf(random, lead, course, future, hands)
    return {
      source,
      task,
      acts: ended === null ? acts : handedOver(acts, body, ended, frame.offices),
    }
  })
}

const hands = new Map<number, ReturnType<typeof systemActor>>()

function handOf(body: Body): ReturnType<typeof systemActor> {
  const known = hands.get(body.id) ?? systemActor(`Đầu mối ${body.name} (MẪU)`)
  hands.set(body.id, known)
  return known
}

/** One document does not give one body the same task twice. Half of its tasks are on its own topic. */
function saidOnce(random: Random, paper: Paper, body: Body, isStanding: boolean, said: Set<string>): Wording {
  for (;;) {
    const wording = wordingOf(random, paper.theme, body, isStanding, random.isLikely(0.5) ? paper.topic : undefined)
    const key = `${body.id} ${wording.title}`
    if (said.has(key)) continue
    said.add(key)
    return wording
  }
}

function taskOf(
  random: Random,
  paper: Paper,
  index: number,
  body: Body,
  { title, content, product, targets }: Wording,
  { term }: Course,
  agencies: readonly Body[],
): NewTask {
  const lead: NewParty = { role: 'lead', agencyId: body.id, namedAs: body.name, scope: null, isAccountable: true }
  return {
    ref: `${Math.floor(index / 5) + 1}.${'abcde'[index % 5]}`,
    groupTitle: paper.theme.group,
    title,
    content,
    product,
    implements: [],
    span: null,
    sentence: content,
    parties: [lead, ...coordinating(random, paper, body, agencies)],
    deadlines: [term.deadline],
    targets,
  }
}

/** None, some ministries of the field, or, as documents often say, "the agencies concerned". */
function coordinating(random: Random, paper: Paper, lead: Body, agencies: readonly Body[]): NewParty[] {
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

/** Asked to take part in nearly everything. */
const USUAL = new Set(['Bộ Tài chính', 'Bộ Kế hoạch và Đầu tư', 'Bộ Tư pháp', 'Bộ Nội vụ', 'Văn phòng Chính phủ'])
