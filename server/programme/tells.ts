/**
 * Whom an act tells: what the office decides or sends back goes to the people of the lead; what the lead asks, submits or
 * promises goes to those who keep the programme, and what is to be decided to those who record decisions.
 */
import { sql } from 'kysely'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import type { Right } from '../platform/rights.ts'
import { noted, type Tell, type Telling, type TellKind, type TellReason, type Told } from '../platform/tell.ts'
import { overseersOf, type Worker, workersOf } from '../registry/index.ts'
import type { ProgrammeDb } from './db.ts'
import type { ProgrammeEvent } from './events.ts'

type Act = Parameters<Tell['tell']>[1]
interface Occasion {
  trx: AnyTransaction
  act: Act
  on: string
  item: { item_id: number; code: string; name: string; lead_agency_id: number; due_on: string }
}

const asTold =
  (why: TellReason) =>
  ({ personId, agencyId, isFocal }: Worker): Told => ({ personId, agencyId, isFocal, why })

async function occasionOf(trx: AnyTransaction, act: Act): Promise<Occasion> {
  const item = await within<ProgrammeDb>(trx)
    .selectFrom('programme.item')
    .select(['item_id', 'code', 'name', 'lead_agency_id', 'due_on'])
    .where('item_id', '=', Number(act.subject.id))
    .executeTakeFirstOrThrow()
  return { trx, act, on: dayInVietnam(act.at), item }
}

const leads = async ({ trx, item, on }: Occasion): Promise<Told[]> =>
  (await workersOf(trx, [item.lead_agency_id], 'programme.submit', on)).map(asTold('lead'))
const office = async ({ trx, on }: Occasion, right: Right): Promise<Told[]> =>
  (await overseersOf(trx, right, on)).map(asTold('followUp'))

const telling = ({ item, act }: Occasion, kind: TellKind, people: readonly Told[], note?: string): Telling => ({
  kind,
  about: {
    code: item.code,
    title: item.name,
    to: `/chuong-trinh-cong-tac/${item.item_id}`,
    note: note ?? noted(act.detail, 'reason', 'string') ?? noted(act.detail, 'note', 'string') ?? null,
  },
  people,
})

const toLead = (kind: TellKind, note?: (at: Occasion) => string) => async (at: Occasion) => [
  telling(at, kind, await leads(at), note?.(at)),
]
const toOffice =
  (kind: TellKind, right: Right, note?: (at: Occasion) => string | undefined) => async (at: Occasion) => [
    telling(at, kind, await office(at, right), note?.(at)),
  ]
const due = ({ item }: Occasion) => `Hạn trình ${formatDay(item.due_on)}`

const WHOM: Partial<Record<ProgrammeEvent, (at: Occasion) => Promise<Telling[]>>> = {
  'item.added': toLead('assignment', due),
  'item.registered': toOffice('request', 'programme.decide'),
  'item.changeAsked': toOffice('request', 'programme.decide'),
  'item.changeWithdrawn': toOffice('change', 'programme.decide'),
  'item.changeGranted': toLead('decision', due),
  'item.changeRefused': toLead('decision'),
  'item.corrected': toLead('change'),
  'item.submitted': toOffice('completion', 'programme.keep', ({ act }) => noted(act.after, 'number', 'string')),
  'item.fileComplete': toLead('decision'),
  'item.fileReturned': toLead('sentBack'),
  'item.considered': toLead('decision'),
  'item.revising': toLead('sentBack'),
  'item.signed': toLead('change'),
  'item.issued': toLead('change'),
  'item.annulled': toLead('change'),
  'item.recoveryPromised': toOffice('report', 'programme.keep', ({ act }) => {
    const day = noted(act.after, 'recoverBy', 'string')
    return day && `Cam kết trình trước hết ngày ${formatDay(day)}`
  }),
  'item.movedBySuccession': toLead('reorganisation', due),
}

/** Of an annex: each lead once, with how many of its entries it brought. */
async function annexConfirmed(trx: AnyTransaction, act: Act): Promise<Telling[]> {
  const importId = noted(act.after, 'importId', 'number') ?? 0
  const { rows } = await sql<{ lead: number; n: number; title: string; programme: number }>`
    select i.lead_agency_id as lead, count(*)::integer as n, p.title, p.programme_id as programme
    from programme.item i join programme.import m on m.import_id = i.import_id
    join programme.programme p on p.programme_id = m.programme_id
    where i.import_id = ${importId} group by 1, 3, 4`.execute(within<ProgrammeDb>(trx))
  const workers = await workersOf(
    trx,
    rows.map(({ lead }) => lead),
    'programme.submit',
    dayInVietnam(act.at),
  )
  return rows.map(({ lead, n, title, programme }) => ({
    kind: 'assignment' as const,
    about: {
      code: null,
      title,
      to: `/chuong-trinh-cong-tac?tab=list&programmeId=${programme}`,
      note: `${n} đề án do cơ quan chủ trì`,
    },
    people: workers.filter(({ agencyId }) => agencyId === lead).map(asTold('lead')),
  }))
}

async function plansCalled(trx: AnyTransaction, act: Act): Promise<Telling[]> {
  const id = Number(act.subject.id)
  const { rows } = await sql<{ agency: number; number: string; title: string; due: string | null }>`
    select d.agency_id as agency, c.number, c.title, c.due_on as due
    from programme.plan_duty d join programme.plan_call c on c.plan_call_id = d.plan_call_id where c.plan_call_id = ${id}`.execute(
    within<ProgrammeDb>(trx),
  )
  const first = rows[0]
  if (!first) return []
  const workers = await workersOf(
    trx,
    rows.map(({ agency }) => agency),
    'programme.register',
    dayInVietnam(act.at),
  )
  const note = `Ban hành kế hoạch triển khai${first.due === null ? '' : ` trước hết ngày ${formatDay(first.due)}`}`
  const about = { code: first.number, title: first.title, to: `/chuong-trinh-cong-tac?tab=plans&call=${id}`, note }
  return [{ kind: 'assignment', about, people: workers.map(asTold('lead')) }]
}

export const programmeTells: readonly Tell[] = [
  ...Object.entries(WHOM).map(
    ([event, tell]): Tell => ({ events: [event], tell: async (trx, act) => tell(await occasionOf(trx, act)) }),
  ),
  { events: ['annex.confirmed'], tell: annexConfirmed },
  { events: ['planCall.made'], tell: plansCalled },
]
