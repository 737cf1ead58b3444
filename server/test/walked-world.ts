import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { said } from '../comments/comments.fixture.ts'
import { issuedReport } from '../oversight/report.fixture.ts'
import { systemActor } from '../platform/actor.ts'
import { assignAll } from '../tasks/index.ts'
import { aSource, aTask } from '../tasks/task.fixture.ts'
import type { Visitor } from './app.ts'
import { makeReady, openDesk, takeIn } from './review-desk.ts'

/** Those who request every route, in addition to a signed-out client. One ministry leads the sample's task 2.a, the other coordinates. */
export const WALKERS = {
  administrator: { role: 'administrator' },
  followUp: { role: 'followUp' },
  taskForce: { role: 'taskForce' },
  leader: { role: 'officer', agency: 'bo-tai-chinh' },
  helper: { role: 'officer', agency: 'bo-ke-hoach-va-dau-tu' },
  outsider: { role: 'officer', agency: 'bo-y-te' },
} as const
export type Walker = keyof typeof WALKERS

/** Occurs in the title, the group and the document of a task that only the leader's agency has. */
export const SECRET = 'Hoàng Liên Sơn'

export async function world(t: TestContext) {
  const desk = await openDesk(t)
  const ready = await makeReady(desk, (await takeIn(desk)).id)
  const url = `/api/directives/${ready.id}`
  const confirmed = await desk.reviewer.send('POST', `${url}/confirm`, { body: {}, ifMatch: ready.version })
  assert.equal(confirmed.status, 200)
  const draft = ready.drafts.find(({ ref }) => ref === 'II.2.a')!
  const place = ready.drafts.filter(({ isDropped }) => !isDropped).indexOf(draft)
  const taskId = (confirmed.body as { taskIds: number[] }).taskIds[place]!
  const [finance, office] = [await desk.agency('bo-tai-chinh'), await desk.agency('van-phong-chinh-phu')]
  await desk.db.transaction().execute((trx) =>
    assignAll(
      trx,
      systemActor('thử'),
      {
        ...aSource({ office } as Parameters<typeof aSource>[0]),
        kind: 'archive',
        number: `1/QĐ-${SECRET}`,
        title: SECRET,
      },
      [aTask('1', finance, '2021-02-15', { title: `Việc ${SECRET}`, groupTitle: `Nhóm ${SECRET}` })],
      desk.clock.now(),
    ),
  )
  const leaderOfOffice = await desk.as('followUpLeader')
  const reportId = await issuedReport(desk.reviewer, leaderOfOffice, {
    month: '2021-01',
    knownOn: '2021-02-28',
    number: '1/BC',
  })
  const walkers = {} as Record<Walker, Visitor>
  for (const [name, { role, ...place }] of Object.entries(WALKERS)) walkers[name as Walker] = await desk.as(role, place)
  const letters = await desk.reviewer.send('POST', '/api/urging/letters', { body: { agencyIds: [finance] } })
  const letterId = (letters.body as { made: { id: number }[] }).made[0]!.id
  const shared = await said(desk.reviewer, taskId, { body: 'Đề nghị gửi số liệu.' })
  const programmeIds = await programmeOf(desk, [finance, await desk.agency('bo-ke-hoach-va-dau-tu')])
  const idOf = (path: string) =>
    path.startsWith('/api/records')
      ? 987654
      : path.startsWith('/api/programme')
        ? (programmeIds[path.split('/')[3]!] ?? 987654)
        : otherIdOf(path)
  const otherIdOf = (path: string) =>
    path.startsWith('/api/tasks') || path.startsWith('/api/taskforce/tasks') || path.startsWith('/api/me/seen-comments')
      ? taskId
      : path.startsWith('/api/comments')
        ? shared.id
        : path.startsWith('/api/directives')
          ? ready.id
          : path.startsWith('/api/reports')
            ? reportId
            : path.startsWith('/api/urging/letters')
              ? letterId
              : path.startsWith('/api/urging/rules')
                ? 987654
                : path.startsWith('/api/people')
                  ? walkers.outsider.actor.personId
                  : path.startsWith('/api/deputations')
                    ? 987654
                    : path.startsWith('/api/taskforce') && !path.startsWith('/api/taskforce/assessment')
                      ? 987654
                      : finance
  const fill = (path: string) =>
    path
      .replace('{id}', String(idOf(path)))
      .replace('{draftId}', String(draft.id))
      .replace('{sessionId}', 'x')
      .replace('{clientId}', 'dhc_aaaaaaaaaaaaaaaa')
      .replace('{key}', 'A'.repeat(43))
      .replace(
        /\{(answerId|requestId|deadlineId|successionId|postId|subtaskId|evidenceId|issueId|explanationId|paperId|amendmentId|itemId|fileId|taskId|number)\}/,
        '1',
      )
      .replace('{threadId}', String(shared.threadId))
      .replace('{runId}', '1')
      .replace('{deliveryId}', '1')
      .replace('{labelId}', '987654')
      .replace('{distributionId}', '987654')
      .replace('{role}', 'auditor')
      .replace('/search/{kind}', '/search/task')
      .replace('{kind}', 'decision')
      .replace('{year}', '2027')
      .replace('{day}', '2027-03-01')
      .replace('{changeId}', '1')
      .replace('{position}', '1')
  return { ...desk, walkers, fill, draft, taskId }
}

/** A programme with one entry that an agency leads and another coordinates on, and a plan that the first owes; ids by path. */
async function programmeOf(
  { reviewer }: Awaited<ReturnType<typeof openDesk>>,
  [lead, helper]: [number, number],
): Promise<Record<string, number>> {
  const made = async (path: string, body: object, ifMatch?: number) => {
    const answer = await reviewer.send('POST', `/api/programme/${path}`, { body, ...(ifMatch ? { ifMatch } : {}) })
    assert.ok(answer.status < 300, JSON.stringify(answer.body))
    return (answer.body as { id: number }).id
  }
  const programmes = await made('programmes', { kind: 'year', on: '2021-01-01' })
  const act = { actNumber: '1/QĐ-TTg', actOn: '2021-01-04' }
  await made(`programmes/${programmes}/issue`, act, 1)
  const entry = {
    programmeId: programmes,
    name: 'Đề án MẪU',
    level: 'government',
    leadAgencyId: lead,
    month: '2021-03',
  }
  const items = await made('items', { ...entry, coordinatingIds: [helper], ...act })
  const call = { number: '2/NQ-CP', title: 'MẪU', calledOn: '2021-01-04', agencyIds: [lead] }
  const calls = await made('plan-calls', call)
  const shown = await reviewer.send('GET', `/api/programme/plan-calls/${calls}`)
  const [duty] = (shown.body as { duties: { id: number }[] }).duties
  return { programmes, items, 'plan-calls': calls, 'plan-duties': duty!.id }
}
