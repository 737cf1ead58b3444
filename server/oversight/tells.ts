/** Whom a report tells: who is to sign it, and who prepared it of what came of it. */
import { sql } from 'kysely'
import { dayInVietnam } from '../platform/calendar.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import { monthDigits } from '../platform/official-document/model.ts'
import { noted, type Tell, type Telling, type Told } from '../platform/tell.ts'
import { holdersOf, preparersOf, signersOf } from '../registry/index.ts'
import { signingRight } from './access.ts'
import type { OversightDb } from './db.ts'
import { handsIn } from './own-work.ts'
import { findReport, type ReportRecord } from './store.ts'

type Act = Parameters<Tell['tell']>[1]

async function reportOf(trx: AnyTransaction, { subject }: Act): Promise<ReportRecord> {
  return (await findReport(within<OversightDb>(trx), Number(subject.id)))!
}

function telling(report: ReportRecord, people: readonly Told[], note: string | null): Telling {
  return {
    kind: 'letter',
    about: { code: report.number, title: nameOf(report), to: `/bao-cao/${report.report_id}`, note },
    people,
  }
}

/** What a report is called before it has a number. */
function nameOf({ title, period }: ReportRecord): string {
  if (title !== null) return title
  const [year, month] = period.split('-')
  return `Báo cáo tháng ${monthDigits(Number(month))}/${year} của Tổ công tác`
}

const PREPARED = ['report.drafted', 'report.edited', 'report.submitted']

export const oversightTells: readonly Tell[] = [
  {
    events: ['report.submitted'],
    tell: async (trx, act) => {
      const report = await reportOf(trx, act)
      return [telling(report, await signers(trx, report, dayInVietnam(act.at)), null)]
    },
  },
  {
    // On its day the draft is there: whoever prepares is told, and what it lacks.
    events: ['report.scheduled'],
    tell: async (trx, act) => {
      const report = await reportOf(trx, act)
      const holders = await holdersOf(trx, 'report.prepare', dayInVietnam(act.at))
      const people = holders.map(({ personId }): Told => ({ personId, agencyId: null, why: 'preparer' }))
      return [telling(report, people, noted(act.detail, 'note', 'string') ?? null)]
    },
  },
  {
    events: ['report.sentBack', 'report.issued'],
    tell: async (trx, act) => {
      const report = await reportOf(trx, act)
      const of = { kind: 'report', id: report.report_id, events: PREPARED }
      const people = await preparers(trx, report, of, dayInVietnam(act.at))
      return [telling(report, people, noted(act.detail, 'reason', 'string') ?? null)]
    },
  },
]

/** Within the agency, for an agency's own report. */
async function ofTheAgency(
  trx: AnyTransaction,
  { whose, subject_agency_id: id }: ReportRecord,
  people: Told[],
  on: string,
): Promise<Told[]> {
  if (whose === 'office' || id === null) return people
  const { rows } = await sql<{ person_id: number }>`
    select p.person_id from registry.person_card p
    where p.valid @> ${on}::date and p.agency_id = any(registry.reach(array[${id}::bigint], ${on}::date))`.execute(
    within<OversightDb>(trx),
  )
  const there = new Set(rows.map(({ person_id }) => person_id))
  return people.filter(({ personId }) => there.has(personId))
}

async function signers(trx: AnyTransaction, report: ReportRecord, on: string): Promise<Told[]> {
  const hands = await handsIn(within<OversightDb>(trx), report.report_id)
  return (await holders(trx, report, on)).filter(({ personId }) => !hands.has(personId))
}

async function holders(trx: AnyTransaction, report: ReportRecord, on: string): Promise<Told[]> {
  const right = signingRight(report)
  if (report.whose === 'office') return signersOf(trx, right, report.signatory_id, on)
  const own = (await holdersOf(trx, right, on)).filter(
    ({ personId }) => report.signatory_id === null || personId === report.signatory_id,
  )
  return ofTheAgency(
    trx,
    report,
    own.map(({ personId }) => ({ personId, agencyId: null, why: 'signer' })),
    on,
  )
}

type Of = Parameters<typeof preparersOf>[1]
async function preparers(trx: AnyTransaction, report: ReportRecord, of: Of, on: string): Promise<Told[]> {
  const right = report.whose === 'agency' ? 'report.prepareOwn' : 'report.prepare'
  return ofTheAgency(trx, report, await preparersOf(trx, of, right, on), on)
}
