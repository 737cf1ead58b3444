import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Static } from 'typebox'
import { freshApp, type Visitor } from '../test/app.ts'
import type { AgencyHistory, Comparison } from './agency-shapes.ts'
import type { CalendarYear } from './calendar-shapes.ts'
import type { AgencyDetail, AgencyList } from './shapes.ts'

type Refusal = { code: string; detail: string; fields?: { path: string; message: string }[] }
const SOURCE = 'Quyết định 999/QĐ-MẪU'

async function office(t: Parameters<typeof freshApp>[0]) {
  const world = await freshApp(t, { at: '2026-11-22' })
  const keeper = await world.as('administrator', { name: 'Quản Trị Mẫu' })
  const read = async (visitor: Visitor, id: number) => {
    const { status, body } = await visitor.send('GET', `/api/agencies/${id}`)
    assert.equal(status, 200)
    return body as AgencyDetail
  }
  return { ...world, keeper, read }
}

test('an agency is managed over HTTP: founded once, changed on the version seen, with its history', async (t) => {
  const { keeper, read, as } = await office(t)
  const body = { name: 'Ủy ban Mẫu', kind: 'other', from: '2026-12-01', source: SOURCE }
  const made = await keeper.send('POST', '/api/agencies', { body, key: 'k1' })
  assert.equal(made.status, 201)
  const { id } = made.body as { id: number }
  assert.deepEqual(
    (await keeper.send('POST', '/api/agencies', { body, key: 'k1' })).body,
    { id },
    'a retry founds no second one',
  )
  const path = `/api/agencies/${id}`
  const seen = await read(keeper, id)
  assert.deepEqual([seen.version, seen.changedBy, seen.may.change], [1, 'Quản Trị Mẫu', true])

  const change = { from: '2027-06-01', name: 'Bộ Mẫu', kind: 'ministry', source: SOURCE }
  const changed = await keeper.send('POST', `${path}/changes`, { body: change, ifMatch: 1 })
  assert.deepEqual([changed.status, changed.body, changed.headers.etag], [200, { version: 2 }, '"2"'])
  const other = await as('administrator', { name: 'Quản Trị Hai' })
  const stale = await other.send('POST', `${path}/end`, { body: { on: '2028-01-01', source: SOURCE }, ifMatch: 1 })
  assert.equal(stale.status, 409)
  assert.match((stale.body as Refusal).detail, /Quản Trị Mẫu đã sửa/)
  const wordless = await keeper.send('POST', `${path}/end`, { body: { on: '2028-01-01', source: ' ' }, ifMatch: 2 })
  assert.deepEqual([wordless.status, (wordless.body as Refusal).fields?.[0]?.path], [400, 'source'])
  const ended = await keeper.send('POST', `${path}/end`, {
    body: { on: '2028-01-01', heirId: null, source: SOURCE },
    ifMatch: 2,
  })
  assert.equal(ended.status, 200)
  const now = await read(keeper, id)
  assert.equal(now.version, (ended.body as { version: number }).version)
  assert.deepEqual(
    now.successors.map(({ kind }) => kind),
    ['renamed', 'abolished'],
  )

  const { entries } = (await keeper.send('GET', `${path}/history`)).body as AgencyHistory
  assert.deepEqual(
    entries.map(({ event, by, source }) => [event, by, source]),
    ['agency.succeeded', 'agency.ended', 'agency.changed', 'agency.founded'].map((event) => [
      event,
      'Quản Trị Mẫu',
      SOURCE,
    ]),
  )
  const auditor = await as('auditor')
  assert.equal((await auditor.send('GET', `${path}/history`)).status, 200)
  const officer = await as('officer', { agency: 'bo-y-te' })
  assert.equal((await officer.send('GET', `${path}/history`)).status, 403)
})

