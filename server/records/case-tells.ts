/** Whom the acts on case files tell: the keeper, the archive, the leaders who decide. */
import { sql } from 'kysely'
import { dayInVietnam } from '../platform/calendar.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import type { Right } from '../platform/rights.ts'
import { noted, type Tell, type Telling, type Told } from '../platform/tell.ts'
import { workersOf } from '../registry/index.ts'
import type { RecordsDb } from './db.ts'

type Act = Parameters<Tell['tell']>[1]

const workers = async (trx: AnyTransaction, agencyId: number, right: Right, act: Act): Promise<Told[]> =>
  (await workersOf(trx, [agencyId], right, dayInVietnam(act.at))).map(({ personId, isFocal }) => ({
    personId,
    agencyId,
    why: 'recipient',
    isFocal,
  }))
const telling = (title: string, to: string, people: readonly Told[], note: string | null = null): Telling[] => [
  { kind: 'document', about: { code: null, title, to, note }, people },
]
const reasonOf = ({ detail }: Act) => noted(detail, 'reason', 'string') ?? noted(detail, 'note', 'string') ?? null

/** The keeper while they work in the body; else those of the unit who can take the case on. */
async function keeperReminded(trx: AnyTransaction, act: Act): Promise<Telling[]> {
  const keeperId = noted(act.detail, 'keeperId', 'number')!
  const unitId = noted(act.detail, 'unitId', 'number')!
  const on = dayInVietnam(act.at)
  const { rows } = await sql`
    select from registry.person_card p join records.case_file c on c.case_id = ${Number(act.subject.id)}
    where p.person_id = ${keeperId} and p.valid @> ${on}::date
      and p.agency_id = any(registry.reach(array[c.agency_id], ${on}::date)) limit 1`.execute(within<RecordsDb>(trx))
  const people: Told[] =
    rows.length > 0
      ? [{ personId: keeperId, agencyId: null, why: 'owner' }]
      : await workers(trx, unitId, 'records.draft', act)
  const to = rows.length > 0 ? '/van-ban/ho-so?state=dueForArchive&isMine=true' : '/van-ban/ho-so?state=dueForArchive'
  return telling(`${noted(act.detail, 'cases', 'number')} hồ sơ đến hạn nộp lưu trữ`, to, people)
}

async function retentionEnded(trx: AnyTransaction, act: Act): Promise<Telling[]> {
  const agencyId = noted(act.detail, 'agencyId', 'number')!
  return telling(
    `${noted(act.detail, 'cases', 'number')} hồ sơ đã hết thời hạn bảo quản`,
    '/van-ban/luu-tru?tab=ended',
    await workers(trx, agencyId, 'records.archive', act),
  )
}

interface HandOverTold {
  id: number
  agency_id: number
  unit: string
  offered_by_id: number
  cases: number
}
async function handOverOf(trx: AnyTransaction, act: Act): Promise<HandOverTold> {
  const { rows } = await sql<HandOverTold>`
    select h.hand_over_id as id, h.agency_id, h.offered_by_id,
           (select a.name from registry.agency_latest a where a.agency_id = h.unit_id) as unit,
           (select count(*) from records.hand_over_case x where x.hand_over_id = h.hand_over_id)::integer as cases
    from records.hand_over h where h.hand_over_id = ${Number(act.subject.id)}`.execute(within<RecordsDb>(trx))
  return rows[0]!
}
async function handOverOffered(trx: AnyTransaction, act: Act): Promise<Telling[]> {
  const { id, unit, cases, agency_id } = await handOverOf(trx, act)
  const people = await workers(trx, agency_id, 'records.archive', act)
  return telling(`${unit} giao nộp ${cases} hồ sơ`, `/van-ban/luu-tru/giao-nop/${id}`, people)
}
async function handOverAnswered(trx: AnyTransaction, act: Act): Promise<Telling[]> {
  const { id, offered_by_id, cases } = await handOverOf(trx, act)
  const returned = noted(act.after, 'returned', 'number') ?? 0
  const title =
    act.event === 'handOver.returned'
      ? `Lưu trữ trả lại ${cases} hồ sơ đã giao nộp`
      : returned > 0
        ? `Lưu trữ nhận ${cases - returned} hồ sơ, trả lại ${returned} hồ sơ`
        : `Lưu trữ đã nhận ${cases} hồ sơ`
  const people: Told[] = [{ personId: offered_by_id, agencyId: null, why: 'preparer' }]
  return telling(title, `/van-ban/luu-tru/giao-nop/${id}`, people, reasonOf(act))
}

const destruction =
  (words: string, to: 'leaders' | 'proposer') =>
  async (trx: AnyTransaction, act: Act): Promise<Telling[]> => {
    const { rows } = await sql<{ id: number; agency_id: number; proposed_by_id: number; cases: number }>`
      select d.destruction_id as id, d.agency_id, d.proposed_by_id,
             (select count(*) from records.destruction_case x where x.destruction_id = d.destruction_id)::integer as cases
      from records.destruction d where d.destruction_id = ${Number(act.subject.id)}`.execute(within<RecordsDb>(trx))
    const { id, agency_id, proposed_by_id, cases } = rows[0]!
    const people: Told[] =
      to === 'leaders'
        ? await workers(trx, agency_id, 'records.sign', act)
        : [{ personId: proposed_by_id, agencyId: null, why: 'preparer' }]
    return telling(`${words} (${cases} hồ sơ)`, `/van-ban/luu-tru/huy/${id}`, people, reasonOf(act))
  }

export const caseTells: readonly Tell[] = [
  { events: ['case.keeperReminded'], tell: keeperReminded },
  { events: ['case.retentionEnded'], tell: retentionEnded },
  { events: ['handOver.offered'], tell: handOverOffered },
  { events: ['handOver.accepted', 'handOver.returned'], tell: handOverAnswered },
  { events: ['destruction.considered'], tell: destruction('Đề nghị hủy tài liệu chờ quyết định', 'leaders') },
  { events: ['destruction.decided'], tell: destruction('Đã có quyết định hủy tài liệu', 'proposer') },
  { events: ['destruction.declined'], tell: destruction('Đề nghị hủy tài liệu không được chấp thuận', 'proposer') },
]
