/** What keeps a directive or a draft from being confirmed, in Vietnamese and in English. */
import { fixed, quoted, said, type Wording, worded } from '@dieuhanh/extraction'
import { formatDay } from '../platform/calendar.ts'
import type { Language } from '../platform/http/language.ts'
import type { Problem } from './shapes.ts'

const QUOTED_LENGTH = 120

/** Words of the document as a message quotes them: as many as a reader needs to find the place. */
export function cutQuote(text: string): string {
  return text.length <= QUOTED_LENGTH ? text : `${text.slice(0, QUOTED_LENGTH).replace(/\s+\S*$/u, '')} …`
}

/** The words of a deadline where it has any. */
const literal = (text: string): string => (text === '' ? '' : ` “${text}”`)

const DIRECTIVE = {
  number_missing: fixed('Chưa có số, ký hiệu văn bản. Hãy nhập.', 'The number of the document is missing. Enter it.'),
  issuer_missing: fixed('Chưa có cơ quan ban hành. Hãy nhập.', 'The issuer is missing. Enter it.'),
  issue_day_missing: fixed('Chưa có ngày ban hành. Hãy nhập.', 'The day of issue is missing. Enter it.'),
  assigned_ahead: worded<{ day: string }>(
    ({ day }) => `Ngày giao ${formatDay(day)} ở sau hôm nay. Hãy sửa ngày.`,
    ({ day }) => `The day of assignment, ${formatDay(day)}, is after today. Correct the day.`,
  ),
  no_tasks: fixed(
    'Văn bản không có nhiệm vụ nào để xác nhận. Hãy thêm nhiệm vụ bằng tay, hoặc bỏ văn bản này.',
    'The document has no task to confirm. Add a task by hand, or drop the document.',
  ),
}

const PARTS = {
  groupTitle: { vi: 'Tên nhóm nhiệm vụ', en: 'Group of tasks' },
  title: { vi: 'Tên nhiệm vụ', en: 'Title' },
  content: { vi: 'Nội dung', en: 'Content' },
  product: { vi: 'Sản phẩm', en: 'Product' },
  implements: { vi: 'Văn bản được thực hiện', en: 'Documents implemented' },
  parties: { vi: 'Đơn vị', en: 'Units' },
  deadlines: { vi: 'Thời hạn', en: 'Deadlines' },
  targets: { vi: 'Chỉ tiêu', en: 'Targets' },
}
/** The parts of a draft that a reviewer sends. */
export type DraftPart = keyof typeof PARTS
export const DRAFT_PARTS = Object.keys(PARTS) as DraftPart[]

const DRAFT = {
  title_missing: fixed('Chưa có tên nhiệm vụ.', 'The title of the task is missing.'),
  content_missing: fixed('Chưa có nội dung nhiệm vụ.', 'The content of the task is missing.'),
  lead_missing: fixed('Chưa có đơn vị chủ trì. Hãy thêm một đơn vị.', 'There is no lead unit. Add one.'),
  lead_collective: worded<{ names: string[] }>(
    ({ names }) =>
      `Cơ quan chủ trì ${quoted(names)} là cách gọi chung nhiều cơ quan. Hãy chia cho từng cơ quan, hoặc chọn một cơ quan chịu trách nhiệm chính.`,
    ({ names }) =>
      `The lead ${quoted(names)} stands for several agencies. Give it to each of them, or choose the one agency that is accountable.`,
  ),
  lead_unknown: worded<{ names: string[] }>(
    ({ names }) => `Cơ quan chủ trì ${quoted(names)} chưa khớp với cơ quan nào trong danh mục. Hãy chọn cơ quan.`,
    ({ names }) => `The lead ${quoted(names)} matches no agency of the registry. Choose the agency.`,
  ),
  undated_has_day: worded<{ text: string; day: string }>(
    ({ text, day }) =>
      `Thời hạn${literal(text)} thuộc loại không có ngày nhưng lại ghi ngày ${formatDay(day)}. Hãy bỏ ngày hoặc đổi loại thời hạn.`,
    ({ text, day }) =>
      `The deadline${literal(text)} is of a kind that has no day but gives ${formatDay(day)}. Remove the day or change the kind.`,
  ),
  last_day_missing: worded<{ text: string }>(
    ({ text }) => `Thời hạn${literal(text)} chưa có ngày cuối cùng. Hãy nhập ngày, hoặc đổi sang loại không có ngày.`,
    ({ text }) => `The deadline${literal(text)} has no last day. Enter the day, or choose a kind that has no day.`,
  ),
  due_too_far: worded<{ day: string }>(
    ({ day }) => `Thời hạn ${formatDay(day)} quá xa. Hãy xem lại năm.`,
    ({ day }) => `The deadline ${formatDay(day)} is too far ahead. Check the year.`,
  ),
  too_many_digits: fixed(
    'Chỉ tiêu có số quá 15 chữ số. Hãy đổi đơn vị.',
    'A number of a target has more than 15 digits. Use a larger unit.',
  ),
  range_open: fixed('Chỉ tiêu dạng khoảng chưa có cận trên.', 'The range of a target has no upper end.'),
  range_backwards: fixed(
    'Cận trên của chỉ tiêu nhỏ hơn cận dưới.',
    'The upper end of a target is below its lower end.',
  ),
  not_a_range: fixed('Chỉ tiêu có cận trên thì phải là dạng khoảng.', 'A target with an upper end must be a range.'),
  too_long: worded<{ part: DraftPart; limit: number }>(
    ({ part, limit }) => `${PARTS[part].vi}: Không được quá ${limit} ký tự. Hãy sửa lại.`,
    ({ part, limit }) => `${PARTS[part].en}: ${limit} characters at most. Shorten it.`,
  ),
  too_many: worded<{ part: DraftPart; limit: number }>(
    ({ part, limit }) => `${PARTS[part].vi}: Không được quá ${limit} mục. Hãy sửa lại.`,
    ({ part, limit }) => `${PARTS[part].en}: ${limit} entries at most. Remove some.`,
  ),
  wrong_form: worded<{ part: DraftPart }>(
    ({ part }) => `${PARTS[part].vi}: Không đúng dạng. Hãy sửa lại.`,
    ({ part }) => `${PARTS[part].en}: not in the right form. Correct it.`,
  ),
}

const WORDINGS = { ...DIRECTIVE, ...DRAFT }
export type ProblemCode = keyof typeof WORDINGS
type ValuesOf<Code extends ProblemCode> = Parameters<(typeof WORDINGS)[Code]['vi']>[0]
type AnyValues = NonNullable<Problem['values']>

/** A problem with its words in Vietnamese, and the values to word it in another language. */
export function problem<Code extends ProblemCode>(field: string, code: Code, values: ValuesOf<Code>): Problem {
  return { field, code, ...said<AnyValues>(WORDINGS[code], values) }
}

/** The problem in a language; unchanged if its code is not one of these. */
export function problemIn(shown: Problem, language: Language): Problem {
  if (!Object.hasOwn(WORDINGS, shown.code)) return shown
  const wording = WORDINGS[shown.code as ProblemCode] as Wording<AnyValues>
  return { ...shown, message: wording[language](shown.values ?? {}) }
}
