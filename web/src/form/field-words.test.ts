import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FieldProblem, fieldWords, place } from './field-words.ts'

const error = (
  path: string,
  code = 'task.due_not_later',
  message = 'Hạn mới phải sau hạn đang áp dụng (28/02/2021).',
) => ({ path, code, message }) satisfies FieldProblem
const words = (key: string) =>
  ({ 'fieldErrors.required': 'This is required.', 'errors.task_due_not_later': 'A later day is needed.' })[key]

test('Vietnamese uses the sentence of the server, English the text of the code', () => {
  assert.equal(fieldWords(error('newDueOn'), 'vi', words), 'Hạn mới phải sau hạn đang áp dụng (28/02/2021).')
  assert.equal(fieldWords(error('newDueOn'), 'en', words), 'A later day is needed.')
  assert.equal(fieldWords(error('reason', 'required'), 'en', words), 'This is required.')
  assert.equal(fieldWords(error('reason', 'unknown', 'Chưa đúng.'), 'en', words), 'Chưa đúng.')
})

test('an error is shown at the field its path names, at any depth', () => {
  const wordsOf = ({ code }: FieldProblem) => code
  const names = ['title', 'percent', 'events']
  const { fields, unplaced } = place(
    [error('post.title', 'a'), error('body.percent', 'b'), error('events.0', 'c'), error('events.1', 'c')],
    names,
    wordsOf,
  )
  assert.deepEqual(fields, [
    { name: 'title', errors: ['a'] },
    { name: 'percent', errors: ['b'] },
    { name: 'events', errors: ['c'] },
  ])
  assert.deepEqual(unplaced, [])
})

test('an error without a field is not lost', () => {
  assert.deepEqual(
    place([error('items.3.id', 'task.twice')], ['note'], ({ code }) => code),
    { fields: [], unplaced: ['task.twice'] },
  )
})
