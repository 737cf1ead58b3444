import type { Format, Span, Warning } from './shapes.ts'
import { fixed, type Language, quoted, said, type Wording, worded } from './wording.ts'

/** What the words of a warning name: text of the document, a number, a list, or which of several wordings applies. */
export type WarningValues = NonNullable<Warning['values']>

const COMPARE = 'Hãy đối chiếu với bản gốc khi rà soát.'
const COMPARE_EN = 'Compare with the original during the review.'
const READ_AGAIN = 'cần đối chiếu với văn bản.'

/** "1 page", "3 pages" */
function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

const READING = {
  name_mismatch: worded<{ extension: string; format: Format }>(
    ({ extension, format }) =>
      `Tệp có đuôi .${extension} nhưng nội dung là ${FORMATS[format].vi}; đã đọc theo nội dung. Nên đổi lại đuôi tệp cho đúng.`,
    ({ extension, format }) =>
      `The file name ends in .${extension} but the content is ${FORMATS[format].en}; it was read by its content. Give the file its right extension.`,
  ),
  letters_lost: fixed(
    `Một số ký tự trong tệp bị hỏng, không đọc được (hiện là "�"). ${COMPARE}`,
    `Some letters in the file are damaged and cannot be read (shown as "�"). ${COMPARE_EN}`,
  ),
  legacy_encoding: worded<{ encoding: string }>(
    ({ encoding }) =>
      `Tệp dùng bảng mã cũ (${encoding}), đã chuyển sang Unicode. Hãy đối chiếu dấu tiếng Việt khi rà soát.`,
    ({ encoding }) =>
      `The file uses an old encoding (${encoding}) and was converted to Unicode. Check the Vietnamese accents during the review.`,
  ),
  part_unread: fixed(
    'Tệp DOCX có phần nhúng từ tệp khác chưa đọc được. Hãy mở bằng Word, lưu lại thành DOCX rồi nộp lại nếu thiếu nội dung.',
    'A part of the DOCX file is embedded from another file and was not read. If content is missing, open it in Word, save it as DOCX and upload it again.',
  ),
  struck_text: worded<{ words: string } | { more: number }>(
    (values) => leftOut(values, 'chữ bị gạch ngang'),
    (values) => leftOutEn(values, 'Struck text'),
  ),
  deleted_text: worded<{ words: string } | { more: number }>(
    (values) => leftOut(values, 'chữ đã xóa nhưng còn lưu vết sửa đổi (Track Changes)'),
    (values) => leftOutEn(values, 'Text deleted under Track Changes'),
  ),
  pages_lost: worded<{ lost: number; pages: number } | { late: string }>(
    (values) =>
      'late' in values
        ? `Không nhận dạng kịp trang ${values.late}. Hãy quét lại các trang này ở 300 dpi, đen trắng.`
        : `Có ${values.lost}/${values.pages} trang bị hỏng, không đọc được. Hãy đối chiếu với bản gốc.`,
    (values) =>
      'late' in values
        ? `There was no time to recognise these pages: ${values.late}. Scan them again at 300 dpi, black and white.`
        : `${values.lost} of ${counted(values.pages, 'page')} could not be read because of damage. Compare with the original.`,
  ),
  broken_letters: worded<{ pages: string; more: number; example: string }>(
    ({ pages, more, example }) =>
      `Lớp chữ của tệp PDF bị lỗi ở trang ${pages}${more > 0 ? ` và ${more} trang khác` : ''} (ví dụ “${example}”), không đọc được; đã nhận dạng lại từ hình của trang. ${COMPARE}`,
    ({ pages, more, example }) =>
      `The text layer of the PDF is broken on page ${pages}${more > 0 ? ` and ${more} more` : ''} (for example “${example}”); the text was recognised from the picture of the page instead. ${COMPARE_EN}`,
  ),
  form_fields: worded<{ filled: string[]; more: number }>(
    ({ filled, more }) =>
      `Tệp PDF có ô biểu mẫu đã điền (${quoted(filled)}${more > 0 ? ` và ${more} ô khác` : ''}); đã đọc theo giá trị đang điền. ${COMPARE}`,
    ({ filled, more }) =>
      `The PDF has form fields that are filled in (${quoted(filled)}${more > 0 ? ` and ${more} more` : ''}); they were read as filled in. ${COMPARE_EN}`,
  ),
  recognised: worded<{ pages: number }>(
    ({ pages }) => `Văn bản được nhận dạng từ ảnh (${pages} trang). ${COMPARE}`,
    ({ pages }) => `The text was recognised from pictures (${counted(pages, 'page')}). ${COMPARE_EN}`,
  ),
  recognised_poorly: worded<{ pages: string; more: number }>(
    ({ pages, more }) =>
      `Nhận dạng kém ở trang ${pages}${more > 0 ? ` và ${more} trang khác` : ''}. Nên quét lại rõ nét hơn các trang này.`,
    ({ pages, more }) =>
      `Recognition was poor on page ${pages}${more > 0 ? ` and ${more} more` : ''}. Scan these pages again more clearly.`,
  ),
}

