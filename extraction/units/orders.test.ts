import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { passageOf } from '../language/passage.ts'
import { orderOf } from './orders.ts'
import { partiesOf } from './parties.ts'

const passage = (text: string): ReturnType<typeof passageOf> => passageOf(text, [{ start: 0, end: text.length }])

interface Want {
  lead?: string[]
  coordinating?: string[]
  action?: string
}

function holds(cases: readonly [string, Want][]): void {
  for (const [text, want] of cases) {
    it(`"${text}"`, () => {
      const order = orderOf(passage(text), 0, text.length)
      const names = (parties: readonly { name: string }[]): string[] => parties.map(({ name }) => name)
      if (want.lead) assert.deepEqual(names(order.lead), want.lead)
      if (want.coordinating) assert.deepEqual(names(order.coordinating), want.coordinating)
      if (want.action !== undefined) assert.equal(text.slice(order.actionFrom), want.action)
    })
  }
}

describe('the unit after a topic, a condition or what the authority agrees to', () => {
  holds([
    [
      'Về việc mở rộng bến: Ủy ban nhân dân xã Bản Vược xử lý dứt điểm trong tháng 5 năm 2026.',
      { lead: ['Ủy ban nhân dân xã Bản Vược'], coordinating: [], action: 'xử lý dứt điểm trong tháng 5 năm 2026.' },
    ],
    [
      'Về thủ tục cấp phép: Giao Sở Xây dựng hướng dẫn chủ bến.',
      { lead: ['Sở Xây dựng'], coordinating: [], action: 'hướng dẫn chủ bến.' },
    ],
    [
      'Đối với hai bến cũ, giao UBND phường Lào Cai tìm kiếm nhà thầu tháo dỡ.',
      { lead: ['UBND phường Lào Cai'], coordinating: [], action: 'tìm kiếm nhà thầu tháo dỡ.' },
    ],
    [
      'Nhất trí chủ trương dời bến; giao Ủy ban nhân dân phường Cam Đường chủ trì, phối hợp với các cơ quan liên quan lập phương án dời bến trong tháng 9 năm 2026.',
      {
        lead: ['Ủy ban nhân dân phường Cam Đường'],
        coordinating: ['các cơ quan liên quan'],
        action: 'lập phương án dời bến trong tháng 9 năm 2026.',
      },
    ],
    [
      'Khi có biên bản nghiệm thu giao Sở Y tế chủ trì cùng với các xã lập sổ theo dõi.',
      { lead: ['Sở Y tế'], coordinating: ['các xã'], action: 'lập sổ theo dõi.' },
    ],
    [
      'Đo đạc bến bãi: Ủy ban nhân dân xã chủ động và phối hợp với Sở Xây dựng đo đạc.',
      { lead: ['Ủy ban nhân dân xã'], coordinating: ['Sở Xây dựng'] },
    ],
    [
      'Giao UBND các phường: Yên Mẫu, Văn Mẫu rà soát bến đò.',
      { lead: ['UBND phường Yên Mẫu', 'UBND phường Văn Mẫu'], coordinating: [], action: 'rà soát bến đò.' },
    ],
    [
      'Cơ bản thống nhất với đề xuất của Sở Tài chính, giao Sở Y tế mua phao.',
      { lead: ['Sở Y tế'], coordinating: [], action: 'mua phao.' },
    ],
    [
      'Về kinh phí dời bến: đề nghị Sở Tài chính cân đối ngân sách.',
      { lead: ['Sở Tài chính'], coordinating: [], action: 'cân đối ngân sách.' },
    ],
    [
      'Đồng ý cho nạo vét lòng sông; yêu cầu Ban Quản lý bến thủy hoàn thành trước 30/6.',
      { lead: ['Ban Quản lý bến thủy'], coordinating: [], action: 'hoàn thành trước 30/6.' },
    ],
    [
      'Đối với các bến tạm: UBND xã Bến Mẫu giải tỏa trước ngày 15/5/2026.',
      { lead: ['UBND xã Bến Mẫu'], coordinating: [], action: 'giải tỏa trước ngày 15/5/2026.' },
    ],
    ['Tham mưu UBND tỉnh giao các sở thực hiện phương án.', { lead: [], coordinating: [] }],
    ['Các chỉ tiêu Chính phủ giao Bộ Xây dựng thực hiện được công khai.', { lead: [], coordinating: [] }],
  ])
})

