import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayBeName, movedPicks, type Pick, stillMeant, withPick } from './picks.ts'

const an = { personId: 1, name: 'An Mẫu' }
const other = { personId: 2, name: 'An Mẫu' }

test('a mention keeps its place while the text around it is edited, and ends when it is edited itself', () => {
  const text = 'Nhờ @An Mẫu xem'
  const picks: Pick[] = [{ ...an, start: 4, end: 11 }]
  assert.deepEqual(movedPicks(text, `Kính ${text}`, picks), [{ ...an, start: 9, end: 16 }])
  assert.deepEqual(movedPicks(text, `${text} lại`, picks), picks)
  assert.deepEqual(movedPicks(text, '@An Mẫu xem', picks), [{ ...an, start: 0, end: 7 }])
  assert.deepEqual(movedPicks(text, 'Nhờ @An M xem', picks), [])
  assert.deepEqual(movedPicks(text, '', picks), [])
})

test('who is chosen is found where the text changed, also for two people of one name', () => {
  const first = withPick('Nhờ @a', 'Nhờ @An Mẫu ', [], an)
  assert.deepEqual(first, [{ ...an, start: 4, end: 11 }])
  const before = 'Nhờ @An Mẫu và @a'
  const after = 'Nhờ @An Mẫu và @An Mẫu '
  const both = withPick(before, after, movedPicks(before, after, first), other)
  assert.deepEqual(
    both.map(({ personId, start }) => [personId, start]),
    [
      [1, 4],
      [2, 15],
    ],
  )
  const typed = withPick('@An Mẫu đã gõ tay, @a', '@An Mẫu đã gõ tay, @An Mẫu ', [], an)
  assert.deepEqual(
    typed.map(({ start }) => start),
    [19],
  )
})

test('what follows a chosen person is not searched for', () => {
  const picks = [{ ...an, start: 0, end: 7 }]
  assert.equal(mayBeName('phạm du', []), true)
  assert.equal(mayBeName('An Mẫu xem giúp', picks), false)
  assert.equal(mayBeName('hai\ndòng', []), false)
  assert.equal(mayBeName('a b c d e f g', []), false)
})

test('of the people found for fewer letters only those remain whom more letters may mean', () => {
  const people = [
    { name: 'Bùi Lan Mẫu', title: 'Thứ trưởng', agencyName: 'Bộ Tài chính' },
    { name: 'Trần Bình Mẫu', title: 'Chuyên viên', agencyName: 'Văn phòng Chính phủ' },
    { name: 'Đỗ Nga Mẫu', title: 'Thanh tra viên', agencyName: 'Văn phòng Chính phủ' },
  ]
  assert.deepEqual(stillMeant(people, 'tra'), [people[1], people[2]])
  assert.deepEqual(stillMeant(people, 'tran b'), [people[1]])
  assert.deepEqual(stillMeant(people, 'do van'), [people[2]])
  assert.deepEqual(stillMeant(people, 'an'), [], 'a piece of a word')
  assert.deepEqual(stillMeant(people, ''), people)
})
