import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import mammoth from 'mammoth'
import { extractText, getDocumentProxy } from 'unpdf'
import { systemActor } from '../platform/actor.ts'
import { assignAll } from '../tasks/index.ts'
import { aSource, aTask } from '../tasks/task.fixture.ts'
import type { Answer } from '../test/app.ts'
import { upload } from '../test/app.ts'
import { changedOnce } from '../test/once.ts'
import { asTyped } from '../test/paper.ts'
import type { Letter, LetterList, MadeLetters, SignedLetters } from './letter-shapes.ts'
import type { Setting } from './shapes.ts'
import { submitted, urgingDesk } from './urging.fixture.ts'

const URL = '/api/urging/letters'
const codeOf = ({ body }: Answer) => (body as { code?: string }).code
const letterOf = (answer: Answer) => answer.body as Letter

test('drafts a letter to each of five agencies in one act, and gives the reason for those that fail', async (t) => {
  const desk = await urgingDesk(t)
  const { finance, planning, home } = desk.agencies
  const [health, labour] = [await desk.agency('bo-y-te'), await desk.agency('bo-cong-thuong')]
  await desk.give(finance, ['2021-02-01', '2021-03-05', '2021-12-31'])
  await desk.give(planning, ['2021-02-10'])
  await desk.give(home, ['2021-03-10'])
  await desk.give(health, ['2021-12-31'])
  const made = (
    await desk.officer.send('POST', URL, { body: { agencyIds: [finance, planning, home, health, labour] } })
  ).body as MadeLetters
  assert.deepEqual(
    made.made.map(({ agencyId, tasks }) => [agencyId, tasks]),
    [
      [finance, 2],
      [planning, 1],
      [home, 1],
    ],
  )
  assert.deepEqual(
    made.failed.map(({ agencyId, code }) => [agencyId, code]),
    [
      [health, 'letter.nothing_to_urge'],
      [labour, 'letter.nothing_to_urge'],
    ],
  )
  const again = (await desk.officer.send('POST', URL, { body: { agencyIds: [finance] } })).body as MadeLetters
  assert.equal(again.failed[0]!.code, 'letter.one_open')

  const letters = (await desk.officer.send('GET', URL)).body as LetterList
  for (const { id } of letters.rows) await desk.officer.send('POST', `${URL}/${id}/submit`, { ifMatch: 1 })
  const waiting = (await desk.leader.send('GET', `${URL}?state=submitted`)).body as LetterList
  const signed = (
    await desk.leader.send('POST', `${URL}/sign`, {
      body: { letters: [...waiting.rows.map(({ id, version }) => ({ id, version })), { id: 9999, version: 1 }] },
    })
  ).body as SignedLetters
  assert.deepEqual(signed.signed.map(({ notation }) => notation).sort(), ['01/VPCP-TH', '02/VPCP-TH', '03/VPCP-TH'])
  assert.deepEqual(
    signed.failed.map(({ code }) => code),
    ['letter.not_found'],
  )
})

test('the letter on paper has the parts of Nghị định 30/2020, in DOCX, PDF and HTML, and stays as issued', async (t) => {
  const desk = await urgingDesk(t)
  await desk.give(desk.agencies.finance, ['2021-02-01', '2021-03-05'])
  const { id, version } = await submitted(desk, desk.agencies.finance)
  const draft = String((await desk.officer.send('GET', `${URL}/${id}/document?format=html`)).body)
  assert.ok(draft.includes('DỰ THẢO') && /Số: +\/VPCP-TH/.test(draft))
  assert.equal((await desk.leader.send('POST', `${URL}/${id}/sign`, { ifMatch: version })).status, 200)
  const file = (format: string) => desk.officer.send('GET', `${URL}/${id}/document?format=${format}`)
  const [docx, pdf, html] = [await file('docx'), await file('pdf'), await file('html')]
  const { value } = await mammoth.extractRawText({ buffer: docx.bytes })
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf.bytes)), { mergePages: true })
  for (const [kind, words] of [
    ['docx', value],
    ['pdf', text],
    ['html', String(html.body).replace(/<[^>]+>/g, ' ')],
  ] as const) {
    const printed = asTyped(words).normalize('NFC').replace(/\s+/g, '')
    for (const part of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'VĂN PHÒNG CHÍNH PHỦ',
      'Số: 01/VPCP-TH',
      'Hà Nội, ngày 01 tháng 3 năm 2021',
      'V/v đôn đốc thực hiện nhiệm vụ',
      'Kính gửi: Bộ Tài chính',
      'Quyết định số 42/2014/QĐ-TTg',
      '12/QĐ-MẪU',
      'Số ngày quá hạn',
      '01/02/2021',
      'Nơi nhận:',
      'Lưu: VT, TH.',
      'KT. BỘ TRƯỞNG, CHỦ NHIỆM',
      'Lê Lãnh Đạo',
    ])
      assert.ok(printed.includes(part.replaceAll(' ', '')), `${kind}: ${part}`)
    assert.ok(!printed.includes('DỰTHẢO'))
    assert.match(words, /\b28\b/)
  }
  // The page does not change with the wording, the setting or the day.
  await assert.rejects(
    sql`update urging.letter set opening = 'khác' where letter_id = ${id}`.execute(desk.db),
    /stays as it is/,
  )
  desk.clock.set('2021-03-20')
  assert.deepEqual((await file('pdf')).bytes, pdf.bytes)
  assert.equal((await file('html')).body, html.body)

  const taskId = (await desk.officer.send('GET', `${URL}/${id}`).then(letterOf)).taskList[0]!.id
  const history = (await desk.officer.send('GET', `/api/tasks/${taskId}/history`)).body as {
    entries: { event: string; after: { notation?: string } }[]
  }
  assert.ok(
    history.entries.some(({ event, after }) => event === 'urging.letterIssued' && after.notation === '01/VPCP-TH'),
  )
})

