import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import {
  arrived,
  assigned,
  base,
  codeOf,
  desk,
  doAct,
  fieldOf,
  onPart,
  registered,
  show,
  toldOf,
  tryAct,
} from './incoming.fixture.ts'
import type { HandlingRow, IncomingFigures } from './incoming-shapes.ts'
import { succeedIncoming } from './incoming-succession.ts'

test('presented to a leader, given to a unit, passed on, done by a person: the document is done', async (t) => {
  const world = await desk(t)
  const { clerk, leader, head, officer, neighbour } = world
  const id = await registered(world)
  await doAct(world, clerk, id, 'present', { personId: leader.actor.personId, words: 'Kính trình' })
  const landing = await world.ok<{ rows: { name: string; count: number; to: string }[] }>(leader, 'GET', '/api/landing')
  assert.deepEqual(
    landing.rows.filter(({ name }) => name === 'incoming.toAssign').map(({ count, to }) => [count, to]),
    [[1, '/van-ban-den?list=toAssign']],
  )
  await doAct(world, leader, id, 'assign', {
    handlings: [
      { agencyId: world.unit, part: 'lead' },
      { personId: neighbour.actor.personId, part: 'coordinate', words: 'Cho ý kiến' },
      { agencyId: world.otherUnit, part: 'know' },
    ],
    dueOn: '2026-12-05',
    words: 'Cục chủ trì',
  })
  assert.deepEqual(await toldOf(world, leader), ['incoming.presented 1'])
  assert.deepEqual(await toldOf(world, head), ['incoming.assigned 1'])
  assert.deepEqual(await toldOf(world, officer), [], 'the unit has a leader, who passes it on')
  // Told for themselves and, the other unit having no leader, for the unit: once.
  assert.deepEqual(await toldOf(world, neighbour), ['incoming.assigned 1'])
  assert.equal((await officer.send('GET', `${base}/incoming/${id}`)).status, 200, 'a part of the unit is read in it')
  const passed = await onPart(world, head, {
    id,
    act: 'pass-on',
    body: { handlings: [{ personId: officer.actor.personId, part: 'lead' }] },
  })
  assert.equal(passed.status, 200, JSON.stringify(passed.body))
  assert.deepEqual(await toldOf(world, officer), ['incoming.passedOn 1'])
  let one = await show(world, clerk, id)
  assert.deepEqual(
    one.handlings.map(({ part, state, dueOn, fromId }) => [part, state, dueOn, fromId !== null]),
    [
      ['lead', 'underway', '2026-12-05', false],
      ['coordinate', 'assigned', '2026-12-05', false],
      ['know', 'assigned', null, false],
      ['lead', 'assigned', '2026-12-05', true],
    ],
  )
  assert.equal(one.state, 'underway')
  const finish = (body: object) => onPart(world, officer, { id, place: 3, act: 'finish', body })
  for (const [body, code, field] of [
    [{}, 'handling.no_result', 'result'],
    [{ result: 'Đã trả lời' }, 'handling.online_unknown', 'isOnline'],
    [{ result: 'Đã trả lời', isOnline: false }, 'handling.no_paper_reason', 'paperReason'],
  ] as const) {
    const refused = await finish(body)
    assert.deepEqual([...codeOf(refused), fieldOf(refused)], [400, code, field])
  }
  assert.equal((await finish({ result: 'Đã trả lời bằng công văn', isOnline: true })).status, 200)
  one = await show(world, clerk, id)
  assert.deepEqual(
    [one.state, one.done?.words, one.handlings.map(({ state }) => state)],
    ['done', 'Đã trả lời bằng công văn', ['done', 'assigned', 'assigned', 'done']],
  )
  assert.deepEqual(one.history.map(({ event }) => event.replace('incoming.', '')).slice(1), [
    'registered',
    'presented',
    'assigned',
    'passedOn',
    'partDone',
    'done',
  ])
  assert.deepEqual(await toldOf(world, leader), ['incoming.done 1', 'incoming.presented 1'])
  await doAct(world, leader, id, 'reopen', { reason: 'Cần bổ sung số liệu' })
  one = await show(world, clerk, id)
  assert.deepEqual([one.state, one.handlings[0]!.state, one.handlings[0]!.result], ['underway', 'underway', null])
})

