import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { migrate } from '../platform/schema/migrate.ts'
import { databaseBefore } from '../test/database-before.ts'

const OFFICE = ['directive.review', 'task.steer', 'task.carryOut', 'report.prepare', 'report.sign', 'urge.prepare']

test('an upgrade takes the office’s rights from administrators, and of roles that an office changed only what it must', async (t) => {
  const { url, owner } = await databaseBefore(t, '0060')
  // The office asked administrators for a second factor, gave its auditors no drafts, and let the Task Force’s members issue.
  await sql`update registry.role set is_two_factor = true, version = 4 where role = 'administrator'`.execute(owner)
  await sql`update registry.role set rights = array['report.read'], version = 2 where role = 'auditor'`.execute(owner)
  await sql`update registry.role set sees = 'all', rights = array['report.issue', 'report.read'], version = 2
    where role = 'taskForce'`.execute(owner)
  await owner.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    await sql`insert into registry.post (person_id, agency_id, role, title, valid)
      values (1, 1, 'administrator', 'Quản trị', '[2020-01-01,)')`.execute(trx)
    await sql`
      insert into oversight.report (kind, month, from_on, as_of, known_before, number, place, issued_on, signer, signer_title, content,
        assigned, done_on_time, done_late, open_in_term, open_overdue, docx_sha256, pdf_sha256, xlsx_sha256, frozen_by)
      values ('monthlyTasks', '2021-02', '2020-01-01', '2021-02-28', now(), '12/BC-TCT', 'Hà Nội', '2021-03-02', 'A', 'Tổ trưởng', '{}',
        0, 0, 0, 0, 0, '\\x00', '\\x00', '\\x00', 'Người phát hành')`.execute(trx)
  })
  await migrate(url)

  const roles = await owner.selectFrom('registry.role').selectAll().execute()
  const of = (role: string) => roles.find((one) => one.role === role)!
  const administrator = of('administrator')
  assert.deepEqual(
    administrator.rights.filter((right) => OFFICE.includes(right)),
    [],
  )
  assert.deepEqual([administrator.is_two_factor, administrator.version], [true, 5])
  assert.ok(
    ['system.keep', 'people.keep', 'registry.keep', 'audit.read'].every((one) => administrator.rights.includes(one)),
  )
  assert.deepEqual(of('auditor').rights, ['report.read'], 'as the office left it')
  assert.equal(of('auditor').version, 2)
  assert.deepEqual(of('taskForce').rights, ['report.prepare', 'report.read'], 'who issued prepares')
  assert.ok(
    ['report.prepare', 'report.sign', 'reorganisation.apply'].every((one) => of('followUpLeader').rights.includes(one)),
  )
  assert.ok(of('followUp').rights.includes('report.prepare') && !of('followUp').rights.includes('report.sign'))
  assert.ok(of('taskForceHead').rights.includes('report.sign'))
  const { rows: log } = await sql<{ event: string; role: string; sealed: boolean }>`
    select a.event, a.subject_id as role, s.audit_id is not null as sealed
    from platform.audit a left join platform.audit_seal s on s.audit_id = a.id`.execute(owner)
  assert.deepEqual(
    log,
    [{ event: 'role.changed', role: 'administrator', sealed: true }],
    'the role that somebody holds',
  )

  const report = await owner
    .selectFrom('oversight.report')
    .select(['state', 'number', 'created_by', 'issued_by', 'submitted_by', 'signer_id'])
    .executeTakeFirstOrThrow()
  assert.deepEqual(report, {
    state: 'issued',
    number: '12/BC-TCT',
    created_by: 'Người phát hành',
    issued_by: 'Người phát hành',
    submitted_by: null,
    signer_id: null,
  })
})
