/** Whom the acts of this room tell: the agency that must act, and the office of what the agency did. */
import { type RawBuilder, sql } from 'kysely'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import { noted, type Tell, type Telling, type TellKind, type Told } from '../platform/tell.ts'
import { holdersOf, workersOf } from '../registry/index.ts'
import type { TaskforceDb } from './db.ts'

type Act = Parameters<Tell['tell']>[1]

/** The people who answer for an agency. */
async function agency(trx: AnyTransaction, id: number, act: Act): Promise<Told[]> {
  return (await workersOf(trx, [id], 'task.carryOut', dayInVietnam(act.at))).map(({ personId, agencyId, isFocal }) => ({
    personId,
    agencyId,
    why: 'recipient',
    isFocal,
  }))
}

/**
 * Of those who keep the Task Force's work: whoever made or sent this, and everyone where none of them may any more. The head of
 * the delegation and its members hear of their inspection.
 */
async function office(
  trx: AnyTransaction,
  act: Act,
  subjects: readonly { kind: string; id: number }[],
): Promise<Told[]> {
  const handle = within<TaskforceDb>(trx)
  const { rows } = await sql<{ id: number }>`
    select distinct e.actor_person_id as id from platform.audit_entry e
    join unnest(${subjects.map(({ kind }) => kind)}::text[], ${subjects.map(({ id }) => String(id))}::text[]) as s(kind, id)
      on e.subject_kind = s.kind and e.subject_id = s.id
    where e.actor_person_id is not null`.execute(handle)
  const hands = new Set(rows.map(({ id }) => id))
  const keepers = await holdersOf(trx, 'taskforce.keep', dayInVietnam(act.at))
  const own = keepers.filter(({ personId }) => hands.has(personId))
  return (own.length > 0 ? own : keepers).map(({ personId }) => ({ personId, agencyId: null, why: 'preparer' }))
}

async function delegation(trx: AnyTransaction, inspectionId: number): Promise<Told[]> {
  const { rows } = await sql<{ id: number }>`
    select d.person_id as id from taskforce.delegate d join taskforce.inspection i using (inspection_id, decision_no)
    where d.inspection_id = ${inspectionId} and d.person_id is not null`.execute(within<TaskforceDb>(trx))
  return rows.map(({ id }) => ({ personId: id, agencyId: null, why: 'participant' }))
}

/** What an act says: a day with its words, then the reason or text. */
function note({ detail }: Act, day?: [words: string, member: string]): string | null {
  const on = day && noted(detail, day[1], 'string')
  const words = ['note', 'reason', 'body'].map((name) => noted(detail, name, 'string')).find(Boolean)
  return [on ? `${day[0]} ${formatDay(on)}` : [], words ?? []].flat().join('. ') || null
}

async function recommendationOf(trx: AnyTransaction, act: Act) {
  const { rows } = await sql<{ id: number; words: string; agency_id: number }>`
    select r.recommendation_id as id, r.words, r.agency_id from taskforce.recommendation r
    where r.recommendation_id = ${Number(act.subject.id)}`.execute(within<TaskforceDb>(trx))
  return rows[0]!
}
const recommendation =
  (to: 'agency' | 'office', day?: [string, string]) =>
  async (trx: AnyTransaction, act: Act): Promise<Telling[]> => {
    const { id, words, agency_id } = await recommendationOf(trx, act)
    const people =
      to === 'agency' ? await agency(trx, agency_id, act) : await office(trx, act, [{ kind: 'recommendation', id }])
    const about = { code: null, title: `Kiến nghị: ${words}`, to: `/to-cong-tac/kien-nghi/${id}`, note: note(act, day) }
    return [{ kind: 'recommendation', about, people }]
  }

interface InspectionTold {
  id: number
  title: string
  agency_id: number
  decision: string | null
  form: string
}
async function inspectionOf(trx: AnyTransaction, id: number): Promise<InspectionTold> {
  const { rows } = await sql<InspectionTold>`
    select i.inspection_id as id, i.title, i.agency_id, i.decision, i.form from taskforce.inspection i where i.inspection_id = ${id}`.execute(
    within<TaskforceDb>(trx),
  )
  return rows[0]!
}
const aboutInspection = ({ id, title, decision }: InspectionTold, act: Act, day?: [string, string]) => ({
  code: decision,
  title,
  to: `/to-cong-tac/kiem-tra/${id}`,
  note: note(act, day),
})
const telling = (kind: TellKind, about: Telling['about'], ...people: Told[][]): Telling => ({
  kind,
  about,
  people: people.flat(),
})

const inspection =
  (to: 'agency' | 'office' | 'both', day?: [string, string]) =>
  async (trx: AnyTransaction, act: Act): Promise<Telling[]> => {
    const one = await inspectionOf(trx, Number(act.subject.id))
    const own = to === 'office' ? [] : await agency(trx, one.agency_id, act)
    const others =
      to === 'agency'
        ? []
        : [...(await office(trx, act, [{ kind: 'inspection', id: one.id }])), ...(await delegation(trx, one.id))]
    return [telling('inspection', aboutInspection(one, act, day), own, others)]
  }