test('a letter prints the whole wording of a task whose title was cut short', async (t) => {
  const desk = await urgingDesk(t)
  const { finance } = desk.agencies
  const whole = 'Trình phương án điều chuyển vốn đầu tư công trước kỳ họp thường kỳ của Chính phủ.'
  const cut = 'Trình phương án điều chuyển vốn đầu tư công trước…'
  await desk.db
    .transaction()
    .execute((trx) =>
      assignAll(
        trx,
        systemActor('thử'),
        aSource(desk.agencies),
        [aTask('dài', finance, '2021-02-10', { title: cut, content: whole })],
        desk.clock.now(),
      ),
    )
  const { id } = await submitted(desk, finance)
  const page = await desk.officer.send('GET', `${URL}/${id}/document?format=html`)
  assert.equal(page.status, 200)
  // In a table: its code follows the sentence, which has no mark of its own then.
  assert.ok(asTyped(String(page.body)).includes(`${whole.slice(0, -1)} (NV-`))
  assert.ok(!String(page.body).includes(cut))
})

test('many tasks go into an annex', async (t) => {
  const desk = await urgingDesk(t)
  await desk.give(
    desk.agencies.finance,
    Array.from({ length: 12 }, () => '2021-02-01'),
  )
  const { id } = await submitted(desk, desk.agencies.finance)
  const html = asTyped(String((await desk.officer.send('GET', `${URL}/${id}/document?format=html`)).body))
  assert.ok(
    html.includes('DANH MỤC NHIỆM VỤ ĐÔN ĐỐC BỘ TÀI CHÍNH') && html.includes('Danh mục 12 nhiệm vụ tại Phụ lục'),
  )
})

test('numbers have no gap and no duplicate though many sign concurrently and some fail', async (t) => {
  const desk = await urgingDesk(t)
  const second = await desk.as('followUpLeader', { name: 'Hồ Lãnh Đạo' })
  const slugs = ['bo-tai-chinh', 'bo-noi-vu', 'bo-y-te', 'bo-cong-thuong', 'bo-tu-phap', 'bo-xay-dung']
  const ready = []
  for (const slug of slugs) {
    const agencyId = await desk.agency(slug)
    await desk.give(agencyId, ['2021-02-01'])
    ready.push(await submitted(desk, agencyId))
  }
  const answers = await Promise.all(
    ready.flatMap(({ id, version }) => [
      desk.leader.send('POST', `${URL}/${id}/sign`, { ifMatch: version }),
      second.send('POST', `${URL}/${id}/sign`, { ifMatch: version }),
    ]),
  )
  assert.deepEqual(
    answers.map(({ status }) => status).sort(),
    [...ready.map(() => 200), ...ready.map(() => 409)],
    'of two who sign one letter the second is refused',
  )
  const { rows } = await sql<{ number: number }>`
    select number from urging.letter where number is not null order by number`.execute(desk.db)
  assert.deepEqual(
    rows.map(({ number }) => number),
    [1, 2, 3, 4, 5, 6],
  )
  desk.clock.set('2022-01-04')
  const agencyId = await desk.agency('bo-ngoai-giao')
  await desk.give(agencyId, ['2021-12-31'])
  const { id, version } = await submitted(desk, agencyId)
  const signed = await desk.leader.send('POST', `${URL}/${id}/sign`, { ifMatch: version })
  assert.equal((signed.body as { notation: string }).notation, '01/VPCP-TH', 'the register restarts each year')
})

