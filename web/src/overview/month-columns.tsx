import type { Answer } from '@dieuhanh/client'
import { type MouseEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../shell/language.tsx'
import { showMonth, showNumber } from '../ui/format.ts'
import { STANDING_COLOURS } from '../ui/standing.tsx'
import { marksUpTo, useWidth } from './drawing.ts'
import { type Pointed, PointedBox } from './pointed.tsx'

export type Month = Answer<'/api/statistics/trend'>['months'][number]
/** The four states, from the bottom of a column up. */
export const PARTS = ['doneOnTime', 'doneLate', 'openInTerm', 'openOverdue'] as const
export type Part = (typeof PARTS)[number]
export type Series = Part | 'share'

const SERIES: readonly Series[] = [...PARTS, 'share']
const HEIGHT = 230
const TOP = 8
/** Space for the axis labels: left, right and bottom. */
const LEFT = 52
const RIGHT = 54
const BELOW = 20
const WIDEST_COLUMN = 32
/** The width a month label needs; on narrower columns only every nth month is labelled. */
const MONTH_ROOM = 48
const INK = '#1b1f24'

/**
 * The four states at the end of each month as stacked columns, and the overdue share as a line over them. The table
 * next to it has the same figures as links.
 */
export function MonthColumns({
  months,
  label,
  onPick,
}: {
  months: Month[]
  label: string
  onPick: (month: Month, series: Series) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const id = useId()
  const [box, width] = useWidth<HTMLDivElement>()
  const [pointed, setPointed] = useState<Pointed>()
  const [hidden, setHidden] = useState<ReadonlySet<Series>>(new Set())
  const parts = PARTS.filter((part) => !hidden.has(part))
  const nameOf = (series: Series) => t(series === 'share' ? 'overview.overdueShare' : `standing.${series}`)
  const fillOf = (series: Series) =>
    series === 'doneLate' || series === 'openInTerm' ? `url(#${id}-${series})` : colourOf(series)

  const counts = marksUpTo(Math.max(0, ...months.map((month) => parts.reduce((sum, p) => sum + month.partition[p], 0))))
  const shares = marksUpTo(Math.max(0, ...months.map(({ overdueShare }) => overdueShare.exact ?? 0)))
  const bottom = HEIGHT - BELOW
  const heightOf = (value: number, marks: number[]) => (value / marks.at(-1)!) * (bottom - TOP)
  const band = Math.max(0, width - LEFT - RIGHT) / Math.max(1, months.length)
  const middleOf = (index: number) => LEFT + band * (index + 0.5)
  const columnWidth = Math.min(WIDEST_COLUMN, band * 0.8)
  const eachMonth = Math.max(1, Math.ceil(MONTH_ROOM / Math.max(1, band)))
  // A month without assigned tasks has no share: the line has a gap there.
  const points = months.map(({ overdueShare: { exact } }, index) =>
    exact === null ? undefined : { x: middleOf(index), y: bottom - heightOf(exact, shares) },
  )
  const line = points.map((at, index) => (at ? `${points[index - 1] ? 'L' : 'M'}${at.x} ${at.y}` : '')).join('')

  const point = (event: MouseEvent<HTMLDivElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const index = Math.floor((event.clientX - left - LEFT) / band)
    setPointed(months[index] ? { index, x: event.clientX - left, y: event.clientY - top } : undefined)
  }
  const pick = ({ target }: MouseEvent) => {
    const mark = target instanceof Element ? target.closest<SVGElement>('[data-series]') : null
    const month = months[Number(mark?.dataset.index)]
    const series = SERIES.find((one) => one === mark?.dataset.series)
    if (month && series) onPick(month, series)
  }
  const toggle = (series: Series) =>
    setHidden((before) => {
      const after = new Set(before)
      if (!after.delete(series)) after.add(series)
      return after
    })
  const figureOf = ({ overdueShare, partition }: Month, series: Series) => {
    const value = series === 'share' ? overdueShare.exact : partition[series]
    return value === null ? '–' : showNumber(value, language, 2)
  }
  const shown = pointed ? months[pointed.index] : undefined
  return (
    <>
      <div className="columns-legend">
        {SERIES.map((series) => (
          <button
            key={series}
            type="button"
            className="columns-series"
            aria-pressed={!hidden.has(series)}
            onClick={() => toggle(series)}
          >
            <Swatch fill={fillOf(series)} />
            {nameOf(series)}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a chart of the table next to it, whose figures are links */}
      <div
        ref={box}
        role="img"
        aria-label={label}
        className="chart columns"
        style={{ height: HEIGHT }}
        onClick={pick}
        onMouseMove={point}
        onMouseLeave={() => setPointed(undefined)}
      >
        <svg width={width} height={HEIGHT} aria-hidden="true">
          <Patterns id={id} />
          {counts.map((mark) => {
            const y = bottom - heightOf(mark, counts)
            return (
              <g key={mark}>
                <path
                  d={`M${LEFT} ${y}H${width - RIGHT}`}
                  className={mark === 0 ? 'columns-ground' : 'columns-level'}
                />
                <text x={LEFT - 8} y={y} className="columns-mark" textAnchor="end">
                  {showNumber(mark, language)}
                </text>
              </g>
            )
          })}
          {shares.map((mark) => (
            <text
              key={mark}
              x={width - RIGHT + 8}
              y={bottom - heightOf(mark, shares)}
              className="columns-mark"
            >{`${showNumber(mark, language, 2)}%`}</text>
          ))}
          {pointed ? <path d={`M${middleOf(pointed.index)} ${TOP}V${bottom}`} className="columns-pointer" /> : null}
          {months.map((month, index) => {
            let below = bottom
            return (
              <g key={month.month}>
                {parts.map((part) => {
                  const height = heightOf(month.partition[part], counts)
                  below -= height
                  return (
                    <rect
                      key={part}
                      data-index={index}
                      data-series={part}
                      x={middleOf(index) - columnWidth / 2}
                      y={below}
                      width={columnWidth}
                      height={height}
                      fill={fillOf(part)}
                    />
                  )
                })}
                {(months.length - 1 - index) % eachMonth === 0 ? (
                  <text x={middleOf(index)} y={bottom + 13} className="columns-month" textAnchor="middle">
                    {showMonth(month.month)}
                  </text>
                ) : null}
              </g>
            )
          })}
          {hidden.has('share') ? null : (
            <>
              <path d={line} className="columns-share" />
              {points.map((at, index) =>
                at ? (
                  <path
                    key={months[index]?.month}
                    data-index={index}
                    data-series="share"
                    d={`M${at.x} ${at.y - 4}l4 4-4 4-4-4z`}
                    fill={INK}
                  />
                ) : null,
              )}
            </>
          )}
        </svg>
        {pointed && shown ? (
          <PointedBox at={pointed} width={width}>
            {showMonth(shown.month)}
            {SERIES.filter((series) => !hidden.has(series)).map((series) => (
              <span key={series} className="row spread pointed-line">
                <span>
                  <span className="pointed-dot" style={{ background: colourOf(series) }} />
                  {nameOf(series)}
                </span>
                <strong>{figureOf(shown, series)}</strong>
              </span>
            ))}
          </PointedBox>
        ) : null}
      </div>
    </>
  )
}

const colourOf = (series: Series) => (series === 'share' ? INK : STANDING_COLOURS[series])

const Swatch = ({ fill }: { fill: string }) => (
  <svg width="16" height="10" aria-hidden="true">
    <rect width="16" height="10" rx="2.5" fill={fill} />
  </svg>
)

/** Neighbours in a column also differ by pattern, to be distinct without colour and on paper. */
function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-doneLate`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill={STANDING_COLOURS.doneLate} />
        <rect width="6" height="2" fill="rgba(255,255,255,.55)" />
      </pattern>
      <pattern id={`${id}-openInTerm`} width="14" height="12" patternUnits="userSpaceOnUse">
        <rect width="14" height="12" fill={STANDING_COLOURS.openInTerm} />
        <g fill="rgba(255,255,255,.6)">
          <circle cx="3.5" cy="3" r="1.5" />
          <circle cx="10.5" cy="9" r="1.5" />
        </g>
      </pattern>
    </defs>
  )
}
