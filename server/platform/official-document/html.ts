import {
  aboutLine,
  addresseeLines,
  fileTitle,
  MOST,
  MOTTO,
  NATION,
  numberLine,
  type OfficialDocument,
  PAGE,
  type Part,
  placeLine,
  type Run,
  recipientLines,
  SIZE,
  type Signature,
} from './model.ts'
import { bindRuns, piecesOf, titleLines } from './typography.ts'

const ENTITY: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => ENTITY[mark] ?? mark)

const STYLE = `
@page { size: A4; margin: ${PAGE.top}mm ${PAGE.right}mm ${PAGE.bottom}mm ${PAGE.left}mm; }
@page wide { size: A4 landscape; }
body { font: ${SIZE.body}pt/1.25 "Times New Roman", Tinos, "Liberation Serif", serif; color: #000; background: #fff;
  max-width: ${PAGE.width - PAGE.left - PAGE.right}mm; margin: 0 auto; padding: 8mm 4mm; }
header, footer { display: grid; grid-template-columns: 42% 58%; } footer { grid-template-columns: 1fr 1fr; margin-top: 14pt; break-inside: avoid; }
header p, footer p { margin: 0; } header { font-size: ${SIZE.title - 1}pt; } .c { text-align: center; } .b { font-weight: bold; } .i { font-style: italic; } .nb { white-space: nowrap; } .blank { white-space: pre-wrap; }
.rule { width: 36%; border-top: 0.8pt solid #000; margin: 2pt auto 6pt; } .nation .rule { width: 60%; }
h1 { font-size: ${SIZE.type}pt; text-align: center; margin: 18pt 0 0; } h1 small { display: block; font-size: inherit; }
.about { font-size: ${SIZE.about}pt; padding: 0 4mm; } main p.to { text-indent: 0; margin: 18pt 0 12pt; }
.to span { display: block; } .to:not(.c) span { padding-left: 45mm; } .to:not(.c) span:first-child { padding-left: 25mm; }
h2, h3 { font-size: ${SIZE.body}pt; margin: 6pt 0 0; text-indent: 10mm; break-after: avoid; }
main p { margin: 6pt 0 0; text-indent: 10mm; text-align: justify; } a { color: inherit; text-underline-offset: 2pt; }
main p.picture, main p.c { text-indent: 0; text-align: center; } table { width: 100%; border-collapse: collapse; font-size: ${SIZE.table}pt; margin: 6pt 0; } thead { display: table-header-group; }
th, td { border: 0.5pt solid #000; padding: 2pt 3pt; } tr { break-inside: avoid; } .recipients { font-size: ${SIZE.recipients}pt; }
section { break-before: page; } section.wide { page: wide; } .draft { text-align: right; font-weight: bold; font-size: 12pt; margin: 0; }
@media screen { header { grid-template-columns: minmax(0, 42fr) minmax(max-content, 58fr); } .nation .b { white-space: nowrap; } header .about { padding: 0; font-size: ${SIZE.about - 1}pt; } }
@media screen and (max-width: 560px) { header { grid-template-columns: minmax(0, 1fr); row-gap: 8pt; font-size: min(${SIZE.title - 1}pt, 3.4vw); } footer { font-size: min(${SIZE.body}pt, 3.8vw); } main p { text-align: left; } }
@media print { body { padding: 0; } a { text-decoration: none; } }
`

/** The document as one self-contained HTML page that prints like the paper; links stay links on the screen. */
export function toHtml(document: OfficialDocument): string {
  const line = (text: string, classes: string) => `<p class="${classes}">${escaped(text)}</p>`
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(fileTitle(document))}</title><style>${STYLE}</style></head><body>
${document.mark ? line(document.mark, 'draft') : ''}
<header aria-label="Thể thức văn bản"><div>${document.superiorAgency ? line(document.superiorAgency.toUpperCase(), 'c') : ''}
${line(document.issuingAgency.toUpperCase(), 'c b')}<div class="rule"></div>${line(numberLine(document), 'c blank')}${document.type === null ? `<p class="c about">${inLines(aboutLine(document.subject), MOST.column)}</p>` : ''}</div>
<div class="nation">${line(NATION, 'c b')}${line(MOTTO, 'c b')}<div class="rule"></div>${line(placeLine(document), 'c i blank')}</div></header>
<main aria-label="Nội dung văn bản">${title(document)}
${document.body.map(partOf).join('\n')}</main>
<footer aria-label="Nơi nhận và chữ ký">${foot(document)}</footer>
${document.annexes
  .map(
    (annex) =>
      `<section${annex.landscape ? ' class="wide"' : ''}><h1>${escaped(annex.label)}<small>${inLines(annex.title, annex.landscape ? MOST.wide : MOST.page)}</small></h1>${annex.basis === undefined ? '' : line(annex.basis, 'c i')}${annex.parts.map(partOf).join('\n')}</section>`,
  )
  .join('\n')}