const FORMATS: Record<Format, Record<Language, string>> = {
  txt: { vi: 'văn bản thuần (TXT)', en: 'plain text (TXT)' },
  markdown: { vi: 'Markdown', en: 'Markdown' },
  html: { vi: 'trang web (HTML)', en: 'a web page (HTML)' },
  docx: { vi: 'DOCX', en: 'DOCX' },
  doc: { vi: 'DOC', en: 'DOC' },
  pdf: { vi: 'PDF', en: 'PDF' },
  image: { vi: 'ảnh', en: 'a picture' },
}

function leftOut(values: { words: string } | { more: number }, what: string): string {
  return 'words' in values
    ? `Không tính ${what}: “${values.words}”. ${COMPARE}`
    : `Còn ${values.more} chỗ khác có ${what}, đều không tính. Hãy đối chiếu với bản gốc.`
}

function leftOutEn(values: { words: string } | { more: number }, what: string): string {
  return 'words' in values
    ? `${what} does not count: “${values.words}”. ${COMPARE_EN}`
    : `${what} in ${counted(values.more, 'more place')} does not count either. Compare with the original.`
}

const DOCUMENT = {
  number_missing: fixed(
    'Không tìm thấy số, ký hiệu của văn bản; cần nhập tay.',
    'No number of the document was found; enter it by hand.',
  ),
  date_missing: fixed(
    'Không tìm thấy ngày ban hành; thời hạn không ghi năm không tính được.',
    'No day of issue was found; deadlines without a year cannot be computed.',
  ),
  no_tasks: fixed(
    'Không tìm thấy nhiệm vụ nào trong văn bản. Nếu văn bản có giao nhiệm vụ, hãy thêm bằng tay.',
    'No task was found in the document. If it does give tasks, add them by hand.',
  ),
  order_unread: worded<{ more: number }>(
    ({ more }) =>
      more === 0
        ? 'Đoạn này có vẻ giao việc nhưng chưa được tách thành nhiệm vụ. Nếu đúng, hãy bôi đen để thêm nhiệm vụ.'
        : `Còn ${more} đoạn khác có vẻ giao việc nhưng chưa được tách thành nhiệm vụ; cần đọc lại văn bản.`,
    ({ more }) =>
      more === 0
        ? 'This passage seems to give an order but became no task. If it does, select it to add a task.'
        : `${counted(more, 'more passage')} may give orders but became no task; read the document again.`,
  ),
  table_unread: fixed(
    'Bảng này có vẻ giao việc nhưng không nhận ra các cột nên chưa tách nhiệm vụ; cần xem lại.',
    'This table seems to give work, but its columns were not recognised and no task was taken from it; check it.',
  ),
  listed_again: worded<{ items: number }>(
    ({ items }) =>
      `${items} việc nêu ở phần này được bảng kèm theo giao cho từng đơn vị nên chỉ lấy một lần, theo bảng. Hãy xem có việc nào bảng không giao.`,
    ({ items }) =>
      `${counted(items, 'piece')} of work named here ${items === 1 ? 'is' : 'are'} given out by the table, and taken once, from there. Check that the table leaves none out.`,
  ),
  columns_guessed: fixed(
    'Tên cột của bảng không quen; cột nào ghi đơn vị, thời hạn được đoán theo nội dung các ô. Cần đối chiếu.',
    'The columns of the table have unknown heads; which ones name units and deadlines was guessed from their cells. Check them.',
  ),
  label_unread: worded<{ label: string }>(
    ({ label }) => `Nhãn “${label}” chưa được hiểu nên phần chữ sau nhãn chưa được đọc; cần xem lại nhiệm vụ ở trên.`,
    ({ label }) => `The label “${label}” is not known, so the text after it was not read; check the task above it.`,
  ),
}

