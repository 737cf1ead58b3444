import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  ExternalHyperlink,
  Header,
  ImageRun,
  type ISectionOptions,
  LineRuleType,
  NoBreakHyphen,
  NumberFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { isLong, LongTables } from './long-table.ts'
import {
  type Align,
  type Annex,
  aboutLine,
  addresseeLines,
  fileTitle,
  type LooseAnnexes,
  MOST,
  MOTTO,
  NATION,
  numberLine,
  type OfficialDocument,
  PAGE,
  type Part,
  type Picture,
  placeLine,
  type Run,
  recipientLines,
  SETTINGS,
  type Setting,
  SIZE,
  type Signature,
  type Table as TableModel,
} from './model.ts'
import { settingOf } from './pdf.ts'
import { bindRuns, piecesOf, titleLines } from './typography.ts'

const FACE = 'Times New Roman'
const halfPoints = (points: number) => points * 2
const twips = (points: number) => points * 20
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE }
const LINE = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 }
const ALIGN: Record<Align, (typeof AlignmentType)[keyof typeof AlignmentType]> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
}
/** Width of the text in twips for a page of that width in millimetres. */
const textWidth = (millimetres: number) => convertMillimetersToTwip(millimetres - PAGE.left - PAGE.right)

/**
 * The document as a DOCX file (Office Open XML).
 * @returns the file's bytes; they differ between calls only in the archive's time stamps
 */
export async function toDocx(document: OfficialDocument): Promise<Uint8Array> {
  const long = new LongTables()
  const setting = await settingOf(document)
  return fileOf({ creator: document.issuingAgency, title: fileTitle(document) }, long, [
    section(false, true, [
      ...head(document),
      // A signature never stands on a page without the end of what is signed.
      ...document.body.flatMap((part, place) =>
        partOf(part, PAGE.width, long, place === document.body.length - 1 && part.kind === 'paragraph', setting),
      ),
      ...foot(document),
    ]),
    ...document.annexes.map((annex) => annexSection(annex, long)),
  ])
}

/** Annexes alone as a DOCX file; its first page has no number. */
export async function annexesToDocx({ title, issuingAgency, annexes }: LooseAnnexes): Promise<Uint8Array> {
  const long = new LongTables()
  const sections = annexes.map((annex, place) => annexSection(annex, long, place === 0))
  return fileOf({ creator: issuingAgency, title }, long, sections)
}

async function fileOf(
  properties: { creator: string; title: string },
  long: LongTables,
  sections: ISectionOptions[],
): Promise<Uint8Array> {
  const file = new Document({
    ...properties,
    styles: {
      default: {
        document: {
          run: { font: FACE, size: halfPoints(SIZE.body), language: { value: 'vi-VN' } },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
      },
    },
    sections,
  })
  return long.fill(new Uint8Array(await Packer.toArrayBuffer(file)))
}

function section(landscape: boolean, first: boolean, children: ISectionOptions['children']): ISectionOptions {
  return {
    properties: {
      // The number is hidden on page 1 only.
      titlePage: first,
      page: {
        size: {
          width: convertMillimetersToTwip(PAGE.width),
          height: convertMillimetersToTwip(PAGE.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: convertMillimetersToTwip(PAGE.top),
          bottom: convertMillimetersToTwip(PAGE.bottom),
          left: convertMillimetersToTwip(PAGE.left),
          right: convertMillimetersToTwip(PAGE.right),
          header: convertMillimetersToTwip(PAGE.header),
        },
        pageNumbers: { formatType: NumberFormat.DECIMAL },
      },
    },
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(13) })],
          }),
        ],
      }),
      ...(first ? { first: new Header({ children: [new Paragraph({})] }) } : {}),
    },
    children,
  }
}

const centred = (text: string, size: number, style: { bold?: boolean; italics?: boolean } = {}, before = 0) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: twips(before) },
    children: text
      .split('\n')
      .map(
        (line, place) =>
          new TextRun({ text: line, size: halfPoints(size), ...style, ...(place > 0 ? { break: 1 } : {}) }),
      ),
  })

/** A rule under a line: a paragraph with a top border, indented by `inset` twips on both sides. */
const rule = (inset: number) =>
  new Paragraph({
    indent: { left: inset, right: inset },
    border: { top: LINE },
    spacing: { line: 120, lineRule: LineRuleType.EXACT, before: 20 },
    children: [],
  })

