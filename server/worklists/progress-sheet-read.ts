import type ExcelJS from 'exceljs'
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { formatNumber } from '../platform/calendar.ts'
import type { Handle } from '../platform/db.ts'
import { Invalid, Problem } from '../platform/errors.ts'
import { openBook } from '../platform/reading/open-book.ts'
import { dayIn, numberIn, type Plain, percentOf, plainOf, wordsIn } from '../platform/sheet-cells.ts'
import { isExact, mayDo, move, type TaskOf, tasksToRead } from '../tasks/index.ts'
import type { WorklistsDb } from './db.ts'
import {
  COLUMN,
  demandOwnSheet,
  FIRST_ROW,
  HIDDEN,
  MARK_HEADER,
  type Marker,
  SHEETS,
  TARGET,
} from './progress-sheet.ts'
import type { CellError, SheetPreview, SheetRow } from './progress-sheet-shapes.ts'

type Change = SheetRow['changes'][number]
type Report = SheetRow['report']

/** A changed row of the sheet, before it is compared with the current task. */
interface Filled {
  id: number
  version: number
  place: number
  report: Omit<Report, 'body'> & { body: string | null }
  changes: Change[]
}

const MOST_WORDS = 4_000

/**
 * What a filled-in sheet would do; nothing is changed yet. Returns the changed rows, each as the report it becomes; for a row
 * whose task has changed since, the current task; and the address of every cell that cannot be read. Throws `Invalid` for a
 * file that is not one of our sheets.
 */
export async function readProgressSheet(
  db: Handle<WorklistsDb>,
  actor: Actor,
  marker: Marker,
  bytes: Buffer,
  today: string,
): Promise<SheetPreview> {
  demandOwnSheet(actor)
  const book = await openBook(bytes)
  const sheet = book.getWorksheet(SHEETS.tasks)
  if (!sheet || wordsIn(plainOf(sheet.getCell(`${HIDDEN.id}4`))) !== MARK_HEADER) {
    throw new Invalid(
      'sheet.foreign',
      'Tệp này không phải phiếu báo cáo tiến độ do hệ thống xuất. Hãy xuất phiếu ở mục Việc của tôi, điền rồi nộp lại.',
    )
  }
  const errors: CellError[] = []
  const measured = readTargets(book.getWorksheet(SHEETS.targets), marker, today, errors)
  const { filled, unchanged } = readTasks(sheet, marker, measured, errors)
  return { rows: await compared(db, actor, filled, errors), errors, unchanged }
}

interface Measured {
  taskId: number
  targetId: number
  value: number
  measuredOn: string | undefined
  change: Change
}

function readTasks(
  sheet: ExcelJS.Worksheet,
  marker: Marker,
  measured: readonly Measured[],
  errors: CellError[],
): { filled: Filled[]; unchanged: number } {
  const filled: Filled[] = []
  const seen = new Set<number>()
  let unchanged = 0
  for (let place = FIRST_ROW; place <= sheet.rowCount; place += 1) {
    const cell = (column: string) => plainOf(sheet.getCell(`${column}${place}`))
    const wrong = (column: string, message: string) =>
      errors.push({ sheet: SHEETS.tasks, cell: `${column}${place}`, message })
    if (sheet.getRow(place).cellCount === 0 || Object.values(HIDDEN).every((column) => cell(column).is === 'empty')) {
      if (Object.values(COLUMN).some((column) => cell(column).is !== 'empty')) {
        wrong('A', 'Dòng này không có trong phiếu đã xuất nên không được nhận.')
      }
      continue
    }
    const [id, version, percent] = [HIDDEN.id, HIDDEN.version, HIDDEN.percent].map((column) => whole(cell(column)))
    const mark = wordsIn(cell(HIDDEN.mark)) ?? ''
    if (
      id === undefined ||
      version === undefined ||
      percent === undefined ||
      !marker.fits(mark, 'task', id, version, percent)
    ) {
      wrong('A', 'Cột ẩn của dòng này đã bị sửa hoặc dòng thuộc phiếu khác. Hãy xuất phiếu mới.')
      continue
    }
    if (seen.has(id)) {
      wrong('A', 'Nhiệm vụ này có hai dòng trong phiếu. Hãy bỏ bớt một dòng.')
      continue
    }
    seen.add(id)
    const before = errors.length
    const row = rowOf({ id, version, percent, place }, cell, wrong, measured)
    if (errors.length > before) continue
    if (row === undefined) unchanged += 1
    else filled.push(row)
  }
  return { filled, unchanged }
}

