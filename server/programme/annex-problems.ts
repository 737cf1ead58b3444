/** What must be put right in a row of an annex, or the row dropped, before it is added. Pure. */
import { formatDay } from '../platform/calendar.ts'
import { COLUMN_WORDS } from './columns.ts'
import type { ImportRow } from './import-shapes.ts'
import type { Alike } from './list-again.ts'

/** A longer name is cut there when it is read: the row then waits for a person to shorten it. */
export const LONGEST_NAME = 2000

/** What is wrong with a row, each with its place, its column and what to do. */
export function problemsOf(
  row: Omit<ImportRow, 'problems'>,
  {
    on,
    twiceAt,
    knownAs,
    isRegistered,
    outside,
    asked,
    gone,
  }: {
    on: string
    twiceAt: string | null
    /** The code of the entry that the programme has already, or that waits to be decided. */
    knownAs: string | null
    isRegistered: boolean
    outside: string | undefined
    /** The entry of the same name and lead, to be submitted before or after the period: is it this one? */
    asked: Alike | undefined
    /** The entry that was chosen, which can no longer be listed. */
    gone: NonNullable<ImportRow['entry']> | undefined
  },
): ImportRow['problems'] {
  const problems: ImportRow['problems'] = []
  const at = row.at.charAt(0).toLocaleUpperCase('vi') + row.at.slice(1)
  const add = (column: 'name' | 'lead' | 'level' | 'term', code: string, words: string) =>
    problems.push({ column, code, message: `${at}, cột “${COLUMN_WORDS[column]}”: ${words}` })
  // Of an entry that there is already, the annex changes nothing.
  const isNew = row.entry === null
  if (row.name === '') add('name', 'annex.no_name', 'chưa ghi tên đề án. Hãy nhập tên, hoặc bỏ dòng này.')
  else if (row.name.length >= LONGEST_NAME) {
    add(
      'name',
      'annex.long_name',
      `tên dài quá ${LONGEST_NAME} ký tự nên đã bị cắt. Hãy rút gọn, phần còn lại ghi ở ghi chú.`,
    )
  }
  if (isNew && row.lead === null) {
    if (row.leadWords === '') add('lead', 'annex.no_lead', 'chưa ghi cơ quan nào. Hãy chọn cơ quan chủ trì.')
    else if (row.leadOutcome === 'collective') {
      add('lead', 'annex.collective_lead', `“${row.leadWords}” là nhiều cơ quan. Hãy chọn một cơ quan chủ trì.`)
    } else {
      add(
        'lead',
        'annex.unknown_lead',
        `không có cơ quan “${row.leadWords}” vào ngày ${formatDay(on)}. Hãy chọn cơ quan trong danh mục, hoặc bỏ dòng này.`,
      )
    }
  }
  if (isNew && row.level === null) {
    add(
      'level',
      'annex.no_level',
      `${row.levelWords === '' ? 'chưa ghi cấp trình' : `không hiểu “${row.levelWords}”`}. Hãy chọn cấp trình.`,
    )
  }
  if (isNew && row.dueOn === null) {
    add(
      'term',
      'annex.no_term',
      `${row.termWords === '' ? 'chưa ghi thời hạn' : `không hiểu “${row.termWords}”`}. Hãy chọn tháng hoặc ngày.`,
    )
  }
  if (isNew && outside) add('term', 'programme.outside_period', outside)
  if (gone) {
    add(
      'name',
      'annex.entry_gone',
      `${gone.code} đã dừng, đã có trong chương trình này hoặc có hạn sau kỳ. Hãy chọn đề án khác, hoặc ghi là đề án mới.`,
    )
  } else if (asked) {
    add(
      'name',
      'annex.same_entry',
      `${asked.programme} có đề án cùng tên, còn phải trình: ${asked.code}, hạn ${formatDay(asked.dueOn)}. ${
        asked.isLater
          ? 'Nếu là đề án đó, hãy điều chỉnh thời hạn của đề án trước; nếu không, hãy ghi là đề án mới.'
          : 'Hãy chọn: là đề án đó, hay là đề án mới.'
      }`,
    )
  }
  if (knownAs !== null && isRegistered) {
    add(
      'name',
      'annex.registered',
      `đề án này đã đăng ký và chưa có quyết định (${knownAs}). Hãy quyết định hoặc rút đăng ký đó trước.`,
    )
  } else if (knownAs !== null) {
    add('name', 'annex.known', `chương trình đã có đề án này (${knownAs}). Hãy bỏ dòng này.`)
  } else if (twiceAt !== null && twiceAt !== row.at && (row.lead !== null || !isNew)) {
    add('name', 'annex.twice', `trùng với ${twiceAt}. Hãy bỏ một trong hai dòng.`)
  }
  return problems
}