test('a draft is edited on the version seen, with valid values only', async (t) => {
  const desk = await urgingDesk(t)
  const [mine] = await desk.give(desk.agencies.finance, ['2021-02-01', '2021-02-02'])
  const [foreign] = await desk.give(desk.agencies.home, ['2021-02-01'])
  const made = (await desk.officer.send('POST', URL, { body: { agencyIds: [desk.agencies.finance] } }))
    .body as MadeLetters
  const { id } = made.made[0]!
  const edit = (body: object, ifMatch = 1) => desk.officer.send('PATCH', `${URL}/${id}`, { body, ifMatch })
  const refused = async (body: object, code: string, path: string) => {
    const answer = await edit(body)
    assert.deepEqual([codeOf(answer), (answer.body as { fields: { path: string }[] }).fields[0]!.path], [code, path])
  }
  await refused({ replyBy: '2021-03-01' }, 'letter.reply_in_past', 'replyBy')
  await refused({ replyBy: '2021-03-07' }, 'letter.reply_on_rest_day', 'replyBy')
  await refused({ taskIds: [foreign] }, 'letter.task_of_other_agency', 'taskIds')
  await refused({ unitId: desk.agencies.finance }, 'letter.no_such_unit', 'unitId')
  await refused({ signatoryId: desk.officer.actor.personId }, 'signature.no_such_signatory', 'signatoryId')
  const changed = await edit({
    about: 'đôn đốc một việc',
    taskIds: [mine],
    unitId: desk.agencies.procedures,
    signatoryId: desk.leader.actor.personId,
  })
  assert.deepEqual(changed.body, { version: 2 })
  assert.equal(codeOf(await edit({ about: 'khác' })), 'request.stale')
  const letter = letterOf(await desk.officer.send('GET', `${URL}/${id}`))
  assert.deepEqual([letter.tasks, letter.signatoryName], [1, 'Lê Lãnh Đạo'])

  await desk.officer.send('POST', `${URL}/${id}/submit`, { ifMatch: 2 })
  assert.equal(codeOf(await edit({ about: 'khác' }, 3)), 'letter.wrong_state')
  const another = await desk.as('followUpLeader')
  const forAnother = await another.send('POST', `${URL}/${id}/sign`, { ifMatch: 3 })
  assert.deepEqual([forAnother.status, codeOf(forAnother)], [403, 'letter.for_another'])
  const back = await desk.leader.send('POST', `${URL}/${id}/send-back`, {
    ifMatch: 3,
    body: { reason: 'Nêu rõ nguyên nhân' },
  })
  assert.equal(back.status, 200)
  assert.equal(letterOf(await desk.officer.send('GET', `${URL}/${id}`)).sentBackReason, 'Nêu rõ nguyên nhân')
})

test('a draft counts its days and its words to one day: that of its last change, then of its submission', async (t) => {
  const desk = await urgingDesk(t)
  await desk.give(desk.agencies.finance, ['2021-02-01', '2021-03-02'])
  const made = await desk.officer.send('POST', URL, { body: { agencyIds: [desk.agencies.finance] } })
  const { id } = (made.body as MadeLetters).made[0]!
  const read = async () => letterOf(await desk.officer.send('GET', `${URL}/${id}`))
  const shown = async () => {
    const { asOf, opening, taskList } = await read()
    return [asOf, opening.slice(opening.indexOf('Tính đến')), taskList.map(({ daysLate }) => daysLate)]
  }
  const drafted = [
    '2021-03-01',
    'Tính đến hết ngày 01/03/2021, Bộ Tài chính còn 1 nhiệm vụ đã quá hạn chưa hoàn thành và 1 nhiệm vụ chưa hoàn thành, đến hạn trong 10 ngày tới.',
    [28, null],
  ]
  assert.deepEqual(await shown(), drafted)
  desk.clock.set('2021-03-04')
  assert.deepEqual(await shown(), drafted, 'nothing has changed the draft')
  const { about, opening } = await read()
  assert.equal((await desk.officer.send('PATCH', `${URL}/${id}`, { ifMatch: 1, body: { about, opening } })).status, 200)
  const edited = [
    '2021-03-04',
    'Tính đến hết ngày 04/03/2021, Bộ Tài chính còn 2 nhiệm vụ đã quá hạn chưa hoàn thành.',
    [31, 2],
  ]
  assert.deepEqual(await shown(), edited)
  desk.clock.set('2021-03-05')
  assert.equal((await desk.officer.send('POST', `${URL}/${id}/submit`, { ifMatch: 2 })).status, 200)
  const submittedOn = ['2021-03-05', String(edited[1]).replace('04/03/2021', '05/03/2021'), [32, 3]]
  assert.deepEqual(await shown(), submittedOn)
  desk.clock.set('2021-03-08')
  assert.equal((await desk.leader.send('POST', `${URL}/${id}/sign`, { ifMatch: 3 })).status, 200)
  assert.deepEqual(await shown(), submittedOn, 'what is signed is what was submitted')
})

