import { formatNumber } from './calendar.ts'
import type { AnyTransaction } from './db.ts'

/** Lines listed under one heading of a message; the rest are counted and linked. */
const LISTED = 40

/** One thing in a message: "NV-2021-0007: Xây dựng đề án. Bộ Tài chính; quá hạn 3 ngày". */
export interface MessageLine {
  code: string | null
  title: string
  detail: string
  /** Address in the console. */
  to: string
}

export interface MessageGroup {
  heading: string
  lines: readonly MessageLine[]
}

/** A part of a message: an opening sentence, groups of lines, and where to see all of them. */
export interface MessagePart {
  opening: string
  groups: readonly MessageGroup[]
  /** What is counted: "nhiệm vụ". */
  noun: string
  all: { words: string; to: string }
}

/** A room's part of the one message that a person gets on a working day. */
export interface DigestPart {
  /** People who have something in it. */
  people: (trx: AnyTransaction, on: string) => Promise<readonly number[]>
  /** What it says to one of them, locked until it is `sent`; undefined: nothing. */
  compose: (
    trx: AnyTransaction,
    whose: { personId: number; on: string },
  ) => Promise<(MessagePart & { sent: (mailId: number) => Promise<void> }) | undefined>
}

/** "40 quá hạn, 3 đề nghị gia hạn" */
export function summaryOf(parts: readonly MessagePart[]): string {
  return parts
    .flatMap(({ groups }) => groups)
    .map(
      ({ heading, lines }) => `${formatNumber(lines.length)} ${heading[0]!.toLocaleLowerCase('vi')}${heading.slice(1)}`,
    )
    .join(', ')
}

const FOOT = 'Thư do hệ thống Điều Hành gửi; không cần trả lời thư này.'

/** A message in Vietnamese, as plain text and HTML. */
export function writeMessage({
  name,
  title,
  parts,
  origin,
  foot = FOOT,
}: {
  name: string
  title: string
  parts: readonly MessagePart[]
  origin: string
  foot?: string
}): { text: string; html: string } {
  const text = [
    `Kính gửi ${name},`,
    ...parts.flatMap(({ opening, groups, noun, all }) => [
      '',
      opening,
      ...groups.flatMap(({ heading, lines }) => [
        '',
        `${heading.toLocaleUpperCase('vi')} (${formatNumber(lines.length)})`,
        ...lines.slice(0, LISTED).flatMap((line) => [`- ${lineOf(line)}`, `  ${origin}${line.to}`]),
        ...rest(lines.length, noun).map((words) => `- ${words}`),
      ]),
      '',
      `${all.words}: ${origin}${all.to}`,
    ]),
    '',
    foot,
  ].join('\n')
  const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>
<body style="font:15px/1.45 Arial,sans-serif;color:#1c2430;max-width:720px;margin:0 auto;padding:16px">
<p>Kính gửi ${escaped(name)},</p>${parts.map((part) => htmlOf(part, origin)).join('')}
<p style="color:#555;font-size:13px">${escaped(foot)}</p>
</body></html>`
  return { text, html }
}

function htmlOf({ opening, groups, noun, all }: MessagePart, origin: string): string {
  const item = ({ code, title, detail, to }: MessageLine) => {
    const link = `<a href="${escaped(origin + to)}">${escaped(code ?? title)}</a>`
    return `<li style="margin:0 0 6px">${link}${code === null ? '' : `: ${escaped(title)}`}<br><span style="color:#555">${escaped(detail)}</span></li>`
  }
  const list = ({ heading, lines }: MessageGroup) => `
<h2 style="font-size:16px;margin:20px 0 6px">${escaped(heading)} (${formatNumber(lines.length)})</h2>
<ul style="margin:0;padding-left:20px">${lines.slice(0, LISTED).map(item).join('')}${rest(lines.length, noun)
    .map((words) => `<li>${escaped(words)}</li>`)
    .join('')}</ul>`
  return `
<p>${escaped(opening)}</p>${groups.map(list).join('')}
<p style="margin-top:20px"><a href="${escaped(origin + all.to)}">${escaped(all.words)}</a></p>`
}

function lineOf({ code, title, detail }: MessageLine): string {
  return `${code === null ? '' : `${code}: `}${title}${detail === '' ? '' : `. ${detail}`}`
}

function rest(count: number, noun: string): string[] {
  return count > LISTED ? [`… và ${formatNumber(count - LISTED)} ${noun} khác trên hệ thống`] : []
}

const ENTITY: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => ENTITY[mark] ?? mark)
