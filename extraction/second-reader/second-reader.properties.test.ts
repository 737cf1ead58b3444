import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { extract } from '../extract.ts'
import { readText } from '../read/text.ts'
import type { AnsweredTask } from './answer.ts'
import { beside } from './beside.ts'
import { questionsOf } from './questions.ts'
import { suggestionsOf } from './suggestions.ts'

const folder = new URL('../samples/', import.meta.url)
const documents = readdirSync(folder)
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .map((name) => {
    const reading = readText(readFileSync(new URL(name, folder), 'utf8'), name)
    const rules = extract(reading)
    return { reading, rules, ...questionsOf(reading, rules) }
  })
  .filter(({ asked }) => asked.length > 0)

/** Some words of the passage, or words that may be anywhere. */
const quote = fc.oneof(
  { weight: 30, arbitrary: fc.record({ from: fc.nat(60), length: fc.integer({ min: 2, max: 8 }) }) },
  { weight: 1, arbitrary: fc.constantFrom('Sở Y tế', 'trước ngày 30/6/2026', 'đạt 95%', '', '   ', '“”', '(', '$&') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
)
const quotes = fc.array(quote, { maxLength: 2 })
const answer = fc.record({ content: quote, lead: quotes, coordinating: quotes, deadlines: quotes, targets: quotes })

test('whatever is answered, what is added selects words of the document, and nothing of the rules changes', () => {
  assert.ok(documents.length > 3, `${documents.length} documents with doubts`)
  let added = 0
  fc.assert(
    fc.property(fc.nat(), fc.array(answer, { minLength: 1, maxLength: 3 }), (pick, answers) => {
      const { reading, rules, asked } = documents[pick % documents.length]!
      const question = asked[pick % asked.length]!
      const passage = reading.text.slice(question.span.start, question.span.end).split(/\s+/)
      const words = (one: typeof quote extends fc.Arbitrary<infer T> ? T : never): string =>
        typeof one === 'string'
          ? one
          : passage.slice(one.from % passage.length, (one.from % passage.length) + one.length).join(' ')
      const answered = answers.map(
        ({ content, ...lists }): AnsweredTask => ({
          content: question.ref === null ? words(content) : null,
          lead: lists.lead.map(words),
          coordinating: lists.coordinating.map(words),
          deadlines: lists.deadlines.map(words),
          targets: lists.targets.map(words),
        }),
      )
      const { extraction } = beside(rules, [suggestionsOf(reading, rules.document, question, answered)])
      const old = new Map(rules.tasks.map((task) => [task.ref, task]))
      for (const task of extraction.tasks) {
        const before = old.get(task.ref)
        assert.equal(task.by, before ? undefined : 'secondReader')
        if (!before) assert.ok(reading.text.slice(task.contentSpan.start, task.contentSpan.end).trim().length > 0)
        assert.deepEqual(task.parties.slice(0, before?.parties.length ?? 0), before?.parties ?? [])
        assert.deepEqual(task.deadlines.slice(0, before?.deadlines.length ?? 0), before?.deadlines ?? [])
        const more = [
          ...task.parties.slice(before?.parties.length ?? 0),
          ...task.deadlines.slice(before?.deadlines.length ?? 0),
          ...task.targets.slice(before?.targets.length ?? 0),
        ]
        for (const value of more) {
          added++
          assert.ok(value.confidence <= 0.5)
          assert.equal(value.by, before ? 'secondReader' : undefined)
          const { start, end } = value.span
          assert.ok(start < end && reading.text.slice(start, end).trim().length > 0)
          if ('text' in value && 'dueOn' in value) assert.equal(reading.text.slice(start, end), value.text)
        }
      }
      assert.equal(new Set(extraction.tasks.map(({ ref }) => ref)).size, extraction.tasks.length)
      assert.deepEqual(
        extraction.tasks.filter(({ ref }) => old.has(ref)).map(({ ref }) => ref),
        rules.tasks.map(({ ref }) => ref),
      )
    }),
    { numRuns: 3_000 },
  )
  assert.ok(added > 20, `only ${added} values were added`)
})
