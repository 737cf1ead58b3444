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

describe('a role, a charge or a description between the name and the action', () => {
  reads([
    ['Sở Nội vụ với vai trò cơ quan thường trực Ban Chỉ đạo tổng hợp báo cáo.', 'Sở Nội vụ |  | tổng hợp báo cáo.'],
    ['Sở Y tế, với vai trò thường trực, chủ trì đôn đốc.', 'Sở Y tế |  | đôn đốc.'],
    ['Công an tỉnh với tư cách là đơn vị đầu mối, phối hợp Sở Y tế lập sổ.', 'Công an tỉnh | Sở Y tế | lập sổ.'],
    ['Phát huy vai trò cơ quan thường trực, phối hợp với Sở Y tế rà soát bến.', ' | Sở Y tế | rà soát bến.'],
    ['Sở Xây dựng - cơ quan thường trực Ban Chỉ đạo chủ trì rà soát.', 'Sở Xây dựng |  | rà soát.'],
    [
      'Phó Chủ tịch UBND xã phụ trách kinh tế chỉ đạo rà soát bến.',
      'Phó Chủ tịch UBND xã phụ trách kinh tế |  | chỉ đạo rà soát bến.',
    ],
    [
      'Các chủ đầu tư các dự án đang thi công khẩn trương bàn giao.',
      'Các chủ đầu tư các dự án đang thi công |  | khẩn trương bàn giao.',
    ],
    [
      'Sở Xây dựng, các địa phương, cơ quan chủ quản các dự án đang triển khai rà soát tiến độ.',
      'Sở Xây dựng + các địa phương + cơ quan chủ quản các dự án đang triển khai |  | rà soát tiến độ.',
    ],
    [
      'Các chủ đầu tư, nhà thầu thi công, các đơn vị tư vấn phải tăng ca.',
      'Các chủ đầu tư + nhà thầu thi công + các đơn vị tư vấn |  | phải tăng ca.',
    ],
    [
      'Các sở, ngành, cơ quan chủ quản tập trung giải ngân.',
      'Các sở, ngành, cơ quan chủ quản |  | tập trung giải ngân.',
    ],
    [
      'Phối hợp với các lực lượng vũ trang đóng quân tại địa bàn, các doanh nghiệp quân đội gia cố kè.',
      ' | các lực lượng vũ trang đóng quân tại địa bàn + các doanh nghiệp quân đội | gia cố kè.',
    ],
    [
      'Chủ trì, phối hợp với các thành viên trong tiểu ban rà soát bến.',
      ' | các thành viên trong tiểu ban | rà soát bến.',
    ],
    [
      'Để quản lý tốt các dự án đò giang, các Sở, ngành, UBND cấp xã theo chức năng, nhiệm vụ, thẩm quyền quy định triển khai các nội dung sau:',
      'các Sở, ngành + UBND cấp xã |  | triển khai các nội dung sau:',
    ],
    ['Định kỳ hằng tháng các đơn vị báo cáo kết quả.', 'các đơn vị |  | báo cáo kết quả.'],
    ['Hằng quý UBND các xã thống kê số đò.', 'UBND các xã |  | thống kê số đò.'],
  ])
})

describe('what agencies do, and what says which ones are meant', () => {
  reads([
    ['Yêu cầu các đơn vị báo cáo kết quả về Sở Tài chính.', 'các đơn vị |  | báo cáo kết quả về Sở Tài chính.'],
    ['Đề nghị các cơ quan, đơn vị báo cáo kết quả thực hiện.', 'các cơ quan, đơn vị |  | báo cáo kết quả thực hiện.'],
    [
      'Các đơn vị xử lý dứt điểm số bến không phép còn lại.',
      'Các đơn vị |  | xử lý dứt điểm số bến không phép còn lại.',
    ],
    ['Các cơ quan quản lý bến bãi kiểm tra phao.', 'Các cơ quan quản lý bến bãi |  | kiểm tra phao.'],
    ['Giao cơ quan chủ trì báo cáo.', 'cơ quan chủ trì |  | báo cáo.'],
  ])
})

