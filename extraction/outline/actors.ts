import { isCapitals } from '../blocks/capitals.ts'
import { unitsLike } from '../language/letters.ts'
import type { Passage } from '../language/passage.ts'
import { PERSONS, POINTERS_TO_DUTY } from '../language/vocabulary.ts'
import { lexicon, phraseAt, wordAt, wordsOf } from '../language/words.ts'
import type { Party } from '../shapes.ts'
import { orderOf } from '../units/orders.ts'
import { partiesOf, partiesOfNames } from '../units/parties.ts'
import { isUnitAt, unitPhraseAt, verbAt } from '../units/units.ts'
import { NAME_VERBS, POINTERS } from '../units/verbs.ts'
import { isHeadingText, isPoint, sectionOf } from './headings.ts'
import type { Item } from './outline.ts'

const POINTS = lexicon(POINTERS_TO_DUTY)
const ALL_POINTS = lexicon(POINTERS)
const PERSON = lexicon(PERSONS)
/** Names of those who act are no longer, even with what describes them. */
const LONGEST_NAME = 260

/**
 * Those whose work the items below this heading are; empty if it names a theme. A heading that is only names is read by
 * `orderOf`; here are those whose name holds verbs or describes ("Cục Kinh tế - Quản lý đầu tư", "Các bến do hợp tác xã
 * khai thác"), and persons who are no agencies. `amongActors`: the headings beside it name agencies.
 */
export function actorsOf(item: Item, amongActors: () => boolean): Party[] {
  const { passage } = item
  const to = nameEnd(passage)
  let from = item.from
  if (to - from > LONGEST_NAME || to <= from || /[.;,]\s*$/.test(passage.text) || isCapitals(passage.text.slice(from)))
    return []
  if (!isPoint(item) && sectionOf(passage, from) !== null && !POINTED.test(passage.plain.slice(from))) return []
  const words = wordsOf(passage)
  // Beside headings that name agencies, "Đối với …" does too, unless the items below name others.
  const opening = wordAt(words, from)
  const any = phraseAt(words, opening, ALL_POINTS)
  const pointsToAll = any > 0 && amongActors() && !item.children.some(isLed)
  const pointer = pointsToAll ? any : phraseAt(words, opening, POINTS)
  if (pointer > 0) from = words[wordAt(words, from) + pointer]?.start ?? to
  const first = wordAt(words, from)
  if (from >= to || !words[first]) return []
  const isPerson = phraseAt(words, first, PERSON) > 0 && !THINGS.test(passage.plain.slice(from, from + 24))
  const isUnit = isUnitAt(passage, first)
  if (!isPerson && !isUnit && !(pointer > 0 && verbAt(passage, first, true) === 0)) return []
  if (pointer > 0 && !isDuty(passage, from, to)) return partyList(passage, from, to, 0.9)
  if (isUnit && isDescribed(passage, from, to)) return partyList(passage, from, to, 0.9)
  return isPerson && amongActors() && !isDuty(passage, from, to) ? partyList(passage, from, to, 0.85) : []
}

/** "Các hoạt động hướng tới Ngày hội": what is done, not who does it. */
const THINGS =
  /^(?:cac |nhung |mot so |moi )(?:hoat dong|noi dung|nhiem vu|giai phap|bien phap|chi tieu|muc tieu|chuong trinh|du an|phong trao|cong viec|cong tac|buoc|moc|chinh sach|hinh thuc|yeu cau|van de|mo hinh|su kien|cuoc|quy dinh|dieu kien)\b/

function isLed({ passage, from }: Item): boolean {
  return orderOf(passage, from, passage.text.length).lead.length > 0
}

/** "Trách nhiệm của các …" also opens a section; with names after it, it says whose work follows. */
const POINTED = /^(?:trach nhiem|nhiem vu) cua /

/** "… theo ngành, lĩnh vực gồm:": which of them there are is listed below. */
const MEMBERS =
  / (?:theo (?:tung )?(?:nganh|linh vuc|chuc nang)(?:, (?:nganh|linh vuc|nhiem vu))?,? )?(?:bao )?gom(?: co)?\s*:\s*$/

