import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mentioning, replied, said } from '../comments/comments.fixture.ts'
import { aTask } from '../tasks/task.fixture.ts'
import { linesOf, toldWorld, unreadOf } from './notifications.fixture.ts'
import type { RowList } from './shapes.ts'

test('being mentioned is a line of its own, which raises the bell though comments of that day wait unread', async (t) => {
  const world = await toldWorld(t)
  const { officer, giver } = world
  const [id] = await world.give(aTask('I.1', world.agencies.finance, '2021-06-30'))
  const { threadId } = await said(giver, id!, { body: 'Đề nghị gửi số liệu' })
  const before = await unreadOf(officer)
  await replied(giver, id!, threadId, { body: 'Gửi trước thứ Sáu' })
  assert.equal(await unreadOf(officer), before, 'one line more of the same')
  await replied(giver, id!, threadId, mentioning('Nhờ @ xem', officer))
  assert.equal(await unreadOf(officer), before + 1)

  const lines = (await linesOf(officer)).filter(({ event }) => event === 'comment.added')
  assert.deepEqual(
    lines.map(({ vi, isMention, count, unread }) => [vi, isMention, count, unread.length]),
    [
      ['Nhắc tên bạn trong trao đổi', true, 1, 1],
      [lines[1]!.vi, false, 2, 2],
    ],
  )
  assert.equal(new Set(lines.map(({ key }) => key)).size, 2)
  for (const { onDay, event, isMention, count } of lines) {
    const url = `/api/notifications/rows?onDay=${onDay}&event=${event}&isMention=${isMention}`
    assert.equal(((await officer.send('GET', url)).body as RowList).rows.length, count)
  }
  const body = { acts: lines[0]!.unread }
  assert.deepEqual((await officer.send('POST', '/api/notifications/read', { body })).body, { unread: before })
})