describe('names with several parts', () => {
  reads([
    [
      'Trung tâm Hỗ trợ, tư vấn và cung cấp dịch vụ doanh nghiệp lập danh mục.',
      'Trung tâm Hỗ trợ, tư vấn và cung cấp dịch vụ doanh nghiệp |  | lập danh mục.',
    ],
    [
      'Ban Chỉ đạo phòng, chống thiên tai và tìm kiếm cứu nạn xã rà soát phương án.',
      'Ban Chỉ đạo phòng, chống thiên tai và tìm kiếm cứu nạn xã |  | rà soát phương án.',
    ],
    [
      'Ban Chỉ đạo cải cách hành chính và chuyển đổi số xã họp đánh giá.',
      'Ban Chỉ đạo cải cách hành chính và chuyển đổi số xã |  | họp đánh giá.',
    ],
    [
      'Sở Tài chính, Ban quản lý Khu Kinh tế Bến Mẫu, Ban quản lý Cụm Công nghiệp Sông Mẫu rà soát.',
      'Sở Tài chính + Ban quản lý Khu Kinh tế Bến Mẫu + Ban quản lý Cụm Công nghiệp Sông Mẫu |  | rà soát.',
    ],
    [
      'Đồng chí Phó Trưởng ban xây dựng Đảng - Ủy viên: Chuẩn bị nội dung.',
      'Phó Trưởng ban xây dựng Đảng - Ủy viên |  | Chuẩn bị nội dung.',
    ],
  ])
  splits([
    [
      'Bộ Xây dựng, Bộ Quốc phòng các tỉnh Ninh Mẫu, Hưng Mẫu',
      ['Bộ Xây dựng', 'Bộ Quốc phòng', 'Tỉnh Ninh Mẫu', 'Tỉnh Hưng Mẫu'],
    ],
    ['Bộ Tài chính các bộ, ngành liên quan', ['Bộ Tài chính', 'các bộ, ngành liên quan']],
    ['Sở Y tế các tỉnh Ninh Mẫu, Hưng Mẫu', ['Sở Y tế tỉnh Ninh Mẫu', 'Sở Y tế tỉnh Hưng Mẫu']],
    ['Trưởng các thôn: Đông Mẫu, Tây Mẫu', ['Trưởng thôn Đông Mẫu', 'Trưởng thôn Tây Mẫu']],
    ['Bí thư chi bộ các thôn Đông Mẫu, Tây Mẫu', ['Bí thư chi bộ thôn Đông Mẫu', 'Bí thư chi bộ thôn Tây Mẫu']],
    ['Tổ trưởng các tổ dân phố: 1, 2', ['Tổ trưởng tổ dân phố 1', 'Tổ trưởng tổ dân phố 2']],
  ])
})

describe('names that stand for one another', () => {
  reads([
    ['Các sở, ngành: Tài chính, Nội vụ rà soát biên chế.', 'Sở Tài chính + Sở Nội vụ |  | rà soát biên chế.'],
    ['Các Bộ, ngành: Công an, Quốc phòng tuần tra.', 'Bộ Công an + Bộ Quốc phòng |  | tuần tra.'],
    ['Giám đốc các sở: Tài chính, Nội vụ báo cáo.', 'Giám đốc Sở Tài chính + Giám đốc Sở Nội vụ |  | báo cáo.'],
    [
      'Giao đồng chí Nguyễn Văn Mẫu, Phó Chủ tịch UBND xã chỉ đạo.',
      'đồng chí Nguyễn Văn Mẫu, Phó Chủ tịch UBND xã |  | chỉ đạo.',
    ],
    [
      'Hội đồng phối hợp phổ biến, giáo dục pháp luật xã đôn đốc.',
      'Hội đồng phối hợp phổ biến, giáo dục pháp luật xã |  | đôn đốc.',
    ],
    ['Chủ tịch Hồ Chí Minh sống mãi.', ' |  | Chủ tịch Hồ Chí Minh sống mãi.'],
  ])
})

describe('the confidence of a name', () => {
  const confidenceOf = (text: string): number | undefined => orderOf(passage(text), 0, text.length).lead[0]?.confidence
  it('is high where the grammar closes it', () => {
    for (const text of ['Sở Tài chính tổ chức tập huấn.', 'UBND xã Bến Mẫu tổ chức tập huấn.', 'Sở Y tế: Trực bến.'])
      assert.equal(confidenceOf(text), 0.95, text)
  })
  it('is lower where the verb after it also occurs in names', () => {
    for (const text of ['Chi cục Thủy lợi tổ chức tập huấn.', 'Trung tâm Khuyến nông hỗ trợ nông dân.'])
      assert.equal(confidenceOf(text), 0.85, text)
  })
})

