import { record } from '../platform/audit.ts'
import type { AskWithin } from '../platform/change.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { toPlace } from './agency-access.ts'
import { freeSlug, insertAgency, insertPeriod, lastPosition, type Period } from './agency-rows.ts'
import type { RegistryDb } from './db.ts'
import { checkPeriod, clean } from './period.ts'
import type { AgencyKind } from './shapes.ts'
import { folded, plain } from './words.ts'

export interface NewAgency {
  name: string
  nameEn?: string | null
  abbreviation?: string | null
  kind: AgencyKind
  parentId?: number | null
  /** Its place among those of its kind; after the last if omitted. */
  position?: number
  /** First day, ISO. */
  from: string
  /** The document it is based on. */
  source: string
  confidence?: 'verified' | 'memory'
}

/**
 * Adds an agency or unit that begins on a day and stays open. Returns its id. Throws on the field: the same name in the
 * same place (`name`), a parent that does not exist from that day on (`parentId`).
 */
export async function foundAgency(
  anyTrx: AnyTransaction,
  { actor }: Pick<AskWithin, 'actor'>,
  agency: NewAgency,
): Promise<number> {
  const trx = within<RegistryDb>(anyTrx)
  const parentId = agency.parentId ?? null
  toPlace(actor, { kind: agency.kind, parentId })
  const period: Period = {
    name: clean(agency.name),
    nameEn: agency.nameEn ? clean(agency.nameEn) : null,
    abbreviation: agency.abbreviation ? clean(agency.abbreviation) : null,
    kind: agency.kind,
    parentId,
    position: agency.position ?? (await lastPosition(trx, agency.kind, parentId)),
    from: agency.from,
    to: agency.kind === 'district' ? LAST_OF_DISTRICTS : null,
    source: clean(agency.source),
    confidence: agency.confidence ?? 'verified',
  }
  if (agency.kind === 'district' && agency.from >= LAST_OF_DISTRICTS) {
    throw wrong(
      'kind',
      'registry.no_districts',
      'Từ ngày 01/7/2025 không còn cấp huyện. Hãy chọn ngày trước đó hoặc loại khác.',
    )
  }
  await checkPeriod(trx, null, period)
  const slug = folded(plain(period.name))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const id = await insertAgency(trx, await freeSlug(trx, slug || 'don-vi'), agency.from, actor.name)
  await insertPeriod(trx, id, period)
  await record(trx, actor, 'agency.founded', { subject: { kind: 'agency', id }, on: agency.from, after: period })
  return id
}

/** Local government has had two levels since this day. */
const LAST_OF_DISTRICTS = '2025-07-01'
