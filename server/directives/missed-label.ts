/** Which label was not understood, if a reviewer had to add what stands after it. Pure. */

interface Span {
  start: number
  end: number
}

/** "- Đầu mối thực hiện: Vụ Tổng hợp." – the label, and what it says. */
const LABELLED = /^[\s\-–—+*•.)\da-zđ]{0,8}?(\p{Lu}[\p{L}\p{M} ,/]{1,45}?)\s*:\s*(.+)$/u

/**
 * The label of the line that states `words` inside one of `places`. Undefined if no line does, or if one of the values
 * that were `read` is from that line: then its label was understood, and something else went wrong.
 */
export function missedLabel(
  text: string,
  places: readonly (Span | null)[],
  words: string,
  read: readonly (Span | null)[],
): string | undefined {
  const wanted = plain(words)
  if (wanted === '') return undefined
  for (const place of places) {
    if (place === null) continue
    let start = place.start
    for (const line of text.slice(place.start, place.end).split('\n')) {
      const end = start + line.length
      const [, label, value] = LABELLED.exec(line) ?? []
      const isUnderstood = read.some((span) => span !== null && span.start >= start && span.end <= end)
      if (label !== undefined && !isUnderstood && plain(value!).includes(wanted)) return label.trim()
      start = end + 1
    }
  }
  return undefined
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()
}
