import { addDays, formatDay } from '../platform/calendar.ts'
import type { Candidate } from '../registry/index.ts'
import type { Founding, Kind, LineProblem } from './shapes.ts'

/** A line with the agencies its names were matched to. */
export interface FoundLine {
  id: number
  position: number
  /** The names given for the old and the new agency. */
  old: string
  new: string
  kind: Kind | null
  /** The file's text for kind and day, if it could not be read. */
  kindWritten: string | null
  dayWritten: string | null
  subject: string | null
  effectiveOn: string | null
  source: string | null
  oldId: number | null
  newId: number | null
  founding: Founding | null
  /** Possible matches, if no agency matches with certainty. */
  oldCandidates: Candidate[]
  newCandidates: Candidate[]
}

export interface KnownAgency {
  id: number
  /** In order; `to` is the last day, null if the period is still open. */
  periods: { from: string | null; to: string | null; name: string }[]
}

export interface Passage {
  oldId: number
  newId: number | null
  kind: Kind
  effectiveOn: string
}

export interface Known {
  agencies: ReadonlyMap<number, KnownAgency>
  passages: readonly Passage[]
  today: string
}

export interface Checked {
  isKnown: boolean
  problems: LineProblem[]
}

/** The problems of each line by field, and whether the registry already has it. Pure. */
export function checkLines(lines: readonly FoundLine[], known: Known): Map<number, Checked> {
  return new Map(lines.map((line) => [line.id, checkLine(line, lines, known)]))
}

function checkLine(line: FoundLine, lines: readonly FoundLine[], known: Known): Checked {
  const problems: LineProblem[] = []
  const report = (path: string, code: string, message: string, candidates: Candidate[] = []) =>
    problems.push({ path, code: `reorganisation.${code}`, message, candidates })
  const { kind, effectiveOn: on, oldId } = line
  if (line.old === '') report('old', 'old_missing', 'Chưa nêu cơ quan cũ.')
  else if (oldId === null)
    report('old', 'unknown_agency', unknownAgency(line.old, on, line.oldCandidates), line.oldCandidates)
  if (kind === null) {
    const problem = line.kindWritten ? `“${line.kindWritten}” không phải là một hình thức sắp xếp. ` : ''
    report('kind', 'kind', `${problem}Hãy chọn: kế thừa chính, tiếp nhận một phần, đổi tên, giải thể.`)
  }
  if (on === null) {
    const problem = line.dayWritten ? `“${line.dayWritten}” không phải là một ngày. ` : 'Chưa có ngày hiệu lực. '
    report('effectiveOn', 'day', `${problem}Hãy ghi ngày dạng 01/3/2025.`)
  }
  if (kind === null || on === null) return { isKnown: false, problems }
  checkNew(line, kind, on, known, report)
  const isKnown = oldId !== null && isInRegistry(line, kind, on, known)
  if (kind === 'partial' && !line.subject) {
    report('subject', 'subject_missing', 'Tiếp nhận một phần phải nêu lĩnh vực được chuyển.')
  }
  if (oldId !== null) {
    checkOld(oldId, on, known, report)
    checkTogether(line, oldId, kind, on, lines, known, isKnown, report)
  }
  return { isKnown, problems }
}

type Report = (path: string, code: string, message: string, candidates?: Candidate[]) => void

function unknownAgency(name: string, on: string | null, candidates: readonly Candidate[]): string {
  const day = on === null ? '' : ` vào ngày ${formatDay(on)}`
  const rest = candidates.length > 0 ? 'Hãy chọn một cơ quan gần đúng.' : 'Hãy kiểm tra lại tên hoặc mã.'
  return `Danh mục không có “${name}”${day}. ${rest}`
}

