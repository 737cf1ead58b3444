/** Pages of invented documents as PDF, some thousands in seconds: set in plain lines by the small writer of the signatures' marks. */
import { PdfBytes, PdfFile } from '../../platform/signature/pdf-file.ts'
import { Dict, dictOf, Stream } from '../../platform/signature/pdf-objects.ts'
import { PdfUpdate } from '../../platform/signature/pdf-update.ts'
import { addFont, type Subset, shown, subsetOf, widthOf } from '../../platform/signature/true-type.ts'

export interface Page {
  issuer: string
  notation: string
  place: string
  /** ISO. */
  datedOn: string
  /** Null: an official letter, which names whom it is for instead. */
  kindName: string | null
  about: string
  addressees: readonly string[]
  paragraphs: readonly string[]
  recipients: readonly string[]
  signature: { title: string; name: string }
}

/** A4 in points, with the margins of Nghị định 30/2020/NĐ-CP. */
const [WIDTH, HEIGHT, LEFT, RIGHT, TOP] = [595, 842, 85, 57, 57]
const SIZE = 13
const LINE = 18
const MIDDLES = [170, 420] as const

const BLANK = blank()

/** An empty page, to which each document adds its text. */
function blank(): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] >>`,
  ]
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, place) => {
    const at = text.length
    text += `${place + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  text += `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** The words of a page in their order: what a reader finds in the file. */
export function wordsOf(page: Page): string {
  return linesOf(page).join('\n')
}

const dated = (iso: string) => {
  const [year, month, day] = iso.split('-') as [string, string, string]
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`
}
const headOf = ({ issuer, notation, place, datedOn }: Page) => ({
  left: [issuer.toLocaleUpperCase('vi'), '_______', `Số: ${notation}`],
  right: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', `${place}, ${dated(datedOn)}`],
})
const titleOf = ({ kindName, about }: Page) =>
  kindName === null ? [`V/v ${about}`] : [kindName.toLocaleUpperCase('vi'), about]
const toOf = ({ addressees }: Page) => (addressees.length === 0 ? [] : [`Kính gửi: ${addressees.join('; ')}`])
const signedOf = ({ signature }: Page) => [...signature.title.split('\n'), signature.name]
const linesOf = (page: Page): string[] => {
  const { left, right } = headOf(page)
  return [
    ...left.filter((line) => !line.startsWith('_')),
    ...right,
    'MẪU',
    ...titleOf(page),
    ...toOf(page),
    ...page.paragraphs,
    ...signedOf(page),
    'Nơi nhận:',
    ...page.recipients,
  ]
}

/** The page as a PDF whose text can be taken out. */
export function pdfOf(page: Page): Uint8Array {
  const subset = subsetOf([...linesOf(page), '_- '])
  const written: string[] = []
  const put = (text: string, x: number, y: number) =>
    written.push(`1 0 0 1 ${x.toFixed(1)} ${y.toFixed(1)} Tm ${shown(subset, text)} Tj`)
  const middle = (text: string, around: number, y: number) => put(text, around - widthOf(subset, text, SIZE) / 2, y)
  const { left, right } = headOf(page)
  let y = HEIGHT - TOP
  const next = () => {
    y -= LINE
    return y
  }
  const [narrow, wide] = MIDDLES
  for (const [lines, around, most] of [
    [left, narrow, 180],
    [right, wide, 300],
  ] as const) {
    const parts = lines.flatMap((line) => wrapped(subset, line, most))
    for (const [place, part] of parts.entries()) middle(part, around, y - (place + 1) * LINE)
  }
  y -= 6 * LINE
  middle('MẪU', WIDTH / 2, y)
  for (const line of titleOf(page)) for (const part of wrapped(subset, line, 380)) middle(part, WIDTH / 2, next())
  y -= LINE / 2
  for (const line of toOf(page)) for (const part of wrapped(subset, line, 380)) middle(part, WIDTH / 2, next())
  y -= LINE / 2
  for (const paragraph of page.paragraphs) {
    wrapped(subset, paragraph, WIDTH - LEFT - RIGHT - 28).forEach((part, place) => {
      put(part, place === 0 ? LEFT + 28 : LEFT, next())
    })
  }
  y -= LINE
  const recipients = ['Nơi nhận:', ...page.recipients.map((name) => `- ${name}`)].flatMap((line) =>
    wrapped(subset, line, 220),
  )
  for (const [place, part] of recipients.entries()) put(part, LEFT, y - (place + 1) * LINE)
  const lines = signedOf(page)
  for (const line of lines.slice(0, -1)) middle(line, wide, next())
  middle(lines.at(-1)!, wide, y - 4 * LINE)
  const update = new PdfUpdate(new PdfFile(new PdfBytes(BLANK)))
  const content = Buffer.from(`0 g BT /F0 ${SIZE} Tf\n${written.join('\n')}\nET`, 'latin1')
  const [only] = update.file.pages
  update.put(
    only!.ref,
    new Dict(only!.dict)
      .set('Resources', dictOf({ Font: dictOf({ F0: addFont(update, subset) }) }))
      .set('Contents', update.add(new Stream(dictOf({}), content))),
  )
  return update.write().bytes
}

function wrapped(subset: Subset, text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && widthOf(subset, longer, SIZE) <= most) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
