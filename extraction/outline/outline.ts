import { isCapitals } from '../blocks/capitals.ts'
import type { Fragment, Paragraph, Table } from '../blocks/fragments.ts'
import { type Label, labelsOf, roleOf } from '../blocks/labels.ts'
import { DEPTH, type Mark, type MarkKind, markIn } from '../blocks/marks.ts'
import { periodsIn } from '../deadlines/scan.ts'
import { letterValue } from '../language/numbers.ts'
import { Passage } from '../language/passage.ts'
import { wordAt, wordsOf } from '../language/words.ts'
import { Unreadable } from '../shapes.ts'
import { orderOf } from '../units/orders.ts'
import { isUnitAt, unitPhraseAt } from '../units/units.ts'
import { isClosing, termFor } from './closing.ts'
import { mended } from './mending.ts'

/** An item of the outline: a numbered, lettered or dashed part, a paragraph without mark, or a table in its place. */
export interface Item {
  mark: Mark | null
  passage: Passage
  /** Where its own text begins, after the mark. */
  from: number
  heading: boolean
  labels: Label[]
  /** The line is only labels and their values. */
  isLabelLine: boolean
  parent: Item | null
  children: Item[]
  table: Table | null
  /** Position among its parent's children of the same kind, from 1. */
  place: number
  /** How many children of each kind of mark there are. */
  counts: Map<string, number> | null
  /** "PL" in an annex, else empty. */
  annex: string
}

/** Far above any directive; more items mean an attack or a broken conversion. */
const MOST_ITEMS = 100_000

const ANNEX = /^(?:phu luc|phu bieu|bieu so|danh muc nhiem vu kem theo)\b/
const TITLE = /^(?:ke hoach|chuong trinh|de an|phuong an|danh muc|quy dinh|quy che|bang phan cong|noi dung chi tiet)\b/

/** Builds the tree of items. Depth follows the marks; a mark seen before closes the items opened below it. */
export function outlineOf(fragments: readonly Fragment[]): Item {
  const root = item(null, null)
  let open: Item[] = [root]
  let annex = ''
  let annexes = 0
  /** An empty label without mark; the dashed lines after it are its value. */
  let list: Item | null = null
  if (fragments.length > MOST_ITEMS) {
    throw new Unreadable(
      'too_large',
      'Văn bản có trên 100.000 đoạn, không phải một văn bản chỉ đạo thông thường. Hãy tách tệp thành từng văn bản rồi nộp lại.',
    )
  }
  const whole = mended(fragments)
  for (const [at, fragment] of whole.entries()) {
    if (fragment.kind === 'table') {
      const holder = attach(item(fragment, null), open.at(-1)!)
      holder.table = fragment
      holder.annex = annex
      continue
    }
    if (startsPart(fragment)) {
      open = [root]
      if (ANNEX.test(fragment.passage.plain)) annex = ++annexes > 1 ? `PL${annexes}` : 'PL'
    }
    const read = markIn(fragment.passage)
    const mark = isMisreadOne(read, whole, at) ? { ...read!, ...ONE } : repaired(read, open)
    const next = item(fragment, mark)
    next.annex = annex
    if (list && mark && DEPTH[mark.kind] >= DEPTH.dash && !next.isLabelLine) {
      attach(next, list)
      continue
    }
    list = null
    if (!mark) {
      if (next.isLabelLine) attach(next, holderOf(open))
      else {
        if (fragment.heading || termFor(fragment.passage) !== null) closeList(open)
        else if (isClosing(fragment.passage) && !INTRODUCES.test(open.at(-1)!.passage.text)) open = [root]
        else if (INTRODUCES.test(fragment.passage.text)) close(open, markAfter(whole[at + 1], open))
        attach(next, open.at(-1)!)
      }
      if (next.isLabelLine && isEmptyLabel(next)) list = next
      continue
    }
    close(open, mark)
    if (mark.kind === 'bullet' && open.at(-1)!.mark?.kind === 'dash' && isAboutList(next)) open.pop()
    attach(next, open.at(-1)!)
    if (!next.isLabelLine || isEmptyLabel(next)) open.push(next)
  }
  return root
}

const ONE = { kind: 'number', label: '1', ordinal: 1 } as const
/** The item after "1." begins within so many paragraphs. */
const NEXT_WITHIN = 40

