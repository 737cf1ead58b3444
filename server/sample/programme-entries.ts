import { addDays, monthEnd } from '../platform/calendar.ts'

/** Invented entries of the work programmes. */

const TOPICS = [
  'quản lý, sử dụng tài sản công',
  'phát triển nhà ở xã hội',
  'khám bệnh, chữa bệnh tại tuyến cơ sở',
  'phát triển thương mại điện tử',
  'chế độ báo cáo của cơ quan hành chính nhà nước',
  'định danh và xác thực điện tử',
  'bảo vệ nguồn nước sinh hoạt',
  'phát triển đường bộ cao tốc',
  'giá dịch vụ giáo dục, đào tạo',
  'tín dụng đối với hộ nghèo',
  'vị trí việc làm và biên chế công chức',
  'an toàn thực phẩm trong trường học',
  'phát triển nguồn nhân lực ngành du lịch',
  'quản lý chất thải rắn',
  'hỗ trợ doanh nghiệp nhỏ và vừa',
  'xử phạt vi phạm hành chính trong lĩnh vực đất đai',
  'chuyển đổi số trong nông nghiệp',
  'phòng, chống thiên tai',
  'quản lý hoạt động xây dựng',
  'dữ liệu mở của cơ quan nhà nước',
  'tiếp công dân, giải quyết khiếu nại',
  'bảo hiểm nông nghiệp',
  'phát triển điện mặt trời mái nhà',
] as const
const FORMS = [
  'Nghị định về',
  'Quyết định của Thủ tướng Chính phủ về',
  'Đề án',
  'Nghị định sửa đổi, bổ sung quy định về',
  'Chiến lược',
] as const
const DEPUTIES = [
  'Phó Thủ tướng Mẫu Một',
  'Phó Thủ tướng Mẫu Hai',
  'Phó Thủ tướng Mẫu Ba',
  'Phó Thủ tướng Mẫu Bốn',
] as const

export const MINISTRIES_2021 = [
  'Bộ Tài chính',
  'Bộ Kế hoạch và Đầu tư',
  'Bộ Y tế',
  'Bộ Công Thương',
  'Bộ Xây dựng',
  'Bộ Giao thông vận tải',
  'Bộ Nội vụ',
  'Bộ Tư pháp',
  'Bộ Tài nguyên và Môi trường',
  'Bộ Nông nghiệp và Phát triển nông thôn',
  'Bộ Giáo dục và Đào tạo',
  'Bộ Thông tin và Truyền thông',
  'Bộ Lao động - Thương binh và Xã hội',
  'Bộ Khoa học và Công nghệ',
  'Bộ Văn hóa, Thể thao và Du lịch',
  'Ngân hàng Nhà nước Việt Nam',
  'Thanh tra Chính phủ',
  'Bộ Quốc phòng',
  'Bộ Công an',
] as const
export const MINISTRIES_TODAY = [
  'Bộ Tài chính',
  'Bộ Xây dựng',
  'Bộ Y tế',
  'Bộ Công Thương',
  'Bộ Nội vụ',
  'Bộ Tư pháp',
  'Bộ Nông nghiệp và Môi trường',
  'Bộ Giáo dục và Đào tạo',
  'Bộ Khoa học và Công nghệ',
  'Bộ Văn hóa, Thể thao và Du lịch',
  'Bộ Dân tộc và Tôn giáo',
  'Ngân hàng Nhà nước Việt Nam',
  'Thanh tra Chính phủ',
] as const

export interface Entry {
  name: string
  lead: string
  /** First day of the month it is due in. */
  month: string
  level: 'government' | 'primeMinister'
  inCharge: string
  /** What happens to it. */
  fate: Fate
}
export type Fate =
  | { kind: 'inTime' | 'returnedOnce' }
  | { kind: 'late'; sentOn: string }
  | { kind: 'postponed'; actOn: string; newMonth: string; sentOn: string }
  | { kind: 'stopped'; on: string }
  /** Nothing was submitted so far. */
  | { kind: 'waits' }

