import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { extract } from './extract.ts'
import { readText } from './read/text.ts'
import { type Extraction, type Reading, type Span, Unreadable } from './shapes.ts'

const folder = new URL('./samples/', import.meta.url)
const samples = readdirSync(folder)
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))

/** Fragments of directives; combined at random they form all kinds of broken documents. */
const scraps = fc.constantFrom(
  ...[
    'Điều 1. ',
    'II. NHIỆM VỤ\n',
    '1. ',
    'a) ',
    'đ) ',
    '- ',
    '+ ',
    '\n',
    '\n\n',
    ' | ',
    '|\n',
    ': ',
    '; ',
    '. ',
    ', ',
    '(',
    ')',
    '**',
    '# ',
  ],
  ...[
    'Bộ Tài chính',
    'Sở Y tế',
    'các bộ, ngành',
    'Ủy ban nhân dân cấp xã',
    'chủ trì, phối hợp với ',
    'Giao ',
    'yêu cầu ',
    'rà soát ',
    'báo cáo ',
  ],
  ...[
    'trước ngày 30/6/2026',
    'Quý II/2026',
    'hằng năm',
    'thường xuyên',
    '6 tháng',
    '10-15%',
    'tối thiểu 20%',
    'số 01/NQ-CP',
    'trong năm 2026',
  ],
  ...[
    'Thời hạn hoàn thành: ',
    'Đơn vị chủ trì: ',
    'TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian\n',
    'Nơi nhận:\n',
    'Kính gửi: ',
    'PHỤ LỤC\n',
    'Số: 1/KH-UBND\n',
  ],
)
const documents = fc.oneof(
  fc.array(scraps, { maxLength: 120 }).map((parts) => parts.join('')),
  fc
    .array(fc.oneof(scraps, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 60 })
    .map((parts) => parts.join('')),
  fc.constantFrom(...samples).chain((text) => fc.nat(text.length).map((at) => text.slice(at))),
)

function tryExtract(text: string): { reading: Reading; found: Extraction } | null {
  const reading = readText(text, 'x.txt')
  try {
    return { reading, found: extract(reading) }
  } catch (error) {
    assert.ok(error instanceof Unreadable && (error.code === 'secret' || error.code === 'too_large'), String(error))
    return null
  }
}

function* spansOf(found: Extraction): Generator<{ what: string; span: Span; text?: string }> {
  for (const [name, at] of Object.entries(found.document.found)) yield { what: name, span: at.span }
  for (const one of [...found.document.legalBases, ...found.document.implements])
    yield { what: one.number, span: one.span }
  for (const group of found.groups) yield { what: 'group', span: group.span }
  for (const warning of found.warnings) if (warning.span) yield { what: warning.code, span: warning.span }
  for (const task of found.tasks) {
    yield { what: `${task.ref} task`, span: task.span }
    yield { what: `${task.ref} content`, span: task.contentSpan }
    for (const party of task.parties) yield { what: party.name, span: party.span }
    for (const one of [...task.deadlines, ...task.targets]) yield { what: one.text, span: one.span, text: one.text }
    if (task.product) yield { what: 'product', span: task.product.span }
    for (const warning of task.warnings) if (warning.span) yield { what: warning.code, span: warning.span }
  }
}

/** The visible content of a task, without places and white space. */
function gist(found: Extraction): unknown {
  const fold = (text: string): string =>
    text.normalize('NFC').replace(/\s+/g, ' ').replace(/Uỷ/g, 'Ủy').replace(/uỷ/g, 'ủy')
  return JSON.parse(
    fold(
      JSON.stringify(
        found.tasks.map(({ ref, group, title, content, lead, coordinating, deadlines, targets }) => ({
          ref,
          group,
          title,
          content,
          lead,
          coordinating,
          deadlines: deadlines.map(({ kind, dueOn, recurs }) => [kind, dueOn, recurs]),
          targets: targets.map(({ value, max, unit, comparator }) => [value, max, unit, comparator]),
        })),
      ),
    ),
  )
}

describe('for any text', () => {
  it('extract throws only refusals', () => {
    fc.assert(
      fc.property(documents, (text) => void tryExtract(text)),
      { numRuns: 400 },
    )
  })
  it('spans are within the text and select what they name', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const done = tryExtract(text)
        if (!done) return
        for (const { what, span, text: printed } of spansOf(done.found)) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= done.reading.text.length, what)
          if (printed !== undefined) assert.equal(done.reading.text.slice(span.start, span.end), printed)
        }
      }),
      { numRuns: 300 },
    )
  })
  it('the same reading gives the same extraction, and references are unique', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const [first, second] = [tryExtract(text), tryExtract(text)]
        assert.deepEqual(first?.found, second?.found)
        const refs = first?.found.tasks.map((task) => task.ref) ?? []
        assert.equal(new Set(refs).size, refs.length)
      }),
      { numRuns: 150 },
    )
  })
})

describe('for each sample', () => {
  const sample = fc.constantFrom(...samples)
  const same = (text: string, changed: string): void => {
    assert.deepEqual(gist(extract(readText(changed, 'x.txt'))), gist(extract(readText(text, 'x.txt'))))
  }
  it('more white space changes no task', () => {
    fc.assert(
      fc.property(sample, fc.infiniteStream(fc.integer({ min: 1, max: 3 })), (text, widths) => {
        const next = (): number => widths.next().value as number
        const spaced = text
          .replace(/(?<=\S) (?=\S)/g, () => ' '.repeat(next()))
          .replace(/\n/g, () => `${' '.repeat(next())}${'\n'.repeat(next())}`)
        same(text, spaced)
      }),
      { numRuns: 60 },
    )
  })
  it('neither ủy or uỷ, nor NFC or NFD, nor the line ends change a task', () => {
    for (const text of samples) {
      same(text, text.replaceAll('ủy', 'uỷ').replaceAll('Ủy', 'Uỷ'))
      same(text, text.normalize('NFD'))
      same(text, text.replaceAll('\n', '\r\n'))
    }
  })
  it('named agencies are where their spans point', () => {
    for (const text of samples) {
      const reading = readText(text, 'x.txt')
      for (const task of extract(reading).tasks) {
        for (const party of task.parties) {
          const printed = reading.text.slice(party.span.start, party.span.end).replace(/[\s*]+/g, ' ')
          assert.ok(printed.includes(party.name) || party.name.endsWith(printed), `${party.name} | ${printed}`)
        }
      }
    }
  })
})

describe('time', () => {
  it('grows with the length of the document, not faster', () => {
    const page = samples.join('\n')
    const once = readText(page.repeat(3), 'x.txt')
    const tenfold = readText(page.repeat(30), 'x.txt')
    const best = (reading: Reading): number => {
      let least = Number.POSITIVE_INFINITY
      for (let i = 0; i < 3; i++) {
        const started = process.cpuUsage()
        extract(reading)
        least = Math.min(least, process.cpuUsage(started).user)
      }
      return least
    }
    best(once)
    const ratio = best(tenfold) / best(once)
    assert.ok(ratio < 25, `10 times the text took ${ratio.toFixed(1)} times as long`)
  })
})
