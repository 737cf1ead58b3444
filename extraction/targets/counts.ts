import { numberOf } from '../language/numbers.ts'
import type { Comparator } from '../shapes.ts'
import { isDimension } from './told.ts'
import { YIELDING } from './words.ts'

/** Words that make a number before them one that must be reached. */
export const REACH =
  /(?:dat|phan dau(?: dat| co)?|bao dam(?: dat| co)?|dam bao(?: dat| co)?|la|khoang|chi tieu|muc tieu|du|con|len|toi thieu|it nhat|binh quan|gom)$/
const STRONG_REACH =
  /(?:dat|phan dau(?: dat| co)?|toi thieu|it nhat|gap)(?: khoang| it nhat| toi thieu| tren| binh quan)?$/
const FILLERS =
  '(?:xay dung|dau tu|di doi|moi|viec|cong tac|thanh lap|duoc|it|cho|cac|nghe|toan bo|tong so|tiep|them|khoang|gan|xa hoi hoa|khan cap|kip thoi|an toan|dut diem)'
/** An act that yields a countable result, right before the number. */
const YIELD = new RegExp(`(?:^|[^\\p{L}])(?:${YIELDING.join('|')})(?: ${FILLERS})*$`, 'u')
/** At the head of "Lắp đặt mới trạm phát sóng: 58 trạm" the act is as far as its object from the number. */
const YIELD_OF_LABEL = new RegExp(
  `(?:^|[.;,(] ?|va )(?:${YIELDING.join('|')}|nang|mo rong|tang|chi tieu|muc tieu|phan dau)(?= |:)[^.;,:(]{0,80}: ?$`,
)
/** "duy trì diện tích lúa 45.000 ha": what is kept or reached is named before its measure. */
const KEPT =
  /\b(?:duy tri|giu (?:vung|on dinh)|phan dau|mo rong|on dinh)(?: [a-z]+){0,4} (?:dien tich|san luong|tong dan|tong so|so luong|so)(?: [a-z]+){0,6}$/
/** "mỗi xã 01 mô hình": the number is due from each; without accents "mới" looks the same. */
export const EACH =
  /\bmoi (?!(?:nam|thang|quy|tuan|ngay|lan|dot|ky)\b)(?:[a-z]+ ){0,3}[a-z]+(?: co| phai co| xay dung| lap)?$/
/** "đến hết năm 2026 toàn tỉnh có 120 xã …": what there is to be by then. */
const THERE_IS = /\bco(?: duoc)?(?: khoang| tren| gan)*$/
const BY_THEN = /\b(?:phan dau|den (?:het |cuoi )?nam \d{4}|vao nam \d{4}|trong nam \d{4}|muc tieu)\b[^.;:]*$/

/** "… cho 03 đơn vị", "… tại 45 thôn": this many must be served or reached. */
const AMONG = /\b(?:cho|tai)$/
/** "tổ chức đấu giá từ 05 mỏ … trở lên"; "nhóm từ 30 hộ trở lên" only says which group. */
export const YIELD_FROM = new RegExp(
  `\\b(?:${YIELDING.join('|')})(?: (?!nhom|loai|dien|quy mo|doi tuong|cac|nhung)[a-z]+){0,3} tu$`,
)
/** "đặt thêm 40 thùng rác": what is added is the number to reach. */
const ADDED = /\bthem$/
/** Who works or lives there, not where the work is done: "cho nhân viên đang công tác tại 04 cơ sở". */
const OF_PEOPLE = /\b(?:tham gia|lam viec|cong tac|sinh song|hoc tap|nan nhan|dang)\b[^;.]{0,80} tai$/
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
  /\b(?:thu|doanh thu|kim ngach|xuat khau|giai ngan|huy dong|thu hut|tong von|gia tri|tiet kiem|grdp|dat|van dong|quyen gop|ung ho)\b/
const BUDGET =
  /\b(?:kinh phi|du toan|tong muc dau tu|muc chi|muc ho tro|muc phat|ho tro|ngan sach (?:tinh|nha nuoc|cap)|von dau le)\b/

interface Count {
  low: string
  high: string | undefined
  before: string
  after: string
  comparator: Comparator | null
  /** Whether the number is due from each of several. */
  isEach: boolean
  /** Whether books are counted ("sổ"), which folded look like "số". */
  isBooks: boolean
  /** Whether it stands in a row with a count that must be reached: "150 cán bộ và 20 giảng viên". */
  goesOn: boolean
}