function rowOf(
  exported: { id: number; version: number; percent: number; place: number },
  cell: (column: string) => Plain,
  wrong: (column: string, message: string) => void,
  measured: readonly Measured[],
): Filled | undefined {
  const { id, version, place } = exported
  const changes: Change[] = []
  const at = (column: string) => ({ sheet: SHEETS.tasks, cell: `${column}${place}`, name: null })
  const percent = percentIn(cell(COLUMN.percent))
  if (percent === null) wrong(COLUMN.percent, 'Tiến độ phải là một số nguyên từ 0 đến 100.')
  else if (percent !== undefined && percent !== exported.percent) {
    changes.push({ ...at(COLUMN.percent), field: 'percent', before: `${exported.percent}%`, after: `${percent}%` })
  }
  const typed: { body?: string; obstacles?: string; proposals?: string } = {}
  for (const field of ['body', 'obstacles', 'proposals'] as const) {
    const found = cell(COLUMN[field])
    const words = wordsIn(found)
    if (found.is === 'broken') wrong(COLUMN[field], 'Ô này có lỗi công thức hoặc ký tự hỏng. Hãy gõ lại.')
    else if (words !== null && words.length > MOST_WORDS) {
      wrong(COLUMN[field], `Không được quá ${formatNumber(MOST_WORDS)} ký tự (đang có ${formatNumber(words.length)}).`)
    } else if (words !== null) {
      typed[field] = words
      changes.push({ ...at(COLUMN[field]), field, before: null, after: words })
    }
  }
  const values = measured.filter(({ taskId }) => taskId === id)
  changes.push(...values.map(({ change }) => change))
  if (changes.length === 0) return undefined
  if (typed.body === undefined) {
    wrong(COLUMN.body, 'Hãy ghi kết quả thực hiện của lần báo cáo này.')
    return undefined
  }
  return {
    id,
    version,
    place,
    changes,
    report: {
      percent: percent ?? exported.percent,
      body: typed.body,
      ...(typed.obstacles === undefined ? {} : { obstacles: typed.obstacles }),
      ...(typed.proposals === undefined ? {} : { proposals: typed.proposals }),
      ...(values.length === 0
        ? {}
        : {
            measurements: values.map(({ targetId, value, measuredOn }) => ({
              targetId,
              value,
              ...(measuredOn === undefined ? {} : { measuredOn }),
            })),
          }),
    },
  }
}

/** undefined: left empty; null: not a percentage. */
function percentIn(found: Plain): number | null | undefined {
  if (found.is === 'empty') return undefined
  const number = numberIn(found)
  const percent = number === undefined ? Number.NaN : percentOf(number)
  return Number.isInteger(percent) && percent >= 0 && percent <= 100 ? percent : null
}

