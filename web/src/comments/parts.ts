interface Place {
  start: number
  end: number
}
/** A piece of a comment as it is shown. */
export interface Part {
  kind: 'text' | 'link' | 'mention'
  start: number
  text: string
}

const LINK = /https?:\/\/[^\s<>"“”]+/gi
/** What ends a sentence is not part of an address in it. */
const TAIL = /[.,;:!?)\]}'’]+$/

/** A text as plain parts, addresses of the web, and mentions. Anything else stays text: a comment has no markup. */
export function partsOf(body: string, mentions: readonly Place[]): Part[] {
  const parts: Part[] = []
  let from = 0
  for (const { start, end } of mentions) {
    parts.push(...linked(body.slice(from, start), from))
    parts.push({ kind: 'mention', start, text: body.slice(start, end) })
    from = end
  }
  return [...parts, ...linked(body.slice(from), from)]
}

function linked(text: string, at: number): Part[] {
  const parts: Part[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(LINK)) {
    const address = found.replace(TAIL, '')
    if (!URL.canParse(address)) continue
    if (index > from) parts.push({ kind: 'text', start: at + from, text: text.slice(from, index) })
    parts.push({ kind: 'link', start: at + index, text: address })
    from = index + address.length
  }
  if (from < text.length) parts.push({ kind: 'text', start: at + from, text: text.slice(from) })
  return parts
}
