import { createRequire } from 'node:module'
import pdfmake from 'pdfmake'
import type { Column, Content, ContentTable, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { openFontsOnce } from './fonts-once.ts'
import { spreadBetweenWords } from './justified.ts'
import { type PdfFile, writeAnnexes } from './long-annex.ts'
import { isLong } from './long-table.ts'
import {
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
  placeLine,
  type Run,
  recipientLines,
  SETTINGS,
  type Setting,
  SIZE,
  type Signature,
  type Table,
} from './model.ts'
import { bindRuns, bindSpaces, piecesOf, titleLines } from './typography.ts'

/**
 * A single line as word processors have it, with the gap that the face asks for between lines (1.15 of its size), which
 * pdfmake leaves out (1.107): so that both files have the same pages.
 */
const SINGLE = { lineHeight: 1.0384 }
/** Lines of the body, 1.15 of a single one. */
const SPACED = { lineHeight: SETTINGS[0].line * SINGLE.lineHeight }

type Margins = [number, number, number, number]
const points = (millimetres: number) => (millimetres * 72) / 25.4
const resolve = createRequire(import.meta.url).resolve
/** Tinos has the metrics of Times New Roman and every Vietnamese letter; it is embedded as a subset. */
const face = (name: string) => resolve(`@expo-google-fonts/tinos/${name}.ttf`)
const FACES = {
  normal: face('400Regular/Tinos_400Regular'),
  bold: face('700Bold/Tinos_700Bold'),
  italics: face('400Regular_Italic/Tinos_400Regular_Italic'),
  bolditalics: face('700Bold_Italic/Tinos_700Bold_Italic'),
}
pdfmake.setFonts({ Tinos: FACES })
spreadBetweenWords(resolve)
openFontsOnce(resolve, Object.values(FACES))
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => Object.values(FACES).includes(path))

/**
 * The document as a PDF file with its text selectable and its fonts embedded.
 * @returns the file's bytes; they differ between calls only in the stamped time and identifier
 */
export async function toPdf(document: OfficialDocument): Promise<Uint8Array> {
  // From the first annex with a long table on, pages are written straight into the file: laying out ten thousand rows takes a minute.
  const first = document.annexes.findIndex(({ parts }) => parts.some(isLong))
  const short = first < 0 ? document.annexes : document.annexes.slice(0, first)
  const made = pdfmake.createPdf({
    ...frame({ title: fileTitle(document), author: document.issuingAgency }),
    content: [...head(document), ...ended(document, await settingOf(document)), ...short.flatMap(annexOf)],
  })
  if (first >= 0) writeAnnexes((await made.getStream()) as unknown as PdfFile, document.annexes.slice(first), FACES)
  return new Uint8Array(await made.getBuffer())
}

/** Of each document, so that both of its files are set alike. */
const settings = new WeakMap<OfficialDocument, Promise<Setting>>()

/**
 * How the words of the body are set. Where the signature with what it may not be parted from goes to a page of its own, closer lines
 * and then smaller letters that spare that page: half a page is not left empty for the sake of a few lines.
 */
export function settingOf(document: OfficialDocument): Promise<Setting> {
  const known = settings.get(document)
  if (known) return known
  const found = closest(document)
  settings.set(document, found)
  return found
}

/** About three pages of words: of a longer paper a page with its end alone is one of many, and each try sets all of it. */
const LETTERS_TO_TRY = 8000

const lettersOf = ({ body }: OfficialDocument): number => {
  const runs = body.flatMap((part) =>
    part.kind === 'paragraph' ? part.runs : part.kind === 'table' ? part.rows.flat() : [],
  )
  const hasPicture = body.some(({ kind }) => kind === 'picture')
  return hasPicture ? Number.POSITIVE_INFINITY : runs.reduce((sum, { text }) => sum + text.length, 0)
}

async function closest(document: OfficialDocument): Promise<Setting> {
  const [usual, ...closer] = SETTINGS
  if (document.body.at(-1)?.kind !== 'paragraph' || lettersOf(document) > LETTERS_TO_TRY) return usual
  const pages = await pagesOf([...head(document), ...ended(document, usual)])
  const others = document.body.slice(0, -1).map((part) => partOf(part, usual))
  if (pages === 1 || (await pagesOf([...head(document), ...others])) === pages) return usual
  for (const one of closer) if ((await pagesOf([...head(document), ...ended(document, one)])) < pages) return one
  return usual
}

async function pagesOf(content: Content[]): Promise<number> {
  const made = pdfmake.createPdf({ ...frame({ title: '', author: '' }), content })
  const { start, count } = ((await made.getStream()) as unknown as PdfFile).bufferedPageRange()
  return start + count
}