test('an opening that the office has worded keeps its words and the day it names', async (t) => {
  const desk = await urgingDesk(t)
  await desk.give(desk.agencies.finance, ['2021-02-01'])
  const made = await desk.officer.send('POST', URL, { body: { agencyIds: [desk.agencies.finance] } })
  const { id } = (made.body as MadeLetters).made[0]!
  const change = async (ifMatch: number, opening: string) => {
    assert.equal((await desk.officer.send('PATCH', `${URL}/${id}`, { ifMatch, body: { opening } })).status, 200)
    const letter = letterOf(await desk.officer.send('GET', `${URL}/${id}`))
    return [letter.opening, letter.asOf, letter.taskList[0]!.daysLate]
  }
  desk.clock.set('2021-03-04')
  const dated = 'Đến ngày 01/03/2021, Bộ Tài chính còn một nhiệm vụ quá hạn.'
  assert.deepEqual(await change(1, dated), [dated, '2021-03-01', 28])
  const undated = 'Bộ Tài chính còn một nhiệm vụ quá hạn.'
  assert.deepEqual(await change(2, undated), [undated, '2021-03-04', 31])
})

test('a letter with a task closed meanwhile is refused before it is signed', async (t) => {
  const desk = await urgingDesk(t)
  const [taskId] = await desk.give(desk.agencies.finance, ['2021-02-01'])
  const { id, version } = await submitted(desk, desk.agencies.finance)
  await desk.officer.send('POST', `/api/tasks/${taskId}/cancel`, { ifMatch: 1, body: { reason: 'Không còn cần' } })
  const signed = await desk.leader.send('POST', `${URL}/${id}/sign`, { ifMatch: version })
  assert.deepEqual([signed.status, codeOf(signed)], [409, 'letter.tasks_gone'])
  const { rows } = await sql`select from registry.document_register where register like 'letter/%'`.execute(desk.db)
  assert.equal(rows.length, 0, 'no number was used up')
})

test('a deputy signs for the leader, in the form of the deputation', async (t) => {
  const desk = await urgingDesk(t)
  const head = await desk.as('followUpLeader', { name: 'Ngô Chủ Nhiệm' })
  const deputy = await desk.as('followUp', { name: 'Vũ Phó' })
  await sql`update registry.post set title = 'Bộ trưởng, Chủ nhiệm' where person_id = ${head.actor.personId}`.execute(
    desk.db,
  )
  await sql`update registry.post set title = 'Phó Chủ nhiệm' where person_id = ${deputy.actor.personId}`.execute(
    desk.db,
  )
  const signAs = async (agencySlug: string, kind: string) => {
    const agencyId = await desk.agency(agencySlug)
    await desk.give(agencyId, ['2021-02-01'])
    await sql`update registry.deputation set revoked_at = now(), revoked_by = 'thử'`.execute(desk.db)
    await sql`
      insert into registry.deputation (post_id, owner_id, deputy_id, valid, kind, document, made_at, made_by)
      select post_id, person_id, ${deputy.actor.personId}, '[2021-03-01,2021-03-10)', ${kind}, '12/GUQ-VPCP', now(), 'thử'
      from registry.post where person_id = ${head.actor.personId}`.execute(desk.db)
    // A session would choose the deputised post; here the deputy has no other post that signs.
    await sql`update registry.post set valid = '[2020-01-01,2021-03-01)' where person_id = ${deputy.actor.personId}`.execute(
      desk.db,
    )
    const { id, version } = await submitted(desk, agencyId)
    const answer = await deputy.send('POST', `${URL}/${id}/sign`, { ifMatch: version })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    return letterOf(await desk.officer.send('GET', `${URL}/${id}`))
  }
  const authorised = await signAs('bo-tai-chinh', 'authorised')
  assert.match(authorised.signerTitle!, /^TUQ\. BỘ TRƯỞNG, CHỦ NHIỆM\n/)
  assert.deepEqual([authorised.signerName, authorised.onBehalfOfName], ['Vũ Phó', 'Ngô Chủ Nhiệm'])
  const absent = await signAs('bo-noi-vu', 'absent')
  assert.match(absent.signerTitle!, /^(KT|TL)\. BỘ TRƯỞNG, CHỦ NHIỆM\n/)
  const { rows } = await sql<{ actor_name: string; on_behalf_of_name: string }>`
    select actor_name, on_behalf_of_name from platform.audit where event = 'letter.issued' limit 1`.execute(desk.db)
  assert.deepEqual(rows[0], { actor_name: 'Vũ Phó', on_behalf_of_name: 'Ngô Chủ Nhiệm' })
})

