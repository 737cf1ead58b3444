import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemActor } from '../platform/actor.ts'
import type { AuditList } from '../platform/audit/shapes.ts'
import { recordMany, subjectNames } from '../platform/audit.ts'
import { agenciesOf, aSource, aTask, given } from '../tasks/task.fixture.ts'
import { freshApp } from './app.ts'

test('the log calls things by their names, with their pages; what is no longer there keeps its number', async (t) => {
  const app = await freshApp(t, { at: '2021-03-02' })
  const agencies = await agenciesOf(app)
  const taskId = await given(app, aSource(agencies), aTask('1', agencies.finance, '2021-06-30'))
  const auditor = await app.as('auditor', { name: 'Vũ Kiểm Toán' })
  const subjects: [string, string | number][] = [
    ['task', taskId],
    ['person', auditor.actor.personId!],
    ['agency', agencies.finance],
    ['role', 'auditor'],
    ...subjectNames(app.db).map(({ kind }): [string, string | number] => [kind, 987654]),
    ['task', 987654],
  ]
  const at = '2021-03-02T03:00:00Z'
  await app.db.transaction().execute((trx) =>
    recordMany(
      trx,
      subjects.map(([kind, id]) => ({
        actor: systemActor('thử'),
        event: 'task.received',
        subject: { kind, id },
        on: at.slice(0, 10),
        at,
      })),
    ),
  )
  const { rows } = (await auditor.send('GET', `/api/audit?event=task.received&actor=${encodeURIComponent('thử')}`))
    .body as AuditList
  const named = new Map(rows.map(({ subjectKind, subjectId, subject }) => [`${subjectKind} ${subjectId}`, subject]))
  const task = named.get(`task ${taskId}`)
  assert.match(task!.name, /^\S+ \S/)
  assert.equal(task!.to, `/nhiem-vu/${taskId}`)
  // An auditor reads the log, and opens no page of people.
  assert.deepEqual(named.get(`person ${auditor.actor.personId}`), { name: 'Vũ Kiểm Toán', to: null })
  assert.deepEqual(named.get(`agency ${agencies.finance}`), {
    name: 'Bộ Tài chính',
    to: `/co-quan/${agencies.finance}`,
  })
  assert.equal(named.get('role auditor')?.to, null)
  assert.ok(subjectNames(app.db).some(({ kind }) => kind === 'outsideOrder'))
  for (const { kind } of subjectNames(app.db)) assert.equal(named.get(`${kind} 987654`), null, kind)
})
