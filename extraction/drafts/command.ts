import { hitsOf } from '../language/hits.ts'
import type { Passage } from '../language/passage.ts'
import { ACTING_PERSONS, AUTHORITY_ACT } from '../language/vocabulary.ts'
import { lexicon, phraseAt, wordAt, wordsOf } from '../language/words.ts'
import { partyList } from '../outline/actors.ts'
import type { Span } from '../shapes.ts'
import { dutyAt, helpersAt, skipSigns } from '../units/duties.ts'
import { type Order, orderOf } from '../units/orders.ts'
import { partiesOf } from '../units/parties.ts'
import type { Roles } from '../units/roles.ts'
import { isUnitAt, unitPhraseAt, verbAt } from '../units/units.ts'

/** Whom a text orders to do what, wherever in the text the order begins. */
export interface Command extends Order {
  /** Where the words before the order begin: a topic, a condition or a decision that belongs to the task. */
  topicFrom: number | null
  /** Where the words after the agency begin, with those of manner that the title leaves out. */
  contentFrom: number
}

/**
 * Reads the order in a text range: at its start, or after a topic ("Về bến mới: Sở A …"), a condition ("Khi có biên
 * bản, giao Sở A …") or a decision ("Nhất trí chủ trương; giao Sở A …"). Below a heading that names the lead
 * (`isLed`), a text that begins with its own action keeps that lead, even if it has others do something.
 */
export function commandIn(passage: Passage, from: number, to: number, isLed: boolean): Command {
  const command = readCommand(passage, from, to, isLed)
  const isBehind =
    command.lead.length > 0 && !command.isName && WORK_FIRST.test(passage.plain.slice(from, command.actionFrom))
  return isBehind && ONLY_LIMIT.test(passage.plain.slice(command.actionFrom, to))
    ? { ...command, topicFrom: from, contentFrom: from, actionFrom: from }
    : command
}

/** The work, a colon, and who does it: "Tổ chức lễ hội: Sở A chủ trì,". */
const WORK_FIRST = /^[a-z][^:;.]{8,200}: [^:.]+$/
/** "… hoàn thành trước ngày 30/9.": by when, and nothing more. */
const ONLY_LIMIT =
  /^(?:thoi (?:gian|han) )?(?:hoan thanh|xong|thuc hien|han)\b:? ?(?:truoc|trong|cham nhat|den|vao|xong|ngay|quy|thang|nam)\b[^,;:]{0,60}$/

function readCommand(passage: Passage, from: number, to: number, isLed: boolean): Command {
  const read = byPersons(passage, from, to) ?? withoutTold(orderOf(passage, from, to), passage, from)
  const order = { ...read, contentFrom: read.actionFrom }
  // "Các hộ trong vùng sạt lở: UBND xã di dời": who is named first without a verb is the topic.
  const topic = order.lead.length > 0 && !order.acts && !order.commanded && !order.isName
  const named = topic ? afterColon(passage, from, to) : null
  if (named) return { ...named, topicFrom: from, contentFrom: from }
  if (order.lead.length > 0 || order.isName)
    return { ...order, topicFrom: TOPIC.test(passage.plain.slice(from, from + 12)) && order.acts ? from : null }
  const decided = isDecision(passage, from) ? afterDecision(passage, from, to) : null
  if (decided) return { ...decided, topicFrom: from, contentFrom: from }
  const doer = doneBy(passage, from, to, order.acts)
  if (doer) return { ...order, ...doer, topicFrom: null }
  const actsItself = order.acts && !AUTHORITY_ACT.test(passage.plain.slice(order.actionFrom, order.actionFrom + 40))
  const inner = actsItself && isLed ? null : afterGiving(passage, from, to)
  if (inner) return { ...inner, topicFrom: from, contentFrom: from }
  // "Có mặt bằng đến đâu, …": what there is is no action.
  const tells =
    !order.acts ||
    /^co (?!trach nhiem|bien phap|ke hoach|giai phap|phuong an)/.test(passage.plain.slice(from, from + 20))
  // "Rà soát bến đò; Sở A tổng hợp": where no one else leads, who is named does.
  // A semicolon before the action stands in the list of partners.
  const later = tells
    ? afterWords(passage, from, to, THEN)
    : isLed
      ? null
      : afterWords(passage, order.actionFrom, to, SEMICOLON)
  if (later) return { ...later, topicFrom: from, contentFrom: from }
  const action = tells ? actionAfterTopic(passage, from, to) : null
  return action === null
    ? { ...order, topicFrom: null }
    : { ...order, acts: true, topicFrom: from, contentFrom: from, actionFrom: action }
}

