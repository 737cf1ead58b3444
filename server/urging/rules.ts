import { sql } from 'kysely'
import { record } from '../platform/audit.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import type { AnyTransaction, Transaction } from '../platform/db.ts'
import { within } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { checkVersion } from '../platform/version.ts'
import { toPrepare } from './access.ts'
import type { UrgingDb } from './db.ts'
import { DEFAULT_RULES } from './defaults.ts'
import { insertRule, installRule, lockRule, lockSetting, updateRule, updateSetting } from './rule-store.ts'
import type { RuleEdit, SettingEdit } from './shapes.ts'

/** Installs the default rules, once each. */
export async function installDefaultRules(trx: AnyTransaction): Promise<void> {
  const handle = within<UrgingDb>(trx)
  for (const [place, { key, ...rule }] of DEFAULT_RULES.entries()) await installRule(handle, key, rule, place + 1)
}

export async function addRule(trx: Transaction<UrgingDb>, { actor, now }: AskToMake, edit: RuleEdit) {
  toPrepare(actor)
  await checkRule(trx, edit)
  const made = await insertRule(trx, edit, actor.name, now.toString())
  await record(trx, actor, 'urging.ruleAdded', { subject: { kind: 'urgingRule', id: made.id }, after: edit })
  return made
}

export async function changeRule(
  trx: Transaction<UrgingDb>,
  { actor, id, version, now }: Ask,
  edit: RuleEdit,
): Promise<number> {
  toPrepare(actor)
  const before = await lockRule(trx, id)
  checkVersion(version, before.version, { by: before.changedBy, at: before.changedAt })
  await checkRule(trx, edit)
  const next = await updateRule(trx, id, edit, actor.name, now.toString())
  const { id: _, version: seen, isDefault: __, changedAt: ___, changedBy: ____, ...was } = before
  await record(trx, actor, 'urging.ruleChanged', {
    subject: { kind: 'urgingRule', id },
    before: { ...was, version: seen },
    after: { ...edit, version: next },
  })
  return next
}

export async function changeSetting(
  trx: Transaction<UrgingDb>,
  { actor, version, now }: Omit<Ask, 'id'>,
  edit: SettingEdit,
): Promise<number> {
  toPrepare(actor)
  const before = await lockSetting(trx)
  checkVersion(version, before.version, { by: before.changedBy, at: before.changedAt })
  const next = await updateSetting(trx, edit, actor.name, now.toString())
  await record(trx, actor, 'urging.settingChanged', {
    subject: { kind: 'urgingSetting', id: 1 },
    before: Object.fromEntries(Object.keys(edit).map((name) => [name, before[name as keyof SettingEdit]])),
    after: edit,
  })
  return next
}

async function checkRule(trx: Transaction<UrgingDb>, edit: RuleEdit): Promise<void> {
  const needsDays = edit.event === 'before' || edit.event === 'after' || edit.event === 'silence'
  if (needsDays && edit.days === null) {
    throw wrong('days', 'urging.days_missing', 'Quy tắc này cần số ngày. Hãy nhập số từ 1 đến 365.')
  }
  if (edit.event === 'on' && edit.days !== null) {
    throw wrong('days', 'urging.days_not_taken', 'Nhắc đúng ngày đến hạn không có số ngày. Hãy để trống.')
  }
  if (edit.how.length === 1 && edit.how[0] === 'letter' && edit.event === 'before') {
    throw wrong('how', 'urging.letter_too_early', 'Công văn đôn đốc không lập trước hạn. Hãy chọn cách nhắc khác.')
  }
  const { rows } = await sql<{ id: number }>`
    select a as id from unnest(${edit.agencyIds}::bigint[]) a
    where not exists (select from registry.agency_latest l where l.agency_id = a)`.execute(trx)
  if (rows.length > 0) {
    throw wrong('agencyIds', 'urging.no_such_agency', 'Có cơ quan không tồn tại trong danh sách. Hãy chọn lại.')
  }
}
