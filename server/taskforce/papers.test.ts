import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import mammoth from 'mammoth'
import { extractText, getDocumentProxy } from 'unpdf'
import { aTask } from '../tasks/task.fixture.ts'
import type { Visitor } from '../test/app.ts'
import { asTyped } from '../test/paper.ts'
import type { QuestionList } from './dialogue-shapes.ts'
import {
  A_CAUSE,
  A_FINDING,
  base,
  codeOf,
  concluded,
  decided,
  forceWorld,
  held,
  inspectionOf,
} from './taskforce.fixture.ts'

const pathOf = (id: number, paperId: number, format: string) =>
  `${base}/inspections/${id}/papers/${paperId}?format=${format}`

async function bytesOf(who: Visitor, url: string): Promise<Buffer> {
  const { status, bytes, body } = await who.send('GET', url)
  assert.equal(status, 200, `${url}: ${JSON.stringify(body)}`)
  return bytes
}
/** The words of both files, in one spelling of spaces. */
async function wordsOf(who: Visitor, at: (format: string) => string): Promise<string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(await bytesOf(who, at('pdf'))))
  const { text } = await extractText(pdf, { mergePages: true })
  const { value } = await mammoth.extractRawText({ buffer: await bytesOf(who, at('docx')) })
  return [text, value].map((words) => asTyped(words.normalize('NFC')).replace(/\s+/g, ' '))
}