test('codes, other names and successions over HTTP', async (t) => {
  const { keeper, read, agency } = await office(t)
  const id = await agency('bo-y-te')
  const path = `/api/agencies/${id}`
  const act = async (verb: string, body: object) => {
    const { version } = await read(keeper, id)
    const answer = await keeper.send('POST', `${path}/${verb}`, { body: { source: SOURCE, ...body }, ifMatch: version })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
  }
  await act('codes', { scheme: 'qd20', code: 'G18.1', from: '2026-12-01' })
  await act('codes/end', { scheme: 'qd20', code: 'G18.1', on: '2027-12-01' })
  await act('aliases', { alias: 'Bộ Y tế Mẫu' })
  await act('aliases/withdraw', { alias: 'Bộ Y tế Mẫu' })
  const finance = await agency('bo-tai-chinh')
  await act('successions', { newId: finance, kind: 'partial', subject: 'một phần', effectiveOn: '2027-01-01' })
  const { codes, successors } = await read(keeper, id)
  assert.deepEqual(codes.find(({ scheme }) => scheme === 'qd20')?.validTo, '2027-11-30')
  const { version } = await read(keeper, id)
  const taken = await keeper.send('POST', `${path}/successions/${successors[0]?.id}/withdraw`, {
    body: { reason: 'nhập nhầm' },
    ifMatch: version,
  })
  assert.equal(taken.status, 200)
  assert.deepEqual((await read(keeper, id)).successors, [])
})

test('the focal point of an agency manages its units and nothing else', async (t) => {
  const { as, agency, read } = await office(t)
  const [health, finance] = [await agency('bo-y-te'), await agency('bo-tai-chinh')]
  const focal = await as('focalPoint', { agency: 'bo-y-te' })
  const unit = (parentId: number, rest: object = {}) => ({
    body: { name: 'Vụ Mẫu', kind: 'unit', parentId, from: '2026-12-01', source: SOURCE, ...rest },
  })
  const made = await focal.send('POST', '/api/agencies', unit(health))
  assert.equal(made.status, 201)
  assert.equal((await focal.send('POST', '/api/agencies', unit(finance))).status, 403)
  assert.equal((await focal.send('POST', '/api/agencies', unit(health, { kind: 'other' }))).status, 403)
  const { id } = made.body as { id: number }
  const send = (of: number, body: object) =>
    focal.send('POST', `/api/agencies/${of}/changes`, {
      body: { from: '2027-01-01', source: SOURCE, ...body },
      ifMatch: 1,
    })
  assert.equal((await send(health, { name: 'Bộ Khác' })).status, 403)
  assert.equal((await send(id, { parentId: finance })).status, 403, 'not out of the own agency')
  assert.equal((await send(id, { name: 'Vụ Mẫu mới' })).status, 200)
  assert.deepEqual((await read(focal, health)).may, {
    change: false,
    addUnit: true,
    readHistory: false,
    readPeople: true,
  })
  const plain = await as('officer', { agency: 'bo-y-te' })
  assert.equal((await plain.send('POST', '/api/agencies', unit(health))).status, 403)
})

test('the days of successions are listed with the agencies of a day', async (t) => {
  const { keeper } = await office(t)
  const { turns } = (await keeper.send('GET', '/api/agencies?kind=ministry')).body as Static<typeof AgencyList>
  assert.deepEqual(
    turns.map(({ on, agencies }) => [on, agencies]),
    [
      ['2025-01-01', 1],
      ['2025-03-01', 11],
      ['2025-07-01', 29],
      ['2026-04-30', 1],
    ],
  )
})

test('two days compared', async (t) => {
  const { keeper } = await office(t)
  const compare = async (from: string, to: string) =>
    (await keeper.send('GET', `/api/agencies/compare?from=${from}&to=${to}`)).body as Comparison
  const ministries = await compare('2025-02-28', '2025-03-01')
  assert.deepEqual(
    ministries.began.map(({ name }) => name),
    ['Bộ Nông nghiệp và Môi trường', 'Bộ Dân tộc và Tôn giáo'],
  )
  const planning = ministries.ended.find(({ agency }) => agency.name === 'Bộ Kế hoạch và Đầu tư')
  assert.deepEqual(
    planning?.successors.map(({ kind, newName }) => [kind, newName]),
    [['main', 'Bộ Tài chính']],
  )
  const provinces = await compare('2025-06-30', '2025-07-01')
  assert.equal(provinces.ended.filter(({ agency }) => agency.kind === 'province').length, 29)
  const hue = (await compare('2024-12-31', '2025-01-01')).changed
  assert.deepEqual(
    hue.map(({ before, after }) => [before.name, after.name]),
    [['Ủy ban nhân dân tỉnh Thừa Thiên Huế', 'Ủy ban nhân dân thành phố Huế']],
  )
})

