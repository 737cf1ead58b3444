import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { house } from '../house.ts'
import { systemActor } from '../platform/actor.ts'
import type { Db, Transaction } from '../platform/db.ts'
import { freshDatabase } from '../test/database.ts'
import { addAlias, addCode, removeAlias, removeCode } from './code.ts'
import type { RegistryDb } from './db.ts'
import { addSuccession, agencyOn, changePeriod, endAgency, foundAgency, resolveAgency, takeoversOf } from './index.ts'
import { removeSuccession } from './succession.ts'

const KEEPER = systemActor('kiểm thử')
const SOURCE = 'Nghị quyết 999/NQ-MẪU'

async function world(t: Parameters<typeof freshDatabase>[0]) {
  const { db } = await freshDatabase(t, house.audit)
  const within = <T>(act: (trx: Transaction<RegistryDb>) => Promise<T>) =>
    (db as Db<RegistryDb>).transaction().execute(act)
  const id = async (slug: string) =>
    (await db.selectFrom('registry.agency').select('agency_id').where('slug', '=', slug).executeTakeFirstOrThrow())
      .agency_id
  const found = (name: string, parentId: number | null = null) =>
    within((trx) =>
      foundAgency(
        trx,
        { actor: KEEPER },
        {
          name,
          kind: parentId ? 'unit' : 'other',
          parentId,
          from: '2027-01-01',
          source: SOURCE,
        },
      ),
    )
  const events = async (agencyId: number) => {
    const { rows } = await sql<{ event: string }>`select event from platform.audit
      where subject_kind = 'agency' and subject_id = ${String(agencyId)} order by id`.execute(db)
    return rows.map(({ event }) => event)
  }
  return { db, within, id, found, events }
}

const onField = (path: string, code: string) => (error: unknown) => {
  const { fields } = error as { fields?: { path: string; code: string; message: string }[] }
  assert.deepEqual(
    fields?.map((field) => [field.path, field.code]),
    [[path, code]],
    String(error),
  )
  return true
}

test('an agency is founded, changed from days on, and ended; each day keeps its state', async (t) => {
  const { db, within, found, events } = await world(t)
  const agency = await found('Ủy ban Mẫu  về Chuyển đổi số ')
  const change = (from: string, rest: object) =>
    within((trx) => changePeriod(trx, { actor: KEEPER, id: agency }, { from, source: SOURCE, ...rest }))
  const called = async (day: string) => (await agencyOn(db, agency, day))?.name

  await change('2028-07-01', { name: 'Bộ Chuyển đổi số Mẫu', kind: 'ministry', abbreviation: 'BCĐSM' })
  await change('2028-01-01', { abbreviation: 'UBM' })
  assert.deepEqual(
    [await called('2026-12-31'), await called('2027-06-01'), await called('2028-06-30'), await called('2028-07-01')],
    [undefined, 'Ủy ban Mẫu về Chuyển đổi số', 'Ủy ban Mẫu về Chuyển đổi số', 'Bộ Chuyển đổi số Mẫu'],
  )
  assert.equal(
    (await agencyOn(db, agency, '2028-03-01'))?.validTo,
    '2028-06-30',
    'a change ends where the next one begins',
  )
  const { rows } =
    await sql`select kind, effective_on from registry.succession where old_agency_id = ${agency}`.execute(db)
  assert.deepEqual(rows, [{ kind: 'renamed', effective_on: '2028-07-01' }])

  await change('2028-07-01', { name: 'Bộ Chuyển đổi số (Mẫu)' })
  assert.equal(
    await called('2028-07-01'),
    'Bộ Chuyển đổi số (Mẫu)',
    'a change on the first day of a period corrects it',
  )
  await within((trx) =>
    endAgency(trx, { actor: KEEPER, id: agency }, { on: '2030-01-01', source: SOURCE, heirId: null }),
  )
  assert.deepEqual([await called('2029-12-31'), await called('2030-01-01')], ['Bộ Chuyển đổi số (Mẫu)', undefined])
  await within((trx) => endAgency(trx, { actor: KEEPER, id: agency }, { on: null, source: SOURCE }))
  assert.equal(await called('2031-01-01'), 'Bộ Chuyển đổi số (Mẫu)')
  assert.deepEqual(await events(agency), [
    'agency.founded',
    'agency.changed',
    'agency.changed',
    'agency.corrected',
    'agency.ended',
    'agency.succeeded',
    'agency.reopened',
  ])
  assert.equal((await resolveAgency(db, 'UBM', '2028-02-01')).agency?.id, agency)
})