function checkNew(line: FoundLine, kind: Kind, on: string, known: Known, report: Report): void {
  const { newId, oldId, founding, newCandidates } = line
  if (kind === 'abolished') {
    if (line.new !== '')
      report('new', 'new_of_abolished', 'Giải thể thì không có cơ quan kế thừa. Hãy xóa cơ quan mới.')
    return
  }
  if (line.new === '') {
    report('new', 'new_missing', 'Chưa nêu cơ quan mới.')
    return
  }
  if (kind === 'renamed') {
    const name = nameOn(known, oldId, addDays(on, -1))
    if (newId !== null && newId !== oldId) {
      report(
        'new',
        'renamed_to_another',
        'Tên mới đang là tên của một cơ quan khác. Nếu sáp nhập, hãy chọn kế thừa chính.',
      )
    } else if (newId === null && name !== undefined && same(name, line.new)) {
      report('new', 'same_name', 'Tên mới trùng tên cũ.')
    }
    return
  }
  if (newId === null) {
    if (founding === null) {
      const found =
        newCandidates.length > 0 ? '' : ' Nếu cơ quan được thành lập mới, hãy chọn loại cơ quan để thành lập.'
      report('new', 'unknown_agency', unknownAgency(line.new, on, newCandidates) + found, newCandidates)
    } else if (founding.kind === 'unit' && founding.parentId === null) {
      report('founding', 'parent_missing', 'Đơn vị được thành lập phải thuộc một cơ quan. Hãy chọn cơ quan cấp trên.')
    }
    return
  }
  if (newId === oldId) {
    report('new', 'same_agency', 'Cơ quan mới trùng cơ quan cũ. Nếu chỉ đổi tên, hãy chọn đổi tên.')
    return
  }
  const agency = known.agencies.get(newId)
  if (agency && !isThere(agency, on))
    report('new', 'new_not_there', `${latestName(agency)} ${whyNotThere(agency, on)}.`)
}

function checkOld(oldId: number, on: string, known: Known, report: Report): void {
  const agency = known.agencies.get(oldId)
  if (!agency || isThere(agency, addDays(on, -1))) return
  const begins = agency.periods[0]?.from
  if (begins && begins >= on) {
    const remedy = `Ngày sắp xếp phải sau ngày ${formatDay(begins)}.`
    report('effectiveOn', 'before_it_began', `${latestName(agency)} ${whyNotThere(agency, addDays(on, -1))}. ${remedy}`)
  } else
    report(
      'old',
      'old_has_ended',
      `${latestName(agency)} ${whyNotThere(agency, addDays(on, -1))}. Hãy kiểm tra lại cơ quan và ngày.`,
    )
}

function checkTogether(
  line: FoundLine,
  oldId: number,
  kind: Kind,
  on: string,
  lines: readonly FoundLine[],
  known: Known,
  isKnown: boolean,
  report: Report,
): void {
  const others = lines.filter((other) => other.id !== line.id && other.oldId === oldId)
  const isSame = (other: FoundLine) =>
    other.kind === kind &&
    other.effectiveOn === on &&
    sameNew(other, line) &&
    same(other.subject ?? '', line.subject ?? '')
  if (others.some((other) => isSame(other) && other.position < line.position)) {
    report('old', 'line_twice', 'Dòng này trùng một dòng ở trên.')
  }
  if (kind !== 'main' && kind !== 'abolished') return
  const later = known.agencies.get(oldId)?.periods.find(({ from }) => from !== null && from > on)
  if (later?.from && !isKnown) {
    const day = formatDay(later.from)
    report(
      'effectiveOn',
      'changes_later',
      `Danh mục ghi cơ quan này còn thay đổi từ ngày ${day}. Hãy chọn ngày sau đó.`,
    )
  }
  const fates = others.filter((other) => (other.kind === 'main' || other.kind === 'abolished') && !isSame(other))
  if (fates.length > 0) {
    const twice = kind === 'main' && fates.every((other) => other.kind === 'main')
    if (twice)
      report(
        'new',
        'two_mains',
        'Một cơ quan chỉ có một cơ quan kế thừa chính; các cơ quan khác là tiếp nhận một phần.',
      )
    else report('kind', 'two_fates', 'Cơ quan này vừa được kế thừa vừa bị giải thể. Hãy giữ một dòng.')
  }
  const recorded = known.passages.find(
    (passage) => passage.oldId === oldId && passage.kind === 'main' && passage.newId !== line.newId,
  )
  if (recorded && !isKnown && !isThere(known.agencies.get(oldId), on)) {
    const heir = latestName(known.agencies.get(recorded.newId ?? 0))
    report(
      'new',
      'other_main_known',
      `Danh mục đã ghi nhận ${heir} kế thừa chính từ ngày ${formatDay(recorded.effectiveOn)}.`,
    )
  }
  if (kind !== 'main' || line.newId === null || line.newId === oldId) return
  if (leadsTo(line.newId, oldId, lines, known)) {
    report('new', 'cycle', 'Kế thừa không được thành vòng: theo các dòng khác, cơ quan mới lại chuyển về cơ quan cũ.')
  }
  const heir = known.agencies.get(line.newId)
  if (isThere(heir, on) && !isThere(heir, latest(known.today, on)) && !nextOf(line.newId, lines, known)) {
    report(
      'new',
      'heir_has_ended',
      `${latestName(heir)} ${whyNotThere(heir!, known.today)} mà chưa có cơ quan kế thừa. Hãy thêm dòng.`,
    )
  }
}