const yearOf = async (visitor: Visitor, year: number) =>
  (await visitor.send('GET', `/api/working-calendar/${year}`)).body as CalendarYear

test('a year of the calendar is stored with its source, and two editors are notified of each other’s changes', async (t) => {
  const { keeper, as } = await office(t)
  const first = await yearOf(keeper, 2027)
  assert.deepEqual([first.version, first.changedBy, first.differences, first.mayChange], [1, null, [], true])
  assert.equal(first.workingDaysByMonth.length, 12)
  const base = '/api/working-calendar/2027'
  const choose = (body: object, ifMatch: number) =>
    keeper.send('PUT', `${base}/choices`, { body: { source: SOURCE, ...body }, ifMatch })
  assert.deepEqual((await choose({ holiday: 'tet', daysBefore: 2 }, 1)).body, { version: 2 })
  const other = await as('administrator')
  const late = await other.send('POST', `${base}/days`, { body: { off: '2027-01-04', source: SOURCE }, ifMatch: 1 })
  assert.equal(late.status, 409)
  assert.match((late.body as Refusal).detail, /Quản Trị Mẫu đã sửa/)

  const plan = (body: object, ifMatch = 2) =>
    keeper.send('POST', `${base}/days`, { body: { source: SOURCE, ...body }, ifMatch })
  const refusals: [object, string, string][] = [
    [{}, 'off', 'calendar.day_needed'],
    [{ off: '2027-01-01' }, 'off', 'calendar.off_already'],
    [{ work: '2027-03-01' }, 'work', 'calendar.works_already'],
    [{ off: '2028-01-03' }, 'off', 'calendar.other_year'],
    [{ off: '2027-03-01', work: '2027-04-30' }, 'work', 'calendar.made_up_on_weekend'],
    [{ off: '2027-03-01', source: ' ' }, 'source', 'pattern'],
    [{ off: '2027-02-30' }, 'off', 'format'],
  ]
  for (const [body, path, code] of refusals) {
    const { status, body: refused } = await plan(body)
    assert.equal(status, 400, JSON.stringify(body))
    const { fields } = refused as { fields: { path: string; code: string }[] }
    assert.deepEqual([fields[0]?.path, fields[0]?.code], [path, code])
  }
  assert.equal((await plan({ off: '2027-04-15', work: '2027-04-10' })).status, 200)
  assert.equal((await plan({ off: '2027-04-15' }, 3)).status, 400)
  const year = await yearOf(keeper, 2027)
  assert.deepEqual(year.differences, [
    { day: '2027-02-04', isWorking: false },
    { day: '2027-02-11', isWorking: true },
    { day: '2027-04-10', isWorking: true },
    { day: '2027-04-15', isWorking: false },
  ])
  assert.equal(year.workingDays, first.workingDays)
  const count = await keeper.send('GET', '/api/working-days?from=2027-04-09&add=1')
  assert.deepEqual(count.body, { from: '2027-04-09', to: '2027-04-10', workingDays: 1 })
  assert.equal((await keeper.send('GET', '/api/working-days?from=2027-04-09')).status, 400)
  assert.equal((await keeper.send('GET', '/api/working-days?from=1950-04-09&add=1')).status, 400)

  const withdraw = `${base}/days/2027-04-10/withdraw`
  assert.equal((await keeper.send('POST', withdraw, { body: { reason: 'nhầm' }, ifMatch: 3 })).status, 200)
  assert.equal((await keeper.send('POST', withdraw, { body: { reason: 'nhầm' }, ifMatch: 4 })).status, 404)
  assert.equal((await choose({ holiday: 'tet', daysBefore: null }, 4)).status, 200)
  assert.deepEqual((await yearOf(keeper, 2027)).differences, [])
  assert.equal((await keeper.send('GET', '/api/working-calendar/1900')).status, 400)
})

test('a swap across New Year belongs to both years', async (t) => {
  const { keeper } = await office(t)
  const plan = { off: '2026-12-31', work: '2027-01-09', source: SOURCE }
  const { version } = await yearOf(keeper, 2026)
  assert.equal(
    (await keeper.send('POST', '/api/working-calendar/2026/days', { body: plan, ifMatch: version })).status,
    200,
  )
  const next = await yearOf(keeper, 2027)
  assert.deepEqual([next.version, next.differences], [2, [{ day: '2027-01-09', isWorking: true }]])
})
