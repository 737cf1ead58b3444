import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { toldOf } from './incoming.fixture.ts'
import { base, codeOf, doAct, drafted, fieldOf, forSignature, office, routeOf, show } from './records.fixture.ts'

test('a draft goes its route with one return, is signed with its number, sealed, and issued into the book', async (t) => {
  const world = await office(t)
  const { ok, officer, checker, approver, leader, clerk } = world
  const id = await drafted(world)
  await doAct(world, officer, id, 'send', routeOf(world))
  assert.deepEqual(
    codeOf(await approver.send('GET', `${base}/outgoing/${id}`)),
    [200, undefined],
    'a leader of the unit reads',
  )
  await doAct(world, checker, id, 'send-back', { reason: 'Thiếu căn cứ' })
  let one = await show(world, officer, id)
  assert.deepEqual([one.state, one.steps.map(({ state }) => state)], ['returned', ['returned', 'ended']])
  await ok(
    officer,
    'PATCH',
    `${base}/outgoing/${id}`,
    {
      content: {
        addressees: ['Bộ Y tế'],
        parts: [{ kind: 'paragraph', runs: [{ text: 'Căn cứ Luật, Bộ Tài chính nhất trí./.' }] }],
      },
      note: 'Bổ sung căn cứ',
    },
    one.version,
  )
  await doAct(world, officer, id, 'send', routeOf(world))
  await doAct(world, checker, id, 'agree', { words: 'Nhất trí' })
  await doAct(world, approver, id, 'agree', {})
  one = await show(world, leader, id)
  assert.deepEqual([one.state, one.round, one.steps.length, one.versions.length], ['forSignature', 2, 4, 3])
  assert.deepEqual(one.acts, ['sendBack', 'sign'])
  const { notation } = await doAct<{ notation: string }>(world, leader, id, 'sign', {})
  assert.equal(notation, '01/BTC-VT')
  await doAct(world, clerk, id, 'seal', {})
  await doAct(world, clerk, id, 'issue')
  one = await show(world, clerk, id)
  assert.deepEqual(
    [one.state, one.notation, one.datedOn, one.signed?.name],
    ['issued', '01/BTC-VT', '2026-12-01', 'Lê Lãnh Đạo'],
  )
  assert.deepEqual(
    one.notes.map(({ act }) => act),
    ['drafted', 'edited', 'sent', 'returned', 'edited', 'sent', 'agreed', 'agreed', 'signed', 'sealed', 'issued'],
  )
  const { rows } = await sql<object>`
    select b.notation, b.kind, b.about, b.recipients from registry.book_card b where b.source_kind = 'outgoing'`.execute(
    world.db,
  )
  assert.deepEqual(rows, [
    { notation: '01/BTC-VT', kind: 'CV', about: 'góp ý dự thảo Nghị định (MẪU)', recipients: 'Bộ Y tế' },
  ])
  const pdf = await clerk.send('GET', `${base}/outgoing/${id}/pdf`)
  assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-')
  const changed = await ok<{ rows: { kind: string }[] }>(
    officer,
    'GET',
    `${base}/outgoing/${id}/differences?from=2&to=3`,
  )
  assert.deepEqual(
    changed.rows.map(({ kind }) => kind),
    ['same', 'changed'],
  )
})

