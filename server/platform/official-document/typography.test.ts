import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asSentence, bindSpaces, inTable, onOneLine, piecesOf, titleLines } from './typography.ts'

const shown = (text: string) => text.replaceAll('\u00a0', '_')

test('numbers stay with what they count, and leading words with what they lead to', () => {
  for (const [text, bound] of [
    ['Tính đến ngày 01/03/2021 có 343 nhiệm vụ', 'Tính đến ngày_01/03/2021 có 343_nhiệm vụ'],
    ['ngày 02 tháng 3 năm 2021', 'ngày_02_tháng_3_năm_2021'],
    ['khoản 2 Điều 8 Nghị định', 'khoản_2 Điều_8 Nghị định'],
    ['Thủ tướng Chính phủ giao', 'Thủ_tướng Chính_phủ giao'],
    ['Bộ Tài chính và bộ phận giúp việc', 'Bộ_Tài chính và bộ phận giúp việc'],
    ['chiếm 3,2% tổng số', 'chiếm 3,2%_tổng số'],
    ['một số nhiệm vụ', 'một số nhiệm vụ'],
    ['', ''],
  ] as const)
    assert.equal(shown(bindSpaces(text)), bound)
})

test('a notation is one piece with the marks that touch it', () => {
  const wholes = (text: string) => piecesOf(text).flatMap(({ text: piece, isWhole }) => (isWhole ? piece : []))
  assert.deepEqual(wholes('Nghị quyết số 02/NQ-CP, Quyết định 42/2014/QĐ-TTg và (04/VPCP-TH).'), [
    '02/NQ-CP,',
    '42/2014/QĐ-TTg',
    '(04/VPCP-TH).',
  ])
  assert.deepEqual(wholes('ngày 01/03/2021, đạt 1/2 kế hoạch, VPCP-TH'), [])
  for (const text of ['a 02/NQ-CP b', '02/NQ-CP', '', 'không có'])
    assert.equal(
      piecesOf(text)
        .map((piece) => piece.text)
        .join(''),
      bindSpaces(text),
    )
})

test('a title is set in even lines that end at sense', () => {
  const lines = (title: string, most: number) => titleLines(title, most).map(shown)
  assert.deepEqual(lines('Tình hình thực hiện nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao tháng 02 năm 2021', 62), [
    'Tình hình thực hiện nhiệm_vụ Chính_phủ,',
    'Thủ_tướng Chính_phủ giao tháng_02_năm_2021',
  ])
  assert.deepEqual(lines('V/v đôn đốc thực hiện nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao', 36), [
    'V/v đôn đốc thực hiện nhiệm_vụ',
    'Chính_phủ, Thủ_tướng Chính_phủ giao',
  ])
  assert.ok(
    lines('Về việc kiểm tra việc thực hiện nhiệm vụ được giao đối với Bộ Tài chính', 62).every(
      (line) => !/nhiệm$/.test(line),
    ),
    'half a word ends no line',
  )
  assert.deepEqual(lines('Ngắn', 62), ['Ngắn'])
  const long = 'x'.repeat(80)
  assert.deepEqual(lines(`${long} và ${long}`, 62), [long, 'và', long], 'a word longer than a line stays whole')
})

test('a sentence begins with a capital and ends once', () => {
  for (const [text, sentence] of [
    ['đề nghị báo cáo', 'Đề nghị báo cáo.'],
    ['Đề nghị báo cáo..', 'Đề nghị báo cáo.'],
    ['Đề nghị báo cáo./.', 'Đề nghị báo cáo.'],
    ['cụ thể như sau:', 'Cụ thể như sau:'],
    ['(kèm theo danh mục)', '(Kèm theo danh mục).'],
    ['Ai chịu trách nhiệm?', 'Ai chịu trách nhiệm?'],
    ['  ', ''],
  ] as const)
    assert.equal(asSentence(text), sentence)
})

test('the lines of a source text are none of the paper that quotes its words', () => {
  for (const [words, cell] of [
    [
      'trình Thủ tướng Chính phủ trước \nngày 30 tháng 11 năm 2026;',
      'Trình Thủ tướng Chính phủ trước ngày 30 tháng 11 năm 2026',
    ],
    ['vốn đầu tư công\r\n\r\n  năm 2027', 'Vốn đầu tư công năm 2027'],
    ['không đổi  gì', 'Không đổi  gì'],
  ] as const)
    assert.equal(inTable(words), cell)
  assert.equal(onOneLine(' NV-2026-000012 Báo cáo\nkết quả '), 'NV-2026-000012 Báo cáo kết quả')
})