test('two people assign at once: the second learns who was first; and nobody is told twice', async (t) => {
  const world = await desk(t)
  const { leader, leader2, clerk } = world
  const id = await registered(world)
  const { version } = await show(world, clerk, id)
  const assign = (who: typeof leader, agencyId: number) =>
    who.send('POST', `${base}/incoming/${id}/assign`, {
      body: { handlings: [{ agencyId, part: 'lead' }] },
      ifMatch: version,
    })
  const answers = await Promise.all([assign(leader, world.unit), assign(leader2, world.otherUnit)])
  const [won, lost] = answers.toSorted((a, b) => a.status - b.status)
  assert.deepEqual([won!.status, lost!.status], [200, 409])
  assert.match((lost!.body as { detail: string }).detail, /(Phan|Đinh) Lãnh Đạo/)
  assert.equal((await show(world, clerk, id)).handlings.length, 1)
})

test('what is not possible is refused by its line: nobody, a stranger, a post that ended, twice, two leads, a day past', async (t) => {
  const world = await desk(t)
  const { leader, stranger, officer, neighbour, head } = world
  const id = await registered(world)
  await sql`update registry.post set valid = daterange(lower(valid), '2026-12-01') where person_id = ${neighbour.actor.personId}`.execute(
    world.db,
  )
  const person = (of: typeof head, part = 'coordinate') => ({ personId: of.actor.personId, part })
  for (const [handlings, code, field] of [
    [[{ part: 'lead' }], 'handling.whose', 'handlings.0.agencyId'],
    [[{ agencyId: world.ministry, part: 'lead' }], 'handling.no_such_unit', 'handlings.0.agencyId'],
    [[person(stranger)], 'handling.no_post', 'handlings.0.personId'],
    [[person(officer), person(neighbour)], 'handling.no_post', 'handlings.1.personId'],
    [[person(officer), person(officer)], 'handling.twice', 'handlings.1.personId'],
    [[person(officer, 'lead'), { agencyId: world.unit, part: 'lead' }], 'handling.two_leads', 'handlings.1.part'],
    [[{ ...person(officer), dueOn: '2026-11-30' }], 'handling.due_past', 'handlings.0.dueOn'],
  ] as const) {
    const refused = await tryAct(world, leader, id, 'assign', { handlings })
    assert.deepEqual([...codeOf(refused), fieldOf(refused)], [400, code, field])
  }
  const presented = await tryAct(world, world.clerk, id, 'present', { personId: officer.actor.personId })
  assert.deepEqual([...codeOf(presented), fieldOf(presented)], [400, 'incoming.no_such_leader', 'personId'])
  assert.deepEqual(codeOf(await tryAct(world, world.clerk, id, 'assign', { handlings: [person(officer)] })), [
    403,
    'records.may_not_assign',
  ])
  assert.equal((await show(world, world.clerk, id)).handlings.length, 0)
})

test('a part is given back with the reason and comes to whoever gave it; a part is withdrawn', async (t) => {
  const world = await desk(t)
  const { leader, head, officer, clerk, neighbour } = world
  const id = await assigned(world)
  await onPart(world, head, {
    id,
    act: 'pass-on',
    body: { handlings: [{ personId: officer.actor.personId, part: 'lead' }] },
  })
  assert.deepEqual(codeOf(await onPart(world, neighbour, { id, act: 'give-back', body: { reason: 'x' } })), [
    404,
    'handling.not_found',
  ])
  assert.deepEqual(codeOf(await onPart(world, clerk, { id, act: 'give-back', body: { reason: 'x' } })), [
    403,
    'handling.not_yours',
  ])
  const back = await onPart(world, head, { id, act: 'give-back', body: { reason: 'Việc của Vụ Tổng hợp' } })
  assert.equal(back.status, 200, JSON.stringify(back.body))
  let one = await show(world, clerk, id)
  assert.deepEqual(
    [one.state, one.presentedTo?.id, one.handlings.map(({ state }) => state)],
    ['presented', leader.actor.personId, ['givenBack', 'withdrawn']],
  )
  assert.deepEqual(await toldOf(world, leader), ['incoming.givenBack 1'])
  await doAct(world, leader, id, 'assign', { handlings: [{ agencyId: world.otherUnit, part: 'lead' }] })
  assert.deepEqual(codeOf(await onPart(world, head, { id, place: 2, act: 'withdraw', body: { reason: 'x' } })), [
    403,
    'handling.not_yours_to_withdraw',
  ])
  assert.equal(
    (await onPart(world, leader, { id, place: 2, act: 'withdraw', body: { reason: 'Giao nhầm' } })).status,
    200,
  )
  one = await show(world, clerk, id)
  assert.deepEqual(
    [one.state, one.handlings[2]!.state, one.handlings[2]!.result],
    ['presented', 'withdrawn', 'Giao nhầm'],
  )
  assert.equal((await neighbour.send('GET', `${base}/incoming/${id}`)).status, 404, 'no part, no sight')
})