test('invalid input is refused on its field', async (t) => {
  const { within, id, found } = await world(t)
  const [finance, old] = [await id('bo-tai-chinh'), await id('bo-ke-hoach-va-dau-tu')]
  const agency = await found('Ủy ban Mẫu')
  const unit = await found('Vụ Mẫu', agency)
  const inner = await found('Phòng Mẫu', unit)
  const change = (agencyId: number, from: string, rest: object, seen: { version?: number } = {}) =>
    within((trx) => changePeriod(trx, { actor: KEEPER, id: agencyId, ...seen }, { from, source: SOURCE, ...rest }))
  const base = { kind: 'unit', from: '2027-01-01', source: SOURCE } as const
  const make = (rest: object) =>
    within((trx) => foundAgency(trx, { actor: KEEPER }, { ...base, name: 'Vụ Khác', parentId: agency, ...rest }))

  await assert.rejects(make({ parentId: null }), onField('parentId', 'registry.parent_needed'))
  await assert.rejects(make({ parentId: old }), onField('parentId', 'registry.parent_not_there'))
  await assert.rejects(make({ name: ' VỤ   MẪU' }), onField('name', 'registry.name_taken'))
  await assert.rejects(make({ kind: 'district', from: '2025-07-01' }), onField('kind', 'registry.no_districts'))
  await assert.rejects(change(agency, '2026-12-31', { name: 'x' }), onField('from', 'registry.not_there'))
  await assert.rejects(
    change(agency, '2028-01-01', { name: 'Ủy ban Mẫu' }),
    onField('name', 'registry.nothing_changes'),
  )
  await assert.rejects(change(unit, '2028-01-01', { parentId: unit }), onField('parentId', 'registry.own_parent'))
  await assert.rejects(change(unit, '2028-01-01', { parentId: inner }), onField('parentId', 'registry.parent_cycle'))
  const end = (agencyId: number, on: string | null, withUnits = false) =>
    within((trx) => endAgency(trx, { actor: KEEPER, id: agencyId }, { on, source: SOURCE, withUnits }))
  await assert.rejects(end(agency, '2027-01-01'), onField('on', 'registry.ends_before_it_begins'))
  await assert.rejects(end(finance, null), onField('on', 'registry.nothing_changes'))
  await assert.rejects(end(agency, '2029-01-01'), onField('withUnits', 'registry.has_units'))
  await end(agency, '2029-01-01', true)
  await assert.rejects(end(inner, '2029-01-01'), onField('on', 'registry.nothing_changes'))
  await assert.rejects(change(999_999, '2028-01-01', { name: 'x' }), { code: 'registry.no_such_agency' })
  await assert.rejects(change(agency, '2028-01-01', { name: 'x' }, { version: 1 }), { code: 'request.stale' })
})

test('the database enforces the same on its own', async (t) => {
  const { db, id, found } = await world(t)
  const agency = await found('Ủy ban Mẫu')
  const unit = await found('Vụ Mẫu', agency)
  const health = await id('bo-y-te')
  const period = (agencyId: number, parentId: number, valid: string, kind = 'unit') =>
    sql`insert into registry.agency_period (agency_id, valid, name, kind, parent_id, source)
        values (${agencyId}, ${valid}::daterange, 'Tên', ${kind}, ${parentId}, 'thử')`.execute(db)
  await assert.rejects(period(unit, agency, '[2028-01-01,)'), { constraint: 'agency_period_pk' })
  await assert.rejects(period(unit, agency, '[2026-01-01,2026-06-01)'), { constraint: 'agency_period_parent_there' })
  await assert.rejects(period(health, health, '[1990-01-01,1991-01-01)'), {
    constraint: 'agency_period_not_own_parent',
  })
  await assert.rejects(
    sql`update registry.agency_period set parent_id = ${unit} where agency_id = ${agency}`.execute(db),
    { constraint: 'agency_period_no_parent_cycle' },
  )
  await assert.rejects(period(health, agency, '[2000-01-01,2026-01-01)', 'district'), {
    constraint: 'agency_period_district_is_past',
  })
  await assert.rejects(
    sql`insert into registry.agency_code (agency_id, scheme, code, valid, source)
        values (${agency}, 'qd20', 'Z99', '[2026-12-31,)', 'thử')`.execute(db),
    { constraint: 'agency_code_in_life' },
  )
})

test('an agency never succeeds itself, by any number of steps', async (t) => {
  const { db, within, found } = await world(t)
  const [a, b, c] = [await found('Ủy ban Một'), await found('Ủy ban Hai'), await found('Ủy ban Ba')]
  const pass = (oldId: number, newId: number | null, rest: object = {}) =>
    within((trx) =>
      addSuccession(
        trx,
        { actor: KEEPER, id: oldId },
        { newId, kind: 'main', effectiveOn: '2028-01-01', source: SOURCE, ...rest },
      ),
    )
  const first = await pass(a, b)
  assert.equal(await pass(a, b), first, 'recorded twice it is one')
  await pass(b, c)
  await assert.rejects(pass(c, a), (error: Error) => {
    assert.match(error.message, /Ủy ban Ba → Ủy ban Một → Ủy ban Hai → Ủy ban Ba/)
    return onField('newId', 'registry.succession_cycle')(error)
  })
  await assert.rejects(
    sql`insert into registry.succession (old_agency_id, new_agency_id, kind, effective_on, source)
        values (${c}, ${a}, 'main', '2029-01-01', 'thử')`.execute(db),
    { constraint: 'succession_no_cycle' },
  )
  await pass(c, a, { kind: 'partial', subject: 'một phần việc' })
  await assert.rejects(pass(a, c, { kind: 'partial' }), onField('subject', 'registry.subject_needed'))
  await assert.rejects(pass(a, a), onField('newId', 'registry.heir_is_itself'))
  await assert.rejects(pass(a, null), onField('newId', 'registry.heir_needed'))
  await assert.rejects(pass(a, b, { kind: 'abolished' }), onField('newId', 'registry.abolished_has_heir'))
  await assert.rejects(pass(a, b, { effectiveOn: '2027-01-01' }), onField('effectiveOn', 'registry.old_not_there'))
  const later = await within((trx) =>
    foundAgency(trx, { actor: KEEPER }, { name: 'Ủy ban Bốn', kind: 'other', from: '2030-01-01', source: SOURCE }),
  )
  await assert.rejects(pass(c, later), onField('newId', 'registry.new_not_there'))

  await within((trx) => removeSuccession(trx, { actor: KEEPER, id: b }, { successionId: first, reason: 'nhập nhầm' }))
  await pass(c, a)
})

