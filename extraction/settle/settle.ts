import { doubtOf } from '../deadlines/doubts.ts'
import type { Draft } from '../drafts/drafts.ts'
import { key } from '../language/fold.ts'
import type { DocumentFields, ExtractedTask, Extraction, Group, Reading, Warning } from '../shapes.ts'

/** Decides which drafts stay, gives each a unique reference, and reports what is doubtful. */
export function settle(
  reading: Reading,
  document: DocumentFields,
  drafts: readonly Draft[],
  groups: readonly Group[],
): Extraction {
  const tasks = withoutGeneralDuties(drafts).map((draft) => draft.task)
  const refs = new Map<string, number>()
  for (const task of tasks) {
    const base = task.ref === '' ? '1' : task.ref
    const count = (refs.get(base) ?? 0) + 1
    refs.set(base, count)
    task.ref = count === 1 ? base : `${base} (${count})`
    task.implements = implementedBy(reading, task, document)
    task.warnings.push(...doubtsOf(task))
    task.confidence = confidenceOf(task, reading)
  }
  const titles = new Set(tasks.map((task) => task.group))
  return {
    document,
    groups: groups.filter((group) => titles.has(group.title) || group.targets.length > 0),
    tasks,
    warnings: [...reading.warnings, ...documentDoubts(document, tasks)],
  }
}

/**
 * Clauses that only repeat in general terms that the document is to be carried out are no tasks beside those it gives:
 * in the section on implementation and in the closing paragraph. One with a deadline of its own stays.
 */
function withoutGeneralDuties(drafts: readonly Draft[]): Draft[] {
  const isGeneralClause = (draft: Draft): boolean =>
    draft.source === 'text' &&
    draft.isGeneral === true &&
    (draft.closes === true || draft.section === 'implementation') &&
    draft.task.deadlines.every((one) => one.inherited)
  return drafts.filter((draft) => !isGeneralClause(draft))
}

/** Numbers of the documents that a task states it implements: "Nghị quyết số 01" for 01/NQ-CP. */
function implementedBy(reading: Reading, task: ExtractedTask, document: DocumentFields): string[] {
  const text = key(reading.text.slice(task.span.start, task.span.end))
  return document.implements
    .filter(({ number, type }) => {
      const whole = key(number)
      const short = type ? `${key(type)} so ${number.split(/[/-]/)[0]}` : whole
      return ` ${text} `.includes(` ${whole} `) || ` ${text} `.includes(` ${short} `)
    })
    .map(({ number }) => number)
}

function doubtsOf(task: ExtractedTask): Warning[] {
  const doubts: Warning[] = []
  const warn = (code: string, message: string, span = task.contentSpan): void => {
    doubts.push({ code, message, span })
  }
  const leads = task.parties.filter((party) => party.role === 'lead')
  if (leads.length === 0) warn('lead_missing', 'Không tìm thấy đơn vị chủ trì; cần chọn đơn vị.')
  else if (leads.every((party) => party.inherited))
    warn(
      'lead_inherited',
      'Đơn vị chủ trì lấy từ đề mục, dòng trên hoặc nơi nhận, không ghi ngay tại nhiệm vụ.',
      leads[0]!.span,
    )
  for (const party of task.parties) {
    if (party.confidence < 0.65)
      warn('unit_doubtful', `Tên đơn vị “${party.name}” có thể bị nhận nhầm hoặc in sai; cần đối chiếu.`, party.span)
  }
  for (const deadline of task.deadlines) {
    const doubt = doubtOf(deadline)
    if (doubt) doubts.push(doubt)
  }
  for (const target of task.targets) {
    if (target.confidence < 0.8)
      warn('target_doubtful', `“${target.text}” có thể là chỉ tiêu phải đạt; cần xác nhận.`, target.span)
  }
  return doubts
}

function confidenceOf(task: ExtractedTask, reading: Reading): number {
  const parts = [
    task.lead.length > 0
      ? Math.min(...task.parties.filter((party) => party.role === 'lead').map((party) => party.confidence))
      : 0.4,
    ...task.deadlines.map((one) => one.confidence),
    ...task.targets.map((one) => one.confidence),
  ]
  const mean = parts.reduce((sum, one) => sum + one, 0) / parts.length
  return Math.round(mean * (reading.recognised ? 0.9 : 1) * 100) / 100
}

function documentDoubts(document: DocumentFields, tasks: readonly ExtractedTask[]): Warning[] {
  const doubts: Warning[] = []
  if (!document.number)
    doubts.push({ code: 'number_missing', message: 'Không tìm thấy số, ký hiệu của văn bản; cần nhập tay.' })
  if (!document.issuedOn)
    doubts.push({
      code: 'date_missing',
      message: 'Không tìm thấy ngày ban hành; thời hạn không ghi năm không tính được.',
    })
  if (tasks.length === 0) doubts.push({ code: 'no_tasks', message: 'Không tìm thấy nhiệm vụ nào trong văn bản.' })
  return doubts
}
