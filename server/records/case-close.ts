import { sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import { type AnyHandle, reading, type Transaction } from '../platform/db.ts'
import { Conflict, type Field, wrong } from '../platform/errors.ts'
import { caseToChange } from './case-access.ts'
import { contentsOf, itemsOf } from './case-items.ts'
import { type Gap, missingToClose } from './case-order.ts'
import type { CloseCase, Reasoned } from './case-shapes.ts'
import { moveCase } from './case-state.ts'
import type { RecordsDb } from './db.ts'
import { type ArchiveRule, dueForArchiveOn, keptUntil } from './retention.ts'
import { changeRow } from './store.ts'

type Trx = Transaction<RecordsDb>

/** The rule in force on a day. */
export async function archiveRule(db: AnyHandle, rule: ArchiveRule['rule'], on: string): Promise<ArchiveRule> {
  const { rows } = await sql<ArchiveRule>`
    select r.rule, r.counts_from as "countsFrom", r.years, r.source from records.archive_rule r
    where r.rule = ${rule} and r.valid @> ${on}::date`.execute(reading<RecordsDb>(db))
  if (rows[0]) return rows[0]
  throw new Conflict(
    'case.no_rule',
    `Chưa có quy định về lưu trữ áp dụng cho ngày ${formatDay(on)}. Hãy báo quản trị hệ thống.`,
  )
}

/** Of what is missing: the error of its field. `of` names the item. */
const GAP_FIELDS: Record<Gap, (path: string, of: string) => Field> = {
  empty: (path) => ({ path, code: 'case_item.empty', message: 'Hồ sơ chưa có tài liệu nào. Hãy thêm tài liệu.' }),
  unnumbered: (path, of) => ({
    path,
    code: 'case_item.unnumbered',
    message: `${of} chưa vào sổ, chưa có số. Hãy vào sổ hoặc đưa ra khỏi hồ sơ.`,
  }),
  unfinished: (path, of) => ({
    path,
    code: 'case_item.unfinished',
    message: `${of} còn là dự thảo. Hãy ký phát hành, bỏ dự thảo hoặc đưa ra khỏi hồ sơ.`,
  }),
  openHandling: (path, of) => ({
    path,
    code: 'case_item.openHandling',
    message: `${of} chưa xử lý xong. Hãy xử lý xong hoặc đưa ra khỏi hồ sơ.`,
  }),
}

/** Closes a case whose work has ended: nothing may be missing. From then on its days run. */
export async function closeCase(trx: Trx, ask: Ask, { endedOn }: CloseCase): Promise<number> {
  const one = await caseToChange(trx, ask, 'keep')
  const state = moveCase(one.state, 'close')
  if (endedOn > dayInVietnam(ask.now))
    throw wrong('endedOn', 'case.ended_ahead', 'Ngày kết thúc công việc không được sau hôm nay. Hãy sửa ngày.')
  if (endedOn < one.opened_on)
    throw wrong(
      'endedOn',
      'case.ended_before',
      `Ngày kết thúc công việc không được trước ngày mở hồ sơ (${formatDay(one.opened_on)}). Hãy sửa ngày.`,
    )
  const items = contentsOf(await itemsOf(trx, ask.actor, [ask.id]))
  const missing = missingToClose(items)
  if (missing.length > 0) {
    const fields = missing.map(({ itemId, what }) => {
      const place = items.findIndex(({ id }) => id === itemId)
      return place < 0
        ? GAP_FIELDS[what]('contents', '')
        : GAP_FIELDS[what](`contents.${place}`, `Tài liệu số ${place + 1} (${items[place]!.title})`)
    })
    throw new Conflict('case.not_complete', `Chưa kết thúc được hồ sơ. ${fields[0]!.message}`, { fields })
  }
  const version = await changeRow(trx, 'records.case_file', ask, {
    state,
    ended_on: endedOn,
    closed_at: ask.now.toString(),
    closed_by: signatureOf(ask.actor),
    due_on: dueForArchiveOn(endedOn, await archiveRule(trx, 'handOver', endedOn)),
    kept_until: keptUntil(endedOn, one.retention_years, await archiveRule(trx, 'retention', endedOn)),
  })
  await record(trx, ask.actor, 'case.closed', {
    subject: { kind: 'caseFile', id: ask.id },
    at: ask.now.toString(),
    after: { endedOn, items: items.length },
  })
  return version
}

/** Opens a closed case again, because something is missing in it. */
export async function reopenCase(trx: Trx, ask: Ask, { reason }: Reasoned): Promise<number> {
  const one = await caseToChange(trx, ask, 'keep')
  const state = moveCase(one.state, 'reopen')
  const version = await changeRow(trx, 'records.case_file', ask, {
    state,
    ended_on: null,
    closed_at: null,
    closed_by: null,
    due_on: null,
    kept_until: null,
    handed_over_at: null,
  })
  await record(trx, ask.actor, 'case.reopened', {
    subject: { kind: 'caseFile', id: ask.id },
    at: ask.now.toString(),
    before: { endedOn: one.ended_on },
    detail: { reason },
  })
  return version
}