/** "Nếu đơn vượt cấp: trả lại đơn …": where the action begins behind the topic or condition that names no one; null if none does. */
function actionAfterTopic(passage: Passage, from: number, to: number): number | null {
  if (!TOPIC.test(passage.plain.slice(from, from + 12))) return null
  const colon = passage.text.indexOf(':', from)
  if (colon < 0 || colon >= Math.min(to, from + LONGEST_TOPIC)) return null
  if (LISTING.test(passage.plain.slice(Math.max(from, colon - 60), colon))) return null
  const words = wordsOf(passage)
  const at = wordAt(words, colon)
  return words[at] && words[at].start < to && verbAt(passage, at, true) > 0 ? words[at].start : null
}

/** What ends the words that order nothing. */
const THEN = /[,;] |\bthi /g
const SEMICOLON = /; /g

/**
 * "Học sinh nghỉ học ngày 05/11; Sở A báo …", "Có mặt bằng đến đâu, Ban B thi công đến đó", "Dự án nào chậm thì chủ đầu tư
 * phải …": words that order nothing, and then who acts. A comma may also stand in a list of agencies.
 */
function afterWords(passage: Passage, from: number, to: number, signs: RegExp): Order | null {
  const words = wordsOf(passage)
  const folded = passage.plain.slice(from, Math.min(to, from + LONGEST_TOPIC))
  let clause = from
  for (const hit of hitsOf(signs, folded)) {
    const start = from + hit.index + hit[0].length
    const at = wordAt(words, start)
    const isProper = words[at]?.capital === true
    const isApart =
      hit[0] === ', ' ? isProper && !namesUnit(passage, clause, from + hit.index) : signs === THEN || isProper
    clause = start
    if (isInBrackets(folded, hit.index) || !isApart || !isUnitAt(passage, at)) continue
    const order = orderOf(passage, start, to)
    const isRight = /\bco quyen\b/.test(passage.plain.slice(start, order.actionFrom + 24))
    const acts =
      order.acts ||
      /^(?:phai|can) /.test(passage.plain.slice(order.actionFrom, order.actionFrom + 6)) ||
      unitPhraseAt(passage, start, to)?.stop === 'verb'
    if (order.lead.length > 0 && !order.isName && acts && !isRight) return { ...order, acts }
  }
  return null
}

function namesUnit(passage: Passage, from: number, to: number): boolean {
  const words = wordsOf(passage)
  for (let at = wordAt(words, from); words[at] && words[at]!.start < to; at++) if (isUnitAt(passage, at)) return true
  return false
}

const DONE = /^(?:viec|cong tac|nhiem vu|phan viec|noi dung|toan bo|cac (?:noi dung|phan viec|cong viec|thu tuc|khau)) /
const BY = /\bdo (?=[a-z])/g
const BY_WHOM = /^(?:dam nhiem|dam nhan|phu trach|chu tri|thuc hien|chiu trach nhiem|tham muu|to chuc)\b/

const LIMIT_BEHIND = /^(?:hoan thanh|xong|thoi han|han|trinh) /

/**
 * "Việc kiểm kê tài sản do Sở A đảm nhiệm, xong trước …", "Mở lớp tập huấn (do Sở A thực hiện, Sở B phối hợp)": the agency
 * behind "do". Without a sign before it, "do" says only which thing is meant, unless the text names the work first.
 */
