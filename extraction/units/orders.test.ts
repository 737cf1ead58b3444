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
    ['Các Sở Xây dựng nêu trên', { lead: ['Các Sở Xây dựng'], coordinating: [] }],
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