const UNIT = {
  lead_missing: fixed('Không tìm thấy đơn vị chủ trì; cần chọn đơn vị.', 'No lead unit was found; choose one.'),
  lead_inherited: fixed(
    'Đơn vị chủ trì lấy từ đề mục, dòng trên hoặc nơi nhận, không ghi ngay tại nhiệm vụ.',
    'The lead unit comes from a heading, a line above or the recipients, not from the task itself.',
  ),
  lead_unread: worded<{ cell: string }>(
    ({ cell }) =>
      cell === ''
        ? 'Chỗ này có vẻ giao việc cho một đơn vị nhưng không đọc được tên đơn vị; cần xem lại đơn vị chủ trì.'
        : `Cột đơn vị chủ trì ghi “${cell}” nhưng không nhận ra đơn vị; cần xem lại.`,
    ({ cell }) =>
      cell === ''
        ? 'This place seems to give work to a unit whose name could not be read; check the lead unit.'
        : `The column of the lead unit says “${cell}”, in which no unit was recognised; check it.`,
  ),
  coordinating_unread: worded<{ cell: string }>(
    ({ cell }) => `Cột cơ quan phối hợp ghi “${cell}” nhưng không nhận ra đơn vị; cần xem lại.`,
    ({ cell }) => `The column of coordinating units says “${cell}”, in which no unit was recognised; check it.`,
  ),
  unit_doubtful: worded<{ name: string }>(
    ({ name }) => `Tên đơn vị “${name}” có thể bị nhận nhầm hoặc in sai; cần đối chiếu.`,
    ({ name }) => `The unit name “${name}” may be misread or misprinted; check it.`,
  ),
}

/** Why a deadline has no day: which wording of `deadline_open` applies. */
export type WhyOpen = 'noDay' | 'workingDays' | 'noStart' | 'unknownStart'
/** What is wrong with words that look like a deadline: which wording of `deadline_unread` applies. */
type DeadlineFault = 'noSuchDay' | 'blank' | 'partMissing' | 'misread' | 'noDays' | 'other'

const OPEN: Record<WhyOpen, Wording<{ anchor: string }>> = {
  noDay: fixed(
    'chưa tính được ngày vì văn bản không ghi ngày ban hành hoặc không ghi đủ ngày',
    'could not be computed because the document has no day of issue or an incomplete day',
  ),
  workingDays: fixed(
    'tính theo ngày làm việc nên phải trừ ngày nghỉ',
    'counts working days, so days off have to be left out',
  ),
  noStart: fixed('không ghi mốc bắt đầu', 'does not say from when it runs'),
  unknownStart: worded(
    ({ anchor }) => `tính từ mốc “${anchor}” chưa rõ ngày`,
    ({ anchor }) => `runs from “${anchor}”, whose day is not known`,
  ),
}

const UNREAD_DEADLINE: Record<DeadlineFault, Wording<{ words: string }>> = {
  noSuchDay: worded(
    ({ words }) => `Văn bản ghi “${words}” nhưng lịch không có ngày này; cần đối chiếu bản gốc rồi nhập thời hạn đúng.`,
    ({ words }) =>
      `The document says “${words}”, a day that does not exist; check the original and enter the right deadline.`,
  ),
  blank: worded(
    ({ words }) => `Thời hạn “${words}” còn để trống ngày; cần hỏi cơ quan ban hành rồi nhập.`,
    ({ words }) => `The day of the deadline “${words}” was left blank; ask the issuer and enter it.`,
  ),
  partMissing: worded(
    ({ words }) => `Thời hạn “${words}” không ghi đủ ngày, tháng hoặc mốc bắt đầu; cần nhập ngày cụ thể.`,
    ({ words }) => `The deadline “${words}” lacks a day, a month or a start; enter a definite day.`,
  ),
  misread: worded(
    ({ words }) => `Thời hạn “${words}” có chữ ở chỗ của chữ số; cần đối chiếu bản gốc rồi nhập.`,
    ({ words }) => `The deadline “${words}” has letters in place of digits; check the original and enter it.`,
  ),
  noDays: worded(
    ({ words }) => `Thời hạn “${words}” không tính bằng ngày; cần nhập ngày phải xong.`,
    ({ words }) => `The deadline “${words}” is not counted in days; enter the day it is due.`,
  ),
  other: worded(
    ({ words }) => `“${words}” có vẻ là thời hạn nhưng chưa đọc được; cần xem lại và nhập nếu đúng.`,
    ({ words }) => `“${words}” looks like a deadline but could not be read; check it, and enter it if it is one.`,
  ),
}

