import type { Answer, Query } from '@dieuhanh/client'
import { ruled } from './columns.ts'
import { EXIT, Stop, write } from './io.ts'
import { answerOf, type Connection } from './server.ts'
import { shownDay } from './table.ts'
import type { Words } from './words.ts'

type TaskQuery = Query<'/api/tasks'>
type TaskRow = Answer<'/api/tasks'>['rows'][number]

/** Figures of the statistics that a list can be filtered by, and states of the work; the server keeps the two apart. */
const FIGURES = [
  'doneOnTime',
  'doneLate',
  'openInTerm',
  'openOverdue',
  'done',
  'open',
  'due',
  'awaitingConfirmation',
] as const
const STATES = ['assigned', 'received', 'inProgress', 'reportedDone', 'confirmed', 'returned', 'cancelled'] as const

/** Most rows the server returns in one page. */
const PAGE = 500

export interface ListOptions {
  state?: string
  query?: string
  asOf?: string
  limit: number
  json: boolean
  width: number
}

/** Lists tasks as a table, or as JSON with every field the server returns. */
export async function listTasks(connection: Connection, options: ListOptions, words: Words): Promise<number> {
  const filter: TaskQuery = { ...narrowed(options.state, words), sort: 'urgency' }
  if (options.query) filter.search = options.query
  if (options.asOf) filter.asOf = dayOf(options.asOf, words)
  const rows: TaskRow[] = []
  let asOf = ''
  let cursor: string | null = null
  do {
    const limit = Math.min(PAGE, options.limit - rows.length)
    const query: TaskQuery = cursor === null ? { ...filter, limit } : { ...filter, limit, cursor }
    const page: Answer<'/api/tasks'> = await answerOf(
      connection,
      connection.client.GET('/api/tasks', { params: { query } }),
      words,
    )
    rows.push(...page.rows)
    asOf = page.asOf
    cursor = page.nextCursor
  } while (cursor !== null && rows.length < options.limit)
  if (options.json) {
    await write(`${JSON.stringify({ asOf, rows, more: cursor !== null }, null, 2)}\n`, undefined, words)
    return EXIT.done
  }
  await write(tableOf(rows, asOf, options.width, words), undefined, words)
  if (cursor !== null) process.stderr.write(`${words.moreTasks(rows.length)}\n`)
  return EXIT.done
}

function narrowed(state: string | undefined, words: Words): TaskQuery {
  if (state === undefined) return {}
  const figure = FIGURES.find((known) => known === state)
  if (figure) return { standing: figure }
  const known = STATES.find((each) => each === state)
  if (known) return { state: known }
  throw new Stop(EXIT.badUse, words.badState(state, [...FIGURES, ...STATES].join(', ')))
}

export function dayOf(text: string, words: Words): string {
  try {
    return Temporal.PlainDate.from(text).toString()
  } catch {
    throw new Stop(EXIT.badUse, words.badDay(text))
  }
}

function tableOf(rows: TaskRow[], asOf: string, width: number, words: Words): string {
  const codes = Math.max(4, ...rows.map((row) => row.code.length))
  const left = Math.max(60, Math.min(width, 200)) - codes - 10 - 16
  const widths = [codes, Math.floor(left * 0.5), Math.floor(left * 0.28), 10]
  widths.push(left - widths[1]! - widths[2]!)
  const lines = rows.map((row) => [
    row.code,
    row.title,
    [row.leadAgencyName, ...row.otherLeads].join('; '),
    row.dueOn ? shownDay(row.dueOn) : words.noDeadline,
    words.states[row.standing] + (row.daysLate ? `, ${words.daysLate(row.daysLate)}` : ''),
  ])
  const head = `${words.asOf(shownDay(asOf))}: ${words.tasks(rows.length)}\n`
  return head + ruled([['#', words.task, words.lead, words.deadline, words.state], ...lines], widths, 1)
}