/** Recognition reads "1." as "I.": the next number is 2, and no part II comes before it. */
function isMisreadOne(mark: Mark | null, fragments: readonly Fragment[], at: number): boolean {
  if (mark?.kind !== 'roman' || mark.label !== 'I') return false
  for (const fragment of fragments.slice(at + 1, at + NEXT_WITHIN)) {
    const next = fragment.kind === 'paragraph' ? markIn(fragment.passage) : null
    if (next?.kind === 'number') return next.ordinal === 2
    if (next && DEPTH[next.kind] < DEPTH.number) return false
  }
  return false
}

/** "* Thời gian thực hiện: …" or "* (Chi tiết tại Phụ lục)" after dashes is about the list, and no part of its last dash. */
function isAboutList({ passage, from, isLabelLine }: Item): boolean {
  return passage.text.startsWith('*') && (isLabelLine || passage.text.charAt(from) === '(')
}

/** A line that ends so introduces the item after it, and stands at that item's level. */
const INTRODUCES = /:\s*$/

function markAfter(fragment: Fragment | undefined, open: readonly Item[]): Mark | null {
  return fragment?.kind === 'paragraph' ? repaired(markIn(fragment.passage), open) : null
}

/** A heading without number, and a paragraph about all items of the list above, stand beside the items of a list, in the part of the document that holds it. */
function closeList(open: Item[]): void {
  while (open.length > 1 && DEPTH[open.at(-1)!.mark!.kind] >= DEPTH.number) open.pop()
}

/** Closes the items that an item with this mark does not belong to. */
function close(open: Item[], mark: Mark | null): void {
  while (mark && open.length > 1 && !isBelow(mark, open.at(-1)!.mark!)) open.pop()
}

function item(fragment: Paragraph | Table | null, mark: Mark | null): Item {
  const passage = fragment?.kind === 'paragraph' ? fragment.passage : EMPTY
  const from = mark?.length ?? 0
  const labels = fragment?.kind === 'paragraph' ? labelsFrom(passage, from, mark) : []
  return {
    mark,
    passage,
    from,
    heading: fragment?.kind === 'paragraph' && (fragment.heading || isCapitals(passage.text)),
    labels,
    isLabelLine: isLabelLine(passage, from, labels) || (mark?.kind === 'dash' && isUnknownLabel(passage, from)),
    parent: null,
    children: [],
    table: null,
    place: 0,
    counts: null,
    annex: '',
  }
}

const EMPTY = new Passage('', 0, [], '')

/** A label has no more words than this. */
const LONGEST_LABEL = 5

/**
 * "- Gánh vác cùng: Vụ Hành chính.", "- Phải trả bài: 30/6/2026.": a few words that name no agency, and after the colon
 * nothing but agencies or a day. Whatever the words mean, they state something about the item above; they are no work of
 * their own. `settle/untaken.ts` reports them.
 */
function isUnknownLabel(passage: Passage, from: number): boolean {
  const colon = passage.text.indexOf(':', from)
  if (colon < 0 || passage.text.slice(from, colon).trim().split(' ').length > LONGEST_LABEL) return false
  const words = wordsOf(passage)
  const value = words[wordAt(words, colon)]
  const end = passage.text.replace(/[\s.;]+$/, '').length
  if (!value || (isUnitAt(passage, wordAt(words, from)) && !GENERIC.test(passage.text.slice(from, colon)))) return false
  return unitPhraseAt(passage, value.start, end)?.whole === true || isDay(passage, value.start, end)
}

/** "Đơn vị lo việc này": some agency, and words that say what it does; no agency of that name. */
const GENERIC = /^(?:Đơn vị|Cơ quan|Bộ phận|Tổ chức)(?: (?!liên quan|khác|trực thuộc|sự nghiệp)\p{Ll}+)+\s*$/u

/** A value that is only a day or period: no other words with it. */
function isDay(passage: Passage, from: number, to: number): boolean {
  const days = periodsIn(passage, from, to, { issuedOn: null, effectOn: null }, true)
  return (
    days.length === 1 &&
    days[0]!.to >= to &&
    /^(?:(?:truoc|den|het|trong|vao) )*(?:ngay )?$/.test(passage.plain.slice(from, days[0]!.from))
  )
}

/** Recognised text may have a few stray signs before the label. */
const STRAY = 10

