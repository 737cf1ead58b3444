import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { systemActor } from '../platform/actor.ts'
import type { Db } from '../platform/db.ts'
import { RIGHTS } from '../platform/rights.ts'
import { type Act, TASK_ACTS } from '../tasks/act-shapes.ts'
import { assignAll } from '../tasks/index.ts'
import { aSource, aTask } from '../tasks/task.fixture.ts'
import type { Method, Place, Visitor } from './app.ts'
import { type Browser, openBrowser } from './browser.ts'
import { editOf } from './review-desk.ts'
import { TABLE } from './walked-routes.ts'
import { BY_BROWSER } from './walked-statuses.ts'
import { world } from './walked-world.ts'

/** Written by this test with RIGHTS_TABLE=write, else compared, so that a changed right shows in the review. */
const FILE = join(import.meta.dirname, '../../docs/rights.md')

const LEAD = 'bo-tai-chinh'

/** Every role, in every relation to the agency that leads the task and has the other things of the walk. */
const VISITORS: Record<string, { role: string } & Place> = {
  administrator: { role: 'administrator' },
  'leader of the Office': { role: 'followUpLeader' },
  'follow-up officer': { role: 'followUp' },
  'head of the Task Force': { role: 'taskForceHead' },
  'member who follows it': { role: 'taskForce', agency: 'bo-y-te', follows: [LEAD] },
  'member who does not': { role: 'taskForce', agency: 'bo-y-te', follows: ['bo-cong-an'] },
  auditor: { role: 'auditor' },
  'own leader': { role: 'leader', agency: LEAD },
  'own focal point': { role: 'focalPoint', agency: LEAD },
  'own clerk': { role: 'clerk', agency: LEAD },
  'own officer': { role: 'officer', agency: LEAD },
  'coordinating officer': { role: 'officer', agency: 'bo-ke-hoach-va-dau-tu' },
  'other agency’s leader': { role: 'leader', agency: 'bo-y-te' },
  'other agency’s focal point': { role: 'focalPoint', agency: 'bo-y-te' },
  'other agency’s officer': { role: 'officer', agency: 'bo-y-te' },
}
const OTHERS = Object.keys(VISITORS).filter((who) => who.startsWith('other agency') || who === 'member who does not')

test('the table of every route and every role is the agreed one', async (t) => {
  const app = await world(t)
  const { as, fill, draft, send, db } = app
  const names = Object.keys(VISITORS)
  const visitors = new Map<string, Visitor>()
  for (const [who, { role, ...place }] of Object.entries(VISITORS)) visitors.set(who, await as(role, place))
  const rows: string[] = []
  const leaks: string[] = []
  for (const [route, { options = {}, query = '', open }] of Object.entries(TABLE)) {
    const [method, path] = route.split(' ') as [Method, string]
    const sent = options.body === 'DRAFT' ? { ...options, body: editOf(draft) } : options
    const statuses: number[] = []
    for (const who of names) statuses.push((await visitors.get(who)!.send(method, fill(path) + query, sent)).status)
    const stranger = (await send(method, fill(path) + query, sent)).status
    rows.push(`| ${method} | \`${path}\` | ${[...statuses, stranger].join(' | ')} |`)

    const of = (who: string) => statuses[names.indexOf(who)]!
    if (statuses.some((status) => status >= 500)) leaks.push(`${route}: ${statuses.join(' ')}`)
    if (!open && stranger !== 401) leaks.push(`${route}: a stranger gets ${stranger}`)
    // To others a task or a directive does not exist.
    if (/^\/api\/(tasks|directives)\/\{id\}/.test(path)) {
      for (const who of OTHERS) {
        const allowed = method === 'GET' ? [404] : [404, 400]
        if (!allowed.includes(of(who))) leaks.push(`${route}: ${who} gets ${of(who)}`)
      }
    }
    // An auditor reads everything and changes nothing but their own account.
    // The bulk route answers 200 with the failed acts: for an auditor, all of them. The sheet of a selection is only read.
    const isOwn =
      /^\/api\/(me|account|calendar-addresses|programme\/feeds|notifications|tasks\/bulk|tasks\/export)\b/.test(path)
    if (method !== 'GET' && !open && !isOwn && of('auditor') < 300)
      leaks.push(`${route}: the auditor gets ${of('auditor')}`)
  }
  const ofBrowsers = await askAtBrowsers(app, leaks)
  assert.deepEqual(leaks, [])
  const text = page(await rolesIn(db), names, rows, ofBrowsers)
  if (process.env.RIGHTS_TABLE === 'write') writeFileSync(FILE, text)
  assert.ok(existsSync(FILE), 'write it with RIGHTS_TABLE=write')
  assert.equal(
    text,
    readFileSync(FILE, 'utf8'),
    'rights have changed: write the table with RIGHTS_TABLE=write and review the changes',
  )
})