/** The registry already has the same succession: nothing in it is left to change. */
function isInRegistry(line: FoundLine, kind: Kind, on: string, known: Known): boolean {
  return known.passages.some(
    (passage) =>
      passage.oldId === line.oldId &&
      passage.kind === kind &&
      passage.effectiveOn === on &&
      (kind === 'abolished' || passage.newId === line.newId) &&
      (kind !== 'renamed' || same(nameOn(known, line.oldId, on) ?? '', line.new) || line.newId === line.oldId),
  )
}

function leadsTo(from: number, to: number, lines: readonly FoundLine[], known: Known): boolean {
  const seen = new Set<number>()
  for (let at: number | null = from; at !== null && !seen.has(at); at = nextOf(at, lines, known)) {
    if (at === to) return true
    seen.add(at)
  }
  return false
}

function nextOf(id: number, lines: readonly FoundLine[], known: Known): number | null {
  const planned = lines.find((line) => line.kind === 'main' && line.oldId === id)?.newId
  const recorded = known.passages.findLast((passage) => passage.kind === 'main' && passage.oldId === id)?.newId
  return planned ?? recorded ?? null
}

export function isThere(agency: KnownAgency | undefined, day: string): boolean {
  return agency?.periods.some(({ from, to }) => (from ?? '') <= day && (to === null || day <= to)) ?? false
}

export function nameOn(known: Known, id: number | null, day: string): string | undefined {
  return known.agencies.get(id ?? 0)?.periods.find(({ from, to }) => (from ?? '') <= day && (to === null || day <= to))
    ?.name
}

function whyNotThere(agency: KnownAgency, day: string): string {
  const begins = agency.periods[0]?.from
  if (begins && begins > day) return `hoạt động từ ngày ${formatDay(begins)}`
  const last = agency.periods.at(-1)?.to
  return last ? `đã kết thúc hoạt động từ ngày ${formatDay(addDays(last, 1))}` : `không có vào ngày ${formatDay(day)}`
}

function latestName(agency: KnownAgency | undefined): string {
  return agency?.periods.at(-1)?.name ?? 'Cơ quan này'
}

function sameNew(one: FoundLine, other: FoundLine): boolean {
  return one.newId !== null || other.newId !== null ? one.newId === other.newId : same(one.new, other.new)
}

/** Whether two names are equal, ignoring case and spacing. */
export function same(one: string, other: string): boolean {
  return fold(one) === fold(other)
}

export const fold = (name: string) => name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('vi')

const latest = (one: string, other: string) => (one > other ? one : other)