/** The people of the bodies that are responsible for such findings: a condition on `finding f` of `inspection i`. */
async function responsible(
  trx: AnyTransaction,
  act: Act,
  { id }: InspectionTold,
  such: RawBuilder<boolean>,
): Promise<Told[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct f.responsible_id as id from taskforce.finding f join taskforce.inspection i using (inspection_id)
    where f.inspection_id = ${id} and ${such}`.execute(within<TaskforceDb>(trx))
  return (await Promise.all(rows.map((body) => agency(trx, body.id, act)))).flat()
}
const IS_OPEN = sql<boolean>`f.state = 'open' and f.responsible_id <> i.agency_id`
/** Those that an inspection still had when it was stopped. */
const FELL_WITH_IT = sql<boolean>`f.responsible_id <> i.agency_id and f.sent_on is not null
  and not exists (select from taskforce.finding_step w where w.finding_id = f.finding_id and w.act = 'drop')`

/** Whoever must answer: the agency inspected has no day of its own where every finding sent is another body's. */
async function findingsSent(trx: AnyTransaction, act: Act): Promise<Telling[]> {
  const one = await inspectionOf(trx, Number(act.subject.id))
  const about = aboutInspection(one, act, ['Cho ý kiến trước hết ngày', 'answerBy'])
  // Those that this act sent: another sending of the same day was told of already.
  const { sent = [] } = act.detail as { sent?: number[] }
  return [telling('inspection', about, await responsible(trx, act, one, sql`f.finding_id = any(${sent}::bigint[])`))]
}

/** The agency inspected, and each other body whose finding stands. */
async function concluded(trx: AnyTransaction, act: Act): Promise<Telling[]> {
  const one = await inspectionOf(trx, Number(act.subject.id))
  const people = [await agency(trx, one.agency_id, act), await responsible(trx, act, one, IS_OPEN)]
  return [telling('inspection', aboutInspection(one, act), ...people)]
}

/** An unannounced inspection is not told to the agency before it begins. */
async function decided(trx: AnyTransaction, act: Act): Promise<Telling[]> {
  const one = await inspectionOf(trx, Number(act.subject.id))
  const own = one.form === 'unannounced' ? [] : await agency(trx, one.agency_id, act)
  return [telling('inspection', aboutInspection(one, act), own, await delegation(trx, one.id))]
}

async function findingOf(trx: AnyTransaction, act: Act) {
  const { rows } = await sql<{ id: number; fact: string; inspection_id: number; responsible_id: number }>`
    select f.finding_id as id, f.fact, f.inspection_id, f.responsible_id from taskforce.finding f
    where f.finding_id = ${Number(act.subject.id)}`.execute(within<TaskforceDb>(trx))
  return rows[0]!
}
const finding =
  (to: 'agency' | 'office', day?: [string, string]) =>
  async (trx: AnyTransaction, act: Act): Promise<Telling[]> => {
    const one = await findingOf(trx, act)
    const people =
      to === 'agency'
        ? await agency(trx, one.responsible_id, act)
        : [
            ...(await office(trx, act, [
              { kind: 'inspection', id: one.inspection_id },
              { kind: 'finding', id: one.id },
            ])),
            ...(await delegation(trx, one.inspection_id)),
          ]
    const about = {
      code: null,
      title: `Phát hiện: ${one.fact}`,
      to: `/to-cong-tac/kiem-tra/${one.inspection_id}?finding=${one.id}`,
      note: note(act, day),
    }
    return [{ kind: 'inspection', about, people }]
  }

/** Each agency is told once of all questions that one act sends it. */
async function questionsSent(trx: AnyTransaction, act: Act): Promise<Telling[]> {
  const sent = (act.detail as { agencies?: { id: number; count: number; dueOn: string }[] } | null)?.agencies ?? []
  const { rows } = await sql<{ title: string }>`
    select d.title from taskforce.dialogue d where d.dialogue_id = ${Number(act.subject.id)}`.execute(
    within<TaskforceDb>(trx),
  )
  const tellings: Telling[] = []
  for (const { id, count, dueOn } of sent) {
    const about = {
      code: null,
      title: `${rows[0]!.title}: ${count} câu hỏi gửi cơ quan bạn trả lời`,
      to: `/to-cong-tac?tab=questions&agencyId=${id}`,
      note: `Hạn sớm nhất ${formatDay(dueOn)}`,
    }
    tellings.push({ kind: 'recommendation', about, people: await agency(trx, id, act) })
  }
  return tellings
}

async function questionBack(trx: AnyTransaction, act: Act): Promise<Telling[]> {
  const { rows } = await sql<{ id: number; words: string; dialogue_id: number }>`
    select q.question_id as id, q.words, q.dialogue_id from taskforce.question q where q.question_id = ${Number(act.subject.id)}`.execute(
    within<TaskforceDb>(trx),
  )
  const { id, words, dialogue_id } = rows[0]!
  const about = {
    code: null,
    title: `Câu hỏi: ${words}`,
    to: `/to-cong-tac/doi-thoai/${dialogue_id}?question=${id}`,
    note: note(act),
  }
  return [{ kind: 'recommendation', about, people: await office(trx, act, [{ kind: 'dialogue', id: dialogue_id }]) }]
}

/** The agency that answered is told that the day which it named counts. */
async function questionDay(trx: AnyTransaction, act: Act): Promise<Telling[]> {
  const { rows } = await sql<{ words: string; agency_id: number | null }>`
    select q.words, q.agency_id from taskforce.question q where q.question_id = ${Number(act.subject.id)}`.execute(
    within<TaskforceDb>(trx),
  )
  const { words, agency_id } = rows[0]!
  if (agency_id === null) return []
  const to = `/to-cong-tac?tab=questions&agencyId=${agency_id}`
  const about = { code: null, title: `Câu hỏi: ${words}`, to, note: note(act) }
  return [{ kind: 'recommendation', about, people: await agency(trx, agency_id, act) }]
}

/** The agencies that are in a fixed assessment, or whose figures a correction changed. */
async function assessmentFixed(trx: AnyTransaction, act: Act): Promise<Telling[]> {
  const { agencies = [], reason = null } = (act.detail ?? {}) as { agencies?: number[]; reason?: string | null }
  const { from, asOf } = act.after as { from: string; asOf: string }
  const people = (await workersOf(trx, agencies, 'task.carryOut', dayInVietnam(act.at))).map(
    ({ personId, agencyId, isFocal }): Told => ({ personId, agencyId, why: 'recipient', isFocal }),
  )
  const about = {
    code: null,
    title: `Kết quả đánh giá cơ quan bạn, kỳ ${formatDay(from)} – ${formatDay(asOf)}`,
    to: `/to-cong-tac/danh-gia/${act.subject.id}`,
    note: reason,
  }
  return [{ kind: 'assessment', about, people }]
}

export const taskforceTells: readonly Tell[] = [
  { events: ['assessment.fixed', 'assessment.corrected'], tell: assessmentFixed },
  { events: ['recommendation.made'], tell: recommendation('agency', ['Trả lời trước hết ngày', 'answerBy']) },
  {
    events: [
      'recommendation.refused',
      'recommendation.closed',
      'recommendation.replaced',
      'recommendation.issued',
      'recommendation.dayConfirmed',
    ],
    tell: recommendation('agency'),
  },
  {
    events: ['recommendation.accepted', 'recommendation.declined', 'recommendation.claimed'],
    tell: recommendation('office'),
  },
  {
    // One that was never sent is nothing to the agency.
    events: ['recommendation.withdrawn'],
    tell: async (trx, act) =>
      noted(act.before, 'state', 'string') === 'drafted' ? [] : recommendation('agency')(trx, act),
  },
  { events: ['inspection.decided'], tell: decided },
  { events: ['inspection.requested'], tell: inspection('agency', ['Giải trình trước hết ngày', 'explainBy']) },
  { events: ['inspection.findingsSent'], tell: findingsSent },
  { events: ['inspection.minutesWritten'], tell: inspection('agency') },
  { events: ['inspection.concluded'], tell: concluded },
  { events: ['inspection.minutesSigned'], tell: inspection('both') },
  {
    events: ['inspection.postponed', 'inspection.stopped'],
    // Before the decision the agency knew of nothing.
    tell: async (trx, act) => {
      const was = noted(act.before, 'state', 'string')
      const one = await inspectionOf(trx, Number(act.subject.id))
      const isHidden = was === 'planned' || (was === 'announced' && one.form === 'unannounced')
      // The reason is the inspected agency's, not that of another body.
      const others = await responsible(trx, act, one, FELL_WITH_IT)
      return [
        ...(await inspection(isHidden ? 'office' : 'both')(trx, act)),
        telling('inspection', { ...aboutInspection(one, act), note: null }, others),
      ]
    },
  },
  { events: ['inspection.explained', 'inspection.answered'], tell: inspection('office') },
  { events: ['finding.answered', 'finding.planned', 'finding.claimed'], tell: finding('office') },
  { events: ['finding.confirmed', 'finding.refused'], tell: finding('agency') },
  {
    events: ['finding.dropped'],
    tell: async (trx, act) => (noted(act.before, 'state', 'string') === 'draft' ? [] : finding('agency')(trx, act)),
  },
  { events: ['dialogue.sorted'], tell: questionsSent },
  { events: ['question.answered', 'question.returned'], tell: questionBack },
  { events: ['question.dayConfirmed'], tell: questionDay },
]