/** Annexes alone as a PDF file, with the same pages as the DOCX; its first page has no number. */
export async function annexesToPdf({ title, issuingAgency, annexes }: LooseAnnexes): Promise<Uint8Array> {
  const made = pdfmake.createPdf({
    ...frame({ title, author: issuingAgency }),
    pageOrientation: annexes[0].landscape ? 'landscape' : 'portrait',
    content: [''],
  })
  writeAnnexes((await made.getStream()) as unknown as PdfFile, annexes, FACES, 'onThisPage')
  return new Uint8Array(await made.getBuffer())
}

function frame(info: { title: string; author: string }): Omit<TDocumentDefinitions, 'content'> {
  return {
    pageSize: 'A4',
    pageMargins: [points(PAGE.left), points(PAGE.top), points(PAGE.right), points(PAGE.bottom)],
    info,
    language: 'vi-VN',
    defaultStyle: { font: 'Tinos', fontSize: SIZE.body, ...SPACED },
    // Page number: size 13, centred in the top margin, hidden on page 1.
    header: (page) =>
      page === 1
        ? ''
        : { text: String(page), alignment: 'center', fontSize: 13, margin: [0, points(PAGE.header), 0, 0] },
  }
}

function annexOf({ label, title, basis, landscape, parts }: Annex): Content[] {
  return [
    {
      text: label,
      style: { bold: true, alignment: 'center' },
      ...SINGLE,
      pageBreak: 'before',
      pageOrientation: landscape ? 'landscape' : 'portrait',
    },
    {
      text: titleLines(title, landscape ? MOST.wide : MOST.page).join('\n'),
      bold: true,
      alignment: 'center',
      ...SINGLE,
      margin: [0, 0, 0, basis === undefined ? 6 : 0],
    },
    ...(basis === undefined
      ? []
      : [{ text: basis, italics: true, alignment: 'center', ...SINGLE, margin: [0, 0, 0, 6] } satisfies Content]),
    ...parts.map((part) => partOf(part)),
  ]
}

const rule = (width: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.8 }],
  alignment: 'center',
  margin: [0, 2, 0, 4],
})

function head(document: OfficialDocument): Content[] {
  const width = points(PAGE.width - PAGE.left - PAGE.right)
  return [
    ...(document.mark
      ? [{ text: document.mark, bold: true, fontSize: 12, alignment: 'right' as const, ...SINGLE }]
      : []),
    {
      ...SINGLE,
      columnGap: 0,
      columns: [
        {
          width: '42%',
          alignment: 'center',
          stack: [
            ...(document.superiorAgency ? [{ text: document.superiorAgency.toUpperCase(), fontSize: SIZE.title }] : []),
            { text: document.issuingAgency.toUpperCase(), fontSize: SIZE.title, bold: true },
            rule(width * 0.42 * 0.36),
            {
              text: numberLine(document),
              fontSize: SIZE.number,
              preserveLeadingSpaces: true,
              margin: [0, 6, 0, 0] as Margins,
            },
            ...(document.type === null
              ? [
                  {
                    text: titleLines(aboutLine(document.subject), MOST.column).join('\n'),
                    fontSize: SIZE.about,
                    margin: [8, 3, 8, 0] as Margins,
                  },
                ]
              : []),
          ],
        },
        {
          width: '58%',
          alignment: 'center',
          stack: [
            { text: NATION, fontSize: SIZE.title - 1, bold: true },
            { text: MOTTO, fontSize: SIZE.motto - 1, bold: true },
            rule(width * 0.58 * 0.6),
            {
              text: placeLine(document),
              fontSize: SIZE.place - 1,
              italics: true,
              margin: [0, 6, 0, 0] as Margins,
            },
          ],
        },
      ],
    },
    ...(document.type === null
      ? [addressees(document.addressees ?? [])]
      : [
          {
            text: document.type.toUpperCase(),
            bold: true,
            alignment: 'center' as const,
            margin: [0, 18, 0, 0] as Margins,
            ...SINGLE,
          },
          {
            text: titleLines(document.subject, MOST.page).join('\n'),
            bold: true,
            alignment: 'center' as const,
            ...SINGLE,
          },
          rule(width * 0.28),
        ]),
  ]
}

/** One centred line, or an indented list under "Kính gửi:". */
function addressees(names: readonly string[]): Content {
  const lines = addresseeLines(names)
  if (lines.length === 1) return { text: lines[0]!, alignment: 'center', margin: [0, 18, 0, 10] }
  return {
    margin: [0, 18, 0, 10],
    stack: lines.map((text, place) => ({ text, margin: [points(place === 0 ? 25 : 45), 2, 0, 0] as Margins })),
  }
}