const DEADLINE = {
  deadline_doubtful: worded<{ text: string }>(
    ({ text }) => `Thời hạn “${text}” cần xem lại: không rõ năm hoặc trước ngày ban hành văn bản.`,
    ({ text }) => `Check the deadline “${text}”: its year is unclear or it is before the day the document was issued.`,
  ),
  deadline_vague: worded<{ text: string; day: string }>(
    ({ text, day }) => `Thời hạn “${text}” không ghi ngày cuối; tạm lấy ngày ${printedDay(day)}, cần xác nhận.`,
    ({ text, day }) =>
      `The deadline “${text}” gives no last day; ${printedDay(day)} was taken for now and has to be confirmed.`,
  ),
  deadline_year: worded<{ text: string }>(
    ({ text }) => `Thời hạn “${text}” không ghi năm; năm được suy từ ngày ban hành văn bản.`,
    ({ text }) => `The deadline “${text}” gives no year; it was taken from the day the document was issued.`,
  ),
  deadline_rhythm: worded<{ text: string }>(
    ({ text }) => `Thời hạn “${text}” có nhịp không thuộc các nhịp báo cáo đã có; cần chọn nhịp gần nhất.`,
    ({ text }) => `The deadline “${text}” has a rhythm that no report has; choose the nearest.`,
  ),
  deadline_open: worded<{ text: string; why: WhyOpen; anchor: string }>(
    ({ text, why, anchor }) => `Thời hạn “${text}” ${OPEN[why].vi({ anchor })}; cần nhập ngày khi đã rõ.`,
    ({ text, why, anchor }) => `The deadline “${text}” ${OPEN[why].en({ anchor })}; enter the day once it is known.`,
  ),
  deadline_unread: worded<{ words: string; fault: DeadlineFault }>(
    ({ words, fault }) => UNREAD_DEADLINE[fault].vi({ words }),
    ({ words, fault }) => UNREAD_DEADLINE[fault].en({ words }),
  ),
}

/** What a goal lacks: which wording of `target_unread` applies. */
export type TargetFault = 'blank' | 'noNumber' | 'inWords' | 'rank' | 'noMeasure'

const UNREAD_TARGET: Record<TargetFault, Record<Language, string>> = {
  blank: {
    vi: 'còn để trống con số; cần hỏi cơ quan ban hành rồi nhập',
    en: 'has a blank for its number; ask the issuer and enter it',
  },
  noNumber: {
    vi: 'không ghi thành con số; cần nhập con số phải đạt',
    en: 'is not given as a number; enter the number to reach',
  },
  inWords: {
    vi: 'ghi số bằng chữ; cần nhập con số phải đạt',
    en: 'has its number in words; enter the number to reach',
  },
  rank: {
    vi: 'là thứ hạng, chưa ghi thành chỉ tiêu; cần nhập nếu phải đạt',
    en: 'is a rank, not a target; enter it if it has to be reached',
  },
  noMeasure: {
    vi: 'chưa rõ đo bằng gì; cần nhập nếu là chỉ tiêu',
    en: 'does not say what is measured; enter it if it is a target',
  },
}

const TARGET = {
  target_doubtful: worded<{ text: string }>(
    ({ text }) => `“${text}” có thể là chỉ tiêu phải đạt; cần xác nhận.`,
    ({ text }) => `“${text}” may be a target to reach; confirm it.`,
  ),
  target_unread: worded<{ words: string; fault: TargetFault }>(
    ({ words, fault }) => `Chỉ tiêu “${words}” ${UNREAD_TARGET[fault].vi}.`,
    ({ words, fault }) => `The target “${words}” ${UNREAD_TARGET[fault].en}.`,
  ),
}

/** Passages that the second reader did not answer, by reason. */
type Silent = { late: number; unreachable: number; refused: number; unusable: number; skipped: number }
const SILENT: Record<keyof Silent, Record<Language, string>> = {
  late: { vi: 'quá giờ', en: 'too late' },
  unreachable: { vi: 'không liên lạc được', en: 'not reached' },
  refused: { vi: 'bị từ chối', en: 'refused' },
  unusable: { vi: 'trả lời không đúng dạng', en: 'unusable answer' },
  skipped: { vi: 'thôi không hỏi', en: 'not asked any more' },
}
const reasons = (silent: Silent, language: Language): string =>
  (Object.keys(SILENT) as (keyof Silent)[])
    .filter((why) => silent[why] > 0)
    .map((why) => `${SILENT[why][language]} ${silent[why]}`)
    .join(', ')

