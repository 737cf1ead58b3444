import { hitsOf } from '../language/hits.ts'
import type { Passage } from '../language/passage.ts'
import { remembered } from '../language/remembered.ts'
import { wordAt, wordsOf } from '../language/words.ts'
import type { Party } from '../shapes.ts'
import { isDuty } from './capacities.ts'
import { dutyAt, skipSigns } from './duties.ts'
import { type Opening, openingOf } from './openings.ts'
import { partiesOf, partyOfName } from './parties.ts'
import { partiesByRole } from './roles.ts'
import { rescuedSubject, type UnitPhrase, unitPhraseAt, verbAt } from './units.ts'

/** Who must do what, in a sentence or at the start of an item. */
export interface Order {
  lead: Party[]
  coordinating: Party[]
  /** Where the action itself begins: after the subject and "chủ trì, phối hợp với …". */
  actionFrom: number
  /** The words "giao", "yêu cầu", "đề nghị" come before the subject. */
  commanded: boolean
  /** The text is only names of agencies: a heading that states whose work follows. */
  isName: boolean
  /** The action begins with a verb. */
  acts: boolean
  /** Begins with "phối hợp với": the lead is named elsewhere. */
  joins: boolean
}

/** Reads the start of a text range. */
export const orderOf = remembered(readOrder)

function readOrder(passage: Passage, from: number, to: number): Readonly<Order> {
  const opened = openingOf(passage, from, to)
  const subject = subjectAt(passage, opened, from, to)
  const order: Order = {
    lead: [],
    coordinating: [],
    actionFrom: opened.at,
    commanded: opened.commanded,
    isName: false,
    acts: false,
    joins: false,
  }
  let at = opened.at
  if (subject) {
    const named =
      opened.nameTo === null
        ? partiesByRole(passage, subject.from, subject.to)
        : { lead: partyOfName(passage, subject), coordinating: [] }
    order.lead = named.lead
    order.coordinating = named.coordinating
    order.isName = subject.whole || (subject.stop === 'colon' && subject.to >= to - 2)
    const also = opened.commanded ? alsoCommanded(passage, subject.to, to) : null
    if (also) {
      order.lead = [...order.lead, ...partiesByRole(passage, also.from, also.to).lead]
      order.isName = also.whole
    }
    at = pastGiven(passage, skipSigns(passage, (also ?? subject).to, to))
  } else if (opened.at === from) {
    at = pastTime(passage, from, to)
  }
  const duty = dutyAt(passage, at, to)
  if (order.lead.length === 0) {
    const inBrackets = bracketed(passage, from, to)
    order.lead = inBrackets.lead
    duty.coordinating.push(...inBrackets.coordinating)
  }
  order.coordinating = [...order.coordinating, ...duty.coordinating]
  order.joins = duty.joins
  const starts = verbAt(passage, wordAt(wordsOf(passage), duty.actionFrom), true) > 0
  order.actionFrom = duty.joins && !starts ? at : duty.actionFrom
  const first = verbAt(passage, wordAt(wordsOf(passage), at), true) > 0
  order.acts = first || isDuty(passage, at, to) || (order.lead.length > 0 && actsAfterTime(passage, at, to))
  return order
}

const ALSO = /\b(?:va|dong thoi),? $/

/** "Yêu cầu Sở A và đề nghị Bảo hiểm xã hội tỉnh thống nhất …": the same work is asked of both. */
function alsoCommanded(passage: Passage, from: number, to: number): UnitPhrase | null {
  const start = wordsOf(passage)[wordAt(wordsOf(passage), from)]?.start ?? to
  if (!ALSO.test(passage.plain.slice(Math.max(0, start - 12), start))) return null
  const opened = openingOf(passage, start, to)
  return opened.commanded ? subjectAt(passage, opened, start, to) : null
}

const GIVEN =
  /^duoc (?:phan cong|giao)(?:(?: nhiem vu| trach nhiem)(?: la)?,? | (?=chu tri\b|lam dau moi\b)|(?<=cong) )(?=[a-z])/

