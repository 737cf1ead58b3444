import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase } from '../test/database.ts'
import { holdsWords } from './search.ts'

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
  for (const typed of ['báo cáo tháng', '8%k', 'a_c', 'acb', 'c\\\\d', '%%'])
    assert.ok(!(await holds(text, typed)), typed)
})
