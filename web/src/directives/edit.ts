import {
  blankDeadline,
  blankParty,
  blankTarget,
  cleanDeadlines,
  cleanParties,
  cleanTargets,
} from '../form/task-content.ts'
import type { DeadlineEdit, Draft, DraftEdit, PartyEdit, TargetEdit } from './queries.ts'

/** The editable fields of a draft. Names and candidates of matched agencies come from the registry and are left out. */
export function editOf(draft: Draft): DraftEdit {
  return {
    groupTitle: draft.groupTitle,
    title: draft.title,
    content: draft.content,
    product: draft.product,
    implements: draft.implements,
    parties: draft.parties.map(({ role, name, accountable, agencyId, scope, collective, span }) => ({
      role,
      name,
      accountable,
      agencyId,
      scope,
      collective,
      span,
    })),
    deadlines: draft.deadlines,
    targets: draft.targets,
    span: draft.span,
  }
}

export const newParty = (role: PartyEdit['role'], isFirst: boolean): PartyEdit => ({
  ...blankParty(role, isFirst),
  collective: false,
  span: null,
})
export const newDeadline = (): DeadlineEdit => ({
  ...blankDeadline(),
  inherited: false,
  span: null,
  confidence: 1,
})
export const newTarget = (): TargetEdit => ({
  ...blankTarget(),
  span: null,
  confidence: 1,
})

const TITLE_WORDS = 12

/** A task entered by hand, which no text gives. */
export const blankDraft = (): DraftEdit => ({
  groupTitle: null,
  title: '',
  content: '',
  product: null,
  implements: [],
  parties: [newParty('lead', true)],
  deadlines: [newDeadline()],
  targets: [],
  span: null,
})

/** A draft that starts from a passage the reviewer selected. */
export function draftFrom(text: string, span: { start: number; end: number }): DraftEdit {
  const content = text
    .slice(span.start, span.end)
    .replace(/\*\*|^#{1,6} /gm, '')
    .replace(/^\s*(?:[-+•]|[a-zđ0-9]{1,3}[.)])\s+/i, '')
    .replace(/\s+/g, ' ')
    .trim()
  const words = content.split(' ')
  return {
    groupTitle: null,
    title: words
      .slice(0, TITLE_WORDS)
      .join(' ')
      .replace(/[,;:.]+$/, ''),
    content,
    product: null,
    implements: [],
    parties: [newParty('lead', true)],
    deadlines: [],
    targets: [],
    span,
  }
}

/** What is sent: empty text becomes undefined; a target and a deadline always have their own text. */
export function cleaned(edit: DraftEdit): DraftEdit {
  const words = (value: string | null | undefined) => value?.trim() || null
  return {
    ...edit,
    groupTitle: words(edit.groupTitle),
    title: edit.title.trim(),
    content: edit.content.trim(),
    product: words(edit.product),
    parties: cleanParties(edit.parties),
    deadlines: cleanDeadlines(edit.deadlines),
    targets: cleanTargets(edit.targets),
  }
}

export const EDIT_FIELDS = ['title', 'content', 'groupTitle', 'product', 'parties', 'deadlines', 'targets'] as const
export type EditField = (typeof EDIT_FIELDS)[number]

/** One field of a draft as text, to show beside another reviewer's. `agencies` are the names of chosen agencies. */
export function inWords(edit: DraftEdit, field: EditField, agencies?: ReadonlyMap<number, string>): string {
  switch (field) {
    case 'parties':
      return edit.parties
        .map(({ role, name, scope, agencyId }) => {
          const agency = agencyId ? agencies?.get(agencyId) : undefined
          const meant = agency && agency !== name ? ` → ${agency}` : ''
          return `${role === 'lead' ? '■' : '□'} ${name}${scope ? ` (${scope})` : ''}${meant}`
        })
        .join('\n')
    case 'deadlines':
      return edit.deadlines.map(({ text, dueOn, kind }) => [text || kind, dueOn].filter(Boolean).join(' → ')).join('\n')
    case 'targets':
      return edit.targets
        .map(
          ({ measure, comparator, value, max, unit }) =>
            `${measure} ${comparator} ${value}${max === null ? '' : `–${max}`} ${unit}`,
        )
        .join('\n')
    default:
      return edit[field] ?? ''
  }
}

/** Of a value: where it stands and how sure the reader was; no one changes these by hand. */
const OF_THE_READER = new Set(['span', 'confidence', 'inherited', 'by'])

/** What a reviewer can change of one field. An empty value is the same as none, so that a drawer opened and left is unchanged. */
function valuesOf(edit: DraftEdit, field: EditField): string {
  const value = edit[field]
  return JSON.stringify(value ?? '', (key, part) => {
    if (OF_THE_READER.has(key)) return undefined
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part
    const kept = Object.entries(part).filter(([, own]) => own !== null && own !== undefined && own !== false)
    return Object.fromEntries(kept.sort(([one], [other]) => (one < other ? -1 : 1)))
  })
}

export const differs = (a: DraftEdit, b: DraftEdit, field: EditField): boolean =>
  valuesOf(a, field) !== valuesOf(b, field)

/**
 * Merges two reviewers' changes of one draft: fields only the other changed are taken over, the rest stays as typed.
 * `base` is the version both started from.
 */
export function rebase(base: DraftEdit, mine: DraftEdit, other: DraftEdit): DraftEdit {
  const merged = { ...other }
  for (const field of EDIT_FIELDS) {
    if (differs(base, mine, field)) Object.assign(merged, { [field]: mine[field] })
  }
  return merged
}
