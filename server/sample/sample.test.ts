import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { importDirective } from '../directives/index.ts'
import { house } from '../house.ts'
import { systemActor } from '../platform/actor.ts'
import { findActor } from '../registry/index.ts'
import { type Statistics, statistics, type TaskList } from '../tasks/index.ts'
import { freshApp, type TestApp } from '../test/app.ts'
import { accountsFile, type SampleAccount } from '../welcome.ts'
import { addAccounts, FOLLOW_UP_EMAIL, isCutOff } from './accounts.ts'
import { loadSample } from './load.ts'

const READER = systemActor('kiểm thử')
const TODAY = '2026-11-22'
const SINCE = '2020-01-01'

type Question = Parameters<typeof statistics>[2]

test('the national sample', async (t) => {
  const app = await freshApp(t, { at: TODAY })
  const began = performance.now()
  const progress: string[] = []
  await loadSample(app, 'national', (sentence) => progress.push(sentence))
  t.diagnostic(`loaded in ${Math.round((performance.now() - began) / 100) / 10} s`)
  const ask = (query: Question): Promise<Statistics> => statistics(app.db, READER, query, TODAY)

  await t.test('figures of 28/02/2021, as known that day and as known today', async () => {
    for (const knownOn of [undefined, TODAY]) {
      const { total } = await ask({ from: SINCE, asOf: '2021-02-28', knownOn })
      assert.deepEqual(
        [total.assigned, total.done, total.doneOnTime, total.doneLate, total.openInTerm, total.openOverdue],
        [10_527, 6_954, 6_185, 769, 3_230, 343],
      )
    }
    const young = await ask({ from: '2021-01-01', asOf: '2021-02-28' })
    assert.equal(young.total.assigned, 692)
  })

  await t.test('the work programme and the action plans of 28/02/2021, from rows', async () => {
    const office = { ...(await app.as('followUp')).actor, title: null, sample: true, isTwoFactor: false }
    for (const knownOn of [null, '2021-03-02']) {
      const figure = async (name: string) =>
        (
          await house.figures
            .get(`programme.${name}`)!
            .compute(app.db, { actor: office, from: '2021-01-01', asOf: '2021-02-28', knownOn, today: TODAY })
        ).printed
      const names = ['dueInPeriod', 'submitted', 'owed', 'owedShare', 'owedSharePoints', 'dueNextMonth'] as const
      assert.deepEqual(await Promise.all(names.map(figure)), [
        '44',
        '32',
        '12',
        '27,2%',
        'giảm 7,5 điểm phần trăm',
        '47',
      ])
      const plans = [
        'plansIssuedMinistries',
        'plansDueMinistries',
        'plansIssuedProvinces',
        'plansDueProvinces',
      ] as const
      assert.deepEqual(await Promise.all(plans.map(figure)), ['19', '22', '35', '63'])
    }
  })

  await t.test('printed "3,2%", "+0,1" against "3,1%" of 31/01/2021; rounded, "3,3%" and "+0,2"', async () => {
    const cut = await ask({ from: SINCE, asOf: '2021-02-28' })
    assert.equal(cut.shares.overdueOfAssigned.printed, '3,2%')
    assert.equal(cut.previousMonth?.asOf, '2021-01-31')
    assert.equal(cut.previousMonth?.overdueShare.printed, '3,1%')
    assert.equal(cut.previousMonth?.overdueSharePoints, '+0,1')
    const rounded = await ask({ from: SINCE, asOf: '2021-02-28', rounding: 'round1' })
    assert.equal(rounded.previousMonth?.overdueSharePoints, '+0,2')
    const before = await ask({ from: SINCE, asOf: '2021-01-31' })
    assert.deepEqual(before.total, cut.previousMonth?.partition)
  })

  await t.test('by agency, group, directive and month the parts add up to the total, on any day', async () => {
    for (const asOf of ['2020-06-30', '2021-01-31', '2021-02-28', '2023-05-05', TODAY]) {
      const whole = await ask({ from: SINCE, asOf })
      for (const by of ['agency', 'group', 'source', 'month'] as const) {
        const { rows } = await ask({ from: SINCE, asOf, by })
        for (const figure of ['assigned', 'doneOnTime', 'doneLate', 'openInTerm', 'openOverdue'] as const) {
          const sum = rows.reduce((all, { partition }) => all + partition[figure], 0)
          assert.equal(sum, whole.total[figure], `${figure} by ${by} on ${asOf}`)
        }
      }
    }
  })

  await t.test(
    'all 22 ministries, 8 agencies and 63 provinces lead tasks, with different size and punctuality',
    async () => {
      const { rows } = await ask({ from: SINCE, asOf: '2021-02-28', by: 'agency' })
      assert.equal(rows.length, 93)
      assert.ok(rows.every(({ partition }) => partition.assigned >= 5))
      assert.equal(rows.filter(({ label }) => label.startsWith('Ủy ban nhân dân')).length, 63)
      const sizes = rows.map(({ partition }) => partition.assigned)
      assert.ok(Math.max(...sizes) > 10 * Math.min(...sizes))
      assert.ok(new Set(rows.map(({ overdueShare }) => overdueShare.printed)).size > 20)
    },
  )

  await t.test('a figure opens as many rows as it counts', async () => {
    const visitor = await app.as('followUp')
    for (const [standing, count] of [
      ['doneOnTime', 6_185],
      ['openOverdue', 343],
    ] as const) {
      const { status, body } = await visitor.send(
        'GET',
        `/api/tasks?from=${SINCE}&asOf=2021-02-28&standing=${standing}&count=true&limit=500`,
      )
      assert.equal(status, 200)
      const list = body as TaskList
      assert.equal(list.total, count)
      assert.ok(list.rows.every((row) => row.standing === standing))
    }
  })

  await t.test('today nearly all tasks are done, and a few dozen are not', async () => {
    const { total } = await ask({ from: SINCE, to: '2021-02-28', asOf: TODAY })
    assert.equal(total.assigned, 10_527)
    assert.ok(total.open >= 24 && total.open <= 96, `${total.open} open`)
    assert.ok(total.openOverdue > 0 && total.openInTerm > 0)
    const { rows } = await ask({ from: SINCE, to: '2021-02-28', asOf: TODAY, by: 'agency' })
    const ended = rows.filter(({ partition }) => partition.open > 0).map(({ label }) => label)
    assert.ok(!ended.includes('Bộ Kế hoạch và Đầu tư'), 'open tasks of ended agencies went to their successors')
  })

  assert.ok(progress.length >= 3)
})