describe('words of capacity between the unit and its action', () => {
  holds([
    [
      'Các sở liên quan theo chức năng nhiệm vụ được giao nghiên cứu kỹ kiến nghị, trả lời bằng văn bản.',
      { lead: ['Các sở liên quan'], coordinating: [], action: 'nghiên cứu kỹ kiến nghị, trả lời bằng văn bản.' },
    ],
    [
      'Các xã, phường là đầu mối thu thập số liệu bến đò và cập nhật vào sổ.',
      { lead: ['Các xã, phường'], coordinating: [] },
    ],
    [
      'Sở, ban, ngành thuộc Ủy ban nhân dân Thành phố có trách nhiệm rà soát bến.',
      { lead: ['Sở, ban, ngành thuộc Ủy ban nhân dân Thành phố'], coordinating: [] },
    ],
    [
      'UBND các xã căn cứ tình hình thực tế, xây dựng kế hoạch trực bến.',
      { lead: ['UBND các xã'], coordinating: [], action: 'xây dựng kế hoạch trực bến.' },
    ],
    [
      'Sở Y tế trong phạm vi chức năng, nhiệm vụ, quyền hạn của mình hướng dẫn trạm y tế.',
      { lead: ['Sở Y tế'], coordinating: [], action: 'hướng dẫn trạm y tế.' },
    ],
    [
      'Công an tỉnh, theo thẩm quyền, xử lý nghiêm vi phạm.',
      { lead: ['Công an tỉnh'], coordinating: [], action: 'xử lý nghiêm vi phạm.' },
    ],
    [
      'Sở Nội vụ là cơ quan đầu mối, chủ trì, phối hợp với Sở Tài chính tổng hợp báo cáo.',
      { lead: ['Sở Nội vụ'], coordinating: ['Sở Tài chính'], action: 'tổng hợp báo cáo.' },
    ],
    [
      'Các đơn vị theo chức năng, nhiệm vụ chủ trì, phối hợp với Sở Y tế trực bến.',
      { lead: ['Các đơn vị'], coordinating: ['Sở Y tế'], action: 'trực bến.' },
    ],
  ])
})

describe('partners after another verb', () => {
  holds([
    [
      'Ủy ban nhân dân các xã chủ động và phối hợp với Sở Xây dựng trong công tác kiểm tra bến đò.',
      { lead: ['Ủy ban nhân dân các xã'], coordinating: ['Sở Xây dựng'] },
    ],
    [
      'Sở Y tế chủ trì hướng dẫn chuyên môn, phối hợp với Sở Nội vụ tổ chức tập huấn cứu đuối.',
      {
        lead: ['Sở Y tế'],
        coordinating: ['Sở Nội vụ'],
        action: 'hướng dẫn chuyên môn, phối hợp với Sở Nội vụ tổ chức tập huấn cứu đuối.',
      },
    ],
    [
      'Công an tỉnh là đầu mối theo dõi và phối hợp với các chủ bến lập danh sách người lái đò.',
      { lead: ['Công an tỉnh'], coordinating: ['các chủ bến'] },
    ],
    [
      'Sở Y tế phối hợp với Sở Nội vụ trực bến; phối hợp với Công an tỉnh tuần tra.',
      { lead: ['Sở Y tế'], coordinating: ['Sở Nội vụ', 'Công an tỉnh'] },
    ],
    ['Sở Y tế chỉ đạo các bệnh viện phối hợp với Công an xã trực bến.', { lead: ['Sở Y tế'], coordinating: [] }],
    ['Sở Y tế xây dựng quy chế phối hợp với Công an tỉnh.', { lead: ['Sở Y tế'], coordinating: [] }],
    [
      'Hội Nông dân tỉnh vận động hội viên mặc áo phao, thường xuyên phối hợp với các trường tập huấn cho trẻ.',
      { lead: ['Hội Nông dân tỉnh'], coordinating: ['các trường'] },
    ],
    [
      'Ban Quản lý bến thủy tăng cường phối hợp với Chi cục Kiểm lâm tuần tra.',
      { lead: ['Ban Quản lý bến thủy'], coordinating: ['Chi cục Kiểm lâm'] },
    ],
  ])
})

describe('lists of partners', () => {
  holds([
    [
      'Sở Tư pháp thường xuyên phối hợp với chính quyền xã, các cơ quan chức năng và cộng đồng dân cư phổ biến luật.',
      {
        lead: ['Sở Tư pháp'],
        coordinating: ['chính quyền xã', 'các cơ quan chức năng', 'cộng đồng dân cư'],
        action: 'phổ biến luật.',
      },
    ],
    [
      'Sở Nội vụ phối hợp chặt chẽ với các bộ, cơ quan Trung ương dựng phao.',
      { lead: ['Sở Nội vụ'], coordinating: ['các bộ, cơ quan Trung ương'], action: 'dựng phao.' },
    ],
    [
      'Trên cơ sở chức năng nhiệm vụ, chủ trì, phối hợp với các cơ quan, đơn vị có liên quan bố trí kinh phí.',
      { lead: [], coordinating: ['các cơ quan, đơn vị có liên quan'], action: 'bố trí kinh phí.' },
    ],
    [
      'Sở Y tế phối hợp với Sở Nội vụ, cơ quan, tổ chức khác có liên quan rà soát bến.',
      { lead: ['Sở Y tế'], coordinating: ['Sở Nội vụ', 'cơ quan, tổ chức khác có liên quan'], action: 'rà soát bến.' },
    ],
    [
      'Sở Y tế phối hợp với các xã, nhất là các xã ven sông, trực bến.',
      { lead: ['Sở Y tế'], coordinating: ['các xã'] },
    ],
    [
      'Bộ Xây dựng phối hợp với các cơ quan của Đảng, các đoàn thể và nhân dân tuần tra.',
      { lead: ['Bộ Xây dựng'], action: 'tuần tra.' },
    ],
  ])
})