/** Without the colon and a bracket at the end. */
function nameEnd(passage: Passage): number {
  const { text } = passage
  // Most lines end in a word or a stop.
  const hasBracket = text.includes('(', text.length - LONGEST_TAIL)
  if (!hasBracket && !/[\s:)]$/.test(text)) return text.length
  const members = MEMBERS.exec(passage.plain.slice(-60))
  if (members) return text.length - members[0].length
  if (!hasBracket) {
    let end = text.length
    while (end > 0 && isAfterName(text.charCodeAt(end - 1))) end--
    return Math.max(end, text.length - LONGEST_TAIL)
  }
  const tail = /(?:\s*\([^()]{0,200}\)?)?[\s:]*$/.exec(text.slice(-LONGEST_TAIL))
  return text.length - (tail?.[0].length ?? 0)
}

const LONGEST_TAIL = 220
const isAfterName = unitsLike(/[\s:]/)

/** Verbs of duty after a name: the line is a sentence with a subject. */
const DUTY =
  /\b(?:chu tri|phoi hop|co trach nhiem|chiu trach nhiem|chu dong|khan truong|tiep tuc|tap trung|tang cuong|tham muu|thuc hien|trien khai|can(?! bo)|phai|ra soat|bao cao|xay dung ke hoach|(?<!ban )(?:chi dao|don doc|huong dan) cac)\b/

function isDuty(passage: Passage, from: number, to: number): boolean {
  return DUTY.test(passage.plain.slice(from, to))
}

/** Words after a name that describe which one is meant. */
const DESCRIBES =
  /^(?:neu tren|noi tren|do|co|thuoc|tren dia ban|tai|duoc|lam|hoat dong|tham gia|phu trach|dang|dung chan|truc thuoc|trong|lien quan|khac|va|,)(?=[\s,])/
/** Nouns whose names are continued by a field, also one that is a verb elsewhere ("Cục Quản lý đầu tư"). */
const FIELD_FOLLOWS =
  /^(?:cuc|chi cuc|tong cuc|vu|ban|trung tam|phong|vien|to|doi|hoi|cong ty|quy|doanh nghiep|hop tac xa|cac|nhung)\b/

/** The name goes on after what looks like its end, and no verb of duty follows. */
function isDescribed(passage: Passage, from: number, to: number): boolean {
  const phrase = unitPhraseAt(passage, from, to)
  if (!phrase || phrase.whole || phrase.stop === 'colon' || isDuty(passage, phrase.from, to)) return false
  const rest = passage.plain.slice(phrase.to, to).trimStart()
  if (DESCRIBES.test(`${rest} `)) return true
  const folded = passage.plain.slice(phrase.from, phrase.to)
  const last = folded.slice(Math.max(folded.lastIndexOf(' va ') + 4, folded.lastIndexOf(', ') + 2))
  if (phrase.stop !== 'verb' || !(FIELD_FOLLOWS.test(folded) || FIELD_FOLLOWS.test(last))) return false
  const words = wordsOf(passage)
  const at = wordAt(words, phrase.to)
  const length = verbAt(passage, at, true)
  // A verb without object ends the name: "các hợp tác xã thu gom".
  if (words[at + length] === undefined || words[at + length]!.start >= to) return true
  const verb = words
    .slice(at, at + length)
    .map((word) => word.lower)
    .join(' ')
  return (words[at]?.capital ?? false) || NAME_VERBS.has(verb)
}

/** The parties of a phrase; one described in common nouns only ("các hộ kinh doanh, hợp tác xã làm dịch vụ") is one. */
export function partyList(passage: Passage, from: number, to: number, certainty: number): Party[] {
  const printed = passage.text.slice(from, to)
  const isCommon = !/\p{Lu}/u.test(printed.slice(1)) && !printed.includes(';')
  if (!isCommon) return partiesOfNames(passage, from, to, 'lead', certainty)
  const name = printed.replace(/\s*\([^()]*\)?\s*$/, '').trim()
  if (name.length < 2) return []
  return [
    {
      role: 'lead',
      name,
      known: null,
      scope: null,
      collective: true,
      inherited: false,
      span: passage.span(from, to),
      confidence: certainty,
    },
  ]
}