function columns(widths: number[], cells: Paragraph[][]): Table {
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        // A name never stands on another page than the title of who signs.
        cantSplit: true,
        children: cells.map(
          (children, index) =>
            new TableCell({
              children,
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
              borders: { top: NONE, bottom: NONE, left: NONE, right: NONE },
              margins: { left: 0, right: 0 },
            }),
        ),
      }),
    ],
  })
}

function head(document: OfficialDocument): (Paragraph | Table)[] {
  const width = textWidth(PAGE.width)
  const left = Math.round(width * 0.42)
  const right = width - left
  const issuer = [
    ...(document.superiorAgency ? [centred(document.superiorAgency.toUpperCase(), SIZE.title)] : []),
    centred(document.issuingAgency.toUpperCase(), SIZE.title, { bold: true }),
    rule(Math.round(left * 0.32)),
    centred(numberLine(document), SIZE.number, {}, 6),
    ...(document.type === null
      ? [centred(titleLines(aboutLine(document.subject), MOST.column).join('\n'), SIZE.about, {}, 3)]
      : []),
  ]
  const nation = [
    centred(NATION, SIZE.title - 1, { bold: true }),
    centred(MOTTO, SIZE.motto - 1, { bold: true }),
    rule(Math.round(right * 0.2)),
    centred(placeLine(document), SIZE.place - 1, { italics: true }, 6),
  ]
  return [
    ...(document.mark
      ? [
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            children: [new TextRun({ text: document.mark, bold: true, size: halfPoints(12) })],
          }),
        ]
      : []),
    columns([left, right], [issuer, nation]),
    ...(document.type === null
      ? addressees(document.addressees ?? [])
      : [
          centred(document.type.toUpperCase(), SIZE.type, { bold: true }, 18),
          centred(titleLines(document.subject, MOST.page).join('\n'), SIZE.type, { bold: true }),
          rule(Math.round(width * 0.36)),
        ]),
  ]
}

/** One centred line, or an indented list under "Kính gửi:". */
function addressees(names: readonly string[]): Paragraph[] {
  const lines = addresseeLines(names)
  if (lines.length === 1) return [centred(lines[0]!, SIZE.body, {}, 18), new Paragraph({ children: [] })]
  return [
    ...lines.map(
      (text, place) =>
        new Paragraph({
          indent: { left: convertMillimetersToTwip(place === 0 ? 25 : 45) },
          spacing: { before: twips(place === 0 ? 18 : 2) },
          children: [new TextRun({ text, size: halfPoints(SIZE.body) })],
        }),
    ),
    new Paragraph({ children: [] }),
  ]
}

function foot(document: OfficialDocument): (Paragraph | Table)[] {
  const width = textWidth(PAGE.width)
  const left = Math.round(width / 2)
  const recipients = [
    new Paragraph({
      children: [new TextRun({ text: 'Nơi nhận:', bold: true, italics: true, size: halfPoints(12) })],
    }),
    ...recipientLines(document.recipients).map(
      (text) => new Paragraph({ children: [new TextRun({ text, size: halfPoints(SIZE.recipients) })] }),
    ),
  ]
  const signature = signed(document.signature)
  const space = new Paragraph({ spacing: { before: twips(12) }, keepNext: true, children: [] })
  if (!document.counterSignature) return [space, columns([left, width - left], [recipients, signature])]
  return [space, columns([left, width - left], [signed(document.counterSignature), signature]), ...recipients]
}

const signed = ({ title, name }: Signature) => [
  ...title.split('\n').map((line) => centred(line.toUpperCase(), SIZE.title, { bold: true })),
  // Space for the handwritten or the digital signature.
  new Paragraph({ spacing: { before: twips(72) }, children: [] }),
  centred(name ?? '', SIZE.body, { bold: true }),
]

function annexSection(annex: Annex, long: LongTables, isFirst = false): ISectionOptions {
  const pageWidth = annex.landscape ? PAGE.height : PAGE.width
  return section(annex.landscape, isFirst, [
    centred(annex.label, SIZE.type, { bold: true }),
    centred(titleLines(annex.title, annex.landscape ? MOST.wide : MOST.page).join('\n'), SIZE.type, { bold: true }),
    ...(annex.basis === undefined ? [] : [centred(annex.basis, SIZE.type, { italics: true })]),
    spacer(6),
    ...annex.parts.flatMap((part) => partOf(part, pageWidth, long)),
  ])
}

