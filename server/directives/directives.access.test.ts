import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Static } from 'typebox'
import type { SearchHits } from '../home/shapes.ts'
import { type Method, upload } from '../test/app.ts'
import { editOf, look, makeReady, openDesk, type Refusal, SAMPLE, takeIn } from '../test/review-desk.ts'
import type { DirectiveList } from './shapes.ts'

/** What each visitor may do with a directive under review and with a confirmed one, as HTTP status. */
test('rights, one row per act', async (t) => {
  const desk = await openDesk(t)
  const directive = await makeReady(desk, (await takeIn(desk)).id)
  const draft = directive.drafts[0]!
  const url = `/api/directives/${directive.id}`
  const visitors = {
    leader: await desk.as('followUpLeader'),
    administrator: await desk.as('administrator'),
    taskForce: await desk.as('taskForceHead'),
    // A coordinating unit's ministry, an agency with no part, a unit that leads.
    officerWithPart: await desk.as('officer', { agency: 'bo-tai-chinh' }),
    officerWithout: await desk.as('officer', { agency: 'bo-y-te' }),
  }
  const stale = { ifMatch: 999 }
  // Versions are wrong on purpose: a visitor with the right gets 409, and nothing changes for the next row.
  const acts: [string, Method, string, object, [number, number, number]][] = [
    ['read', 'GET', url, {}, [200, 200, 404]],
    ['read the text', 'GET', `${url}/text`, {}, [200, 200, 404]],
    ['take the file', 'GET', `${url}/file`, {}, [200, 200, 404]],
    ['correct', 'PATCH', url, { ...stale, body: { subject: 'x' } }, [409, 403, 404]],
    ['edit', 'PUT', `${url}/drafts/${draft.id}`, { ...stale, body: editOf(draft) }, [409, 403, 404]],
    ['drop a draft', 'POST', `${url}/drafts/${draft.id}/drop`, stale, [409, 403, 404]],
    ['restore', 'POST', `${url}/drafts/${draft.id}/restore`, stale, [409, 403, 404]],
    ['split', 'POST', `${url}/drafts/${draft.id}/split`, { ...stale, body: { at: 5 } }, [409, 403, 404]],
    [
      'merge',
      'POST',
      `${url}/drafts/merge`,
      { body: { drafts: directive.drafts.slice(0, 2).map(({ id }) => ({ id, version: 999 })) } },
      [409, 403, 404],
    ],
    ['retry', 'POST', `${url}/retry`, stale, [409, 403, 404]],
    ['drop', 'DELETE', url, stale, [409, 403, 404]],
    ['confirm', 'POST', `${url}/confirm`, { ...stale, body: {} }, [409, 403, 404]],
  ]
  for (const [name, method, address, options, [reviewers, readers, others]] of acts) {
    const expected = {
      leader: reviewers,
      administrator: readers,
      taskForce: readers,
      officerWithPart: others,
      officerWithout: others,
    }
    for (const [who, visitor] of Object.entries(visitors)) {
      const answer = await visitor.send(method, address, options)
      assert.equal(answer.status, expected[who as keyof typeof expected], `${who}: ${name}`)
    }
    assert.equal((await desk.send(method, address, options)).status, 401, `a stranger: ${name}`)
  }
  for (const [who, visitor] of Object.entries(visitors)) {
    const answer = await visitor.send('POST', '/api/directives', upload(`${who}.txt`, Buffer.from(`${SAMPLE}${who}`)))
    assert.equal(answer.status, who === 'leader' ? 201 : 403, `${who}: upload`)
    const add = await visitor.send('POST', `${url}/drafts`, { body: { ...editOf(draft), title: who } })
    assert.equal(add.status, { leader: 201, administrator: 403, taskForce: 403 }[who] ?? 404, `${who}: add`)
  }

  const { version } = await look(desk.reviewer, directive.id)
  const confirmed = await visitors.leader.send('POST', `${url}/confirm`, { body: {}, ifMatch: version })
  assert.equal(confirmed.status, 200)
  assert.equal((await look(visitors.officerWithPart, directive.id)).state, 'confirmed')
  const forbidden = await visitors.officerWithPart.send('POST', `${url}/confirm`, { body: {}, ifMatch: version })
  assert.deepEqual([forbidden.status, (forbidden.body as Refusal).code], [403, 'directive.not_yours_to_review'])
  const unseen = await visitors.officerWithout.send('GET', url)
  const absent = await visitors.officerWithout.send('GET', '/api/directives/999999')
  const bodyOf = ({ body }: { body: object }) => ({ ...body, requestId: undefined })
  assert.deepEqual(bodyOf(unseen), bodyOf(absent), 'a hidden directive answers like a missing one')

  const seenBy = async (visitor: (typeof visitors)['taskForce']) =>
    ((await visitor.send('GET', '/api/directives')).body as DirectiveList).rows.length
  assert.deepEqual([await seenBy(visitors.leader), await seenBy(visitors.administrator)], [2, 2])
  assert.deepEqual([await seenBy(visitors.officerWithPart), await seenBy(visitors.officerWithout)], [1, 0])
})

