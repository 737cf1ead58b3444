import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindOf, questionsToSend, typedQuestions } from './typed-questions.ts'

test('a question on each line, with who asks before the mark', () => {
  const read = typedQuestions(
    'Công ty Mẫu | Vì sao phải nộp hai lần?\n\n  Hiệp hội Mẫu\tKhi nào sửa?\n| Hỏi không tên?\nHội đồng tư vấn | Đã rà soát chưa?',
  )
  assert.deepEqual([read.unmarked, read.twice, read.unknown], [[], [], []])
  assert.deepEqual(
    questionsToSend(read, {}, 'Không nêu tên').map(({ asker, askerKind, words }) => [asker, askerKind, words]),
    [
      ['Công ty Mẫu', 'firm', 'Vì sao phải nộp hai lần?'],
      ['Hiệp hội Mẫu', 'association', 'Khi nào sửa?'],
      ['Không nêu tên', 'person', 'Hỏi không tên?'],
      ['Hội đồng tư vấn', 'council', 'Đã rà soát chưa?'],
    ],
  )
  assert.deepEqual(typedQuestions(' \n').questions, [])
})

test('a line without the mark, or without words after it, is said and not guessed', () => {
  const read = typedQuestions('không có dấu gạch\nDN A | Hỏi?\nDN B |  ')
  assert.deepEqual(read.unmarked, [1, 3])
  assert.deepEqual(
    read.questions.map(({ line }) => line),
    [2],
  )
})

test('the same question of the same asker twice is said; of another asker it is another question', () => {
  const read = typedQuestions('DN A | Nộp ở đâu?\nDN B | Nộp ở đâu?\n\nDN a |  nộp  ở đâu?')
  assert.deepEqual(read.twice, [{ line: 4, first: 1 }])
})

test('what an asker is comes from the words of the name, and where they do not say from the person who enters', () => {
  const kinds = [
    'DN A',
    'Cty TNHH Mẫu',
    'HTX Mẫu',
    'Hội Mẫu',
    'VCCI',
    'Hội đồng tư vấn',
    'Ông Nguyễn Mẫu',
    'cử tri Mẫu',
  ]
  assert.deepEqual([...kinds, 'DNA', 'Phạm Mẫu', 'Bàn Mẫu'].map(kindOf), [
    'firm',
    'firm',
    'firm',
    'association',
    'association',
    'council',
    'person',
    'person',
    ...Array(3).fill(undefined),
  ])
  const read = typedQuestions('Phạm Mẫu | A?\nDNA | B?\nPhạm Mẫu | C?')
  assert.deepEqual(read.unknown, ['Phạm Mẫu', 'DNA'])
  assert.deepEqual(
    questionsToSend(read, { 'Phạm Mẫu': 'person', DNA: 'firm' }, '').map(({ askerKind }) => askerKind),
    ['person', 'firm', 'person'],
  )
})

test('"hội" in a name makes an association only at its beginning, and the word that stands first decides', () => {
  const kinds = {
    'Nguyễn Văn Hội': undefined,
    'Ông Trần Văn Hội': 'person',
    'Ngân hàng Chính sách xã hội': 'firm',
    'Công ty CP Nhà ở xã hội Mẫu': 'firm',
    'Bảo hiểm xã hội Mẫu': undefined,
    'Công ty In của Liên đoàn Mẫu': 'firm',
    'Công ty Mẫu, Chủ tịch Hội đồng quản trị': 'firm',
    'Hiệp hội Doanh nghiệp Mẫu': 'association',
    'Hội Doanh nghiệp trẻ Mẫu': 'association',
    'Trung ương Hội Doanh nghiệp trẻ Mẫu': 'association',
    'Chi hội Mẫu': 'association',
    'Hội đồng tư vấn của Hội Mẫu': 'council',
    'Ông Mẫu, Công ty Mẫu': 'person',
  }
  for (const [asker, kind] of Object.entries(kinds)) assert.equal(kindOf(asker), kind, asker)
})
