import { type Head, OFFICE_HEAD } from './signature.ts'

/** The title of the head by what the agency is; null where that does not say it. Pure. */
export function headTitleOf({ kind, name }: { kind: string; name: string }): string | null {
  if (kind === 'province') return 'Chủ tịch'
  const [, title = null] = HEAD_TITLES.find(([begins]) => name.startsWith(begins)) ?? []
  return title
}
const HEAD_TITLES = [
  ['Bộ ', 'Bộ trưởng'],
  ['Văn phòng Chính phủ', OFFICE_HEAD.headTitle],
  ['Ngân hàng Nhà nước', 'Thống đốc'],
  ['Thanh tra Chính phủ', 'Tổng Thanh tra'],
  ['Ủy ban nhân dân', 'Chủ tịch'],
  ['Ủy ban Dân tộc', OFFICE_HEAD.headTitle],
  ['Đài ', 'Tổng Giám đốc'],
  ['Thông tấn xã', 'Tổng Giám đốc'],
  ['Bảo hiểm xã hội', 'Tổng Giám đốc'],
  ['Viện Hàn lâm', 'Chủ tịch'],
] as const

/** For whom others sign, by the title of the head. Where it is not known the signer's own title says who is the head. Pure. */
export function headWithTitle(title: string | null): Head {
  if (title === null) return { headTitle: 'Thủ trưởng cơ quan', headTitles: HEADS }
  return { headTitle: title, headTitles: title.split(', ').length > 1 ? [title, ...title.split(', ')] : [title] }
}

const HEADS = [
  'Bộ trưởng',
  'Chủ nhiệm',
  'Chủ tịch',
  'Thống đốc',
  'Tổng',
  'Viện trưởng',
  'Giám đốc',
  'Chánh',
  'Cục trưởng',
  'Vụ trưởng',
  'Trưởng',
  'Thủ trưởng',
]
