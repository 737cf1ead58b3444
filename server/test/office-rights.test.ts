/** Whoever runs the system decides nothing in it: the office's work needs rights that the administrator does not have. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { REPORTS, submittedReport } from '../oversight/report.fixture.ts'
import { type Answer, upload, type Visitor } from './app.ts'
import { openBrowser } from './browser.ts'
import { makeReady, openDesk, SAMPLE, takeIn } from './review-desk.ts'

const codeOf = ({ body }: Answer) => (body as { code?: string }).code
const statusOf = ({ status }: Answer) => status

/** A document reviewed and not confirmed; a task reported done; a letter and a report submitted; a reorganisation rehearsed. */
async function underWay(t: Parameters<typeof openDesk>[0]) {
  const desk = await openDesk(t)
  const { reviewer, drain, agency } = desk
  const administrator = await desk.as('administrator')
  const leader = await desk.as('followUpLeader')
  const officer = await desk.as('officer', { agency: 'bo-tai-chinh' })
  const finance = await agency('bo-tai-chinh')

  const confirmed = await makeReady(desk, (await takeIn(desk)).id)
  const url = `/api/directives/${confirmed.id}`
  const { taskIds } = (await reviewer.send('POST', `${url}/confirm`, { body: {}, ifMatch: confirmed.version }))
    .body as {
    taskIds: number[]
  }
  const other = Buffer.from(SAMPLE.toString().replaceAll('901/', '902/'))
  const waiting = await makeReady(desk, (await takeIn(desk, other, 'khac.txt')).id)

  const place = confirmed.drafts.filter(({ isDropped }) => !isDropped).findIndex(({ ref }) => ref === 'II.2.a')
  const task = `/api/tasks/${taskIds[place]!}`
  const versionOf = async () => ((await reviewer.send('GET', task)).body as { version: number }).version
  for (const [path, body] of [
    ['receive', {}],
    ['done', { completedOn: '2021-02-27', body: 'Đã trình.' }],
  ] as const) {
    const done = await officer.send('POST', `${task}/${path}`, { body, ifMatch: await versionOf() })
    assert.equal(done.status, 200, JSON.stringify(done.body))
  }

  const report = await submittedReport(reviewer, { month: '2021-01', knownOn: '2021-02-28' })
  const plan = await administrator.send('POST', '/api/reorganisations', {
    body: {
      title: 'Phương án MẪU',
      source: 'Nghị quyết MẪU',
      lines: [
        {
          old: 'Bộ Kế hoạch và Đầu tư',
          new: 'Bộ Tài chính',
          kind: 'main',
          subject: '',
          effectiveOn: '2021-02-01',
          source: '',
          founding: null,
        },
      ],
    },
  })
  assert.equal(plan.status, 201, JSON.stringify(plan.body))
  const planUrl = `/api/reorganisations/${(plan.body as { id: number }).id}`
  const { runId } = (await administrator.send('POST', `${planUrl}/rehearse`)).body as { runId: number }
  await drain()

  /** What the office does here, and who of it may. */
  const acts: [what: string, of: 'specialist' | 'leader', run: (who: Visitor) => ReturnType<Visitor['send']>][] = [
    [
      'imports a document',
      'specialist',
      (who) => who.send('POST', '/api/directives', upload('moi.txt', Buffer.from(`${SAMPLE}\n`))),
    ],
    [
      'confirms a document',
      'specialist',
      (who) => who.send('POST', `/api/directives/${waiting.id}/confirm`, { body: {}, ifMatch: waiting.version }),
    ],
    [
      'confirms a result',
      'specialist',
      async (who) => who.send('POST', `${task}/confirm`, { body: {}, ifMatch: await versionOf() }),
    ],
    [
      'cancels a task',
      'specialist',
      async (who) => who.send('POST', `/api/tasks/${taskIds.at(-1)}/cancel`, { body: { reason: 'Thử' }, ifMatch: 1 }),
    ],
    [
      'drafts letters',
      'specialist',
      (who) => who.send('POST', '/api/urging/letters', { body: { agencyIds: [finance] } }),
    ],
    ['notifies by the rules', 'specialist', (who) => who.send('POST', '/api/urging/run')],
    ['draws up a report', 'specialist', (who) => who.send('POST', REPORTS, { body: { month: '2021-02' } })],
    [
      'signs and issues a report',
      'leader',
      (who) => who.send('POST', `${REPORTS}/${report.id}/sign`, { ifMatch: report.version }),
    ],
    [
      'applies a reorganisation',
      'leader',
      (who) => who.send('POST', `${planUrl}/apply`, { body: { rehearsalId: runId }, ifMatch: 1 }),
    ],
  ]
  return { ...desk, administrator, leader, acts }
}

test('an administrator does nothing of the office’s work, a specialist signs nothing, a leader does it all', async (t) => {
  const { administrator, reviewer, leader, acts } = await underWay(t)
  for (const [what, , run] of acts) assert.equal((await run(administrator)).status, 403, `an administrator ${what}`)
  for (const [what, of, run] of acts) {
    if (of === 'leader') assert.equal((await run(reviewer)).status, 403, `a specialist ${what}`)
  }
  for (const [what, of, run] of acts) {
    const answer = await run(of === 'leader' ? leader : reviewer)
    assert.ok(answer.status < 300, `${what}: ${JSON.stringify(answer.body)}`)
  }
})

test('one person does both only in two posts, given by another', async (t) => {
  const office = await underWay(t)
  const { as, administrator, acts, agency } = office
  const post = {
    agencyId: await agency('van-phong-chinh-phu'),
    role: 'followUpLeader',
    title: 'Phó Chủ nhiệm',
    from: '2021-02-28',
  }
  const { personId } = administrator.actor
  const give = (who: Visitor) => who.send('POST', `/api/people/${personId}/posts`, { body: post, ifMatch: 1 })
  assert.equal(codeOf(await give(administrator)), 'post.to_oneself')
  const given = await give(await as('administrator'))
  assert.equal(given.status, 200, JSON.stringify(given.body))

  const browser = openBrowser(office)
  assert.equal((await browser.signIn(administrator)).status, 200)
  const inSession: Visitor = { ...administrator, send: browser.send }
  const [, , sign] = acts.find(([what]) => what === 'signs and issues a report')!
  assert.equal(statusOf(await sign(inSession)), 403, 'in the administrator’s post')
  const { id } = given.body as { id: number }
  const chosen = await browser.send('POST', '/api/me/post', { body: { postId: id, deputationId: null } })
  assert.equal(statusOf(chosen), 200, JSON.stringify(chosen.body))
  assert.equal(statusOf(await browser.send('GET', '/api/mail')), 403, 'in the leader’s post')
  assert.equal(statusOf(await sign(inSession)), 200)
})
