/** Numbers for tests that try much: the same seed gives the same ones. `mulberry32`. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

/** A random document: namespaces declared, shadowed and undone, comments, CDATA, references, line ends of all kinds. */
export function randomXml(next: (below: number) => number): string {
  const pick = <T>(of: readonly T[]): T => of[next(of.length)]!
  const texts = [
    'Văn bản',
    ' \n\t',
    'a&amp;b',
    '&#13;',
    '&lt;x&gt;',
    ']]',
    '>',
    '"\'',
    '&#x1F600;',
    '\r\n',
    '\r',
    '&#9;&#10;',
    '',
  ]
  const marks = ['<!-- note -->', '<?go on?>', '<?go?>', '<![CDATA[a < b && c]]>', '<![CDATA[]]>']
  const addresses = ['urn:a', 'urn:b', 'http://x.test/c']
  const element = (depth: number, scope: readonly string[]): string => {
    const own: string[] = []
    let declared = ''
    for (const prefix of ['', 'p', 'q', 'r']) {
      if (next(4) > 0) continue
      if (prefix === '') declared += ` xmlns="${pick([...addresses, ''])}"`
      else {
        declared += ` xmlns:${prefix}="${pick(addresses)}"`
        own.push(prefix)
      }
    }
    const known = [...new Set([...scope, ...own])]
    const named = (name: string) => (known.length > 0 && next(2) > 0 ? `${pick(known)}:${name}` : name)
    const attributes = ['z', 'b', 'a', 'Id', 'É']
      .filter(() => next(4) === 0)
      .map((name) => {
        const quote = pick(['"', "'"])
        return ` ${named(name)}${pick(['=', ' = '])}${quote}${pick(texts).replaceAll(quote, '').replaceAll('<', '')}${pick(texts).replaceAll(quote, '')}${quote}`
      })
    if (next(8) === 0) attributes.push(pick([' xml:lang="vi"', ' xml:space="preserve"', ' xml:base="http://x.test/"']))
    const name = named(pick(['a', 'b', 'Tên']))
    if (depth === 0 || next(5) === 0)
      return `<${name}${declared}${attributes.join('')}${pick(['/>', ' />', `></${name} >`])}`
    let inside = ''
    for (let count = next(5); count > 0; count--)
      inside += next(3) === 0 ? pick(marks) : next(2) === 0 ? pick(texts) : element(depth - 1, known)
    return `<${name}${declared}${attributes.join('')}>${inside}</${name}>`
  }
  return `${pick(['', '<?xml version="1.0" encoding="UTF-8"?>\n'])}${pick(['', '<!-- first -->\n', '<?go?>'])}${element(5, [])}${pick(['', '\n', '<!-- last -->', '<?go on?>\n'])}`
}

/** Seconds of the processor that some work took: what else runs on the machine hardly counts. */
export function processorSeconds(work: () => void): number {
  const started = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1e6
}