function readTargets(
  sheet: ExcelJS.Worksheet | undefined,
  marker: Marker,
  today: string,
  errors: CellError[],
): Measured[] {
  const found: Measured[] = []
  for (let place = FIRST_ROW; place <= (sheet?.rowCount ?? 0); place += 1) {
    const cell = (column: string) => plainOf(sheet!.getCell(`${column}${place}`))
    const wrong = (column: string, message: string) =>
      errors.push({ sheet: SHEETS.targets, cell: `${column}${place}`, message })
    const typed = cell(TARGET.value)
    const day = cell(TARGET.measuredOn)
    if (typed.is === 'empty') {
      if (day.is !== 'empty') wrong(TARGET.value, 'Đã ghi ngày đo thì phải ghi giá trị đo được.')
      continue
    }
    const [taskId, targetId] = [whole(cell(TARGET.task)), whole(cell(TARGET.id))]
    const mark = wordsIn(cell(TARGET.mark)) ?? ''
    if (taskId === undefined || targetId === undefined || !marker.fits(mark, 'target', taskId, targetId)) {
      wrong('A', 'Cột ẩn của dòng này đã bị sửa hoặc dòng thuộc phiếu khác. Hãy xuất phiếu mới.')
      continue
    }
    const number = numberIn(typed)
    const unit = wordsIn(cell('D')) ?? ''
    const value = number === undefined ? undefined : unit === '%' ? percentOf(number) : number.number
    const measuredOn = dayIn(day)
    if (value === undefined || !isExact(value)) {
      wrong(TARGET.value, 'Giá trị phải là một số, nhiều nhất 15 chữ số, ví dụ 12,5.')
    } else if (day.is !== 'empty' && measuredOn === undefined) {
      wrong(TARGET.measuredOn, 'Ngày đo phải là một ngày, ví dụ 28/02/2021.')
    } else if (measuredOn !== undefined && measuredOn > today) {
      wrong(TARGET.measuredOn, 'Ngày đo không được sau hôm nay.')
    } else {
      const change: Change = {
        sheet: SHEETS.targets,
        cell: `${TARGET.value}${place}`,
        field: 'measured',
        name: wordsIn(cell('B')),
        before: wordsIn(cell('E')),
        after: unit === '%' ? `${formatNumber(value)}%` : `${formatNumber(value)} ${unit}`.trim(),
      }
      found.push({ taskId, targetId, value, measuredOn, change })
    }
  }
  return found
}

const whole = (found: Plain): number | undefined => {
  const number = numberIn(found)?.number
  return Number.isSafeInteger(number) ? number : undefined
}

interface Now {
  id: number
  code: string
  title: string
  changedBy: string
  body: string | null
}

/** Compares each filled row with its current task. A task that is not visible to the actor is treated as missing. */
async function compared(
  db: Handle<WorklistsDb>,
  actor: Actor,
  filled: readonly Filled[],
  errors: CellError[],
): Promise<SheetRow[]> {
  const ids = filled.map(({ id }) => id)
  const tasks = new Map((await tasksToRead(db, actor, ids)).map((task) => [task.task_id, task]))
  const { rows } = await sql<Now>`
    select t.task_id as id, t.code, t.title, t.changed_by as "changedBy",
           (select r.body from tasks.report_card r where r.task_id = t.task_id
            order by r.reported_on desc, r.progress_report_id desc limit 1) as body
    from tasks.task_card t where t.task_id = any(${[...tasks.keys()]}::bigint[])`.execute(db)
  const words = new Map(rows.map((row) => [row.id, row]))
  return filled.flatMap(({ id, version, place, report, changes }) => {
    const [task, now] = [tasks.get(id), words.get(id)]
    if (!task || !now) {
      errors.push({ sheet: SHEETS.tasks, cell: `A${place}`, message: 'Không tìm thấy nhiệm vụ này.' })
      return []
    }
    return {
      id,
      code: now.code,
      title: now.title,
      version: task.version,
      report: report as Report,
      changes,
      conflict:
        task.version === version
          ? null
          : {
              changedBy: now.changedBy,
              changedAt: task.changed_at,
              state: task.state,
              percent: task.percent,
              dueOn: task.due_on,
              body: now.body,
            },
      refusal: refusalOf(actor, task),
    }
  })
}

function refusalOf(actor: Actor, task: TaskOf): string | null {
  if (mayDo(actor, task).includes('report')) return null
  try {
    move(task.state, 'report')
  } catch (error) {
    if (error instanceof Problem) return error.detail
    throw error
  }
  return 'Cơ quan bạn không còn chủ trì nhiệm vụ này nên không báo cáo tiến độ được.'
}
