import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { hitsOf } from '../../language/hits.ts'
import { passageOf } from '../../language/passage.ts'
import { periodsIn } from '../scan.ts'
import { firsts, Needed, signsIn } from '../signs.ts'
import { FORMS } from './forms.ts'

const times = { issuedOn: '2026-02-10', effectOn: '2026-03-01' }

/** Forms that are only part of something else: alone they are no period. */
const PARTIAL = new Set(['citedAct', 'vision', 'yearsAfter'])

describe('the table of forms', () => {
  it('has every name once and examples for each', () => {
    assert.equal(new Set(FORMS.map(({ name }) => name)).size, FORMS.length)
    for (const form of FORMS) assert.ok(form.examples.length > 0, form.name)
  })
  for (const form of FORMS) {
    for (const example of form.examples) {
      it(`${form.name} reads "${example}" whole`, () => {
        const passage = passageOf(example, [{ start: 0, end: example.length }])
        const found = periodsIn(passage, 0, passage.text.length, times, true)
        assert.deepEqual(
          found.map((one) => [one.form, passage.text.slice(one.from, one.to)]),
          [[form.name, passage.text]],
        )
        const [one] = found
        assert.ok(PARTIAL.has(form.name) || one?.fault || one?.kind !== 'none' || one.part, 'is something')
      })
    }
  }
})

describe('the search for forms', () => {
  it('takes time in proportion to the length, whatever is repeated', () => {
    const scraps = [
      'theo quy định, ',
      'ngày 5, 6 và ',
      'tháng 1, 2, ',
      '6 tháng hằng năm ',
      '2026 - 2027, ',
      'sau 5 ngày kể từ ',
      'quý i, ii, ',
      '1/1/',
      'ngày … tháng ',
    ]
    for (const scrap of scraps) {
      const time = (count: number): number => {
        const text = scrap.repeat(count)
        const passage = passageOf(text, [{ start: 0, end: text.length }])
        let best = Number.POSITIVE_INFINITY
        for (let i = 0; i < 5; i++) {
          const started = performance.now()
          periodsIn(passage, 0, passage.text.length, times, true)
          best = Math.min(best, performance.now() - started)
        }
        return best
      }
      time(800)
      const ratio = time(8000) / time(800)
      assert.ok(ratio < 40, `${scrap}: 10 times the text took ${ratio.toFixed(1)} times as long`)
    }
  })
})

describe('the quick look before a form', () => {
  it('passes every example of its form', () => {
    for (const form of FORMS)
      for (const example of form.examples) {
        const { plain } = passageOf(example, [{ start: 0, end: example.length }])
        assert.ok(new Needed(form.name).isIn(signsIn(plain, firsts())), `${form.name}: "${example}" is passed over`)
      }
  })
  it('passes every match in the sample documents that its form reads', () => {
    const folder = new URL('../../samples/', import.meta.url)
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
      const text = readFileSync(new URL(file, folder), 'utf8').normalize('NFC')
      for (const line of text.split('\n')) {
        const passage = passageOf(line, [{ start: 0, end: line.length }])
        const first = firsts()
        const signs = signsIn(passage.plain, first)
        for (const form of FORMS) {
          const needed = new Needed(form.name)
          const searched = needed.isIn(signs) ? needed.searchFrom(signs, first) : Number.POSITIVE_INFINITY
          for (const hit of hitsOf(form.pattern, passage.plain)) {
            if (hit.index >= searched) continue
            const at = { passage, from: hit.index, to: hit.index + hit[0].length, min: 0, max: passage.text.length }
            assert.equal(form.read({ ...at, groups: hit.groups ?? {}, times }), null, `${form.name} in "${line}"`)
          }
        }
      }
    }
  })
})
