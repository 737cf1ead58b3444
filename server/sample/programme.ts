import { sql } from 'kysely'
import type { KnownActor } from '../platform/actor.ts'
import { addDays, monthEnd, VIETNAM } from '../platform/calendar.ts'
import type { Database, Transaction } from '../platform/db.ts'
import type { Deps } from '../platform/room.ts'
import {
  addItem,
  askChange,
  callForPlans,
  checkFile,
  closeYear,
  decideChange,
  foundProgramme,
  giveTask,
  issueDetailing,
  issuePlan,
  issueProgramme,
  issueText,
  oweDetailing,
  planStep,
  promiseRecovery,
  setSitting,
  sign,
  submit,
} from '../programme/index.ts'
import { resolveMany } from '../registry/index.ts'
import { actorsOf } from './people.ts'
import { type Entry, entriesOf2020, entriesOf2021, entriesOfYear, weekdayIn } from './programme-entries.ts'

/**
 * The work programme of 2020, 2021 and the running year, through the acts of the room: as of 28/02/2021 44 entries were due in
 * two months, 32 submitted, 12 owed (16 of 46 a year before), 47 due in March; 19 of 22 ministries and 35 of 63 provinces had
 * their action plans. Before the sample's people exist, so that no bell rings for what was years ago. A part that is
 * there already stays as it is. Returns how many entries there are.
 */
