import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { keepsLines, MARK_KINDS, type Mark, marksOf, readable, segment } from './highlight.ts'

const mark = (start: number, end: number, kind: Mark['kind'] = 'content', owner = 'd1'): Mark => ({
  start,
  end,
  kind,
  owner,
})

test('nested marks: the shorter one is innermost', () => {
  const segments = segment({ start: 0, end: 10 }, [mark(2, 8), mark(4, 6, 'deadline')])
  assert.deepEqual(
    segments.map(({ start, end, marks }) => [start, end, marks.map(({ kind }) => kind)]),
    [
      [0, 2, []],
      [2, 4, ['content']],
      [4, 6, ['content', 'deadline']],
      [6, 8, ['content']],
      [8, 10, []],
    ],
  )
  assert.deepEqual(
    segments.map(({ opening }) => opening.length),
    [0, 1, 1, 0, 0],
  )
})

test('two tasks share one heading: both own the segment', () => {
  const [part] = segment({ start: 0, end: 4 }, [mark(0, 4, 'lead', 'd1'), mark(0, 4, 'lead', 'd2')])
  assert.deepEqual(part?.marks.map(({ owner }) => owner).sort(), ['d1', 'd2'])
})

test('a mark across blocks is split at each, and begins only once', () => {
  const long = mark(5, 15)
  const first = segment({ start: 0, end: 10 }, [long])
  const second = segment({ start: 10, end: 20 }, [long])
  assert.deepEqual([first.at(-1)?.marks, first.at(-1)?.opening], [[long], [long]])
  assert.deepEqual([second[0]?.marks, second[0]?.opening], [[long], []])
})

const anyMark = fc
  .record({
    start: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 0, max: 40 }),
    kind: fc.constantFrom(...MARK_KINDS),
    owner: fc.constantFrom('d1', 'd2', 'd3'),
  })
  .map(({ start, length, kind, owner }) => mark(start, start + length, kind, owner))

test('segments cover the range without gaps, and each has exactly the marks that cover it', () => {
  fc.assert(
    fc.property(
      fc.array(anyMark, { maxLength: 30 }),
      fc.nat(50),
      fc.integer({ min: 1, max: 50 }),
      (marks, from, size) => {
        const range = { start: from, end: from + size }
        const segments = segment(range, marks)
        assert.equal(segments[0]?.start, range.start)
        assert.equal(segments.at(-1)?.end, range.end)
        segments.forEach((part, i) => {
          assert.ok(part.start < part.end)
          if (i > 0) assert.equal(part.start, segments[i - 1]?.end)
          const over = marks.filter((m) => m.start < m.end && m.start <= part.start && m.end >= part.end)
          assert.deepEqual(new Set(part.marks), new Set(over))
          assert.equal(part.marks.length, over.length)
        })
      },
    ),
  )
})

test('marks are assigned to the blocks they touch', () => {
  fc.assert(
    fc.property(
      fc.array(anyMark, { maxLength: 30 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 }),
      (marks, sizes) => {
        let at = 0
        const ranges = sizes.map((size) => {
          const range = { start: at, end: at + size }
          at += size + (size % 3)
          return range
        })
        marksOf(ranges, marks).forEach((touching, i) => {
          const range = ranges[i]
          if (!range) return
          const expected = marks.filter((m) => m.start < range.end && m.end > range.start && m.start < m.end)
          assert.deepEqual(
            touching.filter((m) => m.start < m.end),
            expected,
          )
        })
      },
    ),
  )
})

test('line breaks are kept where they have a meaning', () => {
  assert.ok(keepsLines('CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'))
  assert.ok(keepsLines(`1. Về tình hình kinh tế - xã hội:\nđ) Bộ Nội vụ ${'trình Chính phủ '.repeat(9)}`))
  const running = 'Hướng dẫn, đôn đốc các bộ, ngành, địa phương triển khai việc thống kê, rà soát'
  assert.ok(!keepsLines(`${running}\n${running}\n${running}`))
  assert.ok(!keepsLines(running))
})

test('Markdown syntax is hidden, offsets are kept', () => {
  const text = '## I. MỤC TIÊU\n**Điều 1.** Phê duyệt *gấp*, 2*3'
  const segments = readable(text, { start: 0, end: text.length })
  assert.equal(
    segments
      .filter(({ hidden }) => !hidden)
      .map(({ start, end }) => text.slice(start, end))
      .join(''),
    'I. MỤC TIÊU\nĐiều 1. Phê duyệt gấp, 2*3',
  )
  assert.equal(segments.map(({ start, end }) => text.slice(start, end)).join(''), text)
})
