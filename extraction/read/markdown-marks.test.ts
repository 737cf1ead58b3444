import assert from 'node:assert/strict'
import { it } from 'node:test'
import { extract } from '../extract.ts'
import { readText } from './text.ts'

const HEAD =
  'ỦY BAN NHÂN DÂN TỈNH AN BÌNH\nSố: 15/KH-UBND\nAn Bình, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nDọn bờ kè (MẪU)\n\n'

it('leaves out struck words and comments, and tells of the words on their task', () => {
  const body =
    '1. Sở Y tế mua phao ~~trước ngày 15/5/2026~~ trước ngày 16/5/2026.\n\n~~2. Sở Nội vụ rà soát biên chế.~~\n\n<!-- 3. Sở Tài chính lập dự toán. -->\n\n4. Sở Tư pháp soát quy chế.\n'
  const { tasks, warnings } = extract(readText(HEAD + body, 'mau.md', 'markdown'))
  assert.deepEqual(
    tasks.map(({ ref, lead, deadlines }) => [ref, lead.join(), deadlines.map(({ dueOn }) => dueOn).join()]),
    [
      ['1', 'Sở Y tế', '2026-05-16'],
      ['4', 'Sở Tư pháp', ''],
    ],
  )
  assert.equal(tasks[0]!.warnings.filter(({ code }) => code === 'struck_text').length, 1)
  assert.equal(warnings.filter(({ code }) => code === 'struck_text').length, 1)
})

it('keeps tildes that strike nothing, and plain text as it is', () => {
  const text = 'Khoảng ~~ 30 xã và 5~10 bến.'
  assert.equal(readText(text, 'mau.md', 'markdown').text, text)
  const struck = '1. ~~Sở Y tế mua phao.~~'
  assert.equal(readText(struck, 'mau.txt').text, struck)
})

it('tells of words struck in the first line, in their place', () => {
  const { warnings } = readText('~~Bỏ dòng này.~~ Giữ dòng này.\nDòng sau.', 'mau.md', 'markdown')
  assert.deepEqual(
    warnings.map(({ code, span }) => [code, span]),
    [['struck_text', { start: 0, end: 13 }]],
  )
})
