import { type MouseEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../shell/language.tsx'
import { showNumber, showPrinted } from '../ui/format.ts'
import { STANDING_COLOURS } from '../ui/standing.tsx'
import { useWidth } from './drawing.ts'
import { type Pointed, PointedBox } from './pointed.tsx'
import type { Statistics } from './queries.ts'

type Row = Statistics['rows'][number]
const PARTS = ['openOverdue', 'openInTerm', 'doneLate', 'doneOnTime'] as const

/** A bar of overdue tasks for each agency. The table next to it has the same figures as links. */
export function AgencyBars({
  rows,
  label,
  onPick,
}: {
  rows: Row[]
  label: string
  /** An agency was picked by its bar, or by its name (`isBar` false: all its tasks). */
  onPick: (row: Row, isBar: boolean) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [box, width] = useWidth<HTMLDivElement>()
  const [pointed, setPointed] = useState<Pointed>()
  const most = Math.max(...rows.map(({ partition }) => partition.openOverdue))
  const indexOf = ({ target }: MouseEvent) => {
    const found = target instanceof Element ? target.closest('[data-index]')?.getAttribute('data-index') : undefined
    return found ? Number(found) : undefined
  }
  const point = (event: MouseEvent<HTMLDivElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const index = indexOf(event)
    setPointed(index === undefined ? undefined : { index, x: event.clientX - left, y: event.clientY - top })
  }
  const pick = (event: MouseEvent) => {
    const row = rows[indexOf(event) ?? -1]
    const name = event.target instanceof Element ? event.target.closest('.bars-name') : null
    if (row) onPick(row, name === null)
  }
  const shown = pointed ? rows[pointed.index] : undefined
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a chart of the table next to it, whose figures are links
    <div
      ref={box}
      role="img"
      aria-label={label}
      className="chart bars"
      onClick={pick}
      onMouseMove={point}
      onMouseLeave={() => setPointed(undefined)}
    >
      {rows.map((row, index) => (
        <div key={row.key} className="bars-row" data-index={index}>
          <span className="bars-name">{row.label}</span>
          <span className="bars-line">
            {/* A rectangle, not a background: it is printed too. */}
            <svg
              className="bars-bar"
              aria-hidden="true"
              style={{ flexBasis: `${(row.partition.openOverdue / most) * 100}%` }}
            >
              <rect width="100%" height="100%" fill={STANDING_COLOURS.openOverdue} />
            </svg>
            <span className="bars-figure">
              {showNumber(row.partition.openOverdue, language)} ({showPrinted(row.overdueShare.printed, language)})
            </span>
          </span>
        </div>
      ))}
      {pointed && shown ? (
        <PointedBox at={pointed} width={width}>
          <strong>{shown.label}</strong>
          <br />
          {t('overview.assigned')}: {showNumber(shown.partition.assigned, language)}
          {PARTS.map((part) => (
            <span key={part}>
              <br />
              {t(`standing.${part}`)}: {showNumber(shown.partition[part], language)}
            </span>
          ))}
        </PointedBox>
      ) : null}
    </div>
  )
}
