import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Invalid } from './errors.ts'
import { type CursorKey, decodeCursor, encodeCursor, onlyId, pageOf } from './paging.ts'

const query = { agency: [3, 4], asOf: '2021-02-28', sort: 'dueOn' }
const refused = (code: string) => (error: unknown) => error instanceof Invalid && error.code === code

const textAndId = (key: CursorKey): key is readonly [string, number] =>
  key.length === 2 && typeof key[0] === 'string' && Number.isSafeInteger(key[1])

test('a cursor gives back its key to the same query, in any order of the members', () => {
  const cursor = encodeCursor(query, ['2021-03-31', 17])
  assert.deepEqual(decodeCursor({ sort: 'dueOn', asOf: '2021-02-28', agency: [3, 4] }, cursor, textAndId), [
    '2021-03-31',
    17,
  ])
  assert.deepEqual(decodeCursor({ ...query, cursor, limit: 50 }, cursor, textAndId), ['2021-03-31', 17])
  assert.equal(decodeCursor(query, undefined, textAndId), undefined)
})

test('a cursor of another query is refused', () => {
  const cursor = encodeCursor(query, ['2021-03-31', 17])
  for (const other of [{ ...query, asOf: '2021-03-01' }, { ...query, agency: [4, 3] }, {}]) {
    assert.throws(() => decodeCursor(other, cursor, textAndId), refused('request.cursor_of_another_query'))
  }
})

test('a damaged cursor, or one whose key has another shape, is refused', () => {
  const wrongShape = encodeCursor(query, ['2021-03-31', '17; drop table'])
  for (const cursor of ['', 'x', 'bnVsbA', Buffer.from('{"a":1}').toString('base64url'), wrongShape]) {
    assert.throws(
      () => decodeCursor(query, cursor, textAndId),
      (error) => error instanceof Invalid,
    )
  }
  assert.throws(() => decodeCursor(query, wrongShape, textAndId), refused('request.cursor_damaged'))
})

test('pages joined together are the whole list, once', () => {
  const all = Array.from({ length: 23 }, (_item, at) => ({ id: at + 1 }))
  const seen: number[] = []
  let cursor: string | undefined
  do {
    const after = decodeCursor(query, cursor, onlyId)?.[0] ?? 0
    const rows = all.filter(({ id }) => id > after).slice(0, 5 + 1)
    const page = pageOf(query, rows, 5, ({ id }) => [id])
    assert.ok(page.items.length <= 5)
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor)
  assert.deepEqual(
    seen,
    all.map(({ id }) => id),
  )
})

test('a list that ends exactly at the page has no next', () => {
  assert.equal(pageOf(query, [{ id: 1 }, { id: 2 }], 2, ({ id }) => [id]).next, null)
  assert.equal(pageOf(query, [], 2, () => []).next, null)
})
