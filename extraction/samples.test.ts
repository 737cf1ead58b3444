import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { extract } from './extract.ts'
import { readText } from './read/text.ts'

/**
 * Sample directives written for this project, one for each way of writing, with the expected result. The labels have the
 * form of `../shared/directives`; here every one must match exactly.
 */
const folder = new URL('./samples/', import.meta.url)

interface Labels {
  document: Record<string, string | null>
  legalBases: string[]
  implements: string[]
  tasks: {
    ref: string
    group: string | null
    title: string
    lead: string[]
    coordinating: string[]
    deadlines: { kind: string; dueOn: string | null; text: string; recurs?: string; inherited?: boolean }[]
    targets: { value: number; max: number | null; unit: string; comparator: string; text: string }[]
  }[]
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.expected.json'))) {
  const id = file.replace('.expected.json', '')
  const source = readdirSync(folder).find((name) => name === `${id}.txt` || name === `${id}.md`) as string
  const text = readFileSync(new URL(source, folder), 'utf8')
  const labels: Labels = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
  const { document, tasks } = extract(readText(text, source, source.endsWith('.md') ? 'markdown' : 'txt'))

  describe(`sample ${id}`, () => {
    it('reads the document fields', () => {
      const { number, type, issuer, issuedOn, subject } = document
      assert.deepEqual({ number, type, issuer, issuedOn, subject }, labels.document)
      assert.deepEqual(
        document.legalBases.map((one) => one.number),
        labels.legalBases,
      )
      assert.deepEqual(
        document.implements.map((one) => one.number),
        labels.implements,
      )
    })
    it('finds its tasks and no others', () => {
      assert.deepEqual(
        tasks.map(({ ref, title }) => `${ref} ${title}`),
        labels.tasks.map(({ ref, title }) => `${ref} ${title}`),
      )
      assert.deepEqual(
        tasks.map(({ group }) => group),
        labels.tasks.map(({ group }) => group),
      )
    })
    it('reads who, by when and how much', () => {
      for (const [index, want] of labels.tasks.entries()) {
        const got = tasks[index]
        assert.ok(got, want.ref)
        assert.deepEqual(got.lead, want.lead, want.ref)
        assert.deepEqual(got.coordinating, want.coordinating, want.ref)
        const deadlines = got.deadlines.map(({ kind, text: printed, dueOn, recurs, inherited }) => ({
          kind,
          text: printed,
          dueOn,
          ...(recurs ? { recurs } : {}),
          ...(inherited ? { inherited } : {}),
        }))
        assert.deepEqual(deadlines, want.deadlines, want.ref)
        const targets = got.targets.map(({ text: printed, value, max, unit, comparator }) => ({
          text: printed,
          value,
          max,
          unit,
          comparator,
        }))
        assert.deepEqual(targets, want.targets, want.ref)
      }
    })
  })
}
