import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { migrate } from '../platform/schema/migrate.ts'
import { freshDatabase } from '../test/database.ts'
import { databaseBefore } from '../test/database-before.ts'
import {
  nextDocumentNumber,
  notationOf,
  numberIn,
  type Series,
  seriesNamed,
  takeDocumentNumber,
} from './document-number.ts'

const LETTERS = 'letter/VPCP'
const REPORTS = 'report/monthlyTasks'
const next = (db: Db, issuedOn: string, register = LETTERS, suffix = '/VPCP-TH') =>
  db.transaction().execute((trx) => nextDocumentNumber(trx, { register, issuedOn }, suffix))
const take = (db: Db, notation: string, issuedOn: string, register = REPORTS) =>
  db.transaction().execute((trx) => takeDocumentNumber(trx, { register, issuedOn }, notation))

test('a notation is the number and what follows it, and the number is what it begins with', () => {
  assert.equal(notationOf(12, '/VPCP-TH'), '12/VPCP-TH')
  for (const [notation, number] of [
    ['12/VPCP-TH', 12],
    ['01/NQ-CP', 1],
    ['15/BC-TĐTTg "mật"', 15],
    ['7', 7],
    ['BC-12', null],
    ['', null],
    ['12345678/BC', null],
  ] as const)
    assert.equal(numberIn(notation), number, notation)
})

test('numbers continue within a register and a year, and restart with each', async (t) => {
  const { db } = await freshDatabase(t)
  assert.deepEqual(await next(db, '2021-02-28'), {
    number: 1,
    year: 2021,
    notation: '01/VPCP-TH',
    register: LETTERS,
  })
  assert.equal((await next(db, '2021-12-31', LETTERS, '/VPCP-KTTH')).notation, '02/VPCP-KTTH')
  assert.equal((await next(db, '2022-01-01')).notation, '01/VPCP-TH')
  assert.equal((await next(db, '2021-12-31', 'letter/BTC', '/BTC-VP')).notation, '01/BTC-VP')
  assert.equal((await next(db, '2021-12-31')).notation, '03/VPCP-TH')
})

test('two concurrent requests get one number each, and a number not used is given again', async (t) => {
  const { db } = await freshDatabase(t)
  const { promise: isHeld, resolve: held } = Promise.withResolvers<void>()
  const { promise: isDropped, resolve: drop } = Promise.withResolvers<void>()
  const first = db.transaction().execute(async (trx) => {
    const { number } = await nextDocumentNumber(trx, { register: LETTERS, issuedOn: '2021-02-28' }, '/VPCP')
    held()
    await isDropped
    throw new Error(`not issued after all: ${number}`)
  })
  await isHeld
  let isSecondThere = false
  const second = next(db, '2021-02-28').then((given) => {
    isSecondThere = true
    return given
  })
  // It waits as long as the first may still be issued.
  await sql`select pg_sleep(0.3)`.execute(db)
  assert.equal(isSecondThere, false)
  drop()
  await assert.rejects(first, /not issued after all: 1/)
  assert.equal((await second).number, 1)
  const many = await Promise.all(Array.from({ length: 12 }, () => next(db, '2021-03-01')))
  assert.deepEqual(
    many.map(({ number }) => number).sort((a, b) => a - b),
    Array.from({ length: 12 }, (_, place) => place + 2),
  )
})

test('a number written by hand is accepted once a year, else refused with a message', async (t) => {
  const { db } = await freshDatabase(t)
  assert.deepEqual(await take(db, '12/BC-TCT', '2021-03-02'), {
    number: 12,
    year: 2021,
    notation: '12/BC-TCT',
    register: REPORTS,
  })
  assert.deepEqual(await take(db, '12/BC-TCT', '2021-04-05'), {
    refused: 'Số 12/BC-TCT của năm 2021 đã cấp cho văn bản ngày 02/03/2021. Hãy nhập số khác.',
  })
  assert.deepEqual(await take(db, 'BC tháng 3', '2021-04-05'), {
    number: null,
    year: 2021,
    notation: 'BC tháng 3',
    register: REPORTS,
  })
  assert.equal('refused' in (await take(db, 'BC tháng 3', '2021-04-06')), true)
  assert.equal('refused' in (await take(db, '12/BC-TCT', '2022-03-02')), false, 'another year')
  assert.equal('refused' in (await take(db, '12/BC-TCT', '2021-03-02', 'report/other')), false, 'another register')
  assert.equal(
    (await next(db, '2021-05-01', REPORTS, '/BC-TCT')).number,
    13,
    'the next continues after the written one',
  )
  const both = await Promise.all([take(db, '20/BC-TCT', '2021-06-01'), take(db, '20/BC-TCT', '2021-06-01')])
  assert.equal(both.filter((answer) => 'refused' in answer).length, 1, 'of two concurrent ones one is refused')
})

