/** A document ten times as long may take at most twelve times as long to read and extract. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { extract, read } from '@dieuhanh/extraction'
import { median, type Ratio } from './measure.ts'

/** Characters on a page of a directive: 32 lines of 75. */
const PAGE = 2_400
const AT_MOST = 12

const sample = (name: string) =>
  readFileSync(path.join(import.meta.dirname, '..', 'extraction', 'samples', name), 'utf8').replaceAll('\r\n', '\n')

/** Repeats a part, each time under its own heading, between a head and a tail, until the text has so many pages. */
function lengthened(head: string, part: (turn: number) => string, tail: string, pages: number): string {
  const parts = [head]
  let length = head.length + tail.length
  for (let turn = 1; length < pages * PAGE; turn++) {
    const next = part(turn)
    parts.push(next)
    length += next.length
  }
  return [...parts, tail].join('\n')
}

/** Running text: the numbered items of a directive, chapter after chapter. */
function prose(pages: number): string {
  const text = sample('01-chi-thi-ho-so-dien-tu.txt')
  const [start, end] = [text.indexOf('\n1. '), text.indexOf('\nNơi nhận')]
  const chapter = (turn: number) => `Chương ${turn}. NHÓM NHIỆM VỤ SỐ ${turn}${text.slice(start, end)}`
  return lengthened(text.slice(0, start), chapter, text.slice(end), pages)
}

/** A plan in one long table. */
function table(pages: number): string {
  const text = sample('03-quyet-dinh-ke-hoach-bang.md')
  const firstRow = text.indexOf('\n| I |')
  const rows = text.slice(firstRow).trim()
  return lengthened(text.slice(0, firstRow), () => rows, '', pages)
}

/** The same prose as a web page. */
function web(pages: number): string {
  const paragraphs = prose(pages)
    .split('\n')
    .map((line) => `<p>${line.trim()}</p>`)
  return `<!doctype html><html lang="vi"><body>${paragraphs.join('\n')}</body></html>`
}

export async function bench(): Promise<Ratio[]> {
  const kinds: [string, (pages: number) => string, string][] = [
    ['running text', prose, 'van-ban.txt'],
    ['one table', table, 'ke-hoach.md'],
    ['web page', web, 'van-ban.html'],
  ]
  const ratios: Ratio[] = []
  for (const [what, make, name] of kinds) {
    const tasks = { short: 0, long: 0 }
    const whole = (length: keyof typeof tasks, pages: number) => {
      const bytes = new TextEncoder().encode(make(pages))
      return async () => {
        tasks[length] = extract(await read(bytes, name)).tasks.length
      }
    }
    const fast = await median(5, whole('short', 30))
    const slow = await median(3, whole('long', 300))
    if (tasks.short === 0 || tasks.long < 9 * tasks.short)
      throw new Error(`${what}: ${tasks.long} tasks on 300 pages but ${tasks.short} on 30: not the same kind of work`)
    ratios.push({
      what: `${what}, 300 pages (${tasks.long} tasks) / 30 pages (${tasks.short})`,
      slow,
      fast,
      atMost: AT_MOST,
    })
  }
  return ratios
}
