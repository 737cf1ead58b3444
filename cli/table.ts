import { type Deadline, type ExtractedTask, type Extraction, wordsOf } from '@dieuhanh/extraction'
import { ruled, wrap } from './columns.ts'
import type { Words } from './words.ts'

/** Narrower terminals list the tasks one below another instead of in a table. */
const LEAST_TABLE_WIDTH = 84
const WIDEST = 200

/** Output for reading in a terminal: the document's own data, its tasks by group, and what to check. */
export function toTable(extraction: Extraction, width: number, words: Words): string {
  const columns = Math.min(Math.max(width, 40), WIDEST)
  const parts = [head(extraction, columns, words)]
  if (extraction.tasks.length === 0) parts.push(`${words.noTask}\n`)
  else if (columns >= LEAST_TABLE_WIDTH) parts.push(wide(extraction, columns, words))
  else parts.push(narrow(extraction, columns, words))
  const messages = new Set([
    ...extraction.warnings.map((warning) => wordsOf(warning, words.language)),
    ...extraction.tasks.flatMap((task) => taskWarnings(task, words)),
  ])
  if (messages.size > 0) {
    const lines = [...messages].flatMap((message) => wrap(`- ${message}`, columns))
    parts.push(`${words.warnings}:\n${lines.join('\n')}\n`)
  }
  return parts.join('\n')
}

function taskWarnings({ ref, warnings }: ExtractedTask, { language }: Words): string[] {
  return warnings.map((warning) => `${ref}: ${wordsOf(warning, language)}`)
}

function head({ document, tasks }: Extraction, columns: number, words: Words): string {
  const title = [document.type, document.number].filter(Boolean).join(' ')
  const fields: [string, string | null][] = [
    [words.number, title || null],
    [words.issuer, document.issuer],
    [words.issuedOn, document.issuedOn && shownDay(document.issuedOn)],
    [words.signer, document.signer],
    [words.subject, document.subject],
  ]
  const known = fields.filter((field): field is [string, string] => field[1] !== null)
  const lines = known.flatMap(([name, value]) => wrap(`${name}: ${value}`, columns))
  return `${[...lines, words.tasks(tasks.length)].join('\n')}\n`
}

function wide({ tasks }: Extraction, columns: number, words: Words): string {
  const numbers = Math.min(12, Math.max(3, ...tasks.map((task) => task.ref.length)))
  const left = columns - numbers - 16
  const widths = [numbers, Math.floor(left * 0.44), Math.floor(left * 0.18), Math.floor(left * 0.2)]
  widths.push(left - widths.slice(1).reduce((sum, width) => sum + width, 0))
  const rows = [['#', words.task, words.lead, words.coordinating, words.deadline]]
  let group: string | null = null
  for (const task of tasks) {
    if (task.group !== group) {
      group = task.group
      if (group) rows.push([group])
    }
    const extra = [
      ...(task.targets.length > 0 ? [`${words.target}: ${task.targets.map((target) => target.text).join('; ')}`] : []),
      ...(task.product ? [`${words.product}: ${task.product.value}`] : []),
    ]
    rows.push([
      task.ref,
      [task.content, ...extra].join('\n'),
      task.lead.join('; '),
      task.coordinating.join('; '),
      deadlines(task, words),
    ])
  }
  return ruled(rows, widths, 1)
}

function narrow({ tasks }: Extraction, columns: number, words: Words): string {
  let group: string | null = null
  const lines: string[] = []
  for (const task of tasks) {
    if (task.group !== group) {
      group = task.group
      if (group) lines.push(...wrap(`== ${group}`, columns), '')
    }
    lines.push(...wrap(`${task.ref}. ${task.content}`, columns))
    const fields: [string, string][] = [
      [words.lead, task.lead.join('; ')],
      [words.coordinating, task.coordinating.join('; ')],
      [words.deadline, deadlines(task, words)],
      [words.target, task.targets.map((target) => target.text).join('; ')],
      [words.product, task.product?.value ?? ''],
    ]
    for (const [name, value] of fields) if (value !== '') lines.push(...wrap(`   ${name}: ${value}`, columns))
    lines.push('')
  }
  return `${lines.join('\n')}\n`
}

function deadlines(task: ExtractedTask, words: Words): string {
  const shown = task.deadlines.filter((deadline) => deadline.kind !== 'none')
  return shown.map((deadline) => shownDeadline(deadline, words.standing)).join('\n')
}

/** The last day, and the wording it was computed from if that says more than the day does. */
export function shownDeadline(deadline: Deadline, standing: string): string {
  const text = deadline.text.replace(/\s+/g, ' ').trim()
  if (deadline.dueOn) {
    const day = shownDay(deadline.dueOn)
    return deadline.kind === 'date' && !deadline.recurs ? day : `${text} (${day})`
  }
  if (deadline.kind === 'perRegulation') return deadline.rule ?? text
  return text || (deadline.kind === 'standing' ? standing : '')
}

export function shownDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}