/** What the second reader added to a task, and names that it read otherwise: `known[i]` as `instead[i]`. */
interface Added {
  lead: string[]
  coordinating: string[]
  deadlines: string[]
  targets: string[]
  known: string[]
  instead: string[]
}
const ADDED: Record<'lead' | 'coordinating' | 'deadlines' | 'targets', Record<Language, string>> = {
  lead: { vi: 'chủ trì', en: 'lead' },
  coordinating: { vi: 'phối hợp', en: 'coordinating' },
  deadlines: { vi: 'thời hạn', en: 'deadline' },
  targets: { vi: 'chỉ tiêu', en: 'target' },
}

/** In one sentence what was added to a task of the rules, and what was read otherwise. */
function added(values: Added, language: Language, suggests: string, reads: string, is: string): string {
  const all = (Object.keys(ADDED) as (keyof typeof ADDED)[])
    .filter((field) => values[field].length > 0)
    .map((field) => `${ADDED[field][language]} ${quoted(values[field])}`)
  const otherwise = values.known.map((name, at) => `“${name}” ${is} “${values.instead[at]}”`)
  return [
    ...(all.length > 0 ? [`${suggests}: ${all.join('; ')}`] : []),
    ...(otherwise.length > 0 ? [`${reads} ${otherwise.join(', ')}`] : []),
  ].join('; ')
}

const SECOND_READER = {
  second_reader_task: fixed(
    `Nhiệm vụ này do máy đọc thứ hai gợi ý, bộ quy tắc không thấy; ${READ_AGAIN}`,
    'The second reader suggests this task, which the rules did not see; check it against the document.',
  ),
  second_reader_fields: worded<Added>(
    (values) => `Máy đọc thứ hai ${added(values, 'vi', 'gợi ý thêm', 'đọc', 'là')}; ${READ_AGAIN}`,
    (values) =>
      `The second reader ${added(values, 'en', 'suggests in addition', 'reads', 'as')}; check it against the document.`,
  ),
  second_reader_silent: worded<Silent & { silent: number; asked: number }>(
    ({ silent, asked, ...why }) =>
      `Máy đọc thứ hai không trả lời được ${silent} trong ${asked} đoạn được hỏi (${reasons(why, 'vi')}). Kết quả của bộ quy tắc được giữ nguyên.`,
    ({ silent, asked, ...why }) =>
      `The second reader gave no answer for ${silent} of ${counted(asked, 'passage')} asked about (${reasons(why, 'en')}). What the rules read is kept.`,
  ),
  second_reader_absent: worded<{ count: number }>(
    ({ count }) => `Đã bỏ ${count} gợi ý của máy đọc thứ hai vì có chữ không nằm trong văn bản.`,
    ({ count }) =>
      `${counted(count, 'suggestion')} of the second reader left out for words that are not in the document.`,
  ),
  second_reader_unread: worded<{ count: number }>(
    ({ count }) =>
      `Đã bỏ ${count} chi tiết do máy đọc thứ hai gợi ý vì không đọc được thành đơn vị, thời hạn hay chỉ tiêu.`,
    ({ count }) =>
      `${counted(count, 'detail')} suggested by the second reader left out: not readable as a unit, a deadline or a target.`,
  ),
  second_reader_left: worded<{ asked: number; left: number }>(
    ({ asked, left }) =>
      `Văn bản có nhiều chỗ chưa chắc: đã hỏi máy đọc thứ hai ${asked} đoạn, còn ${left} đoạn không hỏi.`,
    ({ asked, left }) =>
      `Much in the document is uncertain: the second reader was asked about ${counted(asked, 'passage')}; ${left} more ${left === 1 ? 'was' : 'were'} not asked about.`,
  ),
}

function printedDay(day: string): string {
  return day.split('-').reverse().join('/')
}

const WORDINGS = { ...READING, ...DOCUMENT, ...UNIT, ...DEADLINE, ...TARGET, ...SECOND_READER }
export type WarningCode = keyof typeof WORDINGS
/** The values that the words of a code name. */
export type ValuesOf<Code extends WarningCode> = Parameters<(typeof WORDINGS)[Code]['vi']>[0]

/** A doubt with its words in Vietnamese, and the values to word it in another language. */
export function warning<Code extends WarningCode>(code: Code, values: ValuesOf<Code>, span?: Span): Warning {
  return { code, ...said<WarningValues>(WORDINGS[code], values), ...(span ? { span } : {}) }
}

/**
 * The words of a warning in a language. Its own message, if the code is not one of these or if it was kept by a version
 * that did not note the values yet.
 */
export function wordsOf({ code, message, values }: Warning, language: Language): string {
  if (language === 'vi' || !Object.hasOwn(WORDINGS, code)) return message
  const wording = WORDINGS[code as WarningCode] as Wording<WarningValues>
  return values || wording.isFixed ? wording[language](values ?? {}) : message
}