/**
 * The routes of one's own account take no token: what they answer, a person at a browser sees. One person of each role asks
 * for all of them, signed in anew where the last act ended their session.
 */
async function askAtBrowsers(
  app: Awaited<ReturnType<typeof world>>,
  leaks: string[],
): Promise<{ roles: string[]; rows: string[] }> {
  const { as, fill } = app
  const people = new Map<string, Visitor>()
  for (const { role, ...place } of Object.values(VISITORS))
    people.set(role, people.get(role) ?? (await as(role, place)))
  const browsers = new Map<string, Browser>()
  const ask = async (visitor: Visitor, ...request: Parameters<Visitor['send']>): Promise<number> => {
    const open = browsers.get(visitor.email) ?? openBrowser(app)
    if (!browsers.has(visitor.email)) assert.equal((await open.signIn(visitor)).status, 200)
    browsers.set(visitor.email, open)
    const { status } = await open.send(...request)
    if (status === 401) browsers.delete(visitor.email)
    return status
  }
  const rows: string[] = []
  for (const [route, { status: byToken, options = {}, query = '' }] of Object.entries(TABLE)) {
    const [method, path] = route.split(' ') as [Method, string]
    if (byToken !== BY_BROWSER || !/^\/api\/(account|second-factor)/.test(path)) continue
    const answers: number[] = []
    for (const visitor of people.values()) {
      const first = await ask(visitor, method, fill(path) + query, options)
      answers.push(first === 401 ? await ask(visitor, method, fill(path) + query, options) : first)
    }
    rows.push(`| ${method} | \`${path}\` | ${answers.join(' | ')} |`)
    if (answers.some((status) => status === 401 || status === 403 || status >= 500))
      leaks.push(`${route}: at a browser ${answers.join(' ')}`)
  }
  return { roles: [...people.keys()], rows }
}

interface RoleRow {
  role: string
  name_en: string
  sees: string
  rights: string[]
}

/** The roles as shipped. */
async function rolesIn(db: Db): Promise<RoleRow[]> {
  return db.selectFrom('registry.role').select(['role', 'name_en', 'sees', 'rights']).orderBy('position').execute()
}

function page(
  roles: readonly RoleRow[],
  names: readonly string[],
  rows: readonly string[],
  ofBrowsers: { roles: string[]; rows: string[] },
): string {
  return [
    '# Who may do what',
    '',
    '## What each role has, as shipped',
    '',
    'An office may change this under *Vai trò và quyền*. The rights of technical administration (`….keep`) and those of the office’s work are in',
    'different roles ([0026](decisions/0026-the-office-and-its-administrators.md)); a person who does both holds two posts.',
    '',
    `| | ${roles.map(({ role, name_en }) => `${name_en} \`${role}\``).join(' | ')} |`,
    `| --- | ${roles.map(() => '---').join(' | ')} |`,
    `| sees | ${roles.map(({ sees }) => sees).join(' | ')} |`,
    ...RIGHTS.map(
      (right) => `| \`${right}\` | ${roles.map(({ rights }) => (rights.includes(right) ? 'yes' : '')).join(' | ')} |`,
    ),
    '',
    '## What each route answers',
    '',
    'Written by `server/test/rights-table.test.ts` from the server’s answers: every route of the API, requested by every role, on',
    'data of the leading ministry. “Own” is a person of that ministry, “other agency” one of a ministry without a part.',
    '200 and 201: done or shown. 409 and 400: allowed, but refused here because the version or the input is wrong on purpose,',
    'so that nothing changes for the next request. 403: visible but not allowed. 404: not visible. 401: sign-in required.',
    '',
    `| | route | ${[...names, 'signed out'].join(' | ')} |`,
    `| --- | --- | ${[...names, 'signed out'].map(() => '---').join(' | ')} |`,
    ...rows,
    '',
    '## What the routes of one’s own account answer at a browser',
    '',
    'They take no token, hence 403 above. Requested by a person of each role signed in at a browser, with a wrong password or code on purpose.',
    '',
    `| | route | ${ofBrowsers.roles.join(' | ')} |`,
    `| --- | --- | ${ofBrowsers.roles.map(() => '---').join(' | ')} |`,
    ...ofBrowsers.rows,
    '',
  ].join('\n')
}

