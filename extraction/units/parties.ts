import { knownUnitAt, registryName } from '../language/known-units.ts'
import { kindOf, LETTER, unitsLike } from '../language/letters.ts'
import type { Passage } from '../language/passage.ts'
import type { Stretch } from '../language/sentences.ts'
import { list } from '../language/vocabulary.ts'
import { lexicon, opensPhrase, type Word, wordAt, wordsOf } from '../language/words.ts'
import type { Party } from '../shapes.ts'
import { clausesOf } from './clauses.ts'
import { DEPARTMENT_FIELDS } from './fields.ts'
import { isNetworkAt } from './groups.ts'
import { PLACE_NOUNS } from './heads.ts'
import { phraseText } from './names.ts'
import { addSegments, type Segment } from './segments.ts'
import { sureness } from './sureness.ts'
import { isCollectiveAt, isPlaceAt, isUnitAt } from './units.ts'

/** A noun shared by the names after it, and where the first of them begins. */
interface Spread {
  prefix: string
  from: number
}

/**
 * Splits a list of agencies into parties. It splits at ";", ",", "và" and "/" where a new agency begins, but not inside a
 * name ("Bộ Văn hóa, Thể thao và Du lịch"), inside brackets or inside one phrase for many ("các bộ, ngành, địa phương").
 * "Các Bộ: A, B" gives the prefix to each.
 */
export function partiesOf(passage: Passage, from: number, to: number, role: Party['role'], certainty = 0.95): Party[] {
  return partiesIn(passage, clausesOf(passage, from, to), role, certainty)
}

/** The same for a text that is known to be names only, so a verb in it belongs to one: "các hợp tác xã thu gom". */
export function partiesOfNames(
  passage: Passage,
  from: number,
  to: number,
  role: Party['role'],
  certainty = 0.95,
): Party[] {
  return partiesIn(passage, [{ from, to }], role, certainty)
}

function partiesIn(passage: Passage, clauses: readonly Stretch[], role: Party['role'], certainty: number): Party[] {
  const parties: Party[] = []
  let prefix: string | null = null
  let open: { from: number; to: number; prefix: string | null } | null = null
  const close = (): void => {
    if (!open) return
    const party = partyOf(passage, open.from, open.to, open.prefix, role, certainty)
    if (party) parties.push(party)
    open = null
  }
  const segments: Segment[] = []
  for (const clause of clauses) addSegments(segments, passage, clause.from, clause.to)
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index]!
    const next = segments[index + 1]
    const isContinued = next !== undefined && !beginsUnit(passage, next)
    const sister: Spread | null = open ? sisterOf(passage, open, segment) : null
    const spread: Spread | null = sister ?? prefixOf(passage, segment, isContinued)
    /** "Các Cục: A, B và C, D": before more names, "và" joins the words of one. */
    const isMiddle: boolean = prefix !== null && segment.separator === 'và' && next?.separator === ',' && isContinued
    if (spread) {
      close()
      prefix = spread.prefix
      open = { from: spread.from, to: segment.to, prefix }
    } else if (!open) {
      open = { from: segment.from, to: segment.to, prefix: null }
    } else if (
      !(isMiddle && !beginsUnit(passage, segment)) &&
      beginsNew(passage, open.from, open.to, segment, prefix !== null)
    ) {
      const named: boolean = beginsUnit(passage, segment) && !(prefix !== null && isOfPrefix(passage, segment))
      close()
      if (named) prefix = null
      open = { from: segment.from, to: segment.to, prefix }
    } else {
      open.to = segment.to
    }
  }
  close()
  // "Công an tỉnh, Sở A, mỗi đơn vị lập …": the last words only say that each of them does.
  return parties.length > 1 && EACH_OF.test(parties.at(-1)!.name) ? parties.slice(0, -1) : parties
}

const EACH_OF = /^(?:mỗi|từng) (?:đơn vị|cơ quan|bên|địa phương|ngành)$/iu

