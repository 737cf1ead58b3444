import { contentOf } from '../blocks/content.ts'
import { markIn } from '../blocks/marks.ts'
import { type RowValue, type TableRow, tableRows } from '../blocks/tables.ts'
import { deadlinesInText, deadlinesOfValue } from '../deadlines/deadlines.ts'
import type { Passage } from '../language/passage.ts'
import type { Stretch } from '../language/sentences.ts'
import { wordAt, wordsOf } from '../language/words.ts'
import type { Item } from '../outline/outline.ts'
import type { Deadline, ExtractedTask, Party, Warning } from '../shapes.ts'
import { measuredBy, targetsIn } from '../targets/targets.ts'
import { orderOf } from '../units/orders.ts'
import { partiesOf, partiesOfNames } from '../units/parties.ts'
import { partiesByRole, type Roles } from '../units/roles.ts'
import { isUnitAt, verbAt } from '../units/units.ts'
import { warning } from '../warnings.ts'
import { type Bounds, taskOf } from './assemble.ts'
import { bodiesOf } from './bodies.ts'
import { type Context, type Draft, type Drafts, inherited, type Setting } from './drafts.ts'

/** The tasks of a plan's table, one per row, and the groups named by its group rows. */
export function tableTasks(item: Item, context: Context, setting: Setting): Drafts {
  const rows = (item.table && tableRows(item.table)) ?? []
  const drafts: Draft[] = rows.map((row) => ({
    source: 'table',
    section: context.section,
    task: rowTask(row, item, context, setting),
  }))
  const guess = rows.findIndex(({ values }) => Object.values(values).some(({ guessed }) => guessed))
  if (guess >= 0) drafts[guess]!.task.warnings.push(warning('columns_guessed', {}, item.table!.rows[0]!.span))
  const titles = new Set(rows.flatMap((row) => row.groups.map(({ title }) => title)))
  const groups = [...titles].map((title) => ({
    title: tidy(title),
    span: title.span(),
    targets: targetsIn(title, 0, title.text.length),
  }))
  return { drafts, groups }
}

function rowTask(row: TableRow, item: Item, context: Context, setting: Setting): ExtractedTask {
  const body = row.content.map((passage) => ({ passage, from: markLength(passage), to: passage.text.length }))
  const first = body[0] as (typeof body)[number]
  const order = orderOf(first.passage, first.from, first.to)
  const named = cellParties(row.values.lead ?? row.values.altLead)
  const partners = row.values.coordinating ? partnersOf(row.values.coordinating) : named.coordinating
  const limit = row.values.deadline
  const ownDeadlines = limit
    ? valueDeadlines(limit, setting)
    : deadlinesInText(first.passage, first.from, first.to, setting.times)
  const stated = ownDeadlines.length > 0 || limit ? ownDeadlines : periodsInNotes(row, setting)
  const deadlines = stated.length > 0 || limit ? stated : periodsAbove(row, setting)
  const counted = row.values.measureUnit?.passage.text
  const product = row.values.product?.passage
  const own = order.lead.length > 0 && named.lead.every((party) => party.inherited) ? order.lead : named.lead
  const target = row.values.target?.passage
  const task = taskOf({
    path: pathOf(row),
    annex: item.annex || 'PL',
    group: themeOf(row) ?? context.group ?? context.part,
    body,
    action: { ...first, from: order.lead.length > 0 ? Math.min(order.actionFrom, first.to) : first.from },
    span: row.span,
    lead: [own, order.lead, groupParties(row), context.lead].find((parties) => parties.length > 0) ?? [],
    coordinating: partners.length > 0 ? partners : order.coordinating,
    deadlines,
    product: product ? whole(product) : null,
    target: target ? whole(target) : null,
    measured: {
      ...(target ? measuredBy(first.passage, first.from, first.to, target) : {}),
      ...(counted ? { unit: counted, measure: first.passage.text.slice(first.from, first.to).trim() } : {}),
    },
    limits: limit ? [whole(limit.passage)] : [],
    alsoRead: limit ? deadlinesInText(first.passage, first.from, first.to, setting.times) : [],
  })
  task.warnings.push(...unreadCells(row, named.lead, partners))
  return task
}

/** "Hoàn thành trước 30/6/2026" as a remark, where no column says when. */
function periodsInNotes({ notes }: TableRow, { times }: Setting): Deadline[] {
  return notes
    .flatMap((note) => deadlinesInText(note, 0, note.text.length, times))
    .map((one) => ({ ...one, confidence: Math.min(one.confidence, 0.85) }))
}

/** "Đến năm 2030" as the title of a group is when its rows are due. */
function periodsAbove({ groups }: TableRow, setting: Setting): Deadline[] {
  const period = groups.findLast(({ title }) => contentOf(title).period)
  return period ? valueDeadlines({ passage: period.title, inherited: true }, setting) : []
}

