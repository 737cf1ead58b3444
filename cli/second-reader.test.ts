import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Extraction, extract, read } from '@dieuhanh/extraction'
import { startLanguageModel } from '../extraction/second-reader/language-model.fixture.ts'
import { askSecondReader, secondReaderOf } from './second-reader.ts'
import { wordsOf } from './words.ts'

const BIN = join(import.meta.dirname, 'bin.mjs')
const PLAN = join(import.meta.dirname, '../extraction/second-reader/plan.fixture.txt')
/** What a model that reads well answers about the two passages of the plan that the rules are unsure of. */
const GOOD = [
  {
    when: 'Tập huấn nhân viên y tế xã',
    tasks: [
      { lead: ['Trung tâm Kiểm soát bệnh tật'], coordinating: ['Phòng Tổ chức cán bộ'], deadlines: [], targets: [] },
    ],
  },
  {
    when: 'Kinh phí lấy từ nguồn sự nghiệp',
    tasks: [
      {
        content: 'trước ngày 15 tháng 02 năm 2026 phải có dự toán chi tiết',
        lead: ['Phòng Kế hoạch - Tài chính'],
        coordinating: [],
        deadlines: ['trước ngày 15 tháng 02 năm 2026'],
        targets: [],
      },
    ],
  },
]

async function run(args: string[], env: Record<string, string> = {}) {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env
  const child = spawn(process.execPath, [BIN, 'extract', ...args], {
    env: { PATH, HOME, NODE_COMPILE_CACHE, LANG: 'vi_VN.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err] = await Promise.all([child.stdout.toArray(), child.stderr.toArray()])
  const code = child.exitCode ?? (await new Promise((resolve) => child.once('close', resolve)))
  return { code, text: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }
}
const tasksOf = (text: string) => (JSON.parse(text) as Extraction).tasks
const warningsOf = (text: string) => (JSON.parse(text) as Extraction).warnings.map(({ code }) => code)

test('the rules alone are the default, and nothing is sent', async (t) => {
  const model = await startLanguageModel(t, GOOD)
  const { code, text } = await run([PLAN], { DIEUHANH_SECOND_READER_KEY: 'khoa', OPENAI_BASE_URL: model.url })
  assert.equal(code, 0)
  assert.deepEqual(
    tasksOf(text).map(({ ref, lead }) => [ref, lead]),
    [
      ['II.1', ['Phòng Nghiệp vụ Y']],
      ['II.2', []],
    ],
  )
  assert.doesNotMatch(text, /secondReader/)
  assert.deepEqual(await model.received(), [])
})

test('a second reader that reads well fills what the rules doubt, marked as its own', async (t) => {
  const model = await startLanguageModel(t, GOOD)
  const args = [PLAN, '--second-reader', model.url, '--second-reader-model', 'well', '--verbose']
  const { code, text, err } = await run(args, { DIEUHANH_SECOND_READER_KEY: 'khoa' })
  assert.equal(code, 0, err)
  assert.match(err, /Máy đọc thứ hai đã trả lời 2\/2 đoạn/)
  assert.deepEqual(
    tasksOf(text).map(({ ref, lead, coordinating, by }) => [ref, lead, coordinating, by]),
    [
      ['II.1', ['Phòng Nghiệp vụ Y'], ['Phòng Kế hoạch - Tài chính'], undefined],
      ['II.2', ['Trung tâm Kiểm soát bệnh tật'], ['Phòng Tổ chức cán bộ'], undefined],
      ['GY.1', ['Phòng Kế hoạch - Tài chính'], [], 'secondReader'],
    ],
  )
  assert.deepEqual(
    tasksOf(text)[1]!.parties.map(({ by }) => by),
    ['secondReader', 'secondReader'],
  )
  assert.deepEqual(tasksOf(text)[0], tasksOf((await run([PLAN])).text)[0])
  const received = await model.received()
  assert.deepEqual(
    received.map(({ path, authorization, body }) => [path, authorization, body.model]),
    Array(2).fill(['/v1/chat/completions', 'Bearer khoa', 'well']),
  )
  // Only the passages in doubt leave, not the document.
  assert.ok(received.every(({ body }) => !JSON.stringify(body).includes('Hoàn thiện quy chế')))
  const table = await run([PLAN, '--second-reader', model.url, '-f', 'table'])
  assert.match(table.text, /GY\.1: Nhiệm vụ này do máy đọc thứ hai gợi ý/)
  assert.equal((await model.received()).at(-1)!.body.model, undefined)
})

test('a second reader that answers badly, late or never leaves the result of the rules, and says so', async (t) => {
  const { url, received } = await startLanguageModel(t, GOOD)
  const reading = await read(readFileSync(PLAN), 'mau.txt')
  const rules = extract(reading)
  for (const [model, why, seconds] of [
    ['prose', /trả lời không đúng dạng 2/],
    ['other-form', /trả lời không đúng dạng 2/],
    ['deep', /trả lời không đúng dạng 2/],
    ['html', /trả lời không đúng dạng 2/],
    ['huge', /trả lời không đúng dạng 2/],
    ['error', /bị từ chối 2/],
    ['redirect', /bị từ chối 2/],
    ['hangs-up', /không liên lạc được 2/],
    ['late', /quá giờ 2/, '1'],
    ['never', /quá giờ 2/, '1'],
    ['slow-drip', /quá giờ 2/, '1'],
  ] as const) {
    const reader = secondReaderOf({ url, model, seconds, key: undefined }, wordsOf('vi'))!
    const started = performance.now()
    const { warnings, ...rest } = await askSecondReader(reading, rules, reader, () => {})
    assert.ok(performance.now() - started < 5_000, model)
    assert.deepEqual({ ...rest, warnings: warnings.slice(0, -1) }, rules, model)
    assert.equal(warnings.at(-1)!.code, 'second_reader_silent', model)
    assert.match(warnings.at(-1)!.message, why, model)
  }
  assert.deepEqual(new Set((await received()).map(({ path }) => path)), new Set(['/v1/chat/completions']))
})

test('a second reader that invents, or that obeys a document, changes nothing that the rules found', async (t) => {
  const invents = GOOD.map(({ when, tasks }) => ({
    when,
    tasks: tasks.map((task) => ({ ...task, lead: [...task.lead, 'Sở Tài chính'] })),
  }))
  const model = await startLanguageModel(t, invents)
  const { text } = await run([PLAN, '--second-reader', model.url])
  const alone = await run([PLAN])
  assert.deepEqual(tasksOf(text), tasksOf(alone.text))
  const [warning] = (JSON.parse(text) as Extraction).warnings.slice(-1)
  assert.equal(warning!.message, 'Đã bỏ 2 gợi ý của máy đọc thứ hai vì có chữ không nằm trong văn bản.')
})

test('no second reader there, or a wrong address, is reported; a secret document is refused before anything is sent', async (t) => {
  const closed = await run([PLAN, '--second-reader', 'http://127.0.0.1:9/v1'])
  assert.equal(closed.code, 0)
  assert.deepEqual(warningsOf(closed.text).slice(-1), ['second_reader_silent'])
  const options = { model: undefined, seconds: undefined, key: undefined }
  for (const url of ['ftp://x/v1', 'x', 'http://ai:mat-khau@x/v1', 'http://x/v1#a'])
    assert.throws(() => secondReaderOf({ ...options, url }, wordsOf('vi')), /Địa chỉ máy đọc thứ hai không đúng/)
  for (const url of ['http://ai.example.com/v1', 'http://8.8.8.8/v1', 'http://[2001:db8::1]/v1'])
    assert.throws(() => secondReaderOf({ ...options, url }, wordsOf('vi')), /phải là https/)
  for (const url of ['http://10.0.0.5:8000/v1', 'http://[::1]/v1', 'http://may-doc/v1', 'https://ai.example.com/v1'])
    assert.ok(secondReaderOf({ ...options, url }, wordsOf('vi')))
  const lone = await run([PLAN, '--second-reader-model', 'x'])
  assert.deepEqual([lone.code, /Cần --second-reader/.test(lone.err)], [2, true])
  const model = await startLanguageModel(t, GOOD)
  const folder = mkdtempSync(join(tmpdir(), 'dieuhanh-second-reader-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const secret = join(folder, 'mat.txt')
  writeFileSync(
    secret,
    'SỞ Y TẾ TỈNH MẪU\nMẬT\nSố: 7/KH-SYT\nBình Mẫu, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\nRà soát (MẪU)\nII. NHIỆM VỤ\n1. Tập huấn nhân viên y tế xã về nhập dữ liệu.\n- Thời hạn: như đã bàn.\n',
  )
  const refused = await run([secret, '--second-reader', model.url])
  assert.equal(refused.code, 3)
  assert.deepEqual(await model.received(), [])
})