</body></html>
`
}

/** No line ends inside a notation. */
function set(text: string): string {
  return piecesOf(text)
    .map((piece) => (piece.isWhole ? `<span class="nb">${escaped(piece.text)}</span>` : escaped(piece.text)))
    .join('')
}

/** Who signs, at the right; of two sides the other at the left, and the recipients below. */
function foot({ signature, counterSignature, recipients }: OfficialDocument): string {
  const lines = (texts: readonly string[], classes: string) =>
    texts.map((text) => `<p class="${classes}">${escaped(text)}</p>`).join('')
  const signed = ({ title, name }: Signature) =>
    `<div>${lines(title.toUpperCase().split('\n'), 'c b')}<div style="height: 26mm"></div>${lines([name ?? ''], 'c b')}</div>`
  const whom = `<div class="recipients"><p class="b i">Nơi nhận:</p>${lines(recipientLines(recipients), '')}</div>`
  return counterSignature ? `${signed(counterSignature)}${signed(signature)}${whom}` : `${whom}\n${signed(signature)}`
}

const inLines = (text: string, most: number) => titleLines(text, most).map(escaped).join('<br>\n')

function title({ type, subject, addressees = [] }: OfficialDocument): string {
  if (type !== null) {
    return `<h1>${escaped(type.toUpperCase())}<small>${inLines(subject, MOST.page)}</small></h1><div class="rule"></div>`
  }
  const lines = addresseeLines(addressees).map((text) => `<span>${escaped(text)}</span>`)
  return `<p class="to${lines.length === 1 ? ' c' : ''}">${lines.join('')}</p>`
}

function inline(one: Run): string {
  let html = set(one.text)
  if (one.bold) html = `<b>${html}</b>`
  if (one.italic) html = `<i>${html}</i>`
  return one.href ? `<a href="${escaped(one.href)}">${html}</a>` : html
}

function partOf(part: Part): string {
  if (part.kind === 'heading') return part.level === 1 ? `<h2>${set(part.text)}</h2>` : `<h3>${set(part.text)}</h3>`
  if (part.kind === 'centred') return `<p class="c b">${set(part.text)}</p>`
  if (part.kind === 'picture') {
    // As an image: a drawing inside the page would share its names with the other drawings.
    const data = Buffer.from(part.svg).toString('base64')
    return `<p class="c picture"><img src="data:image/svg+xml;base64,${data}" alt="${escaped(part.alt)}" style="width: ${part.width}mm; max-width: 100%"></p>`
  }
  if (part.kind === 'paragraph') return `<p>${bindRuns(part.runs).map(inline).join('')}</p>`
  const align = (index: number) => ` style="text-align: ${part.columns[index]?.align ?? 'left'}"`
  const size = part.size === undefined ? '' : ` style="font-size: ${part.size}pt"`
  return `<table${size}><thead><tr>${part.columns.map((column) => `<th scope="col">${escaped(column.title)}</th>`).join('')}</tr></thead>
<tbody>${part.rows
    .map((row, rowIndex) =>
      part.sections?.includes(rowIndex)
        ? `<tr class="b"><td colspan="${part.columns.length}">${inline(row[0]!)}</td></tr>`
        : `<tr${part.totals?.includes(rowIndex) ? ' class="b"' : ''}>${row.map((one, index) => `<td${align(index)}>${inline(one)}</td>`).join('')}</tr>`,
    )
    .join('\n')}</tbody></table>`
}