function doneBy(passage: Passage, from: number, to: number, acts: boolean): Roles | null {
  const named = DONE.test(passage.plain.slice(from, from + 24))
  if (!named && !acts) return null
  const folded = passage.plain.slice(from, Math.min(to, from + LONGEST_TOPIC))
  for (const { index } of hitsOf(BY, folded)) {
    const isApart = named || /[,;(] ?$/.test(folded.slice(Math.max(0, index - 2), index))
    const phrase = unitPhraseAt(passage, from + index + 3, to)
    if (!phrase || phrase.from !== from + index + 3) continue
    const verb = BY_WHOM.exec(passage.plain.slice(skipSigns(passage, phrase.to, to)).slice(0, 30))
    if (!verb) continue
    const rest = skipSigns(passage, skipSigns(passage, phrase.to, to) + verb[0].length, to)
    const helpers = helpersAt(passage, rest, to)
    // "đề án do Bộ A chủ trì" says which one; with who helps or by when behind it, it is the order.
    const isOrder =
      verb[0] === 'chu tri' && (helpers !== null || LIMIT_BEHIND.test(passage.plain.slice(rest, rest + 24)))
    if (!isApart && !isOrder) continue
    const lead = partiesOf(passage, phrase.from, phrase.to, 'lead', 0.9)
    const coordinating = helpers ? partiesOf(passage, helpers.from, helpers.to, 'coordinating', 0.85) : null
    return { lead, coordinating: coordinating ?? dutyAt(passage, phrase.to, to).coordinating }
  }
  return null
}

const PERSON = lexicon(ACTING_PERSONS)
/** A subject of more words is none. */
const LONGEST_SUBJECT = 12

/** "Kiện toàn Ban Chỉ đạo, gồm: Trưởng ban là Giám đốc Sở A": the words "là" tell who is what; the order is the action before. */
function withoutTold(order: Order, passage: Passage, from: number): Order {
  if (order.lead.length === 0 || order.acts || order.commanded) return order
  if (!/^ ?la /.test(passage.plain.slice(order.actionFrom, order.actionFrom + 4))) return order
  if (verbAt(passage, wordAt(wordsOf(passage), from), true) === 0) return order
  return { ...order, lead: [], coordinating: [], isName: false, acts: true, actionFrom: from }
}

/** "Các thôn báo cáo …", "Hộ kinh doanh ký cam kết …": persons who are no agencies, and the verb. */
function byPersons(passage: Passage, from: number, to: number): Order | null {
  const words = wordsOf(passage)
  const pointed = POINTED.exec(passage.plain.slice(from, from + 40))
  const first = wordAt(words, from) + (pointed ? 2 : 0)
  const plural = /^(?:các|những|mọi|toàn thể|mỗi|từng)$/.test(words[first]?.lower ?? '') ? 1 : 0
  const all = pointed !== null || (plural === 0 && ALL.test(passage.plain.slice(from, from + 8)))
  const length = all ? 2 : phraseAt(words, first + plural, PERSON)
  if (length === 0 || (pointed === null && isUnitAt(passage, first))) return null
  for (let at = first + plural + length; at < first + LONGEST_SUBJECT && words[at] && words[at]!.start < to; at++) {
    if (/[:;.]/.test(passage.text.slice(words[at - 1]!.end, words[at]!.start))) return null
    if (/^(?:được|đã|bị|là)$/.test(words[at]!.lower)) return null
    if ((all || verbAt(passage, at, false) === 0) && !/^(?:phải|cần)$/.test(words[at]!.lower)) continue
    const lead = partyList(passage, words[first]!.start, words[at - 1]!.end, DOUBTFUL)
    return { ...orderOf(passage, words[at]!.start, to), lead, acts: true, commanded: false, isName: false }
  }
  return null
}

/** "Tất cả phương tiện tham gia phải …": whatever is named, the words that oblige it end the name. */
const ALL = /^(?:tat ca|toan bo) /

/** "Đối với các chủ đầu tư cần …": persons, not the topic that such words mostly open. */
const POINTED =
  /^doi voi (?:cac |nhung )?(?:chu (?:dau tu|co so|ho|tau|rung|phuong tien)|doanh nghiep|hop tac xa|ho (?:dan|kinh doanh|gia dinh)|nha thau|nguoi )/

/** Low enough that the reviewer is asked to check the name. */
const DOUBTFUL = 0.6

/** Words that open a topic or condition before the agency. */
const TOPIC = /^(?:ve|doi voi|khi|neu|truong hop|sau khi) /

/** A decision of the authority itself: it gives no work to anyone. */
export function isDecision(passage: Passage, at: number): boolean {
  return AUTHORITY_ACT.test(passage.plain.slice(at, at + 40))
}

const GIVING = /\b(?:giao(?! ban\b)|yeu cau|de nghi|phan cong)(?= )/g
/** Before "giao" these make it part of another word or of a description: "được giao", "bàn giao", "bãi bỏ việc giao", "Chính phủ đã giao". */
const NOT_GIVING =
  /\b(?:viec|khong|thoi|chua|dung|ngung|duoc|da|ban|chuyen|tiep|ngoai|theo|dap ung|cac|nhung|muc|quy dinh) $/
const MOST_HITS = 8
/** An order begins near the start of its text; a long paragraph is not searched to the end. */
const REACH = 1_200

function afterGiving(passage: Passage, from: number, to: number): Order | null {
  const folded = passage.plain.slice(from, Math.min(to, from + REACH))
  let hits = 0
  for (const { index } of hitsOf(GIVING, folded)) {
    if (++hits > MOST_HITS) break
    if (isInBrackets(folded, index) || NOT_GIVING.test(folded.slice(Math.max(0, index - 16), index))) continue
    const order = orderOf(passage, from + index, to)
    if (order.commanded && order.lead.length > 0 && !order.isName) return order
  }
  return null
}

/** "Đồng ý chủ trương mở bến; Sở A hoàn thiện hồ sơ": what follows the decision is an order without "giao". */
function afterDecision(passage: Passage, from: number, to: number): Order | null {
  const semicolon = passage.text.indexOf(';', from)
  if (semicolon < 0 || semicolon >= Math.min(to, from + REACH)) return null
  const words = wordsOf(passage)
  const next = words[wordAt(words, semicolon)]
  if (!next || next.start >= to) return null
  const order = orderOf(passage, next.start, to)
  const isTold = REACHED.test(passage.plain.slice(order.actionFrom, order.actionFrom + 40))
  return order.lead.length > 0 && !order.isName && !isTold && (order.acts || order.commanded) ? order : null
}

/** "Ghi nhận nỗ lực của các xã; toàn tỉnh giải ngân được 52%": the account goes on. */
const REACHED = /^(?:da |co ban )|^[a-z]+(?: [a-z]+){0,2} (?:duoc|dat) \d/

/** A colon after which a list follows, not a sentence. */
const LISTING =
  /(?:gom|nhu|sau|sau day|la|(?<!ho )so|v\/v|\b(?:giua|voi) (?:cac )?(?:co quan|don vi|so|nganh)[a-z, ]{0,30})\s*$/
/** Longer text before a colon is a sentence of its own. */
const LONGEST_TOPIC = 400

function afterColon(passage: Passage, from: number, to: number): Order | null {
  const folded = passage.plain.slice(from, Math.min(to, from + LONGEST_TOPIC))
  for (let colon = folded.indexOf(':'); colon > 0; colon = folded.indexOf(':', colon + 1)) {
    if (isInBrackets(folded, colon) || LISTING.test(folded.slice(Math.max(0, colon - 60), colon))) continue
    const start = from + colon + 1 + (/^\s*/.exec(folded.slice(colon + 1))?.[0].length ?? 0)
    const order = orderOf(passage, start, to)
    if (order.lead.length > 0 && !order.isName && (order.acts || order.commanded)) return order
  }
  return null
}

function isInBrackets(folded: string, at: number): boolean {
  return folded.lastIndexOf('(', at) > folded.lastIndexOf(')', at)
}

/** Words that name no agency but only the one meant elsewhere. */
const UNNAMED = /\b(?:co quan|don vi|duoc|ben|to chuc|nguoi|vai tro|nhiem vu) (?:duoc giao )?$/

const GIVEN_TO = /\bgiao (?:trach nhiem |nhiem vu )?(?:cho )?(?=[a-z])/g
const LEADS = /\bchu tri\b/g

/**
 * Words that look like the naming of a lead ("giao Tổ dân vận …", "Đội A chủ trì …") in a text where no lead was read;
 * null if there are none.
 */
export function unreadLead(passage: Passage, from: number, to: number): Span | null {
  const folded = passage.plain.slice(from, Math.min(to, from + REACH))
  for (const { index } of hitsOf(GIVEN_TO, folded)) {
    if (NOT_GIVING.test(folded.slice(Math.max(0, index - 16), index)) || isInBrackets(folded, index)) continue
    const name = /^giao (?:trach nhiem |nhiem vu )?(?:cho )?/.exec(folded.slice(index))![0].length + index
    if (/^(?:\p{Lu}|các )/u.test(passage.text.slice(from + name))) return phraseSpan(passage, from + index, to)
  }
  for (const { index } of hitsOf(LEADS, folded)) {
    const clause = Math.max(...[',', ';', ':', '.', '('].map((sign) => folded.lastIndexOf(sign, index))) + 1
    const before = passage.text.slice(from + clause, from + index).trimStart()
    if (UNNAMED.test(folded.slice(clause, index)) || !/^\p{Lu}\S* \S/u.test(before)) continue
    const first = wordAt(wordsOf(passage), from + clause)
    if (verbAt(passage, first, true) === 0) return phraseSpan(passage, from + index - before.length, to)
  }
  return null
}

const LONGEST_PHRASE = 80

function phraseSpan(passage: Passage, from: number, to: number): Span {
  const end = Math.min(to, from + LONGEST_PHRASE)
  const stop = passage.text.slice(from, end).search(/[;.]/)
  return passage.span(from, stop > 0 ? from + stop : end)
}
