import assert from 'node:assert/strict'
import { test } from 'node:test'
import i18next from 'i18next'
import { en } from './en.ts'
import { noun } from './noun.ts'

/** Every text with its key. */
function textsOf(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${name}`, value]] : textsOf(value, `${path}${name}.`),
  )
}

/** What may follow a value that is no count: a verb, or the unit of a number that is always several. */
const NO_NOUN = /^(?:requires|was|is|decides|requests|follows|has|ms|this)$/

/** A count followed by a noun that would stay plural for one: "{{n}} tasks", "{{n}} working days". */
const PLURAL = /\{\{\w+\}\} (?:(?:working|more|other|invalid|new|sub-)[ -]?)?([a-z]+s|people)\b/g

test('no English text has a count before a noun that is always plural', () => {
  const found = textsOf(en).filter(
    ([key, text]) =>
      !/_(?:one|other)$/.test(key) && [...text.matchAll(PLURAL)].some(([, word]) => !NO_NOUN.test(word ?? '')),
  )
  assert.deepEqual(found, [])
  assert.equal([...'{{n}} working days'.matchAll(PLURAL)].length, 1, 'a planted violation is found')
})

test('one is singular, and the rest plural, several counts in one text', async () => {
  const own = i18next.createInstance()
  await own.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } })
  own.services.formatter?.add('noun', (count, _language, options) => noun(count, options))
  const say = (key: string, values: object): string => own.t(key as never, values as never) as unknown as string
  assert.equal(say('directives.foundTitle', { n: 1, targets: 2 }), '1 task, 2 targets')
  assert.equal(say('directives.foundTitle', { n: 0, targets: 1 }), '0 tasks, 1 target')
  assert.equal(say('confirm.leads', { n: '1', names: 'A' }), '1 accountable unit: A')
  assert.equal(say('urging.silent', { days: 1 }), 'Silent for 1 day')
  for (const [key, text] of textsOf(en)) {
    const names = [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name as string)
    const said = say(key.replace(/_(?:one|other)$/, ''), Object.fromEntries(names.map((name) => [name, 1])))
    assert.doesNotMatch(said, /noun\(|undefined|\{\{/, key)
  }
})

test('a written count is one only if it is exactly one', () => {
  const days = { one: 'day', many: 'days' }
  assert.deepEqual(
    [1, '1', '+1', '−1', 0, 2, '1.5', '1,001', '11'].map((count) => noun(count, days)),
    ['1 day', '1 day', '+1 day', '−1 day', '0 days', '2 days', '1.5 days', '1,001 days', '11 days'],
  )
})