export async function planProgramme(deps: Deps, today: string): Promise<number> {
  const people = await peopleOf(deps)
  const year = Number(today.slice(0, 4))
  const plan = { today, entries: entriesOf2020() }
  await yearOf(deps, people, { ...plan, year: 2020, actOn: '2020-01-02', number: '03/QĐ-TTg' })
  const of2021 = { ...plan, year: 2021, actOn: '2021-01-05', number: '06/QĐ-TTg', closes: 2020 }
  await yearOf(deps, people, { ...of2021, entries: entriesOf2021() })
  await plansOf2021(deps, people, today)
  if (year > 2021) {
    const entries = entriesOfYear(year, today)
    await yearOf(deps, people, { today, year, entries, actOn: `${year - 1}-12-29`, number: `1${year % 100}/QĐ-TTg` })
    await workOfToday(deps, people, today)
  }
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from programme.item`.execute(deps.db)
  return rows[0]!.n
}

interface People {
  keeper: KnownActor
  leader: KnownActor
  /** An officer of an agency, who submits for it. */
  of: (agencyId: number) => KnownActor
}

/** The people of these acts, by the names of the sample's accounts, which are added later. */
async function peopleOf({ db }: Deps): Promise<People> {
  const office = await db
    .selectFrom('registry.agency')
    .select('agency_id')
    .where('slug', '=', 'van-phong-chinh-phu')
    .executeTakeFirstOrThrow()
  const bare = {
    userId: 'du-lieu-mau',
    personId: null,
    agencyName: 'Văn phòng Chính phủ',
    agencyId: office.agency_id,
    own: [office.agency_id],
    seen: null,
    followerId: null,
    onBehalfOf: null,
    title: null,
    sample: true,
    isTwoFactor: false,
  }
  const keeper: KnownActor = {
    ...bare,
    name: 'Trần Bình Mẫu',
    role: 'followUp',
    rights: ['programme.keep', 'task.steer'],
  }
  return {
    keeper,
    leader: {
      ...bare,
      name: 'Đặng Khoa Mẫu',
      role: 'followUpLeader',
      rights: ['programme.keep', 'programme.decide', 'task.steer'],
    },
    of: (agencyId) => ({
      ...bare,
      name: 'Đầu mối của cơ quan (MẪU)',
      role: 'officer',
      rights: ['programme.register', 'programme.submit'],
      agencyId,
      own: [agencyId],
      seen: [agencyId],
    }),
  }
}

const at = (day: string, time = '09:00') =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: VIETNAM, plainTime: time }).toInstant()

type Trx = Transaction<Database>

/** The programme of a year from its annex, and what became of each entry, all in their order of days. */
async function yearOf(
  deps: Deps,
  people: People,
  plan: { year: number; actOn: string; number: string; entries: readonly Entry[]; today: string; closes?: number },
): Promise<void> {
  const { keeper } = people
  if (plan.actOn > plan.today) return
  const title = `Chương trình công tác năm ${plan.year}`
  const first = `${plan.year}-01-01`
  const known = deps.db.selectFrom('programme.programme').select('programme_id').where('first_on', '=', first)
  if (await known.where('kind', '=', 'year').executeTakeFirst()) return
  const now = at(plan.actOn)
  await deps.db.transaction().execute(async (trx) => {
    const programmeId = await foundProgramme(trx, { actor: keeper, now }, { kind: 'year', on: first, title })
    const act = { actNumber: plan.number, actOn: plan.actOn }
    await issueProgramme(trx, { actor: keeper, id: programmeId, version: 1, now }, act)
    const leads = [...new Set(plan.entries.map(({ lead }) => lead))]
    const agencies = new Map(
      (await resolveMany(trx, leads, plan.actOn)).map(({ agency }, n) => [leads[n]!, agency!.id]),
    )
    const items: Item[] = []
    for (const { name, lead, month, level, inCharge } of plan.entries) {
      const leadAgencyId = agencies.get(lead)!
      const input = { programmeId, name, level, leadAgencyId, month: month.slice(0, 7), inCharge, ...act }
      const { id } = await addItem(trx, { actor: keeper, now }, input)
      items.push({ id, name, lead: leadAgencyId })
    }
    if (plan.closes !== undefined && addDays(plan.actOn, 5) <= plan.today)
      await closeYear(trx, { actor: keeper, now: at(addDays(plan.actOn, 5)) }, plan.closes)
    for (const [place, entry] of plan.entries.entries()) {
      await live(deps, trx, people, { ...entry, place, item: items[place]!, today: plan.today })
    }
  })
}

interface Item {
  id: number
  name: string
  lead: number
}

async function live(
  deps: Deps,
  trx: Trx,
  people: People,
  { fate, month, place, item, today }: Entry & { place: number; item: Item; today: string },
): Promise<void> {
  const { id } = item
  let version = 1
  const officer = people.of(item.lead)
  const ask = (actor: KnownActor, day: string) => ({ actor, id, version, now: at(day) })
  const send = async (sentOn: string, number: number) => {
    const input = {
      number: `${number}/TTr-MẪU`,
      sentOn,
      receivedOn: sentOn,
      // Of the year's programme: the register gives a number once a year, and some are sent in the next.
      registryNumber: String(Number(month.slice(2, 4)) * 10_000 + number),
      file: undefined,
    }
    version = await submit(trx, ask(people.keeper, sentOn), input, deps)
  }
  const change = async (input: Parameters<typeof askChange>[2], actOn: string, by: KnownActor) => {
    version = await askChange(trx, ask(by, actOn), input)
    const { change_id: changeId } = await trx
      .selectFrom('programme.change')
      .select('change_id')
      .where('item_id', '=', id)
      .orderBy('change_id', 'desc')
      .executeTakeFirstOrThrow()
    const decision = {
      decision: 'granted' as const,
      decider: 'Phó Thủ tướng Mẫu Một',
      actNumber: `${100 + place}/VPCP-MẪU`,
      actOn,
    }
    version = await decideChange(trx, ask(people.leader, actOn), { ...decision, changeId })
  }
  let sentOn: string
  // What is to come has not happened yet.
  const isToCome = (day: string) => day > today
  switch (fate.kind) {
    case 'waits':
      return
    case 'stopped':
      if (isToCome(fate.on)) return
      return change(
        { kind: 'stop', reason: 'Nội dung đã được quy định tại văn bản khác (MẪU)' },
        fate.on,
        people.keeper,
      )
    case 'postponed':
      if (isToCome(fate.actOn)) return
      await change(
        {
          kind: 'postpone',
          reason: 'Chờ ý kiến thống nhất của các bộ (MẪU)',
          newMonth: fate.newMonth,
          answerable: 'Thứ trưởng (MẪU)',
        },
        fate.actOn,
        officer,
      )
      sentOn = fate.sentOn
      break
    case 'late':
      sentOn = fate.sentOn
      break
    default: {
      // Early enough for the stricter regulation too.
      const day = weekdayIn(month, 12 + (place % 10))
      sentOn = day
    }
  }
  if (isToCome(sentOn)) return
  if (fate.kind === 'returnedOnce') {
    await send(addDays(sentOn, -6), 900 + place)
    version = await checkFile(trx, ask(people.keeper, addDays(sentOn, -4)), {
      outcome: 'returned',
      there: await partsOf(trx, item.id, ABSENT),
      reasons: ['Thiếu bản tổng hợp, tiếp thu, giải trình ý kiến (MẪU)', 'Tờ trình chưa ký số (MẪU)'],
    })
  }
  await send(sentOn, place + 1)
  const later = (days: number) => (addDays(sentOn, days) < today ? addDays(sentOn, days) : today)
  // The newest files wait for the check.
  if (isToCome(addDays(sentOn, 3))) return
  version = await checkFile(trx, ask(people.keeper, later(2)), {
    outcome: 'complete',
    there: await partsOf(trx, item.id),
  })
  // Of the older years one text in three was followed to its issue.
  if (isToCome(addDays(sentOn, 40)) || (place % 3 !== 0 && sentOn.slice(0, 4) < today.slice(0, 4))) return
  version = await sign(trx, ask(people.keeper, later(30)), {
    number: `${place + 1}/${month.slice(0, 4)}/MẪU`,
    signedOn: later(30),
    signer: 'Thủ tướng (MẪU)',
  })
  version = await issueText(trx, ask(people.keeper, later(33)), { issuedOn: later(32), effectOn: addDays(sentOn, 75) })
}

const ABSENT = 'Bản tổng hợp, tiếp thu, giải trình ý kiến'

/** The parts of the list that the check finds in the last file of an entry: all but one, if that is absent. */
async function partsOf(trx: Transaction<Database>, itemId: number, absent?: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select p.name from programme.submission_part p
    where p.submission_id = (select max(s.submission_id) from programme.submission s where s.item_id = ${itemId})
    order by p.position`.execute(trx)
  return rows.map(({ name }) => name).filter((name) => name !== absent)
}

