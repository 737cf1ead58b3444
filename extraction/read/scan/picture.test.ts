import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createCanvas } from '@napi-rs/canvas'
import { inkOf, type Picture, rulesIn, skewOf, turned } from './picture.ts'

const SCALE = 2

/** A page in points with a table of three rows and two columns and bars for lines of text, on grey paper. */
function page(paper: string): Picture {
  const canvas = createCanvas(595 * SCALE, 842 * SCALE)
  const context = canvas.getContext('2d')
  context.fillStyle = paper
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#222'
  const box = (left: number, top: number, width: number, height: number): void =>
    context.fillRect(left * SCALE, top * SCALE, width * SCALE, height * SCALE)
  for (let line = 0; line < 20; line++) for (let word = 0; word < 9; word++) box(90 + word * 48, 80 + line * 18, 40, 7)
  for (const y of [500, 540, 580, 620]) box(90, y, 420, 0.8)
  for (const x of [90, 300, 510]) box(x, 500, 0.8, 120)
  return { canvas, context, pixelsPerPoint: SCALE }
}

const round = (value: number): number => Math.round(value / 2) * 2

for (const [what, paper] of [
  ['white', '#fff'],
  ['shaded', '#aaa'],
] as const) {
  it(`a skewed page on ${what} paper is straightened and its rules found`, async () => {
    const straight = page(paper)
    assert.ok(Math.abs(skewOf(inkOf(straight))) < 0.0005)
    for (const degrees of [-2, 1.3]) {
      const slanting = await turned(straight, (degrees * Math.PI) / 180)
      const skew = skewOf(inkOf(slanting))
      assert.ok(Math.abs((skew * 180) / Math.PI - degrees) < 0.05, `${degrees}° measured ${(skew * 180) / Math.PI}°`)
      const rules = rulesIn(inkOf(await turned(slanting, -skew)), SCALE)
      const across = rules.filter((rule) => rule.right - rule.left > 100)
      const down = rules.filter((rule) => rule.bottom - rule.top > 100)
      assert.deepEqual(
        across.map((rule) => round(rule.top)).sort((a, b) => a - b),
        [500, 540, 580, 620],
      )
      assert.deepEqual(
        down.map((rule) => round(rule.left)).sort((a, b) => a - b),
        [90, 300, 510],
      )
    }
  })
}

it('a blank page has no ink', () => {
  const canvas = createCanvas(600, 800)
  const context = canvas.getContext('2d')
  context.fillStyle = '#eee'
  context.fillRect(0, 0, 600, 800)
  assert.equal(inkOf({ canvas, context, pixelsPerPoint: 1 }).share, 0)
})