/** The path of each act on a task, with a valid body. */
const ACTS: Partial<Record<Act, [path: string, body: object]>> = {
  receive: ['receive', {}],
  start: ['start', {}],
  report: ['progress', { percent: 1, body: 'x' }],
  reportDone: ['done', { completedOn: '2021-02-01', body: 'x' }],
  requestReturn: ['requests/return', { reason: 'x' }],
  confirm: ['confirm', {}],
  sendBack: ['send-back', { reason: 'x' }],
  cancel: ['cancel', { reason: 'x' }],
  correct: ['correct', { completedOn: null, reason: 'x' }],
}

/** A person's relation to a task: `access.ts` of tasks decides the answer by it. */
type Relation = 'accountable' | 'coordinating' | 'giver' | 'reader' | 'none'

test('own agency, parent, unit, predecessor, successor: the answer follows access.ts', async (t) => {
  const { as, agency, clock, db } = await world(t)
  // After the reorganisation of 01/3/2025, with a task given while the ended ministry still led it.
  clock.set('2025-03-10')
  const [office, unit, planning, health] = await Promise.all(
    ['van-phong-chinh-phu', 'vpcp-vu-tong-hop', 'bo-ke-hoach-va-dau-tu', 'bo-y-te'].map(agency),
  )
  const ids = await db
    .transaction()
    .execute((trx) =>
      assignAll(
        trx,
        systemActor('thử'),
        { ...aSource({ office } as Parameters<typeof aSource>[0]), kind: 'archive', id: null, number: '7/QĐ-MẪU' },
        [aTask('1', unit!, '2025-12-31'), aTask('2', planning!, '2025-12-31'), aTask('3', health!, '2025-12-31')],
        clock.now(),
      ),
    )
  const [ofUnit, ofEnded, ofHealth] = ids as [number, number, number]
  const rows: [who: string, place: { role: string } & Place, task: number, relation: Relation][] = [
    ['an officer of the unit', { role: 'officer', agency: 'vpcp-vu-tong-hop' }, ofUnit, 'accountable'],
    ['an officer of the agency above it', { role: 'officer', agency: 'van-phong-chinh-phu' }, ofUnit, 'accountable'],
    ['an officer of the unit beside it', { role: 'officer', agency: 'vpcp-vu-kinh-te-tong-hop' }, ofUnit, 'none'],
    ['an officer of another agency', { role: 'officer', agency: 'bo-y-te' }, ofUnit, 'none'],
    ['an officer of the main successor', { role: 'officer', agency: 'bo-tai-chinh' }, ofEnded, 'accountable'],
    [
      'an officer still in the post of the ended agency',
      { role: 'officer', agency: 'bo-ke-hoach-va-dau-tu' },
      ofEnded,
      'accountable',
    ],
    ['an officer of another agency', { role: 'officer', agency: 'bo-y-te' }, ofEnded, 'none'],
    ['an officer of a unit under the agency', { role: 'officer', agency: 'vpcp-vu-tong-hop' }, ofHealth, 'none'],
    ['an officer of the successor of another', { role: 'officer', agency: 'bo-tai-chinh' }, ofHealth, 'none'],
    ['a follow-up officer', { role: 'followUp' }, ofHealth, 'giver'],
    ['a member who follows the agency', { role: 'taskForce', follows: ['bo-y-te'] }, ofHealth, 'reader'],
    ['a member who follows another', { role: 'taskForce', follows: [LEAD] }, ofHealth, 'none'],
    ['an auditor', { role: 'auditor' }, ofHealth, 'reader'],
  ]
  for (const [who, { role, ...place }, task, relation] of rows) {
    const visitor = await as(role, place)
    const read = await visitor.send('GET', `/api/tasks/${task}`)
    assert.equal(read.status, relation === 'none' ? 404 : 200, `${who} reads`)
    for (const [act, [path, body]] of Object.entries(ACTS)) {
      const needed = TASK_ACTS[act as Act].who
      const may =
        relation === 'accountable'
          ? needed !== 'giver' && needed !== 'coordinating'
          : relation === 'giver' && needed === 'giver'
      const expected = relation === 'none' ? 404 : may ? 409 : 403
      const answer = await visitor.send('POST', `/api/tasks/${task}/${path}`, { body, ifMatch: 999 })
      assert.equal(answer.status, expected, `${who}: ${act}: ${JSON.stringify(answer.body)}`)
    }
  }
})