/**
 * The lines of a last paragraph and its recipients that surely fit on one page with a signature. Of what is bound together pdfmake
 * prints the first page and loses the rest without a word.
 */
const MOST_BOUND = 30
/** At least so many letters stand in a line of the body, and of the recipients, which have half of it. */
const LETTERS = { body: 60, recipients: 30 }

/** The body and who signs it: a signature never stands on a page without the end of what is signed. */
function ended(document: OfficialDocument, setting: Setting): Content[] {
  const parts = document.body.map((part) => partOf(part, setting))
  const last = document.body.at(-1)
  if (last?.kind !== 'paragraph') return [...parts, foot(document)]
  const lines = (words: string, letters: number) => Math.ceil(words.length / letters)
  const bound =
    lines(last.runs.map(({ text }) => text).join(''), LETTERS.body) +
    recipientLines(document.recipients).reduce((sum, line) => sum + lines(line, LETTERS.recipients), 0)
  if (bound > MOST_BOUND) return [...parts, foot(document)]
  return [...parts.slice(0, -1), { unbreakable: true, stack: [parts.at(-1)!, foot(document)] }]
}

function foot(document: OfficialDocument): Content {
  const recipients = [
    { text: 'Nơi nhận:', bold: true, italics: true, fontSize: 12 },
    ...recipientLines(document.recipients).map((text) => ({ text, fontSize: SIZE.recipients })),
  ]
  const columns = (left: Column): Content => ({ columns: [left, signed(document.signature)] })
  return {
    unbreakable: true,
    ...SINGLE,
    margin: [0, 28, 0, 0],
    stack: document.counterSignature
      ? [columns(signed(document.counterSignature)), { stack: recipients, margin: [0, 12, 0, 0] }]
      : [columns({ width: '50%', stack: recipients })],
  }
}

const signed = ({ title, name }: Signature): Column => ({
  width: '50%',
  alignment: 'center',
  stack: [
    ...title.split('\n').map((line) => ({ text: line.toUpperCase(), bold: true, fontSize: SIZE.title })),
    // Space for the handwritten or the digital signature.
    { text: name ?? ' ', bold: true, margin: [0, 88, 0, 0] as Margins },
  ],
})

const inline = (runs: Run[]): Content[] =>
  runs.flatMap((one) =>
    piecesOf(one.text).map(({ text, isWhole }) => ({
      text,
      bold: one.bold ?? false,
      italics: one.italic ?? false,
      ...(isWhole ? { noWrap: true } : {}),
      ...(one.href ? { link: one.href } : {}),
    })),
  )

function partOf(part: Part, { size, line }: Setting = SETTINGS[0]): Content {
  if (part.kind === 'table') return tableOf(part)
  if (part.kind === 'picture')
    return { svg: part.svg, width: points(part.width), alignment: 'center', margin: [0, 6, 0, 6] }
  if (part.kind === 'centred') return { text: part.text, bold: true, alignment: 'center', margin: [0, 8, 0, 0] }
  const shape = {
    alignment: 'justify' as const,
    leadingIndent: points(10),
    margin: [0, 6, 0, 0] as [number, number, number, number],
    fontSize: size,
    lineHeight: line * SINGLE.lineHeight,
  }
  return part.kind === 'heading'
    ? { text: bindSpaces(part.text), bold: true, ...shape }
    : { text: inline(bindRuns(part.runs)), ...shape }
}

function tableOf(table: Table): ContentTable {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0)
  const sections = new Set(table.sections)
  return {
    // Together the free line that Word has after a table.
    margin: [0, 4, 0, 12],
    fontSize: table.size ?? SIZE.table,
    ...SINGLE,
    table: {
      headerRows: 1,
      // A header says nothing alone at the foot of a page.
      ...(table.rows.length > 0 ? { keepWithHeaderRows: 1 } : {}),
      dontBreakRows: true,
      widths: table.columns.map((column) => `${(column.width / total) * 100}%`),
      body: [
        table.columns.map((column) => ({ text: column.title, bold: true, alignment: 'center' as const })),
        ...table.rows.map((row, rowIndex) =>
          sections.has(rowIndex)
            ? [
                { text: inline([{ ...row[0]!, bold: true }]), colSpan: table.columns.length },
                ...table.columns.slice(1).map(() => ''),
              ]
            : row.map((one, index) => ({
                text: inline([{ ...one, bold: one.bold ?? table.totals?.includes(rowIndex) ?? false }]),
                alignment: table.columns[index]?.align ?? ('left' as const),
              })),
        ),
      ],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      paddingLeft: () => 3,
      paddingRight: () => 3,
      paddingTop: () => 2,
      paddingBottom: () => 1,
    },
  }
}