test('decision, minutes and conclusion are kept as they were signed, whatever happens afterwards', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, head, officer, stranger, give } = world
  const [task = 0] = await give(
    aTask('II.1', world.agencies.finance, '2021-02-10', {
      title: 'Xây dựng Đề án…',
      content: 'Xây dựng Đề án về kho bạc',
    }),
  )
  const id = await decided(world, [task])
  const [decision] = (await inspectionOf(world, officer, id)).papers
  assert.deepEqual([decision!.kind, decision!.number, decision!.on], ['decision', '182/QĐ-MẪU', '2021-03-01'])
  for (const words of await wordsOf(officer, (format) => pathOf(id, decision!.id, format))) {
    for (const one of [
      'QUYẾT ĐỊNH',
      'Số: 182/QĐ-MẪU',
      'Hà Nội, ngày 01 tháng 3 năm 2021',
      'Căn cứ Quyết định số 1642/QĐ-MẪU',
      'Thành lập Đoàn kiểm tra để kiểm tra việc thực hiện nhiệm vụ (MẪU) đối với Bộ Tài chính',
      'Phạm vi kiểm tra: 1 nhiệm vụ',
      'Phụ lục II',
      'TỔ TRƯỞNG',
      'Lê Tổ Trưởng',
    ]) {
      assert.ok(words.includes(one), `${one}: ${words}`)
    }
  }
  const before = await bytesOf(officer, pathOf(id, decision!.id, 'pdf'))

  await held(world, id)
  const minutes = (await inspectionOf(world, officer, id)).papers.at(-1)!
  assert.deepEqual([minutes.kind, minutes.number], ['minutes', '01/BB-ĐKT'])
  for (const words of await wordsOf(officer, (format) => pathOf(id, minutes.id, format))) {
    const order = ['BIÊN BẢN', 'I. THÀNH PHẦN', 'II. NỘI DUNG', 'Hai bên thống nhất.', 'ĐẠI DIỆN', 'Nơi nhận'].map(
      (one) => words.indexOf(one),
    )
    assert.ok(
      order.every((at, place) => at > (order[place - 1] ?? -1)),
      `${order}: ${words}`,
    )
    assert.ok(!words.includes('III. CAM KẾT'), 'nothing was promised')
  }

  const { id: findingId } = await ok<{ id: number }>(keeper, 'POST', `${base}/inspections/${id}/findings`, {
    ...A_FINDING,
    ...A_CAUSE,
    taskId: task,
  })
  await ok(keeper, 'POST', `${base}/inspections/${id}/findings`, { ...A_FINDING, fact: 'Điều không gửi' })
  const { findingList } = await inspectionOf(world, keeper, id)
  await ok(keeper, 'POST', `${base}/findings/${findingList[1]!.id}/drop`, { reason: 'Nhầm' }, 1)
  const version = async () => (await inspectionOf(world, keeper, id)).version
  await ok(keeper, 'POST', `${base}/inspections/${id}/send-findings`, {}, await version())
  await ok(officer, 'POST', `${base}/findings/${findingId}/answer`, { words: 'Bộ tiếp thu.', agrees: true }, 2)
  const recommended = { words: 'Bộ kiện toàn bộ phận theo dõi', agencyId: world.agencies.finance, dueOn: '2021-06-30' }
  const source = { sourceKind: 'finding', sourceId: findingId }
  const made = await ok<{ id: number }>(keeper, 'POST', `${base}/recommendations`, { ...recommended, ...source })
  await ok(keeper, 'POST', `${base}/recommendations`, { ...recommended, ...source, words: 'Điều chưa gửi' })
  await ok(keeper, 'POST', `${base}/recommendations/${made.id}/make`, undefined, 1)
  await ok(
    head,
    'POST',
    `${base}/inspections/${id}/conclude`,
    { conclusion: '9/KL-MẪU', on: '2021-03-01', words: 'Còn một thiếu sót' },
    await version(),
  )
  const conclusion = (await inspectionOf(world, officer, id)).papers.at(-1)!
  for (const words of await wordsOf(officer, (format) => pathOf(id, conclusion.id, format))) {
    for (const one of [
      'Số: 09/KL-MẪU',
      'Còn một thiếu sót.',
      'Xây dựng Đề án về kho bạc.',
      'Tính chất: Báo cáo không đúng thực tế.',
      'Mức độ: Nghiêm trọng.',
      'Nguyên nhân: Con người. Phân công người',
      'Trách nhiệm: Bộ Tài chính',
      'Chứng cứ: Biên bản làm việc',
      'Ý kiến của Bộ Tài chính: Nhất trí. Bộ tiếp thu.',
      '1. Bộ kiện toàn bộ phận theo dõi.',
      'hạn: ngày 30/06/2021',
    ]) {
      assert.ok(words.includes(one), `${one}: ${words}`)
    }
    assert.ok(!words.includes('Điều không gửi') && !words.includes('Điều chưa gửi'), words)
  }
  assert.deepEqual(await bytesOf(officer, pathOf(id, decision!.id, 'pdf')), before)

  // Not there for another agency, by another inspection, or of an unknown number.
  const other = await decided(world, [task], { decision: '183/QĐ-MẪU' })
  assert.deepEqual(codeOf(await stranger.send('GET', pathOf(id, decision!.id, 'pdf'))), [404, 'inspection.not_found'])
  const wrong = await keeper.send('GET', pathOf(other, decision!.id, 'pdf'))
  assert.deepEqual(codeOf(wrong), [404, 'inspection_paper.not_found'])
  assert.equal((await keeper.send('GET', pathOf(id, decision!.id, 'odt'))).status, 400)
})