test('the small sample', async (t) => {
  const app = await freshApp(t, { at: TODAY })
  const accounts = await loadSample(app, 'small', () => {})

  await t.test('one task in thirty-five', async () => {
    const { total } = await statistics(app.db, READER, { to: '2021-02-28' }, TODAY)
    assert.equal(total.assigned, 301)
  })

  await t.test('each account signs in as its person, by password and by token', async () => {
    const path = accountsFile(app.config.dataDir)
    assert.equal(statSync(path).mode & 0o777, 0o600)
    assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), accounts)
    const roles: string[] = []
    for (const { email, password, token, name } of accounts) {
      const signed = await app.send('POST', '/api/auth/sign-in/email', { body: { email, password } })
      assert.equal(signed.status, 200)
      const me = await app.send('GET', '/api/me', { headers: { authorization: `Bearer ${token}` } })
      assert.equal(me.status, 200)
      const { name: shown, role } = me.body as { name: string; role: string }
      assert.equal(shown, name)
      roles.push(role)
    }
    assert.deepEqual(roles, [
      'administrator',
      'followUp',
      'taskForce',
      'focalPoint',
      'officer',
      'officer',
      'followUpLeader',
      'leader',
      'officer',
      'auditor',
      'taskForceHead',
      'followUp',
      'clerk',
      'clerk',
      'leader',
      'leader',
      'officer',
      'officer',
      'clerk',
      'leader',
      'leader',
      'officer',
      'clerk',
      'leader',
      'leader',
      'officer',
    ])
    assert.ok(accounts.every(({ email }) => email.endsWith('@mau.example')))
  })

  await t.test(
    'the member of the Task Force sees the followed agencies, the unit its own tasks, the auditor all',
    async () => {
      const seen = async (name: string) => {
        const { token } = accounts.find(({ email }) => email.startsWith(`${name}@`))!
        const url = '/api/statistics?to=2021-02-28'
        const { body } = await app.send('GET', url, { headers: { authorization: `Bearer ${token}` } })
        return (body as Statistics).total.assigned
      }
      const [all, followed, ministry, unit] = [
        await seen('kiemtra'),
        await seen('tocongtac'),
        await seen('lanhdaobtc'),
        await seen('cucthue'),
      ]
      assert.equal(all, 301)
      assert.ok(followed > ministry && followed < all, `${followed} followed`)
      assert.ok(ministry > 0)
      assert.equal(unit, 0)
    },
  )

  await t.test(
    'the page of the member of the Task Force shows where reorganisations broke what is followed',
    async () => {
      const { token } = accounts.find(({ email }) => email.startsWith('tocongtac@'))!
      const mine = async (query: string) => {
        const answer = await app.send('GET', `/api/taskforce/mine${query}`, {
          headers: { authorization: `Bearer ${token}` },
        })
        assert.equal(answer.status, 200)
        return answer.body as {
          agencies: { name: string }[]
          former: { agencyName: string; toOn: string; successor: { name: string } | null }[]
        }
      }
      const now = await mine('')
      assert.deepEqual(
        now.former.map(({ agencyName, toOn, successor }) => [agencyName, toOn, successor?.name]),
        [
          ['Bộ Kế hoạch và Đầu tư', '2025-02-28', 'Bộ Tài chính'],
          ['Ủy ban nhân dân tỉnh Hải Dương', '2025-06-30', 'Ủy ban nhân dân thành phố Hải Phòng'],
        ],
      )
      assert.equal(now.agencies.length, 14)
      const before = await mine('?asOf=2021-02-28')
      assert.deepEqual([before.agencies.length, before.former], [16, []])
    },
  )

  await t.test(
    'the 21 targets of a plan: reached or not, on a word, on papers or confirmed, as of any day',
    async () => {
      const { token } = accounts.find(({ email }) => email.startsWith('theodoi@'))!
      const get = async (path: string) => {
        const answer = await app.send('GET', `/api/reports${path}`, { headers: { authorization: `Bearer ${token}` } })
        assert.equal(answer.status, 200, path)
        return (answer.body as { rows: Record<string, unknown>[] }).rows
      }
      const [plan] = await get('/scoreboard/documents')
      assert.deepEqual([plan!.number, plan!.targets], ['12/QĐ-MẪU', 21])
      const tally = (rows: Record<string, unknown>[], by: string) =>
        Object.fromEntries(
          Object.entries(Object.groupBy(rows, (row) => String(row[by]))).map(([name, of]) => [name, of!.length]),
        )
      const now = await get(`/scoreboard?source=${plan!.source}`)
      assert.deepEqual(tally(now, 'state'), { reached: 9, missed: 7, unmeasured: 5 })
      assert.deepEqual(tally(now, 'ground'), { confirmed: 2, claim: 7, evidence: 7, none: 5 })
      assert.deepEqual([now[0]!.required, now[0]!.measured, now[0]!.words], ['10–15%', 12.4, 'đạt'])
      const before = await get(`/scoreboard?source=${plan!.source}&asOf=2026-11-01`)
      assert.deepEqual(tally(before, 'state'), { unmeasured: 21 }, 'measured the day after')
      const kinds = await get('')
      assert.equal(new Set(kinds.map(({ kind }) => kind)).size, 9, "a report of each kind of the Office's")
    },
  )

  await t.test(
    'books of two ministries and a province: numbers without gap, signatures that hold, a hand-over',
    async () => {
      const get = async (name: string, path: string) => {
        const { token } = accounts.find(({ email }) => email.startsWith(`${name}@`))!
        const { status, body } = await app.send('GET', path, { headers: { authorization: `Bearer ${token}` } })
        assert.equal(status, 200, path)
        return body as { rows: Record<string, unknown>[] }
      }
      for (const clerk of ['vanthubtc', 'vanthubyt', 'vanthuqn']) {
        const { rows } = await get(clerk, '/api/records/incoming/book?limit=200')
        assert.deepEqual(
          rows.map(({ number }) => Number(number)),
          rows.map((_, place) => rows.length - place),
          `book of ${clerk}`,
        )
        const issued = await get(clerk, '/api/records/outgoing?state=issued&limit=50')
        assert.ok(issued.rows.every(({ isSample }) => isSample))
        const verdict = (await get(clerk, `/api/records/outgoing/${issued.rows[0]!.id}/verdict`)) as unknown as {
          state: string
          signatures: { kind: string; holder: { name: string } }[]
        }
        assert.equal(verdict.state, 'valid')
        assert.deepEqual(
          verdict.signatures.map(({ kind }) => kind),
          ['signature', 'signature', 'timeStamp'],
        )
      }
      const [letter] = (await get('vanthubtc', '/api/records/incoming?words=don+doc&limit=50')).rows.filter(
        ({ sender }) => (sender as { name: string }).name === 'Văn phòng Chính phủ',
      )
      assert.ok(letter, 'a letter that urges came in')
      const [directive] = (await get('vanthu', '/api/records/incoming')).rows
      assert.equal(directive!.notation, '512/TB-MẪU')
      const figures = (await get('vanthubtc', '/api/records/incoming/figures?from=2026-01-01')) as unknown as {
        people: { doneLate: number; openLate: number }[]
        units: { done: number }[]
      }
      assert.ok(figures.units[0]!.done > 5)
      assert.ok(
        figures.people.some(({ doneLate }) => doneLate > 0),
        'late steps by person',
      )
      assert.ok((await get('vanthuqn', '/api/records/hand-overs')).rows.length > 0)
    },
  )

  await t.test('passwords are random for each installation', async (own) => {
    const { db, config, clock } = await freshApp(own, { at: TODAY })
    const other = await db.transaction().execute((trx) => addAccounts(trx, config.dataDir, clock.now()))
    const secrets = ({ password, token }: SampleAccount) => [password, token]
    assert.equal(new Set([...accounts, ...other].flatMap(secrets)).size, 104)
  })

  await t.test('confirmed documents have become tasks of today’s agencies, the others wait', async () => {
    assert.equal(await directivesOf(app, 'confirmed'), 5)
    assert.equal(await directivesOf(app, 'review'), 2)
    const { rows } = await statistics(app.db, READER, { from: '2026-01-01', by: 'agency' }, TODAY)
    const labels = rows.map(({ label }) => label)
    for (const name of ['Bộ Tài chính', 'Bộ Y tế', 'Ủy ban nhân dân tỉnh Quảng Ninh'])
      assert.ok(labels.includes(name), name)
  })
})

