/** What a draft contains and what blocks it from becoming a task. Pure. */
import type { ExtractedTask } from '@dieuhanh/extraction'
import { Compile } from 'typebox/compile'
import { formatDay } from '../platform/calendar.ts'
import { fieldsOf } from '../platform/http/validator.ts'
import { isExact, isTooFar } from '../tasks/index.ts'
import type { DraftContent, NewDraft } from './drafts.ts'
import { cutQuote, DRAFT_PARTS, problem } from './problems.ts'
import { type DraftDeadline, DraftEdit, type DraftParty, type Problem, type Warning } from './shapes.ts'

const UNDATED: readonly DraftDeadline['kind'][] = ['standing', 'perRegulation', 'none']

/** The longest title allowed; longer ones are cut at a word. */
const TITLE_LENGTH = 1_000
const TITLE_WORDS = 12

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
export function problemsOf(draft: DraftContent & { isDropped: boolean }, today: string): Problem[] {
  if (draft.isDropped) return []
  return [
    ...problemsOfWords(draft),
    ...problemsOfParties(draft.parties),
    ...problemsOfDeadlines(draft.deadlines, today),
    ...problemsOfTargets(draft.targets),
    ...problemsOfSize(draft),
  ]
}

/** Checks each part separately, because the validator reports only the first few errors. */
const SENDABLE = DRAFT_PARTS.map((part) => ({ part, shape: Compile(DraftEdit.properties[part]) }))

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
    const found = shape.Errors(sent[part]).flatMap((error) => {
      const [broken] = fieldsOf([error] as Parameters<typeof fieldsOf>[0])
      const field = broken?.path ? `${part}.${broken.path}` : part
      if (error.keyword === 'maxLength') return problem(field, 'too_long', { part, limit: error.params.limit })
      if (error.keyword === 'maxItems') return problem(field, 'too_many', { part, limit: error.params.limit })
      return error.keyword === 'pattern' ? problem(field, 'wrong_form', { part }) : []
    })
    return found.filter(({ field }, at) => found.findIndex((other) => other.field === field) === at)
  })
}

function problemsOfWords({ title, content }: DraftContent): Problem[] {
  return [
    ...(title.trim() === '' ? [problem('title', 'title_missing', {})] : []),
    ...(content.trim() === '' ? [problem('content', 'content_missing', {})] : []),
  ]
}

function problemsOfParties(parties: readonly DraftParty[]): Problem[] {
  const leads = parties.filter((party) => party.role === 'lead')
  if (leads.length === 0) return [problem('parties', 'lead_missing', {})]
  // Beside a lead that is known, a group would lead nothing: its members never see the task.
  const isLed = leads.some((party) => party.agencyId !== null)
  const open = isLed ? leads.filter((party) => party.agencyId === null && party.collective) : leads
  if (open.length === 0) return []
  const names = open.map(({ name }) => cutQuote(name))
  const code = open.every((party) => party.collective) ? 'lead_collective' : 'lead_unknown'
  return [problem('parties', code, { names })]
}

function problemsOfDeadlines(deadlines: readonly DraftDeadline[], today: string): Problem[] {
  return deadlines.flatMap(({ text: literal, kind, dueOn, milestone }, index) => {
    const text = cutQuote(literal.trim())
    const field = `deadlines.${index}.dueOn`
    if (UNDATED.includes(kind)) {
      if (dueOn !== null) return [problem(field, 'undated_has_day', { text, day: dueOn })]
      if (!milestone) return []
    }
    if (dueOn === null) return [problem(field, 'last_day_missing', { text })]
    return isTooFar(dueOn, today) ? [problem(field, 'due_too_far', { day: dueOn })] : []
  })
}

function problemsOfTargets(targets: DraftContent['targets']): Problem[] {
  return targets.flatMap(({ comparator, value, max }, index) => {
    const field = `targets.${index}.max`
    if (!isExact(value) || !isExact(max ?? 0)) return [problem(`targets.${index}.value`, 'too_many_digits', {})]
    if (comparator === 'range' && max === null) return [problem(field, 'range_open', {})]
    if (comparator === 'range' && max! < value) return [problem(field, 'range_backwards', {})]
    return comparator !== 'range' && max !== null ? [problem(field, 'not_a_range', {})] : []
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
      message: `“${cutQuote(name)}” là cách gọi chung; ${agencyName} chịu trách nhiệm chính cho tới khi chọn một đơn vị cụ thể.`,
      values: { name, agency: agencyName ?? '' },
      ...(span ? { span } : {}),
    })),
  ]
}
