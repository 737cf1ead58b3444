/** Whom a report tells: who is to sign it, and who prepared it of what came of it. */
import { dayInVietnam } from '../platform/calendar.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import { noted, type Tell, type Telling, type Told } from '../platform/tell.ts'
import { preparersOf, signersOf } from '../registry/index.ts'
import type { OversightDb } from './db.ts'
import { findReport, type ReportRecord } from './store.ts'

type Act = Parameters<Tell['tell']>[1]

async function reportOf(trx: AnyTransaction, { subject }: Act): Promise<ReportRecord> {
  return (await findReport(within<OversightDb>(trx), Number(subject.id)))!
}

function telling(report: ReportRecord, people: readonly Told[], note: string | null): Telling {
  const [year, month] = report.content.month.split('-')
  const title = `Báo cáo tháng ${Number(month)}/${year} của Tổ công tác`
  return { kind: 'letter', about: { code: report.number, title, to: `/bao-cao/${report.report_id}`, note }, people }
}

const PREPARED = ['report.drafted', 'report.edited', 'report.submitted']

export const oversightTells: readonly Tell[] = [
  {
    events: ['report.submitted'],
    tell: async (trx, act) => {
      const report = await reportOf(trx, act)
      return [telling(report, await signersOf(trx, 'report.sign', report.signatory_id, dayInVietnam(act.at)), null)]
    },
  },
  {
    events: ['report.sentBack', 'report.issued'],
    tell: async (trx, act) => {
      const report = await reportOf(trx, act)
      const of = { kind: 'report', id: report.report_id, events: PREPARED }
      const people = await preparersOf(trx, of, 'report.prepare', dayInVietnam(act.at))
      return [telling(report, people, noted(act.detail, 'reason', 'string') ?? null)]
    },
  },
]
