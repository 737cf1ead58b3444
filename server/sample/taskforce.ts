import { sql } from 'kysely'
import type { KnownActor } from '../platform/actor.ts'
import { addDays, dayInVietnam } from '../platform/calendar.ts'
import type { Database, Transaction } from '../platform/db.ts'
import type { Deps } from '../platform/room.ts'
import {
  addFinding,
  addMember,
  answerFinding,
  answerRecommendation,
  askQuestions,
  concludeInspection,
  decideInspection,
  draftRecommendation,
  explain,
  holdDialogue,
  issueRecommendation,
  makeRecommendation,
  markTask,
  planDialogue,
  planInspection,
  planRemedy,
  requestExplanation,
  sendFindings,
  setAreas,
  setUpForce,
  signMinutes,
  sortQuestions,
  writeMinutes,
} from '../taskforce/index.ts'
import { actorsOf } from './people.ts'

type Trx = Transaction<Database>
const PEOPLE = {
  keeper: 'theodoi',
  leader: 'lanhdao',
  head: 'totruong',
  member: 'tocongtac',
  officer: 'botaichinh',
} as const
/** The first inspection was decided so many days ago; its tasks were given before. */
const DECIDED = 35
type People = Record<keyof typeof PEOPLE, KnownActor>
const QUESTIONS = [
  ['Công ty Mẫu A', 'firm', 'Hồ sơ hoàn thuế nộp trực tuyến có phải nộp thêm bản giấy không (MẪU)?', true],
  ['Hiệp hội Mẫu', 'association', 'Khi nào sửa quy định về thời hạn kiểm tra trước hoàn thuế (MẪU)?', true],
  ['Công ty Mẫu B', 'firm', 'Thủ tục gia hạn nộp thuế thực hiện ở đâu (MẪU)?', true],
  ['Hội đồng tư vấn Mẫu', 'council', 'Bao giờ có tài khoản định danh duy nhất cho doanh nghiệp (MẪU)?', false],
] as const

/**
 * The Task Force's work, through the acts of people on the days before: an inspection from decision to conclusion, one that waits
 * for an explanation, recommendations, a dialogue. Does nothing if it is there, or if the people are not (an earlier version).
 */
export async function workOfTaskForce({ db, clock, blobs }: Deps, today: string): Promise<void> {
  if (await db.selectFrom('taskforce.task_force').select('task_force_id').limit(1).executeTakeFirst()) return
  const people = await actorsOf(db, PEOPLE, today)
  if (!people) return
  const finance = people.officer.agencyId
  const { rows } = await sql<{ id: number }>`
    select t.task_id as id from tasks.task t where t.lead_agency_id = ${finance} and t.state <> 'cancelled'
      and t.assigned_on <= ${addDays(today, -DECIDED)}::date
    order by (t.state = 'confirmed'), t.due_on nulls last, t.task_id limit 4`.execute(db)
  const scope = rows.map(({ id }) => id)
  if (scope.length === 0) return
  /** An instant on the day so many days before today. */
  const before = (days: number) => clock.now().subtract({ hours: 24 * days })
  await db.transaction().execute(async (trx) => {
    const forceId = await force(trx, people, today, before)
    const findingId = await inspected(trx, people, { forceId, finance, scope, today, before, blobs })
    await waiting(trx, people, { forceId, finance, scope, today, before, blobs })
    await recommended(trx, people, { finance, findingId, today, before })
    await dialogue(trx, people, { forceId, finance, today, before })
  })
}

type Before = (days: number) => Temporal.Instant

async function force(
  trx: Trx,
  { keeper, leader, head, member }: People,
  today: string,
  before: Before,
): Promise<number> {
  const now = before(40)
  const from = addDays(today, -60)
  const act = '932/QĐ-MẪU'
  const id = await setUpForce(
    trx,
    { actor: keeper, now },
    {
      name: 'Tổ công tác của Thủ tướng Chính phủ (MẪU)',
      act,
      actOn: from,
      fromOn: from,
      scope: 'Kiểm tra việc thực hiện nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao (MẪU)',
      standingAgencyId: keeper.agencyId,
    },
  )
  const add = (person: KnownActor, role: 'head' | 'standingDeputy' | 'member') =>
    addMember(
      trx,
      { actor: keeper, id, now },
      {
        personId: person.personId!,
        fullName: person.name,
        office: person.title ?? 'Thành viên',
        role,
        fromOn: from,
        act,
      },
    )
  await add(head, 'head')
  await add(leader, 'standingDeputy')
  await add(member, 'member')
  const named = await addMember(
    trx,
    { actor: keeper, id, now },
    {
      fullName: 'Trịnh Sơn Mẫu',
      office: 'Thứ trưởng Bộ Nội vụ (MẪU)',
      role: 'deputy',
      fromOn: from,
      act,
    },
  )
  await setAreas(
    trx,
    { actor: keeper, id: named, version: 1, now },
    { agencyIds: [keeper.agencyId], fromOn: from, act },
  )
  return id
}