test('what comes back to an ended agency goes on through each that took over, from its own day', async (t) => {
  const { db, within, found } = await world(t)
  const [a, b, c] = [await found('Ủy ban Một'), await found('Ủy ban Hai'), await found('Ủy ban Ba')]
  const end = (id: number, heirId: number, on: string) =>
    within((trx) => endAgency(trx, { actor: KEEPER, id }, { on, source: SOURCE, heirId }))
  await end(a, b, '2028-01-01')
  await end(b, c, '2030-01-01')
  const passed = async (id: number, today: string) =>
    (await takeoversOf(db, id, today)).map(({ from, to, on }) => [from.id, to.id, on])
  assert.deepEqual(await passed(a, '2027-12-31'), [])
  assert.deepEqual(await passed(a, '2029-12-31'), [[a, b, '2028-01-01']])
  assert.deepEqual(await passed(a, '2030-01-01'), [
    [a, b, '2028-01-01'],
    [b, c, '2030-01-01'],
  ])
  assert.deepEqual(await passed(c, '2031-01-01'), [])
})

test('two halves of a cycle written concurrently: one of them is refused', async (t) => {
  const { db, found } = await world(t)
  const [a, b] = [await found('Ủy ban Một'), await found('Ủy ban Hai')]
  const half = (oldId: number, newId: number) =>
    sql`insert into registry.succession (old_agency_id, new_agency_id, kind, effective_on, source)
        values (${oldId}, ${newId}, 'main', '2028-01-01', 'thử')`.execute(db)
  const outcomes = await Promise.allSettled([half(a, b), half(b, a)])
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
})

test('the same agency founded twice concurrently is founded once', async (t) => {
  const { found } = await world(t)
  const outcomes = await Promise.allSettled([found('Ủy ban Một'), found('Ủy ban  một')])
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
})

test('codes and other names', async (t) => {
  const { db, within, id, found } = await world(t)
  const [body, health] = [await found('Ủy ban Mẫu'), await id('bo-y-te')]
  const give = (code: string, rest: object = {}) =>
    within((trx) =>
      addCode(trx, { actor: KEEPER, id: body }, { scheme: 'qd20', code, from: '2027-01-01', source: SOURCE, ...rest }),
    )
  await give('g91.5')
  await give('000.00.00.G91', { scheme: 'qcvn102' })
  const held = async (code: string, day: string) => (await resolveAgency(db, code, day)).agency?.id
  assert.deepEqual([await held('G91.5', '2027-02-01'), await held('000.00.00.G91', '2027-02-01')], [body, body])
  await give('000.00.15.G91', { scheme: 'qcvn102' })
  assert.equal(await held('000.00.15.g91', '2027-02-01'), body)
  await assert.rejects(give('91G'), onField('code', 'registry.code_form'))
  await assert.rejects(give('G18', { scheme: 'qcvn102' }), onField('code', 'registry.code_taken'))
  await assert.rejects(give('G92', { from: '2026-01-01' }), onField('from', 'registry.not_there'))
  const take = (code: string, on: string) =>
    within((trx) => removeCode(trx, { actor: KEEPER, id: body }, { scheme: 'qd20', code, on, source: SOURCE }))
  await take('G91.5', '2028-01-01')
  await assert.rejects(take('G91.5', '2029-01-01'), onField('on', 'registry.code_not_held'))
  assert.equal(await held('G91.5', '2028-01-01'), undefined)

  const name = (alias: string) =>
    within((trx) => addAlias(trx, { actor: KEEPER, id: health }, { alias, source: SOURCE }))
  await name('Bộ  Y tế (Mẫu)')
  await assert.rejects(name('Bộ Y tế (Mẫu)'), onField('alias', 'registry.alias_known'))
  assert.equal((await resolveAgency(db, 'Bộ Y tế Mẫu', '2027-01-01')).agency?.id, health)
  const drop = () =>
    within((trx) => removeAlias(trx, { actor: KEEPER, id: health }, { alias: 'Bộ Y tế (Mẫu)', source: SOURCE }))
  await drop()
  await assert.rejects(drop(), onField('alias', 'registry.alias_unknown'))
})