/** "Sở A được giao nhiệm vụ chủ trì …": a duty in the passive; "được giao 20 tỷ đồng" tells what they have. */
function pastGiven(passage: Passage, at: number): number {
  const given = GIVEN.exec(passage.plain.slice(at, at + 40))
  if (!given || verbAt(passage, wordAt(wordsOf(passage), at + given[0].length), true) === 0) return at
  return at + given[0].length
}

const BRACKETS = /\(([^()]{0,300}\bchu tri\b[^()]{0,300})\)/g

/** "… (Vụ A chủ trì, Vụ B phối hợp; hoàn thành trước …)": the agencies, in brackets after the action. */
function bracketed(passage: Passage, from: number, to: number): Pick<Order, 'lead' | 'coordinating'> {
  const found: Pick<Order, 'lead' | 'coordinating'> = { lead: [], coordinating: [] }
  if (!passage.text.includes('(', from)) return found
  for (const hit of hitsOf(BRACKETS, passage.plain.slice(from, to))) {
    const open = from + hit.index + 1
    const inner = hit[1] as string
    const leads = inner.search(/\bchu tri\b/)
    const before = /^(?:giao |do )?/.exec(inner)?.[0].length ?? 0
    if (leads > before) found.lead.push(...partiesOf(passage, open + before, open + leads, 'lead', 0.9))
    const rest = /^chu tri[ ,;:]*(?:va )?(?<with>phoi hop (?:chat che )?(?:cung |voi |cung voi )?)?/.exec(
      inner.slice(leads),
    )
    const start = leads + (rest?.[0].length ?? 0)
    const stop = rest?.groups?.with ? /[;.]|$/.exec(inner.slice(start))! : /\bphoi hop\b|$/.exec(inner.slice(start))!
    const isPartners = rest?.groups?.with !== undefined || inner.slice(start).includes('phoi hop')
    if (isPartners && stop.index > 1)
      found.coordinating.push(...partiesOf(passage, open + start, open + start + stop.index, 'coordinating', 0.85))
  }
  return found
}

/** "Đến năm 2015, hoàn thành …": the action comes after the time. */
function pastTime(passage: Passage, from: number, to: number): number {
  // In "Hằng năm tổng hợp, đánh giá …" the comma stands between actions.
  const recurs = RECURS.exec(passage.plain.slice(from, Math.min(to, from + 30)))?.[0].length ?? 0
  if (recurs > 0 && verbAt(passage, wordAt(wordsOf(passage), from + recurs), true) > 0) return from + recurs
  const hit = TIME_FIRST.exec(passage.plain.slice(from, Math.min(to, from + 60)))
  return hit ? from + hit[0].length : pastTopic(passage, from, to)
}

/** Commas inside a topic. */
const MOST_COMMAS = 4
/** Verbs that begin an order; others may go on with the topic ("…, sử dụng nước dưới đất, khẩn trương …"). */
const ORDERS =
  /^(?!(?:[a-z]+ ){2,4}tai (?:cong van|bao cao|van ban|to trinh|thong bao|ket luan|quyet dinh|bien ban|phu luc) )(?:huong dan|tiep tuc|chi dao|to chuc|ra soat|kiem tra|tang cuong|khan truong|chu dong|phoi hop|tap trung|day manh|kien quyet|xu ly|chu tri|don doc|giam sat) /

/** "Đối với các cơ sở, công trình thuộc phạm vi quản lý, hướng dẫn chủ đầu tư …": the verb after one of the commas. */
function pastTopic(passage: Passage, from: number, to: number): number {
  if (!passage.plain.startsWith('doi voi ', from)) return from
  const words = wordsOf(passage)
  let comma = from
  for (let turn = 0; turn < MOST_COMMAS; turn++) {
    comma = passage.text.indexOf(', ', comma + 1)
    if (comma < 0 || comma >= to || /[;:.]/.test(passage.text.slice(from, comma))) return from
    if (ORDERS.test(passage.plain.slice(comma + 2, comma + 60)) && verbAt(passage, wordAt(words, comma), true) > 0)
      return comma + 2
  }
  return from
}

const RECURS = /^(?:dong thoi )?(?:dinh ky )?(?:hang (?:nam|quy|thang|tuan|ngay) )?(?=[a-z])/