test('an agency sees directives of its units; a unit does not see those of a sibling', async (t) => {
  const desk = await openDesk(t)
  const office = await desk.as('officer', { agency: 'van-phong-chinh-phu' })
  const inside = await desk.as('officer', { agency: 'vpcp-vu-tong-hop' })
  const beside = await desk.as('officer', { agency: 'vpcp-vu-kinh-te-tong-hop' })
  const directive = await makeReady(desk, (await takeIn(desk)).id)
  await desk.reviewer.send('POST', `/api/directives/${directive.id}/confirm`, { body: {}, ifMatch: directive.version })
  const status = async (visitor: typeof office) => (await visitor.send('GET', `/api/directives/${directive.id}`)).status
  assert.deepEqual([await status(office), await status(inside), await status(beside)], [200, 200, 404])
})

test('an agency reads of a document its own tasks, and as much of the text as the office has set', async (t) => {
  const desk = await openDesk(t)
  const officer = await desk.as('officer', { agency: 'bo-tai-chinh' })
  const administrator = await desk.as('administrator')
  const stranger = await desk.as('officer', { agency: 'bo-y-te' })
  const directive = await makeReady(desk, (await takeIn(desk)).id)
  const url = `/api/directives/${directive.id}`
  await desk.reviewer.send('POST', `${url}/confirm`, { body: {}, ifMatch: directive.version })
  const text = async (visitor: typeof officer) =>
    ((await visitor.send('GET', `${url}/text`)).body as { text: string; blocks: unknown[] }).text

  const all = await look(desk.reviewer, directive.id)
  const own = await look(officer, directive.id)
  assert.ok(own.drafts.length > 0 && own.drafts.length < all.drafts.length)
  assert.deepEqual([own.draftCount, own.taskCount], [own.drafts.length, own.drafts.length])
  const listed = (await officer.send('GET', '/api/directives')).body as DirectiveList
  assert.deepEqual(
    listed.rows.map(({ draftCount, taskCount }) => [draftCount, taskCount]),
    [[own.drafts.length, own.drafts.length]],
  )
  const others = all.drafts.filter(({ id }) => !own.drafts.some((draft) => draft.id === id))
  const told = JSON.stringify(own)
  for (const { title } of others) assert.ok(!told.includes(title), title)
  assert.ok(
    own.drafts.every(
      ({ warnings, problems, confidence }) => warnings.length + problems.length === 0 && confidence === 1,
    ),
  )
  assert.deepEqual([own.warnings, own.secondReading, own.isFileKept], [[], null, true])
  assert.equal(await text(officer), await text(desk.reviewer))
  // Words that stand in the document alone are found with their place, by those who may read them.
  const search = async (visitor: typeof officer, words: string) => {
    const answer = await visitor.send('GET', `/api/search/directive?words=${encodeURIComponent(words)}`)
    return (answer.body as Static<typeof SearchHits>).rows
  }
  const [hit] = await search(officer, 'DỮ LIỆU BÁO CÁO được cập nhật một lần')
  assert.match(hit!.excerpt!.text, /được cập nhật một lần, dùng nhiều nơi/)
  assert.ok(hit!.excerpt!.marks.length > 0)
  assert.equal((await search(officer, '“cập nhật một lần”')).length, 1, 'quotation marks are no word')
  assert.deepEqual(await search(stranger, 'cập nhật một lần'), [])

  const setting = { body: { shares: 'ownTasks' }, ifMatch: 1 }
  assert.equal((await desk.reviewer.send('PUT', '/api/directives/setting', setting)).status, 403)
  assert.equal((await administrator.send('PUT', '/api/directives/setting', setting)).status, 200)
  assert.equal((await administrator.send('PUT', '/api/directives/setting', setting)).status, 409)
  const [whole, part] = [await text(desk.reviewer), await text(officer)]
  assert.equal(part.length, whole.length)
  for (const { span } of own.drafts)
    assert.equal(part.slice(span!.start, span!.end), whole.slice(span!.start, span!.end))
  for (const { title } of others) assert.ok(!part.includes(title), title)
  assert.deepEqual(
    [(await look(officer, directive.id)).isFileKept, (await look(desk.reviewer, directive.id)).isFileKept],
    [false, true],
  )
  assert.deepEqual(await search(officer, 'cập nhật một lần'), [])
  assert.equal((await search(officer, '901/QĐ-VPCP')).length, 1)
  assert.equal((await search(desk.reviewer, 'cập nhật một lần')).length, 1)
  const file = await officer.send('GET', `${url}/file`)
  assert.deepEqual([file.status, (file.body as Refusal).code], [404, 'directive.file_not_shared'])
})