/** Whether a count without "%" is a number to reach in running text. */
export function isCountTarget({ low, high, before, after, comparator, isEach, isBooks, goesOn }: Count): boolean {
  const noun = after.trimStart()
  if (!isCountable(noun, before, after, isBooks)) return false
  const reached = high === undefined ? before : before.replace(/ tu$/, '')
  if (goesOn) return !ACT_NOUNS.test(noun) && !MONEY.test(noun) && numberOf(low) >= 2
  const isGiven = /\bcap$/.test(before) && numberOf(low) >= 10
  if (NOT_BEFORE.test(before) && !isGiven && !STRONG_REACH.test(reached)) return false
  const isBudget = BUDGET.test(before) && !/\bthu (?:ngan sach|noi dia)\b/.test(before)
  if (MONEY.test(noun) && (isBudget || !(EARNED.test(before) || comparator !== null))) return false
  if (isDimension(before, noun)) return false
  if (isEach || KEPT.test(before)) return !ACT_NOUNS.test(noun)
  if (comparator !== null && (comparator !== '<' || /xuong(?: con)? duoi$/.test(before))) return true
  if (STRONG_REACH.test(reached) || (THERE_IS.test(before) && BY_THEN.test(before))) return true
  if (high !== undefined) return YIELD.test(before) && !ACT_NOUNS.test(noun) && /^0?\d$/.test(low)
  if (YIELD_OF_LABEL.test(before)) return !ACT_NOUNS.test(noun)
  if (ADDED.test(before)) return !ACT_NOUNS.test(noun)
  const isPrintedAsCount =
    /^0\d$/.test(low) ||
    numberOf(low) >= 10 ||
    (low.includes(',') && MONEY.test(noun)) ||
    /^(?:nghin|trieu|ty)\b/.test(noun)
  if (AMONG.test(before) && UNIT_NOUNS.test(noun)) return isPrintedAsCount && !OF_PEOPLE.test(before)
  // Acts counted in hundreds are not those that the task draws up: "số hóa 12.500 hồ sơ".
  const isDrawnUp = ACT_NOUNS.test(noun) && numberOf(low) < 100
  return YIELD.test(before) && !isDrawnUp && (isPrintedAsCount || /^\d$/.test(low))
}

/** In words a number counts only after "ít nhất" and the like, or between an act and a noun of units. */
export function isWordedCount(before: string, after: string, comparator: Comparator | null): boolean {
  // "trên ba phương diện" says where, not how many.
  if ((comparator === '>=' && !/\btren$/.test(before)) || comparator === '<=') return true
  return YIELD.test(before) && UNIT_NOUNS.test(after.trimStart())
}

/** Whether a count in the value of a product or target column is a number to reach. */
export function isCountOfValue({ before, after, comparator, isBooks }: Count, isTargetColumn: boolean): boolean {
  const noun = after.trimStart()
  if (!isCountable(noun, before, after, isBooks) || NOT_BEFORE.test(before) || ACT_NOUNS.test(noun)) return false
  if (comparator !== null || isTargetColumn || /(?:^|\b)dat$/.test(before)) return true
  // "02 cầu được sơn" tells a result; "02 lớp tập huấn" only names the product.
  return /^(?:\p{L}+ ){1,5}(?:duoc|dat|hoan thanh)\b/u.test(noun)
}

/**
 * Whether the first words after a number show alone that it counts nothing: "30 tháng 4", "2026.". Most numbers in running text
 * are such, and nothing else need be asked of them.
 */
export function countsNothing(before: string, after: string): boolean {
  if (!/^\s*[a-z]/.test(after)) return true
  return /^\s*(?:thang|nam|quy|tuan)\b/.test(after) && !SHORTENED.test(before) && !STOCK.test(before)
}

/** "rút ngắn từ 12 tháng xuống còn 06 tháng". */
const SHORTENED = /(?:xuong|con)(?: con| duoi)?\s*$/
/** "thuốc dự trữ tối thiểu 30 ngày": for how long it must last. */
const STOCK =
  /\b(?:du tru|du dung|du phong|du su dung|tich tru)\b[^.;,]{0,40}(?:toi thieu|it nhat|tren|duoc)(?: la)?\s*$/

function isCountable(noun: string, before: string, after: string, isBooks: boolean): boolean {
  const isShortened =
    /^(?:ngay|gio|phut|tuan|thang|nam)\b/.test(noun) &&
    (SHORTENED.test(before) || STOCK.test(before) || /^(?:ngay|gio|phut)(?: lam viec)?\/[a-z]/.test(noun))
  if (noun === '' || (NOT_COUNTED.test(noun) && !isShortened && !isBooks) || !/^[a-z]/.test(noun)) return false
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