test('a decision on several bodies is one paper that names them all, with the tasks of each', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, head, give } = world
  const health = await world.agency('bo-y-te')
  const [task, ofHealth] = await give(aTask('II.1', world.agencies.finance, '2021-02-10'), {
    ...aTask('II.2', health, '2021-02-10'),
    title: 'Báo cáo phương án điều chuyển…',
    content: 'Báo cáo phương án điều chuyển vốn trước ngày 30/6/2021',
  })
  const plan = async (agencyId: number, place: string) =>
    (
      await ok<{ id: number }>(keeper, 'POST', `${base}/inspections`, {
        taskForceId: world.forceId,
        agencyId,
        title: 'Kiểm tra việc thực hiện nhiệm vụ (MẪU)',
        form: 'onSite',
        place,
        fromOn: '2021-03-15',
        toOn: '2021-03-16',
      })
    ).id
  const ids = [await plan(world.agencies.finance, 'Trụ sở A'), await plan(health, 'Trụ sở B')]
  const decision = {
    decision: '182/QĐ-MẪU',
    decidedOn: '2021-03-01',
    taskIds: [task],
    also: [{ id: ids[1], version: 1, taskIds: [ofHealth] }],
    delegation: [{ fullName: 'Bà Trưởng Đoàn', office: 'Phó Chủ nhiệm', role: 'head' }],
  }
  await ok(head, 'POST', `${base}/inspections/${ids[0]}/decide`, decision, 1)
  const [one, other] = await Promise.all(
    ids.map(async (id) => {
      const { papers } = await inspectionOf(world, keeper, id)
      return bytesOf(keeper, pathOf(id, papers[0]!.id, 'pdf'))
    }),
  )
  assert.deepEqual(one, other, 'one paper, on the page of each inspection')
  const { papers } = await inspectionOf(world, world.stranger, ids[1]!)
  for (const words of await wordsOf(world.stranger, (format) => pathOf(ids[1]!, papers[0]!.id, format))) {
    for (const part of [
      'để kiểm tra việc thực hiện nhiệm vụ (MẪU) đối với Bộ Tài chính và Bộ Y tế.',
      'Phạm vi kiểm tra: 1 nhiệm vụ do Bộ Tài chính và 1 nhiệm vụ do Bộ Y tế chủ trì',
      'Đối với Bộ Tài chính: hình thức: kiểm tra tại chỗ.',
      'Địa điểm: Trụ sở B.',
      'làm việc với Bộ Tài chính và Bộ Y tế, lập',
      'Báo cáo phương án điều chuyển vốn trước ngày 30/6/2021',
    ]) {
      assert.ok(words.includes(part), `${part}: ${words}`)
    }
    assert.ok(!words.includes('…'), 'a paper says the whole task')
  }
})

test('a decision is signed for the head by a deputy head of that task force; by another leader as the Office signs', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, give } = world
  const leader = await world.as('followUpLeader', { name: 'Lê Lãnh Đạo' })
  await sql`update registry.post set title = 'Phó Chủ nhiệm' where person_id = ${leader.actor.personId}`.execute(
    world.db,
  )
  const { id: other } = await ok<{ id: number }>(keeper, 'POST', `${base}/task-forces`, {
    name: 'Tổ công tác khác MẪU',
    act: '2/QĐ-MẪU',
    actOn: '2021-01-04',
    fromOn: '2021-01-04',
    scope: 'x',
    standingAgencyId: world.agencies.office,
  })
  await ok(keeper, 'POST', `${base}/task-forces/${other}/members`, {
    personId: leader.actor.personId,
    fullName: 'Lê Lãnh Đạo',
    office: 'Phó Chủ nhiệm',
    role: 'deputy',
    fromOn: '2021-01-04',
    act: '2/QĐ-MẪU',
  })
  const [task = 0] = await give(aTask('II.1', world.agencies.finance, '2021-02-10'))
  const own = await decided({ ...world, forceId: other, head: leader }, [task], { decision: '5/QĐ-MẪU' })
  const foreign = await decided({ ...world, head: leader }, [task])
  for (const [id, title] of [
    [own, 'KT. TỔ TRƯỞNG TỔ PHÓ'],
    [foreign, 'KT. BỘ TRƯỞNG, CHỦ NHIỆM PHÓ CHỦ NHIỆM'],
  ] as const) {
    const { papers } = await inspectionOf(world, keeper, id)
    const [words] = await wordsOf(keeper, (format) => pathOf(id, papers[0]!.id, format))
    assert.ok(words!.includes(title), `${title}: ${words}`)
  }
})