test('what is not whole is not sent: words, fields of the template, recipients, signer, and each person once', async (t) => {
  const world = await office(t)
  const { ok, officer, checker, approver, leader, stranger } = world
  const { id } = await ok<{ id: number }>(officer, 'POST', `${base}/outgoing`, {
    kind: 'QĐ',
    about: 'Về việc thử (MẪU)',
  })
  const send = async (route: object = routeOf(world)) => {
    const { version } = await show(world, officer, id)
    return officer.send('POST', `${base}/outgoing/${id}/send`, { body: route, ifMatch: version })
  }
  assert.deepEqual([...codeOf(await send()), fieldOf(await send())], [400, 'outgoing.empty', 'content'])
  const edit = async (body: object) =>
    ok(officer, 'PATCH', `${base}/outgoing/${id}`, body, (await show(world, officer, id)).version)
  const parts = (text: string) => ({ content: { addressees: [], parts: [{ kind: 'paragraph', runs: [{ text }] }] } })
  await edit(parts('Theo văn bản số {incoming.notation}'))
  assert.deepEqual(codeOf(await send()), [400, 'outgoing.unfilled'])
  await edit(parts('Điều 1. Thử.'))
  assert.deepEqual(codeOf(await send()), [400, 'outgoing.no_recipient'])
  await edit({ recipients: [{ name: 'Các đơn vị thuộc Bộ', purpose: 'act' }] })
  const route = routeOf(world)
  assert.deepEqual(
    [...codeOf(await send({ ...route, signerId: checker.actor.personId }))],
    [400, 'outgoing.no_such_signer'],
  )
  assert.deepEqual(codeOf(await send({ ...route, signerId: stranger.actor.personId })), [
    400,
    'outgoing.no_such_signer',
  ])
  const step = (personId: number | null, kind = 'initial', position = 1) => ({ position, kind, personId })
  for (const [steps, code, field] of [
    [[step(officer.actor.personId)], 'route.drafter', 'steps.0.personId'],
    [[step(leader.actor.personId)], 'route.signer', 'steps.0.personId'],
    [[step(approver.actor.personId), step(approver.actor.personId, 'approve', 2)], 'route.twice', 'steps.1.personId'],
    [[step(checker.actor.personId, 'opinion')], 'route.nobody_checks', 'steps'],
    [[step(stranger.actor.personId)], 'route.no_post', 'steps.0.personId'],
  ] as const) {
    const refused = await send({ ...route, steps })
    assert.deepEqual([...codeOf(refused), fieldOf(refused)], [400, code, field])
  }
  assert.equal((await send()).status, 200)
})

test('a template with an unknown field is refused and names it; one with known fields fills a draft', async (t) => {
  const world = await office(t)
  const { ok, officer, clerk } = world
  const template = (text: string) => ({
    kind: 'TB',
    name: 'Thông báo họp',
    about: 'Thông báo của {agency}',
    content: { addressees: [], parts: [{ kind: 'paragraph', runs: [{ text }] }] },
  })
  const refused = await clerk.send('POST', `${base}/templates`, { body: template('Theo {so_den}') })
  assert.deepEqual(codeOf(refused), [400, 'template.unknown_field'])
  assert.match(JSON.stringify(refused.body), /Không có trường \{so_den\}/)
  assert.deepEqual(codeOf(await officer.send('POST', `${base}/templates`, { body: template('x') })), [
    403,
    'records.may_not_register',
  ])
  const { id: templateId } = await ok<{ id: number }>(
    clerk,
    'POST',
    `${base}/templates`,
    template('{unit} thông báo ngày {today}'),
  )
  assert.deepEqual(codeOf(await clerk.send('POST', `${base}/templates`, { body: template('y') })), [
    409,
    'template.known',
  ])
  const begun = () => officer.send('POST', `${base}/outgoing`, { body: { kind: 'TB', about: 'x', templateId } })
  assert.deepEqual(codeOf(await begun()), [400, 'template.not_found'], 'not in use yet')
  await ok(clerk, 'POST', `${base}/templates/${templateId}/use`, { number: 1 }, 1)
  const { id } = await ok<{ id: number }>(officer, 'POST', `${base}/outgoing`, {
    kind: 'TB',
    about: 'Thông báo của {agency}',
    templateId,
  })
  const one = await show(world, officer, id)
  assert.equal(one.about, 'Thông báo của Bộ Tài chính')
  assert.deepEqual(one.content?.parts, [
    { kind: 'paragraph', runs: [{ text: 'Bộ Tài chính thông báo ngày 01/12/2026' }] },
  ])
  const other = await officer.send('POST', `${base}/outgoing`, { body: { kind: 'QĐ', about: 'x', templateId } })
  assert.deepEqual([...codeOf(other), fieldOf(other)], [400, 'template.other_kind', 'templateId'])
  assert.deepEqual(
    codeOf(await world.stranger.send('POST', `${base}/templates/${templateId}/retire`, { ifMatch: 1 })),
    [404, 'template.not_found'],
  )
})

