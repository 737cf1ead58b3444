import { record } from '../platform/audit.ts'
import { formatDay } from '../platform/calendar.ts'
import type { AskWithin } from '../platform/change.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { agencyToKeep } from './agency-access.ts'
import { bumpAgency, endCodes, namesake, savePeriod, unitsFrom } from './agency-rows.ts'
import type { RegistryDb } from './db.ts'
import { addSuccession } from './succession.ts'

export interface AgencyEnd {
  /** First day on which it no longer exists, ISO; null: the end is withdrawn. */
  on: string | null
  source: string
  /** Whether the units under it end with it; refused if there are any and this is not set. */
  withUnits?: boolean
  /** The main successor; null: none, it is abolished; omitted: recorded elsewhere. */
  heirId?: number | null
}

/**
 * Ends an agency with its codes, moves the day on which it ends, or withdraws the end. Tasks, people and what other rooms keep
 * about it stay where they are, also where a successor is named: a reorganisation moves what passes, and moves what is left
 * where the registry has the succession already. Returns the new version.
 */
export async function endAgency(
  anyTrx: AnyTransaction,
  ask: AskWithin,
  { on, source, withUnits = false, heirId }: AgencyEnd,
): Promise<number> {
  const trx = within<RegistryDb>(anyTrx)
  const agency = await agencyToKeep(trx, ask)
  const { actor, id: agencyId } = ask
  const last = agency.periods.at(-1)!
  if (on === last.to) {
    throw wrong(
      'on',
      'registry.nothing_changes',
      on === null ? 'Cơ quan này đang hoạt động.' : `Cơ quan này đã kết thúc từ ngày ${formatDay(on)}.`,
    )
  }
  if (on !== null && last.from !== null && on <= last.from) {
    throw wrong(
      'on',
      'registry.ends_before_it_begins',
      `Ngày kết thúc phải sau ngày ${formatDay(last.from)}, khi bắt đầu giai đoạn cuối cùng.`,
    )
  }
  const after = { ...last, to: on }
  if (on === null) {
    const other = await namesake(trx, agencyId, after)
    if (other)
      throw wrong('on', 'registry.name_taken', `Đã có “${other.name}” ở cùng vị trí; hai cơ quan không thể cùng tên.`)
  } else {
    const units = await unitsFrom(trx, agencyId, on)
    if (units.length > 0 && !withUnits) {
      const named = units.slice(0, 3).map(({ name }) => name)
      const rest = units.length > named.length ? ` và ${units.length - named.length} đơn vị khác` : ''
      throw wrong(
        'withUnits',
        'registry.has_units',
        `Còn đơn vị thuộc cơ quan này: ${named.join('; ')}${rest}. Hãy chuyển đi trước, hoặc chọn kết thúc cùng.`,
      )
    }
    for (const unit of units) await endAgency(trx, { actor, id: unit.id }, { on, source, withUnits: true })
    await endCodes(trx, agencyId, on)
  }
  await savePeriod(trx, agencyId, last.from, after)
  const next = await bumpAgency(trx, agencyId, actor.name)
  await record(trx, actor, on === null ? 'agency.reopened' : 'agency.ended', {
    subject: { kind: 'agency', id: agencyId },
    ...(on === null ? {} : { on }),
    before: { to: last.to },
    after: { to: on },
    detail: { source },
  })
  if (on === null || heirId === undefined) return next
  const kind = heirId === null ? 'abolished' : 'main'
  await addSuccession(trx, { actor, id: agencyId }, { newId: heirId, kind, effectiveOn: on, source })
  return next + 1
}