/** As of 24/02/2021 19 of 22 ministries and 35 of 63 provinces had issued their plan for the resolution of the year. */
async function plansOf2021(deps: Deps, { keeper }: People, today: string): Promise<void> {
  if (today < '2021-01-05') return
  if (await deps.db.selectFrom('programme.plan_call').select('plan_call_id').limit(1).executeTakeFirst()) return
  await deps.db.transaction().execute(async (trx) => {
    const id = await callForPlans(
      trx,
      { actor: keeper, now: at('2021-01-05') },
      {
        number: '02/NQ-CP',
        title:
          'Tiếp tục thực hiện nhiệm vụ, giải pháp cải thiện môi trường kinh doanh, nâng cao năng lực cạnh tranh năm 2021 (MẪU)',
        calledOn: '2021-01-01',
        dueOn: '2021-01-20',
        words: 'ban hành Kế hoạch triển khai trước ngày 20 tháng 01 năm 2021',
        ministries: true,
        provinces: true,
      },
    )
    const { rows } = await sql<{ id: number; group: string; place: number }>`
      select d.plan_duty_id as id, d.agency_group as "group",
             (row_number() over (partition by d.agency_group order by d.plan_duty_id))::integer as place
      from programme.plan_duty d where d.plan_call_id = ${id}`.execute(trx)
    for (const duty of rows) {
      const inTime = duty.group === 'ministry' ? 19 : 35
      const day =
        duty.place <= inTime
          ? addDays('2021-01-08', (duty.place * 5) % 46)
          : addDays('2021-03-03', (duty.place * 3) % 40)
      const input = {
        number: `${duty.place}/KH-MẪU`,
        issuedOn: day,
        title: 'Kế hoạch triển khai Nghị quyết (MẪU)',
        file: undefined,
      }
      await issuePlan(trx, { actor: keeper, id: duty.id, now: at(day, '15:00') }, input, deps)
    }
  })
}