describe('the units of a request', () => {
  holds([
    [
      'Yêu cầu đảng bộ, chi bộ, mặt trận, hội quần chúng các thôn tập trung thực hiện các việc sau:',
      { lead: ['đảng bộ, chi bộ, mặt trận, hội quần chúng các thôn'], coordinating: [] },
    ],
    [
      'Chủ tịch Ủy ban nhân dân tỉnh yêu cầu lãnh đạo các sở, ban, ngành, Chủ tịch Ủy ban nhân dân các xã, phường thực hiện các nội dung sau đây:',
      { lead: ['lãnh đạo các sở, ban, ngành', 'Chủ tịch Ủy ban nhân dân các xã, phường'], coordinating: [] },
    ],
    [
      'Đề nghị Thường trực Đảng ủy, Chủ tịch Hội đồng nhân dân xã và trưởng các thôn thực hiện:',
      { lead: ['Thường trực Đảng ủy', 'Chủ tịch Hội đồng nhân dân xã', 'trưởng các thôn'], coordinating: [] },
    ],
    [
      'Giám đốc Sở yêu cầu trưởng các phòng, thủ trưởng các đơn vị trực thuộc triển khai các việc sau:',
      { lead: ['trưởng các phòng', 'thủ trưởng các đơn vị trực thuộc'], coordinating: [] },
    ],
  ])
})

describe('a plural before its action', () => {
  holds([
    ['Các đơn vị tổ chức trực ban.', { lead: ['Các đơn vị'], coordinating: [], action: 'tổ chức trực ban.' }],
    [
      'Giữ vững trật tự bến đò; bảo đảm an toàn.',
      { lead: [], coordinating: [], action: 'Giữ vững trật tự bến đò; bảo đảm an toàn.' },
    ],
    [
      'Các đơn vị quản lý bến thủy rà soát phao.',
      { lead: ['Các đơn vị quản lý bến thủy'], coordinating: [], action: 'rà soát phao.' },
    ],
    [
      'Các cơ quan báo chí tổ chức tuyên truyền.',
      { lead: ['Các cơ quan báo chí'], coordinating: [], action: 'tổ chức tuyên truyền.' },
    ],
    [
      'Các địa phương xây dựng phương án trực.',
      { lead: ['Các địa phương'], coordinating: [], action: 'xây dựng phương án trực.' },
    ],
  ])
})

describe('a heading that is a name', () => {
  holds([
    [
      'Trách nhiệm của các hộ kinh doanh, hợp tác xã làm dịch vụ liên quan đến bến đò',
      { lead: ['các hộ kinh doanh, hợp tác xã làm dịch vụ liên quan đến bến đò'], coordinating: [] },
    ],
    ['Cục Kinh tế - Quản lý đầu tư bến bãi', { lead: ['Cục Kinh tế - Quản lý đầu tư bến bãi'], coordinating: [] }],
    ['Các Sở Xây dựng nêu trên', { lead: ['Các Sở Xây dựng nêu trên'], coordinating: [] }],
    ['UBND các xã nói trên:', { lead: ['UBND các xã nói trên'], coordinating: [] }],
    [
      'Nhiệm vụ của chủ bến, người lái đò thuê theo mùa:',
      { lead: ['chủ bến, người lái đò thuê theo mùa'], coordinating: [] },
    ],
    ['Đối với UBND các xã ven sông:', { lead: ['UBND các xã ven sông'], coordinating: [] }],
  ])
})

describe('a list of agencies with what they do', () => {
  const cases: [string, string[]][] = [
    [
      'Sở Xây dựng chủ trì lập danh sách bờ kè; Sở Y tế và các sở, ngành trong phạm vi nhiệm vụ của mình tổ chức phát quang.',
      ['Sở Xây dựng', 'Sở Y tế', 'các sở, ngành'],
    ],
    [
      'Sở Nội vụ chủ trì tham mưu Ủy ban nhân dân Thành phố ban hành Kế hoạch; Sở Tư pháp, các sở, ban, ngành Thành phố, cơ quan thông tấn báo chí, Ủy ban nhân dân xã, phường, đặc khu chủ động tổ chức triển khai Luật thuộc phạm vi, chức năng, nhiệm vụ của cơ quan, đơn vị và địa phương.',
      [
        'Sở Nội vụ',
        'Sở Tư pháp',
        'các sở, ban, ngành Thành phố',
        'cơ quan thông tấn báo chí',
        'Ủy ban nhân dân xã, phường, đặc khu',
      ],
    ],
    ['Sở Tài chính rà soát định mức; Sở Y tế tiến hành mua sắm', ['Sở Tài chính', 'Sở Y tế']],
    ['Phòng Hạ tầng (chủ trì), Văn phòng Sở', ['Phòng Hạ tầng', 'Văn phòng Sở']],
    [
      'Các sở, ban, ngành theo chức năng, nhiệm vụ được giao',
      ['Các sở, ban, ngành theo chức năng, nhiệm vụ được giao'],
    ],
    ['các cơ quan, đơn vị liên quan trong tỉnh', ['các cơ quan, đơn vị liên quan trong tỉnh']],
    ['UBND các phường: Yên Mẫu, Văn Mẫu; Sở Y tế', ['UBND phường Yên Mẫu', 'UBND phường Văn Mẫu', 'Sở Y tế']],
    [
      'UBND phường Yên Mẫu, phường Văn Mẫu, xã Bến Mẫu',
      ['UBND phường Yên Mẫu', 'UBND phường Văn Mẫu', 'UBND xã Bến Mẫu'],
    ],
    ['các bộ, cơ quan Trung ương và Hội Nông dân Việt Nam', ['các bộ, cơ quan Trung ương', 'Hội Nông dân Việt Nam']],
    ['UBND các xã, phường, đặc khu', ['UBND các xã, phường, đặc khu']],
    ['Ủy ban nhân dân các xã: A Mẫu, B Mẫu', ['Ủy ban nhân dân xã A Mẫu', 'Ủy ban nhân dân xã B Mẫu']],
  ]
  for (const [text, want] of cases) {
    it(`"${text}"`, () => {
      assert.deepEqual(
        partiesOf(passage(text), 0, text.length, 'lead').map(({ name }) => name),
        want,
      )
    })
  }
})