test('documents numbered earlier keep their numbers, and numbering continues from them', async (t) => {
  const { url, owner } = await databaseBefore(t, '0025')
  await owner.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    await sql`insert into urging.letter_register (series, year, last_number) values ('VPCP', 2020, 31), ('VPCP', 2021, 2)`.execute(
      trx,
    )
    await sql`
      insert into urging.letter (agency_id, agency_name, state, as_of, about, opening, closing, reply_by, unit_id, recipients,
        series, year, number, notation, place, issued_on, issued_at, signer_name, signer_title, content, docx_sha256, pdf_sha256,
        submitted_at, submitted_by, created_at, created_by, changed_at, changed_by)
      select 1, 'Bộ Mẫu', 'issued', '2021-02-28', 'đôn đốc', 'a', 'b', '2021-03-10', 1, '{}',
        'VPCP', 2021, n, n || '/VPCP-TH', 'Hà Nội', '2021-02-28', now(), 'A', 'B', '{}', '\\x00', '\\x00', now(), 'x', now(), 'x', now(), 'x'
      from generate_series(1, 2) n`.execute(trx)
    await sql`
      insert into oversight.report (kind, month, from_on, as_of, known_before, number, place, issued_on, signer, signer_title, content,
        assigned, done_on_time, done_late, open_in_term, open_overdue, docx_sha256, pdf_sha256, xlsx_sha256, frozen_by)
      select 'monthlyTasks', '2021-02', '2020-01-01', '2021-02-28', now(), r.number, 'Hà Nội', r.issued_on::date, 'A', 'B', '{}',
        0, 0, 0, 0, 0, '\\x00', '\\x00', '\\x00', 'x'
      from (values ('12/BC-TCT', '2021-03-02'), ('12/BC-TCT', '2021-04-02'), ('BC riêng', '2021-04-03')) r(number, issued_on)`.execute(
      trx,
    )
  })
  await migrate(url)
  assert.equal((await next(owner, '2020-12-31')).notation, '32/VPCP-TH')
  assert.equal((await next(owner, '2021-03-01')).notation, '03/VPCP-TH')
  for (const notation of ['12/BC-TCT', 'BC riêng'])
    assert.equal('refused' in (await take(owner, notation, '2021-05-01')), true, notation)
  assert.equal((await next(owner, '2021-05-01', REPORTS, '/BC-TCT')).number, 13)
  const { rows } = await sql<{ notation: string }>`
    select notation from registry.document_number where register = ${LETTERS} and year = 2021 order by number`.execute(
    owner,
  )
  assert.deepEqual(
    rows.map(({ notation }) => notation),
    ['1/VPCP-TH', '2/VPCP-TH', '03/VPCP-TH'],
  )
})

test('a body numbers each kind in its own register, letters together with those that urge, and secret ones apart', async (t) => {
  const { db } = await freshDatabase(t)
  const { rows } = await sql<{
    id: number
  }>`select agency_id as id from registry.agency where slug = 'van-phong-chinh-phu'`.execute(db)
  const agencyId = rows[0]!.id
  const number = (register: Series | string, issuedOn = '2026-12-01') =>
    db.transaction().execute((trx) => nextDocumentNumber(trx, { register, issuedOn }, '/VPCP'))
  const letters: Series = { agencyId, direction: 'outgoing', kind: 'CV' }
  const urging = await seriesNamed(db, LETTERS, 'CV', '2026-12-01')
  const both = await Promise.all([number(letters), number(urging), number(letters)])
  assert.deepEqual(both.map((given) => given.number).sort(), [1, 2, 3])
  assert.equal(new Set(both.map(({ register }) => register)).size, 1)
  assert.equal((await number({ ...letters, kind: 'QĐ' })).number, 1)
  assert.equal((await number({ ...letters, isSecret: true })).number, 1)
  assert.equal((await number({ ...letters, direction: 'incoming', kind: '*' })).number, 1)
  assert.equal(await seriesNamed(db, 'report/monthlyTasks', 'BC', '2026-12-01'), 'report/monthlyTasks')
})

test('no number is given without a document', async (t) => {
  const { db } = await freshDatabase(t)
  await next(db, '2021-02-28')
  await assert.rejects(
    sql`update registry.document_register set last_number = 7 where register = ${LETTERS}`.execute(db),
    /nothing has the number 7/,
  )
  assert.equal((await next(db, '2021-12-31')).number, 2)
})
