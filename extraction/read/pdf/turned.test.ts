import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extract } from '../../extract.ts'
import { type Draw, HEIGHT, paragraphAt, reach, readPages, textsOf } from './page.fixture.ts'

const at = (text: string, x: number, y: number, turn = 0): Draw => ({ text, x, y, size: 12, turn })
const TITLE = [at('KẾ HOẠCH', 250, 60), at('Triển khai chuyển đổi số (MẪU)', 200, 80)]

/** Rules around cells with these edges. */
function rules(xs: readonly number[], ys: readonly number[]): Draw[] {
  const across = ys.map((y): Draw => ({ from: [xs[0]!, y], to: [xs.at(-1)!, y] }))
  return [...across, ...xs.map((x): Draw => ({ from: [x, ys[0]!], to: [x, ys.at(-1)!] }))]
}

async function rowsOf(draw: Draw[]): Promise<string[][]> {
  const { tasks } = extract(await readPages({ draw: [...TITLE, ...draw] }))
  return tasks.map(({ content, lead, deadlines }) => [
    content,
    lead.join(' + '),
    deadlines.map((one) => one.dueOn).join(),
  ])
}

const WANT = [
  ['Xây dựng quy chế', 'Sở Nội vụ', '2026-06-11'],
  ['Kiểm tra công vụ', 'Sở Tư pháp', '2026-06-12'],
]

describe('turned text', () => {
  for (const [way, turn] of [
    ['up', 90],
    ['down', -90],
  ] as const) {
    it(`that reads ${way} is read in its cell`, async () => {
      const cell = (text: string, x: number, top: number): Draw =>
        turn === 90 ? at(text, x + 12, top + reach(text) + 4, 90) : at(text, x, top + 4, -90)
      const rows = await rowsOf([
        ...rules([60, 90, 300, 340, 440], [110, 180, 260, 340]),
        at('TT', 64, 140),
        at('Nhiệm vụ', 100, 140),
        cell('Chủ trì', 315, 112),
        at('Thời hạn', 350, 140),
        at('1', 70, 220),
        at('Xây dựng quy chế', 100, 220),
        cell('Sở Nội vụ', 315, 182),
        at('11/6/2026', 350, 220),
        at('2', 70, 300),
        at('Kiểm tra công vụ', 100, 300),
        cell('Sở Tư pháp', 315, 262),
        at('12/6/2026', 350, 300),
      ])
      assert.deepEqual(rows, WANT)
    })
  }

  it('is one word where its narrow cell breaks it, and stands in its column without rules', async () => {
    const pieces = (texts: readonly string[], x: number, bottom: number): Draw[] =>
      texts.map((text, line) => at(text, x + line * 14, bottom, 90))
    const rows = await rowsOf([
      ...pieces(['T', 'T'], 72, 138),
      at('Nhiệm vụ', 110, 130),
      ...pieces(['C', 'hủ', 'trì'], 310, 138),
      ...pieces(['Th', 'ời', 'hạ', 'n'], 410, 138),
      ...[at('1', 62, 160), at('Xây dựng quy chế', 110, 160), at('Sở Nội vụ', 300, 160), at('11/6/2026', 400, 160)],
      ...[at('2', 62, 190), at('Kiểm tra công vụ', 110, 190)],
      ...pieces(['S', 'ở', 'Tư', 'ph', 'áp'], 305, 198),
      ...pieces(['12', '/6/', '20', '26'], 405, 198),
    ])
    assert.deepEqual(rows, WANT)
  })

  it('across the page, upside down, or beside the text is no text', async () => {
    const words = 'Các sở, ban, ngành báo cáo kết quả dọn bờ kè về Sở Xây dựng để tổng hợp hằng quý, gửi kèm danh sách.'
    const reading = await readPages({
      draw: [
        ...paragraphAt(words, 300),
        { text: 'DỰ THẢO', x: 150, y: 500, size: 60, turn: 45 },
        at('In ngược', 400, 320, 180),
        at('CÔNG VĂN ĐẾN Số 12', 40, 400, 90),
      ],
    })
    assert.deepEqual(textsOf(reading), [words])
  })

  it('of a whole page is read as the page is meant', async () => {
    const lines = paragraphAt(
      'Sở Y tế lập danh sách cơ sở khám bệnh, chữa bệnh, gửi Sở Nội vụ trước ngày 20/5/2026.',
      100,
    )
    const more = paragraphAt(
      'Sở Tư pháp rà soát văn bản của tỉnh, báo cáo Ủy ban nhân dân tỉnh trước ngày 21/5/2026.',
      200,
    )
    const upright = [...lines, ...more].filter((one) => 'text' in one)
    const want = textsOf(await readPages({ draw: upright }))
    assert.equal(want.length, 2)
    for (const turn of [90, -90]) {
      const draw = upright.map((one): Draw => {
        const [x, y] = turn === 90 ? [one.y, HEIGHT - one.x] : [500 - one.y, one.x]
        return { ...one, x, y, turn }
      })
      assert.deepEqual(textsOf(await readPages({ draw })), want)
    }
  })
})
