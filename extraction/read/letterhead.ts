import { type Region, segmentsOf } from './segments.ts'

/** The national motto stands to the right of the issuer's name (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
const MOTTO = /^CỘNG H(?:ÒA|OÀ|ÓA) XÃ HỘI CHỦ NGHĨA/
/** An empty line, the number, the subject of a letter or its address end the two sides. */
const ENDS = /^\s*(?:$|Số\s?:|V\/v|Kính gửi)/
/** Lines of a letterhead at most. */
const MOST = 8

/**
 * The letterhead whose first line is here, its left side first: also where the two sides are set so close that no column
 * between them stays free. Null for any other line.
 */
export function letterheadAt(lines: readonly string[], at: number): Region | null {
  const first = lines[at]!.includes('CỘNG H') ? segmentsOf(lines[at]!) : []
  const motto = first.at(-1)
  if (first.length < 2 || !motto || !MOTTO.test(motto.text)) return null
  const left: string[] = []
  const right: string[] = []
  let to = at
  for (; to < Math.min(lines.length, at + MOST) && !ENDS.test(lines[to]!); to++) {
    const segments = segmentsOf(lines[to]!)
    const last = segments.at(-1)!
    const isRight = segments.length > 1 || last.start >= motto.start - 4
    if (isRight) right.push(last.text)
    const rest = isRight ? segments.slice(0, -1) : segments
    if (rest.length > 0) left.push(rest.map(({ text }) => text).join(' '))
  }
  return { kind: 'sides', from: at, to, lines: [...left, ...right] }
}
