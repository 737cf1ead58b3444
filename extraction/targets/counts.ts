import { numberOf } from '../language/numbers.ts'
import type { Comparator } from '../shapes.ts'

/** Words that make a number before them one that must be reached. */
export const REACH =
  /(?:dat|phan dau(?: dat| co)?|bao dam(?: dat| co)?|dam bao(?: dat| co)?|la|khoang|chi tieu|muc tieu|du|con|len|toi thieu|it nhat|binh quan|gom)$/
const STRONG_REACH = /(?:dat|phan dau(?: dat| co)?|toi thieu|it nhat|gap)(?: khoang| it nhat| toi thieu| tren)?$/
/** Acts that yield a countable result. */
const YIELD =
  /(?:hoan thanh|thanh lap(?: moi)?|xay dung(?: moi)?|xay moi|khoi cong|di doi|dao tao|boi duong|tap huan|to chuc|trong(?: moi)?|phat trien(?: moi)?|ket nap|tao viec lam(?: moi)? cho|giai quyet viec lam cho|ho tro|cong nhan|cap|dua vao su dung|dau tu|thu hut|sua chua|nang cap|lap dat|ban hanh|kiem tra|thanh tra|so hoa|ket noi|phu song|tao lap|hinh thanh|xoa|tuyen dung|tu van cho|giao dat cho)(?: (?:xay dung|dau tu|di doi|moi|viec|cong tac|thanh lap|duoc|it|cho|cac|nghe))*$/

/** "… cho 03 đơn vị", "… tại 45 thôn": this many must be served or reached. */
const AMONG = /\b(?:cho|tai)$/
const UNIT_NOUNS =
  /^(?:don vi|co quan|xa|phuong|huyen|thon|ban|to dan pho|doanh nghiep|truong|benh vien|co so|ho (?:dan|gia|ngheo|kinh)|khu|cum|hop tac xa|tram|lang|mo hinh)\b/

const NOT_COUNTED =
  /^(?:nam|thang|ngay|quy|tuan|gio|phut|lan (?:thu|moi|mot|trong)|lan\/|ro|khong|buoc|nhom|noi dung|nhiem vu|dieu|khoan|muc|diem (?:[a-z](?![a-z])|nay)|phan|chuong|phu luc|dong chi|ky(?! su\b| thuat)|vong|giai doan|cap|so|tieng|trong|chieu|dot|cuoc cach mang|con so|tuoi)\b/
/** Documents: how many are drawn up is the work itself, not a number to reach. */
const ACT_NOUNS =
  /^(?:de an|du an luat|bao cao|ke hoach|quyet dinh|van ban|nghi quyet|to trinh|thong tu|quy che|quy dinh|du thao|ho so|chuong trinh|phuong an|cong van|chi thi|thong bao|huong dan|bien ban|danh muc|tai lieu|bo (?:tai lieu|tieu chi|ho so)|dieu|luat|nghi dinh)\b/
const NOT_BEFORE =
  /(?:muc do|muc|cap do|hang|loai|so|thu|lan|dieu|khoan|diem|chuong|phu luc|bieu|mau|ngay|thang|nam|quy|khoa|ky|vung|cap|to|quoc lo|duong|tuyen|bang|hinh|tieu chi|nhom|giai doan|cong nghiep|the he|phien ban|web|de an|nghi quyet|ket luan|chi thi|quyet dinh|ban chi dao|lop|khu|quan|phuong|loat|dot|va|,|-)$/
/** Measures that may touch their number: "500ha". */
const MEASURES = /^(?:ha|km2|km|m2|m3|kg|tan|mw|kw|ty|trieu|nghin)\b/
const MONEY = /^(?:nghin |trieu |ty )*(?:dong|usd|do la)\b/
/** Money that is earned or spent; other sums are a budget already given. */
const EARNED =
  /\b(?:thu|doanh thu|kim ngach|xuat khau|giai ngan|huy dong|thu hut|tong von|gia tri|tiet kiem|grdp|dat)\b/
const BUDGET =
  /\b(?:kinh phi|du toan|tong muc dau tu|muc chi|muc ho tro|muc phat|ho tro|ngan sach (?:tinh|nha nuoc|cap)|von dau le)\b/

interface Count {
  low: string
  high: string | undefined
  before: string
  after: string
  comparator: Comparator | null
}

/** Whether a count without "%" is a number to reach in running text. */
export function isCountTarget({ low, high, before, after, comparator }: Count): boolean {
  const noun = after.trimStart()
  if (!isCountable(noun, before, after)) return false
  if (NOT_BEFORE.test(before) && !STRONG_REACH.test(before)) return false
  if (MONEY.test(noun) && (BUDGET.test(before) || !(EARNED.test(before) || comparator !== null))) return false
  if (comparator !== null && (comparator !== '<' || /xuong(?: con)? duoi$/.test(before))) return true
  if (STRONG_REACH.test(before)) return true
  if (high !== undefined) return false
  const isPrintedAsCount = /^0\d$/.test(low) || numberOf(low) >= 10
  if (AMONG.test(before) && UNIT_NOUNS.test(noun)) return isPrintedAsCount
  return YIELD.test(before) && !ACT_NOUNS.test(noun) && (isPrintedAsCount || /^\d$/.test(low))
}

/** Whether a count in the value of a product or target column is a number to reach. */
export function isCountOfValue({ before, after, comparator }: Count, isTargetColumn: boolean): boolean {
  const noun = after.trimStart()
  if (!isCountable(noun, before, after) || NOT_BEFORE.test(before) || ACT_NOUNS.test(noun)) return false
  if (comparator !== null || isTargetColumn) return true
  // "02 cầu được sơn" tells a result; "02 lớp tập huấn" only names the product.
  return /^(?:\p{L}+ ){1,5}(?:duoc|dat|hoan thanh)\b/u.test(noun)
}

function isCountable(noun: string, before: string, after: string): boolean {
  const isShortened = /(?:xuong|con)(?: con| duoi)?$/.test(before) && /^(?:ngay|gio|phut)\b/.test(noun)
  if (noun === '' || (NOT_COUNTED.test(noun) && !isShortened) || !/^[a-z]/.test(noun)) return false
  return /^\s/.test(after) || MEASURES.test(after)
}

/** Shares of ownership, rates of fees and past results only describe; they are not targets. */
export function isDescribed(before: string, after: string): boolean {
  if (/^\s*(?:von (?:dieu le|nha nuoc|nuoc ngoai|dau tu nuoc ngoai|cua nha nuoc)|co phan)/.test(after)) return true
  if (
    /\b(?:chiem|da dat(?: duoc)?|moi dat|chi dat|uoc dat|hien dat|da tang|da giam|hien nay la)(?: khoang| tren| gan| hon)?$/.test(
      before,
    )
  )
    return true
  const isRate = /^\s*(?:chi phi|kinh phi|hoc phi|le phi|phi|muc|gia tri|tien|luong|don gia|gia|von vay)\b/.test(after)
  return (
    /(?:thue suat|lai suat|muc phat|trich|phi|le phi)(?: la)?$/.test(before) ||
    (isRate && /(?:ho tro|mien|mien giam|chi tra|thanh toan|trich|huong|bang)(?: toi da| khong qua)?$/.test(before))
  )
}
