import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { house } from '../house.ts'
import { systemActor } from '../platform/actor.ts'
import { openDatabase } from '../platform/db.ts'
import { APPLICATION } from '../platform/schema/grants.ts'
import { migrate } from '../platform/schema/migrate.ts'
import { freshApp } from '../test/app.ts'
import { emptyDatabase, freshDatabase } from '../test/database.ts'
import { addPerson, agencyOn, findActor, loadRegistry, resolveAgency } from './index.ts'
import { readReference } from './reference.ts'
import type { AgencyDetail, Resolution } from './shapes.ts'

const AT_REGISTRY = systemActor('kiểm thử')

test('reference data is loaded once, and later changes by users stay', async (t) => {
  const url = await emptyDatabase(t)
  await migrate(url)
  const db = openDatabase(url, { role: APPLICATION, max: 2, audit: house.audit })
  try {
    const load = () => db.transaction().execute((trx) => loadRegistry(trx))
    assert.equal(await load(), 137)
    await sql`update registry.agency_period set abbreviation = 'BTCh' where name = 'Bộ Tài chính'`.execute(db)
    assert.equal(await load(), 0)
    const found = await resolveAgency(db, 'BTCh', '2026-01-01')
    assert.equal(found.agency?.name, 'Bộ Tài chính')
    const { rows } = await sql`select event, after from platform.audit`.execute(db)
    assert.deepEqual(rows, [{ event: 'registry.loaded', after: { agencies: 137 } }])
  } finally {
    await db.destroy()
  }
})

test('the reference data names only agencies it contains, and each period ends where the next begins', () => {
  const { periods, codes, successions, collectives, aliases } = readReference()
  const slugs = new Set(periods.map(({ slug }) => slug))
  const named = [
    ...periods.flatMap(({ parent }) => parent ?? []),
    ...[...codes, ...aliases].map(({ slug }) => slug),
    ...successions.flatMap((row) => [row.old, row.new ?? []].flat()),
    ...collectives.flatMap(({ parent }) => parent ?? []),
  ]
  assert.deepEqual(
    named.filter((slug) => !slugs.has(slug)),
    [],
  )
  for (const slug of slugs) {
    const own = periods.filter((period) => period.slug === slug)
    for (const [index, period] of own.entries()) {
      if (index > 0) assert.equal(period.from, own[index - 1]!.to, slug)
    }
  }
  const on = (day: string, kinds: string[]) =>
    periods.filter(({ kind, from, to }) => kinds.includes(kind) && (from ?? '') <= day && (to ?? '9999') > day).length
  assert.deepEqual(
    ['2021-02-28', '2025-02-28', '2025-03-01', '2025-06-30', '2025-07-01', '2026-11-22'].map((day) => [
      on(day, ['ministry', 'ministerialAgency']),
      on(day, ['governmentAgency']),
      on(day, ['province']),
    ]),
    [
      [22, 8, 63],
      [22, 8, 63],
      [17, 5, 63],
      [17, 5, 63],
      [17, 5, 34],
      [17, 5, 34],
    ],
  )
})

