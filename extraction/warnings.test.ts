import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extract } from './extract.ts'
import { readText } from './read/text.ts'
import { warning, wordsOf } from './warnings.ts'

const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/iu

test('every wording is in both languages, with its values in each', () => {
  const silent = { late: 1, unreachable: 0, refused: 0, unusable: 0, skipped: 2 }
  const none = { lead: [], coordinating: [], deadlines: [], targets: [], known: [], instead: [] }
  const all = [
    warning('struck_text', { words: 'X1' }),
    warning('struck_text', { more: 3 }),
    warning('deleted_text', { words: 'X1' }),
    warning('pages_lost', { lost: 1, pages: 4 }),
    warning('pages_lost', { late: '3, 4' }),
    warning('broken_letters', { pages: '3', more: 2, example: 'X1' }),
    warning('form_fields', { filled: ['X1', 'X2'], more: 1 }),
    warning('recognised_poorly', { pages: '3 (40%)', more: 0 }),
    warning('name_mismatch', { extension: 'pdf', format: 'html' }),
    warning('letters_lost', {}),
    warning('order_unread', { more: 0 }),
    warning('order_unread', { more: 3 }),
    warning('label_unread', { label: 'X1' }),
    warning('lead_unread', { cell: 'X1' }),
    warning('coordinating_unread', { cell: 'X1' }),
    warning('deadline_vague', { text: 'X1', day: '2026-03-31' }),
    warning('deadline_open', { text: 'X1', why: 'unknownStart', anchor: 'X2' }),
    ...(['noSuchDay', 'blank', 'partMissing', 'noDays', 'other'] as const).map((fault) =>
      warning('deadline_unread', { words: 'X1', fault }),
    ),
    ...(['blank', 'noNumber', 'inWords', 'noMeasure'] as const).map((fault) =>
      warning('target_unread', { words: 'X1', fault }),
    ),
    warning('second_reader_fields', { ...none, lead: ['X1'], known: ['X2'], instead: ['X3'] }),
    warning('second_reader_silent', { silent: 3, asked: 8, ...silent }),
    warning('second_reader_left', { asked: 1, left: 1 }),
  ]
  const valuesIn = (words: string) => words.match(/X\d|\d{2}\/\d{2}\/\d{4}|\d+/g)?.sort()
  for (const one of all) {
    const english = wordsOf(one, 'en')
    assert.match(one.message, VIETNAMESE, one.code)
    assert.doesNotMatch(english, VIETNAMESE, one.code)
    assert.match(english, /^.+\.$/, one.code)
    assert.deepEqual(valuesIn(english), valuesIn(one.message), `${one.code}: ${english}`)
    assert.equal(wordsOf(one, 'vi'), one.message)
  }
})

test('one is singular, more are plural', () => {
  assert.match(wordsOf(warning('recognised', { pages: 1 }), 'en'), /\(1 page\)/)
  assert.match(wordsOf(warning('recognised', { pages: 2 }), 'en'), /\(2 pages\)/)
  assert.match(wordsOf(warning('second_reader_absent', { count: 1 }), 'en'), /^1 suggestion of/)
})

test('a warning of a reading is worded from the code and values alone', () => {
  const { warnings, tasks } = extract(
    readText('1. Sở Y tế chủ trì xây dựng kế hoạch, hoàn thành trước ngày 31/6/2026.\n', 'mau.txt'),
  )
  const all = [...warnings, ...tasks.flatMap((task) => task.warnings)]
  assert.ok(all.some(({ code }) => code === 'deadline_unread'))
  for (const { message: _, ...stored } of all) {
    const words = wordsOf({ ...stored, message: 'không dùng' }, 'en')
    assert.doesNotMatch(words.replace(/“[^”]*”/g, ''), VIETNAMESE, stored.code)
  }
})

test('a warning kept before values were noted, or of another code, keeps its own words', () => {
  const message = 'Thời hạn “trong quý II” không ghi năm.'
  assert.equal(wordsOf({ code: 'deadline_year', message }, 'en'), message)
  assert.equal(wordsOf({ code: 'constructor', message, values: {} }, 'en'), message)
  assert.equal(wordsOf({ code: 'lead_missing', message }, 'en'), 'No lead unit was found; choose one.')
})

test('what a decision itself does, and its subject, are no orders left unread', () => {
  const decision = `ỦY BAN NHÂN DÂN TỈNH AN BÌNH
Số: 15/QĐ-UBND
An Bình, ngày 05 tháng 3 năm 2026

QUYẾT ĐỊNH
thực hiện Nghị quyết số 71-NQ/TW, ngày 22/8/2025 của Bộ Chính trị (MẪU)

Điều 1. Ban hành Kế hoạch trồng cây kèm theo Quyết định này.
Điều 2. Sở Nội vụ rà soát các bến đò trước ngày 30/6/2026.
`
  const { warnings, tasks } = extract(readText(decision, 'mau.txt'))
  assert.equal(tasks.length, 1)
  assert.deepEqual(
    warnings.filter(({ code }) => code === 'order_unread'),
    [],
  )
})
