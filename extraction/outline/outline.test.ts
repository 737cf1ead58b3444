import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { flowOf } from '../blocks/flow.ts'
import { markOf } from '../blocks/marks.ts'
import { readText } from '../read/text.ts'
import { type Item, outlineOf } from './outline.ts'

describe('list marks', () => {
  const cases: [string, string | null][] = [
    ['Điều 12. Trách nhiệm', 'article Điều 12'],
    ['Chương II', 'chapter Chương II'],
    ['Phần thứ nhất', 'part Phần nhất'],
    ['Mục 1. Quy định', 'section Mục 1'],
    ['IV. TỔ CHỨC', 'roman IV'],
    ['Il. NHIỆM VỤ', 'roman II'],
    ['ILL TỔ CHỨC THỰC HIỆN', 'roman III'],
    ['IL NHIỆM VỤ CHUNG', 'roman II'],
    ['ILO hỗ trợ các tỉnh', null],
    ['III Nhóm việc', null],
    ['B. NỘI DUNG', 'capital B'],
    ['3. Bộ Y tế', 'number 3'],
    ['3.Bộ Y tế', 'number 3'],
    ['1.2. Khảo sát', 'number2 1.2'],
    ['1.2.3 Khảo sát', 'number3 1.2.3'],
    ['đ) Xây dựng', 'letter đ'],
    ['B) Triển khai', 'letter b'],
    ['- a) Cơ quan', 'letter a'],
    ['6 b) Cơ quan', 'letter b'],
    ['(1) Nhóm', 'bracketed 1'],
    ['- Rà soát', 'dash'],
    ['– Rà soát', 'dash'],
    ['+ Rà soát', 'plus'],
    ['• Rà soát', 'bullet'],
    ['II- NHIỆM VỤ', 'roman II'],
    ['III – TỔ CHỨC', 'roman III'],
    ['3- Văn phòng Tỉnh uỷ', 'number 3'],
    ['2.1- Đảng uỷ xã', 'number2 2.1'],
    ['1.2.3- Khảo sát', 'number3 1.2.3'],
    ['b- Về tổ chức', 'letter b'],
    ['1-2 ngày làm việc', null],
    ['5 - 7 doanh nghiệp', null],
    ['2025 - 2030 phấn đấu', null],
    ['1.500 hộ dân', null],
    ['30/6/2026 là hạn cuối', null],
    ['15 tháng 7 năm 2021', null],
    ['Các bộ, ngành', null],
    ['-------', null],
  ]
  for (const [text, want] of cases) {
    it(`"${text}"`, () => {
      const mark = markOf(text)
      assert.equal(mark && `${mark.kind} ${mark.label}`.trim(), want)
    })
  }
})

const tree = (text: string): string[] => {
  const lines: string[] = []
  const show = (item: Item, depth: number): void => {
    if (depth >= 0) lines.push(`${'  '.repeat(depth)}${item.passage.text}`)
    for (const child of item.children) show(child, depth + 1)
  }
  show(outlineOf(flowOf(readText(text, 'x.txt'))), -1)
  return lines
}

describe('the outline', () => {
  it('nests marks by their depth, đ between d and e', () => {
    assert.deepEqual(tree('I. Nhiệm vụ\n1. Bộ A\nd) Một\nđ) Hai\n- Ba\n+ Bốn\ne) Năm\n2. Bộ B\nII. Thi hành'), [
      'I. Nhiệm vụ',
      '  1. Bộ A',
      '    d) Một',
      '    đ) Hai',
      '      - Ba',
      '        + Bốn',
      '    e) Năm',
      '  2. Bộ B',
      'II. Thi hành',
    ])
  })
  it('joins wrapped lines across page numbers', () => {
    const lines = [
      '       1. Bộ Nông nghiệp và Môi trường chủ trì, phối hợp với các bộ, cơ quan liên quan và',
      'địa phương rà soát toàn bộ hồ sơ, tài liệu thuộc phạm vi quản lý của mình để trình Thủ',
      'tướng Chính phủ xem xét, quyết định trong kỳ họp gần nhất theo quy định của pháp luật.',
      '                                   2',
      '       2. Bộ Tài chính bố trí kinh phí thực hiện các nhiệm vụ nêu tại mục này theo đúng Luật',
      'Ngân sách nhà nước và các văn bản hướng dẫn thi hành, bảo đảm kịp thời cho các đơn vị',
      '',
      'thụ hưởng trên phạm vi cả nước.',
    ]
    assert.deepEqual(tree(lines.join('\n')), [
      lines.slice(0, 3).join(' ').trim(),
      [lines[4], lines[5], lines[7]].join(' ').trim(),
    ])
  })
  it('ignores Markdown marks', () => {
    assert.deepEqual(tree('## **II. NHIỆM VỤ**\n\n**1.** Rà *soát* hồ sơ'), ['II. NHIỆM VỤ', '  1. Rà soát hồ sơ'])
  })
  it('reads a capital letter out of order as a misread number', () => {
    assert.deepEqual(tree('II. Việc\n6. Sáu\na) Một\nZ. Bảy\n8. Tám'), [
      'II. Việc',
      '  6. Sáu',
      '    a) Một',
      '  Z. Bảy',
      '  8. Tám',
    ])
  })
  it('assigns label lines to the item whose points they follow', () => {
    assert.deepEqual(tree('1. Việc\na) Ý một\nb) Ý hai\nCơ quan chủ trì: Sở A\n2. Khác'), [
      '1. Việc',
      '  a) Ý một',
      '  b) Ý hai',
      '  Cơ quan chủ trì: Sở A',
      '2. Khác',
    ])
  })
})
