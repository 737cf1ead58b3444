import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { Zoom } from '../paths/tasks.ts'
import { useLanguage } from '../shell/language.tsx'
import { addDays, showDay, showNumber } from '../ui/format.ts'
import { Standing, shownStanding } from '../ui/standing.tsx'
import type { TimelineRow } from './queries.ts'
import { Due, RowLink } from './table.tsx'
import { type Line, lineOf, placeOf, type Span, type Stretch, ticksOf } from './timeline.ts'
import './timeline.css'

interface Props {
  rows: readonly TimelineRow[]
  zoom: Zoom
  span: Span
  /** The day of the figures. */
  asOf: string
  /** The day in the address, for the links. */
  linkedDay: string | undefined
}

/** Tasks as bars on a line of days; each row also says its days in words. */
export function TimelineTable({ rows, zoom, span, asOf, linkedDay }: Props) {
  const { t } = useTranslation()
  const ticks = ticksOf(zoom, span)
  // Lines of days are one background of all rows, not an element for each line of each row.
  const grid = ticks.map(({ at }) => mark(at)).join(',')
  return (
    <table className="grid-table timeline" data-testid="timeline" style={styleOf(grid)}>
      <caption className="unseen">
        {t('timeline.caption', { from: showDay(span.first), to: showDay(span.end) })}
      </caption>
      <thead>
        <tr>
          <th scope="col" className="timeline-task">
            {t('tasks.column.title')}
          </th>
          <th scope="col" className="timeline-days">
            {t('timeline.days')}
          </th>
          <th scope="col" className="timeline-axis">
            <span className="unseen">{t('timeline.line')}</span>
            <span aria-hidden="true" className="timeline-ticks">
              {ticks.map(({ day, at, label }) => (
                <span key={day} style={{ left: `${at}%` }}>
                  {label}
                </span>
              ))}
              <Now asOf={asOf} span={span} />
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-row-box>
            <th scope="row" className="timeline-task" lang="vi">
              <RowLink row={row} asOf={linkedDay} />
              <span className="soft clamp-1">
                {row.code} · {row.leadAgencyName}
              </span>
            </th>
            <td className="timeline-days">
              <Days row={row} />
            </td>
            <td className="timeline-line">
              <Drawn row={row} span={span} asOf={asOf} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Days({ row }: { row: TimelineRow }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <>
      <span className="tabular nowrap">
        {showDay(row.assignedOn)} – <Due row={{ ...row, firstDueOn: null }} />
      </span>
      <Standing
        shown={shownStanding(row)}
        extra={`${row.daysLate ? `${t('task.lateBy', { n: showNumber(row.daysLate, language) })} · ` : ''}${row.percent}%`}
      />
      <Said row={row} />
    </>
  )
}

/** For screen readers: what is only drawn. */
function Said({ row: { completedOn, earlierDueDays, milestones } }: { row: TimelineRow }) {
  const { t } = useTranslation()
  const words = [
    ...(completedOn ? [t('timeline.completed', { day: showDay(completedOn) })] : []),
    ...earlierDueDays.map(({ dueOn, replacedOn }) =>
      t('timeline.earlier', { day: showDay(dueOn), on: showDay(replacedOn) }),
    ),
    ...milestones.map((one) => t(one.isDone ? 'timeline.milestoneDone' : 'timeline.milestone', milestoneWords(one))),
  ]
  return words.length > 0 ? <span className="unseen">{words.join('; ')}</span> : null
}

const milestoneWords = ({ dueOn, literal }: TimelineRow['milestones'][number]) => ({
  day: showDay(dueOn),
  what: literal,
})

function Drawn({ row, span, asOf }: { row: TimelineRow; span: Span; asOf: string }) {
  const { t } = useTranslation()
  const { bar, isEndless, done, late, beyond }: Line = lineOf(row, span, asOf)
  const look = shownStanding(row)
  return (
    <span aria-hidden="true" className={`line-drawn ${look}`}>
      {beyond === 'before' ? <span className="line-beyond left">◂ {showDay(row.completedOn ?? row.dueOn)}</span> : null}
      {beyond === 'after' ? <span className="line-beyond right">{showDay(row.assignedOn)} ▸</span> : null}
      {bar ? <span className={`line-bar${isEndless ? ' endless' : ''}${cut(bar)}`} style={placed(bar)} /> : null}
      {done ? <span className={`line-bar done${cut(done)}`} style={placed(done)} /> : null}
      {late ? <span className={`line-bar late-days${cut(late)}`} style={placed(late)} /> : null}
      {row.earlierDueDays.map(({ dueOn, replacedOn }) =>
        isIn(dueOn, span) ? (
          <span
            key={`${dueOn}:${replacedOn}`}
            className="line-ghost"
            style={{ left: `${endOf(dueOn, span)}%` }}
            title={t('timeline.earlier', { day: showDay(dueOn), on: showDay(replacedOn) })}
          />
        ) : null,
      )}
      <Now asOf={asOf} span={span} />
      {row.milestones.map((one) =>
        isIn(one.dueOn, span) ? (
          <span
            key={`${one.dueOn}:${one.literal}`}
            className={`line-milestone${one.isDone ? ' is-done' : row.completedOn === null && one.dueOn < asOf ? ' is-late' : ''}`}
            style={{ left: `${endOf(one.dueOn, span)}%` }}
            title={t(one.isDone ? 'timeline.milestoneDone' : 'timeline.milestone', milestoneWords(one))}
          />
        ) : null,
      )}
    </span>
  )
}

/** The end of the day of the figures. */
function Now({ asOf, span }: { asOf: string; span: Span }) {
  return isIn(asOf, span) ? <span className="line-now" style={{ left: `${endOf(asOf, span)}%` }} /> : null
}

const placed = ({ left, width }: Stretch) => ({ left: `${left}%`, width: `${width}%` })
const cut = ({ isCutLeft, isCutRight }: Stretch) => `${isCutLeft ? ' cut-left' : ''}${isCutRight ? ' cut-right' : ''}`
const isIn = (day: string, { first, end }: Span) => day >= first && day < end
/** Where a day ends. */
const endOf = (day: string, span: Span) => placeOf(addDays(day, 1), span)

function mark(at: number): string {
  const [from, to] = [`calc(${at.toFixed(3)}% - 0.5px)`, `calc(${at.toFixed(3)}% + 0.5px)`]
  return `linear-gradient(to right, transparent ${from}, var(--line-soft) ${from}, var(--line-soft) ${to}, transparent ${to})`
}

const styleOf = (grid: string): CSSProperties => ({ ['--timeline-grid' as string]: grid })