test('a template is written in texts that stay: drafts begin with the one in use until another is put in use', async (t) => {
  const world = await office(t)
  const { ok, officer, clerk } = world
  const text = (words: string, name = 'Thông báo họp') => ({
    kind: 'TB',
    name,
    about: 'Thông báo',
    content: { addressees: [], parts: [{ kind: 'paragraph', runs: [{ text: words }] }] },
  })
  const { id } = await ok<{ id: number }>(clerk, 'POST', `${base}/templates`, text('Một.'))
  const one = `${base}/templates/${id}`
  const shown = (actor = clerk) => actor.send('GET', one)
  const rows = async (actor = clerk, query = '') =>
    ((await actor.send('GET', `${base}/templates${query}`)).body as { rows: { id: number }[] }).rows
  const hasIt = (found: readonly { id: number }[]) => found.some((row) => row.id === id)
  assert.deepEqual(
    [hasIt(await rows()), hasIt(await rows(officer)), hasIt(await rows(clerk, '?inUse=true'))],
    [true, false, false],
  )
  assert.deepEqual(codeOf(await shown(officer)), [404, 'template.not_found'])
  const use = (number: number, ifMatch: number) => clerk.send('POST', `${one}/use`, { body: { number }, ifMatch })
  assert.deepEqual(codeOf(await use(2, 1)), [400, 'template.no_text'])
  assert.equal((await use(1, 1)).status, 200)
  assert.deepEqual(codeOf(await use(1, 2)), [409, 'template.in_use'])
  assert.deepEqual(codeOf(await officer.send('POST', `${one}/use`, { body: { number: 1 }, ifMatch: 2 })), [
    403,
    'records.may_not_register',
  ])
  await ok(clerk, 'PUT', one, text('Hai.'), 2)
  // Another name is no other text.
  await ok(clerk, 'PUT', one, text('Hai.', 'Thông báo mời họp'), 3)
  const begun = async () => {
    const draft = await ok<{ id: number }>(officer, 'POST', `${base}/outgoing`, {
      kind: 'TB',
      about: 'x',
      templateId: id,
    })
    return JSON.stringify((await show(world, officer, draft.id)).content?.parts)
  }
  assert.match(await begun(), /Một\./)
  const detail = (await shown()).body as {
    name: string
    used: { number: number }
    latest: { number: number }
    texts: { number: number }[]
    mayChange: boolean
  }
  assert.deepEqual(
    [detail.name, detail.used.number, detail.latest.number, detail.texts.map(({ number }) => number), detail.mayChange],
    ['Thông báo mời họp', 1, 2, [2, 1], true],
  )
  assert.equal((await use(2, 4)).status, 200)
  assert.match(await begun(), /Hai\./)
  assert.deepEqual(codeOf(await clerk.send('PUT', one, { body: text('{la}'), ifMatch: 5 })), [
    400,
    'template.unknown_field',
  ])
  const standard = (await rows()).find((row) => row.id !== id)!
  assert.deepEqual(
    codeOf(await clerk.send('POST', `${base}/templates/${standard.id}/use`, { body: { number: 1 }, ifMatch: 2 })),
    [404, 'template.not_found'],
  )
})

test('two signers of one body get two numbers at once; a refused signature leaves no gap; a new year begins at one', async (t) => {
  const world = await office(t, '2026-12-31')
  const { leader, db } = world
  const ids = [await forSignature(world), await forSignature(world), await forSignature(world)]
  const versions = await Promise.all(ids.map(async (id) => (await show(world, leader, id)).version))
  const sign = (place: number, version = versions[place]!) =>
    leader.send('POST', `${base}/outgoing/${ids[place]}/sign`, { ifMatch: version, body: {} })
  // The database refuses the row after its number was given: number and signature go together.
  const owner = new pg.Client(world.url)
  await owner.connect()
  await owner.query(`alter table records.outgoing add constraint broken check (notation <> '01/BTC-VT') not valid`)
  assert.equal((await sign(0)).status >= 400, true)
  await owner.query('alter table records.outgoing drop constraint broken')
  await owner.end()
  world.clock.set('2026-12-31T23:59:59+07:00')
  const both = await Promise.all([sign(0), sign(1)])
  assert.deepEqual(both.map(({ body }) => (body as { notation: string }).notation).sort(), ['01/BTC-VT', '02/BTC-VT'])
  world.clock.set('2027-01-01T00:00:01+07:00')
  assert.equal(((await sign(2)).body as { notation: string }).notation, '01/BTC-VT')
  const { rows } = await sql<{ year: number; number: number }>`
    select n.year, n.number from registry.document_number n order by 1, 2`.execute(db)
  assert.deepEqual(rows, [
    { year: 2026, number: 1 },
    { year: 2026, number: 2 },
    { year: 2027, number: 1 },
  ])
})

