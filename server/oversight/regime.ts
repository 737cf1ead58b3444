/** Dated rules that say on which day the draft of a kind is there. */

import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import type { AskToAdd, AskToMake } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { Conflict, NotFound, wrong } from '../platform/errors.ts'
import { reportsSeen, toKeepTemplates, toReadTemplates } from './access.ts'
import type { OversightDb } from './db.ts'
import { nextDue, type Regime } from './draft-schedule.ts'
import type { PeriodSort } from './period.ts'
import { getKind } from './report-kinds.ts'
import { templateInUse } from './template-store.ts'
import type { AddRegime, EndRegime } from './text-shapes.ts'

type Trx = Transaction<OversightDb>

export async function regimesIn(
  db: Handle<OversightDb>,
): Promise<(Regime & { instrument: string; kindName: string })[]> {
  const rows = await db
    .selectFrom('oversight.report_regime as g')
    .innerJoin('oversight.report_kind as k', 'k.kind', 'g.kind')
    .selectAll('g')
    .select(['k.sort', 'k.name'])
    .orderBy('k.position')
    .orderBy('g.valid_from', 'desc')
    .execute()
  return rows.map((row) => ({
    regimeId: row.regime_id,
    kind: row.kind,
    kindName: row.name,
    sort: row.sort as PeriodSort,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    dayOfMonth: row.day_of_month,
    months: row.months,
    of: row.of_period as Regime['of'],
    instrument: row.instrument,
  }))
}

export async function listRegimes(db: Handle<OversightDb>, actor: Actor, today: string) {
  toReadTemplates(actor)
  const outcomes = await db.selectFrom('oversight.report_scheduled').selectAll().orderBy('due_on').execute()
  // Who manages templates may not read drafts: then the draft is named, and nothing leads to it.
  const { rows: seen } = await sql<{ id: number }>`
    select r.report_id as id from oversight.report_scheduled s
    join oversight.report r on r.report_id = s.report_id join oversight.report_kind k on k.kind = r.kind
    where ${reportsSeen(actor)}`.execute(db)
  const mayRead = new Set(seen.map(({ id }) => id))
  return (await regimesIn(db)).map((regime) => {
    const last = outcomes.findLast((one) => one.regime_id === regime.regimeId)
    const { regimeId: id, kind, kindName, validFrom, validTo, dayOfMonth, of, instrument } = regime
    return {
      id,
      kind,
      kindName,
      validFrom,
      validTo,
      dayOfMonth,
      months: [...regime.months],
      of,
      instrument,
      nextOn: nextDue(regime, today),
      last:
        last === undefined
          ? null
          : {
              period: last.period,
              dueOn: last.due_on,
              reportId: last.report_id !== null && mayRead.has(last.report_id) ? last.report_id : null,
              note: last.note,
            },
    }
  })
}

/** @throws Conflict `report.regime_overlaps` where a rule of the kind is in force in that time */
export async function addRegime(trx: Trx, { actor, now }: AskToMake, input: AddRegime): Promise<number> {
  toKeepTemplates(actor)
  const kind = await getKind(trx, input.kind)
  if (kind.subject !== 'none') {
    throw wrong(
      'kind',
      'report.regime_subject',
      'Loại báo cáo này nói về từng cơ quan hay văn bản, không lập theo lịch. Hãy chọn loại khác.',
    )
  }
  await templateInUse(trx, input.kind)
  const row = await trx
    .insertInto('oversight.report_regime')
    .values({
      kind: input.kind,
      valid_from: input.validFrom,
      day_of_month: input.dayOfMonth,
      months: [...input.months].sort((a, b) => a - b),
      of_period: input.of,
      instrument: input.instrument.trim(),
      made_at: now.toString(),
      made_by: signatureOf(actor),
    })
    .returning('regime_id')
    .executeTakeFirstOrThrow()
  await record(trx, actor, 'reportRegime.added', { subject: { kind: 'reportRegime', id: row.regime_id }, after: input })
  return row.regime_id
}

/** Returns the id. */
export async function endRegime(trx: Trx, { actor, id, now }: AskToAdd, { validTo }: EndRegime): Promise<number> {
  toKeepTemplates(actor)
  const regime = await trx
    .selectFrom('oversight.report_regime')
    .selectAll()
    .where('regime_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!regime) throw new NotFound('report.no_such_regime', 'Không có lịch lập báo cáo này.')
  if (regime.valid_to !== null)
    throw new Conflict('report.regime_ended', `Lịch này đã hết hiệu lực từ sau ngày ${formatDay(regime.valid_to)}.`)
  const today = dayInVietnam(now)
  if (validTo < regime.valid_from)
    throw wrong('validTo', 'request.range', 'Ngày cuối phải bằng hoặc sau ngày bắt đầu hiệu lực.')
  await trx.updateTable('oversight.report_regime').set({ valid_to: validTo }).where('regime_id', '=', id).execute()
  await record(trx, actor, 'reportRegime.ended', {
    subject: { kind: 'reportRegime', id },
    on: today,
    before: { validTo: null },
    after: { validTo },
  })
  return id
}