const BRACKET =
  /\(\s*(?:giao |do )?(?<name>[^()]{4,300}?)(?:,? (?:chủ trì|thực hiện|chịu trách nhiệm|phụ trách|tham mưu|đảm nhiệm|(?:làm )?đầu mối|theo dõi))?(?:[,;] ?(?:hoàn thành|xong|trước|thời hạn|hạn|trong|quý|tháng)\s[^()]{0,60})?\s*\)[\s.;:/]*$/iu
/** A bracket is looked for only this far before the end. */
const REACH = 330

/** The agencies that a bracket at the end of a range holds, and nothing else: "(Sở A chủ trì)", "(giao Sở A và Sở B)". */
export function bracketAtEnd(passage: Passage, from: number, to: number): { lead: Party[]; at: number } | null {
  if (!/\)[\s.;:/]*$/.test(passage.text.slice(Math.max(from, to - 8), to))) return null
  const tail = Math.max(from, to - REACH)
  const hit = BRACKET.exec(passage.text.slice(tail, to))
  if (!hit?.groups) return null
  const name = hit.groups.name as string
  const at = tail + hit.index
  const start = at + hit[0].indexOf(name)
  const end = start + name.length
  const phrase = unitPhraseAt(passage, start, end)
  if (phrase?.from !== start || (!phrase.whole && phrase.to < end)) return null
  return { lead: partiesOf(passage, start, end, 'lead', 0.9), at }
}

/** The agency behind the last dash of a point, and nothing else: "- Hạ tầng cụm công nghiệp - Bộ A." */
export function dashAtEnd(passage: Passage, from: number, to: number): { lead: Party[]; at: number } | null {
  const tail = Math.max(from + SHORTEST_WORK, to - LONGEST_AT_END)
  const near = passage.text.slice(tail, to)
  if (!near.includes('-') && !near.includes('–') && !near.includes('—')) return null
  const hit = /\s[-–—]\s+(?=\p{Lu})((?:(?!\s[-–—]\s)[^;:()])+)$/u.exec(near.replace(/[\s.;/]+$/, ''))
  if (!hit) return null
  const at = tail + hit.index
  const start = at + hit[0].length - hit[1]!.length
  if (BEFORE_A_PAIR.test(passage.text.slice(Math.max(from, at - LONGEST_PAIR), at))) return null
  const phrase = unitPhraseAt(passage, start, start + hit[1]!.length)
  if (phrase?.from !== start || !LEADS_IT.test(passage.text.slice(phrase.to, start + hit[1]!.length))) return null
  return { lead: partiesOf(passage, start, phrase.to, 'lead', 0.85), at }
}

const LEADS_IT = /^\s*(?:chủ trì|thực hiện|phụ trách)?$/u

/**
 * "của Bộ A - Cục B", "giữa Công an tỉnh - Sở A", "tuyến Mẫu Thượng - UBND xã B": the dash joins two names, and what stands
 * behind it leads nothing.
 */
const BEFORE_A_PAIR = /(?:\p{Lu}\p{L}*|(?:của|giữa|tại|thuộc|tuyến|từ|với) [^,;:.-]{2,60})$/u
const LONGEST_PAIR = 80

/** What is to be done has at least as many characters before the dash; the names behind it no more than the second. */
const SHORTEST_WORK = 15
const LONGEST_AT_END = 140

/** "2. Sửa chữa trường học (giao Sở A)": the theme, and in brackets whose work it is. */
export function bracketedLead({ passage, from }: Item): { lead: Party[]; at: number } | null {
  const to = passage.text.length
  if (to - from > LONGEST_NAME || isUnitAt(passage, wordAt(wordsOf(passage), from))) return null
  return bracketAtEnd(passage, from, to)
}

/** Whether the headings beside each other name agencies: then one that describes persons names those who act too. */
export function areActors(siblings: readonly Item[]): boolean {
  let named = 0
  let headed = 0
  for (const sibling of siblings) {
    const { mark, children, passage, from } = sibling
    if (!mark || children.length === 0 || sibling.isLabelLine) continue
    headed++
    const isName = isHeadingText(passage, from) && orderOf(passage, from, passage.text.length).isName
    if (isName || actorsOf(sibling, () => false).length > 0) named++
  }
  return named > 0 && named * 3 >= headed
}
