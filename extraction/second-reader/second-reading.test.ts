import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { extract } from '../extract.ts'
import { readText } from '../read/text.ts'
import { questionsOf } from './questions.ts'
import { type Ask, NoAnswer, readAgain } from './second-reading.ts'

const PLAN = readFileSync(join(import.meta.dirname, 'plan.fixture.txt'), 'utf8')
const points = Array.from(
  { length: 6 },
  (_, at) => `${at + 3}. Tập huấn nhân viên xã số ${at} về nhập dữ liệu.\n- Thời hạn: như đã bàn.\n`,
)
const reading = readText(PLAN.replace('III. TỔ CHỨC', `${points.join('')}\nIII. TỔ CHỨC`), 'mau.txt')
const rules = extract(reading)
const questions = questionsOf(reading, rules)
const bounds = { milliseconds: 5_000, totalMilliseconds: 10_000, atOnce: 2 }
const EMPTY = JSON.stringify({ choices: [{ message: { content: '{"tasks":[]}' } }] })
const again = (ask: Ask, changed: Partial<typeof bounds> = {}, signal?: AbortSignal) =>
  readAgain(reading, rules, questions, { ask, model: null, bounds: { ...bounds, ...changed } }, { signal })
const outcomes = ({ passages }: Awaited<ReturnType<typeof readAgain>>) => passages.map(({ outcome }) => outcome)

test('every passage is asked once, no more of them at the same time than allowed', async () => {
  let [now, most, all] = [0, 0, 0]
  const done: number[] = []
  const result = await readAgain(
    reading,
    rules,
    questions,
    {
      ask: async () => {
        most = Math.max(most, ++now)
        all++
        await new Promise((later) => setTimeout(later, 2))
        now--
        return EMPTY
      },
      model: null,
      bounds,
    },
    { onProgress: (count) => done.push(count) },
  )
  assert.deepEqual([most, all], [2, questions.asked.length])
  assert.deepEqual(done.at(-1), questions.asked.length)
  // A reader that answers, even with nothing, gives no warning.
  assert.deepEqual(result.extraction, rules)
})

test('a reader that is away is given up soon, and the result of the rules is kept', async () => {
  let calls = 0
  const result = await again(async () => {
    calls++
    throw new NoAnswer('unreachable', 'connection refused')
  })
  assert.ok(calls <= 4, `${calls} calls`)
  assert.deepEqual(result.extraction.tasks, rules.tasks)
  const [warning] = result.extraction.warnings.slice(rules.warnings.length)
  assert.equal(warning!.code, 'second_reader_silent')
  assert.match(
    warning!.message,
    /không trả lời được 8 trong 8 đoạn được hỏi \(không liên lạc được \d, thôi không hỏi \d\)/,
  )
})

test('a reader that answers late is not waited for, even if it ignores its signal', async () => {
  const started = performance.now()
  const result = await again(() => new Promise(() => {}), { milliseconds: 30 })
  assert.ok(performance.now() - started < 2_000)
  assert.deepEqual(new Set(outcomes(result)), new Set(['late', 'skipped']))
  const slow = await again(
    (_request, signal) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true })),
    { totalMilliseconds: 30 },
  )
  assert.deepEqual(outcomes(slow).slice(0, 3), ['late', 'late', 'skipped'])
})

test('one bad answer costs only its own passage', async () => {
  let calls = 0
  const result = await again(async () => (++calls === 1 ? '<html>' : EMPTY), { atOnce: 1 })
  assert.deepEqual(outcomes(result).slice(0, 3), ['unusable', 'answered', 'answered'])
  assert.match(result.extraction.warnings.at(-1)!.message, /trả lời không đúng dạng 1/)
})

test('a fault of the one who asks counts as no answer, and a stop from outside ends it', async () => {
  const broken = await again(async () => {
    throw new TypeError('boom')
  })
  assert.equal(outcomes(broken)[0], 'unreachable')
  const stop = new AbortController()
  const stopped = again(
    () => {
      stop.abort(new Error('the server stops'))
      return new Promise(() => {})
    },
    {},
    stop.signal,
  )
  await assert.rejects(stopped, /the server stops/)
})

test('nothing is asked when there is nothing to ask', async () => {
  const result = await readAgain(
    reading,
    rules,
    { asked: [], left: 0 },
    {
      ask: () => assert.fail('asked'),
      model: null,
      bounds,
    },
  )
  assert.deepEqual([result.passages, result.extraction], [[], rules])
})