/** The entry of a number; `seed` shifts the topics, so that no year has the entries of another. */
export function entryOf(n: number, seed: number, leads: readonly string[], month: string, fate: Fate): Entry {
  const topic = TOPICS[(n * 5 + seed) % TOPICS.length]!
  const form = FORMS[(n + seed) % FORMS.length]!
  return {
    name: `${form} ${topic}, phần ${n + 1} (MẪU)`,
    lead: leads[(n * 7 + seed) % leads.length]!,
    month,
    level: form.startsWith('Nghị định') ? 'government' : 'primeMinister',
    inCharge: DEPUTIES[n % 4]!,
    fate,
  }
}

/** A weekday of a month, so many days before its end. */
export function weekdayIn(month: string, before: number): string {
  let day = addDays(monthEnd(month), -before)
  while (Temporal.PlainDate.from(day).dayOfWeek > 5) day = addDays(day, -1)
  return day
}

/**
 * 2020: 46 due in its first two months, of which 30 were submitted by the end of February; two were still owed at the end of
 * the year.
 */
export function entriesOf2020(): Entry[] {
  const late = new Set([1, 4, 7, 10, 13, 16, 19, 22])
  return Array.from({ length: 46 }, (_, n) => {
    const month = n < 21 ? '2020-01-01' : '2020-02-01'
    const isLate = late.has(n % 23)
    const sentOn = n === 22 || n === 45 ? '2021-01-2'.concat(n === 22 ? '0' : '1') : addDays('2020-03-02', (n * 3) % 88)
    return entryOf(n, 3, MINISTRIES_2021, month, isLate ? { kind: 'late', sentOn } : { kind: 'inTime' })
  })
}

/**
 * 2021: 44 due in the first two months, of which 32 were submitted by 28/02/2021 (some late); of the 12 owed most came by 10/3.
 * 47 due in March.
 */
export function entriesOf2021(): Entry[] {
  let owed = 0
  const first = Array.from({ length: 44 }, (_, n): Entry => {
    const isJanuary = n < 20
    const month = isJanuary ? '2021-01-01' : '2021-02-01'
    if ([3, 7, 10].includes(n % 11)) {
      owed += 1
      const fate: Fate =
        owed === 12
          ? { kind: 'postponed', actOn: '2021-03-15', newMonth: '2021-04', sentOn: '2021-04-28' }
          : { kind: 'late', sentOn: owed <= 8 ? addDays('2021-03-02', owed) : addDays('2021-03-18', owed) }
      return entryOf(n, 9, MINISTRIES_2021, month, fate)
    }
    if (n === 2) return entryOf(n, 9, MINISTRIES_2021, month, { kind: 'returnedOnce' })
    if (isJanuary && n % 11 === 5) return entryOf(n, 9, MINISTRIES_2021, month, { kind: 'late', sentOn: '2021-02-09' })
    return entryOf(n, 9, MINISTRIES_2021, month, { kind: 'inTime' })
  })
  const march = Array.from({ length: 47 }, (_, place): Entry => {
    const n = place + 44
    const fate: Fate =
      place === 40
        ? { kind: 'stopped', on: '2021-03-25' }
        : place % 8 === 5
          ? { kind: 'late', sentOn: addDays('2021-04-05', place % 9) }
          : { kind: 'inTime' }
    return entryOf(n, 9, MINISTRIES_2021, '2021-03-01', fate)
  })
  return [...first, ...march]
}

/** Entries of the running year: four a month. Of those that are past, a few are owed. */
export function entriesOfYear(year: number, today: string): Entry[] {
  const passed = Math.max(0, Number(today.slice(5, 7)) - 1) * 4
  const owed = new Set([passed - 2, passed - 7, passed - 15, passed - 20])
  return Array.from({ length: 48 }, (_, n) => {
    const month = `${year}-${String(Math.floor(n / 4) + 1).padStart(2, '0')}-01`
    const fate: Fate = n >= passed || owed.has(n) ? { kind: 'waits' } : { kind: 'inTime' }
    return entryOf(n, 17, MINISTRIES_TODAY, month, fate)
  })
}
