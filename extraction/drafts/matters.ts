import { isPoint } from '../outline/headings.ts'
import type { Item } from '../outline/outline.ts'
import { orderOf } from '../units/orders.ts'

/** Acts that look at something: what is listed below them are matters to look at, not work of its own. */
const LOOKS_AT =
  /^(?:tap trung |chu tri |to chuc )?(?:kiem tra|giam sat|phuc tra|thanh tra|kiem soat|khao sat|danh gia)\b/

/** Beginnings of a matter: it names a thing and orders nothing. */
const MATTER =
  /^(?:viec|cach|ve|tieu chuan|tinh hinh|ket qua|trach nhiem|thanh phan|so luong|co cau|cong tac|thoi (?:diem|gian|han)|chat luong|muc do|tien do|nhung|trinh tu|thu tuc|ho so|quy trinh|tu cach|nguyen tac|hinh thuc)\b/
/** "Bảo đảm công bằng giữa các bên" among matters says what they have to be like. */
const QUALITY = /^(?:bao dam|dam bao)\b/

/** An inspection and the list of matters it looks at; the whole of it is one task. */
export interface Inspection {
  /** The item itself, or the paragraph or first point below it that says what is done. */
  head: Item
  matters: Item[]
}

/**
 * "1. Kiểm tra việc thu phí: - Mức phí … - Việc niêm yết …": what is inspected, in nominal style. Null if the item is no
 * inspection, or if the points below it are actions.
 */
export function inspectionIn(item: Item): Inspection | null {
  const points = item.children.filter((child) => child.mark && isPoint(child) && !child.isLabelLine)
  if (points.length === 0) return null
  const first = item.children.find((child) => !child.isLabelLine && !child.table) as Item
  const head = looksAt(first) && first.children.length === 0 ? first : looksAt(item) ? item : null
  if (!head) return null
  // A heading that names its agency gives it to the points below, the first of them too.
  if (head !== item && orderOf(item.passage, item.from, item.passage.text.length).lead.length > 0) return null
  const matters = points.filter((point) => point !== head)
  return matters.length > 0 && areMatters(matters) ? { head, matters } : null
}

function looksAt({ passage, from }: Item): boolean {
  return LOOKS_AT.test(passage.plain.slice(orderOf(passage, from, passage.text.length).actionFrom))
}

/** Most of them are things, and none gives work to a unit that it names. */
function areMatters(points: readonly Item[]): boolean {
  let things = 0
  let qualities = 0
  for (const { passage, from } of points) {
    const folded = passage.plain.slice(from, from + 24)
    if (MATTER.test(folded)) {
      things++
      continue
    }
    if (QUALITY.test(folded)) {
      qualities++
      continue
    }
    const order = orderOf(passage, from, passage.text.length)
    if (order.commanded || (order.lead.length > 0 && order.acts)) return false
  }
  return things > 0 && (things + qualities) * 2 >= points.length
}

/** A part of a team before the colon: "Trưởng đoàn: …", "Thành viên: …", "Thư ký: …". */
const PLACE_IN_A_TEAM =
  /^(?:(?:pho )?(?:truong|to truong|chu tich hoi dong)(?: (?:doan|ban|to|nhom|tieu ban))?(?: thuong truc)?|to pho|thanh vien|cac thanh vien|uy vien|thu ky|thanh phan(?: tham gia| tham du)?)(?: [a-z]+){0,4}\s?:/
const LONGEST_PLACE = 50

/** "Bà Khúc Thị Mẫu - Phó Chủ tịch Hội Nông dân xã - Tổ trưởng": a person, and at the end the place. */
const PERSON_AT_PLACE =
  /^(?:ong|ba|dong chi|d\/c) [^;:]{4,200}[-,:(] ?(?:(?:pho )?(?:to truong|truong (?:doan|ban|nhom|tieu ban)|chu tich hoi dong)|to pho|pho (?:ban|doan)|thanh vien|uy vien|thu ky)\)?[.;, ]*$/

/** Names a person and their place in a team: no one is given work by it. */
export function isPersonInTeam({ passage, from, children }: Item): boolean {
  return children.length === 0 && PERSON_AT_PLACE.test(passage.plain.slice(from))
}

/** Says who is in a team: no one is given work by it. */
export function isPlaceInTeam({ passage, from, children }: Item): boolean {
  const colon = passage.text.indexOf(':', from)
  return (
    colon > 0 &&
    colon - from < LONGEST_PLACE &&
    children.length === 0 &&
    PLACE_IN_A_TEAM.test(passage.plain.slice(from, colon + 1))
  )
}

/** "Thành lập đoàn kiểm tra gồm: - Trưởng đoàn: …": the work is to form the team that the points below list. */
export function formsTeam(item: Item): boolean {
  if (item.children.length === 0 || !/\bgom(?: co)?\s*:?\s*$/.test(item.passage.plain.slice(-12))) return false
  return item.children.some(isPlaceInTeam)
}