function whole(passage: Passage): Bounds {
  return { passage, from: 0, to: passage.text.length }
}

/** What is printed in the columns that say who and with whom, and was not understood, is shown to the reviewer. */
function unreadCells({ values }: TableRow, lead: readonly Party[], partners: readonly Party[]): Warning[] {
  const unread: Warning[] = []
  const who = values.lead ?? values.altLead
  if (who && lead.length === 0) unread.push(warning('lead_unread', { cell: who.passage.text }, who.passage.span()))
  const beside = values.coordinating
  if (beside && partners.length === 0 && !beside.inherited && !NO_ONE.test(beside.passage.plain))
    unread.push(warning('coordinating_unread', { cell: beside.passage.text }, beside.passage.span()))
  return unread
}

/** "Không", "-", "x": a cell that says there is no one. */
const NO_ONE = /^(?:khong(?: co)?|[^a-z]*[a-z]?[^a-z]*)$/

/** A value of a column judged by its cells is shown as unsure. */
const GUESSED = 0.7

/** "Phối hợp các phòng thuộc Sở" in a column of partners and notes. */
const WITH = /^\s*phoi hop (?:(?:cung )?voi |cung )?/
/** What a note begins with, besides a verb. */
const NOTE = /^(?:da|phu hop|cu the hoa|bam sat|dinh ky|can cu|theo|sau khi|khi) /

function partnersOf(value: RowValue, start = 0, to = value.passage.text.length): Party[] {
  const from = start + (WITH.exec(value.passage.plain.slice(start, to))?.[0].length ?? 0)
  if (from === start && isNote(value.passage, start)) return []
  const named = NAMES.test(value.passage.text.slice(from, to))
    ? namesApart(value.passage, from, to)
    : bodiesOf(value.passage, from, to)
  return asOfCell(
    value,
    named.flatMap((body) => partiesOf(value.passage, body.from, body.to, 'coordinating')),
  )
}

/** "Thực hiện sau khi có hướng dẫn": the cell names no one, but says what else is to be known of the row. */
function isNote(passage: Passage, from: number): boolean {
  const first = wordAt(wordsOf(passage), from)
  if (isUnitAt(passage, first) || NAMES.test(passage.text.slice(from))) return false
  return verbAt(passage, first, true) > 0 || NOTE.test(passage.plain.slice(from, from + 12))
}

/** The texts between the commas of a list of names, unless they are whole agencies: "Bộ Văn hóa, Thể thao và Du lịch". */
function namesApart(passage: Passage, from: number, to: number): Stretch[] {
  if (isUnitAt(passage, wordAt(wordsOf(passage), from))) return bodiesOf(passage, from, to)
  const parts = [...passage.text.slice(from, to).matchAll(/[^,;]+/g)]
  return parts.map(({ 0: text, index }) => ({ from: from + index, to: from + index + text.length }))
}

/** "Xây dựng, Y tế": two or more short texts with a capital each are names, though "xây dựng" is a verb. */
const NAMES = /^\s*\p{Lu}\p{L}*(?: \p{L}+){0,5}(?:\s*[,;]\s*\p{Lu}\p{L}*(?: [\p{L}-]+){0,5}){1,30}[.,;]?\s*$/u

function asOfCell({ guessed, inherited: isInherited }: RowValue, parties: readonly Party[]): Party[] {
  const sure = parties.map((party) => (guessed ? { ...party, confidence: Math.min(party.confidence, GUESSED) } : party))
  return isInherited ? inherited(sure) : sure
}

function valueDeadlines({ passage, inherited: isInherited, guessed }: RowValue, setting: Setting): Deadline[] {
  const deadlines = deadlinesOfValue(passage, 0, passage.text.length, setting.times).map((one) =>
    guessed ? { ...one, confidence: Math.min(one.confidence, GUESSED) } : one,
  )
  return isInherited
    ? deadlines.map((one) => ({ ...one, inherited: true, confidence: Math.min(one.confidence, 0.85) }))
    : deadlines
}