/** How the nouns of places begin. */
const isPlaceLetter = unitsLike(/[thxpđ]/i)

/** "Ủy ban nhân dân tỉnh Lào Cai, thành phố Hà Nội": the second is the committee of that place. */
function sisterOf(
  passage: Passage,
  open: { from: number; to: number; prefix: string | null },
  segment: Segment,
): Spread | null {
  if (!isPlaceLetter(passage.text.charCodeAt(segment.from))) return null
  if (
    !/^(?:tỉnh|thành phố|tp\.?|huyện|xã|phường|thị trấn|đặc khu) \p{Lu}/iu.test(
      passage.text.slice(segment.from, segment.to),
    )
  )
    return null
  const letter = passage.text
    .slice(segment.from, segment.to)
    .replace(/^(?:tỉnh|thành phố|tp\.?|huyện|xã|phường|thị trấn|đặc khu) /iu, '')
    .charAt(0)
  if (letter === letter.toLowerCase()) return null
  const above =
    /^(.{0,60}?(?:ủy ban nhân dân|ubnd|hđnd|công an)) (?:tỉnh|thành phố|tp\.?|huyện|xã|phường|thị trấn|đặc khu) \S/u.exec(
      passage.lower.slice(open.from, open.to),
    )
  const head = above ? passage.text.slice(open.from, open.from + (above[1] as string).length) : open.prefix
  if (/^đặc khu/i.test(passage.text.slice(segment.from)) && OF_COMMUNES.test(passage.lower.slice(open.from, open.to)))
    return null
  if (!head || !/(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hđnd|công an)(?: \p{L}+)?$/iu.test(head)) return null
  return { prefix: `${head.replace(/ (?:tỉnh|thành phố|huyện|xã|phường)$/u, '')} tỉnh`, from: segment.from }
}

const SPREAD =
  /^(?:các\s+)?((?:bộ trưởng |vụ trưởng |cục trưởng |giám đốc |thủ trưởng |chủ tịch |lãnh đạo |trưởng |bí thư chi bộ |tổ trưởng |chi bộ )?(?:(?:ủy ban nhân dân|ubnd|hđnd|công an) )?(?:các\s+)?(?:bộ trưởng|(?:bộ|sở)(?:, ban)?, ngành|bộ|sở|ban đảng|ban|cục|vụ|phòng|tổng cục|chi cục|tập đoàn|tổng công ty|tỉnh ủy|tỉnh(?:,? (?:và )?thành phố)?(?: trực thuộc trung ương)?|thành phố|huyện|xã|phường|quận|trường|viện|thôn|bản|ấp|xóm|khu phố|tổ dân phố|khu dân cư))\s*:\s*(?=[\p{L}\d])/u
/** Placeholder for "tỉnh" or "thành phố" in a shared noun; each name decides which. */
const PLACE = '{place}'
const CITIES = /^(?:hà nội|hải phòng|đà nẵng|cần thơ|huế|(?:tp\.? ?)?hồ chí minh)$/
/** "Ủy ban nhân dân các tỉnh Lào Cai, Yên Bái": names follow directly, even without a colon. */
const SPREAD_PLACES =
  /^((?:chủ tịch |lãnh đạo |trưởng |bí thư chi bộ |tổ trưởng |chi bộ )?(?:(?:ủy ban nhân dân|ubnd|hđnd|công an|tỉnh ủy|sở [\p{L} ]{3,30}?) )?các (?:tỉnh(?:,? (?:và )?thành phố)?|thành phố|huyện|xã|phường|quận|thị xã|thôn|bản|ấp|xóm|khu phố|tổ dân phố))\s+(?=\p{L})/u
/** A region means all provinces in it; it is not a province's name. */
const REGION =
  /^(?:tây nguyên|tây bắc|đông bắc|đồng bằng|miền|trung du|duyên hải|bắc trung|nam trung|nam bộ|đông nam|tây nam|bắc bộ|vùng|phía|khu vực|trực thuộc|biên giới|ven biển|việt nam|miền trung|trung bộ)/
