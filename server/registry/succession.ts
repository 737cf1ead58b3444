import { record } from '../platform/audit.ts'
import { addDays, formatDay } from '../platform/calendar.ts'
import type { AskWithin } from '../platform/change.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import { NotFound, wrong } from '../platform/errors.ts'
import { agencyToKeep } from './agency-access.ts'
import { bumpAgency, isThere, nameOn } from './agency-rows.ts'
import type { RegistryDb } from './db.ts'
import { clean } from './period.ts'
import {
  deleteSuccession,
  findSuccession,
  insertSuccession,
  type NewSuccession,
  wayBetween,
} from './succession-rows.ts'

export interface Passage {
  /** Null if it is abolished; the agency itself if it is renamed. */
  newId: number | null
  kind: 'main' | 'partial' | 'renamed' | 'abolished'
  /** What passes over; required if only a part does. */
  subject?: string | null
  /** First day on which the successor is responsible for it, ISO. */
  effectiveOn: string
  source: string
  confidence?: 'verified' | 'memory'
}

/**
 * Records who takes over from the agency in question. That one must exist the day before, the successor on the day:
 * found it first. Throws on the field if an agency would, by any number of steps, succeed itself (`newId`). Returns the
 * id of the succession; the same recorded twice is one.
 */
export async function addSuccession(
  anyTrx: AnyTransaction,
  { actor, id: oldId, version }: AskWithin,
  passage: Passage,
): Promise<number> {
  const trx = within<RegistryDb>(anyTrx)
  const { newId, kind, effectiveOn } = passage
  checkForm(oldId, passage)
  // In a fixed order, so that two acts on the same agencies wait instead of deadlocking.
  const ids = [...new Set([oldId, newId ?? oldId])].sort((a, b) => a - b)
  for (const id of ids) await agencyToKeep(trx, { actor, id, ...(id === oldId ? { version } : {}) })
  const dayBefore = addDays(effectiveOn, -1)
  if (!(await isThere(trx, oldId, dayBefore, effectiveOn))) {
    throw wrong(
      'effectiveOn',
      'registry.old_not_there',
      `Cơ quan cũ không tồn tại vào ngày ${formatDay(dayBefore)}. Hãy kiểm tra lại ngày.`,
    )
  }
  if (newId !== null && !(await isThere(trx, newId, effectiveOn, addDays(effectiveOn, 1)))) {
    throw wrong(
      'newId',
      'registry.new_not_there',
      `Cơ quan tiếp nhận không tồn tại vào ngày ${formatDay(effectiveOn)}. Hãy lập cơ quan đó trước.`,
    )
  }
  if (kind === 'main' && newId !== null) {
    const way = await wayBetween(trx, newId, oldId)
    if (way) {
      const names = await Promise.all([oldId, ...way].map((id) => nameOn(trx, id, effectiveOn)))
      throw wrong(
        'newId',
        'registry.succession_cycle',
        `Kế thừa không được thành vòng: ${names.join(' → ')}. Hãy chọn cơ quan khác.`,
      )
    }
  }
  const row: NewSuccession = {
    oldId,
    newId,
    kind,
    effectiveOn,
    subject: passage.subject ? clean(passage.subject) : null,
    source: clean(passage.source),
    confidence: passage.confidence ?? 'verified',
  }
  const successionId = await insertSuccession(trx, row)
  for (const id of ids) {
    await bumpAgency(trx, id, actor.name)
    await record(trx, actor, 'agency.succeeded', {
      subject: { kind: 'agency', id },
      on: effectiveOn,
      after: row,
      detail: { successionId },
    })
  }
  return successionId
}

/**
 * Withdraws a succession that was recorded by mistake. Addressed to the agency before or the one after, at the version
 * seen.
 */
export async function removeSuccession(
  anyTrx: AnyTransaction,
  ask: AskWithin,
  { successionId, reason }: { successionId: number; reason: string },
): Promise<void> {
  const trx = within<RegistryDb>(anyTrx)
  const { actor, id: agencyId } = ask
  await agencyToKeep(trx, ask)
  const row = await findSuccession(trx, successionId)
  if (!row || (row.oldId !== agencyId && row.newId !== agencyId)) {
    throw new NotFound('registry.no_such_succession', 'Không tìm thấy quan hệ kế thừa này.')
  }
  const ids = [...new Set([row.oldId, row.newId ?? row.oldId])].sort((a, b) => a - b)
  for (const id of ids) await agencyToKeep(trx, { actor, id })
  await deleteSuccession(trx, successionId)
  for (const id of ids) {
    await bumpAgency(trx, id, actor.name)
    await record(trx, actor, 'agency.successionRemoved', {
      subject: { kind: 'agency', id },
      before: row,
      detail: { successionId, reason: clean(reason) },
    })
  }
}

function checkForm(oldId: number, { newId, kind, subject }: Passage): void {
  if (kind === 'abolished' && newId !== null) {
    throw wrong(
      'newId',
      'registry.abolished_has_heir',
      'Cơ quan giải thể không có cơ quan tiếp nhận. Hãy bỏ chọn hoặc đổi hình thức.',
    )
  }
  if (kind !== 'abolished' && newId === null) {
    throw wrong('newId', 'registry.heir_needed', 'Hãy chọn cơ quan tiếp nhận.')
  }
  if ((kind === 'renamed') !== (newId === oldId)) {
    throw wrong(
      'newId',
      'registry.heir_is_itself',
      kind === 'renamed' ? 'Đổi tên thì cơ quan vẫn là chính nó.' : 'Một cơ quan không thể kế thừa chính nó.',
    )
  }
  if (kind === 'partial' && (subject ?? '').trim() === '') {
    throw wrong('subject', 'registry.subject_needed', 'Chuyển một phần thì phải nêu nội dung được chuyển.')
  }
}