test('a signer whose post ended yesterday does not sign, and a stale page is told who changed what', async (t) => {
  const world = await office(t)
  const { leader, officer, db } = world
  const id = await forSignature(world)
  const { version } = await show(world, leader, id)
  await doAct(world, officer, id, 'withdraw')
  const late = await leader.send('POST', `${base}/outgoing/${id}/sign`, { ifMatch: version, body: {} })
  assert.deepEqual(codeOf(late), [409, 'request.stale'], 'taken back before it was signed')
  const second = await forSignature(world)
  const seen = (await show(world, leader, second)).version
  const stale = await leader.send('POST', `${base}/outgoing/${second}/sign`, { ifMatch: seen - 1, body: {} })
  assert.equal(stale.status, 409)
  assert.match(JSON.stringify(stale.body), /Phạm Duyệt/)
  await sql`update registry.post set valid = daterange(lower(valid), '2026-12-01') where person_id = ${leader.actor.personId}`.execute(
    db,
  )
  const ended = await leader.send('POST', `${base}/outgoing/${second}/sign`, { ifMatch: seen, body: {} })
  assert.equal(ended.status >= 401, true)
  const { rows } = await sql`select from registry.document_number`.execute(db)
  assert.equal(rows.length, 0)
})

test('many are signed in one act, each on its own, and what was issued is replaced or recalled', async (t) => {
  const world = await office(t)
  const { ok, leader, clerk, officer } = world
  const ids = [await forSignature(world), await forSignature(world)]
  const documents = await Promise.all(ids.map(async (id) => ({ id, version: (await show(world, leader, id)).version })))
  documents[1]!.version -= 1
  const answer = await ok<{ signed: { notation: string }[]; failed: { code: string; about: string }[] }>(
    leader,
    'POST',
    `${base}/outgoing/sign`,
    { documents },
  )
  assert.deepEqual(
    answer.signed.map(({ notation }) => notation),
    ['01/BTC-VT'],
  )
  assert.equal(answer.failed.length, 1)
  const again = await ok<typeof answer>(leader, 'POST', `${base}/outgoing/sign`, { documents })
  assert.deepEqual([again.signed, again.failed.length], [answer.signed, 1], 'the same request once more')
  const [first] = ids as [number, number]
  assert.deepEqual(
    codeOf(
      await clerk.send('POST', `${base}/outgoing/${first}/issue`, {
        ifMatch: (await show(world, clerk, first)).version,
      }),
    ),
    [409, 'outgoing.wrong_state'],
  )
  await doAct(world, clerk, first, 'seal', {})
  await doAct(world, clerk, first, 'issue')
  const replacing = await forSignature(world, { replacesId: first })
  const late = await forSignature(world, { replacesId: first })
  await doAct(world, leader, replacing, 'sign', {})
  await doAct(world, clerk, replacing, 'seal', {})
  await doAct(world, clerk, replacing, 'issue')
  const old = await show(world, clerk, first)
  assert.deepEqual(
    [old.state, old.followedBy.map(({ how, name }) => [how, name])],
    ['replaced', [['replaces', '02/BTC-VT']]],
  )
  const edited = await officer.send('PATCH', `${base}/outgoing/${first}`, {
    body: { about: 'khác' },
    ifMatch: old.version,
  })
  assert.deepEqual(codeOf(edited), [409, 'outgoing.wrong_state'])
  assert.ok((await toldOf(world, world.stranger)).includes('outgoing.replaced 1'), 'who has the earlier one')
  // Another that replaces the same one was begun before: it is issued on its own.
  await doAct(world, leader, late, 'sign', {})
  await doAct(world, clerk, late, 'seal', {})
  await doAct(world, clerk, late, 'issue')
  assert.equal((await show(world, clerk, late)).state, 'issued')
  await doAct(world, clerk, replacing, 'recall', { reason: 'Sai thẩm quyền' })
  assert.equal((await show(world, clerk, replacing)).recalled?.reason, 'Sai thẩm quyền')
})