test('my documents are due first at the top, in pages; the figures open exactly their rows', async (t) => {
  const world = await desk(t)
  const { head, officer, leader, clock, ok, clerk } = world
  const ids: number[] = []
  for (const dueOn of ['2026-12-09', '2026-12-03', '2026-12-05']) {
    const id = await registered(world)
    await doAct(world, leader, id, 'assign', { handlings: [{ agencyId: world.unit, part: 'lead' }], dueOn })
    ids.push(id)
  }
  await onPart(world, head, {
    id: ids[1]!,
    act: 'pass-on',
    body: { handlings: [{ personId: officer.actor.personId, part: 'lead' }] },
  })
  const list = (who: typeof head, query: string) =>
    ok<{ rows: HandlingRow[]; nextCursor: string | null }>(who, 'GET', `${base}/handlings?${query}`)
  const first = await list(head, 'list=unit&limit=2')
  assert.deepEqual(
    first.rows.map(({ incomingId }) => incomingId),
    [ids[1], ids[2]],
  )
  const second = await list(head, `list=unit&limit=2&cursor=${first.nextCursor}`)
  assert.deepEqual([second.rows.map(({ incomingId }) => incomingId), second.nextCursor], [[ids[0]], null])
  assert.deepEqual(
    (await list(officer, 'list=mine')).rows.map(({ incomingId }) => incomingId),
    [ids[1]],
  )
  assert.deepEqual(codeOf(await officer.send('GET', `${base}/handlings?list=all`)), [403, 'handling.not_all'])
  clock.set('2026-12-07')
  await onPart(world, officer, { id: ids[1]!, place: 1, act: 'finish', body: { result: 'Xong', isOnline: true } })
  await onPart(world, head, {
    id: ids[0]!,
    act: 'finish',
    body: { result: 'Xong', isOnline: false, paperReason: 'Hồ sơ gốc là giấy' },
  })
  const figures = await ok<IncomingFigures>(leader, 'GET', `${base}/incoming/figures`)
  assert.deepEqual(
    [figures.registered, figures.registeredLate, figures.from, figures.to],
    [3, 0, '2026-12-01', '2026-12-07'],
  )
  assert.deepEqual(figures.units, [
    {
      unit: { id: world.unit, name: figures.units[0]!.unit.name },
      done: 2,
      online: 1,
      share: 50,
      target: 100,
      doneLate: 1,
      openLate: 1,
    },
  ])
  assert.equal(figures.target?.confidence, 'verified')
  assert.deepEqual(
    figures.people.map(({ person, doneLate, openLate }) => [person.name, doneLate, openLate]),
    [['Vũ Chuyên Viên', 1, 0]],
  )
  const period = 'endedFrom=2026-12-01&endedTo=2026-12-07'
  const led = `list=all&part=lead&direct=true&unitId=${world.unit}`
  for (const [query, count] of [
    [`${led}&state=done&${period}`, 2],
    [`${led}&state=done&${period}&isOnline=true`, 1],
    [`${led}&state=done&${period}&late=true`, 1],
    [`${led}&overdue=true`, 1],
    [`list=all&personId=${officer.actor.personId}&state=done&${period}&late=true`, 1],
  ] as const)
    assert.equal((await list(clerk, query)).rows.length, count, query)
  const opened = await ok<{ rows: unknown[] }>(
    clerk,
    'GET',
    `${base}/incoming?registeredFrom=2026-12-01&registeredTo=2026-12-07&late=false`,
  )
  assert.equal(opened.rows.length, figures.registered - figures.registeredLate)
  for (const { step, documents } of figures.steps)
    assert.equal(
      (
        await ok<{ rows: unknown[] }>(
          clerk,
          'GET',
          `${base}/incoming?registeredFrom=2026-12-01&registeredTo=2026-12-07&step=${step}`,
        )
      ).rows.length,
      documents,
      step,
    )
  assert.deepEqual(codeOf(await officer.send('GET', `${base}/incoming/figures`)), [403, 'records.may_not_read_figures'])
  const ofUnit = await ok<IncomingFigures>(head, 'GET', `${base}/incoming/figures`)
  assert.equal(ofUnit.units[0]!.done, 2, 'a head sees the unit')
})

