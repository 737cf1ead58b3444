/** What a draft contains and what blocks it from becoming a task. Pure. */
import type { ExtractedTask } from '@dieuhanh/extraction'
import { Compile } from 'typebox/compile'
import { formatDay } from '../platform/calendar.ts'
import { fieldsOf } from '../platform/http/validator.ts'
import { isExact } from '../tasks/index.ts'
import type { DraftContent, NewDraft } from './drafts.ts'
import { type DraftDeadline, DraftEdit, type DraftParty, type Problem, type Warning } from './shapes.ts'

const UNDATED: readonly DraftDeadline['kind'][] = ['standing', 'perRegulation', 'none']

/** The longest title allowed; longer ones are cut at a word. */
const TITLE_LENGTH = 1_000
const TITLE_WORDS = 12
const QUOTED_LENGTH = 120

/** An extracted task as a draft. `parties` are its matched parties. */
export function draftOf(task: ExtractedTask, position: number, parties: DraftParty[]): NewDraft {
  const content = task.content.trim().slice(0, 20_000) || task.title.trim()
  return {
    position,
    ref: task.ref,
    groupTitle: task.group,
    title: cutTitle(task.title.trim() || titleOf(content)),
    content,
    product: task.product?.value ?? null,
    implements: task.implements,
    parties,
    deadlines: task.deadlines.map(({ relative: _, ...deadline }) => tidyDeadline(deadline)),
    targets: task.targets,
    span: task.span,
    contentSpan: task.contentSpan,
    warnings: task.warnings,
    confidence: task.confidence,
  }
}

/** The title for content without one: its first twelve words. */
export function titleOf(content: string): string {
  const words = content.trim().split(/\s+/u)
  return cutTitle(
    words
      .slice(0, TITLE_WORDS)
      .join(' ')
      .replace(/[,;:.]+$/u, ''),
  )
}

function cutTitle(title: string): string {
  return title.length <= TITLE_LENGTH ? title : title.slice(0, TITLE_LENGTH).replace(/\s+\S*$/u, '')
}

/**
 * A `standing` or `perRegulation` deadline has no day of its own: if a day is given, it is one round of it, a milestone of
 * kind `date`. (Quyết định 12/QĐ-VPCP: "Nhiệm vụ thường xuyên; lần 1 trước ngày 31 tháng 5 năm 2021".)
 */
function tidyDeadline(deadline: DraftDeadline): DraftDeadline {
  return deadline.dueOn !== null && UNDATED.includes(deadline.kind)
    ? { ...deadline, kind: 'date', milestone: true }
    : deadline
}

/**
 * One lead is accountable for a task (Nghị định 39/2022/NĐ-CP): the marked one, else the first lead matched to an agency by
 * its own name, else the agency accountable for a phrase. Marks on others are removed.
 */
export function withOneAccountable(parties: readonly DraftParty[]): DraftParty[] {
  const mayAnswer = (party: DraftParty) => party.role === 'lead' && party.agencyId !== null
  const chosen =
    parties.find((party) => party.accountable && mayAnswer(party)) ??
    parties.find((party) => mayAnswer(party) && !party.collective) ??
    parties.find(mayAnswer)
  return parties.map((party) => ({ ...party, accountable: party === chosen }))
}

/** Problems that block a draft, each with its field and a message a reviewer can act on; empty if it is ready. */
export function problemsOf(draft: DraftContent & { isDropped: boolean }): Problem[] {
  if (draft.isDropped) return []
  return [
    ...problemsOfWords(draft),
    ...problemsOfParties(draft.parties),
    ...problemsOfDeadlines(draft.deadlines),
    ...problemsOfTargets(draft.targets),
    ...problemsOfSize(draft),
  ]
}

/** Checks each part separately, because the validator reports only the first few errors. */
const SENDABLE = (
  ['groupTitle', 'title', 'content', 'product', 'implements', 'deadlines', 'targets', 'parties'] as const
).map((part) => ({ part, shape: Compile(DraftEdit.properties[part]) }))
const BOUNDS = ['maxLength', 'maxItems', 'pattern']
const PARTS = {
  groupTitle: 'Tên nhóm nhiệm vụ',
  title: 'Tên nhiệm vụ',
  content: 'Nội dung',
  product: 'Sản phẩm',
  implements: 'Văn bản được thực hiện',
  parties: 'Đơn vị',
  deadlines: 'Thời hạn',
  targets: 'Chỉ tiêu',
}

/** Text from a document may be longer than a reviewer may send: it is shown whole, and a person shortens it. */
function problemsOfSize(draft: DraftContent): Problem[] {
  const sent = {
    ...draft,
    parties: draft.parties.map(({ role, name, scope, collective, span, accountable, agencyId }) => ({
      role,
      name,
      scope,
      collective,
      span,
      accountable,
      agencyId,
    })),
  }
  return SENDABLE.filter(({ part, shape }) => !shape.Check(sent[part])).flatMap(({ part, shape }) => {
    const errors = shape.Errors(sent[part]).filter(({ keyword }) => BOUNDS.includes(keyword))
    return fieldsOf(errors as Parameters<typeof fieldsOf>[0]).map(({ path, message }) => ({
      field: path === '' ? part : `${part}.${path}`,
      message: `${PARTS[part]}: ${message} Hãy sửa lại.`,
    }))
  })
}