const SPREAD_NAME = /^các\s+((?:bộ|sở|cục|vụ))\s+(?=\p{L})/u

/** "Các Bộ: " or "các Sở Tài chính, …": the noun shared by the names that follow. */
function prefixOf(passage: Passage, segment: Segment, isContinued: boolean): Spread | null {
  const folded = passage.lower.slice(segment.from, segment.to)
  const colon = folded.includes(':') ? SPREAD.exec(folded) : null
  const places = colon ? null : placesOf(passage, segment)
  const named = colon || places || !isContinued ? null : SPREAD_NAME.exec(folded)
  const hit = colon ?? places ?? named
  if (!hit) return null
  const from = segment.from + hit[0].length
  const words = wordsOf(passage)
  const at = wordAt(words, from)
  if (named && (!words[at]?.capital || isUnitAt(passage, at) || isCollectiveAt(passage, at, segment.to))) return null
  if (places) {
    const printed = passage.text.slice(segment.from, segment.from + (places[1] as string).length)
    const place = /thành phố/u.test(places[1] as string) && /tỉnh/u.test(places[1] as string) ? PLACE : null
    const own = printed.replace(/các /iu, '')
    return { prefix: place ? own.replace(/tỉnh,? (?:và )?thành phố$/u, PLACE) : capitalised(own), from }
  }
  const noun = (hit[1] as string)
    .replace('các ', '')
    .replace(/(?:, ban)?, ngành$/, '')
    .replace(/tỉnh,? (?:và )?thành phố.*$/, PLACE)
    .replace(/ trực thuộc trung ương$/, '')
  return { prefix: officeCase(noun), from }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function placesOf(passage: Passage, segment: Segment): RegExpExecArray | null {
  const folded = passage.lower.slice(segment.from, segment.to)
  const hit = folded.includes('các ') ? SPREAD_PLACES.exec(folded) : null
  if (!hit || REGION.test(folded.slice(hit[0].length))) return null
  const letter = passage.text.charAt(segment.from + hit[0].length)
  return letter !== letter.toLowerCase() ? hit : null
}

/** "ủy ban nhân dân" and "ubnd" as offices write them at the start of a name. */
function officeCase(noun: string): string {
  const cased = noun
    .replace('ubnd', 'UBND')
    .replace('hđnd', 'HĐND')
    .replace('ủy ban', 'Ủy ban')
    .replace(/(?<=trưởng )(?:bộ|vụ|cục)$/, capitalised)
    .replace(/(?<=đốc )sở$/, 'Sở')
  return cased.startsWith('{') ? cased : cased.charAt(0).toUpperCase() + cased.slice(1)
}

/** "Công an" after "Các Bộ:" is the ministry's field, not the police; a place after "UBND các tỉnh:" is one of these. */
function isOfPrefix(passage: Passage, segment: Segment): boolean {
  if (DEPARTMENT_FIELDS.includes(passage.lower.slice(segment.from, segment.to))) return true
  return isPlaceAt(passage, wordAt(wordsOf(passage), segment.from))
}

function beginsUnit(passage: Passage, segment: Segment): boolean {
  const at = wordAt(wordsOf(passage), segment.from)
  return isUnitAt(passage, at) || isCollectiveAt(passage, at, segment.to)
}

function beginsNew(passage: Passage, from: number, to: number, next: Segment, spreading: boolean): boolean {
  const words = wordsOf(passage)
  const at = wordAt(words, next.from)
  const first = words[at]
  if (!first) return false
  if (next.separator === ';' || next.separator === '-' || next.separator === 'cùng') return true
  const soFar = passage.lower.slice(from, to)
  const printed = passage.lower.slice(next.from, next.to)
  if (areLetters(passage, next.from, next.to) && areLetters(passage, from, to)) return true
  /** The words that begin it may be those that the next rules ask for. */
  const isOpened = first.start === next.from && opensPhrase(first, OPENINGS)
  if (isOpened) {
    if (
      /^(?:thành|quận|thị) (?:ủy|uỷ)$/u.test(printed) &&
      /(?:^| )các (?:văn phòng )?(?:tỉnh|huyện) (?:ủy|uỷ)$/u.test(soFar)
    )
      return false
    if (/^toàn (?:hệ thống|ngành) /.test(printed)) return true
  }
  const isCharge = next.separator === 'và' || printed.includes('lĩnh vực')
  if (isCharge && CHARGE.test(soFar) && !POST.test(printed)) return false
  if (isOpened && (/^(?:từng|mỗi) /.test(printed) || OF_WORKS.test(printed))) return true
  if (isOpened && /^(?:các|những|một số|toàn bộ) /.test(printed) && isUnitAt(passage, at)) {
    const isTail = next.separator === 'và' && /^các (?:\p{L}+ ){1,2}(?:có )?liên quan$/u.test(printed)
    return !(isTail && BARE_NOUNS.test(soFar))
  }
  if (first.lower.startsWith('t') && TOWN.test(passage.text.slice(next.from, next.to)) && OF_PROVINCE.test(soFar))
    return false
  if (printed.startsWith('đặc khu') && OF_COMMUNES.test(soFar)) return false
  if (knownUnitAt(passage, at)) return true
  if (BARE_POST.test(soFar) && SHARED_POST.test(printed)) return false
  if (printed === 'báo' || isNetworkAt(passage, at)) return true
  if (printed.startsWith('tổ chức ') && POLITICAL.test(soFar)) return true
  if (next.separator === ',' && soFar.endsWith('báo') && passage.text.startsWith('đài', next.from)) return false
  if (next.separator === ',' && PERSON.test(soFar) && POST.test(printed)) return false
  if (next.separator === 'và' && isFieldAfter(passage, from, to, next)) return false
  if (isCollectiveAt(passage, at, next.to)) {
    const noun = opensPhrase(first, PLACES) && isPlaceNoun(words, at)
    if (noun && PLACE_ENDING.test(soFar) && !/^(?:đoàn|ủy)$/.test(words[at + 1]?.lower ?? '')) return false
    if (SPECIFIED.test(soFar)) return true
    if (first.capital && first.lower === 'trưởng') return true
    if (!EACH.test(soFar) && !ANYONE.test(printed) && groupOf(soFar) !== groupOf(printed)) return true
    if (EACH_POST.test(soFar)) return false
    return !isCollective(passage, from, to)
  }
  if (isUnitAt(passage, at)) {
    if (next.separator === 'và' && isFieldAfter(passage, from, to, next)) return false
    if (/^thủ tướng chính phủ/.test(passage.lower.slice(next.from)) && / chính phủ$/.test(soFar)) return false
    return true
  }
  if (next.separator === '/') return true
  return spreading
}

const PLACES = lexicon([...PLACE_NOUNS])

/** The first words of a list are the noun of a place, whatever signs are between them: "thị xã", "tổ dân phố". */
function isPlaceNoun(words: readonly Word[], at: number): boolean {
  return [1, 2, 3].some((length) => PLACE_NOUNS.has(phraseText(words, at, length)))
}

/** "VTV", "TTXVN", "C06": bodies that are only called by their letters. */
const LETTERS = /^(?:\p{Lu}{2,8}|P?[A-Z]\d{2,3})$/u
const MOST_LETTERS = 8

function areLetters({ text }: Passage, from: number, to: number): boolean {
  return to - from <= MOST_LETTERS && LETTERS.test(text.slice(from, to))
}

/** The first words of what `beginsNew` asks of a name before it asks for its nouns. */
const OPENINGS = lexicon(list('thành | quận | thị | toàn | từng | mỗi | cơ | đơn | chủ | các | những | một'))

/** "UBND các huyện, thị xã, thành phố Tân An": all of a province, with its one town by name. */
const OF_PROVINCE = /(?:^| )các (?:huyện|quận)(?:, (?:thị xã|quận|thị trấn))*$/u
/** "Chủ tịch UBND các xã, phường, đặc khu Mẫu Đảo": all of a province, with its one island by name. */
const OF_COMMUNES = /(?:^| )các (?:xã|phường)(?:, (?:xã|phường|thị trấn))*$/u
const TOWN = /^(?:thành phố|thị xã|tp\.?) \p{Lu}\p{L}*(?: \p{Lu}\p{L}*){0,3}$/u

/** "đồng chí A, Phó Chủ tịch B": the post of the person just named. */
const PERSON = /^(?:đồng chí|ông|bà) (?!phó|chủ tịch|bí thư|trưởng|giám đốc|thủ trưởng|chánh|bộ trưởng)[^,]{4,40}$/
const POST = /^(?:phó |tổng |chủ tịch|bí thư|trưởng |giám đốc|thủ trưởng|chánh |bộ trưởng|ủy viên)/

/** "Giám đốc, Thủ trưởng các sở": a post alone shares the bodies of the next one. */
const BARE_POST =
  /^(?:các )?(?:(?:phó )?(?:tổng )?(?:giám đốc|thủ trưởng|chủ tịch|bí thư|trưởng phòng|trưởng ban|hiệu trưởng|chánh văn phòng|cục trưởng|vụ trưởng|chi cục trưởng))(?:, (?:phó )?(?:giám đốc|thủ trưởng|chủ tịch|bí thư|hiệu trưởng|cục trưởng|vụ trưởng))?$/u
const SHARED_POST =
  /^(?:các )?(?:phó )?(?:tổng )?(?:giám đốc|thủ trưởng|chủ tịch|bí thư|trưởng phòng|trưởng ban|hiệu trưởng|người đứng đầu|chánh văn phòng|cục trưởng|vụ trưởng|chi cục trưởng) (?:các |cơ quan|đơn vị|sở|ban|ngành|phòng|doanh nghiệp|công ty|chi nhánh|trường|cục|vụ)/u
/** "Phó Chủ tịch phụ trách lĩnh vực Dân tộc và các Hội": a charge has several fields, also those that are bodies elsewhere. */
const CHARGE =
  /^(?:các )?(?:đồng chí )?(?:ủy viên|phó|chuyên viên|cán bộ|công chức|lãnh đạo)[^;()]{0,40} (?:phụ trách|theo dõi)(?: các)?(?: lĩnh vực| mảng| khối)? [^;]{2,80}$/u

/** Heads that are fields too: "Cục Lâm nghiệp và Kiểm lâm". */
const FIELD_HEADS =
  /^(?:kiểm lâm|thống kê|bảo hiểm xã hội|doanh nghiệp|thư viện|tổ chức|địa phương|đoàn thể|hải quan|ngân hàng|hội|trường|quỹ|phòng|kho bạc|cán bộ|xã hội) ?/u
const FIELD_UNIT = /^(?:tổng cục|chi cục|cục|vụ|phòng|viện|trung tâm|ủy ban|ban|học viện|văn phòng) \p{L}/u
/** A name of its own: the head says where it is. */
const PLACED =
  /(?:^| )(?:tỉnh|thành phố|huyện|xã(?! hội)|phường|việt nam|cơ sở|nhà nước|liên quan|khu vực|các cấp|của|thuộc|trung ương)(?: |$)/u

/** After "và" the name goes on with another field ("Cục Tiền lương và Bảo hiểm xã hội") instead of another agency. */
function isFieldAfter(passage: Passage, from: number, to: number, next: Segment): boolean {
  const letter = passage.text.charAt(next.from)
  if (letter === letter.toLowerCase()) return false
  const before = passage.lower.slice(from, to)
  if (!FIELD_UNIT.test(before) || / (?:tỉnh|thành phố|huyện|xã(?! hội)|phường|việt nam)(?: |$)/u.test(before))
    return false
  return (
    FIELD_HEADS.test(passage.lower.slice(next.from, next.to)) && !PLACED.test(passage.lower.slice(next.from, next.to))
  )
}

/** "các Bộ, ngành" before "và các địa phương liên quan": one phrase, because the last words apply to all. */
const BARE_NOUNS = /^các (?:bộ|ngành|sở|ban|cơ quan|đơn vị|cấp)(?:, ?(?:bộ|ngành|sở|ban|ban ngành|cơ quan|đơn vị))*$/

/** "các sở, ban, ngành tỉnh": the phrase for many is closed by the words that say which; another noun is another phrase. */
const SPECIFIED =
  /(?:ngành|thể|quan|vị|sở|ban|phòng) (?:(?:cấp )?(?:tỉnh|thành phố|huyện|xã)|(?:có )?liên quan)$|(?:^|[ ,])ban xây dựng đảng(?: (?:của )?tỉnh ủy| thành ủy| đảng ủy)?$/u

const PLACE_ENDING =
  /(?:^| )(?:tỉnh|thành phố|huyện|quận|xã|phường|thị xã|thị trấn|đặc khu|thôn|bản|cấp tỉnh|cấp huyện)(?: [\p{L}\s]{0,30})?$/u

/** "các địa phương, đơn vị thi công các công trình": described by the works that they have, a party of its own. */
const OF_WORKS = /^(?:cơ quan|đơn vị|chủ) (?:chủ quản|đầu tư|thi công|quản lý|vận hành|tư vấn|khai thác) các /

/** What makes one phrase of all nouns after it: "các doanh nghiệp, sở, ngành". */
const EACH = /^(?:các|những|mọi|toàn thể|một số|từng|mỗi) /

/** "các tổ chức chính trị - xã hội, tổ chức thành viên": of which kind they are is said, so the next kind is another party. */
const POLITICAL = /tổ chức chính trị ?[-–] ?xã hội(?: (?:tỉnh|thành phố|xã|phường))?$/u

/** These join whatever group they close: "doanh nghiệp, tổ chức, cá nhân". */
const ANYONE = /^(?:(?:các )?tổ chức|cá nhân|cộng đồng|người dân)(?:,| và|$)/u

/** "Thủ trưởng cơ quan, ban, ngành": the nouns after one post are its bodies. */
const EACH_POST =
  /^(?:giám đốc|thủ trưởng|lãnh đạo|người đứng đầu|trưởng) (?:cơ quan|đơn vị|sở|ban|ngành|phòng)(?:, ?(?:ban|ngành|đơn vị|phòng|sở))*$/u

/** Nouns that say of what kind a group is; groups of two kinds are two parties ("Doanh nghiệp, Sở, ban, ngành"). */
function groupOf(phrase: string): 'enterprise' | 'school' | 'office' {
  if (/^(?:doanh nghiệp|hợp tác xã|công ty|tập đoàn|tổng công ty|ngân hàng|hiệp hội|hộ)(?!\p{L})/u.test(phrase))
    return 'enterprise'
  return /^(?:viện|trường|học viện|bệnh viện)(?! kiểm sát)/.test(phrase) ? 'school' : 'office'
}

/** True for phrases that mean many agencies. */
export function isCollective(passage: Passage, from: number, to: number): boolean {
  const folded = passage.lower.slice(from, to)
  const at = wordAt(wordsOf(passage), from)
  if (EACH.test(folded) && (isUnitAt(passage, at) || /^(?:từng|mỗi) /.test(folded))) return true
  if (isCollectiveAt(passage, at, to)) return true
  return /(?:^| )các (?:bộ|ngành|sở|ban|cơ quan|đơn vị|địa phương|tỉnh|huyện|xã|phường|quận|thôn|bản|tổ dân phố|khu phố|ấp|thị trấn|đặc khu|tổ chức|cấp|phòng)(?=$|[\s,])/.test(
    folded,
  )
}

/** One party for a text that is a name as a whole. */
export function partyOfName(passage: Passage, { from, to }: { from: number; to: number }): Party[] {
  const party = partyOf(passage, from, to, null, 'lead', 0.7)
  return party ? [party] : []
}

const isSign = unitsLike(/[ .,;:*–-]/)

/** Two letters side by side: nothing less is a name. */
function hasTwoLetters(text: string): boolean {
  for (let at = 1; at < text.length; at++)
    if (kindOf(text.charCodeAt(at)) & kindOf(text.charCodeAt(at - 1)) & LETTER) return true
  return /\p{L}{2}/u.test(text)
}

/** Without signs and spaces at both ends. */
function withoutSigns(text: string): string {
  let from = 0
  let to = text.length
  while (to > 0 && isSign(text.charCodeAt(to - 1))) to--
  while (from < to && isSign(text.charCodeAt(from))) from++
  return text.slice(from, to).trim()
}

/** "Sở A - cơ quan thường trực Ban Chỉ đạo": the role is no part of the name. */
const ROLE = /\s[-–]\s(?:là )?(?:cơ quan|đơn vị) (?:thường trực|chủ trì|đầu mối|chủ quản)[^,;]{0,120}$/iu

/** "Bộ A với các tiêu chuẩn áp dụng chung, các bộ với các tiêu chuẩn nội ngành": of what each leads. */
const OF_WHAT =
  / với ((?:các|những) (?:tiêu chuẩn|quy chuẩn|nhiệm vụ|nội dung|công việc|dự án|lĩnh vực|hồ sơ|trường hợp)(?!\p{L})[^()]*)$/u

/** What a line that recognition spoilt, or the duty after the name, leaves behind it: "Bộ A __ - Trình …", "Ban B và chủ trì". */
const TAIL = /\s_{2,}\s.*$| và chủ trì$/u

function partyOf(
  passage: Passage,
  from: number,
  to: number,
  prefix: string | null,
  role: Party['role'],
  certainty: number,
): Party | null {
  const printed = passage.text.slice(from, to)
  const hasBracket = printed.includes('(')
  const scope = hasBracket ? /\(\s*(đối với [^()]*|về [^()]*|phần [^()]*)\)/iu.exec(printed) : null
  const outside = hasBracket ? printed.replace(/\([^()]*\)?/g, ' ') : printed
  const ofWhat = outside.includes(' với ') ? OF_WHAT.exec(outside) : null
  const within = ofWhat ? outside.slice(0, ofWhat.index) : outside
  const own = within.includes(' - ') || within.includes(' – ') ? within.replace(ROLE, '') : within
  const bare = withoutSigns((hasBracket ? own.replace(/\s+/g, ' ') : own).replace(TAIL, ''))
  const isNumber = prefix !== null && /^\d{1,2}$/.test(bare)
  if (!isNumber && !hasTwoLetters(bare) && !LETTERS.test(bare)) return null
  const kind = prefix !== null && CITIES.test(bare.toLowerCase()) ? 'thành phố' : 'tỉnh'
  const isWhole = prefix !== null && /^(?:tỉnh|thành phố|tp\.?|huyện|thị xã|quận|xã|phường|đặc khu)\s/iu.test(bare)
  const shared = prefix
    ?.replace(PLACE, kind)
    .replace(isWhole ? / (?:tỉnh|thành phố|huyện|quận|xã|phường|thị xã|thị trấn|đặc khu)$/u : /^$/, '')
  const name = shared ? `${shared.charAt(0).toUpperCase()}${shared.slice(1)} ${bare}` : bare
  const known = registryName(passage, name)
  const isUnit = prefix !== null || isUnitAt(passage, wordAt(wordsOf(passage), from))
  const isMany = known === null && (prefix === null || isUnit) && isCollective(passage, from, to)
  return {
    role,
    name,
    known,
    scope: (scope?.[1] ?? ofWhat?.[1])?.trim() ?? null,
    collective: prefix === null && isMany,
    inherited: false,
    span: passage.span(from, to),
    confidence: known ? certainty : Math.min(certainty, isUnit ? sureness(passage, from, to, isMany) : 0.6),
  }
}