test('the database refuses contradicting facts about one day', async (t) => {
  const { db } = await freshDatabase(t)
  const finance = (await resolveAgency(db, 'Bộ Tài chính', '2021-02-28')).agency!.id
  const health = (await resolveAgency(db, 'Bộ Y tế', '2021-02-28')).agency!.id

  await t.test('an agency has one name on a day', async () => {
    const period = (from: string, to: string | null) =>
      sql`insert into registry.agency_period (agency_id, valid, name, kind, source)
          values (${finance}, daterange(${from}, ${to}), 'Bộ Tài chính và Kế hoạch', 'ministry', 'thử')`.execute(db)
    await assert.rejects(period('2026-01-01', null), { constraint: 'agency_period_pk' })
    await assert.rejects(period('2025-02-28', '2025-03-01'), { constraint: 'agency_period_pk' })
    await period('2000-01-01', '2007-07-31')
  })

  await t.test('a code has one holder on a day', async () => {
    const code = (from: string) =>
      sql`insert into registry.agency_code (agency_id, scheme, code, valid, source)
          values (${health}, 'qcvn102', 'G12', daterange(${from}, null), 'thử')`.execute(db)
    await assert.rejects(code('2030-01-01'), { constraint: 'agency_code_pk' })
    await sql`update registry.agency_code set valid = daterange(lower(valid), '2030-01-01') where code = 'G12'`.execute(
      db,
    )
    await code('2030-01-01')
  })

  await t.test('a period is never empty, a succession names its subject and its successor', async () => {
    await assert.rejects(
      sql`insert into registry.agency_period (agency_id, valid, name, kind, source)
          values (${finance}, 'empty', 'Bộ Tài chính', 'ministry', 'thử')`.execute(db),
      /agency_period_not_empty|empty/,
    )
    const succeed = (kind: string, to: number | null, subject: string | null) =>
      sql`insert into registry.succession (old_agency_id, new_agency_id, kind, subject, effective_on, source)
          values (${finance}, ${to}, ${kind}, ${subject}, '2030-01-01', 'thử')`.execute(db)
    await assert.rejects(succeed('partial', health, null), { constraint: 'succession_partial_says_what' })
    await assert.rejects(succeed('main', null, null), { constraint: 'succession_target' })
    await assert.rejects(succeed('main', finance, null), { constraint: 'succession_renamed_is_same_agency' })
    await succeed('partial', health, 'bảo hiểm y tế')
    await assert.rejects(succeed('partial', health, 'bảo hiểm y tế'), { constraint: 'succession_once' })
  })

  await t.test('an agency under its name of a day', async () => {
    const hue = (await resolveAgency(db, 'Thừa Thiên Huế', '2024-12-31')).agency!.id
    assert.equal((await agencyOn(db, hue, '2024-12-31'))?.name, 'Ủy ban nhân dân tỉnh Thừa Thiên Huế')
    assert.equal((await agencyOn(db, hue, '2025-01-01'))?.name, 'Ủy ban nhân dân thành phố Huế')
    const transport = (await resolveAgency(db, 'Bộ Giao thông vận tải', '2025-02-28')).agency!.id
    assert.equal((await agencyOn(db, transport, '2025-02-28'))?.validTo, '2025-02-28')
    assert.equal(await agencyOn(db, transport, '2025-03-01'), undefined)
  })
})

test('a signed-in user is the person in the post of today', async (t) => {
  const { db } = await freshDatabase(t, house.audit)
  const { id: agencyId } = (await resolveAgency(db, 'VPCP', '2026-01-01')).agency!
  const person = { fullName: 'Lê Thị Mẫu', agencyId, role: 'followUp', title: 'Chuyên viên chính' } as const
  const add = (userId: string, from: string) =>
    db.transaction().execute((trx) => addPerson(trx, AT_REGISTRY, { ...person, userId, from }))

  const personId = await add('user-1', '2020-01-01')
  const found = await findActor(db, { userId: 'user-1', sessionId: null }, '2026-01-01')
  assert.ok(found?.own.includes(agencyId) && found.rights.includes('task.steer'))
  assert.deepEqual(found, {
    userId: 'user-1',
    personId,
    name: 'Lê Thị Mẫu',
    role: 'followUp',
    rights: found?.rights,
    own: found?.own,
    seen: null,
    followerId: null,
    onBehalfOf: null,
    agencyId,
    agencyName: 'Văn phòng Chính phủ',
    isUnit: false,
    title: 'Chuyên viên chính',
    sample: false,
    isTwoFactor: false,
  })
  await add('user-2', '2999-01-01')
  assert.equal(
    await findActor(db, { userId: 'user-2', sessionId: null }, '2026-01-01'),
    undefined,
    'a post that has not begun gives no rights',
  )
  assert.equal(await findActor(db, { userId: 'nobody', sessionId: null }, '2026-01-01'), undefined)
  await assert.rejects(add('user-1', '2030-01-01'), { constraint: 'person_user_once' })
})