describe('partners without "với"', () => {
  reads([
    [
      'Sở Y tế làm việc cụ thể, thống nhất với Bộ Nội vụ về sổ.',
      'Sở Y tế | Bộ Nội vụ | làm việc cụ thể, thống nhất với Bộ Nội vụ về sổ.',
    ],
    [
      'Sở Y tế rà soát bến, trao đổi với Bộ Nội vụ để lập sổ.',
      'Sở Y tế | Bộ Nội vụ | rà soát bến, trao đổi với Bộ Nội vụ để lập sổ.',
    ],
    ['Sở Y tế lập sổ để trao đổi hàng hóa với bến.', 'Sở Y tế |  | lập sổ để trao đổi hàng hóa với bến.'],
    ['Sở Nội vụ phối hợp Phòng Văn hóa - Xã hội lập sổ.', 'Sở Nội vụ | Phòng Văn hóa - Xã hội | lập sổ.'],
    [
      'Sở Y tế rà soát bến, chủ động phối hợp Bộ Nội vụ khen thưởng.',
      'Sở Y tế | Bộ Nội vụ | rà soát bến, chủ động phối hợp Bộ Nội vụ khen thưởng.',
    ],
    [
      'Sở Y tế trực bến, phối hợp Trạm Y tế các xã tập huấn.',
      'Sở Y tế | Trạm Y tế các xã | trực bến, phối hợp Trạm Y tế các xã tập huấn.',
    ],
    ['Phối hợp phòng, chống dịch bệnh.', ' |  | Phối hợp phòng, chống dịch bệnh.'],
  ])
})

describe('a group is named by what it lives by, has or was given', () => {
  reads([
    [
      'Các hộ nuôi cá trên sông, hồ có trách nhiệm neo đậu lồng bè.',
      'Các hộ nuôi cá trên sông, hồ |  | có trách nhiệm neo đậu lồng bè.',
    ],
    [
      'Các tổ chức, cá nhân được cấp phép thăm dò, khai thác cát có trách nhiệm cắm mốc.',
      'Các tổ chức, cá nhân được cấp phép thăm dò, khai thác cát |  | có trách nhiệm cắm mốc.',
    ],
    [
      'Doanh nghiệp kinh doanh vận tải hành khách có trách nhiệm niêm yết giá vé.',
      'Doanh nghiệp kinh doanh vận tải hành khách |  | có trách nhiệm niêm yết giá vé.',
    ],
    [
      'Ủy ban nhân dân các xã có nông sản xuất khẩu qua cửa khẩu thường xuyên cập nhật giá.',
      'Ủy ban nhân dân các xã có nông sản xuất khẩu qua cửa khẩu |  | thường xuyên cập nhật giá.',
    ],
    [
      'Các cơ sở y tế được giao nhiệm vụ điều trị khẩn trương chuẩn bị thuốc.',
      'Các cơ sở y tế được giao nhiệm vụ điều trị |  | khẩn trương chuẩn bị thuốc.',
    ],
    [
      'Phối hợp với các hợp tác xã thuộc phạm vi quản lý xây dựng phương án.',
      ' | các hợp tác xã thuộc phạm vi quản lý | xây dựng phương án.',
    ],
    [
      'Phối hợp với chính quyền các xã tại khu vực giáp ranh tổ chức kiểm tra.',
      ' | chính quyền các xã tại khu vực giáp ranh | tổ chức kiểm tra.',
    ],
    [
      'Ban Quản lý các khu chế xuất và công nghiệp Bến Mẫu chỉ đạo rà soát.',
      'Ban Quản lý các khu chế xuất và công nghiệp Bến Mẫu |  | chỉ đạo rà soát.',
    ],
  ])
})

describe('what a group must do is no part of its name', () => {
  reads([
    ['Các xã xây dựng kế hoạch, có trách nhiệm báo cáo.', 'Các xã |  | xây dựng kế hoạch, có trách nhiệm báo cáo.'],
    ['Các đơn vị bố trí cán bộ có trách nhiệm theo dõi.', 'Các đơn vị |  | bố trí cán bộ có trách nhiệm theo dõi.'],
    ['Các hộ dân trồng cây che bóng mát.', 'Các hộ dân |  | trồng cây che bóng mát.'],
    ['Các địa phương có biển khai thác tốt tiềm năng.', 'Các địa phương có biển |  | khai thác tốt tiềm năng.'],
    ['Thủ trưởng các đơn vị triển khai thực hiện nghiêm.', 'Thủ trưởng các đơn vị |  | triển khai thực hiện nghiêm.'],
  ])
})

