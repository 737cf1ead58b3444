import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase } from '../test/database.ts'
import { holdsTyped, holdsWords, tiersOf } from './search.ts'
import { typedNotation } from './search-notation.ts'

test('words are found regardless of case and diacritics, in any order, wildcards as ordinary characters', async (t) => {
  const { db } = await freshDatabase(t)
  const holds = async (text: string, typed: string) => {
    const { rows } = await sql<{ found: boolean }>`
      select ${holdsWords(sql`platform.fold(${text})`, typed)} as found`.execute(db)
    return rows[0]!.found
  }
  const text = 'Báo cáo 80% kết quả Đề án a_b c\\d'
  for (const typed of ['', '  ', 'bao cao', 'ĐỀ ÁN', 'án  báo', '80%', 'a_b', 'c\\d'])
    assert.ok(await holds(text, typed), typed)
  for (const sign of [' ', '/', '-', '(', '.', ',', ':', '"', '“', '\n'])
    assert.ok(await holds(`Thông tin${sign}TB số 2`, 'tb'), `two letters behind ${JSON.stringify(sign)}`)
  assert.ok(await holds('TB số 2', 'tb 2'))
  assert.ok(!(await holds('Đề án ATB', 'tb')), 'not a piece of another word')
  for (const typed of ['báo cáo tháng', '8%k', 'a_c', 'acb', 'c\\\\d', '%%', 'ao', 'uả', 'ề'])
    assert.ok(!(await holds(text, typed)), typed)
})

test('a text with the words in the order typed comes before one that only has them, its diacritics first of all', async (t) => {
  const { db } = await freshDatabase(t)
  const tier = async (text: string, typed: string) => {
    const conditions = tiersOf(sql`${text}::text`, sql`platform.fold(${text})`, typed)
    const { rows } = await sql<Record<string, boolean>>`
      select ${sql.join(conditions.map((one, place) => sql`${one} as ${sql.ref(`t${place}`)}`))}`.execute(db)
    const found = Object.values(rows[0]!)
    assert.ok(found.filter(Boolean).length <= 1, 'tiers exclude each other')
    return found.indexOf(true)
  }
  assert.equal(await tier('Rà soát quy hoạch của tỉnh Hà Nam', 'Hà Nam'), 0)
  assert.equal(await tier('Rà soát quy hoạch của xã Hạ Nậm', 'hà nam'), 1)
  assert.equal(await tier('Tỉnh Hà Giang phối hợp với các tỉnh phía Nam', 'hà nam'), 2)
  assert.equal(await tier('Tỉnh Hà Giang phối hợp với các tỉnh phía Nam', 'ha nam'), 1)
  assert.equal(await tier('xã Hạ Nậm', 'ha nam'), 0)
  assert.equal(await tier('Báo cáo', 'bao'), 0)
  assert.equal(await tier('Nước sạch (a+b)', 'Nước sạch (a+b)'), 0)
  assert.equal(await tier('Hồ Thanh Hà, Nam Định', 'hà nam'), 2)
  // A letter has no type in most numbers, so it may be typed with one; where it is printed with it, that one is meant.
  assert.equal(await tier('Giao tại 36/2020/CV-MẪU', '36/2020/CV-MẪU'), 0)
  assert.equal(await tier('Giao tại 36/2020/CĐ-MẪU', '36/2020/CV-MẪU'), 1)
  assert.equal(await tier('Giao tại 12/QĐ-MẪU', '12/QĐ-MẪU'), 0)
  assert.equal(await tier('Giao tại 12/2020/QĐ-MẪU', '12/QĐ-MẪU'), 1)
})

test('a number of a document is found in any spelling', async (t) => {
  const { db } = await freshDatabase(t)
  const finds = async (text: string, typed: string) => {
    const { rows } = await sql<{ found: boolean }>`
      select ${holdsTyped(sql`platform.fold(${text})`, typed)} as found`.execute(db)
    return rows[0]!.found
  }
  const cases: [string, readonly string[], readonly string[]][] = [
    [
      'Phiên họp 02/NQ-CP',
      ['02/NQ-CP', '02nqcp', '2/nq-cp', 'nghi quyet 02', 'NQ 2/CP'],
      ['12nqcp', '02/nq-hdnd', 'quyet dinh 02'],
    ],
    [
      'Kế hoạch 12/QĐ-VPCP',
      ['QĐ 12/VPCP', 'quyet dinh 12', '12/vpcp', 'qđ12'],
      ['chi thi 12', '2/qđ-vpcp', 'quyet dinh 1'],
    ],
    ['Nghị định 30/2020/NĐ-CP', ['30/NĐ-CP', 'nghị định 30/2020', '30ndcp'], ['30/2021/NĐ-CP', '20/NĐ-CP']],
    ['Công văn 04/VPCP-TH', ['4/vpcp', 'công văn 04 vpcp'], ['14/vpcp']],
    ['Chương trình 12-NQ/TU', ['12/NQ-TU', '12nqtu'], ['12/NQ-TW']],
    ['Trong 12 tháng, quyết định của xã', [], ['quyet dinh 12 vpcp', '12/xã']],
  ]
  for (const [text, found, missed] of cases) {
    for (const typed of found) assert.ok(await finds(text, typed), `${typed} in ${text}`)
    for (const typed of missed) assert.ok(!(await finds(text, typed)), `${typed} not in ${text}`)
  }
})

test('what is no number of a document is read as words', () => {
  for (const typed of [
    '12',
    '80% kết quả',
    'quyết định 12 tháng',
    'báo cáo 6 tháng',
    'Đề án 06',
    '30/2020',
    'dự án 3 xã',
  ])
    assert.equal(typedNotation(typed), null, typed)
  assert.deepEqual(typedNotation('Quyết định số 012/2021/QĐ-TTg'), {
    number: '12',
    year: '2021',
    type: 'qd',
    issuer: 'ttg',
  })
})