/** What is under way: a file that was returned, a request, a promise, steps, texts that laws left, the week. */
async function workOfToday(deps: Deps, people: People, today: string): Promise<void> {
  const { keeper, of } = people
  if (await deps.db.selectFrom('programme.sitting').select('sitting_id').limit(1).executeTakeFirst()) return
  await deps.db.transaction().execute(async (trx) => {
    const { rows } = await sql<Item & { version: number; due: string; isOwed: boolean }>`
      select i.item_id as id, i.name, i.lead_agency_id as lead, i.version, i.due_on as due, i.due_on < ${today}::date as "isOwed"
      from programme.item i where i.state = 'planned' order by i.due_on, i.item_id`.execute(trx)
    const owed = rows.filter(({ isOwed }) => isOwed)
    const coming = rows.filter(({ isOwed }) => !isOwed)
    const yesterday = addDays(today, -1)
    if (owed[0]) {
      await promiseRecovery(
        trx,
        { actor: of(owed[0].lead), id: owed[0].id, version: owed[0].version, now: at(addDays(today, -5)) },
        {
          recoverBy: addDays(today, 9),
          reason: 'Đang hoàn thiện hồ sơ theo ý kiến thẩm định (MẪU)',
          byWhom: 'Thứ trưởng phụ trách (MẪU)',
        },
      )
    }
    if (owed[1]) {
      const about = { id: owed[1].id, actor: keeper }
      const input = {
        number: '77/TTr-MẪU',
        sentOn: addDays(today, -8),
        registryNumber: '3077',
        file: undefined,
      }
      const version = await submit(
        trx,
        { ...about, version: owed[1].version, now: at(addDays(today, -8)) },
        input,
        deps,
      )
      await checkFile(
        trx,
        { actor: keeper, id: owed[1].id, version, now: at(addDays(today, -6)) },
        {
          outcome: 'returned',
          there: await partsOf(trx, owed[1].id, ABSENT),
          reasons: ['Tờ trình chưa nêu rõ ý kiến khác nhau (MẪU)'],
        },
      )
    }
    const waiting = coming.at(-1)
    if (waiting) {
      const newMonth = addDays(monthEnd(waiting.due), 20).slice(0, 7)
      await askChange(
        trx,
        { actor: of(waiting.lead), id: waiting.id, version: waiting.version, now: at(yesterday) },
        {
          kind: 'postpone',
          newMonth,
          reason: 'Luật liên quan chưa được thông qua (MẪU)',
          answerable: 'Thứ trưởng phụ trách (MẪU)',
        },
      )
    }
    if (coming[0] && coming[0] !== waiting) {
      const about = { actor: of(coming[0].lead), id: coming[0].id, now: at(yesterday) }
      const version = await planStep(
        trx,
        { ...about, version: coming[0].version },
        { kind: 'consultation', doneOn: yesterday, note: '12/15 bộ đã trả lời (MẪU)' },
      )
      await planStep(trx, { ...about, version }, { kind: 'appraisal', plannedOn: addDays(today, 6) })
    }
    await textsOwed(
      trx,
      keeper,
      today,
      rows.map(({ lead }) => lead),
    )
    await weekOf(trx, keeper, today, coming[0]?.id)
  })
}