describe('partners named without "với"', () => {
  reads([
    [
      'Phối hợp chính quyền địa phương, Mặt trận cơ sở và các đoàn thể giám sát việc cấp gạo.',
      ' | chính quyền địa phương + Mặt trận cơ sở + các đoàn thể | giám sát việc cấp gạo.',
    ],
    [
      'Phối hợp các cơ quan báo chí và hệ thống truyền thanh cơ sở thông tin kịp thời về lũ.',
      ' | các cơ quan báo chí + hệ thống truyền thanh cơ sở | thông tin kịp thời về lũ.',
    ],
    [
      'Sở Văn hóa chủ trì, phối hợp Báo và Phát thanh, Truyền hình Bến Mẫu mở chuyên mục.',
      'Sở Văn hóa | Báo và Phát thanh, Truyền hình Bến Mẫu | mở chuyên mục.',
    ],
    ['Trạm Y tế phối hợp trường học, các thôn tổ chức khám.', 'Trạm Y tế | trường học + các thôn | tổ chức khám.'],
    [
      'Giao đ/c Trưởng Công an xã chủ trì, phối hợp với đ/c Chỉ huy trưởng Ban CHQS xã tuần tra.',
      'Trưởng Công an xã | Chỉ huy trưởng Ban CHQS xã | tuần tra.',
    ],
    [
      'Chỉ đạo lực lượng hải quan phối hợp với các đơn vị liên quan kiểm tra.',
      ' |  | Chỉ đạo lực lượng hải quan phối hợp với các đơn vị liên quan kiểm tra.',
    ],
  ])
})

describe('lists of posts, press and groups', () => {
  splits([
    [
      'Giám đốc, Thủ trưởng các sở, ban ngành; Chủ tịch UBND các xã',
      ['Giám đốc, Thủ trưởng các sở, ban ngành', 'Chủ tịch UBND các xã'],
    ],
    ['Giám đốc Sở, Thủ trưởng cơ quan, ban, ngành', ['Giám đốc Sở', 'Thủ trưởng cơ quan, ban, ngành']],
    ['Bí thư Đảng ủy, Chủ tịch UBND xã', ['Bí thư Đảng ủy', 'Chủ tịch UBND xã']],
    ['đ/c Trưởng ban Kinh tế, đ/c Phó Chủ tịch HĐND xã', ['Trưởng ban Kinh tế', 'Phó Chủ tịch HĐND xã']],
    [
      'Các Phó Chủ tịch phụ trách lĩnh vực Dân tộc, Tôn giáo và các Hội quần chúng',
      ['Các Phó Chủ tịch phụ trách lĩnh vực Dân tộc, Tôn giáo và các Hội quần chúng'],
    ],
    [
      'UBND phường, xã, báo, đài và các đơn vị có liên quan',
      ['UBND phường, xã', 'báo, đài', 'các đơn vị có liên quan'],
    ],
    [
      'các tổ chức chính trị - xã hội, tổ chức thành viên của Mặt trận',
      ['các tổ chức chính trị - xã hội', 'tổ chức thành viên của Mặt trận'],
    ],
    ['Doanh nghiệp, cộng đồng, tổ chức, cá nhân', ['Doanh nghiệp, cộng đồng, tổ chức, cá nhân']],
    ['Các ban xây dựng đảng Tỉnh ủy, Văn phòng Tỉnh ủy', ['Các ban xây dựng đảng Tỉnh ủy', 'Văn phòng Tỉnh ủy']],
    [
      'Liên đoàn Lao động tỉnh, Tỉnh đoàn, Hội Nông dân tỉnh',
      ['Liên đoàn Lao động tỉnh', 'Tỉnh đoàn', 'Hội Nông dân tỉnh'],
    ],
    ['Ở Trung ương: Bộ Nội vụ; ở địa phương: Ủy ban nhân dân cấp tỉnh', ['Bộ Nội vụ', 'Ủy ban nhân dân cấp tỉnh']],
    ['Các phòng, ban, xí nghiệp trực thuộc Công ty', ['Các phòng, ban, xí nghiệp trực thuộc Công ty']],
    [
      'Các Tập đoàn, Tổng Công ty nhà nước, doanh nghiệp xuất khẩu',
      ['Các Tập đoàn, Tổng Công ty nhà nước, doanh nghiệp xuất khẩu'],
    ],
  ])
})