const TIME_FIRST =
  /^(?:trong |den |den het |truoc |cham nhat |hang |dinh ky |tu nay den |vao |cuoi |quy |thang |truoc mat|dong thoi|ben canh do|ngoai ra)[^,;.:]{0,45}, /

/** The agencies that an order begins with, or null if those are not its subject. */
function subjectAt(passage: Passage, opened: Opening, from: number, to: number): UnitPhrase | null {
  const { at, isGiver, nameTo } = opened
  if (nameTo !== null) return { from: at, to: nameTo, whole: nameTo >= to, stop: nameTo >= to ? 'end' : 'colon' }
  const phrase = isGiver ? null : unitPhraseAt(passage, at, to)
  if (!phrase) return null
  const isNamed = isSubject(passage, phrase, opened.commanded, to)
  const cut = isNamed && !hidesVerb(passage, phrase, from, to) ? null : rescuedSubject(passage, phrase)
  return cut ?? (isNamed ? phrase : null)
}

/** A text of this length that ends in a full stop is a sentence, so it has a verb. */
const SHORTEST_SENTENCE = 50

/** No name has "1.500 mẫu nước". */
const AMOUNT = /\s\d[\d.,]*%?\s\p{Ll}/u

/** What was read as names only is the whole of a sentence, or has an amount in it. */
function hidesVerb(passage: Passage, phrase: UnitPhrase, from: number, to: number): boolean {
  if (AMOUNT.test(passage.text.slice(phrase.from, phrase.to))) return true
  if (!phrase.whole && phrase.stop !== 'mark') return false
  return to - from >= SHORTEST_SENTENCE && phrase.to >= to - 2 && /[.;]\s*$/.test(passage.text.slice(to - 3, to))
}

/** "Tổ công tác đến từng hộ …": whom or where they go to see. */
const GOES = /^ (?:đến|tới|xuống) (?:từng|tận|gặp|nhà|hiện trường|cơ sở|thăm|kiểm tra|làm việc)/

const TIME =
  /^(?:(?:cham|muon) nhat|truoc|tu|den|trong|vao|sau|ngay trong)(?: (?:la|truoc|trong|vao|den|het|cuoi|dau|nua|ngay|thang|quy|nam|tuan|mua|thoi gian|[\d/.]+|[ivx]+)(?= |,))+,? /
const CLAUSE =
  /^(?:ngoai (?:nhiem vu|viec|cac noi dung)|duoi (?:su|hinh thuc)|sau khi|khi|truoc khi|truoc|trong|neu|theo|den|cham nhat|hang|dinh ky|cung voi) [^,;:.()]{3,120}, /

/** "Sở A chậm nhất trong tháng 6 phải …", "Sở A, sau khi có ý kiến, trình …": a time or condition comes before the verb. */
function actsAfterTime(passage: Passage, from: number, to: number): boolean {
  const ahead = passage.plain.slice(from, Math.min(to, from + 140))
  const time = TIME.exec(ahead) ?? CLAUSE.exec(ahead)
  if (!time) return false
  const at = wordAt(wordsOf(passage), from + time[0].length)
  return verbAt(passage, at, true) > 0 || /^(?:phai|can) /.test(ahead.slice(time[0].length))
}

/** A phrase of agencies is the subject if a verb, a colon or nothing follows. */
function isSubject(passage: Passage, phrase: UnitPhrase, commanded: boolean, to: number): boolean {
  if (phrase.stop === 'verb' || phrase.stop === 'colon' || phrase.whole) return phrase.to - phrase.from < 400
  const words = wordsOf(passage)
  const next = words[wordAt(words, phrase.to)]
  if (next && next.start < to && actsAfterTime(passage, next.start, to)) return true
  if (phrase.stop === 'word')
    return (
      commanded ||
      /^(?:căn|theo|trong|là|cần|can|phải|nghiêm|trên|rà|có|tại|để|với)$/.test(next?.lower ?? '') ||
      GOES.test(passage.lower.slice(phrase.to, phrase.to + 20))
    )
  if (phrase.stop === 'mark') {
    const at = wordAt(words, phrase.to)
    return (
      verbAt(passage, at, true) > 0 ||
      commanded ||
      /^(?:trong|căn|theo|trên|định|hằng|hàng|với|xong)$/.test(next?.lower ?? '')
    )
  }
  return false
}