async function textsOwed(trx: Trx, keeper: KnownActor, today: string, leads: readonly number[]): Promise<void> {
  const laws = [
    { number: '11/MẪU/QH15', title: 'Luật về giao dịch (MẪU)', effectOn: addDays(today, -120) },
    { number: '12/MẪU/QH15', title: 'Luật về dữ liệu (MẪU)', effectOn: addDays(today, -40) },
    { number: '13/MẪU/QH16', title: 'Luật về quy hoạch (MẪU)', effectOn: addDays(today, 60) },
  ]
  for (const [place, law] of laws.entries()) {
    for (const clause of ['Điều 5 khoản 3', 'Điều 12 khoản 2', 'Điều 20']) {
      const made = addDays(law.effectOn, -200)
      const n = place * 3 + Number(clause.length % 3)
      const id = await oweDetailing(
        trx,
        { actor: keeper, now: at(made < today ? made : today) },
        {
          lawNumber: law.number,
          lawTitle: law.title,
          lawEffectOn: law.effectOn,
          clause,
          name: `Nghị định quy định chi tiết ${clause} ${law.title}`,
          textKind: 'decree',
          leadAgencyId: leads[n % leads.length]!,
        },
      )
      if (place > 1 || clause === 'Điều 20') continue
      const issuedOn = addDays(law.effectOn, clause.endsWith('3') ? -10 : 25)
      if (issuedOn >= today) continue
      await issueDetailing(
        trx,
        { actor: keeper, id, version: 1, now: at(issuedOn, '16:00') },
        { number: `${place}${clause.length}/MẪU/NĐ-CP`, issuedOn, effectOn: addDays(issuedOn, 15) },
      )
    }
  }
}

async function weekOf(trx: Trx, keeper: KnownActor, today: string, itemId: number | undefined): Promise<void> {
  const monday = addDays(today, 1 - Temporal.PlainDate.from(today).dayOfWeek)
  const lines = [
    [0, '08:00', '11:30', 'Họp Thường trực Chính phủ (MẪU)', 'Trụ sở Chính phủ', 'Thủ tướng Mẫu'],
    [1, '14:00', '17:00', 'Làm việc với Bộ Tài chính về giải ngân (MẪU)', 'Trụ sở Chính phủ', 'Phó Thủ tướng Mẫu Một'],
    [2, '08:00', '10:00', 'Họp về dự thảo Nghị định (MẪU)', 'Phòng họp số 2', 'Phó Thủ tướng Mẫu Hai'],
    [3, '14:00', '16:30', 'Hội nghị trực tuyến với địa phương (MẪU)', 'Trụ sở Chính phủ', 'Thủ tướng Mẫu'],
    [4, '08:30', '11:00', 'Tiếp công dân (MẪU)', 'Trụ sở Tiếp công dân trung ương', 'Phó Thủ tướng Mẫu Ba'],
  ] as const
  for (const [day, from, to, title, place, chair] of lines) {
    const input = {
      on: addDays(monday, day),
      from,
      to,
      title,
      place,
      chair,
      ...(day === 2 && itemId ? { itemId } : {}),
    }
    await setSitting(trx, { actor: keeper, now: at(today, '07:00') }, input)
  }
}

/** A task "trình …" for the entry that is due next, given by the sample's follow-up officer: its submission closes it. */
export async function taskOfEntry({ db, clock }: Deps, today: string): Promise<void> {
  if (
    await db.selectFrom('programme.item').select('item_id').where('task_id', 'is not', null).limit(1).executeTakeFirst()
  )
    return
  const people = await actorsOf(db, { actor: 'theodoi' }, today)
  const { rows } = await sql<{ id: number; version: number }>`
    select i.item_id as id, i.version from programme.item i join registry.agency a on a.agency_id = i.lead_agency_id
    where i.state = 'planned' and i.due_on > ${today}::date and a.slug <> all('{bo-tai-chinh,bo-y-te}')
    order by i.due_on, i.item_id limit 1`.execute(db)
  if (!people || !rows[0]) return
  await db.transaction().execute((trx) => giveTask(trx, { actor: people.actor, ...rows[0]!, now: clock.now() }))
}
