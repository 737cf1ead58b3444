import type { Transaction } from 'kysely'
import { record } from '../platform/audit.ts'
import { formatDay } from '../platform/calendar.ts'
import type { AskWithin } from '../platform/change.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { agencyToKeep, toPlace } from './agency-access.ts'
import { bumpAgency, insertPeriod, isThere, namesake, type Period, savePeriod, standsUnder } from './agency-rows.ts'
import type { RegistryDb } from './db.ts'
import type { AgencyKind } from './shapes.ts'
import { insertSuccession } from './succession-rows.ts'

export interface PeriodChange {
  /** First day of the change, ISO; the first day of a period corrects that period. */
  from: string
  name?: string
  nameEn?: string | null
  abbreviation?: string | null
  kind?: AgencyKind
  parentId?: number | null
  position?: number
  source: string
  confidence?: 'verified' | 'memory'
}

/**
 * From a day on an agency has another name, kind or place: its period ends the day before and the next begins, up to
 * where that one ended. Under a new name it stays the same agency, as its lineage shows. Returns the new version.
 */
export async function changePeriod(
  anyTrx: AnyTransaction,
  ask: AskWithin,
  { from, source, confidence, ...wanted }: PeriodChange,
): Promise<number> {
  const trx = within<RegistryDb>(anyTrx)
  const { actor, id: agencyId } = ask
  const agency = await agencyToKeep(trx, ask)
  const before = agency.periods.find(
    (period) => (period.from ?? '') <= from && (period.to === null || from < period.to),
  )
  if (!before) throw wrong('from', 'registry.not_there', `Cơ quan này không tồn tại vào ngày ${formatDay(from)}.`)
  const changes = Object.fromEntries(
    Object.entries(wanted)
      .map(([key, value]) => [key, typeof value === 'string' && key !== 'kind' ? clean(value) : value])
      .filter(([, value]) => value !== undefined),
  ) as Partial<Period>
  const keys = Object.keys(changes) as (keyof Period)[]
  if (keys.every((key) => changes[key] === before[key])) {
    throw wrong('name', 'registry.nothing_changes', 'Không có gì khác với hiện trạng. Hãy sửa ít nhất một mục.')
  }
  const after: Period = { ...before, ...changes, from, source: clean(source), confidence: confidence ?? 'verified' }
  if (before.kind !== after.kind || before.parentId !== after.parentId) toPlace(actor, after)
  await checkPeriod(trx, agencyId, after)
  const isCorrection = before.from === from
  if (isCorrection) {
    await savePeriod(trx, agencyId, before.from, after)
  } else {
    await savePeriod(trx, agencyId, before.from, { ...before, to: from })
    await insertPeriod(trx, agencyId, after)
    if (before.name !== after.name) {
      const passage = { oldId: agencyId, newId: agencyId, kind: 'renamed', subject: null, effectiveOn: from } as const
      await insertSuccession(trx, { ...passage, source: after.source, confidence: after.confidence })
    }
  }
  const next = await bumpAgency(trx, agencyId, actor.name)
  await record(trx, actor, isCorrection ? 'agency.corrected' : 'agency.changed', {
    subject: { kind: 'agency', id: agencyId },
    on: from,
    before,
    after,
  })
  return next
}

/** What no period may contain, reported on its field. The database refuses the same. */
export async function checkPeriod(trx: Transaction<RegistryDb>, id: number | null, period: Period): Promise<void> {
  const { parentId, kind, from, to } = period
  if ((kind === 'unit' || kind === 'district') && parentId === null) {
    throw wrong('parentId', 'registry.parent_needed', 'Đơn vị phải thuộc một cơ quan. Hãy chọn cơ quan cấp trên.')
  }
  if (parentId !== null) {
    if (parentId === id) throw wrong('parentId', 'registry.own_parent', 'Một cơ quan không thể thuộc chính nó.')
    if (!(await isThere(trx, parentId, from, to))) {
      throw wrong(
        'parentId',
        'registry.parent_not_there',
        `Cơ quan cấp trên không tồn tại suốt thời gian từ ngày ${from === null ? 'đầu' : formatDay(from)}. Hãy chọn cơ quan khác hoặc ngày khác.`,
      )
    }
  }
  if (id !== null && parentId !== null && (await standsUnder(trx, parentId, id, period))) {
    throw wrong(
      'parentId',
      'registry.parent_cycle',
      'Cơ quan cấp trên đang thuộc chính cơ quan này. Hãy chọn cơ quan khác.',
    )
  }
  const other = await namesake(trx, id, period)
  if (other) {
    throw wrong(
      'name',
      'registry.name_taken',
      `Cùng thời gian đó đã có “${other.name}” ở cùng vị trí. Hãy dùng cơ quan đã có hoặc đặt tên khác.`,
    )
  }
}

/** Text as stored: single spaces, none around. */
export function clean(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, ' ').trim()
}