const PARTNERS_IN_CELL = /(?:[;,.(]|^| )\s*(?:co quan |don vi )?phoi hop(?: thuc hien)?(?: voi)?\s*:?\s+/
const DIRECTS_IN_CELL = /(?<!\bban) chi dao /
/** "Sở A chủ trì, Sở B phối hợp". */
const LEADS_AND_HELPS = /^(.{3,200}?),? chu tri[,;] ?(.{3,300}?) phoi hop(?: thuc hien)?\W*$/
const LEAD_IN_CELL = /^\s*(?:co quan |don vi )?chu tri\s*:?\s*/

/** One cell may contain both: "Chủ trì: Sở A; phối hợp: Sở B", "Sở A (chủ trì), Sở B (phối hợp)". */
function cellParties(value: RowValue | undefined): Roles {
  if (!value) return { lead: [], coordinating: [] }
  const folded = value.passage.plain
  const both = LEADS_AND_HELPS.exec(folded)
  if (both) {
    const [, first, second] = both as unknown as [string, string, string]
    const from = folded.indexOf(second, first.length)
    const doers = doersOf(value, 0, first.length)
    return { ...doers, coordinating: [...doers.coordinating, ...partnersOf(value, from, from + second.length)] }
  }
  const start = LEAD_IN_CELL.exec(folded)?.[0].length ?? 0
  const cut = PARTNERS_IN_CELL.exec(folded)
  // "Bộ A chỉ đạo Sở B thực hiện": who directs leads, those directed are its own.
  const directs = DIRECTS_IN_CELL.exec(folded)
  if (directs && isUnitAt(value.passage, wordAt(wordsOf(value.passage), directs.index + directs[0].length)))
    return doersOf(value, start, directs.index)
  if (!cut || cut.index === 0) return doersOf(value, start)
  const doers = doersOf(value, start, folded.slice(0, cut.index).replace(/,? chu tri$/, '').length)
  return { ...doers, coordinating: [...doers.coordinating, ...partnersOf(value, cut.index + cut[0].length)] }
}

/** "Trung tâm Nghiên cứu, đào tạo thiết kế vi mạch": such bodies are named after their work, and a cell of them holds no verb. */
const NAMED_AFTER_WORK = /^(?:trung tâm|viện|ban|học viện|trường|quỹ|công ty|tổng công ty) \p{L}/u

function isOneName({ text, lower }: Passage, { from, to }: Stretch): boolean {
  const name = lower.slice(from, to)
  return (
    NAMED_AFTER_WORK.test(name) &&
    /\p{Lu}/u.test(text.slice(from + 3, from + 20)) &&
    !/[;:.(\n]|(?:chủ trì|phối hợp|thực hiện|hướng dẫn|báo cáo|sở|ủy ban|ubnd|phòng|các|bộ|cục|viện)(?!\p{L})/u.test(
      name.slice(5),
    )
  )
}

function doersOf(value: RowValue, from: number, to = value.passage.text.length): Roles {
  const roles = bodiesOf(value.passage, from, to).map((body) =>
    isOneName(value.passage, body)
      ? { lead: partiesOfNames(value.passage, body.from, body.to, 'lead'), coordinating: [] }
      : partiesByRole(value.passage, body.from, body.to),
  )
  return {
    lead: asOfCell(
      value,
      roles.flatMap(({ lead }) => lead),
    ),
    coordinating: asOfCell(
      value,
      roles.flatMap(({ coordinating }) => coordinating),
    ),
  }
}

/** A group row may be the name of the agency whose tasks follow; otherwise it names their theme. */
function groupParties(row: TableRow): Party[] {
  return row.groups.flatMap(({ title }) => nameParties(title))
}

/** "Nhóm nhiệm vụ về bến đò" is a theme, though a "nhóm" may also be a team. */
const THEME_ROW = /^\W*(?:[ivx]{1,5}[.)/-]\s*|\d{1,2}[.)/-]\s*)?(?:nhom|linh vuc|noi dung|nhiem vu)\b/

function nameParties(title: Passage): Party[] {
  if (THEME_ROW.test(title.plain)) return []
  const order = orderOf(title, 0, title.text.length)
  return order.isName ? inherited(order.lead) : []
}

function themeOf(row: TableRow): string | null {
  const themes = row.groups.filter(({ title }) => nameParties(title).length === 0)
  // "Đến năm 2030" says when; what it is about stands below it, if anywhere.
  const theme = themes.find(({ title }) => !contentOf(title).period) ?? themes[0]
  return theme ? tidy(theme.title) : null
}

function tidy(title: Passage): string {
  return title.text.slice(markIn(title)?.length ?? 0).replace(/[\s:.;]+$/, '')
}

function pathOf(row: TableRow): string[] {
  const ordinals = row.groups.map(({ ordinal }) => ordinal).filter((ordinal) => ordinal !== '')
  const groups = ordinals.filter((group, at) => !ordinals[at + 1]?.startsWith(`${group}.`))
  if (row.ordinal === '' || /\s/.test(row.ordinal)) return [...groups, `-${row.place}`]
  return [...groups.filter((group) => !row.ordinal.startsWith(`${group}.`)), row.ordinal]
}

function markLength(passage: Passage): number {
  return /^(?:[-+•–]|\d{1,2}\.|[a-zđ]\))\s+/.exec(passage.text)?.[0].length ?? 0
}
