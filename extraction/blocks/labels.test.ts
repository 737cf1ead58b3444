import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { passageOf } from '../language/passage.ts'
import { labelsOf, roleOf } from './labels.ts'

describe('label words', () => {
  const cases: [string, string | null][] = [
    ['thoi han hoan thanh', 'deadline'],
    ['thoi gian thuc hien/ hoan thanh', 'deadline'],
    ['tien do', 'deadline'],
    ['han', 'deadline'],
    ['du kien hoan thanh', 'deadline'],
    ['don vi chu tri', 'lead'],
    ['co quan, don vi chu tri thuc hien', 'lead'],
    ['co quan thuc hien', 'lead'],
    ['trach nhiem thuc hien', 'lead'],
    ['phan cong thuc hien', 'lead'],
    ['chu tri', 'lead'],
    ['don vi phoi hop', 'coordinating'],
    ['phoi hop thuc hien', 'coordinating'],
    ['cac co quan cung phoi hop', 'coordinating'],
    ['san pham', 'product'],
    ['ket qua dau ra', 'product'],
    ['noi dung', 'content'],
    ['kinh phi thuc hien', 'other'],
    ['so noi vu chu tri', null],
    ['to chuc thuc hien', null],
    ['bo tai chinh', null],
    ['cu the nhu sau', null],
    ['chu tri, phoi hop voi cac bo', null],
    ['phoi hop voi cac so', null],
  ]
  for (const [words, want] of cases) it(`"${words}"`, () => assert.equal(roleOf(words), want))
})

describe('labels in a line', () => {
  const read = (text: string): string[] => {
    const passage = passageOf(text, [{ start: 0, end: text.length }])
    return labelsOf(passage, 0).map((label) => `${label.role}=${text.slice(label.valueFrom, label.valueTo)}`)
  }
  it('are found several at a time, with and without list marks', () => {
    assert.deepEqual(
      read('a) Cơ quan chủ trì: Sở Nội vụ; b) Cơ quan phối hợp: các sở; c) Thời gian thực hiện: Quý I.'),
      ['lead=Sở Nội vụ', 'coordinating=các sở', 'deadline=Quý I'],
    )
    assert.deepEqual(read('Khảo sát hiện trạng. Đơn vị chủ trì: Sở Y tế. Hoàn thành: Quý II/2026.'), [
      'lead=Sở Y tế',
      'deadline=Quý II/2026',
    ])
  })
  it('keep colons inside a value', () => {
    assert.deepEqual(read('- Đơn vị phối hợp: Các Sở: Tài chính, Y tế.'), ['coordinating=Các Sở: Tài chính, Y tế'])
  })
  it('may be a bare noun before the name of an agency, whatever its kind', () => {
    for (const name of ['Sở Nội vụ', 'các sở, ngành', 'Tổng công ty Mẫu', 'Ban Chỉ đạo tỉnh', 'Chi cục Thuỷ lợi'])
      assert.deepEqual(read(`Đơn vị: ${name}`), [`lead=${name}`])
    for (const measure of ['triệu đồng', 'hộ', 'bộ hồ sơ']) assert.deepEqual(read(`Đơn vị: ${measure}`), [])
  })
  it('are not agencies before a colon', () => {
    assert.deepEqual(read('Sở Nội vụ chủ trì: rà soát hồ sơ'), [])
  })
})