function problemsOfWords({ title, content }: DraftContent): Problem[] {
  const problems: Problem[] = []
  if (title.trim() === '') problems.push({ field: 'title', message: 'Chưa có tên nhiệm vụ.' })
  if (content.trim() === '') problems.push({ field: 'content', message: 'Chưa có nội dung nhiệm vụ.' })
  return problems
}

/** Quotes the document in a message: as many words as a reader needs to find the place. */
function quoted(text: string): string {
  return `“${text.length <= QUOTED_LENGTH ? text : `${text.slice(0, QUOTED_LENGTH).replace(/\s+\S*$/u, '')} …`}”`
}

function problemsOfParties(parties: readonly DraftParty[]): Problem[] {
  const leads = parties.filter((party) => party.role === 'lead')
  if (leads.length === 0) return [{ field: 'parties', message: 'Chưa có đơn vị chủ trì. Hãy thêm một đơn vị.' }]
  if (leads.some((party) => party.agencyId !== null)) return []
  const names = leads.map(({ name }) => quoted(name)).join(', ')
  const message = leads.every((party) => party.collective)
    ? `Đơn vị chủ trì ${names} là cách gọi chung nhiều cơ quan. Hãy chọn một cơ quan chịu trách nhiệm chính.`
    : `Đơn vị chủ trì ${names} chưa khớp với cơ quan nào trong danh mục. Hãy chọn cơ quan.`
  return [{ field: 'parties', message }]
}

function problemsOfDeadlines(deadlines: readonly DraftDeadline[]): Problem[] {
  return deadlines.flatMap((deadline, index) => {
    const literal = deadline.text.trim() === '' ? '' : ` ${quoted(deadline.text.trim())}`
    if (UNDATED.includes(deadline.kind)) {
      if (deadline.dueOn !== null) {
        const message = `Thời hạn${literal} thuộc loại không có ngày nhưng lại ghi ngày ${formatDay(deadline.dueOn)}. Hãy bỏ ngày hoặc đổi loại thời hạn.`
        return [{ field: `deadlines.${index}.dueOn`, message }]
      }
      if (!deadline.milestone) return []
    }
    if (deadline.dueOn !== null) return []
    const message = `Thời hạn${literal} chưa có ngày cuối cùng. Hãy nhập ngày, hoặc đổi sang loại không có ngày.`
    return [{ field: `deadlines.${index}.dueOn`, message }]
  })
}

function problemsOfTargets(targets: DraftContent['targets']): Problem[] {
  return targets.flatMap(({ comparator, value, max }, index) => {
    const field = `targets.${index}.max`
    if (!isExact(value) || !isExact(max ?? 0)) {
      return [{ field: `targets.${index}.value`, message: 'Chỉ tiêu có số quá 15 chữ số. Hãy đổi đơn vị.' }]
    }
    if (comparator === 'range' && max === null) return [{ field, message: 'Chỉ tiêu dạng khoảng chưa có cận trên.' }]
    if (comparator === 'range' && max! < value) return [{ field, message: 'Cận trên của chỉ tiêu nhỏ hơn cận dưới.' }]
    if (comparator !== 'range' && max !== null) {
      return [{ field, message: 'Chỉ tiêu có cận trên thì phải là dạng khoảng.' }]
    }
    return []
  })
}

/** Doubts about the current draft, in addition to those of the extraction. They block nothing. English: wording.ts. */
export function doubtsOf(draft: DraftContent & { isDropped: boolean }, assignedOn: string | null): Warning[] {
  if (draft.isDropped) return []
  const early = draft.deadlines.filter(({ dueOn }) => dueOn !== null && assignedOn !== null && dueOn < assignedOn)
  const answering = draft.parties.filter(({ accountable, collective }) => accountable && collective)
  return [
    ...early.map(({ dueOn, span }) => ({
      code: 'due_before_assigned',
      message: `Hạn ${formatDay(dueOn!)} sớm hơn ngày giao ${formatDay(assignedOn!)}. Hãy xem lại ngày.`,
      values: { dueOn: dueOn!, assignedOn: assignedOn! },
      ...(span ? { span } : {}),
    })),
    ...answering.map(({ name, agencyName, span }) => ({
      code: 'collective_lead',
      message: `${quoted(name)} là cách gọi chung; ${agencyName} chịu trách nhiệm chính cho tới khi chọn một đơn vị cụ thể.`,
      values: { name, agency: agencyName ?? '' },
      ...(span ? { span } : {}),
    })),
  ]
}
