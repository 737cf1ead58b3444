/** Nomenclatures, case files and their way to the archive, through the acts of those who keep them. */
import { sql } from 'kysely'
import { VIETNAM } from '../../platform/calendar.ts'
import type { Database, Transaction } from '../../platform/db.ts'
import type { Deps } from '../../platform/room.ts'
import {
  acceptHandOver,
  addDocument,
  closeCase,
  issueNomenclature,
  makeNomenclature,
  offerCases,
  openCase,
  setLines,
} from '../../records/index.ts'
import type { Year } from './incoming.ts'
import type { Body } from './office.ts'

type Trx = Transaction<Database>

/** Lines of a nomenclature: what a case is called, and for how many years it is kept; null: permanently. */
const LINES: readonly (readonly [title: string, years: number | null])[] = [
  ['Hồ sơ xây dựng chương trình, kế hoạch công tác năm (MẪU)', null],
  ['Hồ sơ báo cáo tổng kết công tác năm (MẪU)', null],
  ['Hồ sơ trả lời vướng mắc của địa phương, đơn vị (MẪU)', 10],
  ['Hồ sơ góp ý dự thảo văn bản của cơ quan khác (MẪU)', 10],
  ['Hồ sơ đôn đốc thực hiện nhiệm vụ được giao (MẪU)', 15],
  ['Hồ sơ tổ chức hội nghị, cuộc họp (MẪU)', 10],
  ['Tập lưu giấy mời, văn bản gửi để biết (MẪU)', 5],
]
/** Of the lines of the year before last that were closed: these went to the archive, the next waits there. */
const [ACCEPTED, OFFERED] = [3, 1]
/** Documents in a case, at most. */
const MOST = 6

const at = (day: string, time = '09:00') =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: VIETNAM, plainTime: time }).toInstant()

/**
 * A nomenclature of the year before, whose cases were closed and partly handed over, and one of this year with open cases. Documents
 * go into cases by what they are about.
 */
export async function keepCases(trx: Trx, deps: Deps, body: Body, { to, calendar }: Year): Promise<void> {
  const thisYear = Number(to.slice(0, 4))
  const past = await casesOf(trx, body, thisYear - 1, { to, calendar })
  if (past.length > 0) await handOver(trx, deps, body, past, to)
  await casesOf(trx, body, thisYear, { to, calendar })
}

/** The cases of a year: opened at its beginning, filled, and closed where the year has ended. */
async function casesOf(
  trx: Trx,
  body: Body,
  year: number,
  { to, calendar }: Pick<Year, 'to' | 'calendar'>,
): Promise<number[]> {
  const { drafter, clerk } = body
  const first = calendar.addWorkingDays(`${year}-01-01`, 3)
  // Posts of the sample begin in 2020; this year may have just begun.
  if (first < '2020-01-15' || first > to) return []
  const now = at(first)
  const classes = await classesOn(trx, first)
  const nomenclatureId = await makeNomenclature(trx, { actor: clerk, now }, { year })
  const version = await setLines(
    trx,
    { actor: clerk, id: nomenclatureId, version: 1, now },
    {
      lines: LINES.map(([title, years], place) => ({
        heading: 'I. Văn phòng',
        code: `VP.${String(place + 1).padStart(2, '0')}`,
        title: `${title}`,
        retentionClassId: classes.get(years)!,
        unitId: drafter.agencyId,
        keeperId: drafter.personId!,
      })),
    },
  )
  await issueNomenclature(
    trx,
    { actor: clerk, id: nomenclatureId, version, now },
    { number: `0${1 + (year % 7)}/QĐ-VP-MẪU`, issuedOn: first },
  )
  const { rows: lines } = await sql<{ id: number }>`
    select nomenclature_line_id as id from records.nomenclature_line where nomenclature_id = ${nomenclatureId} order by position`.execute(
    trx,
  )
  const cases: number[] = []
  for (const [place, { id: lineId }] of lines.entries()) {
    const id = await openCase(trx, { actor: drafter, now }, { lineId })
    for (const document of await documentsFor(trx, body, year, place))
      await addDocument(trx, { actor: drafter, id, now: at(earlier(`${year}-12-20`, to)) }, document)
    cases.push(id)
  }
  return cases
}

const earlier = (one: string, other: string) => (one < other ? one : other)

/** Each class that is in force, by its years. */
async function classesOn(trx: Trx, day: string): Promise<Map<number | null, number>> {
  const { rows } = await sql<{ years: number | null; id: number }>`
    select distinct on (years) years, retention_class_id as id from records.retention_class
    where agency_id is null and valid @> ${day}::date order by years, retention_class_id`.execute(trx)
  return new Map(rows.map(({ years, id }) => [years, id]))
}

/** Documents of a year that the keeper was given and finished, and that they drafted: every seventh of each, from another for each case. */
async function documentsFor(trx: Trx, { drafter, agencyId }: Body, year: number, place: number) {
  const { rows } = await sql<{ kind: 'incoming' | 'outgoing'; documentId: number }>`
    select w.kind, w.id::bigint as "documentId" from (
      select 'incoming' as kind, i.incoming_id as id, row_number() over (order by i.incoming_id) as place
      from records.incoming i where i.agency_id = ${agencyId} and i.year = ${year} and i.state = 'done'
        and exists (select from records.handling h where h.incoming_id = i.incoming_id and h.person_id = ${drafter.personId})
      union all
      select 'outgoing', o.outgoing_id, row_number() over (order by o.outgoing_id)
      from records.outgoing o where o.drafter_id = ${drafter.personId} and o.year = ${year} and o.state = 'issued'
    ) w
    where w.place % ${LINES.length} = ${place}
    order by w.kind, w.id limit ${MOST}`.execute(trx)
  return rows
}

/** The cases are closed at the end of their year; some are in the archive, one waits there. */
async function handOver(trx: Trx, deps: Deps, body: Body, cases: readonly number[], to: string): Promise<void> {
  const { drafter, clerk } = body
  const year = Number(to.slice(0, 4)) - 1
  const closed: number[] = []
  for (const id of cases) {
    const { rows } = await sql<{ version: number; items: number }>`
      select c.version, (select count(*) from records.case_item t where t.case_id = c.case_id)::integer as items
      from records.case_file c where c.case_id = ${id}`.execute(trx)
    const { version, items } = rows[0]!
    if (items === 0) continue
    await closeCase(trx, { actor: drafter, id, version, now: at(`${year}-12-28`) }, { endedOn: `${year}-12-28` })
    closed.push(id)
  }
  const offer = async (caseIds: number[], day: string) =>
    offerCases(trx, { actor: drafter, now: at(day) }, { caseIds, words: 'Giao nộp theo kế hoạch (MẪU).' }, deps)
  if (closed.length > ACCEPTED && `${year + 1}-03-10` < to) {
    const id = await offer(closed.slice(0, ACCEPTED), `${year + 1}-03-02`)
    await acceptHandOver(trx, { actor: clerk, id, version: 1, now: at(`${year + 1}-03-10`) }, {}, deps)
    const next = closed.slice(ACCEPTED, ACCEPTED + OFFERED)
    if (next.length > 0 && `${year + 1}-04-10` < to) await offer(next, `${year + 1}-04-10`)
  }
}