interface At {
  forceId: number
  finance: number
  scope: readonly number[]
  today: string
  before: Before
  blobs: Deps['blobs']
}

const version = async (trx: Trx, id: number): Promise<number> =>
  (
    await trx
      .selectFrom('taskforce.inspection')
      .select('version')
      .where('inspection_id', '=', id)
      .executeTakeFirstOrThrow()
  ).version

async function decided(
  trx: Trx,
  { keeper, head }: People,
  { forceId, finance, scope, today, before, blobs }: At,
  what: { title: string; decision: string; days: number },
): Promise<number> {
  const { title, decision, days } = what
  const id = await planInspection(
    trx,
    { actor: keeper, now: before(days) },
    {
      taskForceId: forceId,
      agencyId: finance,
      title,
      form: 'onSite',
      place: 'Trụ sở cơ quan (MẪU)',
      fromOn: addDays(today, 10 - days),
      toOn: addDays(today, 11 - days),
    },
  )
  await decideInspection(
    trx,
    { actor: head, id, version: 1, now: before(days) },
    {
      decision,
      decidedOn: dayInVietnam(before(days)),
      taskIds: [...scope],
      delegation: [
        { fullName: 'Dương Phúc Mẫu', office: 'Tổ trưởng', role: 'head', personId: head.personId! },
        { fullName: keeper.name, office: keeper.title ?? 'Chuyên viên', role: 'secretary', personId: keeper.personId! },
      ],
    },
    { blobs },
  )
  await requestExplanation(
    trx,
    { actor: keeper, id, version: 2, now: before(days - 1) },
    {
      explainBy: addDays(today, 12 - days > 0 ? 12 - days : 7 - days + 5),
      issues: [
        { words: 'Vì sao các nhiệm vụ trong danh sách quá hạn (MẪU)?', papers: 'Báo cáo tiến độ, phân công' },
        { words: 'Trách nhiệm của từng đơn vị (MẪU)?' },
      ],
    },
  )
  return id
}

/** An inspection that was concluded; returns its finding, whose remedy is planned. */
async function inspected(trx: Trx, people: People, at: At): Promise<number> {
  const { keeper, head, officer } = people
  const { today, before, blobs, scope } = at
  const id = await decided(trx, people, at, {
    title: 'Kiểm tra việc thực hiện nhiệm vụ được giao (MẪU)',
    decision: '182/QĐ-TCT-MẪU',
    days: DECIDED,
  })
  const issues = await trx
    .selectFrom('taskforce.issue')
    .select('issue_id')
    .where('inspection_id', '=', id)
    .orderBy('position')
    .execute()
  for (const { issue_id } of issues) {
    const words = 'Đơn vị thiếu người theo dõi; Bộ đã phân công lại (MẪU).'
    const on = addDays(today, -30)
    await explain(
      trx,
      { actor: officer, id, now: before(30) },
      { issueId: issue_id, words, signer: 'Thứ trưởng (MẪU)', on, file: undefined },
      { blobs },
    )
  }
  const ask = async (actor: KnownActor, days: number) => ({
    actor,
    id,
    version: await version(trx, id),
    now: before(days),
  })
  await writeMinutes(trx, await ask(keeper, 25), {
    heldOn: addDays(today, -25),
    place: 'Trụ sở cơ quan (MẪU)',
    officeSide: 'Dương Phúc Mẫu, Tổ trưởng; Trần Bình Mẫu, chuyên viên',
    agencySide: 'Phạm Dung Mẫu, đầu mối theo dõi nhiệm vụ',
    words: 'Hai bên rà soát từng nhiệm vụ trong phạm vi, đối chiếu báo cáo với sản phẩm (MẪU).',
    commitments: 'Bộ bổ sung người theo dõi trong tháng (MẪU).',
  })
  await signMinutes(trx, await ask(head, 25), { blobs })
  await signMinutes(trx, await ask(officer, 24), { blobs })
  await markTask(
    trx,
    { actor: keeper, id: scope[0]!, now: before(24) },
    {
      seen: 'onSpot',
      isTrue: false,
      words: 'Tại chỗ chưa có sản phẩm như báo cáo (MẪU).',
      on: addDays(today, -25),
      inspectionId: id,
    },
  )
  const findingId = await addFinding(
    trx,
    { actor: keeper, id, now: before(23) },
    {
      taskId: scope[0]!,
      issueId: issues[0]!.issue_id,
      fact: 'Nhiệm vụ báo cáo tiến độ không khớp với sản phẩm (MẪU).',
      nature: 'Báo cáo không đúng thực tế (MẪU)',
      degree: 'serious',
      cause: 'people',
      causeWords: 'Một chuyên viên theo dõi quá nhiều nhiệm vụ (MẪU).',
      responsibleWords: 'Văn phòng Bộ (MẪU)',
      evidence: 'Biên bản làm việc; hồ sơ nhiệm vụ (MẪU)',
    },
  )
  await sendFindings(trx, await ask(keeper, 22), {})
  await answerFinding(
    trx,
    { actor: officer, id: findingId, version: 2, now: before(20) },
    { words: 'Bộ tiếp thu, sẽ khắc phục (MẪU).', agrees: true },
  )
  const conclusion = {
    conclusion: '12/KL-TCT-MẪU',
    on: addDays(today, -18),
    words: 'Bộ cơ bản thực hiện đúng hạn; còn một thiếu sót cần khắc phục (MẪU).',
  }
  await concludeInspection(trx, await ask(head, 18), conclusion, { blobs })
  await planRemedy(
    trx,
    { actor: officer, id: findingId, version: 4, now: before(15) },
    {
      words: 'Bổ sung hai chuyên viên theo dõi (MẪU).',
      remedyBy: addDays(today, 15),
    },
  )
  return findingId
}