test('an agency and its followers see its letter once it is issued, and no one else does', async (t) => {
  const desk = await urgingDesk(t)
  const officer = await desk.as('officer', { agency: 'bo-tai-chinh' })
  const others = await desk.as('focalPoint', { agency: 'bo-y-te' })
  const follower = await desk.as('taskForce', { follows: ['bo-tai-chinh'] })
  const elsewhere = await desk.as('taskForce', { follows: ['bo-y-te'] })
  await desk.give(desk.agencies.finance, ['2021-02-01'])
  const { id, version } = await submitted(desk, desk.agencies.finance)
  const seen = async () => ({
    officer: (await officer.send('GET', `${URL}/${id}`)).status,
    others: (await others.send('GET', `${URL}/${id}`)).status,
    follower: (await follower.send('GET', `${URL}/${id}`)).status,
    elsewhere: (await elsewhere.send('GET', `${URL}/${id}/document?format=pdf`)).status,
    lists: [
      ((await officer.send('GET', URL)).body as LetterList).rows.length,
      ((await others.send('GET', URL)).body as LetterList).rows.length,
      ((await follower.send('GET', URL)).body as LetterList).rows.length,
      ((await elsewhere.send('GET', URL)).body as LetterList).rows.length,
    ],
  })
  assert.deepEqual(await seen(), { officer: 404, others: 404, follower: 404, elsewhere: 404, lists: [0, 0, 0, 0] })
  assert.equal((await officer.send('POST', `${URL}/${id}/sign`, { ifMatch: version })).status, 404)
  assert.equal((await desk.officer.send('POST', `${URL}/${id}/sign`, { ifMatch: version })).status, 403)
  await desk.leader.send('POST', `${URL}/${id}/sign`, { ifMatch: version })
  assert.deepEqual(await seen(), { officer: 200, others: 404, follower: 200, elsewhere: 404, lists: [1, 0, 1, 0] })
  const hidden = await others.send('GET', `${URL}/${id}`)
  const absent = await others.send('GET', `${URL}/987654`)
  const withoutId = ({ body }: Answer) => ({ ...(body as object), requestId: '' })
  assert.deepEqual(withoutId(hidden), withoutId(absent))
  assert.equal((await officer.send('GET', '/api/urging/agencies')).status, 403)
  assert.equal((await officer.send('POST', URL, { body: { agencyIds: [desk.agencies.finance] } })).status, 403)
  const mail = letterOf(await desk.officer.send('GET', `${URL}/${id}`))
  assert.ok(mail.deliveries.some(({ personName, mail: state }) => personName === officer.actor.name && state !== null))
  assert.equal(mail.sending, 'sending', 'no mail is shown as sent before a mail server accepted it')
})