test('others do not see a draft, nor another body anything; a colleague sees what a route asks of them', async (t) => {
  const world = await office(t)
  const { stranger, clerk, checker, officer, as } = world
  const id = await drafted(world)
  const url = `${base}/outgoing/${id}`
  const colleague = await as('officer', { agency: 'bo-tai-chinh' })
  for (const who of [stranger, clerk, checker, colleague]) {
    assert.deepEqual(codeOf(await who.send('GET', url)), [404, 'outgoing.not_found'])
    assert.deepEqual(codeOf(await who.send('PATCH', url, { body: { about: 'x' }, ifMatch: 1 })), [
      404,
      'outgoing.not_found',
    ])
  }
  await doAct(world, officer, id, 'send', routeOf(world))
  assert.equal((await checker.send('GET', url)).status, 200)
  assert.deepEqual(
    codeOf(
      await checker.send('PATCH', url, { body: { about: 'x' }, ifMatch: (await show(world, checker, id)).version }),
    ),
    [403, 'outgoing.not_drafter'],
  )
  const lists = async (who: typeof checker, list: string) =>
    ((await who.send('GET', `${base}/outgoing?list=${list}`)).body as { rows: { id: number }[] }).rows.map(
      (row) => row.id,
    )
  assert.deepEqual(await lists(checker, 'waiting'), [id])
  assert.deepEqual(await lists(officer, 'mine'), [id])
  assert.deepEqual(await lists(stranger, 'all'), [])
})

test('words with a mark of secrecy are no draft, and who drafts a document is not put down to sign it', async (t) => {
  const world = await office(t)
  const { leader, checker, approver } = world
  const id = await drafted(world)
  const { version } = await show(world, world.officer, id)
  const content = { addressees: [], parts: [{ kind: 'paragraph', runs: [{ text: 'TỐI MẬT' }] }] }
  const secret = await world.officer.send('PATCH', `${base}/outgoing/${id}`, { ifMatch: version, body: { content } })
  assert.deepEqual([...codeOf(secret), fieldOf(secret)], [400, 'outgoing.secret', 'content'])
  const own = await world.ok<{ id: number }>(leader, 'POST', `${base}/outgoing`, {
    kind: 'CV',
    about: 'việc của tôi (MẪU)',
  })
  const edit = {
    content: { addressees: [], parts: [{ kind: 'paragraph', runs: [{ text: 'Lời văn.' }] }] },
    recipients: [{ name: 'Bộ Y tế', purpose: 'act' }],
  }
  await world.ok(leader, 'PATCH', `${base}/outgoing/${own.id}`, edit, 1)
  const steps = [
    { position: 1, kind: 'opinion', personId: checker.actor.personId },
    { position: 2, kind: 'approve', personId: approver.actor.personId },
  ]
  const refused = await leader.send('POST', `${base}/outgoing/${own.id}/send`, {
    ifMatch: 2,
    body: { signerId: leader.actor.personId, steps },
  })
  assert.deepEqual([...codeOf(refused), fieldOf(refused)], [400, 'route.drafter_signs', 'signerId'])
  const nowhere = await leader.send('PATCH', `${base}/outgoing/${own.id}`, {
    ifMatch: 2,
    body: { recipients: [{ agencyId: 987654, name: 'Không có', purpose: 'act' }] },
  })
  assert.deepEqual(codeOf(nowhere), [400, 'recipient.no_agency'])
})
