import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typedQuestions } from './typed-questions.ts'

test('a question on each line, with who asks before the mark', () => {
  const typed =
    'Công ty Mẫu | Vì sao phải nộp hai lần?\n\n  Hiệp hội Mẫu\tKhi nào sửa?\nHỏi không tên?\nHội đồng tư vấn | Đã rà soát chưa?'
  assert.deepEqual(
    typedQuestions(typed, 'Không nêu tên').map(({ asker, askerKind, words }) => [asker, askerKind, words]),
    [
      ['Công ty Mẫu', 'firm', 'Vì sao phải nộp hai lần?'],
      ['Hiệp hội Mẫu', 'association', 'Khi nào sửa?'],
      ['Không nêu tên', 'person', 'Hỏi không tên?'],
      ['Hội đồng tư vấn', 'council', 'Đã rà soát chưa?'],
    ],
  )
  assert.deepEqual(typedQuestions(' \n', 'x'), [])
})