test('the desk has lists of what may have come before, is due today and was returned; who assigns finds people', async (t) => {
  const world = await desk(t)
  const { clerk, leader, head, officer, neighbour, ok } = world
  const first = await registered(world, {}, Buffer.from('%PDF-1.4\n% MẪU trùng\n'))
  const again = await arrived(world, Buffer.from('%PDF-1.4\n% MẪU trùng\n'))
  await arrived(world)
  const wrong = await registered(world)
  await doAct(world, clerk, wrong, 'return', { reason: 'Gửi nhầm' })
  await doAct(world, leader, first, 'assign', {
    handlings: [{ agencyId: world.unit, part: 'lead' }],
    dueOn: '2026-12-01',
  })
  const idsOf = async (list: string) =>
    (await ok<{ rows: { id: number }[] }>(clerk, 'GET', `${base}/incoming?list=${list}`)).rows.map(({ id }) => id)
  assert.deepEqual(await idsOf('duplicates'), [again])
  assert.deepEqual(await idsOf('dueToday'), [first])
  assert.deepEqual(await idsOf('returned'), [wrong])
  const peopleFor = async (who: typeof head, words = '') =>
    (
      await ok<{ people: { id: number }[] }>(who, 'GET', `${base}/incoming/people?words=${encodeURIComponent(words)}`)
    ).people.map(({ id }) => id)
  assert.deepEqual(await peopleFor(leader, 'tran khac'), [neighbour.actor.personId])
  assert.ok((await peopleFor(leader)).includes(neighbour.actor.personId!))
  assert.ok(!(await peopleFor(head)).includes(neighbour.actor.personId!), 'a head gives to people of the unit')
  assert.deepEqual(codeOf(await officer.send('GET', `${base}/incoming/people`)), [403, 'records.may_not_assign'])
})

test('a directive that is registered opens its review for who may, and links both ways; else who may is told', async (t) => {
  const world = await desk(t)
  const { clerk } = world
  const leader = await world.as('followUpLeader', { name: 'Bùi Rà Soát' })
  const id = await registered(world, { kind: 'CT', about: 'Về đẩy mạnh giải ngân (MẪU)' })
  let one = await show(world, clerk, id)
  assert.deepEqual([one.directiveId, one.isReviewable, one.acts.includes('review')], [null, true, false])
  assert.deepEqual(await toldOf(world, leader), ['incoming.registered 1'])
  assert.deepEqual(await toldOf(world, world.leader), [], 'who may not review is not told')
  assert.ok((await show(world, leader, id)).acts.includes('review'))
  const { directiveId } = await doAct<{ directiveId: number }>(world, leader, id, 'review')
  one = await show(world, clerk, id)
  assert.deepEqual([one.directiveId, one.isReviewable], [directiveId, false])
  assert.equal((await leader.send('GET', `/api/directives/${directiveId}`)).status, 200)
  const back = await world.ok<{ rows: { id: number }[] }>(leader, 'GET', `${base}/incoming?directiveId=${directiveId}`)
  assert.deepEqual(
    back.rows.map((row) => row.id),
    [id],
  )
  assert.deepEqual(codeOf(await tryAct(world, leader, id, 'review')), [409, 'incoming.has_review'])
  const plain = await registered(world, { kind: 'CV' })
  assert.equal((await show(world, clerk, plain)).isReviewable, false)
})

test('a body that ends hands its open documents to its successor, who reads its book; numbers stay', async (t) => {
  const world = await desk(t)
  const { leader, stranger, unit, ministry } = world
  const open = await assigned(world)
  const done = await registered(world)
  await doAct(world, leader, done, 'finish', { words: 'Lưu' })
  const office = leader.actor.agencyId
  const passed = await world.db.transaction().execute(async (trx) =>
    succeedIncoming(trx, leader.actor, {
      from: { id: office, name: 'Văn phòng' },
      to: ministry,
      on: '2026-12-01',
      source: 'Nghị quyết MẪU',
      now: world.clock.now(),
    } as never),
  )
  assert.deepEqual(passed, { incomingDocuments: 1, handlings: 0 })
  const one = await show(world, stranger, open)
  assert.deepEqual([one.number, one.agency.id, one.history.at(-1)!.event], ['1', ministry, 'incoming.passed'])
  assert.equal((await stranger.send('GET', `${base}/incoming/${done}`)).status, 404, 'what was done stays')
  const ofUnit = await world.db.transaction().execute(async (trx) =>
    succeedIncoming(trx, leader.actor, {
      from: { id: unit, name: 'Cục' },
      to: world.otherUnit,
      on: '2026-12-01',
      source: 'Quyết định MẪU',
      now: world.clock.now(),
    } as never),
  )
  assert.deepEqual(ofUnit, { incomingDocuments: 0, handlings: 1 })
  const after = await show(world, stranger, open)
  assert.deepEqual([after.handlings[0]!.agency?.id, after.handlings[0]!.unit.id], [world.otherUnit, world.otherUnit])
})
