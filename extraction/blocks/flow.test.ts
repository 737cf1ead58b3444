import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readText } from '../read/text.ts'
import { flowOf } from './flow.ts'

const paragraphsOf = (text: string): string[] =>
  flowOf(readText(text, 'mau.txt')).map((one) => (one.kind === 'paragraph' ? one.passage.text : 'table'))

describe('a wrapped line', () => {
  it('goes on in the next line while emphasis is open', () => {
    assert.deepEqual(paragraphsOf('**1.2. Sửa\nChữa bến đò**\n\n*Hòa Lạc,\nngày 5*\n\n**Một\n\nHai**'), [
      '1.2. Sửa Chữa bến đò',
      'Hòa Lạc, ngày 5',
      'Một',
      'Hai',
    ])
  })
  it('goes on after "Số:", "ngày" and "Quý"', () => {
    assert.deepEqual(
      paragraphsOf(
        'Số:\n7/KH-UBND\n\nXong trước ngày\n30/6/2026\n\nThời gian thực hiện: Quý\nIII năm 2026\n\nTháng\n12/2026',
      ),
      ['Số: 7/KH-UBND', 'Xong trước ngày 30/6/2026', 'Thời gian thực hiện: Quý III năm 2026', 'Tháng 12/2026'],
    )
  })
  it('goes on in any next line where only empty lines separate paragraphs', () => {
    const item = (name: string): string =>
      `- Phát quang bờ kè ở\nThôn ${name} và sửa lan can cầu cũ\ncủa thôn.\n\nĐơn vị thực hiện: Các\nSở, ngành và\nthôn ${name}.\n\n`
    const found = paragraphsOf(['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu'].map(item).join(''))
    assert.equal(found.length, 12)
    assert.equal(found[0], '- Phát quang bờ kè ở Thôn Một và sửa lan can cầu cũ của thôn.')
    assert.equal(found[1], 'Đơn vị thực hiện: Các Sở, ngành và thôn Một.')
  })
})