test('over HTTP', async (t) => {
  const { as, send } = await freshApp(t, { at: '2021-02-28' })
  const officer = await as('officer', { agency: 'bo-y-te' })

  await t.test('a stranger reads nothing', async () => {
    assert.equal((await send('GET', '/api/agencies')).status, 401)
    assert.equal((await send('GET', '/api/agencies/resolve?name=BTC')).status, 401)
    assert.equal((await send('GET', '/api/agencies/1')).status, 401)
  })

  await t.test('the agencies of a day, by kind and by words', async () => {
    const list = async (query: string) => {
      const { status, body } = await officer.send('GET', `/api/agencies?${query}`)
      assert.equal(status, 200)
      return body as { on: string; agencies: { name: string }[] }
    }
    const today = await list('kind=ministry')
    assert.deepEqual([today.on, today.agencies.length], ['2021-02-28', 18])
    assert.equal((await list('kind=ministry&on=2026-11-22')).agencies.length, 14)
    const names = async (words: string) =>
      (await list(`search=${encodeURIComponent(words)}`)).agencies.map(({ name }) => name)
    assert.deepEqual(await names('thu tuc hanh chinh'), [
      'Cục Kiểm soát thủ tục hành chính',
      'Hội đồng tư vấn cải cách thủ tục hành chính',
    ])
    assert.deepEqual(await names('KH&ĐT'), ['Bộ Kế hoạch và Đầu tư'])
    assert.deepEqual(await names('%'), [])
  })

  await t.test('one agency through time, with predecessors and successors', async () => {
    const find = async (name: string, on: string) => {
      const { body } = await officer.send('GET', `/api/agencies/resolve?name=${encodeURIComponent(name)}&on=${on}`)
      return (body as Resolution).agency!.id
    }
    const read = async (id: number, on: string) =>
      (await officer.send('GET', `/api/agencies/${id}?on=${on}`)).body as AgencyDetail
    const laoCai = await read(await find('Lào Cai', '2026-01-01'), '2026-01-01')
    assert.deepEqual(
      laoCai.codes.map(({ scheme, code, validFrom, validTo }) => [scheme, code, validFrom, validTo]),
      [
        ['nso', '10', '2008-08-01', '2025-06-30'],
        ['nso', '15', '2025-07-01', null],
        ['qcvn102', 'H38', '2016-07-26', null],
      ],
    )
    assert.deepEqual(
      laoCai.predecessors.map(({ oldName, effectiveOn }) => [oldName, effectiveOn]),
      [['Ủy ban nhân dân tỉnh Yên Bái', '2025-07-01']],
    )
    const information = await read(await find('Bộ Thông tin và Truyền thông', '2025-02-28'), '2026-01-01')
    assert.deepEqual([information.name, information.validTo], ['Bộ Thông tin và Truyền thông', '2025-02-28'])
    assert.deepEqual(
      information.successors.map(({ kind, newName, subject }) => [kind, newName, subject]),
      [
        ['main', 'Bộ Khoa học và Công nghệ', null],
        ['partial', 'Bộ Văn hóa, Thể thao và Du lịch', 'báo chí, xuất bản'],
        ['partial', 'Bộ Công an', 'an toàn thông tin mạng'],
      ],
    )
    const unit = await read(await find('Vụ Tổng hợp', '2021-02-28'), '2021-02-28')
    assert.equal(unit.periods[0]?.parentName, 'Văn phòng Chính phủ')
    assert.equal((await officer.send('GET', '/api/agencies/999999')).status, 404)
  })

  await t.test('a two-digit code needs a day', async () => {
    const refused = await officer.send('GET', '/api/agencies/resolve?name=15')
    assert.equal(refused.status, 400)
    assert.equal((refused.body as { code: string }).code, 'registry.code_needs_day')
    const answered = await officer.send('GET', '/api/agencies/resolve?name=15&on=2025-07-01')
    assert.equal((answered.body as Resolution).agency?.name, 'Ủy ban nhân dân tỉnh Lào Cai')
  })
})
