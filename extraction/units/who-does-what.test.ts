import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { passageOf } from '../language/passage.ts'
import { orderOf } from './orders.ts'
import { partiesOf } from './parties.ts'

const passage = (text: string): ReturnType<typeof passageOf> => passageOf(text, [{ start: 0, end: text.length }])
const names = (parties: readonly { name: string }[]): string[] => parties.map(({ name }) => name)

/** A sentence as lead | coordinating | action; names are parted by " + ". */
function reads(cases: readonly [string, string][]): void {
  for (const [text, want] of cases) {
    it(`"${text}"`, () => {
      const { lead, coordinating, actionFrom } = orderOf(passage(text), 0, text.length)
      const got = [names(lead).join(' + '), names(coordinating).join(' + '), text.slice(actionFrom)]
      assert.equal(got.join(' | '), want)
    })
  }
}

/** A list of agencies and its parties. */
function splits(cases: readonly [string, string[]][]): void {
  for (const [text, want] of cases) {
    it(`"${text}"`, () => {
      assert.deepEqual(names(partiesOf(passage(text), 0, text.length, 'lead')), want)
    })
  }
}

describe('verbs of everyday work end a name', () => {
  reads([
    ['Công an xã Sông Mẫu nhắn tin cảnh báo.', 'Công an xã Sông Mẫu |  | nhắn tin cảnh báo.'],
    ['Đoàn Thanh niên ra quân dọn rác.', 'Đoàn Thanh niên |  | ra quân dọn rác.'],
    ['Các trường dừng tổ chức dạy thêm.', 'Các trường |  | dừng tổ chức dạy thêm.'],
    ['UBND các xã dừng cấp phép mới.', 'UBND các xã |  | dừng cấp phép mới.'],
    ['Chi cục Thủy sản thả cá giống.', 'Chi cục Thủy sản |  | thả cá giống.'],
    ['Ban Quản lý chợ dẹp hàng rong.', 'Ban Quản lý chợ |  | dẹp hàng rong.'],
    ['Hạt Kiểm lâm đốt dọn thực bì.', 'Hạt Kiểm lâm |  | đốt dọn thực bì.'],
    ['Công ty Thủy lợi Bến Mẫu tháo nước.', 'Công ty Thủy lợi Bến Mẫu |  | tháo nước.'],
    ['Hội Nông dân xã gieo mạ.', 'Hội Nông dân xã |  | gieo mạ.'],
    ['Sở Giáo dục và Đào tạo cho học sinh nghỉ học.', 'Sở Giáo dục và Đào tạo |  | cho học sinh nghỉ học.'],
  ])
  it('also where no name is before them', () => {
    for (const text of ['Giữ nguyên hiện trạng bến.', 'Giảm số bến tạm.', 'Thả cá giống xuống hồ.'])
      assert.ok(orderOf(passage(text), 0, text.length).acts, text)
  })
})

describe('posts and bodies beyond the ministries', () => {
  reads([
    ['Công chức Địa chính - Xây dựng rà soát hồ sơ.', 'Công chức Địa chính - Xây dựng |  | rà soát hồ sơ.'],
    ['Cán bộ Văn hóa - Xã hội xã viết tin bài.', 'Cán bộ Văn hóa - Xã hội xã |  | viết tin bài.'],
    ['Trạm trưởng Trạm Y tế xã trực bến.', 'Trạm trưởng Trạm Y tế xã |  | trực bến.'],
    ['Tỉnh Sông Mẫu khẩn trương bàn giao mặt bằng.', 'Tỉnh Sông Mẫu |  | khẩn trương bàn giao mặt bằng.'],
    ['Thành phố Bến Mẫu, tỉnh An Mẫu nạo vét sông.', 'Thành phố Bến Mẫu + tỉnh An Mẫu |  | nạo vét sông.'],
    ['Các nhà mạng khẩn trương phủ sóng bến đò.', 'Các nhà mạng |  | khẩn trương phủ sóng bến đò.'],
    ['Phối hợp với lực lượng quân đội, công an sơ tán dân.', ' | lực lượng quân đội + công an | sơ tán dân.'],
    ['Phối hợp với ngành giáo dục tổ chức thi bơi.', ' | ngành giáo dục | tổ chức thi bơi.'],
    ['Phối hợp chặt chẽ với các nhà mạng lắp trạm.', ' | các nhà mạng | lắp trạm.'],
    ['Đài truyền hình Bến Mẫu đưa tin.', 'Đài truyền hình Bến Mẫu |  | đưa tin.'],
    ['Báo và phát thanh, truyền hình Bến Mẫu đưa tin.', 'Báo và phát thanh, truyền hình Bến Mẫu |  | đưa tin.'],
    ['Căn cứ tình hình, các bộ, ngành xây dựng kế hoạch.', 'các bộ, ngành |  | xây dựng kế hoạch.'],
  ])
  it('the place where a document is signed is no one', () => {
    const text = 'Thành phố Bến Mẫu, ngày 05 tháng 3 năm 2026'
    assert.deepEqual(orderOf(passage(text), 0, text.length).lead, [])
  })
})

describe('groups in a list', () => {
  splits([
    ['Doanh nghiệp, Viện nghiên cứu, trường đại học', ['Doanh nghiệp', 'Viện nghiên cứu', 'trường đại học']],
    ['Doanh nghiệp, Sở, ban, ngành có liên quan', ['Doanh nghiệp', 'Sở, ban, ngành có liên quan']],
    ['Viện, Trường; Hợp tác xã, Sở, ngành liên quan', ['Viện, Trường', 'Hợp tác xã', 'Sở, ngành liên quan']],
    ['các cơ quan, tổ chức, doanh nghiệp', ['các cơ quan, tổ chức, doanh nghiệp']],
    ['từng sở, ngành, từng xã, phường', ['từng sở, ngành', 'từng xã, phường']],
    ['mỗi cơ quan, đơn vị, mỗi cán bộ, công chức', ['mỗi cơ quan, đơn vị', 'mỗi cán bộ, công chức']],
    [
      'từng bộ, ngành, từng cán bộ, công nhân, các chủ đầu tư, nhà thầu',
      ['từng bộ, ngành', 'từng cán bộ, công nhân', 'các chủ đầu tư', 'nhà thầu'],
    ],
    ['Bộ Xây dựng, Đài truyền hình Bến Mẫu', ['Bộ Xây dựng', 'Đài truyền hình Bến Mẫu']],
    [
      'Sở Y tế, Báo và phát thanh, truyền hình Bến Mẫu và UBND các xã',
      ['Sở Y tế', 'Báo và phát thanh, truyền hình Bến Mẫu', 'UBND các xã'],
    ],
  ])
})