describe('bodies of all branches', () => {
  holds([
    [
      'Công an tỉnh phối hợp với Bộ Chỉ huy quân sự tỉnh, Bộ Chỉ huy Bộ đội Biên phòng tỉnh tuần tra biên giới.',
      { lead: ['Công an tỉnh'], coordinating: ['Bộ Chỉ huy quân sự tỉnh', 'Bộ Chỉ huy Bộ đội Biên phòng tỉnh'] },
    ],
    [
      'Đề nghị Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội vận động Nhân dân hiến đất.',
      {
        lead: ['Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'các tổ chức chính trị - xã hội'],
        coordinating: [],
      },
    ],
    [
      'Ban Tuyên giáo và Dân vận Tỉnh ủy chủ trì, phối hợp với Đảng ủy UBND tỉnh, Báo và Phát thanh, Truyền hình tỉnh định hướng tuyên truyền.',
      {
        lead: ['Ban Tuyên giáo và Dân vận Tỉnh ủy'],
        coordinating: ['Đảng ủy UBND tỉnh', 'Báo và Phát thanh, Truyền hình tỉnh'],
      },
    ],
    [
      'Thường trực HĐND tỉnh, các Ban HĐND tỉnh và đại biểu HĐND tỉnh giám sát việc thực hiện.',
      { lead: ['Thường trực HĐND tỉnh', 'các Ban HĐND tỉnh', 'đại biểu HĐND tỉnh'], coordinating: [] },
    ],
    [
      'Tòa án nhân dân tỉnh, Viện kiểm sát nhân dân tỉnh đẩy nhanh tiến độ xét xử.',
      { lead: ['Tòa án nhân dân tỉnh', 'Viện kiểm sát nhân dân tỉnh'], coordinating: [] },
    ],
    [
      'Trưởng Ban Quản lý Khu kinh tế, Giám đốc các sở, Thủ trưởng các cơ quan, đơn vị trực thuộc UBND tỉnh và Chủ tịch UBND các xã, phường chịu trách nhiệm thi hành.',
      {
        lead: [
          'Trưởng Ban Quản lý Khu kinh tế',
          'Giám đốc các sở',
          'Thủ trưởng các cơ quan, đơn vị trực thuộc UBND tỉnh',
          'Chủ tịch UBND các xã, phường',
        ],
        coordinating: [],
      },
    ],
    [
      'Các doanh nghiệp viễn thông xây dựng phương án bảo đảm thông tin liên lạc.',
      { lead: ['Các doanh nghiệp viễn thông'], coordinating: [] },
    ],
    ['Các chủ đầu tư đẩy nhanh tiến độ giải ngân.', { lead: ['Các chủ đầu tư'], coordinating: [] }],
    ['Ban Giám hiệu các trường tổ chức dạy bơi.', { lead: ['Ban Giám hiệu các trường'], coordinating: [] }],
    [
      'Hiệu trưởng các trường THCS trên địa bàn rà soát cơ sở vật chất.',
      { lead: ['Hiệu trưởng các trường THCS trên địa bàn'], coordinating: [] },
    ],
    [
      'Trạm Y tế xã chủ trì, phối hợp với Hội Liên hiệp Phụ nữ xã, Đoàn Thanh niên xã, các trường học tổ chức chiến dịch.',
      { lead: ['Trạm Y tế xã'], coordinating: ['Hội Liên hiệp Phụ nữ xã', 'Đoàn Thanh niên xã', 'các trường học'] },
    ],
    [
      'Phòng Văn hóa - Xã hội tham mưu UBND xã ban hành kế hoạch.',
      { lead: ['Phòng Văn hóa - Xã hội'], coordinating: [] },
    ],
    ['Văn phòng HĐND và UBND xã theo dõi, đôn đốc.', { lead: ['Văn phòng HĐND và UBND xã'], coordinating: [] }],
    [
      'Bí thư Chi bộ, Trưởng các thôn, bản vận động bà con.',
      { lead: ['Bí thư Chi bộ', 'Trưởng các thôn, bản'], coordinating: [] },
    ],
    [
      'Trưởng thôn Nà Mẫu và các hộ dân dọn dẹp bờ kè.',
      { lead: ['Trưởng thôn Nà Mẫu', 'các hộ dân'], coordinating: [] },
    ],
    [
      'Sở Nông nghiệp và Môi trường chủ trì, phối hợp các sở, ngành, địa phương liên quan kiểm tra.',
      { lead: ['Sở Nông nghiệp và Môi trường'], coordinating: ['các sở, ngành, địa phương liên quan'] },
    ],
    [
      'Bộ Nông nghiệp và Môi trường chỉ đạo Cục Thủy lợi, các công ty khai thác công trình thủy lợi vận hành hồ chứa.',
      { lead: ['Bộ Nông nghiệp và Môi trường'], coordinating: [] },
    ],
    [
      'UBND các tỉnh, thành phố từ Thanh Hóa đến Quảng Ngãi chủ động sơ tán dân.',
      { lead: ['UBND các tỉnh, thành phố từ Thanh Hóa đến Quảng Ngãi'], coordinating: [] },
    ],
    [
      'Ủy ban nhân dân các tỉnh ven biển từ Quảng Ninh đến Lâm Đồng rà soát tàu thuyền.',
      { lead: ['Ủy ban nhân dân các tỉnh ven biển từ Quảng Ninh đến Lâm Đồng'], coordinating: [] },
    ],
    [
      'Bộ trưởng các Bộ: Quốc phòng, Công an, Xây dựng và Chủ tịch Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương tập trung chỉ đạo.',
      {
        lead: [
          'Bộ trưởng Bộ Quốc phòng',
          'Bộ trưởng Bộ Công an',
          'Bộ trưởng Bộ Xây dựng',
          'Chủ tịch Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương',
        ],
        coordinating: [],
      },
    ],
    ['Thanh tra tỉnh kiểm tra trách nhiệm người đứng đầu.', { lead: ['Thanh tra tỉnh'], coordinating: [] }],
    ['Chi cục Thuế khu vực VII hướng dẫn người nộp thuế.', { lead: ['Chi cục Thuế khu vực VII'], coordinating: [] }],
    [
      'Thuế tỉnh Mẫu phối hợp với Kho bạc Nhà nước khu vực VIII đối chiếu số thu.',
      { lead: ['Thuế tỉnh Mẫu'], coordinating: ['Kho bạc Nhà nước khu vực VIII'] },
    ],
    [
      'Ngân hàng Nhà nước Chi nhánh Khu vực 3 chỉ đạo các tổ chức tín dụng cho vay.',
      { lead: ['Ngân hàng Nhà nước Chi nhánh Khu vực 3'], coordinating: [] },
    ],
    ['Bảo hiểm xã hội tỉnh rà soát đối tượng.', { lead: ['Bảo hiểm xã hội tỉnh'], coordinating: [] }],
    [
      'Trung tâm Phục vụ hành chính công tỉnh công khai thủ tục.',
      { lead: ['Trung tâm Phục vụ hành chính công tỉnh'], coordinating: [] },
    ],
    [
      'Tổ công nghệ số cộng đồng các thôn hướng dẫn người dân cài đặt ứng dụng.',
      { lead: ['Tổ công nghệ số cộng đồng các thôn'], coordinating: [] },
    ],
    [
      'Ban Chấp hành Đảng bộ xã, các chi bộ trực thuộc lãnh đạo thực hiện.',
      { lead: ['Ban Chấp hành Đảng bộ xã', 'các chi bộ trực thuộc'], coordinating: [] },
    ],
    [
      'Các sở, ban, ngành cấp tỉnh và UBND cấp xã căn cứ Kế hoạch này xây dựng kế hoạch của đơn vị mình.',
      { lead: ['Các sở, ban, ngành cấp tỉnh', 'UBND cấp xã'], coordinating: [] },
    ],
    [
      'Yêu cầu các cơ quan, đơn vị, địa phương nghiêm túc triển khai.',
      { lead: ['các cơ quan, đơn vị, địa phương'], coordinating: [] },
    ],
    [
      'Vụ Kết cấu hạ tầng và Xây dựng chủ trì, phối hợp với Cục Kinh tế - Quản lý đầu tư xây dựng, Cục Đường bộ Việt Nam tham mưu Lãnh đạo Bộ.',
      {
        lead: ['Vụ Kết cấu hạ tầng và Xây dựng'],
        coordinating: ['Cục Kinh tế - Quản lý đầu tư xây dựng', 'Cục Đường bộ Việt Nam'],
      },
    ],
    [
      'Các Cục: Đường bộ Việt Nam, Hàng hải và Đường thủy Việt Nam, Hàng không Việt Nam trực ban 24/24.',
      {
        lead: ['Cục Đường bộ Việt Nam', 'Cục Hàng hải và Đường thủy Việt Nam', 'Cục Hàng không Việt Nam'],
        coordinating: [],
      },
    ],
    ['Các Ban Quản lý dự án chỉ đạo nhà thầu thi công.', { lead: ['Các Ban Quản lý dự án'], coordinating: [] }],
    [
      'Ban Quản lý dự án Thăng Mẫu chỉ đạo nhà thầu gia cố.',
      { lead: ['Ban Quản lý dự án Thăng Mẫu'], coordinating: [] },
    ],
    ['Đài Khí tượng Thủy văn tỉnh thông tin kịp thời.', { lead: ['Đài Khí tượng Thủy văn tỉnh'], coordinating: [] }],
    [
      'Đài Truyền hình Việt Nam, Đài Tiếng nói Việt Nam, Thông tấn xã Việt Nam và các cơ quan thông tấn, báo chí tăng thời lượng đưa tin.',
      {
        lead: [
          'Đài Truyền hình Việt Nam',
          'Đài Tiếng nói Việt Nam',
          'Thông tấn xã Việt Nam',
          'các cơ quan thông tấn, báo chí',
        ],
        coordinating: [],
      },
    ],
    [
      'Học viện Chính trị quốc gia Hồ Chí Minh nghiên cứu đổi mới chương trình.',
      { lead: ['Học viện Chính trị quốc gia Hồ Chí Minh'], coordinating: [] },
    ],
    ['Giao cho Sở Nội vụ làm đầu mối tổng hợp.', { lead: ['Sở Nội vụ'], coordinating: [] }],
    [
      'Giao Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện Thông báo này.',
      { lead: ['Văn phòng UBND tỉnh'], coordinating: [] },
    ],
    [
      'Sở Tài chính khẩn trương phối hợp với Sở Xây dựng và các đơn vị có liên quan thẩm định.',
      { lead: ['Sở Tài chính'], coordinating: ['Sở Xây dựng', 'các đơn vị có liên quan'] },
    ],
    [
      'Sở Công Thương kịp thời tham mưu; phối hợp cùng Công an tỉnh xử lý hàng giả.',
      { lead: ['Sở Công Thương'], coordinating: ['Công an tỉnh'] },
    ],
    [
      'UBND xã Mường Mẫu, UBND xã Bản Mẫu đấu giá đất.',
      { lead: ['UBND xã Mường Mẫu', 'UBND xã Bản Mẫu'], coordinating: [] },
    ],
    [
      'UBND các xã: Mường Mẫu, Bản Mẫu, Nậm Mẫu đấu giá đất.',
      { lead: ['UBND xã Mường Mẫu', 'UBND xã Bản Mẫu', 'UBND xã Nậm Mẫu'], coordinating: [] },
    ],
    [
      'UBND các xã Mường Mẫu, Bản Mẫu và phường Sa Mẫu vận động dân.',
      { lead: ['UBND xã Mường Mẫu', 'UBND xã Bản Mẫu', 'UBND phường Sa Mẫu'], coordinating: [] },
    ],
    [
      'Chủ tịch UBND các xã, phường có đường sắt đi qua giải tỏa hành lang.',
      { lead: ['Chủ tịch UBND các xã, phường có đường sắt đi qua'], coordinating: [] },
    ],
    ['Các địa phương có biên giới tăng cường tuần tra.', { lead: ['Các địa phương có biên giới'], coordinating: [] }],
    [
      'Lực lượng Cảnh sát giao thông tuần tra, kiểm soát.',
      { lead: ['Lực lượng Cảnh sát giao thông'], coordinating: [] },
    ],
    [
      'Tiểu ban Tuyên truyền chủ trì, phối hợp với Tiểu ban An ninh trật tự và y tế bố trí lực lượng.',
      { lead: ['Tiểu ban Tuyên truyền'], coordinating: ['Tiểu ban An ninh trật tự và y tế'] },
    ],
    ['Ủy ban bầu cử xã niêm yết danh sách cử tri.', { lead: ['Ủy ban bầu cử xã'], coordinating: [] }],
    ['Tổ bầu cử số 3 kiểm tra hòm phiếu.', { lead: ['Tổ bầu cử số 3'], coordinating: [] }],
    [
      'Ban Thường trực Ủy ban MTTQ Việt Nam xã tổ chức hội nghị hiệp thương.',
      { lead: ['Ban Thường trực Ủy ban MTTQ Việt Nam xã'], coordinating: [] },
    ],
    ['Liên đoàn Lao động tỉnh vận động đoàn viên.', { lead: ['Liên đoàn Lao động tỉnh'], coordinating: [] }],
    [
      'Hội đồng nghĩa vụ quân sự xã gọi công dân nhập ngũ.',
      { lead: ['Hội đồng nghĩa vụ quân sự xã'], coordinating: [] },
    ],
    [
      'Ban Chỉ đạo chuyển đổi số xã đánh giá mức độ hoàn thành.',
      { lead: ['Ban Chỉ đạo chuyển đổi số xã'], coordinating: [] },
    ],
    [
      'Bộ Khoa học và Công nghệ chủ trì, phối hợp với các doanh nghiệp viễn thông phủ sóng 5G.',
      { lead: ['Bộ Khoa học và Công nghệ'], coordinating: ['các doanh nghiệp viễn thông'] },
    ],
    [
      'Sở Y tế; Sở Giáo dục và Đào tạo; UBND các xã, phường chỉ đạo các cơ sở trực thuộc.',
      { lead: ['Sở Y tế', 'Sở Giáo dục và Đào tạo', 'UBND các xã, phường'], coordinating: [] },
    ],
    [
      'Cơ quan Cảnh sát điều tra Công an tỉnh xác minh đơn.',
      { lead: ['Cơ quan Cảnh sát điều tra Công an tỉnh'], coordinating: [] },
    ],
    [
      'Phòng Cảnh sát giao thông phối hợp với Đội Cảnh sát giao thông số 2 phân luồng.',
      { lead: ['Phòng Cảnh sát giao thông'], coordinating: ['Đội Cảnh sát giao thông số 2'] },
    ],
  ])
})

describe('a verb at the start is no agency', () => {
  holds([
    ['Lãnh đạo, chỉ đạo quyết liệt công tác cải cách hành chính.', { lead: [] }],
    ['Lãnh đạo thực hiện tốt công tác trực bến.', { lead: [] }],
    ['Tổ chức các lớp tập huấn cho người lái đò.', { lead: [] }],
    ['Xã hội hóa việc trồng cây ven sông.', { lead: [] }],
    ['Mặt trận chống sạt lở cần giữ vững.', { lead: [] }],
    ['Hoàn thiện quy chế phối hợp giữa Công an và Quân sự.', { lead: [], coordinating: [] }],
    ['Kết quả: các sở, ngành đã hoàn thành việc trực bến.', { lead: [] }],
    ['Tham mưu UBND tỉnh giao chỉ tiêu cho các xã.', { lead: [], coordinating: [] }],
  ])
})

describe('orders as minutes, plans and dispatches word them', () => {
  holds([
    [
      'Đối với đề nghị của UBND xã Mường Mẫu về mở rộng chợ: Giao Sở Công Thương chủ trì, phối hợp với Sở Tài chính tham mưu, trình UBND tỉnh.',
      { lead: ['Sở Công Thương'], coordinating: ['Sở Tài chính'] },
    ],
    [
      'Về tiến độ giải ngân: yêu cầu các chủ đầu tư cam kết hoàn thành.',
      { lead: ['các chủ đầu tư'], coordinating: [] },
    ],
    [
      'Thống nhất chủ trương như đề xuất của Sở Xây dựng; giao Sở Xây dựng hoàn thiện hồ sơ, trình UBND tỉnh trước ngày 20/5/2026.',
      { lead: ['Sở Xây dựng'], coordinating: [] },
    ],
    [
      'Đối với 05 dự án chậm tiến độ, yêu cầu Ban Quản lý dự án số 1 rà soát.',
      { lead: ['Ban Quản lý dự án số 1'], coordinating: [] },
    ],
    [
      'Trường hợp phát sinh vướng mắc, các đơn vị kịp thời báo cáo về Sở Nội vụ để tổng hợp.',
      { lead: ['các đơn vị'], coordinating: [] },
    ],
    ['Trước mắt, Sở Y tế tập trung chống dịch.', { lead: ['Sở Y tế'], coordinating: [] }],
    ['Ngoài các nhiệm vụ trên, UBND xã còn có trách nhiệm tuyên truyền.', { lead: ['UBND xã'], coordinating: [] }],
    [
      'Căn cứ nhiệm vụ được giao, các phòng chuyên môn, đơn vị trực thuộc xây dựng kế hoạch.',
      { lead: ['các phòng chuyên môn, đơn vị trực thuộc'], coordinating: [] },
    ],
    [
      'Sở Nội vụ có trách nhiệm chủ trì, phối hợp với các cơ quan, đơn vị liên quan theo dõi, đôn đốc, kiểm tra việc thực hiện.',
      { lead: ['Sở Nội vụ'], coordinating: ['các cơ quan, đơn vị liên quan'] },
    ],
    [
      'Các sở, ban, ngành tỉnh; UBND các xã, phường theo chức năng, nhiệm vụ được giao khẩn trương triển khai.',
      { lead: ['Các sở, ban, ngành tỉnh', 'UBND các xã, phường'], coordinating: [] },
    ],
    [
      'Sở Tư pháp theo dõi, kiểm tra, phối hợp với Văn phòng UBND tỉnh đôn đốc việc thực hiện.',
      { lead: ['Sở Tư pháp'], coordinating: ['Văn phòng UBND tỉnh'] },
    ],
    [
      'UBND cấp xã bố trí mặt bằng và phối hợp chặt chẽ với chủ đầu tư giải phóng mặt bằng.',
      { lead: ['UBND cấp xã'], coordinating: ['chủ đầu tư'] },
    ],
    [
      'Công an tỉnh chỉ đạo Công an xã phối hợp với Trạm Y tế xã kiểm tra; phối hợp với Sở Y tế tổng hợp.',
      { lead: ['Công an tỉnh'], coordinating: ['Sở Y tế'] },
    ],
    [
      'Đề nghị Đoàn Đại biểu Quốc hội tỉnh, Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh giám sát việc thực hiện Kế hoạch.',
      { lead: ['Đoàn Đại biểu Quốc hội tỉnh', 'Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh'], coordinating: [] },
    ],
    [
      'Ủy ban nhân dân tỉnh yêu cầu Thủ trưởng các sở, ban, ngành; Chủ tịch Ủy ban nhân dân các xã, phường và các tổ chức, cá nhân có liên quan nghiêm túc thực hiện.',
      {
        lead: [
          'Thủ trưởng các sở, ban, ngành',
          'Chủ tịch Ủy ban nhân dân các xã, phường',
          'các tổ chức, cá nhân có liên quan',
        ],
        coordinating: [],
      },
    ],
    [
      'Giao Giám đốc Sở Tài chính chịu trách nhiệm toàn diện trước UBND tỉnh.',
      { lead: ['Giám đốc Sở Tài chính'], coordinating: [] },
    ],
    [
      'Phòng Kinh tế chủ trì cùng Phòng Văn hóa - Xã hội, Trung tâm Dịch vụ tổng hợp khảo sát các bến.',
      { lead: ['Phòng Kinh tế'], coordinating: ['Phòng Văn hóa - Xã hội', 'Trung tâm Dịch vụ tổng hợp'] },
    ],
    [
      'Ban Dân vận chủ trì, trao đổi, thống nhất với Ban Tổ chức xây dựng kế hoạch.',
      { lead: ['Ban Dân vận'], coordinating: ['Ban Tổ chức'] },
    ],
    [
      'Sở Du lịch chủ trì và phối hợp với Hiệp hội Du lịch tỉnh, các doanh nghiệp lữ hành xây dựng sản phẩm du lịch.',
      { lead: ['Sở Du lịch'], coordinating: ['Hiệp hội Du lịch tỉnh', 'các doanh nghiệp lữ hành'] },
    ],
    [
      'Bộ đội Biên phòng tỉnh, Đồn Biên phòng Mẫu Sơn tuần tra.',
      { lead: ['Bộ đội Biên phòng tỉnh', 'Đồn Biên phòng Mẫu Sơn'], coordinating: [] },
    ],
    ['Các hợp tác xã vận tải niêm yết giá vé.', { lead: ['Các hợp tác xã vận tải'], coordinating: [] }],
    ['Chi bộ thôn 3 phân công đảng viên phụ trách hộ.', { lead: ['Chi bộ thôn 3'], coordinating: [] }],
    ['Sở Dân tộc và Tôn giáo rà soát thôn đặc biệt khó khăn.', { lead: ['Sở Dân tộc và Tôn giáo'], coordinating: [] }],
    ['Trung tâm Chính trị xã mở lớp bồi dưỡng.', { lead: ['Trung tâm Chính trị xã'], coordinating: [] }],
    [
      'Bệnh viện Đa khoa tỉnh, Trung tâm Y tế khu vực Mẫu Sơn tiếp nhận bệnh nhân.',
      { lead: ['Bệnh viện Đa khoa tỉnh', 'Trung tâm Y tế khu vực Mẫu Sơn'], coordinating: [] },
    ],
    [
      'Tổng Giám đốc Tập đoàn Điện lực Việt Nam chỉ đạo các đơn vị bảo đảm điện.',
      { lead: ['Tổng Giám đốc Tập đoàn Điện lực Việt Nam'], coordinating: [] },
    ],
    [
      'Ngân hàng Chính sách xã hội tỉnh giải ngân vốn vay.',
      { lead: ['Ngân hàng Chính sách xã hội tỉnh'], coordinating: [] },
    ],
    [
      'Viện Khoa học Khí tượng Thủy văn và Biến đổi khí hậu cập nhật kịch bản.',
      { lead: ['Viện Khoa học Khí tượng Thủy văn và Biến đổi khí hậu'], coordinating: [] },
    ],
    [
      'Đảng đoàn Hội Mẫu phối hợp với Đảng ủy cơ quan tổ chức phổ biến Nghị quyết.',
      { lead: ['Đảng đoàn Hội Mẫu'], coordinating: ['Đảng ủy cơ quan'] },
    ],
    ['Tổ chức Đoàn kiểm tra công tác bầu cử tại các thôn.', { lead: [], coordinating: [] }],
    ['Cơ sở đào tạo thực hiện ký số dữ liệu.', { lead: ['Cơ sở đào tạo'], coordinating: [] }],
    ['Các địa phương, đơn vị tổ chức lễ ra quân.', { lead: ['Các địa phương, đơn vị'], coordinating: [] }],
    [
      'Bộ quản lý chuyên ngành có trách nhiệm công bố danh mục.',
      { lead: ['Bộ quản lý chuyên ngành'], coordinating: [] },
    ],
    [
      'Ông Lê Văn Mẫu - Phó Trưởng đoàn: Kiểm tra hồ sơ của các bến.',
      { lead: ['Ông Lê Văn Mẫu - Phó Trưởng đoàn'], coordinating: [], action: 'Kiểm tra hồ sơ của các bến.' },
    ],
    [
      'Đối với các bến, công trình thuộc phạm vi quản lý, hướng dẫn chủ bến sửa cầu.',
      { lead: [], coordinating: [], action: 'hướng dẫn chủ bến sửa cầu.' },
    ],
    ['Công đoàn ngành Giáo dục vận động quyên góp.', { lead: ['Công đoàn ngành Giáo dục'], coordinating: [] }],
  ])
})