/** "a) Nội dung công việc" on a line of its own is a label even without a colon. */
function labelsFrom(passage: Passage, from: number, mark: Mark | null): Label[] {
  const labels = labelsOf(passage, from)
  if (isSectionHead(passage, labels, mark) || isGiven(passage, labels, mark)) return []
  const end = passage.text.length
  if (labels.length > 0 || mark === null || DEPTH[mark.kind] < DEPTH.number2 || end - from > LONGEST_BARE_LABEL)
    return labels
  return roleOf(passage.plain.slice(from)) === 'content'
    ? [{ role: 'content', from, valueFrom: end, valueTo: end }]
    : []
}

const LONGEST_BARE_LABEL = 40

/** "3. Nguồn vốn: Đề nghị Ngân hàng A ưu tiên cho vay": after the topic someone is asked to act. */
function isGiven(passage: Passage, labels: readonly Label[], mark: Mark | null): boolean {
  const [first] = labels
  if (mark === null || labels.length !== 1 || first?.role !== 'other') return false
  if (!/^(?:de nghi|giao|yeu cau) /.test(passage.plain.slice(first.valueFrom, first.valueFrom + 12))) return false
  return orderOf(passage, first.valueFrom, passage.text.length).lead.length > 0
}

/** "2. Phân công thực hiện:" heads a section; "b) Phân công thực hiện:" says who does the work above. */
function isSectionHead(passage: Passage, labels: readonly Label[], mark: Mark | null): boolean {
  const [first] = labels
  if (!first || mark === null || DEPTH[mark.kind] >= DEPTH.letter || first.valueFrom < first.valueTo) return false
  return SECTION_WORDS.test(passage.plain.slice(first.from).trimStart())
}

function isLabelLine(passage: Passage, from: number, labels: readonly Label[]): boolean {
  const first = labels[0]
  if (!first || first.role === 'content') return false
  return first.from - from <= STRAY && !/\p{L}{5}/u.test(passage.text.slice(from, first.from))
}

const SECTION_WORDS = /^(?:phan cong|trach nhiem|to chuc|giao)\b/

function isEmptyLabel(line: Item): boolean {
  const last = line.labels.at(-1)
  return last !== undefined && last.valueFrom >= last.valueTo
}

function attach(child: Item, parent: Item): Item {
  const kind = child.mark?.kind ?? 'paragraph'
  child.parent = parent
  parent.counts ??= new Map()
  child.place = (parent.counts.get(kind) ?? 0) + (child.isLabelLine ? 0 : 1)
  parent.counts.set(kind, child.place)
  parent.children.push(child)
  return child
}

/** A title in capitals or the word "Phụ lục" begins another part of the document. */
function startsPart(fragment: Paragraph): boolean {
  const { plain, text } = fragment.passage
  if (ANNEX.test(plain)) return text.length < 200 && /^(?:\p{Lu}|\d)/u.test(text) && !/[.;]$/.test(text)
  return TITLE.test(plain) && isCapitals(text) && text.length < 400
}

function isBelow(mark: Mark, above: Mark): boolean {
  return DEPTH[mark.kind] > DEPTH[above.kind]
}

/**
 * Corrects a mark by its neighbours: "i)" after "h)" is the letter, not a Roman numeral, and a capital that breaks the
 * order of letters after a numbered item is a misread number ("Z." after "6." is 7).
 */
function repaired(mark: Mark | null, open: readonly Item[]): Mark | null {
  const last = (kind: MarkKind) => open.findLast((one) => one.mark?.kind === kind)?.mark
  if (mark?.kind === 'bracketed' && /^[ivx]$/.test(mark.label)) {
    const ordinal = letterValue(mark.label)
    return last('letter')?.ordinal === ordinal - 1 ? { ...mark, kind: 'letter', ordinal } : mark
  }
  if (mark?.kind !== 'capital') return mark
  const capital = last('capital')
  if (capital ? mark.ordinal === capital.ordinal + 1 : mark.ordinal === 1) return mark
  const number = last('number')
  if (!number) return mark
  const ordinal = number.ordinal + 1
  return { kind: 'number', label: String(ordinal), ordinal, length: mark.length }
}

/**
 * Where a line of labels without mark stands: after the points it speaks about, so beside the last of them; directly
 * below the item above if that is no point, or if labels are already there.
 */
function holderOf(open: readonly Item[]): Item {
  const last = open.at(-1)!
  const isFrame = last.isLabelLine && last.children.every((child) => child.isLabelLine)
  if (!last.parent || !last.mark || isFrame || (!last.isLabelLine && last.children.at(-1)?.isLabelLine)) return last
  return DEPTH[last.mark.kind] >= DEPTH.letter ? last.parent : last
}
