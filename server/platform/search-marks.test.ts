import assert from 'node:assert/strict'
import { test } from 'node:test'
import { excerptOf, holdsAll, marked } from './search-marks.ts'

/** The text with its marks in brackets. */
const shown = (text: string, typed: string) => {
  const { marks } = marked(text, typed)
  return marks
    .toReversed()
    .reduce((so, { start, end }) => `${so.slice(0, start)}[${so.slice(start, end)}]${so.slice(end)}`, text)
}

test('the letters that match are marked in the text as written', () => {
  assert.equal(shown('Rà soát quy hoạch tỉnh Hà Nam', 'ha nam'), 'Rà soát quy hoạch tỉnh [Hà Nam]')
  assert.equal(shown('Đề án Đo đạc', 'do'), 'Đề án [Đo] đạc')
  assert.equal(shown('Nghị quyết 02/NQ-CP ngày 1/1', '02nqcp'), 'Nghị quyết [02/NQ-CP] ngày 1/1')
  assert.equal(shown('Quyết định 12/QĐ-VPCP', 'QĐ 12/VPCP'), 'Quyết định [12/QĐ-VPCP]')
  assert.equal(shown('Nghị quyết 02/NQ-CP', '02/NQ-CP'), 'Nghị quyết [02/NQ-CP]')
  assert.equal(shown('Hồ Thanh Hà, Nam Định', 'hà nam'), 'Hồ Thanh [Hà], [Nam] Định')
  assert.equal(shown('Báo cáo (a+b) 80%', '(a+b) 80%'), 'Báo cáo [(a+b) 80%]')
  assert.equal(shown('Toà án'.normalize('NFD'), 'toà án').normalize('NFC'), '[Toà án]')
})

test('words that stand together are marked together, and nowhere else', () => {
  assert.equal(shown('Thực hiện thủ tục hành chính', 'thu tuc hanh'), 'Thực hiện [thủ tục hành] chính')
  assert.equal(shown('Hành lang; thủ tục', 'thu tuc hanh'), '[Hành] lang; [thủ tục]')
})

test('a piece of another word is not marked', () => {
  assert.equal(shown('báo cáo', 'ao'), 'báo cáo')
  assert.equal(shown('112/NQ-CP', '12nqcp'), '112/NQ-CP')
  assert.equal(shown('', 'x'), '')
})

test('a long text is cut around the words, at whole words', () => {
  const text = `${'mở đầu '.repeat(80)}nghị quyết về Hoàng Liên Sơn ${'kết thúc '.repeat(80)}`
  const cut = excerptOf(text, 'hoang lien son')!
  assert.ok(cut.text.startsWith('… ') && cut.text.endsWith(' …') && cut.text.length < 240, cut.text)
  assert.equal(cut.text.slice(cut.marks[0]!.start, cut.marks[0]!.end), 'Hoàng Liên Sơn')
  assert.equal(excerptOf(text, 'vắng mặt'), null)
  assert.deepEqual(excerptOf('Ngắn  gọn', 'gon'), { text: 'Ngắn gọn', marks: [{ start: 5, end: 8 }] })
})

test('holds all that was typed, or its number', () => {
  assert.ok(holdsAll('Nghị quyết 02/NQ-CP', 'nghi quyet 02'))
  assert.ok(holdsAll('02/NQ-CP', '02nqcp'))
  assert.ok(!holdsAll('Hà Giang', 'hà nam'))
})