const PIXELS_PER_MILLIMETRE = 96 / 25.4
const pictureOf = ({ png, width, height, alt }: Picture) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: twips(6), after: twips(6) },
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: {
          width: Math.round(width * PIXELS_PER_MILLIMETRE),
          height: Math.round(height * PIXELS_PER_MILLIMETRE),
        },
        altText: { name: alt, title: alt, description: alt },
      }),
    ],
  })

/** A paragraph of so many points and no words. */
const spacer = (points: number) =>
  new Paragraph({
    spacing: { line: twips(points), lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: '', size: 2 })],
  })

/**
 * As good as nothing after a long table: the last paragraph of a section says where it ends and how its pages lie, which that of
 * the mark, replaced by the rows, would lose; and the next table would become one with it.
 */
const afterLong = () => spacer(1)

function partOf(
  part: Part,
  pageWidth: number,
  long: LongTables,
  isLast = false,
  { size, line }: Setting = SETTINGS[0],
): (Paragraph | Table)[] {
  if (part.kind === 'picture') return [pictureOf(part)]
  if (part.kind === 'table') {
    if (isLong(part))
      return [new Paragraph({ children: [new TextRun(long.take(part, textWidth(pageWidth)))] }), afterLong()]
    return [tableOf(part, textWidth(pageWidth)), new Paragraph({ children: [] })]
  }
  if (part.kind === 'centred') return [centred(part.text, SIZE.body, { bold: true }, 8)]
  const heading = part.kind === 'heading'
  return [
    new Paragraph({
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: convertMillimetersToTwip(10) },
      // With its rule: without one an office application takes the lines as 13.8 points high, less than the letters.
      spacing: { before: twips(6), after: 0, line: Math.round(240 * line), lineRule: LineRuleType.AUTO },
      keepNext: heading || isLast,
      keepLines: isLast,
      children: heading
        ? [textOf({ text: part.text, bold: true }, size)]
        : bindRuns(part.runs).map((one) => linkOf(one, size)),
    }),
  ]
}

const textOf = (one: Run, size: number = SIZE.body, bold = false) =>
  new TextRun({
    children: piecesOf(one.text).flatMap(({ text, isWhole }) => (isWhole ? hyphened(text) : [text])),
    bold: one.bold ?? bold,
    italics: one.italic ?? false,
    size: halfPoints(size),
  })

/** Word ends a line after a hyphen, unless it is one of its own that does not break. */
const hyphened = (text: string) =>
  text.split('-').flatMap((part, place) => (place === 0 ? [part] : [new NoBreakHyphen(), part]))

/** A link keeps the paper's black ink: the printed report must not show which words are links. */
const linkOf = (one: Run, size: number = SIZE.body, bold = false): ParagraphChild =>
  one.href ? new ExternalHyperlink({ link: one.href, children: [textOf(one, size, bold)] }) : textOf(one, size, bold)

function tableOf(table: TableModel, width: number): Table {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0)
  const widths = table.columns.map((column) => Math.floor((column.width / total) * width))
  const sections = new Set(table.sections)
  const cell = (one: Run, index: number, header: boolean, bold: boolean, columnSpan = 1) =>
    new TableCell({
      columnSpan,
      width: { size: columnSpan > 1 ? width : (widths[index] ?? 0), type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 60, right: 60, top: 30, bottom: 30 },
      children: [
        new Paragraph({
          alignment: header ? AlignmentType.CENTER : ALIGN[table.columns[index]?.align ?? 'left'],
          // A header says nothing alone at the foot of a page; what a section holds begins on its page.
          keepNext: header || columnSpan > 1,
          children: [linkOf(one, table.size ?? SIZE.table, header || bold)],
        }),
      ],
    })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: table.columns.map((column, index) => cell({ text: column.title }, index, true, true)),
      }),
      ...table.rows.map(
        (row, rowIndex) =>
          new TableRow({
            cantSplit: true,
            children: sections.has(rowIndex)
              ? [cell(row[0]!, 0, false, true, table.columns.length)]
              : row.map((one, index) => cell(one, index, false, table.totals?.includes(rowIndex) ?? false)),
          }),
      ),
    ],
  })
}
