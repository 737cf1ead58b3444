import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { passageOf } from '../language/passage.ts'
import { orderOf } from './orders.ts'
import { partiesOf } from './parties.ts'

/**
 * Names made by the grammar of names: a head, a field or a place. None of these agencies exists; the words are those of
 * real names, verbs included.
 */
const fields = fc.constantFrom(
  'Bến bãi',
  'Đò giang Việt Nam',
  'Hàng không nội thủy',
  'Đèn biển và Phao tiêu',
  'Phao tiêu, Đèn biển và Đò giang',
  'Kinh tế - Quản lý đầu tư bến bãi',
  'Quản lý, giám sát đò giang',
  'Quản lý đầu tư bến thủy',
  'Kiểm soát phao tiêu',
  'Phát triển bến thủy',
  'Hỗ trợ đào tạo lái đò',
  'Xúc tiến bến bãi và Du thuyền',
  'Bảo vệ, chăm sóc lòng sông',
  'Công trình bến thủy',
  'Giao thông nội thủy',
  'Đăng kiểm đò giang',
  'Dịch vụ bến bãi',
  'Nghiên cứu chế biến rong rêu',
  'Thông tin đò giang',
)
const heads = fc.constantFrom(
  'Cục',
  'Vụ',
  'Chi cục',
  'Phòng',
  'Trung tâm',
  'Viện',
  'Ban',
  'Tổng công ty',
  'Học viện',
  'Tập đoàn',
)
const levels = fc.constantFrom('tỉnh', 'thành phố', 'xã', 'phường')
const places = fc.constantFrom('Sông Mẫu', 'Bến Mẫu', 'An Mẫu', 'Y Mẫu')
const committees = fc.constantFrom(
  'Ủy ban nhân dân',
  'UBND',
  'Hội đồng nhân dân',
  'Công an',
  'Hội Nông dân',
  'Ủy ban Mặt trận Tổ quốc Việt Nam',
  'Đảng ủy',
  'Chủ tịch Ủy ban nhân dân',
)
const schools = fc.constantFrom(
  'Trường Đại học dân lập Sông Mẫu',
  'Trường Đại học công lập Bến Mẫu',
  'Trường Tiểu học Sông Mẫu',
  'Bệnh viện Đa khoa Bến Mẫu',
  'Tổng công ty Lập kế hoạch mẫu',
  'Hợp tác xã Lái đò Sông Mẫu',
  'Tòa án nhân dân tỉnh Sông Mẫu',
  'Viện kiểm sát nhân dân khu vực 3',
  'Bộ Chỉ huy quân sự tỉnh',
  'Ban Quản lý dự án đầu tư xây dựng bến thủy',
  'Ban Chỉ đạo Trung ương về phòng, chống sạt lở',
  'Tổ công tác triển khai Đề án bến thủy',
  'Văn phòng HĐND và UBND xã',
  'Cục Đò giang và Kiểm lâm',
  'Bộ Tài chính',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Văn phòng Chính phủ',
)
const names = fc.oneof(
  fc.tuple(heads, fields).map((parts) => parts.join(' ')),
  fc.tuple(committees, levels, places).map((parts) => parts.join(' ')),
  schools,
)
const actions = fc.constantFrom(
  'rà soát bến đò',
  'xây dựng kế hoạch trực bến',
  'tổ chức trực ban',
  'kiểm tra việc đón khách',
  'tìm kiếm nhà thầu tháo dỡ',
  'hướng dẫn chủ đò',
  'giữ vững trật tự bến đò',
  'lập danh sách lái đò',
)

const passage = (text: string): ReturnType<typeof passageOf> => passageOf(text, [{ start: 0, end: text.length }])
const read = (text: string): { lead: string[]; coordinating: string[]; action: string } => {
  const { lead, coordinating, actionFrom } = orderOf(passage(text), 0, text.length)
  const name = (party: { name: string }): string => party.name
  return { lead: lead.map(name), coordinating: coordinating.map(name), action: text.slice(actionFrom) }
}

describe('a name is found whole', () => {
  it('before its action', () => {
    fc.assert(
      fc.property(names, actions, (name, action) => {
        assert.deepEqual(read(`${name} ${action}.`), { lead: [name], coordinating: [], action: `${action}.` })
      }),
      { numRuns: 1_000 },
    )
  })
  it('as lead and as partner', () => {
    fc.assert(
      fc.property(names, names, actions, (name, other, action) => {
        const want = { lead: [name], coordinating: [other], action: `${action}.` }
        assert.deepEqual(read(`${name} chủ trì, phối hợp với ${other} ${action}.`), want)
        assert.deepEqual(read(`Giao ${name} chủ trì, phối hợp với ${other} ${action}.`), want)
      }),
      { numRuns: 1_000 },
    )
  })
  it('before a colon, and in a list', () => {
    fc.assert(
      fc.property(names, names, (name, other) => {
        assert.deepEqual(read(`${name}:`).lead, [name])
        if (name === other) return
        const text = `${name}; ${other}, Bộ Quốc phòng`
        const parties = partiesOf(passage(text), 0, text.length, 'lead').map((party) => party.name)
        assert.deepEqual(parties, [name, other, 'Bộ Quốc phòng'])
      }),
      { numRuns: 500 },
    )
  })
  it('before what is held, whatever kind of event it is', () => {
    for (const held of ['khóa bồi dưỡng', 'các khóa tập huấn', 'triển lãm ảnh', 'lễ ra quân', 'các hoạt động hè']) {
      const action = `tổ chức ${held} cho cán bộ.`
      assert.deepEqual(read(`Các đơn vị ${action}`), { lead: ['Các đơn vị'], coordinating: [], action })
    }
  })
})