test('an inspection put off and decided again has both decisions; minutes are a draft until both have signed', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, head, officer, give } = world
  const [task = 0] = await give(aTask('II.1', world.agencies.finance, '2021-02-10'))
  const id = await decided(world, [task])
  await ok(head, 'POST', `${base}/inspections/${id}/postpone`, { reason: 'Bão' }, 2)
  await ok(
    head,
    'POST',
    `${base}/inspections/${id}/decide`,
    {
      decision: '190/QĐ-MẪU',
      decidedOn: '2021-03-01',
      bases: 'Nghị quyết số 02/NQ-CP\n\nXét đề nghị của Văn phòng;',
      taskIds: [task],
      delegation: [{ fullName: 'Bà Trưởng Đoàn', office: 'Phó Chủ nhiệm', role: 'head' }],
    },
    3,
  )
  const { papers, version } = await inspectionOf(world, keeper, id)
  assert.deepEqual(
    papers.map(({ number }) => number),
    ['182/QĐ-MẪU', '190/QĐ-MẪU'],
  )
  const [words] = await wordsOf(keeper, (format) => pathOf(id, papers[1]!.id, format))
  assert.match(words!, /Nghị quyết số 02\/NQ-CP; Xét đề nghị của Văn phòng\./)
  assert.ok(words!.includes('Bà Trưởng Đoàn') && !words!.includes('Ông Trưởng Đoàn'))

  const draft = (format: string) => `${base}/inspections/${id}/minutes/draft?format=${format}`
  assert.deepEqual(codeOf(await keeper.send('GET', draft('pdf'))), [404, 'minutes.no_draft'])
  const written = { heldOn: '2021-03-01', place: 'Trụ sở Bộ', officeSide: 'Đoàn', agencySide: 'Bộ' }
  await ok(keeper, 'PUT', `${base}/inspections/${id}/minutes`, { ...written, words: 'Lần một' }, version)
  await ok(
    keeper,
    'PUT',
    `${base}/inspections/${id}/minutes`,
    { ...written, words: 'Lần hai', commitments: 'Bộ bổ sung người' },
    version + 1,
  )
  for (const one of await wordsOf(officer, draft)) {
    assert.ok(one.includes('DỰ THẢO') && one.includes('Lần hai') && one.includes('III. CAM KẾT CỦA BỘ TÀI CHÍNH'), one)
    assert.ok(!one.includes('Lê Tổ Trưởng') && !one.includes('01/BB'), 'not signed and not numbered')
  }
  await ok(head, 'POST', `${base}/inspections/${id}/minutes/sign`, undefined, version + 2)
  assert.equal((await inspectionOf(world, keeper, id)).papers.length, 2, 'one side alone makes no paper')
  await ok(officer, 'POST', `${base}/inspections/${id}/minutes/sign`, undefined, version + 3)
  assert.equal((await inspectionOf(world, keeper, id)).papers.at(-1)!.kind, 'minutes')
  assert.deepEqual(codeOf(await keeper.send('GET', draft('pdf'))), [404, 'minutes.no_draft'])
  await concluded(world, id)
})

test('the questions of a session come out as a draft report, for the office alone', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, officer, forceId, agencies } = world
  const { id } = await ok<{ id: number }>(keeper, 'POST', `${base}/dialogues`, {
    taskForceId: forceId,
    title: 'Đối thoại MẪU',
    form: 'online',
    partner: 'Hiệp hội Mẫu',
    heldOn: '2021-03-01',
  })
  const questions = ['Nộp ở đâu?', 'Khi nào sửa?'].map((words) => ({ asker: 'Công ty Mẫu', askerKind: 'firm', words }))
  await ok(keeper, 'POST', `${base}/dialogues/${id}/questions`, { questions })
  const { rows } = await ok<QuestionList>(keeper, 'GET', `${base}/questions?dialogueId=${id}`)
  const sent = { id: rows[0]!.id, version: 1, class: 'rule', agencyId: agencies.finance, dueOn: '2021-03-31' }
  await ok(keeper, 'POST', `${base}/dialogues/${id}/sort`, { questions: [sent] })
  await ok(officer, 'POST', `${base}/questions/${rows[0]!.id}/answer`, { words: 'Nộp trực tuyến', on: '2021-03-01' }, 2)
  const at = (format: string) => `${base}/dialogues/${id}/paper?format=${format}`
  for (const words of await wordsOf(keeper, at)) {
    for (const one of [
      'DỰ THẢO',
      'sau buổi đối thoại MẪU',
      'trong 2 kiến nghị, câu hỏi có 1 câu đã được trả lời',
      '1 câu chưa được trả lời; 0 câu quá hạn hoặc trả lời quá hạn; 1 câu cần sửa quy định.',
      'Nộp ở đâu?',
      'Cần sửa quy định',
      'Nộp trực tuyến. (ngày 01/03/2021)',
      'Chưa phân loại',
    ]) {
      assert.ok(words.includes(one), `${one}: ${words}`)
    }
  }
  assert.deepEqual(codeOf(await officer.send('GET', at('pdf'))), [404, 'dialogue.not_found'])
})

