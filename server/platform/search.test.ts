import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase } from '../test/database.ts'
import { holdsWords, tiersOf } from './search.ts'

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
})
