import { memo, type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { keepsLines, type Mark, marksOf, readable, type Segment, type Span, segment } from './highlight.ts'
import { ScrollBox } from './scroll-box.tsx'

export interface DocumentBlock {
  kind: string
  span: Span
  page?: number
  level?: number
  headerRows?: number
  cells?: { row: number; column: number; rowSpan: number; columnSpan: number; span: Span }[]
}
interface Props {
  text: string
  blocks: DocumentBlock[]
  marks: Mark[]
  /** The tooltip of a segment. */
  describe?: (segment: Segment) => string | undefined
}

/**
 * The document as read, with its spans highlighted. Every segment has its offset (`data-start`), so that a selection or a
 * link can name its place; every marked segment has its owners (`data-owner`), so that one CSS rule highlights them all.
 */
export const DocumentText = memo(function DocumentText({ text, blocks, marks, describe }: Props) {
  const marksByBlock = useMemo(
    () =>
      marksOf(
        blocks.map(({ span }) => span),
        marks,
      ),
    [blocks, marks],
  )
  return (
    <div className="document" lang="vi">
      {blocks.map((block, i) => (
        <Block key={block.span.start} block={block} text={text} marks={marksByBlock[i] ?? []} describe={describe} />
      ))}
    </div>
  )
})

interface BlockProps extends Omit<Props, 'blocks'> {
  block: DocumentBlock
}

function Block({ block, text, marks, describe }: BlockProps) {
  const { t } = useTranslation()
  const lines = keepsLines(text.slice(block.span.start, block.span.end)) ? ' lines' : ''
  const segments = (span: Span) => <Segments text={text} span={span} marks={marks} describe={describe} />
  switch (block.kind) {
    case 'heading':
      return <h3 className={`block heading level-${block.level ?? 1}${lines}`}>{segments(block.span)}</h3>
    case 'table':
      return block.cells && block.cells.length > 0 ? (
        <TableBlock block={block} cells={block.cells} segments={segments} />
      ) : (
        <p className="block">{segments(block.span)}</p>
      )
    case 'pageNumber':
      return (
        <p className="block page-number">
          <span className="unseen">{t('document.page')} </span>
          {segments(block.span)}
        </p>
      )
    case 'header':
    case 'footer':
    case 'note':
      return <p className={`block page-note${lines}`}>{segments(block.span)}</p>
    case 'item':
      return <p className={`block item${lines}`}>{segments(block.span)}</p>
    default:
      return <p className={`block${lines}`}>{segments(block.span)}</p>
  }
}

function TableBlock({
  block,
  cells,
  segments,
}: {
  block: DocumentBlock
  cells: NonNullable<DocumentBlock['cells']>
  segments: (span: Span) => ReactNode
}) {
  const { t } = useTranslation()
  const rows = new Map<number, typeof cells>()
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell])
  const heads = block.headerRows ?? 0
  return (
    <ScrollBox label={t('document.table')} className="block">
      <table className="document-table">
        <tbody>
          {[...rows.entries()]
            .sort(([a], [b]) => a - b)
            .map(([row, inRow]) => (
              <tr key={row}>
                {inRow
                  .sort((a, b) => a.column - b.column)
                  .map((cell) => {
                    const Cell = row < heads ? 'th' : 'td'
                    return (
                      <Cell key={cell.column} rowSpan={cell.rowSpan} colSpan={cell.columnSpan}>
                        {segments(cell.span)}
                      </Cell>
                    )
                  })}
              </tr>
            ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function Segments({
  text,
  span,
  marks,
  describe,
}: {
  text: string
  span: Span
  marks: Mark[]
  describe?: Props['describe']
}) {
  return segment(span, marks).map((part) => {
    const words = readable(text, part).map(({ start, end, hidden }) => (
      <span key={start} data-start={start} hidden={hidden}>
        {text.slice(start, end)}
      </span>
    ))
    const top = part.marks.at(-1)
    if (!top) return words
    return (
      <mark
        key={part.start}
        className={`lit lit-${top.kind}`}
        data-owner={[...new Set(part.marks.map(({ owner }) => owner))].join(' ')}
        data-opens={part.opening.map(({ owner, kind }) => `${owner}:${kind}`).join(' ') || undefined}
        title={describe?.(part)}
      >
        {words}
      </mark>
    )
  })
}

/** The span of the document selected inside `box`; undefined if nothing, or something else, is selected. */
export function selectedSpan(box: HTMLElement | null): Span | undefined {
  const selection = document.getSelection()
  if (!box || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!box.contains(range.startContainer) || !box.contains(range.endContainer)) return undefined
  const touched = [...box.querySelectorAll<HTMLElement>('[data-start]')].filter((part) => range.intersectsNode(part))
  const first = touched[0]
  const last = touched.at(-1)
  if (!first || !last) return undefined
  const start = Number(first.dataset.start) + (first.contains(range.startContainer) ? range.startOffset : 0)
  const end =
    Number(last.dataset.start) + (last.contains(range.endContainer) ? range.endOffset : (last.textContent?.length ?? 0))
  return start < end ? { start, end } : undefined
}

/** Scrolls to the first segment of an owner: the one where `prefer` begins, if there is one. */
export function showOwner(box: HTMLElement | null, owner: string, prefer?: string): void {
  // Without animation: blocks out of view have only an estimated height, so a smooth scroll would miss its target.
  segmentOf(box, owner, prefer)?.scrollIntoView({ block: 'center' })
}

/** Whether the first segment of an owner is visible inside the scrolling box. */
export function isOwnerShown(box: HTMLElement | null, owner: string, prefer?: string): boolean {
  const part = segmentOf(box, owner, prefer)?.getBoundingClientRect()
  const frame = box?.closest('.review-document')?.getBoundingClientRect()
  if (!part || !frame) return true
  return part.top >= frame.top && part.bottom <= frame.bottom
}

function segmentOf(box: HTMLElement | null, owner: string, prefer: string | undefined): HTMLElement | null | undefined {
  const opening = prefer
    ? box?.querySelector<HTMLElement>(`[data-opens~="${CSS.escape(`${owner}:${prefer}`)}"]`)
    : undefined
  return opening ?? box?.querySelector<HTMLElement>(`[data-owner~="${CSS.escape(owner)}"]`)
}