test('a finding of another body has that body’s answer in the conclusion, or its silence by the day it was given', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, head, officer, stranger, give } = world
  const [task = 0] = await give(aTask('II.1', world.agencies.finance, '2021-02-10'))
  const id = await decided(world, [task])
  await held(world, id)
  const url = `${base}/inspections/${id}`
  const version = async () => (await inspectionOf(world, keeper, id)).version
  const theirs = { ...A_FINDING, ...A_CAUSE, responsibleId: stranger.actor.agencyId }
  const answered = await ok<{ id: number }>(keeper, 'POST', `${url}/findings`, theirs)
  await ok(keeper, 'POST', `${url}/findings`, { ...theirs, fact: 'Bộ khác chậm cho ý kiến' })
  await ok(keeper, 'POST', `${url}/send-findings`, { answerBy: '2021-03-05' }, await version())
  const agreed = { words: 'Bộ phối hợp chậm.', agrees: true }
  await ok(stranger, 'POST', `${base}/findings/${answered.id}/answer`, agreed, 2)
  const own = await ok<{ id: number }>(keeper, 'POST', `${url}/findings`, { ...A_FINDING, ...A_CAUSE })
  await ok(keeper, 'POST', `${url}/send-findings`, { answerBy: '2021-03-09' }, await version())
  await ok(officer, 'POST', `${base}/findings/${own.id}/answer`, { words: 'Bộ tiếp thu.', agrees: false }, 2)
  assert.deepEqual(
    (await inspectionOf(world, officer, id)).findingList.map(({ answerBy }) => answerBy),
    ['2021-03-05', '2021-03-05', '2021-03-09'],
  )
  // A name that it bears later is not what a paper of today prints.
  await sql`update registry.agency_period set name = 'Bộ Mới'
    where agency_id = ${stranger.actor.agencyId} and lower(valid) > '2021-03-10'`.execute(world.db)
  world.clock.set('2021-03-10')
  const conclusion = { conclusion: '9/KL-MẪU', on: '2021-03-10', words: 'Ba thiếu sót' }
  await ok(head, 'POST', `${url}/conclude`, conclusion, await version())
  const paper = (await inspectionOf(world, officer, id)).papers.at(-1)!
  assert.deepEqual([paper.number, (await inspectionOf(world, officer, id)).conclusion], ['09/KL-MẪU', '09/KL-MẪU'])
  for (const words of await wordsOf(officer, (format) => pathOf(id, paper.id, format))) {
    assert.match(words, /Nơi nhận:.*Bộ Tài chính.*Bộ Y tế \(để thực hiện phần có liên quan\)/)
    assert.deepEqual(words.match(/Ý kiến của Bộ [^:.]+: [^.]+\./g), [
      'Ý kiến của Bộ Y tế: Nhất trí.',
      'Ý kiến của Bộ Y tế: Không có ý kiến trong thời hạn đến hết ngày 05/03/2021.',
      'Ý kiến của Bộ Tài chính: Không nhất trí.',
    ])
  }
  // A body that the paper names among its recipients has it, byte for byte.
  assert.deepEqual(
    await bytesOf(stranger, pathOf(id, paper.id, 'pdf')),
    await bytesOf(keeper, pathOf(id, paper.id, 'pdf')),
  )
})
