import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageOf } from './language.ts'

test('the language asked for is the first by weight of those there are; Vietnamese otherwise', () => {
  for (const [accepted, language] of [
    [undefined, 'vi'],
    ['', 'vi'],
    ['*', 'vi'],
    ['en', 'en'],
    ['EN-GB', 'en'],
    ['vi-VN,vi;q=0.9,en-US;q=0.6,en;q=0.5', 'vi'],
    ['fr, en;q=0.8, vi;q=0.3', 'en'],
    ['vi;q=0.4,en;q=0.5', 'en'],
    ['en;q=0', 'vi'],
    ['en;q=x', 'en'],
    ['english', 'vi'],
    [',;q=1,;;,', 'vi'],
  ] as const) {
    assert.equal(languageOf(accepted), language, String(accepted))
  }
})