test('the answer of the agency is filed with its file, and the letter closed', async (t) => {
  const desk = await urgingDesk(t)
  const officer = await desk.as('officer', { agency: 'bo-tai-chinh' })
  const [taskId] = await desk.give(desk.agencies.finance, ['2021-02-01'])
  const { id, version } = await submitted(desk, desk.agencies.finance)
  await desk.leader.send('POST', `${URL}/${id}/sign`, { ifMatch: version })
  const answer = (body: object, ifMatch = version + 1) => officer.send('POST', `${URL}/${id}/answer`, { body, ifMatch })
  const input = { number: '15/BTC-VP', answeredOn: '2021-03-01', summary: 'Sẽ hoàn thành trước 15/3' }
  assert.equal(codeOf(await answer({ ...input, answeredOn: '2021-03-09' })), 'letter.answered_ahead')
  assert.equal(codeOf(await answer({ ...input, answeredOn: '2021-02-20' })), 'letter.answered_before_issue')
  assert.equal(codeOf(await answer({ ...input, number: undefined })), 'letter.answer_of_nothing')
  assert.equal(codeOf(await answer({ ...input, summary: '' })), 'letter.answer_invalid')
  assert.equal(codeOf(await answer({ ...input, progressReportId: 99 })), 'letter.no_such_report')
  const badFile = upload('a.exe', Buffer.from('MZ'), input)
  assert.equal(
    codeOf(await officer.send('POST', `${URL}/${id}/answer`, { ...badFile, ifMatch: version + 1 })),
    'letter.file_type',
  )
  const withFile = upload('tra-loi.pdf', Buffer.from('%PDF-1.7 mẫu'), input)
  const filed = await officer.send('POST', `${URL}/${id}/answer`, { ...withFile, ifMatch: version + 1 })
  assert.equal(filed.status, 200, JSON.stringify(filed.body))

  await officer.send('POST', `/api/tasks/${taskId}/receive`, { ifMatch: 1, body: {} })
  const reported = await officer.send('POST', `/api/tasks/${taskId}/progress`, {
    ifMatch: 2,
    body: { percent: 40, body: 'Đã trình dự thảo' },
  })
  assert.equal(reported.status, 200, JSON.stringify(reported.body))
  const { reports } = (await officer.send('GET', `${URL}/${id}/reports`)).body as { reports: { id: number }[] }
  const byReport = await answer(
    { answeredOn: '2021-03-01', summary: 'Theo báo cáo', progressReportId: reports[0]!.id },
    version + 2,
  )
  assert.equal(byReport.status, 200, JSON.stringify(byReport.body))
  const letter = letterOf(await desk.officer.send('GET', `${URL}/${id}`))
  assert.deepEqual(
    [letter.state, letter.answers.map(({ number, taskId: of }) => [number, of])],
    [
      'answered',
      [
        ['15/BTC-VP', null],
        [null, taskId],
      ],
    ],
  )
  const file = await desk.officer.send('GET', `${URL}/${id}/answers/${letter.answers[0]!.id}/file`)
  assert.deepEqual([file.status, String(file.bytes)], [200, '%PDF-1.7 mẫu'])
  const closed = await desk.officer.send('POST', `${URL}/${id}/close`, {
    ifMatch: version + 3,
    body: { note: 'Đã rõ' },
  })
  assert.equal(closed.status, 200)
  assert.equal(codeOf(await answer(input, version + 4)), 'letter.wrong_state')
})

test('a request repeated under its key edits, signs and answers a letter once', async (t) => {
  const desk = await urgingDesk(t)
  const officer = await desk.as('officer', { agency: 'bo-tai-chinh' })
  await desk.give(desk.agencies.finance, ['2021-02-01'])
  const made = await changedOnce(desk.officer, 'POST', URL, { body: { agencyIds: [desk.agencies.finance] } })
  const url = `${URL}/${(made.body as MadeLetters).made[0]!.id}`
  await changedOnce(desk.officer, 'PATCH', url, { body: { about: 'Về việc khác' }, ifMatch: 1 })
  await changedOnce(desk.officer, 'POST', `${url}/submit`, { ifMatch: 2 })
  const signed = await changedOnce(desk.leader, 'POST', `${url}/sign`, { ifMatch: 3 })
  assert.deepEqual(signed.body, { version: 4, notation: '01/VPCP-TH' })
  const input = { number: '15/BTC-VP', answeredOn: '2021-03-01', summary: 'Sẽ hoàn thành' }
  const file = upload('tra-loi.pdf', Buffer.from('%PDF-1.7 mẫu'), input)
  await changedOnce(officer, 'POST', `${url}/answer`, { ...file, ifMatch: 4 })
  assert.equal(letterOf(await desk.officer.send('GET', url)).answers.length, 1)
  const setting = await desk.officer.send('GET', '/api/urging/setting')
  const { version, changedAt: _, changedBy: __, ...edit } = setting.body as Setting
  await changedOnce(desk.officer, 'PUT', '/api/urging/setting', { body: { ...edit, soonDays: 12 }, ifMatch: version })
})