test('loading again, or at another scale, adds only what is missing', async (t) => {
  const app = await freshApp(t, { at: '2020-03-15' })
  const given = async () => (await statistics(app.db, READER, {}, '2020-03-15')).total.assigned
  const accounts = await loadSample(app, 'small', () => {})
  const small = await given()
  assert.deepEqual(await loadSample(app, 'small', () => {}), accounts)
  assert.equal(await given(), small)
  assert.deepEqual(await loadSample(app, 'national', () => {}), accounts)
  assert.ok((await given()) > 20 * small)
})

test('an interrupted load continues at the next start: same accounts, every document complete', async (t) => {
  const app = await freshApp(t, { at: TODAY })
  const { dataDir } = app.config
  const blobs = join(dataDir, 'blobs')
  // A disk that accepts no file ends the load between the register and the documents.
  renameSync(blobs, `${blobs}.away`)
  writeFileSync(blobs, '')
  await assert.rejects(loadSample(app, 'small', () => {}))
  assert.ok(isCutOff(dataDir) && !existsSync(accountsFile(dataDir)))
  rmSync(blobs)
  renameSync(`${blobs}.away`, blobs)
  // One document was being read when the machine went down.
  const user = await app.db
    .selectFrom('platform.user')
    .select('id')
    .where('email', '=', FOLLOW_UP_EMAIL)
    .executeTakeFirstOrThrow()
  const actor = (await findActor(app.db, { userId: user.id, sessionId: null }, '2021-02-28'))!
  const folder = join(import.meta.dirname, 'directives')
  const fileName = readdirSync(folder)
    .filter((name) => name.startsWith('20'))
    .sort()[0]!
  await importDirective(app, actor, { bytes: readFileSync(join(folder, fileName)), fileName })

  const accounts = await loadSample(app, 'small', () => {})
  assert.deepEqual([await directivesOf(app, 'confirmed'), await directivesOf(app, 'review')], [5, 2])
  assert.ok(!isCutOff(dataDir))
  const me = await app.send('GET', '/api/me', { headers: { authorization: `Bearer ${accounts[1]!.token}` } })
  assert.equal(me.status, 200)
  assert.deepEqual(JSON.parse(readFileSync(accountsFile(dataDir), 'utf8')), accounts)
})

test('a server with a clock in the past loads what had happened by then', async (t) => {
  const app = await freshApp(t, { at: '2020-07-15' })
  const accounts = await loadSample(app, 'small', () => {})
  assert.equal(accounts.length, 26)
  const { total } = await statistics(app.db, READER, {}, '2020-07-15')
  assert.ok(total.assigned > 100 && total.assigned < 200 && total.open > 0)
  assert.equal(await directivesOf(app, 'confirmed'), 0)
  const user = await app.db.selectFrom('platform.user').select('id').executeTakeFirstOrThrow()
  assert.equal((await findActor(app.db, { userId: user.id, sessionId: null }, '2021-02-28'))?.sample, true)
})

async function directivesOf({ db }: TestApp, state: 'confirmed' | 'review'): Promise<number> {
  const rows = await db.selectFrom('directives.directive').select('directive_id').where('state', '=', state).execute()
  return rows.length
}
