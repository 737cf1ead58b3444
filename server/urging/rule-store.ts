import { type Selectable, sql } from 'kysely'
import type { Database, Handle, Transaction } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import type { UrgingDb } from './db.ts'
import type { Rule, RuleEdit, Setting, SettingEdit } from './shapes.ts'

type Row = Selectable<Database['urging.rule']>

/** The rules in their order, with the current names of their agencies. */
export async function findRules(db: Handle<UrgingDb>): Promise<Rule[]> {
  const rows = await db
    .selectFrom('urging.rule')
    .selectAll()
    .select(
      sql<
        string[]
      >`array(select n.name from registry.agency_latest n where n.agency_id = any(rule.agency_ids) order by n.name)`.as(
        'agency_names',
      ),
    )
    .orderBy('position')
    .orderBy('rule_id')
    .execute()
  return rows.map((row) => ({ ...toRule(row), agencyNames: row.agency_names }))
}

/** A rule, locked for a change. Throws `urging.no_such_rule`. */
export async function lockRule(trx: Transaction<UrgingDb>, id: number): Promise<Omit<Rule, 'agencyNames'>> {
  const row = await trx.selectFrom('urging.rule').selectAll().where('rule_id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound('urging.no_such_rule', 'Không tìm thấy quy tắc này.')
  return toRule(row)
}

export async function insertRule(
  trx: Transaction<UrgingDb>,
  rule: RuleEdit,
  by: string,
  at: string,
): Promise<{ id: number; version: number }> {
  const { rule_id: id, version } = await trx
    .insertInto('urging.rule')
    .values({
      ...columnsOf(rule),
      position: sql<number>`(select coalesce(max(position), 0) + 1 from urging.rule)`,
      changed_by: by,
      changed_at: at,
    })
    .returning(['rule_id', 'version'])
    .executeTakeFirstOrThrow()
  return { id, version }
}

export async function updateRule(
  trx: Transaction<UrgingDb>,
  id: number,
  rule: RuleEdit,
  by: string,
  at: string,
): Promise<number> {
  const { version } = await trx
    .updateTable('urging.rule')
    .set((row) => ({ ...columnsOf(rule), version: row('version', '+', 1), changed_by: by, changed_at: at }))
    .where('rule_id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Installs a default rule; one installed before stays as the office has changed it. */
export async function installRule(
  trx: Transaction<UrgingDb>,
  key: string,
  rule: RuleEdit,
  position: number,
): Promise<void> {
  await trx
    .insertInto('urging.rule')
    .values({ ...columnsOf(rule), default_key: key, position, changed_by: 'Điều Hành' })
    .onConflict((conflict) => conflict.constraint('rule_default_once').doNothing())
    .execute()
}

/** The urgencies that rules name, to choose from. */
export async function urgenciesKnown(db: Handle<UrgingDb>): Promise<string[]> {
  const { rows } = await sql<{ urgency: string }>`
    select distinct urgency from unnest(array(select unnest(urgencies) from urging.rule)) urgency order by urgency`.execute(
    db,
  )
  return rows.map(({ urgency }) => urgency)
}

function columnsOf(rule: RuleEdit) {
  return {
    name: rule.name.trim(),
    reason: rule.reason.trim(),
    event: rule.event,
    days: rule.days,
    urgencies: rule.urgencies,
    deadline_kinds: rule.deadlineKinds,
    agency_ids: rule.agencyIds,
    whom: rule.whom,
    how: rule.how,
    is_active: rule.isActive,
  }
}

function toRule(row: Row): Omit<Rule, 'agencyNames'> {
  return {
    id: row.rule_id,
    version: row.version,
    name: row.name,
    reason: row.reason,
    event: row.event as Rule['event'],
    days: row.days,
    urgencies: row.urgencies,
    deadlineKinds: row.deadline_kinds as Rule['deadlineKinds'],
    agencyIds: row.agency_ids,
    whom: row.whom as Rule['whom'],
    how: row.how as Rule['how'],
    isActive: row.is_active,
    isDefault: row.default_key !== null,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  }
}

/** All settings, including those the screen does not edit: which roles count as what, and which agency issues letters. */
export interface WholeSetting extends Setting {
  officerRoles: string[]
  leaderRoles: string[]
  issuingAgencySlug: string
  unitSlug: string
}

export async function getSetting(db: Handle<UrgingDb>): Promise<WholeSetting> {
  return toSetting(await db.selectFrom('urging.setting').selectAll().executeTakeFirstOrThrow())
}

export async function lockSetting(trx: Transaction<UrgingDb>): Promise<WholeSetting> {
  return toSetting(await trx.selectFrom('urging.setting').selectAll().forUpdate().executeTakeFirstOrThrow())
}

function toSetting(row: Selectable<Database['urging.setting']>): WholeSetting {
  return {
    version: row.version,
    superiorAgency: row.superior_agency,
    issuingAgency: row.issuing_agency,
    notationAgency: row.notation_agency,
    place: row.place,
    headTitle: row.head_title,
    basis: row.basis,
    soonDays: row.soon_days,
    replyDays: row.reply_days,
    annexFrom: row.annex_from,
    quietFrom: row.quiet_from,
    quietTo: row.quiet_to,
    headTitles: row.head_titles,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    officerRoles: row.officer_roles,
    leaderRoles: row.leader_roles,
    issuingAgencySlug: row.issuing_agency_slug,
    unitSlug: row.unit_slug,
  }
}

export async function updateSetting(
  trx: Transaction<UrgingDb>,
  setting: SettingEdit,
  by: string,
  at: string,
): Promise<number> {
  const { version } = await trx
    .updateTable('urging.setting')
    .set((row) => ({
      superior_agency: setting.superiorAgency,
      issuing_agency: setting.issuingAgency,
      notation_agency: setting.notationAgency,
      place: setting.place,
      head_title: setting.headTitle,
      basis: setting.basis,
      soon_days: setting.soonDays,
      reply_days: setting.replyDays,
      annex_from: setting.annexFrom,
      quiet_from: setting.quietFrom,
      quiet_to: setting.quietTo,
      head_titles: setting.headTitles,
      version: row('version', '+', 1),
      changed_by: by,
      changed_at: at,
    }))
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}