/** One that waits for the agency's explanation. */
async function waiting(trx: Trx, people: People, at: At): Promise<void> {
  await decided(
    trx,
    people,
    { ...at, scope: at.scope.slice(-2) },
    { title: 'Kiểm tra chuyên đề giải ngân (MẪU)', decision: '198/QĐ-TCT-MẪU', days: 3 },
  )
}

async function recommended(
  trx: Trx,
  { keeper, officer }: People,
  { finance, findingId, today, before }: { finance: number; findingId: number; today: string; before: Before },
): Promise<void> {
  const made = async (words: string, days: number, change: object = {}) => {
    const id = await draftRecommendation(
      trx,
      { actor: keeper, now: before(days) },
      {
        words,
        agencyId: finance,
        dueOn: addDays(today, 30),
        theme: 'Kỷ luật báo cáo',
        sourceKind: 'own',
        ...change,
      },
    )
    await makeRecommendation(trx, { actor: keeper, id, version: 1, now: before(days) })
    return id
  }
  const first = await made('Đề nghị Bộ kiện toàn bộ phận theo dõi nhiệm vụ, báo cáo đúng thực tế (MẪU).', 17, {
    sourceKind: 'finding',
    sourceId: findingId,
  })
  await answerRecommendation(trx, { actor: officer, id: first, version: 2, now: before(12) }, 'accept', {
    words: 'Bộ tiếp thu (MẪU).',
    on: addDays(today, -12),
  })
  await issueRecommendation(
    trx,
    { actor: keeper, id: first, version: 3, now: before(10) },
    {
      title: 'Kiện toàn bộ phận theo dõi nhiệm vụ (MẪU)',
      dueOn: addDays(today, 30),
      leadAgencyId: finance,
      document: '20/TB-MẪU',
      givenOn: addDays(today, -10),
    },
  )
  await made('Đề nghị Bộ công khai tiến độ giải ngân hằng tháng (MẪU).', 2)
}

async function dialogue(
  trx: Trx,
  { keeper }: People,
  { forceId, finance, today, before }: { forceId: number; finance: number; today: string; before: Before },
): Promise<void> {
  const on = addDays(today, -7)
  const id = await planDialogue(
    trx,
    { actor: keeper, now: before(20) },
    {
      taskForceId: forceId,
      title: 'Đối thoại với Hội đồng tư vấn (MẪU)',
      form: 'mixed',
      partner: 'Hội đồng tư vấn cải cách thủ tục hành chính (MẪU)',
      heldOn: on,
    },
  )
  await askQuestions(
    trx,
    { actor: keeper, id, now: before(8) },
    {
      questions: QUESTIONS.map(([asker, askerKind, words]) => ({ asker, askerKind, words })),
    },
  )
  await holdDialogue(
    trx,
    { actor: keeper, id, version: 1, now: before(7) },
    { heldOn: on, participants: '30 doanh nghiệp, 5 hiệp hội (MẪU)' },
  )
  const asked = await trx
    .selectFrom('taskforce.question')
    .select(['question_id', 'version'])
    .where('dialogue_id', '=', id)
    .orderBy('position')
    .execute()
  await sortQuestions(
    trx,
    { actor: keeper, id, now: before(6) },
    {
      questions: asked.flatMap(({ question_id, version: seen }, place) =>
        QUESTIONS[place]![3]
          ? [{ id: question_id, version: seen, class: 'clear' as const, agencyId: finance, dueOn: addDays(today, 9) }]
          : [],
      ),
    },
  )
}
