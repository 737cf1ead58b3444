import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { passageOf } from '../language/passage.ts'
import { orderOf } from './orders.ts'
import { partiesOf } from './parties.ts'

const passage = (text: string): ReturnType<typeof passageOf> => passageOf(text, [{ start: 0, end: text.length }])

describe('a list of agencies', () => {
  const cases: [string, string[]][] = [
    ['Bộ Kế hoạch và Đầu tư', ['Bộ Kế hoạch và Đầu tư']],
    ['Bộ Văn hóa, Thể thao và Du lịch, Bộ Y tế', ['Bộ Văn hóa, Thể thao và Du lịch', 'Bộ Y tế']],
    ['Các Bộ: Tài chính, Kế hoạch và Đầu tư, Công an', ['Bộ Tài chính', 'Bộ Kế hoạch và Đầu tư', 'Bộ Công an']],
    ['Các Bộ: Công Thương, Giao thông vận tải, Y tế', ['Bộ Công Thương', 'Bộ Giao thông vận tải', 'Bộ Y tế']],
    ['các Sở Nội vụ, Tài chính; UBND các xã, phường', ['Sở Nội vụ', 'Sở Tài chính', 'UBND các xã, phường']],
    ['Các Vụ, Cục, đơn vị thuộc Văn phòng Chính phủ', ['Các Vụ, Cục, đơn vị thuộc Văn phòng Chính phủ']],
    [
      'Vụ Tổng hợp, Cục Hành chính và các Vụ, Cục, đơn vị liên quan',
      ['Vụ Tổng hợp', 'Cục Hành chính', 'các Vụ, Cục, đơn vị liên quan'],
    ],
    [
      'Trung tâm thông tin, chỉ đạo điều hành của Chính phủ, Thủ tướng Chính phủ',
      ['Trung tâm thông tin, chỉ đạo điều hành của Chính phủ, Thủ tướng Chính phủ'],
    ],
    ['Bộ Công an và các bộ, ngành, địa phương liên quan', ['Bộ Công an', 'các bộ, ngành, địa phương liên quan']],
    [
      'Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương',
      ['Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương'],
    ],
    [
      'Ủy ban nhân dân các tỉnh, thành phố: Hà Nội, Hà Tĩnh',
      ['Ủy ban nhân dân thành phố Hà Nội', 'Ủy ban nhân dân tỉnh Hà Tĩnh'],
    ],
    ['Ban Quản lý dự án/Tư vấn được lựa chọn', ['Ban Quản lý dự án', 'Tư vấn được lựa chọn']],
    ['- Vụ Pháp chế; - Văn phòng Bộ.', ['Vụ Pháp chế', 'Văn phòng Bộ']],
    ['Bộ Tài chính (Cơ quan thường trực)', ['Bộ Tài chính']],
    ['Uỷ ban nhân dân tỉnh', ['Uỷ ban nhân dân tỉnh']],
  ]
  for (const [text, want] of cases) {
    it(`"${text}"`, () => {
      const parties = partiesOf(passage(text), 0, text.length, 'lead')
      assert.deepEqual(
        parties.map((party) => party.name),
        want,
      )
    })
  }
  it('separates a scope from the name, and recognises collective phrases', () => {
    const text = 'Vụ Tổng hợp (đối với Nghị quyết số 01), các bộ, ngành'
    const [vu, all] = partiesOf(passage(text), 0, text.length, 'lead')
    assert.deepEqual([vu?.name, vu?.scope, vu?.collective], ['Vụ Tổng hợp', 'đối với Nghị quyết số 01', false])
    assert.deepEqual([all?.name, all?.collective], ['các bộ, ngành', true])
  })
  it('takes the office of a Party committee for one, and offices of many for many', () => {
    const collective = (text: string) => partiesOf(passage(text), 0, text.length, 'lead').map((one) => one.collective)
    assert.deepEqual(collective('Văn phòng Tỉnh ủy'), [false])
    assert.deepEqual(collective('Các văn phòng'), [true])
  })
})

describe('the start of an order', () => {
  const cases: [string, string[], string[], string][] = [
    ['Bộ Xây dựng xây dựng Đề án', ['Bộ Xây dựng'], [], 'xây dựng Đề án'],
    [
      'Giao Bộ Tài chính chủ trì, phối hợp với Bộ Y tế rà soát mức chi',
      ['Bộ Tài chính'],
      ['Bộ Y tế'],
      'rà soát mức chi',
    ],
    ['Thủ tướng Chính phủ yêu cầu các bộ, cơ quan khẩn trương báo cáo', ['các bộ, cơ quan'], [], 'khẩn trương báo cáo'],
    [
      'Bộ Nội vụ kính đề nghị Ủy ban nhân dân các tỉnh chỉ đạo rà soát',
      ['Ủy ban nhân dân các tỉnh'],
      [],
      'chỉ đạo rà soát',
    ],
    ['Vụ Kinh tế tổng hợp chủ trì theo dõi tiến độ', ['Vụ Kinh tế tổng hợp'], [], 'theo dõi tiến độ'],
    ['Căn cứ chức năng được giao, các bộ, ngành xây dựng kế hoạch', ['các bộ, ngành'], [], 'xây dựng kế hoạch'],
    ['Chỉ đạo Sở Y tế kiểm tra cơ sở', [], [], 'Chỉ đạo Sở Y tế kiểm tra cơ sở'],
    ['Phối hợp cung cấp số liệu', [], [], 'Phối hợp cung cấp số liệu'],
    ['Ban hành quy chế phối hợp', [], [], 'Ban hành quy chế phối hợp'],
    ['Tổ chức phổ biến pháp luật', [], [], 'Tổ chức phổ biến pháp luật'],
    ['Thanh tra, kiểm tra việc chấp hành', [], [], 'Thanh tra, kiểm tra việc chấp hành'],
    [
      'Xây dựng Thông tư (Vụ Pháp chế chủ trì, Vụ Tổ chức cán bộ phối hợp)',
      ['Vụ Pháp chế'],
      ['Vụ Tổ chức cán bộ'],
      'Xây dựng Thông tư (Vụ Pháp chế chủ trì, Vụ Tổ chức cán bộ phối hợp)',
    ],
  ]
  for (const [text, lead, coordinating, action] of cases) {
    it(`"${text}"`, () => {
      const order = orderOf(passage(text), 0, text.length)
      assert.deepEqual(
        order.lead.map((party) => party.name),
        lead,
      )
      assert.deepEqual(
        order.coordinating.map((party) => party.name),
        coordinating,
      )
      assert.equal(text.slice(order.actionFrom), action)
    })
  }
})
