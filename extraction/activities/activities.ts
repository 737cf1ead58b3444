/**
 * What an agency will do itself, read from the running text of its plan: "Trong tháng 10/2023, Tổ công tác sẽ tổ chức Hội
 * nghị …". Such a text assigns nothing to others, so `extract` finds no task in it.
 */
import { deadlinesOfValue, type Times } from '../deadlines/deadlines.ts'
import { type Passage, passageOf } from '../language/passage.ts'
import { sentencesOf } from '../language/sentences.ts'
import type { Deadline, Reading, Span } from '../shapes.ts'

export interface Activity {
  /** About the first fifteen words of what is done. */
  title: string
  /** All of what is done, white space folded. */
  words: string
  /** The sentence, exactly as printed. */
  span: Span
  /** Who does it, as the sentence or the one before it names them; null: the agency whose plan it is. */
  doneBy: string | null
  /** The month, quarter or day it is printed with; standing where it is done all the time or recurs. */
  deadlines: Deadline[]
}

/** Past what was planned: how the plan came to be, who signed it. */
const PAST = /(?:^|[^\p{L}])đã (?:ký|ban hành|quyết định|thành lập|được|tổ chức|phê duyệt)(?=[^\p{L}]|$)/iu
/** When it is done, at the beginning of a sentence, up to the comma or colon. */
const WHEN =
  /^(?:đồng thời,?\s*|ngoài ra,?\s*|tiếp đó,?\s*)?((?:trong |trước |đến |chậm nhất |vào |từ )?(?:hết )?(?:ngày|tháng|các tháng|quý|\d+ tháng|năm|nửa|hằng|hàng|định kỳ)[^,:;]{0,60})(?=[,:;]|\s+(?:sẽ|tổ chức|báo cáo|xây dựng|ban hành|hoặc)\s)/iu
const WILL = /(?:^|[\s,])sẽ\s+/iu
const ALWAYS = /^(?:thường xuyên|liên tục)(?=[^\p{L}])/iu
const ROUND = /^(?:hằng|hàng|định kỳ)/iu
const LONGEST_TITLE = 15

/**
 * The activities of a plan in the order of its text. A sentence is one if it says what will be done ("sẽ …"), or begins with
 * a time and an act; sentences about the past and about aims are none. Pure, and linear in the length of the text.
 */
export function activitiesIn(reading: Reading, issuedOn: string | null): Activity[] {
  const times: Times = { issuedOn, effectOn: null }
  const found: Activity[] = []
  for (const { kind, span } of reading.blocks) {
    if (kind !== 'paragraph' && kind !== 'item') continue
    for (const line of linesOf(reading.text, span)) {
      const passage = passageOf(reading.text, [line])
      let doneBy: string | null = null
      for (const { from, to } of sentencesOf(passage, 0)) {
        const activity = activityIn(passage, from, to, times, doneBy)
        if (!activity) continue
        doneBy = activity.doneBy
        found.push(activity)
      }
    }
  }
  return found
}

/** The lines of a block that begin a paragraph of their own: after the end of a sentence, with a capital. */
function linesOf(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = []
  let from = start
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
    if (!/[.…:;!?]\s*$/.test(text.slice(Math.max(from, at - 8), at))) continue
    lines.push({ start: from, end: at })
    from = at + 1
  }
  lines.push({ start: from, end })
  return lines
}

function activityIn(passage: Passage, from: number, to: number, times: Times, before: string | null): Activity | null {
  const text = passage.text.slice(from, to)
  if (PAST.test(text)) return null
  const when = WHEN.exec(text)
  const will = WILL.exec(text)
  if (!when && !will) return null
  const whenEnds = when ? when[0].length : 0
  const whenStarts = when ? when[0].indexOf(when[1]!) : 0
  // "Sẽ" far into the sentence says what others will do, or what follows from it.
  if (will && will.index > 260) return null
  const actStarts = will ? will.index + will[0].length : afterMark(text, whenEnds)
  const words = clean(text.slice(actStarts))
  if (words.length < 8 || (!will && !when)) return null
  const named = will ? clean(text.slice(whenEnds, will.index)) : ''
  const doneBy = named === '' ? before : named
  const deadlines = deadlinesIn(passage, { from, whenStarts, whenEnds, actStarts, text }, times)
  // Without a time and without "thường xuyên" nothing says when: an aim, not a line of the plan.
  if (deadlines.length === 0) return null
  return { title: titleOf(words), words, span: passage.span(from, to), doneBy, deadlines }
}

function deadlinesIn(
  passage: Passage,
  {
    from,
    whenStarts,
    whenEnds,
    actStarts,
    text,
  }: { from: number; whenStarts: number; whenEnds: number; actStarts: number; text: string },
  times: Times,
): Deadline[] {
  const always = ALWAYS.exec(text.slice(actStarts))
  if (always) return [standing(passage, from + actStarts, from + actStarts + always[0].length, null)]
  if (whenEnds === 0) return []
  const read = deadlinesOfValue(passage, from + whenStarts, from + whenEnds, times)
  const recurring = read.find(({ recurs }) => recurs !== null)
  if (recurring && ROUND.test(text)) return [standing(passage, from, from + whenEnds, recurring.recurs)]
  return read
}

function standing(passage: Passage, from: number, to: number, recurs: Deadline['recurs']): Deadline {
  return {
    kind: 'standing',
    dueOn: null,
    text: passage.printed(from, to),
    span: passage.span(from, to),
    confidence: 0.85,
    strict: false,
    recurs,
    inherited: false,
    milestone: false,
    rule: null,
    relative: null,
  }
}

const afterMark = (text: string, at: number): number => at + (/^[\s,:;]*/.exec(text.slice(at))?.[0].length ?? 0)
const clean = (text: string): string => text.replace(/^[\s,:;–-]+|[\s,:;.…–-]+$/g, '').trim()

function titleOf(words: string): string {
  const all = words.split(' ')
  const title =
    all.length <= LONGEST_TITLE
      ? words
      : `${all
          .slice(0, LONGEST_TITLE)
          .join(' ')
          .replace(/[,;:(]+$/, '')}…`
  return title.charAt(0).toLocaleUpperCase('vi') + title.slice(1)
}
